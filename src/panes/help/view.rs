//! Draws the help.

use ratatui::{Frame, layout::Rect};

use super::{HelpPane, NAME, lines::Line, rows::Sheet};
use crate::base::wording;
use crate::panes::{advice::advice, first_steps};
use crate::session::{PaneName, Section, Session};
use crate::ui::{Theme, box_area, framed, framed_inside, put, put_box_scroll_bar, put_lines};

/// The box is not narrower, whatever its texts need.
const LEAST_CELLS: u16 = 60;

/// The lines of the help, from its top: all, or those with the words searched for.
pub(super) fn lines(pane: &HelpPane, session: &Session) -> Vec<Line> {
    let lines = all_lines(session);
    let is_whole = session.prompts.help.words.trim().is_empty() || pane.at.is_some();
    if is_whole { lines } else { fitting(lines, session) }
}

fn all_lines(session: &Session) -> Vec<Line> {
    let mut panes: Vec<PaneName> = vec![session.below(NAME)];
    for (command, _) in session.keyboard.catalogue.iter() {
        if !panes.contains(&command.pane) && command.pane != NAME {
            panes.push(command.pane);
        }
    }
    panes.push(NAME);
    let mut lines = vec![Line::Section(wording!("help-first").to_owned())];
    lines.extend(first_steps::lines(session).map(|(keys, text)| Line::First(keys, text)));
    for pane in panes {
        let title = session.keyboard.catalogue.pane(pane).title;
        for (section, of_section) in sections(session, pane) {
            lines.push(Line::Blank);
            lines.push(Line::Section(match section {
                Some(section) => format!("{title} · {}", section.title()),
                None => title.to_owned(),
            }));
            lines.extend(of_section);
        }
        let macros = session.keyboard.keymap.macros_of(pane);
        let mut macros = macros.map(|(keys, steps)| Line::of_macro(keys, session.describe(steps)));
        if let Some(first) = macros.next() {
            lines.push(Line::Blank);
            lines.push(Line::Section(format!("{title} · {}", wording!("help-more-keys"))));
            lines.extend([first].into_iter().chain(macros));
        }
    }
    lines
}

/// The commands of a pane by section, in the order in which sections begin; those without keys come
/// last in each.
fn sections(session: &Session, pane: PaneName) -> Vec<(Option<Section>, Vec<Line>)> {
    let mut sections: Vec<(Option<Section>, Vec<Line>)> = Vec::new();
    let mut section = None;
    let all = session.keyboard.catalogue.iter();
    for (command, about) in all.filter(|(command, _)| command.pane == pane) {
        section = about.section.or(section);
        let line = Line::of(session, *command, about);
        match sections.iter_mut().find(|(known, _)| *known == section) {
            Some((_, lines)) => lines.push(line),
            None => sections.push((section, vec![line])),
        }
    }
    for (_, lines) in &mut sections {
        lines.sort_by_key(Line::has_no_keys);
    }
    sections
}

/// The lines that have all words searched for, below the names of their panes.
fn fitting(lines: Vec<Line>, session: &Session) -> Vec<Line> {
    let mut fitting = Vec::new();
    let mut section = None;
    for line in lines {
        if let Line::Section(title) = line {
            section = Some(title);
            continue;
        }
        if line.has_words(session) {
            fitting.extend(section.take().map(Line::Section));
            fitting.push(line);
        }
    }
    fitting
}

/// As wide as its texts need and the screen permits; the width does not change while a filter is
/// typed.
fn frame_of(session: &Session, area: Rect) -> Rect {
    let widest = box_area(area, area.width);
    let around = widest.width - framed_inside(widest).width;
    let needed = Sheet::width_cells(&all_lines(session), widest.width - around);
    box_area(area, (needed + around).max(LEAST_CELLS))
}

/// Where the rows go: inside of the frame, where there is one.
pub(super) fn inside(session: &Session, area: Rect) -> Rect {
    framed_inside(frame_of(session, area))
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
    let outer = frame_of(session, area);
    let sheet = Sheet::of(&lines, framed_inside(outer).width);
    let is_more = pane.top + pane.height < sheet.rows.len();
    let has_words = !session.prompts.help.words.trim().is_empty();
    let title = match (has_words, is_more) {
        (true, _) => wording!("help-title-words"),
        (false, true) => wording!("help-title-more"),
        (false, false) => wording!("help-title"),
    };
    let inside = framed(buffer, outer, &format!(" {title} "), theme);
    if lines.is_empty() {
        let said = advice(&session.prompts.help.words);
        let said = said.unwrap_or(wording!("help-nothing-fits"));
        put_lines(buffer, inside, [(said, theme.dim)]);
    }
    let seen = sheet.seen(pane.top, usize::from(inside.height));
    put_box_scroll_bar(buffer, outer, (seen.clone(), sheet.rows.len()), theme);
    for (y, row) in (inside.y..inside.bottom()).zip(&sheet.rows[seen]) {
        let area = Rect { y, height: 1, ..inside };
        let Some(line) = lines.get(row.line) else { continue };
        let style = match pane.at {
            Some(at) if at == row.line => theme.current_hit,
            Some(_) if line.has_words(session) => theme.hit,
            _ => theme.text,
        };
        if let Line::Section(title) = line {
            put(buffer, area, title, theme.heading);
            continue;
        }
        put(buffer, area, &row.keys, theme.key);
        let indent = sheet.indent.min(area.width);
        let rest = Rect { x: area.x + indent, width: area.width - indent, ..area };
        put(buffer, rest, &row.text, style);
    }
}
