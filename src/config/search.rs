//! What the settings say about searching.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Config;
use crate::query::Vocabulary;

/// How words are searched for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SearchConfig {
    /// Words find their other forms: `election` finds `elections`.
    pub stems: bool,
}

/// Sources by the name of their group.
pub type Groups = BTreeMap<String, Vec<String>>;

impl Config {
    /// What is to be known to understand queries.
    pub fn vocabulary(&self) -> Vocabulary {
        Vocabulary::new(self.search.stems, &self.groups)
    }
}
