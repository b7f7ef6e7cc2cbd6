//! `dateline show [DIR] ARTICLE`.

use std::{
    ffi::{OsStr, OsString},
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::Args;

use super::{
    PathOptions,
    json::write_json,
    output::{JsonArticle, Outcome, complain, out},
    paths::{self, folder_and_name},
    start::{self, Needs},
};
use crate::{
    base::{Clean, paths::escaped, wording},
    domain::{Article, Headline, said_places},
    library::{Client, FilePlace, LibraryError, Looking, MOST_PLACES, Named, OpenedArticle},
};

/// The number of ids listed when a beginning is ambiguous.
const MAX_TOLD: usize = 8;

#[derive(Debug, Args)]
#[command(override_usage = "dateline show [OPTIONS] [DIR] <ARTICLE>")]
pub(super) struct Options {
    /// The directory of articles (default: that of the named file, or else the last one), then the
    /// article: its path, as it is or as `list` prints it, or the beginning of its id
    #[arg(required = true, num_args = 1..=2, value_name = "ARTICLE")]
    names: Vec<OsString>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let (dir, name) = dir_and_name(options, paths)?;
    // The folders' times say which files came and went; whether the one that is meant was
    // rewritten in place, its bytes say. Only where it cannot be shown so, every file is looked at.
    let client = start::client(&start::open(&dir, paths, Needs::Catalogue, Looking::Folders)?);
    if let Some(opened) = found(&client, &name)? {
        return print(&client, &opened, options.json);
    }
    let local = start::open(&dir, paths, Needs::Catalogue, Looking::EveryFile)?;
    let client = start::client(&local);
    let id = match client.named(&name)? {
        Named::Article(id) => id,
        Named::Several(beginnings) => bail!(several(&name, &beginnings)),
        Named::Nothing => {
            let name = escaped(Path::new(&name));
            complain(&wording!("cli-no-article", name = name, path = escaped(&dir)));
            return Ok(Outcome::NothingFound);
        }
    };
    print(&client, &client.article(id, None)?, options.json)
}

/// The article called `name`, if it is there as it was when it was read.
fn found(client: &Client, name: &OsStr) -> anyhow::Result<Option<OpenedArticle>> {
    let Named::Article(id) = client.named(name)? else { return Ok(None) };
    match client.article(id, None) {
        Ok(opened) => Ok(Some(opened)),
        Err(LibraryError::Refused(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The library and what the article is called in it. A file that is named as the shell sees it is
/// searched for in the library that holds it: `dir`, else the last one, else the file's own folder.
fn dir_and_name(options: &Options, paths: &PathOptions) -> anyhow::Result<(PathBuf, OsString)> {
    let (dir, article) = match options.names.as_slice() {
        [dir, article] => (Some(Path::new(dir)), article),
        names => (None, names.first().context(wording!("cli-no-last"))?),
    };
    let path = Path::new(article);
    let known = match dir {
        Some(_) => Some(paths::library(dir, paths)?),
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
        Some(dir) => Ok((dir, article.clone())),
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

fn print(client: &Client, opened: &OpenedArticle, is_json: bool) -> anyhow::Result<Outcome> {
    let OpenedArticle { headline, article, .. } = opened;
    let mut out = out();
    if is_json {
        let article_json = JsonArticle::new(headline, client)?;
        write_json(&mut out, &article_json.with_body(&article.paragraphs))?;
    } else {
        let places = client.places(headline.id, MOST_PLACES)?;
        write_text(&mut out, headline, &places, article)?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

fn write_text(
    out: &mut impl Write,
    headline: &Headline,
    places: &[FilePlace],
    article: &Article,
) -> std::io::Result<()> {
    writeln!(out, "{}", headline.title)?;
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
    for paragraph in &article.paragraphs {
        writeln!(out, "\n{paragraph}")?;
    }
    Ok(())
}
