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

impl Query {
    /// Whether it is nothing but words to be found: saying how it was understood would repeat it.
    pub fn is_plain(&self) -> bool {
        let is_word = |node: &Node| match &node.kind {
            NodeKind::Text(clause) => clause.is_plain() && clause.writing() != Writing::Quoted,
            _ => false,
        };
        let is_words = match self.root() {
            Some(Node { kind: NodeKind::And(members), .. }) => members.iter().all(is_word),
            Some(only) => is_word(only),
            None => true,
        };
        is_words && !self.showing().says_anything()
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
        for (written, is_plain) in
            [("new york*", true), ("\"new york\"", false), ("new -york", false), ("a OR b", false)]
        {
            assert_eq!(Query::strict(written).unwrap().is_plain(), is_plain, "{written}");
        }
        assert_eq!(Query::default().spoken(), "");
    }
}
