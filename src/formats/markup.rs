//! Markdown as paragraphs with shapes.
//!
//! What the markup asks for becomes a shape, and its signs go. Lines of a paragraph are joined if
//! they were broken at a margin; others were meant, as in verse or where a line is a paragraph.
//! HTML within the text loses its tags and keeps its words; comments go.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_width::UnicodeWidthChar;

use crate::{
    base::Clean,
    domain::{Block, SpanKind},
    formats::{
        body::{self, begins_wide, is_broken_at_margin},
        composer::{Body, Composer},
        lines, tags,
    },
};

/// How a break between two parts is written.
const RULE: &str = "* * *";

/// Lines shorter than this, in characters, belong together where they were meant as lines.
const SHORT_LINE: usize = 60;

/// Signs at the beginnings of lines that may be nested in one another; a file that has more was
/// not written by people, and costs more than it is worth.
const MAX_NESTED: usize = 64;

/// The text of a file whose markup is Markdown.
pub(super) fn set(lines: &[&str]) -> Body {
    let text = lines.join("\n");
    let is_plain = lines.iter().any(|line| is_nested_beyond_measure(line));
    // What another's parser does with hostile text must not end the program.
    let read = || catch_unwind(AssertUnwindSafe(|| Setter::new(&text).read())).ok();
    let body = if is_plain { None } else { read() };
    body.unwrap_or_else(|| plain(lines))
}

/// The text with its signs.
fn plain(lines: &[&str]) -> Body {
    let mut composer = Composer::default();
    for paragraph in body::paragraphs(lines) {
        composer.text(&paragraph);
        composer.end();
    }
    composer.finish()
}

fn is_nested_beyond_measure(line: &str) -> bool {
    let signs = line.chars().take_while(|c| matches!(c, '>' | '-' | '*' | '+' | ' ' | '\t'));
    let is_rule = |line: &str| line.chars().all(|c| c == '-' || c == '*' || c.is_whitespace());
    MAX_NESTED < signs.filter(|c| !c.is_whitespace()).count() && !is_rule(line)
}

struct Setter<'t> {
    text: &'t str,
    composer: Composer,
    /// Line breaks inside the paragraph are only there because a margin had been reached.
    joins_lines: bool,
    /// A line ended, and the next goes on from it.
    is_line_over: bool,
    in_code: bool,
    /// Of the block that is being read.
    html: String,
    /// The pictures whose descriptions are being read, one within the other.
    images: Vec<Image>,
    /// What stands for the last picture.
    image: String,
}

/// A picture.
struct Image {
    description: String,
    address: Option<Clean>,
}

impl<'t> Setter<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            composer: Composer::default(),
            joins_lines: true,
            is_line_over: false,
            in_code: false,
            html: String::new(),
            images: Vec::new(),
            image: String::new(),
        }
    }

    fn read(mut self) -> Body {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_WIKILINKS;
        for (event, bytes) in Parser::new_ext(self.text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Paragraph) => {
                    let text = self.text.get(bytes).unwrap_or_default();
                    self.joins_lines = is_broken_at_margin(&lines::lines(text).collect::<Vec<_>>());
                }
                Event::Start(tag) => self.start(tag),
                Event::End(tag) => self.end(tag),
                event => self.add(event),
            }
        }
        self.composer.finish()
    }

    fn start(&mut self, tag: Tag<'_>) {
        let composer = &mut self.composer;
        match tag {
            Tag::Heading { level, .. } => composer.begin(Block::Heading(level as u8)),
            Tag::BlockQuote(_) => composer.begin_quote(),
            Tag::CodeBlock(_) => {
                composer.begin(Block::Code);
                self.in_code = true;
            }
            Tag::List(first) => composer.begin_list(first),
            Tag::Item => {
                composer.begin_item();
                self.joins_lines = true;
            }
            Tag::FootnoteDefinition(name) => {
                composer.end();
                composer.text(&format!("[{name}] "));
            }
            Tag::Table(_) => composer.begin_table(),
            Tag::TableHead | Tag::TableRow => composer.begin_row(),
            Tag::Emphasis => composer.open(Some(SpanKind::Emphasis)),
            Tag::Strong => composer.open(Some(SpanKind::Strong)),
            Tag::Strikethrough => composer.open(Some(SpanKind::Strike)),
            Tag::Link { dest_url, .. } => composer.open(web_address(&dest_url).map(SpanKind::Link)),
            Tag::Image { dest_url, .. } => {
                let address = web_address(&dest_url);
                self.images.push(Image { description: String::new(), address });
            }
            _ => (),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let composer = &mut self.composer;
        match tag {
            TagEnd::Paragraph => {
                if !self.image.is_empty() && composer.written().trim() == self.image {
                    composer.turn_into(Block::Image);
                }
                self.image.clear();
                self.is_line_over = false;
                composer.end();
            }
            TagEnd::Heading(_) | TagEnd::FootnoteDefinition => composer.end(),
            TagEnd::BlockQuote(_) => composer.end_quote(),
            TagEnd::CodeBlock => {
                self.in_code = false;
                composer.end();
            }
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                for paragraph in tags::texts(&html) {
                    composer.text(&paragraph);
                    composer.end();
                }
            }
            TagEnd::List(_) => composer.end_list(),
            TagEnd::Item => composer.end_item(),
            TagEnd::TableCell => composer.end_cell(),
            TagEnd::Table => composer.end_table(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                composer.close();
            }
            TagEnd::Image => self.end_image(),
            _ => (),
        }
    }

    fn end_image(&mut self) {
        let Some(Image { description, address }) = self.images.pop() else { return };
        let shown = pictured(&description);
        if let Some(around) = self.images.last_mut() {
            around.description.push_str(&shown);
            return;
        }
        self.composer.open(address.map(SpanKind::Link));
        self.text(&shown);
        self.composer.close();
        self.image = shown;
    }

    fn add(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if self.in_code => {
                for line in text.split_inclusive('\n') {
                    self.composer.text(line.trim_end_matches('\n'));
                    if line.ends_with('\n') {
                        self.composer.end_line(true);
                    }
                }
            }
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Code(text) => {
                self.join_line("");
                self.composer.open(Some(SpanKind::Code));
                self.text(&text);
                self.composer.close();
            }
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => {
                if tags::is_line_break(&html) {
                    self.composer.end_line(true);
                }
            }
            Event::FootnoteReference(name) => self.text(&format!("[{name}]")),
            Event::SoftBreak if self.joins_lines => self.is_line_over = true,
            Event::SoftBreak => {
                let is_short = self.composer.written().chars().nth(SHORT_LINE).is_none();
                self.composer.end_line(is_short);
            }
            Event::HardBreak => self.composer.end_line(true),
            Event::Rule => self.composer.add(Block::Rule, RULE),
            Event::TaskListMarker(is_done) => self.composer.tick(is_done),
            Event::Start(_) | Event::End(_) => (),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(image) = self.images.last_mut() {
            image.description.push_str(text);
            return;
        }
        self.join_line(text);
        self.composer.text(text);
    }

    /// Puts a blank between the line that is over and the next, if their script has blanks.
    fn join_line(&mut self, next: &str) {
        if !std::mem::take(&mut self.is_line_over) {
            return;
        }
        let last = self.composer.written().chars().next_back();
        if !(last.is_some_and(is_wide) && begins_wide(next)) {
            self.composer.text(" ");
        }
    }
}

fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

/// What stands for a picture.
fn pictured(description: &str) -> String {
    match description.trim() {
        "" => "[image]".to_owned(),
        description => format!("[image: {description}]"),
    }
}

/// The address, if it is one of the web; others lead nowhere from here.
fn web_address(address: &str) -> Option<Clean> {
    let starts = ["http://", "https://", "mailto:"];
    let is_web = starts
        .iter()
        .any(|start| address.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start)));
    is_web.then(|| Clean::showing_gaps(address).0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Marker, Shape, Span};

    /// Each paragraph with its shape in front, as short as can be.
    fn read(text: &str) -> Vec<String> {
        let body = set(&text.lines().collect::<Vec<_>>());
        assert_eq!(body.paragraphs.len(), body.shapes.len());
        body.paragraphs.iter().zip(&body.shapes).map(|(text, shape)| told(text, shape)).collect()
    }

    fn told(text: &str, shape: &Shape) -> String {
        let block = match shape.block {
            Block::Paragraph => String::new(),
            Block::Heading(level) => format!("h{level} "),
            block => format!("{block:?} "),
        };
        let marker = match shape.marker {
            None => String::new(),
            Some(Marker::Bullet) => "- ".to_owned(),
            Some(Marker::Number(number)) => format!("{number}. "),
            Some(Marker::Task { is_done }) => if is_done { "[x] " } else { "[ ] " }.to_owned(),
        };
        let around = format!(
            "{}{}{}",
            if shape.goes_on { "+" } else { "" },
            ">".repeat(usize::from(shape.n_quotes)),
            " ".repeat(usize::from(shape.indent_cells)),
        );
        let spans: String = shape.spans.iter().map(|span| said(text, span)).collect();
        format!("{around}{marker}{block}{text}{spans}")
    }

    fn said(text: &str, Span { bytes, kind }: &Span) -> String {
        let text = &text[bytes.clone()];
        match kind {
            SpanKind::Link(address) => format!(" <{text}: {address}>"),
            kind => format!(" <{text}: {kind:?}>"),
        }
    }

    #[test]
    fn markup_becomes_shape_and_its_signs_go() {
        for (text, expected) in [
            ("## The *tide* ##", vec!["h2 The tide <tide: Emphasis>"]),
            ("The tide\n---", vec!["h2 The tide"]),
            ("> quoted\n>> twice\n\nafter", vec![">quoted", ">>twice", "after"]),
            (
                "* one\n* two\n  1. three\n\n     more\n* four",
                vec!["  - one", "+  - two", "+      1. three", "      more", "+  - four"],
            ),
            ("7. seven\n8. eight", vec!["    7. seven", "+    8. eight"]),
            ("- [x] done\n- [ ] open", vec!["  [x] done", "+  [ ] open"]),
            ("```rust\nlet a = 1;\n\n    let b;\n```", vec!["Code let a = 1;", "Code     let b;"]),
            ("```\na\nb\n```", vec!["Code a", "+Code b"]),
            (
                "| a | long |\n|---|---|\n| b | **c** |",
                vec!["TableHead a  long", "+TableRow b  c <c: Strong>"],
            ),
            ("one\n\n---\n\ntwo", vec!["one", "Rule * * *", "two"]),
            (
                "![A weir](https://tide.example/w.png)",
                vec!["Image [image: A weir] <[image: A weir]: https://tide.example/w.png>"],
            ),
            ("![](w.png)", vec!["Image [image]"]),
            ("see ![a *b*](c.png) here", vec!["see [image: a b] here"]),
            (
                "**bold** and ~~gone~~ and `x < y`",
                vec!["bold and gone and x < y <bold: Strong> <gone: Strike> <x < y: Code>"],
            ),
            (
                "[The mill](https://tide.example/m) [here](/about)",
                vec!["The mill here <The mill: https://tide.example/m>"],
            ),
            ("[[Harbour log|the log]] and [[Tides]]", vec!["the log and Tides"]),
            ("A fact.[^1]\n\n[^1]: A note.", vec!["A fact.[1]", "[1] A note."]),
            ("AT&amp;T &lt;3 a_b_c 5 * 4 * 3", vec!["AT&T <3 a_b_c 5 * 4 * 3"]),
            (
                "<p align=\"left\">The <b>mill</b></p>\n\nafter<br>all",
                vec!["The mill", "after", "+all"],
            ),
            ("{{< img >}}\nText.", vec!["{{< img >}}", "+Text."]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn lines_are_joined_only_if_a_margin_broke_them() {
        let long = "A whole paragraph on one line, which is longer than any margin, because an editor breaks lines on the screen and not in the file.";
        assert_eq!(read(&format!("{long}\n{long}")), [long, long]);
        assert_eq!(
            read("Roses are red,\nviolets are blue"),
            ["Roses are red,", "+violets are blue"]
        );
        let broken = "Last year, the harbour started a *process to replace its\n\
                      oldest ferries*. The boats are used by more than two thousand\npeople.\n";
        let [paragraph] = &*read(broken) else { panic!("{:?}", read(broken)) };
        assert!(paragraph.contains("replace its oldest ferries. The"), "{paragraph}");
        let text = "昨年、港は最も古いフェリーを交換するための手続きを始めました。その船は\n毎日二千人以上の人々によって使われています。\n";
        assert!(read(text)[0].contains("その船は毎日"), "{:?}", read(text));
        assert_eq!(read("- an item\n  that goes on"), ["  - an item that goes on"]);
    }

    #[test]
    fn spans_keep_their_words_when_the_text_is_cleaned() {
        let text = "a\u{1b}b \u{200b}**c\u{202e}d** `e`";
        assert_eq!(read(text), ["a␛b cd e <cd: Strong> <e: Code>"]);
        let text = "*one\\\ntwo*";
        assert_eq!(read(text), ["one <one: Emphasis>", "+two <two: Emphasis>"]);
    }

    #[test]
    fn a_wide_table_is_not_padded() {
        let cell = "word ".repeat(20);
        let text = format!("| a | b |\n|---|---|\n| {cell}| c |");
        assert_eq!(read(&text)[0], "TableHead a | b");
    }

    #[test]
    fn hostile_markup_ends_soon() {
        for text in [
            ">".repeat(100_000),
            "- ".repeat(50_000),
            "*".repeat(100_000),
            "[".repeat(100_000),
            "![".repeat(50_000),
            format!("{}a{}", "[".repeat(50_000), "](b)".repeat(50_000)),
            "<".repeat(100_000),
            "`".repeat(99_999),
            "a **b ".repeat(30_000),
            format!("|{}\n|{}\n", "a|".repeat(20_000), "-|".repeat(20_000)),
            format!("{}\n", (1..400).map(|n| "  ".repeat(n)).collect::<Vec<_>>().join("> a\n")),
            "[^a]: ".repeat(20_000),
        ] {
            let start = std::time::Instant::now();
            let body = set(&text.lines().collect::<Vec<_>>());
            assert_eq!(body.paragraphs.len(), body.shapes.len());
            assert!(start.elapsed().as_secs() < 20, "{}", &text[..20]);
        }
    }
}
