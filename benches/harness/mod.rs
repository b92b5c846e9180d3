//! Measures contenders side by side.
//!
//! All contenders of a case run round-robin in one process, so that a busy machine slows all of
//! them alike; the figure is the median of the rounds, and the least is printed beside it.
//! Allocations are counted in a run of their own.
//!
//! ```ignore
//! mod harness;
//!
//! fn main() {
//!     let mut bench = harness::Bench::new("read");
//!     bench.case("openai164", "body", &mut [
//!         harness::contender("wirefault", || read(BODY)),
//!         harness::contender("serde_json-value", || parse(BODY)),
//!     ]);
//!     bench.finish();
//! }
//! ```

#![allow(dead_code, unreachable_pub)] // each bench uses a part of it

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long one case takes in all, unless `WIREFAULT_BENCH_MS` says otherwise.
const CASE: Duration = Duration::from_millis(600);

/// How many rounds a case has.
const ROUNDS: u32 = 31;

/// One way to do the work.
pub struct Contender<'a> {
    name: &'a str,
    run: Box<dyn FnMut() + 'a>,
}

/// Names a piece of work; its result is kept from the optimiser.
pub fn contender<'a, T>(name: &'a str, mut run: impl FnMut() -> T + 'a) -> Contender<'a> {
    Contender {
        name,
        run: Box::new(move || drop(black_box(run()))),
    }
}

/// The cases of one group.
pub struct Bench {
    group: &'static str,
    rows: Vec<Value>,
    filter: Option<String>,
}

impl Bench {
    /// Begins a group. A word on the command line keeps only cases whose name contains it.
    pub fn new(group: &'static str) -> Self {
        let filter = std::env::args()
            .skip(1)
            .find(|argument| !argument.starts_with('-'));
        println!(
            "{group:10} {:24} {:22} {:>10} {:>10} {:>7} {:>9}",
            "case", "contender", "median ns", "least ns", "allocs", "bytes"
        );
        Bench {
            group,
            rows: Vec::new(),
            filter,
        }
    }

    /// Measures the contenders of one case; `unit` says what one run handles.
    pub fn case(&mut self, case: &str, unit: &str, contenders: &mut [Contender<'_>]) {
        self.bulk(case, unit, 1, contenders);
    }

    /// Does the same where one run handles many units; the figures are for one of them.
    pub fn bulk(&mut self, case: &str, unit: &str, units: usize, contenders: &mut [Contender<'_>]) {
        let units = units as f64;
        let name = format!("{}/{case}", self.group);
        if self
            .filter
            .as_ref()
            .is_some_and(|filter| !name.contains(filter.as_str()))
        {
            return;
        }
        let share = case_time() / (ROUNDS * contenders.len() as u32);
        let runs: Vec<u32> = contenders
            .iter_mut()
            .map(|one| calibrate(one, share))
            .collect();
        let mut times = vec![Vec::new(); contenders.len()];
        for _ in 0..ROUNDS {
            for ((one, runs), times) in contenders.iter_mut().zip(&runs).zip(&mut times) {
                times.push(time(one, *runs));
            }
        }
        for (one, times) in contenders.iter_mut().zip(&mut times) {
            times.iter_mut().for_each(|time| *time /= units);
            times.sort_by(f64::total_cmp);
            let median = times[times.len() / 2];
            let counted = allocation_counter::measure(|| (one.run)());
            let allocs = counted.count_total as f64 / units;
            let bytes = counted.bytes_total as f64 / units;
            println!(
                "{:10} {case:24} {:22} {median:>10.1} {:>10.1} {allocs:>7.4} {bytes:>9.1}",
                self.group, one.name, times[0],
            );
            self.rows.push(json!({
                "group": self.group, "case": case, "contender": one.name, "unit": unit,
                "ns": median, "allocs": allocs, "bytes": bytes,
            }));
        }
    }

    /// Merges the rows into `target/wirefault-bench.json`; rows of the same name are replaced.
    pub fn finish(self) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/target/wirefault-bench.json");
        let old = std::fs::read(path).unwrap_or_default();
        let mut rows: Vec<Value> = serde_json::from_slice(&old).unwrap_or_default();
        let name = |row: &Value| ["group", "case", "contender"].map(|key| row[key].to_string());
        rows.retain(|row| !self.rows.iter().any(|new| name(new) == name(row)));
        rows.extend(self.rows);
        let text = serde_json::to_string_pretty(&rows).unwrap_or_default();
        if let Err(error) = std::fs::write(path, text) {
            eprintln!("{path}: {error}");
        }
    }
}

fn case_time() -> Duration {
    let millis = std::env::var("WIREFAULT_BENCH_MS")
        .ok()
        .and_then(|text| text.parse().ok());
    millis.map_or(CASE, Duration::from_millis)
}

/// Finds how many runs fill the time.
fn calibrate(one: &mut Contender<'_>, share: Duration) -> u32 {
    let mut runs = 1;
    loop {
        // Of three tries the shortest: whoever is put off the processor meanwhile seems slow.
        let tries = [0; 3].map(|_| time(one, runs) * f64::from(runs));
        let took = Duration::from_nanos(tries.into_iter().fold(f64::MAX, f64::min) as u64);
        if took * 2 >= share || runs >= 1 << 24 {
            let scale = share.as_secs_f64() / took.as_secs_f64().max(1e-9);
            return ((f64::from(runs) * scale) as u32).max(1);
        }
        runs *= 2;
    }
}

/// Returns the nanoseconds of one run.
fn time(one: &mut Contender<'_>, runs: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        (one.run)();
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(runs)
}
