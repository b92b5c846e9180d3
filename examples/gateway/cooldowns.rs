//! Which upstreams are left alone for a while, and for what.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};
use std::time::Instant;

use wirefault::upstream::Cooldown;

/// Until when each candidate is left alone: wholly, or with one model only.
///
/// A gateway with several keys of one account would cool those down apart. Here a candidate has one
/// key, so its key, its account and its provider are the candidate itself.
#[derive(Default)]
pub struct Cooldowns(Mutex<HashMap<Place, Instant>>);

/// A candidate by its number, and the model if it is about that alone.
type Place = (usize, Option<String>);

/// Names of models come from clients: without a bound they would fill the memory.
const MOST: usize = 4096;

impl Cooldowns {
    /// Returns true if the candidate is better left alone with this model.
    pub fn holds(&self, candidate: usize, model: &str) -> bool {
        let places = [(candidate, None), (candidate, Some(model.to_owned()))];
        let now = Instant::now();
        let all = self.lock();
        let until = |place: &Place| all.get(place).copied();
        places.iter().filter_map(until).any(|until| until > now)
    }

    /// Leaves the candidate alone, as far and as long as the verdict says.
    pub fn note(&self, candidate: usize, model: &str, cooldown: Cooldown) {
        let now = Instant::now();
        let Some(until) = now.checked_add(cooldown.length) else {
            return;
        };
        let one = cooldown.scope.is_of_a_model();
        let model = one.then(|| model.to_owned());
        let mut all = self.lock();
        if all.len() >= MOST {
            all.retain(|_, until| *until > now);
        }
        // Whoever asks for thousands of models that do not exist pushes out no candidate.
        if model.is_none() || all.len() < MOST {
            let slot = all.entry((candidate, model)).or_insert(until);
            *slot = until.max(*slot);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Place, Instant>> {
        self.0
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
