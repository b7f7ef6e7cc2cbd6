//! Days as people type them: `yesterday`, `2022-02`, `15 feb`, `3 days ago`.

use chrono::{Datelike, Days as Step, Months, NaiveDate, Weekday};

use crate::base::{
    language::dates::{First, MONTHS, first},
    wording,
};

/// A run of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// Letters that name a month or a day of the week.
const LEAST_LETTERS: usize = 3;

impl Days {
    /// Understands a day, a month or a year; a day or month without a year is the last one that
    /// is not in the future. `None` for anything else.
    pub fn parse(text: &str, today: NaiveDate) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|it| !it.is_empty())
            .map(in_english)
            .collect();
        match words[..] {
            ["today"] => Some(Self::day(today)),
            ["yesterday"] => ago(today, 1, "day"),
            ["tomorrow"] => Some(Self::day(today.succ_opt()?)),
            [one] => numbers(one, today).or_else(|| weekday(one, today)).or_else(|| {
                let month = month(one)?;
                let year = today.year() - i32::from(today.month() < month);
                Self::month(year, month)
            }),
            ["this", unit] => period(today, unit),
            ["last", unit] => match weekday(unit, today.pred_opt()?) {
                Some(day) => Some(day),
                None => ago(today, 1, unit),
            },
            [number, unit, "ago"] | ["ago", number, unit] => {
                let number =
                    if number == "a" || number == "an" { 1 } else { number.parse().ok()? };
                ago(today, number, unit)
            }
            [one, two] => match (day(one), month(one), day(two), month(two)) {
                (Some(day), _, _, Some(month)) | (_, Some(month), Some(day), _) => {
                    last_before(today, month, day)
                }
                (_, Some(month), None, _) => Self::month(year(two)?, month),
                _ => None,
            },
            [one, two, three] => {
                let either = day(one).zip(month(two)).or_else(|| day(two).zip(month(one)));
                let (day, month) = either?;
                NaiveDate::from_ymd_opt(year(three)?, month, day).map(Self::day)
            }
            _ => None,
        }
    }

    /// Words to choose from that are understood, in the language chosen: the nearest days first.
    pub fn words() -> impl Iterator<Item = &'static str> {
        wording!("date-offered").split(',').map(str::trim)
    }

    fn day(day: NaiveDate) -> Self {
        Self { first: day, last: day }
    }

    fn month(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
        Some(Self { first, last })
    }

    fn year(year: i32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        Some(Self { first, last: NaiveDate::from_ymd_opt(year, 12, 31)? })
    }
}

/// A word of the chosen language, in English.
fn in_english(word: &str) -> &str {
    word_pairs().find(|(own, _)| *own == word).map_or(word, |(_, english)| english)
}

/// Words of the language chosen, each with what it is in English.
fn word_pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    wording!("date-words").split_whitespace().filter_map(|pair| pair.split_once('='))
}

/// `2022`, `2022-02`, `2022-02-15`, `20220215`; strokes and dots do as well. What does not begin
/// with a year is read as the locale writes it: `15/2/2022` or `2/15/2022`, or without the year.
fn numbers(text: &str, today: NaiveDate) -> Option<Days> {
    let parts: Vec<&str> = text.trim_end_matches('.').split(['-', '/', '.']).collect();
    if !parts.iter().all(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    match parts[..] {
        [one] if one.len() == 8 => {
            let day = NaiveDate::parse_from_str(one, "%Y%m%d").ok()?;
            Some(Days::day(day))
        }
        [one] => Days::year(year(one)?),
        [one, two] if one.len() < 4 => {
            let (month, day) = month_and_day(text, one, two)?;
            last_before(today, month, day)
        }
        [one, two] => Days::month(year(one)?, two.parse().ok()?),
        [one, two, three] if one.len() < 4 => {
            let (month, day) = month_and_day(text, one, two)?;
            NaiveDate::from_ymd_opt(year_of_two(three, today)?, month, day).map(Days::day)
        }
        [one, two, three] => {
            let (month, day) = (two.parse().ok()?, three.parse().ok()?);
            NaiveDate::from_ymd_opt(year(one)?, month, day).map(Days::day)
        }
        _ => None,
    }
}

/// Which of two numbers is the month; `None` if no day is written so.
fn month_and_day(text: &str, one: &str, two: &str) -> Option<(u32, u32)> {
    let (one, two) = (one.parse().ok()?, two.parse().ok()?);
    match first() {
        // Whoever puts dots has the day first, whatever is spoken: 15.2.2022.
        _ if text.contains('.') => Some((two, one)),
        First::Day => Some((two, one)),
        First::Month => Some((one, two)),
        First::Year => None,
    }
}

/// A year; of one with two digits only, the last that is not in the future.
fn year_of_two(text: &str, today: NaiveDate) -> Option<i32> {
    if text.len() != 2 {
        return year(text);
    }
    let now = today.year();
    let year = now - now.rem_euclid(100) + text.parse::<i32>().ok()?;
    Some(if now < year { year - 100 } else { year })
}

fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|_| text.len() == 4)
}

/// `15`, `15th`.
fn day(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let suffix = &text[digits.len()..];
    let is_day = matches!(suffix, "" | "." | "st" | "nd" | "rd" | "th") && digits.len() <= 2;
    digits.parse().ok().filter(|_| is_day)
}

fn month(text: &str) -> Option<u32> {
    let text = text.trim_end_matches('.');
    let found = MONTHS.iter().position(|name| is_short_for(text, name))?;
    u32::try_from(found + 1).ok()
}

fn is_short_for(text: &str, name: &str) -> bool {
    LEAST_LETTERS <= text.len() && name.starts_with(text)
}

/// The last such day of the week, `today` included.
fn weekday(text: &str, today: NaiveDate) -> Option<Days> {
    let (_, weekday) = WEEKDAYS.iter().find(|(name, _)| is_short_for(text, name))?;
    let back = today.weekday().days_since(*weekday);
    today.checked_sub_days(Step::new(back.into())).map(Days::day)
}

/// The last such day that is not in the future: the 29th of February may be years ago.
fn last_before(today: NaiveDate, month: u32, day: u32) -> Option<Days> {
    let years = (0..=8).map(|back| today.year() - back);
    let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.find(|day| *day <= today).map(Days::day)
}

fn ago(today: NaiveDate, number: u32, unit: &str) -> Option<Days> {
    match unit.trim_end_matches('s') {
        "day" => today.checked_sub_days(Step::new(number.into())).map(Days::day),
        "week" => period(today.checked_sub_days(Step::new(u64::from(number) * 7))?, "week"),
        "month" => period(today.checked_sub_months(Months::new(number))?, "month"),
        "year" => Days::year(today.year().checked_sub(i32::try_from(number).ok()?)?),
        _ => None,
    }
}

/// The week, month or year around a day.
fn period(day: NaiveDate, unit: &str) -> Option<Days> {
    match unit {
        "week" => {
            let back = day.weekday().num_days_from_monday();
            let first = day.checked_sub_days(Step::new(back.into()))?;
            Some(Days { first, last: first.checked_add_days(Step::new(6))? })
        }
        "month" => Days::month(day.year(), day.month()),
        "year" => Days::year(day.year()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    #[track_caller]
    fn check(text: &str, first: &str, last: &str) {
        // A Thursday.
        let found = Days::parse(text, date("2022-02-17"));
        assert_eq!(found, Some(Days { first: date(first), last: date(last) }), "{text}");
    }

    #[test]
    fn days_are_understood_as_people_type_them() {
        for (text, day) in [
            ("today", "2022-02-17"),
            (" Yesterday ", "2022-02-16"),
            ("tomorrow", "2022-02-18"),
            ("2022-02-15", "2022-02-15"),
            ("2022/2/5", "2022-02-05"),
            ("20220215", "2022-02-15"),
            ("15 feb", "2022-02-15"),
            ("feb 15", "2022-02-15"),
            ("18 Feb", "2021-02-18"),
            ("29 feb", "2020-02-29"),
            ("15th February, 2019", "2019-02-15"),
            ("Sept. 3rd 2020", "2020-09-03"),
            ("thursday", "2022-02-17"),
            ("last thursday", "2022-02-10"),
            ("last monday", "2022-02-14"),
            ("mon", "2022-02-14"),
            ("3 days ago", "2022-02-14"),
            ("a day ago", "2022-02-16"),
        ] {
            check(text, day, day);
        }
        check("2022-02", "2022-02-01", "2022-02-28");
        check("2022", "2022-01-01", "2022-12-31");
        check("feb 2020", "2020-02-01", "2020-02-29");
        check("march", "2021-03-01", "2021-03-31");
        check("last week", "2022-02-07", "2022-02-13");
        check("2 months ago", "2021-12-01", "2021-12-31");
        check("this year", "2022-01-01", "2022-12-31");
    }

    #[test]
    fn days_are_understood_in_the_language_chosen_and_in_english() {
        use crate::base::language::{Speech, language, speaking};
        let today = date("2022-02-17");
        let german = Speech::of(language("de").unwrap());
        for (text, day) in [
            ("gestern", "2022-02-16"),
            ("vor 3 Tagen", "2022-02-14"),
            ("vor einem Tag", "2022-02-16"),
            ("letzten Montag", "2022-02-14"),
            ("15. Dezember", "2021-12-15"),
            ("3. mär 2021", "2021-03-03"),
            ("3 days ago", "2022-02-14"),
            ("15.2.2022", "2022-02-15"),
            ("15/2/2022", "2022-02-15"),
            ("15-02-2022", "2022-02-15"),
            ("2022/2/15", "2022-02-15"),
            ("15.2.", "2022-02-15"),
            ("18/2", "2021-02-18"),
            ("3.4.21", "2021-04-03"),
            ("3.4.22", "2022-04-03"),
            ("3.4.23", "1923-04-03"),
        ] {
            let days = speaking(german, || Days::parse(text, today));
            assert_eq!(days, Some(Days::day(date(day))), "{text}");
        }
        assert_eq!(Days::parse("gestern", today), None);
    }

    #[test]
    fn every_word_that_is_offered_is_understood() {
        use crate::base::language::{Speech, english, language, speaking};
        for speech in [Speech::of(english()), Speech::of(language("de").unwrap())] {
            speaking(speech, || {
                let words: Vec<&str> = Days::words().collect();
                assert_eq!(words.len(), 2 + 7 + 12 + 3, "{words:?}");
                for word in words {
                    assert!(Days::parse(word, date("2022-02-17")).is_some(), "{word}");
                }
            });
        }
    }

    #[test]
    fn the_locale_says_which_number_is_the_month() {
        use crate::base::language::{Locale, Speech, english, speaking};
        let parse = |locale, text| {
            let speech = Speech { dates: locale, ..Speech::of(english()) };
            speaking(speech, || Days::parse(text, date("2022-02-17"))).map(|days| days.first)
        };
        assert_eq!(parse(Locale::en_GB, "3/2/2022"), Some(date("2022-02-03")));
        assert_eq!(parse(Locale::en_US, "3/2/2022"), Some(date("2022-03-02")));
        assert_eq!(parse(Locale::en_US, "2/15"), Some(date("2022-02-15")));
        assert_eq!(parse(Locale::en_US, "3.2.2022"), Some(date("2022-02-03")));
        assert_eq!(parse(Locale::en_US, "15/2/2022"), None);
        assert_eq!(parse(Locale::sv_SE, "15/2/2022"), None);
        assert_eq!(parse(Locale::POSIX, "15/2/2022"), None);
        assert_eq!(parse(Locale::POSIX, "2022/2/15"), Some(date("2022-02-15")));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "soon", "2022-13", "31 feb", "20220231", "99999", "-", "3 ago", "a b c d"]
        {
            assert_eq!(Days::parse(text, date("2022-02-17")), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_run_of_days_or_none(
            text in "[0-9a-z ./,-]{0,16}|[0-9]{1,12} (day|week|month|year)s ago|\\PC*",
            day in 0i32..1_000_000,
        ) {
            let today = NaiveDate::from_num_days_from_ce_opt(day).unwrap();
            if let Some(days) = Days::parse(&text, today) {
                prop_assert!(days.first <= days.last);
            }
        }

        #[test]
        fn every_day_is_understood_in_every_form(day in 366i32..3_000_000, back in 0i32..2_000) {
            let day = NaiveDate::from_num_days_from_ce_opt(day).unwrap();
            let today = day.checked_add_days(Step::new(u64::from(back.unsigned_abs()))).unwrap();
            prop_assume!((1..=9999).contains(&day.year()) && today.year() <= 9999);
            let expected = Some(Days { first: day, last: day });
            for format in ["%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%-d %B %Y", "%b %-d, %Y"] {
                let text = day.format(format).to_string();
                prop_assert_eq!(Days::parse(&text, today), expected, "{}", text);
            }
            let text = format!("{back} days ago");
            prop_assert_eq!(Days::parse(&text, today), expected);
            if back < 365 {
                let text = day.format("%-d %b").to_string();
                prop_assert_eq!(Days::parse(&text, today), expected, "{}", text);
            }
        }
    }
}
