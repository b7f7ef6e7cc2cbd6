//! Draws the help.

use ratatui::{Frame, buffer::Buffer, layout::Rect, style::Style};

use super::{HelpPane, NAME};
use crate::base::wording;
use crate::session::{About, CommandRef, PaneName, Session};
use crate::ui::{Theme, centred, framed, framed_inside, put, width};

/// Where the texts begin, at least.
const KEYS_CELLS: u16 = 22;
/// What most texts take.
const TEXT_CELLS: u16 = 62;
/// How wide the box is: with more room than it needs, more.
const BOX_CELLS: std::ops::RangeInclusive<u16> = 76..=110;

/// A line of the help.
pub(super) enum Line {
    Section(PaneName),
    Command(CommandRef, About),
    /// Keys that run several commands, or one that is told something.
    Macro(String, String),
    Blank,
}

impl Line {
    /// Whether it has all words looked for.
    pub(super) fn has_words(&self, session: &Session) -> bool {
        let words = session.prompts.help.words.to_lowercase();
        let has_words = |text: &str| {
            let text = text.to_lowercase();
            words.split_whitespace().all(|word| text.contains(word))
        };
        match self {
            Self::Section(_) | Self::Blank => false,
            Self::Command(command, about) => {
                let keys = session.keyboard.keymap.keys_of(*command, about).join(" ");
                has_words(&format!("{keys} {} {}", about.name, about.doc))
            }
            Self::Macro(keys, text) => has_words(&format!("{keys} {text}")),
        }
    }
}

/// The lines of the help, from its top: all, or those with the words looked for.
pub(super) fn lines(pane: &HelpPane, session: &Session) -> Vec<Line> {
    let mut panes: Vec<PaneName> = vec![session.below(NAME)];
    for (command, _) in session.keyboard.catalogue.iter() {
        if !panes.contains(&command.pane) && command.pane != NAME {
            panes.push(command.pane);
        }
    }
    panes.push(NAME);
    let mut lines = Vec::new();
    for pane in panes {
        let of_pane = session.keyboard.catalogue.iter().filter(|(command, _)| command.pane == pane);
        lines.push(Line::Section(pane));
        lines.extend(of_pane.map(|(command, about)| Line::Command(*command, *about)));
        let macros = session.keyboard.keymap.macros_of(pane);
        lines.extend(macros.map(|(keys, steps)| Line::Macro(keys, session.describe(steps))));
        lines.push(Line::Blank);
    }
    lines.pop();
    let is_whole = session.prompts.help.words.trim().is_empty() || pane.at.is_some();
    if is_whole { lines } else { fitting(lines, session) }
}

/// The lines that have all words looked for, below the names of their panes.
fn fitting(lines: Vec<Line>, session: &Session) -> Vec<Line> {
    let mut fitting = Vec::new();
    let mut section = None;
    for line in lines {
        if let Line::Section(pane) = line {
            section = Some(pane);
            continue;
        }
        if line.has_words(session) {
            fitting.extend(section.take().map(Line::Section));
            fitting.push(line);
        }
    }
    fitting
}

fn frame_of(area: Rect) -> Rect {
    let width = (area.width / 3 * 2).clamp(*BOX_CELLS.start(), *BOX_CELLS.end());
    centred(area, width, area.height.saturating_sub(area.height / 8))
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
    let lines = lines(pane, session);
    let is_more = pane.top + pane.height < lines.len();
    let has_words = !session.prompts.help.words.trim().is_empty();
    let title = match (has_words, is_more) {
        (true, _) => wording!("help-title-words"),
        (false, true) => wording!("help-title-more"),
        (false, false) => wording!("help-title"),
    };
    let inside = framed(buffer, frame_of(area), &format!(" {title} "), theme);
    if lines.is_empty() {
        put(buffer, inside, wording!("help-nothing-fits"), theme.dim);
    }
    let indent = indent(&lines, session, inside.width);
    let rows = (inside.y..inside.bottom()).zip(lines.iter().enumerate().skip(pane.top));
    for (y, (number, line)) in rows {
        let area = Rect { y, height: 1, ..inside };
        let style = match pane.at {
            Some(at) if at == number => theme.current_hit,
            Some(_) if line.has_words(session) => theme.hit,
            _ => theme.text,
        };
        match line {
            Line::Blank => (),
            Line::Section(pane) => {
                put(buffer, area, session.keyboard.catalogue.pane(*pane).title, theme.heading);
            }
            Line::Command(command, about) => {
                let name = keys_or_name(session, *command, about);
                let entry = Entry { keys: &name, text: about.doc, style };
                put_keys(buffer, area, &entry, indent, theme);
            }
            Line::Macro(keys, text) => {
                put_keys(buffer, area, &Entry { keys, text, style }, indent, theme);
            }
        }
    }
}

/// The keys of a command, else how to type it.
fn keys_or_name(session: &Session, command: CommandRef, about: &About) -> String {
    let keys = session.keyboard.keymap.keys_of(command, about).join(" ");
    if keys.is_empty() { format!(":{}", about.name) } else { keys }
}

/// Where the texts begin: behind the longest keys where that leaves the texts most of the room.
fn indent(lines: &[Line], session: &Session, width_cells: u16) -> u16 {
    let cells = lines.iter().map(|line| match line {
        Line::Command(command, about) => width(&keys_or_name(session, *command, about)),
        Line::Macro(keys, _) => width(keys),
        Line::Section(_) | Line::Blank => 0,
    });
    let longest = u16::try_from(cells.max().unwrap_or(0)).unwrap_or(u16::MAX);
    let most = KEYS_CELLS.max(width_cells.saturating_sub(TEXT_CELLS));
    longest.saturating_add(1).clamp(KEYS_CELLS, most).min(width_cells / 2)
}

/// Keys and what they do.
struct Entry<'a> {
    keys: &'a str,
    text: &'a str,
    /// Of the text.
    style: Style,
}

fn put_keys(buffer: &mut Buffer, area: Rect, entry: &Entry<'_>, indent: u16, theme: &Theme) {
    let Entry { keys, text, style } = *entry;
    put(buffer, area, keys, theme.source);
    let wide = u16::try_from(width(keys)).unwrap_or(u16::MAX).saturating_add(1);
    let indent = indent.max(wide).min(area.width);
    let rest = Rect { x: area.x + indent, width: area.width - indent, ..area };
    put(buffer, rest, text, style);
}
