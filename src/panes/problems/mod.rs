//! Files that are not articles, and articles with problems, which can be opened from here.

mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    cursor::{Cursor, Walked, Walking},
    global::GlobalPane,
};
use crate::base::{Clean, paths::escaped, wording};
use crate::domain::ArticleId;
use crate::session::{
    Answer, Area, Command, Effect, Keys, Message, PaneName, ProblemLine, Problems, ProblemsKey,
    Question, Session,
};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("problems");

/// The problems as they were told last.
#[derive(Debug, Default)]
pub struct ProblemsPane {
    lines: Vec<Line>,
    cursor: Cursor,
}

/// What is wrong with a file.
#[derive(Debug)]
struct Line {
    path: Clean,
    detail: Clean,
    /// `None` for a file that is not an article, and where the list of problems ends.
    id: Option<ArticleId>,
}

/// Problems that are listed; a command lists all.
const MOST_LINES: usize = 10_000;

impl ProblemsPane {
    fn take(&mut self, problems: &Problems) {
        let line = |it: &ProblemLine| Line {
            path: escaped(&it.path),
            detail: it.detail.clone(),
            id: it.id,
        };
        self.lines = problems.lines.iter().map(line).collect();
        if problems.next.is_some() {
            let (path, detail) = (Clean::new("…"), Clean::new(wording!("problems-more")));
            self.lines.push(Line { path, detail, id: None });
        }
        self.cursor.put(self.cursor.at(), self.lines.len());
    }
}

fn ask() -> Vec<Effect> {
    let from = ProblemsKey::default();
    vec![Effect::Ask(Question::Problems { from, limit: MOST_LINES })]
}

const OPENED_BY: &[Command<GlobalPane>] = &[Command::when(
    "problems",
    &["gp"],
    "Show problems with files",
    |_, session| match session.said.status.n_problems {
        0 => Err(wording!("problems-none")),
        _ => Ok(()),
    },
    |_, session| {
        session.show(NAME);
        Vec::new()
    },
)
.also("errors warnings bugs broken missing files unreadable")
.over_texts()];

const COMMANDS: &[Command<ProblemsPane>] = &[
    Command::when("open", &["<enter>", "l"], "Read the article", is_article, |pane, session| {
        let id = pane.lines.get(pane.cursor.at()).and_then(|problem| problem.id);
        session.hide();
        id.map_or_else(Vec::new, |id| session.open(id))
    }),
    Command::new("close", &["q", "<esc>", "h", "<left>", "<c-g>"], "Go back", |_, session| {
        session.hide();
        Vec::new()
    }),
];

fn is_article(pane: &ProblemsPane, _: &Session) -> Result<(), &'static str> {
    let is_article = pane.lines.get(pane.cursor.at()).is_some_and(|it| it.id.is_some());
    is_article.then_some(()).ok_or(wording!("problems-no-article"))
}

impl Walked for ProblemsPane {
    fn cursor(&mut self) -> (&mut Cursor, usize) {
        let n_lines = self.lines.len();
        (&mut self.cursor, n_lines)
    }
}

impl Pane for ProblemsPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Box;
    const KEYS: Keys = Keys::Text;
    const TAKES_COUNTS: bool = true;
    const TITLE: fn() -> &'static str = || wording!("pane-problems");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[COMMANDS, Walking::<Self>::COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_focus(&mut self, _session: &mut Session) -> Vec<Effect> {
        ask()
    }

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        match message {
            Message::Answer(Answer::Problems(problems)) => self.take(problems),
            // Files were added, removed or repaired while the list of problems is open.
            Message::Changed { .. } if session.is_shown(NAME) => return ask(),
            _ => (),
        }
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, _session: &mut Session) -> Vec<Effect> {
        self.cursor.fit(usize::from(view::inside(area).height), self.lines.len());
        Vec::new()
    }

    fn view(&self, _session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, theme, frame, area);
    }
}
