//! `dateline config`: locates, explains, checks and edits the settings.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::{Args, Subcommand};

use super::{
    PathOptions,
    output::{Outcome, complain, out},
    start,
};
use crate::{
    base::{Clean, paths::escaped, wording},
    config::{self, Mistake, SettingsSource},
    host, runtime,
};

#[derive(Debug, Args)]
#[command(after_help = "\
Each setting is taken from the first of these places that sets it:
  1. --set SECTION.KEY=VALUE
  2. the variable DATELINE_SECTION_KEY, such as DATELINE_READER_WIDTH_CELLS=72
  3. the settings file
  4. the default")]
#[group(multiple = false)]
pub(super) struct Options {
    /// Print every setting with its explanation and default
    #[arg(long)]
    default: bool,
    /// Print the path of the settings file
    #[arg(long)]
    path: bool,
    /// Report every mistake in the settings, or in FILE
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    #[allow(clippy::option_option, reason = "with a file, without a file, not at all")]
    check: Option<Option<PathBuf>>,
    /// Print the JSON Schema of the settings file, for editors
    #[arg(long)]
    schema: bool,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Open the settings file in $VISUAL or $EDITOR, then check it
    Edit,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let path = || {
        let path = paths.config.clone().or_else(config::usual_path);
        path.context(wording!("cli-no-home"))
    };
    if let Some(Action::Edit) = options.action {
        return edit(&path()?);
    }
    if let Some(named) = &options.check {
        return match named {
            // Of a file that is named, only the file.
            Some(file) => check(&SettingsSource {
                file: Some((file.clone(), true)),
                ..SettingsSource::default()
            }),
            None => check(&start::source(paths)),
        };
    }
    let mut out = out();
    if options.default {
        out.write_all(config::EXPLAINED.as_bytes())?;
    } else if options.schema {
        serde_json::to_writer_pretty(&mut out, &config::schema()).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    } else {
        out.write_all(path()?.as_os_str().as_encoded_bytes())?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// Says all mistakes on standard output, as compilers do: those that the reader would say.
fn check(source: &SettingsSource) -> anyhow::Result<Outcome> {
    let path = source.file.as_ref().map(|(path, _)| escaped(path)).unwrap_or_default();
    if source.file.as_ref().is_some_and(|(path, is_needed)| !is_needed && !path.exists()) {
        complain(&wording!("cli-no-settings", path = path));
    }
    let (in_file, elsewhere) = runtime::mistakes(source)?;
    let mut out = out();
    for Mistake { line, column, message } in &in_file {
        writeln!(out, "{path}:{line}:{column}: {message}")?;
    }
    for text in &elsewhere {
        writeln!(out, "{}", Clean::new(text))?;
    }
    out.flush()?;
    let is_fine = in_file.is_empty() && elsewhere.is_empty();
    Ok(if is_fine { Outcome::Done } else { Outcome::NothingFound })
}

fn edit(path: &Path) -> anyhow::Result<Outcome> {
    let mut editor = host::editor(path, host::variable).map_err(anyhow::Error::msg)?;
    let status = editor.status();
    let program = editor.get_program().to_string_lossy().into_owned();
    let status = status.with_context(|| wording!("cli-editor-start", program = &program))?;
    if !status.success() {
        bail!(wording!("cli-editor-failed", program = &program, status = status.to_string()));
    }
    check(&SettingsSource { file: Some((path.to_owned(), true)), ..SettingsSource::default() })
}
