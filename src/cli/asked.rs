//! What `count`, `facets` and `timeline` have in common: a directory, perhaps a query, and numbers
//! that are printed for people, for programs, or for tables.

use std::{
    ffi::OsString,
    io::{self, IsTerminal, Write},
    path::PathBuf,
};

use clap::Args;
use serde::Serialize;

use super::{
    PathOptions,
    json::write_json,
    paths, search,
    start::{self, Needs},
};
use crate::{
    base::bars,
    config::GlyphSet,
    domain::Listing,
    library::{Client, Looking},
    query::Query,
};

/// Cells of a terminal that does not say how wide it is.
const USUAL_CELLS: usize = 80;

#[derive(Debug, Args)]
pub(super) struct Asked {
    /// The directory of articles (default: the last one)
    dir: Option<PathBuf>,
    /// Count only articles that match this query, in the syntax of `search`
    #[arg(value_name = "QUERY")]
    query: Vec<OsString>,
    /// Answer from the cache without a scan of the files
    #[arg(long)]
    no_scan: bool,
}

impl Asked {
    /// Opens the library, and lists the requested articles.
    pub(super) fn client(&self, paths: &PathOptions) -> anyhow::Result<Client> {
        let query = match &*self.query {
            [] => None,
            words => Some(search::parsed(words)?),
        };
        let dir = paths::library(self.dir.as_deref(), paths)?;
        let asks_texts = query.as_ref().is_some_and(Query::asks_texts);
        let needs = if asks_texts { Needs::FullText } else { Needs::Catalogue };
        let looking = if self.no_scan { Looking::Nothing } else { Looking::EveryFile };
        let mut client = start::client(&start::open(&dir, paths, needs, looking)?);
        client.list(&Listing { query, ..Listing::default() }, None)?;
        Ok(client)
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
        if self.csv {
            writeln!(out, "{}", names.join(","))?;
        }
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
fn quoted(value: &str) -> String {
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
