//! How list and article share the screen, and whether Dateline handles the mouse.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How list and article share the screen at the start.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LayoutConfig {
    pub kind: LayoutKind,
    /// The list's share of the width if it is on the left.
    pub list_width_percent: u16,
    /// The list's share of the height if it is on top.
    pub list_height_percent: u16,
    /// At the right of list and article.
    pub scroll_bar: bool,
    /// Show the timeline above the list.
    pub timeline: bool,
    /// Show what articles have in common beside the list.
    pub facets: bool,
}

/// How list and article are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutKind {
    /// To fit the screen: side by side, one above the other, or one at a time.
    #[default]
    Auto,
    ListLeft,
    ListTop,
    /// One at a time: the list fills the screen until an article is opened.
    ListOnly,
    /// The article alone, with a status line only for messages.
    ReaderOnly,
}

impl LayoutKind {
    /// All of them, in the order in which they are cycled.
    pub const ALL: [Self; 5] =
        [Self::Auto, Self::ListLeft, Self::ListTop, Self::ListOnly, Self::ReaderOnly];

    /// As the settings write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::ListLeft => "list-left",
            Self::ListTop => "list-top",
            Self::ListOnly => "list-only",
            Self::ReaderOnly => "reader-only",
        }
    }

    /// The kind that is written like this.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Whether Dateline handles the mouse.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MouseConfig {
    /// If not, the terminal uses it to select text.
    pub enabled: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn a_kind_is_named_as_the_settings_write_it() {
        for kind in LayoutKind::ALL {
            let written = format!("[layout]\nkind = \"{}\"", kind.name());
            assert_eq!(Config::parse(&written).unwrap().layout.kind, kind);
            assert_eq!(LayoutKind::named(kind.name()), Some(kind));
        }
        assert_eq!(LayoutKind::named("list"), None);
    }
}
