//! The libraries that the scripts play in.

use dateline::{
    base::Clean,
    config::Config,
    host::Depth,
    session::{Message, Notice, Progress},
    ui::Themes,
};

use super::super::{App, Articles, Library, Script, corpus, day, headline};

/// Where a script plays.
#[derive(Debug, Clone, Copy)]
pub(super) enum World {
    /// Seven articles, as elsewhere.
    Small,
    /// Sixty articles, three a day, each of sixty paragraphs with two links.
    Long,
    /// Twelve weeks of twenty articles, each with one on a storm; one of the last weeks has twelve.
    Stormy,
    /// The small one while files are read: sixty messages and sixty problems.
    Busy,
}

impl World {
    pub(super) fn script(self) -> Script {
        match self {
            Self::Small => coloured(&Articles::new(corpus())),
            Self::Long => coloured(&long()),
            Self::Stormy => coloured(&stormy()),
            Self::Busy => busy(),
        }
    }
}

fn coloured(articles: &Articles) -> Script {
    let size = (80, 24);
    let mut config = Config::default();
    // Ends of lines are looked at.
    config.layout.scroll_bar = false;
    let opened = App::new(config, Themes::builtin(Depth::Truecolour), size);
    Script::begin(opened, Library::open(articles), size)
}

fn long() -> Articles {
    let first = day("2026-03-04").unwrap();
    let row = |seq| {
        let date = first.checked_sub_days(chrono::Days::new(u64::from(seq / 3)));
        let title = format!("Row {seq:02} {} end{seq:02}", "of a title that is long ".repeat(4));
        headline(seq, &title, date, &format!("wire{}.example", seq % 2))
    };
    let mut articles = Articles::new((0..60).map(row).collect());
    let text = |n| Clean::new(&format!("Paragraph {n:02} of the text."));
    articles.paragraphs = (0..60).map(text).collect();
    articles.paragraphs[0] = Clean::new(
        "See https://one.example/a and https://two.example/b for what is meant by that; the rest \
         of this paragraph is here to be wrapped, incomprehensibly and uncharacteristically long.",
    );
    articles
}

fn stormy() -> Articles {
    let last = day("2026-03-04").unwrap();
    let row = |seq: u32| {
        let (week, nth) = (seq / 20, seq % 20);
        let date = last.checked_sub_days(chrono::Days::new(u64::from(week * 7)));
        let n_on_storm = if week == 2 { 12 } else { 1 };
        let title = if nth < n_on_storm { "The storm" } else { "The weather" };
        headline(seq, title, date, "wire.example")
    };
    Articles::new((0..240).map(row).collect())
}

/// Fifty-eight files that are not articles, and two articles without a date.
fn busy() -> Script {
    let mut rows = corpus();
    rows.push(headline(7, "Postcard without a date", None, "archive.example"));
    let mut articles = Articles::new(rows);
    articles.empty = (0..58).map(|n| format!("w{n:02}.txt")).collect();
    let mut script = coloured(&articles);
    for n in 0..60 {
        script = script.tell(Message::Notice(Notice::note(format!("[w{n:02}]"))));
    }
    let mut status = script.library.status();
    status.progress =
        Some(Progress { what: "reading", n_done: 3, n_total: Some(9), seconds_left: None });
    script.tell(Message::Status(status))
}
