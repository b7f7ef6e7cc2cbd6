//! The library's own folder may be removed and replaced: a copy that is restored, a disk that is
//! unmounted and mounted again.

use super::{Keeper, News};
use crate::base::{Clean, wording};

impl Keeper {
    /// Checks whether the library's folder is still the one that was opened. True if another has
    /// taken its place, or if it has come back: then its content is unknown.
    pub(super) fn meet_root(&mut self, report: &mut dyn FnMut(News)) -> bool {
        match self.library.shared.root.renew() {
            Ok(is_another) => std::mem::take(&mut self.watch.is_root_gone) || is_another,
            Err(error) => {
                if !std::mem::replace(&mut self.watch.is_root_gone, true) {
                    let path = self.library.path().display();
                    let text = wording!("folder-gone", path = path, why = error.to_string());
                    report(News::Note(Clean::new(&text)));
                }
                false
            }
        }
    }
}
