//! Checks folders whose changes are not reported: without a watch, on a file system that does not
//! report changes, or with symlinks, whose targets change elsewhere.
//!
//! Two looks: at the times of the folders, every few seconds, and at all that is in them, which
//! also finds files rewritten in place. Both are done in slices, and take a small share of the time
//! however slow the disk is: where a look takes long, the next one comes later.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::mpsc::Receiver,
    time::{Duration, Instant},
};

use super::{Keeper, News, Request, scan::has_changed};
use crate::{
    base::{Clean, wording},
    storage::{
        articles::print_of,
        watching::{Silent, silence_of},
    },
};

/// Whether and how often folders are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Polling {
    pub which: Polled,
    pub every: Duration,
}

/// Which folders are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polled {
    /// Those of which nobody tells.
    Silent,
    All,
    Nothing,
}

impl Polling {
    pub(super) fn is_off(self) -> bool {
        self.which == Polled::Nothing
    }
}

impl Default for Polling {
    fn default() -> Self {
        Self { which: Polled::Silent, every: Duration::from_secs(3) }
    }
}

/// The longest time before pending requests are answered.
const SLICE: Duration = Duration::from_millis(40);

/// A look at the times of folders may take a twentieth of the time, one at all files a fiftieth.
const TIMES_SHARE: u32 = 20;
const WHOLE_SHARE: u32 = 50;

/// The folders to look at, and when.
#[derive(Debug, Default)]
pub(super) struct Polls {
    unwatched: HashSet<u32>,
    silent: HashSet<u32>,
    linked: HashSet<u32>,
    /// What is known of disks, by number.
    devices: HashMap<u64, Option<Silent>>,
    /// What the folders held at the last look.
    prints: HashMap<u32, u64>,
    times: Round,
    whole: Round,
    is_said: bool,
}

/// One look at all folders, as far as it has come.
#[derive(Debug, Default)]
struct Round {
    left: Vec<u32>,
    took: Duration,
    due: Option<Instant>,
    n_done: usize,
}

impl Round {
    /// The folders for the next slice, if it is time.
    fn begin(&mut self, all: impl FnOnce() -> Vec<u32>) -> bool {
        if self.left.is_empty() && self.due.is_none_or(|due| due <= Instant::now()) {
            self.left = all();
            self.took = Duration::ZERO;
        }
        !self.left.is_empty()
    }

    /// A slice has ended.
    fn pause(&mut self, since: Instant, every: Duration, share: u32) {
        self.took += since.elapsed();
        if self.left.is_empty() {
            self.n_done += 1;
            self.due = Some(Instant::now() + every.max(self.took * share));
        }
    }

    fn wait(&self) -> Duration {
        let left = self.due.map(|due| due.saturating_duration_since(Instant::now()));
        left.filter(|_| self.left.is_empty()).unwrap_or_default()
    }
}

impl Polls {
    pub(super) fn forget(&mut self, folder: u32) {
        for set in [&mut self.unwatched, &mut self.silent, &mut self.linked] {
            set.remove(&folder);
        }
        self.prints.remove(&folder);
    }

    pub(super) fn note_unwatched(&mut self, folder: u32, is_unwatched: bool) {
        note(&mut self.unwatched, folder, is_unwatched);
    }

    pub(super) fn note_links(&mut self, folder: u32, has_links: bool) {
        note(&mut self.linked, folder, has_links);
    }

    /// Folders have other numbers now, and all of them are listed again.
    pub(super) fn renumber(&mut self) {
        *self = Self { is_said: self.is_said, ..Self::default() };
    }

    /// No look at all files has ended yet: what they held before is not known.
    pub(super) fn is_first_round(&self) -> bool {
        self.whole.n_done == 0
    }

    /// Looks at all files are still to come before it is known what they hold.
    fn is_beginning(&self) -> bool {
        self.is_first_round() && !self.all().is_empty()
    }

    /// All is to be listed by the next look, whatever was seen before.
    pub(super) fn distrust(&mut self) {
        self.prints.clear();
        self.whole.due = None;
        self.whole.n_done += 1;
    }

    fn all(&self) -> Vec<u32> {
        let all: BTreeSet<u32> =
            self.unwatched.iter().chain(&self.silent).chain(&self.linked).copied().collect();
        // Taken from the end.
        all.into_iter().rev().collect()
    }

    /// The time until folders must be checked.
    fn wait(&self) -> Option<Duration> {
        let is_idle = self.unwatched.is_empty() && self.silent.is_empty() && self.linked.is_empty();
        (!is_idle).then(|| self.times.wait().min(self.whole.wait()))
    }
}

fn note(set: &mut HashSet<u32>, folder: u32, is_in: bool) {
    if is_in {
        set.insert(folder);
    } else {
        set.remove(&folder);
    }
}

impl Keeper {
    /// The time until folders must be checked, if any must.
    pub(super) fn until_poll(&self) -> Option<Duration> {
        if self.settings.polling.is_off() || !self.settings.watches {
            return None;
        }
        self.watch.polls.wait()
    }

    /// What folders hold is still being noted: until then, a look at the files would come too early.
    pub(super) fn is_polling_first(&self) -> bool {
        self.until_poll().is_some() && self.watch.polls.is_beginning()
    }

    /// Checks a slice of the folders that are polled, if it is time.
    pub(super) fn poll(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        if self.catalogue.is_none() || self.until_poll() != Some(Duration::ZERO) {
            return;
        }
        let since = Instant::now();
        let mut changed = self.changed_times(since);
        changed.extend(self.changed_prints(since));
        if changed.is_empty() {
            return;
        }
        changed.sort_unstable();
        changed.dedup();
        self.list_folders(changed, inbox, report);
        if self.catalogue.as_ref().is_some_and(crate::storage::catalogue::Catalogue::is_ahead) {
            self.publish(report);
            self.index_soon(report);
        }
    }

    /// The folders of a slice whose times are others.
    fn changed_times(&mut self, since: Instant) -> Vec<u32> {
        let mut round = std::mem::take(&mut self.watch.polls.times);
        let mut changed = Vec::new();
        if round.begin(|| self.watch.polls.all()) {
            while since.elapsed() < SLICE
                && let Some(number) = round.left.pop()
            {
                let path = self.library.path().join(self.folder_path(number));
                let folder = self.folder(number).filter(|folder| !folder.is_gone);
                if folder.is_some_and(|folder| has_changed(folder, &path, number == 0)) {
                    changed.push(number);
                }
            }
            round.pause(since, self.settings.polling.every, TIMES_SHARE);
        }
        self.watch.polls.times = round;
        changed
    }

    /// The folders of a slice that do not hold what they held.
    fn changed_prints(&mut self, since: Instant) -> Vec<u32> {
        let mut round = std::mem::take(&mut self.watch.polls.whole);
        let is_first = round.n_done == 0;
        let mut changed = Vec::new();
        if round.begin(|| self.watch.polls.all()) {
            while since.elapsed() < 2 * SLICE
                && let Some(number) = round.left.pop()
            {
                if !self.is_live(number) {
                    continue;
                }
                let path = self.library.path().join(self.folder_path(number));
                let print = print_of(&path).unwrap_or_default();
                let polls = &mut self.watch.polls;
                let known = polls.prints.insert(number, print);
                // At the start, times and stamps are compared with the rows anyway.
                let is_known = known == Some(print) || known.is_none() && is_first;
                if !is_known || known.is_none() && self.must_list(number, &path) {
                    changed.push(number);
                }
            }
            round.pause(since, self.settings.polling.every, WHOLE_SHARE);
        }
        self.watch.polls.whole = round;
        changed
    }

    /// Whether neither the time of a folder nor the stamps of its rows tell what it holds: names
    /// come and go without a change of its time, or its links lead elsewhere.
    pub(super) fn must_list(&mut self, number: u32, path: &Path) -> bool {
        if self.folder(number).is_some_and(|folder| folder.has_links) {
            return true;
        }
        let Ok(metadata) = fs::metadata(path) else { return false };
        self.silence_at(metadata.dev(), path).is_some_and(|silent| silent.hides_names)
    }

    fn silence_at(&mut self, device: u64, path: &Path) -> Option<Silent> {
        let devices = &mut self.watch.polls.devices;
        *devices.entry(device).or_insert_with(|| silence_of(path).ok().flatten())
    }

    pub(super) fn note_device_of(
        &mut self,
        number: u32,
        path: &Path,
        report: &mut dyn FnMut(News),
    ) {
        if let Ok(metadata) = fs::metadata(path) {
            self.note_device(number, metadata.dev(), path, report);
        }
    }

    /// Notes on which disk a folder lies: whether it has to be looked at.
    pub(super) fn note_device(
        &mut self,
        number: u32,
        device: u64,
        path: &Path,
        report: &mut dyn FnMut(News),
    ) {
        let silent = self.silence_at(device, path);
        let is_all = self.settings.polling.which == Polled::All;
        note(&mut self.watch.polls.silent, number, silent.is_some() || is_all);
        let Some(silent) = silent.filter(|_| self.settings.watches) else { return };
        if std::mem::replace(&mut self.watch.polls.is_said, true) {
            return;
        }
        // Without the stroke at the end of the library's own path.
        let path: PathBuf = path.components().collect();
        let (path, kind) = (path.display(), silent.name);
        let text = if self.settings.polling.is_off() {
            wording!("watch-silent-never", path = path, kind = kind)
        } else {
            let n = self.settings.polling.every.as_secs().max(1);
            let n = usize::try_from(n).unwrap_or(usize::MAX);
            wording!("watch-silent", path = path, kind = kind, n = n)
        };
        report(News::Aside(Clean::new(&text)));
    }
}
