//! `dateline timeline [DIR] [QUERY]`.

use std::io::Write;

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{
    PathOptions,
    asked::{Asked, By, Canvas, Format, Line},
    output::{Outcome, out},
};
use crate::{
    base::{bars, language::numbers::thousands, wording},
    domain::{Amount, Timeline},
    library::TallyWanted,
    query::Days,
};

#[derive(Debug, Args)]
#[command(override_usage = "dateline timeline [OPTIONS] [DIR] [QUERY]...", after_help = BURSTS)]
pub(super) struct Options {
    #[command(flatten)]
    asked: Asked,
    /// The period to count by
    #[arg(long, value_enum, value_name = "PERIOD", default_value = "month")]
    by: By,
    /// Also print the share of all articles in the period
    #[arg(long)]
    share: bool,
    #[command(flatten)]
    format: Format,
}

/// The explanation of bursts in `--help`.
const BURSTS: &str = "\
Empty periods are included, and a week begins on Monday. Undated articles come last, as `undated`. \
On a terminal, ! marks a burst: more articles in a period, or on a day of it, than e + 4 times the \
root of e, where e (at least 1) is the number to be expected from the same weekdays of the eight \
weeks before and from the number of all articles.";

/// The articles of a period, or those without a date.
struct Counted {
    period: String,
    amount: Amount,
    is_burst: bool,
    has_share: bool,
}

/// The articles of a period.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TimelinePeriod")]
pub(super) struct JsonPeriod {
    /// The period, such as 2022-02-10, 2022-W06, 2022-02 or 2022; `undated` for articles without a
    /// date.
    period: String,
    /// The number of articles.
    count: u32,
    /// Their share of all articles in the period, from 0 to 1, with --share.
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
}

impl Counted {
    /// Rounded for reading.
    fn share(&self) -> f64 {
        (self.amount.share() * 10_000.0).round() / 10_000.0
    }
}

impl Line for Counted {
    fn json(&self) -> impl Serialize {
        let share = self.has_share.then(|| self.share());
        JsonPeriod { period: self.period.clone(), count: self.amount.n_hits, share }
    }

    fn cells(&self) -> Vec<String> {
        let mut cells = vec![self.period.clone(), self.amount.n_hits.to_string()];
        cells.extend(self.has_share.then(|| self.share().to_string()));
        cells
    }
}

/// The name of the undated for programs.
const UNDATED: &str = "undated";

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let client = options.asked.counted(paths)?;
    let wanted = TallyWanted { has_timeline: true, ..TallyWanted::default() };
    let timeline = client.tally(wanted)?.timeline.unwrap_or_default();
    let mut out = out();
    if options.format.is_for_people() {
        let lines: Vec<Counted> = lines(&timeline, options).collect();
        write_plot(&mut out, &lines, options.share, Canvas::of_terminal(paths)?)?;
    } else {
        let names = ["period", "count", "share"];
        let names = if options.share { &names[..] } else { &names[..2] };
        options.format.write(&mut out, names, lines(&timeline, options))?;
    }
    out.flush()?;
    Ok(if client.shown().n_rows == 0 { Outcome::NothingFound } else { Outcome::Done })
}

/// Every period from the first hit to the last, then the undated.
fn lines<'a>(timeline: &'a Timeline, options: &Options) -> impl Iterator<Item = Counted> + 'a {
    let (period, has_share) = (options.by.period(), options.share);
    // Shares are of all articles of a period, those before the first hit and after the last, too.
    let whole = move |span: Days| Days {
        first: period.start(span.first),
        last: period.days(span.last).last,
    };
    let span = timeline.span().map(whole);
    let bars = span.into_iter().flat_map(move |span| timeline.bars(period, span));
    let dated = bars.map(move |bar| Counted {
        period: period.written(bar.start),
        amount: bar.amount,
        is_burst: bar.is_burst,
        has_share,
    });
    let (period, amount) = (UNDATED.to_owned(), timeline.undated);
    let undated = Counted { period, amount, is_burst: false, has_share };
    dated.chain((0 < amount.n_hits).then_some(undated))
}

/// One line for each period: its number or share, and a bar against the largest.
fn write_plot(
    out: &mut impl Write,
    lines: &[Counted],
    has_share: bool,
    canvas: Canvas,
) -> anyhow::Result<()> {
    let name = |it: &Counted| match it.period.as_str() {
        UNDATED => wording!("facet-undated").to_owned(),
        period => period.to_owned(),
    };
    let numbers = |it: &Counted| {
        let count = thousands(it.amount.n_hits as usize);
        if has_share { format!("{count}  {:5.1} %", it.amount.share() * 100.0) } else { count }
    };
    let height = |it: &Counted| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share in millionths"
        )]
        if has_share { (it.amount.share() * 1e6) as usize } else { it.amount.n_hits as usize }
    };
    let widest = |width: &dyn Fn(&Counted) -> usize| lines.iter().map(width).max().unwrap_or(0);
    let (name_cells, number_cells) =
        (widest(&|it| name(it).width()), widest(&|it| numbers(it).width()));
    let most = widest(&height);
    let bar_cells = canvas.n_cells.saturating_sub(name_cells + number_cells + 6);
    for line in lines {
        let (name, numbers) = (name(line), numbers(line));
        let burst = if line.is_burst { "!" } else { " " };
        let name_gap = " ".repeat(name_cells.saturating_sub(name.width()));
        let number_gap = " ".repeat(number_cells.saturating_sub(numbers.width()));
        let bar = canvas.drawn(bars::bar(height(line), most, bar_cells));
        let text = format!("{name}{name_gap}  {number_gap}{numbers} {burst} {bar}");
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}
