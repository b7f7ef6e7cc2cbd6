//! The page engine: an article as rows of a given width, laid out near the viewport only.
//!
//! The position of the page is an anchor in the text, never a number of lines from the start, so no
//! key and no change of size costs more in a long article than in a short one. Long paragraphs are
//! wrapped in pieces; each piece ends its last line. Nothing here draws.

mod glyphs;
mod head;
mod pieces;
mod rows;
mod sections;
mod shapes;
mod style;
#[cfg(test)]
mod tests;
mod wrap;

use std::{ops::Range, sync::Arc};

pub use glyphs::{Glyph, GlyphKind};
pub use head::{HeadKind, HeadRow, minutes};
pub use rows::{Line, Row};
pub use shapes::{Sign, SignKind};
pub use style::PageStyle;
pub use wrap::cells;

use glyphs::Setting;
use pieces::{Pieces, link_number};
use rows::{Anchor, Ground, Walk};
use wrap::Measure;

use crate::base::Clean;
use crate::domain::{Article, Block, Link, PageIndex, Position, Shape};
use crate::ui::bidi;

/// A count before a key moves at most this many rows: each of them may have to be wrapped.
const MAX_STEP: usize = 5000;

/// An article, the place of the viewport in it, and the rows to be seen there.
#[derive(Debug, Clone)]
pub struct Page {
    article: Arc<Article>,
    index: Arc<PageIndex>,
    style: PageStyle,
    width: usize,
    height: usize,
    head: Vec<HeadRow>,
    /// What stands below the address.
    told: String,
    pieces: Pieces,
    /// What is to stand at the top. A change of size leaves it alone, so that it can be undone.
    anchor: Anchor,
    /// What stands at the top: further up where the text would end above the bottom.
    shown: Anchor,
    rows: Vec<Row>,
    shows_end: bool,
}

impl Page {
    /// The top of `article`, of no size yet; `index` is its index.
    pub fn new(article: Arc<Article>, index: Arc<PageIndex>, style: PageStyle) -> Self {
        let mut page = Self {
            article,
            index,
            style,
            width: 0,
            height: 0,
            head: Vec::new(),
            told: String::new(),
            pieces: Pieces::default(),
            anchor: Anchor::Head(0),
            shown: Anchor::Head(0),
            rows: Vec::new(),
            shows_end: false,
        };
        page.lay_head();
        page.lay();
        page
    }

    /// Says something more about the article, below its address.
    pub fn tell(&mut self, text: String) {
        self.told = text;
        self.lay_head();
        self.lay();
    }

    fn lay_head(&mut self) {
        let Self { article, told, style, width, height, .. } = self;
        let room = (*width, head::has_air(*height));
        self.head = head::rows(article, told, style.words_per_minute, room);
    }

    /// Lays the page out again; what stands at the top stays on the screen.
    pub fn resize(&mut self, width_cells: usize, height_rows: usize) {
        if (self.width, self.height) == (width_cells, height_rows) {
            return;
        }
        let has_head =
            self.width == width_cells && head::has_air(self.height) == head::has_air(height_rows);
        (self.width, self.height) = (width_cells, height_rows);
        if !has_head {
            self.lay_head();
        }
        self.lay();
    }

    /// Lays the page out in another style, where it is another; as [`Page::resize`] does.
    pub fn restyle(&mut self, style: PageStyle) {
        if self.style != style {
            self.style = style;
            self.lay_head();
            self.lay();
        }
    }

    /// The rows in the viewport, from the top; fewer than its height at the end of the article.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What a [`Row::Head`] says.
    pub fn head(&self, row: usize) -> Option<&HeadRow> {
        self.head.get(row)
    }

    /// The characters of a [`Row::Text`].
    pub fn text(&self, line: &Line) -> &str {
        let paragraph = self.article.paragraphs.get(line.paragraph);
        paragraph.and_then(|text| text.get(line.bytes.clone())).unwrap_or("")
    }

    /// A [`Row::Text`] as it is drawn, from left to right.
    pub fn glyphs(&self, line: &Line) -> Vec<Glyph<'_>> {
        let text = self.article.paragraphs.get(line.paragraph).map_or("", |text| text.as_str());
        let numbers = if self.style.numbers_links { self.numbers(line) } else { Vec::new() };
        let margin = self.margin(line.paragraph);
        let is_prose = shapes::is_prose(self.shape(line));
        let setting = Setting {
            text,
            bytes: line.bytes.clone(),
            numbers,
            has_hyphen: line.has_hyphen,
            indent: if line.bytes.start == 0 && is_prose { self.indent() } else { 0 },
            width: self.width - margin,
            justifies: self.style.justifies && is_prose,
            is_rtl: self.is_rtl(line.paragraph),
        };
        let mut glyphs = setting.glyphs();
        if setting.is_rtl != Some(true) {
            for glyph in &mut glyphs {
                glyph.x += margin;
            }
        }
        glyphs
    }

    /// A [`Row::Head`] as it is drawn; the bytes are those of the row.
    pub fn head_glyphs<'a>(&self, row: &'a HeadRow) -> Vec<Glyph<'a>> {
        let setting = Setting {
            text: &row.text,
            bytes: 0..row.text.len(),
            numbers: Vec::new(),
            has_hyphen: false,
            indent: 0,
            width: self.width,
            justifies: false,
            is_rtl: self.style.reorders.then_some(row.is_rtl),
        };
        setting.glyphs()
    }

    /// The links that reach into a line.
    pub fn links(&self, line: &Line) -> &[Link] {
        let within = self.index.links_in(line.paragraph, &line.bytes);
        self.index.links().get(within).unwrap_or(&[])
    }

    /// Where a link leads.
    pub fn link_address(&self, link: &Link) -> Clean {
        let paragraph = self.article.paragraphs.get(link.paragraph);
        let text = || paragraph.and_then(|text| text.get(link.bytes.clone())).unwrap_or("");
        link.address.clone().unwrap_or_else(|| Clean::new(text()))
    }

    /// What the paragraph of a line is, and how its words are set.
    pub fn shape(&self, line: &Line) -> &Shape {
        self.article.shape(line.paragraph)
    }

    /// What stands in the margin of a line: the bars of quotations, and the marker of an item.
    pub fn signs(&self, line: &Line) -> Vec<Sign> {
        let is_first = line.bytes.start == 0;
        let signs = shapes::signs(self.shape(line), is_first, self.margin(line.paragraph));
        if self.is_rtl(line.paragraph) != Some(true) {
            return signs;
        }
        signs.into_iter().map(|sign| sign.mirrored(self.width)).collect()
    }

    /// Whether a paragraph runs from right to left; `None` if the terminal sees to that.
    fn is_rtl(&self, paragraph: usize) -> Option<bool> {
        let text = self.article.paragraphs.get(paragraph).map_or("", |text| text.as_str());
        self.style.reorders.then(|| bidi::is_rtl(text))
    }

    fn margin(&self, paragraph: usize) -> usize {
        shapes::margin(self.article.shape(paragraph), self.width)
    }

    /// The text drawn after the links that end in a line.
    fn numbers(&self, line: &Line) -> Vec<(usize, String)> {
        let within = self.index.links_in(line.paragraph, &line.bytes);
        let links = self.index.links().get(within.clone()).unwrap_or(&[]).iter().zip(within);
        let ends_here = links.filter(|(link, _)| link.bytes.end <= line.bytes.end);
        ends_here.map(|(link, at)| (link.bytes.end, link_number(at))).collect()
    }

    /// Never so much that no room is left for text.
    fn indent(&self) -> usize {
        self.style.indent_cells.min(self.width / 4)
    }

    /// Whether a row of the title is in the viewport.
    pub fn shows_title(&self) -> bool {
        let is_title = |row: &Row| match row {
            Row::Head(row) => self.head(*row).is_some_and(|row| row.kind == HeadKind::Title),
            Row::Blank | Row::Text(_) => false,
        };
        self.rows.iter().any(is_title)
    }

    /// Whether the last row of the article is in the viewport.
    pub fn shows_end(&self) -> bool {
        self.shows_end
    }

    /// Where reading stopped: the text at the top, or the very end once the last row is shown.
    pub fn position(&self) -> Position {
        if self.shows_end { self.index.end() } else { self.shown.position() }
    }

    /// The text at the top of the viewport.
    pub fn top(&self) -> Position {
        self.shown.position()
    }

    /// The row of the viewport in which `position` stands.
    pub fn row_of(&self, position: Position) -> Option<usize> {
        let Anchor::Text { paragraph, byte } = Anchor::at(position) else { return None };
        self.rows.iter().position(|row| match row {
            Row::Text(line) => {
                line.paragraph == paragraph && line.bytes.start <= byte && byte < line.bytes.end
            }
            Row::Head(_) | Row::Blank => false,
        })
    }

    /// Bytes of text from the start to the bottom of the viewport, and in all.
    fn progress_bytes(&self) -> (u64, u64) {
        let total = self.index.total_bytes();
        let last = self.rows.iter().rev().find_map(|row| match row {
            Row::Text(line) => Some(line),
            Row::Head(_) | Row::Blank => None,
        });
        let done = match last {
            _ if self.shows_end => total,
            None => 0,
            Some(line) => {
                let at = Anchor::Text { paragraph: line.paragraph, byte: line.bytes.end };
                self.index.offset_bytes(at.position())
            }
        };
        (done, total)
    }

    /// The bytes of text in the viewport, and in all.
    pub fn seen_bytes(&self) -> (Range<u64>, u64) {
        let (done, total) = self.progress_bytes();
        let start = self.index.offset_bytes(self.shown.position());
        (start.min(done)..done, total)
    }

    /// The place of a byte of the text; behind all of it from the last on.
    pub fn position_of(&self, offset_bytes: u64) -> Position {
        if self.index.total_bytes() <= offset_bytes {
            return Position { paragraph: u32::MAX, byte: u32::MAX };
        }
        self.index.position(offset_bytes)
    }

    /// Whether a line belongs to the title of a section.
    pub fn is_section_title(&self, line: &Line) -> bool {
        match self.shape(line).block {
            Block::Heading(_) => true,
            // Where a text has shapes, its titles say so.
            _ if !self.article.shapes.is_empty() => false,
            _ => sections::is_title(&self.article.paragraphs, line.paragraph),
        }
    }

    /// How much of the text lies above the bottom of the viewport; 100 only at the end.
    pub fn percent(&self) -> u64 {
        match self.progress_bytes() {
            _ if self.shows_end => 100,
            (_, 0) => 0,
            (done, total) => (done.saturating_mul(100) / total).min(99),
        }
    }

    /// Minutes that the text below the viewport takes to read, rounded up.
    pub fn minutes_left(&self) -> u64 {
        let (done, total) = self.progress_bytes();
        let n_words = u64::from(self.article.n_words);
        let left = n_words.saturating_mul(total - done.min(total)).checked_div(total);
        minutes(left.unwrap_or(0), self.style.words_per_minute)
    }

    pub fn down(&mut self, n: usize) {
        self.walk(self.shown, |walk| walk.forward_by(n.min(MAX_STEP)));
    }

    pub fn up(&mut self, n: usize) {
        self.walk(self.shown, |walk| walk.back_by(n.min(MAX_STEP)));
    }

    /// Rows of a page move: one less than the height, so that a row stays to hold on to.
    pub fn page_rows(&self) -> usize {
        self.height.saturating_sub(1).max(1)
    }

    pub fn half_page_rows(&self) -> usize {
        (self.height / 2).max(1)
    }

    /// Rows kept above a match, to show its context.
    pub fn third_rows(&self) -> usize {
        self.height / 3
    }

    /// Goes to the title.
    pub fn to_top(&mut self) {
        self.walk(Anchor::Head(0), |_| 0);
    }

    /// Goes down until the last row stands at the bottom.
    pub fn to_bottom(&mut self) {
        let end = Anchor::Text { paragraph: usize::MAX, byte: usize::MAX };
        self.walk(end, |_| 0);
    }

    /// Goes to where `percent` of the text stand above; 0 is the title.
    pub fn to_percent(&mut self, percent: u64) {
        if percent == 0 {
            return self.to_top();
        }
        let offset = self.index.total_bytes().saturating_mul(percent.min(100)) / 100;
        self.show(self.index.position(offset), 0);
    }

    /// Goes to where `position` stands in `row` of the viewport, as far as the ends allow.
    pub fn show(&mut self, position: Position, row: usize) {
        let above = row.min(self.height.saturating_sub(1));
        self.walk(Anchor::at(position), |walk| walk.back_by(above));
    }

    /// Bytes that have been wrapped for this page, ever: what moving about has cost.
    pub fn work_bytes(&self) -> usize {
        self.pieces.work_bytes
    }

    fn walk(&mut self, from: Anchor, steps: impl FnOnce(&mut Walk) -> usize) {
        let mut walk = self.start(from);
        steps(&mut walk);
        self.anchor = walk.anchor();
        self.lay();
        self.anchor = self.shown;
    }

    /// Fills the viewport from the anchor down.
    fn lay(&mut self) {
        let (height, mut rows) = (self.height, std::mem::take(&mut self.rows));
        let mut walk = self.start(self.anchor);
        walk.fill(height);
        let shown = walk.anchor();
        let mut shows_end = false;
        rows.clear();
        while rows.len() < height {
            rows.push(walk.row());
            if !walk.forward() {
                shows_end = true;
                break;
            }
        }
        (self.shown, self.rows, self.shows_end) = (shown, rows, shows_end);
    }

    fn start(&mut self, from: Anchor) -> Walk<'_> {
        let (width, indent) = (self.width, self.indent());
        let measure = Measure { width, indent, hyphens: self.style.hyphens };
        self.pieces.set_measure(measure, self.style.numbers_links);
        let ground = Ground {
            article: &self.article,
            index: &self.index,
            n_head: self.head.len(),
            n_blank: self.style.n_blank,
        };
        Walk::new(ground, &mut self.pieces, from)
    }
}
