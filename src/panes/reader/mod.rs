//! The article being read, plainly.

mod view;

use std::sync::Arc;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::domain::Article;
use crate::session::{About, Command, Effect, Message, PaneName, READER, Session, always};
use crate::ui::Theme;

/// What is read, and how far it is scrolled.
#[derive(Debug, Default)]
pub struct ReaderPane {
    article: Option<Arc<Article>>,
    top: usize,
}

const COMMANDS: &[Command<ReaderPane>] = &[
    Command {
        about: About { name: "down", doc: "Scroll down", keys: &["j", "<down>"] },
        enabled: always,
        run: |pane, session| {
            pane.top = pane.top.saturating_add(session.count().unwrap_or(1));
            Vec::new()
        },
    },
    Command {
        about: About { name: "next-article", doc: "Next article", keys: &["J"] },
        enabled: always,
        run: |_, session| session.open_beside(true),
    },
    Command {
        about: About { name: "next-unread", doc: "Next unread article", keys: &["]u"] },
        enabled: always,
        run: |_, session| session.open_unread(true),
    },
    Command {
        about: About { name: "back", doc: "Go back", keys: &["h", "q", "<esc>", "<left>"] },
        enabled: always,
        run: |_, session| {
            session.hide();
            session.load()
        },
    },
];

impl Pane for ReaderPane {
    const NAME: PaneName = READER;
    const COMMANDS: &'static [Command<Self>] = COMMANDS;

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        if let Message::Opened { generation, result: Ok(opened) } = message
            && *generation == session.opened_generation()
        {
            self.article = Some(Arc::clone(&opened.article));
            self.top = 0;
        }
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
