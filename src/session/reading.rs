//! Opening and marking articles, and taking what comes back from the workers.

use super::{
    Effect, Generation, ListName, Message, Near, Notice, READER, Retraced, Seek, Session, Targets,
    Then,
};
use crate::base::wording;
use crate::config::MarkRead;
use crate::domain::{Applied, ArticleId, Field, step_name};

impl Session {
    /// The generation of the newest [`Effect::LoadArticle`].
    pub fn opened_generation(&self) -> Generation {
        self.opened.generation
    }

    /// The article opened last.
    pub fn opened(&self) -> Option<ArticleId> {
        self.opened.id
    }

    /// Opens an article in the reader.
    pub fn open(&mut self, id: ArticleId) -> Vec<Effect> {
        let highlight = self.highlight();
        self.opened.id = Some(id);
        self.opened.is_restored = false;
        self.show(READER);
        let generation = self.opened.generation.advance();
        let mut effects = vec![Effect::LoadArticle { generation, id, highlight }];
        let is_read = self.headline(id).is_none_or(|headline| headline.is_read);
        if self.config.reader.mark_read == MarkRead::Opening && !is_read {
            effects.extend(self.mark(id, Field::Read, true));
        }
        effects
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
        match self.front().near(down, |headline| !headline.is_read) {
            Near::At(row) => self.go(row, then),
            Near::Nowhere => {
                self.say_no_unread(down);
                Vec::new()
            }
            Near::Unknown => {
                let seek = if down { Seek::NextUnread } else { Seek::PreviousUnread };
                let list = self.front();
                let (name, generation, from) = (list.name(), list.generation(), list.cursor());
                vec![Effect::Seek { list: name, generation, from, seek, then }]
            }
        }
    }

    /// Asks for a mark; it shows once it is on disk.
    pub fn mark(&mut self, id: ArticleId, field: Field, value: bool) -> Vec<Effect> {
        self.opened.step = None;
        if self.opened.id == Some(id) && field == Field::Read {
            self.opened.timer = None;
        }
        vec![Effect::Mark { targets: Targets::These(vec![id]), field, value }]
    }

    /// Takes the newest change of marks back.
    pub fn undo(&mut self) -> Vec<Effect> {
        self.opened.step = Some(Retraced::Undone);
        vec![Effect::Undo]
    }

    /// Makes the change that was taken back again.
    pub fn redo(&mut self) -> Vec<Effect> {
        self.opened.step = Some(Retraced::DoneAgain);
        vec![Effect::Redo]
    }

    /// Goes back or forward to just after a step; 0 is before all steps.
    pub fn go_to_step(&mut self, number: u64) -> Vec<Effect> {
        self.opened.step = None;
        vec![Effect::GoToStep(number)]
    }

    /// Takes news from outside. Answers to requests that were overtaken change nothing.
    pub fn apply(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Selected { list, generation, n_rows, extent, cursor } => {
                let list = self.list_mut(*list);
                let rows = list.on_selected(*generation, *n_rows, *extent, *cursor);
                rows.into_iter().chain(list.catch_up()).collect()
            }
            Message::Rows { list, generation, first, rows } => {
                let list = self.list_mut(*list);
                list.on_rows(*generation, *first, rows.clone());
                let arriving = list.arrive();
                let opening = list.take_opening();
                let again = list.catch_up();
                let mut effects = self.load();
                effects.extend(again);
                effects.extend(arriving);
                effects.extend(self.seek_again());
                effects.extend(opening.map(|id| self.open(id)).into_iter().flatten());
                effects
            }
            Message::Settings(settings) => {
                self.take_settings(settings);
                Vec::new()
            }
            Message::Background { is_light } => {
                self.take_background(*is_light);
                Vec::new()
            }
            Message::Snippets { generation, snippets } => {
                self.search.on_snippets(*generation, snippets.clone());
                Vec::new()
            }
            Message::Leads { leads } => {
                self.leads.take(leads);
                Vec::new()
            }
            Message::Sought { list, generation, row, then } => {
                self.on_sought(*list, *generation, *row, *then)
            }
            Message::Opened { generation, result: Err(why) } => {
                if *generation == self.opened.generation {
                    if std::mem::take(&mut self.opened.is_restored) {
                        self.opened.id = None;
                        self.close_reader();
                        return self.load();
                    }
                    self.say(Notice::error(&**why));
                }
                Vec::new()
            }
            Message::Opened { generation, result: Ok(opened) } => {
                self.wait_to_mark(*generation, opened.headline.is_read)
            }
            Message::Restored { kept, bookmarks, habits } => {
                self.take_habits(habits);
                self.take_bookmarks(bookmarks);
                let effects = kept.as_ref().map_or_else(Vec::new, |kept| self.restore(kept));
                effects.into_iter().chain(self.ask_background()).collect()
            }
            Message::Elapsed(timer) => self.on_elapsed(*timer),
            Message::Found { .. }
            | Message::History(_)
            | Message::Problems(_)
            | Message::Printed { .. } => Vec::new(),
            Message::Picked(picks) => {
                self.on_picked(picks);
                Vec::new()
            }
            Message::Weighed { generation, deed, chosen, n_articles } => {
                self.on_weighed(*generation, *deed, chosen, *n_articles)
            }
            Message::Gathered { deed, lines } => self.on_gathered(*deed, lines),
            Message::Marked { change, is_ours } => {
                self.on_marked(change, *is_ours);
                self.library.count_again().into_iter().collect()
            }
            Message::Unanswered { list, generation, notice } => {
                self.say(notice.clone());
                self.list_mut(*list).on_unanswered(*generation).into_iter().collect()
            }
            Message::Sources { generation, sources } => {
                if *generation == self.asking.completions.generation {
                    self.asking.completions.sources.clone_from(sources);
                }
                Vec::new()
            }
            Message::Changed { n_new } => self.on_changed(*n_new),
            Message::Status(status) => {
                self.status = status.clone();
                Vec::new()
            }
            Message::Notice(notice) => {
                self.opened.step = None;
                self.say(notice.clone());
                Vec::new()
            }
        }
    }

    fn on_sought(
        &mut self,
        list: ListName,
        generation: Generation,
        row: Option<usize>,
        then: Then,
    ) -> Vec<Effect> {
        if then == Then::Settle {
            let list = self.list_mut(list);
            if let Some(row) = row.filter(|_| generation == list.generation()) {
                list.settle(row);
            }
            return self.load();
        }
        if list != self.front().name() || generation != self.front().generation() {
            return Vec::new();
        }
        let is_jump = self.doing.jumps.seeking.take().is_some();
        if let Some(row) = row {
            return self.go(row, then);
        }
        if !is_jump {
            let text = self.front().extent().missing(wording!("no-other-unread"));
            self.say(Notice::note(text));
        }
        Vec::new()
    }

    fn on_marked(&mut self, change: &Applied, is_ours: bool) {
        self.library.on_applied(change);
        self.results.on_applied(change);
        if !is_ours {
            return;
        }
        let step = self.opened.step.take();
        // What was undone is called as it was when it was done.
        let value = change.value != (step == Some(Retraced::Undone));
        let name = step_name(change.field, value, change.ids.len());
        self.say(Notice::note(match step {
            Some(Retraced::Undone) => wording!("step-undone", step = name),
            Some(Retraced::DoneAgain) => wording!("step-done-again", step = name),
            None if 1 < change.ids.len() => wording!("step-done", step = name),
            None => return,
        }));
    }

    fn on_changed(&mut self, n_new: usize) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.library.refresh().into_iter().collect();
        effects.extend(self.recount_picks());
        if self.search.is_open && self.search.query.is_some() {
            effects.extend(self.results.refresh());
        }
        if 0 < n_new && self.status.progress.is_none() {
            self.say(Notice::note(wording!("n-new", n = n_new)));
        }
        effects
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
