//! Who answers which part of a query: the index what is asked of texts, columns and marks the rest.
//!
//! Parts for the index that stand together are one question, so that the index can begin with the
//! rarest word. What neither can decide, such as case, is looked up in the articles that the index
//! thinks possible, and last, when the others have left few.

use super::{
    Query,
    clause::Clause,
    criterion::Criterion,
    near::Proximity,
    tree::{Node, NodeKind},
};

/// A question to the index.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Texts {
    Everything,
    Clause(Clause),
    Near(Proximity),
    Not(Box<Self>),
    And(Vec<Self>),
    Or(Vec<Self>),
}

/// Questions to several.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Plan {
    Texts(Texts),
    Criterion(Criterion),
    /// Among the candidates of the index, the articles whose text has this leaf.
    Check {
        candidates: Texts,
        leaf: Node,
    },
    Not(Box<Self>),
    /// At least two: first what the index is asked, last what must be read.
    And(Vec<Self>),
    Or(Vec<Self>),
}

impl Query {
    /// Who is asked what; `None` of the empty query, which every article satisfies.
    pub fn plan(&self) -> Option<Plan> {
        self.root().map(Plan::of)
    }
}

impl Query {
    /// Whether the index is asked.
    pub fn asks_texts(&self) -> bool {
        self.plan().is_some_and(|plan| plan.asks_texts())
    }
}

impl Plan {
    /// Who is asked what for a part of a query.
    pub fn of(node: &Node) -> Self {
        match &node.kind {
            NodeKind::All => Self::Texts(Texts::Everything),
            NodeKind::Text(clause) => {
                let texts = Texts::Clause(clause.clone());
                Self::leaf(texts, node, clause.needs_text())
            }
            NodeKind::Near(near) => Self::leaf(Texts::Near(near.clone()), node, near.needs_text()),
            NodeKind::Criterion(column) => Self::Criterion(column.clone()),
            NodeKind::Not(inner) => match Self::of(inner) {
                Self::Texts(texts) => Self::Texts(Texts::Not(Box::new(texts))),
                other => Self::Not(Box::new(other)),
            },
            NodeKind::And(members) => Self::join(members, Texts::And, Self::And),
            NodeKind::Or(members) => Self::join(members, Texts::Or, Self::Or),
        }
    }

    fn leaf(texts: Texts, node: &Node, needs_text: bool) -> Self {
        if needs_text {
            return Self::Check { candidates: texts, leaf: node.clone() };
        }
        Self::Texts(texts)
    }

    fn join(
        members: &[Node],
        of_texts: fn(Vec<Texts>) -> Texts,
        of_all: fn(Vec<Self>) -> Self,
    ) -> Self {
        let (mut texts, mut others) = (Vec::new(), Vec::new());
        for member in members {
            match Self::of(member) {
                Self::Texts(part) => texts.push(part),
                other => others.push(other),
            }
        }
        let texts = match texts.len() {
            0 => None,
            1 => texts.pop(),
            _ => Some(of_texts(texts)),
        };
        let mut parts: Vec<Self> = texts.map(Self::Texts).into_iter().chain(others).collect();
        parts.sort_by_key(Self::cost);
        match (parts.len(), parts.pop()) {
            (1, Some(only)) => only,
            (_, last) => {
                parts.extend(last);
                of_all(parts)
            }
        }
    }

    /// What is asked first is what narrows most for its cost.
    fn cost(&self) -> u8 {
        match self {
            Self::Texts(_) => 0,
            Self::Criterion(_) => 1,
            Self::Not(_) | Self::And(_) | Self::Or(_) => 2 + u8::from(self.reads()),
            Self::Check { .. } => 3,
        }
    }

    /// Whether the index is asked for it.
    pub fn asks_texts(&self) -> bool {
        match self {
            Self::Texts(_) | Self::Check { .. } => true,
            Self::Criterion(_) => false,
            Self::Not(inner) => inner.asks_texts(),
            Self::And(parts) | Self::Or(parts) => parts.iter().any(Self::asks_texts),
        }
    }

    /// Whether articles must be read for it.
    pub fn reads(&self) -> bool {
        match self {
            Self::Texts(_) | Self::Criterion(_) => false,
            Self::Check { .. } => true,
            Self::Not(inner) => inner.reads(),
            Self::And(parts) | Self::Or(parts) => parts.iter().any(Self::reads),
        }
    }
}
