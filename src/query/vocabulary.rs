//! What the settings say about queries.

use std::{collections::BTreeMap, sync::Arc};

use super::criterion::{Group, Name};
use crate::base::nearest;

/// What is to be known besides its text to understand a query. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Vocabulary {
    /// Words that are not in quotes find their other forms.
    pub has_forms: bool,
    groups: Arc<[Group]>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self { has_forms: true, groups: Arc::default() }
    }
}

impl Vocabulary {
    /// With groups of sources, each source written as behind `source:`.
    ///
    /// ```
    /// use dateline::query::Vocabulary;
    /// let tabloids = ("tabloids".to_owned(), vec!["The Mast".to_owned(), "Evening*".to_owned()]);
    /// let ours = Vocabulary::new(true, &[tabloids].into());
    /// assert!(ours.strict("source:@tabloids").is_ok());
    /// let error = ours.strict("source:@tabloid").unwrap_err().to_string();
    /// assert!(error.contains("tabloids"), "{error}");
    /// ```
    pub fn new(has_forms: bool, groups: &BTreeMap<String, Vec<String>>) -> Self {
        let group = |(name, members): (&String, &Vec<String>)| {
            let members = members.iter().map(|member| Name::written(member, false));
            Group { name: name.as_str().into(), members: members.collect() }
        };
        Self { has_forms, groups: groups.iter().map(group).collect() }
    }

    /// The group of a name in any case.
    pub(super) fn group(&self, name: &str) -> Option<&Group> {
        let name = name.to_lowercase();
        self.groups.iter().find(|group| group.name.to_lowercase() == name)
    }

    /// The name of a group that was probably meant.
    pub(super) fn nearest_group(&self, name: &str) -> Option<&str> {
        let name = name.to_lowercase();
        let begun = self.groups.iter().find(|group| group.name.to_lowercase().starts_with(&name));
        let near = || nearest(&name, self.groups.iter().map(|group| &*group.name));
        begun.map(|group| &*group.name).or_else(near)
    }
}
