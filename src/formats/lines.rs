//! Lines of a text, whatever ends them.

/// The lines of `text` without their ends: LF, CRLF and CR alone end a line, also mixed.
///
/// The separators of Unicode do not: they stand inside paragraphs that were pasted from elsewhere.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text).filter(|text| !text.is_empty());
    std::iter::from_fn(move || {
        let all = rest?;
        let bytes = all.as_bytes();
        let Some(end) = bytes.iter().position(|&byte| byte == b'\n' || byte == b'\r') else {
            return rest.take();
        };
        let length = if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
        rest = Some(&all[end + length..]).filter(|rest| !rest.is_empty());
        Some(&all[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_newlines_end_a_line() {
        let split = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(split("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
        assert_eq!(split("a\n\r\n\rb\n"), ["a", "", "", "b"]);
        assert_eq!(split("a\u{2028}b\u{85}c\x0bd"), ["a\u{2028}b\u{85}c\x0bd"]);
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split("\n"), [""]);
    }
}
