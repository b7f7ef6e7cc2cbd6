//! What prompts have in common: a line that is edited with the same keys everywhere.

use std::marker::PhantomData;

use super::Pane;
use crate::session::{Command, Effect, Key, Session};
use crate::ui::Input;

/// A pane that is a line of input.
pub(super) trait Prompt: Pane {
    fn is_empty(&self) -> bool;

    /// Changes the line and does what follows from that.
    fn edit(&mut self, session: &mut Session, edit: impl FnOnce(&mut Input)) -> Vec<Effect>;

    /// Goes back to where one was before the prompt.
    fn leave(&mut self, session: &mut Session) -> Vec<Effect>;

    /// Puts what a key types into the line.
    fn type_key(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        let Some(typed) = key.typed() else {
            return Vec::new();
        };
        self.edit(session, |input| input.insert(typed.encode_utf8(&mut [0; 4])))
    }
}

/// The commands that every prompt has.
pub(super) struct Editing<P>(PhantomData<P>);

impl<P: Prompt> Editing<P> {
    pub(super) const COMMANDS: &'static [Command<P>] = &[
        Command::new("cancel", &["<esc>", "<c-c>", "<c-g>"], "Go back to where you were", P::leave),
        Command::new(
            "start",
            &["<c-a>", "<home>"],
            "Go to the start of the line",
            |pane, session| pane.edit(session, Input::home),
        ),
        Command::new("end", &["<c-e>", "<end>"], "Go to the end of the line", |pane, session| {
            pane.edit(session, Input::end)
        }),
        Command::new("left", &["<c-b>", "<left>"], "Go back one character", |pane, session| {
            pane.edit(session, Input::left)
        }),
        Command::new("right", &["<c-f>", "<right>"], "Go on one character", |pane, session| {
            pane.edit(session, Input::right)
        }),
        Command::new("word-left", &["<a-b>"], "Go back one word", |pane, session| {
            pane.edit(session, Input::word_left)
        }),
        Command::new("word-right", &["<a-f>"], "Go on one word", |pane, session| {
            pane.edit(session, Input::word_right)
        }),
        Command::new(
            "backspace",
            &["<bs>", "<c-h>"],
            "Delete the character before",
            |pane, session| {
                if pane.is_empty() {
                    pane.leave(session)
                } else {
                    pane.edit(session, Input::backspace)
                }
            },
        ),
        Command::new("delete", &["<del>", "<c-d>"], "Delete the character", |pane, session| {
            pane.edit(session, Input::delete)
        }),
        Command::new(
            "delete-word",
            &["<c-w>", "<a-bs>"],
            "Delete the word before",
            |pane, session| pane.edit(session, Input::kill_word),
        ),
        Command::new("delete-to-start", &["<c-u>"], "Delete to the start", |pane, session| {
            pane.edit(session, Input::kill_to_start)
        }),
        Command::new("delete-to-end", &["<c-k>"], "Delete to the end", |pane, session| {
            pane.edit(session, Input::kill_to_end)
        }),
        Command::new("yank", &["<c-y>"], "Insert what was deleted last", |pane, session| {
            pane.edit(session, Input::yank)
        }),
    ];
}
