//! Jumps in the list: to days, titles and bookmarks, back to an earlier position, and forward
//! again.
//!
//! Places are articles, not rows: they stay what they are while the list changes.

use std::collections::BTreeMap;

use super::{
    ASK, Effect, KeepRequest, ListName, Notice, Question, Seek, Session, Then, Ticket, UserQuestion,
};
use crate::base::wording;
use crate::domain::ArticleId;

/// Places kept.
const MOST_PLACES: usize = 100;

/// Earlier positions, and the bookmarks.
#[derive(Debug, Default)]
pub struct Jumps {
    pub bookmarks: BTreeMap<char, ArticleId>,
    /// Oldest first.
    back: Vec<ArticleId>,
    /// Nearest last.
    forward: Vec<ArticleId>,
    /// The text being searched for, and the rows to search.
    pub(super) seeking: Option<(Seek, ListName, Ticket)>,
}

impl Session {
    /// The cursor is about to jump: where it is can be gone back to.
    pub fn leave_place(&mut self) {
        let Some(id) = self.front().headline().map(|headline| headline.id) else { return };
        let jumps = &mut self.lists.jumps;
        jumps.forward.clear();
        jumps.back.retain(|known| *known != id);
        jumps.back.push(id);
        let n_over = jumps.back.len().saturating_sub(MOST_PLACES);
        jumps.back.drain(..n_over);
    }

    /// Goes to the position before the last jump, or forward again.
    pub fn jump_back(&mut self, is_forward: bool) -> Vec<Effect> {
        let here = self.front().headline().map(|headline| headline.id);
        let Jumps { back, forward, .. } = &mut self.lists.jumps;
        let (from, to) = if is_forward { (forward, back) } else { (back, forward) };
        let place = loop {
            match from.pop() {
                Some(place) if Some(place) == here => (),
                place => break place,
            }
        };
        let Some(place) = place else {
            let later = is_forward.then(|| wording!("no-later-place"));
            self.say(Notice::note(later.unwrap_or_else(|| wording!("no-earlier-place"))));
            return Vec::new();
        };
        to.extend(here);
        self.seek(Seek::Article(place))
    }

    /// Jumps to the row that was searched for.
    pub fn jump(&mut self, seek: Seek) -> Vec<Effect> {
        self.leave_place();
        self.seek(seek)
    }

    fn seek(&mut self, seek: Seek) -> Vec<Effect> {
        let list = self.front();
        let (name, generation, from) = (list.name(), list.generation(), list.cursor());
        self.lists.jumps.seeking = Some((seek.clone(), name, list.shown_ticket()));
        vec![Effect::Ask(Question::Seek { list: name, generation, from, seek, then: Then::Move })]
    }

    /// Looks again in the rows that have come since: the answer speaks of rows that are gone.
    pub(super) fn seek_again(&mut self) -> Vec<Effect> {
        let list = self.front();
        let (name, shown) = (list.name(), list.shown_ticket());
        match self.lists.jumps.seeking.take() {
            Some((seek, list, ticket)) if list == name && shown.has_moved_since(ticket) => {
                self.seek(seek)
            }
            seeking => {
                self.lists.jumps.seeking = seeking;
                Vec::new()
            }
        }
    }

    /// Asks for the letter of a bookmark.
    pub fn ask_letter(&mut self, asking: UserQuestion) -> Vec<Effect> {
        if asking == UserQuestion::GoToBookmark && self.lists.jumps.bookmarks.is_empty() {
            self.say(Notice::note(wording!("bookmark-none")));
            return Vec::new();
        }
        self.said.question = Some(asking);
        self.show(ASK);
        Vec::new()
    }

    /// Gives the article under the cursor a letter, which is kept for the next start.
    pub fn set_bookmark(&mut self, letter: char) -> Vec<Effect> {
        let Some(id) = self.front().headline().map(|headline| headline.id) else {
            return Vec::new();
        };
        self.lists.jumps.bookmarks.insert(letter, id);
        self.say(Notice::note(wording!("bookmark-here", letter = letter)));
        let lines = self.lists.jumps.bookmarks.iter().map(|(letter, id)| format!("{letter} {id}"));
        vec![Effect::Keep(KeepRequest::Bookmarks(lines.collect::<Vec<_>>().join("\n")))]
    }

    pub fn go_to_bookmark(&mut self, letter: char) -> Vec<Effect> {
        let place = self.lists.jumps.bookmarks.get(&letter).copied();
        if place.is_none() {
            self.say(Notice::note(wording!("bookmark-missing", letter = letter)));
        }
        place.map_or_else(Vec::new, |id| self.jump(Seek::Article(id)))
    }

    /// Takes the bookmarks as they were kept; what cannot be read is left out.
    pub(super) fn take_bookmarks(&mut self, kept: &str) {
        let parse = |line: &str| {
            let (letter, id) = line.split_once(' ')?;
            Some((letter.parse().ok()?, id.parse().ok()?))
        };
        self.lists.jumps.bookmarks = kept.lines().filter_map(parse).collect();
    }
}
