//! What subcommands that answer a query have in common: a directory, the query, and numbers that are
//! printed for people, for programs, or for tables.

use std::{
    ffi::OsString,
    io::{self, IsTerminal, Write},
    path::PathBuf,
};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{
    PathOptions,
    json::write_json,
    paths,
    start::{self, Needs},
};
use crate::{
    base::{bars, paths::escaped, wording},
    config::GlyphSet,
    domain::{Listing, Period},
    library::{Client, Looking},
    query::Query,
};

/// Cells of a terminal that does not say how wide it is.
const USUAL_CELLS: usize = 80;

/// The directory and the query.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// The directory of articles (default: the current one if it holds articles, or else the last
    /// one)
    dir: Option<PathBuf>,
    /// Only articles that match this query; several arguments are joined with blanks. Put -- before
    /// a query that starts with -
    #[arg(value_name = "QUERY")]
    query: Vec<OsString>,
    #[command(flatten)]
    scan: Scan,
}

/// How much of the directory is checked before an answer.
#[derive(Debug, Args)]
pub(super) struct Scan {
    /// Answer from the cache without a scan; only the files of printed articles are checked
    #[arg(long)]
    no_scan: bool,
    /// Check every file for changes; otherwise, in a directory of more than 20,000 files, the times
    /// of folders, and the files of printed articles
    #[arg(long, conflicts_with = "no_scan")]
    fresh: bool,
}

impl Scan {
    pub(super) fn looking(&self) -> Looking {
        match (self.no_scan, self.fresh) {
            (true, _) => Looking::Nothing,
            (_, true) => Looking::EveryFile,
            _ => Looking::Usual,
        }
    }
}

/// Files of printed articles that are checked, at most, where not every file is: as many as a person
/// looks at, and few enough to take no time.
const MOST_PRINTED: usize = 1000;

/// The articles whose files have to be as they were read, since they are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Printed {
    /// They are counted.
    None,
    /// The first ones of the list, or all of them.
    First(Option<usize>),
}

impl Asked {
    /// The query; `None` if there is none, or an empty one.
    ///
    /// # Errors
    /// A message about the mistake in it, or about one in the settings.
    pub(super) fn query(&self, paths: &PathOptions) -> anyhow::Result<Option<Query>> {
        if let Some(dir) = &self.dir {
            paths::library(dir)?;
        }
        Ok(Some(parsed(&self.query, paths)?).filter(|query| !query.is_empty()))
    }

    /// The query as it is written, in so far as it is text.
    pub(super) fn text(&self) -> String {
        self.query.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    /// The query, where nothing can be done without one.
    ///
    /// # Errors
    /// As [`Asked::query`], and if there is none.
    pub(super) fn required_query(&self, paths: &PathOptions) -> anyhow::Result<Query> {
        if let Some(query) = self.query(paths)? {
            return Ok(query);
        }
        match &self.dir {
            Some(dir) if self.query.is_empty() => {
                bail!(wording!("cli-query-missing", path = escaped(dir)))
            }
            _ => bail!(wording!("cli-query-empty")),
        }
    }

    /// The directory that is meant.
    ///
    /// # Errors
    /// In words, as [`paths::named_or_usual`].
    pub(super) fn dir(&self, paths: &PathOptions) -> anyhow::Result<PathBuf> {
        paths::named_or_usual(self.dir.as_deref(), paths)
    }

    /// Opens the library, and lists articles.
    pub(super) fn client(
        &self,
        listing: &Listing,
        printed: Printed,
        paths: &PathOptions,
    ) -> anyhow::Result<Client> {
        let dir = self.dir(paths)?;
        let asks_texts = listing.query.as_ref().is_some_and(Query::asks_texts);
        let needs = if asks_texts { Needs::FullText } else { Needs::Catalogue };
        let looking = self.scan.looking();
        let (local, is_checked) = start::open_checked(&dir, paths, needs, looking)?;
        let mut client = start::client(&local);
        client.list(listing, None)?;
        if let Printed::First(limit) = printed
            && !is_checked
            && !local.is_as_listed(client.shown().list, limit_of(looking, limit))
        {
            let local = start::open(&dir, paths, needs, Looking::EveryFile)?;
            client = start::client(&local);
            client.list(listing, None)?;
        }
        Ok(client)
    }

    /// Opens the library, and lists the articles that are to be counted.
    pub(super) fn counted(&self, paths: &PathOptions) -> anyhow::Result<Client> {
        let listing = Listing { query: self.query(paths)?, ..Listing::default() };
        self.client(&listing, Printed::None, paths)
    }

    /// Opens the library for questions that do not concern a list.
    pub(super) fn open(&self, needs: Needs, paths: &PathOptions) -> anyhow::Result<Client> {
        let looking = self.scan.looking();
        Ok(start::client(&start::open(&self.dir(paths)?, paths, needs, looking)?))
    }
}

/// How many of the first rows are checked, of those that are printed.
fn limit_of(looking: Looking, printed: Option<usize>) -> Option<usize> {
    match looking {
        Looking::Usual => Some(printed.unwrap_or(MOST_PRINTED).min(MOST_PRINTED)),
        Looking::EveryFile | Looking::Folders | Looking::Nothing => printed,
    }
}

/// The query that words make, joined with blanks.
///
/// # Errors
/// A message about the mistake, or about one in the settings.
pub(super) fn parsed(words: &[OsString], paths: &PathOptions) -> anyhow::Result<Query> {
    let words: Option<Vec<&str>> = words.iter().map(|word| word.to_str()).collect();
    let text = words.context(wording!("cli-query-bytes"))?.join(" ");
    start::settings(paths)?.vocabulary().strict(&text).map_err(|error| {
        let (column, why) = (error.column + 1, error.to_string());
        let query = shortened(text.clone());
        anyhow::Error::msg(wording!("cli-query", query = query, column = column, why = why))
    })
}

/// A message is to be read, whatever it quotes.
fn shortened(mut text: String) -> String {
    const MOST_CHARS: usize = 200;
    if let Some((end, _)) = text.char_indices().nth(MOST_CHARS) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// A period to count by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    Day,
    Week,
    Month,
    Year,
}

impl By {
    pub(super) fn period(self) -> Period {
        match self {
            Self::Day => Period::Day,
            Self::Week => Period::Week,
            Self::Month => Period::Month,
            Self::Year => Period::Year,
        }
    }
}

/// How numbers are printed.
#[derive(Debug, Args)]
pub(super) struct Format {
    /// Print JSON Lines
    #[arg(long)]
    json: bool,
    /// Print comma-separated values
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

/// One line of numbers: as JSON, and as cells for tables.
pub(super) trait Line {
    fn json(&self) -> impl Serialize;
    fn cells(&self) -> Vec<String>;
}

impl Format {
    /// Whether somebody reads it at a terminal.
    pub(super) fn is_for_people(&self) -> bool {
        !self.json && !self.csv && io::stdout().is_terminal()
    }

    /// Prints for programs: JSON Lines, comma-separated values below `names`, or values separated by
    /// tabs.
    pub(super) fn write<L: Line>(
        &self,
        out: &mut impl Write,
        names: &[&str],
        lines: impl Iterator<Item = L>,
    ) -> anyhow::Result<()> {
        self.write_names(out, names)?;
        self.write_lines(out, lines)
    }

    /// Prints the names of the columns, where they are wanted.
    pub(super) fn write_names(&self, out: &mut impl Write, names: &[&str]) -> anyhow::Result<()> {
        if self.csv {
            writeln!(out, "{}", names.join(","))?;
        }
        Ok(())
    }

    /// Prints more lines below the names.
    pub(super) fn write_lines<L: Line>(
        &self,
        out: &mut impl Write,
        lines: impl Iterator<Item = L>,
    ) -> anyhow::Result<()> {
        for line in lines {
            if self.json {
                write_json(out, &line.json())?;
            } else if self.csv {
                let cells: Vec<String> = line.cells().iter().map(|cell| quoted(cell)).collect();
                writeln!(out, "{}", cells.join(","))?;
            } else {
                writeln!(out, "{}", line.cells().join("\t"))?;
            }
        }
        Ok(())
    }
}

/// A value between commas: in quotes if it has to be.
pub(super) fn quoted(value: &str) -> String {
    if value.contains(['"', ',', '\n', '\r']) || value.starts_with(' ') || value.ends_with(' ') {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

/// What pictures of numbers have to know of the terminal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Canvas {
    pub(super) n_cells: usize,
    is_ascii: bool,
}

impl Canvas {
    /// As wide as the terminal, and with the signs that the settings say.
    pub(super) fn of_terminal(paths: &PathOptions) -> anyhow::Result<Self> {
        let size = rustix::termios::tcgetwinsize(io::stdout());
        let n_cells = size.map_or(0, |size| usize::from(size.ws_col));
        let n_cells = if n_cells == 0 { USUAL_CELLS } else { n_cells };
        let is_ascii = start::settings(paths)?.theme.glyphs == GlyphSet::Ascii;
        Ok(Self { n_cells, is_ascii })
    }

    /// A picture by the signs that are wanted.
    pub(super) fn drawn(self, picture: String) -> String {
        if self.is_ascii { bars::in_ascii(&picture) } else { picture }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_between_commas_are_quoted_if_they_have_to_be() {
        assert_eq!(
            ["a b", "a,b", "say \"no\"", " a", ""].map(quoted),
            ["a b", "\"a,b\"", "\"say \"\"no\"\"\"", "\" a\"", ""]
        );
    }
}
