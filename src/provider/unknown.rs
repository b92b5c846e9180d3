//! Members of bodies in no shape we know: what their names promise, by the rows of
//! `catalog/upstream/unknown.toml`.

use super::unknown_rows::{CODES, LONGEST, MESSAGES, PERHAPS};

/// Returns how likely a member of this name is to hold the text for a person; zero if it is not.
///
/// Services name it in their own ways: `errorMsg`, `ErrorMessage`, `desc`, `reason`.
pub(crate) fn promises_message(name: &[u8]) -> u8 {
    if name.len() > LONGEST {
        return 0;
    }
    let holds = |word: &str| {
        let mut parts = name.windows(word.len());
        parts.any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    match MESSAGES.iter().find(|(word, _)| holds(word)) {
        Some((_, rank)) => *rank,
        None => u8::from(is_one(name, PERHAPS)),
    }
}

/// Returns true for the names under which services give a code.
pub(crate) fn promises_code(name: &[u8]) -> bool {
    is_one(name, CODES)
}

fn is_one(name: &[u8], known: &[&str]) -> bool {
    let mut known = known.iter();
    known.any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_promise_what_they_say() {
        let better = |one: &str, other: &str| {
            assert!(
                promises_message(one.as_bytes()) > promises_message(other.as_bytes()),
                "{one} {other}"
            );
        };
        better("ErrorMessage", "error");
        better("errorMsg", "desc");
        better("description", "reason");
        better("result", "request_id");
        assert_eq!(promises_message(b"model"), 0);
        assert_eq!(promises_message(b"content"), 0);
        assert!(promises_code(b"errorCode") && !promises_code(b"unicode"));
    }
}
