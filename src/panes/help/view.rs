//! Draws the help.

use ratatui::{Frame, buffer::Buffer, layout::Rect};

use super::{HelpPane, NAME};
use crate::base::wording;
use crate::session::{About, CommandRef, PaneName, Session};
use crate::ui::{Theme, centred, framed, framed_inside, put, width};

/// Where the texts begin.
const KEYS_CELLS: u16 = 22;

/// A line of the help.
pub(super) enum Line {
    Section(PaneName),
    Command(CommandRef, About),
    /// Keys that run several commands, or one that is told something.
    Macro(String, String),
    Blank,
}

/// All of the help, from its top.
pub(super) fn lines(session: &Session) -> Vec<Line> {
    let mut panes: Vec<PaneName> = vec![session.below(NAME)];
    for (command, _) in &session.catalogue {
        if !panes.contains(&command.pane) && command.pane != NAME {
            panes.push(command.pane);
        }
    }
    panes.push(NAME);
    let mut lines = Vec::new();
    for pane in panes {
        let of_pane = session.catalogue.iter().filter(|(command, _)| command.pane == pane);
        lines.push(Line::Section(pane));
        lines.extend(of_pane.map(|(command, about)| Line::Command(*command, *about)));
        let macros = session.keymap.macros_of(pane);
        lines.extend(macros.map(|(keys, steps)| Line::Macro(keys, session.describe(steps))));
        lines.push(Line::Blank);
    }
    lines.pop();
    if session.asking.filter.trim().is_empty() { lines } else { fitting(lines, session) }
}

/// The lines that have all words looked for, below the names of their panes.
fn fitting(lines: Vec<Line>, session: &Session) -> Vec<Line> {
    let words = session.asking.filter.to_lowercase();
    let has_words = |text: &str| {
        let text = text.to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    };
    let mut fitting = Vec::new();
    let mut section = None;
    for line in lines {
        let is_fit = match &line {
            Line::Section(pane) => {
                section = Some(*pane);
                continue;
            }
            Line::Blank => false,
            Line::Command(command, about) => {
                let keys = session.keymap.keys_of(*command, about).join(" ");
                has_words(&format!("{keys} {} {}", about.name, about.doc))
            }
            Line::Macro(keys, text) => has_words(&format!("{keys} {text}")),
        };
        if is_fit {
            fitting.extend(section.take().map(Line::Section));
            fitting.push(line);
        }
    }
    fitting
}

fn frame_of(area: Rect) -> Rect {
    centred(area, 76, area.height.saturating_sub(area.height / 8))
}

/// Where the lines go: inside of the frame, where there is one.
pub(super) fn inside(area: Rect) -> Rect {
    framed_inside(frame_of(area))
}

pub(super) fn draw(
    pane: &HelpPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let lines = lines(session);
    let is_more = pane.top + pane.height < lines.len();
    let title = if is_more { wording!("help-title-more") } else { wording!("help-title") };
    let inside = framed(buffer, frame_of(area), &format!(" {title} "), theme);
    if lines.is_empty() {
        put(buffer, inside, wording!("help-nothing-fits"), theme.dim);
    }
    for (y, line) in (inside.y..inside.bottom()).zip(lines.iter().skip(pane.top)) {
        let area = Rect { y, height: 1, ..inside };
        match line {
            Line::Blank => (),
            Line::Section(pane) => {
                put(buffer, area, section_name(*pane), theme.heading);
            }
            Line::Command(command, about) => {
                let keys = session.keymap.keys_of(*command, about).join(" ");
                let name = if keys.is_empty() { format!(":{}", about.name) } else { keys };
                put_keys(buffer, area, &name, about.doc, theme);
            }
            Line::Macro(keys, text) => put_keys(buffer, area, keys, text, theme),
        }
    }
}

fn put_keys(buffer: &mut Buffer, area: Rect, keys: &str, text: &str, theme: &Theme) {
    put(buffer, area, keys, theme.source);
    let wide = u16::try_from(width(keys)).unwrap_or(u16::MAX).saturating_add(1);
    let indent = KEYS_CELLS.min(area.width / 2).max(wide).min(area.width);
    let rest = Rect { x: area.x + indent, width: area.width - indent, ..area };
    put(buffer, rest, text, theme.text);
}

fn section_name(pane: PaneName) -> &'static str {
    match pane.0 {
        "list" => wording!("pane-list"),
        "reader" => wording!("pane-reader"),
        "search" => wording!("pane-search"),
        "find" => wording!("pane-find"),
        "global" => wording!("pane-global"),
        "themes" => wording!("pane-themes"),
        "help" => wording!("pane-help"),
        "history" => wording!("pane-history"),
        "ask" => wording!("pane-ask"),
        "filter" => wording!("pane-filter"),
        "command-line" => wording!("pane-command-line"),
        "palette" => wording!("pane-palette"),
        "messages" => wording!("pane-messages"),
        "output" => wording!("pane-output"),
        "hints" => wording!("pane-hints"),
        other => other,
    }
}
