//! Draws the timeline: what is under the cursor, the bars, and the days at their ends.

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
};

use super::{Scene, TimelinePane};
use crate::base::{bars, language::numbers::thousands, wording};
use crate::domain::{Amount, Bar, Period};
use crate::session::{Session, TIMELINE};
use crate::ui::{Theme, cut, padded, put, width};

/// Shares are drawn in millionths.
const WHOLE: f64 = 1e6;

pub(super) fn draw(
    pane: &TimelinePane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = padded(area.intersection(buffer.area));
    if area.is_empty() {
        return;
    }
    let Some(scene) = pane.scene(session) else {
        let undated = session.lists.tallies.timeline().map(|timeline| timeline.undated);
        let text = match undated {
            Some(undated) if 0 < undated.n_hits => said_undated(undated),
            Some(_) => wording!("timeline-none").to_owned(),
            None => wording!("timeline-counting").to_owned(),
        };
        put(buffer, Rect { height: 1, ..area }, &text, theme.dim);
        return;
    };
    // One line is for what is under the cursor; the last one, if there is room, for days and bursts.
    let n_head = u16::from(2 <= area.height);
    let n_axis = u16::from(3 <= area.height);
    if 0 < n_head {
        head(&scene, session, theme, buffer, Rect { height: 1, ..area });
    }
    let height = area.height - n_head - n_axis;
    let picture = Picture {
        pane,
        scene: &scene,
        session,
        theme,
        bars: Rect { y: area.y + n_head, height, ..area },
        axis: Rect { y: area.bottom() - n_axis, height: n_axis, ..area },
    };
    picture.draw(buffer);
}

/// The period under the cursor with its articles, and the undated.
fn head(scene: &Scene<'_>, session: &Session, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let here = scene.timeline.bars(scene.scale.period, scene.scale.period.days(scene.cursor));
    let here = here.last();
    let amount = here.map(|bar| bar.amount).unwrap_or_default();
    let period = scene.scale.period.written(scene.cursor);
    let bound = if session.is_tally_exact() { "" } else { "≥ " };
    let mut left = if session.display.layout.has_shares {
        let percent = (amount.share() * 100.0).round();
        wording!(
            "timeline-share",
            period = period,
            percent = format!("{percent}"),
            n = amount.n_hits as usize,
            all = amount.n_all as usize
        )
    } else {
        let unread = amount.n_unread as usize;
        let count = format!("{bound}{}", thousands(amount.n_hits as usize));
        wording!("timeline-at", period = period, count = count, unread = unread)
    };
    if here.is_some_and(|bar| bar.is_burst) {
        left = format!("{left} · {}", wording!("timeline-burst"));
    }
    let undated = scene.timeline.undated;
    let by = match scene.scale.period {
        Period::Day => wording!("timeline-by-day"),
        Period::Week => wording!("timeline-by-week"),
        Period::Month => wording!("timeline-by-month"),
        Period::Year => wording!("timeline-by-year"),
    };
    let days = scene.scale.days;
    let outside = |is_there: &dyn Fn(chrono::NaiveDate) -> bool| -> usize {
        let days = scene.timeline.days().iter().filter(|it| is_there(it.day));
        days.map(|it| it.amount.n_hits as usize).sum()
    };
    let (n_before, n_after) = (outside(&|day| day < days.first), outside(&|day| days.last < day));
    let parts = [
        (n_before, wording!("timeline-before", n = n_before)),
        (n_after, wording!("timeline-after", n = n_after)),
        (undated.n_hits as usize, said_undated(undated)),
    ];
    let parts = parts.into_iter().filter(|(n, _)| 0 < *n).map(|(_, said)| said);
    let right = [by.to_owned()].into_iter().chain(parts).collect::<Vec<_>>().join(" · ");
    let is_in_front = session.focus() == TIMELINE;
    let style = if is_in_front { theme.heading } else { theme.dim };
    let right_cells = u16::try_from(width(&right)).unwrap_or(u16::MAX);
    let has_room = width(&left) + width(&right) + 2 <= usize::from(area.width);
    put(buffer, area, &cut(&left, usize::from(area.width)), style);
    if has_room {
        let x = area.right() - right_cells;
        put(buffer, Rect { x, width: right_cells, ..area }, &right, theme.dim);
    }
}

fn said_undated(undated: Amount) -> String {
    wording!("timeline-undated", n = undated.n_hits as usize)
}

/// The bars, and what is written below them.
struct Picture<'a> {
    pane: &'a TimelinePane,
    scene: &'a Scene<'a>,
    session: &'a Session,
    theme: &'a Theme,
    bars: Rect,
    axis: Rect,
}

impl Picture<'_> {
    fn draw(&self, buffer: &mut Buffer) {
        let scale = self.scene.scale;
        let all: Vec<Bar> = self.scene.timeline.bars(scale.period, scale.days).collect();
        let most = all.iter().map(|bar| self.heights(bar.amount).0).max().unwrap_or(0);
        self.label_ends(buffer);
        let cursor = scale.bar_of(self.scene.cursor);
        let chosen = self.pane.chosen(self.scene);
        let has_span = self.pane.anchor.is_some();
        for ((at, bar), x) in all.iter().enumerate().zip(self.columns()) {
            // A gap tells wide bars apart.
            let width = scale.bar_cells - u16::from(3 <= scale.bar_cells);
            let own = Rect { x, width, ..self.bars };
            self.bar(bar, most, buffer, own);
            if bar.is_burst {
                put(buffer, Rect { x, width: 1, ..self.axis }, "!", self.theme.warning);
            }
            let is_chosen = has_span && chosen.first <= bar.start && bar.start <= chosen.last;
            if at == cursor || is_chosen {
                self.mark(buffer, Rect { x, width, ..self.axis }, own, at == cursor);
            }
        }
    }

    /// Where bars begin.
    fn columns(&self) -> impl Iterator<Item = u16> {
        (self.bars.x..self.bars.right()).step_by(usize::from(self.scene.scale.bar_cells.max(1)))
    }

    /// The height of a bar, and of the unread part of it.
    fn heights(&self, amount: Amount) -> (usize, usize) {
        let (n_hits, n_unread) = (amount.n_hits as usize, amount.n_unread as usize);
        if !self.session.display.layout.has_shares {
            return (n_hits, n_unread);
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share in millionths"
        )]
        let share = (amount.share() * WHOLE) as usize;
        (share, share * n_unread / n_hits.max(1))
    }

    /// A bar from the bottom up: the unread in one tone, the read above them in another.
    fn bar(&self, bar: &Bar, most: usize, buffer: &mut Buffer, area: Rect) {
        let (height, unread) = self.heights(bar.amount);
        let n_rows = usize::from(area.height);
        let filled = bars::eighths(height, most, n_rows);
        let unread = bars::eighths(unread, most, n_rows).min(filled);
        for (row, y) in (area.y..area.bottom()).rev().enumerate() {
            let of_row = |n: usize| n.saturating_sub(row * 8).min(8);
            let (filled, unread) = (of_row(filled), of_row(unread));
            if filled == 0 {
                break;
            }
            let (sign, style) = self.cell(filled, unread);
            let text = sign.to_string().repeat(usize::from(area.width));
            put(buffer, Rect { y, height: 1, ..area }, &text, style);
        }
    }

    /// A cell of a bar. Two tones fit into one if it is full: the sign in one, its ground in the other.
    fn cell(&self, filled: usize, unread: usize) -> (char, Style) {
        let (new, old) = (self.theme.unread, self.theme.dim);
        let tones = (new.fg.unwrap_or(Color::Reset), old.fg.unwrap_or(Color::Reset));
        if filled == 8 && 0 < unread && unread < 8 && tones.0 != tones.1 && tones.1 != Color::Reset
        {
            let style = Style::new().fg(tones.0).bg(tones.1);
            return (bars::filled(unread), style);
        }
        let style = if filled <= 2 * unread { new } else { old };
        // Blocks that are underlined or set apart by their letters look alike.
        let style = style.remove_modifier(Modifier::UNDERLINED | Modifier::ITALIC);
        (bars::filled(filled), style)
    }

    /// Shows that a bar is under the cursor, or in the span.
    fn mark(&self, buffer: &mut Buffer, axis: Rect, bar: Rect, is_cursor: bool) {
        let is_in_front = self.session.focus() == TIMELINE;
        let style = match (is_cursor, is_in_front) {
            (true, true) => self.theme.selected,
            (true, false) => self.theme.cursor_line,
            (false, _) => self.theme.picked,
        };
        for area in [axis, bar] {
            for position in area.intersection(buffer.area).positions() {
                buffer[position].set_style(style);
            }
        }
    }

    /// The first and the last period, and the middle one if there is room.
    fn label_ends(&self, buffer: &mut Buffer) {
        if self.axis.is_empty() {
            return;
        }
        let scale = self.scene.scale;
        let used = scale.n_bars() * usize::from(scale.bar_cells);
        let cells = u16::try_from(used).unwrap_or(u16::MAX).min(self.axis.width);
        let axis = Rect { width: cells, ..self.axis };
        let label = |bar: usize| scale.period.written(scale.start_of(bar));
        let (first, last) = (label(0), label(scale.n_bars().saturating_sub(1)));
        let label_cells = u16::try_from(width(&first)).unwrap_or(u16::MAX);
        put(buffer, Rect { width: self.axis.width, ..axis }, &first, self.theme.dim);
        if label_cells.saturating_mul(2) + 2 <= cells {
            let x = axis.right() - label_cells;
            put(buffer, Rect { x, width: label_cells, ..axis }, &last, self.theme.dim);
        }
        if label_cells.saturating_mul(5) <= cells {
            let middle = scale.n_bars() / 2;
            let column = u16::try_from(middle).unwrap_or(0) * scale.bar_cells;
            let x = axis.x + column;
            put(buffer, Rect { x, width: label_cells, ..axis }, &label(middle), self.theme.dim);
        }
    }
}
