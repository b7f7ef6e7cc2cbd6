//! What the archive answers about words in context, batches and queries: it does not count, and sorts
//! few lines.

use std::sync::Arc;

use dateline::{
    base::Clean,
    domain::{ContextOrder, Extent, Generation, Listing, Order, in_context},
    library::{
        Answer, BatchAnswer, BatchLine, Explained, Explanation, KwicAnswer, KwicLine, KwicWanted,
        Question,
    },
    query::{Query, Tongue},
};

use super::archive::{Archive, Listed, PAGE, text_of};

/// Lines that it sorts.
pub(super) const MOST_SORTED: usize = 15;

impl Archive {
    pub(super) fn report(&self, question: &Question, send: &mut dyn FnMut(Answer)) {
        match question {
            Question::Kwic { generation, listing, wanted } => {
                send(Answer::Kwic(self.kwic(*generation, listing, wanted)));
            }
            // By period it cannot count.
            Question::Batch { generation, queries, .. } => {
                let lines = queries.iter().map(|query| self.counted(query)).collect();
                let (generation, periods) = (*generation, Vec::new());
                send(Answer::Batch(BatchAnswer { generation, lines, periods, n_undated: 0 }));
            }
            Question::Explain { generation, query } => {
                let root = query.root().map(Explained::unasked);
                let (n_articles, took) = (self.articles().len(), std::time::Duration::ZERO);
                let explanation = Explanation { root, n_articles, took };
                send(Answer::Explained { generation: *generation, explanation });
            }
            other => panic!("{other:?}"),
        }
    }

    /// Reads pages until the lines are known that are wanted.
    fn kwic(&self, generation: Generation, listing: &Listing, wanted: &KwicWanted) -> KwicAnswer {
        let is_sorted = wanted.order != ContextOrder::Date;
        let most = if is_sorted { MOST_SORTED } else { wanted.lines.end };
        let mut listed = Listed::of(generation, Listing { order: Order::Date, ..listing.clone() });
        let query = listing.query.clone().unwrap_or_default();
        let (mut lines, mut n_read) = (Vec::new(), 0);
        while lines.len() < most && (listed.key.is_some() || n_read < listed.rows.len()) {
            self.reach(&mut listed, n_read + 1);
            for seq in listed.rows.split_off(n_read) {
                let headline = Arc::new(self.headline(seq));
                let text = [Clean::new(&text_of(&headline))];
                let places =
                    in_context(&headline.title, &text, (&query, Tongue::spoken()), wanted.n_cells);
                let line = |place| KwicLine { headline: Arc::clone(&headline), place };
                lines.extend(places.into_iter().map(line));
                listed.rows.push(seq);
                n_read += 1;
            }
        }
        let is_whole = listed.key.is_none();
        let bound = (is_sorted && (!is_whole || MOST_SORTED < lines.len())).then_some(MOST_SORTED);
        if is_sorted {
            lines.truncate(MOST_SORTED);
            lines.sort_by_cached_key(|line| line.place.key(wanted.order));
        }
        let (n_lines, first) = (lines.len(), wanted.lines.start.min(lines.len()));
        let end = wanted.lines.end.min(n_lines).min(first + PAGE).max(first);
        KwicAnswer {
            generation,
            n_lines,
            extent: if is_whole || is_sorted { Extent::Whole } else { Extent::More },
            n_articles: listed.rows.len(),
            n_read,
            n_unreadable: 0,
            bound,
            first,
            lines: lines[first..end].to_vec(),
        }
    }

    /// What the first page says.
    fn counted(&self, query: &Query) -> BatchLine {
        let query = Some(query.clone());
        let mut listed = Listed::of(Generation(0), Listing { query, ..Listing::default() });
        self.reach(&mut listed, 1);
        let (n_hits, extent) = (listed.rows.len(), listed.extent());
        BatchLine { n_hits, extent, ..BatchLine::default() }
    }
}
