//! All messages of this run, the newest last.

mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    global::GlobalPane,
    pager::{Paged, Pager, Paging},
};
use crate::base::wording;
use crate::session::{Area, Command, Effect, Keys, MESSAGES, PaneName, Session};
use crate::ui::Theme;

/// How far the messages are scrolled.
#[derive(Debug, Default)]
pub struct MessagesPane {
    pager: Pager,
}

const OPENED_BY: &[Command<GlobalPane>] =
    &[Command::new("messages", &["g<lt>"], "Show messages", |_, session| {
        session.show(MESSAGES);
        Vec::new()
    })
    .also("log notifications warnings errors")
    .over_texts()];

impl Paged for MessagesPane {
    fn pager(&mut self) -> &mut Pager {
        &mut self.pager
    }

    fn n_lines(&self, session: &Session) -> usize {
        session.said.notices.kept.len()
    }

    fn line<'a>(&'a self, session: &'a Session, at: usize) -> &'a str {
        session.said.notices.kept.get(at).map_or("", |notice| notice.text.as_str())
    }
}

impl Pane for MessagesPane {
    const NAME: PaneName = MESSAGES;
    const AREA: Area = Area::Box;
    const KEYS: Keys = Keys::Text;
    const TITLE: fn() -> &'static str = || wording!("pane-messages");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[Paging::<Self>::COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        session.said.notices.n_unseen = 0;
        self.scroll(session, isize::MAX);
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        self.fit(view::inside(area), session);
        self.scroll(session, isize::MAX);
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
