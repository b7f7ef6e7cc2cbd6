//! Programs of the user's own: what is asked for, in words, becomes a list of arguments here, and is
//! never pasted into a line for a shell.

use super::{Effect, HostRequest, LIST, OUTPUT, ProgramRequest, READER, Session, Ticket};
use crate::base::wording;
use crate::domain::ArticleId;

/// The program whose output is shown.
#[derive(Debug, Default)]
pub struct Running {
    /// Of the newest [`ProgramRequest::Pipe`].
    pub ticket: Ticket,
    /// As it was asked for.
    pub line: String,
}

impl Session {
    /// The article that a command is about: the one read, else the one under the cursor.
    pub fn article_at_hand(&self) -> Option<ArticleId> {
        let mut pane = self.focus();
        while pane != LIST && pane != READER {
            let below = self.below(pane);
            pane = if below == pane { LIST } else { below };
        }
        if pane == READER {
            self.opened()
        } else {
            self.front().headline().map(|headline| headline.id)
        }
    }

    /// Gives the article at hand to the program that the command was told, and shows what it
    /// prints.
    pub fn pipe(&mut self) -> Vec<Effect> {
        let line = self.argument().unwrap_or_default().to_owned();
        let (Some(program), Some(id)) = (self.split(&line), self.article_at_hand()) else {
            return Vec::new();
        };
        let running = &mut self.said.running;
        running.line = line;
        let generation = running.ticket.ask();
        self.show(OUTPUT);
        vec![Effect::Host(HostRequest::Program(ProgramRequest::Pipe { generation, id, program }))]
    }

    /// Starts the program that the command was told: beside this one, or in its place.
    pub fn open_with(&mut self) -> Vec<Effect> {
        let line = self.argument().unwrap_or_default();
        let (takes_over, line) = match line.strip_prefix("--takeover") {
            Some(rest) if rest.starts_with(char::is_whitespace) => (true, rest.trim()),
            _ => (false, line),
        };
        let line = line.to_owned();
        match (self.split(&line), self.article_at_hand()) {
            (Some(program), Some(id)) => {
                vec![Effect::Host(HostRequest::Program(ProgramRequest::Launch {
                    id,
                    program,
                    takes_over,
                }))]
            }
            _ => Vec::new(),
        }
    }

    /// The words of `line`, without quotes; a line that cannot be split is reported.
    fn split(&mut self, line: &str) -> Option<Vec<String>> {
        match shell_words::split(line) {
            Ok(words) if !words.is_empty() => Some(words),
            Ok(_) => {
                self.refuse(wording!("program-which"));
                None
            }
            Err(_) => {
                self.refuse(wording!("program-quotes"));
                None
            }
        }
    }
}
