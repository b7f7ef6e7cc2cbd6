//! Opening and marking articles.

use super::{
    Effect, FindPhase, Landing, MarkRequest, Near, Notice, Question, READER, Retraced, Seek,
    Session, Targets, Then, Ticket,
};
use crate::base::wording;
use crate::config::MarkRead;
use crate::domain::{ArticleId, Headline, Mark};

impl Session {
    /// Of the newest [`Question::Article`].
    pub fn opened_ticket(&self) -> Ticket {
        self.opened.ticket
    }

    /// The article opened last.
    pub fn opened(&self) -> Option<ArticleId> {
        self.opened.id
    }

    /// Opens an article in the reader.
    pub fn open(&mut self, id: ArticleId) -> Vec<Effect> {
        self.opened.id = Some(id);
        self.opened.is_restored = false;
        self.opened.wanted = None;
        self.show(READER);
        let mut effects = vec![self.ask_for_article(id)];
        let is_read = self.headline(id).is_none_or(|headline| headline.has(Mark::Read));
        if self.config.reader.mark_read == MarkRead::Opening && !is_read {
            effects.extend(self.mark(id, Mark::Read, true));
        }
        effects
    }

    /// Opens an article at a place that a query found: in its title, if not in a paragraph.
    pub fn open_place(
        &mut self,
        id: ArticleId,
        paragraph: Option<usize>,
        byte: usize,
    ) -> Vec<Effect> {
        self.finding.place = paragraph.map(|paragraph| (id, Landing::At { paragraph, byte }));
        self.open(id)
    }

    /// Whether matches go on from one article to the next: those of a search, if so configured.
    pub fn matches_go_on(&self) -> bool {
        let is_found = self.search.is_open && self.finding.phase == FindPhase::Off;
        is_found && self.config.reader.matches_go_on
    }

    /// Opens the next hit at its first match, or the one before at its last; `None` if there is none.
    pub fn open_hit_beside(&mut self, is_down: bool) -> Option<Vec<Effect>> {
        let list = self.front();
        let row = list.cursor();
        let next = if is_down { row.checked_add(1) } else { row.checked_sub(1) }?;
        if list.n_rows() <= next {
            return None;
        }
        let id = list.headline_at(next).map(|headline| headline.id);
        self.finding.place = id.filter(|_| !is_down).map(|id| (id, Landing::LastMatch));
        Some(self.go(next, Then::Open))
    }

    /// Opens the article under the cursor, as soon as its headline is there.
    pub fn open_at_cursor(&mut self) -> Vec<Effect> {
        if let Some(id) = self.front().headline().map(|headline| headline.id) {
            return self.open(id);
        }
        self.front_mut().open_when_loaded();
        self.load()
    }

    /// Opens the article below or above in the list in front; the cursor moves along.
    pub fn open_beside(&mut self, down: bool) -> Vec<Effect> {
        let list = self.front_mut();
        let row = list.cursor();
        let step = |row: usize| if down { row.checked_add(1) } else { row.checked_sub(1) };
        let mut next = step(row);
        // Folded days are passed over.
        while let Some(row) = next.filter(|row| list.is_folded(*row)) {
            next = step(row);
        }
        if let Some(next) = next.filter(|next| *next < list.n_rows()) {
            return self.go(next, Then::Open);
        }
        self.say(Notice::note(if down { wording!("list-last") } else { wording!("list-first") }));
        Vec::new()
    }

    /// Opens the next or previous unread article of the list in front.
    pub fn open_unread(&mut self, down: bool) -> Vec<Effect> {
        self.seek_unread(down, Then::Open)
    }

    /// Moves to the next or previous unread article of the list in front, wherever it is.
    pub fn seek_unread(&mut self, down: bool, then: Then) -> Vec<Effect> {
        match self.front().near(down, |headline| !headline.has(Mark::Read)) {
            Near::At(row) => self.go(row, then),
            Near::Nowhere => {
                self.say_no_unread(down);
                Vec::new()
            }
            Near::Unknown => {
                let seek = if down { Seek::NextUnread } else { Seek::PreviousUnread };
                let list = self.front();
                let (name, generation, from) = (list.name(), list.generation(), list.cursor());
                vec![Effect::Ask(Question::Seek { list: name, generation, from, seek, then })]
            }
        }
    }

    /// Asks for a mark; it shows once it is on disk.
    pub fn mark(&mut self, id: ArticleId, mark: Mark, value: bool) -> Vec<Effect> {
        self.opened.step = None;
        if self.opened.id == Some(id) && mark == Mark::Read {
            self.opened.timer = None;
        }
        vec![Effect::Mark(MarkRequest::Mark { targets: Targets::These(vec![id]), mark, value })]
    }

    /// An article that is opened is no longer one that changed.
    pub(super) fn see_change(headline: &Headline) -> Option<Effect> {
        let targets = Targets::These(vec![headline.id]);
        headline.has(Mark::Changed).then_some(Effect::Mark(MarkRequest::Mark {
            targets,
            mark: Mark::Changed,
            value: false,
        }))
    }

    /// Takes the newest change of marks back.
    pub fn undo(&mut self) -> Vec<Effect> {
        self.opened.step = Some(Retraced::Undone);
        vec![Effect::Mark(MarkRequest::Undo)]
    }

    /// Makes the change that was taken back again.
    pub fn redo(&mut self) -> Vec<Effect> {
        self.opened.step = Some(Retraced::DoneAgain);
        vec![Effect::Mark(MarkRequest::Redo)]
    }

    /// Goes back or forward to just after a step; 0 is before all steps.
    pub fn go_to_step(&mut self, number: u64) -> Vec<Effect> {
        self.opened.step = None;
        vec![Effect::Mark(MarkRequest::GoTo(number))]
    }

    pub(super) fn go(&mut self, row: usize, then: Then) -> Vec<Effect> {
        self.front_mut().move_to(row);
        let mut effects = self.load();
        if then == Then::Open {
            effects.extend(self.open_at_cursor());
        }
        effects
    }

    fn say_no_unread(&mut self, down: bool) {
        let below = down.then(|| wording!("no-unread-below"));
        let text = below.unwrap_or_else(|| wording!("no-unread-above"));
        self.say(Notice::note(self.front().extent().missing(text)));
    }
}
