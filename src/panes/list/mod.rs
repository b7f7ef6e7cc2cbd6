//! The list of articles: the library, or the results of a search in its place.
//!
//! Cursor and scroll live in the session's lists, because the reader moves through them too.

mod commands;
mod folds;
mod jumping;
mod selecting;
mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::base::wording;
use crate::session::{
    Area, Command, Effect, Keys, LIST, Occasion, Offer, PaneName, Pointing, Scrolled, Session, Spot,
};
use crate::ui::Theme;

/// What the mouse did in it last.
#[derive(Debug, Default)]
pub struct ListPane {
    area: Rect,
    /// The last click put the cursor on an article, not on a heading.
    has_chosen: bool,
}

impl Pane for ListPane {
    const NAME: PaneName = LIST;
    const AREA: Area = Area::Main;
    const KEYS: Keys = Keys::Main;
    const TITLE: fn() -> &'static str = || wording!("pane-list");
    const OFFERS: &'static [Offer] = &[
        Offer::always("open", || wording!("offer-read")),
        Offer::always("search", || wording!("offer-search")),
        Offer::on(Occasion::Results, "quit", || wording!("offer-close-results")).out(),
        Offer::on(Occasion::Library, "quit", || wording!("offer-quit")).out(),
        Offer::always("toggle-read", || wording!("offer-mark-read")),
    ];
    const COMMANDS: &'static [&'static [Command<Self>]] =
        &[commands::COMMANDS, selecting::COMMANDS, jumping::COMMANDS, folds::COMMANDS];

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        self.area = area;
        let body = view::body(session, area);
        session.front_mut().set_size(body.height.into(), body.width.into());
        session.load()
    }

    /// The wheel moves the rows, a click the cursor, a double click opens. The second click speaks
    /// of the article that the first one chose, even where the rows have scrolled since.
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        match pointing {
            Pointing::Drag { .. } => Vec::new(),
            Pointing::Wheel { is_down, n_lines, .. } => {
                let list = session.front_mut();
                let row = list.cursor();
                list.scroll_by(is_down, (n_lines / list.row_lines().max(1)).max(1));
                let mut effects = session.pass(row, Scrolled::Wheel);
                effects.extend(session.load());
                effects
            }
            Pointing::Click { is_double: true, .. } if self.has_chosen => session.open_at_cursor(),
            Pointing::Click { line, .. } => {
                let above = view::body(session, self.area).y - self.area.y;
                let line = line.checked_sub(above);
                let spot = line.and_then(|line| session.front().spot_at(usize::from(line)));
                self.has_chosen =
                    matches!(spot, Some(Spot::Row(row)) if !session.front().is_folded(row));
                match spot {
                    Some(Spot::Row(row)) if self.has_chosen => {
                        session.front_mut().move_to(row);
                        session.load()
                    }
                    Some(Spot::Row(row) | Spot::Day(row)) => folds::toggle_at(session, row),
                    None => Vec::new(),
                }
            }
        }
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(session, theme, frame, area);
    }
}
