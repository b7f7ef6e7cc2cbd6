//! Batches: what several queries find, counted one after the other.

use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::{Cancel, FacetWanted, Library, LibraryError, TallyWanted};
use crate::{
    domain::{Bar, Extent, FacetKind, Generation, Listing, Period, Timeline},
    query::{Days, Query},
};

/// What has been counted is answered this often.
const EVERY: Duration = Duration::from_millis(100);

/// What one query of a batch finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BatchLine {
    pub n_hits: usize,
    /// The number is exact only if the extent says that all are there, as with lists.
    pub extent: Extent,
    /// Outlets that have a place of a hit.
    pub n_sources: usize,
    /// The days of its first and its last hit; `None` if no hit has a date.
    pub days: Option<Days>,
    pub n_undated: usize,
    /// Hits by the number of their period in [`BatchAnswer::periods`], in that order; periods without
    /// hits are left out.
    pub by_period: Vec<(usize, usize)>,
}

/// A period that the hits of a batch are counted by, and all articles in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchPeriod {
    pub start: NaiveDate,
    pub n_articles: usize,
}

/// The answer to [`super::Question::Batch`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchAnswer {
    pub generation: Generation,
    /// Of the first queries, in their order: of all of them in the last answer.
    pub lines: Vec<BatchLine>,
    /// From the first hit of any query to the last, those without hits among them. Only in the last
    /// answer, if it was asked for.
    pub periods: Vec<BatchPeriod>,
    /// All articles without a date.
    pub n_undated: usize,
}

impl Library {
    /// Counts what each query finds; `send` is called with more and more lines.
    ///
    /// # Errors
    /// As [`Library::list`]; lines that were counted before stand.
    pub(super) fn batch(
        &self,
        (generation, queries): (Generation, &[Query]),
        by: Option<Period>,
        cancel: &Cancel,
        send: &mut dyn FnMut(BatchAnswer),
    ) -> Result<(), LibraryError> {
        let mut answer =
            BatchAnswer { generation, lines: Vec::new(), periods: Vec::new(), n_undated: 0 };
        // What all articles come to is the same for every query.
        let (mut all, mut hits) = (None, Vec::new());
        let mut said = Instant::now();
        for query in queries {
            if EVERY <= said.elapsed() {
                send(answer.clone());
                said = Instant::now();
            }
            let (line, timeline) = self.counted(query, cancel)?;
            answer.lines.push(line);
            if let Some(period) = by {
                hits.push(starts(period, &timeline));
                all.get_or_insert(timeline);
            }
        }
        if let Some((period, all)) = by.zip(all) {
            answer.take_periods(period, &all, &hits);
        }
        send(answer);
        Ok(())
    }

    fn counted(
        &self,
        query: &Query,
        cancel: &Cancel,
    ) -> Result<(BatchLine, Timeline), LibraryError> {
        if cancel.is_cancelled() {
            return Err(LibraryError::Cancelled);
        }
        let query = Some(query.clone()).filter(|query| !query.is_empty());
        let listed = self.list(&Listing { query, ..Listing::default() }, None, cancel)?;
        // Their number is all that is wanted of the sources.
        let (facets, values) = (vec![FacetKind::Source], FacetWanted::default());
        let wanted = TallyWanted { has_timeline: true, facets, values };
        let tally = self.tally(&listed, &wanted, cancel)?;
        let timeline = tally.timeline.unwrap_or_default();
        let line = BatchLine {
            n_hits: listed.len(),
            extent: listed.extent,
            n_sources: tally.facets.first().map_or(0, |facet| facet.n_values),
            days: timeline.span(),
            n_undated: timeline.undated.n_hits as usize,
            by_period: Vec::new(),
        };
        Ok((line, timeline))
    }
}

/// The first days of the periods in which a query has hits, and how many.
fn starts(period: Period, timeline: &Timeline) -> Vec<(NaiveDate, usize)> {
    let bars = timeline.span().into_iter().flat_map(|span| timeline.bars(period, span));
    let hits = bars.map(|bar| (bar.start, bar.amount.n_hits as usize));
    hits.filter(|(_, n_hits)| 0 < *n_hits).collect()
}

impl BatchAnswer {
    /// Counts by periods, the same ones for all queries.
    fn take_periods(&mut self, period: Period, all: &Timeline, hits: &[Vec<(NaiveDate, usize)>]) {
        self.n_undated = all.undated.n_all as usize;
        let spans = self.lines.iter().filter_map(|line| line.days);
        let span = spans.reduce(|one, other| Days {
            first: one.first.min(other.first),
            last: one.last.max(other.last),
        });
        let Some(span) = span else { return };
        // All articles of a period count, before the first hit and after the last, too.
        let whole = Days { first: period.start(span.first), last: period.days(span.last).last };
        let periods = all.bars(period, whole);
        let counted =
            |bar: Bar| BatchPeriod { start: bar.start, n_articles: bar.amount.n_all as usize };
        self.periods = periods.map(counted).collect();
        let number = |start: NaiveDate| self.periods.binary_search_by_key(&start, |it| it.start);
        for (line, hits) in self.lines.iter_mut().zip(hits) {
            let hits = hits.iter().filter_map(|(start, n)| Some((number(*start).ok()?, *n)));
            line.by_period = hits.collect();
        }
    }
}
