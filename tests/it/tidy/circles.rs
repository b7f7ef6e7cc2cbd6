//! Files of the crate import each other without circles.
//!
//! A `mod.rs` is the face of its folder: it may use the files below it, and they may use what it
//! defines itself, so arrows between a file and a `mod.rs` above it do not count. What a `mod.rs`
//! only passes on counts as an import of the file it comes from. Tests are left out.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Path, PathBuf},
};

use syn::{
    File, Item, ItemMod, ItemUse, UseTree,
    visit::{self, Visit},
};

use super::{is_test, sources};

/// A module by its names from the crate's root: `library::keeper::scan`.
type Module = Vec<String>;

/// The parsed files of the crate, and what each of them takes from others.
struct House {
    files: BTreeMap<Module, File>,
    /// For each module, the names it imports and the full paths they stand for.
    imports: HashMap<Module, HashMap<String, Module>>,
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let house = House::of(sources());
    let circles = circles(&house.arrows());
    let lines: Vec<String> = circles
        .iter()
        .map(|circle| circle.iter().map(|it| it.join("::")).collect::<Vec<_>>().join(" ↔ "))
        .collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}

#[test]
fn circles_are_found_through_groups_and_through_what_a_mod_passes_on() {
    let file = |path: &str, text: &str| (PathBuf::from(path), text.to_owned());
    let house = House::of(vec![
        file("room/mod.rs", "mod one; mod two; pub use one::First; pub struct Shared;"),
        file("room/one.rs", "use super::{Shared, two::{Second}}; pub struct First;"),
        file("room/two.rs", "fn f(_: super::First) {} pub struct Second;"),
        file(
            "room/three.rs",
            "use super::Shared; #[cfg(test)] mod tests { use super::super::four; }",
        ),
        file("room/four.rs", "use super::three;"),
    ]);
    let named = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Module>();
    let expected = BTreeSet::from([named(&["room", "one"]), named(&["room", "two"])]);
    assert_eq!(circles(&house.arrows()), [expected]);
}

impl House {
    fn of(sources: Vec<(PathBuf, String)>) -> Self {
        let files: BTreeMap<Module, File> = sources
            .into_iter()
            .map(|(path, text)| (module_of(&path), syn::parse_file(&text).unwrap()))
            .collect();
        let mut imports = HashMap::new();
        for (module, file) in &files {
            let mut names = HashMap::new();
            for item in &file.items {
                if let Item::Use(it) = item
                    && !is_test(&it.attrs)
                {
                    for path in flat(&it.tree) {
                        let full = absolute(&path, module);
                        names.extend(path.last().map(|name| (name.clone(), full)));
                    }
                }
            }
            imports.insert(module.clone(), names);
        }
        Self { files, imports }
    }

    /// From each file to the files it imports.
    fn arrows(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let mut arrows = BTreeMap::new();
        for (module, file) in &self.files {
            let mut paths = Paths::default();
            paths.visit_file(file);
            let targets = paths.found.iter().filter_map(|path| {
                let target = self.home(&absolute(path, module), 0)?;
                let is_face = target.starts_with(module) || module.starts_with(&target);
                (!is_face).then_some(target)
            });
            arrows.insert(module.clone(), targets.collect::<BTreeSet<_>>());
        }
        arrows
    }

    /// The file in which a path is defined: what a module only passes on is followed.
    fn home(&self, path: &[String], n_followed: usize) -> Option<Module> {
        let length = (0..=path.len()).rev().find(|end| self.files.contains_key(&path[..*end]))?;
        let module = path[..length].to_vec();
        let passed_on = path
            .get(length)
            .and_then(|name| self.imports[&module].get(name))
            .filter(|full| n_followed < 8 && full.as_slice() != path);
        match passed_on {
            Some(full) => self.home(full, n_followed + 1).or(Some(module)),
            None => Some(module),
        }
    }
}

/// All paths that begin at the crate, at this module or above it.
#[derive(Default)]
struct Paths {
    found: Vec<Vec<String>>,
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Fn(it) => &it.attrs,
            Item::Impl(it) => &it.attrs,
            Item::Use(it) => &it.attrs,
            Item::Mod(it) => &it.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, it: &'ast ItemMod) {
        // Paths in a module within a file would have to be read from there; the house has none.
        assert!(it.content.is_none(), "the module {} stands within a file", it.ident);
    }

    fn visit_item_use(&mut self, it: &'ast ItemUse) {
        self.found.extend(flat(&it.tree));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        if 1 < names.len() && matches!(&*names[0], "crate" | "super" | "self") {
            self.found.push(names);
        }
        visit::visit_path(self, path);
    }
}

/// The paths of a `use`, each whole; a renamed one by its first name.
fn flat(tree: &UseTree) -> Vec<Vec<String>> {
    let one = |name: String| vec![vec![name]];
    match tree {
        UseTree::Path(it) => {
            let under = |mut rest: Vec<String>| {
                rest.insert(0, it.ident.to_string());
                rest
            };
            flat(&it.tree).into_iter().map(under).collect()
        }
        UseTree::Name(it) => one(it.ident.to_string()),
        UseTree::Rename(it) => one(it.ident.to_string()),
        UseTree::Glob(_) => vec![Vec::new()],
        UseTree::Group(it) => it.items.iter().flat_map(flat).collect(),
    }
}

/// The path from the root of the crate, as a path in `module` means it.
fn absolute(path: &[String], module: &[String]) -> Module {
    let mut full = match path.first().map(String::as_str) {
        Some("crate") => return path[1..].iter().filter(|it| *it != "self").cloned().collect(),
        Some("super" | "self") => module.to_vec(),
        // A name of its own or of another crate: it is one of ours if it leads to a file.
        _ => {
            let mut full = module.to_vec();
            full.extend_from_slice(path);
            return full;
        }
    };
    for name in path {
        match name.as_str() {
            "super" => drop(full.pop()),
            "self" => (),
            _ => full.push(name.clone()),
        }
    }
    full
}

fn module_of(path: &Path) -> Module {
    let names = path.with_extension("");
    let mut names: Module = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib")) {
        names.pop();
    }
    names
}

/// The groups of files that reach each other.
fn circles(arrows: &BTreeMap<Module, BTreeSet<Module>>) -> Vec<BTreeSet<Module>> {
    let reach = |from: &Module| {
        let mut seen: BTreeSet<Module> = BTreeSet::new();
        let mut next: Vec<&Module> = arrows[from].iter().collect();
        while let Some(module) = next.pop() {
            if seen.insert(module.clone()) {
                next.extend(arrows.get(module).into_iter().flatten());
            }
        }
        seen
    };
    let reached: BTreeMap<&Module, BTreeSet<Module>> =
        arrows.keys().map(|module| (module, reach(module))).collect();
    let mut circles: Vec<BTreeSet<Module>> = Vec::new();
    for (module, targets) in &reached {
        if !targets.contains(*module) || circles.iter().any(|circle| circle.contains(*module)) {
            continue;
        }
        let members = targets.iter().filter(|it| reached[it].contains(*module)).cloned();
        circles.push(members.collect());
    }
    circles
}
