//! Which earlier text a file's text came from: by an edit, a move, both at once, or not at all.
//!
//! What left and what came is gathered while a batch of files is entered, and taken into the marks
//! in one transaction before anybody sees the new rows. A text at a path is compared with what was
//! there last, live or remembered; a text at a new path with texts that are gone. A text that is
//! still in place passes nothing on.

use std::collections::{HashMap, HashSet};

use super::Keeper;
use crate::{
    domain::{ArticleId, Mark, Seq},
    marks::database::{Edit, PathKey, Place, Remembered, Settling},
    storage::catalogue::Record,
};

/// Texts that left, kept in memory to be found again; the older half goes when there are more.
const MAX_GONE: usize = 20_000;

/// Ids that left, kept to tell a moved file from a new one.
const MAX_LEFT_IDS: usize = 1 << 20;

/// New texts of one pass that may turn out to be renamed: their old places are met later in it.
const MAX_UNMATCHED: usize = 50_000;

/// How long a text that left its path is searched for at other paths, over restarts: a week.
const GONE_SECONDS: i64 = 7 * 24 * 3600;

/// Texts with a word in common that are compared.
const MAX_ALIKE: usize = 64;

/// Share of the words from which a text elsewhere is the same article under another title.
const SURELY_SAME: f64 = 0.8;

/// A text that left a path, or came to one.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) place: Place,
    /// The number of the file on its disk; 0 where it is not known.
    pub(super) inode: u64,
}

impl Text {
    /// Whether both were in the same file, as far as its number tells.
    fn is_file_of(&self, other: &Self) -> bool {
        self.inode != 0 && self.inode == other.inode
    }
}

/// A text that came to a path.
#[derive(Debug)]
struct Came {
    text: Text,
    /// Whether the library held it already, elsewhere.
    was_known: bool,
}

impl Came {
    fn edit_of(&self, old: ArticleId) -> Edit {
        Edit { old, new: self.text.place.id, was_known: self.was_known, latest: old }
    }
}

/// What is known of texts that came and went.
#[derive(Default)]
pub(super) struct Lineage {
    /// Of the batch at hand.
    left: Vec<Text>,
    came: Vec<Came>,
    /// Rows of the batch whose marks are to be shown.
    pub(super) rows: Vec<(Seq, ArticleId)>,
    gone: Texts,
    /// New texts of the pass at hand.
    unmatched: Texts,
    left_ids: HashSet<ArticleId>,
    /// What could not be written to the marks yet.
    pending: Vec<Settling>,
    /// Whether texts that left in earlier runs are known.
    has_loaded: bool,
}

impl Lineage {
    /// Begins another pass over what changed.
    pub(super) fn begin(&mut self) {
        self.unmatched = Texts::default();
    }

    /// Texts without a place that nothing followed at their paths are searched for elsewhere.
    fn let_go(&mut self, left: &[Text], gone: &HashSet<ArticleId>, followed: &HashSet<ArticleId>) {
        for text in left {
            if gone.contains(&text.place.id) && !followed.contains(&text.place.id) {
                self.gone.add(text.clone());
            }
        }
    }
}

impl Keeper {
    /// Notes that the text of a row is no longer at its path.
    pub(super) fn note_left(&mut self, record: &Record) {
        let path = self.folder_path(record.folder);
        let Some(catalogue) = &mut self.catalogue else { return };
        // What cannot be read is found damaged elsewhere.
        let Ok(strings) = catalogue.strings(record) else { return };
        let place = Place {
            path: PathKey::of(&path.join(&strings.name)),
            id: record.id,
            sketch: strings.sketch,
        };
        self.known.lineage.left.push(Text { place, inode: record.stamp.inode });
    }

    /// Notes that a text came to a path.
    pub(super) fn note_came(&mut self, text: Text, was_known: bool) {
        self.known.lineage.came.push(Came { text, was_known });
    }

    /// Takes what left and what came into the marks, and shows them in the new rows.
    pub(super) fn settle(&mut self) {
        let left = std::mem::take(&mut self.known.lineage.left);
        let came = std::mem::take(&mut self.known.lineage.came);
        let rows = std::mem::take(&mut self.known.lineage.rows);
        self.marks.come_along();
        if !left.is_empty() || !came.is_empty() {
            let batch = self.trace(left, came);
            self.known.lineage.pending.push(batch);
            self.settle_pending();
        }
        if let Some(marks) = self.marks.marks() {
            // The bits are made again from all marks whenever they are in doubt.
            let _ = self.library.mark_new(&rows, marks);
        }
    }

    /// Writes what is still to be written to the marks; false if that may succeed later.
    pub(super) fn settle_pending(&mut self) -> bool {
        while let Some(batch) = self.known.lineage.pending.first() {
            match self.marks.settle(batch) {
                Ok(changes) => {
                    for change in &changes {
                        // Told to readers by the log of marks, as another instance's change.
                        let _ = self.library.show_marks(change);
                        if change.mark == Mark::Changed && change.value {
                            self.progress.arrivals.n_changed += change.ids.len();
                        }
                    }
                    self.known.lineage.pending.remove(0);
                }
                Err(_) => return false,
            }
        }
        true
    }

    /// Finds out which texts are edited forms of which.
    fn trace(&mut self, left: Vec<Text>, came: Vec<Came>) -> Settling {
        let mut gone = self.without_place(&left);
        let mut batch =
            Settling { change_unreads: self.settings.change_unreads, ..Settling::default() };
        let remembered = self.remembered_at(&came);
        let mut at_path: HashMap<PathKey, Vec<&Text>> = HashMap::new();
        for text in &left {
            at_path.entry(text.place.path).or_default().push(text);
        }
        if MAX_LEFT_IDS < self.known.lineage.left_ids.len() + left.len() {
            self.known.lineage.left_ids.clear();
        }
        self.known.lineage.left_ids.extend(left.iter().map(|it| it.place.id));
        let new_ids: HashSet<ArticleId> =
            came.iter().filter(|it| !it.was_known).map(|it| it.text.place.id).collect();
        let mut followed = HashSet::new();
        let mut elsewhere = Vec::new();
        for (came, remembered) in came.iter().zip(&remembered) {
            let here = at_path.get(&came.text.place.path).map_or(&[][..], Vec::as_slice);
            let latest = self.latest(came, here, remembered);
            match self.predecessors(came, here, remembered) {
                Some(olds) if !olds.is_empty() || came.was_known => {
                    for old in olds {
                        followed.insert(old);
                        let latest = latest.unwrap_or(old);
                        // A copy that came along with it says nothing of what it was before.
                        let was_known = came.was_known && !new_ids.contains(&came.text.place.id);
                        batch.edits.push(Edit { was_known, latest, ..came.edit_of(old) });
                    }
                }
                Some(_) => elsewhere.push((came, latest)),
                None => {
                    self.known.lineage.gone.forget(came.text.place.id);
                }
            }
        }
        self.known.lineage.let_go(&left, &gone, &followed);
        let in_file: HashMap<u64, &Text> =
            left.iter().filter(|it| it.inode != 0).map(|it| (it.inode, it)).collect();
        let left_ids: HashSet<ArticleId> = left.iter().map(|it| it.place.id).collect();
        for (came, latest) in elsewhere {
            if left_ids.contains(&came.text.place.id) {
                // It was only moved.
                self.progress.arrivals.n_moved += 1;
                continue;
            }
            if let Some(old) = self.origin(&came.text, in_file.get(&came.text.inode).copied()) {
                followed.insert(old);
                batch.edits.push(Edit { latest: latest.unwrap_or(old), ..came.edit_of(old) });
            }
        }
        batch.edits.extend(self.renamed_before(&left, &mut followed));
        for old in followed {
            self.known.lineage.gone.forget(old);
            if !self.has_place(old) {
                gone.insert(old);
            }
        }
        batch.gone = gone.into_iter().collect();
        batch.left = left.into_iter().map(|text| text.place).collect();
        batch.came = came.into_iter().map(|came| came.text.place).collect();
        batch
    }

    /// What became of texts that left and whose files were met before, under their new names.
    fn renamed_before(&mut self, left: &[Text], followed: &mut HashSet<ArticleId>) -> Vec<Edit> {
        let mut edits = Vec::new();
        for text in left {
            let old = text.place.id;
            if followed.contains(&old) {
                continue;
            }
            let Some(new) = self.known.lineage.unmatched.take_like(text) else { continue };
            if !self.known.lineage.left_ids.contains(&new.place.id) {
                let arrivals = &mut self.progress.arrivals;
                arrivals.n_new = arrivals.n_new.saturating_sub(1);
                arrivals.n_moved += 1;
            }
            followed.insert(old);
            if new.place.id != old {
                edits.push(Came { text: new, was_known: false }.edit_of(old));
            }
        }
        edits
    }

    /// The ids among those that left that no live row has.
    fn without_place(&self, left: &[Text]) -> HashSet<ArticleId> {
        left.iter().map(|it| it.place.id).filter(|id| !self.has_place(*id)).collect()
    }

    /// Whether a row holds the text; also where that cannot be told.
    fn has_place(&self, id: ArticleId) -> bool {
        self.library.with_ids(|ids| ids.get(id).is_some()).unwrap_or(true)
    }

    fn remembered_at(&self, came: &[Came]) -> Vec<Vec<Remembered>> {
        let paths: Vec<PathKey> = came.iter().map(|it| it.text.place.path).collect();
        self.marks.remembered_at(&paths)
    }

    /// The last text at the path of one that came, like it or not.
    fn latest(&self, came: &Came, here: &[&Text], remembered: &[Remembered]) -> Option<ArticleId> {
        let there = remembered.iter().find(|it| it.is_there).map(|it| it.place.id);
        let lately = self.known.lineage.gone.at(came.text.place.path).map(|it| it.place.id);
        let before = remembered.first().map(|it| it.place.id);
        there.or_else(|| here.first().map(|it| it.place.id)).or(lately).or(before)
    }

    /// The texts at its path that one which came is an edited form of, latest first: the last one
    /// may have been but a fragment of those before. `None` if it is the text that was there.
    fn predecessors(
        &self,
        came: &Came,
        here: &[&Text],
        remembered: &[Remembered],
    ) -> Option<Vec<ArticleId>> {
        let text = &came.text;
        let lately = self.known.lineage.gone.at(text.place.path).into_iter();
        let (there, before): (Vec<_>, Vec<_>) = remembered.iter().partition(|it| it.is_there);
        let candidates = there
            .iter()
            .map(|it| &it.place)
            .chain(here.iter().copied().chain(lately).map(|it| &it.place))
            .chain(before.iter().map(|it| &it.place));
        let mut olds = Vec::new();
        for old in candidates {
            if old.id == text.place.id {
                return (!olds.is_empty()).then_some(olds);
            }
            if old.sketch.is_same_article(&text.place.sketch) && !olds.contains(&old.id) {
                olds.push(old.id);
            }
        }
        Some(olds)
    }

    /// The text elsewhere that one at a new path comes from. Counts it as new or moved.
    fn origin(&mut self, text: &Text, same_file: Option<&Text>) -> Option<ArticleId> {
        let id = text.place.id;
        let has_left = self.known.lineage.left_ids.contains(&id);
        // Of a text that had become another, an older form may come back under another name.
        let is_back = self.known.lineage.gone.forget(id);
        let old = if is_back { None } else { self.renamed_from(text, same_file) };
        let arrivals = &mut self.progress.arrivals;
        let is_moved = has_left || old.is_some();
        *if is_moved { &mut arrivals.n_moved } else { &mut arrivals.n_new } += 1;
        old
    }

    /// The text that is gone and that this one, at a new path, is an edited form of.
    fn renamed_from(&mut self, text: &Text, same_file: Option<&Text>) -> Option<ArticleId> {
        // While everything is read for the first time, nothing is newer than what left.
        if !self.library.is_complete() {
            return None;
        }
        if let Some(old) = same_file.filter(|old| is_renamed(old, text)) {
            return Some(old.place.id);
        }
        if !std::mem::replace(&mut self.known.lineage.has_loaded, true) {
            self.load_gone();
        }
        while let Some(old) = self.known.lineage.gone.take_like(text) {
            if !self.has_place(old.place.id) {
                return Some(old.place.id);
            }
        }
        if self.known.lineage.unmatched.len() < MAX_UNMATCHED {
            self.known.lineage.unmatched.add(text.clone());
        }
        None
    }

    /// Brings back what left in earlier runs.
    fn load_gone(&mut self) {
        let limit = u32::try_from(MAX_GONE / 2).unwrap_or(u32::MAX);
        let gone = self.marks.gone(GONE_SECONDS, limit);
        let known: HashSet<ArticleId> = self.known.lineage.left_ids.clone();
        for place in gone.into_iter().rev().filter(|it| !known.contains(&it.id)) {
            self.known.lineage.gone.add(Text { place, inode: 0 });
        }
    }
}

/// Whether a text that came elsewhere is the one that is gone, renamed and edited.
fn is_renamed(old: &Text, new: &Text) -> bool {
    let (one, two) = (&old.place.sketch, &new.place.sketch);
    let has_same_file = old.is_file_of(new);
    // The number of a file is given to another one soon, so it decides nothing alone.
    if has_same_file {
        return one.is_same_article(two);
    }
    let share = one.share(two);
    SURELY_SAME <= share || one.has_same_title(two) && 0.5 <= share || one.is_fragment(two)
}

/// Texts that are searched for by their likeness.
#[derive(Debug, Default)]
struct Texts {
    slots: Vec<Option<Text>>,
    by_key: HashMap<u32, Vec<usize>>,
    by_path: HashMap<PathKey, usize>,
    by_id: HashMap<ArticleId, usize>,
}

impl Texts {
    fn len(&self) -> usize {
        self.slots.len()
    }

    fn add(&mut self, text: Text) {
        if MAX_GONE.max(MAX_UNMATCHED) <= self.slots.len() {
            let texts = std::mem::take(self).slots;
            let n_texts = texts.len();
            texts.into_iter().skip(n_texts / 2).flatten().for_each(|text| self.add(text));
        }
        let slot = self.slots.len();
        for key in text.place.sketch.keys() {
            self.by_key.entry(key).or_default().push(slot);
        }
        self.by_path.insert(text.place.path, slot);
        self.by_id.insert(text.place.id, slot);
        self.slots.push(Some(text));
    }

    /// The last one at a path.
    fn at(&self, path: PathKey) -> Option<&Text> {
        self.slots.get(*self.by_path.get(&path)?)?.as_ref()
    }

    /// Whether it was there.
    fn forget(&mut self, id: ArticleId) -> bool {
        let text = self.by_id.remove(&id).and_then(|slot| self.slots[slot].take());
        text.is_some_and(|text| text.place.id == id)
    }

    /// Takes out the text that is most like this one, if it is the same article.
    fn take_like(&mut self, text: &Text) -> Option<Text> {
        let keys = text.place.sketch.keys();
        let with_key = |key| self.by_key.get(key).map_or(&[][..], Vec::as_slice);
        // Thousands may have the same title.
        let mut slots: Vec<usize> = keys
            .iter()
            .flat_map(|key| with_key(key).iter().rev().take(MAX_ALIKE))
            .copied()
            .collect();
        slots.sort_unstable();
        slots.dedup();
        let (slot, _) = slots
            .into_iter()
            .filter_map(|slot| self.slots[slot].as_ref().map(|it| (slot, it)))
            .filter(|(_, it)| is_renamed(it, text))
            .max_by(|(_, one), (_, two)| likeness(one, text).total_cmp(&likeness(two, text)))?;
        self.slots[slot].take()
    }
}

/// How similar two texts are; the same file comes first.
fn likeness(one: &Text, two: &Text) -> f64 {
    let has_same_file = one.is_file_of(two);
    one.place.sketch.share(&two.place.sketch) + if has_same_file { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests;
