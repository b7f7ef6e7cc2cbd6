//! The fields of a query: one closed table, from which reading, help and completion are drawn.

use crate::base::{nearest, wording};

/// What stands in front of a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QueryField {
    Title,
    Body,
    Source,
    Url,
    Path,
    Lang,
    Words,
    Id,
    Step,
    Date,
    Added,
    Since,
    Until,
    Is,
    Sort,
    Limit,
}

/// What the value of a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Takes {
    /// Words, phrases and what joins them.
    Text,
    /// A name, a beginning of one, or a regular expression.
    Name,
    Days,
    Number,
    Word,
    /// Says how hits are shown, not which they are.
    Showing,
}

/// What is offered while the value of a field is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Offers {
    Nothing,
    Sources,
    Folders,
    Languages,
    Days,
    States,
    Orders,
}

/// All that is known of a field.
#[derive(Debug, Clone, Copy)]
pub struct FieldInfo {
    pub field: QueryField,
    pub name: &'static str,
    pub takes: Takes,
    pub offers: Offers,
    /// A query that is read as it stands.
    pub example: &'static str,
    /// What it finds.
    pub help: fn() -> &'static str,
}

/// Every field, in the order of [`QueryField`].
pub static FIELDS: [FieldInfo; 16] = [
    FieldInfo {
        field: QueryField::Title,
        name: "title",
        takes: Takes::Text,
        offers: Offers::Nothing,
        example: "title:(ferry OR \"night boat\")",
        help: || wording!("field-title"),
    },
    FieldInfo {
        field: QueryField::Body,
        name: "body",
        takes: Takes::Text,
        offers: Offers::Nothing,
        example: "body:harbour",
        help: || wording!("field-body"),
    },
    FieldInfo {
        field: QueryField::Source,
        name: "source",
        takes: Takes::Name,
        offers: Offers::Sources,
        example: "source:\"Evening Whistle\"",
        help: || wording!("field-source"),
    },
    FieldInfo {
        field: QueryField::Url,
        name: "url",
        takes: Takes::Name,
        offers: Offers::Nothing,
        example: "url:whistle.example/politics",
        help: || wording!("field-url"),
    },
    FieldInfo {
        field: QueryField::Path,
        name: "path",
        takes: Takes::Name,
        offers: Offers::Folders,
        example: "path:politics/",
        help: || wording!("field-path"),
    },
    FieldInfo {
        field: QueryField::Lang,
        name: "lang",
        takes: Takes::Word,
        offers: Offers::Languages,
        example: "lang:de",
        help: || wording!("field-lang"),
    },
    FieldInfo {
        field: QueryField::Words,
        name: "words",
        takes: Takes::Number,
        offers: Offers::Nothing,
        example: "words:300..600",
        help: || wording!("field-words"),
    },
    FieldInfo {
        field: QueryField::Id,
        name: "id",
        takes: Takes::Word,
        offers: Offers::Nothing,
        example: "id:0f3a",
        help: || wording!("field-id"),
    },
    FieldInfo {
        field: QueryField::Step,
        name: "step",
        takes: Takes::Number,
        offers: Offers::Nothing,
        example: "step:17",
        help: || wording!("field-step"),
    },
    FieldInfo {
        field: QueryField::Date,
        name: "date",
        takes: Takes::Days,
        offers: Offers::Days,
        example: "date:2022-02-10..15",
        help: || wording!("field-date"),
    },
    FieldInfo {
        field: QueryField::Added,
        name: "added",
        takes: Takes::Days,
        offers: Offers::Days,
        example: "added:\"last week\"",
        help: || wording!("field-added"),
    },
    FieldInfo {
        field: QueryField::Since,
        name: "since",
        takes: Takes::Days,
        offers: Offers::Days,
        example: "since:monday",
        help: || wording!("field-since"),
    },
    FieldInfo {
        field: QueryField::Until,
        name: "until",
        takes: Takes::Days,
        offers: Offers::Days,
        example: "until:2022-03",
        help: || wording!("field-until"),
    },
    FieldInfo {
        field: QueryField::Is,
        name: "is",
        takes: Takes::Word,
        offers: Offers::States,
        example: "is:unread",
        help: || wording!("field-is"),
    },
    FieldInfo {
        field: QueryField::Sort,
        name: "sort",
        takes: Takes::Showing,
        offers: Offers::Orders,
        example: "sort:-date",
        help: || wording!("field-sort"),
    },
    FieldInfo {
        field: QueryField::Limit,
        name: "limit",
        takes: Takes::Showing,
        offers: Offers::Nothing,
        example: "limit:50",
        help: || wording!("field-limit"),
    },
];

impl QueryField {
    /// The field of a name in any case.
    pub fn named(name: &str) -> Option<Self> {
        let found = FIELDS.iter().find(|it| it.name.eq_ignore_ascii_case(name))?;
        Some(found.field)
    }

    pub fn info(self) -> &'static FieldInfo {
        &FIELDS[self as usize]
    }

    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// Whether its value is words of the text.
    pub(super) fn takes_text(self) -> bool {
        self.info().takes == Takes::Text
    }

    /// Whether its value can be a regular expression.
    pub(super) fn takes_regex(self) -> bool {
        matches!(self, Self::Title | Self::Source | Self::Url | Self::Path)
    }
}

/// The field that was probably meant by a name that is none.
pub(super) fn meant(name: &str) -> Option<&'static str> {
    const LEAST: usize = 3;
    let name = name.to_lowercase();
    let n_letters = name.chars().count();
    if n_letters < LEAST || !name.chars().all(char::is_alphabetic) {
        return None;
    }
    FIELDS.iter().map(|it| it.name).filter(|it| LEAST <= it.len()).find(|it| {
        // A slip of one letter; a name begun or gone on with is one, too: `sources`, `lan`.
        let is_part = it.starts_with(&*name) || name.starts_with(*it) && n_letters <= 2 * it.len();
        is_part || strsim::damerau_levenshtein(it, &name) <= 1
    })
}

/// What an article can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ArticleState {
    Read,
    Unread,
    Starred,
    Undated,
    Changed,
    Copy,
    Damaged,
}

/// The states by their names.
pub static STATES: [(ArticleState, &str); 7] = [
    (ArticleState::Read, "read"),
    (ArticleState::Unread, "unread"),
    (ArticleState::Starred, "starred"),
    (ArticleState::Undated, "undated"),
    (ArticleState::Changed, "changed"),
    (ArticleState::Copy, "copy"),
    (ArticleState::Damaged, "damaged"),
];

/// What hits are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SortBy {
    Date,
    Relevance,
    Source,
    Title,
    Words,
    Added,
    Hits,
}

/// What hits are sorted by, by name.
pub static ORDERS: [(SortBy, &str); 7] = [
    (SortBy::Date, "date"),
    (SortBy::Relevance, "relevance"),
    (SortBy::Source, "source"),
    (SortBy::Title, "title"),
    (SortBy::Words, "words"),
    (SortBy::Added, "added"),
    (SortBy::Hits, "hits"),
];

/// What a table of names says of one in any case.
pub(super) fn by_name<T: Copy>(table: &[(T, &'static str)], name: &str) -> Option<T> {
    table.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(value, _)| *value)
}

/// The name of a table that was probably meant: one that begins so, else the nearest.
pub(super) fn nearest_in<T>(table: &[(T, &'static str)], name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let names = || table.iter().map(|(_, known)| *known);
    let begun = names().find(|known| !name.is_empty() && known.starts_with(&*name));
    begun.or_else(|| nearest(&name, names()))
}

/// What a table of names calls a value.
pub(super) fn name_in<T: Copy + PartialEq>(table: &[(T, &'static str)], value: T) -> &'static str {
    table.iter().find(|(known, _)| *known == value).map_or("", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_where_its_number_says() {
        for info in &FIELDS {
            assert_eq!(info.field.info().name, info.name);
            assert_eq!(QueryField::named(&info.name.to_uppercase()), Some(info.field));
        }
    }

    #[test]
    fn slips_are_understood_and_other_words_are_not() {
        for (name, expected) in [
            ("sorce", Some("source")),
            ("sources", Some("source")),
            ("titel", Some("title")),
            ("lan", Some("lang")),
            ("language", Some("lang")),
            ("update", None),
            ("note", None),
            ("foo", None),
            ("12", None),
        ] {
            assert_eq!(meant(name), expected, "{name}");
        }
    }
}
