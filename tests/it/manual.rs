//! Settings, completions and manual pages, as the program prints them.

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

use dateline::{app, config, plain};
use serde_json::Value;

fn run(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(arguments).env("HOME", home).env_remove("XDG_CONFIG_HOME");
    command.env_remove("VISUAL").env_remove("EDITOR").envs(variables.iter().copied());
    command.stdin(Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn every_mistake_in_the_settings_is_said_with_its_place() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("mine.toml");
    fs::write(&file, "[lst]\n\n[reader]\nwidht-cells = 3\nmark-read = \"begin\"\n").unwrap();
    let output = run(home.path(), &["config", "--check", file.to_str().unwrap()], &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert!(lines[0].contains("mine.toml:1:2: ") && lines[0].contains("did you mean `list`?"));
    assert!(lines[1].contains(":4:1: ") && lines[1].contains("did you mean `width-cells`?"));
    assert!(lines[2].contains(":5:13: "), "{said}");
    fs::write(&file, config::EXPLAINED).unwrap();
    let output = run(home.path(), &["config", "--check", "--config", file.to_str().unwrap()], &[]);
    assert_eq!(self::said(&output), "");
}

#[test]
fn what_is_wrong_with_keys_themes_variables_and_options_is_said_too() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("mine.toml");
    let text = "[keys]\npresett = \"mutt\"\n[keys.list]\n\"gg\" = \"frist\"\n[theme]\nname = \"dakr\"\n\
                [library]\nencoding = \"utf-88\"\n";
    fs::write(&file, text).unwrap();
    let check = ["config", "--check", "--config", file.to_str().unwrap(), "--set", "keys.list=x"];
    let variable = [("DATELINE_KEYS_PRESET", "newsbote")];
    let output = run(home.path(), &check, &variable);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    let expected = [
        (":2:1: ", "did you mean `preset`?"),
        (":4:1: ", "first"),
        (":8:", "unknown encoding: utf-88"),
        ("--set keys.list=x: ", "only keys.preset"),
        ("", "newsbote"),
        ("", "did you mean `dark`?"),
    ];
    assert_eq!(lines.len(), expected.len(), "{said}");
    for (line, (place, what)) in lines.iter().zip(expected) {
        assert!(line.contains(place) && line.contains(what), "{line} instead of {what}: {said}");
    }
    let preset = run(home.path(), &["config", "--check"], &[("DATELINE_KEYS_PRESET", "newsboat")]);
    assert_eq!(self::said(&preset), "");
}

#[test]
fn a_shell_that_is_left_out_is_answered_with_those_that_there_are() {
    let home = tempfile::tempdir().unwrap();
    let output = run(home.path(), &["completions"], &[]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("<SHELL>") && said.contains("bash, elvish, fish, powershell, zsh"),
        "{said}"
    );
}

#[test]
fn the_settings_file_is_named_and_printed_and_edited() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(".config/dateline/config.toml");
    let output = run(home.path(), &["config", "--path"], &[]);
    assert_eq!(said(&output).trim(), path.to_str().unwrap());
    assert_eq!(said(&run(home.path(), &["config", "--default"], &[])), config::EXPLAINED);
    let output = run(home.path(), &["config", "edit"], &[]);
    assert_eq!(output.status.code(), Some(2));
    // An editor with an argument of its own; what stands after `;` would be run by a shell.
    let editor = [("VISUAL", "grep -q scrolloff"), ("EDITOR", "false")];
    assert_eq!(said(&run(home.path(), &["config", "edit"], &editor)), "");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(config::check(&text), (config::Config::default(), Vec::new()));
    assert!(text.contains("# scrolloff = 3") && text.contains("\n[list]\n"));
    let editor = [("EDITOR", "cp /dev/null;touch")];
    assert_eq!(run(home.path(), &["config", "edit"], &editor).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_variable_that_is_wrong_is_said_and_a_right_one_is_taken() {
    let home = tempfile::tempdir().unwrap();
    let sample = format!("{}/assets/sample", env!("CARGO_MANIFEST_DIR"));
    let (cache, data) = (home.path().join("c"), home.path().join("d"));
    let places = ["--cache-dir", cache.to_str().unwrap(), "--data-dir", data.to_str().unwrap()];
    let list = |more: &[&str], variables: &[(&str, &str)]| {
        let arguments: Vec<&str> =
            ["list", &sample].iter().chain(&places).chain(more).copied().collect();
        run(home.path(), &arguments, variables)
    };
    let wrong = list(&[], &[("DATELINE_LIBRARY_ENCODING", "no-such-encoding")]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        String::from_utf8(wrong.stderr).unwrap().contains("unknown encoding: no-such-encoding")
    );
    let option = ["--set", "library.encoding=utf-8"];
    said(&list(&option, &[("DATELINE_LIBRARY_ENCODING", "latin1")]));
    let wrong = list(&["--set", "library.encodng=utf-8"], &[]);
    assert!(String::from_utf8(wrong.stderr).unwrap().contains("did you mean `encoding`?"));
}

#[test]
fn the_schema_holds_for_the_explained_settings() {
    let home = tempfile::tempdir().unwrap();
    let schema: Value =
        serde_json::from_str(&said(&run(home.path(), &["config", "--schema"], &[]))).unwrap();
    let table: toml::Table = toml::from_str(config::EXPLAINED).unwrap();
    let value = serde_json::to_value(&table).unwrap();
    let mut faults = Vec::new();
    fits(&schema, &schema, &value, "", &mut faults);
    assert_eq!(faults, Vec::<String>::new());
    let wrong = serde_json::json!({"list": {"scrollof": 1}, "reader": {"width-cells": "x", "mark-read": "y"}});
    fits(&schema, &schema, &wrong, "", &mut faults);
    assert_eq!(faults.len(), 3, "{faults:?}");
}

/// Checks the parts of JSON Schema that our schema is made of.
fn fits(root: &Value, part: &Value, value: &Value, place: &str, faults: &mut Vec<String>) {
    if let Some(name) = part.get("$ref").and_then(Value::as_str) {
        let part = root.pointer(name.trim_start_matches('#')).unwrap();
        return fits(root, part, value, place, faults);
    }
    let choices = ["oneOf", "anyOf"].iter().find_map(|it| part.get(it)).and_then(Value::as_array);
    if let Some(choices) = choices {
        let is_one = choices.iter().any(|choice| {
            let mut wrong = Vec::new();
            fits(root, choice, value, place, &mut wrong);
            wrong.is_empty()
        });
        if !is_one {
            faults.push(format!("{place}: {value} is none of the choices"));
        }
        return;
    }
    let kind = match value {
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
        Value::Null => "null",
    };
    let kinds = &part["type"];
    if !kinds.is_null()
        && kinds != kind
        && !kinds.as_array().is_some_and(|it| it.contains(&kind.into()))
    {
        faults.push(format!("{place}: {value} is no {kinds}"));
    }
    let is_chosen = part.get("enum").and_then(Value::as_array).is_none_or(|it| it.contains(value));
    if !is_chosen || part.get("const").is_some_and(|it| it != value) {
        faults.push(format!("{place}: {value} cannot be chosen"));
    }
    for (key, inner) in value.as_object().into_iter().flatten() {
        let place = format!("{place}.{key}");
        match part["properties"].get(key).or(part.get("additionalProperties")) {
            Some(Value::Bool(false)) => faults.push(format!("{place} is unknown")),
            Some(stated) if stated.is_object() => fits(root, stated, inner, &place, faults),
            _ => (),
        }
    }
}

#[test]
fn every_setting_has_its_paragraph() {
    for setting in config::settings() {
        let key = &setting.key;
        let is_there =
            ["", "# "].iter().any(|it| config::EXPLAINED.contains(&format!("\n{it}{key} = ")));
        assert!(is_there, "{}.{key} is not in assets/config.toml", setting.section);
    }
    assert!(10 < config::settings().len());
}

#[test]
fn shells_are_told_every_subcommand() {
    let home = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = said(&run(home.path(), &["completions", shell], &[]));
        for word in ["problems", "completions", "highlight", "cache-dir", "schema"] {
            assert!(script.contains(word), "{shell} is not told {word}");
        }
    }
    let output = run(home.path(), &["completions", "tcsh"], &[]);
    assert_eq!(output.status.code(), Some(2));
}

/// The words of a page as they are read, not as they are written for the typesetter.
fn unset(page: &str) -> String {
    page.replace("\\-", "-")
        .replace("\\fB", "")
        .replace("\\fR", "")
        .replace("\\fI", "")
        .replace("\\\\", "\\")
        .replace("\\&", "")
}

#[test]
fn the_manual_mentions_every_option_every_command_and_every_setting() {
    let home = tempfile::tempdir().unwrap();
    let page = unset(&said(&run(home.path(), &["man"], &[])));
    for subcommand in [
        "",
        "list",
        "show",
        "search",
        "count",
        "facets",
        "timeline",
        "kwic",
        "batch",
        "explain",
        "index",
        "problems",
        "config",
        "schema",
        "completions",
        "man",
    ] {
        let arguments: Vec<&str> =
            [subcommand, "--help"].into_iter().filter(|it| !it.is_empty()).collect();
        let help = said(&run(home.path(), &arguments, &[]));
        let name = if subcommand.is_empty() { "dateline" } else { subcommand };
        let own = said(&run(home.path(), &["man", name], &[]));
        assert_eq!(own.matches(".ie \\n(.g").count(), 1, "{own}");
        let own = unset(&own);
        let words = help.split(|it: char| !it.is_ascii_alphanumeric() && it != '-');
        for option in words.filter(|it| it.starts_with("--") && 2 < it.len()) {
            let is_there = own.contains(option) || page.contains(option);
            assert!(is_there, "no {option} of {subcommand} in\n{own}");
        }
        assert!(own.contains(&format!("dateline {subcommand}")), "{subcommand}");
        assert!(page.contains(&format!("dateline {subcommand}")), "{subcommand}");
    }
    for (_, about) in app::commands() {
        assert!(page.contains(&format!(":{}", about.name)), "{}", about.name);
        assert!(page.contains(about.doc), "{}", about.doc);
    }
    for command in plain::COMMANDS {
        assert!(page.contains(&command.usage()), "{}", command.name);
        assert!(page.contains(command.doc), "{}", command.doc);
    }
    let page = unset(&said(&run(home.path(), &["man", "dateline-config"], &[])));
    for setting in config::settings() {
        assert!(page.contains(&format!("[{}]", setting.section)), "{}", setting.section);
        assert!(page.contains(&format!("{} = ", setting.key)), "{}\n{page}", setting.key);
    }
    let page = unset(&said(&run(home.path(), &["man", "dateline-query"], &[])));
    assert!(page.contains("-rust") && page.contains("Go to the start of the line"), "{page}");
    let dir = home.path().join("man");
    said(&run(home.path(), &["man", "--dir", dir.to_str().unwrap()], &[]));
    let mut names: Vec<_> = fs::read_dir(&dir).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names[..3], ["dateline-batch.1", "dateline-completions.1", "dateline-config.1"]);
    assert_eq!(names.len(), 18, "{names:?}");
}
