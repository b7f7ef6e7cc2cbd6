//! All keys, drawn from the commands; those of the pane below come first.

mod lines;
mod rows;
mod view;

use ratatui::{Frame, layout::Rect};

use super::{Pane, filter, global::GlobalPane};
use crate::base::wording;
use crate::session::{Area, Command, Effect, PaneName, Pointing, Section, Session};
use crate::ui::Theme;
use rows::Sheet;

pub const NAME: PaneName = PaneName("help");

/// How far the help is scrolled.
#[derive(Debug, Default)]
pub struct HelpPane {
    /// In rows.
    top: usize,
    /// Of what is inside the frame.
    width_cells: u16,
    height: usize,
    /// The line gone to, of those with the words searched for: then all lines are shown.
    at: Option<usize>,
}

const OPENED_BY: &[Command<GlobalPane>] =
    &[Command::new("help", &["?", "<f1>"], "Show all keys", |_, session| {
        session.prompts.help.words.clear();
        session.show(NAME);
        Vec::new()
    })
    .begins(Section::Help)
    .also("keys shortcuts manual keyboard usage cheatsheet")
    .useful()
    .over_texts()];

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
    Command::new("filter", &["/"], "Filter the keys", |pane, session| {
        (pane.top, pane.at) = (0, None);
        session.show(filter::NAME);
        Vec::new()
    }),
    Command::when(
        "next-match",
        &["n"],
        "Show all lines and go to the next match",
        has_words,
        |pane, session| pane.step(session, true),
    ),
    Command::when(
        "previous-match",
        &["N"],
        "Show all lines and go to the previous match",
        has_words,
        |pane, session| pane.step(session, false),
    ),
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

fn has_words(_: &HelpPane, session: &Session) -> Result<(), &'static str> {
    let has_words = !session.prompts.help.words.trim().is_empty();
    has_words.then_some(()).ok_or(wording!("help-words-first"))
}

impl HelpPane {
    fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    fn scroll(&mut self, session: &Session, rows: isize) -> Vec<Effect> {
        let all = view::lines(self, session);
        let sheet = Sheet::of(&all, self.width_cells);
        self.top = sheet.top(self.top.saturating_add_signed(rows), rows < 0, self.height);
        Vec::new()
    }

    /// Goes to a matching line, among all lines: first to the one that stood at the top while the
    /// others were hidden, then on from there, and around the ends.
    fn step(&mut self, session: &Session, is_down: bool) -> Vec<Effect> {
        let n_above = if self.at.is_some() {
            0
        } else {
            let lines = view::lines(self, session);
            let top = Sheet::of(&lines, self.width_cells).rows.get(self.top).map(|row| row.line);
            let above = lines.iter().take(top.unwrap_or(0));
            above.filter(|line| line.has_words(session)).count()
        };
        let before = self.at.replace(0);
        let all = view::lines(self, session);
        let matches: Vec<usize> = (0..all.len()).filter(|at| all[*at].has_words(session)).collect();
        let next = match before {
            None => matches.get(n_above),
            Some(at) if is_down => matches.iter().find(|it| at < **it).or(matches.first()),
            Some(at) => matches.iter().rev().find(|it| **it < at).or(matches.last()),
        };
        self.at = next.copied().or(before);
        let rows = Sheet::of(&all, self.width_cells).rows;
        if let Some(row) = self.at.and_then(|at| rows.iter().position(|row| row.line == at)) {
            let is_seen = (self.top..self.top + self.height).contains(&row);
            if before.is_none() || !is_seen {
                self.top = row.saturating_sub(self.height / 3);
            }
        }
        self.scroll(session, 0)
    }
}

impl Pane for HelpPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Screen;
    const TITLE: fn() -> &'static str = || wording!("pane-help");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_focus(&mut self, _session: &mut Session) -> Vec<Effect> {
        (self.top, self.at) = (0, None);
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        let inside = view::inside(session, area);
        (self.width_cells, self.height) = (inside.width, usize::from(inside.height));
        self.scroll(session, 0)
    }

    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        let Pointing::Wheel { is_down, n_lines, .. } = pointing else {
            return Vec::new();
        };
        let lines = isize::try_from(n_lines).unwrap_or(isize::MAX);
        self.scroll(session, if is_down { lines } else { -lines })
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
