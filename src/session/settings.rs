//! Settings by name, while the program runs: `reader.width-cells 72`.
//!
//! Names and values are those of the settings file, taken from the settings themselves, so a
//! setting has nothing to do to be found here.

use toml::{Table, Value};

use crate::base::{beginning, nearest, wording};
use crate::config::Config;

/// The settings that have a value, by name, each with that value as the file would have it.
pub fn settings(config: &Config) -> Vec<(String, String)> {
    let mut settings = Vec::new();
    if let Ok(table) = Table::try_from(config) {
        flatten(&table, "", &mut settings);
    }
    settings
}

fn flatten(table: &Table, before: &str, settings: &mut Vec<(String, String)>) {
    for (name, value) in table {
        let name = format!("{before}{name}");
        match value {
            Value::Table(table) => flatten(table, &format!("{name}."), settings),
            value => settings.push((name, value.to_string())),
        }
    }
}

/// The value of the setting called `name`.
///
/// # Errors
/// If there is none, in words.
pub fn value_of(config: &Config, name: &str) -> Result<String, String> {
    let all = settings(config);
    match all.iter().find(|(known, _)| known == name) {
        Some((_, value)) => Ok(value.clone()),
        None => Err(unknown(name, &all)),
    }
}

/// `config` with one setting changed. Words need no quotes.
///
/// # Errors
/// If there is no such setting, or it cannot be this, in words.
pub fn changed(config: &Config, name: &str, value: &str) -> Result<Config, String> {
    let mut root = Table::try_from(config).map_err(|error| error.to_string())?;
    let mut table = &mut root;
    let (path, last) = name.rsplit_once('.').unwrap_or(("", name));
    for part in path.split('.').filter(|part| !part.is_empty()) {
        table = match table.get_mut(part) {
            Some(Value::Table(inner)) => inner,
            _ => return Err(unknown(name, &settings(config))),
        };
    }
    let is_table = matches!(table.get(last), Some(Value::Table(_)));
    if path.is_empty() || is_table {
        return Err(unknown(name, &settings(config)));
    }
    let is_new = table.insert(last.to_owned(), parsed(value)).is_none();
    // Through text: places in a file are part of some settings.
    let text = toml::to_string(&root).map_err(|error| error.to_string())?;
    let mut changed = Config::parse(&text).map_err(|error| {
        // A setting without a value is not listed, so only now is it known that there is none.
        if is_new && error.message().starts_with("unknown field") {
            unknown(name, &settings(config))
        } else {
            wording!("setting-cannot-be", name = name, value = value, why = error.message())
        }
    })?;
    // Written bindings are no values that could be written down again.
    changed.keys.bindings.clone_from(&config.keys.bindings);
    Ok(changed)
}

fn parsed(value: &str) -> Value {
    let table = format!("value = {value}").parse::<Table>();
    let value_of = |mut table: Table| table.remove("value").filter(|_| table.is_empty());
    table.ok().and_then(value_of).unwrap_or_else(|| Value::String(value.to_owned()))
}

fn unknown(name: &str, all: &[(String, String)]) -> String {
    let begun = beginning(&format!("{name}."), all.iter().map(|(known, _)| known.as_str()));
    if !begun.is_empty() {
        return wording!("setting-near", name = name, near = begun.join("`, `"));
    }
    match nearest(name, all.iter().map(|(known, _)| known.as_str())) {
        Some(near) => wording!("setting-near", name = name, near = near),
        None => wording!("setting-unknown", name = name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::MarkRead;

    #[test]
    fn a_setting_is_read_and_changed_as_the_file_has_it() {
        let config = Config::default();
        assert_eq!(value_of(&config, "reader.width-cells").unwrap(), "80");
        let config = changed(&config, "reader.mark-read", "end").unwrap();
        assert_eq!(config.reader.mark_read, MarkRead::End);
        let config = changed(&config, "library.encoding", "gb18030").unwrap();
        assert_eq!(config.library.encoding.map(String::from).as_deref(), Some("gb18030"));
        assert_eq!(config.reader.mark_read, MarkRead::End);
    }

    #[test]
    fn what_cannot_be_is_said_in_words() {
        let config = Config::default();
        let wrong = |name, value| changed(&config, name, value).unwrap_err();
        assert_eq!(
            wrong("reader.width-cell", "72"),
            "unknown setting: reader.width-cell; did you mean `reader.width-cells`?"
        );
        assert!(wrong("reader", "72").starts_with("unknown setting: reader"));
        assert!(
            wrong("reader.width-cells", "wide").starts_with("cannot set reader.width-cells to")
        );
        assert!(wrong("reader.mark-read", "never").contains("by-hand"));
    }
}
