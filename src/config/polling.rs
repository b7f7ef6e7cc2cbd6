//! Whether folders are checked for changes that the system does not report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which directories are checked every few seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PollingMode {
    /// Those whose changes the system does not report: on a network, in a container, or not
    /// watched.
    #[default]
    Auto,
    /// All of them.
    Always,
    /// None of them: only a rescan shows changes.
    Never,
}
