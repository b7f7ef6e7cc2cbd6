//! The commands of the command line.

use super::{CommandLinePane, complete::Completion};
use crate::base::wording;
use crate::panes::prompt::{Prompt, step_back};
use crate::session::{Command, Effect, Invocation, LIST, Session, find_command, remember};

pub(super) const COMMANDS: &[Command<CommandLinePane>] = &[
    Command::new("accept", &["<enter>"], "Run the command", accept),
    Command::new(
        "complete",
        &["<tab>"],
        "Complete; press again for the next choice",
        |pane, session| complete(pane, session, true),
    ),
    Command::new(
        "complete-back",
        &["<s-tab>"],
        "Complete with the previous choice",
        |pane, session| complete(pane, session, false),
    ),
    Command::new("older", &["<up>", "<c-p>"], "Recall an older command", |pane, session| {
        step_back(pane, session, true)
    }),
    Command::new("newer", &["<down>", "<c-n>"], "Recall a newer command", |pane, session| {
        step_back(pane, session, false)
    }),
];

/// Asks for the command; a line with a mistake stays to be mended.
fn accept(pane: &mut CommandLinePane, session: &mut Session) -> Vec<Effect> {
    let line = pane.text().trim().trim_start_matches(':').trim().to_owned();
    if line.is_empty() {
        return pane.leave(session);
    }
    match parse(&line, session) {
        Ok(invocation) => {
            remember(&mut session.prompts.command_line.history, &line);
            session.wishes.commands.push_back(invocation);
            // The command may be to open this very line.
            pane.input.set(String::new());
            pane.leave(session)
        }
        Err(mistake) => {
            pane.mistake = Some(mistake);
            Vec::new()
        }
    }
}

/// What `line` asks for; a number alone asks for the row of that number.
fn parse(line: &str, session: &Session) -> Result<Invocation, String> {
    if line.bytes().all(|byte| byte.is_ascii_digit()) {
        let (command, _) = find_command("goto-row", LIST, &session.keyboard.catalogue)
            .map_err(|wrong| wrong.to_string())?;
        return Ok(Invocation { command, count: None, argument: Some(line.to_owned()) });
    }
    let invocation = Invocation::parse(line, session.behind(), &session.keyboard.catalogue)
        .map_err(|wrong| wrong.to_string())?;
    let needed = session.about(invocation.command).and_then(|about| about.argument);
    match needed.filter(|argument| argument.is_required && invocation.argument.is_none()) {
        Some(argument) => Err(wording!("typed-which", name = argument.spoken_name())),
        None => Ok(invocation),
    }
}

/// Puts what all that fits have in common into the line, then one after the other.
fn complete(pane: &mut CommandLinePane, session: &mut Session, is_down: bool) -> Vec<Effect> {
    if pane.completion.candidates.is_empty() {
        pane.completion = Completion::of(pane.input.text(), session);
    }
    let Some(line) = pane.completion.candidates.advance(is_down) else {
        return Vec::new();
    };
    pane.input.set(line);
    pane.mistake = None;
    if pane.completion.candidates.is_settled() {
        pane.completion = Completion::of(pane.input.text(), session);
    }
    Vec::new()
}
