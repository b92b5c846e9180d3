//! Released baselines, and the check in a gateway's own tests.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Report, Severity, check, version};
use crate::export::{self, Audience};
use crate::protocol::Renderer;

/// The environment variable that makes [`assert_compatible`] write a baseline.
pub const RELEASE: &str = "WIREFAULT_RELEASE";

/// Compares a catalog with the newest baseline in a folder, in a gateway's own tests.
///
/// The folder holds one export per released version, `1.4.0.json`. A change that is breaking or
/// dangerous needs a version of the catalog that rises far enough; additions and wording may wait
/// for the next release, unless the version has risen already. With `WIREFAULT_RELEASE=1` the
/// export of the catalog's current version is written; baselines of other versions are never
/// touched.
///
/// ```no_run
/// # let renderer = wirefault::Renderer::standard();
/// wirefault::compat::assert_compatible("catalog/released", renderer);
/// ```
///
/// # Panics
///
/// If the folder has no baseline or the catalog may not follow it, with the report and what to do.
pub fn assert_compatible(folder: impl AsRef<Path>, renderer: &Renderer) {
    let refused = compatible(folder.as_ref(), renderer).err();
    assert!(refused.is_none(), "{}", refused.unwrap_or_default());
}

fn compatible(folder: &Path, renderer: &Renderer) -> Result<(), String> {
    let now = renderer.catalog().version();
    let failed =
        |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let export = export::json(renderer, Audience::Internal, "en");
    let new: Value = serde_json::from_str(&export).map_err(|error| error.to_string())?;
    if std::env::var_os(RELEASE).is_some() {
        let path = folder.join(format!("{now}.json"));
        let text = serde_json::to_string_pretty(&sorted(new)).map_err(|error| error.to_string())?;
        fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
        return fs::write(&path, text + "\n").map_err(|error| failed(&path, &error));
    }
    let Some((released, path)) = newest(folder) else {
        return Err(format!(
            "{} holds no baseline: run the test once with {RELEASE}=1 and commit {now}.json",
            folder.display()
        ));
    };
    let text = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
    let old: Value = serde_json::from_str(&text).map_err(|error| failed(&path, &error))?;
    let report = check(&old, &new).map_err(|error| failed(&path, &error))?;
    if allowed(&report, &released, now) {
        return Ok(());
    }
    Err(format!(
        "the catalog may not follow {} as version {now}:\n{report}\nundo the changes, or raise the \
         catalog's version; for a release run the test once with {RELEASE}=1",
        path.display()
    ))
}

/// Sorts the keys of every object: a build may keep them in another order.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields.into_iter().collect();
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            let fields = fields.into_iter();
            fields.map(|(name, value)| (name, sorted(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        other => other,
    }
}

/// The same version cannot be released again, so what is harmless may gather under it.
fn allowed(report: &Report, released: &str, now: &str) -> bool {
    let heavy = report.at_least(Severity::Danger).next().is_some();
    let unreleased = version(released) == version(now);
    report.is_covered(released, now) || unreleased && !heavy
}

fn newest(folder: &Path) -> Option<(String, PathBuf)> {
    let files = fs::read_dir(folder).ok()?.flatten();
    let baselines = files.filter_map(|file| {
        let name = file.file_name().to_str()?.strip_suffix(".json")?.to_owned();
        Some((version(&name)?, name, file.path()))
    });
    let (_, name, path) = baselines.max()?;
    Some((name, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn harmless_changes_may_wait_and_heavy_ones_need_a_version() {
        let document = |entry: Value| json!({"entries": [entry]});
        let old = document(json!({"key": "a_key", "title": "Old", "retry": "now"}));
        let report = |entry| check(&old, &document(entry)).unwrap();
        let text = report(json!({"key": "a_key", "title": "New", "retry": "now"}));
        assert!(allowed(&text, "1.2.0", "1.2.0"));
        assert!(allowed(&text, "1.2.0", "1.2.1"));
        let danger = report(json!({"key": "a_key", "title": "Old", "retry": "never"}));
        assert!(!allowed(&danger, "1.2.0", "1.2.0"));
        assert!(!allowed(&danger, "1.2.0", "1.2.1"));
        assert!(allowed(&danger, "1.2.0", "1.3.0"));
        let breaking = report(json!({"key": "b_key", "title": "Old", "retry": "now"}));
        assert!(!allowed(&breaking, "1.2.0", "1.3.0"));
        assert!(allowed(&breaking, "1.2.0", "2.0.0"));
        assert!(allowed(&breaking, "0.2.0", "0.3.0"));
        assert!(!allowed(&breaking, "0.2.0", "0.2.1"));
    }
}
