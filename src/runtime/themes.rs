//! Which theme the settings mean on this terminal, and all themes as it shows them.

use super::background_colour::BackgroundColour;
use crate::{
    app,
    base::{Clean, wording},
    config::{
        Config, Mistake, Settings, SettingsSource, Unreadable,
        themes::{self, AUTO_THEME, ThemeSpec},
    },
    host::{Capabilities, Depth},
    session::{KeyFault, Keymap},
    ui::Themes,
};

/// Where the settings come from, and what the terminal says of its background.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub source: SettingsSource,
    pub background: BackgroundColour,
    pub capabilities: Capabilities,
    /// What was known of it when it was told last.
    pub was_light: Option<bool>,
}

/// Everything that is wrong with the settings, as far as the reader would say it: in their file
/// with its places, then the rest.
///
/// # Errors
/// If the file cannot be read.
pub fn mistakes(source: &SettingsSource) -> Result<(Vec<Mistake>, Vec<String>), Unreadable> {
    let (config, mut in_file, mut elsewhere) = source.read_apart()?;
    for KeyFault { line, text } in Keymap::new(&app::commands(), &config.keys).1 {
        match line {
            0 => elsewhere.push(text),
            line => in_file.push(Mistake { line, column: 1, message: Clean::new(&text) }),
        }
    }
    in_file.sort_by_key(|mistake| (mistake.line, mistake.column));
    elsewhere.extend(with_themes(config, Capabilities::here()).1);
    Ok((in_file, elsewhere))
}

/// Reads all themes. Reports mistakes in them, and in the names in the settings.
pub(super) fn with_themes(
    mut config: Config,
    capabilities: Capabilities,
) -> (Settings, Vec<String>) {
    let folder = crate::config::themes_folder();
    let (mut specs, errors) = themes::load_all(folder.as_deref());
    let mut wrong: Vec<String> = errors.iter().map(ToString::to_string).collect();
    config.text.bidi = capabilities.bidi(config.text.bidi);
    let theme = &config.theme;
    let stated =
        if theme.name == AUTO_THEME { vec![&theme.light, &theme.dark] } else { vec![&theme.name] };
    for name in stated {
        wrong.extend(add_stated(&mut specs, name, folder.as_deref()));
    }
    (Settings { config, themes: specs }, wrong)
}

/// Whether the background is light, as far as can be told now; who could tell is to be asked.
pub(super) fn is_light_or_wanted(
    capabilities: Capabilities,
    background: &BackgroundColour,
) -> bool {
    background.is_light().unwrap_or_else(|| {
        background.want();
        capabilities.has_light_background
    })
}

/// All themes as this terminal shows them.
pub(super) fn themes(settings: &Settings, depth: Depth) -> Themes {
    Themes::new(&settings.themes, depth, settings.config.theme.depth)
}

/// Reads a theme named by its path; reports an unknown name.
fn add_stated(
    specs: &mut Vec<ThemeSpec>,
    name: &str,
    folder: Option<&std::path::Path>,
) -> Option<String> {
    if specs.iter().any(|it| it.name == name) {
        return None;
    }
    if !themes::is_path(name) {
        let names = specs.iter().map(|it| it.name.as_str());
        let near = crate::config::did_you_mean(name, names);
        return Some(wording!("theme-unknown", name = name, near = near));
    }
    match themes::load_file(std::path::Path::new(name), folder) {
        Ok(spec) => {
            specs.push(spec);
            None
        }
        Err(error) => Some(error.to_string()),
    }
}
