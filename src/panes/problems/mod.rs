//! The files that are no articles, and what is wrong with articles.

mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    pager::{Paged, Pager, Paging},
};
use crate::base::Clean;
use crate::session::{Command, Effect, Message, PROBLEMS, PaneName, Session};
use crate::ui::Theme;

/// The problems as they were told last, and how far they are scrolled.
#[derive(Debug, Default)]
pub struct ProblemsPane {
    pager: Pager,
    /// `None` until they have come.
    lines: Option<Vec<Clean>>,
}

impl ProblemsPane {
    fn lines(&self) -> &[Clean] {
        self.lines.as_deref().unwrap_or_default()
    }
}

impl Paged for ProblemsPane {
    fn pager(&mut self) -> &mut Pager {
        &mut self.pager
    }

    fn n_lines(&self, _session: &Session) -> usize {
        self.lines().len()
    }

    fn line<'a>(&'a self, _session: &'a Session, at: usize) -> &'a str {
        self.lines().get(at).map_or("", Clean::as_str)
    }
}

impl Pane for ProblemsPane {
    const NAME: PaneName = PROBLEMS;
    const COMMANDS: &'static [Command<Self>] = &[];
    const SHARED: &'static [Command<Self>] = Paging::<Self>::COMMANDS;

    fn on_focus(&mut self, _session: &mut Session) -> Vec<Effect> {
        vec![Effect::LoadProblems]
    }

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        match message {
            Message::Problems(lines) => {
                self.lines = Some(lines.clone());
                self.scroll(session, 0);
            }
            // Files came, went or were mended while their problems are looked at.
            Message::Changed { .. } if session.is_shown(PROBLEMS) => {
                return vec![Effect::LoadProblems];
            }
            _ => (),
        }
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        self.fit(view::inside(area), session);
        Vec::new()
    }

    fn view(&self, _session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, theme, frame, area);
    }
}
