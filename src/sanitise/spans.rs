//! The parts of a text that are to be masked.

/// As many parts are kept without an allocation.
const INLINE: usize = 8;

/// The parts of a text to be masked: ascending, none overlapping.
#[derive(Debug, Default)]
pub(super) struct Spans {
    first: [(usize, usize); INLINE],
    /// How many of `first` there are; all parts are in `all` once they are more.
    len: usize,
    all: Vec<(usize, usize)>,
    /// Something was found that says how the rest of the text is to be read.
    pub(super) far: bool,
    /// Something was seen that may hide a value or part it: an escape, a line break.
    pub(super) odd: bool,
    /// The text reads otherwise than it stands: it holds what is not seen, or marks of emphasis.
    pub(super) veiled: bool,
    /// A closing tag was seen: characters may be escaped as HTML does it.
    pub(super) tagged: bool,
    /// Parts that were found behind others which begin later.
    late: Vec<(usize, usize)>,
}

impl Spans {
    /// Adds a part.
    pub(super) fn push(&mut self, start: usize, end: usize) {
        if start >= end {
            return;
        }
        match self.last_mut() {
            Some(last) if start < last.0 => add(&mut self.late, (start, end)),
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => self.append((start, end)),
        }
    }

    /// Adds parts in any order.
    pub(super) fn extend(&mut self, more: impl IntoIterator<Item = (usize, usize)>) {
        more.into_iter().for_each(|part| add(&mut self.late, part));
    }

    /// Forgets all parts, but not the room for them.
    pub(super) fn clear(&mut self) {
        self.len = 0;
        self.all.clear();
        self.late.clear();
    }

    /// Brings all parts into order, none overlapping.
    pub(super) fn settle(&mut self) {
        if self.late.is_empty() {
            return;
        }
        let mut parts = std::mem::take(&mut self.late);
        parts.extend_from_slice(self.as_slice());
        parts.sort_unstable();
        // Both rooms are kept: a text is settled more than once.
        self.len = 0;
        self.all.clear();
        for (start, end) in parts.drain(..) {
            self.push(start, end);
        }
        self.late = parts;
    }

    /// Returns true if a text holds tags, and characters that HTML escapes.
    pub(super) fn is_tagged(&self, text: &str) -> bool {
        self.tagged && memchr::memchr(b'&', text.as_bytes()).is_some()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len == 0 && self.late.is_empty()
    }

    /// Returns the part that was added last in order.
    pub(super) fn last(&self) -> Option<(usize, usize)> {
        self.as_slice().last().copied()
    }

    /// Returns the parts; [`Spans::settle`] comes before.
    pub(super) fn as_slice(&self) -> &[(usize, usize)] {
        if self.all.is_empty() {
            self.first.get(..self.len).unwrap_or_default()
        } else {
            &self.all
        }
    }

    /// Returns the parts that are not in order yet.
    pub(super) fn late(&self) -> &[(usize, usize)] {
        &self.late
    }

    /// Returns true if a position lies in a part. [`Spans::settle`] comes before.
    pub(super) fn covers(&self, at: usize) -> bool {
        self.ends_behind(at).is_some_and(|part| part.0 <= at)
    }

    /// Returns where the last part that reaches into another one ends there.
    pub(super) fn ends_in(&self, (start, end): (usize, usize)) -> Option<usize> {
        let parts = self.as_slice();
        let behind = parts.partition_point(|part| part.1 <= end);
        let last = parts.get(behind.checked_sub(1)?)?;
        (last.1 > start).then_some(last.1)
    }

    /// Returns the first part that begins in another one.
    pub(super) fn begins_in(&self, (start, end): (usize, usize)) -> Option<(usize, usize)> {
        let parts = self.as_slice();
        let first = parts.partition_point(|part| part.0 < start);
        parts.get(first).copied().filter(|part| part.0 < end)
    }

    fn ends_behind(&self, at: usize) -> Option<(usize, usize)> {
        let parts = self.as_slice();
        let first = parts.partition_point(|part| part.1 <= at);
        parts.get(first).copied()
    }

    fn last_mut(&mut self) -> Option<&mut (usize, usize)> {
        if self.all.is_empty() {
            self.first.get_mut(self.len.checked_sub(1)?)
        } else {
            self.all.last_mut()
        }
    }

    fn append(&mut self, part: (usize, usize)) {
        if let Some(slot) = self.first.get_mut(self.len) {
            *slot = part;
            self.len += 1;
            return;
        }
        if self.all.is_empty() {
            self.all.reserve(4 * INLINE);
            self.all.extend_from_slice(&self.first);
        }
        add(&mut self.all, part);
    }
}

/// Adds to a list that grows in large steps: a hostile text holds thousands of parts, and is looked
/// through many times.
pub(super) fn add<T>(parts: &mut Vec<T>, part: T) {
    if parts.len() == parts.capacity() {
        parts.reserve((7 * parts.len()).max(2 * INLINE));
    }
    parts.push(part);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_merged_and_brought_into_order() {
        for count in [1, INLINE, INLINE + 1, 5 * INLINE] {
            let mut spans = Spans::default();
            for index in 0..count {
                spans.push(index * 10 + 5, index * 10 + 8);
                spans.push(index * 10 + 7, index * 10 + 9);
            }
            spans.push(0, 2);
            spans.extend([(2, 3), (6, 7)]);
            spans.settle();
            let rest = (0..count).map(|index| (index * 10 + 5, index * 10 + 9));
            let expected: Vec<_> = [(0, 3)].into_iter().chain(rest).collect();
            assert_eq!(spans.as_slice(), expected, "{count}");
        }
    }
}
