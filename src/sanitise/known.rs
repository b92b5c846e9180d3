//! What the name of a channel or a pool is told from: models, providers, words of a sentence.

use super::class::{DASH, DIGIT, DOT, LETTER, LOWER, UPPER, class, is_alnum, kinds};
use super::generated::{
    EVERYDAY, GATEWAY_WORDS, MODEL_FAMILIES, MODEL_WORDS, PHRASES, PLANS, PROSE, PROVIDERS,
};
use super::shape::may_be_version;
use super::tables::listed_folded;

/// Returns true for what an operator calls a channel: `relay-eu-2`, `openai_prod`, `pool7`; false for
/// models, providers, versions and words that hyphens join.
pub(super) fn is_named(value: &[u8]) -> bool {
    is_telling(value) && !is_public(value)
}

/// Returns true for a name with a digit or a hyphen in it that is no version and no prose.
pub(super) fn is_telling(value: &[u8]) -> bool {
    let letter = |byte: &u8| *byte >= 0x80 || class(*byte) & LETTER != 0;
    (3..=96).contains(&value.len())
        && value.first().is_some_and(letter)
        && !may_be_version(value)
        && value.iter().filter(|byte| letter(byte)).count() > 1
        && kinds(value) & (DIGIT | DASH) != 0
        && !is_wording(value)
}

/// Returns true for a word of a sentence, and for some that hyphens or strokes join: `rate-limited`,
/// `not_found_error`, `HTTP2`.
pub(super) fn is_wording(value: &[u8]) -> bool {
    let mut parts = value.split(|&byte| byte < 0x80 && class(byte) & LETTER == 0);
    parts.all(|part| part.len() < 2 || is_word(part))
}

fn is_word(part: &[u8]) -> bool {
    listed_folded(EVERYDAY, part)
        || listed_folded(PROSE, part)
        || listed_folded(GATEWAY_WORDS, part)
        || is_phrase(part)
}

/// Returns true for what a sentence in Chinese says, which blanks do not part into words.
pub(super) fn is_phrase(part: &[u8]) -> bool {
    let said = |row: &&str| memchr::memmem::find(part, row.as_bytes()).is_some();
    !part.is_ascii() && PHRASES.iter().any(said)
}

/// Returns true for the name of a model, with or without its provider's, and for a provider's name.
pub(super) fn is_public(value: &[u8]) -> bool {
    let mut parts = value
        .split(|&byte| !is_alnum(byte) && byte < 0x80)
        .filter(|part| !part.is_empty())
        .skip_while(|part| listed_folded(PROVIDERS, part));
    let Some(first) = parts.next() else {
        return true;
    };
    // "anthropic-version"
    if is_word(first) {
        return parts.all(is_word);
    }
    is_family(first)
        && !is_account(value)
        && parts.all(|part| is_size(part) || listed_folded(MODEL_WORDS, part) || is_family(part))
}

/// Returns true for what a sentence of advice may begin with, and no half of a value looks like: the
/// name of a model, the way to a parameter (`thinking.budget_tokens`), a small number (`1e-5`).
pub(super) fn is_advice(word: &[u8]) -> bool {
    if let [b'0'..=b'9', b'e', b'-', exponent @ ..] = word {
        return kinds(exponent) == DIGIT && exponent.len() < 3;
    }
    let seen = kinds(word);
    let model = seen & (DIGIT | DASH) == DIGIT | DASH
        && (5..=48).contains(&word.len())
        && is_public(word)
        && !listed_folded(EVERYDAY, word);
    // Without this mark it may be a host's end.
    let parameter = seen & !(LOWER | DIGIT | DASH | DOT) == 0
        && word.contains(&b'_')
        && word.first().is_some_and(u8::is_ascii_lowercase)
        && is_wording(word);
    model || parameter
}

/// Returns true for the name of a subscription with more behind it: `claude-max-2`.
fn is_account(value: &[u8]) -> bool {
    PLANS.iter().any(|plan| {
        let (head, rest) = value.split_at_checked(plan.len()).unwrap_or_default();
        head.eq_ignore_ascii_case(plan.as_bytes()) && matches!(rest, [b'-' | b'_', _, ..])
    })
}

/// Returns true for the first part of a model's name: `claude`, `o3`, `llama3`, `gpt4o`.
fn is_family(part: &[u8]) -> bool {
    let name = part
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let (name, rest) = part.split_at_checked(name).unwrap_or_default();
    listed_folded(MODEL_FAMILIES, name) && (rest.is_empty() || is_size(rest))
}

/// Returns true for a version, a size or a date: `4o`, `70b`, `a22b`, `fp8`, `20250219`.
fn is_size(part: &[u8]) -> bool {
    let letters = part
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    part.len() == 1 || (part.len() <= 8 && letters <= 2 && kinds(part) & DIGIT != 0)
}

/// Returns true for a word of letters that no sentence has there, nor the name of an error.
pub(super) fn is_plain_name(value: &[u8]) -> bool {
    let letters = value
        .iter()
        .all(|&byte| byte >= 0x80 || class(byte) & LETTER != 0);
    // "EOF", "TIMEOUT" and "RateLimitError" are what went wrong.
    let inner = value.is_ascii() && value.iter().skip(1).any(|&byte| class(byte) & UPPER != 0);
    letters && value.len() > 1 && !inner && !is_wording(value)
}

/// Returns true for a name of several words, each with a capital: `Acme Research GmbH`.
pub(super) fn is_title(value: &[u8]) -> bool {
    let small = |word: &[u8]| word.len() < 4 && !word.is_empty();
    let capital = |word: &[u8]| matches!(word, [b'A'..=b'Z' | b'0'..=b'9' | 0x80.., ..]);
    let mut words = value.split(|&byte| byte == b' ');
    let plain = |&byte: &u8| byte >= 0x80 || is_alnum(byte) || b" .,&'()-".contains(&byte);
    words.next().is_some_and(capital)
        && (1..6).contains(&words.clone().count())
        && words.all(|word| capital(word) || small(word))
        && value.iter().all(plain)
        && !is_wording(value)
}

/// Returns true for letters that no word is made of, twelve or more.
pub(super) fn is_drawn(letters: &[u8]) -> bool {
    let vowel = |byte: &u8| matches!(byte | 0x20, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let vowels = letters.iter().filter(|byte| vowel(byte)).count();
    let hard = letters.split(|byte| vowel(byte)).map(<[u8]>::len).max();
    letters.len() >= 12
        && letters.iter().all(u8::is_ascii_alphabetic)
        && (vowels * 4 <= letters.len() || hard.is_some_and(|hard| hard > 5))
        && !is_wording(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_letters_by_lot_are_told_from_words() {
        for title in [
            "Acme Research GmbH",
            "Bank of Example",
            "Example Labs, Inc.",
            "Über Werke",
        ] {
            assert!(is_title(title.as_bytes()), "{title}");
        }
        for other in [
            "Acme",
            "not found",
            "Rate Limit Exceeded",
            "User not found",
            "Foo: Bar",
        ] {
            assert!(!is_title(other.as_bytes()), "{other}");
        }
        for drawn in [
            "PROFUJHMSKEQ",
            "zkcdlyrclzevdglivsaq",
            "sipuyovszfusovnvbvbh",
        ] {
            assert!(is_drawn(drawn.as_bytes()), "{drawn}");
        }
        for word in [
            "authentication",
            "misconfiguration",
            "VERIFICATION",
            "abc",
            "internationally",
        ] {
            assert!(!is_drawn(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn names_are_told_from_models_and_words() {
        for name in [
            "claude-us-89",
            "relay-sg",
            "openai-primary",
            "azure-eastus2",
            "openai-us-62",
            "gpt4o-acme-prod",
            "DeepInfra-acct7",
            "pool7",
            "vip-eu",
            "claude-max-2",
            "gateway_rw",
            "backend-openai-2",
        ] {
            assert!(is_named(name.as_bytes()), "{name}");
        }
        for other in [
            "gpt-4o",
            "o3-mini",
            "claude-sonnet-4-20250514",
            "claude-3-5-sonnet-v2",
            "Llama-3.3-70B-Instruct-Turbo",
            "qwen3-235b-a22b",
            "text-embedding-3-large",
            "deepseek-r1-distill-llama-70b",
            "us.anthropic.claude-3-7-sonnet-20250219-v1",
            "openai",
            "amazon-bedrock",
            "azure-openai",
            "google-vertex",
            "rate-limited",
            "not_found_error",
            "HTTP2",
            "5xx",
            "v1beta",
            "v1.2.3-rc1",
            "x-request-id",
            "json_object",
        ] {
            assert!(!is_named(other.as_bytes()), "{other}");
        }
    }
}
