//! `dateline [PATH]`: the reader itself.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use anyhow::bail;

use super::{
    PathOptions,
    output::Outcome,
    paths::{Kind, folder_and_name, kind_of, last_library},
    sample,
    start::{own_folders, reading, source, with_own_marks},
};
use crate::{
    host::Capabilities,
    plain,
    runtime::{self, Start},
};

pub(super) fn run(
    path: Option<PathBuf>,
    options: &PathOptions,
    restores: bool,
    is_plain: bool,
) -> anyhow::Result<Outcome> {
    let (dir, article) = match path {
        Some(path) if kind_of(&path)? == Kind::File => {
            let (folder, name) = folder_and_name(&path)?;
            (Some(folder), Some(PathBuf::from(name)))
        }
        path => (path, None),
    };
    let capabilities = Capabilities::here();
    let is_plain = is_plain || is_dumb(capabilities);
    if !is_plain && let Err(why) = runtime::can_draw(capabilities) {
        bail!(why);
    }
    let mut own_folders = own_folders(options)?;
    let source = source(options);
    // The reader starts whatever the settings are, and reports mistakes in them.
    let (config, wrong) = source.read()?;
    own_folders.with_own_marks = with_own_marks(&config);
    let folder = match dir.or_else(|| last_library(&own_folders)) {
        Some(folder) => folder,
        None => sample::unpack(&own_folders.cache)?,
    };
    let reading = reading(&config);
    let start = Start {
        folder,
        own_folders,
        reading,
        config,
        capabilities,
        restores,
        article,
        source,
        wrong,
    };
    let signal = if is_plain { plain::run(start)? } else { runtime::run(start)? };
    Ok(signal.map_or(Outcome::Done, Outcome::Signal))
}

/// Whether somebody reads at a terminal that can only print.
fn is_dumb(capabilities: Capabilities) -> bool {
    capabilities.can_draw == Some(false) && io::stdout().is_terminal()
}
