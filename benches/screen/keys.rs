//! Keys in the list and in the reader.

use std::time::Duration;

use crate::{
    Desk,
    figures::Figures,
    terminal::{Terminal, Timing, process::memory_bytes, times::Times},
};

/// After a key that is answered from memory or a few reads.
const QUIET: Duration = Duration::from_millis(40);
/// After a key that may need a pass over everything.
const LONG_QUIET: Duration = Duration::from_millis(400);

pub(crate) fn measure(desk: &Desk<'_>, figures: &mut Figures) {
    let mut terminal = desk.start_and_rest();
    let mut all = Times::default();
    list(desk, &mut terminal, figures, &mut all);
    figures.times("list keys", std::mem::take(&mut all));
    more(desk, &mut terminal, figures);
    sorts_and_views(&mut terminal, figures, &mut all);
    figures.times("sort and view keys", std::mem::take(&mut all));
    reader(desk, &mut terminal, figures, &mut all);
    figures.times("reader keys", all);
    figures.bytes("memory after keys", memory_bytes(terminal.pid()));
    terminal.quit();
}

fn list(desk: &Desk<'_>, terminal: &mut Terminal, figures: &mut Figures, all: &mut Times) {
    let n = desk.options.presses;
    let groups: [(&str, &[&str], usize); 6] = [
        ("j", &["j"], n),
        ("^D", &["\x04"], n / 2),
        ("^U", &["\x15"], n / 2),
        ("^F", &["\x06"], n / 4),
        ("G, gg", &["G", "gg"], n / 2),
        ("]u", &["]u"], n / 2),
    ];
    for (name, keys, n_presses) in groups {
        let times = press(terminal, keys.iter().cycle().take(n_presses.max(1)), QUIET);
        all.extend(&times);
        figures.times(format!("list: {name}"), times);
    }
}

fn more(desk: &Desk<'_>, terminal: &mut Terminal, figures: &mut Figures) {
    for more in &desk.options.more_keys {
        let (name, keys) = more.split_once('=').unwrap_or((more, more));
        let keys = control_keys(keys);
        let times = press(terminal, std::iter::repeat_n(&keys.as_str(), 10), LONG_QUIET);
        figures.times(format!("list: {name}"), times);
        terminal.key("gg");
    }
}

fn sorts_and_views(terminal: &mut Terminal, figures: &mut Figures, all: &mut Times) {
    // Some that are starred, so that there is a view of them.
    for _ in 0..5 {
        terminal.key("s");
        terminal.key("j");
    }
    terminal.key("gg");
    let first = press(terminal, [",s", ",t"].iter(), LONG_QUIET);
    figures.times("list: sort for the first time", first);
    let sorts = [",d", ",r", ",r", ",s", ",t", ",r", ",r"];
    let again = press(terminal, sorts.iter().cycle().take(3 * sorts.len()), LONG_QUIET);
    all.extend(&again);
    figures.times("list: sort again", again);
    terminal.key(",d");
    terminal.settle(LONG_QUIET);
    let views = press(terminal, ["gs", "gu", "gs", "ga"].iter().cycle().take(12), LONG_QUIET);
    all.extend(&views);
    figures.times("list: view", views);
}

fn reader(desk: &Desk<'_>, terminal: &mut Terminal, figures: &mut Figures, all: &mut Times) {
    let n = desk.options.presses;
    terminal.key("gg");
    let mut opening = Times::default();
    for _ in 0..n / 4 {
        opening.add(press_one(terminal, "\r", QUIET).last);
        terminal.key("h");
        terminal.key("j");
    }
    figures.times("reader: open", opening);
    terminal.key("\r");
    let next = press(terminal, ["J"].iter().cycle().take(n / 4), QUIET);
    figures.times("reader: next article", next);
    let mut scrolled = Times::default();
    for _ in 0..n / 8 {
        // An article has a screen or two: down, up, to the end, and on to the next.
        let keys = ["j", "j", "j", "k", "k", "k", "G", "gg"];
        scrolled.extend(&press(terminal, keys.iter(), QUIET));
        terminal.key("J");
    }
    all.extend(&scrolled);
    figures.times("reader: scroll", scrolled);
    terminal.key("h");
}

/// Presses keys one by one and takes the times at which the last of what they change is there. Of
/// a sequence, the time of its last key.
pub(crate) fn press<'k>(
    terminal: &mut Terminal,
    keys: impl Iterator<Item = &'k &'k str>,
    quiet: Duration,
) -> Times {
    keys.map(|keys| press_one(terminal, keys, quiet).last).collect()
}

fn press_one(terminal: &mut Terminal, keys: &str, quiet: Duration) -> Timing {
    let last = keys.char_indices().next_back().map_or(0, |(at, _)| at);
    let (first, last) = keys.split_at(last);
    if !first.is_empty() {
        terminal.press(first);
        terminal.settle(QUIET);
    }
    let [timing] = terminal.time(last, quiet, [&body], |_| true);
    timing
}

/// All but the last line, where hints and notices come and go.
pub(crate) fn body(terminal: &Terminal) -> Vec<u8> {
    let mut lines = terminal.lines();
    lines.pop();
    let mut body = lines.join("\n").into_bytes();
    body.extend(terminal.cursor_line());
    body
}

/// `^M` is the enter key.
fn control_keys(text: &str) -> String {
    let mut keys = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let control = (character == '^').then(|| characters.next()).flatten();
        keys.push(match control {
            Some(letter) => char::from(letter.to_ascii_uppercase() as u8 & 0x1f),
            None => character,
        });
    }
    keys
}
