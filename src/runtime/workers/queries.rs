//! Reads files of queries.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use super::{Outbox, Task};
use crate::{
    base::{Clean, paths::escaped, wording},
    session::{Generation, Message, PaneMessage, QueryFile, Vocabulary},
};

/// Larger files are not lists of queries.
const MOST_BYTES: u64 = 1 << 20;

pub(super) struct Queries {
    outbox: Outbox,
}

impl Queries {
    pub(super) fn new(outbox: &Outbox) -> Self {
        Self { outbox: outbox.clone() }
    }
}

/// A file to read, as it was typed.
pub(super) type Wanted = (Generation, PathBuf, Vocabulary);

impl Task<Wanted> for Queries {
    fn take(&mut self, batch: Vec<Wanted>) {
        for (generation, path, vocabulary) in batch {
            let result = read(&path, &vocabulary).map_err(|why| Clean::new(&why));
            self.outbox.send(Message::Pane(PaneMessage::Queries { generation, result }));
        }
    }
}

fn read(path: &Path, vocabulary: &Vocabulary) -> Result<QueryFile, String> {
    let home = std::env::home_dir().zip(path.strip_prefix("~").ok());
    let path = home.map_or_else(|| path.to_owned(), |(home, rest)| home.join(rest));
    let name = escaped(&path);
    let mut bytes = Vec::new();
    let read = File::open(&path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    match read {
        Ok(_) => QueryFile::of_bytes(bytes, &name, vocabulary),
        Err(why) => {
            let said = wording!("cli-cannot-read", path = name.to_string());
            Err(format!("{said}: {why}"))
        }
    }
}
