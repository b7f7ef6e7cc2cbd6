//! The user's settings: typed, checked, and with a default for each.

mod check;
mod defaults;
mod encoding;
mod folders;
mod keys;
mod layout;
mod marking;
mod mistake;
mod paths;
mod polling;
mod rows;
mod schema;
mod search;
mod settings_source;
mod text;
mod theme;
pub mod themes;
mod typography;

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use check::check;
pub use encoding::WrittenEncoding;
pub use folders::WrittenFolder;
pub use keys::{KeysConfig, Meaning, Placed, WrittenBinding};
pub use layout::{LayoutConfig, LayoutKind, MouseConfig};
pub use marking::MarkOnScroll;
pub use mistake::{Mistake, did_you_mean};
pub use paths::{themes_folder, usual_path};
pub use polling::PollingMode;
pub use rows::{Column, Columns, DateFormat, RowLines};
pub use schema::{Choosable, EXPLAINED, Setting, choices, schema, settings};
pub use search::{Groups, SearchConfig};
pub use settings_source::{SettingsSource, Unreadable};
pub use text::{Bidi, Hyperlinks, SpokenLanguage, TextConfig, WrittenLocale};
pub use theme::{ColourDepth, GlyphSet, ThemeConfig};
pub use typography::{Align, HyphenLanguage, LinkStyle};

/// All settings. Every field has its paragraph in `assets/config.toml`, which states its
/// default.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    pub library: LibraryConfig,
    pub list: ListConfig,
    pub reader: ReaderConfig,
    pub layout: LayoutConfig,
    pub mouse: MouseConfig,
    pub search: SearchConfig,
    /// Sources by the name of their group, for `source:@name`.
    #[serde(default)]
    pub groups: Groups,
    pub text: TextConfig,
    pub theme: ThemeConfig,
    #[serde(default)]
    pub keys: KeysConfig,
}

/// The settings with the themes that can be chosen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    pub config: Config,
    pub themes: Vec<themes::ThemeSpec>,
}

/// The order of day and month in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// How articles are found and read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LibraryConfig {
    /// Forces one encoding, by its WHATWG label (`windows-1252`, `gb18030`); detected otherwise.
    #[schemars(with = "Option<String>")]
    pub encoding: Option<WrittenEncoding>,
    /// Which number of `05/06/2017` is the day; without it, an ambiguous date is left open.
    pub day_order: Option<DayOrder>,
    /// Only the head of a larger file is shown.
    pub size_limit_bytes: u64,
    /// Follow links that lead out of the library.
    pub follow_outside_links: bool,
    /// An article that was read becomes unread if its file changes.
    pub changed_becomes_unread: bool,
    /// Directories whose marks are kept apart from those of all other libraries.
    #[schemars(with = "Vec<String>")]
    pub own_marks: Vec<WrittenFolder>,
    /// Memory for indexing.
    pub index_memory_bytes: usize,
    pub polling: PollingMode,
    /// Seconds between two checks.
    pub polling_seconds: NonZeroU32,
}

/// How the list looks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ListConfig {
    pub day_headings: bool,
    /// Shows the date in rows below the heading of their day, too.
    pub repeat_date: bool,
    #[schemars(with = "Vec<Column>")]
    pub columns: Columns,
    #[schemars(with = "u8")]
    pub row_lines: RowLines,
    /// If not set, as space allows.
    #[schemars(with = "Option<String>")]
    pub date_format: Option<DateFormat>,
    /// Rows kept visible between the cursor and the edge.
    pub scrolloff: usize,
    /// A change to more articles than this asks first.
    pub ask_above: usize,
    pub mark_read_on_scroll: MarkOnScroll,
}

/// How an article looks, and when it counts as read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReaderConfig {
    /// Width of the text column.
    pub width_cells: u16,
    pub align: Align,
    /// Blank lines between paragraphs.
    pub paragraph_spacing: u8,
    /// Spaces before the first line of a paragraph.
    pub indent_cells: u8,
    pub justify: bool,
    pub hyphenate: bool,
    /// The language of hyphenation.
    pub language: HyphenLanguage,
    pub links: LinkStyle,
    pub mark_read: MarkRead,
    /// With [`MarkRead::After`].
    pub mark_read_after_seconds: u32,
    /// For the estimate of reading time.
    pub words_per_minute: u32,
    /// The key for the next match goes from one article of a search to the next.
    pub matches_go_on: bool,
}

/// When an article counts as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MarkRead {
    #[default]
    Opening,
    /// When its last line has been on the screen.
    End,
    /// After it has been on the screen for some seconds.
    After,
    /// Only when you press the key.
    ByHand,
}
