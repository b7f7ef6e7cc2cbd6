//! What the list's articles have in common: values with their numbers, beside the list. Typing narrows
//! the values down; a value that is chosen narrows the list.
//!
//! What was chosen stands in the query and nowhere else.

mod commands;
mod view;

use ratatui::{Frame, layout::Rect};

use super::{Pane, global::GlobalPane};
use crate::base::{Clean, wording};
use crate::domain::{Facet, FacetKind};
use crate::session::{
    Area, Command, Effect, FACETS, Key, LIST, Offer, PaneName, Pointing, Session,
};
use crate::ui::Theme;

/// Where the cursor is.
#[derive(Debug, Default)]
pub struct FacetsPane {
    area: Rect,
    cursor: Option<Target>,
    /// The first line on the screen, as far as the cursor allows.
    top: usize,
}

/// What the cursor can be on: it stays there while the numbers change.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Value(FacetKind, Clean),
    /// The values of a kind that are not shown.
    More(FacetKind),
}

/// A line of the pane.
enum Line<'s> {
    Heading(&'s Facet),
    /// By its place among the values.
    Value(&'s Facet, usize),
    More(&'s Facet),
}

impl Line<'_> {
    fn target(&self) -> Option<Target> {
        match self {
            Self::Heading(_) => None,
            Self::Value(facet, at) => {
                let value = facet.values.get(*at)?;
                Some(Target::Value(facet.kind, value.value.clone()))
            }
            Self::More(facet) => Some(Target::More(facet.kind)),
        }
    }

    fn kind(&self) -> FacetKind {
        match self {
            Self::Heading(facet) | Self::Value(facet, _) | Self::More(facet) => facet.kind,
        }
    }
}

/// Values of a kind that has not been opened.
const N_VALUES: usize = 8;

fn lines(session: &Session) -> Vec<Line<'_>> {
    let tallies = &session.lists.tallies;
    let mut lines = Vec::new();
    for facet in tallies.facets().iter().filter(|facet| !facet.values.is_empty()) {
        let is_open = tallies.opened == Some(facet.kind);
        let n_shown = if is_open { usize::MAX } else { N_VALUES }.min(facet.values.len());
        lines.push(Line::Heading(facet));
        lines.extend((0..n_shown).map(|at| Line::Value(facet, at)));
        if n_shown < facet.n_values {
            lines.push(Line::More(facet));
        }
    }
    lines
}

const OPENED_BY: &[Command<GlobalPane>] = &[
    Command::new("facets", &["gf"], "Go to what the articles of the list have in common", {
        |_, session| {
            session.display.layout.has_facets = true;
            session.show(LIST);
            session.show(FACETS);
            session.load()
        }
    })
    .also("sources folders category categories topics languages stats statistics count numbers breakdown sidebar filter")
    .useful(),
    Command::new("hide-facets", &["gF"], "Hide what the articles of the list have in common", {
        |_, session| {
            session.display.layout.has_facets = false;
            session.load()
        }
    })
    .also("sidebar close"),
];

impl FacetsPane {
    /// The line of the cursor: the first that it can be on until it has been moved, or if its value
    /// has gone.
    fn cursor_line(&self, lines: &[Line<'_>]) -> Option<usize> {
        let is_here = |line: &Line<'_>| line.target().is_some() && line.target() == self.cursor;
        let first = || lines.iter().position(|line| line.target().is_some());
        lines.iter().position(is_here).or_else(first)
    }

    /// The first line on the screen.
    fn top(&self, cursor: usize, n_rows: usize) -> usize {
        // The heading of the first value is seen with it.
        let least = (cursor + 1).saturating_sub(n_rows);
        let cursor = if cursor == 1 { 0 } else { cursor };
        self.top.min(cursor).max(least)
    }

    /// Moves the cursor by so many lines that it can be on.
    fn step(&mut self, session: &Session, by: isize) {
        let lines = lines(session);
        let stops: Vec<usize> =
            (0..lines.len()).filter(|at| lines[*at].target().is_some()).collect();
        let Some(here) = self.cursor_line(&lines) else { return };
        let at = stops.iter().position(|stop| *stop == here).unwrap_or(0);
        let at = at.saturating_add_signed(by).min(stops.len().saturating_sub(1));
        self.put_cursor(&lines, stops.get(at).copied().unwrap_or(here));
    }

    fn put_cursor(&mut self, lines: &[Line<'_>], at: usize) {
        self.cursor = lines.get(at).and_then(Line::target);
        self.top = self.top(at, self.n_rows());
    }

    fn n_rows(&self) -> usize {
        usize::from(view::body(self.area).height)
    }

    /// Moves to the first value of the next kind, or of the one before.
    fn turn(&mut self, session: &Session, is_next: bool) {
        let lines = lines(session);
        let Some(here) = self.cursor_line(&lines) else { return };
        let kind = lines[here].kind();
        let is_first = |at: &usize| {
            let before = at.checked_sub(1).map(|before| &lines[before]);
            matches!(before, Some(Line::Heading(_)))
        };
        let mut firsts = (0..lines.len()).filter(is_first).filter(|at| lines[*at].kind() != kind);
        let to = if is_next {
            firsts.find(|at| here < *at)
        } else {
            firsts.take_while(|at| *at < here).last()
        };
        if let Some(to) = to {
            self.put_cursor(&lines, to);
        }
    }

    /// Chooses the value under the cursor, or leaves it out; opens the rest of a kind.
    fn act(&mut self, session: &mut Session, is_left_out: bool) -> Vec<Effect> {
        let lines = lines(session);
        let target = self.cursor_line(&lines).and_then(|at| lines[at].target());
        self.cursor.clone_from(&target);
        match target {
            Some(Target::Value(kind, value)) => session.narrow_by(kind, &value, is_left_out),
            Some(Target::More(kind)) => {
                session.lists.tallies.opened = Some(kind);
                session.load()
            }
            None => Vec::new(),
        }
    }

    /// Shows only values that contain what has been typed.
    fn filter(&mut self, session: &mut Session, change: impl FnOnce(&mut String)) -> Vec<Effect> {
        change(&mut session.lists.tallies.filter);
        (self.cursor, self.top) = (None, 0);
        session.load()
    }
}

impl Pane for FacetsPane {
    const NAME: PaneName = FACETS;
    const AREA: Area = Area::Main;
    const TITLE: fn() -> &'static str = || wording!("pane-facets");
    const OFFERS: &'static [Offer] = &[
        Offer::always("toggle", || wording!("offer-choose")),
        Offer::always("leave-out", || wording!("offer-exclude")),
        Offer::always("leave", || wording!("offer-back")).out(),
    ];
    const COMMANDS: &'static [&'static [Command<Self>]] = &[commands::COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        self.area = area;
        session.load()
    }

    fn on_text(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        match key.typed() {
            Some(typed) => self.filter(session, |filter| filter.push(typed)),
            None => Vec::new(),
        }
    }

    fn on_paste(&mut self, text: &str, session: &mut Session) -> Vec<Effect> {
        self.filter(session, |filter| filter.push_str(&Clean::new(text)))
    }

    /// A click chooses a value, the wheel moves the cursor.
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        match pointing {
            Pointing::Wheel { is_down, n_lines, .. } => {
                let n_lines = isize::try_from(n_lines).unwrap_or(isize::MAX);
                self.step(session, if is_down { n_lines } else { -n_lines });
                Vec::new()
            }
            Pointing::Click { line, is_double: false, .. } => {
                let above = view::body(self.area).y - self.area.y;
                let lines = lines(session);
                let cursor = self.cursor_line(&lines).unwrap_or(0);
                let Some(line) = line.checked_sub(above) else { return Vec::new() };
                let at = self.top(cursor, self.n_rows()) + usize::from(line);
                if lines.get(at).and_then(Line::target).is_none() {
                    return Vec::new();
                }
                self.put_cursor(&lines, at);
                self.act(session, false)
            }
            Pointing::Click { .. } | Pointing::Drag { .. } => Vec::new(),
        }
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
