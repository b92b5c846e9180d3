//! How a command ends.

use std::fmt;
use std::io;
use std::process::ExitCode;

use wirefault::catalog::{LookupError, Problems};

/// How a command ended that could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// All is well.
    Fine,
    /// Something was found, or a line of input is malformed.
    Finding,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Fine => ExitCode::SUCCESS,
            Status::Finding => ExitCode::from(1),
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Wrong usage, a file that cannot be read, or an unknown key: 2.
    Usage(String),
    /// A catalog that is refused: 1.
    Refused(String),
    /// The reader of our output has gone away, which is its right: 0.
    ReaderGone,
}

impl Failure {
    /// Creates a failure of usage.
    pub(crate) fn usage(message: impl fmt::Display) -> Self {
        Failure::Usage(message.to_string())
    }

    /// Says what is wrong, and returns the exit status.
    pub(crate) fn report(self) -> ExitCode {
        use io::Write as _;
        let (message, code) = match self {
            Failure::ReaderGone => return ExitCode::SUCCESS,
            Failure::Usage(message) => (message, 2),
            Failure::Refused(message) => (message, 1),
        };
        // Whether anybody can read it changes nothing about the status.
        let _ = writeln!(io::stderr(), "error: {message}");
        ExitCode::from(code)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ReaderGone,
            _ => Failure::usage(error),
        }
    }
}

impl From<LookupError> for Failure {
    fn from(error: LookupError) -> Self {
        Failure::usage(error)
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Failure::Refused(problems.to_string())
    }
}
