//! Values of the fields that ask for something besides words of the text.

use super::{
    clause::{Clause, Ending, TextScope, Writing},
    criterion::{Criterion, Name, NamePattern, Numbers, Url, plain_address},
    dates::{Period, unquoted},
    fields::{QueryField, STATES, by_name, nearest_in},
    languages::{self, LANGUAGES},
    lexer::regex_of,
    mistake::QueryMistake,
    parser::Parser,
    pattern::Regex,
    quotes::{is_quote, without_quotes},
    span::Span,
    vocabulary::Vocabulary,
};

/// Reads the value at `span`.
pub(super) fn read(
    parser: &mut Parser,
    field: QueryField,
    span: Span,
) -> Result<Criterion, QueryMistake> {
    let text = parser.slice(span);
    let is_open = parser.is_open_at(span.end);
    let n_quotes = text.chars().count() - without_quotes(text).chars().count();
    if !n_quotes.is_multiple_of(2) {
        parser.fault(span, QueryMistake::OpenQuote);
    }
    let bad = |nearest| QueryMistake::BadValue(field, text.to_owned(), nearest);
    match field {
        QueryField::Source => named(text, is_open, Some(parser.vocabulary)).map(Criterion::Source),
        QueryField::Path => named(text, is_open, None).map(Criterion::Path),
        QueryField::Url => url(text).map(Criterion::Url),
        QueryField::Lang => match languages::code(unquoted(text)) {
            Some(code) => Ok(Criterion::Lang(code)),
            None => Err(bad(nearest_in(&LANGUAGES, unquoted(text)))),
        },
        QueryField::Words => numbers(text).map(Criterion::Words).ok_or_else(|| bad(None)),
        QueryField::Id => {
            let digits = text.trim_end_matches('*').to_ascii_lowercase();
            let is_id = (1..=32).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_id.then(|| Criterion::Id(digits.into())).ok_or_else(|| bad(None))
        }
        QueryField::Step => text.parse().map(Criterion::Step).map_err(|_| bad(None)),
        QueryField::Date => Period::parse(text).map(Criterion::Date),
        QueryField::Added => Period::parse(text).map(Criterion::Added),
        QueryField::Since => Period::since(text).map(Criterion::Date),
        QueryField::Until => Period::until(text).map(Criterion::Date),
        QueryField::Is => match by_name(&STATES, unquoted(text)) {
            Some(state) => Ok(Criterion::Is(state)),
            None => Err(bad(nearest_in(&STATES, unquoted(text)))),
        },
        // These have no columns.
        QueryField::Title | QueryField::Body | QueryField::Sort | QueryField::Limit => {
            Err(bad(None))
        }
    }
}

/// The regular expression of a text with strokes.
pub(super) fn regex(text: &str) -> Result<Regex, QueryMistake> {
    let (body, ignores_case) = regex_of(text).ok_or(QueryMistake::OpenRegex)?;
    if body.is_empty() {
        return Err(QueryMistake::EmptyRegex);
    }
    Regex::new(body, ignores_case).map_err(QueryMistake::Regex)
}

/// A source or a path; only where there is a vocabulary, groups have names.
fn named(
    text: &str,
    is_open: bool,
    vocabulary: Option<&Vocabulary>,
) -> Result<NamePattern, QueryMistake> {
    if text.starts_with('/') {
        return regex(text).map(NamePattern::Regex);
    }
    if let Some((group, vocabulary)) = text.strip_prefix('@').zip(vocabulary) {
        let plain = without_quotes(group);
        let name = plain.trim();
        if name.is_empty() {
            return Err(QueryMistake::NoValue(QueryField::Source));
        }
        let unknown = || {
            let nearest = vocabulary.nearest_group(name).map(str::to_owned);
            QueryMistake::NoGroup(name.to_owned(), nearest)
        };
        return vocabulary.group(name).cloned().map(NamePattern::Group).ok_or_else(unknown);
    }
    let name = Name::written(text, is_open);
    // A star alone is any name; nothing at all is none.
    match (&*name.text, name.is_begun && text.contains('*')) {
        ("", false) => Err(QueryMistake::EmptyQuotes),
        _ => Ok(NamePattern::Name(name)),
    }
}

fn url(text: &str) -> Result<Url, QueryMistake> {
    if text.starts_with('/') {
        return regex(text).map(Url::Regex);
    }
    let inner = without_quotes(text);
    let inner = inner.trim_end_matches('*').trim();
    if inner.contains(['.', '/']) && !text.contains(is_quote) {
        return address(inner).ok_or(QueryMistake::NoWord);
    }
    let clause = Clause::new(inner, Writing::Quoted, Ending::Whole, TextScope::Anywhere);
    clause.map(Url::Words).ok_or(QueryMistake::NoWord)
}

/// An address by its beginning.
pub(super) fn address(text: &str) -> Option<Url> {
    let mut plain = plain_address(text);
    // A bracket that is not closed would take in what stands behind the value.
    if plain.matches(['(', '（']).count() != plain.matches([')', '）']).count() {
        plain.truncate(plain.find(['(', '（']).unwrap_or(plain.len()));
    }
    let is_host = plain.starts_with(char::is_alphanumeric);
    is_host.then(|| Url::Begins(plain.into()))
}

fn numbers(text: &str) -> Option<Numbers> {
    let number = |text: &str| text.trim().parse::<u32>().ok();
    if let Some((least, most)) = text.split_once("..") {
        let least = if least.is_empty() { 0 } else { number(least)? };
        let most = if most.is_empty() { u32::MAX } else { number(most)? };
        return (least <= most).then_some(Numbers { least, most });
    }
    let above = |least| Some(Numbers { least, most: u32::MAX });
    let below = |most| Some(Numbers { least: 0, most });
    if let Some(rest) = text.strip_prefix(">=") {
        return above(number(rest)?);
    }
    if let Some(rest) = text.strip_prefix("<=") {
        return below(number(rest)?);
    }
    if let Some(rest) = text.strip_prefix('>') {
        return above(number(rest)?.checked_add(1)?);
    }
    if let Some(rest) = text.strip_prefix('<') {
        return below(number(rest)?.checked_sub(1)?);
    }
    number(text).map(|number| Numbers { least: number, most: number })
}
