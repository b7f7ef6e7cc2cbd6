//! All keys, drawn from the commands that are there, those of the pane below first.

mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::session::{Command, Effect, FILTER, HELP, PaneName, Pointing, Session};
use crate::ui::Theme;

pub const NAME: PaneName = HELP;

/// How far the help is scrolled.
#[derive(Debug, Default)]
pub struct HelpPane {
    top: usize,
    height: usize,
}

const COMMANDS: &[Command<HelpPane>] = &[
    Command::new(
        "close",
        &["<esc>", "q", "?", "h", "<f1>", "<c-c>"],
        "Close the help",
        |_, session| {
            session.hide();
            Vec::new()
        },
    ),
    Command::new("filter", &["/"], "Show only lines with some words", |_, session| {
        session.show(FILTER);
        Vec::new()
    }),
    Command::new("down", &["j", "<down>"], "Scroll down", |pane, session| pane.scroll(session, 1)),
    Command::new("up", &["k", "<up>"], "Scroll up", |pane, session| pane.scroll(session, -1)),
    Command::new("page-down", &["<c-f>", "<pgdn>", "<space>", "<c-d>"], "Scroll down a screen", {
        |pane, session| pane.scroll(session, pane.page())
    }),
    Command::new(
        "page-up",
        &["<c-b>", "<pgup>", "b", "<c-u>"],
        "Scroll up a screen",
        |pane, session| pane.scroll(session, -pane.page()),
    ),
    Command::new("first", &["gg", "<home>"], "Go to the start", |pane, session| {
        pane.scroll(session, isize::MIN)
    }),
    Command::new("last", &["G", "<end>"], "Go to the end", |pane, session| {
        pane.scroll(session, isize::MAX)
    }),
];

impl HelpPane {
    fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    fn scroll(&mut self, session: &Session, lines: isize) -> Vec<Effect> {
        let last = view::lines(session).len().saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(lines).min(last);
        Vec::new()
    }
}

impl Pane for HelpPane {
    const NAME: PaneName = NAME;
    const COMMANDS: &'static [Command<Self>] = COMMANDS;

    fn on_focus(&mut self, _session: &mut Session) -> Vec<Effect> {
        self.top = 0;
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        self.height = usize::from(view::inside(area).height);
        self.scroll(session, 0)
    }

    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        let Pointing::Wheel { is_down, n_lines } = pointing else {
            return Vec::new();
        };
        let lines = isize::try_from(n_lines).unwrap_or(isize::MAX);
        self.scroll(session, if is_down { lines } else { -lines })
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
