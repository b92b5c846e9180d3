//! A gateway's own catalog file as Rust source: the generator door.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use super::catalog::row;
use super::names;
use super::write::{camel, doc, literal};
use crate::catalog::{
    Catalog, Entry, ErrorCode, Exposure, File, Kind, Layer, Param, ParamType, Problem, Problems,
    Status,
};

/// The environment variable that makes [`assert_fresh`] rewrite.
pub const UPDATE: &str = "WIREFAULT_UPDATE";

/// Generates a gateway's own codes from its layer file: the enum, its entries in static memory,
/// and a typed constructor for each.
///
/// The source is a module of its own, with what [`error_codes!`](crate::error_codes) declares and
/// the constructors under `errors`. What else the layer states (overrides, languages, bodies) is
/// no code: load the same file with [`Layer::from_toml`] at the start.
///
/// From a test that keeps a committed file fresh, which costs the gateway's build nothing:
///
/// ```
/// use wirefault::catalog::File;
/// use wirefault::codegen;
///
/// let text = r#"
/// name = "acme"
/// domain = "api.acme.example"
/// [[entry]]
/// key = "tool_loop_limit"
/// category = "invalid_request"
/// http_status = 422
/// retry = "never"
/// fault = "client"
/// title = "Too many tool calls"
/// message = "Stopped after {iterations} tool calls."
/// description = "The model kept calling tools until the limit of this gateway."
/// remediation = ["Split the task."]
/// params = { iterations = { type = "int", example = 25 } }
/// "#;
/// let source = codegen::layer(File { name: "acme.toml", text }, "Acme")?;
/// assert!(source.contains("pub enum Acme {"));
/// assert!(source.contains("pub fn iterations(self, value: i64) -> Self"));
/// # Ok::<(), wirefault::catalog::Problems>(())
/// ```
///
/// From a build script the source goes to `OUT_DIR` with [`write_if_changed`].
///
/// # Errors
///
/// Everything that is wrong with the file, all at once; a file without entries of its own; names
/// that are no names in Rust: the type's, a key's, a parameter's.
pub fn layer(file: File<'_>, name: &str) -> Result<String, Problems> {
    let refuse = |rule, message: String, fix| {
        let problem = Problem::error(rule, message, fix).in_file(Some(file.name));
        Err(Problems(vec![problem]))
    };
    let layer = Layer::from_bytes(file.name, file.text.as_bytes())?;
    let catalog = Catalog::builder().layer(layer).build()?;
    let own = catalog
        .entries()
        .iter()
        .filter(|resolved| ErrorCode::from_key(resolved.key()).is_none());
    let entries: Vec<&Entry> = own.map(|resolved| resolved.entry()).collect();
    if entries.is_empty() {
        return refuse(
            "no-entries",
            "the file has no entry of its own".to_owned(),
            "add `[[entry]]`: what only changes standard entries needs no generator",
        );
    }
    let problems = names::check(&entries);
    if !problems.is_empty() {
        return Err(Problems(file.locate_all(problems)));
    }
    let first = name.bytes().next().is_some_and(|b| b.is_ascii_uppercase());
    if !first || name == "Self" || !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return refuse(
            "type-name",
            format!("`{name}` is no name of a Rust type"),
            "write it as `Acme`",
        );
    }
    Ok(source(file.name, name, &entries))
}

/// Compares a generated source with the committed file, in a test; with `WIREFAULT_UPDATE=1` it
/// rewrites the file.
///
/// # Panics
///
/// If they differ, or the file cannot be written. The message says which command to run.
pub fn assert_fresh(path: impl AsRef<Path>, source: &str) {
    let path = path.as_ref();
    let committed = fs::read_to_string(path).unwrap_or_default();
    if committed.replace("\r\n", "\n") == source {
        return;
    }
    let update = std::env::var_os(UPDATE).is_some();
    assert!(
        update,
        "{} is stale: run the test with {UPDATE}=1 and commit the result",
        path.display()
    );
    let written = write_if_changed(path, source);
    assert!(written.is_ok(), "{}: {written:?}", path.display());
}

/// Writes a generated source, in a build script; a file that is the same is left alone, so that
/// nothing is compiled again.
///
/// # Errors
///
/// What the file system says.
pub fn write_if_changed(path: impl AsRef<Path>, source: &str) -> io::Result<bool> {
    let path = path.as_ref();
    if fs::read_to_string(path).is_ok_and(|committed| committed == source) {
        return Ok(false);
    }
    fs::write(path, source)?;
    Ok(true)
}

fn source(file: &str, name: &str, entries: &[&Entry]) -> String {
    let file = Path::new(file)
        .file_name()
        .map(|name| name.to_string_lossy().replace(char::is_control, " "));
    let file = file.unwrap_or_default();
    let mut out = format!(
        "// @generated from {file} by wirefault::codegen. Do not edit by hand.\n\n\
         #[allow(unused_imports)]\nuse std::time::Duration;\n\n\
         #[allow(unused_imports)]\nuse wirefault::catalog::{{\n    \
         Category, Entry, Exposure, Fault, Kind, LookupError, MessageContract, NoticeRow, Param, ParamType, \
         Retry, Row, Stability, Status, text as t,\n}};\n\
         use wirefault::{{Code, GatewayError}};\n\n"
    );
    declaration(&mut out, &file, name, entries);
    let _ = writeln!(out, "static ENTRIES: [Entry; {}] = [", entries.len());
    for entry in entries {
        row(&mut out, entry);
    }
    out.push_str("];\n\n");
    implementation(&mut out, name, entries);
    constructors(&mut out, name, entries);
    out
}

fn declaration(out: &mut String, file: &str, name: &str, entries: &[&Entry]) {
    let _ = writeln!(
        out,
        "/// The codes of `{file}`.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum {name} {{"
    );
    for entry in entries {
        let status = match entry.status {
            Status::Fixed(code) => code.to_string(),
            Status::Upstream4xx => "the upstream's 4xx".to_owned(),
        };
        let title = format!("{} ({status}).", entry.wording.title);
        let _ = writeln!(out, "{}    ///", doc("    ", &title));
        out.push_str(&doc("    ", &entry.wording.description));
        let _ = writeln!(out, "    {},", camel(&entry.key));
    }
    out.push_str("}\n\n");
}

fn implementation(out: &mut String, name: &str, entries: &[&Entry]) {
    let list = |arm: &dyn Fn(&str, &str) -> String| -> String {
        let arms = entries
            .iter()
            .map(|entry| arm(&entry.key, &camel(&entry.key)));
        arms.collect()
    };
    let all = list(&|_, variant| format!("        {name}::{variant},\n"));
    let keys =
        list(&|key, variant| format!("            {name}::{variant} => {},\n", literal(key)));
    let parsed =
        list(&|key, variant| format!("            {} => Some({name}::{variant}),\n", literal(key)));
    let _ = write!(
        out,
        "impl {name} {{\n    /// Every code, in order.\n    pub const ALL: &'static [Self] = &[\n{all}    ];\n\n    \
         /// The entries, in the order of the codes.\n    pub const ENTRIES: &'static [Entry] = &ENTRIES;\n\n    \
         /// Returns the key.\n    pub const fn as_str(self) -> &'static str {{\n        match self {{\n{keys}        }}\n    }}\n\n    \
         /// Returns the entry.\n    pub const fn entry(self) -> &'static Entry {{\n        &ENTRIES[self as usize]\n    }}\n\n    \
         /// Returns the code with this key.\n    pub fn from_key(key: &str) -> Option<Self> {{\n        match key {{\n{parsed}            _ => None,\n        }}\n    }}\n}}\n\n\
         impl std::fmt::Display for {name} {{\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n        f.pad(self.as_str())\n    }}\n}}\n\n\
         impl AsRef<str> for {name} {{\n    fn as_ref(&self) -> &str {{\n        self.as_str()\n    }}\n}}\n\n\
         impl std::str::FromStr for {name} {{\n    type Err = LookupError;\n\n    fn from_str(key: &str) -> Result<Self, LookupError> {{\n        Self::from_key(key).ok_or_else(|| wirefault::macros::unknown(key, &ENTRIES))\n    }}\n}}\n\n\
         impl From<{name}> for GatewayError {{\n    fn from(code: {name}) -> Self {{\n        code.entry().into()\n    }}\n}}\n\n\
         impl From<{name}> for Code {{\n    fn from(code: {name}) -> Self {{\n        Code::own(code.as_str())\n    }}\n}}\n\n"
    );
}

fn constructors(out: &mut String, name: &str, entries: &[&Entry]) {
    out.push_str("/// Typed constructors, one for each error.\npub mod errors {\n");
    for entry in entries.iter().filter(|entry| entry.kind == Kind::Error) {
        let variant = camel(&entry.key);
        let _ = write!(
            out,
            "\n{}    #[derive(Clone, Debug)]\n    #[must_use]\n    pub struct {variant}(wirefault::GatewayError);\n\n    \
             impl {variant} {{\n        /// Creates the error without parameters.\n        pub fn new() -> Self {{\n            {variant}(super::{name}::{variant}.into())\n        }}\n",
            doc("    ", &format!("{}.", entry.wording.title)),
        );
        let shown = |param: &&Param| param.exposure != Exposure::Secret;
        for param in entry.params.iter().filter(shown) {
            method(out, &variant, param);
        }
        let _ = write!(
            out,
            "\n        /// Returns the error.\n        pub fn build(self) -> wirefault::GatewayError {{\n            self.0\n        }}\n    }}\n\n    \
             impl std::default::Default for {variant} {{\n        fn default() -> Self {{\n            {variant}::new()\n        }}\n    }}\n\n    \
             impl std::convert::From<{variant}> for wirefault::GatewayError {{\n        fn from(typed: {variant}) -> Self {{\n            typed.0\n        }}\n    }}\n"
        );
    }
    out.push_str("}\n");
}

fn method(out: &mut String, variant: &str, param: &Param) {
    let (argument, value) = match (param.exposure, param.kind) {
        (Exposure::Redacted, _) => ("wirefault::text::PublicText", "value"),
        (_, ParamType::Int) => ("i64", "value"),
        (_, ParamType::Money) => ("wirefault::Money", "value"),
        (_, ParamType::Duration) => ("std::time::Duration", "value"),
        (_, ParamType::List) => (
            "impl std::iter::IntoIterator<Item = impl std::convert::Into<std::string::String>>",
            "value.into_iter().map(std::convert::Into::into).collect::<std::vec::Vec<std::string::String>>()",
        ),
        (_, ParamType::String | ParamType::Enum) => (
            "impl std::convert::Into<std::borrow::Cow<'static, str>>",
            "wirefault::Value::Text(value.into())",
        ),
    };
    let fallback = format!("Sets `{}`.", param.name);
    let description = match param.description.is_empty() {
        true => fallback.as_str(),
        false => param.description.as_ref(),
    };
    let _ = write!(
        out,
        "\n{}        pub fn {}(self, value: {argument}) -> Self {{\n            {variant}(self.0.with({}, {value}))\n        }}\n",
        doc("        ", description),
        names::setter(&param.name),
        literal(&param.name),
    );
}
