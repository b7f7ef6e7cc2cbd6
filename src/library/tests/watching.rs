//! New files appear whatever the system's limits.

use super::*;

fn start(fixture: &Fixture, max_watches: usize) -> Live {
    Live::start_with(fixture, Limits { max_watches, ..Limits::default() })
}

fn partial_notes(live: &Live) -> usize {
    let is_it = |news: &News| matches!(news, News::Note(text) if text.contains("be watched"));
    live.news.try_iter().filter(is_it).count()
}

#[test]
fn folders_that_cannot_be_watched_are_looked_at_and_that_is_said_once() {
    let fixture = three();
    let live = start(&fixture, 1);
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    fixture.write("b/new.txt", &article("New", "20260305", "Another ferry."));
    fixture.write("c/d/deep.txt", &article("Deep", "20260306", "A ferry below."));
    let first = partial_notes(&live);
    live.until(&["Deep", "New", "Two", "Three", "One"], "ferry", &["Deep", "New", "Two", "One"]);
    fs::remove_file(fixture.path("a/one.txt")).unwrap();
    live.until(&["Deep", "New", "Two", "Three"], "ferry", &["Deep", "New", "Two"]);
    assert!(first + partial_notes(&live) <= 1);
}

#[test]
fn where_no_folder_is_watched_new_files_appear_all_the_same() {
    let fixture = three();
    let live = start(&fixture, 0);
    live.until_said("cannot watch every directory");
    fixture.write("b/new.txt", &article("New", "20260305", "Another ferry."));
    live.until(&["New", "Two", "Three", "One"], "ferry", &["New", "Two", "One"]);
}

#[test]
fn after_an_overflow_everything_is_looked_at_files_too() {
    let fixture = three();
    let live = start(&fixture, 0);
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    live.until_said("cannot watch every directory");
    // In place: no folder's time tells of it.
    fixture.write("b/three.txt", &article("Three, corrected", "20260302", "A ferry after all."));
    live.requests.send(Request::Overflow).unwrap();
    live.until_said("too many changes at once");
    live.until(&["Two", "Three, corrected", "One"], "after", &["Three, corrected"]);
}

#[test]
fn thousands_of_files_that_come_at_once_all_appear() {
    let fixture = three();
    let live = Live::start(&fixture);
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    let n_files = if std::env::var_os("RUN_SLOW_TESTS").is_some() { 20_000 } else { 1_500 };
    for number in 0..n_files {
        let text = article(&format!("Burst {number}"), "20260401", &format!("Number{number}."));
        fs::write(fixture.path(format!("b/{number}.txt")), text).unwrap();
    }
    let deadline = Instant::now() + 6 * LIMIT;
    let expected = n_files + 3;
    while live.library.counts().n_articles < expected
        || found(&live.library, "burst").len() < n_files
    {
        let left = deadline.saturating_duration_since(Instant::now());
        let counts = live.library.counts();
        assert!(live.news.recv_timeout(left).is_ok(), "{} listed", counts.n_articles);
    }
    assert_eq!(live.library.counts().n_articles, expected);
}
