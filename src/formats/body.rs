//! The body in Markdown: a paragraph a line as it stands, except that hard-wrapped lines are
//! joined.
//!
//! A break is one at a margin when the next word would not have fitted on the line. Lines of a
//! poem, of a list, of code or of a table stay lines; so do texts with a paragraph a line.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Margins that people and editors break lines at, in cells.
const MARGINS: std::ops::RangeInclusive<usize> = 50..=125;

/// Cells of a word that need not fit, in scripts that have blanks between words.
const LONG_WORD: usize = 40;

/// The paragraphs of a body; some may be blank.
pub(super) fn paragraphs(lines: &[&str]) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut block: Vec<&str> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in lines {
        let start = line.trim_start();
        if let Some(open) = fence {
            fence = if start.starts_with(open) { None } else { Some(open) };
            paragraphs.push((*line).to_owned());
            continue;
        }
        let kind = if block.is_empty() || stands_alone(start) {
            kind(line)
        } else {
            // An indented line in the midst of text goes on with it.
            kind(start)
        };
        if kind != Kind::Text {
            put(&mut paragraphs, &mut block);
        }
        match kind {
            Kind::Text | Kind::Item => block.push(line),
            Kind::Blank => (),
            Kind::Alone => paragraphs.push((*line).to_owned()),
            Kind::Fence => {
                fence = Some(if start.starts_with('`') { "```" } else { "~~~" });
                paragraphs.push((*line).to_owned());
            }
        }
    }
    put(&mut paragraphs, &mut block);
    paragraphs
}

/// The heading that a body begins with: its level, its text without the signs, and what comes after.
pub(super) fn heading<'l>(lines: &'l [&'l str]) -> Option<(usize, &'l str, &'l [&'l str])> {
    let at = lines.iter().position(|line| !line.trim().is_empty())?;
    let line = lines[at].trim();
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let is_heading = (1..=6).contains(&level) && text.starts_with([' ', '\t']);
    is_heading.then(|| (level, text.trim_end_matches('#').trim(), &lines[at + 1..]))
}

/// The underlined heading that a body begins with, as [`heading`] gives it.
pub(super) fn underlined<'l>(lines: &'l [&'l str]) -> Option<(usize, &'l str, &'l [&'l str])> {
    let at = lines.iter().position(|line| !line.trim().is_empty())?;
    let below = lines.get(at + 1)?.trim();
    let is_line = |sign: char| 3 <= below.len() && below.chars().all(|it| it == sign);
    let is_heading = kind(lines[at]) == Kind::Text && (is_line('=') || is_line('-'));
    let level = if is_line('=') { 1 } else { 2 };
    is_heading.then(|| (level, lines[at].trim(), &lines[at + 2..]))
}

/// What a line is, by how it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Text,
    /// Begins a paragraph of its own, that may go on with the next line.
    Item,
    /// Has nothing to do with the lines around it.
    Alone,
    /// Begins lines that are code.
    Fence,
}

fn kind(line: &str) -> Kind {
    let start = line.trim_start();
    if start.is_empty() {
        Kind::Blank
    } else if start.starts_with("```") || start.starts_with("~~~") {
        Kind::Fence
    } else if stands_alone(start) || line.starts_with("    ") || line.starts_with('\t') {
        Kind::Alone
    } else if is_item(start) {
        Kind::Item
    } else {
        Kind::Text
    }
}

/// Headings, quotations, tables, tags, templates, pictures, addresses of links and rules.
fn stands_alone(start: &str) -> bool {
    let is_link = || start.starts_with('[') && start.contains("]:");
    start.starts_with(['#', '>', '|', '<', '{'])
        || start.starts_with("![")
        || start.starts_with("---")
        || start.starts_with("===")
        || is_link()
}

/// `- one`, `* one`, `+ one`, `1. one`, `1) one`.
fn is_item(start: &str) -> bool {
    let after_digits = start.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = after_digits.len() < start.len();
    let rest = if is_number {
        after_digits.strip_prefix(['.', ')'])
    } else {
        start.strip_prefix(['-', '*', '+'])
    };
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Puts the lines of a block with the paragraphs: as one, or as they stand.
fn put(paragraphs: &mut Vec<String>, block: &mut Vec<&str>) {
    if is_broken_at_margin(block) {
        let mut text = block[0].trim_end().to_owned();
        for line in &block[1..] {
            let line = line.trim();
            let is_wide = |last: char| last.width() == Some(2);
            if !(text.ends_with(is_wide) && begins_wide(line)) {
                text.push(' ');
            }
            text.push_str(line);
        }
        paragraphs.push(text);
        block.clear();
    } else {
        paragraphs.extend(block.drain(..).map(str::to_owned));
    }
}

/// Whether a text is of a script that has no blanks between words.
pub(super) fn begins_wide(text: &str) -> bool {
    text.starts_with(|first: char| first.width() == Some(2))
}

/// Whether most of the breaks between lines are there because a margin had been reached.
pub(super) fn is_broken_at_margin(block: &[&str]) -> bool {
    let n_breaks = block.len().saturating_sub(1);
    // A single word, an address above all, can be longer than any margin; and a quarter of the
    // lines may have got a few words more when somebody went over them.
    let is_usual = |line: &&&str| {
        line.split_whitespace().all(|word| word.width() < LONG_WORD || begins_wide(word))
    };
    let mut widths: Vec<usize> =
        block.iter().filter(is_usual).map(|line| line.trim().width()).collect();
    widths.sort_unstable();
    let margin = widths.get(3 * widths.len() / 4).filter(|margin| MARGINS.contains(margin));
    let Some(&margin) = margin else { return false };
    let is_hard = |line: &str| line.ends_with("  ") || line.ends_with('\\');
    let is_forced = |pair: &&[&str]| {
        let next = pair[1].split_whitespace().next().unwrap_or_default();
        let n_cells = if begins_wide(next) { 2 } else { 1 + next.width() };
        !is_hard(pair[0]) && margin < pair[0].trim().width() + n_cells
    };
    let n_forced = block.windows(2).filter(is_forced).count();
    0 < n_breaks && 2 * n_breaks <= 3 * n_forced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        paragraphs(&text.lines().collect::<Vec<_>>())
    }

    #[test]
    fn lines_broken_at_a_margin_are_one_paragraph() {
        let text = "Last year, the harbour started a process to replace its\n\
                    oldest ferries. The boats are used by more than two\n\
                    thousand people ([see the\n\
                    report](https://harbour.example/a/very/long/address/that/cannot/be/broken)) each day.\n";
        assert_eq!(read(text).len(), 1);
        assert!(
            read(text)[0].contains(
                "replace its oldest ferries. The boats are used by more than two thousand"
            )
        );
        let text = "昨年、港は最も古いフェリーを交換するための手続きを始めました。その船は\n毎日二千人以上の人々によって使われています。\n";
        assert!(read(text)[0].contains("その船は毎日"), "{:?}", read(text));
    }

    #[test]
    fn lines_that_were_meant_stay_lines() {
        let long = "A whole paragraph on one line, which is longer than any margin, because an editor breaks lines on the screen and not in the file.";
        for text in [
            "Roses are red,\nviolets are blue,\nsugar is sweet",
            "* one\n* two\n  1. three\n* four",
            "# Heading\nText.",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "    code\n    more code",
            "```\nlet margin = 80; // a line of code that is as long as a line of text can be\nof code\n```",
            "> quoted\n> more",
            "{{< img >}}\nText.",
            "[a]: https://a.example\n[b]: https://b.example",
            &format!("{long}\n{long}"),
            "A line that ends by two blanks, which is how one breaks it  \nin Markdown.",
        ] {
            assert_eq!(read(text), text.lines().collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn an_item_goes_on_and_blank_lines_end_what_goes_on() {
        let text = "* an item that is long enough to reach the margin of its\n  line and goes on\n* two\n\nText.\n\nMore.";
        let expected = [
            "* an item that is long enough to reach the margin of its line and goes on",
            "* two",
            "Text.",
            "More.",
        ];
        assert_eq!(read(text), expected);
    }
}
