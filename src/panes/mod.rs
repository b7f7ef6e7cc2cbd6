//! The panes, and the one list of them. To add a pane: write its folder, add a line to [`all`].

pub mod ask;
pub mod command_line;
mod cursor;
pub mod filter;
pub mod find;
pub mod global;
pub mod help;
pub mod hints;
pub mod history;
pub mod list;
pub mod messages;
pub mod output;
mod pager;
pub mod palette;
pub mod problems;
mod prompt;
pub mod reader;
pub mod search;
pub mod status;
pub mod themes;
pub mod which_key;

use std::fmt;

use ratatui::{Frame, layout::Rect};

use crate::session::{About, Command, Effect, Key, Message, PaneName, Pointing, Session};
use crate::ui::{Hyperlink, Theme};

/// Every pane; in the help their commands stand in this order.
pub fn all() -> Vec<Box<dyn AnyPane>> {
    vec![
        Box::new(list::ListPane::default()),
        Box::new(reader::ReaderPane::default()),
        Box::new(find::FindPane::default()),
        Box::new(hints::HintsPane),
        Box::new(search::SearchPane::default()),
        Box::new(command_line::CommandLinePane::default()),
        Box::new(palette::PalettePane::default()),
        Box::new(messages::MessagesPane::default()),
        Box::new(output::OutputPane::default()),
        Box::new(problems::ProblemsPane::default()),
        Box::new(filter::FilterPane::default()),
        Box::new(help::HelpPane::default()),
        Box::new(themes::ThemesPane::default()),
        Box::new(which_key::WhichKeyPane),
        Box::new(status::StatusPane),
        Box::new(global::GlobalPane),
        Box::new(history::HistoryPane::default()),
        Box::new(ask::AskPane),
    ]
}

/// A part of the screen: its own view state, its commands, its picture.
///
/// Panes do not know each other's types. What two of them need lives in [`Session`], so nobody
/// ever has to look for another pane and cast it.
pub trait Pane: fmt::Debug + Sized + 'static {
    const NAME: PaneName;
    const COMMANDS: &'static [Command<Self>];
    /// Commands that are listed apart, such as those it has in common with other panes; after
    /// its own.
    const SHARED: &'static [Command<Self>] = &[];
    /// As those; after them.
    const MORE: &'static [Command<Self>] = &[];
    /// As those; after them.
    const LAST: &'static [Command<Self>] = &[];

    /// The command at `index`, its own first.
    fn command(index: usize) -> Option<&'static Command<Self>> {
        Self::COMMANDS.iter().chain(Self::SHARED).chain(Self::MORE).chain(Self::LAST).nth(index)
    }

    /// Takes a key that no binding claims, such as text for an input line.
    fn on_text(&mut self, _key: Key, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }

    /// Takes an answer, after [`Session`] has taken it. Those it does not wait for it ignores.
    fn on_message(&mut self, _message: &Message, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }

    /// Told of the place it will be drawn in, before it is drawn there: at the start, when the
    /// terminal changes its size, when the layout changes.
    fn on_area(&mut self, _area: Rect, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }

    /// Told that it was brought to the front.
    fn on_focus(&mut self, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }

    /// Takes what the mouse does over it. A click has brought it to the front before.
    fn on_pointing(&mut self, _pointing: Pointing, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }

    /// Takes pasted text, such as for an input line.
    fn on_paste(&mut self, _text: &str, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect);

    /// The links in what [`Pane::view`] draws in `area`.
    fn links(&self, _session: &Session, _area: Rect) -> Vec<Hyperlink> {
        Vec::new()
    }
}

/// A [`Pane`] whose type has been forgotten. Every `Pane` is one.
pub trait AnyPane: fmt::Debug {
    fn name(&self) -> PaneName;
    fn commands(&self) -> Vec<About>;
    /// Whether the command at `index` of [`AnyPane::commands`] can run, else why not.
    ///
    /// # Errors
    /// The reason, in words for the status line.
    fn enabled(&self, index: usize, session: &Session) -> Result<(), &'static str>;
    /// Runs the command at `index` of [`AnyPane::commands`].
    fn run(&mut self, index: usize, session: &mut Session) -> Vec<Effect>;
    fn on_text(&mut self, key: Key, session: &mut Session) -> Vec<Effect>;
    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect>;
    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect>;
    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect>;
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect>;
    fn on_paste(&mut self, text: &str, session: &mut Session) -> Vec<Effect>;
    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect);
    fn links(&self, session: &Session, area: Rect) -> Vec<Hyperlink>;
}

impl<P: Pane> AnyPane for P {
    fn name(&self) -> PaneName {
        P::NAME
    }

    fn commands(&self) -> Vec<About> {
        let all = P::COMMANDS.iter().chain(P::SHARED).chain(P::MORE).chain(P::LAST);
        all.map(|command| command.about.spoken(P::NAME)).collect()
    }

    fn enabled(&self, index: usize, session: &Session) -> Result<(), &'static str> {
        P::command(index).map_or(Ok(()), |command| (command.enabled)(self, session))
    }

    fn run(&mut self, index: usize, session: &mut Session) -> Vec<Effect> {
        P::command(index).map_or_else(Vec::new, |command| (command.run)(self, session))
    }

    fn on_text(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        Pane::on_text(self, key, session)
    }

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        Pane::on_message(self, message, session)
    }

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        Pane::on_area(self, area, session)
    }

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        Pane::on_focus(self, session)
    }

    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        Pane::on_pointing(self, pointing, session)
    }

    fn on_paste(&mut self, text: &str, session: &mut Session) -> Vec<Effect> {
        Pane::on_paste(self, text, session)
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        Pane::view(self, session, theme, frame, area);
    }

    fn links(&self, session: &Session, area: Rect) -> Vec<Hyperlink> {
        Pane::links(self, session, area)
    }
}
