//! The fields of an index and how texts get into them.

use tantivy::{
    IndexSettings, IndexSortByField, Order,
    schema::{
        Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
        document::{Document, ReferenceValue, ReferenceValueLeaf, Value},
    },
    store::Compressor,
    tokenizer::{RawTokenizer, Token, TokenStream, Tokenizer, TokenizerManager},
};

use std::{iter, ops::Range};

use super::waiting::Weight;
use crate::{
    base::words::Words,
    domain::{ArticleLanguage, Rank},
    query::NEAR_MAX,
};

/// Beginnings of words up to this many characters are terms of their own, so that the first
/// letters typed cost nothing; longer ones are united from the words that begin so, of which there
/// are few enough by then. (Indexed a second: 21,600 articles with 1, 18,600 with 2, 7,600 with 3.)
pub(super) const EDGE_MAX: usize = 2;

pub(super) const RANK: &str = "rank";
const WORDS: &str = "words";
const EDGES: &str = "edges";
const WHOLE: &str = "whole";

/// Stands for the language of articles whose language nobody knows.
pub(super) const NO_LANGUAGE: &str = "none";

/// The numbers of the fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// Title and paragraphs, each a value of its own, so that no phrase reaches across.
    pub(super) text: Field,
    /// The title again, for what is looked for only there, and for what relevance it adds.
    pub(super) title: Field,
    pub(super) edge: Field,
    /// The code of the article's language.
    pub(super) lang: Field,
    pub(super) seq: Field,
    pub(super) rank: Field,
}

pub(super) fn schema() -> (Schema, Fields) {
    let text = |tokenizer, option, norms| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(option)
            .set_fieldnorms(norms);
        TextOptions::default().set_indexing_options(indexing)
    };
    let mut builder = Schema::builder();
    let fields = Fields {
        text: builder
            .add_text_field("text", text(WORDS, IndexRecordOption::WithFreqsAndPositions, true)),
        title: builder
            .add_text_field("title", text(WORDS, IndexRecordOption::WithFreqsAndPositions, true)),
        edge: builder.add_text_field("edge", text(EDGES, IndexRecordOption::Basic, false)),
        lang: builder.add_text_field("lang", text(WHOLE, IndexRecordOption::Basic, false)),
        seq: builder.add_u64_field("seq", NumericOptions::default().set_indexed()),
        rank: builder.add_u64_field(RANK, NumericOptions::default().set_fast()),
    };
    (builder.build(), fields)
}

pub(super) fn settings() -> IndexSettings {
    IndexSettings {
        sort_by_field: Some(IndexSortByField { field: RANK.to_owned(), order: Order::Desc }),
        docstore_compression: Compressor::None,
        docstore_compress_dedicated_thread: false,
        ..IndexSettings::default()
    }
}

pub(super) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(WORDS, WordTokenizer::default());
    manager.register(EDGES, EdgeTokenizer::default());
    manager.register(WHOLE, RawTokenizer::default());
    manager
}

/// One article on its way into the index.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) fields: Fields,
    pub(super) rank: Rank,
    pub(super) language: ArticleLanguage,
    /// The title and the paragraphs, a line break after each.
    pub(super) text: String,
    pub(super) parts: Vec<Range<usize>>,
    #[expect(dead_code, reason = "says by being dropped that the entry is indexed")]
    pub(super) weight: Weight,
}

/// A value of an [`Entry`].
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'a> {
    Text(&'a str),
    Number(u64),
}

impl Document for Entry {
    type Value<'a> = Part<'a>;
    type FieldsValuesIter<'a> = std::vec::IntoIter<(Field, Part<'a>)>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        let fields = self.fields;
        let parts = self.parts.iter().map(|range| Part::Text(&self.text[range.clone()]));
        let title = parts.clone().take(1).map(|title| (fields.title, title));
        let rest = [
            (fields.edge, Part::Text(&self.text)),
            (fields.lang, Part::Text(self.language.code().unwrap_or(NO_LANGUAGE))),
            (fields.seq, Part::Number(u64::from(self.rank.seq().0))),
            (fields.rank, Part::Number(self.rank.0)),
        ];
        let text = parts.map(|part| (fields.text, part));
        text.chain(title).chain(rest).collect::<Vec<_>>().into_iter()
    }
}

impl<'a> Value<'a> for Part<'a> {
    type ArrayIter = iter::Empty<Self>;
    type ObjectIter = iter::Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(match *self {
            Self::Text(text) => ReferenceValueLeaf::Str(text),
            Self::Number(number) => ReferenceValueLeaf::U64(number),
        })
    }
}

/// Hands the words of `base::words` to tantivy.
#[derive(Debug, Clone, Default)]
struct WordTokenizer {
    token: Token,
}

struct WordStream<'a> {
    words: Words<'a>,
    token: &'a mut Token,
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.token.reset();
        // Far enough from the text before: no two words are near each other across the gap.
        self.token.position = NEAR_MAX as usize - 1;
        WordStream { words: Words::new(text), token: &mut self.token }
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        self.token.position = self.token.position.wrapping_add(1);
        self.words.read(&mut self.token.text).is_some()
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// The beginnings of the words of a text, each once.
#[derive(Debug, Clone, Default)]
struct EdgeTokenizer {
    token: Token,
    word: String,
    seen: Seen,
}

struct EdgeStream<'a> {
    words: Words<'a>,
    tokenizer: &'a mut EdgeTokenizer,
    /// How many characters of the word have been handed out.
    n_chars: usize,
}

impl Tokenizer for EdgeTokenizer {
    type TokenStream<'a> = EdgeStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> EdgeStream<'a> {
        self.token.reset();
        self.token.position = 0;
        self.seen.forget();
        EdgeStream { words: Words::new(text), tokenizer: self, n_chars: EDGE_MAX }
    }
}

impl TokenStream for EdgeStream<'_> {
    fn advance(&mut self) -> bool {
        let EdgeTokenizer { token, word, seen } = &mut *self.tokenizer;
        loop {
            if self.n_chars == EDGE_MAX {
                if self.words.read(word).is_none() {
                    return false;
                }
                self.n_chars = 0;
            }
            self.n_chars += 1;
            let Some(edge) = edge(word, self.n_chars) else {
                self.n_chars = EDGE_MAX;
                continue;
            };
            if seen.insert(edge) {
                token.text.clear();
                token.text.push_str(edge);
                return true;
            }
        }
    }

    fn token(&self) -> &Token {
        &self.tokenizer.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokenizer.token
    }
}

/// The first `n_chars` characters, unless there are fewer.
fn edge(word: &str, n_chars: usize) -> Option<&str> {
    let (last, c) = word.char_indices().nth(n_chars - 1)?;
    word.get(..last + c.len_utf8())
}

/// A set of edges that is emptied in no time: an article has some hundred of them among thousands
/// of words, and asking tantivy to find that out costs a third of indexing.
#[derive(Debug, Clone, Default)]
struct Seen {
    /// The round in the high bits, below it the characters of the edge.
    slots: Vec<u64>,
    round: u64,
    n_edges: usize,
}

const SEEN_SLOTS: usize = 4096;
const CHAR_BITS: usize = 21;
const EDGE_BITS: usize = CHAR_BITS * EDGE_MAX;
const _: () = assert!(EDGE_BITS <= 48, "too few bits are left for rounds");

impl Seen {
    fn forget(&mut self) {
        self.n_edges = 0;
        self.round += 1;
        if self.slots.is_empty() || 1 << (64 - EDGE_BITS) <= self.round {
            self.slots = vec![0; SEEN_SLOTS];
            self.round = 1;
        }
    }

    /// Whether `edge` is new; when the set is half full, everything is.
    fn insert(&mut self, edge: &str) -> bool {
        let key = edge.chars().fold(0, |key, c| key << CHAR_BITS | u64::from(c));
        let entry = self.round << EDGE_BITS | key;
        let hash = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52;
        let mut at = usize::try_from(hash).unwrap_or(0) % SEEN_SLOTS;
        loop {
            if self.slots[at] == entry {
                return false;
            }
            if self.slots[at] >> EDGE_BITS != self.round {
                if self.n_edges < SEEN_SLOTS / 2 {
                    self.slots[at] = entry;
                    self.n_edges += 1;
                }
                return true;
            }
            at = (at + 1) % SEEN_SLOTS;
        }
    }
}
