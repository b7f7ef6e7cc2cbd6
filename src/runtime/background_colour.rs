//! Whether the terminal's background is light: asked once (OSC 11), for the theme `auto`.
//!
//! The answer arrives among the keys, at once or seconds later or never. So nobody but the listener
//! reads the terminal: what is typed meanwhile stays what it is, and an answer is put together from
//! the keys that the event library takes it for. Keys that could begin one wait a moment for the
//! next. A terminal that does not answer costs that the first picture waits; more questions behind
//! this one would not help, since their answers never reach us through the event library.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Asks for the colour of the background.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// The first picture waits so long for the answer.
pub(super) const PATIENCE: Duration = Duration::from_millis(150);

/// How an answer begins.
const START: &str = "\x1b]11;";
/// Anything longer is not an answer.
const MAX_BYTES: usize = 64;
/// Between the parts of an answer; nobody types so fast.
const PAUSE: Duration = Duration::from_millis(50);
/// After that no answer is expected any more, and no key waits for it.
const LATEST: Duration = Duration::from_secs(20);

/// Whether the background is light, once that is known.
#[derive(Debug, Clone, Default)]
pub(super) struct BackgroundColour {
    said: Arc<(Mutex<Said>, Condvar)>,
}

#[derive(Debug, Default)]
struct Said {
    is_light: Option<bool>,
    is_wanted: bool,
    /// An answer is expected until then; `None` before there was a question.
    until: Option<Instant>,
}

impl BackgroundColour {
    fn said(&self) -> MutexGuard<'_, Said> {
        self.said.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_light(&self) -> Option<bool> {
        self.said().is_light
    }

    /// Wants the terminal to be asked, if it never was.
    pub(super) fn want(&self) {
        let mut said = self.said();
        said.is_wanted = said.until.is_none();
    }

    /// Whether the terminal is to be asked now; said once. An answer is expected from then on.
    pub(super) fn take_wish(&self) -> bool {
        let mut said = self.said();
        let is_wanted = std::mem::take(&mut said.is_wanted);
        if is_wanted {
            said.until = Some(Instant::now() + LATEST);
        }
        is_wanted
    }

    fn is_awaited(&self) -> bool {
        let said = self.said();
        said.is_light.is_none() && said.until.is_some_and(|until| Instant::now() < until)
    }

    /// Waits until it is known, but not longer than `limit`.
    pub(super) fn wait(&self, limit: Duration) {
        // Whether it is known is asked later on.
        let _ = self.said.1.wait_timeout_while(self.said(), limit, |said| said.is_light.is_none());
    }

    fn tell(&self, is_light: bool) {
        self.said().is_light = Some(is_light);
        self.said.1.notify_all();
    }
}

/// Finds the answer among keys.
#[derive(Debug)]
pub(super) struct Answer {
    background: BackgroundColour,
    /// Keys that may be part of it, and the bytes that they stand for.
    held: Vec<KeyEvent>,
    bytes: String,
}

impl Answer {
    pub(super) fn new(background: &BackgroundColour) -> Self {
        Self { background: background.clone(), held: Vec::new(), bytes: String::new() }
    }

    /// How long to wait for the next key if one has begun that may be the answer.
    pub(super) fn pause(&self) -> Option<Duration> {
        (!self.held.is_empty()).then_some(PAUSE)
    }

    /// Takes a key; returns those that are keys after all.
    pub(super) fn take(&mut self, key: KeyEvent) -> Vec<KeyEvent> {
        if !self.background.is_awaited() && self.held.is_empty() {
            return vec![key];
        }
        let bytes = bytes_of(&key);
        self.held.push(key);
        let Some(bytes) = bytes else {
            return self.give_up();
        };
        self.bytes.push_str(&bytes);
        match read(&self.bytes) {
            Part::Beginning => Vec::new(),
            Part::Whole(is_light) => {
                self.held.clear();
                self.bytes.clear();
                if let Some(is_light) = is_light {
                    self.background.tell(is_light);
                }
                Vec::new()
            }
            Part::None => self.give_up_for(),
        }
    }

    /// No answer goes on here: what was held is keys.
    pub(super) fn give_up(&mut self) -> Vec<KeyEvent> {
        self.bytes.clear();
        std::mem::take(&mut self.held)
    }

    /// As [`Answer::give_up`], but the last key may begin an answer of its own.
    fn give_up_for(&mut self) -> Vec<KeyEvent> {
        let mut keys = self.give_up();
        let last = keys.last().and_then(bytes_of).filter(|_| 1 < keys.len());
        if let Some(bytes) = last.filter(|bytes| matches!(read(bytes), Part::Beginning)) {
            self.bytes = bytes;
            self.held.extend(keys.pop());
        }
        keys
    }
}

/// What a text is of an answer.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    None,
    Beginning,
    /// Whether it tells of a light background, where it tells.
    Whole(Option<bool>),
}

fn read(text: &str) -> Part {
    let Some(said) = text.strip_prefix(START) else {
        return if START.starts_with(text) { Part::Beginning } else { Part::None };
    };
    let end = ["\x07", "\x1b\\"].into_iter().find_map(|end| said.strip_suffix(end));
    let is_colour = |said: &str| {
        said.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/#".contains(&byte))
    };
    match end {
        Some(said) if is_colour(said) => Part::Whole(is_light(said)),
        None if is_colour(said.strip_suffix('\x1b').unwrap_or(said)) && said.len() < MAX_BYTES => {
            Part::Beginning
        }
        _ => Part::None,
    }
}

/// Whether a colour such as `rgb:ffff/ffff/ffff` is nearer to white than to black, to the eye.
fn is_light(colour: &str) -> Option<bool> {
    let parts = colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:"))?;
    let mut shares = parts.split('/').map(|part| {
        let value = u32::from_str_radix(part, 16).ok().filter(|_| part.len() <= 4)?;
        let most = 16_u32.pow(u32::try_from(part.len()).ok()?) - 1;
        Some(value * 1000 / most.max(1))
    });
    let mut next = || shares.next().flatten();
    let (red, green, blue) = (next()?, next()?, next()?);
    Some(500 * 1000 < 299 * red + 587 * green + 114 * blue)
}

/// The bytes that the event library takes for a key, of those that an answer is made of.
fn bytes_of(key: &KeyEvent) -> Option<String> {
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Esc if !alt && !ctrl => Some("\x1b".to_owned()),
        KeyCode::Char('g') if ctrl && !alt => Some("\x07".to_owned()),
        KeyCode::Char(character) if !ctrl => {
            Some(if alt { format!("\x1b{character}") } else { character.to_string() })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys that the event library makes of `text`, where it comes in one piece.
    fn keys(text: &str) -> Vec<KeyEvent> {
        let mut keys = Vec::new();
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            let (character, modifiers) = match character {
                '\x1b' => {
                    let Some(next) = characters.next() else {
                        keys.push(KeyEvent::from(KeyCode::Esc));
                        continue;
                    };
                    (next, KeyModifiers::ALT)
                }
                '\x07' => ('g', KeyModifiers::CONTROL),
                character => (character, KeyModifiers::NONE),
            };
            keys.push(KeyEvent::new(KeyCode::Char(character), modifiers));
        }
        keys
    }

    /// The remaining keys, and the answer that was found.
    fn left(typed: &[KeyEvent]) -> (Vec<KeyEvent>, Option<bool>) {
        let background = BackgroundColour::default();
        background.want();
        assert!(background.take_wish());
        let mut answer = Answer::new(&background);
        let mut left: Vec<_> = typed.iter().flat_map(|key| answer.take(*key)).collect();
        left.extend(answer.give_up());
        (left, background.is_light())
    }

    #[test]
    fn an_answer_is_taken_out_of_the_keys_around_it() {
        for (text, is_light) in [
            ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", Some(true)),
            ("\x1b]11;rgb:0000/0000/0000\x07", Some(false)),
            ("\x1b]11;rgb:fD/f6/E3\x07", Some(true)),
            ("\x1b]11;rgba:1111/2222/3333/ffff\x1b\\", Some(false)),
            ("\x1b]11;rgb:0000/ffff/0000\x07", Some(true)),
            ("\x1b]11;rgb:0000/0000/ffff\x07", Some(false)),
            ("\x1b]11;#ffffff\x07", None),
            ("\x1b]11;rgb:/zz/\x07", None),
        ] {
            let typed = [keys("jk"), keys(text), keys("q")].concat();
            assert_eq!(left(&typed), (keys("jkq"), is_light), "{text:?}");
        }
    }

    #[test]
    fn an_answer_cut_behind_an_escape_is_still_one() {
        let text = "\x1b]11;rgb:eeee/eeee/eeee\x1b\\";
        let whole = keys(text);
        let parts = [keys("\x1b"), keys("]11;rgb:eeee/eeee/eeee"), keys("\x1b"), keys("\\")];
        assert_ne!(whole, parts.concat());
        assert_eq!(left(&parts.concat()), (Vec::new(), Some(true)));
    }

    #[test]
    fn keys_that_only_look_like_an_answer_stay_keys() {
        for text in ["\x1b]", "\x1b]1", "\x1b]11;rgb:ffff", "\x1b]11;rgb:ff ff", "\x1b", "11;x\x07"]
        {
            assert_eq!(left(&keys(text)), (keys(text), None), "{text:?}");
        }
        let long = format!("\x1b]11;{}", "a".repeat(500));
        assert_eq!(left(&keys(&long)), (keys(&long), None));
        let twice = [keys("\x1b]1"), keys("\x1b]11;rgb:ffff/ffff/ffff\x07")].concat();
        assert_eq!(left(&twice), (keys("\x1b]1"), Some(true)));
        let arrow = [keys("\x1b]1"), vec![KeyEvent::from(KeyCode::Up)]].concat();
        assert_eq!(left(&arrow), (arrow, None));
    }

    #[test]
    fn the_terminal_is_asked_once_and_only_where_somebody_wants_to_know() {
        let background = BackgroundColour::default();
        let typed = keys("\x1b]11;rgb:ffff/ffff/ffff\x07");
        let mut answer = Answer::new(&background);
        let left: Vec<_> = typed.iter().flat_map(|key| answer.take(*key)).collect();
        assert_eq!((left, background.is_light()), (typed, None));
        assert!(!background.take_wish());
        background.want();
        assert!(background.take_wish() && !background.take_wish());
        background.want();
        assert!(!background.take_wish());
    }
}
