//! The list of articles: the library, or the results of a search in its place.
//!
//! Cursor and scroll live in the session's lists, because the reader moves through them too.

mod commands;
mod jumping;
mod picking;
mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::session::{Command, Effect, LIST, PaneName, Session};
use crate::ui::Theme;

/// Has no state of its own.
#[derive(Debug, Default)]
pub struct ListPane;

impl Pane for ListPane {
    const NAME: PaneName = LIST;
    const COMMANDS: &'static [Command<Self>] = commands::COMMANDS;
    const SHARED: &'static [Command<Self>] = picking::COMMANDS;
    const MORE: &'static [Command<Self>] = jumping::COMMANDS;

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        let n_lines = usize::from(view::body(session, area).height);
        session.front_mut().set_height(n_lines);
        session.load()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(session, theme, frame, area);
    }
}
