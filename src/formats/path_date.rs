//! Days in paths, for articles that state none.

use std::path::Path;

use chrono::NaiveDate;

use super::date::{day_of, number};

/// Years that a number in a path may mean; narrower, since most numbers there are no dates.
const PATH_YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

/// The day that the path tells: of the file's name, else of the nearest folder that has one, else
/// of three folders such as `2022/02/15`.
pub(super) fn in_path(path: &Path) -> Option<NaiveDate> {
    let names: Vec<&str> = path.iter().filter_map(|name| name.to_str()).collect();
    names.iter().rev().find_map(|name| in_name(name)).or_else(|| {
        let folders = names.get(..names.len().saturating_sub(1))?;
        folders.windows(3).rev().find_map(|three| {
            let [year, month, day] = three else { return None };
            path_day(number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?)
        })
    })
}

/// A day in one name: `2022-02-15`, `2022_02_15`, `2022.02.15` or `20220215`, not inside a longer
/// word or number.
fn in_name(name: &str) -> Option<NaiveDate> {
    let bytes = name.as_bytes();
    (0..bytes.len()).find_map(|start| {
        let is_inside = start.checked_sub(1).is_some_and(|at| bytes[at].is_ascii_alphanumeric());
        if is_inside || !bytes[start].is_ascii_digit() {
            return None;
        }
        let rest = &name[start..];
        let (length, day) = match bytes.get(start + 4)? {
            b'-' | b'_' | b'.' => (10, separated(rest.get(..10)?)?),
            _ => (8, digits(rest.get(..8)?)?),
        };
        let is_over = match bytes.get(start + length..)? {
            [b'T' | b't', digit, ..] => digit.is_ascii_digit(),
            [next, ..] => !next.is_ascii_alphanumeric(),
            [] => true,
        };
        is_over.then_some(day)
    })
}

fn separated(text: &str) -> Option<NaiveDate> {
    let separator = text.chars().nth(4)?;
    let mut parts = text.split(separator);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    path_day(number(year, 4..=4)?, number(month, 2..=2)?, number(day, 2..=2)?)
}

fn digits(text: &str) -> Option<NaiveDate> {
    path_day(
        number(text.get(..4)?, 4..=4)?,
        number(text.get(4..6)?, 2..=2)?,
        number(text.get(6..)?, 2..=2)?,
    )
}

fn path_day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    PATH_YEARS.contains(&year).then(|| day_of(year, month, day)).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn paths_tell_days() {
        let expected = NaiveDate::from_ymd_opt(2022, 2, 15);
        for path in [
            "2022/02/15/name.txt",
            "news/2022/2/15/00001_8ef247338568337e.txt",
            "2022-02-15-name.md",
            "a/2022-02-15/ext_10.txt",
            "a/20220215.txt",
            "a/20220215T101500--name.txt",
            "mirror_2022_02_15_x.txt",
            "2021-01-01/2022-02-15-name.md",
            "x20220101/20220215/a.txt",
        ] {
            assert_eq!(in_path(Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn numbers_in_paths_are_not_taken_for_days() {
        for path in [
            "000_8ef247338568337e.txt",
            "a202202150.txt",
            "7559604_120220215.txt",
            "12345678.txt",
            "20221332/a.txt",
            "2022/13/01/a.txt",
            "2022/02/15",
            "1.txt",
            "日本20220215x.txt",
        ] {
            assert_eq!(in_path(Path::new(path)), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn no_path_is_too_strange(path in any::<String>(), numbers in "[0-9/._T-]{0,40}") {
            let _ = (in_path(Path::new(&path)), in_path(Path::new(&numbers)));
        }
    }
}
