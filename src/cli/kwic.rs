//! `dateline kwic DIR QUERY`.

use std::io::Write;

use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{
    PathOptions,
    asked::{Asked, Canvas, Format, Line},
    colour::{Colour, When},
    json::JsonPath,
    output::{Outcome, complain, out},
    start::Needs,
};
use crate::{
    base::{language::numbers::thousands, paths::escaped, wording},
    domain::{ContextOrder, Listing},
    library::{KwicAnswer, KwicLine, KwicWanted},
};

/// Lines that are read at a time.
const WINDOW: usize = 500;
/// Cells on either side, where no terminal says how much room there is.
const USUAL_WIDTH: usize = 40;
/// Sources with longer names are cut off on a terminal, so that there is room for the words.
const SOURCE_CELLS: usize = 20;

#[derive(Debug, Args)]
#[command(
    override_usage = "dateline kwic [OPTIONS] <DIR> <QUERY>...",
    after_help = LINES
)]
pub(super) struct Options {
    #[command(flatten)]
    asked: Asked,
    /// Sort by date, newest first, or by the words to the left or to the right
    #[arg(long, value_enum, value_name = "ORDER", default_value = "date")]
    sort: Sort,
    /// The width of the text on either side, in cells (default: what the terminal has room for)
    #[arg(long, value_name = "N")]
    width: Option<usize>,
    /// Print at most this many lines
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Highlight matches in color
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: When,
    #[command(flatten)]
    format: Format,
}

/// The explanation of the lines in `--help`.
const LINES: &str = "\
Columns: date, source, text to the left, what was found, text to the right; if standard output is not \
a terminal, they are separated by tabs, with the beginning of the id and the path after the source. \
Sorted by the words to the left or right, the 10,000 lines of the newest articles are printed, and a \
note on standard error if there are more.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sort {
    Date,
    Left,
    Right,
}

impl Sort {
    fn order(self) -> ContextOrder {
        match self {
            Self::Date => ContextOrder::Date,
            Self::Left => ContextOrder::Left,
            Self::Right => ContextOrder::Right,
        }
    }
}

/// A place that the query finds.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "KwicLine")]
pub(super) struct JsonContext<'a> {
    /// The id of the article.
    id: String,
    #[serde(flatten)]
    path: JsonPath,
    /// The day of the article; null if it has no date.
    date: Option<String>,
    source: &'a str,
    title: &'a str,
    /// The number of the paragraph, from 1; null if the place is in the title.
    paragraph: Option<usize>,
    /// The text before it in the same paragraph.
    left: &'a str,
    /// What was found.
    word: &'a str,
    /// The text after it in the same paragraph.
    right: &'a str,
}

impl Line for &KwicLine {
    fn json(&self) -> impl Serialize {
        let (headline, place) = (&self.headline, &self.place);
        JsonContext {
            id: headline.id.to_string(),
            path: JsonPath::new(&headline.path),
            date: headline.date.map(|date| date.to_string()),
            source: &headline.source,
            title: &headline.title,
            paragraph: place.paragraph.map(|nth| nth + 1),
            left: &place.left,
            word: &place.word,
            right: &place.right,
        }
    }

    fn cells(&self) -> Vec<String> {
        let (headline, place) = (&self.headline, &self.place);
        let mut id = headline.id.to_string();
        id.truncate(12);
        let path = escaped(&headline.path);
        let texts = [&headline.source, &path, &place.left, &place.word, &place.right];
        let texts = texts.map(ToString::to_string);
        let [source, path, left, word, right] = texts;
        let date = headline.date.map_or_else(String::new, |date| date.to_string());
        vec![date, source, id, path, left, word, right]
    }
}

/// The columns of comma-separated values.
const NAMES: [&str; 7] = ["date", "source", "id", "path", "left", "word", "right"];

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let query = options.asked.required_query(paths)?;
    let needs = if query.asks_texts() { Needs::FullText } else { Needs::Catalogue };
    let mut client = options.asked.open(needs, paths)?;
    let is_for_people = options.format.is_for_people();
    let canvas = if is_for_people { Some(Canvas::of_terminal(paths)?) } else { None };
    let n_cells =
        options.width.unwrap_or_else(|| canvas.map_or(USUAL_WIDTH, |it| room(it.n_cells)));
    let listing = Listing { query: Some(query), ..Listing::default() };
    let (mut out, mut n_written, mut earlier) = (out(), 0, None);
    let end = options.limit.unwrap_or(usize::MAX);
    if !is_for_people {
        options.format.write_names(&mut out, &NAMES)?;
    }
    let last = loop {
        let lines = n_written..end.min(n_written + WINDOW);
        let order = options.sort.order();
        let wanted = KwicWanted { order, n_cells, lines, counts_on: false };
        let answer = client.kwic(&listing, wanted, earlier)?;
        earlier = Some(answer.generation);
        if is_for_people {
            let colour = options.color.colour();
            answer
                .lines
                .iter()
                .try_for_each(|line| write_aligned(&mut out, line, n_cells, colour))?;
        } else {
            options.format.write_lines(&mut out, answer.lines.iter())?;
        }
        n_written += answer.lines.len();
        if answer.lines.is_empty() || end <= n_written {
            break answer;
        }
    };
    out.flush()?;
    tell(&last, n_written);
    Ok(if n_written == 0 { Outcome::NothingFound } else { Outcome::Done })
}

/// Cells on either side of a word of usual length.
fn room(n_cells: usize) -> usize {
    const DATE_CELLS: usize = 10;
    const WORD_CELLS: usize = 12;
    let taken = DATE_CELLS + SOURCE_CELLS + WORD_CELLS + 6;
    (n_cells.saturating_sub(taken) / 2).max(12)
}

fn write_aligned(
    out: &mut impl Write,
    line: &KwicLine,
    n_cells: usize,
    colour: Colour,
) -> std::io::Result<()> {
    let KwicLine { headline, place } = line;
    let date = headline.date.map_or_else(|| format!("{:10}", "-"), |date| date.to_string());
    let source = cut(&headline.source, SOURCE_CELLS);
    let source_gap = " ".repeat(SOURCE_CELLS.saturating_sub(source.width()));
    let left_gap = " ".repeat(n_cells.saturating_sub(place.left.width()));
    let (left, right) = (&place.left, &place.right);
    let word = colour.hit(&place.word);
    let text = format!("{date}  {source}{source_gap}  {left_gap}{left} {word} {right}");
    writeln!(out, "{}", text.trim_end())
}

/// The beginning of a text, with an ellipsis if it is cut off.
fn cut(text: &str, n_cells: usize) -> String {
    if text.width() <= n_cells {
        return text.to_owned();
    }
    let mut n_taken = 1;
    let fitting = text.chars().take_while(|c| {
        n_taken += c.to_string().width();
        n_taken <= n_cells
    });
    fitting.collect::<String>() + "…"
}

/// What is not printed, and why.
fn tell(last: &KwicAnswer, n_written: usize) {
    if let Some(bound) = last.bound.filter(|bound| *bound <= n_written) {
        complain(&wording!("cli-kwic-bound", n = thousands(bound)));
    }
    if 0 < last.n_unreadable {
        complain(&wording!("cli-kwic-unreadable", n = last.n_unreadable));
    }
}
