//! The rows of `catalog/sanitise/*.toml` as they are read.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Keys {
    pub(super) key: Vec<KeyRow>,
    pub(super) word: Vec<String>,
    pub(super) machine: Vec<String>,
    pub(super) kept: Vec<String>,
    pub(super) member: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyRow {
    pub(super) prefix: String,
    pub(super) min: u8,
    pub(super) glued: u8,
    pub(super) mixed: bool,
    #[serde(default)]
    pub(super) numbers: bool,
    /// It begins the name of a machine: see `machine` in the file.
    #[serde(skip)]
    pub(super) machine: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cues {
    pub(super) secret: Vec<String>,
    pub(super) id: Vec<String>,
    pub(super) trace: Vec<String>,
    pub(super) money: Vec<String>,
    pub(super) sum: Vec<String>,
    pub(super) name: Vec<String>,
    pub(super) server: Vec<String>,
    pub(super) key: Vec<String>,
    pub(super) host: Vec<String>,
    pub(super) route: Vec<String>,
    pub(super) failed: Vec<String>,
    pub(super) breaker: Vec<String>,
    pub(super) link: Vec<String>,
    pub(super) glued: Vec<String>,
    pub(super) pair: Vec<String>,
    pub(super) filler: Vec<String>,
    pub(super) host_lead: Vec<String>,
    pub(super) key_lead: Vec<String>,
    pub(super) errno: Vec<String>,
    pub(super) syscall: Vec<String>,
    pub(super) store: Vec<String>,
    pub(super) phrase: Vec<String>,
    pub(super) emphasis: Vec<String>,
    pub(super) block: Vec<String>,
    pub(super) money_before: Vec<String>,
    pub(super) money_behind: Vec<String>,
    pub(super) prose: Vec<String>,
    pub(super) everyday: Vec<String>,
    pub(super) unit: Vec<String>,
    pub(super) measure: Vec<String>,
    pub(super) chosen: Vec<String>,
    pub(super) machinery: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hosts {
    pub(super) strong: Vec<String>,
    pub(super) weak: Vec<String>,
    pub(super) allowed: Vec<String>,
    pub(super) registry: Vec<String>,
    pub(super) ports: Vec<u16>,
    pub(super) counted: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) family: Vec<String>,
    pub(super) model: Vec<String>,
    pub(super) plan: Vec<String>,
    pub(super) provider: Vec<String>,
    pub(super) word: Vec<String>,
    pub(super) role: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Traces {
    pub(super) server: Vec<String>,
    pub(super) footer: Vec<String>,
    pub(super) software: Vec<String>,
    pub(super) root: Vec<String>,
    pub(super) segment: Vec<String>,
    pub(super) public: Vec<String>,
    pub(super) route: Vec<String>,
    pub(super) step: Vec<String>,
    pub(super) ending: Vec<String>,
    pub(super) marker: Vec<MarkerRow>,
    pub(super) entity: BTreeMap<String, char>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MarkerRow {
    pub(super) text: String,
    pub(super) to: String,
}

impl MarkerRow {
    /// Returns the mark at the end of the text.
    pub(super) fn mark(&self) -> Option<char> {
        self.text.chars().next_back().filter(|c| "=:".contains(*c))
    }
}
