//! Words and phrases as they are typed: stars, tildes, particles, signs.

use super::{
    clause::{Clause, Ending, TextScope, Writing},
    criterion::Criterion,
    fields, korean,
    lexer::{Quoted, Tail, Token, ends_a_word, lex, name_before_colon},
    limits::NEAR_MAX,
    mistake::{Note, QueryMistake},
    near::{Gap, Proximity},
    parser::Parser,
    quotes::is_quote,
    span::Span,
    tree::{Node, NodeKind},
    values,
};
use crate::base::words::{self, worded, words};

/// Fewer letters than these are in too many words.
const LEAST_OF_PATTERN: usize = 3;

/// From so many letters on a word may differ by one letter, and by two.
const LEAST_OF_FUZZY: [usize; 2] = [4, 8];

impl Parser<'_> {
    pub(super) fn word(&mut self, span: Span) -> Option<Node> {
        let text = self.slice(span);
        if text.chars().all(|c| c == '*') {
            return Some(Node::new(NodeKind::All, span));
        }
        if self.scope() == TextScope::Anywhere
            && let Some(url) = address(text)
        {
            return Some(Node::new(NodeKind::Criterion(Criterion::Url(url)), span));
        }
        let clause = match (fuzzy(text), pattern(text)) {
            (Some((stem, distance)), _) => self.fuzzy(span, stem, distance),
            (None, Some(pattern)) => self.pattern(span, pattern),
            (None, None) => self.plain(span),
        };
        clause.map(|clause| Node::new(NodeKind::Text(clause), span))
    }

    fn plain(&mut self, span: Span) -> Option<Clause> {
        let text = self.slice(span);
        let (stem, has_star) = split_star(text);
        let is_open = self.is_open_at(span.end) && !stem.ends_with(ends_a_word);
        let ending = if has_star || is_open { Ending::Begun } else { Ending::Whole };
        let clause = match korean::stem(worded(stem)).filter(|_| !has_star) {
            Some((noun, is_begun)) => {
                let noun = worded(noun);
                let ending = if is_begun { Ending::Begun } else { Ending::Whole };
                let clause = Clause::new(noun, Writing::Bare, ending, self.scope());
                clause.map(|clause| if is_plain(noun) { clause } else { clause.quoted() })
            }
            None if stem.contains('*') => Clause::new(stem, Writing::Quoted, ending, self.scope()),
            None => Clause::new(as_printed(stem), Writing::Bare, ending, self.scope()),
        };
        let Some(clause) = clause else {
            self.outcome.idle.push(span);
            return None;
        };
        self.note(span, stem);
        Some(if self.vocabulary.has_forms { clause.with_forms() } else { clause })
    }

    /// Says what is worth knowing of a word.
    fn note(&mut self, span: Span, stem: &str) {
        let mut kept = String::new();
        let mut end = 0;
        for (cut, _) in words(stem) {
            if end < cut.range.start && !kept.is_empty() {
                kept.push(' ');
            }
            kept.push_str(&stem[end.max(cut.range.start)..cut.range.end]);
            end = cut.range.end;
        }
        let name = name_before_colon(stem).filter(|(name, colon)| name.len() + colon < stem.len());
        if let Some((name, _)) = name
            && let Some(meant) = fields::meant(name)
        {
            let name = name.to_owned();
            self.outcome.notes.push(Note::NearlyField { span, name, meant });
        }
        if kept != stem {
            let text = stem.to_owned();
            self.outcome.notes.push(Note::Dropped { span, text, kept });
        }
        let is_said = |note: &Note| matches!(note, Note::SmallOperator { .. });
        if stem == "or" && self.is_between_words() && !self.outcome.notes.iter().any(is_said) {
            let word = stem.to_owned();
            self.outcome.notes.push(Note::SmallOperator { span, word });
        }
    }

    fn fuzzy(&mut self, span: Span, stem: &str, distance: Option<u8>) -> Option<Clause> {
        let tilde = Span { start: span.start + stem.len(), end: span.end };
        let cuts: Vec<_> = words(stem).collect();
        let [(cut, token)] = &*cuts else {
            return self.without_tilde(span, tilde, QueryMistake::FuzzyWhat);
        };
        let is_word = cut.kind == words::Kind::Word && token.chars().all(char::is_alphabetic);
        let n_letters = token.chars().count();
        let mistake = match distance {
            _ if !is_word => Some(QueryMistake::FuzzyWhat),
            Some(distance @ (1 | 2)) => {
                let least = LEAST_OF_FUZZY[usize::from(distance - 1)];
                (n_letters < least).then_some(QueryMistake::FuzzyShort)
            }
            _ => Some(QueryMistake::FuzzyFar),
        };
        if let Some(mistake) = mistake {
            return self.without_tilde(span, tilde, mistake);
        }
        let ending = Ending::Fuzzy(distance.unwrap_or(1));
        Clause::new(&stem[cut.range.clone()], Writing::Bare, ending, self.scope())
    }

    /// The word before a tilde that cannot be taken as one.
    fn without_tilde(&mut self, span: Span, tilde: Span, mistake: QueryMistake) -> Option<Clause> {
        self.ignore(tilde, mistake);
        let word = Span { end: tilde.start, ..span };
        let clause = self.plain(word)?;
        Some(if is_plain(worded(self.slice(word))) { clause } else { clause.quoted() })
    }

    fn pattern(&mut self, span: Span, pattern: &str) -> Option<Clause> {
        let Some((token, n_letters)) = folded_pattern(pattern) else {
            // Several words: its stars ask nothing.
            self.fault(span, QueryMistake::Pattern);
            let text = pattern.replace('*', " ");
            return Clause::new(&text, Writing::Quoted, Ending::Whole, self.scope());
        };
        if n_letters < LEAST_OF_PATTERN {
            self.ignore(span, QueryMistake::Pattern);
            return None;
        }
        Some(Clause::pattern(pattern, token, self.scope()))
    }

    pub(super) fn quoted(&mut self, span: Span, quoted: Quoted) -> Option<Node> {
        let inner = self.text.get(quoted.start..quoted.end).unwrap_or_default();
        let (text, has_star) = split_star(inner);
        if !quoted.is_closed {
            self.fault(span, QueryMistake::OpenQuote);
        }
        if let Some(star) = star_inside(text) {
            let start = quoted.start + star;
            self.fault(Span { start, end: start + 1 }, QueryMistake::Star);
        }
        if let Tail::Near(n) = quoted.tail
            && let Some(near) = self.loose(text, n, span)
        {
            return Some(Node::new(NodeKind::Near(near), span));
        }
        let is_open = !quoted.is_closed && !text.ends_with(char::is_whitespace);
        let is_begun = has_star || is_open || quoted.tail == Tail::Star;
        let ending = if is_begun { Ending::Begun } else { Ending::Whole };
        let clause = Clause::new(text, Writing::Quoted, ending, self.scope());
        if clause.is_none() {
            self.ignore(span, QueryMistake::EmptyQuotes);
        }
        clause.map(|clause| Node::new(NodeKind::Text(clause), span))
    }

    /// The words of a phrase that may stand apart: `"a b"~5`.
    fn loose(&mut self, text: &str, n: u32, span: Span) -> Option<Proximity> {
        let word = |text| Clause::new(text, Writing::Quoted, Ending::Whole, self.scope());
        let sides: Vec<_> =
            text.split_whitespace().filter_map(word).map(|clause| vec![clause]).collect();
        if !(1..=NEAR_MAX).contains(&n) {
            self.fault(span, QueryMistake::NearFar);
        }
        let gap = Gap { n: n.clamp(1, NEAR_MAX), is_ordered: false };
        let n_gaps = sides.len().checked_sub(1).filter(|n_gaps| 0 < *n_gaps)?;
        Some(Proximity::new(sides, vec![gap; n_gaps]))
    }

    /// What stands behind `=`.
    pub(super) fn exact(&mut self, sign: Span, operand: Span, token: Token) -> Option<Node> {
        let span = sign.to(operand);
        let literal = match token {
            Token::Quoted(quoted) => {
                if !quoted.is_closed {
                    self.fault(span, QueryMistake::OpenQuote);
                }
                self.text.get(quoted.start..quoted.end).unwrap_or_default().trim()
            }
            _ => self.slice(operand),
        };
        let clause = Clause::new(literal, Writing::Exact, Ending::Whole, self.scope());
        if clause.is_none() {
            self.ignore(span, QueryMistake::EmptyQuotes);
        }
        clause.map(|clause| Node::new(NodeKind::Text(clause), span))
    }
}

/// The address that a word is, by its beginning.
fn address(text: &str) -> Option<super::criterion::Url> {
    const STARTS: [&str; 3] = ["http://", "https://", "www."];
    let begins =
        |start: &str| text.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    if !STARTS.iter().any(|start| begins(start)) || text.contains(is_quote) {
        return None;
    }
    values::address(text.trim_end_matches(['.', ',', ';', '*']))
}

/// A word before a tilde, and by how many letters it may differ: `None` where that is too many.
fn fuzzy(text: &str) -> Option<(&str, Option<u8>)> {
    let (stem, number) = text.rsplit_once('~')?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || stem.contains('*') || words(stem).next().is_none() {
        return None;
    }
    Some((stem, if number.is_empty() { Some(1) } else { number.parse().ok() }))
}

/// What of a word is a pattern, if it is one: a star before its end, a question mark within.
fn pattern(text: &str) -> Option<&str> {
    let pattern = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '*');
    let has_star = pattern.trim_end_matches('*').contains('*');
    let is_within = |at: usize| {
        pattern[..at].ends_with(char::is_alphanumeric)
            && pattern[at + 1..].starts_with(char::is_alphanumeric)
    };
    let has_mark = pattern.match_indices('?').any(|(at, _)| is_within(at));
    (has_star || has_mark).then_some(pattern)
}

/// A pattern as words are folded, and the number of its letters; `None` of several words.
fn folded_pattern(pattern: &str) -> Option<(String, usize)> {
    let (mut token, mut n_letters, mut start) = (String::new(), 0, 0);
    let mut piece = |text: &str, token: &mut String| -> Option<()> {
        if text.is_empty() {
            return Some(());
        }
        let mut cuts = words(text);
        let (cut, folded) = cuts.next()?;
        let is_word = cut.kind == words::Kind::Word && cut.range == (0..text.len());
        n_letters += folded.chars().count();
        token.push_str(&folded);
        (is_word && cuts.next().is_none()).then_some(())
    };
    for (at, sign) in pattern.match_indices(['*', '?']) {
        piece(&pattern[start..at], &mut token)?;
        if sign == "?" || !token.ends_with('*') {
            token.push_str(sign);
        }
        start = at + 1;
    }
    piece(&pattern[start..], &mut token)?;
    Some((token, n_letters))
}

/// A word as it is printed: from its first letter to its last, unless that would be read as
/// something else.
fn as_printed(text: &str) -> &str {
    let word = worded(text);
    if is_plain(word) { word } else { text }
}

/// Whether a text is read as a word and nothing else.
fn is_plain(text: &str) -> bool {
    let tokens = lex(text, false);
    let is_word = matches!(&*tokens, [only] if only.token == Token::Word);
    is_word && address(text).is_none() && fuzzy(text).is_none() && pattern(text).is_none()
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
