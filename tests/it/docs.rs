//! The documents describe the program as it is: their tables are drawn from it.

use std::{fs, path::Path};

use dateline::{
    app,
    config::{self, Config},
    plain,
    query::{FIELDS, WRITTEN},
    session::About,
};

fn read(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Panes of one kind, whose shared keys are listed once.
const KINDS: [(&str, &[&str]); 2] = [
    ("prompts", &["search", "find", "command-line", "palette", "filter"]),
    ("boxes", &["help", "history", "messages", "output", "problems"]),
];

/// A row of the key table: the keys, and what they do.
fn key_row(about: &About) -> String {
    let keys: Vec<String> =
        about.keys.iter().map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect();
    format!("| {} | {} |\n", keys.join(" "), about.doc)
}

/// A table under the name of its pane, as a heading.
fn section(name: &str, rows: &[String]) -> String {
    let mut heading = name.replace('-', " ");
    heading[..1].make_ascii_uppercase();
    format!("\n## {heading}\n\n| | |\n|---|---|\n{}", rows.concat())
}

/// The key tables, drawn from the commands: each pane by itself, and the keys that panes of a kind
/// share only once.
fn key_tables() -> String {
    let mut panes: Vec<(&str, Vec<String>)> = Vec::new();
    for (command, about) in app::commands() {
        if about.keys.is_empty() {
            continue;
        }
        if panes.last().is_none_or(|(pane, _)| *pane != command.pane.0) {
            panes.push((command.pane.0, Vec::new()));
        }
        panes.last_mut().unwrap().1.push(key_row(&about));
    }
    let mut text = String::new();
    let mut add = |panes: &mut Vec<(&str, Vec<String>)>, pane: &str| {
        let at = panes.iter().position(|(name, _)| *name == pane).unwrap();
        let (_, rows) = panes.remove(at);
        if !rows.is_empty() {
            text.push_str(&section(pane, &rows));
        }
    };
    for pane in ["list", "reader", "global"] {
        add(&mut panes, pane);
    }
    for (kind, members) in KINDS {
        let shared = shared_rows(&mut panes, members);
        panes.push((kind, shared));
        for pane in [kind].iter().chain(members) {
            add(&mut panes, pane);
        }
    }
    while let Some((pane, _)) = panes.first().cloned() {
        add(&mut panes, pane);
    }
    text
}

/// Takes the rows that several of the panes called `members` have out of them, and says where such a
/// row holds if not everywhere.
fn shared_rows(panes: &mut [(&str, Vec<String>)], members: &[&str]) -> Vec<String> {
    let mut shared: Vec<(String, Vec<&str>)> = Vec::new();
    let mut of_kind: Vec<_> = panes.iter_mut().filter(|(it, _)| members.contains(it)).collect();
    for row in of_kind.iter().flat_map(|(_, rows)| rows) {
        let with = of_kind.iter().filter(|(_, rows)| rows.contains(row)).map(|(pane, _)| *pane);
        let with: Vec<&str> = with.collect();
        if 2 <= with.len() && shared.iter().all(|(known, _)| known != row) {
            shared.push((row.clone(), with));
        }
    }
    for (_, rows) in &mut of_kind {
        rows.retain(|row| shared.iter().all(|(known, _)| known != row));
    }
    shared.sort_by_key(|(_, with)| with.len() < members.len());
    let said = shared.into_iter().map(|(row, with)| {
        let without = members.iter().filter(|pane| !with.contains(pane)).copied();
        let without: Vec<&str> = without.collect();
        let told = &row[..row.len() - " |\n".len()];
        match without.len() {
            0 => row,
            1 => format!("{told} (not in {}) |\n", without.join(", ")),
            _ => format!("{told} (in {}) |\n", with.join(", ")),
        }
    });
    said.collect()
}

/// The keys of one pane that it does not share.
fn keys_of(pane: &str) -> String {
    let tables = key_tables();
    let heading = format!("\n## {pane}\n");
    let table = tables.split_once(&heading).unwrap().1;
    table.split("\n## ").next().unwrap().to_owned()
}

/// The commands of plain mode, drawn from their table.
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

/// Every setting with its default and its explanation, drawn from the explained settings.
fn settings_tables() -> String {
    let is_key = |key: &str| key.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
    let mut text = String::new();
    let (mut words, mut settings) = (Vec::new(), Vec::<(&str, &str)>::new());
    let explained = config::EXPLAINED.lines().skip_while(|line| !line.starts_with('['));
    for line in explained.chain([""]) {
        let stated = line.strip_prefix("# ").unwrap_or(line).split_once(" = ");
        if let Some(section) = line.strip_prefix('[') {
            text.extend(["\n## [", section, "\n\n| setting | default | |\n|---|---|---|\n"]);
        } else if let Some((key, default)) = stated.filter(|(key, _)| is_key(key)) {
            settings.push((key, if line.starts_with('#') { "" } else { default }));
        } else if let Some(words_of_line) = line.strip_prefix('#') {
            words.push(words_of_line.trim());
        } else if !settings.is_empty() {
            let column = |each: fn(&(&str, &str)) -> String| {
                let all: Vec<String> = settings.iter().map(each).collect();
                all.join("<br>")
            };
            let keys = column(|(key, _)| format!("`{key}`"));
            let defaults = column(|(_, default)| match *default {
                "" => "not set".to_owned(),
                default => format!("`{default}`"),
            });
            text.extend(["| ", &keys, " | ", &defaults, " | ", &words.join(" "), " |\n"]);
            (words, settings) = (Vec::new(), Vec::new());
        }
    }
    text
}

/// The query syntax, drawn from its examples and its fields.
fn query_tables() -> String {
    let code = |text: &str| format!("`{}`", text.replace('|', "\\|"));
    let mut text = "\n| typed | finds |\n|---|---|\n".to_owned();
    for written in &WRITTEN {
        let examples: Vec<String> = written.examples.iter().map(|it| code(it)).collect();
        text.extend(["| ", &examples.join(", "), " | ", (written.finds)(), " |\n"]);
    }
    text.push_str("\n| field | finds |\n|---|---|\n");
    for info in &FIELDS {
        text.extend(["| ", &code(info.example), " | ", (info.help)(), " |\n"]);
    }
    text
}

#[test]
fn the_tables_of_the_documents_are_drawn_from_the_code() {
    is_in("docs/keys.md", "keys", &key_tables());
    is_in("docs/plain.md", "plain", &plain_table());
    is_in("docs/settings.md", "settings", &settings_tables());
    is_in("docs/search.md", "query", &query_tables());
    is_in("docs/search.md", "search keys", &keys_of("Search"));
}

#[track_caller]
fn is_in(document: &str, name: &str, expected: &str) {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let text = read(document);
    let (before, rest) = text.split_once(&begin).unwrap();
    let (table, after) = rest.split_once(&end).unwrap();
    let expected = expected.trim();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let path = format!("{}/{document}", env!("CARGO_MANIFEST_DIR"));
        fs::write(path, format!("{before}{begin}\n{expected}\n\n{end}{after}")).unwrap();
        return;
    }
    assert_eq!(table.trim(), expected, "{document}: run the tests once with UPDATE_DOCS=1");
}

#[test]
fn keys_that_prompts_or_boxes_share_are_listed_once() {
    let document = read("docs/keys.md");
    let (_, kinds) = document.split_once("\n## Prompts\n").unwrap();
    let (kinds, _) = kinds.split_once("\n## Hints\n").unwrap();
    let rows = || kinds.lines().filter(|line| line.starts_with("| `"));
    let repeated = rows().filter(|row| 1 < rows().filter(|it| it == row).count());
    assert_eq!(repeated.collect::<Vec<_>>(), Vec::<&str>::new());
    assert_eq!(document.matches("Delete the previous word").count(), 1);
}

#[test]
fn the_readme_is_short() {
    assert!(read("README.md").lines().count() < 250);
}

/// The documents people read, from the root of the project.
fn documents() -> Vec<String> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut found = Vec::new();
    for folder in ["", "docs/", "benches/"] {
        for entry in fs::read_dir(format!("{root}/{folder}")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "md") {
                found.push(format!("{folder}{}", path.file_name().unwrap().display()));
            }
        }
    }
    found
}

/// The name by which a link leads to a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|it| it.is_alphanumeric() || [' ', '-', '_'].contains(it));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn links_of_the_documents_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut broken, mut n_links) = (Vec::new(), 0);
    for document in documents() {
        let text = read(&document);
        let here = Path::new(&document);
        let targets = text.split("](").skip(1).filter_map(|it| it.split(')').next());
        for target in targets.filter(|it| !it.contains("://")) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let file = match file {
                "" => root.join(here),
                file => root.join(here.parent().unwrap()).join(file),
            };
            let is_there = file.exists()
                && (heading.is_empty()
                    || fs::read_to_string(&file).unwrap().lines().any(|line| {
                        line.starts_with('#')
                            && anchor(line.trim_start_matches(['#', ' '])) == heading
                    }));
            n_links += 1;
            if !is_there {
                broken.push(format!("{document}: {target}"));
            }
        }
    }
    assert!(10 < n_links && broken.is_empty(), "{broken:?}");
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
