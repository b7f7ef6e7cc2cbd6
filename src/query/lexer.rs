//! Cuts the text of a query into tokens. Total: every character that is not blank is in one token.
//!
//! What a token means may depend on what stands before it: behind `source:` everything up to a blank
//! is a value, and so is everything in brackets behind it.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::{
    fields::QueryField,
    limits::{NEAR_USUAL, QUERY_MAX_BYTES},
    quotes::is_quote,
    span::Span,
};
use crate::base::{signs::is_gershayim, words::words};

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lexed {
    pub(super) token: Token,
    pub(super) span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    /// Hyphens or an exclamation mark before something.
    Minus,
    Bang,
    /// Before a word or a quote that is meant as it is written.
    Equals,
    And,
    Or,
    Not,
    Near {
        /// As written, if it is.
        n: Option<u32>,
        is_ordered: bool,
    },
    Quoted(Quoted),
    /// Between strokes, or from one to the end.
    Regex,
    Word,
    /// A name of the table with its colon.
    Field(QueryField),
    /// What stands behind the colon of a field that takes no text.
    Value,
    /// What is beyond the longest query.
    Excess,
}

/// What stands between quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quoted {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_closed: bool,
    pub(super) tail: Tail,
}

/// What stands right behind the closing quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    Nothing,
    Star,
    Near(u32),
}

fn is_open(c: char) -> bool {
    matches!(c, '(' | '（')
}

fn is_close(c: char) -> bool {
    matches!(c, ')' | '）')
}

fn is_bracket(c: char) -> bool {
    is_open(c) || is_close(c)
}

/// All tokens of a text, in order.
pub(super) fn lex(text: &str, is_typing: bool) -> Vec<Lexed> {
    let most = text.len().min(QUERY_MAX_BYTES);
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let text_read = &text[..end];
    let mut lexer = Lexer { text: text_read, at: 0, is_typing, field: None, groups: Vec::new() };
    let mut tokens = Vec::new();
    while let Some(lexed) = lexer.next() {
        tokens.push(lexed);
    }
    let rest = text[end..].trim();
    if !rest.is_empty() {
        let start = text.len() - text[end..].trim_start().len();
        let span = Span { start, end: start + rest.len() };
        tokens.push(Lexed { token: Token::Excess, span });
    }
    tokens
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    is_typing: bool,
    /// The field whose colon stands right before.
    field: Option<QueryField>,
    /// The brackets that are open, each with the field whose values stand in it.
    groups: Vec<Option<QueryField>>,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn next(&mut self) -> Option<Lexed> {
        let blank = self.rest().len() - self.rest().trim_start().len();
        let field = self.field.take().filter(|_| blank == 0);
        self.at += blank;
        let c = self.rest().chars().next()?;
        let group = self.groups.last().copied().flatten();
        let (token, length) = if is_open(c) {
            let own = field.filter(|field| !field.takes_text());
            self.groups.push(own.or(group.filter(|_| field.is_none())));
            (Token::Open, c.len_utf8())
        } else if is_close(c) {
            self.groups.pop();
            (Token::Close, c.len_utf8())
        } else if let Some(field) = field.filter(|field| !field.takes_text()) {
            (Token::Value, self.end_of_value(field))
        } else if let Some(field) = group {
            self.in_group(field)
        } else if field.is_some() {
            self.primary()
        } else {
            self.operator().unwrap_or_else(|| self.primary())
        };
        let span = Span { start: self.at, end: self.at + length.max(c.len_utf8()) };
        self.at = span.end;
        if let Token::Field(field) = token {
            self.field = Some(field);
        }
        Some(Lexed { token, span })
    }

    /// A value in brackets, or what joins values.
    fn in_group(&self, field: QueryField) -> (Token, usize) {
        match self.operator() {
            Some((Token::And | Token::Or | Token::Not | Token::Minus | Token::Bang, length)) => {
                (self.operator().map_or(Token::Value, |(token, _)| token), length)
            }
            _ => (Token::Value, self.end_of_value(field)),
        }
    }

    /// What is no operand: a sign before one, or a word in capitals.
    fn operator(&self) -> Option<(Token, usize)> {
        let rest = self.rest();
        if rest.starts_with('-') {
            let hyphens = rest.len() - rest.trim_start_matches('-').len();
            return Some((Token::Minus, hyphens));
        }
        if let Some(behind) = rest.strip_prefix('!') {
            let ends = |c: char| c.is_whitespace() || is_close(c) || c == '!';
            let is_sign = behind.chars().next().is_some_and(|c| !ends(c));
            return is_sign.then_some((Token::Bang, 1));
        }
        let length = end_of_word(rest, self.is_typing);
        let word = &rest[..length];
        let token = match word {
            "AND" => Token::And,
            "OR" => Token::Or,
            "NOT" => Token::Not,
            _ => near(word)?,
        };
        Some((token, length))
    }

    fn primary(&self) -> (Token, usize) {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return (Token::Word, 0) };
        if is_quote(c) {
            return self.quoted(c);
        }
        if c == '/'
            && let Some(length) = end_of_regex(rest)
        {
            return (Token::Regex, length);
        }
        let length = end_of_word(rest, self.is_typing).max(c.len_utf8());
        let word = &rest[..length];
        if c == '=' {
            let behind = &rest[1..];
            let is_sign = behind.starts_with(is_quote) || words(&word[1..]).next().is_some();
            if is_sign {
                return (Token::Equals, 1);
            }
        }
        if let Some((name, colon)) = name_before_colon(word)
            && let Some(field) = QueryField::named(name)
        {
            return (Token::Field(field), name.len() + colon);
        }
        (Token::Word, length)
    }

    fn quoted(&self, quote: char) -> (Token, usize) {
        let rest = &self.rest()[quote.len_utf8()..];
        let start = self.at + quote.len_utf8();
        let is_close_at = |(at, c): &(usize, char)| is_quote(*c) && !is_gershayim(rest, *at);
        let Some((end, close)) = rest.char_indices().find(is_close_at) else {
            let end = self.text.len();
            let quoted = Quoted { start, end, is_closed: false, tail: Tail::Nothing };
            return (Token::Quoted(quoted), self.rest().len());
        };
        let behind = &rest[end + close.len_utf8()..];
        let (tail, tail_length) = tail(behind);
        let quoted = Quoted { start, end: start + end, is_closed: true, tail };
        let length = quote.len_utf8() + end + close.len_utf8() + tail_length;
        (Token::Quoted(quoted), length)
    }

    /// The length of a value: up to a blank or the bracket that closes the group around it, quotes
    /// and regular expressions whole.
    fn end_of_value(&self, field: QueryField) -> usize {
        let rest = self.rest();
        if field.takes_regex()
            && rest.starts_with('/')
            && let Some(length) = end_of_regex(rest)
        {
            return length;
        }
        let (mut quote, mut n_open) = (false, 0_usize);
        for (at, c) in rest.char_indices() {
            if is_quote(c) && !is_gershayim(rest, at) {
                quote = !quote;
            } else if !quote {
                match c {
                    _ if c.is_whitespace() => return at,
                    _ if is_open(c) => n_open += 1,
                    _ if is_close(c) && n_open == 0 => return at,
                    _ if is_close(c) => n_open -= 1,
                    _ => {}
                }
            }
        }
        rest.len()
    }
}

/// `NEAR`, `NEAR/5`, `BEFORE/5`.
fn near(word: &str) -> Option<Token> {
    let (name, n) = word.split_once('/').map_or((word, None), |(name, n)| (name, Some(n)));
    let is_ordered = match name {
        "NEAR" => false,
        "BEFORE" => true,
        _ => return None,
    };
    let n = match n {
        None | Some("") => None,
        Some(n) if n.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(n.parse().unwrap_or(u32::MAX))
        }
        Some(_) => return None,
    };
    Some(Token::Near { n, is_ordered })
}

/// What a name stands before, if it stands before a colon, and the bytes of that.
pub(super) fn name_before_colon(word: &str) -> Option<(&str, usize)> {
    let at = word.find([':', '：'])?;
    let colon = word[at..].chars().next()?;
    Some((&word[..at], colon.len_utf8()))
}

/// The length of a regular expression with its strokes; up to the end if it is not closed. `None`
/// of a stroke that is alone.
fn end_of_regex(rest: &str) -> Option<usize> {
    let body = &rest[1..];
    if body.chars().next().is_none_or(char::is_whitespace) {
        return None;
    }
    let mut is_escaped = false;
    for (at, c) in body.char_indices() {
        if c == '/' && !is_escaped {
            let behind = &body[at + 1..];
            let behind = behind.strip_prefix('i').unwrap_or(behind);
            let ends = |c: char| c.is_whitespace() || is_close(c);
            if behind.chars().next().is_none_or(ends) {
                return Some(rest.len() - behind.len());
            }
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    Some(rest.trim_end().len())
}

/// The regular expression in a token: what is between the strokes, and whether an `i` follows.
/// `None` if it is not closed.
pub(super) fn regex_of(token: &str) -> Option<(&str, bool)> {
    let body = token.strip_prefix('/')?;
    let (body, ignores_case) = match body.strip_suffix("/i") {
        Some(body) => (body, true),
        None => (body.strip_suffix('/')?, false),
    };
    // The stroke at the end may be one of the expression itself.
    let n_backslashes = body.len() - body.trim_end_matches('\\').len();
    n_backslashes.is_multiple_of(2).then_some((body, ignores_case))
}

fn tail(behind: &str) -> (Tail, usize) {
    let ends = |rest: &str| {
        let next = rest.chars().next();
        next.is_none_or(|c| c.is_whitespace() || is_bracket(c))
    };
    if let Some(rest) = behind.strip_prefix('*')
        && ends(rest)
    {
        return (Tail::Star, 1);
    }
    if let Some(number) = behind.strip_prefix('~') {
        let n_digits = number.bytes().take_while(u8::is_ascii_digit).count();
        if ends(&number[n_digits..]) {
            let n = match n_digits {
                0 => NEAR_USUAL,
                _ => number[..n_digits].parse().unwrap_or(u32::MAX),
            };
            return (Tail::Near(n), 1 + n_digits);
        }
    }
    (Tail::Nothing, 0)
}

/// How long the word is that begins here. A quote inside a word of Hebrew belongs to it, and so
/// does the one that closes what such a quote has opened.
fn end_of_word(rest: &str, is_typing: bool) -> usize {
    let mut is_inside = false;
    for (at, c) in rest.char_indices() {
        if c.is_whitespace() || is_bracket(c) {
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
            None if is_typing => (),
            _ => return at,
        }
    }
    rest.len()
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5ea}')
}

/// Whether nothing can be added to a word that this follows: apostrophes stand inside words.
pub(super) fn ends_a_word(c: char) -> bool {
    let may_go_on = matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '׳' | '״');
    !c.is_alphanumeric() && !is_combining_mark(c) && !may_go_on
}

/// Bytes of the text of a token.
pub(super) fn range(span: Span) -> Range<usize> {
    span.start..span.end
}
