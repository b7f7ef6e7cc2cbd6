//! Many times put into few numbers.

use std::{fmt, time::Duration};

use serde_json::{Value, json};

/// Times of one thing done again and again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Times {
    sorted: Vec<Duration>,
    /// How often nothing could be seen: a key that changed nothing, or an answer that did not come.
    n_unseen: usize,
}

impl Times {
    pub(crate) fn add(&mut self, time: Option<Duration>) {
        let Some(time) = time else {
            self.n_unseen += 1;
            return;
        };
        let at = self.sorted.partition_point(|it| *it <= time);
        self.sorted.insert(at, time);
    }

    pub(crate) fn extend(&mut self, other: &Self) {
        other.sorted.iter().for_each(|time| self.add(Some(*time)));
        self.n_unseen += other.n_unseen;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    pub(crate) fn median(&self) -> Option<Duration> {
        self.sorted.get(self.sorted.len() / 2).copied()
    }

    /// Nineteen of twenty are not longer; with fewer than twenty it is the longest.
    pub(crate) fn p95(&self) -> Option<Duration> {
        let n_times = self.sorted.len();
        self.sorted.get((n_times * 19).div_ceil(20).saturating_sub(1)).copied()
    }

    pub(crate) fn json(&self) -> Value {
        let ms = |time: Option<Duration>| time.map(|time| round(milliseconds(time)));
        json!({
            "n": self.sorted.len(),
            "unseen": self.n_unseen,
            "median_ms": ms(self.median()),
            "p95_ms": ms(self.p95()),
            "max_ms": ms(self.sorted.last().copied()),
        })
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let max = self.sorted.last().copied();
        write!(f, "{:>10} {:>10} {:>10}", short(self.median()), short(self.p95()), short(max))?;
        write!(f, " {:>5}", self.sorted.len())?;
        if 0 < self.n_unseen { write!(f, "  ({} unseen)", self.n_unseen) } else { Ok(()) }
    }
}

impl FromIterator<Option<Duration>> for Times {
    fn from_iter<I: IntoIterator<Item = Option<Duration>>>(times: I) -> Self {
        let mut all = Self::default();
        times.into_iter().for_each(|time| all.add(time));
        all
    }
}

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// To a hundredth.
pub(crate) fn round(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// A time for people: `0.42 ms`, `17 ms`, `2.31 s`.
pub(crate) fn short(time: Option<Duration>) -> String {
    match time.map(milliseconds) {
        None => "–".to_owned(),
        Some(ms) if ms < 10.0 => format!("{ms:.2} ms"),
        Some(ms) if ms < 1_000.0 => format!("{ms:.0} ms"),
        Some(ms) => format!("{:.2} s", ms / 1e3),
    }
}

/// A size for people.
pub(crate) fn megabytes(n_bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "for people")]
    let megabytes = n_bytes as f64 / 1e6;
    if megabytes < 10.0 { format!("{megabytes:.1} MB") } else { format!("{megabytes:.0} MB") }
}
