//! Days as people write them: names of days and months, and the order of the parts.
//!
//! By default they are written as `Saturday 14 March 2026`, and `2026-03-14` in lists.

use std::fmt::Write as _;

use chrono::NaiveDate;
use pure_rust_locales::locale_match;
use unicode_width::UnicodeWidthStr;

use super::{Locale, spoken};

/// How much of a day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `Saturday 14 March 2026`.
    Full,
    /// `Sat 14 Mar 2026`.
    Short,
    /// `14 March 2026`.
    WithoutWeekday,
    /// `2026-03-14`.
    Numbers,
    /// `14 Mar`.
    WithoutYear,
    /// `14 Mar 2026`.
    WithYear,
}

/// What comes first where a day is written in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    Year,
    Month,
    Day,
}

/// The months by their English names.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Dates that are wider than this are written as others are.
const MOST_CELLS: usize = 12;

/// A day in the locale chosen.
pub fn day(day: NaiveDate, form: Form) -> String {
    let locale = spoken().dates;
    let format = format(locale, form);
    written(&format, day).unwrap_or_else(|| day.to_string())
}

/// The cells that the widest day takes.
pub fn width_cells(form: Form) -> u16 {
    /// One day of each month, with two digits, on all days of the week.
    const DAYS: [u32; 12] = [21, 22, 23, 24, 25, 26, 27, 28, 21, 22, 23, 24];
    let days = (1..).zip(DAYS).filter_map(|(month, day)| NaiveDate::from_ymd_opt(2026, month, day));
    let widest = days.map(|it| day(it, form).width()).max().unwrap_or(0);
    u16::try_from(widest).unwrap_or(u16::MAX)
}

/// A day by a format of `strftime`, with the names of the locale chosen; `None` if the format asks
/// for what a day does not have, such as an hour.
pub fn written(format: &str, day: NaiveDate) -> Option<String> {
    let mut text = String::new();
    // Names may be in English although others are known, so the usual way need not look for them.
    match spoken().dates {
        Locale::POSIX => write!(text, "{}", day.format(format)),
        locale => write!(text, "{}", day.format_localized(format, locale)),
    }
    .ok()?;
    Some(text)
}

/// The first part of a numeric date in the chosen locale.
pub fn first() -> First {
    let locale = spoken().dates;
    if locale == Locale::POSIX {
        return First::Year;
    }
    let parts = locale_match!(locale => LC_TIME::D_FMT).split('%').skip(1);
    // Letters that say how a part is filled up stand before the one that names it.
    let mut names =
        parts.filter_map(|it| it.trim_start_matches(['-', '_', 'O', 'E']).chars().next());
    let first = names.find_map(|name| match name {
        'd' | 'e' => Some(First::Day),
        // A month by its name says nothing of numbers.
        'm' | 'D' => Some(First::Month),
        'y' | 'Y' | 'F' => Some(First::Year),
        _ => None,
    });
    first.unwrap_or(First::Year)
}

fn format(locale: Locale, form: Form) -> String {
    let [full, short, without_year] = patterns(&locale.to_string());
    let format = match form {
        Form::Full => full,
        Form::Short => short,
        Form::WithoutWeekday => {
            return full.replace("%A", "").trim_matches([' ', ',']).to_owned();
        }
        Form::WithoutYear => without_year,
        Form::WithYear => return with_year(without_year),
        Form::Numbers => return numbers(locale),
    };
    format.to_owned()
}

/// A day without its year, and that where the language has it: whole, since two digits could be a day
/// as well.
fn with_year(without_year: &str) -> String {
    if without_year.starts_with("%b") {
        // An American comma; Hungarian has the year first.
        let is_hungarian = without_year.ends_with('.');
        return if is_hungarian { "%Y. %b %d.".to_owned() } else { format!("{without_year}, %Y") };
    }
    match without_year.strip_prefix("%-m") {
        Some(rest) if rest.contains('월') => format!("%Y년 {without_year}"),
        Some(_) => format!("%Y年{without_year}"),
        None => format!("{without_year} %Y"),
    }
}

/// The locale's own way, with all four digits of the year; some are too long for a list, or count
/// years and digits as we cannot.
fn numbers(locale: Locale) -> String {
    const AS_EVER: &str = "%Y-%m-%d";
    if locale == Locale::POSIX {
        return AS_EVER.to_owned();
    }
    let format = locale_match!(locale => LC_TIME::D_FMT).replace("%y", "%Y");
    let sample = NaiveDate::from_ymd_opt(2026, 9, 30).and_then(|day| written(&format, day));
    match sample {
        Some(sample) if sample.width() <= MOST_CELLS => format,
        _ => AS_EVER.to_owned(),
    }
}

/// The order of the parts, which locales do not tell: full, short, without the year.
fn patterns(locale: &str) -> [&'static str; 3] {
    let language = locale.split(['_', '@']).next().unwrap_or_default();
    match (locale, language) {
        ("en_US" | "en_CA" | "en_PH", _) => ["%A, %B %-d, %Y", "%a, %b %-d, %Y", "%b %d"],
        (
            _,
            "cs" | "da" | "de" | "et" | "fi" | "hr" | "is" | "lb" | "lv" | "nb" | "nn" | "sk"
            | "sl" | "sr",
        ) => ["%A, %-d. %B %Y", "%a, %-d. %b %Y", "%d. %b"],
        (_, "ca" | "es" | "gl" | "pt") => ["%A, %-d de %B de %Y", "%a, %-d %b %Y", "%d %b"],
        (_, "hu") => ["%Y. %B %-d., %A", "%Y. %b %-d., %a", "%b %d."],
        (_, "ja" | "zh") => ["%Y年%-m月%-d日 %A", "%Y年%-m月%-d日 %a", "%-m月%-d日"],
        (_, "ko") => ["%Y년 %-m월 %-d일 %A", "%Y년 %-m월 %-d일 %a", "%-m월 %-d일"],
        _ => ["%A %-d %B %Y", "%a %-d %b %Y", "%d %b"],
    }
}
