//! What the documents say is what the program does.

use std::fs;

use dateline::{app, config::Config};

fn read(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The key table as the commands themselves tell it.
fn key_table() -> String {
    let mut table = String::new();
    let mut pane = "";
    for (command, about) in app::commands() {
        if about.keys.is_empty() {
            continue;
        }
        if command.pane.0 != pane {
            pane = command.pane.0;
            table.extend(["\n| ", pane, " | |\n|---|---|\n"]);
        }
        let keys: Vec<String> =
            about.keys.iter().map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect();
        table.extend(["| ", &keys.join(" "), " | ", about.doc, " |\n"]);
    }
    table
}

#[test]
fn the_key_table_of_the_readme_is_that_of_the_commands() {
    let (begin, end) = ("<!-- keys -->\n", "<!-- end of keys -->");
    let readme = read("README.md");
    let (before, rest) = readme.split_once(begin).unwrap();
    let (table, after) = rest.split_once(end).unwrap();
    let expected = key_table();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let path = format!("{}/README.md", env!("CARGO_MANIFEST_DIR"));
        fs::write(path, format!("{before}{begin}{expected}\n{end}{after}")).unwrap();
        return;
    }
    assert_eq!(table.trim(), expected.trim(), "run the tests once with UPDATE_DOCS=1");
}

#[test]
fn the_explained_settings_are_all_there_and_are_the_defaults() {
    let config: Config = toml::from_str(&read("assets/config.toml")).unwrap();
    assert_eq!(config, Config::default());
}
