//! What is known of every setting: its JSON Schema for editors, and the list of all.

use std::sync::OnceLock;

use serde_json::Value;

use super::Config;

/// The settings file that explains every setting and states its default.
pub const EXPLAINED: &str = include_str!("../../assets/config.toml");

/// A setting, as files name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub section: String,
    pub key: String,
}

/// The JSON Schema of the settings file.
pub fn schema() -> Value {
    schemars::schema_for!(Config).to_value()
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

/// The properties of a part of the schema, which may be a reference to another part.
fn properties<'a>(schema: &'a Value, part: &'a Value) -> Vec<(String, &'a Value)> {
    let name = part.get("$ref").and_then(Value::as_str).and_then(|it| it.rsplit('/').next());
    let part = name.and_then(|name| schema.get("$defs")?.get(name)).unwrap_or(part);
    let stated = part.get("properties").and_then(Value::as_object);
    stated.into_iter().flatten().map(|(name, part)| (name.clone(), part)).collect()
}
