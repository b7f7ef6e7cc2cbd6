//! Cleaning from left to right: what must be remembered of the characters before.

use super::characters::{
    Class, Danger, chains, class_of, ends_pictograph, is_joining_script, is_linker, is_pictograph,
    is_plain_ascii,
};

/// What a tab is shown as. Always the same, so that a line need not know its column.
const TAB: &str = "    ";

/// Marks kept on one cluster. Living languages need four; more is a tower that covers the rows
/// above and fills a cell with kilobytes.
const MAX_MARKS: u32 = 6;

/// Joiners kept in one cluster; the longest emoji has three.
const MAX_JOINERS: u32 = 8;

/// Carries marks that have nothing to stand on: without it they would land in the frame.
const BASE: char = '\u{25cc}';

/// The cleaned text and the number of dangerous characters; `None` if `raw` is clean as it is.
pub(super) fn clean(raw: &str) -> Option<(String, usize)> {
    let start = first_trouble(raw)?;
    let mut cleaner = Cleaner::after(&raw[..start], raw.len());
    cleaner.push(&raw[start..]);
    Some((cleaner.text, cleaner.n_dangerous))
}

/// Whether cleaning leaves a character out without a sign.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(class_of(c), Class::Dropped(_))
}

/// Where the careful way must begin: at the character before the first that is not plain, since
/// a mark belongs to it. `None` means that `raw` is clean as it is.
fn first_trouble(raw: &str) -> Option<usize> {
    let mut last = 0;
    let n_plain = raw
        .as_bytes()
        .chunks(32)
        .take_while(|chunk| chunk.iter().fold(true, |all, &byte| all & is_plain_ascii(byte)))
        .map(<[u8]>::len)
        .sum::<usize>();
    let mut before = '\0';
    for (at, c) in raw[n_plain..].char_indices() {
        if class_of(c) != Class::Plain || chains(before, c) {
            return Some((n_plain + last).min(n_plain + at));
        }
        last = at;
        before = c;
    }
    None
}

/// Cleans from left to right. Invariant: every decision rests on what was kept so far and on
/// following characters that are certain to be kept, so that cleaning twice changes nothing.
struct Cleaner {
    text: String,
    n_dangerous: usize,
    /// The character kept last.
    last: Option<char>,
    /// Of the cluster that is being written.
    n_marks: u32,
    n_joiners: u32,
    /// Whether a sign since the last letter ties the next letter to it.
    is_linked: bool,
}

impl Cleaner {
    /// Goes on after `plain`, which is kept as it is.
    fn after(plain: &str, capacity: usize) -> Self {
        let mut text = String::with_capacity(capacity);
        text.push_str(plain);
        Self {
            text,
            n_dangerous: 0,
            last: plain.chars().next_back(),
            n_marks: 0,
            n_joiners: 0,
            is_linked: false,
        }
    }

    fn push(&mut self, raw: &str) {
        let mut rest = raw.chars();
        while let Some(c) = rest.next() {
            match class_of(c) {
                Class::Plain => self.letter(c),
                Class::Tab => TAB.chars().for_each(|space| self.letter(space)),
                Class::Becomes(other, danger) => {
                    self.count(danger);
                    self.letter(other);
                }
                Class::Dropped(danger) => self.count(danger),
                Class::Mark => self.mark(c),
                Class::Selector => self.selector(c),
                Class::Joiner => self.joiner(c, following(rest.as_str())),
                Class::NonJoiner => self.non_joiner(c, following(rest.as_str())),
            }
        }
    }

    fn count(&mut self, danger: Danger) {
        self.n_dangerous += usize::from(danger == Danger::Counted);
    }

    fn keep(&mut self, c: char) {
        self.text.push(c);
        self.last = Some(c);
    }

    fn letter(&mut self, c: char) {
        if self.last.is_some_and(|last| chains(last, c)) {
            self.mark(c);
            return;
        }
        let is_joined = self.last == Some('\u{200d}') && is_pictograph(c);
        if !is_joined && !self.is_linked {
            self.n_marks = 0;
            self.n_joiners = 0;
        }
        self.is_linked = false;
        self.keep(c);
    }

    fn mark(&mut self, c: char) {
        if self.last.is_none() {
            self.keep(BASE);
        }
        if self.n_marks == MAX_MARKS {
            self.n_dangerous += 1;
            return;
        }
        self.n_marks += 1;
        self.is_linked |= is_linker(c);
        self.keep(c);
    }

    /// Keeps one selector on a character that can have a look.
    fn selector(&mut self, c: char) {
        let has_look =
            |last: char| class_of(last) == Class::Plain && !last.is_whitespace() && last != BASE;
        if self.last.is_some_and(has_look) {
            self.keep(c);
        }
    }

    fn joiner(&mut self, c: char, next: Option<char>) {
        let Some(last) = self.last else { return };
        let is_emoji = ends_pictograph(last) && next.is_some_and(is_pictograph);
        if !is_emoji && !is_joining_script(last) {
            return;
        }
        if self.n_joiners == MAX_JOINERS {
            self.n_dangerous += 1;
            return;
        }
        self.n_joiners += 1;
        self.keep(c);
    }

    /// A non-joiner has a meaning only between letters that would otherwise join.
    fn non_joiner(&mut self, c: char, next: Option<char>) {
        let is_letter = |next: char| is_joining_script(next) && class_of(next) == Class::Plain;
        if self.last.is_some_and(is_joining_script) && next.is_some_and(is_letter) {
            self.keep(c);
        }
    }
}

/// The first character of `rest` that is not dropped whatever stands around it.
fn following(rest: &str) -> Option<char> {
    rest.chars().find(|&c| !matches!(class_of(c), Class::Dropped(_)))
}
