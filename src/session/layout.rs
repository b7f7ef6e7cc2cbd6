//! How list and article share the screen at the moment: by the settings, changed by the user.

use serde::{Deserialize, Serialize};

use crate::config::{LayoutConfig, LayoutKind};

/// The least and the most that a list may have of the screen, in thousandths.
const BOUNDS: (u16, u16) = (100, 900);
/// By how much a key moves the divider, in thousandths.
const STEP: u16 = 50;

/// Which way the divider runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListSide {
    /// The list is on the left of it.
    Left,
    /// The list is above it.
    Top,
}

/// The layout as it is kept for the next session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Layout {
    pub kind: LayoutKind,
    /// Where to go back to from [`LayoutKind::ReaderOnly`].
    pub before: LayoutKind,
    /// Thousandths, so that a divider that is dragged stays under the mouse.
    pub list_width_permille: u16,
    pub list_height_permille: u16,
    pub has_timeline: bool,
    pub has_facets: bool,
    /// The timeline shows shares of all articles, not numbers.
    pub has_shares: bool,
    /// Where the list is relative to the article, if both are on the screen.
    #[serde(skip)]
    pub side: Option<ListSide>,
}

impl Default for Layout {
    fn default() -> Self {
        Self::new(&LayoutConfig::default())
    }
}

impl Layout {
    /// What the settings say.
    pub fn new(config: &LayoutConfig) -> Self {
        let permille = |percent: u16| clamped(percent.saturating_mul(10));
        let before = match config.kind {
            LayoutKind::ReaderOnly => LayoutKind::Auto,
            kind => kind,
        };
        Self {
            kind: config.kind,
            before,
            list_width_permille: permille(config.list_width_percent),
            list_height_permille: permille(config.list_height_percent),
            has_timeline: config.timeline,
            has_facets: config.facets,
            has_shares: false,
            side: None,
        }
    }

    /// Takes another kind; one that is chosen twice stays.
    pub fn choose(&mut self, kind: LayoutKind) {
        if kind == LayoutKind::ReaderOnly && self.kind != kind {
            self.before = self.kind;
        }
        self.kind = kind;
    }

    /// Takes the next kind. The article alone is left out: it has a key of its own.
    pub fn cycle(&mut self) {
        self.choose(match self.kind {
            LayoutKind::Auto => LayoutKind::ListLeft,
            LayoutKind::ListLeft => LayoutKind::ListTop,
            LayoutKind::ListTop => LayoutKind::ListOnly,
            LayoutKind::ListOnly | LayoutKind::ReaderOnly => LayoutKind::Auto,
        });
    }

    /// Shows the article alone, or goes back from that.
    pub fn toggle_zen(&mut self) {
        match self.kind {
            LayoutKind::ReaderOnly => self.choose(self.before),
            _ => self.choose(LayoutKind::ReaderOnly),
        }
    }

    /// Cells of the list where there are `cells` for both.
    pub fn list_cells(&self, side: ListSide, cells: u16) -> u16 {
        let permille = u32::from(clamped(match side {
            ListSide::Left => self.list_width_permille,
            ListSide::Top => self.list_height_permille,
        }));
        u16::try_from(u32::from(cells) * permille / 1000).unwrap_or(cells)
    }

    /// Makes the list `list_cells` of `cells` wide or tall.
    pub fn put_divider(&mut self, side: ListSide, list_cells: u16, cells: u16) {
        let permille = (u32::from(list_cells) * 1000).div_ceil(u32::from(cells.max(1)));
        *self.share(side) = clamped(u16::try_from(permille).unwrap_or(u16::MAX));
    }

    /// Makes the list larger or smaller by this many steps.
    pub fn move_divider(&mut self, side: ListSide, is_larger: bool, n_steps: usize) {
        let by = u16::try_from(n_steps).unwrap_or(u16::MAX).saturating_mul(STEP);
        let share = self.share(side);
        *share =
            clamped(if is_larger { share.saturating_add(by) } else { share.saturating_sub(by) });
    }

    /// Puts the divider back to where the settings have it.
    pub fn reset_divider(&mut self, config: &LayoutConfig) {
        let fresh = Self::new(config);
        self.list_width_permille = fresh.list_width_permille;
        self.list_height_permille = fresh.list_height_permille;
    }

    fn share(&mut self, side: ListSide) -> &mut u16 {
        match side {
            ListSide::Left => &mut self.list_width_permille,
            ListSide::Top => &mut self.list_height_permille,
        }
    }
}

fn clamped(permille: u16) -> u16 {
    permille.clamp(BOUNDS.0, BOUNDS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divider_stays_where_it_is_put() {
        let mut layout = Layout::default();
        for cells in 20..=500_u16 {
            for list_cells in cells.div_ceil(10)..=cells * 9 / 10 {
                layout.put_divider(ListSide::Left, list_cells, cells);
                assert_eq!(layout.list_cells(ListSide::Left, cells), list_cells, "of {cells}");
            }
        }
    }

    #[test]
    fn neither_list_nor_article_can_be_squeezed_out() {
        let mut layout = Layout::default();
        layout.move_divider(ListSide::Top, true, usize::MAX);
        assert_eq!(layout.list_cells(ListSide::Top, 40), 36);
        layout.move_divider(ListSide::Top, false, 100);
        assert_eq!(layout.list_cells(ListSide::Top, 40), 4);
        layout.put_divider(ListSide::Left, 3, 0);
        layout.reset_divider(&LayoutConfig::default());
        assert_eq!(layout, Layout::default());
    }

    #[test]
    fn what_is_stored_comes_back_and_nonsense_is_bounded() {
        let mut layout = Layout::default();
        layout.choose(LayoutKind::ListTop);
        layout.toggle_zen();
        let stored = serde_json::to_string(&layout).unwrap();
        let mut layout: Layout = serde_json::from_str(&stored).unwrap();
        assert_eq!(layout.kind, LayoutKind::ReaderOnly);
        layout.toggle_zen();
        assert_eq!(layout.kind, LayoutKind::ListTop);
        let wild: Layout = serde_json::from_str("{\"list-width-permille\": 65535}").unwrap();
        assert_eq!(wild.list_cells(ListSide::Left, 500), 450);
    }
}
