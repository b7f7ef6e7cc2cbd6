//! Settings kept next to the marks for the next start, each by its name.

use super::database::Scope;

/// Something that is kept for the next start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// How the last session of the library ended.
    Session,
    Bookmarks,
    /// What comes back in any library.
    Habits,
    /// The directory that was opened last.
    LastLibrary,
    /// That libraries share their marks has been said.
    SharingSaid,
}

impl Setting {
    /// Invariant: a name that has been released is never given to anything else.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Bookmarks => "bookmarks",
            Self::Habits => "habits",
            Self::LastLibrary => "last-library",
            Self::SharingSaid => "sharing-said",
        }
    }

    pub(super) fn scope(self) -> Scope {
        match self {
            Self::Session | Self::Bookmarks => Scope::Library,
            Self::Habits | Self::LastLibrary | Self::SharingSaid => Scope::Everywhere,
        }
    }
}
