//! Draws the status line: pending keys, else the newest notice, else the banner, else the keys that
//! matter; on the right what goes on in the background.

use ratatui::{Frame, layout::Rect, style::Style};

use crate::base::wording;
use crate::panes::offers::{Due, Offered, Room, choose, put_offers};
use crate::session::{GLOBAL, Invocation, Key, Progress, Session, Severity, find_command};
use crate::ui::{Theme, clear_line, cut, padded, put, width};

/// Stands between two parts of the right side.
const BETWEEN: &str = " · ";

/// Stands between what can be looked at and its key.
const BEFORE_KEY: &str = "  ";

/// A part of the right side.
struct Part {
    text: String,
    /// The command that shows more of it, and its key.
    more: Option<(&'static str, String)>,
}

impl Part {
    fn n_cells(&self) -> usize {
        let key = self.key().map_or(0, |key| width(BEFORE_KEY) + width(key));
        width(&self.text) + key
    }

    fn key(&self) -> Option<&str> {
        self.more.as_ref().map(|(_, key)| key.as_str()).filter(|key| !key.is_empty())
    }
}

/// How much of the right side is shown, where there is not room for both sides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Brevity {
    Whole,
    WithoutTime,
    WithoutKeys,
    /// What goes on, and what the next command acts on.
    Work,
    Nothing,
}

impl Brevity {
    const ALL: [Self; 5] =
        [Self::Whole, Self::WithoutTime, Self::WithoutKeys, Self::Work, Self::Nothing];
}

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
    /// The right side is shortened before the left one loses what leads on or out.
    fn of(session: &Session, cells: u16) -> Self {
        let room = usize::from(cells).saturating_sub(2 * EDGE_CELLS);
        let rights = Brevity::ALL.map(|brevity| right(session, brevity));
        let cells_left_of = |right: &[Part]| match cells_of(right) {
            0 => room,
            cells => room.saturating_sub(cells + 2),
        };
        let (left, at) = if let Some(left) = said(session) {
            let cells = match &left {
                Left::Said(text, _) | Left::Pending(text) => width(text),
                Left::Offers(_) => 0,
            };
            (left, rights.iter().position(|right| cells <= cells_left_of(right)))
        } else {
            let (offers, at) = offering(session, &rights.each_ref().map(|it| cells_left_of(it)));
            (Left::Offers(offers), Some(at))
        };
        let right = at.and_then(|at| rights.into_iter().nth(at)).unwrap_or_default();
        let right_cells = cells_of(&right);
        let right_start = (0 < right_cells && right_cells < room)
            .then(|| EDGE_CELLS + room.saturating_sub(right_cells));
        Self { left, right, right_start }
    }
}

/// What is offered, and next to which of the right sides, from the whole one to nothing, that leave it
/// so many cells.
fn offering(session: &Session, cells: &[usize; Brevity::ALL.len()]) -> (Vec<Offered>, usize) {
    let due = Due::of(session);
    let fitting = cells.map(|cells| due.fitting(cells));
    let first = |least| fitting.iter().position(|(_, room)| least <= *room);
    // For what matters less, the right side gives up nothing but a time.
    let at = first(Room::All).filter(|at| Brevity::ALL[*at] <= Brevity::WithoutTime);
    let at = at.or_else(|| first(Room::Main)).unwrap_or(fitting.len() - 1);
    (fitting.into_iter().nth(at).unwrap_or_default().0, at)
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
        let mut rest = Rect { x: area.x + start, width: area.width - start, ..area };
        let (words, keys) = (on_line(theme.progress), on_line(theme.status_key));
        for (at, part) in picture.right.iter().enumerate() {
            rest = put(buffer, rest, if at == 0 { "" } else { BETWEEN }, words);
            rest = put(buffer, rest, &part.text, words);
            if let Some(key) = part.key() {
                rest = put(buffer, rest, BEFORE_KEY, words);
                rest = put(buffer, rest, key, keys);
            }
        }
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
    for part in right {
        let end = start + part.n_cells();
        if (start..end).contains(&column)
            && let Some((name, _)) = part.more
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
        text.push_str(&key.spoken());
    }
    text.push('…');
    text
}

fn right(session: &Session, brevity: Brevity) -> Vec<Part> {
    let status = &session.said.status;
    let work = status.progress.iter().map(|progress| said_progress(progress, brevity));
    let going_on = work.chain(selected(session)).map(|text| Part { text, more: None });
    match brevity {
        Brevity::Nothing => return Vec::new(),
        Brevity::Work => return going_on.collect(),
        Brevity::Whole | Brevity::WithoutTime | Brevity::WithoutKeys => (),
    }
    let (messages, changed, problems) = (
        wording!("status-messages", n = session.said.notices.n_unseen),
        wording!("n-changed", n = status.n_changed),
        wording!("status-problems", n = status.n_problems),
    );
    let more = [
        (session.said.notices.n_unseen, "messages", messages),
        (status.n_changed, "view-changed", changed),
        (status.n_problems, "problems", problems),
    ];
    let more = more.into_iter().filter(|(n, ..)| 0 < *n).map(|(_, command, text)| {
        let key = session.global_key(command).filter(|_| brevity < Brevity::WithoutKeys);
        let key = key.map(|key| Key::spoken_all(&key)).unwrap_or_default();
        Part { text, more: Some((command, key)) }
    });
    going_on.chain(more).collect()
}

fn cells_of(parts: &[Part]) -> usize {
    let cells: usize = parts.iter().map(|part| part.n_cells() + width(BETWEEN)).sum();
    cells.saturating_sub(width(BETWEEN))
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

fn said_progress(progress: &Progress, brevity: Brevity) -> String {
    let done = match progress.percent() {
        Some(percent) => format!("{} {percent}%", progress.what),
        None => wording!("status-files", what = progress.what, n = progress.n_done),
    };
    match progress.seconds_left.filter(|_| brevity == Brevity::Whole) {
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
