//! Links of the terminal's own (OSC 8): only where they are known or wanted, only to the web.

use std::fs;

use portable_pty::CommandBuilder;

use super::{Desk, terminal::Terminal};

/// One article with links of both kinds in it.
fn desk() -> Desk {
    let desk = Desk::new(0);
    let text = "Ferries\n20260304\nhttps://tide.example/a;b\nSee https://tide.example/é?q=1 and \
                javascript:alert(1).\nNot https://user@evil.example/x or \
                https://evil.example/\u{7}]8;;file:///x\x1b\\ either.\n";
    fs::write(desk.library.path().join("a.txt"), text).unwrap();
    desk
}

/// Reads the article, over the help and back, and returns all that was written.
fn read(desk: &Desk, variables: &[(&str, &str)], settings: &[&str]) -> Vec<u8> {
    let mut command = CommandBuilder::new("env");
    command.args(["-u", "TMUX", "-u", "STY"]);
    command.args(variables.iter().map(|(name, value)| format!("{name}={value}")));
    command.arg(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    command.args(settings.iter().flat_map(|setting| ["--set", setting]));
    let mut terminal = Terminal::run(command, desk.ours.path(), 24, 90);
    terminal.wait("Ferries");
    terminal.press("\r");
    terminal.wait("either.");
    terminal.press("?");
    terminal.wait_until("the help", |screen| !screen.contains("tide.example/é"));
    terminal.press("\x1b");
    terminal.wait("tide.example/é");
    terminal.press("qq");
    assert_eq!(terminal.ended().exit_code(), 0);
    terminal.raw.clone()
}

/// The sequences for links in what was written, and the rest of it.
fn split(raw: &[u8]) -> (Vec<String>, String) {
    let text = String::from_utf8(raw.to_vec()).unwrap();
    let mut pieces = text.split("\x1b]8;");
    let mut rest = pieces.next().unwrap().to_owned();
    let mut links = Vec::new();
    for piece in pieces {
        let (link, behind) = piece.split_once("\x1b\\").expect("a link without an end");
        links.push(link.to_owned());
        rest.push_str(behind);
    }
    (links, rest)
}

fn without_controls(text: &str) -> String {
    let mut pieces = text.split("\x1b[");
    let mut rest = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|character: char| character.is_ascii_alphabetic()).unwrap();
        rest.push_str(&piece[end + 1..]);
    }
    rest
}

#[test]
fn links_are_links_of_a_terminal_that_has_them_and_lead_to_the_web_alone() {
    let desk = desk();
    let raw = read(&desk, &[("KITTY_WINDOW_ID", "1")], &[]);
    let (links, rest) = split(&raw);
    let starts: Vec<_> = links.iter().step_by(2).map(String::as_str).collect();
    let own = "id=dateline0;https://tide.example/a%3Bb";
    let second = "id=dateline1;https://tide.example/%C3%A9?q=1";
    assert!(starts.contains(&own) && starts.contains(&second), "{starts:?}");
    let is_known = |start: &&str| {
        *start == own || *start == second || *start == "id=dateline3;https://evil.example/"
    };
    assert!(starts.iter().all(is_known), "{starts:?}");
    // Every link is ended before the next begins.
    assert!(links.iter().skip(1).step_by(2).all(|end| end == ";") && links.len().is_multiple_of(2));
    // The terminal is asked for its background.
    let rest = rest.replace("\x1b]11;?\x1b\\", "");
    assert!(!rest.contains("\x1b]") && !rest.contains('\u{7}'), "{rest:?}");
    // The cells are those of the address, not of what stands over it for a while.
    let text = String::from_utf8(raw.clone()).unwrap();
    for piece in text.split("\x1b]8;id=").skip(1) {
        let cells = piece.split_once("\x1b\\").unwrap().1.split("\x1b]8;;").next().unwrap();
        let cells = without_controls(cells);
        let addresses =
            ["https://tide.example/a;b", "https://tide.example/é?q=1", "https://evil.example/"];
        assert!(addresses.iter().any(|address| address.contains(&cells)), "{cells:?}");
    }
    // Gone under the help, and there again after it.
    assert!(2 <= starts.iter().filter(|start| **start == second).count());
}

#[test]
fn links_are_text_in_other_terminals_and_where_they_are_not_wanted() {
    let desk = desk();
    assert_eq!(split(&read(&desk, &[], &[])).0, Vec::<String>::new());
    let kitty = [("KITTY_WINDOW_ID", "1")];
    let never = read(&desk, &kitty, &["text.hyperlinks=never"]);
    assert_eq!(split(&never).0, Vec::<String>::new());
    let always = read(&desk, &[], &["text.hyperlinks=always"]);
    assert!(!split(&always).0.is_empty());
}
