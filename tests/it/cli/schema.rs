//! `dateline schema` against what is printed.

use serde_json::Value;

use super::*;

/// Why a value is not as a schema says; each property that is printed has to be described.
fn fault(value: &Value, schema: &Value, root: &Value) -> Option<String> {
    if let Some(name) = schema["$ref"].as_str() {
        let pointer = name.strip_prefix('#').unwrap();
        return fault(value, root.pointer(pointer).unwrap(), root);
    }
    let all = |name: &str| schema[name].as_array().cloned().unwrap_or_default();
    if let any @ [_, ..] = &*all("anyOf") {
        let faults: Vec<_> = any.iter().map(|it| fault(value, it, root)).collect();
        return faults.iter().all(Option::is_some).then(|| format!("{faults:?}"));
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(it) if it.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds = if schema["type"].is_array() { all("type") } else { vec![schema["type"].clone()] };
    if !kinds.iter().any(|it| it == kind || it == "number" && kind == "integer") {
        return Some(format!("{value} is not of {kinds:?}"));
    }
    match value {
        Value::Array(items) => items.iter().find_map(|it| fault(it, &schema["items"], root)),
        Value::Object(own) => {
            let missing =
                all("required").into_iter().find(|it| own.get(it.as_str().unwrap()).is_none());
            let missing = missing.map(|name| format!("{name} is missing"));
            missing.or_else(|| {
                own.iter().find_map(|(name, value)| match &schema["properties"][name] {
                    Value::Null => Some(format!("{name} is not described")),
                    schema => fault(value, schema, root).map(|why| format!("{name}: {why}")),
                })
            })
        }
        _ => None,
    }
}

#[test]
fn everything_that_is_printed_is_as_the_schema_says() {
    let ours = tempfile::tempdir().unwrap();
    let schema: Value = serde_json::from_slice(&run(ours.path(), &["schema"]).stdout).unwrap();
    assert_eq!(schema["version"], 1);
    let described = schema["properties"].as_object().unwrap();
    let queries = ours.path().join("queries");
    fs::write(&queries, "ferry\nstrike\n").unwrap();
    let queries = queries.to_str().unwrap();
    let printed: &[(&str, &[&str])] = &[
        ("list", &[]),
        ("list", &["--body"]),
        ("search", &["ferry"]),
        ("show", &[]),
        ("facets", &["--by", "source"]),
        ("timeline", &["--by", "month"]),
        ("timeline", &["--share"]),
        ("kwic", &["ferry"]),
        ("batch", &[queries]),
        ("batch", &[queries, "--by", "month"]),
        ("explain", &["ferry OR -(=\"The\" date:2024)"]),
        ("problems", &[]),
    ];
    for name in described.keys() {
        assert!(printed.iter().any(|(it, _)| it == name), "{name} is not tried");
        let only = run(ours.path(), &["schema", name]);
        let only: Value = serde_json::from_slice(&only.stdout).unwrap();
        assert_eq!(only["allOf"][0], described[name]);
    }
    let shown = run(ours.path(), &["list", &sample(), "--limit=1", "--json"]);
    let shown: Value = serde_json::from_slice(&shown.stdout).unwrap();
    for (name, more) in printed {
        let own = [shown["id"].as_str().unwrap(), "--highlight", "the"];
        let more: &[&str] = if *name == "show" { &own } else { more };
        let dir = sample();
        let arguments = [&[*name, &dir][..], more, &["--json"]].concat();
        let output = run(ours.path(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", text(&output.stderr));
        for line in text(&output.stdout).lines() {
            let line = serde_json::from_str(line).unwrap();
            assert_eq!(fault(&line, &described[*name], &schema), None, "{arguments:?}: {line}");
        }
    }
}

#[test]
fn every_property_is_explained_or_says_it_by_its_name() {
    let ours = tempfile::tempdir().unwrap();
    let schema: Value = serde_json::from_slice(&run(ours.path(), &["schema"]).stdout).unwrap();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert!(definition["description"].is_string(), "{name}");
    }
    let wrong = run(ours.path(), &["schema", "shoe"]);
    assert_eq!(wrong.status.code(), Some(2));
}
