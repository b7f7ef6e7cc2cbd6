//! Changes that leave size and time as they were.

use super::*;

/// Rewrites a file in place with a text of the same length, and gives it the time it had.
fn rewrite_unseen(fixture: &Fixture, name: &str, text: &str) {
    let path = fixture.path(name);
    let before = fs::metadata(&path).unwrap();
    assert_eq!(before.len(), text.len() as u64);
    fs::write(&path, text).unwrap();
    fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(before.modified().unwrap())
        .unwrap();
}

#[test]
fn a_file_rewritten_with_its_old_size_and_time_is_read_again() {
    let fixture = three();
    fixture.age(&["", "a", "b"]);
    let library = fixture.scan();
    let ids = all(&library).iter().map(|row| row.id).collect();
    fixture.marks().apply(&MarkChange { mark: Mark::Starred, value: true, ids }).unwrap();
    rewrite_unseen(&fixture, "b/three.txt", &article("Three", "20260302", "No ship at all."));
    let library = fixture.scan();
    assert_eq!(found(&library, "ship"), ["Three"]);
    assert_eq!(found(&library, "boat"), Vec::<String>::new());
    let row = all(&library).into_iter().find(|row| row.title.as_str() == "Three").unwrap();
    assert!(row.has(Mark::Changed));
    library.article(row.id).unwrap();
}

#[test]
fn changed_rights_and_links_are_one_reading_and_no_change() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = three();
    fixture.age(&["", "a", "b"]);
    let before = all(&fixture.scan());
    let outside = tempfile::tempdir().unwrap();
    fs::hard_link(fixture.path("a/one.txt"), outside.path().join("link")).unwrap();
    fs::set_permissions(fixture.path("a/two.txt"), fs::Permissions::from_mode(0o600)).unwrap();
    let library = fixture.scan();
    assert_eq!((all(&library), library.shared.root.n_reads()), (before, 2));
    assert_eq!(fixture.scan().shared.root.n_reads(), 0);
}

#[test]
fn a_file_that_a_reader_doubts_is_read_again_whatever_its_stamp() {
    let fixture = three();
    let live = Live::start(&fixture);
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    let before = live.library.shared.root.n_reads();
    live.library.shared.alarm.differs(Path::new("a/one.txt"));
    let deadline = Instant::now() + LIMIT;
    while live.library.shared.root.n_reads() == before {
        let left = deadline.saturating_duration_since(Instant::now());
        live.news.recv_timeout(left).expect("it is read again");
    }
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
}

#[test]
fn a_folder_in_place_of_a_link_that_led_nowhere_ends_its_problem() {
    let fixture = three();
    std::os::unix::fs::symlink("missing", fixture.path("link")).unwrap();
    assert_eq!(fixture.scan().counts().n_problems, 1);
    fs::remove_file(fixture.path("link")).unwrap();
    fixture.write("link/four.txt", &article("Four", "20260304", "A new ferry."));
    let library = fixture.scan();
    assert_eq!(titles(&library), ["Four", "Two", "Three", "One"]);
    assert_eq!(library.counts().n_problems, 0);
}

#[test]
fn a_library_that_is_removed_and_made_again_is_listed_and_read() {
    let fixture = three();
    let live = Live::start(&fixture);
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    let aside = fixture.ours.path().join("aside");
    fs::rename(fixture.folder.path(), &aside).unwrap();
    live.until_said("was removed or cannot be read");
    fixture.write("c/four.txt", &article("Four", "20260304", "Another ferry."));
    live.until(&["Four"], "ferry", &["Four"]);
    let id = all(&live.library)[0].id;
    live.library.article(id).unwrap();
    // What comes later is seen, too, and so is the first one when it is put back.
    fixture.write("c/five.txt", &article("Five", "20260305", "No boat."));
    live.until(&["Five", "Four"], "ferry", &["Four"]);
    fs::remove_dir_all(fixture.folder.path()).unwrap();
    fs::rename(&aside, fixture.folder.path()).unwrap();
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    fixture.write("a/six.txt", &article("Six", "20260306", "A ferry again."));
    live.until(&["Six", "Two", "Three", "One"], "ferry", &["Six", "Two", "One"]);
}

#[test]
fn a_passage_or_a_lead_of_a_file_that_holds_another_text_has_it_read_again() {
    let fixture = three();
    let library = fixture.scan();
    let seq = library.find(library.id_of_file(Path::new("b/three.txt")).unwrap()).unwrap();
    let (bell, requests) = channel();
    library.shared.alarm.connect(bell);
    let query = Query::strict("boat").unwrap();
    library.passage(seq, &query).unwrap();
    library.lead(seq).unwrap();
    assert!(requests.try_recv().is_err(), "it holds what it held");
    fixture.write("b/three.txt", &article("Three", "20260302", "No ship at all."));
    let passage = library.passage(seq, &query).unwrap();
    assert_eq!(passage.text.as_str(), "No ship at all.");
    let rung = || match requests.try_recv() {
        Ok(Request::Differs(path)) => Some(path),
        _ => None,
    };
    assert_eq!(rung(), Some("b/three.txt".into()));
    library.lead(seq).unwrap();
    assert_eq!(rung(), Some("b/three.txt".into()));
}
