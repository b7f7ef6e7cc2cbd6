//! Draws the question.

use ratatui::{Frame, layout::Rect};

use crate::session::{Question, Session};
use crate::ui::{Theme, cut, put, thousands};

pub(super) fn draw(session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    let Some(asking) = &session.doing.question else { return };
    let text = match asking {
        Question::Deed { deed, n_articles, .. } => {
            let what = deed.describe(&thousands(*n_articles), *n_articles == 1);
            format!("{what}? y does, any other key does not")
        }
        Question::SetBookmark => "bookmark this article: type a letter".to_owned(),
        Question::GoToBookmark => {
            let letters: Vec<String> =
                session.doing.jumps.bookmarks.keys().map(char::to_string).collect();
            format!("go to the bookmark: {}", letters.join(" "))
        }
    };
    put(buffer, area, &cut(&text, usize::from(area.width)), theme.warning);
}
