//! The completions of the word being typed.

use crate::base::wording;
use crate::config::{KeysConfig, choices, themes::AUTO_THEME};
use crate::query::Days;
use crate::session::{
    About, ArgumentKind, CommandRef, GLOBAL, LIST, PaneName, READER, Session, find_command,
    settings,
};

/// What fits the end of a line.
#[derive(Debug, Default)]
pub(super) struct Completion {
    /// The line before the word.
    before: String,
    word: String,
    candidates: Vec<Candidate>,
    chosen: Option<usize>,
    /// There is but one that fits.
    is_settled: bool,
    /// What the command takes whose argument is being typed.
    kind: Option<ArgumentKind>,
}

/// Something the word can become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub text: String,
    pub doc: String,
}

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
        Self { before, word, candidates, chosen: None, is_settled: false, kind }
    }

    /// Whether it is a source that is being typed.
    pub(super) fn is_of_sources(&self) -> bool {
        self.kind == Some(ArgumentKind::Source)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.candidates.is_empty()
    }

    /// Whether nothing is left to choose.
    pub(super) fn is_settled(&self) -> bool {
        self.is_settled
    }

    /// All that fit, and which of them is in the line.
    pub(super) fn candidates(&self) -> (&[Candidate], Option<usize>) {
        (&self.candidates, self.chosen)
    }

    /// The line with the word completed as far as is certain; after that, with the next one.
    pub(super) fn advance(&mut self, is_down: bool) -> Option<String> {
        let n_candidates = self.candidates.len();
        if let [only] = self.candidates.as_slice() {
            self.is_settled = true;
            return Some(format!("{}{} ", self.before, only.text));
        }
        let common = self.common().to_owned();
        if self.chosen.is_none() && self.word.len() < common.len() {
            self.word.clone_from(&common);
            return Some(format!("{}{common}", self.before));
        }
        let next = match self.chosen {
            None if is_down => 0,
            None => n_candidates.checked_sub(1)?,
            Some(at) if is_down => (at + 1) % n_candidates,
            Some(at) => (at + n_candidates - 1) % n_candidates,
        };
        self.chosen = Some(next);
        Some(format!("{}{}", self.before, self.candidates.get(next)?.text))
    }

    /// What all candidates begin with.
    fn common(&self) -> &str {
        let Some((first, others)) = self.candidates.split_first() else {
            return "";
        };
        let mut end = first.text.len();
        for other in others {
            let same = first.text.char_indices().zip(other.text.chars());
            let differs = same.into_iter().find(|((_, one), other)| one != other);
            end = end.min(differs.map_or(other.text.len(), |((at, _), _)| at));
        }
        first.text.get(..end).unwrap_or_default()
    }
}

/// The names of all commands in reach.
fn commands(session: &Session) -> Vec<Candidate> {
    let candidate =
        |about: About| Candidate { text: about.name.to_owned(), doc: about.doc.to_owned() };
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
    let plain = |text: &str| Candidate { text: text.to_owned(), doc: String::new() };
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
        .map(|(name, n_articles)| Candidate { text: name.to_string(), doc: count(*n_articles) })
        .collect()
}

/// All settings with their values; after the name, what it can be, or its value, to be edited.
fn setting_names(argument: &str, session: &Session) -> Vec<Candidate> {
    let mut all = settings(&session.config).into_iter();
    let Some((name, _)) = argument.split_once(' ') else {
        return all.map(|(text, doc)| Candidate { text, doc }).collect();
    };
    let now = all.find(|(known, _)| known == name).map(|(_, value)| value);
    let is_now = |value: &str| now.as_ref().is_some_and(|now| now.trim_matches('"') == value);
    let candidate = |value: &str, doc: &str| Candidate {
        text: format!("{name} {value}"),
        doc: if is_now(value) { wording!("typed-as-it-is").to_owned() } else { doc.to_owned() },
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
