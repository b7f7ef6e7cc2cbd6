//! Query syntax of other programs that ours lacks: operators and fields. Here they are words, and
//! would find something else than the user meant.

use crate::base::wording;

/// Names of fields that other programs know, and news has.
const FIELDS: [&str; 22] = [
    "after", "author", "before", "body", "content", "date", "file", "in", "intitle", "inurl", "is",
    "lang", "language", "outlet", "path", "since", "site", "source", "tag", "text", "title",
    "until",
];

/// What to say of a query that asks for more than words, before its words are searched for. Only
/// what is certain: `OR` in capitals or as bars, and fields with a name that is known.
pub fn complaint(query: &str) -> Option<&'static str> {
    if outside_quotes(query).any(|word| matches!(word, "OR" | "|" | "||")) {
        return Some(wording!("results-no-or"));
    }
    let is_known = |name: &str| FIELDS.contains(&name.to_ascii_lowercase().as_str());
    fields(query).any(is_known).then_some(wording!("results-no-fields"))
}

/// The names of what looks like a field.
fn fields(query: &str) -> impl Iterator<Item = &str> {
    outside_quotes(query).filter_map(|word| {
        let (name, value) = word.trim_start_matches('-').split_once(':')?;
        let is_name = !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphabetic());
        (is_name && !value.starts_with("//")).then_some(name)
    })
}

/// The words that do not stand within quotes; of `title:"owls"`, its beginning.
fn outside_quotes(query: &str) -> impl Iterator<Item = &str> {
    query.split('"').step_by(2).flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_and_known_fields_are_told_from_words() {
        for query in [
            "ferry OR strike",
            "ferry | strike",
            "source:whistle",
            "-title:owls",
            "Date:2022",
            "title:\"a b\"",
        ] {
            assert!(complaint(query).is_some(), "{query}");
        }
        for query in [
            "ferry or strike",
            "\"ferry OR strike\"",
            "ORB",
            "note:this",
            "https://a.example",
            "12:30",
            "a: b",
        ] {
            assert_eq!(complaint(query), None, "{query}");
        }
    }
}
