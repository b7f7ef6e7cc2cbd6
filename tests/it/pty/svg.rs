//! A screen as a picture: every cell where it stands, lines and blocks as shapes.

use std::fmt::Write as _;

use vt100::{Cell, Color, Screen};

/// A cell in pixels.
const CELL: (u16, u16) = (9, 19);
const FONT_SIZE: u16 = 15;
/// Where letters stand in their cell.
const BASELINE: u16 = 14;
const FONTS: &str =
    "'DejaVu Sans Mono','Cascadia Mono','SF Mono',Menlo,Consolas,'Liberation Mono',monospace";

/// A line that runs on in the next cell.
const RULE: &str = "─";

fn is_rule(text: &str) -> bool {
    text.chars().all(|it| RULE.starts_with(it))
}

/// The colours of the terminal itself.
#[derive(Clone, Copy)]
pub(super) struct Ground {
    pub letters: &'static str,
    pub ground: &'static str,
}

/// Letters of one look that stand side by side.
struct Run {
    column: u16,
    n_cells: u16,
    look: Look,
    text: String,
}

#[derive(Clone, PartialEq)]
struct Look {
    letters: String,
    ground: String,
    /// What SVG has for bold, italic, underlined and dim letters.
    emphasis: String,
}

impl Look {
    fn of(cell: &Cell, ground: Ground) -> Self {
        let mut letters = colour(cell.fgcolor()).unwrap_or_else(|| ground.letters.to_owned());
        let mut behind = colour(cell.bgcolor()).unwrap_or_else(|| ground.ground.to_owned());
        if cell.inverse() {
            std::mem::swap(&mut letters, &mut behind);
        }
        let all = [
            (cell.bold(), " font-weight=\"bold\""),
            (cell.italic(), " font-style=\"italic\""),
            (cell.underline(), " text-decoration=\"underline\""),
            (cell.dim(), " opacity=\"0.7\""),
        ];
        let emphasis = all.iter().filter(|(is_so, _)| *is_so).map(|(_, attribute)| *attribute);
        Self { letters, ground: behind, emphasis: emphasis.collect() }
    }

    fn attributes(&self) -> String {
        format!("fill=\"{}\"{}", self.letters, self.emphasis)
    }
}

fn colour(colour: Color) -> Option<String> {
    const SIXTEEN: [&str; 16] = [
        "#000000", "#cd3131", "#0dbc79", "#c5a400", "#2472c8", "#bc3fbc", "#11a8cd", "#e5e5e5",
        "#767676", "#f14c4c", "#23d18b", "#f5f543", "#3b8eea", "#d670d6", "#29b8db", "#ffffff",
    ];
    let step = |it: u8| if it == 0 { 0 } else { 55 + 40 * it };
    let hex = |red: u8, green: u8, blue: u8| format!("#{red:02x}{green:02x}{blue:02x}");
    Some(match colour {
        Color::Default => return None,
        Color::Rgb(red, green, blue) => hex(red, green, blue),
        Color::Idx(index @ 232..) => {
            hex(8 + 10 * (index - 232), 8 + 10 * (index - 232), 8 + 10 * (index - 232))
        }
        Color::Idx(index @ 16..) => {
            let index = index - 16;
            hex(step(index / 36), step(index / 6 % 6), step(index % 6))
        }
        Color::Idx(index) => SIXTEEN[usize::from(index)].to_owned(),
    })
}

/// The picture of a screen, with `title` for those who cannot see it.
pub(super) fn draw(screen: &Screen, ground: Ground, title: &str) -> String {
    let (rows, columns) = size(screen);
    let (width, height) = (columns * CELL.0, rows * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 \
         {width} {height}\" font-family=\"{FONTS}\" font-size=\"{FONT_SIZE}\" role=\"img\">\n\
         <title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{}\"/>\n",
        escaped(title),
        Look::of(screen.cell(0, 0).unwrap(), ground).ground,
    );
    let screen_ground = Look::of(screen.cell(0, 0).unwrap(), ground).ground;
    for row in 0..rows {
        for run in runs(screen, row, ground) {
            put(&mut svg, row, &run, &screen_ground);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// What a picture shows above a row.
pub(super) fn above_row(picture: &str, row: u16) -> String {
    let top = row * CELL.1;
    let places = [format!(" y=\"{top}\""), format!(" y=\"{}\"", top + BASELINE)];
    let is_above = |line: &&str| !places.iter().any(|place| line.contains(place.as_str()));
    picture.lines().filter(is_above).collect::<Vec<_>>().join("\n")
}

fn runs(screen: &Screen, row: u16, ground: Ground) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for column in 0..size(screen).1 {
        let cell = screen.cell(row, column).unwrap();
        if cell.is_wide_continuation() {
            continue;
        }
        let (look, n_cells) = (Look::of(cell, ground), if cell.is_wide() { 2 } else { 1 });
        let text = if cell.has_contents() { cell.contents() } else { " " };
        // Shapes and letters of unusual width stand alone, so that each cell is where it is.
        let joins = |run: &Run| {
            let is_text = run.text.is_ascii() && text.is_ascii() && !run.text.ends_with("  ");
            run.look == look && (is_text || text == RULE && is_rule(&run.text))
        };
        match runs.last_mut().filter(|run| joins(run)) {
            Some(run) => {
                run.n_cells += n_cells;
                run.text.push_str(text);
            }
            None => runs.push(Run { column, n_cells, look, text: text.to_owned() }),
        }
    }
    runs
}

fn put(svg: &mut String, row: u16, run: &Run, screen_ground: &str) {
    let (x, y) = (run.column * CELL.0, row * CELL.1);
    let width = run.n_cells * CELL.0;
    if run.look.ground != screen_ground {
        // A little wider, so that no seam shows between two grounds.
        writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}.3\" height=\"{}.3\" fill=\"{}\"/>",
            CELL.1, run.look.ground
        )
        .unwrap();
    }
    let text = run.text.trim_end();
    if text.is_empty() {
        return;
    }
    if let Some(path) = shape(text, x, y) {
        let letters = &run.look.letters;
        writeln!(svg, "<path d=\"{path}\" fill=\"{letters}\" stroke=\"none\"/>").unwrap();
        return;
    }
    let n_blank = u16::try_from(text.len() - text.trim_start().len()).unwrap();
    let n_trailing = u16::try_from(run.text.len() - text.len()).unwrap();
    let text = text.trim_start();
    let (x, length) = (x + n_blank * CELL.0, width.saturating_sub((n_blank + n_trailing) * CELL.0));
    writeln!(
        svg,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{length}\" xml:space=\"preserve\" {}>{}</text>",
        y + BASELINE,
        run.look.attributes(),
        escaped(text)
    )
    .unwrap();
}

/// Lines and blocks that have to meet those of their neighbours.
fn shape(text: &str, x: u16, y: u16) -> Option<String> {
    let (width, height) = CELL;
    let (middle_x, middle_y) = (x + width / 2, y + height / 2);
    let rect =
        |x: u16, y: u16, width: u16, height: u16| format!("M{x} {y}h{width}v{height}h-{width}z");
    let right = || rect(middle_x, middle_y, width - width / 2, 1);
    let left = || rect(x, middle_y, width / 2 + 1, 1);
    let up = || rect(middle_x, y, 1, height / 2 + 1);
    let down = || rect(middle_x, middle_y, 1, height - height / 2);
    let n_cells = u16::try_from(text.chars().count()).unwrap();
    Some(match text {
        _ if is_rule(text) => rect(x, middle_y, width * n_cells, 1),
        "━" => rect(x, middle_y - 1, width, 3),
        "│" => rect(middle_x, y, 1, height),
        "┌" => right() + &down(),
        "┐" => left() + &down(),
        "└" => right() + &up(),
        "┘" => left() + &up(),
        "▌" => rect(x, y, width / 2, height),
        "▐" => rect(middle_x, y, width - width / 2, height),
        "█" => rect(x, y, width, height),
        _ => return None,
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Rows and columns.
fn size(screen: &Screen) -> (u16, u16) {
    let (rows, columns) = screen.size();
    (rows.get(), columns.get())
}
