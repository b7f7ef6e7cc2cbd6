//! What the terminal says of itself: how many colours it has, whether its background is light.

use std::env;

use super::background::Background;
use crate::{
    base::wording,
    config::{
        Config, Settings, Source,
        themes::{self, AUTO_THEME, ThemeSpec},
    },
    ui::{Depth, Themes},
};

/// Where the settings come from, and what the terminal says of its background.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub source: Source,
    pub background: Background,
    /// What was known of it when the theme was chosen.
    pub was_light: Option<bool>,
    /// The settings leave the choice to the background.
    pub is_auto: bool,
}

/// Reads all themes and decides which one the settings mean. Says what is wrong with them.
pub(super) fn dress(mut config: Config, background: &Background) -> (Settings, Vec<String>) {
    let folder = crate::config::themes_folder();
    let (mut specs, errors) = themes::load_all(folder.as_deref());
    let mut wrong: Vec<String> = errors.iter().map(ToString::to_string).collect();
    if config.theme.name == AUTO_THEME {
        let is_light = is_light_or_wanted(background);
        let theme = &mut config.theme;
        let by_background = if is_light { &theme.light } else { &theme.dark };
        theme.name.clone_from(by_background);
    }
    config.text.bidi = config.text.bidi.decided(|name| env::var(name).ok());
    wrong.extend(add_stated(&mut specs, &config.theme.name, folder.as_deref()));
    (Settings { config, themes: specs }, wrong)
}

/// Whether the background is light, as far as can be told now; who could tell is to be asked.
pub(super) fn is_light_or_wanted(background: &Background) -> bool {
    background.is_light().unwrap_or_else(|| {
        background.want();
        has_light_background()
    })
}

/// All themes as this terminal shows them.
pub(super) fn themes(settings: &Settings) -> Themes {
    let detected = Depth::detected(&|name| env::var(name).ok());
    Themes::new(&settings.themes, detected, settings.config.theme.depth)
}

/// Reads a theme that is named by its path; says what is wrong with the name of another.
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

/// As `COLORFGBG` says, which some terminals set: `15;0`, or `15;default;0`. Dark where nothing
/// is said.
fn has_light_background() -> bool {
    let said = env::var("COLORFGBG").unwrap_or_default();
    is_light(&said)
}

fn is_light(said: &str) -> bool {
    matches!(said.rsplit(';').next().map(str::parse), Some(Ok(7u8 | 9..=15)))
}

#[cfg(test)]
mod tests {
    use super::is_light;

    #[test]
    fn the_background_is_the_last_of_two_or_three_colours() {
        let said = ["0;15", "0;default;15", "0;7", "15;0", "12;8", "0;default", "", "0;"];
        assert_eq!(said.map(is_light), [true, true, true, false, false, false, false, false]);
    }
}
