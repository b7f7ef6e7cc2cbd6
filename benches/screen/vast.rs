//! Articles that are too long for anything but a page engine: half a million words, a line of
//! 50 MB, a million lines.

use std::{fs, time::Duration};

use crate::{
    Options,
    figures::Figures,
    keys::press,
    terminal::{
        Terminal,
        process::{Peak, memory_bytes},
        times::Times,
    },
};

const QUIET: Duration = Duration::from_millis(60);

pub(crate) fn measure(options: &Options, figures: &mut Figures) {
    let line = |nth: usize| format!("Line {nth} has eight words and no more. ");
    let half_a_million = (0..62_500).map(|nth| line(nth) + if nth % 20 == 19 { "\n" } else { "" });
    let one_line: String = (0..1_500_000).map(line).collect();
    let many_lines = (0..1_000_000).map(|nth| format!("Line {nth}\n"));
    let articles: [(&str, String); 3] = [
        ("500,000 words", half_a_million.collect()),
        ("a line of 50 MB", one_line),
        ("a million lines", many_lines.collect()),
    ];
    for (name, body) in articles {
        measure_one(options, name, &body, figures);
    }
}

fn measure_one(options: &Options, name: &str, body: &str, figures: &mut Figures) {
    let (library, ours) = (tempfile::tempdir(), tempfile::tempdir());
    let (library, ours) = (library.expect("a folder"), ours.expect("a folder"));
    let text = format!("Vast\n20260101\nhttps://vast.example/\n{body}");
    fs::write(library.path().join("vast.txt"), text).expect("the article can be written");
    let mut terminal = Terminal::start(library.path(), ours.path(), &options.program());
    let started = terminal.started;
    let peak = Peak::of(terminal.pid());
    terminal.until(started, Duration::from_secs(60), Terminal::has_rows);
    terminal.settle(Duration::from_millis(1_500));
    let at = terminal.press("\r");
    let is_open = |terminal: &Terminal| terminal.text().contains("Line 0");
    figures.time(format!("{name}: open"), terminal.until(at, Duration::from_secs(60), is_open));
    terminal.settle(QUIET);
    let keys = ["j", "j", "k", "\x04", "\x04", "\x06", "G", "k", "\x15", "gg"];
    let mut times = Times::default();
    for _ in 0..3 {
        times.extend(&press(&mut terminal, keys.iter(), QUIET));
    }
    figures.times(format!("{name}: scroll"), times);
    figures.bytes(format!("{name}: memory"), memory_bytes(terminal.pid()));
    figures.bytes(format!("{name}: memory, peak"), peak.bytes());
    terminal.quit();
}
