//! `dateline show DIR ARTICLE`.

use std::{io::Write, path::PathBuf};

use anyhow::bail;
use clap::Args;

use super::{
    PlaceOptions,
    output::{JsonArticle, Outcome, out, write_json},
    start::{self, Needs},
};
use crate::{
    base::{Clean, wording},
    domain::{Article, ArticleId, Headline, said_places},
    library::{FilePlace, Library, MOST_PLACES},
};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory of articles
    dir: PathBuf,
    /// Its id, the beginning of its id, or its path within the directory
    article: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options, places: &PlaceOptions) -> anyhow::Result<Outcome> {
    let library = start::open(&options.dir, places, Needs::Catalogue)?;
    let id = named(&library, &options.article)?;
    let headline = library.headline(id)?;
    let article = library.article(id)?;
    let mut out = out();
    if options.json {
        let article_json = JsonArticle::new(&headline, &library)?;
        write_json(&mut out, &article_json.with_body(&article.paragraphs))?;
    } else {
        let places = library.places(id, MOST_PLACES)?;
        write_text(&mut out, &headline, &places, &article)?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

fn named(library: &Library, name: &str) -> anyhow::Result<ArticleId> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    match library.resolve(name)?.as_slice() {
        [] => bail!(wording!("cli-no-article", name = name)),
        [id] => Ok(*id),
        several => bail!(wording!("cli-several", n = several.len(), name = name)),
    }
}

fn write_text(
    out: &mut impl Write,
    headline: &Headline,
    places: &[FilePlace],
    article: &Article,
) -> std::io::Result<()> {
    writeln!(out, "{}", headline.title)?;
    let undated = || wording!("undated").to_owned();
    let date = headline.date.map_or_else(undated, |date| date.to_string());
    let words = wording!("n-words", n = headline.n_words);
    writeln!(out, "{} · {date} · {words}", headline.source)?;
    if let Some(url) = &headline.url {
        writeln!(out, "{url}")?;
    }
    if 0 < headline.n_copies {
        let path = |place: &FilePlace| Clean::new(&place.path.to_string_lossy());
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
