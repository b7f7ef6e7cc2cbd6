//! An index of an article's text, made before it is shown: the number of bytes before each
//! paragraph, so that progress can be computed without reading, and the positions of its links, so
//! that they can be numbered.

use std::ops::Range;

use super::{Article, Link, Position, links};

/// Running totals of the paragraphs' lengths, 8 bytes a paragraph; and the links.
///
/// Building it visits every paragraph once; whoever reads the file builds it, so that no key press
/// ever costs as much as the article is long.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageIndex {
    // Invariant: never falls from one entry to the next.
    ends: Vec<u64>,
    // Invariant: in the order of the text.
    links: Vec<Link>,
}

impl PageIndex {
    pub fn new(article: &Article) -> Self {
        let mut end = 0;
        let lengths = article.paragraphs.iter().map(|paragraph| paragraph.len() as u64);
        Self {
            ends: lengths
                .map(|length| {
                    end += length;
                    end
                })
                .collect(),
            links: (0..article.paragraphs.len()).flat_map(|at| links_of(article, at)).collect(),
        }
    }

    /// Every link, in the order of the text.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The places in [`PageIndex::links`] of those that reach into `bytes` of a paragraph.
    pub fn links_in(&self, paragraph: usize, bytes: &Range<usize>) -> Range<usize> {
        let is_before = |link: &Link| (link.paragraph, link.bytes.end) <= (paragraph, bytes.start);
        let is_within = |link: &Link| (link.paragraph, link.bytes.start) < (paragraph, bytes.end);
        self.links.partition_point(is_before)..self.links.partition_point(is_within)
    }

    /// Bytes of text in the article.
    pub fn total_bytes(&self) -> u64 {
        self.ends.last().copied().unwrap_or(0)
    }

    /// Bytes of text before `position`; a position past the end is the end.
    pub fn offset_bytes(&self, position: Position) -> u64 {
        let paragraph = usize::try_from(position.paragraph).unwrap_or(usize::MAX);
        let Some(&end) = self.ends.get(paragraph) else {
            return self.total_bytes();
        };
        let start = paragraph.checked_sub(1).and_then(|before| self.ends.get(before));
        (start.copied().unwrap_or(0) + u64::from(position.byte)).min(end)
    }

    /// The position that `offset` bytes of text stand before; it may lie inside a character.
    pub fn position(&self, offset: u64) -> Position {
        let paragraph = self.ends.partition_point(|&end| end <= offset);
        if paragraph == self.ends.len() {
            return self.end();
        }
        let start = paragraph.checked_sub(1).and_then(|before| self.ends.get(before));
        let byte = offset - start.copied().unwrap_or(0);
        Position {
            paragraph: u32::try_from(paragraph).unwrap_or(u32::MAX),
            byte: u32::try_from(byte).unwrap_or(u32::MAX),
        }
    }

    /// Just behind the last byte: the position of an article that has been read to its end.
    pub fn end(&self) -> Position {
        let last = self.ends.len().saturating_sub(1);
        let start = last.checked_sub(1).and_then(|before| self.ends.get(before));
        let length = self.total_bytes() - start.copied().unwrap_or(0);
        Position {
            paragraph: u32::try_from(last).unwrap_or(u32::MAX),
            byte: u32::try_from(length).unwrap_or(u32::MAX),
        }
    }
}

/// The links of a paragraph: the words that lead somewhere, and the addresses among the others.
fn links_of(article: &Article, paragraph: usize) -> Vec<Link> {
    let text = article.paragraphs.get(paragraph).map_or("", |text| text.as_str());
    let words = article.shape(paragraph).links().map(|(bytes, address)| Link {
        paragraph,
        bytes: bytes.clone(),
        address: Some(address.clone()),
    });
    let mut found: Vec<Link> = words.collect();
    let is_apart = |bytes: &Range<usize>| {
        !found.iter().any(|link| link.bytes.start < bytes.end && bytes.start < link.bytes.end)
    };
    let addresses: Vec<_> = links(text).filter(is_apart).collect();
    found.extend(addresses.into_iter().map(|bytes| Link { paragraph, bytes, address: None }));
    found.sort_by_key(|link| link.bytes.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::Clean, domain::ArticleId};

    fn index(paragraphs: &[&str]) -> PageIndex {
        PageIndex::new(&Article {
            id: ArticleId([0; 16]),
            title: Clean::default(),
            date: None,
            url: None,
            source: Clean::default(),
            paragraphs: paragraphs.iter().map(|text| Clean::new(text)).collect(),
            shapes: Vec::new(),
            n_words: 0,
            problems: Vec::new(),
            hints: crate::domain::Hints::default(),
        })
    }

    #[test]
    fn every_offset_leads_to_a_position_and_back() {
        let index = index(&["four", "", "sixsix", "x"]);
        assert_eq!(index.total_bytes(), 11);
        for offset in 0..=11 {
            assert_eq!(index.offset_bytes(index.position(offset)), offset);
        }
        assert_eq!(index.position(4), Position { paragraph: 2, byte: 0 });
        assert_eq!(index.position(99), Position { paragraph: 3, byte: 1 });
        assert_eq!(index.offset_bytes(Position { paragraph: 0, byte: 99 }), 4);
    }

    #[test]
    fn the_links_of_a_line_are_those_that_reach_into_it() {
        let index = index(&["see www.a.example/x and www.b.example", "no", "www.c.example"]);
        assert_eq!(index.links().len(), 3);
        assert_eq!(index.links_in(0, &(0..4)), 0..0);
        assert_eq!(index.links_in(0, &(10..30)), 0..2);
        assert_eq!(index.links_in(1, &(0..2)), 2..2);
        assert_eq!(index.links_in(2, &(0..1)), 2..3);
    }

    #[test]
    fn an_article_without_text_starts_where_it_ends() {
        assert_eq!(index(&[]).end(), Position::default());
        assert_eq!(index(&[]).offset_bytes(Position { paragraph: 7, byte: 7 }), 0);
    }
}
