//! The articles of a step of the history, whatever became of their files.

use super::*;

/// Marks the articles of these titles read, in one step; its number.
fn step(fixture: &Fixture, library: &Library, titles: &[&str]) -> u64 {
    let rows = all(library);
    let meant = rows.iter().filter(|it| titles.contains(&it.title.as_str()));
    let change = MarkChange { mark: Mark::Read, value: true, ids: meant.map(|it| it.id).collect() };
    let applied = fixture.marks().apply(&change).unwrap().unwrap();
    assert_eq!(applied.ids.len(), titles.len());
    applied.log
}

fn listed(library: &Library, query: &str) -> Result<(Vec<String>, usize), LibraryError> {
    let query = Some(Query::strict(query).unwrap());
    let listing = Listing { query, ..Listing::default() };
    let listed = library.list(&listing, None, &Cancel::never())?;
    let rows = library.headlines(&listed, 0..listed.len())?;
    Ok((rows.iter().map(|it| it.title.to_string()).collect(), listed.n_gone))
}

fn owned(titles: &[&str]) -> Vec<String> {
    titles.iter().map(ToString::to_string).collect()
}

#[test]
fn the_articles_of_a_step_are_listed_as_they_are_now_and_those_gone_are_counted() {
    let fixture = three();
    let library = fixture.scan();
    let first = step(&fixture, &library, &["Two"]);
    let second = step(&fixture, &library, &["One", "Three"]);
    let of_first = format!("step:{first}");
    let of_second = format!("step:{second}");
    assert_eq!(listed(&library, &of_first).unwrap(), (owned(&["Two"]), 0));
    assert_eq!(listed(&library, &of_second).unwrap(), (owned(&["Three", "One"]), 0));

    // Edited twice and moved; another is removed.
    fixture.write("b/three.txt", &article("Three", "20260302", "No boat, nor a ship, at all."));
    let library = fixture.scan();
    fixture
        .write("b/three.txt", &article("Three, again", "20260302", "No boat, nor a ship, at all!"));
    let library_before = library;
    let library = fixture.scan();
    fs::rename(fixture.path("b/three.txt"), fixture.path("a/three.txt")).unwrap();
    fs::remove_file(fixture.path("a/one.txt")).unwrap();
    drop(library_before);
    drop(library);
    let library = fixture.scan();
    assert_eq!(listed(&library, &of_second).unwrap(), (owned(&["Three, again"]), 1));
    assert_eq!(listed(&library, &format!("{of_second} boat")).unwrap().0, ["Three, again"]);
    assert_eq!(listed(&library, &format!("-{of_second}")).unwrap(), (owned(&["Two"]), 0));
    let both = format!("{of_first} OR {of_second}");
    assert_eq!(listed(&library, &both).unwrap(), (owned(&["Two", "Three, again"]), 1));

    // It comes back.
    fixture.write("c/one.txt", &article("One", "20260301", "The ferry sails."));
    let library = fixture.scan();
    assert_eq!(listed(&library, &of_second).unwrap(), (owned(&["Three, again", "One"]), 0));
}

#[test]
fn only_steps_of_this_history_can_be_listed() {
    let fixture = three();
    let library = fixture.scan();
    let number = step(&fixture, &library, &["Two"]);
    for unknown in [0, number + 1, u64::MAX] {
        let refused = listed(&library, &format!("step:{unknown}")).unwrap_err();
        assert!(matches!(refused, LibraryError::NoStep(it) if it == unknown), "{refused}");
    }
    fixture.marks().undo().unwrap();
    let query = format!("step:{number}");
    assert_eq!(listed(&library, &query).unwrap(), (owned(&["Two"]), 0), "it can be redone");
    step(&fixture, &library, &["One"]);
    let refused = listed(&library, &query).unwrap_err();
    assert!(matches!(refused, LibraryError::NoStep(_)), "forgotten: {refused}");
}
