//! The completions of the word being typed.

use crate::base::wording;
use crate::config::{KeysConfig, choices, themes::AUTO_THEME};
use crate::panes::candidates::{Candidate, Candidates};
use crate::query::Days;
use crate::session::{
    About, ArgumentKind, CommandRef, GLOBAL, LIST, PaneName, READER, Session, find_command,
    settings,
};

/// What fits the end of a line.
#[derive(Debug, Default)]
pub(super) struct Completion {
    pub(super) candidates: Candidates,
    /// What the command takes whose argument is being typed.
    kind: Option<ArgumentKind>,
}

/// What follows a name that nothing else fits.
const END: &str = " ";

impl Completion {
    /// What fits the end of `line`: commands first, then what the command takes.
    pub(super) fn of(line: &str, session: &Session) -> Self {
        let start =
            line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').len();
        let (count, rest) = line.split_at(start);
        let mut kind = None;
        let (before, word, all) = match rest.split_once(' ') {
            None => (count.to_owned(), rest, commands(session)),
            Some((name, argument)) => {
                let argument = argument.trim_start();
                let found = find_command(name, session.behind(), &session.keyboard.catalogue).ok();
                kind = found.and_then(|(_, about)| about.argument).map(|it| it.kind);
                let all = kind.map_or_else(Vec::new, |kind| of_kind(kind, argument, session));
                (format!("{count}{name} "), argument, all)
            }
        };
        let (word, lower) = (word.to_owned(), word.to_lowercase());
        let fitting = |is_fit: &dyn Fn(&str) -> bool| -> Vec<Candidate> {
            all.iter().filter(|it| is_fit(&it.text.to_lowercase())).cloned().collect()
        };
        let mut candidates = fitting(&|text| text.starts_with(&lower));
        if candidates.is_empty() {
            candidates = fitting(&|text| text.contains(&lower));
        }
        Self { candidates: Candidates::new(before, word, candidates), kind }
    }

    /// Whether it is a source that is being typed.
    pub(super) fn is_of_sources(&self) -> bool {
        self.kind == Some(ArgumentKind::Source)
    }
}

/// The names of all commands in reach.
fn commands(session: &Session) -> Vec<Candidate> {
    let candidate = |about: About| Candidate {
        text: about.name.to_owned(),
        doc: about.doc.to_owned(),
        end: END,
    };
    in_reach(session).into_iter().map(|(_, about)| candidate(about)).collect()
}

/// The commands that a name alone can mean: those of the pane below, then those of all panes,
/// then of list and reader.
pub(crate) fn in_reach(session: &Session) -> Vec<(CommandRef, About)> {
    let mut panes: Vec<PaneName> = vec![session.behind()];
    panes.extend([GLOBAL, LIST, READER].into_iter().filter(|pane| *pane != session.behind()));
    let of =
        |pane: PaneName| session.keyboard.catalogue.iter().filter(move |(it, _)| it.pane == pane);
    let mut reached: Vec<(CommandRef, About)> = Vec::new();
    for (command, about) in panes.into_iter().flat_map(of) {
        if !reached.iter().any(|(_, nearer)| nearer.name == about.name) {
            reached.push((*command, *about));
        }
    }
    reached
}

fn of_kind(kind: ArgumentKind, argument: &str, session: &Session) -> Vec<Candidate> {
    let plain = |text: &str| Candidate { text: text.to_owned(), doc: String::new(), end: END };
    match kind {
        ArgumentKind::Command => commands(session),
        ArgumentKind::Setting => setting_names(argument, session),
        ArgumentKind::Theme => {
            session.prompts.command_line.completions.themes.iter().map(|it| plain(it)).collect()
        }
        ArgumentKind::Source => sources(session),
        ArgumentKind::Date => Days::words().map(plain).collect(),
        ArgumentKind::Number | ArgumentKind::Text | ArgumentKind::Query => Vec::new(),
    }
}

/// The sources of the library that are known by now.
fn sources(session: &Session) -> Vec<Candidate> {
    let count = |n_articles: usize| wording!("n-articles", n = n_articles);
    let sources = session.prompts.command_line.completions.sources.iter();
    sources
        .map(|(name, n_articles)| Candidate {
            text: name.to_string(),
            doc: count(*n_articles),
            end: END,
        })
        .collect()
}

/// All settings with their values; after the name, what it can be, or its value, to be edited.
fn setting_names(argument: &str, session: &Session) -> Vec<Candidate> {
    let mut all = settings(&session.config).into_iter();
    let Some((name, _)) = argument.split_once(' ') else {
        return all.map(|(text, doc)| Candidate { text, doc, end: END }).collect();
    };
    let now = all.find(|(known, _)| known == name).map(|(_, value)| value);
    let is_now = |value: &str| now.as_ref().is_some_and(|now| now.trim_matches('"') == value);
    let candidate = |value: &str, doc: &str| Candidate {
        text: format!("{name} {value}"),
        doc: if is_now(value) { wording!("typed-as-it-is").to_owned() } else { doc.to_owned() },
        end: END,
    };
    let themes =
        session.prompts.command_line.completions.themes.iter().map(|theme| candidate(theme, ""));
    let mut values: Vec<Candidate> = match name {
        "theme.name" => {
            themes.chain([candidate(AUTO_THEME, wording!("typed-by-background"))]).collect()
        }
        "theme.light" | "theme.dark" => themes.collect(),
        "keys.preset" => KeysConfig::presets().into_iter().map(|it| candidate(it, "")).collect(),
        _ => choices(name).iter().map(|it| candidate(&it.value, &it.doc)).collect(),
    };
    if values.is_empty() {
        values.extend(now.as_deref().map(|value| candidate(value, wording!("typed-as-it-is"))));
    }
    values
}
