//! Two screens of one library, of which the second still shows a text that its file no longer
//! holds.

use std::{fs, sync::mpsc::channel};

use crate::{
    domain::{ArticleId, Mark, Targets},
    library::{
        Library, Limits,
        keeper::Keeper,
        tests::{Fixture, article, three},
    },
    marks::{MarkBook, database::PathKey},
};

struct Screen {
    library: Library,
    keeper: Keeper,
    book: MarkBook<Library>,
}

impl Screen {
    fn open(fixture: &Fixture) -> Self {
        let (library, keeper, _) = fixture.open_with(false, Limits::default());
        let book = MarkBook::open(&fixture.own_folders(), library.clone());
        Self { library, keeper, book }
    }

    /// Reads what has changed; what others have marked is shown, too.
    fn look(&mut self) {
        let (_sender, inbox) = channel();
        self.keeper.start(&inbox, &mut |_| ());
        self.keeper.check_stamps(&inbox, &mut |_| ());
        self.keeper.commit(&mut |_| ());
        self.book.follow();
    }

    fn id_at(&self, name: &str) -> ArticleId {
        self.library.id_of_file(name.as_ref()).unwrap()
    }

    fn starred(&self) -> Vec<String> {
        let ids = self.library.ids_in(&self.library.snapshot().alive().clone()).unwrap();
        let rows = ids.into_iter().map(|id| self.library.headline(id).unwrap());
        rows.filter(|row| row.has(Mark::Starred)).map(|row| row.title.to_string()).collect()
    }
}

fn rewrite(fixture: &Fixture) {
    fs::remove_file(fixture.path("b/three.txt")).unwrap();
    fixture.write("b/three.txt", &article("Three, corrected", "20260302", "One boat after all."));
}

#[test]
fn an_article_marked_on_a_screen_that_is_behind_is_marked_in_its_present_form() {
    for has_looked in [true, false] {
        let fixture = three();
        let mut first = Screen::open(&fixture);
        first.look();
        let mut second = Screen::open(&fixture);
        let old = second.id_at("b/three.txt");
        rewrite(&fixture);
        if has_looked {
            first.look();
        }
        second.book.mark(Targets::These(vec![old]), Mark::Starred, true).unwrap();
        assert_eq!(second.starred(), ["Three"], "as it was listed");
        first.look();
        assert_eq!(first.starred(), ["Three, corrected"], "looked before: {has_looked}");
        let new = first.id_at("b/three.txt");
        let there = fixture.marks().remembered_at(&[PathKey::of("b/three.txt".as_ref())]).unwrap();
        let there: Vec<_> =
            there[0].iter().filter(|it| it.is_there).map(|it| it.place.id).collect();
        assert!(there.iter().all(|id| *id == new), "what was behind is not taken to be there");
        second.book.undo().unwrap();
        first.look();
        assert_eq!(first.starred(), Vec::<String>::new());
    }
}
