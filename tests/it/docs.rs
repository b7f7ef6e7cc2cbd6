//! What the documents say is what the program does.

use std::fs;

use dateline::{app, config::Config, plain};

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

/// The commands of plain mode as they themselves tell it.
fn plain_table() -> String {
    let mut table = "\n| typed | |\n|---|---|\n".to_owned();
    for command in plain::COMMANDS {
        let names = [command.name].into_iter().chain(command.short.iter().copied());
        let mut typed: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        typed.extend(Some(command.argument.to_owned()).filter(|it| !it.is_empty()));
        table.extend(["| ", &typed.join(" "), " | ", command.doc, " |\n"]);
    }
    table
}

#[test]
fn the_tables_of_the_readme_are_those_of_the_commands() {
    is_in_readme("keys", &key_table());
    is_in_readme("plain", &plain_table());
}

#[track_caller]
fn is_in_readme(name: &str, expected: &str) {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let readme = read("README.md");
    let (before, rest) = readme.split_once(&begin).unwrap();
    let (table, after) = rest.split_once(&end).unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let path = format!("{}/README.md", env!("CARGO_MANIFEST_DIR"));
        fs::write(path, format!("{before}{begin}{expected}\n{end}{after}")).unwrap();
        return;
    }
    assert_eq!(table.trim(), expected.trim(), "run the tests once with UPDATE_DOCS=1");
}

#[test]
fn the_explained_settings_are_all_there_and_are_the_defaults() {
    let config = Config::parse(&read("assets/config.toml")).unwrap();
    assert_eq!(config, Config::default());
}

/// Every path in backquotes that the guide for contributors names is there; `*` stands for a name.
#[test]
fn the_places_named_to_contributors_exist() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = [read("CONTRIBUTING.md"), read("ARCHITECTURE.md")].concat();
    let named = text.split('`').skip(1).step_by(2);
    let folders = ["src/", "assets/", "tests/", "benches/", "fuzz/", "docs/", ".ci/"];
    let places: Vec<&str> =
        named.filter(|it| folders.iter().any(|folder| it.starts_with(folder))).collect();
    assert!(10 < places.len(), "{places:?}");
    let is_there = |place: &&str| match place.split_once('*') {
        None => root.join(place).exists(),
        Some((before, after)) => fs::read_dir(root.join(before)).is_ok_and(|mut entries| {
            entries.any(|it| it.unwrap().path().join(after.trim_start_matches('/')).exists())
        }),
    };
    let missing: Vec<&&str> = places.iter().filter(|place| !is_there(place)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
