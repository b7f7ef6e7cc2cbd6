//! A script for every command: what stands on the screen, or is asked for, once it has run.
//!
//! Each script is also played without its command, and must then not see what it looks for: so
//! none can succeed whatever the command does.

mod docks;
mod global;
mod list;
mod prompts;
mod reader;
mod texts;
mod worlds;

use std::{collections::BTreeSet, fmt::Write as _};

use dateline::{
    app::{Event, commands},
    session::{About, Code, CommandRef, GLOBAL, Key, LIST, READER},
};

use super::Script;
use worlds::World;

/// What a script looks for once its command has run.
#[derive(Debug, Clone, Copy)]
enum Sight {
    Shows(&'static str),
    Hides(&'static str),
    /// An effect that was asked for since the start: the beginning of how it is written.
    Asks(&'static str),
    Quits,
    Repaints,
}

use Sight::{Asks, Hides, Quits, Repaints, Shows};

/// One command, and how to see that it works.
#[derive(Debug, Clone)]
struct Case {
    /// As `pane.command`.
    name: String,
    world: World,
    /// Keys that lead to where the command counts; a blank is typed as one.
    start: String,
    /// The argument of the command; a number for a command without an argument is its count.
    told: &'static str,
    /// Keys after the command, which show what it has done.
    after: &'static str,
    sight: Sight,
}

impl Case {
    fn of(name: impl Into<String>, start: impl Into<String>, sight: Sight) -> Self {
        let (name, start) = (name.into(), start.into());
        Self { name, world: World::Small, start, told: "", after: "", sight }
    }

    fn told(mut self, told: &'static str) -> Self {
        self.told = told;
        self
    }

    fn then(mut self, after: &'static str) -> Self {
        self.after = after;
        self
    }

    fn within(mut self, world: World) -> Self {
        self.world = world;
        self
    }

    /// Every way to run the command: its default keys, and its name where names can be typed.
    fn ways(&self, command: CommandRef, about: &About) -> Vec<Vec<Key>> {
        let is_count = about.argument.is_none() && !self.told.is_empty();
        let count = if is_count { self.told } else { "" };
        let mut ways = Vec::new();
        if self.told.is_empty() || is_count {
            ways.extend(about.keys.iter().map(|keys| parsed(&format!("{count}{keys}"))));
        }
        if [LIST, READER, GLOBAL].contains(&command.pane) {
            let told = if is_count { "" } else { self.told };
            let line = format!(":{count}{} {told}", self.name);
            let typed = line.trim_end().chars().map(Key::char);
            ways.push(typed.chain([Key::plain(Code::Enter)]).collect());
        }
        ways
    }

    fn start(&self) -> Script {
        self.world.script().press(&blanks(&self.start))
    }

    /// Whether the script sees it after these keys, and the screen then.
    fn play(&self, keys: &[Key]) -> (bool, String) {
        let mut script = self.start();
        script.app.take_redraw();
        let n_asked = script.outside.asked.len();
        for key in keys {
            script.event(Event::Key(*key));
        }
        let mut script = script.press(&blanks(self.after));
        let screen = script.screen();
        let is_seen = match self.sight {
            Shows(text) => screen.contains(text),
            Hides(text) => !screen.contains(text),
            Asks(text) => script.outside.asked[n_asked..]
                .iter()
                .any(|effect| format!("{effect:?}").starts_with(text)),
            Quits => script.app.should_quit(),
            Repaints => script.app.take_redraw(),
        };
        (is_seen, screen)
    }

    /// What is wrong, in words; nothing where all is well.
    fn faults(&self, command: CommandRef, about: &About) -> String {
        let mut faults = String::new();
        let (is_seen, before) = self.play(&[]);
        if is_seen {
            writeln!(faults, "{}: {:?} even without it\n{before}", self.name, self.sight).unwrap();
        }
        let ways = self.ways(command, about);
        assert!(!ways.is_empty(), "no key runs {}", self.name);
        for keys in ways {
            let (is_seen, screen) = self.play(&keys);
            if !is_seen {
                let keys: String = keys.iter().map(Key::to_string).collect();
                let changed = changed(&before, &screen);
                writeln!(faults, "{} by {keys}: not {:?}\n{changed}", self.name, self.sight)
                    .unwrap();
            }
        }
        faults
    }
}

/// Lines that are shown of what a command changed.
const MOST_CHANGES: usize = 6;

/// The lines of a screen that stand otherwise than before.
fn changed(before: &str, after: &str) -> String {
    let pairs = before.lines().zip(after.lines());
    let mut text = String::new();
    for (before, after) in pairs.filter(|(before, after)| before != after).take(MOST_CHANGES) {
        writeln!(text, "  - {before}\n  + {after}").unwrap();
    }
    text
}

fn blanks(keys: &str) -> String {
    keys.replace(' ', "<space>")
}

fn parsed(keys: &str) -> Vec<Key> {
    Key::parse_all(keys).unwrap()
}

fn all() -> Vec<Case> {
    let lists = [list::cases(), docks::cases(), reader::cases()].concat();
    [lists, global::cases(), prompts::cases(), texts::cases()].concat()
}

#[test]
fn every_command_does_what_it_says_by_each_of_its_keys_and_by_its_name() {
    let commands = commands();
    let mut faults = String::new();
    for case in all() {
        let is_meant =
            |it: &&(CommandRef, About)| format!("{}.{}", it.0.pane.0, it.1.name) == case.name;
        if let Some((command, about)) = commands.iter().find(is_meant) {
            faults.push_str(&case.faults(*command, about));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn every_command_has_a_script_and_every_script_a_command() {
    let named =
        |(command, about): (CommandRef, About)| format!("{}.{}", command.pane.0, about.name);
    let commands: BTreeSet<String> = commands().into_iter().map(named).collect();
    let scripts: BTreeSet<String> = all().into_iter().map(|case| case.name).collect();
    let without: Vec<_> = commands.difference(&scripts).collect();
    let beyond: Vec<_> = scripts.difference(&commands).collect();
    assert!(
        without.is_empty() && beyond.is_empty(),
        "no script: {without:?}; no command: {beyond:?}"
    );
}
