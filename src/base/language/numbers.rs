//! Numbers as people write them.

use pure_rust_locales::locale_match;

use super::{Locale, spoken};

/// A number with its thousands set apart.
pub fn thousands(number: usize) -> String {
    group(&number.to_string())
}

/// Sets the thousands of a number of digits apart; anything else stays as it is.
pub(super) fn group(digits: &str) -> String {
    let (separator, sizes) = grouping(spoken().numbers);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    if separator.is_empty() || !is_number {
        return digits.to_owned();
    }
    let mut groups = Vec::new();
    let mut rest = digits;
    // The last size holds for all groups above, unless it says that there are none.
    let mut sizes = sizes.iter().map(|size| usize::try_from(*size).unwrap_or(0));
    let mut size = sizes.next().unwrap_or(0);
    while 0 < size && size < rest.len() {
        let (above, group) = rest.split_at(rest.len() - size);
        groups.push(group);
        rest = above;
        size = sizes.next().unwrap_or(size);
    }
    groups.push(rest);
    groups.reverse();
    groups.join(separator)
}

fn grouping(locale: Locale) -> (&'static str, &'static [i64]) {
    if locale == Locale::POSIX {
        return (",", &[3]);
    }
    (
        locale_match!(locale => LC_NUMERIC::THOUSANDS_SEP),
        locale_match!(locale => LC_NUMERIC::GROUPING),
    )
}
