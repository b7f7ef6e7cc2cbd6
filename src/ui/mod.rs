//! Appearance, not behaviour: theme slots and small widgets that panes share.

mod bidi;
mod cells;
mod chosen;
mod clusters;
pub mod glyphs;
mod hyperlinks;
mod input;
mod lines;
mod overlay;
pub mod page;
mod passage;
mod row;
mod scroll_bar;
mod theme;
pub mod themes;

pub use bidi::is_rtl;
pub use cells::{ELLIPSIS, Ink, cut, cut_bytes, finish_wide, put, put_marked, put_ordered, width};
pub use chosen::{choose_row, put_cursor_bar};
pub use hyperlinks::{DrawnLinks, Hyperlink};
// Numbers are written in one way, on the screen and off it.
pub use crate::base::thousands;
pub use input::{Input, put_caret, put_input};
pub use lines::{put_lines, wrapped};
pub use overlay::{
    box_area, boxed, centred, clear_line, framed, framed_inside, padded, put_box_scroll_bar,
};
pub use passage::put_passage;
pub use row::{
    RowColumns, TitleLook, put_day, put_folded_day, put_heading, put_headline, put_rule,
};
pub use scroll_bar::{Scrolled, put_scroll_bar};
pub use theme::{Theme, Themes};
