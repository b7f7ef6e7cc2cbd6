//! Finding words in the article on the screen: the state that the prompt and the reader share.

use std::sync::Arc;

use super::Ticket;
use crate::domain::{Article, ArticleId};

/// The words to find, and whether they are still being typed.
///
/// The reader starts it and shows what was found; the prompt edits the text and ends it.
#[derive(Debug, Clone, Default)]
pub struct Finding {
    pub phase: FindPhase,
    pub text: String,
    /// Words searched for earlier, oldest first.
    pub history: Vec<String>,
    /// Of the newest [`super::Question::Find`].
    pub ticket: Ticket,
    /// Where to look: the article that the reader shows.
    pub article: Option<Arc<Article>>,
    /// Where the article that is opened next is to be shown.
    pub place: Option<(ArticleId, Landing)>,
}

/// A place in an article to begin at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landing {
    At {
        paragraph: usize,
        byte: usize,
    },
    /// Its last match.
    LastMatch,
}

/// How far a search within an article has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FindPhase {
    #[default]
    Off,
    /// The prompt is open.
    Typing,
    /// The prompt was left with Enter: the matches stay.
    Kept,
    /// The prompt was left with Esc: the reader is to stand where it stood before.
    Cancelled,
}

impl Finding {
    /// Opens the prompt on `article`, with nothing typed yet.
    pub fn start(&mut self, article: Arc<Article>) {
        self.phase = FindPhase::Typing;
        self.text.clear();
        // An answer to an older search must not be taken for one to this.
        self.ticket.withdraw();
        self.article = Some(article);
    }

    /// Forgets the words and the article.
    pub fn stop(&mut self) {
        self.phase = FindPhase::Off;
        self.text.clear();
        self.ticket.withdraw();
        self.article = None;
    }

    /// Whether answers are awaited.
    pub fn is_on(&self) -> bool {
        matches!(self.phase, FindPhase::Typing | FindPhase::Kept)
    }
}
