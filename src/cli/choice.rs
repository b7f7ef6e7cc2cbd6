//! What `list` and `search` have in common: which articles, in which order, how many.

use std::{
    io::{self, IsTerminal, Write},
    path::Path,
};

use clap::{Args, ValueEnum};

use super::{
    PathOptions,
    json::write_json,
    output::{Columns, JsonArticle, Outcome, out, write_tabbed},
    start::{self, Needs},
};
use crate::{
    domain::{Listing, Order, View},
    library::{Client, ListName, Looking},
    query::Query,
};

/// Rows read at a time.
const WINDOW: usize = 1000;

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Choice {
    /// Print only unread articles
    #[arg(long)]
    unread: bool,
    /// Print only starred articles
    #[arg(long, conflicts_with = "unread")]
    starred: bool,
    /// Sort in this order
    #[arg(long, value_enum, value_name = "ORDER", default_value = "date")]
    sort: Sort,
    /// Reverse the order
    #[arg(long)]
    reverse: bool,
    /// Print at most this many articles
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Answer from the cache without a scan; only the files of printed articles are checked
    #[arg(long)]
    no_scan: bool,
    /// Print JSON Lines
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Sort {
    Date,
    Source,
    Title,
}

impl Choice {
    /// Prints the articles of the library at `dir`. With a query, those that match it, the best
    /// match first where `is_by_relevance`.
    pub(super) fn print(
        &self,
        dir: &Path,
        paths: &PathOptions,
        query: Option<Query>,
        is_by_relevance: bool,
    ) -> anyhow::Result<Outcome> {
        let asks_texts = query.as_ref().is_some_and(Query::asks_texts);
        let needs = if asks_texts { Needs::FullText } else { Needs::Catalogue };
        let order = match self.sort {
            _ if is_by_relevance => Order::Relevance,
            Sort::Date => Order::Date,
            Sort::Source => Order::Source,
            Sort::Title => Order::Title,
        };
        let view = match (self.unread, self.starred) {
            (true, _) => View::Unread,
            (_, true) => View::Starred,
            _ => View::All,
        };
        let listing =
            Listing { view, order, is_reversed: self.reverse, query, ..Listing::default() };
        let looking = if self.no_scan { Looking::Nothing } else { Looking::EveryFile };
        let mut local = start::open(dir, paths, needs, looking)?;
        let mut client = start::client(&local);
        client.list(&listing, None)?;
        if self.no_scan && !local.is_as_listed(ListName::Library, self.limit) {
            local = start::open(dir, paths, needs, Looking::EveryFile)?;
            client = start::client(&local);
            client.list(&listing, None)?;
        }
        self.write(&mut client)
    }

    fn write(&self, client: &mut Client) -> anyhow::Result<Outcome> {
        let mut out = out();
        let end = self.limit.unwrap_or(usize::MAX);
        let is_aligned = !self.json && io::stdout().is_terminal();
        let mut n_written = 0;
        while n_written < end {
            let window = n_written..end.min(n_written + WINDOW);
            let headlines = client.rows(window)?;
            if headlines.is_empty() {
                break;
            }
            let columns = is_aligned.then(|| Columns::of(&headlines));
            for headline in &headlines {
                match &columns {
                    _ if self.json => write_json(&mut out, &JsonArticle::new(headline, client)?)?,
                    Some(columns) => columns.write(&mut out, headline)?,
                    None => write_tabbed(&mut out, headline)?,
                }
            }
            n_written += headlines.len();
        }
        out.flush()?;
        Ok(if n_written == 0 { Outcome::NothingFound } else { Outcome::Done })
    }
}

/// The explanation of the columns in `--help`.
pub(super) const COLUMNS: &str = "\
Columns: the beginning of the id, marks (* unread, + starred), date, source, path, title; separated \
by tabs if standard output is not a terminal.
In paths, a backslash is written as \\\\, a newline as \\n, a tab as \\t, a byte that is not UTF-8 as \
\\xff, and an invisible character as \\u{202e}; `show` accepts paths in this form.
In JSON, `path` is the path, and `path_bytes` holds its bytes in base64 if they are not UTF-8.";
