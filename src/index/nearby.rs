//! Documents in which it matters where words stand: near each other, or below the title.

use std::{ops::Range, sync::Arc};

use tantivy::DocId;

use super::{
    IndexError,
    docs::{DocBits, DocSource, Run},
    spots::{Spelled, Spot},
};
use crate::query::Proximity;

/// A clause whose place matters, and what of it stands in the title and does not count.
pub(super) struct Standing {
    pub(super) spelled: Spelled,
    pub(super) in_title: Option<Spelled>,
}

impl Standing {
    pub(super) fn spots(
        &self,
        window: &Range<DocId>,
        docs: &DocBits,
    ) -> Result<Vec<Spot>, IndexError> {
        let mut spots = self.spelled.spots(window, docs)?;
        // The title is the first of the texts, so that its words have the same positions.
        if let Some(title) = &self.in_title {
            let in_title = title.spots(window, docs)?;
            spots.retain(|spot| in_title.binary_search(spot).is_err());
        }
        Ok(spots)
    }
}

/// The documents in which a clause stands below the title.
pub(super) struct BodyOnly {
    clause: Standing,
}

impl BodyOnly {
    pub(super) fn new(clause: Standing) -> Self {
        Self { clause }
    }
}

impl DocSource for BodyOnly {
    const WINDOW_MAX: u32 = 1 << 17;
    const GROWTH: u32 = 4;

    fn fill(&mut self, window: Range<DocId>, hits: &mut DocBits) -> Result<(), IndexError> {
        let Standing { spelled, in_title } = &self.clause;
        let mut doubtful = DocBits::default();
        doubtful.reset(&window);
        spelled.fill(&window, &mut doubtful)?;
        if spelled.n_tokens() == 1 {
            // Only what the title has, too, needs a closer look.
            let mut titled = DocBits::default();
            titled.reset(&window);
            if let Some(title) = in_title {
                title.fill(&window, &mut titled)?;
            }
            hits.add(&doubtful);
            hits.take_out(&titled);
            doubtful.keep(&titled);
        }
        for (doc, _) in self.clause.spots(&window, &doubtful)? {
            hits.set(doc);
        }
        Ok(())
    }

    fn size_hint(&self) -> u32 {
        self.clause.spelled.size_hint()
    }
}

/// The documents in which words stand near each other.
///
/// Which documents have a word of each side is found out first, without positions; those are read
/// for what is left.
pub(super) struct Nearby {
    near: Proximity,
    sides: Vec<Vec<Standing>>,
    run: Arc<Run>,
}

/// The numbers of a first and a last word.
type Words = (usize, usize);

impl Nearby {
    /// Each side is any of its clauses, of which there is one.
    pub(super) fn new(near: Proximity, sides: Vec<Vec<Standing>>, run: Arc<Run>) -> Self {
        Self { near, sides, run }
    }

    fn candidates(&self, window: &Range<DocId>) -> Result<DocBits, IndexError> {
        let mut candidates = DocBits::default();
        candidates.reset(window);
        candidates.set_all(window);
        for side in &self.sides {
            let mut with = DocBits::default();
            with.reset(window);
            for clause in side {
                clause.spelled.fill(window, &mut with)?;
            }
            candidates.keep(&with);
        }
        Ok(candidates)
    }
}

impl Nearby {
    /// Hands out the places of each side in the documents of a window that may belong.
    fn each_doc(
        &self,
        window: &Range<DocId>,
        candidates: &DocBits,
        mut take: impl FnMut(DocId, &[Vec<Words>]),
    ) -> Result<(), IndexError> {
        let mut places: Vec<(DocId, usize, Words)> = Vec::new();
        for (number, side) in self.sides.iter().enumerate() {
            for clause in side {
                let more = clause.spelled.n_tokens() - 1;
                let spots = clause.spots(window, candidates)?;
                places.extend(spots.into_iter().map(|(doc, first)| {
                    let first = first as usize;
                    (doc, number, (first, first + more))
                }));
            }
            if self.run.is_cancelled() {
                return Err(IndexError::Cancelled);
            }
        }
        places.sort_unstable();
        for of_doc in places.chunk_by(|one, two| one.0 == two.0) {
            let mut sides = vec![Vec::new(); self.sides.len()];
            for (_, number, words) in of_doc {
                sides[*number].push(*words);
            }
            if let [(doc, ..), ..] = of_doc {
                take(*doc, &sides);
            }
        }
        Ok(())
    }

    /// How many words and phrases of each document stand near enough.
    pub(super) fn n_places(
        &self,
        window: &Range<DocId>,
        docs: &DocBits,
    ) -> Result<Vec<(DocId, u32)>, IndexError> {
        let mut candidates = self.candidates(window)?;
        candidates.keep(docs);
        let mut counts = Vec::new();
        self.each_doc(window, &candidates, |doc, sides| {
            counts.push((doc, u32::try_from(self.near.n_places(sides)).unwrap_or(u32::MAX)));
        })?;
        Ok(counts)
    }
}

impl DocSource for Nearby {
    const WINDOW_MAX: u32 = 1 << 17;
    const GROWTH: u32 = 4;

    fn fill(&mut self, window: Range<DocId>, hits: &mut DocBits) -> Result<(), IndexError> {
        let candidates = self.candidates(&window)?;
        let near = &self.near;
        self.each_doc(&window, &candidates, |doc, sides| {
            if near.holds(sides) {
                hits.set(doc);
            }
        })
    }

    fn size_hint(&self) -> u32 {
        let of = |side: &Vec<Standing>| {
            side.iter().fold(0_u32, |sum, clause| sum.saturating_add(clause.spelled.size_hint()))
        };
        self.sides.iter().map(of).min().unwrap_or(0)
    }
}
