//! Ranges of days as they are written behind `date:`: open ends, both ends included, each at its own
//! precision.
//!
//! A period keeps what was written, so that `"last week"` in a saved query is always the last one;
//! it is made into days for a day that is today.

use std::fmt;

use chrono::{Datelike, Days as Step, Months, NaiveDate};

use super::{days::Days, mistake::QueryMistake, quotes::is_quote};

/// Days that are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Period {
    /// `none`: without a date.
    Undated,
    /// From one day to another.
    Between { from: Option<Bound>, to: Option<Bound> },
    /// `P1W`: the last days, today among them.
    Last(Length),
}

/// One end of a range.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Bound {
    /// What [`Days`] understands; numbers are complete and have hyphens.
    text: Box<str>,
    /// The range begins behind it, or ends before it.
    is_beyond: bool,
}

/// `P1Y2M3W4D`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Length {
    months: u32,
    days: u32,
}

/// The first and the last day that are asked for, where there are any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaySpan {
    Undated,
    Between(Option<NaiveDate>, Option<NaiveDate>),
}

impl DaySpan {
    pub fn contains(self, date: Option<NaiveDate>) -> bool {
        match (self, date) {
            (Self::Undated, date) => date.is_none(),
            (Self::Between(..), None) => false,
            (Self::Between(first, last), Some(date)) => {
                first.is_none_or(|first| first <= date) && last.is_none_or(|last| date <= last)
            }
        }
    }
}

/// A day for which all is understood that is understood at all.
fn some_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 15).unwrap_or_default()
}

impl Period {
    /// Reads the value of `date:`.
    pub(super) fn parse(text: &str) -> Result<Self, QueryMistake> {
        let text = text.trim();
        match unquoted(text).to_lowercase().as_str() {
            "none" => return Ok(Self::Undated),
            "all" | "any" | "*" | ".." => return Ok(Self::Between { from: None, to: None }),
            _ => {}
        }
        if let Some(length) = Length::parse(text) {
            return Ok(Self::Last(length));
        }
        if let Some((from, to)) = split_range(text) {
            let to_text = complete(unquoted(from), unquoted(to));
            let bound = |text: &str| match text {
                "" => Ok(None),
                text => Bound::parse(text).map(Some),
            };
            let period = Self::Between { from: bound(unquoted(from))?, to: bound(&to_text)? };
            return if period.is_reversed() { Err(QueryMistake::Reversed) } else { Ok(period) };
        }
        for (sign, is_from, is_beyond) in
            [(">=", true, false), ("<=", false, false), (">", true, true), ("<", false, true)]
        {
            let Some(rest) = text.strip_prefix(sign) else { continue };
            let bound = Some(Bound { is_beyond, ..Bound::parse(unquoted(rest))? });
            let (from, to) = if is_from { (bound, None) } else { (None, bound) };
            return Ok(Self::Between { from, to });
        }
        let bound = Bound::parse(unquoted(text))?;
        Ok(Self::Between { from: Some(bound.clone()), to: Some(bound) })
    }

    /// Reads the value of `since:`.
    pub(super) fn since(text: &str) -> Result<Self, QueryMistake> {
        Ok(Self::Between { from: Some(Bound::parse(unquoted(text))?), to: None })
    }

    /// Reads the value of `until:`.
    pub(super) fn until(text: &str) -> Result<Self, QueryMistake> {
        Ok(Self::Between { from: None, to: Some(Bound::parse(unquoted(text))?) })
    }

    /// The days that are meant on a day.
    pub fn days(&self, today: NaiveDate) -> DaySpan {
        match self {
            Self::Undated => DaySpan::Undated,
            Self::Last(length) => DaySpan::Between(length.first_day(today), Some(today)),
            Self::Between { from, to } => {
                let first = from.as_ref().and_then(|from| from.first(today));
                let last = to.as_ref().and_then(|to| to.last(today));
                DaySpan::Between(first, last)
            }
        }
    }

    /// Whether it ends before it begins on any day.
    fn is_reversed(&self) -> bool {
        let Self::Between { from: Some(from), to: Some(to) } = self else { return false };
        let is_fixed = |bound: &Bound| bound.text.starts_with(|c: char| c.is_ascii_digit());
        let days = (from.first(some_day()), to.last(some_day()));
        is_fixed(from) && is_fixed(to) && matches!(days, (Some(first), Some(last)) if last < first)
    }
}

impl Bound {
    fn parse(text: &str) -> Result<Self, QueryMistake> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = match numbers(&text) {
            Some(readings) => readings?,
            None => text,
        };
        if Days::parse(&text, some_day()).is_none() {
            return Err(QueryMistake::NotADay(text));
        }
        Ok(Self { text: text.into(), is_beyond: false })
    }

    fn first(&self, today: NaiveDate) -> Option<NaiveDate> {
        let days = Days::parse(&self.text, today)?;
        if self.is_beyond { days.last.succ_opt() } else { Some(days.first) }
    }

    fn last(&self, today: NaiveDate) -> Option<NaiveDate> {
        let days = Days::parse(&self.text, today)?;
        if self.is_beyond { days.first.pred_opt() } else { Some(days.last) }
    }
}

impl Length {
    fn parse(text: &str) -> Option<Self> {
        let mut rest = text.strip_prefix(['P', 'p'])?;
        let (mut months, mut days) = (0_u32, 0_u32);
        while !rest.is_empty() {
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            let number: u32 = rest[..end].parse().ok()?;
            let unit = rest[end..].chars().next()?.to_ascii_uppercase();
            let (of, times) = match unit {
                'Y' => (&mut months, 12),
                'M' => (&mut months, 1),
                'W' => (&mut days, 7),
                'D' => (&mut days, 1),
                _ => return None,
            };
            *of = of.checked_add(number.checked_mul(times)?)?;
            rest = &rest[end + 1..];
        }
        (0 < months || 0 < days).then_some(Self { months, days })
    }

    fn first_day(self, today: NaiveDate) -> Option<NaiveDate> {
        let back = today.checked_sub_months(Months::new(self.months))?;
        back.checked_sub_days(Step::new(self.days.into()))?.succ_opt()
    }
}

/// Days in numbers whose year does not come first: `None` of other texts and of those with dots,
/// of which the day comes first everywhere.
fn numbers(text: &str) -> Option<Result<String, QueryMistake>> {
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(|it| is_number(it)) || parts.len() < 2 || 2 < parts[0].len() {
        return None;
    }
    let (year, is_complete) = match parts.get(2) {
        None => (some_day().year(), false),
        Some(year) => (year_of(year)?, true),
    };
    let day = |day: &str, month: &str| {
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
    };
    let written = |day: NaiveDate| {
        let format = if is_complete { "%Y-%m-%d" } else { "%-d %b" };
        day.format(format).to_string().to_lowercase()
    };
    Some(match (day(parts[0], parts[1]), day(parts[1], parts[0])) {
        (Some(one), Some(two)) if one != two => {
            Err(QueryMistake::TwoDays(written(one), written(two)))
        }
        (Some(day), _) | (None, Some(day)) => Ok(written(day)),
        (None, None) => Err(QueryMistake::NotADay(text.to_owned())),
    })
}

/// Of two digits, the last such year that is not far in the future.
fn year_of(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// The two ends of a range, if it is one: `a..b`, and `2014-02/04` as other programs write it.
fn split_range(text: &str) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        is_quoted ^= is_quote(c);
        if !is_quoted && text[at..].starts_with("..") {
            return Some((text[..at].trim(), text[at + 2..].trim()));
        }
    }
    let (from, to) = text.split_once('/')?;
    let is_year_first = from.len() >= 6 && from.as_bytes().get(4) == Some(&b'-');
    (is_year_first && !to.contains('/')).then_some((from, to))
}

/// The end of a range with what it leaves out of its beginning: of `2022-02-10..15`, `2022-02-15`.
fn complete(from: &str, to: &str) -> String {
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let from: Vec<&str> = from.split(['-', '/']).collect();
    let parts: Vec<&str> = to.split(['-', '/']).collect();
    let are_numbers = from.iter().chain(&parts).all(|it| is_number(it));
    if !are_numbers || from[0].len() != 4 || 2 < parts[0].len() {
        return to.to_owned();
    }
    if from.len() == 1 && parts.len() == 1 && parts[0].len() == 2 {
        return format!("{}{}", &from[0][..2], parts[0]);
    }
    if from.len() <= parts.len() {
        return to.to_owned();
    }
    let kept = &from[..from.len() - parts.len()];
    [kept, &parts].concat().join("-")
}

/// A text without the quotes around it.
pub(super) fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix(is_quote).unwrap_or(text);
    inner.strip_suffix(is_quote).unwrap_or(inner)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undated => f.write_str("none"),
            Self::Last(length) => length.fmt(f),
            Self::Between { from: None, to: None } => f.write_str(".."),
            Self::Between { from: Some(from), to: Some(to) } if from == to => from.fmt(f),
            Self::Between { from: Some(from), to: None } if from.is_beyond => write!(f, ">{from}"),
            Self::Between { from: None, to: Some(to) } if to.is_beyond => write!(f, "<{to}"),
            Self::Between { from, to } => {
                from.iter().try_for_each(|from| from.fmt(f))?;
                f.write_str("..")?;
                to.iter().try_for_each(|to| to.fmt(f))
            }
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        // Blanks and brackets end a value; a full stop at the end runs into the range's own.
        let is_plain = !text.contains([' ', '(', ')', '（', '）']) && !text.ends_with('.');
        if is_plain { f.write_str(text) } else { write!(f, "\"{text}\"") }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (number, unit) in [(self.months, 'M'), (self.days, 'D')] {
            if 0 < number {
                write!(f, "{number}{unit}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
