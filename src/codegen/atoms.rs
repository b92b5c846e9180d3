//! The table by which [`crate::upstream`] finds phrases: atoms, the parts of phrases between gaps.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::upstream::{NONE, SLOT_COUNT, START_BITS, slot, start_bit, word};

use super::rules::{list, table};
use super::words::{WordsRow, forms};

/// What an atom leads to: after which state, to which state, and which phrase is complete.
type Links = Vec<(u16, u16, u16)>;

/// An atom's slot, its text, and whether any ending may follow.
type Key = (usize, String, bool);

/// Writes the tables of atoms for these phrases.
pub(super) fn write(out: &mut String, phrases: &BTreeMap<String, usize>, words: &[WordsRow]) {
    let (atoms, states) = atom_table(phrases, words);
    let _ = writeln!(out, "\npub(super) const STATES: usize = {states};");
    rows(out, phrases, &atoms);
    lookups(out, &atoms);
}

/// Splits the phrases into atoms; returns them by slot and text, and the number of states.
fn atom_table(
    phrases: &BTreeMap<String, usize>,
    words: &[WordsRow],
) -> (BTreeMap<Key, Links>, usize) {
    let mut atoms: BTreeMap<Key, Links> = BTreeMap::new();
    let mut states: BTreeMap<String, u16> = BTreeMap::new();
    for (phrase, id) in phrases {
        let parts: Vec<_> = phrase.split(" * ").collect();
        let mut after = NONE;
        for (index, part) in parts.iter().enumerate() {
            let last = index + 1 == parts.len();
            let prefix = parts[..=index].join(" * ");
            let fresh = states.len() as u16;
            let state = if last {
                NONE
            } else {
                *states.entry(prefix).or_insert(fresh)
            };
            let link = (after, state, if last { *id as u16 } else { NONE });
            for form in forms_of(part, parts.len() == 1, phrases, words) {
                let links = atoms.entry(atom_key(&form)).or_default();
                if !links.contains(&link) {
                    links.push(link);
                }
            }
            after = state;
        }
    }
    (atoms, states.len())
}

/// Returns the forms in which a part of a phrase counts. A single word counts as it is written: its
/// author had the choice. So does what is a phrase of its own.
fn forms_of(
    part: &str,
    whole: bool,
    phrases: &BTreeMap<String, usize>,
    words: &[WordsRow],
) -> Vec<String> {
    let single = part.is_ascii() && !part.contains(' ');
    let mut all = vec![part.to_owned()];
    if !single {
        let more = forms(part, words).into_iter().skip(1);
        all.extend(more.filter(|form| !(whole && phrases.contains_key(form))));
    }
    // Many write "apikey" as one word.
    let glued: Vec<_> = all
        .iter()
        .map(|form| form.replace("api key", "apikey"))
        .collect();
    all.extend(glued);
    all
}

fn atom_key(part: &str) -> Key {
    // Two letters are too few for a slot; the space behind them makes three.
    let bare = part.trim_end_matches('~');
    let text = if bare.len() < 3 {
        format!("{bare} ")
    } else {
        bare.to_owned()
    };
    (slot(text.as_bytes()), text, part.ends_with('~'))
}

/// Writes the phrases and the atoms, these in the order of their slots: each text once, in one long
/// text, and each list of links once.
fn rows(out: &mut String, phrases: &BTreeMap<String, usize>, atoms: &BTreeMap<Key, Links>) {
    let mut texts = Texts::default();
    let mut ends: Vec<_> = phrases.keys().map(|phrase| texts.push(phrase)).collect();
    ends.push(texts.all.len());
    let (mut links, mut begins) = (Vec::new(), BTreeMap::new());
    let mut rows = Vec::new();
    for ((_, atom, stem), own) in atoms {
        let at = texts.place(atom);
        let fresh = links.len();
        let begin = *begins.entry(own).or_insert(fresh);
        if begin == fresh {
            links.extend(own);
        }
        let (length, count) = (atom.len(), own.len());
        let last = atom.bytes().last().unwrap_or_default();
        rows.push(format!(
            "A::new({at}, ({length}, {last}, {stem}), {begin}, {count})"
        ));
    }
    let link = |(after, state, phrase): &&(u16, u16, u16)| {
        format!("L {{ after: {after}, state: {state}, phrase: {phrase} }}")
    };
    let parts = texts.parts.iter().map(|part| format!("{part:?}"));
    list(out, "TEXTS: &str = concat!(", parts, ")");
    table(out, "PHRASES: &[u32]", ends.iter().map(ToString::to_string));
    table(out, "ATOMS: &[A]", rows.into_iter());
    table(out, "LINKS: &[L]", links.iter().map(link));
}

/// All texts of the tables, one behind the other.
#[derive(Default)]
struct Texts {
    all: String,
    parts: Vec<String>,
}

impl Texts {
    fn push(&mut self, text: &str) -> usize {
        let at = self.all.len();
        self.all.push_str(text);
        self.parts.push(text.to_owned());
        at
    }

    /// Returns where a text stands: most are parts of a phrase.
    fn place(&mut self, text: &str) -> usize {
        self.all.find(text).unwrap_or_else(|| self.push(text))
    }
}

/// Writes where the atoms of each slot begin, and with which five bytes atoms begin.
fn lookups(out: &mut String, atoms: &BTreeMap<Key, Links>) {
    let mut slots = vec![0; SLOT_COUNT + 1];
    for (slot, ..) in atoms.keys() {
        slots[slot + 1] += 1;
    }
    for index in 0..SLOT_COUNT {
        slots[index + 1] += slots[index];
    }
    let mut starts = vec![0_u64; START_BITS / 64];
    for (_, text, _) in atoms.keys() {
        if text.len() >= 5 {
            let bit = start_bit(word(text.as_bytes()));
            starts[bit / 64] |= 1 << (bit % 64);
        }
    }
    table(out, "SLOTS: &[u16]", slots.iter().map(ToString::to_string));
    table(
        out,
        "STARTS: &[u64]",
        starts.iter().map(|bits| format!("{bits:#x}")),
    );
}
