//! Rules of the house that the compiler does not know.

mod circles;
mod generations;
mod shapes;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a layer may use: the layers it names, and of the watched crates those it names.
struct Layer {
    name: &'static str,
    layers: &'static [&'static str],
    crates: &'static [&'static str],
}

/// Lowest first. A layer that is not listed here is a fault.
const LAYERS: &[Layer] = &[
    Layer { name: "base", layers: &[], crates: &[] },
    Layer { name: "query", layers: &["base"], crates: &[] },
    Layer { name: "domain", layers: &["base", "query"], crates: &[] },
    Layer { name: "formats", layers: &["base", "domain"], crates: &[] },
    Layer { name: "marks", layers: &["base", "domain"], crates: &["rusqlite"] },
    Layer { name: "storage", layers: &["base", "domain", "formats"], crates: &["notify"] },
    Layer { name: "index", layers: &["base", "query", "domain", "formats"], crates: &["tantivy"] },
    Layer {
        name: "library",
        layers: &["base", "query", "domain", "formats", "marks", "storage", "index"],
        crates: &[],
    },
    Layer { name: "config", layers: &["base", "query", "domain"], crates: &[] },
    Layer { name: "host", layers: &["base", "config"], crates: &[] },
    Layer {
        name: "session",
        layers: &["base", "query", "domain", "library", "config"],
        crates: &[],
    },
    Layer { name: "ui", layers: &["base", "domain", "config", "host"], crates: &["ratatui"] },
    Layer {
        name: "panes",
        layers: &["base", "query", "domain", "config", "session", "ui"],
        crates: &["ratatui"],
    },
    Layer {
        name: "app",
        layers: &["base", "domain", "config", "session", "ui", "panes"],
        crates: &["ratatui"],
    },
    Layer {
        name: "runtime",
        layers: &["base", "domain", "marks", "library", "config", "host", "session", "ui", "app"],
        crates: &["ratatui", "crossterm"],
    },
    // Lines, no pictures: neither the panes nor what they are drawn with.
    Layer {
        name: "plain",
        layers: &["base", "query", "domain", "marks", "library", "config", "host", "runtime"],
        crates: &[],
    },
    Layer {
        name: "cli",
        layers: &[
            "base", "query", "domain", "formats", "marks", "index", "library", "config", "host",
            "session", "ui", "app", "runtime", "plain",
        ],
        crates: &["clap"],
    },
];
const WATCHED_CRATES: &[&str] = &["ratatui", "crossterm", "tantivy", "clap", "notify", "rusqlite"];
/// Longer files are more than one idea.
const MAX_LINES: usize = 500;
/// Modules of ratatui that make pictures; panes use them in `view.rs` alone.
const DRAWING: &[&str] = &["buffer", "style", "symbols", "text", "widgets"];

#[test]
fn layers_only_look_down() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let Some(own) = layer_of(&path) else {
            if path != Path::new("lib.rs") && path != Path::new("main.rs") {
                faults.push(format!("{}: belongs to no layer", path.display()));
            }
            continue;
        };
        for name in used(&text, "crate::") {
            let is_layer = LAYERS.iter().any(|layer| layer.name == name);
            if is_layer && name != own.name && !own.layers.contains(&name.as_str()) {
                faults.push(format!("{}: {} may not use {name}", path.display(), own.name));
            }
        }
        for outside in WATCHED_CRATES {
            let is_used = !used(&text, &format!("{outside}::")).is_empty();
            if is_used && !own.crates.contains(outside) {
                faults.push(format!("{}: {} may not use {outside}", path.display(), own.name));
            }
        }
        let draws = used(&text, "ratatui::").iter().any(|name| DRAWING.contains(&name.as_str()));
        if own.name == "panes" && draws && !path.ends_with("view.rs") {
            faults.push(format!("{}: only view.rs may draw", path.display()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_fits_in_a_sitting() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        if !text.starts_with("//!") && path != Path::new("main.rs") {
            faults.push(format!("{}: no module doc", path.display()));
        }
        let n_lines = text.lines().count();
        if MAX_LINES < n_lines {
            faults.push(format!("{}: {n_lines} lines", path.display()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Short tests stand at the end of their file, longer ones in `tests.rs` or a folder `tests`.
#[test]
fn tests_are_modules_called_tests() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            if *line != "#[cfg(test)]" {
                continue;
            }
            let next = lines[at + 1..].iter().find(|line| !line.starts_with("#["));
            let module = next.and_then(|line| line.split_once("mod ")).map(|(_, name)| name);
            let is_tests = module.is_none_or(|name| matches!(name, "tests;" | "tests {"));
            if !is_tests || lines[at..].iter().take(3).any(|line| line.starts_with("#[path")) {
                faults.push(format!("{}: line {}", path.display(), at + 2));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn names_after_a_path_are_found_in_groups_too() {
    let text = "use crate::{base::Clean, domain::{Order, view::View}, session};\ncrate::ui::put()";
    assert_eq!(used(text, "crate::"), ["base", "domain", "session", "ui"]);
    assert_eq!(used("use my_ratatui::text; // ratatui::style", "ratatui::"), Vec::<String>::new());
}

fn layer_of(path: &Path) -> Option<&'static Layer> {
    let folder = path.components().next()?.as_os_str();
    LAYERS.iter().find(|layer| folder == layer.name)
}

/// The names right after `start`, singly or at the top level of a braced group.
fn used(text: &str, start: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line_start in code_starts(text, start) {
        let rest = &text[line_start + start.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(top_level_names(group)),
            None => names.push(rest.chars().take_while(|it| is_name(*it)).collect()),
        }
    }
    names
}

/// Where `start` stands in code: not in a comment, not as the end of a longer name.
fn code_starts<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(start).map(|(at, _)| at).filter(|at| {
        let line = text[..*at].rsplit('\n').next().unwrap_or_default();
        !line.contains("//") && !line.ends_with(is_name)
    })
}

fn top_level_names(group: &str) -> Vec<String> {
    let (mut depth, mut word, mut names) = (0, String::new(), Vec::new());
    let mut is_head = true;
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(std::mem::take(&mut word));
                is_head = true;
            }
            ':' if depth == 0 => is_head = false,
            _ if depth == 0 && is_head && is_name(character) => word.push(character),
            _ => (),
        }
    }
    names.push(word);
    names.retain(|name| !name.is_empty());
    names
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    files
}

/// Whether an item belongs to the tests alone.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test")
    })
}
