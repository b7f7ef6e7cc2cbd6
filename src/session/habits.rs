//! What is restored at every start, for any library: typed lines, and the theme and typography
//! chosen with keys. If the settings have changed since, the settings win.

use std::collections::BTreeMap;

use super::{Chosen, Habits, Session, changed, remember, settings, value_of};
use crate::{base::Clean, config::Config};

/// What the keys of the reader change.
const TEXT_SETTINGS: [&str; 8] = [
    "reader.width-cells",
    "reader.align",
    "reader.paragraph-spacing",
    "reader.indent-cells",
    "reader.justify",
    "reader.hyphenate",
    "reader.links",
    "text.bidi",
];

/// Settings outside of `library` that count from the start on.
const AT_THE_START: [&str; 2] = ["text.language", "text.locale"];

/// Choices that differ from the settings: typography chosen with keys, others with `keep-settings`.
#[derive(Debug, Default)]
pub struct TextChoices {
    /// All settings.
    stated: BTreeMap<String, String>,
    /// As it was when it was looked at last.
    seen: BTreeMap<String, String>,
    chosen: BTreeMap<String, Chosen>,
}

impl TextChoices {
    pub(super) fn new(config: &Config) -> Self {
        Self {
            stated: settings(config).into_iter().collect(),
            seen: values(config),
            chosen: BTreeMap::new(),
        }
    }

    /// Takes settings that were changed otherwise than by the keys of the reader.
    pub(super) fn see(&mut self, config: &Config) {
        self.seen = values(config);
    }
}

fn values(config: &Config) -> BTreeMap<String, String> {
    let value = |name: &str| Some((name.to_owned(), value_of(config, name).ok()?));
    TEXT_SETTINGS.into_iter().filter_map(value).collect()
}

/// Whether a setting counts from the start on, before anything that was kept is known.
pub fn counts_at_the_start(name: &str) -> bool {
    name.starts_with("library.") || AT_THE_START.contains(&name)
}

impl Session {
    /// Whether the next start would bring another value of a setting back than it has now.
    pub fn is_passing(&self, name: &str) -> bool {
        let choices = &self.display.text;
        let kept = choices.chosen.get(name).map(|choice| &choice.chosen);
        let now = value_of(&self.config, name).ok();
        now.as_ref() != kept.or(choices.stated.get(name)) && !counts_at_the_start(name)
    }

    fn is_as_stated(&self, name: &str, value: &str) -> bool {
        let stated = self.display.text.stated.get(name);
        stated.is_some_and(|it| it == value) || counts_at_the_start(name)
    }

    /// Brings all settings as they are now back at the next starts; returns the names of those
    /// that would not have come back so.
    pub fn keep_settings(&mut self) -> Vec<String> {
        let now = settings(&self.config);
        let passing = now.iter().map(|(name, _)| name.clone());
        let passing: Vec<String> = passing.filter(|name| self.is_passing(name)).collect();
        for (name, value) in now {
            if self.is_as_stated(&name, &value) {
                self.display.text.chosen.remove(&name);
            } else {
                let stated = self.display.text.stated.get(&name).cloned().unwrap_or_default();
                self.display.text.chosen.insert(name, Chosen { stated, chosen: value });
            }
        }
        passing
    }

    /// What is to come back at the next start.
    pub fn habits(&self) -> Habits {
        Habits {
            commands: self.prompts.command_line.history.clone(),
            searches: self.search.history.clone(),
            found: self.finding.history.clone(),
            filters: self.prompts.help.history.clone(),
            palette: self.prompts.palette.clone(),
            theme: self.display.theme.chosen_by_hand(),
            text: self.display.text.chosen.clone(),
        }
    }

    /// Notes what a key has changed of how the text is set.
    pub fn keep_text_choices(&mut self) {
        let now = values(&self.config);
        let choices = &mut self.display.text;
        for (name, value) in &now {
            if choices.seen.get(name) == Some(value) {
                continue;
            }
            let stated = choices.stated.get(name).cloned().unwrap_or_default();
            if stated == *value {
                choices.chosen.remove(name);
            } else {
                choices.chosen.insert(name.clone(), Chosen { stated, chosen: value.clone() });
            }
        }
        choices.seen = now;
    }

    /// Continues with the kept lines, which come before those typed already.
    pub(super) fn take_habits(&mut self, habits: &Habits) {
        for (history, kept) in [
            (&mut self.prompts.command_line.history, &habits.commands),
            (&mut self.search.history, &habits.searches),
            (&mut self.finding.history, &habits.found),
            (&mut self.prompts.help.history, &habits.filters),
            (&mut self.prompts.palette, &habits.palette),
        ] {
            let typed = std::mem::take(history);
            // What was kept may have been changed by others.
            let kept = kept.iter().map(|line| Clean::new(line).to_string());
            kept.chain(typed).for_each(|line| remember(history, &line));
        }
        // A setting may name the theme beside which another was chosen.
        self.choose_text_again(&habits.text);
        if let Some(theme) = &habits.theme {
            self.display.theme.choose_again(theme);
        }
    }

    /// Goes on with settings that have changed, and with what keys have chosen.
    pub(super) fn restate_text(&mut self) {
        let chosen = std::mem::take(&mut self.display.text.chosen);
        self.display.text = TextChoices::new(&self.config);
        self.choose_text_again(&chosen);
    }

    fn choose_text_again(&mut self, chosen: &BTreeMap<String, Chosen>) {
        for (name, choice) in chosen {
            let stated = self.display.text.stated.get(name).map_or("", String::as_str);
            if let Ok(config) = changed(&self.config, name, &choice.chosen)
                && stated == choice.stated
            {
                self.configure(config);
                self.display.text.chosen.insert(name.clone(), choice.clone());
            }
        }
        self.display.text.see(&self.config);
    }
}
