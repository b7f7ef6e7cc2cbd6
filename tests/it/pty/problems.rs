//! What is wrong with files, looked at where they are read.

use std::{fs, path::Path};

use super::Desk;

#[test]
fn problems_are_listed_and_those_that_are_mended_go() {
    let desk = Desk::new(2);
    let path = desk.library.path().join("torn.txt");
    fs::write(&path, "Torn page\n20221332\nhttps://tide.example/t\nIt says so.\n").unwrap();
    let mut terminal = desk.open();
    terminal.wait("1 problem");
    terminal.press("gp");
    terminal.wait("Problems ·");
    terminal.wait("20221332");
    terminal.press("\r");
    terminal.wait("It says so.");
    terminal.press("qgp");
    terminal.wait("torn.txt");
    fs::write(&path, "Torn page\n20220212\nhttps://tide.example/t\nIt says so.\n").unwrap();
    terminal.wait_until("the problem gone", |screen| !screen.contains("torn.txt"));
    terminal.press("q");
    terminal.wait_until("no box", |screen| !screen.contains("Problems ·"));
    terminal.press("gp");
    terminal.wait("no problems");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn a_search_index_made_anew_is_said_calmly() {
    let desk = Desk::new(2);
    let mut terminal = desk.open();
    terminal.wait("2 articles");
    terminal.press("/boat");
    terminal.wait("2 hits");
    terminal.press("\x1b");
    terminal.wait("2 articles");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    drop(terminal);
    forget_rows(&desk.ours.path().join("cache"));
    let mut terminal = desk.reopen();
    terminal.wait("rebuilding the search index");
    terminal.press("j");
    terminal.wait_until("no message left", |screen| !screen.contains("message"));
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}

/// Deletes the state of every catalogue below, as if another version had written it.
fn forget_rows(folder: &Path) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            forget_rows(&path);
        } else if path.ends_with("state") {
            fs::remove_file(path).unwrap();
        }
    }
}
