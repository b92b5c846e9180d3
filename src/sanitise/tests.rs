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
        ("panic: goroutine 1 [running]: main.go", "panic: [redacted]"),
        (
            "ask type.example.com or project \"Socket.IO\" now",
            "ask [redacted] or project \"[redacted]\" now",
        ),
        (
            "用户额度不足, 剩余额度: ¥0.000000",
            "用户额度不足, 剩余额度: ¥[redacted]",
        ),
    ] {
        assert_eq!(masked(text), expected);
    }
}

#[test]
fn what_a_mark_joins_to_a_word_goes_as_well() {
    for (text, expected) in [
        ("原因:localhost:11434", "原因:[redacted]"),
        ("dial:vllm-a7:8000: refused", "dial:[redacted]: refused"),
        ("bad request:nginx/1.25.3", "bad request:[redacted]"),
        ("Fehler:2001:db8:a5ad::687d", "Fehler:[redacted]"),
        (
            "bad:fc6b:fa22:e123:ca3d:e51e:8cd5:74af:8a61",
            "bad:[redacted]",
        ),
        ("path=/srv/llm/models", "path=[redacted]"),
        (
            "dir:/srv/llm/models is missing",
            "dir:[redacted] is missing",
        ),
        ("<pre>/srv/llm/x</pre>", "<pre>[redacted]</pre>"),
        ("open C:\\Users\\bob\\x.gguf now", "open [redacted] now"),
        ("at=D:\\models\\a", "at=[redacted]"),
        ("\"C:\\\\temp\\\\x\"", "\"[redacted]\""),
        (
            "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY x",
            "AWS_SECRET_ACCESS_KEY=[redacted] x",
        ),
        (
            "AZURE_CLIENT_SECRET=abcdefghi1",
            "AZURE_CLIENT_SECRET=[redacted]",
        ),
        (
            "AWS_SESSION_TOKEN: FwoGZXIvYXdz",
            "AWS_SESSION_TOKEN: [redacted]",
        ),
    ] {
        assert_eq!(masked(text), expected);
    }
}

#[test]
fn what_only_looks_joined_stays() {
    for text in [
        "POST:/v1/chat/completions is a route",
        "see <b>/v1/models</b> for the list",
        "in std::f32::consts at 12:30:45",
        "Option A:\\nNext B:\\nLast",
        "max_tokens:4096 and top_p:0.5",
        "<unit>/minute",
        "ratio 3:4:5, level:warn:3",
        "max_token=100, next_token: null",
    ] {
        assert_eq!(masked(text), text);
    }
}

/// Counts the bytes looked at while a text is masked.
fn work(text: &str) -> u64 {
    let mut work = Work::default();
    let _ = Sanitiser::standard().spans(text, &mut work, LEVELS);
    work.0
}

/// Counts them with the second looks at what masks left.
fn work_of_mask(text: &str) -> u64 {
    let mut work = Work::default();
    let _ = Sanitiser::standard().mask_counted(text, &mut work);
    work.0
}

#[test]
fn second_looks_grow_with_the_text_and_no_faster() {
    for unit in [
        "a@b.com,",
        "a@b.comorg,",
        "a@b.comorg 5 ",
        "key-a@b.com",
        "sk-abcdefgh1\u{df}",
        "x-10.0.0.1-",
        "[redacted]a",
        // Between masks nothing tells.
        " xsk-ReQSj8BtBY235Ve55PXxK48j",
        "org-11aa22bb33cc44dd XXXX",
    ] {
        let few = work_of_mask(&unit.repeat(20_000 / unit.len()));
        let many = work_of_mask(&unit.repeat(80_000 / unit.len()));
        assert!(many <= few * 5 + 10_000, "{unit:?}: {few}, {many}");
    }
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
