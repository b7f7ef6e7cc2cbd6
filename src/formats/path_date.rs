//! Days in paths, for articles without a date.

use std::path::Path;

use chrono::NaiveDate;

use super::{
    date::{Scan, day_of, number, of_numbers},
    format::Stated,
};
use crate::{
    base::Clean,
    domain::{DayOrder, Hints},
};

/// Years that a number in a path may mean; narrower, since most numbers there are no dates.
const PATH_YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

/// The day that the path tells: of the file's name, else of the nearest folder that has one, else
/// of three folders such as `2022/02/15`. Of `05-06-2022`, `order` says which is the month.
pub(super) fn in_path(
    path: &Path,
    order: Option<DayOrder>,
    hints: &mut Hints,
) -> Option<NaiveDate> {
    let names: Vec<&str> = path.iter().filter_map(|name| name.to_str()).collect();
    let mut dated = names.iter().rev().filter_map(|name| in_name(name)).filter(|it| it.is_day());
    // Only the nearest may show an order or need one: what is looked at must not depend on it.
    let nearest = dated.next().map(|scan| Stated::of(scan, Clean::default()).settled(order, hints));
    let others = dated.filter_map(|scan| match scan {
        Scan::Day(day) => Some(day),
        Scan::Numbers { .. } | Scan::Impossible | Scan::NoDate => None,
    });
    let nearest = match nearest {
        Some(Stated::Day(day)) => Some(day),
        _ => None,
    };
    nearest.into_iter().chain(others).next().or_else(|| {
        let folders = names.get(..names.len().saturating_sub(1))?;
        folders.windows(3).rev().find_map(|three| {
            let [year, month, day] = three else { return None };
            path_day(number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?)
        })
    })
}

/// A day in one name: `2022-02-15`, `2022_2_5`, `2022.02.15`, `15-2-2022` or `20220215`, not inside
/// a longer word or number.
fn in_name(name: &str) -> Option<Scan> {
    let bytes = name.as_bytes();
    (0..bytes.len()).find_map(|start| {
        let before = start.checked_sub(1).map(|at| bytes[at]);
        let is_inside = before.is_some_and(|byte| byte.is_ascii_alphanumeric());
        if is_inside || !bytes[start].is_ascii_digit() {
            return None;
        }
        let rest = &name[start..];
        let (length, scan) = digits(rest).or_else(|| separated(rest))?;
        let is_over = match bytes.get(start + length..)? {
            [b'T' | b't', digit, ..] => digit.is_ascii_digit(),
            [next, ..] => !next.is_ascii_alphanumeric(),
            [] => true,
        };
        is_over.then_some(scan)
    })
}

/// Three numbers with the same sign between them, and how long that is.
fn separated(text: &str) -> Option<(usize, Scan)> {
    let first = n_digits(text);
    let separator = text[first..].chars().next().filter(|c| matches!(c, '-' | '_' | '.'))?;
    let second = n_digits(text.get(first + 1..)?);
    let third_at = first + second + 2;
    if !text[first + 1 + second..].starts_with(separator) {
        return None;
    }
    let third = n_digits(text.get(third_at..)?);
    let [one, two, three] =
        [&text[..first], &text[first + 1..first + 1 + second], &text[third_at..third_at + third]];
    let length = third_at + third;
    let two = number(two, 1..=2)?;
    if first == 4 {
        let day = path_day(number(one, 4..=4)?, two, number(three, 1..=2)?)?;
        return Some((length, Scan::Day(day)));
    }
    let (one, year) = (number(one, 1..=2)?, number(three, 4..=4)?);
    if separator == '.' {
        return Some((length, Scan::Day(path_day(year, two, one)?)));
    }
    let scan = of_numbers(one, two, year);
    (PATH_YEARS.contains(&year) && scan.is_day()).then_some((length, scan))
}

fn n_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn digits(text: &str) -> Option<(usize, Scan)> {
    if n_digits(text) != 8 {
        return None;
    }
    let part = |range: std::ops::Range<usize>| number(text.get(range)?, 2..=4);
    Some((8, Scan::Day(path_day(part(0..4)?, part(4..6)?, part(6..8)?)?)))
}

fn path_day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    PATH_YEARS.contains(&year).then(|| day_of(year, month, day)).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn in_path(path: &Path) -> Option<NaiveDate> {
        super::in_path(path, None, &mut Hints::default())
    }

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
            "2022-2-15.md",
            "15-2-2022 tide.md",
            "2-15-2022.md",
            "tide 15.02.2022.txt",
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
            "5-2-2022.txt",
            "1-2-3.txt",
            "v1.2.2022-rc1.txt",
            "2022-2.txt",
        ] {
            assert_eq!(in_path(Path::new(path)), None, "{path}");
        }
    }

    #[test]
    fn the_order_of_the_library_settles_what_can_be_read_in_two_ways() {
        let read = |order| {
            let mut hints = Hints::default();
            (super::in_path(Path::new("5-2-2022.txt"), order, &mut hints), hints.needs_order)
        };
        assert_eq!(read(None), (None, true));
        let day = NaiveDate::from_ymd_opt(2022, 2, 5);
        assert_eq!(read(Some(DayOrder::DayFirst)), (day, true));
        let day = NaiveDate::from_ymd_opt(2022, 5, 2);
        assert_eq!(read(Some(DayOrder::MonthFirst)), (day, true));
    }

    proptest! {
        #[test]
        fn no_path_is_too_strange(path in any::<String>(), numbers in "[0-9/._T-]{0,40}") {
            let _ = (in_path(Path::new(&path)), in_path(Path::new(&numbers)));
        }
    }
}
