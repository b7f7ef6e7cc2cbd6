//! JSON as front matter: an object, and a text below it.

use serde_json::{Map, Value};

use super::{Entry, TITLES, names, values};

/// What the object says that `text` begins with, and the text below it. `None` if nothing comes
/// after it: then the file is data, not an article with a header.
pub(super) fn parts(text: &str) -> Option<(Vec<Entry>, &str)> {
    if !text.starts_with('{') {
        return None;
    }
    let mut objects = serde_json::Deserializer::from_str(text).into_iter::<Map<String, Value>>();
    let object = objects.next()?.ok()?;
    let body = text.get(objects.byte_offset()..)?;
    let mut entries = Vec::new();
    enter("", &object, &mut entries);
    let is_header = body.starts_with(['\r', '\n']) && !body.trim().is_empty();
    (is_header && values(&entries, TITLES).next().is_some()).then_some((entries, body))
}

fn enter(outer: &str, object: &Map<String, Value>, entries: &mut Vec<Entry>) {
    for (key, value) in object {
        let key = format!("{outer}{}", names::compared(key));
        let value = match value {
            Value::Array(values) => values.first().unwrap_or(&Value::Null),
            value => value,
        };
        match value {
            Value::String(text) => entries.push(Entry { key, value: text.clone() }),
            Value::Number(number) => entries.push(Entry { key, value: number.to_string() }),
            Value::Object(inner) if outer.is_empty() => enter(&key, inner, entries),
            Value::Object(_) | Value::Array(_) | Value::Bool(_) | Value::Null => (),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_above_a_text_is_a_header_and_one_alone_is_data() {
        let (entries, body) =
            parts("{\n \"title\": \"A tide\", \"Date\": [\"2022-02-15\"]\n}\n\nIt came.\n")
                .unwrap();
        assert_eq!(
            values(&entries, &["title", "date"]).collect::<Vec<_>>(),
            ["A tide", "2022-02-15"]
        );
        assert_eq!(body, "\n\nIt came.\n");
        for other in ["{\"title\": \"x\"}", "{\"a\": 1}\ntext", "{% raw %}\ntext", "{"] {
            assert!(parts(other).is_none(), "{other}");
        }
    }
}
