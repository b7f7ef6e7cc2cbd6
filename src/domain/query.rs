//! The query language: words, "phrases" and -not, all of which an article must satisfy.
//!
//! | written | finds articles that |
//! |---|---|
//! | `rust belt` | have both words, anywhere in title and text |
//! | `"rust belt"` | have them side by side in the title or in one paragraph |
//! | `-rust`, `-"rust belt"` | do not have that |
//! | `rus*`, `"rust be*"` | have a word that begins so |
//!
//! Case, accents and width are ignored. A word with several parts (`don't`, `U.S.`, a run of
//! Chinese) is a phrase; so is a word with signs attached to it: `C++`, `.NET`, `AT&T`, `$5`. A
//! word in Hangul is a beginning, and its particle does not count: `한국에서` is `한국*`. Fields
//! (`source:`) have no syntax yet.

mod spoken;

use std::{fmt, iter, ops::Range, sync::Arc};

use unicode_normalization::char::is_combining_mark;

use super::korean;
use crate::base::signs::is_gershayim;
use crate::base::wording;
use crate::base::words::{Cut, Kind, Words, worded, words};

/// A query that has been understood. Cheap to clone; equal if written the same.
///
/// ```
/// use dateline::domain::Query;
/// let query = Query::parse("Zürich -\"press release\" elect*", false).unwrap();
/// assert_eq!(query.to_string(), "Zürich -\"press release\" elect*");
/// assert_eq!(query.matches("Elections: zurich votes"), [0..9, 11..17]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Query {
    clauses: Arc<[Clause]>,
}

/// One word or phrase that must, or must not, occur.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Clause {
    /// As written, from the first to the last letter; blanks for stars that ask nothing.
    text: Box<str>,
    // Invariant: not empty.
    tokens: Box<[Box<str>]>,
    is_prefix: bool,
    is_negative: bool,
    is_quoted: bool,
}

/// What is wrong with a query, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryError {
    pub message: &'static str,
    /// Characters of the text before the mistake.
    pub column: usize,
}

impl Clause {
    /// Folded words that must be adjacent; never empty.
    pub fn tokens(&self) -> &[Box<str>] {
        &self.tokens
    }

    /// The last token is only the beginning of a word.
    pub fn is_prefix(&self) -> bool {
        self.is_prefix
    }

    /// Articles that have this are left out.
    pub fn is_negative(&self) -> bool {
        self.is_negative
    }

    fn new(text: &str, is_prefix: bool, is_negative: bool) -> Option<Self> {
        let mut cuts: Vec<(Cut, String)> = words(text).collect();
        let n_cuts = cuts.len();
        let ends_in_pair = matches!(cuts.get(n_cuts.wrapping_sub(2)), Some((cut, _))
            if matches!(cut.kind, Kind::Pair { .. }));
        let (first, last) = (cuts.first()?.0.range.start, &cuts.last()?.0);
        let (text, last) = (&text[first..last.range.end], last.kind);
        let is_prefix = match last {
            Kind::Word | Kind::Sign => is_prefix,
            // One character alone is looked up as the beginning of a pair; at the end of a run the
            // last pair says it all, and the run may go on in the article.
            Kind::Last | Kind::Pair { .. } => !ends_in_pair,
        };
        if last == Kind::Last && ends_in_pair {
            cuts.pop();
        }
        let tokens = cuts.into_iter().map(|(_, folded)| folded.into_boxed_str()).collect();
        let text: Box<str> = text.replace('*', " ").into();
        let is_quoted = text.contains(char::is_whitespace);
        Some(Self { text, tokens, is_prefix, is_negative, is_quoted })
    }

    /// The bytes of the text that match, if the words from `first` on are this clause.
    fn matches_at(&self, cuts: &Cuts, first: usize) -> Option<Range<usize>> {
        let found = cuts.words.get(first..first + self.tokens.len())?;
        let last = self.tokens.len() - 1;
        let matches = iter::zip(found, &self.tokens).enumerate().all(|(nth, (word, token))| {
            let folded = &cuts.folded[word.folded.clone()];
            if nth == last && self.is_prefix {
                folded.starts_with(&**token)
            } else {
                folded == &**token
            }
        });
        let end = found.last().map(|word| match word.cut.kind {
            Kind::Pair { second } if self.tokens[last].len() < word.folded.len() => second,
            _ => word.cut.range.end,
        })?;
        matches.then(|| found[0].cut.range.start..end)
    }
}

/// The words of one text, folded once for all clauses.
struct Cuts {
    folded: String,
    words: Vec<CutWord>,
}

struct CutWord {
    cut: Cut,
    /// Bytes of [`Cuts::folded`].
    folded: Range<usize>,
}

impl Cuts {
    fn of(text: &str) -> Self {
        let (mut folded, mut found, mut word) = (String::new(), Vec::new(), String::new());
        let mut words = Words::new(text);
        while let Some(cut) = words.read(&mut word) {
            let start = folded.len();
            folded.push_str(&word);
            found.push(CutWord { cut, folded: start..folded.len() });
        }
        Self { folded, words: found }
    }
}

impl Query {
    /// Understands `text`. While `typing`, what is incomplete is taken as far as it goes: the last
    /// word matches by its beginning if nothing follows it, an open quote closes at the end, and
    /// what cannot be used is left out. Blank text is the empty query, which every article
    /// satisfies.
    ///
    /// # Errors
    /// If not `typing`: an open quote, a phrase without words, a minus with nothing behind it, a
    /// star inside a phrase, or no letter or digit at all.
    ///
    /// ```
    /// use dateline::domain::Query;
    /// assert!(Query::parse("new yor", true).unwrap().matches("York")[0] == (0..4));
    /// assert!(Query::parse("new yor", false).unwrap().matches("York").is_empty());
    /// let error = Query::parse("peace \"", false).unwrap_err();
    /// assert_eq!((error.message, error.column), ("the quote is not closed", 6));
    /// ```
    pub fn parse(text: &str, typing: bool) -> Result<Self, QueryError> {
        let mut parser = Parser { text, at: 0, typing };
        let mut clauses = Vec::new();
        while parser.skip_blanks() {
            clauses.extend(parser.clause()?);
        }
        let blank = text.trim().is_empty();
        if !typing && !blank && clauses.is_empty() {
            return Err(QueryError { message: wording!("query-no-word"), column: 0 });
        }
        Ok(Self { clauses: clauses.into() })
    }

    /// A line that is understood as this query while it is typed: it ends with a blank where its
    /// last word would otherwise be taken for a beginning.
    ///
    /// ```
    /// use dateline::domain::Query;
    /// assert_eq!(Query::parse("new york", false).unwrap().as_typed(), "new york ");
    /// assert_eq!(Query::parse("new yor", true).unwrap().as_typed(), "new yor*");
    /// ```
    pub fn as_typed(&self) -> String {
        let line = self.to_string();
        let is_same = Self::parse(&line, true).is_ok_and(|typed| typed == *self);
        if is_same { line } else { line + " " }
    }

    /// All the clauses, as written.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// Satisfied by every article.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Whether anything in it tells a good match from a poor one: beginnings of words do not.
    pub fn has_whole_words(&self) -> bool {
        let wanted = self.clauses.iter().filter(|clause| !clause.is_negative);
        wanted.into_iter().any(|clause| usize::from(clause.is_prefix) < clause.tokens.len())
    }

    /// Bytes of `text` to highlight: what satisfies a clause that must occur. In order, apart from
    /// each other; a phrase is one range. Linear in the text.
    pub fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges: Vec<_> = self.hits(text).into_iter().map(|(range, _)| range).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges.dedup_by(|next, kept| {
            let touches = next.start <= kept.end;
            if touches {
                kept.end = kept.end.max(next.end);
            }
            touches
        });
        ranges
    }

    /// Whether an article with these texts (its title and each of its paragraphs) satisfies the
    /// query. The index finds exactly these articles.
    pub fn is_satisfied_by<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> bool {
        let mut found = vec![false; self.clauses.len()];
        for text in texts {
            let cuts = Cuts::of(text);
            for (found, clause) in iter::zip(&mut found, &*self.clauses) {
                *found = *found
                    || (0..cuts.words.len()).any(|at| clause.matches_at(&cuts, at).is_some());
            }
        }
        iter::zip(found, &*self.clauses).all(|(found, clause)| found != clause.is_negative)
    }

    /// What satisfies which of the clauses that must occur (by number), in the order of the text.
    pub(super) fn hits(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        if self.clauses.is_empty() {
            return Vec::new();
        }
        let cuts = Cuts::of(text);
        let wanted = || self.clauses.iter().enumerate().filter(|(_, clause)| !clause.is_negative);
        (0..cuts.words.len())
            .flat_map(|at| wanted().map(move |(number, clause)| (at, number, clause)))
            .filter_map(|(at, number, clause)| Some((clause.matches_at(&cuts, at)?, number)))
            .collect()
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, clause) in self.clauses.iter().enumerate() {
            let blank = if number == 0 { "" } else { " " };
            let minus = if clause.is_negative { "-" } else { "" };
            let star = if clause.is_prefix { "*" } else { "" };
            let text = &clause.text;
            let quote = if clause.is_quoted { "\"" } else { "" };
            write!(f, "{blank}{minus}{quote}{text}{star}{quote}")?;
        }
        Ok(())
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    typing: bool,
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Whether anything is left.
    fn skip_blanks(&mut self) -> bool {
        self.at = self.text.len() - self.rest().trim_start().len();
        self.at < self.text.len()
    }

    fn clause(&mut self) -> Result<Option<Clause>, QueryError> {
        let start = self.at;
        let is_negative = self.rest().starts_with('-');
        self.at += usize::from(is_negative);
        let clause = match self.rest().chars().next() {
            None => None,
            Some(c) if c.is_whitespace() => None,
            Some(c) if is_quote(c) => return self.phrase(c, is_negative),
            Some(_) => self.word(is_negative),
        };
        if is_negative && clause.is_none() {
            return self.mistake(wording!("query-minus"), start);
        }
        Ok(clause)
    }

    fn word(&mut self, is_negative: bool) -> Option<Clause> {
        let rest = self.rest();
        let end = self.end_of_word();
        self.at += end;
        let (text, has_star) = split_star(&rest[..end]);
        if !has_star && let Some((stem, is_prefix)) = korean::stem(worded(text)) {
            return Clause::new(stem, is_prefix, is_negative);
        }
        let is_open = self.typing && self.at == self.text.len() && !text.ends_with(ends_a_word);
        Clause::new(text, has_star || is_open, is_negative)
    }

    /// How long the word is that begins here. A quote inside a word of Hebrew belongs to it, and so
    /// does the one that closes what such a quote has opened.
    fn end_of_word(&self) -> usize {
        let rest = self.rest();
        let mut is_inside = false;
        for (at, c) in rest.char_indices() {
            if c.is_whitespace() {
                return at;
            }
            if !is_quote(c) {
                continue;
            }
            let next = rest[at + c.len_utf8()..].chars().next();
            let follows = rest[..at].ends_with(is_hebrew);
            match next {
                _ if !follows => return at,
                Some(next) if is_hebrew(next) => is_inside |= !is_gershayim(rest, at),
                _ if is_inside => return at + c.len_utf8(),
                None if self.typing => (),
                _ => return at,
            }
        }
        rest.len()
    }

    fn phrase(&mut self, quote: char, is_negative: bool) -> Result<Option<Clause>, QueryError> {
        let start = self.at;
        let rest = &self.rest()[quote.len_utf8()..];
        let is_close = |(at, c): &(usize, char)| is_quote(*c) && !is_gershayim(rest, *at);
        let close = rest.char_indices().find(is_close);
        if close.is_none() && !self.typing {
            return self.mistake(wording!("query-open-quote"), start);
        }
        let (end, closing) = close.map_or((rest.len(), 0), |(end, c)| (end, c.len_utf8()));
        self.at = start + quote.len_utf8() + end + closing;
        let (text, has_star) = split_star(&rest[..end]);
        if let Some(star) = star_inside(text) {
            let column = start + quote.len_utf8() + star;
            self.mistake(wording!("query-star"), column)?;
        }
        let is_open = close.is_none() && !text.ends_with(char::is_whitespace);
        match Clause::new(text, has_star || is_open, is_negative) {
            None => self.mistake(wording!("query-empty-quotes"), start),
            Some(clause) => Ok(Some(Clause { is_quoted: true, ..clause })),
        }
    }

    /// Explains the mistake at byte `at`, unless more typing may correct it.
    fn mistake(&self, message: &'static str, at: usize) -> Result<Option<Clause>, QueryError> {
        if self.typing {
            return Ok(None);
        }
        Err(QueryError { message, column: self.text[..at].chars().count() })
    }
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5ea}')
}

/// Whether nothing can be added to a word that this follows: apostrophes stand inside words.
fn ends_a_word(c: char) -> bool {
    let may_go_on = matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '׳' | '״');
    !c.is_alphanumeric() && !is_combining_mark(c) && !may_go_on
}

/// Takes off the star that asks for words that begin so; without a word before it a star means
/// nothing.
fn split_star(text: &str) -> (&str, bool) {
    let stem = text.trim_end().trim_end_matches('*');
    if stem.len() < text.trim_end().len() && !stem.ends_with(char::is_whitespace) {
        (stem, true)
    } else {
        (text, false)
    }
}

fn star_inside(text: &str) -> Option<usize> {
    let stars = text.match_indices('*').map(|(at, _)| at);
    stars.into_iter().find(|at| {
        text[..*at].ends_with(char::is_alphanumeric)
            && text[*at..].trim_start_matches('*').starts_with(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests;
