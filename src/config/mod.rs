//! What the user can set: typed, checked, with a default for everything.

mod check;
mod encoding;
mod keys;
mod layout;
mod marking;
mod mistake;
mod places;
mod polling;
mod rows;
mod schema;
mod source;
mod text;
mod theme;
pub mod themes;
mod typography;

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use check::check;
pub use encoding::WrittenEncoding;
pub use keys::{KeysConfig, Meaning, Placed, WrittenBinding};
pub use layout::{LayoutConfig, LayoutKind, MouseConfig};
pub use marking::MarkOnScroll;
pub use mistake::{Mistake, did_you_mean};
pub use places::{themes_folder, usual_path};
pub use polling::PollingMode;
pub use rows::{Column, Columns, DateFormat, RowLines};
pub use schema::{Choosable, EXPLAINED, Setting, choices, schema, settings};
pub use source::{Source, Unreadable};
pub use text::{Bidi, Hyperlinks, SpokenLanguage, TextConfig, WrittenLocale};
pub use theme::{ColourDepth, GlyphSet, ThemeConfig};
pub use typography::{Align, Language, LinkStyle};

/// All settings. Every field has its paragraph in `assets/config.toml`.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    pub library: LibraryConfig,
    pub list: ListConfig,
    pub reader: ReaderConfig,
    pub layout: LayoutConfig,
    pub mouse: MouseConfig,
    pub text: TextConfig,
    pub theme: ThemeConfig,
    pub keys: KeysConfig,
}

/// The settings with the themes that can be chosen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// The theme named in it is one that is there: `auto` has been decided.
    pub config: Config,
    pub themes: Vec<themes::ThemeSpec>,
}

/// The order of the numbers of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// How articles are found and read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LibraryConfig {
    /// Forces one encoding, by its WHATWG label (`windows-1252`, `gb18030`); detected otherwise.
    #[schemars(with = "Option<String>")]
    pub encoding: Option<WrittenEncoding>,
    /// Which number of `05/06/2017` is the day; dates that can be read in two ways name none
    /// without it.
    pub day_order: Option<DayOrder>,
    /// Files over this size show only their head.
    pub size_limit_bytes: u64,
    /// Follow links that lead out of the library.
    pub follow_outside_links: bool,
    /// An article that was read becomes unread if its file changes.
    pub changed_becomes_unread: bool,
    /// Memory for indexing.
    pub index_memory_bytes: usize,
    pub polling: PollingMode,
    /// Seconds between two looks.
    pub polling_seconds: NonZeroU32,
}

impl Default for LibraryConfig {
    fn default() -> Self {
        Self {
            encoding: None,
            day_order: None,
            size_limit_bytes: 8 << 20,
            follow_outside_links: false,
            changed_becomes_unread: false,
            index_memory_bytes: 256 << 20,
            polling: PollingMode::default(),
            polling_seconds: NonZeroU32::MIN.saturating_add(2),
        }
    }
}

/// How the list looks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ListConfig {
    pub day_headings: bool,
    /// Shows the date in rows below the heading of their day, too.
    pub repeat_date: bool,
    #[schemars(with = "Vec<Column>")]
    pub columns: Columns,
    #[schemars(with = "u8")]
    pub row_lines: RowLines,
    /// As there is room, where it is not said.
    #[schemars(with = "Option<String>")]
    pub date_format: Option<DateFormat>,
    /// Rows kept between the cursor and the edge.
    pub scrolloff: usize,
    /// What changes more articles than this is asked about first.
    pub ask_above: usize,
    pub mark_read_on_scroll: MarkOnScroll,
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
            ask_above: 20,
            mark_read_on_scroll: MarkOnScroll::default(),
        }
    }
}

/// How an article looks, and when it counts as read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReaderConfig {
    /// Width of the text column.
    pub width_cells: u16,
    pub align: Align,
    /// Empty rows between two paragraphs.
    pub paragraph_spacing: u8,
    /// Blanks before the first line of a paragraph.
    pub indent_cells: u8,
    pub justify: bool,
    pub hyphenate: bool,
    /// Whose words are hyphenated.
    pub language: Language,
    pub links: LinkStyle,
    pub mark_read: MarkRead,
    /// With [`MarkRead::After`].
    pub mark_read_after_seconds: u32,
    /// For the estimate of reading time.
    pub words_per_minute: u32,
}

impl Default for ReaderConfig {
    fn default() -> Self {
        Self {
            width_cells: 80,
            align: Align::default(),
            paragraph_spacing: 1,
            indent_cells: 0,
            justify: false,
            hyphenate: false,
            language: Language::default(),
            links: LinkStyle::default(),
            mark_read: MarkRead::Opening,
            mark_read_after_seconds: 5,
            words_per_minute: 230,
        }
    }
}

/// When an article counts as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MarkRead {
    #[default]
    Opening,
    /// When its end has been on the screen.
    End,
    /// After it has been on the screen for some seconds.
    After,
    /// Only by the key.
    ByHand,
}
