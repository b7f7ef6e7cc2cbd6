//! Draws the status line: pending keys, else the newest notice, else the banner; on the right
//! what goes on in the background.

use std::fmt::Write as _;

use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    widgets::{Clear, Widget},
};

use crate::base::wording;
use crate::session::{Progress, Session, Severity};
use crate::ui::{Theme, cut, put, width};

pub(super) fn draw(session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    // It may cover the last line of an article.
    Clear.render(area, buffer);
    buffer.set_style(area, theme.background.patch(theme.status));
    let (left, style) = left(session, theme);
    let right = right(session);
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
    let typed = &session.typed;
    if typed.count.is_some() || !typed.keys.is_empty() {
        return (pending(session), theme.pending);
    }
    if let Some(notice) = &session.notices.newest {
        let style = match notice.severity {
            Severity::Note => Style::new(),
            Severity::Warning => theme.warning,
            Severity::Error => theme.error,
        };
        return (notice.text.to_string(), style);
    }
    match &session.status.banner {
        Some(banner) => (banner.to_string(), theme.warning),
        None => (wording!("status-help", key = session.help_key()), Style::new()),
    }
}

fn pending(session: &Session) -> String {
    let mut text = session.typed.count.map(|count| count.to_string()).unwrap_or_default();
    for key in &session.typed.keys {
        // Writing to a string cannot fail.
        let _ = write!(text, "{key}");
    }
    text.push('…');
    text
}

fn right(session: &Session) -> String {
    let status = &session.status;
    let mut parts: Vec<String> = status.progress.iter().map(progress).collect();
    parts.extend(picked(session));
    match session.notices.n_unseen {
        0 => (),
        n => parts.push(with_key(session, "messages", wording!("status-messages", n = n))),
    }
    match status.n_problems {
        0 => (),
        n => parts.push(with_key(session, "problems", wording!("status-problems", n = n))),
    }
    parts.join(" · ")
}

/// What can be looked at, behind the key that shows it.
fn with_key(session: &Session, command: &str, text: String) -> String {
    match session.global_key(command) {
        Some(key) => format!("{key} {text}"),
        None => text,
    }
}

/// How many articles are picked: what the next command acts on.
fn picked(session: &Session) -> Option<String> {
    let n_picked = session.doing.picked.picks.n_picked;
    let range = session.front().range().map(|range| wording!("status-range", n = range.len()));
    let all = (0 < n_picked).then(|| wording!("status-selected", n = n_picked));
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
