//! Sees changes of the settings file and of the user's themes, and reads them again.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use super::{Post, Work};
use crate::{
    base::wording,
    config::{self, Source},
    runtime::looks,
    session::{Effect, Message, Notice},
};

pub(super) struct Settings {
    source: Source,
    seen: Vec<Stamp>,
    post: Post,
}

/// What tells whether a file is another than before.
type Stamp = (PathBuf, Option<SystemTime>, u64);

impl Settings {
    pub(super) fn new(source: &Source, post: &Post) -> Self {
        Self { source: source.clone(), seen: stamps(source), post: post.clone() }
    }

    /// Reads everything again. What is wrong is said, and then all stays as it was.
    fn read(&mut self) {
        let (config, mut wrong) = match self.source.read() {
            Ok(read) => read,
            Err(error) => return self.say(Notice::error(error.to_string())),
        };
        let (settings, wrong_themes) = looks::dress(config);
        wrong.extend(wrong_themes);
        if wrong.is_empty() {
            self.post.send(Message::Settings(Arc::new(settings)));
            self.say(Notice::note(wording!("settings-read")));
        }
        // The first is said last: it is the one that stays in the status line.
        for text in wrong.into_iter().rev() {
            self.say(Notice::warning(wording!("settings-wrong", why = text)));
        }
    }

    fn say(&self, notice: Notice) {
        self.post.send(Message::Notice(notice));
    }
}

impl Work<Effect> for Settings {
    /// A few times a second: a handful of files is looked at, nothing is read.
    const PATIENCE: Option<Duration> = Some(Duration::from_millis(400));

    fn take(&mut self, _batch: Vec<Effect>) {
        self.seen = stamps(&self.source);
        self.read();
    }

    fn idle(&mut self) {
        let now = stamps(&self.source);
        if now != self.seen {
            self.seen = now;
            self.read();
        }
    }
}

fn stamps(source: &Source) -> Vec<Stamp> {
    let mut stamps: Vec<Stamp> = source.file.iter().map(|(path, _)| stamp(path)).collect();
    let folder = config::themes_folder().and_then(|folder| fs::read_dir(folder).ok());
    stamps.extend(folder.into_iter().flatten().flatten().map(|entry| stamp(&entry.path())));
    stamps.sort();
    stamps
}

fn stamp(path: &Path) -> Stamp {
    let about = fs::metadata(path).ok();
    let changed = about.as_ref().and_then(|about| about.modified().ok());
    (path.to_owned(), changed, about.map_or(0, |about| about.len()))
}
