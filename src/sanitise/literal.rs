//! The operator's own secrets: exact keys, hosts and ids handed over at run time.

use memchr::memmem::Finder;

use super::spans::Spans;

/// The shortest literal, in bytes.
const SHORTEST: usize = 4;

/// Exact texts, each with its searcher: one linear search per text.
pub(super) struct Literals(Vec<Finder<'static>>);

impl Literals {
    /// Takes texts in any order; duplicates and those that are too short are left out.
    pub(super) fn new(mut texts: Vec<Box<str>>) -> Self {
        texts.sort_unstable();
        texts.dedup();
        let long = texts.iter().filter(|text| text.len() >= SHORTEST);
        Literals(
            long.map(|text| Finder::new(text.as_bytes()).into_owned())
                .collect(),
        )
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds where a literal stands. Occurrences may overlap: all of their bytes are masked.
    pub(super) fn find(&self, text: &str, spans: &mut Spans) {
        for finder in &self.0 {
            let len = finder.needle().len();
            let found = finder.find_iter(text.as_bytes()).map(|at| (at, at + len));
            spans.extend(found);
        }
    }
}
