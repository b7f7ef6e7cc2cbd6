//! A theme as written in its file: names not yet resolved, the parent theme not yet merged.

use std::{collections::BTreeMap, ops::Range};

use toml::de::{DeTable, DeValue};

use super::style::{Colour, Emphasis, StyleSpec};
use super::{Slots, slot_names};
use crate::base::wording;
use crate::config::mistake::{Mistake, did_you_mean};

/// Colours by their names.
pub(super) type Palette = BTreeMap<String, Colour>;

/// What a file says.
#[derive(Debug, Clone, Default)]
pub(super) struct Stated {
    pub inherits: Option<(String, Range<usize>)>,
    pub palette: Palette,
    pub styles: BTreeMap<String, Words>,
}

/// A style whose colours are still words.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    fg: Option<(String, Range<usize>)>,
    bg: Option<(String, Range<usize>)>,
    emphasis: Vec<Emphasis>,
}

impl Stated {
    /// Reads a file, and says everything that is wrong with it.
    pub(super) fn parse(text: &str) -> Result<Self, Vec<Mistake>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reading = Reading { text, mistakes: Vec::new() };
        for error in errors {
            reading.wrong(error.span().unwrap_or(0..0), error.message());
        }
        let mut stated = Self::default();
        for (key, value) in table.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("inherits", DeValue::String(name)) => {
                    stated.inherits = Some((name.to_string(), value.span()));
                }
                ("palette", DeValue::Table(table)) => reading.palette(table, &mut stated.palette),
                ("styles", DeValue::Table(table)) => reading.styles(table, &mut stated.styles),
                ("inherits" | "palette" | "styles", _) => {
                    reading.wrong(value.span(), wording!("theme-kinds"));
                }
                (other, _) => {
                    let near = did_you_mean(other, ["inherits", "palette", "styles"]);
                    reading
                        .wrong(key.span(), &wording!("theme-no-part", name = other, near = near));
                }
            }
        }
        if reading.mistakes.is_empty() { Ok(stated) } else { Err(reading.mistakes) }
    }

    /// What this says over what `parent` says.
    pub(super) fn over(self, mut parent: Self) -> Self {
        parent.palette.extend(self.palette);
        parent.styles.extend(self.styles);
        Self { inherits: None, ..parent }
    }

    /// Looks the colours up. `text` is the file, for the places of mistakes.
    pub(super) fn resolve(&self, text: &str) -> Result<Slots<StyleSpec>, Vec<Mistake>> {
        let mut slots = Slots::<StyleSpec>::default();
        let mut reading = Reading { text, mistakes: Vec::new() };
        for (name, words) in &self.styles {
            let style = StyleSpec {
                fg: reading.colour(words.fg.as_ref(), &self.palette),
                bg: reading.colour(words.bg.as_ref(), &self.palette),
                emphasis: words.emphasis.clone(),
            };
            if let Some(slot) = slots.named(name) {
                *slot = style;
            }
        }
        if reading.mistakes.is_empty() { Ok(slots) } else { Err(reading.mistakes) }
    }
}

struct Reading<'a> {
    text: &'a str,
    mistakes: Vec<Mistake>,
}

impl Reading<'_> {
    fn wrong(&mut self, at: Range<usize>, message: &str) {
        self.mistakes.push(Mistake::at(self.text, at.start, message));
    }

    fn palette(&mut self, table: &DeTable<'_>, palette: &mut Palette) {
        for (key, value) in table {
            let word = word(value.get_ref());
            match word.as_deref().map(str::parse) {
                Some(Ok(colour)) => {
                    palette.insert(key.get_ref().to_string(), colour);
                }
                _ => self.wrong(value.span(), wording!("theme-colour-how")),
            }
        }
    }

    fn styles(&mut self, table: &DeTable<'_>, styles: &mut BTreeMap<String, Words>) {
        let known: Vec<String> = slot_names().collect();
        for (key, value) in table {
            let name = key.get_ref().to_string();
            if !known.contains(&name) {
                let near = did_you_mean(&name, known.iter().map(String::as_str));
                self.wrong(key.span(), &wording!("theme-no-slot", name = name, near = near));
                continue;
            }
            let mut words = Words::default();
            match value.get_ref() {
                DeValue::Table(table) => self.style(table, &mut words),
                other => match word(other) {
                    Some(word) => words.fg = Some((word, value.span())),
                    None => {
                        self.wrong(value.span(), wording!("theme-style-how"));
                    }
                },
            }
            styles.insert(name, words);
        }
    }

    fn style(&mut self, table: &DeTable<'_>, words: &mut Words) {
        for (key, value) in table {
            let name: &str = key.get_ref().as_ref();
            let emphasis = Emphasis::ALL.iter().find(|(known, _)| *known == name);
            match (name, value.get_ref(), emphasis) {
                ("fg", value_of, _) if word(value_of).is_some() => {
                    words.fg = word(value_of).map(|word| (word, value.span()));
                }
                ("bg", value_of, _) if word(value_of).is_some() => {
                    words.bg = word(value_of).map(|word| (word, value.span()));
                }
                (_, DeValue::Boolean(is_on), Some((_, emphasis))) => {
                    words.emphasis.extend(is_on.then_some(*emphasis));
                }
                ("fg" | "bg", ..) => self.wrong(value.span(), wording!("theme-colour-kind")),
                (_, _, Some(_)) => self.wrong(value.span(), wording!("theme-truth")),
                (_, _, None) => {
                    let names = Emphasis::ALL.iter().map(|(name, _)| *name);
                    let near = did_you_mean(name, names.chain(["fg", "bg"]));
                    self.wrong(key.span(), &wording!("theme-no-style", name = name, near = near));
                }
            }
        }
    }

    fn colour(
        &mut self,
        word: Option<&(String, Range<usize>)>,
        palette: &Palette,
    ) -> Option<Colour> {
        let (word, at) = word?;
        let colour = palette.get(word).copied().or_else(|| word.parse().ok());
        if colour.is_none() {
            let near = did_you_mean(word, palette.keys().map(String::as_str));
            self.wrong(at.clone(), &wording!("theme-no-colour", name = word, near = near));
        }
        colour
    }
}

/// A colour as a word: a text, or the number of a palette.
fn word(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}
