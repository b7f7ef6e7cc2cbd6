//! What of a text made an article a hit.

use std::ops::Range;

use super::{
    Query,
    clause::{Clause, Cuts, TextPart},
    near::Proximity,
    stems::Tongue,
    tree::{Node, NodeKind},
};

/// A leaf that marks hits in texts.
#[derive(Debug, Clone, Copy)]
enum Lit<'q> {
    Clause(&'q Clause),
    Near(&'q Proximity),
}

impl<'q> Lit<'q> {
    fn of(node: &'q Node) -> Option<Self> {
        match &node.kind {
            NodeKind::Text(clause) => Some(Self::Clause(clause)),
            NodeKind::Near(near) => Some(Self::Near(near)),
            _ => None,
        }
    }

    fn find(self, cuts: &Cuts, place: TextPart) -> Vec<Range<usize>> {
        match self {
            Self::Clause(clause) if clause.scope().covers(place) => {
                cuts.find(clause).map(|(_, bytes)| bytes).collect()
            }
            Self::Near(near) if near.scope().covers(place) => near.find(cuts),
            Self::Clause(_) | Self::Near(_) => Vec::new(),
        }
    }
}

impl Query {
    /// How many words and phrases there are that mark hits: none of those under a `NOT`.
    pub fn n_lit(&self) -> usize {
        self.lit().len()
    }

    /// Bytes of a text to highlight: what satisfies a part that is looked for. In order, apart from
    /// each other; a phrase is one range. Words have other forms as in the language of the interface.
    pub fn matches(&self, text: &str, place: TextPart) -> Vec<Range<usize>> {
        self.matches_in(text, place, Tongue::spoken())
    }

    /// As [`Query::matches`], in a text of that language.
    pub fn matches_in(&self, text: &str, place: TextPart, tongue: Tongue) -> Vec<Range<usize>> {
        let hits = self.hits_in(text, place, tongue);
        let mut ranges: Vec<_> = hits.into_iter().map(|(it, _)| it).collect();
        ranges.dedup_by(|next, kept| {
            let touches = next.start <= kept.end;
            if touches {
                kept.end = kept.end.max(next.end);
            }
            touches
        });
        ranges
    }

    /// What satisfies which of the parts that are looked for (by number), in the order of the text.
    pub fn hits(&self, text: &str, place: TextPart) -> Vec<(Range<usize>, usize)> {
        self.hits_in(text, place, Tongue::spoken())
    }

    /// As [`Query::hits`], in a text of that language.
    pub fn hits_in(
        &self,
        text: &str,
        place: TextPart,
        tongue: Tongue,
    ) -> Vec<(Range<usize>, usize)> {
        let lit = self.lit();
        if lit.is_empty() {
            return Vec::new();
        }
        let cuts = Cuts::of(text, tongue);
        let of = |(number, lit): (usize, Lit)| {
            lit.find(&cuts, place).into_iter().map(move |range| (range, number))
        };
        let mut hits: Vec<_> = lit.into_iter().enumerate().flat_map(of).collect();
        hits.sort_by_key(|(range, number)| (range.start, range.end, *number));
        hits
    }

    fn lit(&self) -> Vec<Lit<'_>> {
        let wanted = self.root().map(Node::wanted).unwrap_or_default();
        wanted.into_iter().filter_map(Lit::of).collect()
    }

    /// Whether the texts of an article (its title first, then each of its paragraphs) have what is
    /// asked of them. What is asked of columns counts as given.
    pub fn is_satisfied_by<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> bool {
        self.is_satisfied_in(texts, Tongue::spoken())
    }

    /// As [`Query::is_satisfied_by`], for an article of that language.
    pub fn is_satisfied_in<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
        tongue: Tongue,
    ) -> bool {
        self.root().is_none_or(|root| root.is_satisfied_in(texts, tongue))
    }
}

impl Node {
    /// As [`Query::is_satisfied_in`], for a part of a query.
    pub fn is_satisfied_in<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
        tongue: Tongue,
    ) -> bool {
        let texts: Vec<Cuts> = texts.into_iter().map(|text| Cuts::of(text, tongue)).collect();
        is_satisfied(self, &texts)
    }
}

fn is_satisfied(node: &Node, texts: &[Cuts]) -> bool {
    let has = |lit: Lit| {
        texts.iter().enumerate().any(|(nth, cuts)| {
            let place = if nth == 0 { TextPart::Title } else { TextPart::Paragraph };
            !lit.find(cuts, place).is_empty()
        })
    };
    match &node.kind {
        NodeKind::All | NodeKind::Criterion(_) => true,
        NodeKind::Text(clause) => has(Lit::Clause(clause)),
        NodeKind::Near(near) => has(Lit::Near(near)),
        // What columns say is not known here.
        NodeKind::Not(inner) => is_column(inner) || !is_satisfied(inner, texts),
        NodeKind::And(members) => members.iter().all(|member| is_satisfied(member, texts)),
        NodeKind::Or(members) => members.iter().any(|member| is_satisfied(member, texts)),
    }
}

fn is_column(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Criterion(_) => true,
        NodeKind::All | NodeKind::Text(_) | NodeKind::Near(_) => false,
        NodeKind::Not(_) | NodeKind::And(_) | NodeKind::Or(_) => {
            node.children().iter().any(is_column)
        }
    }
}
