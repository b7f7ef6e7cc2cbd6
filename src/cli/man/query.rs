//! dateline-query(7): what can be searched for, and the keys of the search.

use roff::{Roff, bold, roman};

use super::tagged;
use crate::{app, session::SEARCH};

/// What is written, and what it finds.
const FORMS: [(&str, &str); 4] = [
    ("rust belt", "Articles that have both words, anywhere in title and text."),
    ("\"rust belt\"", "They stand side by side in the title or in one paragraph."),
    ("-rust, -\"rust belt\"", "Articles that do not have that."),
    ("rus*, \"rust be*\"", "Articles with a word that begins so."),
];

pub(super) fn page() -> Roff {
    let mut roff = Roff::new();
    roff.control("TH", ["dateline-query", "7"]);
    roff.control("SH", ["NAME"]);
    roff.text([roman("dateline-query - what can be searched for in dateline")]);
    roff.control("SH", ["DESCRIPTION"]);
    roff.text([roman(
        "An article is found where everything holds that the query asks for. Case, accents and \
         width do not count. What is written as one word but is several (don't, U.S., a run of \
         Chinese) counts as a phrase.",
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
