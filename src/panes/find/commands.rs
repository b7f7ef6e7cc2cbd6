//! The commands of the prompt.

use super::FindPane;
use crate::base::wording;
use crate::panes::prompt::{Prompt, step_back};
use crate::session::{Command, Effect, FindPhase, Notice, Session, remember};

pub(super) const COMMANDS: &[Command<FindPane>] = &[
    Command::new(
        "accept",
        &["<enter>"],
        "Keep the matches; n and N go to the next and previous",
        accept,
    ),
    Command::new("older", &["<up>", "<c-p>"], "Recall an older search", |pane, session| {
        step_back(pane, session, true)
    }),
    Command::new("newer", &["<down>", "<c-n>"], "Recall a newer search", |pane, session| {
        step_back(pane, session, false)
    }),
];

/// Leaves the prompt with the matches that are seen. If nothing could be understood, the line stays
/// to be mended.
fn accept(pane: &mut FindPane, session: &mut Session) -> Vec<Effect> {
    let text = pane.input.text().trim();
    if text.is_empty() {
        return pane.leave(session);
    }
    let vocabulary = session.config.vocabulary();
    let query = vocabulary.typed(pane.input.text());
    if query.is_empty() {
        pane.mistake = vocabulary.strict(text).err().map(|mistake| mistake.to_string());
        return Vec::new();
    }
    if pane.n_hits == Some(0) {
        session.say(Notice::note(wording!("find-text-missing", text = text)));
        return pane.leave(session);
    }
    remember(&mut session.finding.history, &query.to_string());
    session.finding.phase = FindPhase::Kept;
    session.hide();
    Vec::new()
}
