//! What people read.

use crate::catalog::{
    Catalog, Entry, ErrorCode, LanguagePolicy, Piece, Problem, Resolved, Template,
};

/// Names that tell clients whom the gateway calls.
const PROVIDERS: &[&str] = &[
    "OpenAI",
    "Anthropic",
    "Claude",
    "Gemini",
    "Google",
    "Vertex",
    "Azure",
    "Bedrock",
    "AWS",
    "Mistral",
    "DeepSeek",
    "Cohere",
    "Groq",
    "xAI",
    "Grok",
    "OpenRouter",
    "Moonshot",
    "DashScope",
    "Qwen",
    "Zhipu",
    "MiniMax",
    "Together",
    "Fireworks",
    "Cerebras",
    "GPT",
];

/// How keys begin.
const KEYS: &[&str] = &[
    "sk-",
    "sk_",
    "pk-",
    "rk_",
    "AIza",
    "AKIA",
    "ASIA",
    "ghp_",
    "gho_",
    "github_pat_",
    "glpat-",
    "xoxb-",
    "xoxp-",
    "hf_",
    "gsk_",
    "xai-",
    "eyJ",
    "ya29.",
];

/// Words of advice, which belongs in `remediation`.
const ADVICE: &[&str] = &[
    "please",
    "you should",
    "you must",
    "try again",
    "contact us",
];

/// The shortest run of letters and digits that is taken for a key without a known beginning.
const RUN: usize = 32;

/// Checks the texts of one entry.
pub(super) fn check(catalog: &Catalog, resolved: &Resolved, found: &mut Vec<Problem>) {
    let entry = resolved.entry();
    let mut report = |problem: Problem, field: &str| found.push(problem.at(resolved.key(), field));
    for (field, text) in public(entry) {
        secrets(text, field, &mut report);
        provider(text, field, &mut report);
        if text.contains("://") || text.contains("www.") {
            let problem = Problem::warning(
                "url-literal",
                "an address stands in the text",
                "set a variable under `[variables]`, and write `{@name}`",
            );
            report(problem, field);
        }
    }
    style(entry, &mut report);
    operator(entry, &mut report);
    translations(catalog, resolved, &mut report);
}

/// The texts that clients read: field and text.
fn public(entry: &Entry) -> impl Iterator<Item = (&'static str, &str)> {
    let wording = &entry.wording;
    let lists = [
        ("message", &wording.message),
        ("causes", &wording.causes),
        ("remediation", &wording.remediation),
    ];
    let lists = lists
        .into_iter()
        .flat_map(|(field, list)| list.iter().map(move |text| (field, text.as_ref())));
    [
        ("title", wording.title.as_ref()),
        ("description", wording.description.as_ref()),
    ]
    .into_iter()
    .chain(lists)
}

fn secrets(text: &str, field: &str, report: &mut impl FnMut(Problem, &str)) {
    let part = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let key = text.split(part).any(|word| {
        let digits = word.bytes().any(|b| b.is_ascii_digit());
        let letters = word.bytes().any(|b| b.is_ascii_alphabetic());
        let known = KEYS.iter().any(|begin| word.starts_with(begin)) && word.len() >= 20;
        let run = word.len() >= RUN && !word.contains(['.', '_']);
        digits && letters && (known || run)
    });
    if key {
        let problem = Problem::error(
            "text-secret",
            "something like a key stands in the text",
            "write a placeholder, and replace the key if it was a real one",
        );
        report(problem, field);
    }
}

fn provider(text: &str, field: &str, report: &mut impl FnMut(Problem, &str)) {
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    if let Some(name) = words.find(|word| PROVIDERS.contains(word)) {
        let problem = Problem::warning(
            "text-provider",
            format!("`{name}` tells clients whom the gateway calls"),
            "speak of the upstream provider",
        );
        report(problem, field);
    }
}

fn style(entry: &Entry, report: &mut impl FnMut(Problem, &str)) {
    let wording = &entry.wording;
    let title = wording.title.as_ref();
    let begins_low = title.chars().next().is_some_and(char::is_lowercase);
    if begins_low
        || title.ends_with(['!', '?', ':', '\u{ff01}', '\u{ff1f}'])
        || title.contains(['{', '\n'])
    {
        let problem = Problem::warning(
            "title-style",
            "the title is no name of the error",
            "begin with a capital, and leave out placeholders and marks at its end",
        );
        report(problem, "title");
    }
    if !sentence(&wording.description) {
        let problem = Problem::warning(
            "description-style",
            "the description does not end as a sentence",
            "write whole sentences",
        );
        report(problem, "description");
    }
    let description = wording.description.to_lowercase();
    if let Some(words) = ADVICE.iter().find(|words| description.contains(*words)) {
        let problem = Problem::warning(
            "description-advice",
            format!("`{words}` is advice, and the description states facts"),
            "move it to `remediation`",
        );
        report(problem, "description");
    }
    let begs = |step: &str| step.to_lowercase().starts_with("please");
    let bad = |step: &&crate::catalog::Text| !sentence(step) || begs(step);
    if wording.remediation.iter().any(|step| bad(&step)) {
        let problem = Problem::warning(
            "remediation-style",
            "a step does not end as a sentence, or begins with `please`",
            "tell the caller what to do, a sentence a step",
        );
        report(problem, "remediation");
    }
}

fn sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['`', ')', '"', '”', '’']);
    text.ends_with(['.', '!', '?', '。', '\u{ff01}', '\u{ff1f}', '…', '}'])
}

fn operator(entry: &Entry, report: &mut impl FnMut(Problem, &str)) {
    let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
    let mut steps = entry.wording.remediation.iter();
    if steps.any(|step| {
        entry
            .operator_action
            .iter()
            .any(|action| same(step, action))
    }) {
        let problem = Problem::warning(
            "operator-in-remediation",
            "a step for the operator stands among the caller's, who cannot do it",
            "keep it in `operator_action` alone",
        );
        report(problem, "remediation");
    }
}

/// An own entry whose readers may ask for a language that it does not have.
fn translations(catalog: &Catalog, resolved: &Resolved, report: &mut impl FnMut(Problem, &str)) {
    let own = ErrorCode::from_key(resolved.key()).is_none();
    if !own || catalog.language_policy() == LanguagePolicy::Off {
        return;
    }
    let Some(first) = resolved.texts.first() else {
        return;
    };
    let constant = |template: &Template| {
        let mut pieces = template.pieces().iter();
        pieces.all(|piece| !matches!(piece, Piece::Literal(_)))
    };
    let missing: Vec<&str> = (catalog.languages().iter().zip(&resolved.texts).skip(1))
        .filter(|(_, texts)| *texts == first && !texts.message.iter().all(constant))
        .map(|(tag, _)| tag.as_str())
        .collect();
    if !missing.is_empty() {
        let problem = Problem::warning(
            "translation-absent",
            format!("the entry has no texts in {}", missing.join(", ")),
            "add `[text.TAG.KEY]`, or set `language_policy` to `off`",
        );
        report(problem, "text");
    }
}
