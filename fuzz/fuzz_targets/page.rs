//! At any width, paging down an article shows all of its text once and in order; no line is wider
//! than the page, and going up again ends at the title.
#![no_main]

use std::{path::Path, sync::Arc};

use dateline::{
    config::Config,
    domain::{Article, PageIndex},
    formats::{FileContext, Habits, read},
    ui::page::{Page, PageStyle, Row, cells},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, u16, &[u8])| {
    let (width, height, percent, bytes) = input;
    let reading =
        FileContext { path: Path::new("a.txt"), size: bytes.len() as u64, library: "a", encoding: None, habits: &Habits::default() };
    let Ok(article) = read(bytes, &reading) else { return };
    let (width, height) = (usize::from(width % 60), usize::from(height % 20));
    let article = Arc::new(article);
    let style = PageStyle::of(&Config::default());
    let mut page = Page::new(article.clone(), Arc::new(PageIndex::new(&article)), style);
    page.resize(width, height);
    if 0 < width && 2 < height {
        assert_eq!(shown(&mut page, &article, width), all(&article));
        page.to_top();
        assert!(page.shows_title() || page.rows().is_empty());
    }
    page.to_percent(u64::from(percent));
    page.resize(height, width);
    page.up(usize::from(percent));
    page.to_bottom();
    assert!(height == 0 || width == 0 || page.shows_end());
    let position = page.position();
    page.show(position, usize::from(percent % 9));
});

/// The text of all lines from the top of the page down, blanks left out.
fn shown(page: &mut Page, article: &Article, width: usize) -> String {
    let (mut text, mut seen) = (String::new(), (0, 0));
    loop {
        for row in page.rows() {
            let Row::Text(line) = row else { continue };
            let from = (line.paragraph, line.bytes.start);
            if from < seen {
                continue;
            }
            seen = (line.paragraph, line.bytes.end);
            let bytes = article.paragraphs[line.paragraph].get(line.bytes.clone());
            let line = bytes.expect("lines are cut between characters");
            assert!(cells(line.trim_end()) <= width.max(2), "{line:?} in {width}");
            text.extend(line.chars().filter(|c| !c.is_whitespace()));
        }
        if page.shows_end() {
            return text;
        }
        page.down(page.page_rows());
    }
}

fn all(article: &Article) -> String {
    let characters = article.paragraphs.iter().flat_map(|text| text.chars());
    characters.filter(|c| !c.is_whitespace()).collect()
}
