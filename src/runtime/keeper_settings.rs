//! What the user's settings mean to the keeper, for screen, plain mode and command line alike.

use std::time::Duration;

use crate::{
    config::{Config, PollingMode},
    library::{KeeperSettings, Limits, Polled, Polling},
};

/// The settings of a keeper that watches and indexes. What needs less of it says so.
pub fn keeper_settings(config: &Config) -> KeeperSettings {
    KeeperSettings {
        index_memory_bytes: config.library.index_memory_bytes,
        watches: true,
        indexes: true,
        polling: polling(config),
        change_unreads: config.library.changed_becomes_unread,
        limits: Limits::default(),
    }
}

/// Which folders are looked at.
fn polling(config: &Config) -> Polling {
    let which = match config.library.polling {
        PollingMode::Auto => Polled::Silent,
        PollingMode::Always => Polled::All,
        PollingMode::Never => Polled::Nothing,
    };
    Polling { which, every: Duration::from_secs(config.library.polling_seconds.get().into()) }
}
