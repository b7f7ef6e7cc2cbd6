//! What the user can set: typed, checked, with a default for everything.

mod file;
mod layout;
mod rows;

use serde::Deserialize;

pub use file::{ConfigError, read, usual_path};
pub use layout::{LayoutConfig, LayoutKind, MouseConfig};
pub use rows::{Column, Columns, DateFormat, RowLines};

/// All settings. Every field has its paragraph in `assets/config.toml`.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    pub library: LibraryConfig,
    pub list: ListConfig,
    pub reader: ReaderConfig,
    pub layout: LayoutConfig,
    pub mouse: MouseConfig,
}

/// How articles are found and read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LibraryConfig {
    /// Forces one encoding, by its WHATWG label (`windows-1252`, `gb18030`); detected otherwise.
    pub encoding: Option<String>,
    /// Files over this size show only their head.
    pub size_limit_bytes: u64,
    /// Follow links that lead out of the library.
    pub follow_outside_links: bool,
    /// Memory for indexing.
    pub index_memory_bytes: usize,
}

impl Default for LibraryConfig {
    fn default() -> Self {
        Self {
            encoding: None,
            size_limit_bytes: 8 << 20,
            follow_outside_links: false,
            index_memory_bytes: 256 << 20,
        }
    }
}

/// How the list looks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ListConfig {
    pub day_headings: bool,
    /// Shows the date in rows below the heading of their day, too.
    pub repeat_date: bool,
    pub columns: Columns,
    pub row_lines: RowLines,
    /// As there is room, where it is not said.
    pub date_format: Option<DateFormat>,
    /// Rows kept between the cursor and the edge.
    pub scrolloff: usize,
}

impl Default for ListConfig {
    fn default() -> Self {
        Self {
            day_headings: true,
            repeat_date: false,
            columns: Columns::default(),
            row_lines: RowLines::One,
            date_format: None,
            scrolloff: 3,
        }
    }
}

/// How an article looks, and when it counts as read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReaderConfig {
    /// Width of the text column.
    pub width_cells: u16,
    pub mark_read: MarkRead,
    /// For the estimate of reading time.
    pub words_per_minute: u32,
}

impl Default for ReaderConfig {
    fn default() -> Self {
        Self { width_cells: 80, mark_read: MarkRead::Opening, words_per_minute: 230 }
    }
}

/// When an article counts as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkRead {
    #[default]
    Opening,
    /// When its end has been on the screen.
    End,
    /// Only by the key.
    ByHand,
}
