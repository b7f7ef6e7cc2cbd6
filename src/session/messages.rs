//! Handles messages from the workers and news from outside.
//!
//! The session takes every message whole, so that no rows are copied on their way. Those that panes
//! hear, too, it hands on.

use super::{
    Answer, Effect, Generation, ListAnswer, ListName, Message, Notice, OpenedArticle, Retraced,
    Session, Severity, Then,
};
use crate::base::{Clean, wording};
use crate::domain::{Applied, Arrivals, Mark};

impl Session {
    /// Takes a message, and hands it on if panes hear it, too. Answers to requests that were
    /// overtaken change nothing.
    pub fn apply(&mut self, message: Message) -> (Vec<Effect>, Option<Message>) {
        let effects = match message {
            Message::Answer(answer) => return self.on_answer(answer),
            Message::Unanswered { list, generation, notice } => {
                let is_early = notice.severity == Severity::Note;
                self.say(notice);
                self.said.notices.unanswered = is_early.then_some(list);
                self.list_mut(list).on_unanswered(generation).into_iter().collect()
            }
            Message::Elapsed(timer) => self.on_elapsed(timer),
            Message::Wanted(id) => self.want(id),
            Message::Status(status) => {
                self.said.status = status;
                Vec::new()
            }
            Message::Settings(settings) => {
                self.take_settings(&settings);
                Vec::new()
            }
            Message::Background { is_light } => {
                self.display.theme.take_background(is_light);
                Vec::new()
            }
            Message::Notice(notice) => {
                self.opened.step = None;
                self.say(notice);
                Vec::new()
            }
            Message::Marked { .. }
            | Message::Changed(_)
            | Message::Restored { .. }
            | Message::Pane(_) => return (self.overhear(&message), Some(message)),
        };
        (effects, None)
    }

    /// Takes what a library has answered, and hands on what panes have asked for.
    fn on_answer(&mut self, answer: Answer) -> (Vec<Effect>, Option<Message>) {
        let effects = match answer {
            Answer::List(answer) => self.on_listed(answer),
            Answer::Rows { list, generation, first, rows } => {
                let rest = self.list_mut(list).on_rows(generation, first, rows);
                rest.into_iter().chain(self.follow_rows(list)).collect()
            }
            Answer::Tally(answer) => {
                self.on_tally(answer);
                Vec::new()
            }
            Answer::Snippets { generation, snippets } => {
                self.search.on_snippets(generation, snippets);
                Vec::new()
            }
            Answer::Leads { leads } => {
                self.lists.leads.take(leads);
                Vec::new()
            }
            Answer::Sought { list, generation, row, then, said } => {
                // Rows that are gone are not reported: they are searched again.
                let shown = self.list_mut(list).shown_ticket();
                let found = shown.take(generation, (row, said));
                self.on_sought(list, then, found)
            }
            Answer::Selected(selection) => {
                self.on_selected(selection);
                Vec::new()
            }
            Answer::Weighed { generation, deed, chosen, n_articles } => {
                self.on_weighed(generation, deed, chosen, n_articles)
            }
            Answer::Gathered { deed, lines } => self.on_gathered(deed, lines),
            // Panes hear only what is not stale.
            Answer::Article { generation, .. } => {
                let Some(answer) = self.opened.ticket.take(generation, answer) else {
                    return (Vec::new(), None);
                };
                let message = Message::Answer(answer);
                return (self.overhear(&message), Some(message));
            }
            Answer::Found { generation, .. } => {
                let answer = self.finding.ticket.take(generation, answer);
                return (Vec::new(), answer.map(Message::Answer));
            }
            Answer::Values { generation, .. } => {
                let answer = self.prompts.offered.ticket.take(generation, answer);
                return (Vec::new(), answer.map(Message::Answer));
            }
            Answer::Sources { generation, .. } => {
                let answer = self.prompts.command_line.completions.ticket.take(generation, answer);
                return (Vec::new(), answer.map(Message::Answer));
            }
            // Panes that ask for these hold the tickets.
            Answer::Problems(_) | Answer::Kwic(_) | Answer::Batch(_) | Answer::Explained { .. } => {
                return (Vec::new(), Some(Message::Answer(answer)));
            }
            // Asked for by front ends that wait for it.
            Answer::Headlines(_) | Answer::Places(_) | Answer::Named(_) | Answer::Counts(_) => {
                Vec::new()
            }
        };
        (effects, None)
    }

    /// Takes its part of what panes hear, too.
    fn overhear(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Answer(Answer::Article { generation, result }) => {
                self.on_opened(*generation, result)
            }
            Message::Marked { change, is_ours } => {
                self.on_marked(change, *is_ours);
                let origins = self.tell_origins().filter(|_| !is_ours);
                let tally = self.tally_again();
                self.lists.library.count_again().into_iter().chain(origins).chain(tally).collect()
            }
            Message::Changed(arrivals) => self.on_changed(*arrivals),
            Message::Restored { kept, bookmarks, habits, is_first_start } => {
                self.said.is_first_start = *is_first_start;
                self.take_habits(habits);
                self.take_bookmarks(bookmarks);
                let effects = kept.as_ref().map_or_else(Vec::new, |kept| self.restore(kept));
                effects.into_iter().chain(self.ask_background()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn on_listed(&mut self, answer: ListAnswer) -> Vec<Effect> {
        let list = answer.list;
        if self.said.notices.unanswered.take_if(|it| *it == list).is_some() {
            self.said.notices.newest.take_if(|it| it.severity == Severity::Note);
        }
        let rest = self.list_mut(list).on_listed(answer);
        let mut effects: Vec<Effect> = rest.into_iter().chain(self.follow_rows(list)).collect();
        effects.extend(self.ask_for_sources());
        effects
    }

    /// What follows once rows have come.
    fn follow_rows(&mut self, list: ListName) -> Vec<Effect> {
        let list = self.list_mut(list);
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

    fn on_opened(
        &mut self,
        generation: Generation,
        result: &Result<OpenedArticle, Clean>,
    ) -> Vec<Effect> {
        match result {
            Ok(opened) => {
                let mut effects = self.take_newest(opened);
                effects.extend(self.take_wanted(&opened.headline));
                effects.extend(self.wait_to_mark(generation, opened.headline.has(Mark::Read)));
                effects.extend(Self::see_change(&opened.headline));
                effects
            }
            Err(_) if std::mem::take(&mut self.opened.is_restored) => {
                self.opened.id = None;
                self.miss_wanted();
                self.close_reader();
                self.load()
            }
            Err(why) => {
                self.take_failure(why);
                Vec::new()
            }
        }
    }

    fn on_sought(
        &mut self,
        list: ListName,
        then: Then,
        found: Option<(Option<usize>, Option<String>)>,
    ) -> Vec<Effect> {
        if then == Then::RestorePlace {
            if let Some((Some(row), _)) = found {
                self.list_mut(list).restore_place(row);
            }
            return self.load();
        }
        let Some((row, said)) = found.filter(|_| list == self.front().name()) else {
            return Vec::new();
        };
        if let Some(said) = said {
            self.say(Notice::note(said));
        }
        let is_jump = self.lists.jumps.seeking.take().is_some();
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
        self.lists.library.on_applied(change);
        self.lists.results.on_applied(change);
        // That an article was opened is not worth a word.
        if !is_ours || change.mark == Mark::Changed {
            return;
        }
        let step = self.opened.step.take();
        // What was undone is called as it was when it was done.
        let value = change.value != (step == Some(Retraced::Undone));
        let name = change.mark.step(value, change.ids.len());
        self.say(Notice::note(match step {
            Some(Retraced::Undone) => wording!("step-undone", step = name),
            Some(Retraced::DoneAgain) => wording!("step-done-again", step = name),
            None if 1 < change.ids.len() => wording!("step-done", step = name),
            None => return,
        }));
    }

    fn on_changed(&mut self, arrivals: Arrivals) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.lists.library.refresh().into_iter().collect();
        effects.extend(self.ask_for_wanted());
        effects.extend(self.reopen());
        effects.extend(self.recount_selected());
        if self.search.is_open && self.search.query.is_some() {
            effects.extend(self.lists.results.refresh());
        }
        let said = arrivals.said();
        if !said.is_empty() && self.said.status.progress.is_none() {
            self.say(Notice::note(said));
        }
        effects
    }
}
