//! What the commands of a pane are about, in the help.

use crate::base::wording;

/// Commands that belong together. The first of them says so, and the rest follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Moving,
    Reading,
    Leaving,
    Searching,
    Marking,
    Links,
    Viewing,
    Selecting,
    Jumping,
    Folding,
    Typography,
    Help,
    Programs,
    Settings,
    Panes,
    Undoing,
    Files,
    Program,
    Editing,
}

impl Section {
    /// Its heading, in the language chosen.
    pub fn title(self) -> &'static str {
        match self {
            Self::Moving => wording!("section-moving"),
            Self::Reading => wording!("section-reading"),
            Self::Leaving => wording!("section-leaving"),
            Self::Searching => wording!("section-searching"),
            Self::Marking => wording!("section-marking"),
            Self::Links => wording!("section-links"),
            Self::Viewing => wording!("section-viewing"),
            Self::Selecting => wording!("section-selecting"),
            Self::Jumping => wording!("section-jumping"),
            Self::Folding => wording!("section-folding"),
            Self::Typography => wording!("section-typography"),
            Self::Help => wording!("section-help"),
            Self::Programs => wording!("section-programs"),
            Self::Settings => wording!("section-settings"),
            Self::Panes => wording!("section-panes"),
            Self::Undoing => wording!("section-undoing"),
            Self::Files => wording!("section-files"),
            Self::Program => wording!("section-program"),
            Self::Editing => wording!("section-editing"),
        }
    }
}
