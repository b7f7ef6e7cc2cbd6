//! Prints a query so that reading it gives the same tree.

use std::fmt::{self, Write};

use super::{
    Query,
    clause::{Clause, Ending, TextScope, Writing},
    criterion::{Criterion, Name, NamePattern, Numbers, Url},
    fields::{ORDERS, QueryField, STATES, name_in},
    near::Proximity,
    pattern::Regex,
    quotes::without_quotes,
    showing::Showing,
    tree::{Node, NodeKind},
};

/// What a printed query is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// To be read strictly: no more brackets than are needed.
    Plain,
    /// To be looked at: brackets wherever `OR` meets `AND`.
    Bracketed,
}

pub(super) fn print(query: &Query, style: Style, out: &mut impl Write) -> fmt::Result {
    let mut printer = Printer { style, out };
    if let Some(root) = query.root() {
        printer.node(root, Around::Nothing)?;
    }
    let before = if query.root().is_some() { " " } else { "" };
    printer.showing(query.showing(), before)
}

impl Node {
    /// As it was understood, with brackets wherever `OR` meets `AND`.
    pub fn bracketed(&self) -> String {
        let mut text = String::new();
        // Writing into a string cannot fail.
        let _ = Printer { style: Style::Bracketed, out: &mut text }.node(self, Around::Nothing);
        text
    }
}

/// What a part stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Or,
    And,
    Not,
}

struct Printer<'o, W> {
    style: Style,
    out: &'o mut W,
}

impl<W: Write> Printer<'_, W> {
    fn showing(&mut self, showing: Showing, before: &str) -> fmt::Result {
        let mut before = before;
        if let Some(sort) = showing.sort {
            let sign = if sort.is_reversed { "-" } else { "" };
            let name = name_in(&ORDERS, sort.by);
            write!(self.out, "{before}{}:{sign}{name}", QueryField::Sort.name())?;
            before = " ";
        }
        match showing.limit {
            Some(limit) => write!(self.out, "{before}{}:{limit}", QueryField::Limit.name()),
            None => Ok(()),
        }
    }

    fn node(&mut self, node: &Node, around: Around) -> fmt::Result {
        let needs_brackets = match &node.kind {
            NodeKind::Or(_) => matches!(around, Around::And | Around::Not),
            NodeKind::And(_) => match around {
                Around::Nothing | Around::And => false,
                Around::Or => self.style == Style::Bracketed,
                Around::Not => true,
            },
            NodeKind::Not(_) | NodeKind::Near(_) => around == Around::Not,
            NodeKind::All | NodeKind::Text(_) | NodeKind::Criterion(_) => false,
        };
        if needs_brackets {
            self.out.write_str("(")?;
        }
        match &node.kind {
            NodeKind::All => self.out.write_str("*")?,
            NodeKind::Text(clause) => {
                self.scope(clause.scope())?;
                self.clause(clause)?;
            }
            NodeKind::Near(near) => self.near(near)?,
            NodeKind::Criterion(column) => self.column(column)?,
            NodeKind::Not(inner) => {
                self.out.write_str("-")?;
                self.node(inner, Around::Not)?;
            }
            NodeKind::And(members) => self.members(members, " ", Around::And)?,
            NodeKind::Or(members) => self.members(members, " OR ", Around::Or)?,
        }
        if needs_brackets { self.out.write_str(")") } else { Ok(()) }
    }

    fn members(&mut self, members: &[Node], between: &str, around: Around) -> fmt::Result {
        for (nth, member) in members.iter().enumerate() {
            if 0 < nth {
                self.out.write_str(between)?;
            }
            self.node(member, around)?;
        }
        Ok(())
    }

    fn scope(&mut self, scope: TextScope) -> fmt::Result {
        let field = match scope {
            TextScope::Anywhere => return Ok(()),
            TextScope::Title => QueryField::Title,
            TextScope::Body => QueryField::Body,
        };
        write!(self.out, "{}:", field.name())
    }

    fn clause(&mut self, clause: &Clause) -> fmt::Result {
        let text = clause.text();
        let star = if clause.is_prefix() { "*" } else { "" };
        match (clause.writing(), clause.ending()) {
            (Writing::Exact, _) if without_quotes(text) != text => write!(self.out, "={text}"),
            (Writing::Exact, _) => write!(self.out, "=\"{text}\""),
            (Writing::Quoted, _) => write!(self.out, "\"{text}{star}\""),
            (Writing::Bare, Ending::Fuzzy(1)) => write!(self.out, "{text}~"),
            (Writing::Bare, Ending::Fuzzy(distance)) => write!(self.out, "{text}~{distance}"),
            (Writing::Bare, _) => write!(self.out, "{text}{star}"),
        }
    }

    fn near(&mut self, near: &Proximity) -> fmt::Result {
        let is_scoped = near.scope() != TextScope::Anywhere;
        self.scope(near.scope())?;
        if is_scoped {
            self.out.write_str("(")?;
        }
        for (nth, side) in near.sides().iter().enumerate() {
            if let Some(gap) = nth.checked_sub(1).and_then(|before| near.gaps().get(before)) {
                let name = if gap.is_ordered { "BEFORE" } else { "NEAR" };
                write!(self.out, " {name}/{} ", gap.n)?;
            }
            if 1 < side.len() {
                self.out.write_str("(")?;
            }
            for (nth, clause) in side.iter().enumerate() {
                if 0 < nth {
                    self.out.write_str(" OR ")?;
                }
                self.clause(clause)?;
            }
            if 1 < side.len() {
                self.out.write_str(")")?;
            }
        }
        if is_scoped { self.out.write_str(")") } else { Ok(()) }
    }

    fn column(&mut self, column: &Criterion) -> fmt::Result {
        if let Some(field) = column.field() {
            write!(self.out, "{}:", field.name())?;
        }
        match column {
            Criterion::Source(named) | Criterion::Path(named) => self.named(named),
            Criterion::Url(url) => self.url(url),
            Criterion::Title(regex) | Criterion::Any(regex) => self.regex(regex),
            Criterion::Lang(code) => self.out.write_str(code.as_deref().unwrap_or("none")),
            Criterion::Words(numbers) => self.numbers(*numbers),
            Criterion::Id(digits) => self.out.write_str(digits),
            Criterion::Step(number) => write!(self.out, "{number}"),
            Criterion::Date(period) | Criterion::Added(period) => write!(self.out, "{period}"),
            Criterion::Is(state) => self.out.write_str(name_in(&STATES, *state)),
        }
    }

    fn named(&mut self, named: &NamePattern) -> fmt::Result {
        match named {
            NamePattern::Name(Name { text, is_begun }) => {
                let star = if *is_begun { "*" } else { "" };
                self.value("", text)?;
                self.out.write_str(star)
            }
            NamePattern::Group(group) => self.value("@", &group.name),
            NamePattern::Regex(regex) => self.regex(regex),
        }
    }

    /// A value with what stands before it, in quotes where it could be taken for something else.
    fn value(&mut self, before: &str, text: &str) -> fmt::Result {
        let is_special = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）');
        let quote =
            if text.contains(is_special) || text.starts_with(['/', '@']) { "\"" } else { "" };
        write!(self.out, "{before}{quote}{text}{quote}")
    }

    fn url(&mut self, url: &Url) -> fmt::Result {
        match url {
            // Without a dot it would be a word.
            Url::Begins(address) if !address.contains(['.', '/']) => {
                write!(self.out, "http://{address}")
            }
            Url::Begins(address) => self.out.write_str(address),
            Url::Words(clause) => write!(self.out, "\"{}\"", clause.text()),
            Url::Regex(regex) => self.regex(regex),
        }
    }

    fn regex(&mut self, regex: &Regex) -> fmt::Result {
        let flag = if regex.ignores_case() { "i" } else { "" };
        write!(self.out, "/{}/{flag}", regex.text())
    }

    fn numbers(&mut self, numbers: Numbers) -> fmt::Result {
        match (numbers.least, numbers.most) {
            (least, most) if least == most => write!(self.out, "{least}"),
            (0, u32::MAX) => self.out.write_str(".."),
            (0, most) => write!(self.out, "..{most}"),
            (least, u32::MAX) => write!(self.out, "{least}.."),
            (least, most) => write!(self.out, "{least}..{most}"),
        }
    }
}
