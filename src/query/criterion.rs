//! What is asked of an article besides its text: `source:`, `date:`, `is:` and the like.

use std::sync::Arc;

use super::{
    clause::Clause,
    dates::Period,
    fields::{ArticleState, QueryField},
    pattern::Regex,
    quotes::{is_quote, without_quotes},
    stems::Tongue,
};

/// A question to a column of the catalogue or to the marks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Criterion {
    Source(NamePattern),
    Path(NamePattern),
    Url(Url),
    /// A regular expression for titles.
    Title(Regex),
    /// A regular expression for titles, sources, paths and addresses: whichever has it.
    Any(Regex),
    /// A code of two or three letters, in small letters; `None` where nobody knows.
    Lang(Option<Box<str>>),
    Words(Numbers),
    /// The hexadecimal digits that the id begins with, in small letters.
    Id(Box<str>),
    /// The number of a step of the history of marks.
    Step(u64),
    Date(Period),
    Added(Period),
    Is(ArticleState),
}

/// What a source or a path is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NamePattern {
    Name(Name),
    /// The sources of a group of the settings: `@tabloids`.
    Group(Group),
    Regex(Regex),
}

/// Sources under one name: `source:@tabloids`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group {
    pub name: Box<str>,
    pub members: Arc<[Name]>,
}

/// A name in any case, perhaps only its beginning.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name {
    /// As written, without quotes and the last star.
    pub text: Box<str>,
    pub is_begun: bool,
}

/// What an address is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Url {
    /// Host and path that it begins with, without scheme and `www.`; the host in small letters.
    Begins(Box<str>),
    /// Words of it, side by side.
    Words(Clause),
    Regex(Regex),
}

/// A range of numbers, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Numbers {
    pub least: u32,
    /// `u32::MAX` where the range is open.
    pub most: u32,
}

impl Criterion {
    /// The field that asks this; `None` of a regular expression that stands by itself.
    pub fn field(&self) -> Option<QueryField> {
        Some(match self {
            Self::Source(_) => QueryField::Source,
            Self::Path(_) => QueryField::Path,
            Self::Url(_) => QueryField::Url,
            Self::Title(_) => QueryField::Title,
            Self::Any(_) => return None,
            Self::Lang(_) => QueryField::Lang,
            Self::Words(_) => QueryField::Words,
            Self::Id(_) => QueryField::Id,
            Self::Step(_) => QueryField::Step,
            Self::Date(_) => QueryField::Date,
            Self::Added(_) => QueryField::Added,
            Self::Is(_) => QueryField::Is,
        })
    }
}

impl Group {
    /// Whether a source is one of its members.
    pub fn has(&self, source: &str) -> bool {
        self.members.iter().any(|member| member.is_name_of(source))
    }
}

impl Numbers {
    pub fn contains(self, number: u32) -> bool {
        self.least <= number && number <= self.most
    }
}

impl Name {
    /// A name, in quotes or not, with a star at its end or not.
    pub(super) fn written(text: &str, is_open: bool) -> Self {
        let is_quoted = text.starts_with(is_quote);
        let is_closed = is_quoted && text.chars().skip(1).any(is_quote);
        let plain = without_quotes(text);
        let stem = plain.trim_end_matches(|c: char| c == '*' || c.is_whitespace());
        let has_star = plain[stem.len()..].contains('*');
        let is_begun = has_star || (is_open && !is_closed);
        let words: Vec<&str> = stem.split_whitespace().collect();
        Self { text: words.join(" ").into(), is_begun }
    }

    /// Whether a source has this name, or one that begins so. Stars stand for anything.
    pub fn is_name_of(&self, source: &str) -> bool {
        let star = if self.is_begun { "*" } else { "" };
        fits_stars(&format!("{}{star}", self.text.to_lowercase()), &source.to_lowercase())
    }

    /// Whether a file is at this path, in this folder, or below it. Stars stand for anything.
    pub fn is_path_of(&self, path: &str) -> bool {
        let (own, path) = (self.text.to_lowercase(), path.to_lowercase());
        let own = own.trim_start_matches("./");
        if self.is_begun {
            return fits_stars(&format!("{own}*"), &path);
        }
        let folder = own.trim_end_matches('/');
        let is_file = !own.ends_with('/') && fits_stars(folder, &path);
        is_file || fits_stars(&format!("{folder}/*"), &path)
    }
}

/// As [`super::spelling::fits`], but a question mark stands for itself, as names have it.
fn fits_stars(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

impl Url {
    /// Whether it is asked for by this address.
    pub fn is_of(&self, url: &str) -> bool {
        match self {
            Self::Begins(own) => {
                let url = plain_address(url);
                let own_host = own.split('/').next().unwrap_or_default();
                let is_whole = own.len() == own_host.len();
                let host = url.split(['/', '?', '#']).next().unwrap_or_default();
                let below = host.strip_suffix(own_host).is_some_and(|sub| sub.ends_with('.'));
                if host != own_host && !below {
                    return false;
                }
                is_whole || url[host.len()..].starts_with(&own[own_host.len()..])
            }
            Self::Words(clause) => {
                let cuts = super::clause::Cuts::of(url, Tongue::NONE);
                cuts.find(clause).next().is_some()
            }
            Self::Regex(regex) => regex.is_match(url),
        }
    }
}

/// An address without scheme and `www.`, the host in small letters.
pub(super) fn plain_address(address: &str) -> String {
    const STARTS: [&str; 3] = ["https://", "http://", "www."];
    let mut rest = address;
    let is_start = |rest: &str, start: &str| {
        rest.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start))
    };
    while let Some(start) = STARTS.iter().find(|start| is_start(rest, start)) {
        rest = &rest[start.len()..];
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    format!("{}{}", rest[..end].to_lowercase(), &rest[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str, is_begun: bool) -> Name {
        Name { text: text.into(), is_begun }
    }

    #[test]
    fn sources_are_named_whole_and_in_any_case() {
        assert!(name("Evening Whistle", false).is_name_of("evening whistle"));
        assert!(!name("Evening", false).is_name_of("Evening Whistle"));
        assert!(name("EVEN", true).is_name_of("Evening Whistle"));
        assert!(name("*whistle", false).is_name_of("Evening Whistle"));
        assert!(!name("*whist", false).is_name_of("Evening Whistle"));
        assert!(name("*whist", true).is_name_of("Evening Whistle"));
    }

    #[test]
    fn a_folder_is_everything_below_it() {
        for (pattern, is_begun, path, expected) in [
            ("politics/", false, "politics/a.txt", true),
            ("politics/", false, "politics/2022/a.txt", true),
            ("politics", false, "politics/2022/a.txt", true),
            ("Politics/", false, "politics/a.txt", true),
            ("./politics", false, "politics/a.txt", true),
            ("politics/", false, "politics2/a.txt", false),
            ("politics/", false, "news/politics/a.txt", false),
            ("*/politics/", false, "news/politics/a.txt", true),
            ("politics/a.txt", false, "politics/a.txt", true),
            ("politics/a.txt/", false, "politics/a.txt", false),
            ("pol", true, "politics/a.txt", true),
            ("pol*/a", true, "politics/a.txt", true),
            ("*.txt", false, "politics/a.txt", true),
        ] {
            assert_eq!(name(pattern, is_begun).is_path_of(path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn addresses_are_compared_by_host_and_the_beginning_of_the_path() {
        for (own, url, expected) in [
            ("x.example", "https://www.x.example/a", true),
            ("x.example", "http://news.X.example", true),
            ("x.example", "http://ax.example", false),
            ("x.example", "http://x.example.org/", false),
            ("x.example/pol", "http://x.example/politics/1", true),
            ("x.example/Pol", "http://x.example/politics/1", false),
            ("x.example/", "http://x.example", false),
        ] {
            assert_eq!(Url::Begins(own.into()).is_of(url), expected, "{own} {url}");
        }
        assert_eq!(plain_address("HTTPS://WWW.X.example/A"), "x.example/A");
    }
}
