//! Looks, not behaviour: theme slots and small widgets that panes share.

mod theme;

pub use theme::Theme;
