//! What can be written in a query, by examples: help, manual and README are drawn from here.

use crate::base::wording;

/// Ways to write something, and what articles are found by it.
#[derive(Debug, Clone, Copy)]
pub struct Written {
    /// Queries that are read as they stand.
    pub examples: &'static [&'static str],
    /// What articles that are found have or are.
    pub finds: fn() -> &'static str,
}

/// All that can be written, but for the fields.
pub static WRITTEN: [Written; 12] = [
    Written { examples: &["rust belt", "rust AND belt"], finds: || wording!("written-all") },
    Written { examples: &["election"], finds: || wording!("written-forms") },
    Written { examples: &["\"rust belt\""], finds: || wording!("written-phrase") },
    Written {
        examples: &["rust OR iron", "belt (rust OR iron)"],
        finds: || wording!("written-any"),
    },
    Written { examples: &["-rust", "NOT (rust OR iron)"], finds: || wording!("written-not") },
    Written { examples: &["rus*", "\"rust be*\""], finds: || wording!("written-begun") },
    Written { examples: &["*ings", "behavio?r"], finds: || wording!("written-pattern") },
    Written { examples: &["election~", "parliament~2"], finds: || wording!("written-fuzzy") },
    Written {
        examples: &["rust NEAR/5 belt", "(rust OR iron) BEFORE/5 \"belt road\""],
        finds: || wording!("written-near"),
    },
    Written { examples: &["=\"C++\"", "=US"], finds: || wording!("written-exact") },
    Written { examples: &["/^why/i"], finds: || wording!("written-regex") },
    Written { examples: &["*"], finds: || wording!("written-everything") },
];
