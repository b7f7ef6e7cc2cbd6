//! Draws the status line: pending keys, else the newest notice, else the banner; on the right
//! what goes on in the background.

use std::fmt::Write as _;

use ratatui::{Frame, layout::Rect, style::Style};

use crate::base::wording;
use crate::session::{Progress, Session, Severity};
use crate::ui::{Theme, clear_line, cut, put, width};

/// Stands between two parts of the right side.
const BETWEEN: &str = " · ";

/// A part of the right side, and the command that shows more of it.
type Part = (String, Option<&'static str>);

pub(super) fn draw(session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    clear_line(buffer, area, theme.background.patch(theme.status));
    let (left, style) = left(session, theme);
    let right = joined(&right(session));
    let room = usize::from(area.width);
    put(buffer, area, &cut(&left, room), theme.status.patch(style));
    let right_cells = width(&right);
    if !right.is_empty() && width(&left) + right_cells < room {
        let cells = u16::try_from(right_cells).unwrap_or(0);
        let right_area = Rect { x: area.right() - cells, width: cells, ..area };
        put(buffer, right_area, &right, theme.status.patch(theme.progress));
    }
}

fn left(session: &Session, theme: &Theme) -> (String, Style) {
    let typed = &session.keyboard.pending;
    if typed.count.is_some() || !typed.keys.is_empty() {
        return (pending(session), theme.pending);
    }
    if let Some(notice) = &session.said.notices.newest {
        let style = match notice.severity {
            Severity::Note => Style::new(),
            Severity::Warning => theme.warning,
            Severity::Error => theme.error,
        };
        return (notice.text.to_string(), style);
    }
    match &session.said.status.banner {
        Some(banner) => (banner.to_string(), theme.warning),
        None => (wording!("status-help", key = session.help_key()), Style::new()),
    }
}

fn pending(session: &Session) -> String {
    let mut text =
        session.keyboard.pending.count.map(|count| count.to_string()).unwrap_or_default();
    for key in &session.keyboard.pending.keys {
        // Writing to a string cannot fail.
        let _ = write!(text, "{key}");
    }
    text.push('…');
    text
}

fn right(session: &Session) -> Vec<Part> {
    let status = &session.said.status;
    let going_on = status.progress.iter().map(progress).chain(selected(session));
    let mut parts: Vec<Part> = going_on.map(|text| (text, None)).collect();
    let mut add = |command, text| {
        parts.push((with_key(session, command, text), Some(command)));
    };
    match session.said.notices.n_unseen {
        0 => (),
        n => add("messages", wording!("status-messages", n = n)),
    }
    match status.n_changed {
        0 => (),
        n => add("view-changed", wording!("n-changed", n = n)),
    }
    match status.n_problems {
        0 => (),
        n => add("problems", wording!("status-problems", n = n)),
    }
    parts
}

fn joined(parts: &[Part]) -> String {
    parts.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(BETWEEN)
}

/// The command that the text in a column names, in a line of this many cells.
pub(super) fn command_at(session: &Session, cells: u16, column: u16) -> Option<&'static str> {
    let (left, _) = left(session, &Theme::monochrome());
    let parts = right(session);
    let (cells, column) = (usize::from(cells), usize::from(column));
    if column < width(&left) {
        let is_help = left == wording!("status-help", key = session.help_key());
        return is_help.then_some("help");
    }
    let right_cells = width(&joined(&parts));
    let mut start = cells.checked_sub(right_cells).filter(|start| width(&left) < *start)?;
    for (text, command) in parts {
        let end = start + width(&text);
        if (start..end).contains(&column) {
            return command;
        }
        start = end + width(BETWEEN);
    }
    None
}

/// What can be looked at, behind the key that shows it.
fn with_key(session: &Session, command: &str, text: String) -> String {
    match session.global_key(command) {
        // As it is typed, not as settings write it.
        Some(key) => format!("{} {text}", key.replace("<lt>", "<")),
        None => text,
    }
}

/// How many articles are selected: what the next command acts on.
fn selected(session: &Session) -> Option<String> {
    let n_selected = session.selected.selection.n_selected;
    let range = session.front().range().map(|range| wording!("status-range", n = range.len()));
    let all = (0 < n_selected).then(|| wording!("status-selected", n = n_selected));
    match (range, all) {
        (Some(range), Some(all)) => Some(format!("{range} · {all}")),
        (range, all) => range.or(all),
    }
}

fn progress(progress: &Progress) -> String {
    let done = match progress.percent() {
        Some(percent) => format!("{} {percent}%", progress.what),
        None => wording!("status-files", what = progress.what, n = progress.n_done),
    };
    match progress.seconds_left {
        Some(seconds) if 60 <= seconds => {
            format!("{done} · {}", wording!("minutes-left", n = seconds.div_ceil(60)))
        }
        Some(seconds) if 0 < seconds => {
            format!("{done} · {}", wording!("seconds-left", n = seconds))
        }
        // What is left by then takes as long as it takes.
        Some(_) | None => done,
    }
}
