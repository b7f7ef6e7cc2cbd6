//! Looks, not behaviour: theme slots and small widgets that panes share.

mod cells;
mod input;
mod overlay;
pub mod page;
mod row;
mod theme;

pub use cells::{ELLIPSIS, cut, put, put_marked, thousands, width};
pub use input::{Input, put_input};
pub use overlay::{centred, framed};
pub use row::{RowColumns, TitleLook, put_day, put_folded_day, put_headline};
pub use theme::Theme;
