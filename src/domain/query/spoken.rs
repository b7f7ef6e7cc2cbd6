//! How a query was understood, said in words.

use super::{Clause, Query};
use crate::base::wording;

impl Query {
    /// What articles must have and what not: `with election…, "peace talks" · without war`. A word
    /// that ends in an ellipsis may go on.
    pub fn spoken(&self) -> String {
        let said = |is_negative: bool| {
            let meant = self.clauses.iter().filter(|clause| clause.is_negative == is_negative);
            meant.map(Clause::spoken).collect::<Vec<_>>().join(", ")
        };
        let (with, without) = (said(false), said(true));
        let with = (!with.is_empty()).then(|| wording!("query-with", words = with));
        let without = (!without.is_empty()).then(|| wording!("query-without", words = without));
        with.into_iter().chain(without).collect::<Vec<_>>().join(" · ")
    }
}

impl Clause {
    fn spoken(&self) -> String {
        let more = if self.is_prefix { "…" } else { "" };
        let mark = if self.is_quoted { "\"" } else { "" };
        format!("{mark}{}{more}{mark}", self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_must_be_there_and_what_must_not() {
        for (written, spoken) in [
            ("rust*", "with rust…"),
            ("peace talks", "with peace, talks"),
            ("\"peace talks\" -war", "with \"peace talks\" · without war"),
            ("-\"press rel*\"", "without \"press rel…\""),
        ] {
            assert_eq!(Query::parse(written, false).unwrap().spoken(), spoken);
        }
        assert_eq!(Query::parse("new yor", true).unwrap().spoken(), "with new, yor…");
        assert_eq!(Query::default().spoken(), "");
    }
}
