//! Days as people and programs write them: a scanner for one line.
//!
//! The day is kept as written; time and zone are checked for their shape and then dropped, because
//! a day moved to another zone is another day. Text that has the shape of a date but names no day
//! is *impossible*, and never repaired. The line `05/06/2017` does not show which number is the
//! month: it is read as the user has set or as the rest of the library shows, or not at all.
//!
//! Months are known by their names in the languages that news are written in, digits in all
//! scripts; words such as `Published:` or `Publicado em` may stand before a day. Only the calendar
//! that nearly all newspapers use is read, and Thai years; a Persian year or a Japanese era names
//! no day here.

mod cursor;
mod names;
mod plain;

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use cursor::Cursor;

/// Years that a date may have. Outside are slips of the keyboard and placeholders such as
/// `99991231`, which would stand above all else in a list by date.
const YEARS: RangeInclusive<u32> = 1000..=2999;

/// Years of Thailand begin so much earlier; no newspaper is from the Gregorian year 2400.
const THAI_YEARS: u32 = 543;
const FIRST_THAI_YEAR: u32 = 2400;

/// The longest line that can be a date, in bytes.
const MAX_LENGTH: usize = 160;

/// What a line is, as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scan {
    Day(NaiveDate),
    /// Written in numbers, of which either may be the month: the day for each of the two orders,
    /// at least one of which there is. They differ.
    Numbers {
        day_first: Option<NaiveDate>,
        month_first: Option<NaiveDate>,
    },
    /// Has the shape of a date, or is a mere number, and names no day.
    Impossible,
    /// Something else.
    NoDate,
}

impl Scan {
    /// Whether the line is a date, if perhaps one that can be read in two ways.
    pub(super) fn is_day(self) -> bool {
        matches!(self, Self::Day(_) | Self::Numbers { .. })
    }
}

/// Reads a line that should be a date and nothing else.
pub(super) fn scan(line: &str) -> Scan {
    let line = line.trim();
    let bytes = line.as_bytes();
    if bytes.len() == 8 && bytes.iter().all(u8::is_ascii_digit) {
        return found(compact(bytes));
    }
    if bytes.len() <= MAX_LENGTH
        && (line.contains(char::is_numeric) || line.contains('年'))
        && let Some(day) = written(line)
    {
        return day;
    }
    if is_number_like(line) { Scan::Impossible } else { Scan::NoDate }
}

fn found(day: Option<NaiveDate>) -> Scan {
    day.map_or(Scan::Impossible, Scan::Day)
}

/// A number of `length` digits.
pub(super) fn number(text: &str, length: RangeInclusive<usize>) -> Option<u32> {
    let is_number = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// `YYYYMMDD`.
fn compact(digits: &[u8]) -> Option<NaiveDate> {
    let value =
        |digits: &[u8]| digits.iter().fold(0, |sum, &digit| sum * 10 + u32::from(digit - b'0'));
    day_of(value(&digits[..4]), value(&digits[4..6]), value(&digits[6..8]))
}

/// The day, if the calendar has it and an article may have its year.
pub(super) fn day_of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    if !YEARS.contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// What two numbers and a year are as a day, where neither place says which is the month.
pub(super) fn of_numbers(first: u32, second: u32, year: u32) -> Scan {
    let (day_first, month_first) = (day_of(year, second, first), day_of(year, first, second));
    match (day_first, month_first) {
        (None, None) => Scan::Impossible,
        (Some(day), Some(other)) if day == other => Scan::Day(day),
        _ => Scan::Numbers { day_first, month_first },
    }
}

/// A date in one of the written forms; `None` if `line` has none of them.
fn written(line: &str) -> Option<Scan> {
    let plain = plain::plain(line);
    let stripped =
        plain.trim_matches(|c: char| matches!(c, '*' | '_' | '(' | ')' | '[' | ']' | ' '));
    let mut cursor = Cursor::new(stripped, line);
    cursor.label();
    let mut behind = cursor;
    let day = behind.weekday().and_then(|weekday| {
        behind.label();
        day_at(behind, Some(weekday))
    });
    // `Mar` is March and, in French, a Tuesday.
    day.or_else(|| day_at(cursor, None)).map(|day| persian(day, line))
}

fn day_at(mut cursor: Cursor<'_>, weekday: Option<u8>) -> Option<Scan> {
    let read = |cursor| {
        in_numbers(cursor).or_else(|| in_units(cursor)).or_else(|| in_words(cursor, weekday))
    };
    read(cursor).or_else(|| {
        cursor.clock_before()?;
        read(cursor)
    })
}

/// A year that is written in Persian digits and lies centuries back is one of the Persian
/// calendar.
fn persian(scan: Scan, line: &str) -> Scan {
    let is_old = |day: NaiveDate| (1300..1500).contains(&day.year());
    let is_persian = line.contains(|c| matches!(c, '\u{6f0}'..='\u{6f9}'));
    match scan {
        Scan::Day(day) if is_persian && is_old(day) => Scan::Impossible,
        Scan::Numbers { day_first: Some(day), .. }
        | Scan::Numbers { month_first: Some(day), .. }
            if is_persian && is_old(day) =>
        {
            Scan::Impossible
        }
        scan => scan,
    }
}

/// `2022-02-15`, `2024-4-09`, `2020/1/10`, `2022. 2. 15.`, `20220215T10`, `23/12/2017`.
fn in_numbers(mut cursor: Cursor<'_>) -> Option<Scan> {
    let (first, n_digits) = cursor.number()?;
    if n_digits == 8 {
        let day = day_of(first / 10_000, first / 100 % 100, first % 100);
        return cursor.is_over().then(|| found(day));
    }
    let separator = cursor.separator()?;
    let (second, 1..=2) = cursor.number()? else { return None };
    if cursor.separator()? != separator {
        return None;
    }
    let (third, n_last) = cursor.number()?;
    let day = match (n_digits, n_last) {
        (4, 1..=2) => {
            cursor.dot();
            found(day_of(first, second, third))
        }
        // Nobody puts dots behind months that come first.
        (1..=2, 4) if separator == '.' => found(day_of(third, second, first)),
        (1..=2, 4) => of_numbers(first, second, third),
        _ => return None,
    };
    cursor.is_over().then_some(day)
}

/// `2022年2月15日`, `2022년 2월 15일`, `二〇二二年二月十五日`.
fn in_units(mut cursor: Cursor<'_>) -> Option<Scan> {
    let year = cursor.number_before(&['年', '년'])?;
    let month = cursor.number_before(&['月', '월'])?;
    let day = cursor.number_before(&['日', '일', '号', '號'])?;
    cursor.is_over().then(|| found(day_of(year, month, day)))
}

/// A day whose month is named, with day, month and year in any order that people use.
#[derive(Default)]
struct InWords {
    day: Option<u32>,
    months: Option<names::Months>,
    year: Option<u32>,
    /// A dot stands behind the day, as behind all ordinals where people write them so.
    has_dot: bool,
    is_thai: bool,
}

/// `15 February 2022`, `3-MAR-1987`, `February 15, 2022`, `Fri Aug  5 15:01:40 PDT 2022`,
/// `12 de outubro de 2017`, `2022. február 15.`, `ngày 15 tháng 2 năm 2022`.
fn in_words(mut cursor: Cursor<'_>, weekday: Option<u8>) -> Option<Scan> {
    let mut parts = InWords::default();
    for nth in 0..3 {
        cursor.between(0 < nth);
        let before = cursor;
        match cursor.number() {
            Some((year, 4)) if parts.year.is_none() => parts.year = Some(year),
            Some((_, 1..=2)) if nth == 2 && parts.day.is_some() => {
                cursor = before;
                parts.year = Some(cursor.year_after_clock()?);
            }
            Some((day, 1..=2)) if parts.day.is_none() => {
                parts.day = Some(day);
                parts.has_dot = cursor.ordinal();
            }
            None if parts.months.is_none() => {
                cursor = before;
                let (months, is_thai) = cursor.month()?;
                parts.months = Some(months);
                parts.is_thai = is_thai;
            }
            Some(_) | None => return None,
        }
    }
    let (behind, rest) = cursor.behind();
    rest.is_over().then(|| parts.day(weekday.or(behind)))
}

impl InWords {
    fn day(&self, weekday: Option<u8>) -> Scan {
        let (Some(day), Some(months), Some(year)) = (self.day, self.months, self.year) else {
            return Scan::Impossible;
        };
        let is_thai = self.is_thai && FIRST_THAI_YEAR <= year;
        let year = if is_thai { year - THAI_YEARS } else { year };
        let named = (0..12).filter(|month| months >> month & 1 == 1);
        let mut days: Vec<NaiveDate> =
            named.filter_map(|month| day_of(year, month + 1, day)).collect();
        if let ([earlier, later], Some(weekdays)) = (&*days, weekday) {
            let fits = |day: &NaiveDate| weekdays >> day.weekday().num_days_from_sunday() & 1 == 1;
            match (fits(earlier), fits(later)) {
                (true, false) => days.truncate(1),
                (false, true) => drop(days.remove(0)),
                _ => (),
            }
        }
        match &*days {
            [day] => Scan::Day(*day),
            // `listopada`: Croats, who put a dot behind the day, mean October; Poles November.
            [earlier, later] if months == 1 << 9 | 1 << 10 => {
                Scan::Day(if self.has_dot { *earlier } else { *later })
            }
            _ => Scan::Impossible,
        }
    }
}

/// A mere number of six digits or more: nothing a sentence or a title is made of.
fn is_number_like(line: &str) -> bool {
    let is_part = |c: char| {
        c.is_numeric() || matches!(c, '-' | '+' | '/' | '.' | ':' | '_' | ' ' | 'T' | 'Z')
    };
    line.chars().all(is_part) && 6 <= line.chars().filter(|c| c.is_numeric()).take(6).count()
}

#[cfg(test)]
mod tests;
