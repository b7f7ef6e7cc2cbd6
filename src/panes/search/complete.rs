//! What the end of a query can become: names of fields, and values of those that have any to offer,
//! each with the number of its articles. The library counts; nothing is looked up here.

use super::SearchPane;
use crate::{
    base::{Clean, language::numbers::thousands},
    domain::{FacetKind, narrowing},
    panes::candidates::{Candidate, Candidates},
    query::{Days, FIELDS, ORDERS, Offers, QueryField, Typing, TypingWhat},
    session::{Command, Effect, Session, ValuesWanted},
    ui::{Input, width},
};

/// Values that are asked for: more than anybody steps through.
const N_VALUES: usize = 50;
/// Lines of what is offered; more scroll.
const MOST_LINES: usize = 8;

pub(super) const COMMANDS: &[Command<SearchPane>] = &[
    Command::new(
        "complete",
        &["<tab>"],
        "Complete a field or a value; press again for the next choice",
        |pane: &mut SearchPane, session| pane.complete(session, true),
    )
    .also("suggest autocomplete sources dates languages"),
    Command::new(
        "complete-back",
        &["<s-tab>"],
        "Complete with the previous choice",
        |pane, session| pane.complete(session, false),
    ),
];

/// What is offered at the cursor.
#[derive(Debug, Default)]
pub(super) struct Completion {
    pub(super) candidates: Candidates,
    /// What stands behind the cursor.
    behind: String,
    /// Values are shown while they are typed, names of fields once they have been asked for.
    is_shown: bool,
}

impl Completion {
    /// What fits the end of what stands before the cursor.
    fn of(input: &Input, session: &Session) -> Self {
        let (before, behind) = input.parts();
        // A star follows a word that is being typed, and no name.
        let behind = behind.strip_prefix('*').unwrap_or(behind).to_owned();
        let Some(Typing { what, range }) = Typing::at_end(before) else {
            return Self::default();
        };
        let start = before.get(..range.start).unwrap_or_default().to_owned();
        let word = before.get(range).unwrap_or_default().to_owned();
        let (all, is_shown) = match &what {
            TypingWhat::Word => (names(&word), false),
            TypingWhat::Value(field, typed) => (values(*field, typed, session), true),
        };
        // What is typed in full is not offered again.
        let is_done = matches!(&*all, [only] if only.text.eq_ignore_ascii_case(&word));
        let all = if is_done { Vec::new() } else { all };
        Self { candidates: Candidates::new(start, word, all), behind, is_shown }
    }

    /// Lines that show it.
    pub(super) fn n_lines(&self) -> usize {
        if self.is_shown { self.candidates.all().len().min(MOST_LINES) } else { 0 }
    }

    /// What the next Tab completes, where that is not shown in lines of its own.
    pub(super) fn hint(&self) -> Option<&str> {
        let first = self.candidates.all().first().filter(|_| !self.is_shown)?;
        Some(&first.text)
    }
}

/// The fields whose names begin with a word.
fn names(word: &str) -> Vec<Candidate> {
    let word = word.to_lowercase();
    let fitting = FIELDS.iter().filter(|info| info.name.starts_with(&word));
    let candidate = |info: &crate::query::FieldInfo| Candidate {
        text: format!("{}:", info.name),
        doc: (info.help)().to_owned(),
        end: "",
    };
    fitting.map(candidate).collect()
}

fn values(field: QueryField, typed: &str, session: &Session) -> Vec<Candidate> {
    let offers = field.info().offers;
    let typed = typed.to_lowercase();
    let plain =
        |value: &str| Candidate { text: narrowing::written(value), doc: String::new(), end: " " };
    let begun = |value: &&str| value.to_lowercase().starts_with(&typed);
    let mut all = match kind(field) {
        Some(kind) => counted(kind, &typed, session),
        None => Vec::new(),
    };
    match offers {
        Offers::Orders => all.extend(ORDERS.iter().map(|(_, name)| *name).filter(begun).map(plain)),
        Offers::Days => all.extend(Days::words().filter(begun).map(plain)),
        Offers::Nothing
        | Offers::Sources
        | Offers::Folders
        | Offers::Languages
        | Offers::States => (),
    }
    all
}

/// The facet whose values a field takes, if they are counted.
fn kind(field: QueryField) -> Option<FacetKind> {
    match field.info().offers {
        Offers::Sources => Some(FacetKind::Source),
        Offers::Folders => Some(FacetKind::Folder),
        Offers::Languages => Some(FacetKind::Language),
        Offers::States => Some(FacetKind::State),
        // Months say nothing of when articles were added.
        Offers::Days => (field != QueryField::Added).then_some(FacetKind::Month),
        Offers::Nothing | Offers::Orders => None,
    }
}

/// The values that the library has counted, as far as they fit what is typed by now.
fn counted(kind: FacetKind, typed: &str, session: &Session) -> Vec<Candidate> {
    let bound = if session.said.status.progress.is_some() { "≥ " } else { "" };
    let fits = |value: &&(Clean, usize)| {
        let is_there = |text: &str| text.to_lowercase().contains(typed);
        is_there(&value.0) || is_there(&kind.said_value(&value.0))
    };
    let values = session.prompts.offered.values.iter().filter(fits);
    let numbered: Vec<(&Clean, String)> =
        values.map(|(value, n)| (value, format!("{bound}{}", thousands(*n)))).collect();
    let most = numbered.iter().map(|(_, number)| width(number)).max().unwrap_or(0);
    let candidate = |(value, number): &(&Clean, String)| {
        let gap = " ".repeat(most - width(number));
        let said = kind.said_value(value);
        let said = if said == **value { String::new() } else { format!("  {said}") };
        let doc = format!("{gap}{number}{said}");
        Candidate { text: narrowing::written(value), doc, end: " " }
    };
    numbered.iter().map(candidate).collect()
}

impl SearchPane {
    /// Offers what fits what has been typed, and asks for the values that may.
    pub(super) fn offer(&mut self, session: &mut Session) -> Option<Effect> {
        self.completion = Completion::of(&self.input, session);
        session.search.n_offered = self.completion.n_lines();
        let Some(Typing { what: TypingWhat::Value(field, typed), .. }) =
            Typing::at_end(self.input.parts().0)
        else {
            return None;
        };
        let kind = kind(field)?;
        session.prompts.offered.ask(ValuesWanted { kind, typed, n_values: N_VALUES })
    }

    /// Offers nothing until something is typed.
    pub(super) fn offer_nothing(&mut self, session: &mut Session) {
        self.completion = Completion::default();
        session.search.n_offered = 0;
        session.prompts.offered.forget();
    }

    /// Completes as far as is certain, then with one choice after the other.
    pub(super) fn complete(&mut self, session: &mut Session, is_down: bool) -> Vec<Effect> {
        self.input.unselect();
        let asked = if self.completion.candidates.is_empty() { self.offer(session) } else { None };
        let line = self.completion.candidates.advance(is_down);
        let effects = self.put_completed(session, line);
        asked.into_iter().chain(effects).collect()
    }

    /// Takes the choice on a line of those that are shown.
    pub(super) fn take_offered(&mut self, session: &mut Session, line: usize) -> Vec<Effect> {
        let candidates = &mut self.completion.candidates;
        let at = candidates.first_shown(session.search.n_offered) + line;
        let line = candidates.take(at);
        self.put_completed(session, line)
    }

    /// Goes back to what was typed, if a choice stands in the line.
    pub(super) fn take_back(&mut self, session: &mut Session) -> Option<Vec<Effect>> {
        let line = self.completion.candidates.typed()?;
        let effects = self.put_completed(session, Some(line));
        let asked = self.offer(session);
        Some(asked.into_iter().chain(effects).collect())
    }

    /// Puts a completed line before what stood behind the cursor, and searches by it.
    fn put_completed(&mut self, session: &mut Session, line: Option<String>) -> Vec<Effect> {
        let Some(line) = line else { return Vec::new() };
        let behind = &self.completion.behind;
        let has_blank = behind.starts_with(char::is_whitespace);
        self.input.set(if has_blank { line.trim_end() } else { &line });
        if !behind.trim().is_empty() {
            self.input.insert(behind);
            behind.chars().for_each(|_| self.input.left());
        }
        self.completion.is_shown = true;
        session.search.n_offered = self.completion.n_lines();
        let mut effects = session.search_for(self.input.text());
        if self.completion.candidates.is_settled() {
            effects.extend(self.offer(session));
        }
        effects
    }
}
