//! Pages as they are saved, and pages made to cost too much.

use std::path::Path;

use super::*;
use crate::domain::{Block, Marker};

const PAGE: &str = "\
<!DOCTYPE html>
<html lang=\"en\"><head><title>The weir holds | Tide Times</title>
<meta property=\"og:title\" content=\"The weir holds\">
<meta property=\"article:published_time\" content=\"2024-03-05T22:10:00+01:00\">
<link rel=\"canonical\" href=\"https://tide.example/weir\">
<script>if (a < b) { steal() }</script><style>p { color: red }</style></head>
<body><nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav>
<article><h1>The weir holds</h1>
<p>The weir <b>held</b> through the night, and the town slept, which nobody had expected when the
gates were closed at noon, as the <a href=\"https://tide.example/report\">report of the council</a>
says. The river rose by two metres, stood for an hour, and fell again before the morning.</p>
<h2>What the engineers said</h2>
<blockquote><p>We painted the gates in the year of the flood, and not once since then, although the
council had set the money aside, and although we had asked for it three times in as many years.</p></blockquote>
<ol><li>Close the lower gate, which takes two people and the better part of an hour.</li>
<li>Drain the basin, which takes four days if the river is low, and nine if it is not.</li></ol>
<pre>gate = open
close(gate)</pre>
<p>The survey begins on Monday, and the gates will be painted in the summer, if the river allows it,
and if the painters can be found, which the council said was by no means certain this year.</p>
</article><footer>Imprint</footer></body></html>
";

fn read(text: &str) -> Parsed {
    assert!(recognises(Path::new("a.html"), text), "{text}");
    parse(Path::new("a.html"), text)
}

fn texts(parsed: &Parsed) -> Vec<&str> {
    parsed.paragraphs.iter().map(Clean::as_str).collect()
}

#[test]
fn the_article_of_a_page_is_read_with_its_shape() {
    let parsed = read(PAGE);
    assert_eq!(parsed.title.as_deref(), Some("The weir holds"));
    assert_eq!(parsed.url.as_deref(), Some("https://tide.example/weir"));
    let day = chrono::NaiveDate::from_ymd_opt(2024, 3, 5).unwrap();
    assert_eq!(parsed.date, Stated::Day(day));
    let all = texts(&parsed).join("\n");
    for gone in ["steal", "color", "Home", "Imprint"] {
        assert!(!all.contains(gone), "{gone}: {all}");
    }
    assert!(texts(&parsed)[0].starts_with("The weir held through the night"), "{all}");
    let (at, _) = texts(&parsed).iter().enumerate().find(|(_, it)| it.starts_with("What")).unwrap();
    assert!(matches!(parsed.shapes[at].block, Block::Heading(_)));
    assert_eq!(parsed.shapes[at + 1].n_quotes, 1);
    assert_eq!(parsed.shapes[at + 2].marker, Some(Marker::Number(1)));
    assert!(parsed.shapes.iter().any(|shape| shape.block == Block::Code && shape.goes_on));
    assert_eq!(parsed.shapes[0].links().next().unwrap().1.as_str(), "https://tide.example/report");
}

#[test]
fn what_saved_the_page_says_where_and_when() {
    let page = "<p>The tide came in.</p></body></html>";
    let single = format!(
        "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://tide.example/in \n \
         saved date: Tue Mar 05 2024 10:00:00 GMT+0100\n--><head><title>In</title></head><body>{page}"
    );
    let parsed = read(&single);
    assert_eq!(parsed.url.as_deref(), Some("https://tide.example/in"));
    assert_eq!((parsed.title.as_deref(), texts(&parsed)), (Some("In"), vec!["The tide came in."]));
    let browser =
        format!("<!-- saved from url=(0023)https://tide.example/a-b -->\n<html><body>{page}");
    assert_eq!(read(&browser).url.as_deref(), Some("https://tide.example/a-b"));
}

#[test]
fn only_pages_are_pages() {
    for text in ["a < b", "<p>Text in another format", "<!-- a note -->\nText", "<!--", "<rss>"] {
        assert!(!recognises(Path::new("a.html"), text), "{text}");
    }
}

#[test]
fn hostile_pages_end_soon_and_keep_their_words() {
    for n in [10_000, 20_000] {
        for (before, unit, after) in [
            ("", "<div>", "weir"),
            ("", "<b>", "weir"),
            ("", "<table><tr><td>", "weir"),
            ("<a ", "b=c ", ">weir</a>"),
            ("", "<p>weir ", ""),
            ("weir", "&amp", ""),
            ("weir", "&amp;<b>", ""),
            ("", "<svg><math>", "weir"),
            ("weir", "<", ""),
            ("<script>", "<!--", "</script>weir"),
            ("weir", "<a><p>", ""),
            ("weir", "<b></p>", ""),
            ("weir", "<li>a<br>", ""),
            ("weir<ul>", "<li>", ""),
            ("weir<pre>", "a\n", ""),
            ("weir<table>", "<tr><td>a", "</table>"),
            ("weir", "<td>a", ""),
            ("weir", "data:", ""),
            ("<!-- SingleFile", "\n url:", "-->weir"),
        ] {
            let text = format!("<html>{before}{}{after}", unit.repeat(n));
            let start = std::time::Instant::now();
            let parsed = read(&text);
            let took = start.elapsed();
            if std::env::var_os("SHOW_TIMES").is_some() {
                eprintln!("{n} {unit:?}: {took:?}");
            }
            assert!(took.as_secs() < 60, "{took:?}: {n} times {unit:?}");
            assert!(texts(&parsed).join(" ").contains("weir"), "{n} times {unit:?}");
        }
    }
}
