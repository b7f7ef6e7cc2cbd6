//! Nothing is called missing while files are being read.

use dateline::{
    domain::{Arrivals, Extent},
    session::{LibraryStatus, Message, Progress},
};

use super::{Articles, Script, corpus};

fn reading(what: &'static str, n_done: usize, n_total: Option<usize>) -> Message {
    let progress = Some(Progress { what, n_done, n_total, seconds_left: None });
    Message::Status(LibraryStatus { progress, ..LibraryStatus::default() })
}

/// A library of which these articles have been read so far.
fn partial(extent: Extent, n_read: usize) -> Script {
    let mut articles = Articles::new(corpus().into_iter().take(n_read).collect());
    articles.extent = Some(extent);
    Script::growing(&articles, 80, 24)
}

#[test]
fn a_search_without_hits_says_how_much_has_been_read_and_hits_come_by_themselves() {
    let script = partial(Extent::SoFar, 1).press("/night");
    let script =
        script.hides("No matching articles").hides("0 hits").shows("none yet · looking for");
    let script = script.tell(reading("reading", 1_200, None));
    let script = script.shows("none yet · 1,200 files read so far").shows("appear here as files");
    let script = script.tell(reading("reading", 1_000, Some(5_000)));
    let mut script = script.shows("none yet · 20% of the files read");
    insta::assert_snapshot!("search_while_reading_80x24", script.screen());
    let turned = script.screen();
    script = script.tell(reading("reading", 1_064, Some(5_000)));
    assert_ne!(script.screen(), turned, "the spinner turns");
    script = script.tell(reading("indexing", 450, Some(1_000)));
    script = script.shows("none yet · 45% of the articles indexed");
    script.library.add(corpus());
    script =
        script.tell(Message::Changed(Arrivals::default())).shows("≥ 1 hit").shows("Night trains");
    script.library.extent = None;
    script.tell(Message::Changed(Arrivals::default())).shows("1 hit").hides("≥");
}

#[test]
fn once_everything_has_been_read_nothing_found_is_nothing_found() {
    let mut script = partial(Extent::SoFar, 1).press("/zebra").hides("No matching articles");
    script.library.extent = None;
    script
        .tell(Message::Changed(Arrivals::default()))
        .shows("No matching articles.")
        .shows("0 hits");
}

#[test]
fn reading_that_was_stopped_is_said() {
    let script = partial(Extent::Stopped, 1).press("/night").hides("No matching articles");
    script.shows("None in the files that were read.").shows("R reads the rest");
}

#[test]
fn a_list_without_articles_says_how_much_has_been_read() {
    let script = partial(Extent::SoFar, 0).shows("none yet · looking for files");
    let script = script.hides("no articles here").tell(reading("reading", 3_000, Some(10_000)));
    let mut script = script.shows("none yet · 30% of the files read").press("gs");
    script = script.hides("No starred articles").shows("none yet").press("gu");
    script = script.hides("All read").shows("none yet");
    script.library.add(corpus());
    script = script.tell(Message::Changed(Arrivals::default())).press("ga").shows("1/≥ 7");
    script.library.extent = None;
    script.tell(Message::Changed(Arrivals::default())).shows("1/7");
}

#[test]
fn no_other_unread_article_is_said_with_what_it_is_about() {
    let script = partial(Extent::SoFar, 1).press("]u");
    script.shows("(so far: files are still being read)");
}
