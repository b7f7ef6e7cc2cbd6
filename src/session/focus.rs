//! Which panes are shown, the one in front last.

use super::PaneName;

/// The stack of panes. The first pane that is shown cannot be hidden.
#[derive(Debug)]
pub(super) struct Focus {
    first: PaneName,
    /// Invariant: no name twice.
    shown: Vec<PaneName>,
}

impl Focus {
    pub(super) fn new(first: PaneName) -> Self {
        Self { first, shown: vec![first] }
    }

    pub(super) fn front(&self) -> PaneName {
        self.shown.last().copied().unwrap_or(self.first)
    }

    /// The pane that was in front before the one that is.
    pub(super) fn behind(&self) -> PaneName {
        self.shown.iter().rev().nth(1).copied().unwrap_or(self.first)
    }

    /// The pane right below `pane`, or below the top where that is not shown.
    pub(super) fn below(&self, pane: PaneName) -> PaneName {
        match self.height(pane) {
            Some(at) => at.checked_sub(1).map_or(self.first, |below| self.shown[below]),
            None => self.front(),
        }
    }

    pub(super) fn is_shown(&self, pane: PaneName) -> bool {
        self.shown.contains(&pane)
    }

    /// How high `pane` is on the stack.
    pub(super) fn height(&self, pane: PaneName) -> Option<usize> {
        self.shown.iter().position(|it| *it == pane)
    }

    /// Whether both are shown and `upper` was brought to the front later.
    pub(super) fn is_above(&self, upper: PaneName, lower: PaneName) -> bool {
        self.height(lower).is_some_and(|lower| self.height(upper).is_some_and(|it| lower < it))
    }

    pub(super) fn show(&mut self, pane: PaneName) {
        self.shown.retain(|it| *it != pane);
        self.shown.push(pane);
    }

    pub(super) fn hide(&mut self, pane: PaneName) {
        if pane != self.first {
            self.shown.retain(|it| *it != pane);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_a_pane_in_front() {
        let mut focus = Focus::new(PaneName("list"));
        focus.show(PaneName("reader"));
        focus.show(PaneName("list"));
        focus.hide(PaneName("list"));
        assert_eq!(focus.front(), PaneName("list"));
        focus.hide(PaneName("reader"));
        assert_eq!((focus.front(), focus.behind()), (PaneName("list"), PaneName("list")));
    }
}
