//! Settings for colours and glyphs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Colours and glyphs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ThemeConfig {
    /// A theme, or the path of a theme file; `auto` chooses by the terminal's background.
    pub name: String,
    /// For a light background.
    pub light: String,
    /// For a dark background.
    pub dark: String,
    pub depth: ColourDepth,
    pub glyphs: GlyphSet,
}

/// How many colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColourDepth {
    /// As many as the terminal reports.
    #[default]
    Auto,
    Truecolour,
    #[serde(rename = "256")]
    Indexed,
    #[serde(rename = "16")]
    Sixteen,
    None,
}

/// What marks, lines and ellipses are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GlyphSet {
    #[default]
    Unicode,
    /// For fonts and terminals without other characters.
    Ascii,
}
