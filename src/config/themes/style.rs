//! Colours and styles as written in theme files.

use std::str::FromStr;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// The terminal's own.
    Default,
    /// One of the terminal's palette: 0 to 15 as its user chose them, the others fixed.
    Indexed(u8),
    Rgb(u8, u8, u8),
}

/// The names of the first sixteen, in order.
pub(super) const ANSI_NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl FromStr for Colour {
    type Err = ();

    /// `default`, an ANSI name, `0` to `255`, `#rgb` or `#rrggbb`.
    fn from_str(text: &str) -> Result<Self, ()> {
        if text == "default" {
            return Ok(Self::Default);
        }
        if let Some(hex) = text.strip_prefix('#') {
            return hex_colour(hex).ok_or(());
        }
        if let Some(index) = (0..).zip(ANSI_NAMES).find(|(_, name)| *name == text) {
            return Ok(Self::Indexed(index.0));
        }
        text.parse().map(Self::Indexed).map_err(|_| ())
    }
}

/// `rgb` or `rrggbb`.
pub(super) fn hex_colour(hex: &str) -> Option<Colour> {
    if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let digits = |range| u8::from_str_radix(hex.get(range)?, 16).ok();
    match hex.len() {
        3 => Some(Colour::Rgb(digits(0..1)? * 17, digits(1..2)? * 17, digits(2..3)? * 17)),
        6 => Some(Colour::Rgb(digits(0..2)?, digits(2..4)?, digits(4..6)?)),
        _ => None,
    }
}

/// The attributes of letters besides their colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    Bold,
    Dim,
    Italic,
    Underlined,
    Reversed,
    CrossedOut,
}

impl Emphasis {
    pub const ALL: [(&str, Self); 6] = [
        ("bold", Self::Bold),
        ("dim", Self::Dim),
        ("italic", Self::Italic),
        ("underlined", Self::Underlined),
        ("reversed", Self::Reversed),
        ("crossed-out", Self::CrossedOut),
    ];
}

/// A style as a file states it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StyleSpec {
    pub fg: Option<Colour>,
    pub bg: Option<Colour>,
    pub emphasis: Vec<Emphasis>,
}
