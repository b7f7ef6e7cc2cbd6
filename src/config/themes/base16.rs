//! Scheme files of base16 (<https://github.com/tinted-theming/home>): sixteen colours by name.
//!
//! They are flat: `base00: "181818"`, alone or indented below `palette:`. Only such lines are
//! read; anything else that is indented otherwise, nested or a list is a mistake, not a guess.

use super::file::{Palette, Stated};
use super::style::hex_colour;
use crate::base::wording;
use crate::config::mistake::Mistake;

/// What each of the sixteen is used for.
const STYLES: &str = include_str!("../../../assets/base16.toml");

const N_COLOURS: usize = 16;

/// Reads a scheme.
pub(super) fn parse(text: &str) -> Result<Stated, Vec<Mistake>> {
    let mut palette = Palette::new();
    let mut mistakes = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut wrong = |message: &str| mistakes.push(Mistake::at(text, start, message));
        match entry(line.trim_end()) {
            Ok(Some((name, value))) if is_base(name) => {
                match hex_colour(value.strip_prefix('#').unwrap_or(value)) {
                    Some(colour) => {
                        palette.insert(name.to_owned(), colour);
                    }
                    None => wrong(&wording!("base16-colour", value = value)),
                }
            }
            Ok(_) => (),
            Err(message) => wrong(message),
        }
        start += line.len();
    }
    let missing = (0..N_COLOURS).map(|it| format!("base{it:02X}"));
    let missing: Vec<String> = missing.filter(|name| !palette.contains_key(name)).collect();
    if !missing.is_empty() && mistakes.is_empty() {
        let message = wording!("base16-missing", names = missing.join(" "));
        mistakes.push(Mistake::at(text, 0, message));
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let styles = Stated::parse(STYLES)?.styles;
    Ok(Stated { inherits: None, palette, styles })
}

/// Whether `name` is one of `base00` to `base0F`; base24 has more, which are not needed.
fn is_base(name: &str) -> bool {
    name.strip_prefix("base").is_some_and(|rest| {
        rest.len() == 2 && rest.bytes().all(|it| it.is_ascii_digit() || (b'A'..=b'F').contains(&it))
    })
}

/// The name and value of a line; `None` if it says nothing.
fn entry(line: &str) -> Result<Option<(&str, &str)>, &'static str> {
    let line = line.trim_start();
    if line.is_empty() || line.starts_with('#') || line == "---" || line == "..." {
        return Ok(None);
    }
    let (name, rest) = line.split_once(':').ok_or(wording!("base16-line"))?;
    Ok(Some((name.trim(), value(rest.trim())?)))
}

/// A value without its quotes and without the comment after it.
fn value(text: &str) -> Result<&str, &'static str> {
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            let (value, after) = rest.split_once(quote).ok_or(wording!("base16-quote"))?;
            let after = after.trim_start();
            let is_end = after.is_empty() || after.starts_with('#');
            return if is_end { Ok(value) } else { Err(wording!("base16-after")) };
        }
    }
    Ok(text.split(" #").next().unwrap_or_default().trim_end())
}
