//! `dateline show [DIR] ARTICLE...`.

use std::{
    ffi::{OsStr, OsString},
    io::{self, Read, Write},
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    PathOptions,
    asked::parsed,
    blocks::{self, JsonBlock},
    colour::When,
    json::write_json,
    output::{JsonArticle, Outcome, characters, complain, out},
    paths::{self, folder_and_name, looks_like_path},
    start::{self, Needs},
};
use crate::{
    base::{Clean, paths::escaped, wording},
    domain::{Article, Headline, said_places},
    library::{Client, FilePlace, Hit, LibraryError, Looking, MOST_PLACES, Named, OpenedArticle},
    query::{Query, TextPart},
};

/// The number of ids listed when a beginning is ambiguous.
const MAX_TOLD: usize = 8;

#[derive(Debug, Args)]
#[command(override_usage = "dateline show [OPTIONS] [DIR] <ARTICLE>...", after_help = NAMES)]
pub(super) struct Options {
    /// The directory of articles (default: that of the named file, or else the last one), then the
    /// articles: their paths, as they are or as `list` prints them, or the beginnings of their ids; -
    /// reads them from standard input
    #[arg(required = true, num_args = 1.., value_name = "ARTICLE")]
    names: Vec<OsString>,
    /// Mark what this query finds in the text
    #[arg(long, value_name = "QUERY")]
    highlight: Option<OsString>,
    /// Highlight matches in color
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: When,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// The explanation of several articles in `--help`.
const NAMES: &str = "\
Names on standard input are one per line, or each ended by a null character, as `list -0` prints them. \
Several articles are separated by a line of dashes, or are JSON Lines. The exit code is 1 if one of \
them was not found.";

/// Stands between articles.
const BETWEEN: &str = "----------------------------------------";

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let query = options.highlight.as_ref().map(|text| parsed(std::slice::from_ref(text), paths));
    let query = query.transpose()?.filter(|query| !query.is_empty());
    let (dir, names) = dir_and_names(options)?;
    let named_dir = dir.map(paths::library).transpose()?;
    let mut opened: Vec<Opened> = Vec::new();
    let (mut out, mut n_printed) = (out(), 0);
    let mut is_missing = names.is_empty();
    for name in &names {
        let (dir, name) = dir_and_name(named_dir.as_deref(), name, paths)?;
        let known = opened.iter().position(|it| it.dir == dir);
        if known.is_none() {
            opened.push(Opened::new(dir, paths)?);
        }
        let at = known.unwrap_or(opened.len() - 1);
        let Some(article) = opened[at].article(&name, query.as_ref(), paths)? else {
            let dir = &opened[at].dir;
            let name = escaped(Path::new(&name));
            complain(&wording!("cli-no-article", name = name, path = escaped(dir)));
            is_missing = true;
            continue;
        };
        if 0 < n_printed && !options.json {
            writeln!(out, "\n{BETWEEN}\n")?;
        }
        print(&mut out, &opened[at].client, &article, query.as_ref(), options)?;
        n_printed += 1;
    }
    out.flush()?;
    Ok(if is_missing { Outcome::NothingFound } else { Outcome::Done })
}

/// A library that articles are shown from.
struct Opened {
    dir: PathBuf,
    client: Client,
    /// Every file has been looked at.
    is_checked: bool,
}

impl Opened {
    /// The folders' times say which files came and went; whether the one that is meant was rewritten
    /// in place, its bytes say.
    fn new(dir: PathBuf, paths: &PathOptions) -> anyhow::Result<Self> {
        let local = start::open(&dir, paths, Needs::Catalogue, Looking::Folders)?;
        Ok(Self { client: start::client(&local), dir, is_checked: false })
    }

    /// The article called `name`, with what `query` finds in it; `None` if there is no such article.
    /// Only if it is not there as it was when it was read, every file is looked at.
    fn article(
        &mut self,
        name: &OsStr,
        query: Option<&Query>,
        paths: &PathOptions,
    ) -> anyhow::Result<Option<OpenedArticle>> {
        if let Named::Article(id) = self.client.named(name)? {
            match self.client.article(id, query.cloned()) {
                Err(LibraryError::Refused(_)) if !self.is_checked => (),
                opened => return Ok(Some(opened?)),
            }
        }
        if !self.is_checked {
            let local = start::open(&self.dir, paths, Needs::Catalogue, Looking::EveryFile)?;
            (self.client, self.is_checked) = (start::client(&local), true);
        }
        match self.client.named(name)? {
            Named::Article(id) => Ok(Some(self.client.article(id, query.cloned())?)),
            Named::Several(beginnings) => bail!(several(name, &beginnings)),
            Named::Nothing => Ok(None),
        }
    }
}

/// The directory, if the first name is one, and the names of articles.
fn dir_and_names(options: &Options) -> anyhow::Result<(Option<&Path>, Vec<OsString>)> {
    let (dir, names) = match options.names.split_first() {
        Some((first, rest)) if !rest.is_empty() && is_meant_as_dir(first) => {
            (Some(Path::new(first)), rest)
        }
        _ => (None, &*options.names),
    };
    let mut all = Vec::new();
    for name in names {
        // A file may be called so.
        if name == "-" && !dir.is_some_and(|dir| dir.join(name).is_file()) {
            let mut bytes = Vec::new();
            let read = io::stdin().read_to_end(&mut bytes);
            read.with_context(|| wording!("cli-cannot-read", path = wording!("cli-stdin")))?;
            all.extend(in_lines(&bytes));
        } else {
            all.push(name.clone());
        }
    }
    Ok((dir, all))
}

/// Whether the first of several names is the directory: it is one, or a path that leads nowhere.
fn is_meant_as_dir(name: &OsStr) -> bool {
    let path = Path::new(name);
    path.is_dir() || looks_like_path(name) && !path.exists()
}

/// Names in a text: each ended by a null character, or else by the end of its line.
fn in_lines(bytes: &[u8]) -> impl Iterator<Item = OsString> {
    let end = if bytes.contains(&0) { 0 } else { b'\n' };
    let names = bytes.split(move |byte| *byte == end);
    let names = names.map(move |name| if end == 0 { name } else { name.trim_ascii_end() });
    names.filter(|name| !name.is_empty()).map(|name| OsStr::from_bytes(name).to_owned())
}

/// The library and what the article is called in it. A file that is named as the shell sees it is
/// searched for in the library that holds it: `dir`, else the last one, else the file's own folder.
fn dir_and_name(
    dir: Option<&Path>,
    article: &OsStr,
    paths: &PathOptions,
) -> anyhow::Result<(PathBuf, OsString)> {
    let path = Path::new(article);
    let known = match dir {
        Some(dir) => Some(dir.to_owned()),
        None => paths::last_library(&start::own_folders(paths)?),
    };
    let is_within =
        known.as_ref().is_some_and(|dir| path.is_relative() && dir.join(path).is_file());
    if !is_within && path.is_file() {
        let (folder, name) = folder_and_name(path)?;
        let resolved = known.as_ref().and_then(|dir| Some((dir, dir.canonicalize().ok()?)));
        if let Some((known, root)) = resolved.filter(|(_, root)| folder.starts_with(root)) {
            let within = folder.strip_prefix(&root).unwrap_or(&folder).join(name);
            return Ok((known.clone(), within.into()));
        }
        if dir.is_none() {
            return Ok((folder.clone(), name.to_owned()));
        }
    }
    match known {
        Some(dir) => Ok((dir, article.to_owned())),
        None => bail!(wording!("cli-no-last")),
    }
}

fn several(name: &OsStr, beginnings: &[String]) -> String {
    let n_digits = beginnings.iter().map(String::len).min().unwrap_or(0);
    let mut told = beginnings[..beginnings.len().min(MAX_TOLD)].join(", ");
    if MAX_TOLD < beginnings.len() {
        told.push_str(", …");
    }
    let (name, n) = (escaped(Path::new(name)), beginnings.len());
    wording!("cli-several", n = n, name = name, least = n_digits, beginnings = told)
}

/// An article with its text.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ShownArticle")]
pub(super) struct JsonShown<'a> {
    #[serde(flatten)]
    article: JsonArticle<'a>,
    /// The paragraphs of the text with their shapes.
    blocks: Vec<JsonBlock<'a>>,
    /// What the query of --highlight finds in the text, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    highlights: Option<Vec<JsonHit>>,
}

/// A place in a text.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Highlight")]
struct JsonHit {
    /// The number of the paragraph, from 1.
    paragraph: usize,
    /// The first character of the place, counted from 0.
    start: usize,
    /// The first character after it.
    end: usize,
}

fn print(
    out: &mut impl Write,
    client: &Client,
    opened: &OpenedArticle,
    query: Option<&Query>,
    options: &Options,
) -> anyhow::Result<()> {
    let OpenedArticle { headline, article, hits, .. } = opened;
    if options.json {
        let shown = &**article;
        let paragraphs = &article.paragraphs;
        let hit = |hit: &Hit| {
            let [start, end] = characters(&paragraphs[hit.paragraph], &hit.bytes);
            JsonHit { paragraph: hit.paragraph + 1, start, end }
        };
        let highlights = query.map(|_| hits.iter().map(hit).collect());
        let article = JsonArticle::new(headline, client)?.with_body(paragraphs);
        return write_json(out, &JsonShown { article, blocks: blocks::of(shown), highlights });
    }
    let places = client.places(headline.id, MOST_PLACES)?;
    let colour = options.color.colour();
    let title = query.map(|query| query.matches(&headline.title, TextPart::Title));
    let title = colour.hits(&headline.title, title.unwrap_or_default());
    write_head(out, &title, headline, &places, article)?;
    for (nth, paragraph) in article.paragraphs.iter().enumerate() {
        let here = hits.iter().filter(|hit| hit.paragraph == nth).map(|hit| hit.bytes.clone());
        writeln!(out, "\n{}", colour.hits(paragraph, here))?;
    }
    Ok(())
}

fn write_head(
    out: &mut impl Write,
    title: &str,
    headline: &Headline,
    places: &[FilePlace],
    article: &Article,
) -> std::io::Result<()> {
    writeln!(out, "{title}")?;
    let undated = || wording!("undated").to_owned();
    let date = headline.date.map(|date| date.to_string());
    let date = match (date, article.hints.took_order) {
        (Some(date), Some(order)) => order.said_with(&date),
        (date, _) => date.unwrap_or_else(undated),
    };
    let words = wording!("n-words", n = headline.length.n_words);
    writeln!(out, "{} · {date} · {words}", headline.source)?;
    if let Some(url) = &headline.url {
        writeln!(out, "{url}")?;
    }
    if 0 < headline.n_copies {
        let path = |place: &FilePlace| escaped(&place.path);
        let paths: Vec<Clean> = places.iter().map(path).collect();
        writeln!(out, "{}", said_places(&paths, headline.n_files()))?;
    }
    for problem in &headline.problems {
        writeln!(out, "({problem})")?;
    }
    Ok(())
}
