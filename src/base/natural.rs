//! Natural order: `2.txt` before `10.txt`.
//!
//! Depends on the bytes alone, not on a locale, so that it is the same on every machine: digits
//! together count by their value, everything else byte by byte, and names that still tie (`2` and
//! `02`) by all of their bytes. A total order of any bytes.

use std::cmp::Ordering;

/// Compares two names in natural order.
pub fn natural(a: &[u8], b: &[u8]) -> Ordering {
    let (mut rest_a, mut rest_b) = (a, b);
    loop {
        let (Some(first_a), Some(first_b)) = (rest_a.first(), rest_b.first()) else {
            return rest_a.len().cmp(&rest_b.len()).then_with(|| a.cmp(b));
        };
        let order = if first_a.is_ascii_digit() && first_b.is_ascii_digit() {
            let number_a = number(&mut rest_a);
            let number_b = number(&mut rest_b);
            number_a.len().cmp(&number_b.len()).then_with(|| number_a.cmp(number_b))
        } else {
            (rest_a, rest_b) = (&rest_a[1..], &rest_b[1..]);
            first_a.cmp(first_b)
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Takes the digits in front, without leading zeros.
fn number<'a>(rest: &mut &'a [u8]) -> &'a [u8] {
    let n_digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, after) = rest.split_at(n_digits);
    *rest = after;
    let n_zeros = digits.iter().take_while(|digit| **digit == b'0').count();
    &digits[n_zeros..]
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    #[test]
    fn numbers_in_names_count_by_their_value() {
        let mut names = ["b", "10.txt", "2.txt", "a10b", "a9b", "002", "2"];
        names.sort_by(|a, b| natural(a.as_bytes(), b.as_bytes()));
        assert_eq!(names, ["002", "2", "2.txt", "10.txt", "a9b", "a10b", "b"]);
    }

    proptest! {
        #[test]
        fn any_three_names_are_in_one_order(
            names in vec(vec(prop::sample::select(b"0019a.\xff".to_vec()), 0..6), 3),
        ) {
            let [a, b, c] = &names[..] else { unreachable!() };
            prop_assert_eq!(natural(a, b), natural(b, a).reverse());
            prop_assert_eq!(natural(a, b).is_eq(), a == b);
            if natural(a, b).is_le() && natural(b, c).is_le() {
                prop_assert!(natural(a, c).is_le());
            }
        }
    }
}
