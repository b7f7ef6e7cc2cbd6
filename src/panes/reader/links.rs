//! The links on the screen: chosen by letters or by number.

use super::{ReaderPane, Shown};
use crate::base::{Clean, wording};
use crate::domain::Position;
use crate::panes::hints;
use crate::session::{
    Effect, Hints, HostRequest, LinkPlace, Notice, Purpose, Session, TerminalRequest,
};
use crate::ui::page::{HeadKind, Row};

/// Shows letters over the links on the screen; a number typed before chooses at once.
pub(super) fn choose(
    pane: &mut ReaderPane,
    session: &mut Session,
    purpose: Purpose,
) -> Vec<Effect> {
    let Some(shown) = &pane.shown else {
        return Vec::new();
    };
    if let Some(number) = session.count() {
        return by_number(shown, session, number, purpose);
    }
    let links = on_screen(shown);
    if links.is_empty() {
        session.say(Notice::note(wording!("reader-no-link-here")));
        return Vec::new();
    }
    session.hints = Hints::new(purpose, links);
    session.show(hints::NAME);
    Vec::new()
}

fn by_number(shown: &Shown, session: &mut Session, number: usize, purpose: Purpose) -> Vec<Effect> {
    let links = shown.opened.index.links();
    let Some(link) = number.checked_sub(1).and_then(|at| links.get(at)) else {
        session.say(Notice::note(wording!("reader-n-links", n = links.len())));
        return Vec::new();
    };
    let url = shown.page.link_address(link);
    vec![match purpose {
        Purpose::Open => Effect::Host(HostRequest::Open(url)),
        Purpose::Copy => Effect::Terminal(TerminalRequest::Copy(url)),
    }]
}

/// The links that can be seen, from the top, the article's own address included; each once.
pub(super) fn on_screen(shown: &Shown) -> Vec<(LinkPlace, Clean)> {
    let mut found: Vec<(LinkPlace, Clean)> = Vec::new();
    let mut last = None;
    for row in shown.page.rows() {
        match row {
            Row::Blank => (),
            Row::Head(number) => {
                let is_address =
                    shown.page.head(*number).is_some_and(|row| row.kind == HeadKind::Address);
                if let Some(url) = shown.opened.article.url.as_ref().filter(|_| is_address)
                    && found.is_empty()
                {
                    found.push((LinkPlace::Head(*number), url.clone()));
                }
            }
            Row::Text(line) => {
                for link in shown.page.links(line) {
                    if last == Some(link) {
                        continue;
                    }
                    last = Some(link);
                    let byte = link.bytes.start.max(line.bytes.start);
                    let place = LinkPlace::Text(Position::of(link.paragraph, byte));
                    found.push((place, shown.page.link_address(link)));
                }
            }
        }
    }
    found
}
