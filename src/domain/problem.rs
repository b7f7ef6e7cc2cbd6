//! Problems of a file: reported, counted, listed; never fatal.

use std::fmt;

use crate::base::{Clean, wording};

/// Something about an article that the reader should know, with the numbers that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No date is stated anywhere.
    Undated,
    /// What stands in the date's place cannot be a date.
    ImpossibleDate { stated: Clean },
    /// The date can be read in two ways, and nothing says which is meant.
    OpenDate { stated: Clean },
    /// The text has no title line; the title was taken from the text itself.
    NoTitle,
    /// Bytes that the file's encoding does not know were replaced, in this many places.
    DamagedText { n_places: u64 },
    /// Control and other dangerous characters were replaced or left out.
    ControlCharacters { n_characters: u64 },
    /// The file is over the size limit; only its head is shown.
    TooLarge { size_bytes: u64, shown_bytes: u64 },
    /// There is a header but no text below it.
    NoBody,
}

impl Problem {
    /// The name in JSON and in the list of problems.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Undated => "undated",
            Self::ImpossibleDate { .. } => "impossible-date",
            Self::OpenDate { .. } => "open-date",
            Self::NoTitle => "no-title",
            Self::DamagedText { .. } => "damaged-text",
            Self::ControlCharacters { .. } => "control-characters",
            Self::TooLarge { .. } => "too-large",
            Self::NoBody => "no-body",
        }
    }

    /// The name for people.
    pub fn spoken_name(&self) -> &'static str {
        match self {
            Self::Undated => wording!("kind-undated"),
            Self::ImpossibleDate { .. } => wording!("kind-impossible-date"),
            Self::OpenDate { .. } => wording!("kind-open-date"),
            Self::NoTitle => wording!("kind-no-title"),
            Self::DamagedText { .. } => wording!("kind-damaged-text"),
            Self::ControlCharacters { .. } => wording!("kind-control-characters"),
            Self::TooLarge { .. } => wording!("kind-too-large"),
            Self::NoBody => wording!("kind-no-body"),
        }
    }

    /// Whether it is why the article has no date.
    pub fn is_about_date(&self) -> bool {
        matches!(self, Self::Undated | Self::ImpossibleDate { .. } | Self::OpenDate { .. })
    }

    /// What exactly, for programs: always in English.
    pub fn detail(&self) -> String {
        match self {
            Self::Undated => "no date in the text or the path".to_owned(),
            Self::ImpossibleDate { stated } => stated.to_string(),
            Self::OpenDate { stated } => {
                format!("{stated} can be read two ways; set library.day-order")
            }
            Self::NoTitle => "no title found".to_owned(),
            Self::DamagedText { n_places } => format!("{n_places} places could not be decoded"),
            Self::ControlCharacters { n_characters } => {
                format!("{n_characters} characters replaced or removed")
            }
            Self::TooLarge { size_bytes, shown_bytes } => {
                format!("{size_bytes} bytes; only the first {shown_bytes} are shown")
            }
            Self::NoBody => "no text below the header".to_owned(),
        }
    }

    /// What exactly, in the language chosen.
    pub fn said(&self) -> String {
        match self {
            Self::Undated => wording!("problem-undated").to_owned(),
            Self::ImpossibleDate { stated } => stated.to_string(),
            Self::OpenDate { stated } => wording!("problem-open-date", stated = stated),
            Self::NoTitle => wording!("problem-no-title").to_owned(),
            Self::DamagedText { n_places } => wording!("problem-damaged-text", n = *n_places),
            Self::ControlCharacters { n_characters } => {
                wording!("problem-control-characters", n = *n_characters)
            }
            Self::TooLarge { size_bytes, shown_bytes } => {
                wording!("problem-too-large", n = *size_bytes, shown = *shown_bytes)
            }
            Self::NoBody => wording!("problem-no-body").to_owned(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.spoken_name(), self.said())
    }
}

/// Why a file in the library is not an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAnArticle {
    Empty,
    /// Has a header that states nothing an article needs, and nothing below it.
    NoText,
    /// Holds bytes that no text has, such as NUL.
    Binary,
    /// The companion file that macOS writes next to the real one.
    AppleDouble,
    /// A pipe, a socket or a device.
    NotAFile,
    /// A link whose target is missing.
    DanglingLink,
    /// A link to itself, or round in a circle.
    LinkLoop,
    /// A link out of the library.
    LeavesLibrary,
    /// The system's words for why it cannot be read.
    Unreadable(Clean),
}

impl NotAnArticle {
    /// The name in JSON and in the list of problems.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoText => "no-body",
            Self::Binary => "binary",
            Self::AppleDouble => "apple-double",
            Self::NotAFile => "not-a-file",
            Self::DanglingLink => "dangling-link",
            Self::LinkLoop => "link-loop",
            Self::LeavesLibrary => "leaves-library",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

impl fmt::Display for NotAnArticle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(wording!("file-empty")),
            Self::NoText => f.write_str(wording!("problem-no-body")),
            Self::Binary => f.write_str(wording!("file-binary")),
            Self::AppleDouble => f.write_str(wording!("file-apple-double")),
            Self::NotAFile => f.write_str(wording!("file-special")),
            Self::DanglingLink => f.write_str(wording!("link-dangling")),
            Self::LinkLoop => f.write_str(wording!("link-loop")),
            Self::LeavesLibrary => f.write_str(wording!("link-leaves")),
            Self::Unreadable(why) => f.write_str(&wording!("file-unreadable", why = why)),
        }
    }
}
