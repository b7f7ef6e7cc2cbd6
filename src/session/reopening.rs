//! An article whose file changed just as it was opened: it is asked for again, by its file, as soon
//! as the library has changed.

use super::{Effect, Notice, OpenedArticle, Question, READER, Session};
use crate::{
    base::Clean,
    config::MarkRead,
    domain::{ArticleId, Mark},
};

impl Session {
    /// Asks for an article, by its id and by the file in which a list shows it.
    pub(super) fn ask_for_article(&mut self, id: ArticleId) -> Effect {
        self.opened.path = self.headline(id).map(|headline| headline.path.clone());
        self.opened.failure = None;
        self.question_of(id)
    }

    fn question_of(&mut self, id: ArticleId) -> Effect {
        let (generation, path) = (self.opened.ticket.ask(), self.opened.path.clone());
        Effect::Ask(Question::Article { generation, id, path, highlight: self.highlight() })
    }

    /// Asks again for the article that could not be read, if the reader still waits for it.
    pub(super) fn reopen(&mut self) -> Option<Effect> {
        let can_come = self.opened.failure.is_some() && self.opened.path.is_some();
        let id = self.opened.id.filter(|_| can_come && self.is_shown(READER))?;
        Some(self.question_of(id))
    }

    /// Says why an article cannot be read, once.
    pub(super) fn take_failure(&mut self, why: &Clean) {
        if self.opened.failure.as_ref() != Some(why) {
            self.say(Notice::error(&**why));
            self.opened.failure = Some(why.clone());
        }
    }

    /// Takes an article that has come. If it is another than was asked for, the new text of its
    /// file, that counts as opened.
    pub(super) fn take_newest(&mut self, opened: &OpenedArticle) -> Vec<Effect> {
        let failure = self.opened.failure.take();
        let said = self.said.notices.newest.take_if(|it| failure.as_deref() == Some(&*it.text));
        drop(said);
        let headline = &opened.headline;
        let is_another = self.opened.id.is_some_and(|id| id != headline.id);
        if !is_another {
            return Vec::new();
        }
        self.opened.id = Some(headline.id);
        if self.config.reader.mark_read != MarkRead::Opening || headline.has(Mark::Read) {
            return Vec::new();
        }
        self.mark(headline.id, Mark::Read, true)
    }
}
