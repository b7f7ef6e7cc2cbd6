//! Colours in what subcommands print.

use std::{
    io::{self, IsTerminal},
    ops::Range,
};

use clap::ValueEnum;

/// When output has colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// Whether something is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour {
    is_on: bool,
}

/// The colour of hits, as grep has it, and its end.
const HIT: &str = "\x1b[1;31m";
const END: &str = "\x1b[0m";

impl When {
    /// At a terminal that can show colours, unless `NO_COLOR` forbids them or the user decides.
    pub(super) fn colour(self) -> Colour {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
        let is_on = match self {
            Self::Auto => io::stdout().is_terminal() && !is_dumb && !is_set("NO_COLOR"),
            Self::Always => true,
            Self::Never => false,
        };
        Colour { is_on }
    }
}

impl Colour {
    pub(super) fn hit(self, text: &str) -> String {
        if self.is_on && !text.is_empty() { format!("{HIT}{text}{END}") } else { text.to_owned() }
    }

    /// A text with its hits; bytes in order, apart from each other.
    pub(super) fn hits(self, text: &str, hits: impl IntoIterator<Item = Range<usize>>) -> String {
        if !self.is_on {
            return text.to_owned();
        }
        let (mut lit, mut end) = (String::new(), 0);
        for hit in hits {
            if let (Some(before), Some(word)) = (text.get(end..hit.start), text.get(hit.clone())) {
                lit.push_str(before);
                lit.push_str(&self.hit(word));
                end = hit.end;
            }
        }
        lit.push_str(text.get(end..).unwrap_or_default());
        lit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_coloured_and_nothing_is_lost() {
        let hits = [4..9, 13..16];
        assert_eq!(
            Colour { is_on: true }.hits("the ferry is new", hits.clone()),
            "the \x1b[1;31mferry\x1b[0m is \x1b[1;31mnew\x1b[0m"
        );
        assert_eq!(Colour { is_on: false }.hits("the ferry is new", hits), "the ferry is new");
    }
}
