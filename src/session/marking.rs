//! When articles are marked as read automatically: after a time on the screen, or when the cursor
//! has moved down past them.

use super::{Effect, Generation, MarkRequest, READER, Session, Targets, TerminalRequest, Timer};
use crate::config::{MarkOnScroll, MarkRead};
use crate::domain::{ArticleId, Headline, Mark};

/// How the cursor of the list was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scrolled {
    Keys,
    Wheel,
}

impl Session {
    /// An article has come onto the screen: it counts as read after a while, if so configured.
    pub(super) fn wait_to_mark(&mut self, generation: Generation, is_read: bool) -> Vec<Effect> {
        let reader = &self.config.reader;
        if reader.mark_read != MarkRead::After || is_read {
            return Vec::new();
        }
        let timer = Timer::MarkRead(generation);
        self.opened.timer = Some(timer);
        vec![Effect::Terminal(TerminalRequest::Wait {
            seconds: reader.mark_read_after_seconds,
            timer,
        })]
    }

    /// The time is over. Nothing happens if another article has been opened, the reader has been
    /// closed, or the article has been marked by hand in the meantime.
    pub(super) fn on_elapsed(&mut self, timer: Timer) -> Vec<Effect> {
        if self.opened.timer != Some(timer) {
            return Vec::new();
        }
        self.opened.timer = None;
        match self.opened.id.filter(|_| self.is_shown(READER)) {
            Some(id) => self.mark(id, Mark::Read, true),
            None => Vec::new(),
        }
    }

    /// The cursor of the list in front has moved on from `row`: the articles it went past on its
    /// way down are marked read, if so configured. What is further than a screen is a jump.
    pub fn pass(&mut self, row: usize, how: Scrolled) -> Vec<Effect> {
        let is_wanted = match self.config.list.mark_read_on_scroll {
            MarkOnScroll::Never => false,
            MarkOnScroll::Keys => how == Scrolled::Keys,
            MarkOnScroll::KeysAndWheel => true,
        };
        let list = self.front();
        let passed = row..list.cursor();
        if !is_wanted || list.visible().len() < passed.len() {
            return Vec::new();
        }
        let unread = |headline: &&Headline| !headline.has(Mark::Read) && headline.folded.is_none();
        let headlines = passed.filter_map(|row| list.headline_at(row)).filter(unread);
        let ids: Vec<ArticleId> = headlines.map(|headline| headline.id).collect();
        if ids.is_empty() {
            return Vec::new();
        }
        self.opened.step = None;
        vec![Effect::Mark(MarkRequest::Mark {
            targets: Targets::These(ids),
            mark: Mark::Read,
            value: true,
        })]
    }
}
