//! The sanitiser's rows as static tables.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::sanitise_rows::{Cues, Hosts, KeyRow, Keys, MarkerRow, Names, Traces};

/// Why the rows could not be turned into tables.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SanitiseTablesError {
    /// A file is missing or unreadable.
    #[error("{file}: {source}")]
    Read {
        /// The file's name.
        file: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file is not the TOML that is expected.
    #[error("{file}: {source}")]
    Parse {
        /// The file's name.
        file: &'static str,
        /// What the parser said.
        source: Box<toml::de::Error>,
    },
    /// A row contradicts another.
    #[error("{file}: {problem}")]
    Row {
        /// The file's name.
        file: &'static str,
        /// What is wrong with the row.
        problem: String,
    },
}

/// Reads `keys.toml`, `cues.toml`, `hosts.toml`, `names.toml` and `traces.toml` of a directory and
/// returns the Rust source of the sanitiser's tables.
///
/// # Errors
/// A missing or malformed file, two rows for one cue, a blank in a single word, or a marker with an unknown reach.
pub fn sanitise_tables(dir: &Path) -> Result<String, SanitiseTablesError> {
    let keys: Keys = read(dir, "keys.toml")?;
    let cues: Cues = read(dir, "cues.toml")?;
    let hosts: Hosts = read(dir, "hosts.toml")?;
    let names: Names = read(dir, "names.toml")?;
    let traces: Traces = read(dir, "traces.toml")?;
    let mut out = String::from(
        "// Generated from catalog/sanitise/*.toml: change the rows, then run\n\
         // `WIREFAULT_UPDATE=1 cargo test --test it fresh`.\n\n\
         use super::tables::{Cue, Key, Marker, Reach};\n\n",
    );
    write_keys(&mut out, &keys);
    write_cues(&mut out, &cues, &traces.marker)?;
    for (file, name, rows) in [
        ("cues.toml", "machinery", &cues.machinery),
        ("cues.toml", "pair", &cues.pair),
        ("names.toml", "plan", &names.plan),
    ] {
        if let Some(row) = rows.iter().find(|row| row.contains(char::is_whitespace)) {
            let problem = format!("{name}: {row:?} holds a blank; single words are compared");
            return Err(SanitiseTablesError::Row { file, problem });
        }
    }
    let chosen: Vec<String> = cues.chosen.iter().map(|row| fold(row)).collect();
    for (name, words) in [
        ("CHOSEN", &chosen),
        ("MACHINERY", &cues.machinery),
        ("HOST_LEADS", &cues.host_lead),
        ("KEY_LEADS", &cues.key_lead),
        ("ERRNOS", &cues.errno),
        ("SYSCALLS", &cues.syscall),
        ("STORES", &cues.store),
        ("PHRASES", &cues.phrase),
        ("EMPHASIS", &cues.emphasis),
        ("BLOCKS", &cues.block),
        ("MONEY_BEFORE", &cues.money_before),
        ("MONEY_BEHIND", &cues.money_behind),
        ("GLUED_CUES", &cues.glued),
        ("PAIRS", &cues.pair),
        ("PROSE", &cues.prose),
        ("EVERYDAY", &cues.everyday),
        ("UNITS", &cues.unit),
        ("MEASURES", &cues.measure),
        ("HOST_STRONG", &hosts.strong),
        ("HOST_WEAK", &hosts.weak),
        ("HOST_ALLOWED", &hosts.allowed),
        ("REGISTRIES", &hosts.registry),
        ("COUNTED", &hosts.counted),
        ("MODEL_FAMILIES", &names.family),
        ("MODEL_WORDS", &names.model),
        ("PLANS", &names.plan),
        ("PROVIDERS", &names.provider),
        ("GATEWAY_WORDS", &names.word),
        ("ROLES", &names.role),
        ("SERVERS", &traces.server),
        ("FOOTERS", &traces.footer),
        ("SOFTWARE", &traces.software),
        ("ROOTS", &traces.root),
        ("SEGMENTS", &traces.segment),
        ("PUBLIC_SEGMENTS", &traces.public),
        ("ROUTES", &traces.route),
        ("STEPS", &traces.step),
        ("ENDINGS", &traces.ending),
    ] {
        write_words(&mut out, name, words);
    }
    let ports: Vec<u16> = hosts
        .ports
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    push(
        &mut out,
        format_args!("pub(super) static PORTS: &[u16] = &{ports:?};\n"),
    );
    write_markers(&mut out, &traces.marker)?;
    out.push_str("pub(super) static ENTITIES: &[(&str, char)] = &[\n");
    for row in &traces.entity {
        push(&mut out, format_args!("    {row:?},\n"));
    }
    out.push_str("];\n");
    Ok(out)
}

fn read<T: for<'de> Deserialize<'de>>(
    dir: &Path,
    file: &'static str,
) -> Result<T, SanitiseTablesError> {
    let text = std::fs::read_to_string(dir.join(file))
        .map_err(|source| SanitiseTablesError::Read { file, source })?;
    toml::from_str(&text).map_err(|source| SanitiseTablesError::Parse {
        file,
        source: Box::new(source),
    })
}

/// Formats into a `String`, which cannot fail.
fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

fn write_keys(out: &mut String, keys: &Keys) {
    let machines = keys.machine.iter().map(|prefix| KeyRow {
        prefix: prefix.clone(),
        min: 0,
        glued: 0,
        mixed: true,
        numbers: false,
        machine: true,
    });
    let machines: Vec<KeyRow> = machines.collect();
    let mut rows: Vec<&KeyRow> = keys.key.iter().chain(&machines).collect();
    // Longer prefixes first: "sk_live_" before "e_".
    rows.sort_by(|a, b| {
        b.prefix
            .len()
            .cmp(&a.prefix.len())
            .then(a.prefix.cmp(&b.prefix))
    });
    let marked = |row: &&KeyRow| row.prefix.ends_with(['-', '_', '.']);
    for (name, list) in [
        (
            "KEYS",
            rows.iter().copied().filter(marked).collect::<Vec<_>>(),
        ),
        (
            "BARE_KEYS",
            rows.iter().copied().filter(|row| !marked(row)).collect(),
        ),
    ] {
        push(out, format_args!("pub(super) static {name}: &[Key] = &[\n"));
        for row in list {
            let KeyRow {
                prefix,
                min,
                glued,
                mixed,
                numbers,
                machine,
            } = row;
            push(
                out,
                format_args!(
                    "    Key {{ prefix: {prefix:?}, min: {min}, glued: {glued}, mixed: {mixed}, numbers: {numbers}, machine: {machine} }},\n"
                ),
            );
        }
        out.push_str("];\n");
    }
    for (name, index) in [("BARE_FIRST", 0), ("BARE_SECOND", 1)] {
        let mut set = [0u64; 4];
        for row in keys.key.iter().filter(|row| !marked(row)) {
            if let Some(byte) = row.prefix.as_bytes().get(index) {
                set[usize::from(byte >> 6)] |= 1 << (byte & 63);
            }
        }
        push(
            out,
            format_args!("pub(super) static {name}: [u64; 4] = {set:?};\n"),
        );
    }
    write_words(out, "KEY_WORDS", &keys.word);
    write_words(out, "KEPT_PREFIXES", &keys.kept);
    let members: Vec<String> = keys.member.iter().map(|row| fold(row)).collect();
    write_words(out, "PRIVATE_MEMBERS", &members);
}

fn write_cues(
    out: &mut String,
    cues: &Cues,
    markers: &[MarkerRow],
) -> Result<(), SanitiseTablesError> {
    let kinds = [
        ("Secret", &cues.secret),
        ("Id", &cues.id),
        ("Trace", &cues.trace),
        ("Money", &cues.money),
        ("Sum", &cues.sum),
        ("Name", &cues.name),
        ("Server", &cues.server),
        ("Key", &cues.key),
        ("Host", &cues.host),
        ("Route", &cues.route),
        ("Failed", &cues.failed),
        ("Breaker", &cues.breaker),
        ("Filler", &cues.filler),
        ("Link", &cues.link),
    ];
    let mut rows: Vec<(String, &str)> = Vec::new();
    let mut last_words = Bits::new();
    let mut tails = Tails::new();
    let (mut fillers, mut others) = (Bits::new(), Bits::new());
    let ends_one = |filler: &str| {
        let mut rows = kinds.iter().flat_map(|kind| kind.1);
        rows.any(|row| row.split([' ', '-', '_']).skip(1).last() == Some(filler))
    };
    for (kind, words) in kinds {
        for word in words {
            let plain = fold(word);
            // A filler that ends no cue: the word before it decides, whatever that is.
            let bits = if matches!(kind, "Filler" | "Link") && !ends_one(word) {
                &mut fillers
            } else {
                &mut others
            };
            // A compound may be written as one word: both must pass the quick tests.
            let last = word.split([' ', '-', '_']).next_back().unwrap_or(word);
            for word in [fold(last), plain.clone()] {
                last_words.set(crate::sanitise::slot(word.as_bytes()));
                bits.set(crate::sanitise::quick_slot(word.as_bytes()));
                tails.set(&word);
            }
            match rows.iter().find(|row| row.0 == plain) {
                None => rows.push((plain, kind)),
                Some(row) if row.1 == kind || kind == "Filler" => {}
                Some(row) => {
                    let problem = format!("{word:?} is both {} and {kind}", row.1);
                    return Err(SanitiseTablesError::Row {
                        file: "cues.toml",
                        problem,
                    });
                }
            }
        }
    }
    rows.sort_by_key(|row| (crate::sanitise::slot(row.0.as_bytes()), row.0.clone()));
    out.push_str("pub(super) static CUES: &[(&str, Cue)] = &[\n");
    for (word, kind) in &rows {
        push(out, format_args!("    ({word:?}, Cue::{kind}),\n"));
    }
    out.push_str("];\n");
    // Where the rows of each group of slots begin.
    let begin = |group: usize| {
        let before = |row: &&(String, &str)| crate::sanitise::slot(row.0.as_bytes()) >> 5 < group;
        rows.iter().filter(before).count()
    };
    let groups: Vec<usize> = (0..=crate::sanitise::SLOTS >> 5).map(begin).collect();
    let len = groups.len();
    push(
        out,
        format_args!("pub(super) static CUE_GROUPS: [u16; {len}] = {groups:?};\n"),
    );
    for word in &cues.glued {
        tails.set(word);
    }
    // A number that ends a marker ("goroutine 1") is looked at as if a cue stood before it.
    for row in markers {
        let number = row
            .text
            .rsplit_once(' ')
            .filter(|row| row.1.parse::<u64>().is_ok());
        if let Some(word) = number.and_then(|row| row.0.split(' ').next_back()) {
            tails.set(word);
            others.set(crate::sanitise::quick_slot(word.as_bytes()));
        }
    }
    last_words.write(out, "LAST_WORDS");
    compound_ends(&kinds).write(out, "COMPOUND_ENDS");
    fillers.write(out, "FILLERS");
    others.write(out, "CUE_WORDS");
    tails.0.write(out, "CUE_ENDS");
    Ok(())
}

/// What the cues of several words end with, written as one word: "id" and "keyid" of "api key id".
fn compound_ends(kinds: &[(&str, &Vec<String>)]) -> Bits {
    let mut ends = Bits::new();
    for row in kinds.iter().flat_map(|(_, words)| words.iter()) {
        for (at, _) in row.match_indices([' ', '-', '_']) {
            let end = fold(row.get(at..).unwrap_or_default());
            ends.set(crate::sanitise::quick_slot(end.as_bytes()));
        }
    }
    ends
}

/// The last bytes of a word, spaces before a shorter one.
fn tail<const N: usize>(word: &str) -> [u8; N] {
    let mut tail = [b' '; N];
    for (slot, byte) in tail.iter_mut().rev().zip(word.bytes().rev()) {
        *slot = byte;
    }
    tail
}

/// What cues and fillers end with.
struct Tails(Bits);

impl Tails {
    fn new() -> Self {
        Tails(Bits::new())
    }

    fn set(&mut self, word: &str) {
        let parts = (0..128u8).filter(|byte| !byte.is_ascii_alphanumeric());
        match *word.as_bytes() {
            [.., a, b, c] => self.0.set(crate::sanitise::tail_slot([a, b, c])),
            // What stands before a shorter word parts it from others.
            [b, c] => parts.for_each(|a| self.0.set(crate::sanitise::tail_slot([a, b, c]))),
            [c] => parts.for_each(|b| {
                let any = 0..128u8;
                any.for_each(|a| self.0.set(crate::sanitise::tail_slot([a, b, c])));
            }),
            [] => {}
        }
    }
}

/// The bits of a quick test.
struct Bits(Vec<u64>);

impl Bits {
    fn new() -> Self {
        Bits(vec![0; crate::sanitise::SLOTS / 64])
    }

    fn set(&mut self, slot: usize) {
        self.0[slot >> 6] |= 1 << (slot & 63);
    }

    fn write(&self, out: &mut String, name: &str) {
        let (len, bits) = (self.0.len(), &self.0);
        push(
            out,
            format_args!("pub(super) static {name}: [u64; {len}] = {bits:?};\n"),
        );
    }
}

/// Lower case, without what separates the words of a compound.
fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, ' ' | '-' | '_'))
        .flat_map(char::to_lowercase)
        .collect()
}

fn write_words(out: &mut String, name: &str, words: &[String]) {
    let mut words: Vec<&String> = words.iter().collect::<BTreeSet<_>>().into_iter().collect();
    words.sort_by(|a, b| a.len().cmp(&b.len()).then(a.cmp(b)));
    push(
        out,
        format_args!("pub(super) static {name}: &[&str] = &{words:?};\n"),
    );
}

fn write_markers(out: &mut String, rows: &[MarkerRow]) -> Result<(), SanitiseTablesError> {
    let mut tails = Bits::new();
    for row in rows {
        tails.set(crate::sanitise::tail_slot(tail(&row.text)));
        // A space may stand before the mark at the end.
        if let Some(mark) = row.mark().filter(|_| row.to != "rest") {
            let spaced = row.text.replace(mark, &format!(" {mark}"));
            tails.set(crate::sanitise::tail_slot(tail(&spaced)));
        }
    }
    tails.write(out, "MARKER_TAILS");
    for (name, mark) in [
        ("EQUAL_MARKERS", Some('=')),
        ("COLON_MARKERS", Some(':')),
        ("WORD_MARKERS", None),
    ] {
        push(
            out,
            format_args!("pub(super) static {name}: &[Marker] = &[\n"),
        );
        for MarkerRow { text, to } in rows.iter().filter(|row| row.mark() == mark) {
            let reach = match to.as_str() {
                "line" => "Line",
                "bracket" => "Bracket",
                "rest" => "Rest",
                "block" => "Block",
                "names" => "Names",
                "list" => "List",
                "failed" => "Failed",
                "host" => "Host",
                "errno" => "Errno",
                other => {
                    let problem = format!("marker {text:?}: unknown reach {other:?}");
                    return Err(SanitiseTablesError::Row {
                        file: "traces.toml",
                        problem,
                    });
                }
            };
            push(
                out,
                format_args!("    Marker {{ text: {text:?}, reach: Reach::{reach} }},\n"),
            );
        }
        out.push_str("];\n");
    }
    Ok(())
}
