//! The settings as they are now. Changing them also records the change, so that they need not be
//! compared after every key.

use std::ops::Deref;

use crate::config::Config;

/// Settings that remember whether they have been changed since they were last carried out.
#[derive(Debug, Default)]
pub struct Current {
    config: Config,
    is_changed: bool,
}

impl Current {
    pub(super) fn new(config: Config) -> Self {
        Self { config, is_changed: false }
    }

    /// The settings, to be changed.
    pub fn change(&mut self) -> &mut Config {
        self.is_changed = true;
        &mut self.config
    }

    /// Whether they have been changed since this was asked last.
    pub fn take_change(&mut self) -> bool {
        std::mem::take(&mut self.is_changed)
    }
}

impl Deref for Current {
    type Target = Config;

    fn deref(&self) -> &Config {
        &self.config
    }
}
