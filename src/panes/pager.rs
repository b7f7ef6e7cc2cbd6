//! What panes that show lines of text have in common.

use std::marker::PhantomData;

use ratatui::layout::Rect;

use super::Pane;
use crate::session::{Command, Effect, Session};
use crate::ui::wrapped;

/// How far lines are scrolled. Whole lines scroll; each may take several rows.
#[derive(Debug, Default)]
pub(super) struct Pager {
    top: usize,
    size: (usize, usize),
}

/// A pane of lines.
pub(super) trait Paged: Pane {
    fn pager(&mut self) -> &mut Pager;

    fn n_lines(&self, session: &Session) -> usize;

    fn line<'a>(&'a self, session: &'a Session, at: usize) -> &'a str;

    /// Goes back to the earlier position.
    fn close(&mut self, session: &mut Session) -> Vec<Effect> {
        session.hide();
        Vec::new()
    }

    /// Takes the place that it is drawn in.
    fn fit(&mut self, inside: Rect, session: &Session) {
        self.pager().size = (usize::from(inside.width), usize::from(inside.height));
        self.scroll(session, 0);
    }

    fn scroll(&mut self, session: &Session, n_lines: isize) {
        let last = self.last_top(session);
        let pager = self.pager();
        pager.top = pager.top.saturating_add_signed(n_lines).min(last);
    }

    /// The first line of the last screen: looks at a screen of lines, however many there are.
    fn last_top(&mut self, session: &Session) -> usize {
        let (width, height) = self.pager().size;
        let (mut top, mut rows) = (self.n_lines(session), 0);
        while 0 < top {
            rows += wrapped(self.line(session, top - 1), width).len();
            if height < rows {
                break;
            }
            top -= 1;
        }
        top.min(self.n_lines(session).saturating_sub(1))
    }
}

impl Pager {
    pub(super) fn restart(&mut self) {
        self.top = 0;
    }

    pub(super) fn top(&self) -> usize {
        self.top
    }

    fn page(&self) -> isize {
        isize::try_from(self.size.1.saturating_sub(1).max(1)).unwrap_or(1)
    }

    fn half_page(&self) -> isize {
        isize::try_from((self.size.1 / 2).max(1)).unwrap_or(1)
    }
}

/// The commands that every such pane has.
pub(super) struct Paging<P>(PhantomData<P>);

impl<P: Paged> Paging<P> {
    pub(super) const COMMANDS: &'static [Command<P>] = &[
        Command::new("close", &["q", "<esc>", "h", "<left>", "<c-g>"], "Go back", P::close),
        Command::new("down", &["j", "<down>", "<enter>"], "Scroll down", |pane, session| {
            by(pane, session, 1)
        }),
        Command::new("up", &["k", "<up>"], "Scroll up", |pane, session| by(pane, session, -1)),
        Command::new("half-page-down", &["<c-d>"], "Scroll down half a screen", |pane, session| {
            let n_lines = pane.pager().half_page();
            by(pane, session, n_lines)
        }),
        Command::new("half-page-up", &["<c-u>"], "Scroll up half a screen", |pane, session| {
            let n_lines = pane.pager().half_page();
            by(pane, session, -n_lines)
        }),
        Command::new(
            "page-down",
            &["<c-f>", "<pgdn>", "<space>"],
            "Scroll down a screen",
            |pane, session| {
                let n_lines = pane.pager().page();
                by(pane, session, n_lines)
            },
        ),
        Command::new(
            "page-up",
            &["<c-b>", "<pgup>", "b"],
            "Scroll up a screen",
            |pane, session| {
                let n_lines = pane.pager().page();
                by(pane, session, -n_lines)
            },
        ),
        Command::new("first", &["gg", "<home>"], "Go to the start", |pane, session| {
            by(pane, session, isize::MIN)
        }),
        Command::new("last", &["G", "<end>"], "Go to the end", |pane, session| {
            by(pane, session, isize::MAX)
        }),
    ];
}

fn by<P: Paged>(pane: &mut P, session: &mut Session, n_lines: isize) -> Vec<Effect> {
    pane.scroll(session, n_lines);
    Vec::new()
}
