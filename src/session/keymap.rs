//! From key sequences to commands: the defaults of the commands, changed by a preset, changed by
//! the user's file. What is wrong with a layer is said in words; the rest of it holds.

use std::{collections::BTreeMap, fmt, ops::Bound, sync::Arc};

use super::{About, CommandRef, GLOBAL, Invocation, Key, PaneName};
use crate::base::{nearest, wording};
use crate::config::{KeysConfig, Meaning, WrittenBinding};

/// The bindings of all panes.
#[derive(Debug, Default, Clone)]
pub struct Keymap {
    /// Invariant: in no pane does one sequence begin another.
    bindings: Bindings,
}

/// By pane, so that a sequence is looked up without a copy of it.
type Bindings = BTreeMap<PaneName, BTreeMap<Vec<Key>, Arc<[Invocation]>>>;

/// What keys do, and the line that says so.
type Lined = (Arc<[Invocation]>, usize);

/// What is wrong with the keys, and in which line of the settings file; 0 where it is stated
/// elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFault {
    pub line: usize,
    pub text: String,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self.line {
            0 => wording!("keys-fault", text = self.text),
            line => wording!("settings-fault", line = line, text = self.text),
        })
    }
}

/// What a key sequence means so far.
#[derive(Debug, PartialEq, Eq)]
pub enum Lookup {
    /// One command, or several that run in turn.
    Found(Arc<[Invocation]>),
    /// Some longer sequence starts with this one.
    Pending,
    Nothing,
}

/// The bindings of one file, read against the commands that there are.
#[derive(Default)]
struct Layer {
    bindings: BTreeMap<(PaneName, Vec<Key>), Lined>,
    unbound: Vec<(PaneName, Vec<Key>)>,
    faults: Vec<KeyFault>,
}

impl Keymap {
    /// The keys as `keys` wants them, and what is wrong with it, in the order of its lines.
    pub fn new(catalogue: &[(CommandRef, About)], keys: &KeysConfig) -> (Self, Vec<KeyFault>) {
        let mut keymap = Self::of_commands(catalogue);
        let mut faults = Vec::new();
        match KeysConfig::preset(&keys.preset.text) {
            // A preset hides keys on purpose; a test finds its mistakes.
            Some(preset) => drop(keymap.lay(Layer::read(&preset, catalogue), catalogue)),
            None => faults.push(no_preset(keys)),
        }
        faults.extend(keymap.lay(Layer::read(keys, catalogue), catalogue));
        (keymap, faults)
    }

    /// The default keys. One that does not parse is a fault that a test finds; here it is none.
    fn of_commands(catalogue: &[(CommandRef, About)]) -> Self {
        let mut keymap = Self::default();
        for (command, about) in catalogue {
            for keys in about.keys.iter().filter_map(|keys| Key::parse_all(keys).ok()) {
                let steps = [Invocation::of(*command)].into();
                keymap.bindings.entry(command.pane).or_default().insert(keys, steps);
            }
        }
        keymap
    }

    /// What `keys` mean in `pane`.
    pub fn lookup(&self, pane: PaneName, keys: &[Key]) -> Lookup {
        if let Some(steps) = self.bindings.get(&pane).and_then(|bound| bound.get(keys)) {
            return Lookup::Found(Arc::clone(steps));
        }
        match self.continuations(pane, keys).next() {
            Some(_) => Lookup::Pending,
            None => Lookup::Nothing,
        }
    }

    /// The bindings of `pane` that begin with `keys`: the whole sequence and what it does.
    pub fn continuations<'a>(
        &'a self,
        pane: PaneName,
        keys: &'a [Key],
    ) -> impl Iterator<Item = (&'a [Key], &'a [Invocation])> + 'a {
        let from = (Bound::Included(keys), Bound::Unbounded);
        let bound = self.bindings.get(&pane).map(|bound| bound.range::<[Key], _>(from));
        bound
            .into_iter()
            .flatten()
            .take_while(move |(sequence, _)| sequence.starts_with(keys))
            .map(|(sequence, steps)| (sequence.as_slice(), &**steps))
    }

    /// The sequences that run just `command`, as keymaps write them: the defaults first, in their
    /// order.
    pub fn keys_of(&self, command: CommandRef, about: &About) -> Vec<String> {
        let mut all: Vec<String> = self
            .continuations(command.pane, &[])
            .filter(|(_, steps)| **steps == [Invocation::of(command)])
            .map(|(keys, _)| written(keys))
            .collect();
        let rank = |keys: &String| about.keys.iter().position(|it| it == keys);
        all.sort_by_key(|keys| rank(keys).unwrap_or(usize::MAX));
        all
    }

    /// The bindings of `pane` that are not a command alone: macros, and commands told something.
    pub fn macros_of(&self, pane: PaneName) -> impl Iterator<Item = (String, &[Invocation])> {
        self.continuations(pane, &[])
            .filter(|(_, steps)| steps.len() != 1 || steps[0] != Invocation::of(steps[0].command))
            .map(|(keys, steps)| (written(keys), steps))
    }

    /// Adds a layer over the existing ones. Keys that it hides without declaring it are reported.
    fn lay(&mut self, layer: Layer, catalogue: &[(CommandRef, About)]) -> Vec<KeyFault> {
        let mut faults = layer.faults;
        for (pane, keys) in layer.unbound {
            self.bindings.entry(pane).or_default().remove(&keys);
        }
        let below = self.bindings.clone();
        for ((pane, keys), (_, line)) in &layer.bindings {
            let bound = self.bindings.entry(*pane).or_default();
            let hidden: Vec<_> = below
                .get(pane)
                .into_iter()
                .flatten()
                .filter(|(sequence, _)| sequence.starts_with(keys) || keys.starts_with(sequence))
                .filter(|(sequence, _)| bound.remove(*sequence).is_some())
                .filter(|(sequence, _)| *sequence != keys)
                .map(|(sequence, steps)| {
                    format!("{} ({})", written(sequence), names(steps, catalogue))
                })
                .collect();
            if !hidden.is_empty() {
                let (what, pane) = (written(keys), pane.0);
                let hidden = hidden.join(", ");
                let text = wording!("keys-hidden", keys = what, pane = pane, hidden = hidden);
                faults.push(at_line(*line, &text));
            }
        }
        for ((pane, keys), (steps, _)) in layer.bindings {
            self.bindings.entry(pane).or_default().insert(keys, steps);
        }
        faults
    }
}

impl Layer {
    fn read(keys: &KeysConfig, catalogue: &[(CommandRef, About)]) -> Self {
        let mut layer = Self::default();
        for written in &keys.bindings {
            if let Err(fault) = layer.add(written, catalogue) {
                layer.faults.push(at_line(written.keys.line, &fault));
            }
        }
        layer
    }

    fn add(
        &mut self,
        binding: &WrittenBinding,
        catalogue: &[(CommandRef, About)],
    ) -> Result<(), String> {
        let name = &binding.keys.text;
        let pane = match (&binding.meaning, binding.pane.as_str()) {
            (Meaning::Wrong, "") => {
                return Err(neither(name, catalogue));
            }
            (_, pane) => find_pane(pane, catalogue)?,
        };
        let keys = Key::parse_all(name).map_err(|wrong| no_key(&wrong))?;
        if keys.is_empty() {
            return Err(wording!("keys-none").to_owned());
        }
        let steps = match &binding.meaning {
            Meaning::Wrong => {
                return Err(wording!("keys-no-command", name = name));
            }
            Meaning::Unbound => {
                self.unbound.push((pane, keys));
                return Ok(());
            }
            Meaning::Commands(texts) => {
                let steps = texts.iter().map(|text| Invocation::parse(text, pane, catalogue));
                steps.collect::<Result<Vec<_>, _>>().map_err(|wrong| wrong.to_string())?
            }
        };
        let clash = self.bindings.iter().find(|((other, sequence), _)| {
            *other == pane && (sequence.starts_with(&keys) || keys.starts_with(sequence))
        });
        if let Some(((_, sequence), (_, line))) = clash {
            let sequence = written(sequence);
            return Err(if *sequence == written(&keys) {
                wording!("keys-twice", name = name, line = line)
            } else {
                wording!("keys-clash", name = name, other = sequence, line = line)
            });
        }
        self.bindings.insert((pane, keys), (steps.into(), binding.keys.line));
        Ok(())
    }
}

fn find_pane(name: &str, catalogue: &[(CommandRef, About)]) -> Result<PaneName, String> {
    let mut panes: Vec<PaneName> = Vec::new();
    for pane in catalogue.iter().map(|(command, _)| command.pane).chain([GLOBAL]) {
        if !panes.contains(&pane) {
            panes.push(pane);
        }
    }
    if let Some(pane) = panes.iter().find(|pane| pane.0 == name) {
        return Ok(*pane);
    }
    let names: Vec<&str> = panes.iter().map(|pane| pane.0).collect();
    Err(match nearest(name, names.iter().copied()) {
        Some(near) => wording!("pane-near", name = name, near = near),
        None => wording!("pane-unknown", name = name, names = names.join(", ")),
    })
}

fn no_key(wrong: &str) -> String {
    let name = wrong.trim_matches(['<', '>']).to_lowercase();
    let name = name.rsplit('-').next().unwrap_or_default();
    let names: Vec<&str> = Key::names().collect();
    match nearest(name, names) {
        Some(near) => wording!("key-near", name = wrong, near = near),
        None => wording!("key-unknown", name = wrong),
    }
}

/// A name directly in `[keys]`, and the one probably meant.
fn neither(name: &str, catalogue: &[(CommandRef, About)]) -> String {
    let panes = catalogue.iter().map(|(command, _)| command.pane.0);
    match nearest(name, panes.chain(["preset"])) {
        Some(near) => wording!("keys-neither-near", name = name, near = near),
        None => wording!("keys-neither", name = name),
    }
}

fn no_preset(keys: &KeysConfig) -> KeyFault {
    let (name, names) = (&keys.preset.text, KeysConfig::presets().join(", "));
    at_line(keys.preset.line, &wording!("preset-unknown", name = name, names = names))
}

fn at_line(line: usize, text: &str) -> KeyFault {
    KeyFault { line, text: text.to_owned() }
}

fn written(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect()
}

fn names(steps: &[Invocation], catalogue: &[(CommandRef, About)]) -> String {
    let name = |step: &Invocation| {
        let found = catalogue.iter().find(|(command, _)| *command == step.command);
        found.map_or("", |(_, about)| about.name)
    };
    steps.iter().map(name).collect::<Vec<_>>().join(", ")
}
