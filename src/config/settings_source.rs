//! The sources of settings: an option, or else the environment, the file, or the default.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{Config, KeysConfig, Mistake, Placed, check, did_you_mean, schema};
use crate::base::{Clean, paths::escaped, wording};

/// Variables that are settings begin so: `DATELINE_READER_WIDTH_CELLS`.
const PREFIX: &str = "DATELINE_";

/// All places in which settings are stated.
#[derive(Debug, Clone, Default)]
pub struct SettingsSource {
    /// The file, and whether it has to be there.
    pub file: Option<(PathBuf, bool)>,
    /// The environment.
    pub variables: Vec<(String, String)>,
    /// Options: `reader.width-cells=72`.
    pub options: Vec<String>,
}

/// The file cannot be read at all.
#[derive(Debug, thiserror::Error)]
#[error("{}", wording!("settings-unreadable", path = .path, why = .source.to_string()))]
pub struct Unreadable {
    path: Clean,
    source: io::Error,
}

impl SettingsSource {
    /// The settings as far as they are right, and in words all that is wrong with the rest.
    ///
    /// # Errors
    /// If the file is there, or has to be, and cannot be read.
    pub fn read(&self) -> Result<(Config, Vec<String>), Unreadable> {
        let (config, mistakes, elsewhere) = self.read_apart()?;
        let shown = self.file.as_ref().map_or_else(Clean::default, |it| shown(it).1);
        let in_file = mistakes.iter().map(|it| format!("{shown}: {it}"));
        Ok((config, in_file.chain(elsewhere).collect()))
    }

    /// As [`SettingsSource::read`]: what is wrong in the file with its places, apart from what is wrong
    /// with variables and options.
    ///
    /// # Errors
    /// As [`SettingsSource::read`].
    pub fn read_apart(&self) -> Result<(Config, Vec<Mistake>, Vec<String>), Unreadable> {
        let text = self.text()?;
        let (stated, mistakes) = check::right_part(&text);
        let mut wrong = Vec::new();
        let mut table: toml::Table = toml::from_str(&stated).unwrap_or_default();
        for (name, value) in &self.variables {
            match setting_of(name) {
                None => (),
                Some(Ok((section, key))) => {
                    if let Err(why) = state(&mut table, section, &key, value) {
                        wrong.push(format!("{name}: {why}"));
                    }
                }
                Some(Err(why)) => wrong.push(why),
            }
        }
        for option in &self.options {
            if let Err(why) = state_option(&mut table, option) {
                wrong.push(format!("--set {option}: {why}"));
            }
        }
        // Keys carry their lines, which only the text itself has; a preset may be stated elsewhere.
        let keys = table.remove("keys");
        let preset = keys.as_ref().and_then(|keys| keys.get("preset")).and_then(|it| it.as_str());
        let text = toml::to_string(&table).unwrap_or_default();
        let mut config = Config::parse(&text).unwrap_or_default();
        config.keys = KeysConfig::stated(&stated);
        if let Some(preset) = preset.filter(|preset| *preset != config.keys.preset.text) {
            config.keys.preset = Placed::from(preset);
        }
        Ok((config, mistakes, wrong))
    }

    fn text(&self) -> Result<String, Unreadable> {
        let Some(file) = &self.file else { return Ok(String::new()) };
        match fs::read_to_string(&file.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && !file.1 => Ok(String::new()),
            Err(source) => Err(Unreadable { path: shown(file).0, source }),
            Ok(text) => Ok(text),
        }
    }
}

/// The path of a settings file for messages, and a short form for mistakes, which have little room:
/// it is the only file of its name.
fn shown((path, is_needed): &(PathBuf, bool)) -> (Clean, Clean) {
    let whole = escaped(path);
    let name = path.file_name().filter(|_| !is_needed);
    let short = name.map_or_else(|| whole.clone(), |name| escaped(Path::new(name)));
    (whole, short)
}

/// The setting that a variable names; `None` if it is about something else.
fn setting_of(variable: &str) -> Option<Result<(&'static str, String), String>> {
    let name = variable.strip_prefix(PREFIX)?.to_lowercase().replace('_', "-");
    let settings = schema::settings();
    let section = settings
        .iter()
        .map(|it| it.section.as_str())
        .find(|section| name.strip_prefix(section).is_some_and(|rest| rest.starts_with('-')))?;
    let key = &name[section.len() + 1..];
    let keys = || settings.iter().filter(|it| it.section == section).map(|it| it.key.as_str());
    if keys().any(|it| it == key) {
        return Some(Ok((section, key.to_owned())));
    }
    let near = did_you_mean(key, keys());
    Some(Err(wording!("setting-no-variable", name = variable, section = section, near = near)))
}

fn state_option(table: &mut toml::Table, option: &str) -> Result<(), String> {
    let (name, value) = option.split_once('=').ok_or(wording!("set-how"))?;
    let (section, key) = name.trim().split_once('.').ok_or(wording!("set-how"))?;
    state(table, section, key, value.trim())
}

/// Sets one setting, overriding earlier ones. A value that is neither a number nor a truth value is
/// a text.
fn state(table: &mut toml::Table, section: &str, key: &str, value: &str) -> Result<(), String> {
    if section == "keys" && key != "preset" {
        return Err(wording!("setting-keys").to_owned());
    }
    let literal = toml::from_str::<toml::Table>(&format!("it = {value}"));
    let literal = literal.ok().and_then(|mut table| table.remove("it"));
    let text = toml::Value::String(value.to_owned());
    let mut why = String::new();
    for value in literal.into_iter().chain([text]) {
        let alone = |value| toml::Table::from_iter([(key.to_owned(), value)]);
        let whole = toml::Table::from_iter([(section.to_owned(), alone(value.clone()).into())]);
        // Through text: keys carry their lines, which only text has.
        let text = toml::to_string(&whole).map_err(|error| error.to_string())?;
        match Config::parse(&text) {
            Ok(_) => {
                let section = table.entry(section).or_insert_with(|| toml::Table::new().into());
                if let Some(section) = section.as_table_mut() {
                    section.insert(key.to_owned(), value);
                }
                return Ok(());
            }
            Err(error) if why.is_empty() => why = check::explain(error.message()),
            Err(_) => (),
        }
    }
    Err(why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, variables: &[(&str, &str)], options: &[&str]) -> (Config, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, file).unwrap();
        let own = |it: &(&str, &str)| (it.0.to_owned(), it.1.to_owned());
        let source = SettingsSource {
            file: Some((path, true)),
            variables: variables.iter().map(own).collect(),
            options: options.iter().map(|it| (*it).to_owned()).collect(),
        };
        source.read().unwrap()
    }

    #[test]
    fn an_option_goes_before_the_environment_before_the_file_before_the_default() {
        let file = "[reader]\nwidth-cells = 61\n[list]\nscrolloff = 7\n";
        let variable = ("DATELINE_READER_WIDTH_CELLS", "62");
        let width = |variables: &[_], options: &[_]| {
            let (config, wrong) = read(file, variables, options);
            assert_eq!(wrong, Vec::<String>::new());
            assert_eq!(config.list.scrolloff, 7);
            config.reader.width_cells
        };
        assert_eq!(width(&[], &[]), 61);
        assert_eq!(width(&[variable], &[]), 62);
        assert_eq!(width(&[variable], &["reader.width-cells=63"]), 63);
        assert_eq!(read("", &[], &[]).0, Config::default());
    }

    #[test]
    fn values_need_no_quotes_even_where_they_look_like_numbers() {
        let (config, wrong) =
            read("", &[("DATELINE_THEME_DEPTH", "256"), ("DATELINE_THEME_NAME", "nord")], &[]);
        assert_eq!(wrong, Vec::<String>::new());
        assert_eq!(config.theme.depth, crate::config::ColourDepth::Indexed);
        assert_eq!(config.theme.name, "nord");
    }

    #[test]
    fn what_is_wrong_is_said_with_where_it_came_from_and_the_rest_counts() {
        let (config, wrong) = read(
            "[list]\nscrollof = 1\n",
            &[
                ("DATELINE_READER_WIDHT_CELLS", "1"),
                ("DATELINE_ELSE", "1"),
                ("DATELINE_LIST_SCROLLOFF", "x"),
            ],
            &["reader.width-cells=50", "theme.glyphs=asci", "nothing"],
        );
        assert_eq!(config.reader.width_cells, 50);
        assert_eq!(wrong.len(), 5, "{wrong:#?}");
        assert!(wrong[0].contains("line 2, column 1"), "{wrong:#?}");
        assert!(wrong[1].contains("did you mean `width-cells`?"), "{wrong:#?}");
        assert!(wrong[2].contains("DATELINE_LIST_SCROLLOFF"), "{wrong:#?}");
        assert!(wrong[3].contains("did you mean `ascii`?"), "{wrong:#?}");
    }

    #[test]
    fn the_preset_of_the_keys_can_be_stated_anywhere_and_keys_only_in_the_file() {
        let preset = |variables: &[_], options: &[_]| {
            let (config, wrong) =
                read("[keys]\npreset = \"mutt\"\n[keys.list]\nx = \"undo\"\n", variables, options);
            assert_eq!(wrong, Vec::<String>::new());
            assert_eq!(config.keys.bindings.len(), 1);
            config.keys.preset.text
        };
        let variable = ("DATELINE_KEYS_PRESET", "newsboat");
        assert_eq!(preset(&[], &[]), "mutt");
        assert_eq!(preset(&[variable], &[]), "newsboat");
        assert_eq!(preset(&[variable], &["keys.preset=less"]), "less");
        assert_eq!(read("", &[variable], &["keys.preset=\"less\""]).0.keys.preset.text, "less");
        let (config, wrong) = read("", &[], &["keys.list=x", "keys.list.x=undo"]);
        assert_eq!(config.keys, KeysConfig::default());
        assert!(wrong.len() == 2 && wrong[0].contains("only keys.preset"), "{wrong:?}");
    }

    #[test]
    fn a_file_that_has_to_be_there_is_missed() {
        let file = PathBuf::from("/nowhere/config.toml");
        let source = |is_needed| SettingsSource {
            file: Some((file.clone(), is_needed)),
            ..SettingsSource::default()
        };
        assert!(source(true).read().is_err());
        assert_eq!(source(false).read().unwrap().0, Config::default());
    }
}
