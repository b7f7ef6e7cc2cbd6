//! Sees changes of the settings file and of the user's themes, and reads them again.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use super::{Outbox, Task};
use crate::{
    base::wording,
    config::{self, SettingsSource, themes::AUTO_THEME},
    host,
    runtime::{
        themes::{self, Origin},
        wake::Wake,
    },
    session::{Message, Notice, SettingsRequest},
};

pub(super) struct Settings {
    origin: Origin,
    seen: Vec<Stamp>,
    outbox: Outbox,
}

/// What tells whether a file is another than before.
type Stamp = (PathBuf, Option<SystemTime>, u64);

impl Settings {
    pub(super) fn new(origin: &Origin, outbox: &Outbox) -> Self {
        Self { origin: origin.clone(), seen: stamps(&origin.source), outbox: outbox.clone() }
    }

    /// Reads everything again. What is wrong is said, and then all stays as it was.
    fn read(&mut self, said: &str) {
        let (config, mut wrong) = match self.origin.source.read() {
            Ok(read) => read,
            Err(error) => return self.say(Notice::error(error.to_string())),
        };
        if config.theme.name == AUTO_THEME {
            self.tell_background();
        }
        let (settings, wrong_themes) = themes::with_themes(config, self.origin.capabilities);
        wrong.extend(wrong_themes);
        if wrong.is_empty() {
            self.outbox.send(Message::Settings(Arc::new(settings)));
            self.say(Notice::note(said));
        }
        // The first is shown last: it is the one that stays in the status line.
        for text in wrong.into_iter().rev() {
            self.say(Notice::warning(wording!("settings-wrong", why = text)));
        }
    }

    /// Starts the editor; what it changes is seen as any change is.
    fn edit(&self) {
        let stated = self.origin.source.file.as_ref().map(|(path, _)| path.clone());
        let path = stated.or_else(config::usual_path).ok_or(wording!("cli-no-home").to_owned());
        let editor = path.and_then(|path| host::editor(&path, host::variable));
        match editor {
            // A send fails only when the loop has ended.
            Ok(editor) => drop(self.outbox.wakes.send(Wake::TakeOver(Box::new(editor)))),
            Err(why) => self.say(Notice::warning(why)),
        }
    }

    /// Reports the current guess of the background; the terminal's answer follows.
    fn tell_background(&mut self) {
        let background = &self.origin.background;
        self.origin.was_light = background.is_light();
        self.outbox.send(Message::Background {
            is_light: themes::is_light_or_wanted(self.origin.capabilities, background),
        });
    }

    fn say(&self, notice: Notice) {
        self.outbox.send(Message::Notice(notice));
    }
}

impl Task<SettingsRequest> for Settings {
    /// A few times a second: a handful of files is looked at, nothing is read.
    const PATIENCE: Option<Duration> = Some(Duration::from_millis(400));

    fn take(&mut self, batch: Vec<SettingsRequest>) {
        for request in batch {
            match request {
                SettingsRequest::AskBackground => self.tell_background(),
                SettingsRequest::Edit => self.edit(),
                SettingsRequest::Read => {
                    self.seen = stamps(&self.origin.source);
                    self.read(wording!("settings-read"));
                }
            }
        }
    }

    fn idle(&mut self) {
        let now = stamps(&self.origin.source);
        if now != self.seen {
            self.seen = now;
            self.read(wording!("settings-read"));
        } else if self.origin.background.is_light() != self.origin.was_light {
            // The terminal has answered late.
            self.tell_background();
        }
    }
}

fn stamps(source: &SettingsSource) -> Vec<Stamp> {
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
