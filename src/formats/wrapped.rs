//! Joins the lines of hard-wrapped plain text.
//!
//! A line is a paragraph in most collections, and then nothing is joined. If a blank line stands
//! between blocks of several lines, those lines nearly all end near the same margin, and few of
//! them begin with a capital, somebody's editor broke them. Verse begins its lines with capitals or
//! ends them anywhere; lists, tables, code and addresses are told apart as in Markdown.

use unicode_width::UnicodeWidthStr;

use super::body;

/// Margins that people break plain text at, in cells.
const MARGINS: std::ops::RangeInclusive<usize> = 50..=125;

/// A line longer than this, in bytes, was not hard-wrapped.
const MAX_LINE: usize = 500;

/// The paragraphs of a body whose lines were broken at a margin; `None` if a line is a paragraph.
pub(super) fn paragraphs(lines: &[&str]) -> Option<Vec<String>> {
    let blank = |line: &&str| line.trim().is_empty();
    if !lines.iter().any(blank) || lines.iter().any(|line| MAX_LINE < line.len()) {
        return None;
    }
    is_wrapped(lines).then(|| body::paragraphs(lines))
}

/// Whether most breaks inside blocks are there because the next word would not have fitted.
fn is_wrapped(lines: &[&str]) -> bool {
    let breaks: Vec<(usize, &str)> = lines
        .windows(2)
        .filter(|pair| !pair[0].trim().is_empty() && !pair[1].trim().is_empty())
        .map(|pair| (pair[0].trim().width(), pair[1].trim()))
        .collect();
    let mut widths: Vec<usize> = breaks.iter().map(|(width, _)| *width).collect();
    widths.sort_unstable();
    // A few lines may stand out for an address that could not be broken.
    let Some(&margin) = widths.get(9 * widths.len() / 10).filter(|it| MARGINS.contains(it)) else {
        return false;
    };
    let is_forced = |(width, next): &&(usize, &str)| {
        let word = next.split_whitespace().next().unwrap_or_default().width();
        margin <= width + word + 2
    };
    let begins_large =
        |(_, next): &&(usize, &str)| next.chars().next().is_some_and(char::is_uppercase);
    let n_breaks = breaks.len();
    let n_forced = breaks.iter().filter(is_forced).count();
    let n_large = breaks.iter().filter(begins_large).count();
    3 * n_breaks <= 4 * n_forced && 2 * n_large <= n_breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<String>> {
        paragraphs(&text.lines().collect::<Vec<_>>())
    }

    #[test]
    fn lines_broken_at_a_margin_are_one_paragraph() {
        let text = "\nThe old mill by the weir had not turned since the flood of that long\n\
                    year, and nobody in the village could have said who held the key to\n\
                    its door.\n\n\
                    It was opened on Monday by a joiner from across the river, who found\n\
                    the wheel in good order.\n";
        let expected = [
            "The old mill by the weir had not turned since the flood of that long year, and \
             nobody in the village could have said who held the key to its door.",
            "It was opened on Monday by a joiner from across the river, who found the wheel in \
             good order.",
        ];
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn lines_that_were_meant_stay_lines() {
        let verse = "The mill has stood beside the weir for years upon years,\n\
                     And none has heard the turning of its heavy wheel of oak,\n\
                     Till on a day in early spring the joiner came with shears\n\
                     And cut the bramble from the door and oiled the lock he broke.\n\n";
        let lines = "A paragraph a line, of which the first is longer than the second one is.\n\
                     Short.\n\nA third of a middling length, with a full stop at its end.\nFourth.\n";
        let long = "a whole paragraph on one line, ".repeat(9);
        for text in [
            &verse.repeat(3),
            lines,
            "\none\ntwo\nthree\n",
            &format!("{long}\n\n{long}\n{long}"),
            "The mill\n\nMill Lane 4\nUnder Weir\n",
            "",
        ] {
            let kept: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
            let read = read(text).map(|read| read.concat());
            assert!(read.is_none() || read == Some(kept.concat()), "{text}");
        }
    }
}
