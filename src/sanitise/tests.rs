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
