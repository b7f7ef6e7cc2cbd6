//! The promises of the page engine, for any text at any size.

use std::collections::BTreeMap;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::{
    base::Clean,
    domain::{ArticleId, Marker},
};

fn page(title: &str, paragraphs: &[&str], width: usize, height: usize) -> Page {
    shaped(title, paragraphs, Vec::new(), (width, height))
}

fn shaped(
    title: &str,
    paragraphs: &[&str],
    shapes: Vec<Shape>,
    (width, height): (usize, usize),
) -> Page {
    let article = Article {
        id: ArticleId([0; 16]),
        title: Clean::new(title),
        date: None,
        url: None,
        source: Clean::new("example.org"),
        paragraphs: paragraphs.iter().map(|text| Clean::new(text)).collect(),
        shapes,
        n_words: 460,
        problems: Vec::new(),
        hints: crate::domain::Hints::default(),
    };
    let index = PageIndex::new(&article);
    let mut page = Page::new(Arc::new(article), Arc::new(index), style());
    page.resize(width, height);
    page
}

fn style() -> PageStyle {
    PageStyle::of(&crate::config::Config::default())
}

/// The rows as they would be drawn, without styles.
fn shown(page: &Page) -> Vec<String> {
    let row = |row: &Row| match row {
        Row::Head(row) => page.head(*row).unwrap().text.to_string(),
        Row::Blank => String::new(),
        Row::Text(line) => page.text(line).to_owned(),
    };
    page.rows().iter().map(row).collect()
}

#[test]
fn the_title_block_scrolls_with_the_text() {
    let mut page = page("A title that wraps", &["one two three", "four"], 12, 6);
    assert_eq!(shown(&page), ["A title that", "wraps", "example.org", "· undated ·", "2 min", ""]);
    assert_eq!((page.percent(), page.minutes_left()), (0, 2));
    page.down(3);
    assert_eq!(shown(&page), ["· undated ·", "2 min", "", "one two", "three", ""]);
    assert!(!page.shows_title() && !page.shows_end());
    page.down(1);
    assert_eq!(shown(&page).last().unwrap(), "four");
    assert_eq!((page.percent(), page.minutes_left(), page.shows_end()), (100, 0, true));
    page.to_top();
    assert_eq!((page.top(), page.shows_title()), (Position::default(), true));
}

#[test]
fn the_end_stands_at_the_bottom_and_does_not_move_on() {
    let mut page = page("t", &["a", "b", "c", "d", "e"], 20, 4);
    page.to_bottom();
    assert_eq!(shown(&page), ["", "d", "", "e"]);
    for step in [1, 3, usize::MAX] {
        page.down(step);
        assert_eq!(shown(&page), ["", "d", "", "e"]);
    }
    assert_eq!(page.position(), Position { paragraph: 4, byte: 1 });
    page.up(1);
    assert_eq!(page.position(), Position { paragraph: 2, byte: 0 });
}

#[test]
fn a_position_is_shown_in_the_row_asked_for() {
    let texts: Vec<_> = (0..50).map(|number| format!("paragraph {number} word")).collect();
    let texts: Vec<_> = texts.iter().map(String::as_str).collect();
    let mut page = page("t", &texts, 40, 9);
    let position = Position { paragraph: 25, byte: 13 };
    page.show(position, 3);
    assert_eq!(page.row_of(position), Some(3));
    page.show(position, 99);
    assert_eq!(page.row_of(position), Some(8));
    page.show(Position { paragraph: 99, byte: 0 }, 0);
    assert!(page.shows_end());
    page.to_percent(50);
    assert_eq!(page.top().paragraph, 25);
}

#[test]
fn a_change_of_size_and_back_changes_nothing() {
    let text = "some words that are of different lengths ".repeat(400);
    let mut page = page("t", &["first", &text, "last"], 60, 20);
    page.down(100);
    let before = shown(&page);
    page.resize(33, 7);
    page.resize(0, 0);
    page.resize(200, 300);
    page.resize(60, 20);
    assert_eq!(shown(&page), before);
}

#[test]
fn half_a_million_words_in_one_line_are_wrapped_only_where_they_are_seen() {
    let text = "half a million words in one line ".repeat(71_429);
    let mut page = page("t", &[&text], 80, 60);
    assert!(page.work_bytes() < 20_000);
    page.to_bottom();
    assert!(page.shows_end() && page.work_bytes() < 70_000);
    page.to_percent(50);
    let middle = page.top().byte;
    assert!((1_170_000..1_190_000).contains(&middle), "{middle}");
    page.down(30);
    page.up(90);
    page.resize(81, 60);
    assert!(page.work_bytes() < 200_000, "{}", page.work_bytes());
}

#[test]
fn a_million_paragraphs_are_wrapped_only_where_they_are_seen() {
    let mut page = page("t", &vec!["short"; 1_000_000], 80, 60);
    page.to_bottom();
    page.to_percent(50);
    page.down(59);
    page.resize(40, 50);
    assert!(page.work_bytes() < 5_000, "{}", page.work_bytes());
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(
        [
            "a",
            "word",
            "longer-words",
            "é",
            "漢字",
            "。",
            "👨‍👩‍👧‍👦",
            "שלום",
            "unbreakable".repeat(9).leak(),
            "  ",
        ]
        .to_vec(),
    );
    let paragraph = prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "));
    let long = (600_usize..1000).prop_map(|n| "lorem ipsum 漢字 dolor ".repeat(n));
    prop::collection::vec(prop_oneof![8 => paragraph, 1 => "\\PC{0,60}", 1 => long], 0..12)
}

fn shape() -> impl Strategy<Value = Shape> {
    let block = prop::sample::select(vec![
        Block::Paragraph,
        Block::Heading(1),
        Block::Heading(3),
        Block::Code,
        Block::TableHead,
        Block::TableRow,
        Block::Rule,
        Block::Image,
    ]);
    let marker = prop::option::of(prop_oneof![
        Just(Marker::Bullet),
        any::<u64>().prop_map(Marker::Number),
        any::<bool>().prop_map(|is_done| Marker::Task { is_done }),
    ]);
    let parts = (block, 0_u8..4, any::<u8>(), marker, any::<bool>());
    parts.prop_map(|(block, n_quotes, indent_cells, marker, goes_on)| {
        let indent_cells = if indent_cells < 99 { indent_cells % 9 } else { indent_cells };
        Shape { block, n_quotes, indent_cells, marker, goes_on, spans: Vec::new() }
    })
}

#[test]
fn code_quotations_and_lists_stand_apart_and_lines_that_go_on_stand_close() {
    let shape = |block| Shape { block, ..Shape::default() };
    let shapes = vec![
        shape(Block::Heading(2)),
        Shape { n_quotes: 1, ..Shape::default() },
        Shape { marker: Some(Marker::Bullet), indent_cells: 2, ..Shape::default() },
        Shape { marker: Some(Marker::Bullet), indent_cells: 2, goes_on: true, ..Shape::default() },
        shape(Block::Code),
    ];
    let texts = ["The weir", "They said that it would hold.", "one", "two", "a = b"];
    let page = shaped("t", &texts, shapes, (20, 20));
    let drawn = |row: &Row| match row {
        Row::Text(line) => {
            let mut cells = [' '; 20];
            for sign in page.signs(line) {
                cells[sign.x] = sign.text.chars().next().unwrap();
            }
            for glyph in page.glyphs(line) {
                cells[glyph.x] = glyph.text.chars().next().unwrap();
            }
            cells.iter().collect::<String>().trim_end().to_owned()
        }
        _ => String::new(),
    };
    let rows: Vec<_> = page.rows().iter().map(drawn).skip_while(String::is_empty).collect();
    let expected = ["The weir", "", "▌ They said that it", "▌ would hold.", "", "• one", "• two"];
    assert_eq!(rows[..7], expected);
    assert_eq!(rows[7..], ["", "  a = b"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn walking_down_shows_all_the_text_in_order(texts in texts(), width in 0_usize..60) {
        let texts: Vec<_> = texts.iter().map(|text| Clean::new(text)).collect();
        let texts: Vec<_> = texts.iter().map(Clean::as_str).collect();
        let mut page = page("t", &texts, width, 40);
        let mut walked = vec![BTreeMap::new(); texts.len()];
        loop {
            for row in page.rows() {
                if let Row::Text(line) = row {
                    walked[line.paragraph].insert(line.bytes.start, page.text(line).to_owned());
                }
            }
            if page.shows_end() {
                break;
            }
            page.down(40);
        }
        let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
        for (walked, text) in walked.iter().zip(&texts) {
            prop_assert_eq!(without_blanks(&walked.values().cloned().collect::<String>()), without_blanks(text));
        }
    }

    #[test]
    fn down_and_up_again_returns(
        texts in texts(), width in 0_usize..60, height in 0_usize..20, at in 0_usize..400, n in 0_usize..90,
    ) {
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let mut page = page("t", &texts, width, height);
        page.down(at);
        let before = shown(&page);
        let top = page.shown;
        page.down(n);
        if 0 < height && !page.shows_end() {
            page.up(n);
            prop_assert_eq!(page.shown, top);
            prop_assert_eq!(shown(&page), before);
        }
    }

    #[test]
    fn shapes_change_no_text_and_no_way_back(
        texts in texts(), shapes in prop::collection::vec(shape(), 12),
        (width, height) in (0_usize..60, 1_usize..20), n in 0_usize..90,
    ) {
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let shapes = shapes.into_iter().take(texts.len()).collect();
        let mut page = shaped("t", &texts, shapes, (width, height));
        let (before, top) = (shown(&page), page.shown);
        page.down(n);
        let last = page.anchor;
        for row in page.rows() {
            let Row::Text(line) = row else { continue };
            let glyphs = page.glyphs(line);
            let right = glyphs.iter().map(|glyph| glyph.x + glyph.cells).max().unwrap_or(0);
            prop_assert!(right <= width.max(1) || glyphs.iter().filter(|it| 0 < it.cells).count() == 1);
            let left = glyphs.iter().map(|glyph| glyph.x).min().unwrap_or(usize::MAX);
            let text = page.article.paragraphs[line.paragraph].as_str();
            if !bidi::is_rtl(text) {
                prop_assert!(page.signs(line).iter().all(|sign| sign.x + cells(&sign.text) <= left));
            }
        }
        page.resize(width + 7, height);
        page.resize(width, height);
        prop_assert_eq!(page.anchor, last);
        if !page.shows_end() {
            page.up(n);
            prop_assert_eq!((shown(&page), page.shown), (before, top));
        }
    }

    #[test]
    fn a_change_of_size_keeps_the_word_at_the_top_on_the_screen(
        texts in texts(), at in 0_usize..400,
        (from, to) in ((0_usize..60, 0_usize..20), (0_usize..60, 1_usize..20)),
    ) {
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let mut page = page("t", &texts, from.0, from.1);
        page.down(at);
        let anchor = page.anchor;
        page.resize(to.0, to.1);
        if let Anchor::Text { paragraph, byte } = anchor {
            let holds = |row: &Row| matches!(row, Row::Text(line)
                if line.paragraph == paragraph && line.bytes.start <= byte);
            prop_assert!(page.rows().iter().any(holds));
            prop_assert!(page.row_of(anchor.position()).is_some() || line_is_blank(&page, anchor));
        }
    }

    #[test]
    fn no_row_is_wider_than_the_page(texts in texts(), width in 1_usize..60, at in 0_u64..100) {
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let mut page = page("Überschrift 漢字 for everyone", &texts, width, 30);
        page.to_percent(at);
        for row in shown(&page) {
            let widths: Vec<_> = row.graphemes(true).map(cells).filter(|cells| 0 < *cells).collect();
            prop_assert!(widths.iter().sum::<usize>() <= width || widths.len() == 1);
        }
    }
}

/// Whether the byte of `anchor` is a blank that no row holds, or its paragraph is empty.
fn line_is_blank(page: &Page, anchor: Anchor) -> bool {
    let Anchor::Text { paragraph, byte } = anchor else { return false };
    page.article.paragraphs[paragraph][byte..].chars().next().is_none_or(char::is_whitespace)
}

#[test]
fn what_is_told_stands_below_the_address_at_any_width() {
    let mut page = page("A title", &["Some text."], 60, 9);
    page.tell("In 2 files: business/a.txt, politics/b.txt".to_owned());
    let rows = shown(&page);
    let at = rows.iter().position(|row| row.starts_with("In 2 files")).unwrap();
    assert_eq!((at, rows[at + 2].as_str()), (2, "Some text."), "{rows:?}");
    page.resize(24, 20);
    let rows = shown(&page).concat().replace(' ', "");
    assert!(rows.contains("In2files:business/a.txt,politics/b.txt"), "{rows}");
}
