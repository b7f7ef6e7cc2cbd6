//! The state machine: events in, effects out, and a picture of the state.

mod keys;
mod layout;
mod mouse;

use ratatui::{Frame, layout::Rect};

use crate::config::Config;
use crate::panes::{self, AnyPane};
use crate::session::{
    About, CommandRef, Effect, Key, Keymap, Message, Mouse, PaneName, Session, Side,
};
use crate::ui::Theme;
use layout::Areas;

/// Everything that changes while the program runs.
#[derive(Debug)]
pub struct App {
    session: Session,
    panes: Vec<Box<dyn AnyPane>>,
    keymap: Keymap,
    theme: Theme,
    screen: Rect,
    areas: Areas,
    pointer: mouse::Pointer,
}

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    Key(Key),
    Paste(String),
    Mouse(Mouse),
    Message(Message),
    /// Columns and rows of the terminal.
    Resize(u16, u16),
}

/// Every command of every pane with its default keys, for help, README and manual.
pub fn commands() -> Vec<(CommandRef, About)> {
    catalogue(&panes::all())
}

impl App {
    /// The program as it starts on a terminal of `size` columns and rows, and what it asks first.
    pub fn new(config: Config, theme: Theme, size: (u16, u16)) -> (Self, Vec<Effect>) {
        let panes = panes::all();
        let catalogue = catalogue(&panes);
        // A default key that does not parse is a fault a test finds; here the others still work.
        let keymap = Keymap::new(&catalogue).unwrap_or_default();
        let mut session = Session::new(config, catalogue);
        let mut effects = session.start();
        let mut app = Self {
            session,
            panes,
            keymap,
            theme,
            screen: Rect::new(0, 0, size.0, size.1),
            areas: Areas::default(),
            pointer: mouse::Pointer::default(),
        };
        effects.extend(app.lay_out());
        (app, effects)
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    pub fn should_quit(&self) -> bool {
        self.session.should_quit
    }

    /// Whether the terminal is to be cleared before the next picture; asked once.
    pub fn take_redraw(&mut self) -> bool {
        std::mem::take(&mut self.session.wants_redraw)
    }

    /// The only way the state changes. Does no I/O, reads no clock, never blocks.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let front = self.session.focus();
        let mut effects = match event {
            Event::Key(key) => self.on_key(key),
            Event::Paste(text) => self.on_paste(&text),
            Event::Mouse(mouse) => self.on_mouse(mouse),
            Event::Message(message) => self.on_message(&message),
            Event::Resize(width, height) => {
                self.screen = Rect::new(0, 0, width, height);
                Vec::new()
            }
        };
        if self.session.focus() != front {
            let Self { panes, session, .. } = self;
            let now_front = session.focus();
            effects.extend(
                find(panes, now_front).map_or_else(Vec::new, |pane| pane.on_focus(session)),
            );
        }
        effects.extend(self.lay_out());
        effects
    }

    /// Draws the state; changes nothing.
    pub fn view(&self, frame: &mut Frame) {
        let Self { session, theme, panes, areas, .. } = self;
        let bounds = frame.area();
        frame.buffer_mut().set_style(bounds, theme.text);
        if let Some(rule) = areas.rule {
            let line = rule.area.intersection(bounds);
            let symbol = if rule.side == Side::Top { "─" } else { "│" };
            for position in line.positions() {
                let (x, y) = (position.x, position.y);
                frame.buffer_mut().set_stringn(x, y, symbol, 1, theme.dim);
            }
        }
        for (name, area) in &areas.panes {
            if let Some(pane) = panes.iter().find(|pane| pane.name() == *name) {
                pane.view(session, theme, frame, area.intersection(bounds));
            }
        }
    }

    fn on_message(&mut self, message: &Message) -> Vec<Effect> {
        let Self { panes, session, .. } = self;
        let mut effects = session.apply(message);
        for pane in panes {
            effects.extend(pane.on_message(message, session));
        }
        effects
    }

    /// Tells the panes of the places they are drawn in now, where these have changed.
    fn lay_out(&mut self) -> Vec<Effect> {
        let Self { panes, session, .. } = self;
        let areas = Areas::of(session, self.screen);
        session.layout.side = areas.rule.map(|rule| rule.side);
        let mut effects = Vec::new();
        for (name, area) in &areas.panes {
            if !self.areas.panes.contains(&(*name, *area)) {
                let pane = find(panes, *name);
                effects.extend(pane.map_or_else(Vec::new, |pane| pane.on_area(*area, session)));
            }
        }
        self.areas = areas;
        effects
    }
}

fn catalogue(panes: &[Box<dyn AnyPane>]) -> Vec<(CommandRef, About)> {
    let mut catalogue = Vec::new();
    for pane in panes {
        let (name, abouts) = (pane.name(), pane.commands().into_iter().enumerate());
        catalogue.extend(abouts.map(|(index, about)| (CommandRef { pane: name, index }, about)));
    }
    catalogue
}

fn find(panes: &mut [Box<dyn AnyPane>], name: PaneName) -> Option<&mut Box<dyn AnyPane>> {
    panes.iter_mut().find(|pane| pane.name() == name)
}
