//! `dateline [DIR]`: the reader itself.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use super::{
    PlaceOptions,
    output::Outcome,
    sample,
    start::{places, reading, source},
};
use crate::{
    base::wording,
    host::Capabilities,
    library::Places,
    plain,
    runtime::{self, Start},
    storage::marks::{LibraryKey, Marks, Scope},
};

pub(super) fn run(
    dir: Option<PathBuf>,
    options: &PlaceOptions,
    restores: bool,
    is_plain: bool,
) -> anyhow::Result<Outcome> {
    if let Some(dir) = dir.as_ref().filter(|dir| !dir.is_dir()) {
        return Ok(Outcome::Unusable(if dir.exists() {
            wording!("cli-no-directory", path = dir.display())
        } else {
            wording!("cli-not-there", path = dir.display())
        }));
    }
    let capabilities = Capabilities::here();
    let is_plain = is_plain || is_dumb(capabilities);
    if !is_plain && let Err(why) = runtime::can_draw(capabilities) {
        return Ok(Outcome::Unusable(why.to_owned()));
    }
    let places = places(options)?;
    let source = source(options);
    // The reader starts whatever the settings say, and shows what is wrong with them.
    let (config, wrong) = source.read()?;
    let folder = match dir.or_else(|| last_library(&places)) {
        Some(folder) => folder,
        None => sample::unpack(&places.cache)?,
    };
    let reading = reading(&config)?;
    let start = Start { folder, places, reading, config, capabilities, restores, source, wrong };
    let signal = if is_plain { plain::run(start)? } else { runtime::run(start)? };
    Ok(signal.map_or(Outcome::Done, Outcome::Signal))
}

/// Whether somebody reads at a terminal that can only print.
fn is_dumb(capabilities: Capabilities) -> bool {
    capabilities.can_draw == Some(false) && io::stdout().is_terminal()
}

/// The library that was read last, if it is still there.
fn last_library(places: &Places) -> Option<PathBuf> {
    let marks = Marks::open_read_only(&places.marks(), LibraryKey([0; 16])).ok()?;
    let path = marks.setting(Scope::Everywhere, "last-library").ok()??;
    Some(PathBuf::from(path)).filter(|path| path.is_dir())
}
