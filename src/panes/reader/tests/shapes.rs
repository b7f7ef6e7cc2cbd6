//! A text with a shape: what is a heading, a quotation, an item, code or a table looks like one.

use super::*;
use crate::domain::{Block, Marker, Shape, Span, SpanKind};

/// A text with the words in it that are set in a way of their own.
fn spanned(text: &str, words: &[(&str, SpanKind)], mut shape: Shape) -> (Clean, Shape) {
    let spans = words.iter().map(|(words, kind)| {
        let start = text.find(words).unwrap();
        Span { bytes: start..start + words.len(), kind: kind.clone() }
    });
    shape.spans = spans.collect();
    (Clean::new(text), shape)
}

fn of(block: Block) -> Shape {
    Shape { block, ..Shape::default() }
}

fn quoted(n_quotes: u8) -> Shape {
    Shape { n_quotes, ..Shape::default() }
}

fn item(marker: Marker, indent_cells: u8) -> Shape {
    Shape { marker: Some(marker), indent_cells, goes_on: true, ..Shape::default() }
}

/// A text with everything that a text may have.
fn weir() -> OpenedArticle {
    let link = |address: &str| SpanKind::Link(Clean::new(address));
    let plain = |text: &str, shape: Shape| spanned(text, &[], shape);
    let (row, code) = (of(Block::TableRow), of(Block::Code));
    let goes_on = |shape: &Shape| Shape { goes_on: true, ..shape.clone() };
    let text = [
        spanned(
            "The weir held, but barely, and nobody few were surprised. The report is on the \
             town's page and runs to 214 pages.",
            &[
                ("held", SpanKind::Strong),
                ("barely", SpanKind::Emphasis),
                ("nobody", SpanKind::Strike),
                ("on the town's page", link("https://tide.example/report.pdf")),
                ("214", SpanKind::Code),
            ],
            Shape::default(),
        ),
        plain("What the engineers said", of(Block::Heading(2))),
        plain(
            "The gates were painted in the year of the flood, and not once since. We had said so.",
            quoted(1),
        ),
        plain("And we wrote it down.", quoted(2)),
        plain("Close the lower gate.", Shape { goes_on: false, ..item(Marker::Number(1), 4) }),
        plain(
            "Drain the basin, which takes four days if the river is low and nine if it is not.",
            item(Marker::Number(2), 4),
        ),
        plain("the sill", item(Marker::Bullet, 6)),
        plain("the apron", item(Marker::Bullet, 6)),
        plain("survey booked", item(Marker::Task { is_done: true }, 2)),
        plain("money found", item(Marker::Task { is_done: false }, 2)),
        plain("day  level  remark", of(Block::TableHead)),
        plain("Mon  2.14   rain in the hills", goes_on(&row)),
        plain("Tue  3.02   gate 2 shut", goes_on(&row)),
        plain("while level > 3 { wait }", code.clone()),
        plain("    close(gate)", goes_on(&code)),
        spanned(
            "[image: The weir at noon]",
            &[("[image: The weir at noon]", link("https://tide.example/w.jpg"))],
            of(Block::Image),
        ),
        plain("* * *", of(Block::Rule)),
        plain("יש כאן מילים מימין לשמאל, והן נמשכות עד סוף השורה ועוד קצת מעבר לה.", quoted(1)),
    ];
    let mut article = Article::clone(&ferry().article);
    article.title = Clean::new("What the weir taught the town");
    article.source = Clean::new("tide.example");
    article.url = Some(Clean::new("https://tide.example/weir"));
    article.problems = Vec::new();
    (article.paragraphs, article.shapes) = text.into_iter().unzip();
    opened(article)
}

#[test]
fn a_text_is_set_as_its_markup_asks() {
    insta::assert_snapshot!("80x24", Desk::with(weir(), 80, 24).screen());
    insta::assert_snapshot!("80x24_end", Desk::with(weir(), 80, 24).press("G").screen());
    insta::assert_snapshot!("120x40", Desk::with(weir(), 120, 40).screen());
    insta::assert_snapshot!("40x12_end", Desk::with(weir(), 40, 12).press("G").screen());
}

#[test]
fn every_size_of_a_text_with_a_shape_is_drawn() {
    let mut desk = Desk::with(weir(), 80, 24).press("/the<enter>n");
    for (width, height) in (0..45).flat_map(|width| (0..6).map(move |height| (width, height))) {
        desk = desk.resize(width, height).press("j n G N gg <space>");
        desk.screen();
    }
    desk.resize(200, 60).press("gg").shows("What the engineers said");
}

#[test]
fn words_that_lead_somewhere_are_links_and_are_found_without_their_signs() {
    let desk = Desk::with(weir(), 80, 40);
    let addresses: Vec<_> = super::super::links::on_screen(desk.reader.shown.as_ref().unwrap())
        .into_iter()
        .map(|(_, address)| address.to_string())
        .collect();
    let expected = ["https://tide.example/weir", "https://tide.example/report.pdf"];
    assert_eq!(addresses[..2], expected);
    desk.press("/barely<enter>").shows("1/1");
}
