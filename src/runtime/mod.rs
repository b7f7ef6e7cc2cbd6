//! Threads and the terminal: one loop that owns the state, and a worker for each slow task.
//!
//! The loop takes one event, drains the rest, updates for all and draws once. Answers that come
//! within a few milliseconds are waited for before drawing, so that a key is one frame and not
//! two. Only here is crossterm named.

mod asker;
mod awaited;
mod background_colour;
mod fault;
mod hyperlinks;
mod input;
mod keeper_settings;
mod keeper_thread;
mod marking;
mod painter;
mod run;
mod terminal;
mod themes;
mod timers;
mod wake;
mod workers;

pub use asker::Asker;
pub use input::outlive_full_disks;
pub use keeper_settings::keeper_settings;
pub use keeper_thread::{Home, KeeperThread, KeptUp, Listener};
pub use marking::{Marking, MarkingRequest, Told};
pub use run::{Start, can_draw, run};
pub use terminal::NoScreen;
pub use themes::mistakes;
