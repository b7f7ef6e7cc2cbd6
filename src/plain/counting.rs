//! What the articles of the list come to, in lines: over time, and by what they have in common.

use super::{
    page::Page,
    reader::{Answer, Reader, lines},
};
use crate::{
    base::wording,
    domain::{FacetKind, Period, Timeline},
    library::{FacetWanted, TallyWanted},
};

/// Periods that are chosen by themselves are at most so many: nobody listens to more.
const MOST_BARS: usize = 60;

impl Reader {
    /// A line a period, the newest first, as many as a page has; the empty ones between them too.
    pub(super) fn timeline(&mut self, period: Option<Period>, page: Page) -> Answer {
        let wanted = TallyWanted { has_timeline: true, ..TallyWanted::default() };
        let tally = self.library.tally(wanted).map_err(|error| error.to_string())?;
        let timeline = tally.timeline.unwrap_or_default();
        let mut texts = Vec::new();
        if let Some(span) = timeline.main_span().zip(timeline.span()) {
            let (main, whole) = span;
            let period =
                period.unwrap_or_else(|| Timeline::fitting(main, page.n_lines.min(MOST_BARS)));
            let n_left = period.count(whole).saturating_sub(page.n_lines);
            let bars: Vec<_> = timeline.bars(period, whole).skip(n_left).collect();
            for bar in bars.iter().rev() {
                let (name, n) = (period.written(bar.start), bar.amount.n_hits as usize);
                let said = wording!("plain-counted", name = name, n = n);
                let burst = if bar.is_burst { wording!("plain-burst") } else { "" };
                texts.push(format!("{said}{burst}"));
            }
            if 0 < n_left {
                texts.push(wording!("plain-earlier-periods", n = n_left));
            }
        }
        let n_undated = timeline.undated.n_hits as usize;
        texts.push(wording!("plain-undated", n = n_undated));
        Ok(lines(texts))
    }

    /// A line a value, those with most articles first, as many as a page has.
    pub(super) fn facets(&mut self, kind: FacetKind, page: Page) -> Answer {
        let values = FacetWanted { n_values: page.n_lines, ..FacetWanted::default() };
        let wanted = TallyWanted { has_timeline: false, facets: vec![kind], values };
        let tally = self.library.tally(wanted).map_err(|error| error.to_string())?;
        let mut texts = Vec::new();
        for facet in &tally.facets {
            texts.extend(facet.values.iter().map(|value| {
                let name = facet.kind.said_value(&value.value);
                wording!("plain-counted", name = name, n = value.n_hits)
            }));
            let n_left = facet.n_values.saturating_sub(facet.values.len());
            texts.push(wording!("plain-more-values", n = n_left));
        }
        Ok(lines(texts))
    }
}
