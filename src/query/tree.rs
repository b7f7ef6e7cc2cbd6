//! The tree that a query is read into.
//!
//! `And` and `Or` have at least two members and none of their own kind; a field in front of brackets
//! is handed down to the leaves. So there is one tree for what can be written in several ways, and
//! printing a tree and reading it gives the same tree.

use super::{clause::Clause, criterion::Criterion, near::Proximity, span::Span};

/// A part of a query, with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Node {
    pub kind: NodeKind,
    pub span: Span,
}

/// What a part of a query asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// Every article: `*`.
    All,
    /// Words that the text has.
    Text(Clause),
    /// Words that stand near each other.
    Near(Proximity),
    /// What is known of the article besides its text.
    Criterion(Criterion),
    Not(Box<Node>),
    And(Vec<Node>),
    Or(Vec<Node>),
}

impl Node {
    pub(super) fn new(kind: NodeKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// All of `members`, those of an inner `And` among them; `None` of none.
    pub(super) fn all(members: Vec<Self>) -> Option<Self> {
        Self::join(members, NodeKind::And, |kind| match kind {
            NodeKind::And(inner) => Ok(inner),
            other => Err(other),
        })
    }

    /// Any of `members`, those of an inner `Or` among them; `None` of none.
    pub(super) fn any(members: Vec<Self>) -> Option<Self> {
        Self::join(members, NodeKind::Or, |kind| match kind {
            NodeKind::Or(inner) => Ok(inner),
            other => Err(other),
        })
    }

    fn join(
        members: Vec<Self>,
        kind: fn(Vec<Self>) -> NodeKind,
        open: fn(NodeKind) -> Result<Vec<Self>, NodeKind>,
    ) -> Option<Self> {
        let mut flat = Vec::with_capacity(members.len());
        for member in members {
            match open(member.kind) {
                Ok(inner) => flat.extend(inner),
                Err(other) => flat.push(Self::new(other, member.span)),
            }
        }
        let span = flat.first()?.span.to(flat.last()?.span);
        match flat.len() {
            1 => flat.pop(),
            _ => Some(Self::new(kind(flat), span)),
        }
    }

    pub(super) fn negated(self, span: Span) -> Self {
        Self::new(NodeKind::Not(Box::new(self)), span)
    }

    /// The parts of this part.
    pub fn children(&self) -> &[Self] {
        match &self.kind {
            NodeKind::Not(inner) => std::slice::from_ref(inner),
            NodeKind::And(members) | NodeKind::Or(members) => members,
            NodeKind::All | NodeKind::Text(_) | NodeKind::Near(_) | NodeKind::Criterion(_) => &[],
        }
    }

    /// The words and phrases of this part, those under a `NOT` and next to `NEAR` among them.
    pub fn clauses(&self) -> Vec<(&Clause, Span)> {
        match &self.kind {
            NodeKind::Text(clause) => vec![(clause, self.span)],
            NodeKind::Near(near) => {
                near.sides().iter().flatten().map(|clause| (clause, self.span)).collect()
            }
            NodeKind::All | NodeKind::Criterion(_) => Vec::new(),
            NodeKind::Not(_) | NodeKind::And(_) | NodeKind::Or(_) => {
                self.children().iter().flat_map(Self::clauses).collect()
            }
        }
    }

    /// The leaves that an article is found by: none under a `NOT`.
    pub fn wanted(&self) -> Vec<&Self> {
        match &self.kind {
            NodeKind::Not(_) => Vec::new(),
            NodeKind::And(members) | NodeKind::Or(members) => {
                members.iter().flat_map(Self::wanted).collect()
            }
            NodeKind::All | NodeKind::Text(_) | NodeKind::Near(_) | NodeKind::Criterion(_) => {
                vec![self]
            }
        }
    }
}
