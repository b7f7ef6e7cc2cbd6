//! Opens links in the browser: http and https only, as one argument, never through a shell.

use super::{Outbox, Task};
use crate::{
    base::{Clean, wording},
    host,
    session::{Message, Notice},
};

pub(super) struct Open {
    outbox: Outbox,
}

impl Open {
    pub(super) fn new(outbox: &Outbox) -> Self {
        Self { outbox: outbox.clone() }
    }

    fn open(&self, stated: &Clean) {
        let notice = match host::open(stated) {
            Ok(url) => Notice::note(wording!("url-opened", url = url)),
            Err(error) => Notice::error(error.to_string()),
        };
        self.outbox.send(Message::Notice(notice));
    }
}

impl Task<Clean> for Open {
    fn take(&mut self, batch: Vec<Clean>) {
        for stated in batch {
            self.open(&stated);
        }
    }
}
