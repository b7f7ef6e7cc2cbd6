//! What can be asked of the timeline.

use super::TimelinePane;
use crate::domain::{Bar, Period};
use crate::session::{Command, Effect, LIST, Session};

pub(super) const COMMANDS: &[Command<TimelinePane>] = &[
    Command::new("previous", &["h", "<left>"], "Go to the period before", |pane, session| {
        step(pane, session, -1)
    }),
    Command::new("next", &["l", "<right>"], "Go to the next period", |pane, session| {
        step(pane, session, 1)
    }),
    Command::new("first", &["0", "<home>"], "Go to the first period", |pane, session| {
        pane.go(session, |scene| Some(scene.span.first));
        Vec::new()
    }),
    Command::new("last", &["$", "<end>"], "Go to the last period", |pane, session| {
        pane.go(session, |scene| Some(scene.span.last));
        Vec::new()
    }),
    Command::new(
        "busiest",
        &["b"],
        "Go to the day with most articles; zooms in to days",
        |pane, session| {
            busiest(pane, session);
            Vec::new()
        },
    ),
    Command::new("next-burst", &["]", "n"], "Go to the next burst", |pane, session| {
        burst(pane, session, true)
    }),
    Command::new("previous-burst", &["[", "N"], "Go to the burst before", |pane, session| {
        burst(pane, session, false)
    }),
    Command::new("zoom-in", &["+", "k", "<up>"], "Show less time, more finely", |pane, session| {
        pane.zoom(session, true);
        Vec::new()
    }),
    Command::new("zoom-out", &["-", "j", "<down>"], "Show more time", |pane, session| {
        pane.zoom(session, false);
        Vec::new()
    }),
    Command::new("zoom-all", &["="], "Show all the time, or the time of most articles", {
        |pane, session| {
            pane.zoom_all(session);
            Vec::new()
        }
    }),
    Command::new("begin-span", &["v", "<space>"], "Begin to choose a span; again forgets it", {
        |pane, session| {
            let cursor = pane.scene(session).map(|scene| scene.cursor);
            pane.anchor = if pane.anchor.is_some() { None } else { cursor };
            Vec::new()
        }
    }),
    Command::new("narrow", &["<enter>"], "List only the articles of the period or span", {
        TimelinePane::narrow
    }),
    Command::new("undated", &["u"], "List only the articles without a date", |_, session| {
        session.narrow_to_undated()
    }),
    Command::new("shares", &["%"], "Show shares of all articles, or numbers", |_, session| {
        let layout = &mut session.display.layout;
        layout.has_shares = !layout.has_shares;
        Vec::new()
    }),
    Command::new("leave", &["<esc>"], "Forget the span; then take the time back; then leave", {
        leave
    }),
    Command::new("list", &["q"], "Go to the list", |_, session| {
        session.hide();
        session.show(LIST);
        session.load()
    }),
];

fn step(pane: &mut TimelinePane, session: &mut Session, sign: i64) -> Vec<Effect> {
    // More steps than there are days lead nowhere else.
    let n_steps = i64::try_from(session.count().unwrap_or(1)).unwrap_or(i64::MAX).min(1_000_000);
    pane.go(session, |scene| Some(scene.scale.moved(scene.cursor, sign * n_steps)));
    Vec::new()
}

fn busiest(pane: &mut TimelinePane, session: &Session) {
    pane.go(session, |scene| scene.timeline.busiest(Period::Day, scene.span));
    // Each step halves the time: a thousand years end long before.
    for _ in 0..40 {
        let period = pane.scene(session).map(|scene| scene.scale.period);
        if period.is_none_or(|period| period == Period::Day) {
            return;
        }
        pane.zoom(session, true);
    }
}

/// Goes to a burst among the periods of all the time, as fine as they are now.
fn burst(pane: &mut TimelinePane, session: &mut Session, is_later: bool) -> Vec<Effect> {
    pane.go(session, |scene| {
        let here = scene.scale.period.start(scene.cursor);
        let bars = scene.timeline.bars(scene.scale.period, scene.span);
        let mut bursts = bars.filter(|bar: &Bar| bar.is_burst).map(|bar| bar.start);
        if is_later {
            bursts.find(|start| here < *start)
        } else {
            bursts.take_while(|start| *start < here).last()
        }
    });
    Vec::new()
}

fn leave(pane: &mut TimelinePane, session: &mut Session) -> Vec<Effect> {
    if pane.anchor.take().is_some() {
        return Vec::new();
    }
    if session.is_narrowed_by_time() {
        return session.narrow_back(false);
    }
    session.hide();
    session.show(LIST);
    session.load()
}
