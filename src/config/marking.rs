//! When articles are marked as read automatically.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether moving down past articles in the list marks them read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MarkOnScroll {
    #[default]
    Never,
    /// Only with the keyboard: a wheel turns too easily.
    Keys,
    KeysAndWheel,
}
