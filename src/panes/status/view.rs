//! Draws the status line: pending keys, else the newest notice, else the banner, else the keys that
//! matter; on the right what goes on in the background.

use std::fmt::Write as _;

use ratatui::{Frame, layout::Rect, style::Style};

use crate::base::wording;
use crate::panes::offers::{Offered, choose, fitting, put_offers};
use crate::session::{GLOBAL, Invocation, Key, Progress, Session, Severity, find_command};
use crate::ui::{Theme, clear_line, cut, padded, put, width};

/// Stands between two parts of the right side.
const BETWEEN: &str = " · ";

/// A part of the right side, and the command that shows more of it.
type Part = (String, Option<&'static str>);

/// What stands on the left.
enum Left {
    Said(String, Severity),
    /// Keys typed so far.
    Pending(String),
    /// If there is nothing to say.
    Offers(Vec<Offered>),
}

/// Where everything stands, in cells from the left.
struct Picture {
    left: Left,
    right: Vec<Part>,
    /// Where the right side begins, if it is shown.
    right_start: Option<usize>,
}

/// A blank at both ends of the line.
const EDGE_CELLS: usize = 1;

impl Picture {
    fn of(session: &Session, cells: u16) -> Self {
        let room = usize::from(cells).saturating_sub(2 * EDGE_CELLS);
        let right = right(session);
        let right_cells = width(&joined(&right));
        let left = match said(session) {
            Some(left) => left,
            None => Left::Offers(fitting(session, room.saturating_sub(right_cells + 2))),
        };
        let left_cells = match &left {
            Left::Said(text, _) | Left::Pending(text) => width(text),
            Left::Offers(offers) => offers.last().map_or(0, Offered::end),
        };
        let has_room = 0 < right_cells && left_cells + right_cells < room;
        let right_start = has_room.then(|| EDGE_CELLS + room - right_cells);
        Self { left, right, right_start }
    }
}

pub(super) fn draw(session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    clear_line(buffer, area, theme.background.patch(theme.status));
    let picture = Picture::of(session, area.width);
    let on_line = |style| theme.status.patch(style);
    let inside = padded(area);
    let mut say = |text: &str, style: Style| {
        put(buffer, inside, &cut(text, usize::from(inside.width)), on_line(style));
    };
    match &picture.left {
        Left::Said(text, Severity::Note) => say(text, Style::new()),
        Left::Said(text, Severity::Warning) => say(text, theme.warning),
        Left::Said(text, Severity::Error) => say(text, theme.error),
        Left::Pending(text) => say(text, theme.pending),
        Left::Offers(offers) => {
            put_offers(
                buffer,
                inside,
                offers,
                (on_line(theme.status_key), on_line(theme.progress)),
            );
        }
    }
    if let Some(start) = picture.right_start.and_then(|start| u16::try_from(start).ok()) {
        let right = Rect { x: area.x + start, width: area.width - start, ..area };
        put(buffer, right, &joined(&picture.right), on_line(theme.progress));
    }
}

/// Runs what a click in a column asks for.
pub(super) fn click(session: &mut Session, cells: u16, column: u16) {
    let Picture { left, right, right_start } = Picture::of(session, cells);
    let column = usize::from(column);
    if let Left::Offers(offers) = &left
        && column.checked_sub(EDGE_CELLS).is_some_and(|at| choose(session, offers, at))
    {
        return;
    }
    let Some(mut start) = right_start else { return };
    for (text, command) in right {
        let end = start + width(&text);
        if (start..end).contains(&column)
            && let Some(name) = command
            && let Ok((command, _)) = find_command(name, GLOBAL, &session.keyboard.catalogue)
        {
            session.wishes.commands.push_back(Invocation::of(command));
        }
        start = end + width(BETWEEN);
    }
}

/// Keys typed so far, else what was said last, else what holds all the time.
fn said(session: &Session) -> Option<Left> {
    let typed = &session.keyboard.pending;
    if typed.count.is_some() || !typed.keys.is_empty() {
        return Some(Left::Pending(pending(session)));
    }
    if let Some(notice) = &session.said.notices.newest {
        return Some(Left::Said(notice.text.to_string(), notice.severity));
    }
    let banner = session.said.status.banner.as_ref();
    banner.map(|banner| Left::Said(banner.to_string(), Severity::Warning))
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

/// What can be looked at, behind the key that shows it.
fn with_key(session: &Session, command: &str, text: String) -> String {
    match session.global_key(command) {
        Some(key) => format!("{} {text}", Key::spoken_all(&key)),
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
