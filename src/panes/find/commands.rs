//! What can be asked of the prompt.

use super::FindPane;
use crate::domain::Query;
use crate::session::{About, Command, Effect, FindPhase, Notice, Session, always};
use crate::ui::Input;

type Run = fn(&mut FindPane, &mut Session) -> Vec<Effect>;

const fn command(
    name: &'static str,
    keys: &'static [&'static str],
    doc: &'static str,
    run: Run,
) -> Command<FindPane> {
    Command { about: About { name, doc, keys }, enabled: always, run }
}

pub(super) const COMMANDS: &[Command<FindPane>] = &[
    command("accept", &["<enter>"], "Keep the matches: n and N go through them", accept),
    command("cancel", &["<esc>", "<c-c>", "<c-g>"], "Go back to where you were", cancel),
    command("start", &["<c-a>", "<home>"], "Go to the start of the line", |pane, session| {
        pane.edit(session, Input::home)
    }),
    command("end", &["<c-e>", "<end>"], "Go to the end of the line", |pane, session| {
        pane.edit(session, Input::end)
    }),
    command("left", &["<c-b>", "<left>"], "Go back one character", |pane, session| {
        pane.edit(session, Input::left)
    }),
    command("right", &["<c-f>", "<right>"], "Go on one character", |pane, session| {
        pane.edit(session, Input::right)
    }),
    command("backspace", &["<bs>", "<c-h>"], "Delete the character before", |pane, session| {
        if pane.input.text().is_empty() {
            return cancel(pane, session);
        }
        pane.edit(session, Input::backspace)
    }),
    command("delete", &["<del>", "<c-d>"], "Delete the character", |pane, session| {
        pane.edit(session, Input::delete)
    }),
    command("delete-word", &["<c-w>", "<a-bs>"], "Delete the word before", |pane, session| {
        pane.edit(session, Input::kill_word)
    }),
    command("delete-to-start", &["<c-u>"], "Delete to the start", |pane, session| {
        pane.edit(session, Input::kill_to_start)
    }),
];

/// Leaves the prompt with the matches that are seen; words with a mistake stay to be mended.
fn accept(pane: &mut FindPane, session: &mut Session) -> Vec<Effect> {
    let text = pane.input.text().trim();
    if text.is_empty() {
        return cancel(pane, session);
    }
    if let Err(mistake) = Query::parse(text, false) {
        pane.mistake = Some(mistake.to_string());
        return Vec::new();
    }
    if pane.n_hits == Some(0) {
        session.say(Notice::note(format!("{text} is not in this article")));
        return cancel(pane, session);
    }
    session.finding.phase = FindPhase::Kept;
    session.hide();
    Vec::new()
}

fn cancel(_pane: &mut FindPane, session: &mut Session) -> Vec<Effect> {
    session.finding.phase = FindPhase::Cancelled;
    session.hide();
    Vec::new()
}
