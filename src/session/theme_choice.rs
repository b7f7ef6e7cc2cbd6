//! The theme shown: the one that was chosen, or one in preview.

use super::Chosen;
use crate::base::wording;
use crate::config::{Config, did_you_mean, themes::AUTO_THEME};

/// Names of themes; what they look like is known elsewhere.
#[derive(Debug, Default)]
pub struct ThemeChoice {
    /// All there are, in order.
    pub names: Vec<String>,
    /// As the settings name it.
    stated: String,
    chosen: String,
    tried: Option<String>,
    by_background: ByBackground,
}

/// The themes that `auto` stands for.
#[derive(Debug, Default, PartialEq)]
struct ByBackground {
    light: String,
    dark: String,
    is_light: bool,
}

impl ThemeChoice {
    pub(super) fn new(config: &Config) -> Self {
        let stated = config.theme.name.clone();
        let mut theme = Self { chosen: stated.clone(), stated, ..Self::default() };
        theme.take_pair(config);
        theme
    }

    /// The theme to draw in; never `auto`.
    pub fn shown(&self) -> &str {
        match self.tried.as_deref().unwrap_or(&self.chosen) {
            AUTO_THEME if self.by_background.is_light => &self.by_background.light,
            AUTO_THEME => &self.by_background.dark,
            name => name,
        }
    }

    /// Takes the themes for light and dark backgrounds from the settings.
    pub(super) fn take_pair(&mut self, config: &Config) {
        self.by_background.light.clone_from(&config.theme.light);
        self.by_background.dark.clone_from(&config.theme.dark);
    }

    /// Takes what the terminal says of its background.
    pub(super) fn take_background(&mut self, is_light: bool) {
        self.by_background.is_light = is_light;
    }

    /// Shows a theme until it is chosen or given up.
    pub fn try_out(&mut self, name: &str) {
        self.tried = Some(name.to_owned());
    }

    /// Goes back to the theme that was chosen before.
    pub fn give_up(&mut self) {
        self.tried = None;
    }

    /// Takes a theme that the settings name, whether it is there or not.
    pub(super) fn take_stated(&mut self, name: &str) {
        name.clone_into(&mut self.chosen);
        name.clone_into(&mut self.stated);
    }

    /// The theme, where it is not the one that the settings name.
    pub(super) fn chosen_by_hand(&self) -> Option<Chosen> {
        let Self { stated, chosen, .. } = self;
        (stated != chosen).then(|| Chosen { stated: stated.clone(), chosen: chosen.clone() })
    }

    /// Takes a theme that was chosen earlier, if it is there and the settings are as they were.
    pub(super) fn choose_again(&mut self, theme: &Chosen) {
        if theme.stated == self.stated && self.names.contains(&theme.chosen) {
            self.chosen.clone_from(&theme.chosen);
        }
    }

    /// Keeps a theme.
    ///
    /// # Errors
    /// In words, where none has that name.
    pub fn choose(&mut self, name: &str) -> Result<(), String> {
        if !self.names.iter().any(|it| it == name) {
            let near = did_you_mean(name, self.names.iter().map(String::as_str));
            return Err(wording!("theme-unknown", name = name, near = near));
        }
        name.clone_into(&mut self.chosen);
        self.tried = None;
        Ok(())
    }
}
