//! What every subcommand does first: find our folders, read the settings, open the library.

use std::{
    fmt,
    io::IsTerminal,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
};

use anyhow::bail;
use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use super::{PathOptions, output};
use crate::{
    base::language::numbers::thousands,
    config::{self, Config, SettingsSource, WrittenEncoding, WrittenFolder},
    domain::DayOrder,
    library::{
        Cancel, Client, Keeper, KeeperSettings, LibraryError, Local, Looking, News, OwnFolders,
        ReadingSettings, Work,
    },
    runtime::keeper_settings,
};

/// Whether a subcommand needs the full text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    Catalogue,
    FullText,
}

/// The folders that are ours to write, as the system and the options say.
pub(super) fn own_folders(options: &PathOptions) -> Result<OwnFolders, LibraryError> {
    let system = OwnFolders::of_system();
    let either = |option: &Option<PathBuf>, system: Option<PathBuf>| {
        option.clone().or(system).ok_or(LibraryError::NoHome)
    };
    Ok(OwnFolders {
        cache: either(&options.cache_dir, system.as_ref().map(|it| it.cache.clone()))?,
        data: either(&options.data_dir, system.map(|it| it.data))?,
        ..OwnFolders::default()
    })
}

/// Whose marks are kept apart, by the settings.
pub(super) fn with_own_marks(config: &Config) -> Vec<PathBuf> {
    config.library.own_marks.iter().map(WrittenFolder::path).collect()
}

/// The settings; a mistake in them is an error.
pub(super) fn settings(options: &PathOptions) -> anyhow::Result<Config> {
    let (config, wrong) = source(options).read()?;
    if !wrong.is_empty() {
        bail!(wrong.join("\n"));
    }
    Ok(config)
}

/// All places in which settings are stated.
pub(super) fn source(options: &PathOptions) -> SettingsSource {
    let named = options.config.clone().map(|path| (path, true));
    let variables = std::env::vars_os();
    SettingsSource {
        file: named.or_else(|| Some((config::usual_path()?, false))),
        variables: variables
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
        options: options.set.clone(),
    }
}

/// How files are read, by the settings.
pub(super) fn reading(config: &Config) -> ReadingSettings {
    let library = &config.library;
    ReadingSettings {
        encoding: library.encoding.map(WrittenEncoding::encoding),
        day_order: library.day_order.map(|order| match order {
            config::DayOrder::DayFirst => DayOrder::DayFirst,
            config::DayOrder::MonthFirst => DayOrder::MonthFirst,
        }),
        size_limit_bytes: library.size_limit_bytes,
        follows_outside: library.follow_outside_links,
    }
}

/// Opens a library and brings it up to date as far as it is looked at, with a progress bar if
/// somebody looks.
pub(super) fn open(
    dir: &Path,
    options: &PathOptions,
    needs: Needs,
    looking: Looking,
) -> anyhow::Result<Local> {
    open_checked(dir, options, needs, looking).map(|(local, _)| local)
}

/// As [`open`]; and whether every file was looked at.
pub(super) fn open_checked(
    dir: &Path,
    options: &PathOptions,
    needs: Needs,
    looking: Looking,
) -> anyhow::Result<(Local, bool)> {
    let config = settings(options)?;
    let indexes = needs == Needs::FullText;
    let settings = KeeperSettings { watches: false, indexes, ..keeper_settings(&config) };
    let own_folders =
        OwnFolders { with_own_marks: with_own_marks(&config), ..own_folders(options)? };
    let (library, keeper, news) = Keeper::open(dir, &own_folders, reading(&config), settings)?;
    let bar = progress_bar();
    let mut report = |news| tell(&bar, news);
    news.into_iter().for_each(&mut report);
    let (_sender, inbox) = mpsc::channel();
    let is_checked = keeper.look_once(looking, &inbox, &mut report);
    bar.finish_and_clear();
    Ok((Local::new(&library), is_checked))
}

/// Whoever asks what has been opened.
pub(super) fn client(local: &Local) -> Client {
    Client::new(Arc::new(local.clone()), Cancel::never())
}

fn tell(bar: &ProgressBar, news: News) {
    match news {
        News::Working(Some(work)) => show(bar, &work),
        News::Working(None) | News::Published { .. } | News::Indexed => (),
        News::Note(text) | News::Aside(text) | News::Banner(text) => {
            bar.suspend(|| output::complain(&text));
        }
    }
}

fn show(bar: &ProgressBar, work: &Work) {
    if let Some(n_total) = work.n_total {
        bar.set_length(n_total as u64);
    }
    bar.set_position(work.n_done as u64);
    bar.set_message(work.what);
}

fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {done}/{total} {wide_bar} {elapsed}");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    let number = |out: &mut dyn fmt::Write, number: u64| {
        // If it cannot be written, no bar is there to miss it.
        let _ = out.write_str(&thousands(usize::try_from(number).unwrap_or(usize::MAX)));
    };
    let done = move |state: &ProgressState, out: &mut dyn fmt::Write| number(out, state.pos());
    let total = move |state: &ProgressState, out: &mut dyn fmt::Write| {
        number(out, state.len().unwrap_or(state.pos()));
    };
    ProgressBar::no_length().with_style(style.with_key("done", done).with_key("total", total))
}
