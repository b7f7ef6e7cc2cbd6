//! All commands with their keys and what they do, filtered by what is typed.

mod commands;
mod fit;
mod view;

use std::cmp::Reverse;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane, command_line,
    global::GlobalPane,
    prompt::{Editing, Prompt, Recall},
};
use crate::base::wording;
use crate::session::{About, Area, Command, CommandRef, Effect, Key, PaneName, Session};
use crate::ui::{Input, Theme};
use fit::Words;

pub const NAME: PaneName = PaneName("palette");

/// What is typed, and what fits it.
#[derive(Debug, Default)]
pub struct PalettePane {
    input: Input,
    recall: Recall,
    entries: Vec<Entry>,
    /// Of `entries`, the best first, those that cannot run last.
    fitting: Vec<usize>,
    /// Of `fitting`.
    cursor: usize,
    /// Why the command that was chosen cannot run.
    refusal: Option<&'static str>,
}

/// A command as the palette lists it.
#[derive(Debug)]
struct Entry {
    command: CommandRef,
    about: About,
    keys: String,
    /// Why it cannot run now.
    reason: Option<&'static str>,
    /// Among those run from here: 0 is the last one.
    recency: Option<usize>,
}

/// Commands run from the palette that stand before the useful ones.
const N_RECENT: usize = 5;

const OPENED_BY: &[Command<GlobalPane>] =
    &[Command::new("palette", &["<c-p>"], "Find a command", |_, session| {
        session.show(NAME);
        Vec::new()
    })
    .also("menu commands actions")
    .over_texts()];

impl PalettePane {
    fn chosen(&self) -> Option<&Entry> {
        self.fitting.get(self.cursor).and_then(|at| self.entries.get(*at))
    }

    /// Finds the commands that match the typed words. Without words, recent commands come first, then
    /// useful ones, then the rest.
    fn filter(&mut self) {
        let mut words = Words::new(self.input.text());
        let has_words = !self.input.text().trim().is_empty();
        let mut fitting = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let Some(fit) = words.fit(&entry.about) else { continue };
            let recency = entry.recency.filter(|_| !has_words).unwrap_or(usize::MAX);
            let is_useful = !has_words && entry.about.is_useful;
            fitting.push(((entry.reason.is_some(), recency, !is_useful, Reverse(fit), at), at));
        }
        fitting.sort_unstable();
        self.fitting = fitting.into_iter().map(|(_, at)| at).collect();
        (self.cursor, self.refusal) = (0, None);
    }
}

impl Prompt for PalettePane {
    fn text(&self) -> &str {
        self.input.text()
    }

    fn history(_session: &Session) -> &[String] {
        &[]
    }

    fn recall(&mut self) -> &mut Recall {
        &mut self.recall
    }

    fn edit(&mut self, _session: &mut Session, edit: impl FnOnce(&mut Input)) -> Vec<Effect> {
        edit(&mut self.input);
        self.filter();
        Vec::new()
    }

    fn leave(&mut self, session: &mut Session) -> Vec<Effect> {
        session.hide();
        Vec::new()
    }
}

impl Pane for PalettePane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Screen;
    const LISTS_COMMANDS: bool = true;
    const TITLE: fn() -> &'static str = || wording!("pane-palette");
    const COMMANDS: &'static [&'static [Command<Self>]] =
        &[commands::COMMANDS, Editing::<Self>::COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        *self = Self::default();
        for (command, about) in command_line::in_reach(session) {
            let at = session.keyboard.catalogue.iter().position(|(it, _)| *it == command);
            let reason = at.and_then(|at| session.keyboard.reasons.get(at).copied().flatten());
            let keys = Key::spoken_each(&session.keyboard.keymap.keys_of(command, &about));
            let mut recent = session.prompts.palette.iter().rev().take(N_RECENT);
            let recency = recent.position(|name| name == about.name);
            self.entries.push(Entry { command, about, keys, reason, recency });
        }
        self.filter();
        Vec::new()
    }

    fn on_text(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        self.type_key(key, session)
    }

    fn on_paste(&mut self, text: &str, session: &mut Session) -> Vec<Effect> {
        self.type_text(text, session)
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
