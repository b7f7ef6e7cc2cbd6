//! What is wrong with files, looked at where they are read.

use std::fs;

use super::Desk;

#[test]
fn problems_are_listed_and_those_that_are_mended_go() {
    let desk = Desk::new(2);
    let path = desk.library.path().join("torn.txt");
    fs::write(&path, "Torn page\n20221332\nhttps://tide.example/t\nIt says so.\n").unwrap();
    let mut terminal = desk.open();
    terminal.wait("1 problem");
    terminal.press("gp");
    terminal.wait("Problems");
    terminal.wait("torn.txt: ");
    terminal.wait("20221332");
    fs::write(&path, "Torn page\n20220212\nhttps://tide.example/t\nIt says so.\n").unwrap();
    terminal.wait_until("the problem gone", |screen| !screen.contains("torn.txt"));
    terminal.press("q");
    terminal.wait_until("no box", |screen| !screen.contains("Problems"));
    terminal.press("gp");
    terminal.wait("nothing is wrong with any file");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}
