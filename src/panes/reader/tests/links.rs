//! Links in the text: seen, numbered, chosen.

use super::*;
use crate::session::{HostRequest, TerminalRequest};

/// An article with links, one of them wider than a narrow column.
fn linked() -> OpenedArticle {
    let mut article = Article::clone(&long(1, 0).article);
    article.url = Some(Clean::new("https://own.example/"));
    article.paragraphs = [
        "Read https://one.example/a, and www.two.example.",
        "詳細はhttps://three.example/をご覧ください。",
        "راجع https://four.example/x الآن",
        "https://five.example/a-long-way/to-go/2026/03/04/until-the-end-of-the-line?is=far",
    ]
    .iter()
    .map(|text| Clean::new(text))
    .collect();
    opened(article)
}

fn url(text: &str) -> Clean {
    Clean::new(text)
}

#[test]
fn letters_stand_over_the_links_on_the_screen_and_open_them() {
    let desk = Desk::with(linked(), 60, 24).press("f");
    let desk = desk.shows("awn.example").shows("Read sttps://one").shows("and dww.two");
    let desk = desk.press("d").hides("dww.two").shows("www.two.example");
    assert_eq!(desk.effects.last(), Some(&Effect::Host(HostRequest::Open(url("www.two.example")))));
    let desk = desk.press("Fs");
    assert_eq!(
        desk.effects.last(),
        Some(&Effect::Terminal(TerminalRequest::Copy(url("https://one.example/a"))))
    );
    let n = desk.effects.len();
    let desk = desk.press("fz").says("no link is labelled z").press("f<esc>").hides("sttps");
    assert_eq!(desk.effects.len(), n);
    assert_eq!(desk.session.focus(), READER);
}

#[test]
fn many_links_have_two_letters_and_the_last_one_can_be_taken_back() {
    let mut article = Article::clone(&long(1, 0).article);
    article.paragraphs = (0..12).map(|n| Clean::new(&format!("https://a.example/{n}"))).collect();
    let desk = Desk::with(opened(article), 60, 40).press("f").shows("aatps://a.example/0");
    let desk = desk.press("s").hides("aatps").shows("sa").press("<bs>").shows("aatps").press("ss");
    assert_eq!(
        desk.effects.last(),
        Some(&Effect::Host(HostRequest::Open(url("https://a.example/10"))))
    );
}

#[test]
fn numbers_are_drawn_on_request_and_choose() {
    let desk = Desk::with(linked(), 60, 24).hides("[1]").press(",l").says("3f opens the third");
    let desk = desk.shows("https://one.example/a[1], and www.two.example[2].");
    let desk = desk.shows("https://three.example/[3]を").press("3f");
    assert_eq!(
        desk.effects.last(),
        Some(&Effect::Host(HostRequest::Open(url("https://three.example/"))))
    );
    let desk = desk.press("9f").says("only 5 links").press(",l").hides("[1]");
    // What is not in the text is not found in it.
    desk.press(",l/a[1]<enter>").says("not in this article");
}

#[test]
fn links_are_seen_at_every_size_in_both_styles() {
    let mut desk = Desk::with(linked(), 80, 24);
    for width in 0..90 {
        desk = desk.resize(width, 24).press(",lf");
        desk.screen();
        if desk.session.focus() == hints::NAME {
            desk = desk.press("<esc>");
        }
    }
    insta::assert_snapshot!("links_40x20", desk.resize(40, 20).press(",lf").screen());
}

#[test]
fn an_article_without_an_address_points_to_the_links_of_its_text() {
    let mut without = linked();
    Arc::make_mut(&mut without.article).url = None;
    Desk::with(without, 60, 24)
        .press("o")
        .says("has no link of its own; f opens a link in its text");
    let mut without = long(1, 0);
    Arc::make_mut(&mut without.article).url = None;
    Desk::with(without, 60, 24).press("o").says("this article has no link");
}

#[test]
fn without_links_it_is_said() {
    let desk = Desk::with(long(1, 4), 60, 24).press("f").says("no links on the screen");
    desk.press("2f").says("the text has no links");
}

#[test]
fn the_cells_of_a_link_hold_its_letters_at_every_width() {
    let mut desk = Desk::with(linked(), 60, 24);
    let whole = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for width in 20..90 {
        desk = desk.resize(width, 60);
        let mut terminal = Terminal::new(TestBackend::new(width, 60)).unwrap();
        let area = Rect::new(0, 0, width, 60);
        let draw = |frame: &mut ratatui::Frame| {
            AnyPane::view(&desk.reader, &desk.session, &Theme::monochrome(), frame, area);
        };
        terminal.draw(draw).unwrap();
        let links = AnyPane::links(&desk.reader, &desk.session, area);
        assert_eq!(links.len(), 6, "{width}");
        for link in links {
            let cells = link.cells.iter();
            let letters: String =
                cells.map(|at| terminal.backend().buffer()[*at].symbol()).collect();
            // The article's own address is shortened.
            let (letters, address) = (whole(&letters), whole(&link.address));
            match link.number {
                0 => assert!(address.contains(letters.trim_end_matches('…')), "{width}: {letters}"),
                _ => assert_eq!(letters, address, "{width}"),
            }
        }
    }
}
