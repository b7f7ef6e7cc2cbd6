//! All themes in a box: moving through them previews each on the whole screen.

mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::base::wording;
use crate::session::{Area, Command, Effect, Notice, PaneName, Session};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("themes");

/// The theme under the cursor.
#[derive(Debug, Default)]
pub struct ThemesPane {
    row: usize,
}

const COMMANDS: &[Command<ThemesPane>] = &[
    Command::new("cancel", &["<esc>", "q", "<c-c>"], "Restore the previous theme", {
        |_, session| {
            session.display.theme.give_up();
            session.hide();
            Vec::new()
        }
    }),
    Command::new("choose", &["<enter>", "l"], "Use this theme", |_, session| {
        ThemesPane::choose(session)
    }),
    Command::new("down", &["j", "<down>", "<tab>"], "Preview the next theme", |pane, session| {
        pane.turn(session, 1)
    }),
    Command::new("up", &["k", "<up>", "<s-tab>"], "Preview the previous theme", |pane, session| {
        pane.turn(session, -1)
    }),
    Command::new("first", &["gg", "<home>"], "Preview the first theme", |pane, session| {
        pane.show(session, 0)
    }),
    Command::new("last", &["G", "<end>"], "Preview the last theme", |pane, session| {
        pane.show(session, session.display.theme.names.len().saturating_sub(1))
    }),
];

impl ThemesPane {
    /// Goes on by `rows`, from the last to the first and back.
    fn turn(&mut self, session: &mut Session, rows: isize) -> Vec<Effect> {
        let n_names = session.display.theme.names.len().max(1);
        let row = (self.row + n_names).saturating_add_signed(rows) % n_names;
        self.show(session, row)
    }

    fn show(&mut self, session: &mut Session, row: usize) -> Vec<Effect> {
        self.row = row;
        if let Some(name) = session.display.theme.names.get(row).cloned() {
            session.display.theme.try_out(&name);
        }
        Vec::new()
    }

    fn choose(session: &mut Session) -> Vec<Effect> {
        session.hide();
        let name = session.display.theme.shown().to_owned();
        // It is one of those that are listed; with no list at all, everything stays as it is.
        if session.display.theme.choose(&name).is_ok() {
            session.say(Notice::note(wording!("theme-now", name = name)));
        }
        Vec::new()
    }
}

impl Pane for ThemesPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Box;
    const TITLE: fn() -> &'static str = || wording!("pane-themes");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[COMMANDS];

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        let shown = session.display.theme.shown();
        self.row = session.display.theme.names.iter().position(|it| it == shown).unwrap_or(0);
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
