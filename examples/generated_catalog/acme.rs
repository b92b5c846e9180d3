// @generated from acme.toml by wirefault::codegen. Do not edit by hand.

#[allow(unused_imports)]
use std::time::Duration;

#[allow(unused_imports)]
use wirefault::catalog::{
    Category, Entry, Exposure, Fault, Kind, LookupError, MessageContract, NoticeRow, Param, ParamType, Retry, Row, Stability, Status, text as t,
};
use wirefault::{Code, GatewayError};

/// The codes of `acme.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Acme {
    /// Too many tool calls (422).
    ///
    /// The model kept calling tools until the limit of this gateway was reached. The answer so far
    /// is lost.
    ToolLoopLimit,
    /// GPU queue full (503).
    ///
    /// The queue before the GPUs of a region has no free place.
    GpuQueueFull,
}

static ENTRIES: [Entry; 2] = [
    Row {
        key: "tool_loop_limit", category: Category::InvalidRequest, status: Status::Fixed(422), retry: Retry::Never, fault: Fault::Client,
        title: "Too many tool calls",
        message: const { &[t("Stopped after {iterations} tool calls."), t("Stopped after too many tool calls.")] },
        description: "The model kept calling tools until the limit of this gateway was reached. The answer so far is lost.",
        causes: const { &[t("The task needs more steps than one request may take.")] },
        remediation: const { &[t("Split the task."), t("Raise the limit of the key at {@dashboard_url}.")] },
        params: const { &[Param { name: t("iterations"), kind: ParamType::Int, exposure: Exposure::Public, example: t("25"), description: t("How often the model called a tool."), values: std::borrow::Cow::Borrowed(&[]) }] },
        since: "1.0.0",
        ..Row::BASE
    }.entry(),
    Row {
        key: "gpu_queue_full", category: Category::Overloaded, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(20000))), fault: Fault::Gateway,
        title: "GPU queue full",
        message: const { &[t("All GPUs of {region} are busy: {detail}")] },
        description: "The queue before the GPUs of a region has no free place.",
        causes: &[],
        remediation: const { &[t("Send the request again after the time in `Retry-After`."), t("Use another region.")] },
        operator_action: const { &[t("Add GPUs to the region, or move traffic away from it.")] },
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("120 requests are waiting."), description: t("What the queue said."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("region"), kind: ParamType::Enum, exposure: Exposure::Public, example: t("eu-1"), description: t("Where the model runs."), values: std::borrow::Cow::Borrowed(const { &[t("eu-1"), t("us-1")] }) }] },
        since: "1.0.0",
        ..Row::BASE
    }.entry(),
];

impl Acme {
    /// Every code, in order.
    pub const ALL: &'static [Self] = &[
        Acme::ToolLoopLimit,
        Acme::GpuQueueFull,
    ];

    /// The entries, in the order of the codes.
    pub const ENTRIES: &'static [Entry] = &ENTRIES;

    /// Returns the key.
    pub const fn as_str(self) -> &'static str {
        match self {
            Acme::ToolLoopLimit => "tool_loop_limit",
            Acme::GpuQueueFull => "gpu_queue_full",
        }
    }

    /// Returns the entry.
    pub const fn entry(self) -> &'static Entry {
        &ENTRIES[self as usize]
    }

    /// Returns the code with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "tool_loop_limit" => Some(Acme::ToolLoopLimit),
            "gpu_queue_full" => Some(Acme::GpuQueueFull),
            _ => None,
        }
    }
}

impl std::fmt::Display for Acme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for Acme {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl std::str::FromStr for Acme {
    type Err = LookupError;

    fn from_str(key: &str) -> Result<Self, LookupError> {
        Self::from_key(key).ok_or_else(|| wirefault::macros::unknown(key, &ENTRIES))
    }
}

impl From<Acme> for GatewayError {
    fn from(code: Acme) -> Self {
        code.entry().into()
    }
}

impl From<Acme> for Code {
    fn from(code: Acme) -> Self {
        Code::own(code.as_str())
    }
}

/// Typed constructors, one for each error.
pub mod errors {

    /// Too many tool calls.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct ToolLoopLimit(wirefault::GatewayError);

    impl ToolLoopLimit {
        /// Creates the error without parameters.
        pub fn new() -> Self {
            ToolLoopLimit(super::Acme::ToolLoopLimit.into())
        }

        /// How often the model called a tool.
        pub fn iterations(self, value: i64) -> Self {
            ToolLoopLimit(self.0.with("iterations", value))
        }

        /// Returns the error.
        pub fn build(self) -> wirefault::GatewayError {
            self.0
        }
    }

    impl std::default::Default for ToolLoopLimit {
        fn default() -> Self {
            ToolLoopLimit::new()
        }
    }

    impl std::convert::From<ToolLoopLimit> for wirefault::GatewayError {
        fn from(typed: ToolLoopLimit) -> Self {
            typed.0
        }
    }

    /// GPU queue full.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct GpuQueueFull(wirefault::GatewayError);

    impl GpuQueueFull {
        /// Creates the error without parameters.
        pub fn new() -> Self {
            GpuQueueFull(super::Acme::GpuQueueFull.into())
        }

        /// What the queue said.
        pub fn detail(self, value: wirefault::text::PublicText) -> Self {
            GpuQueueFull(self.0.with("detail", value))
        }

        /// Where the model runs.
        pub fn region(self, value: impl std::convert::Into<std::borrow::Cow<'static, str>>) -> Self {
            GpuQueueFull(self.0.with("region", wirefault::Value::Text(value.into())))
        }

        /// Returns the error.
        pub fn build(self) -> wirefault::GatewayError {
            self.0
        }
    }

    impl std::default::Default for GpuQueueFull {
        fn default() -> Self {
            GpuQueueFull::new()
        }
    }

    impl std::convert::From<GpuQueueFull> for wirefault::GatewayError {
        fn from(typed: GpuQueueFull) -> Self {
            typed.0
        }
    }
}
