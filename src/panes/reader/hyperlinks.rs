//! The links on the screen, cell by cell, for terminals in which they can be clicked.

use ratatui::layout::{Position as At, Rect};

use super::{ReaderPane, Shown, view::text_column};
use crate::session::Session;
use crate::ui::{
    Hyperlink,
    page::{Glyph, HeadKind, Line, Row},
};

/// The links in what is drawn in `area`, the article's own address first.
pub(super) fn on_screen(pane: &ReaderPane, session: &Session, area: Rect) -> Vec<Hyperlink> {
    let is_drawn = !pane.is_left || !pane.is_loading(session);
    let Some(shown) = pane.shown.as_ref().filter(|_| is_drawn) else {
        return Vec::new();
    };
    let column = text_column(pane, session, area);
    let mut links = Vec::new();
    for (y, row) in (column.y..column.bottom()).zip(shown.page.rows()) {
        let place = Rect { y, height: 1, ..column };
        match row {
            Row::Blank => (),
            Row::Head(number) => add_head(&mut links, shown, *number, place),
            Row::Text(line) => add_line(&mut links, shown, line, place),
        }
    }
    links
}

fn add_head(links: &mut Vec<Hyperlink>, shown: &Shown, number: usize, place: Rect) {
    let address = shown.opened.article.url.as_ref();
    let row = shown.page.head(number).filter(|row| row.kind == HeadKind::Address);
    if let (Some(address), Some(row)) = (address, row) {
        let cells =
            shown.page.head_glyphs(row).iter().flat_map(|glyph| cells(glyph, place)).collect();
        add(links, Hyperlink { number: 0, address: address.clone(), cells });
    }
}

fn add_line(links: &mut Vec<Hyperlink>, shown: &Shown, line: &Line, place: Rect) {
    let within = shown.opened.index.links_in(line.paragraph, &line.bytes);
    if within.is_empty() {
        return;
    }
    let glyphs = shown.page.glyphs(line);
    for number in within {
        let Some(found) = shown.opened.index.links().get(number) else { continue };
        let covers = |glyph: &&Glyph| {
            found.bytes.start < glyph.bytes.end && glyph.bytes.start < found.bytes.end
        };
        let cells = glyphs.iter().filter(covers).flat_map(|glyph| cells(glyph, place)).collect();
        let address = shown.page.link_address(found);
        add(links, Hyperlink { number: number + 1, address, cells });
    }
}

/// Adds the cells of another row to a link that is there already.
fn add(links: &mut Vec<Hyperlink>, link: Hyperlink) {
    match links.last_mut().filter(|last| last.number == link.number) {
        Some(last) => last.cells.extend(link.cells),
        None => links.push(link),
    }
}

/// Where the letters of a glyph begin: one letter, or several narrow ones.
fn cells(glyph: &Glyph, place: Rect) -> impl Iterator<Item = At> + use<> {
    let n_letters = if glyph.text.is_ascii() { glyph.cells } else { glyph.cells.min(1) };
    let xs = (glyph.x..glyph.x + n_letters).filter_map(|x| u16::try_from(x).ok());
    let (left, y, width) = (place.x, place.y, place.width);
    xs.filter(move |x| *x < width).map(move |x| At { x: left + x, y })
}
