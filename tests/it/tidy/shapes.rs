//! Functions fit on a screen, and structs are one idea.

use std::path::Path;

use syn::{
    ItemMod, ItemStruct,
    visit::{self, Visit},
};

use super::{is_test, sources};

/// Longer functions do more than one thing.
const MAX_FUNCTION_LINES: usize = 70;

/// More fields are more than one idea.
const MAX_FIELDS: usize = 12;

#[test]
fn functions_fit_on_a_screen_and_structs_are_one_idea() {
    let mut shapes = Shapes::default();
    for (path, text) in sources() {
        shapes.read(&path, &text);
    }
    assert!(shapes.faults.is_empty(), "\n{:#?}", shapes.faults);
}

#[test]
fn what_is_too_large_is_found_wherever_it_stands() {
    let body = |indent: &str| format!("{indent}x();\n").repeat(MAX_FUNCTION_LINES - 2);
    let fields: Vec<String> = (0..=MAX_FIELDS).map(|nth| format!("    f{nth}: u8,\n")).collect();
    let text = format!(
        "pub fn free() {{\n{long}    x();\n}}\n\nstruct Wide {{\n{fields}}}\n\nimpl S {{\n    \
         pub(super) async fn method<T>(\n    ) {{\n{inner}    }}\n\n    fn short() {{}}\n}}\n\n\
         fn just() {{\n{long}}}\n\n#[cfg(test)]\nmod tests {{\n    fn t() {{\n{inner}{inner}    }}\n}}\n",
        long = body("    "),
        inner = body("        "),
        fields = fields.concat(),
    );
    let mut shapes = Shapes::default();
    shapes.read(Path::new("a.rs"), &text);
    let names: Vec<&str> =
        shapes.faults.iter().filter_map(|fault| fault.split(' ').nth(1)).collect();
    assert_eq!(names, ["free", "method", "Wide"]);
}

/// Finds what is too large in files read one after another.
#[derive(Default)]
struct Shapes {
    path: String,
    faults: Vec<String>,
}

impl Shapes {
    fn read(&mut self, path: &Path, text: &str) {
        self.path = path.display().to_string();
        let file = syn::parse_file(text).unwrap();
        if is_test(&file.attrs) {
            return;
        }
        self.read_functions(text);
        self.visit_file(&file);
    }

    /// Counts from the line of `fn` to that of the closing brace, which rustfmt indents alike.
    fn read_functions(&mut self, text: &str) {
        let text = text.split("\n#[cfg(test)]\nmod tests {\n").next().unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        for (first, line) in lines.iter().enumerate() {
            let Some(name) = function_name(line) else { continue };
            let indent = line.len() - line.trim_start().len();
            let closing = format!("{}}}", &line[..indent]);
            let last = lines[first..].iter().position(|line| *line == closing);
            // A function of one line closes on it, and one of a trait has no body.
            let opens = lines[first..].iter().position(|it| it.ends_with(['{', '}', ';']));
            let is_open = opens.is_some_and(|at| lines[first + at].ends_with('{'));
            if let Some(last) = last.filter(|last| is_open && MAX_FUNCTION_LINES <= *last) {
                let fault = format!("{}: {name} has {} lines", self.path, last + 1);
                self.faults.push(fault);
            }
        }
    }
}

fn function_name(line: &str) -> Option<&str> {
    let (before, after) = line.trim_start().split_once("fn ")?;
    let is_function = before.split_whitespace().all(|word| {
        word.starts_with("pub") || matches!(word, "const" | "async" | "unsafe" | "extern")
    });
    let end = after.find(|character: char| !(character.is_alphanumeric() || character == '_'))?;
    (is_function && 0 < end).then(|| &after[..end])
}

impl<'ast> Visit<'ast> for Shapes {
    fn visit_item_mod(&mut self, it: &'ast ItemMod) {
        if !is_test(&it.attrs) {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_struct(&mut self, it: &'ast ItemStruct) {
        let n_fields = it.fields.len();
        if MAX_FIELDS < n_fields {
            self.faults.push(format!("{}: {} has {n_fields} fields", self.path, it.ident));
        }
    }
}
