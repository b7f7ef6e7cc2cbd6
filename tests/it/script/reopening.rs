//! Articles whose files change just as they are opened.

use dateline::{
    domain::{Arrivals, Mark},
    session::Message,
};

use super::{Articles, Script, corpus};

const TITLE: &str = "Harbour bridge reopens after nine months of repairs";

/// The first article is rewritten while the list shows its old form.
fn rewritten() -> Script {
    let script = Script::growing(&Articles::new(corpus()), 80, 24);
    let text = format!("{TITLE}\n20260304\nhttps://tidewater.example/0\nIts bolts are loose.\n");
    script.library.write("00000.txt", &text);
    script
}

impl Script {
    fn read_and_tell(mut self) -> Self {
        self.library.add([]);
        self.tell(Message::Changed(Arrivals::default()))
    }

    fn has_read_the_first(&self) -> bool {
        self.library.numbers(|it| it.has(Mark::Read)).contains(&0)
    }
}

#[test]
fn an_article_that_changed_as_it_was_opened_is_shown_once_it_has_been_read() {
    let script = rewritten().press("<enter>").shows("is being read again");
    // Nothing has been read yet, and that is not said twice.
    let n_said = |script: &Script| script.app.session().said.notices.kept.len();
    let n_before = n_said(&script);
    let script = script.tell(Message::Changed(Arrivals::default())).shows("is being read again");
    assert_eq!(n_said(&script), n_before);
    let script = script.read_and_tell();
    let script = script.shows("Its bolts are loose.").hides("is being read again");
    assert!(script.has_read_the_first());
    script.press("q").at(TITLE);
}

#[test]
fn an_article_that_was_read_again_already_is_opened_by_its_file() {
    let mut script = rewritten();
    script.library.add([]);
    let script = script.press("<enter>").shows("Its bolts are loose.");
    assert!(script.has_read_the_first());
}

#[test]
fn nothing_is_opened_again_for_a_reader_who_has_left() {
    let script = rewritten().press("<enter>q").read_and_tell().hides("Its bolts are loose.");
    let script = script.press("j<enter>").shows("Owls return").shows("First paragraph.");
    script.read_and_tell().shows("Owls return").hides("Its bolts are loose.");
}
