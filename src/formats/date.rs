//! Days as people and programs write them: a scanner for one line.
//!
//! The day is kept as it is stated; time and zone are checked for their shape and then left out,
//! because a day moved to another zone is another day. What has the shape of a date but names no
//! day is *impossible*, never repaired. `05/06/2017` is impossible too: nothing says which of the
//! two is the month.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::domain::MONTHS;

/// Years that a date may have. Outside are slips of the keyboard and placeholders such as
/// `99991231`, which would stand above all else in a list by date.
const YEARS: RangeInclusive<u32> = 1000..=2999;

/// The longest line that can be a date, in bytes.
const MAX_LENGTH: usize = 64;

/// What a line is, as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scan {
    Day(NaiveDate),
    /// Has the shape of a date, or is a mere number, and names no day.
    Impossible,
    /// Something else.
    NoDate,
}

/// Reads a line that should be a date and nothing else.
pub(super) fn scan(line: &str) -> Scan {
    let line = line.trim();
    let bytes = line.as_bytes();
    if bytes.len() == 8 && bytes.iter().all(u8::is_ascii_digit) {
        return found(compact(bytes));
    }
    if bytes.len() <= MAX_LENGTH
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

/// A date in one of the written forms; `None` if `line` has none of them.
fn written(line: &str) -> Option<Scan> {
    let mut cursor = Cursor { rest: line };
    cursor.weekday();
    if let Some(day) = in_numbers(cursor) {
        return Some(day);
    }
    in_words(cursor).or_else(|| {
        cursor.clock_before()?;
        in_words(cursor)
    })
}

/// `2022-02-15`, `2024-4-09`, `2020/1/10`, `20220215T10`, `23/12/2017`, `23.12.2017`.
fn in_numbers(mut cursor: Cursor<'_>) -> Option<Scan> {
    let (first, n_digits) = cursor.number()?;
    if n_digits == 8 {
        let day = day_of(first / 10_000, first / 100 % 100, first % 100);
        return cursor.is_time().then(|| found(day));
    }
    let separator = cursor.separator()?;
    let (second, 1..=2) = cursor.number()? else { return None };
    if cursor.separator()? != separator {
        return None;
    }
    let (third, n_last) = cursor.number()?;
    let day = match (n_digits, n_last) {
        (4, 1..=2) => day_of(first, second, third),
        (1..=2, 4) if separator == '.' || 12 < first || first == second => {
            day_of(third, second, first)
        }
        (1..=2, 4) if 12 < second => day_of(third, first, second),
        (1..=2, 4) => None,
        _ => return None,
    };
    cursor.is_time().then(|| found(day))
}

/// `15 February 2022`, `3-MAR-1987`, `February 15, 2022`, `Fri Aug  5 15:01:40 PDT 2022`.
fn in_words(mut cursor: Cursor<'_>) -> Option<Scan> {
    let (day, month) = if let Some((day, 1..=2)) = cursor.number() {
        cursor.ordinal();
        cursor.gap();
        let month = cursor.month()?;
        cursor.gap();
        (day, month)
    } else {
        let month = cursor.month()?;
        cursor.gap();
        let (day, 1..=2) = cursor.number()? else { return None };
        cursor.ordinal();
        cursor.gap();
        (day, month)
    };
    let mut late = cursor;
    let (year, tail) = match cursor.number() {
        Some((year, 4)) => (year, cursor),
        _ => (late.year_after_clock()?, late),
    };
    tail.is_time().then(|| found(day_of(year, month, day)))
}

/// What is left to read of a line.
#[derive(Debug, Clone, Copy)]
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn take(&mut self, is_part: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// A number of up to eight digits, and how many there were.
    fn number(&mut self) -> Option<(u32, usize)> {
        let taken = self.take(|c| c.is_ascii_digit());
        Some((number(taken, 1..=8)?, taken.len()))
    }

    fn word(&mut self) -> &'a str {
        self.take(|c| c.is_ascii_alphabetic())
    }

    fn separator(&mut self) -> Option<char> {
        let separator = self.rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        self.rest = &self.rest[1..];
        Some(separator)
    }

    fn gap(&mut self) {
        self.take(|c| c.is_whitespace() || matches!(c, '-' | ',' | '.' | '/'));
    }

    fn weekday(&mut self) {
        let mut next = *self;
        let word = next.word();
        if WEEKDAYS.iter().any(|day| is_short_for(word, day)) {
            next.gap();
            *self = next;
        }
    }

    fn month(&mut self) -> Option<u32> {
        let word = self.word();
        let month = MONTHS.iter().position(|month| is_short_for(word, month))?;
        u32::try_from(month + 1).ok()
    }

    /// `st`, `nd`, `rd`, `th` behind a day.
    fn ordinal(&mut self) {
        if ["st", "nd", "rd", "th"].iter().any(|end| self.rest.starts_with(end)) {
            self.word();
        }
    }

    /// A clock before the day: `12:01 10 Nov 2020`.
    fn clock_before(&mut self) -> Option<()> {
        let clock = self.take(|c| c.is_ascii_digit() || c == ':');
        self.gap();
        clock.contains(':').then_some(())
    }

    /// The year of `15:01:40 PDT 2022`.
    fn year_after_clock(&mut self) -> Option<u32> {
        self.clock_before()?;
        self.word();
        self.gap();
        let (year, 4) = self.number()? else { return None };
        Some(year)
    }

    /// Whether the rest is empty or has the shape of a time with or without a zone.
    fn is_time(mut self) -> bool {
        let mut has_clock = false;
        let mut before = ' ';
        while let Some(c) = self.rest.chars().next() {
            if c.is_ascii_digit() {
                let n_digits = self.take(|c| c.is_ascii_digit()).len();
                let is_long = matches!(before, 'T' | '.' | '+' | '-');
                if 2 < n_digits && !is_long {
                    return false;
                }
                has_clock |= before == 'T' || self.rest.starts_with([':', 'h', 'H']);
                before = '0';
            } else if c.is_ascii_alphabetic() {
                let word = self.word();
                let is_zone = word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_uppercase());
                let is_joint = matches!(word, "T" | "t" | "Z" | "z" | "at" | "h");
                let is_half = matches!(word, "am" | "pm");
                if !is_joint && !(has_clock && (is_zone || is_half)) {
                    return false;
                }
                before = if matches!(word, "T" | "t") { 'T' } else { 'a' };
            } else if c.is_whitespace() || matches!(c, ':' | '.' | ',' | '+' | '-' | '(' | ')') {
                self.take(|other| other == c);
                before = c;
            } else {
                return false;
            }
        }
        true
    }
}

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether `word` is `whole` or its first three letters or more, in any case.
fn is_short_for(word: &str, whole: &str) -> bool {
    3 <= word.len() && whole.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// A mere number of six digits or more: nothing a sentence or a title is made of.
fn is_number_like(line: &str) -> bool {
    let is_part = |c: char| {
        c.is_numeric() || matches!(c, '-' | '+' | '/' | '.' | ':' | '_' | ' ' | 'T' | 'Z')
    };
    line.chars().all(is_part) && 6 <= line.chars().filter(|c| c.is_numeric()).take(6).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Scan {
        Scan::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn every_way_to_write_a_day_is_read() {
        for (line, expected) in [
            ("20220215", day(2022, 2, 15)),
            (" 20220215 ", day(2022, 2, 15)),
            ("20240229", day(2024, 2, 29)),
            ("2022-02-15", day(2022, 2, 15)),
            ("2024-4-09", day(2024, 4, 9)),
            ("2010-02-10T10:50:00+0900", day(2010, 2, 10)),
            ("2014-02-24 12:00:00 +0000", day(2014, 2, 24)),
            ("2017-07-08 3:46:23 -0400", day(2017, 7, 8)),
            ("2015-03-17 14:00:00 -4", day(2015, 3, 17)),
            ("2010-12-02 10:14", day(2010, 12, 2)),
            ("2020-07-07T00:00:00.000Z", day(2020, 7, 7)),
            ("2018-01-06T08:00", day(2018, 1, 6)),
            ("20221001T120000Z", day(2022, 10, 1)),
            ("2020/1/10 14:33:00", day(2020, 1, 10)),
            ("2022-02-15Z", day(2022, 2, 15)),
            ("Tue, 15 Feb 2022 10:00:00 EST", day(2022, 2, 15)),
            ("Tue,  15 Feb 2022 10:00:00 -0500 (EST)", day(2022, 2, 15)),
            ("15 Feb 2022 23:59:59 Z", day(2022, 2, 15)),
            ("26 Nov 2013", day(2013, 11, 26)),
            ("12:01 10 Nov 2020", day(2020, 11, 10)),
            ("15 February 2022", day(2022, 2, 15)),
            ("February 15, 2022", day(2022, 2, 15)),
            ("Saturday, April 4, 2009", day(2009, 4, 4)),
            ("Sept. 3rd, 2021 at 4:15 pm", day(2021, 9, 3)),
            ("3-MAR-1987 09:18:21.26", day(1987, 3, 3)),
            ("Fri Aug  5 15:01:40 PDT 2022", day(2022, 8, 5)),
            ("23/12/2017", day(2017, 12, 23)),
            ("12/23/2017", day(2017, 12, 23)),
            ("22/12/2017 09h12", day(2017, 12, 22)),
            ("05.06.2017", day(2017, 6, 5)),
        ] {
            assert_eq!(scan(line), expected, "{line}");
        }
    }

    #[test]
    fn what_names_no_day_is_impossible() {
        for line in [
            "20221332",
            "20220010",
            "20221000",
            "20230229",
            "00000000",
            "99999999",
            "99991231",
            "00010101",
            "2022-13-01",
            "2022-02-30T10:00:00Z",
            "31 February 2022",
            "May 45, 2022",
            "Tue, 45 Feb 2022 10:00",
            "2022101",
            "202210011",
            "+2022101",
            "-2022101",
            "2022_1001",
            "2022 1001",
            "18446744073709551616",
            "٢٠٢٢١٠٠١",
            "２０２２１００１",
            "05/06/2017",
            "2023-01-29 18:30:22 2023 -0800",
        ] {
            assert_eq!(scan(line), Scan::Impossible, "{line}");
        }
        assert_eq!(scan(&"2".repeat(100_000)), Scan::Impossible);
    }

    #[test]
    fn sentences_and_titles_are_no_dates() {
        for line in [
            "",
            "1984",
            "911",
            "24/7",
            "Apollo 13",
            "May 2022",
            "10 May 2022 and after",
            "2022-02-15 Russia pulls back",
            "March for Life",
            "Sunday",
            "12:01",
            "1.2.3",
            "-1",
            "15 February 2022 was a Tuesday",
            "yesterday",
            "A day in 20220215",
        ] {
            assert_eq!(scan(line), Scan::NoDate, "{line}");
        }
    }

    #[test]
    fn eight_digits_are_a_day_exactly_when_the_calendar_has_it() {
        for year in (0..=9999).step_by(7).chain(1999..=2030) {
            for month in 0..=99 {
                for of_month in 0..=35 {
                    let expected = NaiveDate::from_ymd_opt(year, month, of_month)
                        .filter(|_| (1000..=2999).contains(&year));
                    let line = format!("{year:04}{month:02}{of_month:02}");
                    assert_eq!(scan(&line), expected.map_or(Scan::Impossible, Scan::Day), "{line}");
                }
            }
        }
    }

    #[test]
    #[ignore = "takes minutes: cargo test --lib every_number -- --ignored"]
    fn every_number_of_eight_digits_is_read_as_the_calendar_says() {
        // The calendar by counting days one after the other, with no help from elsewhere.
        let mut next = (1000, 1, 1);
        let mut n_days = 0;
        for number in 0..100_000_000_u32 {
            let (year, month, of_month) = next;
            let is_day = year < 3000 && number == year * 10_000 + month * 100 + of_month;
            match scan(&format!("{number:08}")) {
                Scan::Day(day) => {
                    assert!(is_day, "{number}");
                    assert_eq!(day.format("%Y%m%d").to_string(), format!("{number:08}"));
                }
                other => assert!(!is_day && other == Scan::Impossible, "{number}"),
            }
            if is_day {
                n_days += 1;
                next = day_after(year, month, of_month);
            }
        }
        // Five times the four hundred years after which the calendar repeats itself.
        assert_eq!(n_days, 5 * 146_097);
        assert_eq!(next, (3000, 1, 1));
    }

    fn day_after(year: u32, month: u32, of_month: u32) -> (u32, u32, u32) {
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u32::from(is_leap),
            _ => 31,
        };
        match (month, of_month) {
            (12, 31) => (year + 1, 1, 1),
            (_, last) if last == length => (year, month + 1, 1),
            _ => (year, month, of_month + 1),
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_strange(line in any::<String>(), numbers in "[0-9TZ:/., a-z+-]{0,40}") {
            let _ = (scan(&line), scan(&numbers));
        }

        #[test]
        fn a_day_reads_back_in_every_form(number in 365_243..1_095_360) {
            let date = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
            for form in ["%Y%m%d", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%d %B %Y", "%b %e, %Y",
                "%a, %d %b %Y %H:%M:%S +0200", "%Y/%m/%d", "%d.%m.%Y"] {
                let line = date.and_hms_opt(23, 59, 59).unwrap().format(form).to_string();
                prop_assert_eq!(scan(&line), Scan::Day(date), "{}", line);
            }
        }
    }
}
