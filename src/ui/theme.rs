//! Theme slots: what a thing is, not which colour it has.

use ratatui::style::{Color, Modifier, Style};

/// The style of everything that is drawn. Without colours, modifiers alone tell things apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    pub text: Style,
    /// Dates, counts, what stands back.
    pub dim: Style,
    pub unread: Style,
    pub star: Style,
    pub source: Style,
    pub heading: Style,
    pub selected: Style,
    /// An article that is picked, to do something with all of them.
    pub picked: Style,
    /// A matched word.
    pub hit: Style,
    /// The match the cursor is on.
    pub current_hit: Style,
    /// An address in the text.
    pub link: Style,
    /// The letters to type for a link.
    pub link_hint: Style,
    /// The paragraphs that are picked out.
    pub paragraph_cursor: Style,
    pub status: Style,
    pub warning: Style,
    pub error: Style,
}

impl Theme {
    /// Sixteen colours of the terminal's own palette, so that it fits any background.
    pub fn terminal() -> Self {
        let plain = Style::new();
        Self {
            text: plain,
            dim: plain.fg(Color::DarkGray),
            unread: plain.add_modifier(Modifier::BOLD),
            star: plain.fg(Color::Yellow),
            source: plain.fg(Color::Cyan),
            heading: plain.fg(Color::Blue).add_modifier(Modifier::BOLD),
            selected: plain.add_modifier(Modifier::REVERSED),
            picked: plain.fg(Color::Green),
            hit: plain.fg(Color::Black).bg(Color::Yellow),
            current_hit: plain.fg(Color::Black).bg(Color::LightMagenta),
            link: plain.fg(Color::Cyan).add_modifier(Modifier::UNDERLINED),
            link_hint: plain.fg(Color::Black).bg(Color::LightGreen).add_modifier(Modifier::BOLD),
            paragraph_cursor: plain.fg(Color::Magenta),
            status: plain.add_modifier(Modifier::REVERSED),
            warning: plain.fg(Color::Yellow).add_modifier(Modifier::BOLD),
            error: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
        }
    }

    /// No colours at all, for `NO_COLOR`.
    pub fn monochrome() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            unread: bold,
            star: bold,
            source: plain,
            heading: bold.add_modifier(Modifier::UNDERLINED),
            selected: plain.add_modifier(Modifier::REVERSED),
            picked: plain.add_modifier(Modifier::ITALIC),
            hit: plain.add_modifier(Modifier::UNDERLINED),
            current_hit: plain.add_modifier(Modifier::REVERSED),
            link: plain.add_modifier(Modifier::UNDERLINED),
            link_hint: bold.add_modifier(Modifier::REVERSED),
            paragraph_cursor: bold,
            status: plain.add_modifier(Modifier::REVERSED),
            warning: bold,
            error: bold,
        }
    }
}
