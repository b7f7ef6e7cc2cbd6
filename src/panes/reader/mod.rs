//! The article being read: its page, the words found in it, and how far it has been read.
//!
//! It shows the copy that was opened: changed or deleted files do not affect it.

mod commands;
mod hits;
mod hyperlinks;
mod links;
mod paragraphs;
#[cfg(test)]
mod tests;
mod typography;
mod view;

use std::sync::Arc;

use ratatui::{Frame, layout::Rect};

use super::{Pane, hints};
use crate::base::{Clean, wording};
use crate::config::MarkRead;
use crate::domain::{Applied, Mark, MarkSet, Position, Ticket, said_places};
use crate::session::{
    Answer, Area, Command, Effect, FindPhase, Hints, Hit, KeepRequest, Keys, Message, Notice,
    Offer, OpenedArticle, PaneName, Pointing, READER, Session,
};
use crate::ui::{
    Hyperlink, Theme, padded,
    page::{Page, PageStyle},
};
use hits::Hits;
use paragraphs::Cursor;

/// From this height on the last line tells how far the article has been read.
const RULE_FROM_ROWS: u16 = 3;

/// The open article, or the reason why it cannot be read.
#[derive(Debug, Default)]
pub struct ReaderPane {
    shown: Option<Shown>,
    failure: Option<Clean>,
    /// As it was when the newest answer was taken.
    taken: Ticket,
    size: (u16, u16),
    /// The reader has been left: the old article is not to flash up when another is opened.
    is_left: bool,
}

/// An article on the screen.
#[derive(Debug)]
struct Shown {
    opened: OpenedArticle,
    page: Page,
    hits: Hits,
    cursor: Option<Cursor>,
    /// The view before the search, while words are being typed.
    before: Option<(Page, Hits)>,
    is_end_marked: bool,
}

impl ReaderPane {
    /// Whether an article has been asked for and is not here yet.
    fn is_loading(&self, session: &Session) -> bool {
        session.opened_ticket().has_moved_since(self.taken)
    }

    fn shows(&self, opened: &OpenedArticle) -> bool {
        self.shown.as_ref().is_some_and(|it| it.opened.article.id == opened.article.id)
    }

    /// Width of the text column and height of the text, in cells.
    fn page_size(&self, session: &Session) -> (usize, usize) {
        let (width, height) = self.size;
        let column = session.config.reader.width_cells.max(1);
        (
            usize::from(text_width(width, session).min(column)),
            usize::from(height - rule_rows(height)),
        )
    }

    /// Lays the page out as the settings and the pane's size have it now.
    fn resize(&mut self, session: &mut Session) -> Vec<Effect> {
        let (width, height) = self.page_size(session);
        let Some(shown) = &mut self.shown else {
            return Vec::new();
        };
        let style = PageStyle::of(&session.config);
        let before = shown.before.iter_mut().map(|(page, _)| page);
        for page in before.chain([&mut shown.page]) {
            page.resize(width, height);
            page.restyle(style);
        }
        shown.mark_at_end(session)
    }

    fn open(&mut self, opened: &OpenedArticle, session: &mut Session) -> Vec<Effect> {
        let (article, index) = (Arc::clone(&opened.article), Arc::clone(&opened.index));
        let end = index.end();
        let mut page = Page::new(article, index, PageStyle::of(&session.config));
        if !opened.places.is_empty() {
            page.tell(said_places(&opened.places, opened.headline.n_files()));
        }
        let (width, height) = self.page_size(session);
        page.resize(width, height);
        let mut hits = Hits::new(Arc::clone(&opened.hits));
        // Who chose an article by its title reads it from the top.
        let is_titled = hits.is_first_out_of_sight(&page)
            && session.search.finds_by_title(&opened.article.title);
        if is_titled && let Some(count) = hits.count() {
            let key = session.key_of(READER, "next-match").unwrap_or_default();
            session.say(Notice::note(wording!("reader-match-below", key = key, found = count)));
        }
        let place = session.finding.place.take().filter(|(id, _)| *id == opened.article.id);
        if let Some((_, landing)) = place {
            hits.land(landing, &mut page);
        } else if !hits.is_empty() && !is_titled {
            hits.show(0, &mut page);
        } else if Position::default() < opened.position && opened.position < end {
            page.show(opened.position, 0);
        }
        if session.focus() == hints::NAME {
            session.hide();
        }
        session.hints = Hints::default();
        let mut opened = opened.clone();
        if let Some(headline) = session.headline(opened.article.id) {
            // Marks made since the article was asked for have reached the list already.
            opened.headline.marks = renewed(&opened.headline.marks, &headline.marks);
        }
        let mut before = None;
        if session.finding.phase == FindPhase::Typing {
            session.finding.start(Arc::clone(&opened.article));
            before = Some((page.clone(), hits.clone()));
        } else {
            session.finding.stop();
        }
        (self.failure, self.is_left) = (None, false);
        let shown = self.shown.insert(Shown {
            opened,
            page,
            hits,
            cursor: None,
            before,
            is_end_marked: false,
        });
        shown.mark_at_end(session)
    }

    /// Shows the matches: from the earlier position, the first one at or below the top.
    fn take_found(&mut self, found: &Arc<[Hit]>, session: &mut Session) -> Vec<Effect> {
        let Some(shown) = &mut self.shown else {
            return Vec::new();
        };
        if let Some((page, hits)) = &shown.before {
            (shown.page, shown.hits) = (page.clone(), hits.clone());
        }
        if !found.is_empty() {
            shown.hits = Hits::new(Arc::clone(found));
            let first = shown.hits.below(shown.page.top()) % found.len();
            shown.hits.show(first, &mut shown.page);
        } else if session.finding.phase == FindPhase::Typing {
            shown.hits = Hits::default();
        } else {
            shown.hits = Hits::new(Arc::clone(&shown.opened.hits));
            let text = wording!("find-text-missing", text = session.finding.text);
            session.say(Notice::note(text));
            session.finding.stop();
        }
        if shown.before.is_some() { Vec::new() } else { self.moved(session) }
    }

    /// Reports the reading position, and whether the end has been seen.
    fn moved(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(shown) = &mut self.shown else {
            return Vec::new();
        };
        let (id, position) = (shown.opened.article.id, shown.page.position());
        let mut effects = vec![Effect::Keep(KeepRequest::Position { id, position })];
        effects.extend(shown.mark_at_end(session));
        effects
    }
}

impl Shown {
    /// Marks the article read once its last line has been on the screen, if so configured.
    fn mark_at_end(&mut self, session: &mut Session) -> Vec<Effect> {
        let is_due = session.config.reader.mark_read == MarkRead::End
            && self.page.shows_end()
            && !self.opened.headline.has(Mark::Read)
            && !self.is_end_marked;
        if !is_due {
            return Vec::new();
        }
        self.is_end_marked = true;
        session.mark(self.opened.article.id, Mark::Read, true)
    }

    fn take_marked(&mut self, change: &Applied) {
        if change.ids.binary_search(&self.opened.article.id).is_err() {
            return;
        }
        // The sign of a change stays while the article is looked at.
        if change.mark != Mark::Changed || change.value {
            self.opened.headline.marks.set(change.mark, change.value);
        }
    }
}

/// The marks of now. The sign of a change stays while the article is looked at.
fn renewed(shown: &MarkSet, now: &MarkSet) -> MarkSet {
    let was_changed = shown.has(Mark::Changed).then_some(Mark::Changed);
    now.iter().chain(was_changed).collect()
}

impl Pane for ReaderPane {
    const NAME: PaneName = READER;
    const AREA: Area = Area::Main;
    const KEYS: Keys = Keys::Main;
    const TITLE: fn() -> &'static str = || wording!("pane-reader");
    const OFFERS: &'static [Offer] = &[
        Offer::always("read-on", || wording!("offer-read-on")),
        Offer::always("find", || wording!("offer-find")),
        Offer::always("back", || wording!("offer-back")).out(),
        Offer::always("toggle-star", || wording!("offer-star")),
    ];
    const COMMANDS: &'static [&'static [Command<Self>]] =
        &[commands::COMMANDS, typography::COMMANDS];

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        match message {
            // Only one that is waited for comes here.
            Message::Answer(Answer::Article { result, .. }) => {
                let ticket = session.opened_ticket();
                let was_taken = !ticket.has_moved_since(self.taken);
                self.taken = ticket;
                match result {
                    // The same answer with current marks: reading continues at the same place.
                    Ok(opened) if was_taken && self.shows(opened) => {
                        if let Some(shown) = &mut self.shown {
                            let marks =
                                renewed(&shown.opened.headline.marks, &opened.headline.marks);
                            shown.opened.headline.clone_from(&opened.headline);
                            shown.opened.headline.marks = marks;
                        }
                        Vec::new()
                    }
                    Ok(opened) => self.open(opened, session),
                    Err(why) => {
                        session.finding.stop();
                        (self.shown, self.failure, self.is_left) = (None, Some(why.clone()), false);
                        Vec::new()
                    }
                }
            }
            Message::Answer(Answer::Found { hits, .. }) if session.finding.is_on() => {
                self.take_found(hits, session)
            }
            Message::Marked { change, .. } => {
                if let Some(shown) = &mut self.shown {
                    shown.take_marked(change);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        self.size = (area.width, area.height);
        self.resize(session)
    }

    /// The wheel scrolls. It never marks the article read: that follows from the keys, or from the
    /// end being on the screen when the next one is pressed.
    fn on_pointing(&mut self, pointing: Pointing, _session: &mut Session) -> Vec<Effect> {
        let (Pointing::Wheel { is_down, n_lines, .. }, Some(shown)) = (pointing, &mut self.shown)
        else {
            return Vec::new();
        };
        if is_down {
            shown.page.down(n_lines);
        } else {
            shown.page.up(n_lines);
        }
        let (id, position) = (shown.opened.article.id, shown.page.position());
        vec![Effect::Keep(KeepRequest::Position { id, position })]
    }

    /// Returns from the prompt: to the matches, or to the earlier position. Settings may have been
    /// changed meanwhile.
    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        let effects = self.resize(session);
        let Some(before) = self.shown.as_mut().and_then(|shown| shown.before.take()) else {
            return effects;
        };
        if session.finding.phase == FindPhase::Kept {
            return self.moved(session);
        }
        session.finding.stop();
        if let Some(shown) = &mut self.shown {
            (shown.page, shown.hits) = before;
        }
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }

    fn links(&self, session: &Session, area: Rect) -> Vec<Hyperlink> {
        hyperlinks::on_screen(self, session, area)
    }
}

/// Cells that are left for text in a pane of `width` cells: not at its edges, and not next to the
/// scroll bar.
fn text_width(width: u16, session: &Session) -> u16 {
    let inside = padded(Rect { width, ..Rect::default() }).width;
    let has_bar = session.config.layout.scroll_bar && inside < width;
    inside - u16::from(has_bar).min(inside.saturating_sub(1))
}

/// Rows that are not for the text in a pane of `height` rows.
fn rule_rows(height: u16) -> u16 {
    u16::from(RULE_FROM_ROWS <= height)
}
