//! The theme `auto` on terminals that tell their background at once, late, or never.

use portable_pty::CommandBuilder;

use super::{Desk, terminal::Terminal};

const QUESTION: &str = "\x1b]11;?\x1b\\";
const WHITE: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
const BLACK: &str = "\x1b]11;rgb:0000/0000/0000\x07";
/// The backgrounds of the two themes, as they are painted.
const LIGHT: &str = "48;2;253;252;248";
const DARK: &str = "48;2;20;23;28";

/// Opens it with a theme, on a terminal that says so much of itself.
fn open(desk: &Desk, theme: &str, variables: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new("env");
    command.args(["-u", "TMUX", "-u", "STY", "-u", "COLORFGBG", "COLORTERM=truecolor"]);
    command.args(variables);
    command.arg(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    command.args(["--set", &format!("theme.name={theme}")]);
    Terminal::run(command, desk.ours.path(), 24, 90)
}

fn leave(mut terminal: Terminal) -> String {
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0, "{}", terminal.text());
    assert!(terminal.is_given_back());
    String::from_utf8(terminal.raw.clone()).unwrap()
}

#[test]
fn the_background_that_the_terminal_tells_chooses_the_theme() {
    let desk = Desk::new(3);
    // The answer counts for more than what the environment says.
    for (answer, environment, painted) in
        [(WHITE, "COLORFGBG=15;0", LIGHT), (BLACK, "COLORFGBG=0;15", DARK)]
    {
        let mut terminal = open(&desk, "auto", &[environment]);
        terminal.wait_raw(QUESTION);
        terminal.press(answer);
        terminal.wait_raw(painted);
        terminal.wait("3 articles");
        leave(terminal);
    }
}

#[test]
fn a_terminal_that_does_not_answer_is_dark_or_what_its_environment_says() {
    let desk = Desk::new(3);
    for (environment, painted) in [("A=", DARK), ("COLORFGBG=0;15", LIGHT)] {
        let mut terminal = open(&desk, "auto", &[environment]);
        terminal.wait_raw(QUESTION);
        terminal.wait_raw(painted);
        terminal.wait("3 articles");
        leave(terminal);
    }
}

#[test]
fn keys_typed_around_the_answer_are_taken_and_the_answer_is_not() {
    let desk = Desk::new(9);
    let mut terminal = open(&desk, "auto", &[]);
    terminal.wait_raw(QUESTION);
    terminal.press(&format!("/boat{WHITE} 7"));
    terminal.wait_raw(LIGHT);
    terminal.wait("/boat 7");
    terminal.wait("1 hit");
    terminal.press("\x1b");
    terminal.wait("9 articles");
    leave(terminal);
}

#[test]
fn a_late_answer_is_no_typing_and_changes_the_theme() {
    let desk = Desk::new(9);
    let mut terminal = open(&desk, "auto", &[]);
    terminal.wait_raw(DARK);
    terminal.wait("9 articles");
    // Cut where a slow line might cut it, and among keys.
    let (head, tail) = WHITE.split_at(13);
    terminal.press(&format!("/boat 7{head}"));
    terminal.press(&format!("{tail}\x7f8"));
    terminal.wait("/boat 8");
    terminal.wait_raw(LIGHT);
    terminal.wait("1 hit");
    terminal.press("\x1b");
    terminal.wait("9 articles");
    leave(terminal);
}

#[test]
fn nobody_is_asked_unless_the_theme_depends_on_it() {
    let desk = Desk::new(3);
    for (theme, term) in [("terminal", "TERM=xterm-256color"), ("auto", "TERM=linux")] {
        let mut terminal = open(&desk, theme, &[term]);
        terminal.wait("3 articles");
        assert!(!leave(terminal).contains("\x1b]11"), "{theme} {term}");
    }
}

#[test]
fn the_theme_that_is_left_to_the_background_by_a_command_asks_then() {
    let desk = Desk::new(3);
    let mut terminal = open(&desk, "terminal", &["A="]);
    terminal.wait("3 articles");
    terminal.press(":set theme.name auto\r");
    terminal.wait_raw(QUESTION);
    terminal.wait_raw(DARK);
    terminal.press(WHITE);
    terminal.wait_raw(LIGHT);
    terminal.press(":keep-settings\r");
    terminal.wait("saved for future starts: theme.name");
    leave(terminal);
}
