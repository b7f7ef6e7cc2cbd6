//! The article that the command line names: read as soon as the library has it, which in a new
//! library is only once its file has been reached.

use super::{Effect, Kept, KeptArticle, KeptList, KeptPlace, Notice, Question, READER, Session};
use crate::{
    base::wording,
    config::MarkRead,
    domain::{ArticleId, Headline, Mark},
};

impl Session {
    /// Begins at an article of the library.
    pub(super) fn want(&mut self, id: ArticleId) -> Vec<Effect> {
        self.opened.wanted = Some(id);
        let place = Some(place_of(id));
        let article = Some(KeptArticle { id: id.to_string(), is_in_front: true });
        let library = KeptList { place, ..KeptList::default() };
        self.restore(&Kept { library, article, ..Kept::default() })
    }

    /// Asks again for the article that is wanted, now that more files have been read.
    pub(super) fn ask_for_wanted(&mut self) -> Option<Effect> {
        let id = self.opened.wanted.filter(|_| self.opened.id.is_none())?;
        (self.opened.id, self.opened.is_restored) = (Some(id), true);
        let generation = self.opened.ticket.ask();
        Some(Effect::Ask(Question::Article { generation, id, path: None, highlight: None }))
    }

    /// The article that is wanted is not there yet.
    pub(super) fn miss_wanted(&mut self) {
        if self.opened.wanted.is_some() && self.is_shown(READER) {
            self.say(Notice::note(wording!("wanted-not-yet")));
        }
    }

    /// The article that is wanted has come: it is shown, with the list at it, and counts as opened.
    pub(super) fn take_wanted(&mut self, headline: &Headline) -> Vec<Effect> {
        if self.opened.wanted.take_if(|id| *id == headline.id).is_none() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        if !self.is_shown(READER) {
            self.show(READER);
            self.lists.library.return_to(Some(place_of(headline.id)));
            effects.push(self.lists.library.relist(false, false));
        }
        if self.config.reader.mark_read == MarkRead::Opening && !headline.has(Mark::Read) {
            effects.extend(self.mark(headline.id, Mark::Read, true));
        }
        effects
    }
}

fn place_of(id: ArticleId) -> KeptPlace {
    // Wherever it stands, it is searched for by its id.
    KeptPlace { id: id.to_string(), row: 0, line: 0 }
}
