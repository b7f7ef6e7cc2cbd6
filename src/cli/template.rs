//! `--format`: the form of a line, with fields in braces.

use anyhow::bail;

use crate::{
    base::{Clean, nearest, paths::escaped, wording},
    domain::{Headline, Mark},
    library::Snippet,
};

/// A line, as it is written for each article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Field(Field),
}

/// What can be said of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Date,
    Source,
    Title,
    Path,
    Url,
    Words,
    Paragraphs,
    Marks,
    Read,
    Starred,
    Copies,
    Snippet,
    Body,
}

/// An article, and what has been read of it.
pub(super) struct Told<'a> {
    pub(super) headline: &'a Headline,
    pub(super) body: &'a [Clean],
    pub(super) snippet: Option<&'a Snippet>,
}

impl Field {
    pub(super) const ALL: [Self; 14] = [
        Self::Id,
        Self::Date,
        Self::Source,
        Self::Title,
        Self::Path,
        Self::Url,
        Self::Words,
        Self::Paragraphs,
        Self::Marks,
        Self::Read,
        Self::Starred,
        Self::Copies,
        Self::Snippet,
        Self::Body,
    ];

    /// Those of comma-separated values: what is known without reading the text.
    pub(super) const FACTS: [Self; 11] = [
        Self::Id,
        Self::Date,
        Self::Source,
        Self::Title,
        Self::Path,
        Self::Url,
        Self::Words,
        Self::Paragraphs,
        Self::Read,
        Self::Starred,
        Self::Copies,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Date => "date",
            Self::Source => "source",
            Self::Title => "title",
            Self::Path => "path",
            Self::Url => "url",
            Self::Words => "words",
            Self::Paragraphs => "paragraphs",
            Self::Marks => "marks",
            Self::Read => "read",
            Self::Starred => "starred",
            Self::Copies => "copies",
            Self::Snippet => "snippet",
            Self::Body => "body",
        }
    }
}

impl Told<'_> {
    /// The value of a field; empty if there is none.
    pub(super) fn of(&self, field: Field) -> String {
        let it = self.headline;
        let text = |text: Option<&Clean>| text.map(ToString::to_string).unwrap_or_default();
        let sign = |mark, value, sign: &str| {
            if it.has(mark) == value { sign.to_owned() } else { String::new() }
        };
        match field {
            Field::Id => it.id.to_string(),
            Field::Date => it.date.map(|date| date.to_string()).unwrap_or_default(),
            Field::Source => it.source.to_string(),
            Field::Title => it.title.to_string(),
            Field::Path => escaped(&it.path).to_string(),
            Field::Url => text(it.url.as_ref()),
            Field::Words => it.length.n_words.to_string(),
            Field::Paragraphs => it.length.n_paragraphs.to_string(),
            Field::Marks => sign(Mark::Read, false, "*") + &sign(Mark::Starred, true, "+"),
            Field::Read => it.has(Mark::Read).to_string(),
            Field::Starred => it.has(Mark::Starred).to_string(),
            Field::Copies => it.n_copies.to_string(),
            Field::Snippet => text(self.snippet.map(|snippet| &snippet.text)),
            Field::Body => self.body.iter().map(Clean::as_str).collect::<Vec<_>>().join("\n"),
        }
    }
}

impl Template {
    /// # Errors
    /// In words: a field is unknown, or a brace is not closed.
    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let (mut parts, mut plain) = (Vec::new(), String::new());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let doubled = ["{{", "}}", "\\\\"].into_iter().find(|it| rest.starts_with(it));
            let sign =
                [("\\t", '\t'), ("\\n", '\n')].into_iter().find(|(it, _)| rest.starts_with(it));
            if let Some(doubled) = doubled {
                plain.push(c);
                rest = &rest[doubled.len()..];
            } else if let Some((written, sign)) = sign {
                plain.push(sign);
                rest = &rest[written.len()..];
            } else if let Some(inner) = rest.strip_prefix('{') {
                let Some((name, after)) = inner.split_once('}') else {
                    bail!(wording!("cli-format-open", text = rest));
                };
                parts.push(Part::Text(std::mem::take(&mut plain)));
                parts.push(Part::Field(field(name)?));
                rest = after;
            } else if c == '}' {
                bail!(wording!("cli-format-brace", text = rest));
            } else {
                // Neither the template nor what stands in it can steer a terminal.
                plain.push_str(&Clean::new(&rest[..c.len_utf8()]));
                rest = &rest[c.len_utf8()..];
            }
        }
        parts.push(Part::Text(plain));
        parts.retain(|part| *part != Part::Text(String::new()));
        Ok(Self { parts })
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.parts.contains(&Part::Field(field))
    }

    /// The line of an article.
    pub(super) fn filled(&self, told: &Told<'_>) -> String {
        let said = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Field(field) => told.of(*field),
        };
        self.parts.iter().map(said).collect()
    }
}

fn field(name: &str) -> anyhow::Result<Field> {
    let wanted = name.trim().to_lowercase();
    if let Some(field) = Field::ALL.into_iter().find(|field| field.name() == wanted) {
        return Ok(field);
    }
    let names = Field::ALL.map(Field::name);
    match nearest(&wanted, names) {
        Some(near) => bail!(wording!("cli-format-near", name = name, near = near)),
        None => bail!(wording!("cli-format-unknown", name = name, names = names.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_braces_and_escapes_are_understood() {
        let parts = |text: &str| Template::parse(text).unwrap().parts;
        let text = |text: &str| Part::Text(text.to_owned());
        assert_eq!(
            parts("{date}\\t{ Title }"),
            [Part::Field(Field::Date), text("\t"), Part::Field(Field::Title)]
        );
        assert_eq!(parts("{{{id}}}\\\\t"), [text("{"), Part::Field(Field::Id), text("}\\t")]);
        assert_eq!(parts(""), []);
        assert_eq!(parts("\x1b[31m{id}").len(), 2);
        assert!(!format!("{:?}", parts("\x1b[31m")).contains("\\u{1b}"));
    }

    #[test]
    fn what_is_wrong_is_said_with_what_was_meant() {
        let why = |text: &str| Template::parse(text).unwrap_err().to_string();
        assert!(why("{titel}").contains("Did you mean title?"), "{}", why("{titel}"));
        assert!(why("{xyzzyplugh}").contains("id, date, source"), "{}", why("{xyzzyplugh}"));
        assert!(why("a {date").contains("{date") && why("a } b").contains('}'));
    }
}
