//! Files that came, went and changed, as the marks take them in: one transaction a batch, before
//! the catalogue speaks of it.
//!
//! An edited article's marks go over to the new text; a text that left its path is remembered
//! there if it carries anything. Marks are never taken from a text that another file may hold,
//! with one exception: where an edit is taken back, the old text gets the marks that its edited
//! form had last, also those that it lost.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::{Connection, Result, params};

use super::{
    connection::{LibraryKey, Marks, Sync},
    error::MarksError,
    flags::{carried, turn},
    kinds::{kind, known, number_of},
    log::{append, newest, prune},
    places::{Place, carries_anything, has_position, leave, prune_places, remember, remembered},
    versions::{is_older_form, pair},
};
use crate::base::wording;
use crate::domain::{Applied, ArticleId, Mark};

/// Rows written before it is looked whether there are too many.
const PRUNE_EVERY: usize = 4096;

/// A batch of what happened to files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settling {
    /// Texts that left a path, whatever is there now.
    pub left: Vec<Place>,
    /// Texts that came to a path, edited or not.
    pub came: Vec<Place>,
    /// Texts that have no path any more.
    pub gone: Vec<ArticleId>,
    pub edits: Vec<Edit>,
    /// Whether an article whose file changes becomes unread.
    pub change_unreads: bool,
}

/// That one text is the edited form of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    pub old: ArticleId,
    pub new: ArticleId,
    /// Whether the new text was in the library already, with marks of its own.
    pub was_known: bool,
    /// The last text at the path. If that is a later form of the old one, such as a fragment that
    /// was being written, the marks are taken from it.
    pub latest: ArticleId,
}

impl Marks {
    /// Takes in a batch, all or nothing. Returns the marks that changed: they are in the log but
    /// not in the history, so that undo passes over them. Writes only where there is something.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`].
    pub fn settle(&mut self, batch: &Settling) -> Result<Vec<Applied>, MarksError> {
        if !self.read(wording!("marks-read"), |db| needs_writing(db, self.library, batch))? {
            return Ok(Vec::new());
        }
        self.write(wording!("marks-carry"), Sync::AtOnce, |db, library| {
            let mut n_written = 0;
            for place in &batch.left {
                if carries_anything(db, place.id)? {
                    remember(db, library, place, false)?;
                    n_written += 1;
                } else {
                    leave(db, library, place.path)?;
                }
            }
            n_written += note_arrivals(db, library, batch)?;
            let mut turned = Turned::of(library);
            let gone: HashSet<ArticleId> = batch.gone.iter().copied().collect();
            let log = newest(db)?;
            for carrying in carryings(db, &batch.edits)? {
                let Carrying { old, new, .. } = carrying;
                carry(db, &carrying, batch.change_unreads, &mut turned)?;
                pair(db, old, new, gone.contains(&old), log)?;
            }
            note_pairs(db, batch)?;
            if 0 < n_written {
                prune_places(db, library, n_written, PRUNE_EVERY)?;
            }
            turned.log(db)
        })
    }
}

/// Whether anything in the batch concerns what is kept.
fn needs_writing(db: &Connection, library: LibraryKey, batch: &Settling) -> Result<bool> {
    if !batch.edits.is_empty() {
        return Ok(true);
    }
    for place in &batch.left {
        if carries_anything(db, place.id)? || !remembered(db, library, place.path)?.is_empty() {
            return Ok(true);
        }
    }
    let mut places = db.prepare_cached("SELECT 1 FROM places WHERE library = ?1 AND path = ?2")?;
    let has_places: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM places WHERE library = ?1)")?
        .query_row([library.0], |row| row.get(0))?;
    for place in batch.came.iter().filter(|_| has_places) {
        if places.exists(params![library.0, place.path.0])? {
            return Ok(true);
        }
    }
    let mut versions = db.prepare_cached("SELECT 1 FROM versions WHERE old = ?1")?;
    let has_versions = db.prepare_cached("SELECT 1 FROM versions LIMIT 1")?.exists([])?;
    let moved = batch.gone.iter().chain(batch.came.iter().map(|it| &it.id));
    for id in moved.filter(|_| has_versions) {
        if versions.exists([id.0])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Keeps what is remembered of paths in step with what came to them.
fn note_arrivals(db: &Connection, library: LibraryKey, batch: &Settling) -> Result<usize> {
    let edited: HashSet<ArticleId> = batch.edits.iter().map(|edit| edit.new).collect();
    let mut n_written = 0;
    for place in &batch.came {
        let known = remembered(db, library, place.path)?;
        // An edit must be known again after a crash; so must a text that has come back.
        if edited.contains(&place.id) || known.iter().any(|it| it.place.id == place.id) {
            remember(db, library, place, true)?;
            n_written += 1;
        } else if known.iter().any(|it| it.is_there) {
            leave(db, library, place.path)?;
        }
    }
    Ok(n_written)
}

/// Notes which old forms have a place and which do not.
fn note_pairs(db: &Connection, batch: &Settling) -> Result<()> {
    let mut note =
        db.prepare_cached("UPDATE versions SET is_left = ?2 WHERE old = ?1 AND is_left <> ?2")?;
    for id in &batch.gone {
        note.execute(params![id.0, true])?;
    }
    for place in &batch.came {
        note.execute(params![place.id.0, false])?;
    }
    Ok(())
}

/// What goes over from one text to another.
struct Carrying {
    old: ArticleId,
    new: ArticleId,
    how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// The new text keeps what it has.
    Onward,
    /// The new text is the one before an edit that is undone: marks removed in the meantime stay
    /// removed.
    Back,
    /// As [`How::Back`], where something has gone over already.
    BackAlso,
}

/// What goes over, each pair once.
fn carryings(db: &Connection, edits: &[Edit]) -> Result<Vec<Carrying>> {
    let (mut pairs, mut returned) = (Vec::new(), HashSet::new());
    let mut olds: HashMap<ArticleId, Vec<ArticleId>> = HashMap::new();
    for Edit { old, new, was_known, latest } in edits {
        let old = if is_older_form(db, *old, *latest)? { *latest } else { *old };
        let olds = olds.entry(*new).or_default();
        let mut has_gone_on = olds.contains(&old);
        for later in olds.iter() {
            // What it carried went over to a later form, where it may have been taken away.
            has_gone_on = has_gone_on || is_older_form(db, old, *later)?;
        }
        if has_gone_on {
            continue;
        }
        if !was_known && is_older_form(db, *new, old)? {
            returned.insert(*new);
        }
        olds.push(old);
        pairs.push((old, *new));
    }
    let mut begun = HashSet::new();
    let mut how_of = |new| match (returned.contains(&new), begun.insert(new)) {
        (false, _) => How::Onward,
        (true, true) => How::Back,
        (true, false) => How::BackAlso,
    };
    Ok(pairs.into_iter().map(|(old, new)| Carrying { old, new, how: how_of(new) }).collect())
}

/// Gives the new text what the old one carried.
fn carry(
    db: &Connection,
    carrying: &Carrying,
    change_unreads: bool,
    turned: &mut Turned,
) -> Result<()> {
    let Carrying { old, new, how } = *carrying;
    let had = carried(db, old)?;
    let is_return = how != How::Onward;
    let becomes_unread = change_unreads && !is_return;
    if had.has(Mark::Read) && !becomes_unread {
        turned.turn(db, Mark::Read, true, new)?;
    } else if how == How::Back && !(change_unreads && had.has(Mark::Changed)) {
        turned.turn(db, Mark::Read, had.has(Mark::Read), new)?;
    }
    for mark in known().filter(|mark| kind(*mark).is_decided && *mark != Mark::Read) {
        if had.has(mark) || how == How::Back {
            turned.turn(db, mark, had.has(mark), new)?;
        }
    }
    if !is_return && (!had.is_empty() || has_position(db, old)?) {
        turned.turn(db, Mark::Changed, true, new)?;
    }
    db.prepare_cached(if how == How::Back {
        "INSERT OR REPLACE INTO positions SELECT ?2, paragraph, byte FROM positions WHERE id = ?1"
    } else {
        "INSERT OR IGNORE INTO positions SELECT ?2, paragraph, byte FROM positions WHERE id = ?1"
    })?
    .execute([old.0, new.0])?;
    Ok(())
}

/// The marks that a batch changes, each with what it is in the end.
struct Turned {
    library: LibraryKey,
    marks: BTreeMap<(i64, ArticleId), (Mark, bool)>,
}

impl Turned {
    fn of(library: LibraryKey) -> Self {
        Self { library, marks: BTreeMap::new() }
    }

    fn turn(&mut self, db: &Connection, mark: Mark, value: bool, id: ArticleId) -> Result<()> {
        if turn(db, self.library, mark, value, &[id])?.is_empty() {
            return Ok(());
        }
        let key = (number_of(mark), id);
        // Turned there and back is not turned.
        if self.marks.remove(&key).is_none() {
            self.marks.insert(key, (mark, value));
        }
        Ok(())
    }

    fn log(self, db: &Connection) -> Result<Vec<Applied>> {
        let mut changes: BTreeMap<(i64, bool), (Mark, Vec<ArticleId>)> = BTreeMap::new();
        for ((number, id), (mark, value)) in self.marks {
            changes.entry((number, !value)).or_insert((mark, Vec::new())).1.push(id);
        }
        let mut done = Vec::new();
        for ((_, is_taken), (mark, ids)) in changes {
            let applied = append(db, Applied { log: 0, mark, value: !is_taken, ids }, None)?;
            prune(db, self.library, &applied)?;
            done.push(applied);
        }
        Ok(done)
    }
}
