//! AWS's event stream: length-prefixed frames with typed headers.
//!
//! Layout: total length, headers length, prelude checksum (four bytes each, big endian), headers,
//! payload, message checksum. Checksums are not verified: a frame that is looked at for its
//! failure has already failed.
//! Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html>.

/// One frame, as far as errors are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frame<'a> {
    /// The exception's or the error's name, if this frame is one.
    pub(crate) exception: Option<&'a str>,
    /// The text beside an error code.
    pub(crate) message: Option<&'a str>,
    /// The payload, JSON for exceptions.
    pub(crate) payload: &'a [u8],
}

/// Returns true if the bytes begin with a frame.
pub(crate) fn is_event_stream(bytes: &[u8]) -> bool {
    let (Some(total), Some(headers)) = (length(bytes, 0), length(bytes, 4)) else {
        return false;
    };
    bytes.first() == Some(&0) && total >= 16 && headers + 16 <= total && headers > 0 && {
        // The first header's name is its length and then a colon or a letter.
        matches!(bytes.get(13), Some(b':' | b'a'..=b'z' | b'A'..=b'Z'))
    }
}

/// Walks the frames; what follows a torn frame is ignored.
pub(crate) fn frames(bytes: &[u8]) -> impl Iterator<Item = Frame<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let total = length(rest, 0)?;
        let headers = length(rest, 4)?;
        let frame = if total < 16 || headers + 16 > total {
            None
        } else {
            let payload_end = (total - 4).min(rest.len());
            Some(read(
                rest.get(12..12 + headers)?,
                rest.get(12 + headers..payload_end)?,
            ))
        };
        rest = rest.get(total..).unwrap_or_default();
        frame
    })
}

fn read<'a>(mut headers: &'a [u8], payload: &'a [u8]) -> Frame<'a> {
    let mut frame = Frame {
        exception: None,
        message: None,
        payload,
    };
    while let Some((name, value, rest)) = header(headers) {
        match name {
            b":exception-type" | b":error-code" => frame.exception = Some(value),
            b":error-message" => frame.message = Some(value),
            _ => {}
        }
        headers = rest;
    }
    frame
}

/// Returns a header's name, its text (empty for other types), and the bytes after it.
fn header(bytes: &[u8]) -> Option<(&[u8], &str, &[u8])> {
    let name_length = usize::from(*bytes.first()?);
    let name = bytes.get(1..1 + name_length)?;
    let rest = bytes.get(1 + name_length..)?;
    let size = match rest.first()? {
        0 | 1 => 0,
        2 => 1,
        3 => 2,
        4 => 4,
        5 | 8 => 8,
        9 => 16,
        6 | 7 => {
            let length = usize::from(u16::from_be_bytes([*rest.get(1)?, *rest.get(2)?]));
            let value = std::str::from_utf8(rest.get(3..3 + length)?).unwrap_or_default();
            return Some((name, value, rest.get(3 + length..)?));
        }
        _ => return None,
    };
    Some((name, "", rest.get(1 + size..)?))
}

fn length(bytes: &[u8], at: usize) -> Option<usize> {
    let word: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(word)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(headers: &[(&str, &str)], payload: &[u8]) -> Vec<u8> {
        let mut block = Vec::new();
        for (name, value) in headers {
            block.push(name.len() as u8);
            block.extend_from_slice(name.as_bytes());
            block.push(7);
            block.extend_from_slice(&(value.len() as u16).to_be_bytes());
            block.extend_from_slice(value.as_bytes());
        }
        let mut out = Vec::new();
        out.extend_from_slice(&((block.len() + payload.len() + 16) as u32).to_be_bytes());
        out.extend_from_slice(&(block.len() as u32).to_be_bytes());
        out.extend_from_slice(&[0; 4]);
        out.extend_from_slice(&block);
        out.extend_from_slice(payload);
        out.extend_from_slice(&[0; 4]);
        out
    }

    #[test]
    fn an_exception_behind_a_good_event() {
        let mut bytes = frame(
            &[(":message-type", "event"), (":event-type", "chunk")],
            b"{}",
        );
        bytes.extend(frame(
            &[
                (":exception-type", "throttlingException"),
                (":message-type", "exception"),
            ],
            br#"{"message":"slow down"}"#,
        ));
        assert!(is_event_stream(&bytes));
        let found: Vec<_> = frames(&bytes).collect();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].exception, None);
        assert_eq!(found[1].exception, Some("throttlingException"));
        assert_eq!(found[1].payload, br#"{"message":"slow down"}"#);
        assert_eq!(frames(&bytes[..bytes.len() - 20]).count(), 2);
    }

    #[test]
    fn other_bytes_are_no_frames() {
        for bytes in [
            &b"{\"error\":1}"[..],
            b"data: x",
            b"",
            &[0; 64],
            &[0xff; 64],
        ] {
            assert!(!is_event_stream(bytes));
            assert!(frames(bytes).count() <= 64);
        }
    }
}
