//! How well everything is read that is on any screen, in every theme: as it is painted, whichever
//! slots have met there.

use dateline::{config::Config, host::Depth, session::Message};
use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

use super::*;

/// Letters, and signs that need be seen only.
const TEXT: f64 = 4.5;
const SIGN: f64 = 3.0;
/// Between the cursor's row and the ground around it, where it takes the keys and where not.
const CURSOR: f64 = 1.5;
const RESTING: f64 = 1.2;

/// Themes that leave colours to the terminal, or have none.
const WITHOUT_COLOURS: [&str; 2] = ["terminal", "monochrome"];

fn linear(value: u8) -> f64 {
    let share = f64::from(value) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

fn luminance(colour: Color) -> Option<f64> {
    let (red, green, blue) = match colour {
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Indexed(index @ 232..) => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
        Color::Indexed(index @ 16..) => {
            let step = |it: u8| if it == 0 { 0 } else { 55 + 40 * it };
            (step((index - 16) / 36), step((index - 16) / 6 % 6), step((index - 16) % 6))
        }
        _ => return None,
    };
    Some(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
}

fn contrast(one: Color, other: Color) -> f64 {
    let (Some(one), Some(other)) = (luminance(one), luminance(other)) else { return 0.0 };
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The cells that are read less well than they should be, once for each pair of colours.
fn faults(buffer: &ratatui::buffer::Buffer) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    for cell in buffer.content.iter().filter(|cell| cell.symbol() != " ") {
        let is_text = cell.symbol().chars().any(char::is_alphanumeric);
        let least = if is_text { TEXT } else { SIGN };
        let (fg, bg) = seen(cell);
        let ratio = contrast(fg, bg);
        if ratio < least {
            let fault = format!("{fg} on {bg} ({}) {ratio:.2}", cell.symbol());
            if !faults.iter().any(|it| it.starts_with(&format!("{fg} on {bg}"))) {
                faults.push(fault);
            }
        }
    }
    faults
}

fn seen(cell: &Cell) -> (Color, Color) {
    if cell.modifier.contains(Modifier::REVERSED) { (cell.bg, cell.fg) } else { (cell.fg, cell.bg) }
}

/// Every kind of screen: what leads there, and what is pressed on the way.
const SCREENS: [&str; 27] = [
    "",
    "jj",
    "sjmjs",
    "vjjv",
    "/harbour",
    "/harbour<enter>jj",
    "/harbour<enter><enter>",
    "/harbour<enter>vjjv",
    "/harbour<enter>vjv<enter>",
    "/-",
    "<enter>",
    "<enter>/paragraph<enter>n",
    "<enter>pj",
    "<enter>f",
    "?",
    "T",
    "U",
    "g",
    "<c-p>",
    ":se",
    ":se<tab>",
    "?/star",
    "t",
    "tv",
    "gf<enter>",
    "<c-p>delete",
    "gp",
];

fn colour_themes() -> impl Iterator<Item = &'static str> {
    dateline::ui::themes::names().into_iter().filter(|name| !WITHOUT_COLOURS.contains(name))
}

fn script(name: &str, depth: Depth, size: (u16, u16)) -> Script {
    let mut config = Config::default();
    name.clone_into(&mut config.theme.name);
    config.list.row_lines = dateline::config::RowLines::Two;
    Script::dressed_at(config, corpus(), size, depth)
}

#[test]
fn the_row_of_the_cursor_stands_out_from_its_ground() {
    for name in colour_themes().filter(|name| *name != "high-contrast") {
        let ground = |keys: &str| {
            let buffer = script(name, Depth::Truecolour, (130, 24)).press(keys).buffer();
            let cell = |y| buffer[(50, y)].bg;
            // The article stands on the right of the rows.
            let row = (1..20).map(cell).find(|bg| *bg != cell(23 - 1)).unwrap_or(Color::Reset);
            contrast(row, cell(23 - 1))
        };
        assert!(CURSOR <= ground(""), "{name}: {:.2}", ground(""));
        assert!(RESTING <= ground("<enter>"), "{name}: {:.2}", ground("<enter>"));
    }
}

/// The styles of the rows with hits: of the letters that were found, and of the others.
fn hits_and_others(script: &Script) -> [Vec<(Color, Color, Modifier)>; 2] {
    let buffer = script.buffer();
    let columns = usize::from(buffer.area.width);
    let mut styles = [Vec::new(), Vec::new()];
    // Next to the prompt is the title of the article.
    for row in buffer.content.chunks(columns).skip(2) {
        let text: Vec<&str> = row.iter().map(Cell::symbol).collect();
        let Some(at) = text.windows(7).position(|it| it.concat() == "Harbour") else { continue };
        let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
        styles[0].push(look(&row[at]));
        styles[1].push(look(&row[at + 9]));
    }
    styles
}

#[test]
fn hits_are_marked_on_the_row_of_the_cursor_and_on_selected_rows_in_every_theme() {
    for name in dateline::ui::themes::names() {
        for keys in ["/harbour", "/harbour<enter>", "/harbour<enter><enter>", "/harbour<enter>v"] {
            let script = script(name, Depth::Truecolour, (130, 24)).press(keys);
            let [hits, others] = hits_and_others(&script);
            assert!(!hits.is_empty());
            for (hit, other) in hits.iter().zip(&others) {
                assert_ne!(hit, other, "{name} `{keys}`");
            }
        }
    }
}

#[test]
fn a_row_that_is_reversed_is_of_one_colour() {
    for keys in ["s", "sm", "s<enter>"] {
        let buffer = script("terminal", Depth::Sixteen, (130, 24)).press(keys).buffer();
        let columns = usize::from(buffer.area.width);
        let is_reversed = |cell: &&Cell| cell.modifier.contains(Modifier::REVERSED);
        let rows = buffer.content.chunks(columns).take(22);
        let reversed: Vec<_> = rows.flat_map(|row| row.iter().filter(is_reversed)).collect();
        assert!(!reversed.is_empty(), "`{keys}`");
        for cell in reversed {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "`{keys}`");
        }
    }
}

#[test]
fn everything_on_every_screen_can_be_read_in_every_theme() {
    let mut found = Vec::new();
    for name in colour_themes() {
        for depth in [Depth::Truecolour, Depth::Indexed] {
            for (keys, size) in SCREENS.iter().map(|it| (it, (130, 24))) {
                let script = script(name, depth, size).press(keys);
                let told = Message::Notice(dateline::session::Notice::error("x"));
                let before = script.buffer();
                for buffer in [before, script.tell(told).buffer()] {
                    let faults = faults(&buffer).into_iter();
                    found.extend(faults.map(|it| format!("{name} {depth:?} `{keys}`: {it}")));
                }
            }
        }
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
