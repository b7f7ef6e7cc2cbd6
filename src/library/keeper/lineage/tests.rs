//! Which text is taken for which, where a batch of files leaves more than one answer.

use std::{path::Path, sync::mpsc::channel};

use super::*;
use crate::{
    domain::{Article, Hints, Sketch},
    library::{
        Limits,
        tests::{Fixture, article, three},
    },
};

/// A library that has been read, whose keeper is asked what followed what.
struct Traced {
    _fixture: Fixture,
    keeper: Keeper,
}

impl Traced {
    fn new() -> Self {
        let fixture = three();
        let (_, mut keeper, _) = fixture.open_with(false, Limits::default());
        let (_sender, inbox) = channel();
        keeper.reconcile(&inbox, &mut |_| ());
        Self { _fixture: fixture, keeper }
    }

    /// The edits of a batch, as the old and the new id of each.
    fn edits(&mut self, left: &[&Text], came: &[&Text]) -> Vec<(ArticleId, ArticleId)> {
        let left = left.iter().copied().cloned().collect();
        let came = came.iter().map(|text| Came { text: (*text).clone(), was_known: false });
        let batch = self.keeper.trace(left, came.collect());
        batch.edits.iter().map(|edit| (edit.old, edit.new)).collect()
    }
}

/// The text number `id`, of the words from `first` on, in a file of its own.
fn text(id: u8, first: u32, inode: u64) -> Text {
    let body: Vec<String> = (first..first + 40).map(|n| format!("word{n}")).collect();
    let id = ArticleId([id; 16]);
    let sketch = Sketch::of(&Article {
        id,
        title: format!("Title {first}").as_str().into(),
        date: None,
        url: None,
        source: "".into(),
        paragraphs: vec![body.join(" ").as_str().into()],
        shapes: Vec::new(),
        n_words: 40,
        problems: Vec::new(),
        hints: Hints::default(),
    });
    let path = PathKey::of(Path::new(&format!("{id}.txt")));
    Text { place: Place { path, id, sketch }, inode }
}

fn at(path: &Text, text: Text) -> Text {
    Text { place: Place { path: path.place.path, ..text.place }, ..text }
}

#[test]
fn of_texts_that_are_gone_the_one_of_the_same_file_comes_first() {
    let mut traced = Traced::new();
    // The other one is more like the new one.
    let (same_file, more_like, new) = (text(1, 4, 50), text(2, 0, 60), text(3, 0, 50));
    assert_eq!(traced.edits(&[&same_file, &more_like], &[]), []);
    assert_eq!(traced.edits(&[], &[&new]), [(same_file.place.id, new.place.id)]);
}

#[test]
fn a_text_that_was_followed_at_its_path_is_not_found_again_elsewhere() {
    let mut traced = Traced::new();
    let old = text(1, 0, 50);
    let (edited, alike) = (at(&old, text(2, 2, 51)), text(3, 1, 52));
    assert_eq!(traced.edits(&[&old], &[]), []);
    assert_eq!(traced.edits(&[], &[&edited]), [(old.place.id, edited.place.id)]);
    assert_eq!(traced.edits(&[], &[&alike]), []);
    assert_eq!(traced.keeper.progress.arrivals.n_new, 1);
}

#[test]
fn a_new_name_that_is_met_before_the_old_one_is_no_new_article() {
    let mut traced = Traced::new();
    let (old, new) = (text(1, 0, 50), text(2, 2, 50));
    traced.keeper.progress.arrivals = crate::domain::Arrivals::default();
    traced.keeper.known.lineage.begin();
    assert_eq!(traced.edits(&[], &[&new]), []);
    assert_eq!(traced.keeper.progress.arrivals.n_new, 1);
    assert_eq!(traced.edits(&[&old], &[]), [(old.place.id, new.place.id)]);
    let arrivals = traced.keeper.progress.arrivals;
    assert_eq!((arrivals.n_new, arrivals.n_moved), (0, 1));
    assert_eq!(traced.edits(&[&text(4, 1, 50)], &[]), [], "each text is followed once");
}

#[test]
fn a_new_name_of_an_earlier_pass_is_a_new_article() {
    let mut traced = Traced::new();
    let (old, new) = (text(1, 0, 50), text(2, 2, 50));
    traced.edits(&[], &[&new]);
    traced.keeper.known.lineage.begin();
    assert_eq!(traced.edits(&[&old], &[]), []);
}

#[test]
fn what_came_is_told_as_new_moved_or_changed() {
    let fixture = three();
    let (library, mut keeper, _) = fixture.open_with(false, Limits::default());
    let (_sender, inbox) = channel();
    let mut look = || {
        let mut said = Vec::new();
        keeper.catch_up(&inbox, &mut |news| {
            if let super::super::News::Published(arrivals) = news {
                said.push(arrivals.said());
            }
        });
        said.retain(|text| !text.is_empty());
        said
    };
    assert_eq!(look(), Vec::<String>::new(), "nothing is news at the start");
    let ids = library.ids_in(&library.snapshot().alive().clone()).unwrap();
    let star = crate::domain::MarkChange { mark: Mark::Starred, value: true, ids };
    fixture.marks().apply(&star).unwrap();
    std::fs::rename(fixture.path("a/one.txt"), fixture.path("b/moved.txt")).unwrap();
    std::fs::rename(fixture.path("a/two.txt"), fixture.path("b/moved2.txt")).unwrap();
    assert_eq!(look(), ["2 moved"]);
    std::fs::remove_file(fixture.path("b/three.txt")).unwrap();
    fixture.write("b/three.txt", &article("Three", "20260302", "Not one boat any more."));
    fixture.write("b/four.txt", &article("Four", "20260304", "Quite another subject."));
    assert_eq!(look(), ["1 new · 1 changed"]);
    std::fs::remove_file(fixture.path("b/moved.txt")).unwrap();
    fixture.write("a/again.txt", &article("One", "20260301", "The ferry sails, late."));
    assert_eq!(look(), ["1 moved · 1 changed"]);
}

#[test]
fn a_text_that_was_only_moved_is_an_edited_form_of_nothing() {
    let mut traced = Traced::new();
    let (gone, old) = (text(1, 2, 50), text(2, 0, 51));
    let mut moved = text(3, 0, 51);
    moved.place.id = old.place.id;
    traced.edits(&[&gone], &[]);
    assert_eq!(traced.edits(&[&old], &[&moved]), []);
    assert_eq!(traced.keeper.progress.arrivals.n_moved, 1);
}
