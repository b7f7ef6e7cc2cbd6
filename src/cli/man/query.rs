//! dateline-query(7): the query syntax, and the keys of the search prompt.

use roff::{Roff, bold, roman};

use super::tagged;
use crate::{
    app,
    query::{FIELDS, WRITTEN},
    session::SEARCH,
};

pub(super) fn page() -> Roff {
    let mut roff = Roff::new();
    roff.control("TH", ["dateline-query", "7"]);
    roff.control("SH", ["NAME"]);
    roff.text([roman("dateline-query - the query syntax of dateline")]);
    roff.control("SH", ["DESCRIPTION"]);
    roff.text([roman(
        "An article matches if it satisfies every part of the query. Operators are written in \
         capitals. Case, accents and width are ignored. A word with several parts (don't, \
         U.S., a run of Chinese) is searched as a phrase.",
    )]);
    for written in &WRITTEN {
        tagged(&mut roff, &written.examples.join(", "), (written.finds)());
    }
    roff.control("SH", ["FIELDS"]);
    roff.text([roman(
        "Several values of a field go into brackets: source:(a OR b). Any other word with a colon \
         is text.",
    )]);
    for info in &FIELDS {
        tagged(&mut roff, info.example, (info.help)());
    }
    roff.control("SH", ["KEYS OF THE PROMPT"]);
    for (command, about) in app::commands() {
        if command.pane == SEARCH {
            tagged(&mut roff, &about.keys.join(" "), about.doc);
        }
    }
    roff.control("SH", ["SEE ALSO"]);
    roff.text([bold("dateline"), roman("(1)")]);
    roff
}
