//! Names of providers, as callers and layers write them: `Azure OpenAI`, `azure-openai`, `azure_openai`.

/// Returns true if both are the same name: neither case counts nor which mark parts two words.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    are_same(one.as_bytes(), other.as_bytes())
}

/// Returns true if a name is of a family, by which one of its words begins: `zhipu-coding-plan` and
/// `zhipuai` are of `zhipu`, `spark` is not of `ark`.
pub(crate) fn is_of_family(name: &str, family: &str) -> bool {
    let (name, family) = (name.as_bytes(), family.as_bytes());
    let begins_word = |at: usize| match at.checked_sub(1).and_then(|at| name.get(at)) {
        Some(before) => !before.is_ascii_alphanumeric(),
        None => at == 0,
    };
    let mut parts = name.windows(family.len().max(1)).enumerate();
    parts.any(|(at, part)| begins_word(at) && are_same(part, family))
}

fn are_same(one: &[u8], other: &[u8]) -> bool {
    let pairs = || one.iter().zip(other);
    one.len() == other.len() && pairs().all(|(one, other)| folded(*one) == folded(*other))
}

/// The marks between words count as one.
fn folded(byte: u8) -> u8 {
    match byte {
        b'_' | b'.' | b' ' | b'/' | b':' => b'-',
        _ => byte.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_marks_do_not_count() {
        for (one, other, same) in [
            ("OpenAI", "openai", true),
            ("Azure OpenAI", "azure_openai", true),
            ("z.ai", "Z-AI", true),
            ("azure-openai", "openai", false),
            ("openai", "", false),
        ] {
            assert_eq!(is_same(one, other), same, "{one} {other}");
        }
        for (name, family, of) in [
            ("zhipu-coding-plan", "zhipu", true),
            ("ZhipuAI", "zhipu", true),
            ("prod_workers-ai", "workers_ai", true),
            ("spark", "ark", false),
            ("ark", "spark", false),
            ("", "ark", false),
        ] {
            assert_eq!(is_of_family(name, family), of, "{name} {family}");
        }
    }
}
