//! What is being typed at the end of a text: the name of a field, or a value of one.
//!
//! Only completion asks: the text need not be a query yet.

use std::ops::Range;

use super::{
    fields::{Offers, QueryField},
    lexer::{self, Lexed, Token},
    quotes::is_quote,
};

/// What can be completed, and the bytes of the text that a choice takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    pub what: TypingWhat,
    pub range: Range<usize>,
}

/// What is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypingWhat {
    /// A word, which may become the name of a field.
    Word,
    /// A value of a field, without its quotes.
    Value(QueryField, String),
}

impl Typing {
    /// What `text` ends with; `None` where nothing can be completed.
    ///
    /// ```
    /// use dateline::query::{QueryField, Typing, TypingWhat};
    /// let typing = Typing::at_end("ferry source:\"Evening W").unwrap();
    /// assert_eq!(typing.what, TypingWhat::Value(QueryField::Source, "Evening W".to_owned()));
    /// assert_eq!(typing.range, 13..23);
    /// ```
    pub fn at_end(text: &str) -> Option<Self> {
        let tokens = lexer::lex(text, true);
        let field = open_field(&tokens, text);
        if field.is_some_and(|field| field.info().offers == Offers::Nothing) {
            return None;
        }
        let last = tokens.last().filter(|last| last.span.end == text.len());
        let value = |field: QueryField, start: usize| {
            let typed = text.get(start..)?;
            // A range or a comparison is typed point by point.
            let n_before = match field.info().offers {
                Offers::Days => typed.rfind("..").map_or(0, |at| at + 2),
                _ => 0,
            };
            let signs = |c: char| matches!(c, '<' | '>' | '=');
            let point = &typed[n_before..];
            let point = if field.info().offers == Offers::Days {
                point.trim_start_matches(signs)
            } else {
                point
            };
            let range = text.len() - point.len()..text.len();
            let is_closed = 1 < point.chars().count() && point.ends_with(is_quote);
            let plain = point.trim_start_matches(is_quote).to_owned();
            let what = TypingWhat::Value(field, plain);
            (!is_closed).then_some(Self { what, range })
        };
        match (field, last.map(|last| last.token)) {
            (Some(field), Some(Token::Value)) => value(field, last?.span.start),
            (Some(field), _) => value(field, text.len()),
            (None, Some(Token::Word)) => {
                let range = last?.span.start..text.len();
                Some(Self { what: TypingWhat::Word, range })
            }
            (None, None) if text.trim().is_empty() => {
                let range = text.len()..text.len();
                Some(Self { what: TypingWhat::Word, range })
            }
            _ => None,
        }
    }
}

/// The field whose value can be typed at the end of a text.
fn open_field(tokens: &[Lexed], text: &str) -> Option<QueryField> {
    let mut groups: Vec<Option<QueryField>> = Vec::new();
    let mut field: Option<(QueryField, usize)> = None;
    for lexed in tokens {
        let before = field.filter(|(_, end)| *end == lexed.span.start).map(|(field, _)| field);
        field = None;
        match lexed.token {
            Token::Field(named) => field = Some((named, lexed.span.end)),
            Token::Open => groups.push(before.or(groups.last().copied().flatten())),
            Token::Close => {
                groups.pop();
            }
            _ => field = before.map(|field| (field, lexed.span.end)),
        }
    }
    let here = field.filter(|(_, end)| *end == text.len()).map(|(field, _)| field);
    here.or(groups.last().copied().flatten())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_being_typed_is_told() {
        let value = |field, typed: &str| Some(TypingWhat::Value(field, typed.to_owned()));
        let (source, date, is) = (QueryField::Source, QueryField::Date, QueryField::Is);
        for (text, what, replaced) in [
            ("", Some(TypingWhat::Word), ""),
            ("so", Some(TypingWhat::Word), "so"),
            ("a -so", Some(TypingWhat::Word), "so"),
            ("a ", None, ""),
            ("\"so", None, ""),
            ("source:", value(source, ""), ""),
            ("-SOURCE:wh", value(source, "wh"), "wh"),
            ("source:\"Evening Wh", value(source, "Evening Wh"), "\"Evening Wh"),
            ("source:\"Evening\"", None, ""),
            ("source:wh ", None, ""),
            ("source:(wh OR ", value(source, ""), ""),
            ("source:(wh OR gu", value(source, "gu"), "gu"),
            ("source:(wh)", None, ""),
            ("(x is:un", value(is, "un"), "un"),
            ("date:2022-01..20", value(date, "20"), "20"),
            ("date:>=2022", value(date, "2022"), "2022"),
            ("date:\"last w", value(date, "last w"), "\"last w"),
            ("title:wh", None, ""),
            ("title:(wh OR gu", None, ""),
            ("words:3", None, ""),
            ("出 source：東", value(source, "東"), "東"),
            ("source:א", value(source, "א"), "א"),
        ] {
            let typing = Typing::at_end(text);
            assert_eq!(typing.as_ref().map(|it| it.what.clone()), what, "{text}");
            let range = typing.map(|it| &text[it.range]).unwrap_or_default();
            assert_eq!(range, replaced, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_its_end_is_replaced(text in "([a-z:()\"' -]|source:|date:|\\PC){0,20}") {
            if let Some(typing) = Typing::at_end(&text) {
                prop_assert_eq!(typing.range.end, text.len());
                prop_assert!(text.is_char_boundary(typing.range.start));
            }
        }
    }
}
