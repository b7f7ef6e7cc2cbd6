//! The text of an article as JSON: its paragraphs, and what each of them is.

use schemars::JsonSchema;
use serde::Serialize;

use super::output::characters;
use crate::{
    base::Clean,
    domain::{Article, Block, Marker, Shape, Span, SpanKind},
};

/// The paragraphs of an article, each with its shape.
pub(super) fn of(article: &Article) -> Vec<JsonBlock<'_>> {
    let paragraphs = article.paragraphs.iter().enumerate();
    paragraphs.map(|(at, text)| JsonBlock::new(text, article.shape(at))).collect()
}

/// A paragraph and what it is.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Block")]
pub(super) struct JsonBlock<'a> {
    /// `paragraph`, `heading`, `quote`, `item`, `code`, `table-head`, `table-row`, `rule` or `image`.
    kind: &'static str,
    /// As in `body`.
    text: &'a str,
    /// Of a heading; 1 is the highest.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    /// How many quotations it stands in; left out if none.
    #[serde(skip_serializing_if = "is_zero")]
    quotes: u8,
    /// What stands before an item of a list: `•`, `1.`, `[x]` or `[ ]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    marker: Option<String>,
    /// Words that are set in a way of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spans: Vec<JsonSpan>,
    /// Words that lead to an address.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<JsonLink<'a>>,
}

/// A part of the text.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Span")]
struct JsonSpan {
    /// `strong`, `emphasis`, `strike` or `code`.
    kind: &'static str,
    /// The first character, counted from 0.
    start: usize,
    /// The first character after it.
    end: usize,
}

/// A part of the text that leads to an address.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Link")]
struct JsonLink<'a> {
    /// The first character, counted from 0.
    start: usize,
    /// The first character after it.
    end: usize,
    /// Where it leads.
    url: &'a str,
}

impl<'a> JsonBlock<'a> {
    fn new(text: &'a str, shape: &'a Shape) -> Self {
        let link = |(bytes, url): (_, &'a Clean)| {
            let [start, end] = characters(text, bytes);
            JsonLink { start, end, url }
        };
        Self {
            kind: name(shape),
            text,
            level: match shape.block {
                Block::Heading(level) => Some(level),
                _ => None,
            },
            quotes: shape.n_quotes,
            marker: shape.marker.map(Marker::said),
            spans: shape.spans.iter().filter_map(|it| span(text, it)).collect(),
            links: shape.links().map(link).collect(),
        }
    }
}

fn span(text: &str, span: &Span) -> Option<JsonSpan> {
    let kind = match span.kind {
        SpanKind::Strong => "strong",
        SpanKind::Emphasis => "emphasis",
        SpanKind::Strike => "strike",
        SpanKind::Code => "code",
        SpanKind::Link(_) => return None,
    };
    let [start, end] = characters(text, &span.bytes);
    Some(JsonSpan { kind, start, end })
}

fn name(shape: &Shape) -> &'static str {
    match shape.block {
        Block::Heading(_) => "heading",
        Block::Code => "code",
        Block::TableHead => "table-head",
        Block::TableRow => "table-row",
        Block::Rule => "rule",
        Block::Image => "image",
        Block::Paragraph if shape.marker.is_some() => "item",
        Block::Paragraph if 0 < shape.n_quotes => "quote",
        Block::Paragraph => "paragraph",
    }
}

// The signature is serde's.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(n: &u8) -> bool {
    *n == 0
}
