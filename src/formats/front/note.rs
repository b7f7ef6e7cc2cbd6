//! Notes named after their file, as in Obsidian and similar programs.

use std::path::Path;

use crate::{base::Clean, formats::title};

/// Names that every folder may have a file of.
const COMMON: [&str; 8] =
    ["README", "LICENSE", "LICENCE", "INDEX", "CHANGELOG", "CONTRIBUTING", "TODO", "NOTES"];

/// The name of a Markdown file, where somebody wrote it as a name: it has blanks, capitals or
/// letters outside ASCII. A slug, a number or a day names no note.
pub(in crate::formats) fn name(path: &Path) -> Option<Clean> {
    let extension = path.extension()?.to_str()?;
    if !["md", "markdown", "mkd"].iter().any(|it| extension.eq_ignore_ascii_case(it)) {
        return None;
    }
    let stem = path.file_stem()?.to_str()?.trim();
    let is_slug = !stem.contains(char::is_whitespace) && stem.contains(['-', '_']);
    let is_name = stem.contains(char::is_alphabetic)
        && !is_slug
        && !COMMON.iter().any(|common| stem.eq_ignore_ascii_case(common))
        && stem.contains(|c: char| c == ' ' || c.is_uppercase() || !c.is_ascii());
    if !is_name || title::is_too_long(stem) {
        return None;
    }
    title::stated(stem).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_from_a_slug() {
        for (path, expected) in [
            ("a/Harbour log.md", Some("Harbour log")),
            ("Sources.MD", Some("Sources")),
            ("港の記録.md", Some("港の記録")),
            ("2022-02-15-harbour-log.md", None),
            ("harbour_log.md", None),
            ("Harbour-log.md", None),
            ("README.md", None),
            ("index.md", None),
            ("2022-02-15.md", None),
            ("Harbour log.txt", None),
        ] {
            assert_eq!(name(Path::new(path)).as_deref(), expected, "{path}");
        }
    }
}
