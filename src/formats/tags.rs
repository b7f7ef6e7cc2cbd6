//! The words of HTML that stands in a text of another format: its tags and comments go.

/// Tags that words run on through; all others end a paragraph.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

/// Elements whose content is not text.
const HIDDEN: [&str; 2] = ["script", "style"];

/// The paragraphs of a piece of HTML, entities decoded; blank ones left out.
pub(super) fn texts(html: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        push(&mut texts, text);
        let Some(length) = length(tag) else {
            // A sign that begins no tag.
            push(&mut texts, "<");
            rest = &tag[1..];
            continue;
        };
        let name = name(&tag[..length]);
        if !INLINE.contains(&&*name) {
            texts.push(String::new());
        }
        rest = &tag[length..];
        if HIDDEN.contains(&&*name) && !tag.starts_with("</") {
            rest = rest.find("</").map_or("", |end| &rest[end..]);
        }
    }
    push(&mut texts, rest);
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// Whether a tag breaks a line.
pub(super) fn is_line_break(tag: &str) -> bool {
    name(tag) == "br"
}

fn push(texts: &mut [String], text: &str) {
    let Some(last) = texts.last_mut() else { return };
    for word in htmlize::unescape(text).split_inclusive(char::is_whitespace) {
        let (word, is_end) = match word.strip_suffix(char::is_whitespace) {
            Some(word) => (word, true),
            None => (word, false),
        };
        last.push_str(word);
        if is_end && !last.is_empty() && !last.ends_with(' ') {
            last.push(' ');
        }
    }
}

/// Bytes of the tag or comment that `html` begins with; all of it if it has no end.
fn length(html: &str) -> Option<usize> {
    let end = |sign: &str| html.find(sign).map_or(html.len(), |at| at + sign.len());
    if html.starts_with("<!--") {
        return Some(end("-->"));
    }
    let is_tag = html[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
    is_tag.then(|| end(">"))
}

/// The name of a tag, in small letters.
fn name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    name[..end].to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        for (html, expected) in [
            ("<p>The <b>old</b> mill</p>\n<p>closed.</p>", vec!["The old mill", "closed."]),
            ("<div class=\"a > b\">one</div>", vec!["b\">one"]),
            ("a<br/>b &amp; c", vec!["a", "b & c"]),
            ("<!-- not > shown -->seen<!-- open", vec!["seen"]),
            ("<script>if (a < b) {}</script>after", vec!["after"]),
            ("1 < 2 and <", vec!["1 < 2 and <"]),
            ("<table><tr><td>a</td><td>b</td></tr></table>", vec!["a", "b"]),
            ("", vec![]),
        ] {
            let texts: Vec<String> = texts(html).iter().map(|it| it.trim().to_owned()).collect();
            assert_eq!(texts, expected, "{html}");
        }
        assert!(is_line_break("<BR />") && !is_line_break("<b>"));
    }
}
