//! What the marks should be, in memory.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ArticleId;

/// Random numbers by a seed, so that a sequence that fails can be run again.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn throw(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((bits ^ bits >> 31) % n as u64).unwrap()
    }

    pub(super) fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.throw(from.len())].clone())
    }
}

/// A text, and the article that it is a form of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Text {
    pub(super) story: usize,
    pub(super) bytes: String,
}

impl Text {
    pub(super) fn id(&self) -> ArticleId {
        ArticleId::of(self.bytes.as_bytes(), self.bytes.len() as u64)
    }

    pub(super) fn title(&self) -> &str {
        self.bytes.lines().next().unwrap_or_default()
    }

    /// Whether it is but the beginning of an article.
    pub(super) fn is_fragment(&self) -> bool {
        self.bytes.split_whitespace().filter(|it| it.starts_with('s')).count() < 10
    }
}

/// What the library should show. Marks hang on texts; a new form of an article has those that the
/// form before it had.
#[derive(Default)]
pub(super) struct Model {
    pub(super) files: BTreeMap<String, Text>,
    pub(super) flags: BTreeMap<Text, Flags>,
    /// The forms that a text came from.
    pub(super) forms: BTreeMap<Text, BTreeSet<Text>>,
    /// What was at a path before, latest last.
    pub(super) before: BTreeMap<String, Vec<Text>>,
    /// Where files went that were renamed.
    pub(super) renamed: BTreeMap<String, String>,
}

/// Whether a text is read and whether it is starred; `None` if either is right.
pub(super) type Flags = [Option<bool>; 2];

impl Model {
    pub(super) fn flags_of(&self, text: &Text) -> Flags {
        self.flags.get(text).copied().unwrap_or([Some(false); 2])
    }

    pub(super) fn leave(&mut self, path: &str) -> Option<Text> {
        let text = self.files.remove(path)?;
        let before = self.before.entry(path.to_owned()).or_default();
        before.retain(|it| *it != text);
        before.push(text.clone());
        Some(text)
    }

    /// A text comes to a path, in place of what is there.
    pub(super) fn put(&mut self, path: &str, text: &Text) {
        self.leave(path);
        let before = self.before.get(path).into_iter().flatten().rev();
        let old = before.into_iter().find(|it| it.story == text.story).cloned();
        self.files.insert(path.to_owned(), text.clone());
        if let Some(old) = old.filter(|it| it != text) {
            self.inherit(&old, text);
        }
    }

    pub(super) fn inherit(&mut self, old: &Text, text: &Text) {
        let (had, own) = (self.flags_of(old), self.flags_of(text));
        let mut forms = self.forms.get(old).cloned().unwrap_or_default();
        let is_return = forms.contains(text);
        let now = if is_return { had } else { [either(had[0], own[0]), either(had[1], own[1])] };
        self.flags.insert(text.clone(), now);
        forms.insert(old.clone());
        self.forms.entry(text.clone()).or_default().extend(forms);
    }

    /// Whether a text is still in one place and has been edited in another, where a file may be
    /// empty or gone for the moment: which one is meant depends on what has been looked at.
    pub(super) fn is_meant_twice(&self, text: &Text, is_touched: impl Fn(&str) -> bool) -> bool {
        let is_later = |file: &Text| self.forms.get(file).is_some_and(|it| it.contains(text));
        let before = self.before.iter().filter(|(name, _)| is_touched(name));
        let lately = before.filter_map(|(_, texts)| texts.last());
        self.files.values().any(|it| it == text) && self.files.values().chain(lately).any(is_later)
    }

    /// The reader marks what a screen shows at a path, which may be a text that has just been
    /// edited: then the text that is now in that file is meant.
    pub(super) fn mark(&mut self, path: &str, shown: &Text, field: usize, value: bool) {
        self.set(shown, field, Some(value));
        if self.files.values().any(|it| it == shown) {
            return;
        }
        let mut path = path;
        while let Some(next) = self.renamed.get(path) {
            path = next;
        }
        let here = self.files.get(path).filter(|it| it.story == shown.story).cloned();
        let later = self.forms.iter().filter(|(_, forms)| forms.contains(shown));
        for text in later.map(|(text, _)| text.clone()).collect::<Vec<_>>() {
            // Of a copy that was edited the screen said nothing.
            if Some(&text) != here.as_ref() && self.flags_of(&text)[field] != Some(value) {
                self.set(&text, field, None);
            }
        }
        if let Some(text) = here {
            self.set(&text, field, Some(value));
        }
    }

    pub(super) fn set(&mut self, text: &Text, field: usize, value: Option<bool>) {
        self.flags.entry(text.clone()).or_insert([Some(false); 2])[field] = value;
    }
}

fn either(one: Option<bool>, two: Option<bool>) -> Option<bool> {
    match (one, two) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), two) => two,
        (None, _) => None,
    }
}
