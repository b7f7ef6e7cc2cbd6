//! What one run keeps for the next, as it stands on disk: the session of a library, and the habits
//! of its reader.
//!
//! Every field has a default, so that what an older version kept is read, and what a newer one kept
//! is read as far as it is known.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Layout;

/// The session as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Kept {
    pub library: KeptList,
    /// While the results of a search were shown.
    pub search: Option<KeptSearch>,
    pub article: Option<KeptArticle>,
    pub selection: Option<KeptSelection>,
    /// Where it is not as the settings have it.
    pub layout: Option<Layout>,
}

/// A list and one's place in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct KeptList {
    pub view: String,
    pub order: String,
    pub is_reversed: bool,
    /// The folded days, as [`crate::domain::Folds`] write themselves.
    pub folded: String,
    /// `None` if nobody had moved in it: such a list starts at its top.
    pub place: Option<KeptPlace>,
}

/// The cursor of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct KeptPlace {
    pub id: String,
    /// The row where the article was: it is searched for only if another article is there now.
    pub row: usize,
    /// Lines between the top of the screen and the cursor.
    pub line: usize,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct KeptSearch {
    pub text: String,
    pub list: KeptList,
}

/// The article in the reader; how far it was scrolled is kept with its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct KeptArticle {
    pub id: String,
    /// Whether it took the keys, and not the list.
    pub is_in_front: bool,
}

/// The numbers of the articles selected, and the catalogue that they are of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct KeptSelection {
    pub catalogue: u64,
    pub articles: Vec<u32>,
}

/// What comes back at every start, whichever library is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Habits {
    /// Lines of each prompt, oldest first.
    pub commands: Vec<String>,
    pub searches: Vec<String>,
    pub found: Vec<String>,
    pub filters: Vec<String>,
    /// Commands run from the palette, by name.
    pub palette: Vec<String>,
    pub theme: Option<Chosen>,
    /// By the names of the settings.
    pub text: BTreeMap<String, Chosen>,
}

/// A choice, and what the settings said when it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Chosen {
    pub stated: String,
    pub chosen: String,
}
