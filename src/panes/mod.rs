//! The panes, and the one table of them. To add a pane: write its folder, name it here as a module
//! and in the table.

mod advice;
pub mod ask;
pub mod batch;
mod candidates;
pub mod command_line;
pub mod context;
mod cursor;
pub mod explanation;
pub mod facets;
pub mod filter;
pub mod find;
mod first_steps;
pub mod global;
pub mod help;
pub mod hints;
pub mod history;
pub mod list;
pub mod messages;
mod offers;
pub mod output;
mod pager;
pub mod palette;
pub mod problems;
mod prompt;
pub mod reader;
pub mod search;
pub mod status;
pub mod themes;
pub mod timeline;
pub mod welcome;
pub mod which_key;

use std::fmt;

use ratatui::{Frame, layout::Rect};

use crate::session::{
    About, AboutPane, Area, Command, Effect, Key, Keys, Message, Offer, PaneName, Pointing, Session,
};
use crate::ui::{Hyperlink, Theme};

/// Every pane; in the help their commands stand in this order.
macro_rules! table {
    ($($pane:ty),+ $(,)?) => {
        /// Every pane, as it is when the program starts.
        pub fn all() -> Vec<Box<dyn AnyPane>> {
            vec![$(Box::new(<$pane>::default())),+]
        }

        /// What the panes add to the commands of list and reader alike.
        const OPENING: &[&[Command<global::GlobalPane>]] = &[
            $(<$pane as Pane>::OPENED_BY,)+
            global::COMMANDS,
            global::LAYOUT,
        ];
    };
}

table![
    list::ListPane,
    reader::ReaderPane,
    find::FindPane,
    hints::HintsPane,
    search::SearchPane,
    timeline::TimelinePane,
    facets::FacetsPane,
    help::HelpPane,
    command_line::CommandLinePane,
    palette::PalettePane,
    messages::MessagesPane,
    output::OutputPane,
    problems::ProblemsPane,
    context::ContextPane,
    batch::BatchPane,
    explanation::ExplanationPane,
    filter::FilterPane,
    themes::ThemesPane,
    which_key::WhichKeyPane,
    welcome::WelcomePane,
    status::StatusPane,
    global::GlobalPane,
    history::HistoryPane,
    ask::AskPane,
];

/// A part of the screen: its own view state, its commands, its picture.
///
/// Panes do not know each other's types. What two of them need lives in [`Session`], so nobody
/// ever has to look for another pane and cast it.
pub trait Pane: fmt::Debug + Sized + 'static {
    const NAME: PaneName;
    const AREA: Area;
    const KEYS: Keys = Keys::Own;
    /// Whether a number typed before a command goes to the command.
    const TAKES_COUNTS: bool = matches!(Self::KEYS, Keys::Main);
    /// Whether it lists commands: whenever it comes to the front,
    /// [`crate::session::Keyboard::reasons`] are found again.
    const LISTS_COMMANDS: bool = false;
    /// What the status line offers while it is in front, the most important first.
    const OFFERS: &'static [Offer] = &[];
    /// Its name in the help.
    const TITLE: fn() -> &'static str = || Self::NAME.0;
    /// Its commands, in the order of the help, in as many tables as it likes: those it shares with
    /// other panes are tables of their own.
    const COMMANDS: &'static [&'static [Command<Self>]];
    /// What it adds to the commands of list and reader alike, such as the one that opens it. One
    /// that belongs with others (`history` with `undo`) stands with them.
    const OPENED_BY: &'static [Command<global::GlobalPane>] = &[];

    /// Whether it is to be drawn, if [`Pane::AREA`] is over other panes.
    fn is_shown(&self, session: &Session) -> bool {
        session.is_shown(Self::NAME)
    }

    /// Takes a key that no binding claims, such as text for an input line.
    fn on_text(&mut self, _key: Key, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }

    /// Hears a message that the session has handed on: [`Session::apply`]. It names those that it
    /// waits for and no others.
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
    fn about(&self) -> AboutPane;
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
    fn is_shown(&self, session: &Session) -> bool;
    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect);
    fn links(&self, session: &Session, area: Rect) -> Vec<Hyperlink>;
}

impl<P: Pane> AnyPane for P {
    fn name(&self) -> PaneName {
        P::NAME
    }

    fn about(&self) -> AboutPane {
        AboutPane {
            name: P::NAME,
            title: (P::TITLE)(),
            area: P::AREA,
            keys: P::KEYS,
            takes_counts: P::TAKES_COUNTS,
            lists_commands: P::LISTS_COMMANDS,
            offers: P::OFFERS,
        }
    }

    fn commands(&self) -> Vec<About> {
        all_commands::<P>().map(|command| command.about.spoken(P::NAME)).collect()
    }

    fn enabled(&self, index: usize, session: &Session) -> Result<(), &'static str> {
        command::<P>(index).map_or(Ok(()), |command| (command.enabled)(self, session))
    }

    fn run(&mut self, index: usize, session: &mut Session) -> Vec<Effect> {
        command::<P>(index).map_or_else(Vec::new, |command| (command.run)(self, session))
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

    fn is_shown(&self, session: &Session) -> bool {
        Pane::is_shown(self, session)
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        Pane::view(self, session, theme, frame, area);
    }

    fn links(&self, session: &Session, area: Rect) -> Vec<Hyperlink> {
        Pane::links(self, session, area)
    }
}

fn all_commands<P: Pane>() -> impl Iterator<Item = &'static Command<P>> {
    P::COMMANDS.iter().copied().flatten()
}

/// The command at `index` of all.
fn command<P: Pane>(mut index: usize) -> Option<&'static Command<P>> {
    for table in P::COMMANDS {
        match index.checked_sub(table.len()) {
            Some(rest) => index = rest,
            None => return table.get(index),
        }
    }
    None
}
