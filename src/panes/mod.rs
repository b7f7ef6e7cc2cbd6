//! The panes, and the one list of them. To add a pane: write its folder, add a line to [`all`].

use std::fmt;

use ratatui::{Frame, layout::Rect};

use crate::session::{About, Command, Effect, Key, Message, PaneName, Session};
use crate::ui::Theme;

/// A part of the screen: its own view state, its commands, its picture.
///
/// Panes do not know each other's types. What two of them need lives in [`Session`], so nobody
/// ever has to look for another pane and cast it.
pub trait Pane: fmt::Debug + Sized + 'static {
    const NAME: PaneName;
    const COMMANDS: &'static [Command<Self>];

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

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect);
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
    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect);
}

impl<P: Pane> AnyPane for P {
    fn name(&self) -> PaneName {
        P::NAME
    }

    fn commands(&self) -> Vec<About> {
        P::COMMANDS.iter().map(|command| command.about).collect()
    }

    fn enabled(&self, index: usize, session: &Session) -> Result<(), &'static str> {
        P::COMMANDS.get(index).map_or(Ok(()), |command| (command.enabled)(self, session))
    }

    fn run(&mut self, index: usize, session: &mut Session) -> Vec<Effect> {
        P::COMMANDS.get(index).map_or_else(Vec::new, |command| (command.run)(self, session))
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

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        Pane::view(self, session, theme, frame, area);
    }
}
