//! Matches in the article, and the one the cursor is on.

use std::sync::Arc;

use crate::base::wording;
use crate::domain::Position;
use crate::session::{Hit, Landing};
use crate::ui::page::{Line, Page};

/// Matches in the order of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Hits {
    all: Arc<[Hit]>,
    current: Option<usize>,
}

/// Where a step from match to match leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub to: usize,
    /// The step went past an end of the article.
    pub is_around: bool,
}

impl Hits {
    pub(super) fn new(all: Arc<[Hit]>) -> Self {
        Self { all, current: None }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether there are matches, and the first one is not on the screen.
    pub(super) fn is_first_out_of_sight(&self, page: &Page) -> bool {
        self.all.first().is_some_and(|hit| page.row_of(position(hit)).is_none())
    }

    /// `3/17`; nothing if there are none.
    pub(super) fn count(&self) -> Option<String> {
        let n = self.all.len();
        match self.current {
            _ if n == 0 => None,
            Some(current) => Some(format!("{}/{n}", current + 1)),
            None => Some(wording!("reader-found", n = n)),
        }
    }

    /// The number of the first match at or below `top`; past the last if there is none.
    pub(super) fn below(&self, top: Position) -> usize {
        self.all.partition_point(|hit| position(hit) < top)
    }

    /// Makes match number `which` the current one and scrolls to it: a third down the screen,
    /// unless it is on the screen already.
    pub(super) fn show(&mut self, which: usize, page: &mut Page) {
        let Some(hit) = self.all.get(which) else {
            return;
        };
        self.current = Some(which);
        let position = position(hit);
        if page.row_of(position).is_none() {
            page.show(position, page.third_rows());
        }
    }

    /// Makes a match the current one: the last, or the one at a place; goes there without one.
    pub(super) fn land(&mut self, landing: Landing, page: &mut Page) {
        match landing {
            Landing::LastMatch => self.show(self.all.len().saturating_sub(1), page),
            Landing::At { paragraph, byte } => {
                let is_there = |hit: &Hit| hit.paragraph == paragraph && hit.bytes.contains(&byte);
                match self.all.iter().position(is_there) {
                    Some(which) => self.show(which, page),
                    None => page.show(Position::of(paragraph, byte), page.third_rows()),
                }
            }
        }
    }

    /// The match `n` steps on (1 is the next), from the current one while it is on the screen,
    /// else from the top of the screen. Goes round at the ends; there must be a match.
    pub(super) fn step(&self, page: &Page, is_down: bool, n: usize) -> Step {
        let len = self.all.len().max(1);
        let is_seen = |which: &usize| {
            self.all.get(*which).is_some_and(|hit| page.row_of(position(hit)).is_some())
        };
        let current = self.current.filter(is_seen);
        let top = self.below(page.top());
        if is_down {
            let from = current.map_or(top, |current| current + 1);
            let to = from.saturating_add(n.max(1) - 1);
            return Step { to: to % len, is_around: len <= to };
        }
        let from = current.unwrap_or(top);
        let to = (from + len - n.max(1) % len) % len;
        Step { to, is_around: from < n.max(1) }
    }

    /// The matches that reach into `line`, each with whether it is the current one.
    pub(super) fn on(&self, line: &Line) -> impl Iterator<Item = (&Hit, bool)> {
        let first = self.all.partition_point(|hit| {
            (hit.paragraph, hit.bytes.end) <= (line.paragraph, line.bytes.start)
        });
        let (paragraph, end) = (line.paragraph, line.bytes.end);
        let rest = self.all.iter().enumerate().skip(first);
        rest.take_while(move |(_, hit)| hit.paragraph == paragraph && hit.bytes.start < end)
            .map(|(which, hit)| (hit, self.current == Some(which)))
    }
}

fn position(hit: &Hit) -> Position {
    Position {
        paragraph: u32::try_from(hit.paragraph).unwrap_or(u32::MAX),
        byte: u32::try_from(hit.bytes.start).unwrap_or(u32::MAX),
    }
}
