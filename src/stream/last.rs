//! The last events that were forwarded, kept so that questions about them can wait.

use bytes::Bytes;

/// Events up to this length are copied: cheaper than a share in the chunk, and it lets go of it.
pub(crate) const COPY: usize = 512;

/// One or more whole events of which the first is real.
#[derive(Clone)]
pub(crate) struct Last {
    copy: [u8; COPY],
    length: usize,
    shared: Bytes,
}

impl Last {
    pub(crate) fn new() -> Self {
        Last {
            copy: [0; COPY],
            length: 0,
            shared: Bytes::new(),
        }
    }

    /// Keeps short events; returns false if they are too long for it.
    #[inline]
    pub(crate) fn copy(&mut self, events: &[u8]) -> bool {
        let Some(place) = self.copy.get_mut(..events.len()) else {
            return false;
        };
        place.copy_from_slice(events);
        self.length = events.len();
        true
    }

    pub(crate) fn share(&mut self, events: Bytes) {
        self.length = 0;
        self.shared = events;
    }

    /// Forgets what was kept: the last event is one that ends nothing and states nothing.
    #[inline]
    pub(crate) fn clear(&mut self) {
        self.length = 0;
        if !self.shared.is_empty() {
            self.shared = Bytes::new();
        }
    }

    pub(crate) fn get(&self) -> &[u8] {
        match self.length {
            0 => &self.shared,
            length => self.copy.get(..length).unwrap_or_default(),
        }
    }
}

impl std::fmt::Debug for Last {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Last({} bytes)", self.get().len())
    }
}
