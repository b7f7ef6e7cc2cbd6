//! From keys to commands: counts, sequences, and what may follow.

use super::{App, find};
use crate::panes::global;
use crate::session::{
    Code, CommandRef, Effect, HISTORY, Key, LIST, Lookup, Notice, PaneName, READER,
};

/// Rows beyond that are none; so counts cannot overflow.
const MOST: usize = 999_999_999;

impl App {
    pub(super) fn on_paste(&mut self, text: &str) -> Vec<Effect> {
        let Self { panes, session, .. } = self;
        let front = session.focus();
        find(panes, front).map_or_else(Vec::new, |pane| pane.on_paste(text, session))
    }

    pub(super) fn on_key(&mut self, key: Key) -> Vec<Effect> {
        self.session.notices.newest = None;
        let front = self.session.focus();
        let has_counts = front == LIST || front == READER || front == HISTORY;
        if has_counts && self.takes_digit(key) {
            return Vec::new();
        }
        let is_pending = !self.session.typed.keys.is_empty() || self.session.typed.count.is_some();
        if is_pending && key == Key::plain(Code::Esc) {
            self.forget_typed();
            return Vec::new();
        }
        self.session.typed.keys.push(key);
        match self.lookup(front) {
            Lookup::Found(command) => {
                let effects = self.run(command);
                self.forget_typed();
                effects
            }
            Lookup::Pending => {
                self.session.typed.hints = self.hints(front);
                Vec::new()
            }
            Lookup::Nothing => {
                let is_first = self.session.typed.keys.len() == 1;
                self.forget_typed();
                let Self { panes, session, .. } = self;
                match find(panes, front) {
                    Some(pane) if is_first => pane.on_text(key, session),
                    _ => Vec::new(),
                }
            }
        }
    }

    /// A digit before a command counts; a zero only after another digit.
    fn takes_digit(&mut self, key: Key) -> bool {
        let typed = &mut self.session.typed;
        let digit = key.typed().and_then(|typed| typed.to_digit(10));
        let Some(digit) = digit.filter(|_| typed.keys.is_empty()) else {
            return false;
        };
        if digit == 0 && typed.count.is_none() {
            return false;
        }
        let count = typed.count.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize);
        typed.count = Some(count.min(MOST));
        true
    }

    fn forget_typed(&mut self) {
        self.session.typed = crate::session::Typed::default();
    }

    /// What the typed keys mean in the pane in front, else everywhere.
    fn lookup(&self, front: PaneName) -> Lookup {
        let keys = &self.session.typed.keys;
        let own = self.keymap.lookup(front, keys);
        if matches!(own, Lookup::Found(_)) {
            return own;
        }
        match self.keymap.lookup(global::NAME, keys) {
            Lookup::Found(command) if own == Lookup::Nothing && self.reaches(front, command) => {
                Lookup::Found(command)
            }
            Lookup::Pending if front == LIST || front == READER => Lookup::Pending,
            _ => own,
        }
    }

    /// Whether a command of all panes works in `front`: prompts take most keys for themselves.
    fn reaches(&self, front: PaneName, command: CommandRef) -> bool {
        let about = self.session.catalogue.iter().find(|(it, _)| *it == command);
        front == LIST
            || front == READER
            || about.is_some_and(|(_, about)| global::EVERYWHERE.contains(&about.name))
    }

    fn hints(&self, front: PaneName) -> Vec<(String, &'static str)> {
        let keys = &self.session.typed.keys;
        let doc = |command| {
            let found = self.session.catalogue.iter().find(|(it, _)| *it == command);
            found.map_or("", |(_, about)| about.doc.split(';').next().unwrap_or_default())
        };
        let rest = |sequence: &[Key]| sequence[keys.len()..].iter().map(Key::to_string).collect();
        let own = self.keymap.continuations(front, keys);
        let everywhere = self.keymap.continuations(global::NAME, keys);
        own.chain(everywhere).map(|(sequence, command)| (rest(sequence), doc(command))).collect()
    }

    /// Runs a command by its name, told `argument`: the one of the pane in front, else of all
    /// panes. A name that means nothing is said.
    pub fn run_named(&mut self, name: &str, argument: Option<&str>) -> Vec<Effect> {
        let front = self.session.focus();
        let of = |pane| {
            let mut catalogue = self.session.catalogue.iter();
            catalogue.find(|(it, about)| it.pane == pane && about.name == name).map(|(it, _)| *it)
        };
        let Some(command) = of(front).or_else(|| of(global::NAME)) else {
            self.session.say(Notice::warning(format!("no command is called {name}")));
            return Vec::new();
        };
        self.session.typed.argument = argument.map(str::to_owned);
        let effects = self.run(command);
        self.forget_typed();
        self.follow(front, effects)
    }

    fn run(&mut self, command: CommandRef) -> Vec<Effect> {
        let Self { panes, session, .. } = self;
        let Some(pane) = find(panes, command.pane) else {
            return Vec::new();
        };
        if let Err(why) = pane.enabled(command.index, session) {
            session.say(Notice::warning(why));
            return Vec::new();
        }
        pane.run(command.index, session)
    }
}
