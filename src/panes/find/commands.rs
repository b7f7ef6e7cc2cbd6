//! What can be asked of the prompt.

use super::FindPane;
use crate::domain::Query;
use crate::panes::prompt::Prompt;
use crate::session::{Command, Effect, FindPhase, Notice, Session};

pub(super) const COMMANDS: &[Command<FindPane>] =
    &[Command::new("accept", &["<enter>"], "Keep the matches: n and N go through them", accept)];

/// Leaves the prompt with the matches that are seen; words with a mistake stay to be mended.
fn accept(pane: &mut FindPane, session: &mut Session) -> Vec<Effect> {
    let text = pane.input.text().trim();
    if text.is_empty() {
        return pane.leave(session);
    }
    if let Err(mistake) = Query::parse(text, false) {
        pane.mistake = Some(mistake.to_string());
        return Vec::new();
    }
    if pane.n_hits == Some(0) {
        session.say(Notice::note(format!("{text} is not in this article")));
        return pane.leave(session);
    }
    session.finding.phase = FindPhase::Kept;
    session.hide();
    Vec::new()
}
