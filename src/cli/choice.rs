//! What `list` and `search` have in common: which articles, in which order, how many.

use clap::{Args, builder::PossibleValuesParser};

use super::{
    PathOptions,
    asked::{Asked, Printed},
    output::{Outcome, out},
    printing::{Printing, Rows},
};
use crate::{
    domain::{Listing, Order, View},
    library::LibraryError,
    query::{ORDERS, Query},
};

#[derive(Debug, Args)]
pub(super) struct Choice {
    #[command(flatten)]
    pub(super) asked: Asked,
    /// Print only unread articles
    #[arg(long)]
    unread: bool,
    /// Print only starred articles
    #[arg(long, conflicts_with = "unread")]
    starred: bool,
    /// Sort in this order, unless the query has a sort: of its own
    #[arg(long, value_name = "ORDER", value_parser = PossibleValuesParser::new(orders()))]
    sort: Option<String>,
    /// Reverse the order
    #[arg(long)]
    reverse: bool,
    /// Print at most this many articles
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    printing: Printing,
}

fn orders() -> impl Iterator<Item = &'static str> {
    ORDERS.iter().map(|(_, name)| *name)
}

impl Choice {
    /// Prints the articles that match the query, or all: by default in the order `usual`.
    pub(super) fn print(
        &self,
        query: Option<Query>,
        usual: Order,
        has_snippets: bool,
        paths: &PathOptions,
    ) -> anyhow::Result<Outcome> {
        let form = self.printing.form()?;
        let listing = self.listing(query, usual)?;
        let mut client = self.asked.client(&listing, Printed::First(self.limit), paths)?;
        let rows =
            Rows { form, has_snippets, has_bodies: self.printing.has_bodies(), limit: self.limit };
        let n_written = rows.write(&mut out(), &mut client, &self.asked.dir(paths)?)?;
        Ok(if n_written == 0 { Outcome::NothingFound } else { Outcome::Done })
    }

    fn listing(&self, query: Option<Query>, usual: Order) -> anyhow::Result<Listing> {
        let view = match (self.unread, self.starred) {
            (true, _) => View::Unread,
            (_, true) => View::Starred,
            _ => View::All,
        };
        // An order is known by the name that queries have for it.
        let (order, is_reversed) = match &self.sort {
            Some(name) => {
                let query = Query::strict(&format!("sort:{name}")).ok();
                let asked = Listing { query, ..Listing::default() }.as_asked();
                let asked = asked.map_err(LibraryError::NotAsked)?;
                (asked.order, asked.is_reversed)
            }
            None => (usual, false),
        };
        let is_reversed = is_reversed != self.reverse;
        Ok(Listing { view, order, is_reversed, query, ..Listing::default() })
    }
}
