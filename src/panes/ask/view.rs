//! Draws the question.

use ratatui::{Frame, layout::Rect};

use crate::base::wording;
use crate::session::{Session, UserQuestion};
use crate::ui::{Theme, clear_line, cut, padded, put};

pub(super) fn draw(session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    let Some(asking) = &session.said.question else { return };
    let text = match asking {
        UserQuestion::Deed { deed, n_articles, .. } => {
            let deed = deed.describe(*n_articles);
            let mut letters = deed.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string());
            let deed = format!("{}{}", first.unwrap_or_default(), letters.as_str());
            wording!("ask-deed", deed = deed)
        }
        UserQuestion::SetBookmark => wording!("ask-set-bookmark").to_owned(),
        UserQuestion::GoToBookmark => {
            let letters: Vec<String> =
                session.lists.jumps.bookmarks.keys().map(char::to_string).collect();
            wording!("ask-go-to-bookmark", letters = letters.join(" "))
        }
    };
    clear_line(buffer, area, theme.background);
    let line = padded(area);
    put(buffer, line, &cut(&text, usize::from(line.width)), theme.warning);
}
