use super::*;

fn masked(text: &str) -> String {
    Sanitiser::standard().mask(text).into_owned()
}

#[test]
fn keys_go_and_the_sentence_stays() {
    for (text, expected) in [
        (
            "Incorrect API key provided: sk-proj-****SJh4. You can",
            "Incorrect API key provided: [redacted]. You can",
        ),
        (
            "in organization `org_01kjh7p9n8` on tokens",
            "in organization `[redacted]` on tokens",
        ),
        (
            "Your api key: ****iKey is invalid",
            "Your api key: [redacted] is invalid",
        ),
        ("key sk-…abcd was", "key [redacted] was"),
        ("billing on project 123.", "billing on project [redacted]."),
        (
            "用户额度不足, 剩余额度: ¥0.000000",
            "用户额度不足, 剩余额度: ¥[redacted]",
        ),
    ] {
        assert_eq!(masked(text), expected);
    }
}

/// Counts the bytes looked at while a text is masked.
fn work(text: &str) -> u64 {
    let mut work = Work::default();
    let _ = Sanitiser::standard().spans(text, &mut work, LEVELS);
    work.0
}

#[test]
fn work_grows_with_the_text_and_no_faster() {
    let hostile = [
        "a",
        ".",
        "/",
        "@",
        ":",
        "-",
        "=",
        "*",
        "sk-",
        "org-",
        "a.a",
        "a@",
        "a:a",
        "://",
        "http://",
        "1.1.1.",
        "a-a_",
        "eyJ",
        "AKIA",
        "projects/a1/",
        "sk-aaaa.",
        "sk-aaaa\n",
        "is 1 ",
        "key ",
        "key:",
        "api key ",
        "账号",
        "账号 ",
        "<a>nginx</a>",
        "\\u0040",
        "%41",
        "\\\\",
        "cooldown_list=[",
        "x, a1: ",
        "to infer with errors: a: ",
        "…",
        "[redacted]",
        "a&b=",
        "http://a ",
        "::",
        "1:",
        "1f:",
        "arn:",
        "***",
        "a*",
        "((((",
        "/a",
        "//",
        "user@host.com ",
    ];
    for unit in hostile {
        let small = unit.repeat(20_000 / unit.len());
        let large = unit.repeat(80_000 / unit.len());
        let (few, many) = (work(&small), work(&large));
        assert!(
            many <= few * 5 + 10_000,
            "{unit:?}: {few} for {}, {many} for {}",
            small.len(),
            large.len()
        );
        assert!(
            many <= 80 * large.len() as u64,
            "{unit:?}: {many} for {}",
            large.len()
        );
    }
}
