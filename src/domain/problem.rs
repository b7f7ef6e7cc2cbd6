//! What is wrong with a file: said, counted, listed; never fatal.

use std::fmt;

use crate::base::{Clean, wording};

/// Something about an article that the reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    /// What exactly, in words for people: the wrong date, the number of bytes.
    pub detail: Clean,
}

/// The kinds of problem; the number is what the catalogue stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum ProblemKind {
    /// No date is stated anywhere.
    Undated = 1,
    /// What stands in the date's place cannot be a date.
    ImpossibleDate = 2,
    /// There is no title line; the title was taken from the text.
    NoTitle = 3,
    /// Bytes that the file's encoding does not know were replaced.
    DamagedText = 4,
    /// Control and other dangerous characters were replaced.
    ControlCharacters = 5,
    /// The file is over the size limit; only its head is shown.
    TooLarge = 6,
    /// There is a header but no text below it.
    NoBody = 7,
}

impl ProblemKind {
    pub const ALL: [Self; 7] = [
        Self::Undated,
        Self::ImpossibleDate,
        Self::NoTitle,
        Self::DamagedText,
        Self::ControlCharacters,
        Self::TooLarge,
        Self::NoBody,
    ];

    /// The name in JSON and in the list of problems.
    pub fn name(self) -> &'static str {
        match self {
            Self::Undated => "undated",
            Self::ImpossibleDate => "impossible-date",
            Self::NoTitle => "no-title",
            Self::DamagedText => "damaged-text",
            Self::ControlCharacters => "control-characters",
            Self::TooLarge => "too-large",
            Self::NoBody => "no-body",
        }
    }

    /// The name for people.
    pub fn spoken_name(self) -> &'static str {
        match self {
            Self::Undated => wording!("kind-undated"),
            Self::ImpossibleDate => wording!("kind-impossible-date"),
            Self::NoTitle => wording!("kind-no-title"),
            Self::DamagedText => wording!("kind-damaged-text"),
            Self::ControlCharacters => wording!("kind-control-characters"),
            Self::TooLarge => wording!("kind-too-large"),
            Self::NoBody => wording!("kind-no-body"),
        }
    }

    /// Reads back the number that the catalogue stores.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == number)
    }
}

impl Problem {
    pub fn new(kind: ProblemKind, detail: impl AsRef<str>) -> Self {
        Self { kind, detail: Clean::new(detail.as_ref()) }
    }

    /// What exactly, in the language chosen. The detail itself is what programs read.
    pub fn said(&self) -> String {
        let mut numbers = self.detail.split(|c: char| !c.is_ascii_digit()).map(str::parse);
        let mut number = || numbers.find_map(Result::<u64, _>::ok);
        let said = match self.kind {
            ProblemKind::Undated => Some(wording!("problem-undated").to_owned()),
            ProblemKind::NoTitle => Some(wording!("problem-no-title").to_owned()),
            ProblemKind::NoBody => Some(wording!("problem-no-body").to_owned()),
            ProblemKind::ImpossibleDate => None,
            ProblemKind::DamagedText => number().map(|n| wording!("problem-damaged-text", n = n)),
            ProblemKind::ControlCharacters => {
                number().map(|n| wording!("problem-control-characters", n = n))
            }
            ProblemKind::TooLarge => number()
                .zip(number())
                .map(|(n, shown)| wording!("problem-too-large", n = n, shown = shown)),
        };
        said.unwrap_or_else(|| self.detail.to_string())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.spoken_name(), self.said())
    }
}

/// Why a file in the library is no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAnArticle {
    Empty,
    /// Has a header that states nothing an article needs, and nothing below it.
    NoText,
    /// Holds bytes that no text has, such as NUL.
    Binary,
    /// The companion file that macOS writes beside the real one.
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
