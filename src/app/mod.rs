//! The state machine: events in, effects out, and a picture of the state.

mod keys;
mod layout;
mod mouse;

use chrono::NaiveDateTime;
use ratatui::{Frame, layout::Rect};

use crate::config::{Config, GlyphSet, KeysConfig};
use crate::panes::{self, AnyPane};
use crate::session::{
    About, Catalogue, CommandRef, Completions, Effect, Key, Keymap, LIST, ListSide, Message, Mouse,
    Notice, PaneName, Session,
};
use crate::ui::{
    DrawnLinks, Hyperlink, Theme, Themes, finish_wide,
    glyphs::{self, GLYPHS},
};
use layout::Areas;

/// Everything that changes while the program runs.
#[derive(Debug)]
pub struct App {
    session: Session,
    panes: Vec<Box<dyn AnyPane>>,
    themes: Themes,
    /// What the settings said of the keys when they were bound.
    bound: KeysConfig,
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
    catalogue(&panes::all()).into()
}

impl App {
    /// The program as it starts on a terminal of `size` columns and rows, and what it asks first.
    pub fn new(config: Config, themes: impl Into<Themes>, size: (u16, u16)) -> (Self, Vec<Effect>) {
        let themes = themes.into();
        let panes = panes::all();
        let catalogue = catalogue(&panes);
        let mut session = Session::new(config, catalogue);
        session.display.theme.names = themes.names().map(str::to_owned).collect();
        session.prompts.command_line.completions = completions(&session.display.theme.names);
        let mut app = Self {
            session,
            panes,
            themes,
            bound: KeysConfig::default(),
            screen: Rect::new(0, 0, size.0, size.1),
            areas: Areas::default(),
            pointer: mouse::Pointer::default(),
        };
        app.bind_keys();
        let mut effects = app.lay_out();
        // The list knows its height now, and what is asked brings as many rows.
        effects.extend(app.session.start());
        (app, effects)
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What the next start goes back to, in JSON.
    pub fn kept(&self) -> String {
        // Maps with keys that are not text cannot be in it, so it can be written.
        serde_json::to_string(&self.session.kept()).unwrap_or_default()
    }

    /// What every next start goes on with, in JSON.
    pub fn habits(&self) -> String {
        serde_json::to_string(&self.session.habits()).unwrap_or_default()
    }

    pub fn should_quit(&self) -> bool {
        self.session.wishes.quit
    }

    /// Whether the terminal is to be cleared before the next picture; asked once.
    pub fn take_redraw(&mut self) -> bool {
        std::mem::take(&mut self.session.wishes.redraw)
    }

    /// The user's local time, given to messages from now on.
    pub fn tell_time(&mut self, now: NaiveDateTime) {
        self.session.said.notices.time = Some(now.time());
        self.session.display.today = Some(now.date());
    }

    /// The only way the state changes. Does no I/O, reads no clock, never blocks.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let front = self.session.focus();
        let is_news = matches!(event, Event::Message(_) | Event::Resize(..));
        let mut effects = match event {
            Event::Key(key) => self.on_key(key),
            Event::Paste(text) => self.on_paste(&text),
            Event::Mouse(mouse) => self.on_mouse(mouse),
            Event::Message(message) => self.on_message(message),
            Event::Resize(width, height) => {
                self.screen = Rect::new(0, 0, width, height);
                Vec::new()
            }
        };
        effects.extend(self.run_requests());
        if !is_news && self.session.focus() != LIST {
            // Who reads, searches or looks for help has taken the first steps.
            self.session.said.is_first_start = false;
        }
        self.follow(front, effects)
    }

    /// Tells the pane that has come to the front, and all of their places.
    fn follow(&mut self, front: PaneName, mut effects: Vec<Effect>) -> Vec<Effect> {
        if self.session.focus() != front {
            let now_front = self.session.focus();
            if self.session.keyboard.catalogue.pane(now_front).lists_commands {
                self.session.keyboard.reasons = self.reasons();
            }
            let Self { panes, session, .. } = self;
            effects.extend(
                find(panes, now_front).map_or_else(Vec::new, |pane| pane.on_focus(session)),
            );
        }
        if self.session.config.take_change() {
            self.configure();
            effects.extend(self.session.understand_again());
        }
        effects.extend(self.lay_out());
        effects
    }

    /// Carries out settings that have changed.
    fn configure(&mut self) {
        if self.session.config.keys != self.bound {
            self.bind_keys();
        }
        // Every pane is placed again, and reads the settings.
        self.areas = Areas::default();
    }

    /// Binds the keys by the current settings, and reports mistakes in them.
    fn bind_keys(&mut self) {
        let keys = &self.session.config.keys;
        let (keymap, faults) = Keymap::new(&self.session.keyboard.catalogue, keys);
        self.session.keyboard.keymap = keymap;
        self.bound = keys.clone();
        for fault in faults {
            self.session.say(Notice::warning(fault.to_string()));
        }
    }

    /// Draws the state; changes nothing. Returns the links that can be seen.
    pub fn view(&self, frame: &mut Frame) -> Vec<Hyperlink> {
        let Self { session, panes, areas, .. } = self;
        let theme = self.theme();
        let bounds = frame.area();
        frame.buffer_mut().set_style(bounds, theme.background);
        if let Some(rule) = areas.rule {
            let line = rule.area.intersection(bounds);
            let symbol = if rule.side == ListSide::Top { GLYPHS.rule } else { GLYPHS.bar };
            let style = if session.is_reader_lit() { theme.focus } else { theme.rule };
            for position in line.positions() {
                let (x, y) = (position.x, position.y);
                frame.buffer_mut().set_stringn(x, y, symbol.unicode, 1, style);
            }
        }
        let mut links = DrawnLinks::default();
        for (name, area) in &areas.panes {
            if let Some(pane) = panes.iter().find(|pane| pane.name() == *name) {
                let area = area.intersection(bounds);
                pane.view(session, theme, frame, area);
                links.add(pane.links(session, area), frame.buffer_mut());
            }
        }
        let links = links.uncovered(frame.buffer_mut());
        finish_wide(frame.buffer_mut());
        if session.config.theme.glyphs == GlyphSet::Ascii {
            glyphs::draw_in_ascii(frame.buffer_mut());
        }
        links
    }

    /// The theme that is tried, else the one that was chosen.
    fn theme(&self) -> &Theme {
        self.themes.get(self.session.display.theme.shown())
    }

    fn on_message(&mut self, message: Message) -> Vec<Effect> {
        if let Message::Settings(settings) = &message {
            self.themes.renew(&settings.themes, settings.config.theme.depth);
            // Every pane is placed again, and lays itself out by the new settings.
            self.areas = Areas::default();
        }
        let Self { panes, session, .. } = self;
        let (mut effects, heard) = session.apply(message);
        if let Some(message) = heard {
            for pane in panes {
                effects.extend(pane.on_message(&message, session));
            }
        }
        effects
    }

    /// Tells the panes of the places they are drawn in now, where these have changed.
    fn lay_out(&mut self) -> Vec<Effect> {
        let Self { panes, session, .. } = self;
        let areas = Areas::of(panes, session, self.screen);
        session.display.layout.side = areas.rule.map(|rule| rule.side);
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

/// The names that the command line completes: the one place to say where they come from.
fn completions(themes: &[String]) -> Completions {
    Completions { themes: themes.to_vec(), ..Completions::default() }
}

fn catalogue(panes: &[Box<dyn AnyPane>]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for pane in panes {
        catalogue.add(pane.about(), pane.commands());
    }
    catalogue
}

fn find(panes: &mut [Box<dyn AnyPane>], name: PaneName) -> Option<&mut Box<dyn AnyPane>> {
    panes.iter_mut().find(|pane| pane.name() == name)
}

#[cfg(test)]
mod tests;
