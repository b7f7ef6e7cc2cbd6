//! Searches as they are typed: after each letter, the first page and the number of hits.

use std::time::Duration;

use crate::{
    Desk,
    figures::Figures,
    terminal::{Look, Terminal, Timing, has_date, process::memory_bytes, times::Times},
};

/// Hits that come later than this after the letter are not seen, unless the screen says that it
/// still counts.
const QUIET: Duration = Duration::from_millis(400);

/// Words that both made-up corpora and real English have.
const GROUPS: &[(&str, &[&str])] = &[
    ("letters", &["alp", "th"]),
    ("a word", &["people", "the"]),
    ("several words", &["water people of"]),
    ("a phrase", &["\"of the\"", "\"in the world\""]),
    ("without", &["people -water"]),
];

pub(crate) fn measure(desk: &Desk<'_>, figures: &mut Figures) {
    let mut terminal = desk.start_and_rest();
    let rare = rare_words(&terminal);
    let rare: Vec<&str> = rare.iter().map(String::as_str).collect();
    let groups = GROUPS.iter().copied().chain([("a rare word", &rare[..])]);
    let mut all = [Times::default(), Times::default(), Times::default()];
    let mut phrases = Times::default();
    for (name, queries) in groups {
        let [mut letters, mut pages, mut counts] = all.each_ref().map(|_| Times::default());
        let mut firsts = Times::default();
        for query in queries {
            type_query(&mut terminal, query, |[letter, page, count]| {
                letters.add(letter.first);
                // If the same articles are found again, the letter is all there is to see.
                firsts.add(page.first.or(letter.first));
                pages.add(page.last.or(letter.first));
                counts.add(count.last.or(letter.first));
            });
        }
        for (all, times) in all.iter_mut().zip([&letters, &pages, &counts]) {
            all.extend(times);
        }
        if name == "a phrase" {
            phrases = counts.clone();
        }
        figures.times(format!("search: {name}: first hits"), firsts);
        figures.times(format!("search: {name}: page"), pages);
        figures.times(format!("search: {name}: count"), counts);
    }
    let [letters, pages, counts] = all;
    figures.times("search: letter", letters);
    figures.times("search: page", pages);
    figures.times("search: count", counts);
    figures.times("search: count of phrases", phrases);
    best_first(&mut terminal, figures);
    figures.bytes("memory after searches", memory_bytes(terminal.pid()));
    terminal.quit();
}

/// Types a query letter by letter, and goes back to the list.
fn type_query(terminal: &mut Terminal, query: &str, mut take: impl FnMut([Timing; 3])) {
    terminal.key("/");
    terminal.settle(QUIET / 3);
    for letter in query.chars() {
        let mut buffer = [0; 4];
        let looks: [Look; 3] = [&prompt, &titles, &hits];
        take(terminal.time(letter.encode_utf8(&mut buffer), QUIET, looks, is_counted));
    }
    terminal.key("\x1b");
    terminal.settle(QUIET / 3);
}

/// The order by best match, which looks at all hits.
fn best_first(terminal: &mut Terminal, figures: &mut Figures) {
    let mut times = Times::default();
    for query in ["the", "people", "water people"] {
        terminal.key("/");
        terminal.press(query);
        terminal.settle(QUIET);
        let [page] = terminal.time("\x0f", QUIET, [&titles], is_counted);
        times.add(page.last);
        // The order stays chosen.
        terminal.press("\x0f");
        terminal.settle(QUIET);
        terminal.key("\x1b");
        terminal.settle(QUIET / 3);
    }
    figures.times("search: best match first", times);
}

fn prompt(terminal: &Terminal) -> Vec<u8> {
    let line = terminal.lines().into_iter().find(|line| line.trim_start().starts_with('/'));
    line.unwrap_or_default().into_bytes()
}

/// The lines with the headlines; passages come a moment later.
fn titles(terminal: &Terminal) -> Vec<u8> {
    let lines = terminal.lines();
    lines.into_iter().filter(|line| has_date(line)).collect::<String>().into_bytes()
}

/// The line with the number of hits.
fn hits(terminal: &Terminal) -> Vec<u8> {
    hits_line(terminal).unwrap_or_default().into_bytes()
}

fn hits_line(terminal: &Terminal) -> Option<String> {
    terminal
        .lines()
        .into_iter()
        .take(4)
        .find(|line| line.contains(" hits") || line.contains(" hit"))
}

/// Whether the number of hits is not a lower bound.
fn is_counted(terminal: &Terminal) -> bool {
    !hits_line(terminal).is_some_and(|line| line.contains('≥'))
}

/// Long words of the titles on the screen: few articles have them.
fn rare_words(terminal: &Terminal) -> Vec<String> {
    let lines = terminal.lines();
    let titles = lines.iter().filter(|line| has_date(line));
    let words = titles.flat_map(|line| line.split_whitespace());
    let mut words: Vec<String> = words
        .filter(|word| word.chars().all(|it| it.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words.truncate(2);
    words
}
