//! Members of bodies in no shape we know: what their names promise.

/// Returns how likely a member of this name is to hold the text for a person; zero if it is not.
///
/// Services name it in their own ways: `errorMsg`, `ErrorMessage`, `desc`, `reason`.
pub(crate) fn promises_message(name: &[u8]) -> u8 {
    // Names that hold a text's name would be the better ones only by chance.
    const NAMES: [(&[u8], u8); 12] = [
        (b"message", 6),
        (b"msg", 6),
        (b"detail", 5),
        (b"descr", 4),
        (b"desc", 4),
        (b"error", 3),
        (b"reason", 3),
        (b"cause", 3),
        (b"exception", 3),
        (b"fault", 3),
        (b"text", 2),
        (b"info", 2),
    ];
    const OTHERS: [&[u8]; 6] = [b"err", b"result", b"body", b"response", b"status", b"title"];
    // Long names are keys of data.
    if name.len() > 24 {
        return 0;
    }
    let holds = |word: &[u8]| {
        name.windows(word.len())
            .any(|part| part.eq_ignore_ascii_case(word))
    };
    let known = NAMES.iter().find(|(word, _)| holds(word));
    match known {
        Some((_, rank)) => *rank,
        None if OTHERS.iter().any(|word| name.eq_ignore_ascii_case(word)) => 1,
        None => 0,
    }
}

/// Returns true for the names under which services give a code.
pub(crate) fn promises_code(name: &[u8]) -> bool {
    const NAMES: [&[u8]; 4] = [b"code", b"errorcode", b"errcode", b"error_code"];
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
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
