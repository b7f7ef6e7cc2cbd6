//! How a query was understood, said in words.

use super::{
    Query,
    clause::{Clause, Writing},
    tree::{Node, NodeKind},
};
use crate::base::wording;

impl Query {
    /// What articles must have and what not: `with election…, "peace talks" · without war`. A word
    /// that ends in an ellipsis may go on. A query of more than words is told as
    /// [`Query::bracketed`] prints it.
    pub fn spoken(&self) -> String {
        let members = match self.root() {
            Some(Node { kind: NodeKind::And(members), .. }) => members,
            Some(only) => std::slice::from_ref(only),
            None => &[],
        };
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for member in members {
            match &member.kind {
                NodeKind::Text(clause) if clause.is_plain() => with.push(clause.spoken()),
                NodeKind::Not(inner) => match &inner.kind {
                    NodeKind::Text(clause) if clause.is_plain() => without.push(clause.spoken()),
                    _ => return self.bracketed(),
                },
                _ => return self.bracketed(),
            }
        }
        if self.showing().says_anything() {
            return self.bracketed();
        }
        let with = (!with.is_empty()).then(|| wording!("query-with", words = with.join(", ")));
        let without =
            (!without.is_empty()).then(|| wording!("query-without", words = without.join(", ")));
        with.into_iter().chain(without).collect::<Vec<_>>().join(" · ")
    }
}

impl Clause {
    fn spoken(&self) -> String {
        let more = if self.is_prefix() { "…" } else { "" };
        let mark = if self.writing() == Writing::Quoted { "\"" } else { "" };
        format!("{mark}{}{more}{mark}", self.text())
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
            ("a OR b c", "a OR (b c)"),
            ("a title:b", "a title:b"),
            ("a -(b c)", "a -(b c)"),
            ("=US", "=\"US\""),
        ] {
            assert_eq!(Query::strict(written).unwrap().spoken(), spoken);
        }
        assert_eq!(Query::typed("new yor").spoken(), "with new, yor…");
        assert_eq!(Query::default().spoken(), "");
    }
}
