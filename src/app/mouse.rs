//! From the mouse to the pane it is over, or to the divider.
//!
//! While a prompt of one line or an overlay is in front, nothing else is under the mouse.

use std::time::Duration;

use ratatui::layout::{Position, Rect};

use super::{App, find};
use crate::session::{Area, Effect, Mouse, MouseAction, PaneName, Pointing};

/// Two clicks within this time are a double click.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);
/// Lines that a notch of the wheel goes.
const NOTCH_LINES: usize = 3;

/// What the mouse did before.
#[derive(Debug, Default)]
pub(super) struct Pointer {
    pressed: Option<Mouse>,
    drags_divider: bool,
    /// The pane that the button went down over, and its first column.
    held: Option<(PaneName, u16)>,
}

impl App {
    pub(super) fn on_mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        let front = self.session.focus();
        match mouse.action {
            MouseAction::Press => {
                self.session.keyboard.pending = crate::session::PendingKeys::default();
                let is_double = self.pointer.is_double(mouse);
                self.pointer.pressed = Some(mouse).filter(|_| !is_double);
                self.pointer.drags_divider = self.can_be_left(front) && self.is_on_rule(mouse);
                self.pointer.held = None;
                if self.pointer.drags_divider {
                    return Vec::new();
                }
                self.pointer.held = self.under(mouse).map(|(name, area)| (name, area.x));
                self.point(mouse, |column, line| Pointing::Click { column, line, is_double })
            }
            MouseAction::Drag if self.pointer.drags_divider => {
                self.drag_divider(mouse);
                Vec::new()
            }
            MouseAction::Drag => self.drag(mouse),
            MouseAction::Release => {
                self.pointer.drags_divider = false;
                Vec::new()
            }
            MouseAction::Wheel { is_down, n_notches } => {
                let n_lines = usize::from(n_notches) * NOTCH_LINES;
                self.point(mouse, |column, _| Pointing::Wheel { is_down, n_lines, column })
            }
        }
    }

    /// Tells the pane under the mouse. A click brings it to the front.
    fn point(&mut self, mouse: Mouse, pointing: impl Fn(u16, u16) -> Pointing) -> Vec<Effect> {
        let front = self.session.focus();
        let Some((name, area)) = self.under(mouse) else {
            return Vec::new();
        };
        let is_status = self.session.keyboard.catalogue.pane(name).area == Area::Status;
        let can_be_pointed_at = is_status || self.can_be_left(name);
        if name != front && !(self.can_be_left(front) && can_be_pointed_at) {
            return Vec::new();
        }
        let pointing = pointing(mouse.column - area.x, mouse.row - area.y);
        if matches!(pointing, Pointing::Click { .. }) && name != front && !is_status {
            self.session.show(name);
        }
        let Self { panes, session, .. } = self;
        find(panes, name).map_or_else(Vec::new, |pane| pane.on_pointing(pointing, session))
    }

    /// The pane under the mouse, and where it is.
    fn under(&self, mouse: Mouse) -> Option<(PaneName, Rect)> {
        let at = Position::new(mouse.column, mouse.row);
        self.areas.panes.iter().rev().find(|(_, area)| area.contains(at)).copied()
    }

    /// Tells the pane that the button went down over, if it takes the keys.
    fn drag(&mut self, mouse: Mouse) -> Vec<Effect> {
        let front = self.session.focus();
        let Some((name, start)) = self.pointer.held.filter(|(name, _)| *name == front) else {
            return Vec::new();
        };
        let pointing = Pointing::Drag { column: mouse.column.saturating_sub(start) };
        let Self { panes, session, .. } = self;
        find(panes, name).map_or_else(Vec::new, |pane| pane.on_pointing(pointing, session))
    }

    /// Whether a click elsewhere may take the keys away from `pane`.
    fn can_be_left(&self, pane: PaneName) -> bool {
        self.session.keyboard.catalogue.pane(pane).area == Area::Main
    }

    fn is_on_rule(&self, mouse: Mouse) -> bool {
        let at = Position::new(mouse.column, mouse.row);
        self.areas.rule.is_some_and(|rule| rule.area.contains(at))
    }

    fn drag_divider(&mut self, mouse: Mouse) {
        let Some(rule) = self.areas.rule else {
            return;
        };
        let cell = match rule.side {
            crate::session::ListSide::Left => mouse.column,
            crate::session::ListSide::Top => mouse.row,
        };
        self.session.display.layout.put_divider(
            rule.side,
            cell.saturating_sub(rule.start),
            rule.cells,
        );
    }
}

impl Pointer {
    fn is_double(&self, mouse: Mouse) -> bool {
        self.pressed.is_some_and(|before| {
            (before.column, before.row) == (mouse.column, mouse.row)
                && mouse.at.saturating_sub(before.at) <= DOUBLE_CLICK
        })
    }
}
