//! What is counted, in English.

use super::language::numbers::thousands;

/// `1 article`, `72,000 articles`: a number and what it counts.
pub fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { one } else { several })
}
