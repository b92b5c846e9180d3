//! What is on hold for failures that say less than their condition: checked, and written as tables.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::rule_rows::{HeldRow, HoldRow, RuleFile};
use super::rules::{camel, code_ids, option as word, phrase_ids};

/// Refuses cooldowns that say nothing or too much, all at once.
pub(super) fn check(file: &RuleFile) -> Result<(), String> {
    let mut problems = Vec::new();
    for rule in &file.rules {
        if let Some(held) = &rule.cooldown {
            let found = problem(held, &rule.condition, file);
            problems.extend(found.map(|found| format!("rule `{}`: {found}", rule.id)));
        }
    }
    for hold in &file.holds {
        let mut refuse = |found: String| problems.push(format!("hold `{}`: {found}", hold.id));
        if hold.condition.is_empty() {
            refuse("say in `condition` for which failures it is".to_owned());
        }
        if hold.text.is_empty() && hold.code.is_empty() {
            refuse("it needs `text` or `code`, else it holds for every failure".to_owned());
        }
        for condition in &hold.condition {
            problem(&hold.cooldown, condition, file).map(&mut refuse);
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.join("\n"))
    }
}

/// Returns what is wrong with a cooldown of a failure of this condition.
fn problem(held: &HeldRow, condition: &str, file: &RuleFile) -> Option<String> {
    let row = file.conditions.iter().find(|row| row.name == condition);
    let usual = row.and_then(|row| row.cooldown.as_ref());
    let scope = held.scope.as_ref().or(usual.map(|usual| &usual.scope));
    let seconds = held.seconds.or(usual.map(|usual| usual.seconds));
    let longest = |scope: &String| file.longest.iter().find(|row| row.scope == *scope);
    match (&held.scope, held.seconds) {
        (None, None) => return Some("`cooldown` needs `scope`, `seconds` or both".to_owned()),
        (Some(_), Some(0)) => {
            return Some("0 seconds put nothing on hold: leave `scope` out".to_owned());
        }
        (None, Some(0)) if usual.is_none() => {}
        (None, Some(0)) => return None,
        _ => {}
    }
    let (Some(scope), Some(seconds)) = (scope, seconds) else {
        let missing = "a failure of `{}` puts nothing on hold: give `scope` and `seconds`";
        return Some(missing.replace("{}", condition));
    };
    if usual.is_some_and(|usual| usual.scope == *scope && usual.seconds == seconds) {
        return Some(format!("`cooldown` is what `{condition}` has anyway"));
    }
    let longest = longest(scope).filter(|row| held.seconds.is_some_and(|own| own > row.seconds));
    longest.map(|row| {
        let most = row.seconds;
        format!("{seconds} seconds are more than the longest cooldown of `{scope}`, {most}")
    })
}

/// Writes what a rule says of its cooldown.
pub(super) fn option(held: Option<&HeldRow>) -> String {
    held.map_or("None".to_owned(), |held| format!("Some({})", literal(held)))
}

fn literal(held: &HeldRow) -> String {
    let (scope, seconds) = (word("S", held.scope.as_deref()), held.seconds);
    format!("Held {{ scope: {scope}, seconds: {seconds:?} }}")
}

/// Writes the rows that hold for several rules.
pub(super) fn write(
    out: &mut String,
    holds: &[HoldRow],
    phrases: &BTreeMap<String, usize>,
    codes: &BTreeMap<String, usize>,
) {
    out.push_str("\npub(super) static HOLDS: &[Hold] = &[\n");
    for hold in holds {
        let conditions = hold
            .condition
            .iter()
            .map(|name| format!("C::{}", camel(name)));
        let _ = writeln!(
            out,
            "    Hold {{ conditions: &[{}], text: &{:?}, with: &{:?}, unless: &{:?}, code: &{:?}, cooldown: {} }},",
            conditions.collect::<Vec<_>>().join(", "),
            phrase_ids(&hold.text, phrases),
            phrase_ids(&hold.with, phrases),
            phrase_ids(&hold.unless, phrases),
            code_ids(&hold.code, codes),
            literal(&hold.cooldown),
        );
    }
    out.push_str("];\n");
}
