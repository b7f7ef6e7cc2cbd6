//! `dateline facets [DIR] [QUERY]`.

use std::io::Write;

use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{
    PathOptions,
    asked::{Asked, Canvas, Format, Line},
    output::{Outcome, out},
};
use crate::{
    base::{Clean, bars, language::numbers::thousands, wording},
    domain::{Facet, FacetKind, FacetValue},
    library::{FacetWanted, TallyWanted},
};

/// Parts of the sparklines that people see.
const N_PARTS: usize = 24;
/// Cells of a bar, if there is room.
const BAR_CELLS: usize = 20;
/// Longer values push the rest of their own line to the right.
const MAX_WIDTH: usize = 40;

#[derive(Debug, Args)]
#[command(override_usage = "dateline facets [OPTIONS] --by <KIND> [DIR] [QUERY]...")]
pub(super) struct Options {
    #[command(flatten)]
    asked: Asked,
    /// What to count by
    #[arg(long, value_enum, value_name = "KIND")]
    by: By,
    /// Print at most this many values
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Source,
    Folder,
    Year,
    Month,
    Lang,
    State,
    Length,
}

impl By {
    fn kind(self) -> FacetKind {
        match self {
            Self::Source => FacetKind::Source,
            Self::Folder => FacetKind::Folder,
            Self::Year => FacetKind::Year,
            Self::Month => FacetKind::Month,
            Self::Lang => FacetKind::Language,
            Self::State => FacetKind::State,
            Self::Length => FacetKind::Length,
        }
    }
}

/// A value that articles have in common.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FacetValue")]
pub(super) struct JsonValue {
    /// As a query takes it after the name of its field.
    value: String,
    /// The number of articles.
    count: usize,
    /// The number of unread ones among them.
    unread: usize,
}

impl Line for &FacetValue {
    fn json(&self) -> impl Serialize {
        JsonValue { value: self.value.to_string(), count: self.n_hits, unread: self.n_unread }
    }

    fn cells(&self) -> Vec<String> {
        vec![self.value.to_string(), self.n_hits.to_string(), self.n_unread.to_string()]
    }
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let client = options.asked.counted(paths)?;
    let is_for_people = options.format.is_for_people();
    let values = FacetWanted {
        contains: String::new(),
        n_values: options.limit.unwrap_or(usize::MAX),
        n_parts: if is_for_people { N_PARTS } else { 0 },
        shows_others: false,
    };
    let facets = vec![options.by.kind()];
    let tally = client.tally(TallyWanted { has_timeline: false, facets, values })?;
    let mut out = out();
    for facet in &tally.facets {
        if is_for_people {
            write_table(&mut out, facet, Canvas::of_terminal(paths)?)?;
        } else {
            options.format.write(&mut out, &["value", "count", "unread"], facet.values.iter())?;
        }
    }
    out.flush()?;
    Ok(if client.shown().n_rows == 0 { Outcome::NothingFound } else { Outcome::Done })
}

/// Values with their numbers, a bar against the largest, and how they run over time.
fn write_table(out: &mut impl Write, facet: &Facet, canvas: Canvas) -> anyhow::Result<()> {
    let said = |it: &FacetValue| facet.kind.said_value(&it.value);
    let unread = |it: &FacetValue| match it.n_unread {
        0 => String::new(),
        n => wording!("cli-n-unread", n = n),
    };
    let widest = |width: &dyn Fn(&FacetValue) -> usize| {
        facet.values.iter().map(width).filter(|width| *width <= MAX_WIDTH).max().unwrap_or(0)
    };
    let (value_cells, count_cells, unread_cells) = (
        widest(&|it| said(it).width()),
        widest(&|it| thousands(it.n_hits).width()),
        widest(&|it| unread(it).width()),
    );
    let most = facet.values.iter().map(|it| it.n_hits).max().unwrap_or(0);
    let rest = canvas.n_cells.saturating_sub(value_cells + count_cells + unread_cells + 6);
    let bar_cells = rest.saturating_sub(N_PARTS + 2).min(BAR_CELLS);
    for value in &facet.values {
        let padded = |text: &str, cells: usize| " ".repeat(cells.saturating_sub(text.width()));
        let (name, count, unread) = (said(value), thousands(value.n_hits), unread(value));
        let bar = bars::bar(value.n_hits, most, bar_cells);
        let gap = padded(&bar, bar_cells);
        let line = bars::sparkline(&value.sparkline);
        let picture = canvas.drawn(format!("{bar}{gap}  {line}"));
        let text = format!(
            "{name}{}  {}{count}  {unread}{}  {picture}",
            padded(&name, value_cells),
            padded(&count, count_cells),
            padded(&unread, unread_cells),
        );
        writeln!(out, "{}", text.trim_end())?;
    }
    if facet.values.len() < facet.n_values {
        let more = facet.n_values - facet.values.len();
        writeln!(out, "{}", Clean::new(&wording!("cli-more-values", n = more)))?;
    }
    Ok(())
}
