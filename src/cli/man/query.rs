//! dateline-query(7): the query syntax, and the keys of the search prompt.

use roff::{Roff, bold, roman};

use super::tagged;
use crate::{app, session::SEARCH};

/// What can be typed, and what it finds.
pub const FORMS: [(&str, &str); 4] = [
    ("rust belt", "Articles with both words, anywhere in the title or the text."),
    (
        "\"rust belt\"",
        "Articles with both words next to each other, in the title or in one paragraph.",
    ),
    ("-rust, -\"rust belt\"", "Articles without that word or phrase."),
    ("rus*, \"rust be*\"", "Articles with a word that starts with these letters."),
];

pub(super) fn page() -> Roff {
    let mut roff = Roff::new();
    roff.control("TH", ["dateline-query", "7"]);
    roff.control("SH", ["NAME"]);
    roff.text([roman("dateline-query - the query syntax of dateline")]);
    roff.control("SH", ["DESCRIPTION"]);
    roff.text([roman(
        "An article matches if it satisfies every part of the query. Case, accents and width are \
         ignored. A word with several parts (don't, U.S., a run of Chinese) is searched as a \
         phrase.",
    )]);
    for (form, text) in FORMS {
        tagged(&mut roff, form, text);
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
