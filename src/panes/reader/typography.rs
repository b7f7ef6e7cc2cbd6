//! Commands that change the typography, until the settings change.

use super::{ReaderPane, commands::has_article};
use crate::base::wording;
use crate::config::{Align, Bidi, LinkStyle};
use crate::session::{Argument, ArgumentKind, Command, Effect, Notice, Section, Session};

pub(super) const COMMANDS: &[Command<ReaderPane>] = &[
    Command::when("narrower", &["<lt>"], "Narrow the text column", has_article, |pane, session| {
        step_column(pane, session, false)
    })
    .begins(Section::Typography)
    .also("column width margin"),
    Command::when("wider", &[">"], "Widen the text column", has_article, |pane, session| {
        step_column(pane, session, true)
    })
    .also("column width margin"),
    Command::new("column-width", &[], "Set the width of the text column", column_width)
        .also("line length margin wrap")
        .useful()
        .taking(Argument::required("cells", ArgumentKind::Number)),
    Command::new("align", &[",a"], "Centre the text column, or align it left", |pane, session| {
        let align = &mut session.config.change().reader.align;
        let (to, words) = match align {
            Align::Centre => (Align::Left, wording!("column-left")),
            Align::Left => (Align::Centre, wording!("column-middle")),
        };
        *align = to;
        say(pane, session, words)
    })
    .also("centre center left margin"),
    Command::new(
        "paragraph-spacing",
        &[",s"],
        "Cycle the blank lines between paragraphs",
        paragraph_spacing,
    )
    .taking(Argument::optional("rows", ArgumentKind::Number)),
    Command::new("indent", &[",i"], "Toggle first-line indents", indent)
        .taking(Argument::optional("cells", ArgumentKind::Number)),
    Command::new("justify", &[",j"], "Toggle justified text", |pane, session| {
        let reader = &mut session.config.change().reader;
        reader.justify = !reader.justify;
        let words = if reader.justify { wording!("justified") } else { wording!("not-justified") };
        say(pane, session, words)
    })
    .also("align block"),
    Command::new("hyphenate", &[",h"], "Toggle hyphenation", |pane, session| {
        let reader = &mut session.config.change().reader;
        reader.hyphenate = !reader.hyphenate;
        let words =
            if reader.hyphenate { wording!("hyphenated") } else { wording!("not-hyphenated") };
        say(pane, session, words)
    }),
    Command::new("number-links", &[",l"], "Toggle link numbers", |pane, session| {
        let links = &mut session.config.change().reader.links;
        let (to, words) = match links {
            LinkStyle::Plain => (LinkStyle::Numbered, wording!("links-numbered")),
            LinkStyle::Numbered => (LinkStyle::Plain, wording!("links-plain")),
        };
        *links = to;
        say(pane, session, words)
    }),
    Command::new(
        "bidi",
        &[",b"],
        "Let Dateline or the terminal reorder Arabic and Hebrew",
        |pane, session| {
            let bidi = &mut session.config.change().text.bidi;
            let (to, words) = if bidi.reorders() {
                (Bidi::Terminal, wording!("bidi-terminal"))
            } else {
                (Bidi::Reorder, wording!("bidi-ours"))
            };
            *bidi = to;
            say(pane, session, words)
        },
    )
    .also("arabic hebrew rtl right direction"),
];

/// The columns that can be reached.
const COLUMN_CELLS: (u16, u16) = (20, 400);
/// What `<` and `>` change.
const STEP_CELLS: u16 = 4;
/// What the key for it indents.
const INDENT_CELLS: u8 = 2;

fn say(pane: &mut ReaderPane, session: &mut Session, words: &str) -> Vec<Effect> {
    session.say(Notice::note(words));
    session.keep_text_choices();
    pane.resize(session)
}

/// Changes the column by a step (or as many as were counted), from the width that is seen.
fn step_column(pane: &mut ReaderPane, session: &mut Session, is_wider: bool) -> Vec<Effect> {
    let times = u16::try_from(session.count().unwrap_or(1)).unwrap_or(u16::MAX);
    let change = STEP_CELLS.saturating_mul(times);
    let set = session.config.reader.width_cells;
    let seen = set.min(pane.size.0.max(COLUMN_CELLS.0));
    let cells = if is_wider { set.saturating_add(change) } else { seen.saturating_sub(change) };
    set_column(pane, session, cells)
}

fn column_width(pane: &mut ReaderPane, session: &mut Session) -> Vec<Effect> {
    match number(session) {
        Some(cells) => set_column(pane, session, cells),
        None => say(pane, session, wording!("column-how-wide")),
    }
}

fn set_column(pane: &mut ReaderPane, session: &mut Session, cells: u16) -> Vec<Effect> {
    let (least, most) = COLUMN_CELLS;
    let cells = cells.clamp(least, most);
    session.config.change().reader.width_cells = cells;
    let room = pane.size.0;
    let words = if room < cells && 0 < room {
        wording!("column-wide-room", cells = cells, room = room)
    } else {
        wording!("column-wide", cells = cells)
    };
    say(pane, session, &words)
}

fn paragraph_spacing(pane: &mut ReaderPane, session: &mut Session) -> Vec<Effect> {
    let told = number(session).map(|rows| u8::try_from(rows.min(2)).unwrap_or(2));
    let rows = &mut session.config.change().reader.paragraph_spacing;
    *rows = told.unwrap_or((*rows % 3 + 1) % 3);
    let words = match *rows {
        0 => wording!("spacing-none"),
        1 => wording!("spacing-one"),
        _ => wording!("spacing-two"),
    };
    say(pane, session, words)
}

fn indent(pane: &mut ReaderPane, session: &mut Session) -> Vec<Effect> {
    let told = number(session).map(|cells| u8::try_from(cells.min(8)).unwrap_or(8));
    let cells = &mut session.config.change().reader.indent_cells;
    *cells = told.unwrap_or(if *cells == 0 { INDENT_CELLS } else { 0 });
    let words = match *cells {
        0 => wording!("not-indented").to_owned(),
        cells => wording!("indented", cells = cells),
    };
    say(pane, session, &words)
}

/// The number told, else the one counted.
fn number(session: &Session) -> Option<u16> {
    let told = session.argument().map(str::parse);
    let counted = session.count().map(|count| u16::try_from(count).unwrap_or(u16::MAX));
    told.map_or(counted, Result::ok)
}
