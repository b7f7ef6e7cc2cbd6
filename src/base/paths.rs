//! Names of files as text: any bytes in, one line out, and back again.
//!
//! A name may hold anything but a stroke and a zero byte: line ends, controls, bytes that are not
//! UTF-8. Its text form is clean, is one line, and leads back to the file:
//!
//! | written | stands for |
//! |---|---|
//! | `\\` | a backslash |
//! | `\n`, `\r`, `\t` | a line end, a carriage return, a tab |
//! | `\xff` | the byte ff; `\x20` is a space at either end of the path |
//! | `\u{202e}` | a character that would not be seen, or would turn the line around |

use std::{
    ffi::{OsStr, OsString},
    fmt::Write,
    os::unix::ffi::{OsStrExt, OsStringExt},
    path::{Path, PathBuf},
};

use super::{Clean, characters};

/// `path` as text that [`unescaped`] reads back.
pub fn escaped(path: &Path) -> Clean {
    let bytes = path.as_os_str().as_bytes();
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        // Runs without controls are taken whole: marks count with the letter before them.
        for run in chunk.valid().split_inclusive(is_control) {
            let end = run.chars().next_back().filter(|c| is_control(*c));
            push_run(&mut text, &run[..run.len() - end.map_or(0, char::len_utf8)]);
            if let Some(c) = end {
                push_escape(&mut text, c);
            }
        }
        for byte in chunk.invalid() {
            // Writing to a string cannot fail.
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    Clean::new(&without_blank_ends(text))
}

/// The path that `text` was written for; `None` if it is not such a text.
pub fn unescaped(text: &OsStr) -> Option<PathBuf> {
    let mut path = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'\\' {
            path.push(*byte);
            continue;
        }
        let (kind, after) = rest.split_first()?;
        rest = after;
        match kind {
            b'\\' => path.push(b'\\'),
            b'n' => path.push(b'\n'),
            b'r' => path.push(b'\r'),
            b't' => path.push(b'\t'),
            b'x' => {
                let (digits, after) = rest.split_at_checked(2)?;
                path.push(u8::try_from(hexadecimal(digits)?).ok()?);
                rest = after;
            }
            b'u' => {
                let digits = rest.strip_prefix(b"{")?;
                let end = digits.iter().position(|byte| *byte == b'}')?;
                let c = char::from_u32(hexadecimal(&digits[..end])?)?;
                path.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                rest = &digits[end + 1..];
            }
            _ => return None,
        }
    }
    Some(PathBuf::from(OsString::from_vec(path)))
}

/// `path` to be kept as text: as it is, or escaped where it is not UTF-8.
pub fn kept(path: &Path) -> String {
    path.to_str().map_or_else(|| escaped(path).to_string(), str::to_owned)
}

/// The path that was kept as `text`.
pub fn from_kept(text: &str) -> PathBuf {
    let path = PathBuf::from(text);
    if path.exists() { path } else { unescaped(text.as_ref()).unwrap_or(path) }
}

/// Whether a character stands for itself on a screen, alone or with those around it.
pub fn is_shown(c: char) -> bool {
    characters::is_shown(c)
}

fn is_control(c: char) -> bool {
    c.is_control() || c == '\\'
}

/// Adds a run as it is where all of it may be shown, else what may not be shown escaped.
fn push_run(text: &mut String, run: &str) {
    if Clean::new(run).as_str() == run {
        return text.push_str(run);
    }
    for c in run.chars() {
        if Clean::new(c.encode_utf8(&mut [0; 4])).chars().eq([c]) {
            text.push(c);
        } else {
            push_escape(text, c);
        }
    }
}

fn push_escape(text: &mut String, c: char) {
    match c {
        '\\' => text.push_str("\\\\"),
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        // Writing to a string cannot fail.
        '\0'..='\x7f' => drop(write!(text, "\\x{:02x}", c as u32)),
        _ => drop(write!(text, "\\u{{{:x}}}", c as u32)),
    }
}

/// Blanks at the ends are not seen, and are lost where a line is trimmed.
fn without_blank_ends(mut text: String) -> String {
    const BLANK: &str = "\\x20";
    if text.ends_with(' ') {
        text.replace_range(text.len() - 1.., BLANK);
    }
    if text.starts_with(' ') {
        text.replace_range(..1, BLANK);
    }
    text
}

fn hexadecimal(digits: &[u8]) -> Option<u32> {
    let is_plain = !digits.is_empty() && digits.iter().all(u8::is_ascii_hexdigit);
    u32::from_str_radix(str::from_utf8(digits).ok()?, 16).ok().filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    fn path(bytes: &[u8]) -> PathBuf {
        PathBuf::from(OsString::from_vec(bytes.to_vec()))
    }

    #[test]
    fn names_that_are_plain_stay_and_others_are_told_byte_by_byte() {
        for (bytes, text) in [
            (&b"2022/02/a b.txt"[..], "2022/02/a b.txt"),
            ("Zürich/e\u{301}té.txt".as_bytes(), "Zürich/e\u{301}té.txt"),
            (b"two\nlines\t\x1b[31m.txt", "two\\nlines\\t\\x1b[31m.txt"),
            (b"caf\xe9.txt", "caf\\xe9.txt"),
            (b"back\\slash", "back\\\\slash"),
            (b" both ", "\\x20both\\x20"),
            (b" ", "\\x20"),
            ("a\u{202e}txt.b\u{9b}31m".as_bytes(), "a\\u{202e}txt.b\\u{9b}31m"),
        ] {
            assert_eq!(escaped(&path(bytes)).as_str(), text);
            assert_eq!(unescaped(text.as_ref()), Some(path(bytes)), "{text}");
        }
    }

    #[test]
    fn what_was_never_written_is_not_guessed_at() {
        for text in ["\\", "\\q", "\\x4", "\\x+4", "\\u{}", "\\u{d800}", "\\u{41", "\\u41"] {
            assert_eq!(unescaped(text.as_ref()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_name_is_one_clean_line_that_leads_back(
            parts in vec(prop_oneof![
                vec(1u8.., 0..4),
                select(vec!["\n", "\\", "\\n", " ", "\u{301}", "\u{202e}", "\u{200d}", "👩‍🚀", "\u{85}", "a"])
                    .prop_map(|text| text.as_bytes().to_vec()),
            ], 0..12),
        ) {
            let path = path(&parts.concat());
            let text = escaped(&path);
            prop_assert_eq!(unescaped(text.as_str().as_ref()), Some(path));
            prop_assert!(!text.contains(char::is_control));
        }
    }
}
