//! All marked read and back; and a file that comes in.

use std::{
    fs,
    time::{Duration, Instant},
};

use crate::{
    Desk,
    figures::Figures,
    terminal::{Terminal, times::Times},
};

/// Nothing that is measured here takes longer.
const LIMIT: Duration = Duration::from_secs(120);

/// Marks all read and takes it back; then again, while keys are pressed.
pub(crate) fn mark_all(desk: &Desk<'_>, figures: &mut Figures) {
    let mut terminal = desk.start_and_rest();
    let n_unread = terminal.n("unread");
    let (mut marking, mut undoing) = (Times::default(), Times::default());
    for _ in 0..3 {
        let at = terminal.press("M");
        marking.add(terminal.until(at, LIMIT, |terminal| terminal.n("unread") == Some(0)));
        terminal.settle(Duration::from_millis(300));
        let at = terminal.press("u");
        undoing.add(terminal.until(at, LIMIT, |terminal| terminal.n("unread") == n_unread));
        terminal.settle(Duration::from_millis(300));
    }
    figures.times("mark all", marking);
    figures.times("undo of it", undoing);
    let mut keys = Times::default();
    for (key, n_at_last) in [("M", Some(0)), ("u", n_unread)] {
        let since = terminal.press(key);
        keys.extend(&press_until(&mut terminal, since, n_at_last));
        terminal.settle(Duration::from_millis(300));
    }
    figures.times("key in list while marking", keys);
    terminal.quit();
}

/// Presses keys until as many are unread.
fn press_until(terminal: &mut Terminal, since: Instant, n_unread: Option<usize>) -> Times {
    let (mut times, mut is_down) = (Times::default(), true);
    while terminal.n("unread") != n_unread && since.elapsed() < LIMIT {
        let before = terminal.cursor_line();
        let at = terminal.press(if is_down { "j" } else { "k" });
        is_down = !is_down;
        times.add(
            terminal.until(at, Duration::from_secs(5), |terminal| terminal.cursor_line() != before),
        );
        let pause = Instant::now() + Duration::from_millis(5);
        while terminal.next_frame(pause).is_some() {}
    }
    times
}

/// Adds an article while the list is on the screen, and one while it is searched for.
pub(crate) fn add(desk: &Desk<'_>, figures: &mut Figures) {
    let mut terminal = desk.start_and_rest();
    let n_articles = terminal.n("articles");
    let (mut shown, mut found) = (Times::default(), Times::default());
    for word in ["zyzzyva", "zyzzyvas", "quagga", "quokka"] {
        let since = Instant::now();
        let Ok(path) = desk.corpus.add(word) else { break };
        let text = format!("{word} comes in");
        shown.add(terminal.until(since, LIMIT, |terminal| terminal.text().contains(&text)));
        remove(desk, &mut terminal, &path, n_articles);
        terminal.key("/");
        terminal.press(&format!("\"{word} is here\""));
        terminal.settle(Duration::from_millis(300));
        let since = Instant::now();
        let Ok(path) = desk.corpus.add(word) else { break };
        found.add(terminal.until(since, LIMIT, |terminal| terminal.text().contains(&text)));
        terminal.key("\x1b");
        remove(desk, &mut terminal, &path, n_articles);
    }
    figures.times("added: shown", shown);
    figures.times("added: found", found);
    terminal.quit();
}

/// Takes the article away again and waits until that has been seen.
fn remove(desk: &Desk<'_>, terminal: &mut Terminal, path: &std::path::Path, n: Option<usize>) {
    fs::remove_file(path).expect("what was added can be removed");
    terminal.until(Instant::now(), LIMIT / 12, |terminal| terminal.n("articles") == n);
    let pause = if desk.corpus.n_articles < 100_000 { 300 } else { 1_500 };
    terminal.settle(Duration::from_millis(pause));
}
