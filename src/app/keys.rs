//! From keys to commands: counts, sequences, and what may follow.

use super::{App, find};
use crate::base::wording;
use crate::session::{
    Code, CommandRef, Effect, GLOBAL, Invocation, Key, Keys, Lookup, PaneName, Reach,
};

/// Rows beyond that are none; so counts cannot overflow.
const MOST: usize = 999_999_999;
/// A macro is not repeated more often than this.
const MOST_TIMES: usize = 1_000;

impl App {
    pub(super) fn on_paste(&mut self, text: &str) -> Vec<Effect> {
        let Self { panes, session, .. } = self;
        let front = session.focus();
        find(panes, front).map_or_else(Vec::new, |pane| pane.on_paste(text, session))
    }

    pub(super) fn on_key(&mut self, key: Key) -> Vec<Effect> {
        self.session.said.notices.newest = None;
        let front = self.session.focus();
        if self.session.keyboard.catalogue.pane(front).takes_counts && self.takes_digit(key) {
            return Vec::new();
        }
        let is_pending = !self.session.keyboard.pending.keys.is_empty()
            || self.session.keyboard.pending.count.is_some();
        if is_pending && key == Key::plain(Code::Esc) {
            self.forget_typed();
            return Vec::new();
        }
        self.session.keyboard.pending.keys.push(key);
        match self.lookup(front) {
            Lookup::Found(steps) => {
                let effects = self.run_all(&steps);
                self.forget_typed();
                effects
            }
            Lookup::Pending => {
                self.session.keyboard.pending.hints = self.hints(front);
                Vec::new()
            }
            Lookup::Nothing => {
                let is_first = self.session.keyboard.pending.keys.len() == 1;
                if self.takes(front) == Keys::Main {
                    self.say_unbound();
                }
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
        let typed = &mut self.session.keyboard.pending;
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

    /// Runs what panes asked for. A command may ask for another, but not for ever.
    pub(super) fn run_requests(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for _ in 0..MOST_TIMES {
            let Some(invocation) = self.session.wishes.commands.pop_front() else {
                break;
            };
            effects.extend(self.run_all(&[invocation]));
            self.forget_typed();
        }
        effects
    }

    /// Why each command of the catalogue cannot run now.
    pub(super) fn reasons(&self) -> Vec<Option<&'static str>> {
        let reason = |(command, _): &(CommandRef, crate::session::About)| {
            let pane = self.panes.iter().find(|pane| pane.name() == command.pane)?;
            pane.enabled(command.index, &self.session).err()
        };
        self.session.keyboard.catalogue.iter().map(reason).collect()
    }

    /// Tells fingers that know other programs where to look.
    fn say_unbound(&mut self) {
        let typed =
            self.session.keyboard.pending.keys.iter().map(Key::to_string).collect::<String>();
        let text = wording!("key-unbound", keys = typed, help = self.session.help_key());
        self.session.refuse(&text);
    }

    fn forget_typed(&mut self) {
        self.session.keyboard.pending = crate::session::PendingKeys::default();
    }

    /// The keys that a pane takes.
    fn takes(&self, pane: PaneName) -> Keys {
        self.session.keyboard.catalogue.pane(pane).keys
    }

    /// What the typed keys mean in the pane in front, else everywhere.
    fn lookup(&self, front: PaneName) -> Lookup {
        let keys = &self.session.keyboard.pending.keys;
        let own = self.session.keyboard.keymap.lookup(front, keys);
        if matches!(own, Lookup::Found(_)) {
            return own;
        }
        match self.session.keyboard.keymap.lookup(GLOBAL, keys) {
            Lookup::Found(steps)
                if own == Lookup::Nothing
                    && steps.iter().all(|step| self.reaches(front, step.command)) =>
            {
                Lookup::Found(steps)
            }
            Lookup::Pending if self.takes(front) == Keys::Main => Lookup::Pending,
            _ => own,
        }
    }

    /// Whether a command of list and reader alike works in `front`: prompts take most keys for
    /// themselves.
    fn reaches(&self, front: PaneName, command: CommandRef) -> bool {
        let reach = self.session.about(command).map_or(Reach::Main, |about| about.reach);
        match (self.takes(front), reach) {
            (Keys::Main, _) | (Keys::Text, Reach::Texts) => true,
            (_, Reach::Everywhere) => {
                self.session.keyboard.pending.keys.iter().all(|key| key.typed().is_none())
            }
            (Keys::Text | Keys::Own, Reach::Main) | (Keys::Own, Reach::Texts) => false,
        }
    }

    fn hints(&self, front: PaneName) -> Vec<(String, String)> {
        let Self { session, .. } = self;
        let keys = &session.keyboard.pending.keys;
        let rest = |sequence: &[Key]| sequence[keys.len()..].iter().map(|it| it.spoken()).collect();
        let own = session.keyboard.keymap.continuations(front, keys);
        let everywhere = session.keyboard.keymap.continuations(GLOBAL, keys);
        own.chain(everywhere)
            .map(|(sequence, steps)| (rest(sequence), session.describe(steps)))
            .collect()
    }

    /// Runs what a key is bound to. The count goes to the one command, or says how often several
    /// run; if one of them cannot run, the others do not either.
    fn run_all(&mut self, steps: &[Invocation]) -> Vec<Effect> {
        let typed = self.session.keyboard.pending.count;
        let (n_times, passed) = match steps {
            [_] => (1, typed),
            _ => (typed.unwrap_or(1).min(MOST_TIMES), None),
        };
        let mut effects = Vec::new();
        for _ in 0..n_times {
            for step in steps {
                self.session.keyboard.pending.count = passed.or(step.count);
                self.session.keyboard.pending.argument.clone_from(&step.argument);
                match self.run(step.command) {
                    Some(more) => effects.extend(more),
                    None => return effects,
                }
            }
        }
        effects
    }

    /// What follows from a command; `None` if it cannot run.
    fn run(&mut self, command: CommandRef) -> Option<Vec<Effect>> {
        let Self { panes, session, .. } = self;
        let about = *session.about(command)?;
        let is_told = session.argument().is_some();
        let pane = find(panes, command.pane)?;
        if let Err(why) = pane.enabled(command.index, session) {
            session.refuse(why);
            return None;
        }
        if about.argument.is_some_and(|it| it.is_required) && !is_told {
            session.ask_for_command(format!("{} ", about.name));
            return Some(Vec::new());
        }
        Some(pane.run(command.index, session))
    }
}
