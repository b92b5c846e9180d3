//! What holds for every input: no panic, valid output, nothing new on a second pass.

#![allow(clippy::unwrap_used)]

use std::borrow::Cow;

use proptest::prelude::*;
use wirefault::sanitise::Sanitiser;
use wirefault::text::Untrusted;

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => r"[a-zA-Z0-9]{1,12}",
        4 => r"[ \n\r\t.,:;/@=?&()\[\]{}'\x22<>*_+%#~|\\-]{1,3}",
        1 => "\\PC{1,4}",
        1 => any::<char>().prop_map(String::from),
        3 => prop::sample::select(vec![
            "api key", "organization ", "project ", "sk-", "https://", "账号", "分组", "剩余额度：", "…", "[redacted]",
            "user_", "eyJ", "AKIA", "\\u0040", "\\/", "%2F", "%40", "Received Model Group=", "cooldown_list=['",
            "to infer with errors: ", "Bearer ", "***", "::1", "10.0.0.1", ".com", "projects/", "nginx/1.2", "Cookie: ",
            "Traceback (most recent call last):", "balance: ", "token=", "\u{202e}", "\u{200b}",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..16).prop_map(|parts| parts.concat())
}

fn sanitiser() -> Sanitiser {
    Sanitiser::builder()
        .literal("Grünkohl/7")
        .literal("house-7")
        .allow_urls(["https://docs.example.com/"])
        .cap(64)
        .build()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_second_pass_finds_nothing(text in text()) {
        let once = Sanitiser::standard().mask(&text).into_owned();
        let twice = Sanitiser::standard().mask(&once);
        prop_assert_eq!(&*twice, &*once, "of {:?}", text);
    }

    #[test]
    fn public_text_is_short_folded_and_stable(text in text()) {
        let public = sanitiser().public(&Untrusted::new(text.as_str()));
        prop_assert!(public.as_str().len() <= 64);
        let hidden = public.as_str().contains(|c: char| c.is_control() || c == '\u{202e}');
        prop_assert!(!hidden);
        prop_assert!(!public.as_str().contains("  "));
    }

    #[test]
    fn json_stays_json(text in text(), other in text()) {
        let body = serde_json::json!({ "error": { "message": text, "code": 7, other.clone(): [text, null, 1.5] } });
        let body = serde_json::to_vec(&body).unwrap();
        let masked = sanitiser().mask_json(&body);
        prop_assert!(serde_json::from_slice::<serde_json::Value>(&masked).is_ok(), "{}", String::from_utf8_lossy(&masked));
    }

    #[test]
    fn no_bytes_bring_it_down(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = sanitiser().mask_json(&bytes);
        let _ = sanitiser().mask_sse(&bytes);
        let _ = sanitiser().mask(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn literals_are_gone_wherever_they_stand(before in text(), after in text()) {
        for form in ["Grünkohl/7", r"Gr\u00fcnkohl\/7", "house-7", "house%2D7", r"hous\u0065-7"] {
            let text = format!("{before}{form}{after}");
            let masked = sanitiser().mask(&text).into_owned();
            prop_assert!(!masked.contains("Grünkohl/7") && !masked.contains("house-7"), "{masked}");
            // A backslash before the form is an escape of its own: "\\hous\u0065".
            if !before.ends_with(['\\', '%']) {
                prop_assert!(!masked.contains(form), "{masked}");
            }
        }
    }
}

#[test]
fn clean_text_is_borrowed() {
    let text = "This model's maximum context length is 8192 tokens; messages[0].content has 9000.";
    assert!(matches!(Sanitiser::standard().mask(text), Cow::Borrowed(_)));
    let body = br#"{"error":{"message":"too long: 9000 > 8192","code":400}}"#;
    assert!(matches!(
        Sanitiser::standard().mask_json(body),
        Cow::Borrowed(_)
    ));
    assert!(matches!(
        Sanitiser::standard().mask_sse(b"event: ping\ndata: {}\n\n"),
        Cow::Borrowed(_)
    ));
}

#[test]
fn case_and_length_of_literals_matter() {
    let sanitiser = Sanitiser::builder()
        .literal("AbcDef")
        .literal("xyz")
        .build();
    assert_eq!(sanitiser.mask("AbcDef abcdef xyz"), "[redacted] abcdef xyz");
    assert!(!format!("{sanitiser:?}").contains("AbcDef"));
}

#[test]
fn allowed_urls_pass_and_their_neighbours_do_not() {
    let sanitiser = Sanitiser::builder()
        .allow_urls(["https://docs.example.com"])
        .build();
    for (text, expected) in [
        (
            "see https://docs.example.com/errors#quota.",
            "see https://docs.example.com/errors#quota.",
        ),
        ("see https://docs.example.com.evil.com/x", "see [redacted]"),
        ("see https://other.example.com", "see [redacted]"),
    ] {
        assert_eq!(sanitiser.mask(text), expected);
    }
}

#[test]
fn streams_keep_their_lines() {
    let stream = b"event: error\r\ndata: {\"error\":{\"message\":\"host api.acme.com\"}}\r\n\r\n: ping 10.0.0.1\n\n";
    let masked = Sanitiser::standard().mask_sse(stream);
    let expected = "event: error\r\ndata: {\"error\":{\"message\":\"host [redacted]\"}}\r\n\r\n: ping [redacted]\n\n";
    assert_eq!(std::str::from_utf8(&masked).unwrap(), expected);
}

#[test]
fn the_cap_holds_for_endless_texts() {
    let text = "word ".repeat(100_000);
    let public = Sanitiser::standard().public(&Untrusted::new(text.as_str()));
    assert!(public.as_str().len() <= 4096 && public.as_str().ends_with("word…"));
    let endless = "ß".repeat(100_000);
    assert!(
        Sanitiser::standard()
            .public(&Untrusted::new(endless.as_str()))
            .as_str()
            .len()
            <= 4096
    );
}

/// A text of many masks between marks, breaks and escapes is looked through many times; how often room
/// is asked for hangs on that, and hardly on how long the text is.
#[test]
fn hostile_texts_ask_for_room_a_bounded_number_of_times() {
    const PIECES: &[&str] = &[
        "sk-Ab3dEf6hIj9kLmN0pQrStUv",
        "10.1.2.3",
        "=/srv/llm/x.py",
        "api key: ",
        "password=",
        "channel ",
        "\n",
        "\r\n",
        r"\n",
        "%2F",
        "<br>",
        "</b>",
        "**",
        "_",
        "\u{ad}",
        "…",
        "***",
        r"\\",
        "&quot;",
        " ",
        ": ",
        "words of a sentence",
    ];
    let mut seed = 9u64;
    let mut random = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    let (mut short, mut long) = (0, 0);
    for _ in 0..20 {
        let chosen: Vec<&str> = (0..10).map(|_| PIECES[random(PIECES.len())]).collect();
        for (len, worst) in [(1000, &mut short), (16_000, &mut long)] {
            let mut text = String::new();
            while text.len() < len {
                text.push_str(chosen[random(chosen.len())]);
            }
            let counted = allocation_counter::measure(|| {
                Sanitiser::standard().mask(&text);
            });
            *worst = counted.count_total.max(*worst);
        }
    }
    println!("at most {short} allocations for 1 kB, {long} for 16 kB");
    assert!(short <= 150 && long <= 260, "{short} and {long}");
}
