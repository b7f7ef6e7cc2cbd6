//! Which marks count: tests with real directories, as another one may be gone.

use tempfile::TempDir;

use super::*;
use crate::{
    domain::{ArticleId, Mark, MarkChange},
    marks::{Carrier, database::Edit, database::Settling},
};

const STAR: ArticleId = ArticleId([1; 16]);

struct World {
    folder: TempDir,
}

impl World {
    /// With a directory of news, one in it that is private, and one in that.
    fn new() -> Self {
        let world = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir_all(world.path("news/private/deep")).unwrap();
        world
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(name)
    }

    fn own_folders(&self, own: &[&str]) -> OwnFolders {
        let with_own_marks = own.iter().map(|name| self.path(name)).collect();
        OwnFolders { cache: self.path("cache"), data: self.path("data"), with_own_marks }
    }

    /// Opens the marks of a library as a new instance does with these settings.
    fn open(&self, library: &str, own: &[&str]) -> Marks {
        let (own_folders, library) = (self.own_folders(own), self.path(library));
        MarksFile::follow_settings(&own_folders, &library).unwrap();
        MarksFile::of(&own_folders, &library).open().unwrap().marks
    }

    fn stars(&self, library: &str, own: &[&str]) -> usize {
        stars(&self.open(library, own))
    }

    fn n_merged(&self) -> usize {
        let names = fs::read_dir(self.path("data")).unwrap().map(|it| it.unwrap().file_name());
        let names = names.map(|name| name.into_string().unwrap());
        let is_merged = |name: &String| name.contains(".merged-") && name.ends_with('Z');
        names.filter(is_merged).count()
    }
}

fn star(marks: &mut Marks, number: u8) {
    let ids = vec![ArticleId([number; 16])];
    marks.apply(&MarkChange { mark: Mark::Starred, value: true, ids }).unwrap();
}

fn stars(marks: &Marks) -> usize {
    let mut n_stars = 0;
    marks.marked(Mark::Starred, |_| n_stars += 1).unwrap();
    n_stars
}

#[test]
fn a_directory_and_those_in_it_keep_their_marks_to_themselves_until_the_setting_goes() {
    let world = World::new();
    let own = &["news/private"];
    star(&mut world.open("news/private", &[]), 1);
    star(&mut world.open("news/private", own), 2);
    assert_eq!(world.stars("news/private/deep", own), 2);
    assert_eq!(world.stars("news", own), 1);
    star(&mut world.open("news", own), 3);
    assert_eq!(world.stars("news/private", own), 2);
    assert_eq!(world.stars("news", &[]), 2, "the private library has not been opened");
    assert_eq!((world.stars("news/private", &[]), world.stars("news", &[])), (3, 3));
    assert_eq!(world.n_merged(), 1);
    assert_eq!(world.stars("news/private", own), 3);
}

#[test]
fn the_innermost_directory_that_is_named_counts_and_is_joined_with_the_next() {
    let world = World::new();
    let (both, outer) = (&["news/private", "news/private/deep"], &["news/private"]);
    star(&mut world.open("news/private", both), 1);
    star(&mut world.open("news/private/deep", both), 2);
    assert_eq!((world.stars("news/private", both), world.stars("news", both)), (1, 0));
    assert_eq!((world.stars("news/private/deep", outer), world.stars("news", outer)), (2, 0));
    assert_eq!((world.stars("news/private/deep", &[]), world.stars("news", &[])), (2, 2));
}

#[test]
fn marks_of_a_directory_that_was_renamed_are_not_left_behind() {
    let world = World::new();
    star(&mut world.open("news/private", &["news/private"]), 1);
    fs::rename(world.path("news/private"), world.path("news/secret")).unwrap();
    assert_eq!(world.stars("news", &["news/private"]), 0, "it may be back, it is still named");
    assert_eq!(world.stars("news/secret", &["news/secret"]), 1);
}

#[test]
fn an_instance_that_was_there_before_comes_along_in_either_direction() {
    let world = World::new();
    let (own_folders, library) = (world.own_folders(&[]), world.path("news/private"));
    let file = MarksFile::of(&own_folders, &library);
    let (mut carrier, _) = Carrier::open(file.clone());
    star(&mut file.open().unwrap().marks, 1);
    let edit = |old: u8, new: u8| {
        let (old, new) = (ArticleId([old; 16]), ArticleId([new; 16]));
        let edit = Edit { old, new, was_known: false, latest: old };
        Settling { edits: vec![edit], ..Settling::default() }
    };
    let own = &["news/private"];
    drop(world.open("news/private", own));
    carrier.settle(&edit(1, 2)).unwrap();
    assert_eq!((world.stars("news/private", own), world.stars("news", own)), (2, 1));
    drop(world.open("news/private", &[]));
    carrier.settle(&edit(2, 3)).unwrap();
    assert_eq!(world.stars("news/private", &[]), 3);
}

#[test]
fn marks_that_somebody_deleted_are_not_begun_again_while_they_are_open() {
    let world = World::new();
    let file = MarksFile::of(&world.own_folders(&[]), &world.path("news"));
    let mut marks = file.open().unwrap().marks;
    fs::remove_file(world.own_folders(&[]).marks()).unwrap();
    assert!(marks.have_moved() && !file.has_moved(&marks));
    let change = MarkChange { mark: Mark::Starred, value: true, ids: vec![STAR] };
    assert!(matches!(marks.apply(&change), Err(MarksError::Moved { .. })));
}

#[test]
fn a_data_directory_behind_a_link_is_the_same() {
    let world = World::new();
    fs::create_dir(world.path("real")).unwrap();
    std::os::unix::fs::symlink(world.path("real"), world.path("data")).unwrap();
    let own = &["news/private"];
    let mut marks = world.open("news/private", own);
    star(&mut marks, 1);
    assert!(!marks.have_moved());
    assert_eq!((world.stars("news/private", own), world.stars("news", own)), (1, 0));
}

#[test]
fn whatever_is_marked_while_marks_are_split_off_is_among_those_that_count_then() {
    /// In each, a copy made at a wrong moment lacks a mark or two.
    const ROUNDS: u8 = 8;
    for _ in 0..ROUNDS {
        let world = World::new();
        let mut marks = world.open("news/private", &[]);
        let ids = (0..20_000_u32).map(|n| id(n + 1_000_000)).collect();
        marks.apply(&MarkChange { mark: Mark::Read, value: true, ids }).unwrap();
        let (began, has_begun) = std::sync::mpsc::channel();
        let writer = std::thread::spawn(move || {
            for n in 0_u32.. {
                let change = MarkChange { mark: Mark::Starred, value: true, ids: vec![id(n)] };
                match marks.apply(&change) {
                    Ok(_) => began.send(()).unwrap_or_default(),
                    Err(MarksError::Moved { .. }) => return n,
                    Err(other) => panic!("{other}"),
                }
            }
            unreachable!("marks are split off in the end")
        });
        has_begun.recv_timeout(std::time::Duration::from_secs(20)).unwrap();
        let (own_folders, library) =
            (world.own_folders(&["news/private"]), world.path("news/private"));
        let began = std::time::Instant::now();
        // Whoever writes all the time may keep others from it for a while.
        while let Err(error) = MarksFile::follow_settings(&own_folders, &library) {
            assert!(began.elapsed().as_secs() < 60, "{error}");
        }
        let own = world.open("news/private", &["news/private"]);
        let n_kept = writer.join().unwrap();
        assert_eq!(
            stars(&own),
            n_kept as usize,
            "each was kept, and the writer was told of the end"
        );
    }
}

fn id(number: u32) -> ArticleId {
    let mut id = [0; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    ArticleId(id)
}
