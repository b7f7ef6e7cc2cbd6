//! Our own key type, so that nothing above the terminal knows of crossterm.

use std::fmt;

use crate::base::wording;

/// A key as keymaps write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    /// Only with keys that are not characters: a shifted letter is another character.
    pub shift: bool,
}

/// Which key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// The names in angle brackets.
const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("bs", Code::Backspace),
    ("del", Code::Delete),
    ("ins", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("space", Code::Char(' ')),
    ("lt", Code::Char('<')),
];

impl Key {
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    pub const fn char(character: char) -> Self {
        Self::plain(Code::Char(character))
    }

    /// The character this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }

    /// Parses the notation of keymaps: characters, and names in angle brackets with `c-`, `a-`
    /// and `s-` for the modifiers: `gg`, `<c-d>`, `<s-tab>`, `]u`. Blanks are skipped.
    ///
    /// # Errors
    /// The name in angle brackets that means nothing.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            if next == '<'
                && let Some(end) = rest.find('>')
            {
                let name = &rest[1..end];
                let known = Self::named(name).or_else(|| Self::named(&name.to_lowercase()));
                keys.push(known.ok_or_else(|| format!("<{name}>"))?);
                rest = &rest[end + 1..];
                continue;
            }
            if !next.is_whitespace() {
                keys.push(Self::char(next));
            }
            rest = &rest[next.len_utf8()..];
        }
        Ok(keys)
    }

    fn named(name: &str) -> Option<Self> {
        let mut key = Self::char(' ');
        let mut rest = name;
        loop {
            rest = match rest.get(..2) {
                Some("c-") if 2 < rest.len() => {
                    key.ctrl = true;
                    &rest[2..]
                }
                Some("a-") if 2 < rest.len() => {
                    key.alt = true;
                    &rest[2..]
                }
                Some("s-") if 2 < rest.len() => {
                    key.shift = true;
                    &rest[2..]
                }
                _ => break,
            };
        }
        // As vim writes it.
        rest = if rest == "cr" { "enter" } else { rest };
        key.code = if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == rest) {
            *code
        } else if let Some(number) = rest.strip_prefix('f').and_then(|digits| digits.parse().ok()) {
            Code::F(number)
        } else {
            let mut characters = rest.chars();
            let only = characters.next().filter(|_| characters.next().is_none())?;
            Code::Char(only)
        };
        // A terminal does not tell Ctrl with a capital from Ctrl with a small letter.
        if let (true, Code::Char(character)) = (key.ctrl, key.code) {
            key.code = Code::Char(character.to_ascii_lowercase());
        }
        Some(key)
    }

    /// A sequence in the notation of keymaps as people say it: `Enter`, `^O`, `g<`.
    pub fn spoken_all(notation: &str) -> String {
        let keys = Self::parse_all(notation).unwrap_or_default();
        keys.into_iter().map(Self::spoken).collect::<Vec<_>>().concat()
    }

    /// Several sequences in the notation of keymaps, as people say them.
    pub fn spoken_each<S: AsRef<str>>(sequences: &[S]) -> String {
        let spoken = sequences.iter().map(|it| Self::spoken_all(it.as_ref()));
        spoken.collect::<Vec<_>>().join(" ")
    }

    /// The key as people say it.
    pub fn spoken(self) -> String {
        let name = match self.code {
            Code::Char(' ') => wording!("key-space").to_owned(),
            Code::Char(character) if self.ctrl && !self.alt => {
                return format!("^{}", character.to_uppercase());
            }
            Code::Char(character) => character.to_string(),
            Code::Up => "↑".to_owned(),
            Code::Down => "↓".to_owned(),
            Code::Left => "←".to_owned(),
            Code::Right => "→".to_owned(),
            Code::PageUp => "PgUp".to_owned(),
            Code::PageDown => "PgDn".to_owned(),
            Code::F(number) => format!("F{number}"),
            Code::Delete => "Del".to_owned(),
            Code::Insert => "Ins".to_owned(),
            other => format!("{other:?}"),
        };
        let held = [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")];
        let held = held.iter().filter(|(is_held, _)| *is_held).map(|(_, name)| *name);
        held.collect::<Vec<_>>().concat() + &name
    }

    /// The names that angle brackets can hold, for people who mistyped one.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, code)| *code == self.code).map(|(name, _)| *name);
        match (self.code, name) {
            (Code::Char(character), None) if !self.ctrl && !self.alt => {
                return write!(f, "{character}");
            }
            _ => f.write_str("<")?,
        }
        for (is_down, prefix) in [(self.ctrl, "c-"), (self.alt, "a-"), (self.shift, "s-")] {
            if is_down {
                f.write_str(prefix)?;
            }
        }
        match (self.code, name) {
            (_, Some(name)) => write!(f, "{name}>"),
            (Code::F(number), None) => write!(f, "f{number}>"),
            (Code::Char(character), None) => write!(f, "{character}>"),
            (other, None) => write!(f, "{other:?}>"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_reads_back_what_it_prints() {
        for text in ["gg", "<c-d>", "<s-tab>", "<space>", "<lt>", "<f12>", "]u", "<a-b>", "<enter>"]
        {
            let keys = Key::parse_all(text).unwrap();
            assert_eq!(keys.iter().map(Key::to_string).collect::<String>(), text);
        }
        for (notation, spoken) in
            [("g<lt>", "g<"), ("<enter>", "Enter"), ("<c-o>", "^O"), ("<s-tab>", "Shift+Tab")]
        {
            assert_eq!(Key::spoken_all(notation), spoken);
        }
        assert_eq!(Key::spoken_all("<c-a-x><space>"), "Ctrl+Alt+xSpace");
        assert_eq!(Key::parse_all("<nonsense>"), Err("<nonsense>".to_owned()));
        assert_eq!(Key::parse_all("j <enter>").unwrap().len(), 2);
    }
}
