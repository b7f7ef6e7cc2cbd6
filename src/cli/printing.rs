//! How the articles of `list` and `search` are printed.

use std::{
    io::{self, IsTerminal, Write},
    ops::Range,
    os::unix::ffi::OsStrExt,
    path::Path,
};

use anyhow::bail;
use clap::Args;

use super::{
    asked::quoted,
    colour::{Colour, When},
    json::write_json,
    output::{Columns, JsonArticle, complain, write_tabbed},
    template::{Field, Template, Told},
};
use crate::{
    base::{Clean, wording},
    domain::Headline,
    library::Client,
    query::{Query, TextPart},
};

/// Rows read at a time, and if a file is read for each.
const WINDOW: usize = 1000;
const WINDOW_OF_TEXTS: usize = 100;

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Printing {
    /// Print JSON Lines
    #[arg(long)]
    json: bool,
    /// Print comma-separated values
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Print a line of this form for each article, such as '{date} {source} {title}'; the fields are
    /// below
    #[arg(long, value_name = "TEMPLATE", conflicts_with_all = ["json", "csv"])]
    format: Option<String>,
    /// Print only the paths, each ended by a null character, for `xargs -0`
    #[arg(long, short = '0', conflicts_with_all = ["json", "csv", "format", "body"])]
    null: bool,
    /// Print the text of each article, too
    #[arg(long)]
    body: bool,
    /// Highlight matches in color
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: When,
}

/// How each article is written.
pub(super) enum Form {
    Json,
    Csv,
    Template(Template),
    Null,
    /// For people: columns that stand below each other.
    Aligned(Colour),
    /// Separated by tabs.
    Tabbed(Colour),
}

impl Printing {
    /// # Errors
    /// About a template that cannot be understood, or a terminal that would have to show raw paths.
    pub(super) fn form(&self) -> anyhow::Result<Form> {
        let is_terminal = io::stdout().is_terminal();
        if self.null && is_terminal {
            bail!(wording!("cli-null-terminal"));
        }
        Ok(match &self.format {
            Some(format) => Form::Template(Template::parse(format)?),
            None if self.json => Form::Json,
            None if self.csv => Form::Csv,
            None if self.null => Form::Null,
            None if is_terminal => Form::Aligned(self.color.colour()),
            None => Form::Tabbed(self.color.colour()),
        })
    }

    pub(super) fn has_bodies(&self) -> bool {
        self.body
    }
}

/// The articles that are written.
pub(super) struct Rows {
    pub(super) form: Form,
    pub(super) has_snippets: bool,
    pub(super) has_bodies: bool,
    pub(super) limit: Option<usize>,
}

impl Rows {
    /// Writes the articles of a list; how many there were.
    pub(super) fn write(
        &self,
        out: &mut impl Write,
        client: &mut Client,
        dir: &Path,
    ) -> anyhow::Result<usize> {
        if matches!(self.form, Form::Csv) {
            writeln!(out, "{}", self.csv_names().join(","))?;
        }
        let end = self.limit.unwrap_or(usize::MAX);
        let (needs_bodies, needs_snippets) = (self.needs_bodies(), self.needs_snippets());
        let n_at_once = if needs_bodies || needs_snippets { WINDOW_OF_TEXTS } else { WINDOW };
        let (mut n_written, mut n_unread) = (0, 0);
        while n_written < end {
            let window = n_written..end.min(n_written + n_at_once);
            let headlines = client.rows(window.clone())?;
            if headlines.is_empty() {
                break;
            }
            let snippets = if needs_snippets { client.snippets(window)? } else { Vec::new() };
            let columns = matches!(self.form, Form::Aligned(_)).then(|| Columns::of(&headlines));
            for headline in &headlines {
                let snippet = snippets.iter().find(|it| it.id == headline.id);
                let body = if needs_bodies { body(headline, client) } else { Some(Vec::new()) };
                n_unread += usize::from(body.is_none());
                let told = Told { headline, body: &body.unwrap_or_default(), snippet };
                self.write_one(out, &told, columns.as_ref(), (client, dir))?;
            }
            n_written += headlines.len();
        }
        out.flush()?;
        if 0 < n_unread {
            bail!(wording!("cli-unread-bodies", n = n_unread));
        }
        Ok(n_written)
    }

    fn needs_bodies(&self) -> bool {
        self.has_bodies || self.has_field(Field::Body)
    }

    fn needs_snippets(&self) -> bool {
        match &self.form {
            Form::Template(_) => self.has_field(Field::Snippet),
            Form::Null => false,
            Form::Json | Form::Csv | Form::Aligned(_) | Form::Tabbed(_) => self.has_snippets,
        }
    }

    fn has_field(&self, field: Field) -> bool {
        matches!(&self.form, Form::Template(template) if template.has(field))
    }

    fn csv_names(&self) -> Vec<&'static str> {
        self.csv_fields().iter().map(|field| field.name()).collect()
    }

    fn csv_fields(&self) -> Vec<Field> {
        let more = [(self.has_snippets, Field::Snippet), (self.has_bodies, Field::Body)];
        let more = more.into_iter().filter(|(is_there, _)| *is_there).map(|(_, field)| field);
        Field::FACTS.into_iter().chain(more).collect()
    }

    fn write_one(
        &self,
        out: &mut impl Write,
        told: &Told<'_>,
        columns: Option<&Columns>,
        (client, dir): (&Client, &Path),
    ) -> anyhow::Result<()> {
        let headline = told.headline;
        match &self.form {
            Form::Json => {
                let json = JsonArticle::new(headline, client)?;
                let json = if self.has_bodies { json.with_body(told.body) } else { json };
                write_json(out, &json.with_snippet(told.snippet))?;
            }
            Form::Csv => {
                let cells = self.csv_fields().into_iter().map(|field| quoted(&told.of(field)));
                writeln!(out, "{}", cells.collect::<Vec<_>>().join(","))?;
            }
            Form::Template(template) => writeln!(out, "{}", template.filled(told))?,
            Form::Null => {
                out.write_all(dir.join(&headline.path).as_os_str().as_bytes())?;
                out.write_all(b"\0")?;
            }
            Form::Aligned(colour) => {
                let title = lit_title(headline, client, *colour);
                if let Some(columns) = columns {
                    columns.write(out, headline, &title)?;
                }
                if let Some(snippet) = told.snippet.filter(|it| !it.text.is_empty()) {
                    let text = colour.hits(&snippet.text, snippet.hits.iter().cloned());
                    writeln!(out, "    {text}")?;
                }
            }
            Form::Tabbed(colour) => {
                let title = lit_title(headline, client, *colour);
                let snippet = told
                    .snippet
                    .map(|snippet| colour.hits(&snippet.text, snippet.hits.iter().cloned()));
                let snippet =
                    if self.has_snippets { Some(snippet.unwrap_or_default()) } else { None };
                write_tabbed(out, headline, &title, snippet.as_deref())?;
            }
        }
        if let (true, Form::Aligned(colour) | Form::Tabbed(colour)) = (self.has_bodies, &self.form)
        {
            let query = client.shown().listing.query.as_ref();
            for paragraph in told.body {
                let hits = hits(query, paragraph, TextPart::Paragraph);
                writeln!(out, "    {}", colour.hits(paragraph, hits))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// The paragraphs of an article; `None` if they cannot be read, which is said.
fn body(headline: &Headline, client: &Client) -> Option<Vec<Clean>> {
    match client.article(headline.id, None) {
        Ok(opened) => Some(opened.article.paragraphs.clone()),
        Err(error) => {
            complain(&error.to_string());
            None
        }
    }
}

fn lit_title(headline: &Headline, client: &Client, colour: Colour) -> String {
    let query = client.shown().listing.query.as_ref();
    colour.hits(&headline.title, hits(query, &headline.title, TextPart::Title))
}

fn hits(query: Option<&Query>, text: &str, part: TextPart) -> Vec<Range<usize>> {
    query.map(|query| query.matches(text, part)).unwrap_or_default()
}

/// The explanation of the output in `--help`.
pub(super) const COLUMNS: &str = "\
Columns: the beginning of the id, marks (* unread, + starred), date, source, path, title, and in a \
search the passage; separated by tabs if standard output is not a terminal.
Fields of --format: id, date, source, title, path, url, words, paragraphs, marks, read, starred, \
copies, snippet, body; {{ and }} are braces, \\t is a tab, \\n a newline. A field without a value, such as \
the date of an undated article, is empty.
In paths, a backslash is written as \\\\, a newline as \\n, a tab as \\t, a byte that is not UTF-8 as \
\\xff, and an invisible character as \\u{202e}; `show` accepts paths in this form.
In JSON, `path` is the path, and `path_bytes` holds its bytes in base64 if they are not UTF-8; \
`dateline schema` describes all of it.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_explained() {
        let fields = COLUMNS.split_once("--format: ").unwrap().1.split_once(';').unwrap().0;
        let names: Vec<&str> = fields.split(", ").map(str::trim).collect();
        assert_eq!(names, Field::ALL.map(Field::name));
    }
}
