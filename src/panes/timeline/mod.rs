//! The timeline: bars of the list's articles over time, above the list, with a cursor that narrows it.
//!
//! The numbers are the session's; here are the part of the time that is on the screen, the cursor and
//! the span that is being chosen. Periods are as fine as there is room for, so zooming in changes
//! them.

mod commands;
mod scale;
mod view;

use chrono::NaiveDate;
use ratatui::{Frame, layout::Rect};

use super::{Pane, global::GlobalPane};
use crate::base::wording;
use crate::domain::Timeline;
use crate::query::Days;
use crate::session::{
    Area, Command, Effect, Keys, LIST, Offer, PaneName, Pointing, Session, TIMELINE,
};
use crate::ui::{Theme, padded};
use scale::Scale;

/// Where one is in time.
#[derive(Debug, Default)]
pub struct TimelinePane {
    n_cells: u16,
    /// Cells left of the bars.
    indent: u16,
    /// A day of the period under the cursor; the newest period until one has moved.
    cursor: Option<NaiveDate>,
    /// Where a span was begun.
    anchor: Option<NaiveDate>,
    /// The days on the screen, unless they are those of most articles.
    window: Option<Days>,
}

const OPENED_BY: &[Command<GlobalPane>] =
    &[Command::new("timeline", &["t"], "Go to the timeline; there, hide it", |_, session| {
        show(session);
        session.load()
    })
    .also("chart graph histogram bars stats statistics trend calendar period dates count over time")
    .useful()];

/// Shows the timeline and goes to it; hides it if it takes the keys.
fn show(session: &mut Session) {
    if session.focus() == TIMELINE {
        session.display.layout.has_timeline = false;
        session.hide();
        session.show(LIST);
        return;
    }
    session.display.layout.has_timeline = true;
    session.show(LIST);
    session.show(TIMELINE);
}

/// What is on the screen.
struct Scene<'s> {
    timeline: &'s Timeline,
    span: Days,
    scale: Scale,
    cursor: NaiveDate,
}

impl TimelinePane {
    /// `None` if no article has a date, or they have not been counted.
    fn scene<'s>(&self, session: &'s Session) -> Option<Scene<'s>> {
        let timeline = session.lists.tallies.timeline()?;
        let span = timeline.span()?;
        let main = timeline.main_span().unwrap_or(span);
        let cursor = self.cursor.unwrap_or(main.last).clamp(span.first, span.last);
        let is_there = |it: &Days| it.first <= span.last && span.first <= it.last;
        let days = self.window.filter(is_there).unwrap_or(main);
        let scale = Scale::of(scale::following(days, cursor), self.n_cells);
        Some(Scene { timeline, span, scale, cursor })
    }

    /// The days from where a span was begun to the cursor; without one, the period at the cursor.
    fn chosen(&self, scene: &Scene<'_>) -> Days {
        let period = scene.scale.period;
        let here = period.days(scene.cursor);
        let Some(anchor) = self.anchor else { return here };
        let there = period.days(anchor);
        Days { first: here.first.min(there.first), last: here.last.max(there.last) }
    }

    /// Moves the cursor to a day, and the window with it.
    fn go(&mut self, session: &Session, to: impl FnOnce(&Scene<'_>) -> Option<NaiveDate>) {
        let Some(scene) = self.scene(session) else { return };
        let Some(day) = to(&scene) else { return };
        let day = day.clamp(scene.span.first, scene.span.last);
        if let Some(window) = self.window {
            self.window = Some(scale::following(window, day));
        }
        self.cursor = Some(day);
    }

    /// Shows all the time, or the time of most articles.
    fn zoom_all(&mut self, session: &Session) {
        let span = self.scene(session).map(|scene| scene.span);
        self.window = if self.window == span { None } else { span };
    }

    fn zoom(&mut self, session: &Session, is_in: bool) {
        let Some(scene) = self.scene(session) else { return };
        let (days, around) = (scene.scale.days, scene.cursor);
        self.window = Some(if is_in {
            scale::zoomed_in(days, around)
        } else {
            scale::zoomed_out(days, around, scene.span)
        });
        self.cursor = Some(around);
    }

    /// Lists only what was chosen. All of that is on the screen then.
    fn narrow(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(days) = self.scene(session).map(|scene| self.chosen(&scene)) else {
            return Vec::new();
        };
        (self.anchor, self.window) = (None, None);
        session.narrow_to_days(days)
    }
}

impl Pane for TimelinePane {
    const NAME: PaneName = TIMELINE;
    const AREA: Area = Area::Main;
    const KEYS: Keys = Keys::Main;
    const TITLE: fn() -> &'static str = || wording!("pane-timeline");
    const OFFERS: &'static [Offer] = &[
        Offer::always("narrow", || wording!("offer-narrow")),
        Offer::always("zoom-in", || wording!("offer-zoom-in")),
        Offer::always("leave", || wording!("offer-back")).out(),
    ];
    const COMMANDS: &'static [&'static [Command<Self>]] = &[commands::COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        let inside = padded(area);
        (self.n_cells, self.indent) = (inside.width, inside.x - area.x);
        session.load()
    }

    /// A click moves the cursor, a double click narrows, a drag chooses a span, the wheel zooms.
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        let indent = self.indent;
        let bar_at = |column: u16| {
            let column = column.saturating_sub(indent);
            move |scene: &Scene<'_>| {
                let bar = column / scene.scale.bar_cells;
                Some(scene.scale.start_of(usize::from(bar)))
            }
        };
        match pointing {
            Pointing::Click { is_double: true, .. } => return self.narrow(session),
            Pointing::Click { column, .. } => {
                self.anchor = None;
                self.go(session, bar_at(column));
            }
            Pointing::Drag { column } => {
                self.anchor = self.anchor.or(self.cursor);
                self.go(session, bar_at(column));
            }
            Pointing::Wheel { is_down, column, .. } => {
                self.go(session, bar_at(column));
                self.zoom(session, !is_down);
            }
        }
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
