//! Our own type for what the mouse does, so that nothing above the terminal knows of crossterm.

use std::time::Duration;

/// Something done with the mouse, in cells of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    pub action: MouseAction,
    pub column: u16,
    pub row: u16,
    /// Time since some moment before the first event: the state reads no clock.
    pub at: Duration,
}

impl Mouse {
    /// Takes `next` in where both are one movement: the wheel turned on, the mouse dragged on.
    /// False if they are two.
    pub fn join(&mut self, next: Self) -> bool {
        match (&mut self.action, next.action) {
            (
                MouseAction::Wheel { is_down, n_notches },
                MouseAction::Wheel { is_down: next_is_down, n_notches: more },
            ) if *is_down == next_is_down && (self.column, self.row) == (next.column, next.row) => {
                *n_notches = n_notches.saturating_add(more);
            }
            (MouseAction::Drag, MouseAction::Drag) => *self = next,
            _ => return false,
        }
        true
    }
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseAction {
    /// The left button went down.
    Press,
    /// The mouse was moved with the left button down.
    Drag,
    /// The left button went up.
    Release,
    /// The wheel was turned by so many notches.
    Wheel { is_down: bool, n_notches: u16 },
}

/// The mouse events that a pane gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointing {
    /// One click, or the second of two; the column and line within the pane.
    Click { column: u16, line: u16, is_double: bool },
    /// The mouse was moved with its button down, which went down over this pane.
    Drag { column: u16 },
    /// The wheel, in lines, and the column it was turned over.
    Wheel { is_down: bool, n_lines: usize, column: u16 },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wheel_turned_fast_is_one_event_and_clicks_are_never_joined() {
        let mouse = |action, row| Mouse { action, column: 3, row, at: Duration::ZERO };
        let wheel = |is_down| MouseAction::Wheel { is_down, n_notches: 1 };
        let mut turned = mouse(wheel(true), 4);
        assert!((0..99).all(|_| turned.join(mouse(wheel(true), 4))));
        assert_eq!(turned.action, MouseAction::Wheel { is_down: true, n_notches: 100 });
        assert!(!turned.join(mouse(wheel(false), 4)) && !turned.join(mouse(wheel(true), 5)));
        let mut dragged = mouse(MouseAction::Drag, 4);
        assert!(dragged.join(mouse(MouseAction::Drag, 9)) && dragged.row == 9);
        let mut pressed = mouse(MouseAction::Press, 4);
        assert!(!pressed.join(mouse(MouseAction::Press, 4)));
        assert!(!dragged.join(mouse(MouseAction::Release, 9)));
    }
}
