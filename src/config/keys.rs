//! Keys as a settings file or a preset writes them, with their lines: `[keys]` and its tables.
//!
//! Their meaning is not known here: panes and commands belong to the session, which checks them and
//! reports mistakes. So nothing here fails, however odd the file is.

use std::{borrow::Cow, fmt};

use include_dir::{Dir, include_dir};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};
use toml::{Spanned, Value};

/// The keys that come with the program, a file each, written as the user's own.
static PRESETS: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/keys");

/// The section `[keys]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysConfig {
    pub preset: Placed,
    /// In the order of the file.
    pub bindings: Vec<WrittenBinding>,
}

/// `"gg" = "first"` in the table of a pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenBinding {
    /// The table it stands in.
    pub pane: String,
    pub keys: Placed,
    pub meaning: Meaning,
}

/// What stands right of the equals sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// One command, or several that run in turn.
    Commands(Vec<String>),
    /// `""`, `false` or `[]`: the keys do nothing.
    Unbound,
    /// Neither, or not in the table of a pane.
    Wrong,
}

/// Words of a file and where they stand. Equal words are equal wherever they stand.
#[derive(Debug, Clone, Default, Eq)]
pub struct Placed {
    pub text: String,
    /// Counted from 1; 0 where the text stands in no file.
    pub line: usize,
    /// In bytes.
    offset: usize,
}

impl PartialEq for Placed {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl From<&str> for Placed {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

impl Placed {
    fn of(written: Spanned<String>) -> Self {
        let offset = written.span().start;
        Self { text: written.into_inner(), line: 0, offset }
    }
}

impl KeysConfig {
    /// The keys of the preset called `name`, if there is one.
    pub fn preset(name: &str) -> Option<Self> {
        let text = PRESETS.get_file(format!("{name}.toml"))?.contents_utf8()?;
        Some(Self::stated(text))
    }

    /// The names of all presets, in alphabetical order.
    pub fn presets() -> Vec<&'static str> {
        let mut names: Vec<&str> =
            PRESETS.files().filter_map(|file| file.path().file_stem()?.to_str()).collect();
        names.sort_unstable();
        names
    }

    /// The keys that a settings file states; `text` is the whole of it.
    pub(super) fn stated(text: &str) -> Self {
        #[derive(Deserialize)]
        struct File {
            #[serde(default)]
            keys: KeysConfig,
        }
        let mut keys = toml::from_str::<File>(text).map(|file| file.keys).unwrap_or_default();
        keys.count_lines(text);
        keys
    }

    /// Gives everything its line in `text`, the whole file.
    fn count_lines(&mut self, text: &str) {
        let places = self.bindings.iter_mut().map(|binding| &mut binding.keys);
        for place in places.chain([&mut self.preset]).filter(|place| place.offset != 0) {
            let before = text.get(..place.offset).unwrap_or(text);
            place.line = before.matches('\n').count() + 1;
        }
        self.bindings.sort_by_key(|binding| binding.keys.offset);
    }
}

impl<'de> Deserialize<'de> for KeysConfig {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeysVisitor)
    }
}

/// Keys are bound in the file, or not at all; only the preset can be said elsewhere.
impl Serialize for KeysConfig {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("preset", &self.preset.text)?;
        map.end()
    }
}

impl JsonSchema for KeysConfig {
    fn schema_name() -> Cow<'static, str> {
        "KeysConfig".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "properties": { "preset": { "type": "string", "default": Self::default().preset.text } },
            "additionalProperties": {
                "type": "object",
                "additionalProperties": {
                    "anyOf": [
                        { "type": "string" },
                        { "type": "array", "items": { "type": "string" } },
                        { "const": false },
                    ],
                },
            },
        })
    }
}

struct KeysVisitor;

impl<'de> Visitor<'de> for KeysVisitor {
    type Value = KeysConfig;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a preset and a table for each pane")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<KeysConfig, A::Error> {
        let (mut preset, mut bindings) = (None, Vec::new());
        while let Some(name) = map.next_key::<Spanned<String>>()? {
            if name.get_ref() == "preset" {
                preset = Some(Placed::of(map.next_value()?));
                continue;
            }
            match map.next_value()? {
                Table::Bindings(written) => {
                    let pane = name.into_inner();
                    bindings.extend(written.into_iter().map(|(keys, value)| {
                        let (keys, meaning) = (Placed::of(keys), meaning(value));
                        WrittenBinding { pane: pane.clone(), keys, meaning }
                    }));
                }
                Table::Else => bindings.push(WrittenBinding {
                    pane: String::new(),
                    keys: Placed::of(name),
                    meaning: Meaning::Wrong,
                }),
            }
        }
        // The file with the defaults states one.
        let preset = preset.unwrap_or_else(|| KeysConfig::default().preset);
        Ok(KeysConfig { preset, bindings })
    }
}

fn meaning(value: Value) -> Meaning {
    match value {
        Value::Boolean(false) => Meaning::Unbound,
        Value::String(command) if command.trim().is_empty() => Meaning::Unbound,
        Value::String(command) => Meaning::Commands(vec![command]),
        Value::Array(values) if values.is_empty() => Meaning::Unbound,
        Value::Array(values) => {
            let commands: Option<Vec<String>> =
                values.iter().map(|value| value.as_str().map(str::to_owned)).collect();
            commands.map_or(Meaning::Wrong, Meaning::Commands)
        }
        _ => Meaning::Wrong,
    }
}

/// What stands in `[keys]` under some name.
enum Table {
    Bindings(Vec<(Spanned<String>, Value)>),
    Else,
}

impl<'de> Deserialize<'de> for Table {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TableVisitor)
    }
}

struct TableVisitor;

impl<'de> Visitor<'de> for TableVisitor {
    type Value = Table;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("keys and what they do")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table, A::Error> {
        let mut bindings = Vec::new();
        while let Some(binding) = map.next_entry()? {
            bindings.push(binding);
        }
        Ok(Table::Bindings(bindings))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut values: A) -> Result<Table, A::Error> {
        while values.next_element::<Value>()?.is_some() {}
        Ok(Table::Else)
    }

    fn visit_str<E>(self, _: &str) -> Result<Table, E> {
        Ok(Table::Else)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Table, E> {
        Ok(Table::Else)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Table, E> {
        Ok(Table::Else)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Table, E> {
        Ok(Table::Else)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_is_there_and_can_be_read() {
        assert_eq!(KeysConfig::presets(), ["less", "mutt", "newsboat", "vim"]);
        for name in KeysConfig::presets() {
            let keys = KeysConfig::preset(name).unwrap();
            assert_eq!(
                keys.bindings.is_empty(),
                name == KeysConfig::default().preset.text,
                "{name}"
            );
        }
    }

    #[test]
    fn odd_values_are_kept_as_wrong_and_stop_nothing() {
        let text =
            "stray = 1\n[list]\n\"x\" = 3\n\"gg\" = \"first\"\ny = [\"a\", \"b 1\"]\nz = false\n";
        let mut keys: KeysConfig = toml::from_str(text).unwrap();
        keys.count_lines(text);
        let seen: Vec<(usize, &str, &Meaning)> =
            keys.bindings.iter().map(|it| (it.keys.line, &*it.keys.text, &it.meaning)).collect();
        let commands = |names: &[&str]| {
            Meaning::Commands(names.iter().map(|name| (*name).to_owned()).collect())
        };
        let expected = [
            (0, "stray", &Meaning::Wrong),
            (3, "x", &Meaning::Wrong),
            (4, "gg", &commands(&["first"])),
            (5, "y", &commands(&["a", "b 1"])),
            (6, "z", &Meaning::Unbound),
        ];
        assert_eq!(seen, expected);
    }
}
