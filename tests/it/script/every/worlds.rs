//! The libraries that the scripts play in.

use dateline::{
    base::Clean,
    config::Config,
    host::Depth,
    session::{Message, Notice, Progress},
    ui::Themes,
};

use super::super::{App, Script, corpus, day, headline, outside::Outside, problems};

/// Where a script plays.
#[derive(Debug, Clone, Copy)]
pub(super) enum World {
    /// Seven articles, as elsewhere.
    Small,
    /// Sixty articles, three a day, each of sixty paragraphs with two links.
    Long,
    /// The small one while files are read: sixty messages and sixty problems.
    Busy,
}

impl World {
    pub(super) fn script(self) -> Script {
        match self {
            Self::Small => coloured(Outside::new(corpus())),
            Self::Long => coloured(long()),
            Self::Busy => busy(),
        }
    }
}

fn coloured(outside: Outside) -> Script {
    let size = (80, 24);
    let (app, effects) = App::new(Config::default(), Themes::builtin(Depth::Truecolour), size);
    let mut script = Script { app, outside, size };
    script.settle(effects);
    let status = script.outside.status();
    script.tell(Message::Status(status))
}

fn long() -> Outside {
    let first = day("2026-03-04").unwrap();
    let row = |seq| {
        let date = first.checked_sub_days(chrono::Days::new(u64::from(seq / 3)));
        let title = format!("Row {seq:02} {} end{seq:02}", "of a title that is long ".repeat(4));
        headline(seq, &title, date, &format!("wire{}.example", seq % 2))
    };
    let mut outside = Outside::new((0..60).map(row).collect());
    let text = |n| Clean::new(&format!("Paragraph {n:02} of the text."));
    outside.finds_words = true;
    outside.paragraphs = (0..60).map(text).collect();
    outside.paragraphs[0] = Clean::new(
        "See https://one.example/a and https://two.example/b for what is meant by that; the rest \
         of this paragraph is here to be wrapped, incomprehensibly and uncharacteristically long.",
    );
    outside
}

fn busy() -> Script {
    let mut script = coloured(Outside::new(corpus()));
    for n in 0..60 {
        script = script.tell(Message::Notice(Notice::note(format!("[w{n:02}]"))));
    }
    let problem = |seq: u32| {
        let id = (seq < 7).then(|| corpus()[seq as usize].id);
        (format!("w{seq:02}.txt"), id)
    };
    let mut status = script.outside.status();
    status.n_problems = 60;
    status.progress =
        Some(Progress { what: "reading", n_done: 3, n_total: Some(9), seconds_left: None });
    script.tell(Message::Status(status)).tell(problems((0..60).map(problem)))
}
