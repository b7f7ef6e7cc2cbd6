//! Narrowing a query by values of a field, as text: `source:a`, several values as `source:(a OR b)`,
//! values that are left out as `-source:c`.
//!
//! The text of the prompt is the one truth: what was chosen is read from it and written into it, so
//! that a choice can be seen and edited. Only what stands at the top level is a choice; all else of the
//! text is kept as it is.

use super::View;

/// The values of a field that a query chooses and leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    pub chosen: Vec<String>,
    pub left_out: Vec<String>,
}

/// What a query chooses of a field.
pub fn choice(text: &str, field: &str) -> Choice {
    split(text, field).0
}

/// The query without any choice of a field.
pub fn without(text: &str, field: &str) -> String {
    split(text, field).1
}

/// The query with a value chosen, or chosen no longer.
pub fn toggled(text: &str, field: &str, value: &str) -> String {
    let (mut choice, rest) = split(text, field);
    choice.left_out.retain(|it| !is_same(it, value));
    toggle(&mut choice.chosen, value);
    joined(&rest, field, &choice)
}

/// The query with a value left out, or left out no longer.
pub fn left_out(text: &str, field: &str, value: &str) -> String {
    let (mut choice, rest) = split(text, field);
    choice.chosen.retain(|it| !is_same(it, value));
    toggle(&mut choice.left_out, value);
    joined(&rest, field, &choice)
}

/// The query with one value of a field alone.
pub fn only(text: &str, field: &str, value: &str) -> String {
    let choice = Choice { chosen: vec![value.to_owned()], left_out: Vec::new() };
    joined(&split(text, field).1, field, &choice)
}

/// The query with something more asked of it.
pub fn with(text: &str, more: &str) -> String {
    let (text, more) = (text.trim(), more.trim());
    match (text.is_empty(), more.is_empty()) {
        (true, _) => more.to_owned(),
        (_, true) => text.to_owned(),
        (false, false) => format!("{} {}", closed(text), closed(more)),
    }
}

/// The query within a view, and within no other.
pub fn viewed(text: &str, view: View) -> String {
    let rest: Vec<&str> = tokens(text).into_iter().filter(|token| !is_view(token)).collect();
    let is_mixed = rest.contains(&"OR");
    let rest = if is_mixed { text.to_owned() } else { rest.join(" ") };
    with(&rest, view.query())
}

/// The view that a query is within.
pub fn view(text: &str) -> View {
    let tokens = tokens(text);
    let is_mixed = tokens.contains(&"OR");
    let mut named = tokens.into_iter().filter(|token| !is_mixed && is_view(token));
    named.next_back().and_then(View::of_query).unwrap_or_default()
}

fn is_view(token: &str) -> bool {
    View::of_query(token).is_some_and(|view| view != View::All)
}

/// The query without the order that it asks for.
pub fn unsorted(text: &str) -> String {
    tokens(text)
        .into_iter()
        .filter(|token| !is_showing(token, "sort"))
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_showing(token: &str, field: &str) -> bool {
    token.split_once(':').is_some_and(|(name, _)| name.eq_ignore_ascii_case(field))
}

/// Names are compared as queries compare them.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}

fn toggle(values: &mut Vec<String>, value: &str) {
    let n_before = values.len();
    values.retain(|it| !is_same(it, value));
    if values.len() == n_before {
        values.push(value.to_owned());
    }
}

/// What is chosen of a field, and the text without that.
fn split(text: &str, field: &str) -> (Choice, String) {
    let mut choice = Choice::default();
    let tokens = tokens(text);
    if tokens.contains(&"OR") {
        return match values_of_one_field(text, field) {
            Some(chosen) => (Choice { chosen, ..choice }, String::new()),
            None => (choice, text.trim().to_owned()),
        };
    }
    let mut rest: Vec<&str> = Vec::new();
    for token in tokens {
        // What stands behind an operator belongs to it.
        let is_operand = rest.last().is_some_and(|before| is_operator(before));
        let (is_left_out, plain) = match token.strip_prefix(['-', '!']) {
            Some(plain) => (true, plain),
            None => (false, token),
        };
        match values(plain, field).filter(|_| !is_operand) {
            Some(mut values) if is_left_out && values.len() == 1 => {
                choice.left_out.append(&mut values);
            }
            // Two choices at once are both asked for: only the first can be changed here.
            Some(values) if !is_left_out && choice.chosen.is_empty() => choice.chosen = values,
            _ => rest.push(token),
        }
    }
    (choice, rest.join(" "))
}

fn is_operator(token: &str) -> bool {
    let name = token.split('/').next().unwrap_or_default();
    matches!(name, "AND" | "NOT" | "NEAR" | "BEFORE")
}

/// The values of `field:value`, of `field:(a OR b)` and of `(field:a OR field:b)`.
fn values(token: &str, field: &str) -> Option<Vec<String>> {
    if let Some(value) = value(token, field) {
        return match inside(value) {
            Some(inner) => alternatives(inner)?.into_iter().map(plain).collect(),
            None => plain(value).map(|value| vec![value]),
        };
    }
    values_of_one_field(inside(token)?, field)
}

/// The values of `field:a OR field:b`.
fn values_of_one_field(text: &str, field: &str) -> Option<Vec<String>> {
    let alternatives = alternatives(text)?;
    alternatives.into_iter().map(|token| value(token, field).and_then(plain)).collect()
}

/// What stands behind the name of a field.
fn value<'a>(token: &'a str, field: &str) -> Option<&'a str> {
    let (name, value) = token.split_once(':')?;
    (name.eq_ignore_ascii_case(field) && !value.is_empty()).then_some(value)
}

fn inside(text: &str) -> Option<&str> {
    text.strip_prefix('(')?.strip_suffix(')')
}

/// What `OR` joins, each a single token.
fn alternatives(text: &str) -> Option<Vec<&str>> {
    let tokens = tokens(text);
    let is_joined = tokens.len() % 2 == 1
        && tokens.iter().enumerate().all(|(at, token)| (at % 2 == 1) == (*token == "OR"));
    is_joined.then(|| tokens.into_iter().step_by(2).collect())
}

/// A value without its quotes; `None` of brackets and patterns.
fn plain(value: &str) -> Option<String> {
    let quotes = |c: char| matches!(c, '"' | '“' | '”' | '„');
    let plain = value.trim_matches(quotes);
    let is_plain = !plain.is_empty() && !plain.contains(['(', ')', '*']) && !plain.contains(quotes);
    is_plain.then(|| plain.to_owned())
}

/// A value as a query takes it.
pub fn written(value: &str) -> String {
    let is_special = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）' | '：');
    let value = value.replace(['"', '“', '”', '„'], "");
    if value.is_empty() || value.contains(is_special) || value.starts_with(['/', '@', '-', '!']) {
        format!("\"{value}\"")
    } else {
        value
    }
}

/// Everything that is asked for, the choice last.
fn joined(rest: &str, field: &str, choice: &Choice) -> String {
    let mut parts = Vec::new();
    if !rest.is_empty() {
        parts.push(closed(rest));
    }
    match &*choice.chosen {
        [] => (),
        [only] => parts.push(format!("{field}:{}", written(only))),
        several => {
            let values: Vec<String> = several.iter().map(|value| written(value)).collect();
            parts.push(format!("{field}:({})", values.join(" OR ")));
        }
    }
    parts.extend(choice.left_out.iter().map(|value| format!("-{field}:{}", written(value))));
    parts.join(" ")
}

/// A query that something can follow: what is open is closed, and `OR` is put in brackets.
fn closed(text: &str) -> String {
    let mut scanner = Scanner::default();
    text.chars().for_each(|c| scanner.step(c));
    let quote = if scanner.is_quoted { "\"" } else { "" };
    let text = format!("{text}{quote}{}", ")".repeat(scanner.depth));
    let tokens = tokens(&text);
    if !tokens.contains(&"OR") {
        return text;
    }
    // How hits are shown is said of the whole, not of a part.
    let is_shown = |token: &&str| is_showing(token, "sort") || is_showing(token, "limit");
    let (shown, asked): (Vec<&str>, Vec<&str>) = tokens.into_iter().partition(is_shown);
    let parts = [format!("({})", asked.join(" "))].into_iter();
    parts.chain(shown.into_iter().map(str::to_owned)).collect::<Vec<_>>().join(" ")
}

/// What blanks separate outside of quotes and brackets.
fn tokens(text: &str) -> Vec<&str> {
    let mut scanner = Scanner::default();
    let is_gap = |c: char| {
        scanner.step(c);
        c.is_whitespace() && scanner.depth == 0 && !scanner.is_quoted
    };
    text.split(is_gap).filter(|token| !token.is_empty()).collect()
}

/// Tells what is in quotes or brackets.
#[derive(Debug, Default)]
struct Scanner {
    is_quoted: bool,
    depth: usize,
}

impl Scanner {
    fn step(&mut self, c: char) {
        match c {
            '"' | '“' | '”' | '„' => self.is_quoted = !self.is_quoted,
            '(' | '（' if !self.is_quoted => self.depth += 1,
            ')' | '）' if !self.is_quoted => self.depth = self.depth.saturating_sub(1),
            _ => (),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn source(text: &str, value: &str) -> String {
        toggled(text, "source", value)
    }

    #[test]
    fn values_of_one_kind_are_alternatives_and_are_taken_back_one_by_one() {
        let one = source("ferry", "mill");
        assert_eq!(one, "ferry source:mill");
        let two = source(&one, "The Mast");
        assert_eq!(two, "ferry source:(mill OR \"The Mast\")");
        assert_eq!(source(&two, "MILL"), "ferry source:\"The Mast\"");
        assert_eq!(source(&source(&two, "mill"), "The Mast"), "ferry");
        let out = left_out(&two, "source", "mill");
        assert_eq!(out, "ferry source:\"The Mast\" -source:mill");
        assert_eq!(left_out(&out, "source", "mill"), "ferry source:\"The Mast\"");
        assert_eq!(
            source(&out, "mill"),
            two.replace("mill OR \"The Mast\"", "\"The Mast\" OR mill")
        );
        assert_eq!(without(&out, "source"), "ferry");
        assert_eq!(
            only("ferry date:2021", "date", "2022-02-01..2022-02-03"),
            "ferry date:2022-02-01..2022-02-03"
        );
    }

    #[test]
    fn a_query_is_narrowed_as_it_was_understood() {
        assert_eq!(source("", "mill"), "source:mill");
        assert_eq!(source("ferry OR boat", "mill"), "(ferry OR boat) source:mill");
        assert_eq!(source("\"ferry to", "mill"), "\"ferry to\" source:mill");
        assert_eq!(source("(ferry boat", "mill"), "(ferry boat) source:mill");
        assert_eq!(source("a NOT source:mill", "mast"), "a NOT source:mill source:mast");
        assert_eq!(source("source:mill OR boat", "mill"), "(source:mill OR boat) source:mill");
        // As the language itself writes it.
        assert_eq!(source("source:mill OR source:mast", "tide"), "source:(mill OR mast OR tide)");
        assert_eq!(source("x (source:mill OR source:mast)", "mast"), "x source:mill");
        assert_eq!(source("a OR b sort:title", "mill"), "(a OR b) sort:title source:mill");
        // Patterns are the reader's own.
        assert_eq!(source("source:mi* x", "mast"), "source:mi* x source:mast");
        assert_eq!(choice("date:2022 DATE:(2023) -date:none", "date").left_out, ["none"]);
    }

    #[test]
    fn a_view_is_a_query_with_a_name_and_takes_the_place_of_another() {
        let unread = viewed("ferry", View::Unread);
        assert_eq!((unread.as_str(), view(&unread)), ("ferry is:unread", View::Unread));
        assert_eq!(viewed(&unread, View::Starred), "ferry is:starred");
        assert_eq!((viewed(&unread, View::All), view("ferry")), ("ferry".to_owned(), View::All));
        assert_eq!(viewed("a OR is:unread", View::Starred), "(a OR is:unread) is:starred");
        assert_eq!(view("a OR is:unread"), View::All);
        assert_eq!(viewed("", View::Changed), "is:changed");
        for view in View::ALL {
            assert_eq!(View::of_query(view.query()), Some(view));
        }
    }

    #[test]
    fn more_is_asked_of_the_whole_query() {
        assert_eq!(with("a OR b", "c OR d"), "(a OR b) (c OR d)");
        assert_eq!(with("a OR b sort:title", "-c"), "(a OR b) sort:title -c");
        assert_eq!((with("", " c "), with("\"a", "")), ("c".to_owned(), "\"a".to_owned()));
        assert_eq!(with("\"a b", "c"), "\"a b\" c");
        assert_eq!(unsorted("a sort:-date \"sort:title\" limit:3"), "a \"sort:title\" limit:3");
    }

    proptest! {
        #[test]
        fn what_is_toggled_twice_is_as_it_was(
            rest in "[a-z]{0,4}( -?[a-z]{1,3}){0,2}",
            chosen in proptest::collection::btree_set("[a-z0-9 .'-]{0,5}[a-z0-9]", 0..4),
            value in "[A-Z]{1,3}( [A-Z])?",
        ) {
            // In whatever case it is written, it is the same value.
            prop_assume!(!chosen.iter().any(|it| it.eq_ignore_ascii_case(&value)));
            let text = chosen.iter().fold(rest, |text, value| source(&text, value));
            let before = choice(&text, "source");
            prop_assert_eq!(before.chosen.len(), chosen.iter().collect::<Vec<_>>().len());
            for change in [toggled, left_out] {
                let once = change(&text, "source", &value);
                prop_assert_ne!(&choice(&once, "source"), &before);
                let twice = change(&once, "source", &value);
                prop_assert_eq!(&choice(&twice, "source"), &before);
                prop_assert_eq!(without(&twice, "source"), without(&text, "source"));
            }
        }
    }
}
