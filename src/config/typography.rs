//! The settings of the reader's typography.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The position of the text column in a wide pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    #[default]
    Centre,
    Left,
}

/// How links in the text are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LinkStyle {
    #[default]
    Plain,
    /// With a number after each, such as `[1]`.
    Numbered,
}

/// A language whose words can be hyphenated, by its two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[schemars(rename = "Language")]
pub enum HyphenLanguage {
    #[serde(rename = "da")]
    Danish,
    #[serde(rename = "de")]
    German,
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "fi")]
    Finnish,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "it")]
    Italian,
    #[serde(rename = "nl")]
    Dutch,
    #[serde(rename = "pl")]
    Polish,
    #[serde(rename = "pt")]
    Portuguese,
    #[serde(rename = "ru")]
    Russian,
    #[serde(rename = "sv")]
    Swedish,
    #[serde(rename = "uk")]
    Ukrainian,
}
