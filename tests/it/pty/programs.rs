//! Keys of the user's own and programs of the user's own, with the real program.

use std::fs;

use super::{Desk, terminal::Terminal};

impl Desk {
    /// Opens the library with these settings in the usual place.
    fn open_set(&self, settings: &str) -> Terminal {
        let folder = self.ours.path().join(".config/dateline");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("config.toml"), settings).unwrap();
        self.reopen()
    }
}

#[test]
fn a_preset_and_a_macro_of_ones_own_hold_and_mistakes_are_told() {
    let desk = Desk::new(6);
    let settings = "[keys]\npreset = 'newsboat'\n[keys.list]\n\
                    X = ['toggle-star', 'toggle-read', 'next-unread']\nW = 'toggel-star'\n";
    let mut terminal = desk.open_set(settings);
    terminal.wait("6 articles · 6 unread");
    terminal.wait("settings, line 5: unknown command: toggel-star; did you mean `toggle-star`?");
    terminal.press("N");
    terminal.wait("5 unread");
    terminal.wait("1 message");
    terminal.press("nX");
    terminal.wait("4 unread");
    terminal.wait("★");
    terminal.press("Q");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn an_article_is_piped_to_a_program_and_what_it_prints_is_clean() {
    let desk = Desk::new(0);
    let text = "Piped $(touch made)\n20260301\nhttps://tide.example/1\nOne line.\n";
    fs::write(desk.library.path().join("one.txt"), text).unwrap();
    let mut terminal = desk.open();
    terminal.wait("1 article");
    terminal.press("|");
    terminal.wait(":pipe");
    terminal.press("cat -n\r");
    terminal.wait("cat -n · done after");
    for line in [
        "1    Piped $(touch made)",
        "2    20260301",
        "3    https://tide.example/1",
        "4    One line.",
    ] {
        terminal.wait(line);
    }
    terminal.press("q:pipe printf '\\033]0;owned\\007%s' %t\r");
    terminal.wait("␛]0;owned␇Piped $(touch made)");
    terminal.press("q:pipe sh -c 'echo begun; sleep 600'\r");
    terminal.wait("begun");
    terminal.press("\x03");
    terminal.wait("sh failed: signal: 15");
    terminal.press("q:pipe no-such-program\r");
    terminal.wait("cannot start no-such-program");
    terminal.press("qq");
    assert_eq!(terminal.ended().exit_code(), 0);
    assert!(!String::from_utf8_lossy(&terminal.raw).contains("\x1b]0;"));
    assert!(!desk.library.path().join("made").exists());
}

#[test]
fn a_program_without_end_is_stopped_by_its_bound() {
    let desk = Desk::new(1);
    let mut terminal = desk.open();
    terminal.wait("1 article");
    terminal.press(":pipe yes\r");
    terminal.wait("stopped: more than 1 MiB of output");
    terminal.press("qq");
    terminal.ended();
}

#[test]
fn a_program_that_takes_over_has_the_terminal_to_itself() {
    let desk = Desk::new(1);
    let settings = "[keys.global]\nW = 'open-with --takeover sh -c \"echo ON $1; read it; \
                    echo READ $it\" sh %u'\n";
    let mut terminal = desk.open_set(settings);
    terminal.wait("1 unread");
    terminal.press("W");
    terminal.wait_raw("ON https://tide.example/0");
    terminal.press("qmq\r");
    terminal.wait_raw("READ qmq");
    terminal.wait_raw("1 unread");
    terminal.press("m");
    terminal.wait("0 unread");
    terminal.press("W");
    terminal.wait_raw("ON https://tide.example/0");
    terminal.press("\x03");
    terminal.wait_raw("0 unread");
    terminal.wait("sh failed: signal: 2");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    assert!(terminal.is_given_back());
}
