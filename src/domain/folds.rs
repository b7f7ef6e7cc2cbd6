//! Which days of a list are folded into their headings.

use std::{collections::BTreeSet, fmt, str::FromStr};

use chrono::NaiveDate;

/// Folded days; `None` is *undated*. That all days are folded is not a list of them: so it costs
/// nothing, and days that are yet to come are folded, too.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Folds {
    /// All days are folded but those of `except`; otherwise none but those.
    pub are_all: bool,
    pub except: BTreeSet<Option<NaiveDate>>,
}

impl Folds {
    /// Every day is folded.
    pub fn all() -> Self {
        Self { are_all: true, except: BTreeSet::new() }
    }

    /// No day is folded.
    pub fn is_empty(&self) -> bool {
        !self.are_all && self.except.is_empty()
    }

    pub fn is_folded(&self, day: Option<NaiveDate>) -> bool {
        self.are_all != self.except.contains(&day)
    }

    pub fn set(&mut self, day: Option<NaiveDate>, is_folded: bool) {
        if is_folded == self.are_all {
            self.except.remove(&day);
        } else {
            self.except.insert(day);
        }
    }

    pub fn toggle(&mut self, day: Option<NaiveDate>) {
        self.set(day, !self.is_folded(day));
    }
}

/// For keeping: `all` or `none`, then the exceptions.
impl fmt::Display for Folds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.are_all { "all" } else { "none" })?;
        self.except.iter().try_for_each(|day| match day {
            Some(day) => write!(f, " {}", day.format("%Y-%m-%d")),
            None => f.write_str(" undated"),
        })
    }
}

/// The text does not say which days are folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("folded days are `all` or `none`, then the days that are not so")]
pub struct NotFolds;

impl FromStr for Folds {
    type Err = NotFolds;

    fn from_str(text: &str) -> Result<Self, NotFolds> {
        let mut words = text.split_whitespace();
        let are_all = match words.next() {
            Some("all") => true,
            Some("none") => false,
            _ => return Err(NotFolds),
        };
        let day = |word: &str| match word {
            "undated" => Ok(None),
            day => NaiveDate::parse_from_str(day, "%Y-%m-%d").map(Some).map_err(|_| NotFolds),
        };
        Ok(Self { are_all, except: words.map(day).collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_fold_and_unfold_whatever_the_others_do() {
        let days = [None, NaiveDate::from_ymd_opt(2026, 3, 4), NaiveDate::from_ymd_opt(2026, 3, 5)];
        for mut folds in [Folds::default(), Folds::all()] {
            folds.set(days[1], true);
            folds.set(days[2], false);
            folds.set(days[2], false);
            let others = folds.is_folded(days[0]);
            assert_eq!(others, folds.are_all);
            assert_eq!((folds.is_folded(days[1]), folds.is_folded(days[2])), (true, false));
            folds.toggle(days[0]);
            assert_eq!(folds.is_folded(days[0]), !others);
            assert_eq!(folds.to_string().parse(), Ok(folds.clone()));
            folds.toggle(days[0]);
            assert_eq!(folds.is_folded(days[0]), others);
        }
        assert!("some 2026-03-04".parse::<Folds>().is_err());
        assert!("all 2026-13-04".parse::<Folds>().is_err());
    }
}
