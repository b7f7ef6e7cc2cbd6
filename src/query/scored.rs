//! The words that tell a good match from a poor one.

use super::{
    Query,
    clause::{Clause, Ending},
    tree::{Node, NodeKind},
};

/// Whole words that are looked for: an article that has them often is a good match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored<'q> {
    /// Folded, in the order of the query, each once.
    pub words: Vec<&'q str>,
    /// Every hit has all of them, or other forms of them.
    pub are_required: bool,
    /// Other forms count, too, but do not score.
    pub have_forms: bool,
}

impl Query {
    /// What its hits are scored by.
    pub fn scored(&self) -> Scored<'_> {
        let mut scored = Scored { words: Vec::new(), are_required: true, have_forms: false };
        if let Some(root) = self.root() {
            scored.take(root, true);
        }
        scored
    }

    /// Whether anything in it tells a good match from a poor one: only whole words do.
    pub fn has_whole_words(&self) -> bool {
        !self.scored().words.is_empty()
    }
}

impl<'q> Scored<'q> {
    fn take(&mut self, node: &'q Node, is_required: bool) {
        match &node.kind {
            NodeKind::All | NodeKind::Criterion(_) | NodeKind::Not(_) => {}
            NodeKind::Text(clause) => self.add(clause, is_required),
            NodeKind::Near(near) => {
                for side in near.sides() {
                    let is_only = is_required && side.len() == 1;
                    for clause in side {
                        self.add(clause, is_only);
                    }
                }
            }
            NodeKind::And(members) => {
                for member in members {
                    self.take(member, is_required);
                }
            }
            NodeKind::Or(members) => {
                for member in members {
                    self.take(member, false);
                }
            }
        }
    }

    fn add(&mut self, clause: &'q Clause, is_required: bool) {
        let n_whole = clause.tokens().len() - usize::from(clause.ending() != Ending::Whole);
        for token in &clause.tokens()[..n_whole] {
            self.are_required &= is_required;
            self.have_forms |= clause.takes_forms();
            if !self.words.contains(&&**token) {
                self.words.push(token);
            }
        }
    }
}
