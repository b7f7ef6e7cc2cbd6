//! A file that is edited around the moment in which its article is marked, and the reader killed as
//! soon as the mark is on the screen: the mark is there at the next start.

use std::{
    fs::{self, File},
    io::Write,
    path::Path,
};

use rustix::process::Signal;

use super::{Desk, terminal::Terminal};

/// A way to edit a file, and the title that it leaves.
type Edit = (&'static str, &'static str, fn(&Path));

const OLD: &str = "Ferry report 2";
const NEW: &str = "Ferry report 2, corrected";

const EDITS: [Edit; 5] = [
    ("append", OLD, |path| {
        let mut file = File::options().append(true).open(path).unwrap();
        file.write_all(b"It was corrected at noon.\n").unwrap();
    }),
    ("save by rename", NEW, |path| {
        let text = corrected(path);
        fs::rename(path, path.with_extension("txt~")).unwrap();
        fs::write(path, text).unwrap();
        fs::remove_file(path.with_extension("txt~")).unwrap();
    }),
    ("write beside and rename over", NEW, |path| {
        let beside = path.with_extension("new");
        fs::write(&beside, corrected(path)).unwrap();
        fs::rename(beside, path).unwrap();
    }),
    ("truncate, then write", NEW, |path| {
        let text = corrected(path);
        let mut file = File::create(path).unwrap();
        file.write_all(&text.as_bytes()[..20]).unwrap();
        file.write_all(&text.as_bytes()[20..]).unwrap();
    }),
    ("move to a new name", OLD, |path| fs::rename(path, path.with_file_name("moved.txt")).unwrap()),
];

fn corrected(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.replacen('\n', ", corrected\n", 1) + "It was corrected at noon.\n"
}

fn star(terminal: &mut Terminal) {
    terminal.press("ggs");
    terminal.wait_until("a star", |screen| {
        screen.lines().any(|line| line.contains('★') && line.contains(OLD))
    });
}

#[test]
fn a_mark_on_the_screen_is_kept_however_its_file_is_edited_and_the_reader_killed() {
    for (how, title, edit) in EDITS {
        for is_before in [false, true] {
            let desk = Desk::new(3);
            // The newest, which is on top.
            let path = desk.library.path().join("0002.txt");
            let mut terminal = desk.open();
            terminal.wait("3 articles · 3 unread");
            if is_before {
                edit(&path);
            }
            star(&mut terminal);
            if !is_before {
                edit(&path);
            }
            terminal.signal(Signal::KILL);
            terminal.ended();
            let mut terminal = desk.reopen();
            terminal.wait_until(&format!("a star after: {how}, before: {is_before}"), |screen| {
                let starred = screen.lines().filter(|line| line.contains('★'));
                starred.filter(|line| line.contains(title)).count() == 1
            });
            terminal.press("q");
            terminal.ended();
            // `list` looks at every file first.
            assert_eq!(desk.titles_with('+'), [title], "{how}, before: {is_before}");
        }
    }
}
