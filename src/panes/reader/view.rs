//! Draws the article: its column, the matches in it, and the reading progress.

use std::ops::Range;

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    widgets::{Paragraph, Widget, Wrap},
};

use super::{ReaderPane, Shown, rule_rows};
use crate::base::wording;
use crate::config::Align;
use crate::domain::{Block, Mark, Position, SpanKind};
use crate::session::{Choice, Hints, LinkPlace, Session};
use crate::ui::{
    Ink, Scrolled, Theme, cut,
    glyphs::GLYPHS,
    padded,
    page::{Glyph, GlyphKind, HeadKind, Line, Row, Sign, SignKind},
    put, put_ordered, put_scroll_bar, width,
};

pub(super) fn draw(
    pane: &ReaderPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    let text = text_area(area);
    let rule = Rect { y: text.bottom(), height: area.height - text.height, ..area };
    let is_loading = pane.is_loading(session);
    // The line below the article, with the one next to it, shows who takes the keys.
    let line = if session.is_reader_lit() { theme.focus } else { theme.rule };
    match (&pane.shown, &pane.failure) {
        (Some(shown), _) if !(is_loading && pane.is_left) => {
            let column = column(text, pane, session);
            let picture =
                Picture { shown, hints: &session.hints, theme, margin: column.x - text.x };
            picture.draw(buffer, column);
            if session.config.layout.scroll_bar {
                scroll_bar(shown, theme, buffer, text);
            }
            let progress =
                if is_loading { wording!("reader-reading").to_owned() } else { progress(shown) };
            let text = if shown.page.shows_title() { "" } else { &*shown.opened.article.title };
            let title = Title { text, reorders: session.config.text.bidi.reorders() };
            draw_rule(buffer, rule, &title, &progress, (line, theme.dim));
        }
        (_, Some(why)) if !is_loading => {
            let words = Paragraph::new(&**why).wrap(Wrap { trim: true }).style(theme.error);
            words.render(column(text, pane, session), buffer);
            draw_rule(buffer, rule, &Title::default(), "", (line, theme.dim));
        }
        _ => draw_rule(
            buffer,
            rule,
            &Title::default(),
            if is_loading { wording!("reader-reading") } else { "" },
            (line, theme.dim),
        ),
    }
}

/// What the rule leaves of the pane.
fn text_area(area: Rect) -> Rect {
    Rect { height: area.height - rule_rows(area.height), ..area }
}

/// Where the text column stands in the pane.
pub(super) fn text_column(pane: &ReaderPane, session: &Session, area: Rect) -> Rect {
    column(text_area(area), pane, session)
}

/// Where the text column stands in `area`.
fn column(area: Rect, pane: &ReaderPane, session: &Session) -> Rect {
    let area = padded(area);
    let cells = pane.page_size(session).0;
    let width = u16::try_from(cells).unwrap_or(u16::MAX).min(area.width);
    let left = match session.config.reader.align {
        Align::Centre => (area.width - width) / 2,
        Align::Left => 0,
    };
    Rect { x: area.x + left, width, ..area }
}

/// What the rows of the article are drawn from.
struct Picture<'a> {
    shown: &'a Shown,
    hints: &'a Hints,
    theme: &'a Theme,
    /// Cells left of the column.
    margin: u16,
}

impl Picture<'_> {
    fn draw(&self, buffer: &mut Buffer, column: Rect) {
        for (y, row) in (column.y..column.bottom()).zip(self.shown.page.rows()) {
            let area = Rect { y, height: 1, ..column };
            match row {
                Row::Blank => (),
                Row::Text(line) => self.draw_line(line, buffer, area),
                Row::Head(row) => self.draw_head(*row, buffer, area),
            }
        }
    }

    fn draw_head(&self, number: usize, buffer: &mut Buffer, area: Rect) {
        let Some(row) = self.shown.page.head(number) else {
            return;
        };
        let style = match row.kind {
            HeadKind::Title => self.theme.title,
            HeadKind::About | HeadKind::Address | HeadKind::Gap => self.theme.dim,
        };
        let glyphs = self.shown.page.head_glyphs(row);
        for glyph in &glyphs {
            put_glyph(buffer, area, glyph, style);
        }
        let is_here = |choice: &&Choice| choice.place == LinkPlace::Head(number);
        for choice in self.hints.left().filter(is_here) {
            self.put_letters(choice, glyphs.first(), buffer, area);
        }
    }

    fn draw_line(&self, line: &Line, buffer: &mut Buffer, area: Rect) {
        let Self { shown, theme, .. } = self;
        let hits: Vec<_> = shown.hits.on(line).collect();
        let links = shown.page.links(line);
        let is_selected =
            shown.cursor.is_some_and(|cursor| cursor.paragraphs().contains(&line.paragraph));
        if is_selected {
            buffer.set_stringn(
                area.x.saturating_sub(self.margin.clamp(1, 2)),
                area.y,
                GLYPHS.cursor_bar.unicode,
                1,
                theme.paragraph_cursor,
            );
        }
        let shape = shown.page.shape(line);
        let mut text = match shape.block {
            Block::Code => theme.code,
            Block::Heading(_) => theme.section,
            Block::TableHead => theme.text.add_modifier(Modifier::BOLD),
            Block::Rule | Block::Image => theme.dim,
            Block::Paragraph if 0 < shape.n_quotes => theme.quote,
            _ if shown.page.is_section_title(line) => theme.section,
            _ => theme.text,
        };
        for sign in shown.page.signs(line) {
            self.draw_sign(&sign, buffer, area);
        }
        if is_selected {
            text = text.patch(theme.paragraph_cursor);
        }
        let glyphs = shown.page.glyphs(line);
        for glyph in &glyphs {
            let covers = |bytes: &Range<usize>| {
                bytes.start < glyph.bytes.end && glyph.bytes.start < bytes.end
            };
            let hit = hits.iter().find(|(hit, _)| covers(&hit.bytes)).map(|(_, is)| *is);
            let mut style = text;
            for span in shape.spans.iter().filter(|span| covers(&span.bytes)) {
                style = spanned(style, &span.kind, theme);
            }
            if glyph.kind == GlyphKind::Number {
                style = style.patch(theme.dim);
            } else if links.iter().any(|link| covers(&link.bytes)) {
                style = style.patch(theme.link);
            }
            match hit.filter(|_| glyph.kind == GlyphKind::Text) {
                Some(true) => style = style.patch(theme.current_hit),
                Some(false) => style = style.patch(theme.hit),
                None => (),
            }
            put_glyph(buffer, area, glyph, style);
        }
        for choice in self.hints.left() {
            let starts = |glyph: &&Glyph| {
                choice.place == LinkPlace::Text(Position::of(line.paragraph, glyph.bytes.start))
            };
            if let Some(glyph) = glyphs.iter().find(starts) {
                self.put_letters(choice, Some(glyph), buffer, area);
            }
        }
    }

    /// Draws what stands in the margin of a line.
    fn draw_sign(&self, sign: &Sign, buffer: &mut Buffer, area: Rect) {
        let style = match sign.kind {
            SignKind::Bar => self.theme.rule,
            SignKind::Marker => self.theme.dim,
        };
        let x = u16::try_from(sign.x).unwrap_or(u16::MAX).min(area.width);
        let room = usize::from(area.width - x);
        buffer.set_stringn(area.x + x, area.y, &sign.text, room, style);
    }

    /// Puts the letters of a link over its beginning.
    fn put_letters(&self, choice: &Choice, over: Option<&Glyph>, buffer: &mut Buffer, area: Rect) {
        let x = over.map_or(0, |glyph| u16::try_from(glyph.x).unwrap_or(u16::MAX));
        let cells = u16::try_from(choice.letters.len()).unwrap_or(2);
        let x = area.x + x.min(area.width.saturating_sub(cells));
        let room = usize::from(area.right() - x);
        buffer.set_stringn(x, area.y, &choice.letters, room, self.theme.link_hint);
    }
}

/// The style of words that are set in a way of their own.
fn spanned(style: Style, kind: &SpanKind, theme: &Theme) -> Style {
    match kind {
        SpanKind::Strong => style.add_modifier(Modifier::BOLD),
        SpanKind::Emphasis => style.add_modifier(Modifier::ITALIC),
        SpanKind::Strike => style.add_modifier(Modifier::CROSSED_OUT),
        SpanKind::Code => style.patch(theme.code),
        // Drawn as all links are.
        SpanKind::Link(_) => style,
    }
}

fn put_glyph(buffer: &mut Buffer, area: Rect, glyph: &Glyph, style: Style) {
    let x = u16::try_from(glyph.x).unwrap_or(u16::MAX).min(area.width);
    let room = usize::from(area.width - x);
    buffer.set_stringn(area.x + x, area.y, &glyph.text, room, style);
}

fn progress(shown: &Shown) -> String {
    let headline = &shown.opened.headline;
    let left = shown.page.minutes_left();
    let parts = [
        shown.hits.count(),
        (!headline.has(Mark::Read)).then(|| wording!("reader-unread").to_owned()),
        headline.has(Mark::Changed).then(|| wording!("mark-changed").to_owned()),
        headline.has(Mark::Starred).then(|| GLYPHS.star.unicode.to_owned()),
        Some(format!("{}%", shown.page.percent())),
        (0 < left).then(|| wording!("minutes-left", n = left)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn scroll_bar(shown: &Shown, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let Shown { page, hits, .. } = shown;
    let (seen, total) = page.seen_bytes();
    let n_hits_above = |offset| hits.below(page.position_of(offset));
    let has_hits = |part: Range<u64>| n_hits_above(part.start) < n_hits_above(part.end);
    put_scroll_bar(buffer, area, &Scrolled { seen, total }, has_hits, theme);
}

/// Draws the last line of the pane: what is read on the left, how far on the right.
fn draw_rule(
    buffer: &mut Buffer,
    area: Rect,
    title: &Title,
    progress: &str,
    (line, dim): (Style, Style),
) {
    for position in area.positions() {
        buffer.set_stringn(position.x, position.y, GLYPHS.rule.unicode, 1, line);
    }
    let room = usize::from(area.width);
    let progress = if progress.is_empty() { String::new() } else { format!(" {progress} ") };
    let progress = cut(&progress, room.saturating_sub(2));
    let cells = width(&progress);
    let x = area.right() - u16::try_from((cells + 1).min(room)).unwrap_or(0);
    put(buffer, Rect { x, width: area.right() - x, ..area }, &progress, dim);
    let left = room.saturating_sub(cells + 6);
    if !title.text.is_empty() && 8 <= left {
        let shown = cut(title.text, left);
        let edge = Rect { x: area.x + 1, width: area.width - 1, ..area };
        let rest = put(buffer, edge, " ", dim);
        let ink = Ink { style: dim, hits: &[], hit_style: dim };
        let rest = put_ordered(buffer, rest, &shown, ink, title.reorders);
        put(buffer, rest, " ", dim);
    }
}

/// What the last line names.
#[derive(Default)]
struct Title<'a> {
    text: &'a str,
    reorders: bool,
}
