//! Descriptions of the settings: a JSON Schema for editors, and the list of all.

use std::sync::OnceLock;

use serde_json::Value;

use super::Config;
use crate::base::language::translated;

/// The settings file that explains every setting and states its default.
pub const EXPLAINED: &str = include_str!("../../assets/config.toml");

/// A setting, as files name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub section: String,
    pub key: String,
}

/// The JSON Schema of the settings file: every setting is optional, and says its default.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Config).to_value();
    let defaults = serde_json::to_value(Config::default()).unwrap_or_default();
    let sections: Vec<(String, String)> = properties(&schema, &schema)
        .into_iter()
        .filter_map(|(name, part)| {
            Some((name, part.get("$ref")?.as_str()?.rsplit('/').next()?.to_owned()))
        })
        .collect();
    make_optional(&mut schema);
    for (section, definition) in sections {
        let Some(part) = schema.get_mut("$defs").and_then(|it| it.get_mut(&definition)) else {
            continue;
        };
        make_optional(part);
        let settings = part.get_mut("properties").and_then(Value::as_object_mut);
        for (name, setting) in settings.into_iter().flatten() {
            if let (Some(setting), Some(default)) =
                (setting.as_object_mut(), defaults.pointer(&format!("/{section}/{name}")))
                && !default.is_null()
            {
                setting.insert("default".to_owned(), default.clone());
            }
        }
    }
    schema
}

fn make_optional(part: &mut Value) {
    if let Some(part) = part.as_object_mut() {
        part.remove("required");
    }
}

/// Every setting, in the order of the alphabet.
pub fn settings() -> &'static [Setting] {
    static LISTED: OnceLock<Vec<Setting>> = OnceLock::new();
    LISTED.get_or_init(listed)
}

fn listed() -> Vec<Setting> {
    let schema = schema();
    let mut settings = Vec::new();
    for (section, stated) in properties(&schema, &schema) {
        let keys = properties(&schema, stated).into_iter();
        settings.extend(keys.map(|(key, _)| Setting { section: section.clone(), key }));
    }
    settings
}

/// A possible value of a setting, and its description if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    pub value: String,
    pub doc: String,
}

/// What the setting called `section.key` can be; nothing where it can be anything. Languages
/// explain it by the text `choice-SECTION-KEY-VALUE`; the English is what the schema says.
pub fn choices(name: &str) -> Vec<Choosable> {
    let Some((section, key)) = name.split_once('.') else { return Vec::new() };
    let schema = schema();
    let of = |part: &[(String, &Value)], name: &str| {
        part.iter().find(|(known, _)| known == name).map(|(_, part)| (*part).clone())
    };
    let setting = of(&properties(&schema, &schema), section)
        .and_then(|section| of(&properties(&schema, &section), key));
    let mut choices = setting.map_or_else(Vec::new, |setting| values(&schema, &setting));
    for choice in &mut choices {
        if let Some(own) = translated(&format!("choice-{section}-{key}-{}", choice.value)) {
            own.clone_into(&mut choice.doc);
        }
    }
    choices
}

/// What a part of the schema allows, as far as it lists that.
fn values(schema: &Value, part: &Value) -> Vec<Choosable> {
    let part = referred(schema, part);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    if part.get("type").and_then(Value::as_str) == Some("boolean") {
        let plain = |value: &str| Choosable { value: value.to_owned(), doc: String::new() };
        return ["true", "false"].map(plain).into();
    }
    let doc = part.get("description").and_then(Value::as_str).unwrap_or_default();
    let one = part.get("const").and_then(text).map(|value| (value, doc.to_owned()));
    let several = part.get("enum").and_then(Value::as_array).into_iter().flatten();
    let several = several.filter_map(text).map(|value| (value, String::new()));
    let stated = one.into_iter().chain(several).map(|(value, doc)| Choosable { value, doc });
    let nested = ["oneOf", "anyOf"].into_iter().filter_map(|name| part.get(name)?.as_array());
    stated.chain(nested.flatten().flat_map(|part| values(schema, part))).collect()
}

/// The properties of a part of the schema, which may be a reference to another part.
fn properties<'a>(schema: &'a Value, part: &'a Value) -> Vec<(String, &'a Value)> {
    let stated = referred(schema, part).get("properties").and_then(Value::as_object);
    stated.into_iter().flatten().map(|(name, part)| (name.clone(), part)).collect()
}

/// The part itself, or the one that it refers to.
fn referred<'a>(schema: &'a Value, part: &'a Value) -> &'a Value {
    let name = part.get("$ref").and_then(Value::as_str).and_then(|it| it.rsplit('/').next());
    name.and_then(|name| schema.get("$defs")?.get(name)).unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::{LANGUAGES, Speech, names, speaking};

    fn values(name: &str) -> Vec<String> {
        choices(name).into_iter().map(|choice| choice.value).collect()
    }

    #[test]
    fn settings_that_are_one_of_several_say_which() {
        assert_eq!(values("reader.align"), ["centre", "left"]);
        assert_eq!(values("list.day-headings"), ["true", "false"]);
        let mut kinds = values("layout.kind");
        kinds.sort();
        assert_eq!(kinds, ["auto", "list-left", "list-only", "list-top", "reader-only"]);
        assert!(
            choices("reader.mark-read").iter().any(|it| it.doc == "Only when you press the key.")
        );
        for open in ["reader.width-cells", "theme.name", "list.columns", "reader", "a.b", ""] {
            assert_eq!(values(open), Vec::<String>::new(), "{open}");
        }
    }
    #[test]
    fn what_is_said_of_a_choice_is_said_in_every_language() {
        for language in &LANGUAGES[1..] {
            let mut ids = Vec::new();
            for Setting { section, key } in settings() {
                let name = format!("{section}.{key}");
                let own = speaking(Speech::of(language), || choices(&name));
                for (choice, own) in choices(&name).iter().zip(own) {
                    let id = format!("choice-{section}-{key}-{}", choice.value);
                    if !choice.doc.is_empty() {
                        assert_ne!(own.doc, choice.doc, "{id} in assets/lang/{}", language.tag);
                        ids.push(id);
                    }
                }
            }
            for id in names(language).filter(|id| id.starts_with("choice-")) {
                assert!(ids.iter().any(|known| known == id), "no setting has the text {id}");
            }
        }
    }
}
