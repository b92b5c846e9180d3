//! `wirefault explain`: what an entry means.

use std::fmt::Write as _;

use clap::Args as ClapArgs;
use serde_json::{Value, json};
use wirefault::catalog::LookupError;
use wirefault::export::{self, Audience};

use crate::catalog::{self, Layers};
use crate::failure::{Failure, Status};
use crate::output;

/// Says what an entry means, what causes it, and what to do.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The key of the entry, an alias, or its wire code.
    key: String,
    /// Prints the entry as JSON.
    #[arg(long)]
    json: bool,
    /// The language of the texts, such as `de`.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    #[command(flatten)]
    layers: Layers,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let renderer = args.layers.renderer()?;
    let language = catalog::language(renderer.catalog(), args.lang.as_deref())?;
    // Whoever runs the command runs the gateway, or is about to.
    let found = export::entry_json(&renderer, &args.key, Audience::Internal, language);
    let entry = match found {
        Ok(entry) => entry,
        Err(error) => {
            if args.json {
                output::document(&unknown(&error).to_string())?;
            }
            return Err(error.into());
        }
    };
    let entry: Value = serde_json::from_str(&entry).map_err(Failure::usage)?;
    match args.json {
        true => output::document(&serde_json::to_string_pretty(&entry).map_err(Failure::usage)?)?,
        false => output::document(&text(&entry, &args.key))?,
    }
    Ok(Status::Fine)
}

fn unknown(error: &LookupError) -> Value {
    let (word, near) = match error {
        LookupError::Ambiguous { word, candidates } => (word, candidates),
        LookupError::Unknown { word, near } => (word, near),
        _ => return json!({ "error": error.to_string() }),
    };
    json!({ "error": error.to_string(), "key": word, "near": near })
}

/// Writes an entry for people.
fn text(entry: &Value, asked: &str) -> String {
    let word = |name: &str| entry[name].as_str().unwrap_or_default();
    let mut out = String::new();
    let key = word("key");
    let _ = writeln!(out, "{key}: {}", word("title"));
    if asked != key {
        let _ = writeln!(out, "(`{asked}` is another name of it)");
    }
    if let Some(fate) = entry["deprecated"].as_object() {
        let _ = write!(out, "\nRetired in {}.", shown(&fate["since"]));
        if let Some(other) = fate["replaced_by"].as_str() {
            let _ = write!(out, " Use `{other}` instead.");
        }
        out.push('\n');
    }
    out.push('\n');
    for (label, value) in facts(entry) {
        let _ = writeln!(out, "  {label:<12}{value}");
    }
    section(&mut out, "Message", &list(&entry["messages"]), Bullet::None);
    section(
        &mut out,
        "What is true",
        &[word("description")],
        Bullet::None,
    );
    section(&mut out, "Causes", &list(&entry["causes"]), Bullet::Dash);
    let steps = list(&entry["remediation_steps"]);
    section(&mut out, "What the caller can do", &steps, Bullet::Number);
    let action = list(&entry["operator_action"]);
    section(&mut out, "What the operator can do", &action, Bullet::Dash);
    let params: Vec<String> = items(&entry["params"]).map(param).collect();
    let params: Vec<&str> = params.iter().map(String::as_str).collect();
    section(&mut out, "Parameters", &params, Bullet::Dash);
    let origins: Vec<String> = provenance(entry);
    let origins: Vec<&str> = origins.iter().map(String::as_str).collect();
    section(&mut out, "Where it comes from", &origins, Bullet::Dash);
    let _ = writeln!(
        out,
        "\nSee what a client receives: wirefault render {key} --protocol openai-chat"
    );
    out
}

/// Returns the facts of an entry that fit on a line.
fn facts(entry: &Value) -> Vec<(&'static str, String)> {
    let word = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    let mut status = shown(&entry["http_status"]);
    if entry["http_status_from_upstream"] == true {
        status.push_str(", or the upstream's own 4xx");
    }
    let mut rows = vec![
        ("status", status),
        ("code", shown(&entry["code"])),
        ("type", word("type")),
        ("category", word("category")),
        ("fault", word("fault")),
        ("retry", retry(entry)),
        ("param", word("typical_param")),
        ("aliases", list(&entry["aliases"]).join(", ")),
        ("related", list(&entry["related"]).join(", ")),
        ("since", word("since")),
        ("documents", word("doc_url")),
    ];
    for (protocol, spoken) in entry["protocols"].as_object().into_iter().flatten() {
        let label = match protocol.as_str() {
            "anthropic-messages" => "Anthropic",
            "gemini" => "Gemini",
            _ => continue,
        };
        rows.push((
            label,
            format!("{} {}", shown(&spoken["type"]), shown(&spoken["code"])),
        ));
    }
    rows.retain(|(_, value)| !value.is_empty());
    rows
}

fn retry(entry: &Value) -> String {
    let word = shown(&entry["retry"]);
    match (
        entry["retry_delay_s"].as_f64(),
        entry["retry_until"].as_str(),
    ) {
        (Some(delay), _) => format!("{word} {delay} s"),
        (None, Some(time)) => format!("{word} {time}"),
        (None, None) => word,
    }
}

fn param(param: &Value) -> String {
    let mut text = format!(
        "{} ({}): {} For example `{}`.",
        shown(&param["name"]),
        shown(&param["type"]),
        shown(&param["description"]),
        shown(&param["example"])
    );
    let values = list(&param["values"]);
    if !values.is_empty() {
        let _ = write!(text, " One of {}.", values.join(", "));
    }
    text
}

fn provenance(entry: &Value) -> Vec<String> {
    let fields = entry["provenance"].as_object();
    fields
        .into_iter()
        .flatten()
        .map(|(field, layer)| match field.as_str() {
            "*" => format!("the whole entry: {}", shown(layer)),
            field => format!("{field}: {}", shown(layer)),
        })
        .collect()
}

enum Bullet {
    None,
    Dash,
    Number,
}

fn section(out: &mut String, heading: &str, lines: &[&str], bullet: Bullet) {
    if lines.iter().all(|line| line.is_empty()) {
        return;
    }
    let _ = writeln!(out, "\n{heading}");
    for (at, line) in lines.iter().enumerate() {
        let mark = match bullet {
            Bullet::None => "  ".to_owned(),
            Bullet::Dash => "  - ".to_owned(),
            Bullet::Number => format!("  {}. ", at + 1),
        };
        wrap(out, &mark, line);
    }
}

/// Breaks a line before 96 characters, with the lines after the first indented under it.
fn wrap(out: &mut String, mark: &str, line: &str) {
    let mut width = mark.chars().count();
    let indent = " ".repeat(width);
    let full = width;
    out.push_str(mark);
    for word in line.split(' ') {
        let length = word.chars().count();
        if width > full && width + 1 + length > 96 {
            let _ = write!(out, "\n{indent}");
            width = full;
        }
        if width > full {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
    out.push('\n');
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn list(value: &Value) -> Vec<&str> {
    items(value).filter_map(Value::as_str).collect()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
