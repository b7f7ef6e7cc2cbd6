//! The paragraph cursor: selects paragraphs, to be copied or quoted.

use std::ops::RangeInclusive;

use super::{ReaderPane, Shown};
use crate::base::{Clean, wording};
use crate::domain::{Article, Position};
use crate::session::{Effect, Notice, Session, TerminalRequest};
use crate::ui::{
    cut_bytes,
    page::{Page, Row},
};

/// The paragraph the cursor is on, and where selecting several began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor {
    at: usize,
    from: Option<usize>,
}

/// Terminals forget a copy that is much longer.
const MAX_BYTES: usize = 100_000;
/// Titles and addresses are quoted up to this length.
const CITED_BYTES: usize = 2 << 10;

impl Cursor {
    /// The paragraphs that are selected.
    pub(super) fn paragraphs(self) -> RangeInclusive<usize> {
        let from = self.from.unwrap_or(self.at);
        from.min(self.at)..=from.max(self.at)
    }
}

/// # Errors
/// If there is no paragraph cursor.
pub(super) fn has_cursor(pane: &ReaderPane, _session: &Session) -> Result<(), &'static str> {
    let cursor = pane.shown.as_ref().and_then(|shown| shown.cursor);
    cursor.map(|_| ()).ok_or(wording!("reader-no-paragraph"))
}

/// Moves the cursor by the count, from its row if that is on the screen, or else from the edge of
/// the screen.
pub(super) fn step(pane: &mut ReaderPane, session: &mut Session, is_down: bool) -> Vec<Effect> {
    let Some(shown) = &mut pane.shown else {
        return Vec::new();
    };
    let n = session.count().unwrap_or(1);
    let last = shown.opened.article.paragraphs.len().saturating_sub(1);
    let seen = seen(&shown.page);
    let cursor = shown.cursor.filter(|cursor| cursor.from.is_some() || seen.contains(&cursor.at));
    let at = match (cursor, is_down) {
        (Some(Cursor { at, .. }), true) => at.saturating_add(n).min(last),
        (Some(Cursor { at, .. }), false) => at.saturating_sub(n),
        (None, true) => seen.first().copied().unwrap_or(0),
        (None, false) => seen.last().copied().unwrap_or(last),
    };
    shown.cursor = Some(Cursor { at, from: cursor.and_then(|cursor| cursor.from) });
    let start = Position::of(at, 0);
    if shown.page.row_of(start).is_none() {
        shown.page.show(start, shown.page.third_rows());
    }
    pane.moved(session)
}

/// Begins to select several paragraphs, or ends that.
pub(super) fn select(pane: &mut ReaderPane, session: &mut Session) -> Vec<Effect> {
    let is_new = pane.shown.as_ref().is_some_and(|shown| shown.cursor.is_none());
    let effects = if is_new { step(pane, session, true) } else { Vec::new() };
    if let Some(cursor) = pane.shown.as_mut().and_then(|shown| shown.cursor.as_mut()) {
        cursor.from = if cursor.from.is_none() { Some(cursor.at) } else { None };
        let words = match cursor.from {
            Some(_) => wording!("reader-select-more"),
            None => wording!("reader-one-selected"),
        };
        session.say(Notice::note(words));
    }
    effects
}

/// Leaves off: first selecting several, then the cursor. Tells whether there was one.
pub(super) fn leave(shown: &mut Shown) -> bool {
    match &mut shown.cursor {
        Some(Cursor { from: from @ Some(_), .. }) => *from = None,
        Some(_) => shown.cursor = None,
        None => return false,
    }
    true
}

/// Copies the paragraphs selected; as a quotation with where it is from, if so asked.
pub(super) fn copy(pane: &mut ReaderPane, quotes: bool) -> Vec<Effect> {
    let Some(Shown { opened, cursor: Some(cursor), .. }) = &pane.shown else {
        return Vec::new();
    };
    let article = &opened.article;
    let cited = if quotes { citation(article) } else { Vec::new() };
    let mut room = MAX_BYTES - cited.iter().map(|line| line.len()).sum::<usize>().min(MAX_BYTES);
    let mark = if quotes { "> " } else { "" };
    let mut lines: Vec<Clean> = Vec::new();
    let (mut n, mut is_cut) = (0, false);
    for paragraph in article.paragraphs.get(cursor.paragraphs()).unwrap_or(&[]) {
        if 0 < n {
            lines.push(Clean::new(mark.trim_end()));
        }
        let head = cut_bytes(paragraph, room.saturating_sub(2 * (mark.len() + 1)));
        room = room.saturating_sub(head.len() + 2 * (mark.len() + 1));
        lines.push(Clean::new(&format!("{mark}{head}")));
        n += 1;
        is_cut = head.len() < paragraph.len();
        if is_cut {
            break;
        }
    }
    lines.extend(cited);
    let mut what =
        if quotes { wording!("reader-quoted", n = n) } else { wording!("reader-copied", n = n) };
    if is_cut {
        what = wording!("reader-copied-cut", copied = what);
    }
    vec![Effect::Terminal(TerminalRequest::CopyLines { lines, what: Clean::new(&what) })]
}

/// Title, source, day and address, as the last lines of a quotation.
fn citation(article: &Article) -> Vec<Clean> {
    let date = article.date.map_or_else(|| wording!("undated").to_owned(), |date| date.to_string());
    let title = cut_bytes(&article.title, CITED_BYTES);
    let mut parts = vec![title.to_owned(), article.source.to_string(), date];
    parts.extend(article.url.as_ref().map(|url| cut_bytes(url, CITED_BYTES).to_owned()));
    parts.retain(|part| !part.is_empty());
    vec![Clean::new(">"), Clean::new(&format!("> — {}", parts.join(", ")))]
}

/// The paragraphs that begin on the screen; else the one that fills it.
fn seen(page: &Page) -> Vec<usize> {
    let lines = page.rows().iter().filter_map(|row| match row {
        Row::Text(line) => Some(line),
        Row::Head(_) | Row::Blank => None,
    });
    let begin = lines.clone().filter(|line| line.bytes.start == 0);
    let mut seen: Vec<_> = begin.map(|line| line.paragraph).collect();
    if seen.is_empty() {
        seen.extend(lines.map(|line| line.paragraph).next());
    }
    seen
}
