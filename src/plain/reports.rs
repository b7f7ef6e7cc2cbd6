//! What a search finds, looked at closely: each place in its context, how the query was understood, and
//! what the queries of a file find.

use std::{fs, sync::Arc};

use super::{
    page::Page,
    reader::{Answer, GoingOn, InContext, Reader, lines},
    sentence,
};
use crate::{
    base::{
        Clean,
        language::dates::{Form, day},
        thousands, wording,
    },
    domain::{ContextOrder, Generation},
    library::{BatchLine, KwicAnswer, KwicLine, KwicWanted},
    query::{Query, QueryFile},
};

/// Cells on either side of a word: a clause or two.
const CONTEXT_CELLS: usize = 60;

impl Reader {
    /// A line a place, as many as a page has.
    pub(super) fn context(&mut self, order: ContextOrder, page: Page) -> Answer {
        self.context_from(order, (0, None), page)
    }

    pub(super) fn context_on(&mut self, on: InContext, page: Page) -> Answer {
        self.context_from(on.order, (on.n_said, Some(on.generation)), page)
    }

    fn context_from(
        &mut self,
        order: ContextOrder,
        (first, earlier): (usize, Option<Generation>),
        page: Page,
    ) -> Answer {
        let listing = self.library.shown().listing.clone();
        if listing.query.as_ref().is_none_or(|query| query.n_lit() == 0) {
            return Err(wording!("plain-search-what").to_owned());
        }
        let wanted = KwicWanted {
            order,
            n_cells: CONTEXT_CELLS,
            lines: first..first.saturating_add(page.n_lines),
            counts_on: true,
        };
        let answer =
            self.library.kwic(&listing, wanted, earlier).map_err(|error| error.to_string())?;
        let n_said = first + answer.lines.len();
        let is_end = n_said == answer.n_lines && answer.extent.has_all_rows();
        let goes_on = !answer.lines.is_empty() && !is_end;
        let on = InContext { order, n_said, generation: answer.generation };
        self.going_on = if goes_on { GoingOn::Context(on) } else { GoingOn::List };
        let mut texts: Vec<String> = answer.lines.iter().map(said).collect();
        texts.extend(range(&answer, first, goes_on));
        Ok(lines(texts))
    }

    /// How the query of the list was understood, and what each part of it finds.
    pub(super) fn explain(&mut self) -> Answer {
        let query: Option<Query> = self.library.shown().listing.query.clone();
        let Some(query) = query else { return Err(wording!("plain-search-what").to_owned()) };
        let explanation = self.library.explain(&query).map_err(|error| error.to_string())?;
        let understood = wording!("explain-understood", query = query.bracketed());
        Ok(lines([understood]).into_iter().chain(explanation.lines()).collect())
    }

    /// What each query of a file finds.
    pub(super) fn batch(&mut self, path: &str) -> Answer {
        if path.is_empty() {
            return Err(wording!("plain-batch-what").to_owned());
        }
        let unread = |why: String| wording!("cli-cannot-open", path = path, why = why);
        let text = fs::read_to_string(path).map_err(|error| unread(error.to_string()))?;
        let file = QueryFile::read(&text, &self.config.vocabulary()).map_err(|wrong| {
            let (line, column) = (wrong.line, wrong.error.column + 1);
            let why = wrong.error.to_string();
            wording!("cli-batch-line", path = path, line = line, column = column, why = why)
        })?;
        if file.queries.is_empty() {
            return Err(wording!("cli-batch-empty", path = path));
        }
        let queries: Arc<[Query]> = file.queries.iter().map(|it| it.query.clone()).collect();
        let answer = self.library.batch(queries, None).map_err(|error| error.to_string())?;
        let counted = file.queries.iter().zip(&answer.lines);
        Ok(lines(counted.map(|(query, line)| counted_line(&query.text, line))))
    }
}

/// `ferry: 12 articles, 2026-03-01 to 2026-03-12`
fn counted_line(query: &str, line: &BatchLine) -> String {
    let counted = wording!("plain-counted", name = query, n = line.n_hits);
    match line.days {
        Some(days) => {
            let (first, last) = (days.first.to_string(), days.last.to_string());
            wording!("plain-between", counted = counted, first = first, last = last)
        }
        None => counted,
    }
}

/// `Places 1 to 20 of 312. Enter goes on.`
fn range(answer: &KwicAnswer, first: usize, goes_on: bool) -> Vec<String> {
    let end = first + answer.lines.len();
    let mut texts = Vec::new();
    if answer.lines.is_empty() && first == 0 {
        texts.push(wording!("plain-no-place").to_owned());
    } else {
        let (from, n) = (thousands(first + 1), thousands(answer.n_lines));
        let to = thousands(end);
        let places = if answer.is_exact() {
            wording!("plain-places-of", first = from, last = to, n = n)
        } else {
            wording!("plain-places", first = from, last = to)
        };
        let rest = if goes_on { wording!("plain-goes-on") } else { wording!("plain-the-end") };
        texts.push(format!("{places} {rest}"));
    }
    if let Some(bound) = answer.bound.filter(|_| !goes_on) {
        texts.push(sentence(&wording!("cli-kwic-bound", n = thousands(bound))));
    }
    if 0 < answer.n_unreadable {
        texts.push(sentence(&wording!("cli-kwic-unreadable", n = answer.n_unreadable)));
    }
    texts
}

fn said(line: &KwicLine) -> String {
    let undated = || wording!("undated").to_owned();
    let date = line.headline.date.map_or_else(undated, |date| day(date, Form::Full));
    let (place, source) = (&line.place, line.headline.source.to_string());
    let passage = [&place.left, &place.word, &place.right].map(Clean::as_str).join(" ");
    wording!("plain-place", source = source, date = date, passage = passage.trim())
}
