//! What prompts have in common: a line edited with the same keys everywhere, and a history of
//! earlier lines.

use std::marker::PhantomData;

use super::Pane;
use crate::base::wording;
use crate::query::Query;
use crate::session::{Command, Effect, Key, Section, Session};
use crate::ui::Input;

/// A pane that is a line of input.
pub(super) trait Prompt: Pane {
    fn text(&self) -> &str;

    /// Changes the line and does what follows from that.
    fn edit(&mut self, session: &mut Session, edit: impl FnOnce(&mut Input)) -> Vec<Effect>;

    /// Goes back to the position before the prompt.
    fn leave(&mut self, session: &mut Session) -> Vec<Effect>;

    /// Earlier lines, oldest first.
    fn history(session: &Session) -> &[String];

    fn recall(&mut self) -> &mut Recall;

    /// Replaces the input with an earlier line.
    fn put(input: &mut Input, line: &str) {
        input.set(line);
    }

    /// Told that an earlier line is about to be put into the input.
    fn on_recalled(_session: &mut Session) {}

    /// Puts a typed character into the line, or into the search of the history.
    fn type_key(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        match key.typed() {
            Some(typed) => self.type_text(typed.encode_utf8(&mut [0; 4]), session),
            None => Vec::new(),
        }
    }

    fn type_text(&mut self, text: &str, session: &mut Session) -> Vec<Effect> {
        if let Some(words) = self.recall().words.clone() {
            return look_for(self, session, words + text, 0);
        }
        self.recall().back = 0;
        self.edit(session, |input| input.insert(text))
    }
}

/// How far a prompt has gone back in its history.
#[derive(Debug, Default)]
pub(super) struct Recall {
    /// Lines back; 0 is the line being typed.
    back: usize,
    /// What was typed before going back.
    draft: String,
    /// The search of the history, if one is open.
    words: Option<String>,
}

impl Recall {
    /// The text before the line: `sign`, or the search of the history.
    pub(super) fn label(&self, sign: &str) -> String {
        match &self.words {
            Some(words) => format!("{} ", wording!("prompt-history", words = words)),
            None => sign.to_owned(),
        }
    }

    /// Whether the line comes from the history.
    pub(super) fn is_back(&self) -> bool {
        0 < self.back
    }
}

/// Replaces the input with an older or newer line of the history.
pub(super) fn step_back<P: Prompt>(
    pane: &mut P,
    session: &mut Session,
    is_older: bool,
) -> Vec<Effect> {
    let n_lines = P::history(session).len();
    let newest = P::history(session).last().cloned();
    let text = pane.text().to_owned();
    let recall = pane.recall();
    recall.words = None;
    let is_first = is_older && recall.back == 0;
    // The line that is there already is not an earlier one.
    let n_same = usize::from(is_first && newest.as_deref() == Some(text.trim()));
    let back = if is_older { recall.back + 1 + n_same } else { recall.back.saturating_sub(1) };
    let back = if n_lines < back { recall.back } else { back };
    if back == recall.back {
        return Vec::new();
    }
    if recall.back == 0 {
        recall.draft = text;
    }
    recall.back = back;
    if back == 0 {
        let draft = std::mem::take(&mut recall.draft);
        return pane.edit(session, |input| input.set(draft));
    }
    let line = P::history(session)[n_lines - back].clone();
    P::on_recalled(session);
    pane.edit(session, |input| P::put(input, &line))
}

/// Puts a query of the history into a line so that it is understood as it was.
pub(super) fn put_recalled(input: &mut Input, line: &str) {
    match Query::strict(line) {
        Ok(query) => put_query(input, &query.as_typed()),
        Err(_) => input.set(line),
    }
}

/// Puts a query into a line, with the cursor where its last word can go on.
pub(super) fn put_query(input: &mut Input, line: &str) {
    input.set(line);
    let follows_word = |end: &str| {
        // A star by itself asks for everything: it is a word of its own.
        let word = line.strip_suffix(end);
        word.is_some_and(|it| it.ends_with(|c: char| !c.is_whitespace() && c != '"' && c != '('))
    };
    let n_behind = ["*", "*\""].into_iter().find(|end| follows_word(end)).map_or(0, str::len);
    (0..n_behind).for_each(|_| input.left());
}

/// Starts a search of the history, or continues to an older matching line.
fn search<P: Prompt>(pane: &mut P, session: &mut Session) -> Vec<Effect> {
    let text = pane.text().to_owned();
    let recall = pane.recall();
    if let Some(words) = recall.words.clone() {
        let back = recall.back;
        return look_for(pane, session, words, back);
    }
    recall.back = 0;
    recall.draft.clone_from(&text);
    look_for(pane, session, text, 0)
}

/// Shows the newest line that has `words`, of those more than `back` lines back.
fn look_for<P: Prompt>(
    pane: &mut P,
    session: &mut Session,
    words: String,
    back: usize,
) -> Vec<Effect> {
    let lines = P::history(session).iter().rev().enumerate().skip(back);
    let found = lines
        .filter(|_| !words.is_empty())
        .find(|(_, line)| line.contains(&words))
        .map(|(at, line)| (at + 1, line.clone()));
    let recall = pane.recall();
    recall.words = Some(words);
    let Some((back, line)) = found else {
        return Vec::new();
    };
    recall.back = back;
    P::on_recalled(session);
    pane.edit(session, |input| P::put(input, &line))
}

/// Goes back to the line typed before the history was used, or else closes the prompt.
fn cancel<P: Prompt>(pane: &mut P, session: &mut Session) -> Vec<Effect> {
    if pane.recall().words.take().is_none() {
        return pane.leave(session);
    }
    let draft = std::mem::take(&mut pane.recall().draft);
    pane.recall().back = 0;
    pane.edit(session, |input| input.set(draft))
}

fn backspace<P: Prompt>(pane: &mut P, session: &mut Session) -> Vec<Effect> {
    if let Some(mut words) = pane.recall().words.clone() {
        words.pop();
        return look_for(pane, session, words, 0);
    }
    if pane.text().is_empty() { pane.leave(session) } else { edit(pane, session, Input::backspace) }
}

/// Edits the line and ends a search of the history.
fn edit<P: Prompt>(
    pane: &mut P,
    session: &mut Session,
    edit: impl FnOnce(&mut Input),
) -> Vec<Effect> {
    pane.recall().words = None;
    pane.edit(session, edit)
}

/// Takes away the star of a word that has been deleted in front of it.
pub(super) fn drop_lone_star(input: &mut Input) {
    let (before, behind) = input.parts();
    let has_word = before.ends_with(|c: char| !c.is_whitespace() && c != '"');
    if !has_word && matches!(behind, "*" | "*\"") {
        (0..behind.len()).for_each(|_| input.delete());
    }
}

/// The commands that every prompt has.
pub(super) struct Editing<P>(PhantomData<P>);

impl<P: Prompt> Editing<P> {
    pub(super) const COMMANDS: &'static [Command<P>] = &[
        Command::new("cancel", &["<esc>", "<c-c>", "<c-g>"], "Cancel and go back", cancel)
            .begins(Section::Editing),
        Command::new(
            "start",
            &["<c-a>", "<home>"],
            "Go to the start of the line",
            |pane, session| edit(pane, session, Input::home),
        ),
        Command::new("end", &["<c-e>", "<end>"], "Go to the end of the line", |pane, session| {
            edit(pane, session, Input::end)
        }),
        Command::new("left", &["<c-b>", "<left>"], "Go back one character", |pane, session| {
            edit(pane, session, Input::left)
        }),
        Command::new(
            "right",
            &["<c-f>", "<right>"],
            "Go forward one character",
            |pane, session| edit(pane, session, Input::right),
        ),
        Command::new("word-left", &["<a-b>"], "Go back one word", |pane, session| {
            edit(pane, session, Input::word_left)
        }),
        Command::new("word-right", &["<a-f>"], "Go forward one word", |pane, session| {
            edit(pane, session, Input::word_right)
        }),
        Command::new("backspace", &["<bs>", "<c-h>"], "Delete the previous character", backspace),
        Command::new(
            "delete",
            &["<del>", "<c-d>"],
            "Delete the character at the cursor",
            |pane, session| edit(pane, session, Input::delete),
        ),
        Command::new(
            "delete-word",
            &["<c-w>", "<a-bs>"],
            "Delete the previous word",
            |pane, session| edit(pane, session, Input::kill_word),
        ),
        Command::new("delete-next-word", &["<a-d>"], "Delete the next word", |pane, session| {
            edit(pane, session, Input::kill_word_right)
        }),
        Command::new(
            "delete-to-start",
            &["<c-u>"],
            "Delete to the start of the line",
            |pane, session| edit(pane, session, Input::kill_to_start),
        ),
        Command::new(
            "delete-to-end",
            &["<c-k>"],
            "Delete to the end of the line",
            |pane, session| edit(pane, session, Input::kill_to_end),
        ),
        Command::new("yank", &["<c-y>"], "Insert the last deleted text", |pane, session| {
            edit(pane, session, Input::yank)
        }),
        Command::new(
            "transpose",
            &["<c-t>"],
            "Swap the two characters at the cursor",
            |pane, session| edit(pane, session, Input::transpose),
        ),
    ];

    /// Those of a prompt that has earlier lines to look for.
    pub(super) const RECALLING: &'static [Command<P>] = &[Command::new(
        "search-history",
        &["<c-r>"],
        "Search the prompt history; press again for an older line",
        search,
    )];
}
