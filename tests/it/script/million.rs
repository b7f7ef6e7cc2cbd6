//! A million articles: what the program asks for and draws is the size of the screen, whatever the
//! size of the library. Nothing is timed here; calls and rows are counted.

use std::ops::Range;

use dateline::{
    app::{App, Event},
    config::Config,
    domain::{Arrivals, Extent, Headline},
    session::{
        Answer, Effect, Generation, Key, ListAnswer, ListName, MarkRequest, Message, Question,
        Window,
    },
    ui::Theme,
};
use ratatui::{Terminal, backend::TestBackend};

use super::{day, headline};

const N_ROWS: usize = 1_000_000;
/// Rows above and below the screen that are asked for with it.
const MOST_MARGIN: usize = 100;

/// A million rows that exist only where they are asked for, and a count of what was.
struct Vast {
    app: App,
    height: usize,
    n_lists: usize,
    /// All ranges of rows that were asked for.
    loads: Vec<Range<usize>>,
    passages: Vec<Range<usize>>,
}

impl Vast {
    fn new(width: u16, height: u16) -> Self {
        let (app, effects) = App::new(Config::default(), Theme::monochrome(), (width, height));
        let height = usize::from(height);
        let (loads, passages) = (Vec::new(), Vec::new());
        let mut vast = Self { app, height, n_lists: 0, loads, passages };
        vast.settle(effects);
        vast
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        for key in Key::parse_all(keys).unwrap() {
            let effects = self.app.update(Event::Key(key));
            self.settle(effects);
            self.draw();
        }
        self
    }

    fn resize(&mut self, width: u16, height: u16) {
        self.height = usize::from(height);
        let effects = self.app.update(Event::Resize(width, height));
        self.settle(effects);
        self.draw();
    }

    fn settle(&mut self, mut effects: Vec<Effect>) {
        while let Some(effect) = effects.pop() {
            let message = match effect {
                Effect::Ask(Question::List { list, generation, window, .. }) => {
                    self.n_lists += 1;
                    self.loads.push(window.rows(None, N_ROWS));
                    answer(list, generation, window)
                }
                Effect::Ask(Question::Rows { list, generation, rows }) => {
                    self.loads.push(rows.clone());
                    rows_of(list, generation, rows)
                }
                Effect::Ask(Question::Snippets { rows, .. }) => {
                    self.passages.push(rows);
                    continue;
                }
                Effect::Mark(MarkRequest::Shown(ids)) => {
                    assert!(ids.len() <= self.height, "no more are told of than are shown");
                    continue;
                }
                Effect::Ask(Question::Leads { wanted }) => {
                    self.passages.push(0..wanted.len());
                    continue;
                }
                other => panic!("{other:?}"),
            };
            effects.extend(self.app.update(Event::Message(message)));
        }
    }

    /// Draws, and checks that no more rows are looked at than there are lines.
    fn draw(&self) {
        let (width, height) = (100, u16::try_from(self.height).unwrap());
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| drop(self.app.view(frame))).unwrap();
        let n_lines = self.app.session().front().lines().count();
        assert!(n_lines <= self.height + 1, "{n_lines} lines for {} of screen", self.height);
    }

    fn n_rows_asked(&self) -> usize {
        self.loads.iter().map(ExactSizeIterator::len).sum()
    }
}

fn answer(list: ListName, generation: Generation, window: Window) -> Message {
    let rows = window.rows(None, N_ROWS);
    Message::Answer(Answer::List(ListAnswer {
        list,
        generation,
        n_rows: N_ROWS,
        extent: Extent::Whole,
        n_gone: 0,
        cursor: None,
        first: rows.start,
        rows: rows.map(row).collect(),
        forms: Vec::new(),
    }))
}

fn rows_of(list: ListName, generation: Generation, rows: Range<usize>) -> Message {
    Message::Answer(Answer::Rows {
        list,
        generation,
        first: rows.start,
        rows: rows.map(row).collect(),
    })
}

/// Forty articles a day.
fn row(row: usize) -> Headline {
    let days = chrono::Days::new(row as u64 / 40);
    let date = day("2026-03-04").unwrap().checked_sub_days(days);
    headline(u32::try_from(row % 4_000).unwrap(), &format!("Row {row}"), date, "wire.example")
}

#[test]
fn no_request_is_for_more_rows_than_a_screen_and_its_margins() {
    for (width, height) in [(20, 3), (80, 24), (120, 50), (200, 200)] {
        let mut vast = Vast::new(width, height);
        vast.press("Ggg500000G<c-d><c-u><c-f><c-b>zz,t,r,dgugagsga/ferry<enter>G<esc>ggG");
        vast.resize(width * 2, height * 2);
        vast.resize(width, height);
        let most = vast.loads.iter().map(ExactSizeIterator::len).max().unwrap();
        let limit = 2 * usize::from(height) + 2 * MOST_MARGIN;
        assert!(most <= limit, "{most} rows at once at {width}×{height}");
        let passages = vast.passages.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
        assert!(passages <= 2 * usize::from(height), "{passages} passages at {width}×{height}");
    }
}

#[test]
fn keys_ask_for_the_rows_they_come_to_and_for_no_others() {
    let mut vast = Vast::new(100, 40);
    let mut asked = |keys: &str| {
        let (n_loads, n_rows) = (vast.loads.len(), vast.n_rows_asked());
        vast.press(keys);
        (vast.loads.len() - n_loads, vast.n_rows_asked() - n_rows)
    };
    let window = 40 + 2 * MOST_MARGIN;
    let (n_loads, n_rows) = asked("G");
    assert!(n_loads <= 1 && n_rows <= window, "G: {n_rows} rows by {n_loads} requests");
    let (n_loads, n_rows) = asked("gg");
    assert!(n_loads <= 1 && n_rows <= window, "gg: {n_rows} rows by {n_loads} requests");
    let (n_loads, n_rows) = asked(&"j".repeat(100));
    assert!(n_loads <= 5 && n_rows <= 5 * window, "j: {n_rows} rows by {n_loads} requests");
    let (n_loads, n_rows) = asked(&"<c-d>".repeat(10));
    assert!(n_loads <= 10 && n_rows <= 10 * window, "^D: {n_rows} rows by {n_loads} requests");
    let (n_loads, _) = asked("kjkjkjkjkj");
    assert!(n_loads <= 1, "to and fro: {n_loads} requests");
    assert_eq!(vast.n_lists, 1, "moving asks for no other list");
}

#[test]
fn other_sizes_ask_for_the_rows_on_the_screen() {
    let mut vast = Vast::new(100, 40);
    vast.press("700000G");
    let (n_loads, n_rows) = (vast.loads.len(), vast.n_rows_asked());
    for height in [10, 60, 5, 120, 40] {
        vast.resize(100, height);
    }
    let (n_loads, n_rows) = (vast.loads.len() - n_loads, vast.n_rows_asked() - n_rows);
    assert!(n_loads <= 5 && n_rows <= 5 * (120 + 2 * MOST_MARGIN), "{n_rows} by {n_loads}");
    assert_eq!(&*vast.app.session().front().headline().unwrap().title, "Row 699999");
    assert_eq!(vast.n_lists, 1);
}

#[test]
fn a_change_of_the_library_asks_for_one_window() {
    let mut vast = Vast::new(100, 40);
    vast.press("300000G");
    let n_rows = vast.n_rows_asked();
    let effects = vast
        .app
        .update(Event::Message(Message::Changed(Arrivals { n_new: 1, ..Arrivals::default() })));
    vast.settle(effects);
    assert!(vast.n_rows_asked() - n_rows <= 40 + 2 * MOST_MARGIN);
    assert_eq!(vast.n_lists, 2);
}

#[test]
fn of_a_search_that_is_typed_only_the_newest_is_followed_up() {
    let mut vast = Vast::new(100, 40);
    vast.press("/");
    let n_loads = vast.loads.len();
    let typed: Vec<Effect> =
        "alp".chars().flat_map(|key| vast.app.update(Event::Key(Key::char(key)))).collect();
    let asked: Vec<(Generation, Window)> = typed
        .iter()
        .map(|effect| match effect {
            Effect::Ask(Question::List { list: ListName::Results, generation, window, .. }) => {
                (*generation, *window)
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(asked.len(), 3);
    // The answers come late and in any order; one is shown, and no more rows are needed.
    for (generation, window) in [asked[1], asked[2], asked[0]] {
        let message = answer(ListName::Results, generation, window);
        let effects = vast.app.update(Event::Message(message));
        assert_eq!(effects.is_empty(), generation != asked[2].0, "{effects:?}");
        vast.settle(effects);
    }
    assert_eq!(vast.loads.len(), n_loads);
    assert_eq!(vast.passages.len(), 1);
    assert!(vast.passages[0].len() <= 20);
}
