//! Opens addresses in the browser: http and https only, as one argument, never through a shell.

use super::{Post, Work};
use crate::{
    base::{Clean, wording},
    host,
    session::{Message, Notice},
};

pub(super) struct Open {
    post: Post,
}

impl Open {
    pub(super) fn new(post: &Post) -> Self {
        Self { post: post.clone() }
    }

    fn open(&self, stated: &Clean) {
        let notice = match host::open(stated) {
            Ok(url) => Notice::note(wording!("url-opened", url = url)),
            Err(error) => Notice::error(error.to_string()),
        };
        self.post.send(Message::Notice(notice));
    }
}

impl Work<Clean> for Open {
    fn take(&mut self, batch: Vec<Clean>) {
        for stated in batch {
            self.open(&stated);
        }
    }
}
