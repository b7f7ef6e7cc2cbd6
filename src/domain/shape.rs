//! The shape of a text: what each paragraph is, and how some of its words are set.
//!
//! A shape adds to a text and is not part of it: what is shown, searched, copied and counted are
//! the paragraphs.

use std::ops::Range;

use crate::base::Clean;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Block {
    #[default]
    Paragraph,
    /// The title of a section; 1 is the highest level, 6 the lowest.
    Heading(u8),
    /// A line of code or of other text whose blanks count.
    Code,
    /// The row of a table that names its columns.
    TableHead,
    TableRow,
    /// A break between parts of the text.
    Rule,
    /// What stands for a picture.
    Image,
}

/// What stands before an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    Bullet,
    Number(u64),
    /// A box, ticked or not.
    Task {
        is_done: bool,
    },
}

impl Marker {
    /// As it is written before the text of its item.
    pub fn said(self) -> String {
        match self {
            Self::Bullet => "•".to_owned(),
            Self::Number(number) => format!("{number}."),
            Self::Task { is_done: true } => "[x]".to_owned(),
            Self::Task { is_done: false } => "[ ]".to_owned(),
        }
    }
}

/// How some words of a paragraph are set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpanKind {
    Strong,
    Emphasis,
    Strike,
    Code,
    /// Leads to an address that the text need not name.
    Link(Clean),
}

/// Bytes of a paragraph that are set in one way. Spans may overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub bytes: Range<usize>,
    pub kind: SpanKind,
}

/// The shape of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    pub block: Block,
    /// Quotations that it stands in, one within the other.
    pub n_quotes: u8,
    /// Room that the lists it stands in leave before it.
    pub indent_cells: u8,
    /// Of the item that it begins.
    pub marker: Option<Marker>,
    /// It goes on from the paragraph above: the next line of code, row of a table, or line of verse.
    pub goes_on: bool,
    /// In the order of their beginnings.
    pub spans: Vec<Span>,
}

impl Shape {
    /// As plain text has it.
    pub const PLAIN: &'static Self = &Self {
        block: Block::Paragraph,
        n_quotes: 0,
        indent_cells: 0,
        marker: None,
        goes_on: false,
        spans: Vec::new(),
    };

    /// The addresses that its words lead to, with those words.
    pub fn links(&self) -> impl Iterator<Item = (&Range<usize>, &Clean)> {
        self.spans.iter().filter_map(|span| match &span.kind {
            SpanKind::Link(address) => Some((&span.bytes, address)),
            _ => None,
        })
    }
}
