//! All that was measured at one size, for people, for programs and for the README.

use std::{fmt, time::Duration};

use serde_json::{Map, Value, json};

use crate::{
    corpus::Size,
    terminal::times::{Times, megabytes, milliseconds, round, short},
};

/// Figures in the order in which they were taken.
pub(crate) struct Figures {
    name: String,
    all: Vec<(String, Figure)>,
}

enum Figure {
    Times(Times),
    Bytes(u64),
    Number(u64),
}

impl Figures {
    pub(crate) fn new(name: String) -> Self {
        Self { name, all: Vec::new() }
    }

    pub(crate) fn times(&mut self, name: impl Into<String>, times: Times) {
        self.all.push((name.into(), Figure::Times(times)));
    }

    pub(crate) fn time(&mut self, name: impl Into<String>, time: Option<Duration>) {
        self.times(name, std::iter::once(time).collect());
    }

    pub(crate) fn size(&mut self, name: &str, size: Size) {
        self.bytes(format!("{name}, bytes"), size.bytes);
        self.bytes(format!("{name}, on disk"), size.disk_bytes);
    }

    pub(crate) fn bytes(&mut self, name: impl Into<String>, n_bytes: u64) {
        self.all.push((name.into(), Figure::Bytes(n_bytes)));
    }

    pub(crate) fn number(&mut self, name: impl Into<String>, number: u64) {
        self.all.push((name.into(), Figure::Number(number)));
    }

    /// One line.
    pub(crate) fn json(&self) -> Value {
        let value = |figure: &Figure| match figure {
            Figure::Times(times) => times.json(),
            Figure::Bytes(number) | Figure::Number(number) => json!(number),
        };
        let all: Map<String, Value> =
            self.all.iter().map(|(name, figure)| (name.clone(), value(figure))).collect();
        json!({ "what": self.name, "figures": all })
    }

    /// The columns of [`Figures::table_row`].
    pub(crate) fn table_head() -> String {
        let columns = [
            "articles",
            "complete index",
            "cold: first rows",
            "known: first frame",
            "keys in list p50 / p95",
            "keys in reader p50 / p95",
            "sort, view p50 / p95",
            "search: page p50 / p95",
            "search: count p50 / p95",
            "mark all / undo",
            "added: shown / found",
            "memory at rest / peak",
            "cache / articles: bytes, on disk",
        ];
        let rule = vec!["---"; columns.len()].join("|");
        format!("| {} |\n|{rule}|", columns.join(" | "))
    }

    /// A row of the README's table.
    pub(crate) fn table_row(&self) -> String {
        let both =
            |one: &str, other: &str| format!("{} / {}", self.median(one), self.median(other));
        let sizes = |one: &str, other: &str| match (self.n(one), self.n(other)) {
            (Some(one), Some(other)) => format!("{} / {}", megabytes(one), megabytes(other)),
            _ => "–".to_owned(),
        };
        let share = |what: &str| {
            let n_bytes = |name: &str| self.n(&format!("{name}, {what}"));
            match (n_bytes("cache"), n_bytes("articles")) {
                (Some(cache), Some(articles)) => format!("{} %", cache * 100 / articles.max(1)),
                _ => "–".to_owned(),
            }
        };
        let n_articles = self.n("articles").unwrap_or(0);
        let indexing = match self.of("complete index").and_then(Times::median) {
            Some(time) => format!("{}, {}/s", short(Some(time)), per_second(n_articles, time)),
            None => "–".to_owned(),
        };
        let cells = [
            thousands(n_articles),
            indexing,
            self.median("cold: first rows"),
            self.median("known: first full frame"),
            self.spread("list keys"),
            self.spread("reader keys"),
            self.spread("sort and view keys"),
            self.spread("search: page"),
            self.spread("search: count"),
            both("mark all", "undo of it"),
            both("added: shown", "added: found"),
            sizes("memory at rest", "memory while indexing, peak"),
            format!("{} / {}", share("bytes"), share("on disk")),
        ];
        format!("| {} |", cells.join(" | "))
    }

    fn of(&self, name: &str) -> Option<&Times> {
        self.all.iter().find_map(|(it, figure)| match figure {
            Figure::Times(times) if it == name => Some(times),
            _ => None,
        })
    }

    fn n(&self, name: &str) -> Option<u64> {
        self.all.iter().find_map(|(it, figure)| match figure {
            Figure::Bytes(number) | Figure::Number(number) if it == name => Some(*number),
            _ => None,
        })
    }

    fn median(&self, name: &str) -> String {
        short(self.of(name).and_then(Times::median))
    }

    fn spread(&self, name: &str) -> String {
        let Some(times) = self.of(name).filter(|it| !it.is_empty()) else {
            return "–".to_owned();
        };
        let ms = |time: Option<Duration>| time.map_or(0.0, |time| round(milliseconds(time)));
        format!("{:.1} / {:.1} ms", ms(times.median()), ms(times.p95()))
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["median", "p95", "max"].map(|it| format!("{it:>10}")).join(" ");
        writeln!(f, "\n{:<44} {head}     n", self.name)?;
        for (name, figure) in &self.all {
            match figure {
                Figure::Times(times) => writeln!(f, "{name:<44} {times}")?,
                Figure::Bytes(n_bytes) => writeln!(f, "{name:<44} {:>10}", megabytes(*n_bytes))?,
                Figure::Number(number) => writeln!(f, "{name:<44} {:>10}", thousands(*number))?,
            }
        }
        Ok(())
    }
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "for people"
)]
fn per_second(number: u64, time: Duration) -> String {
    thousands((number as f64 / time.as_secs_f64().max(1e-6)) as u64)
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if 0 < at && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
