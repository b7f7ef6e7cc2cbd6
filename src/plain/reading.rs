//! An open article in plain mode: its head, then a page at a time.

use std::sync::Arc;

use super::{
    page::{Page, Portion, index},
    reader::{Answer, GoingOn, OpenArticle, Reader, lines},
    sentence, shapes,
};
use crate::{
    base::{Clean, thousands, wording},
    config::MarkRead,
    domain::{ArticleId, Headline, Mark, Position, Targets, said_places},
    library::{Hit, OpenedArticle, Seek},
};

impl Reader {
    pub(super) fn open_number(&mut self, number: usize, page: Page) -> Answer {
        let headline = self.headline(number)?;
        self.open(headline, number - 1, page)
    }

    /// Opens an article wherever it is listed.
    pub(super) fn open_id(&mut self, id: ArticleId, page: Page) -> Answer {
        let headline = self.library.headline(id).map_err(|error| error.to_string())?;
        let row = self.library.seek(0, Seek::Article(id)).map_err(|error| error.to_string())?;
        self.open(headline, row.unwrap_or(0), page)
    }

    pub(super) fn open_unread(&mut self, is_down: bool, page: Page) -> Answer {
        match self.unread_row(is_down)? {
            Some(row) => self.open_number(row + 1, page),
            None if is_down => Err(wording!("plain-no-unread-below").to_owned()),
            None => Err(wording!("plain-no-unread-above").to_owned()),
        }
    }

    fn open(&mut self, headline: Headline, row: usize, page: Page) -> Answer {
        let query = self.library.shown().listing.query.clone();
        let opened = self.library.article(headline.id, query).map_err(|error| error.to_string())?;
        let OpenedArticle { article, places, hits, .. } = opened;
        let title = sentence(&headline.title);
        let mut texts = vec![wording!("plain-number", number = row + 1, title = title)];
        let words = wording!("n-words", n = headline.length.n_words);
        texts.push(format!("{}, {words}.", self.told_of(&headline)));
        if 0 < headline.n_copies {
            texts.push(sentence(&said_places(&places, headline.n_files())));
        }
        for problem in &headline.problems {
            let (kind, detail) = (problem.spoken_name(), sentence(&problem.said()));
            texts.push(wording!("plain-problem", kind = kind, detail = detail));
        }
        texts.extend(found_in(&hits));
        let from = self.store.position(headline.id);
        let is_inside =
            from != Position::default() && index(from.paragraph) < article.paragraphs.len();
        let from = if is_inside { from } else { Position::default() };
        if is_inside {
            let number = from.paragraph.saturating_add(1);
            texts.push(wording!("plain-goes-on-at", number = number));
        }
        let id = headline.id;
        let (is_read, is_changed) = (headline.has(Mark::Read), headline.has(Mark::Changed));
        self.place = row..row + 1;
        self.article = Some(OpenArticle { headline, article, row: Some(row), from, next: from });
        if !is_read && self.config.reader.mark_read == MarkRead::Opening {
            texts.extend(self.mark_read(id));
        }
        if is_changed {
            // If that cannot be saved, the marks report it, and the article is listed again.
            let _ = self.store.mark(Mark::Changed, false, Targets::These(vec![id]));
        }
        let mut answer = lines(texts);
        answer.extend(self.say_from(from, page)?);
        Ok(answer)
    }

    /// Marks an article read; why that was not kept, if it was not.
    fn mark_read(&mut self, id: ArticleId) -> Option<String> {
        let kept = self.store.mark(Mark::Read, true, Targets::These(vec![id]));
        kept.err().map(|why| sentence(&wording!("not-marked", why = why)))
    }

    pub(super) fn read_on(&mut self, page: Page) -> Answer {
        let Some(open) = &self.article else { return self.list_on(page) };
        if open.article.paragraphs.len() <= index(open.next.paragraph) {
            return Err(wording!("plain-article-end").to_owned());
        }
        self.say_from(open.next, page)
    }

    pub(super) fn read_back(&mut self, page: Page) -> Answer {
        let Some(open) = &self.article else { return self.list_back(page) };
        if open.from == Position::default() {
            return Err(wording!("plain-article-start").to_owned());
        }
        self.say_from(page.before(&open.article.paragraphs, open.from), page)
    }

    pub(super) fn read_from(&mut self, number: usize, page: Page) -> Answer {
        let Some(open) = &self.article else { return Err(wording!("plain-none-open").to_owned()) };
        let n_paragraphs = open.article.paragraphs.len();
        if n_paragraphs < number {
            return Err(wording!("plain-no-paragraph", number = number, n = n_paragraphs));
        }
        self.say_from(Position::of(number - 1, 0), page)
    }

    /// Prints a page of the open article, and its position.
    fn say_from(&mut self, from: Position, page: Page) -> Answer {
        let Some(open) = &mut self.article else {
            return Err(wording!("plain-none-open").to_owned());
        };
        self.going_on = GoingOn::Article;
        let Portion { texts, next } = page.from(&open.article.paragraphs, from);
        (open.from, open.next) = (from, next);
        let n_paragraphs = open.article.paragraphs.len();
        let is_end = n_paragraphs <= index(next.paragraph);
        let article = Arc::clone(&open.article);
        let id = open.headline.id;
        let where_it_stands = standing(&texts, next, n_paragraphs);
        let mut answer = Vec::new();
        for (number, text) in texts {
            let shape = article.shape(number);
            if page.columns.is_some() && !shape.goes_on {
                answer.push(Clean::default());
            }
            let is_whole = number != index(from.paragraph) || from.byte == 0;
            answer.push(if is_whole { shapes::told(&text, shape) } else { text });
        }
        // What has been read to its end begins at its beginning again.
        self.store.keep_position(id, if is_end { Position::default() } else { from });
        let is_due = match self.config.reader.mark_read {
            // Nobody can tell for how long lines were listened to.
            MarkRead::End | MarkRead::After => is_end,
            MarkRead::Opening | MarkRead::ByHand => false,
        };
        let is_unread =
            || self.library.headline(id).is_ok_and(|headline| !headline.has(Mark::Read));
        if is_due && is_unread() {
            answer.extend(lines(self.mark_read(id)));
        }
        if page.columns.is_some() {
            answer.push(Clean::default());
        }
        answer.push(Clean::new(&where_it_stands));
        Ok(answer)
    }
}

/// `Paragraphs 3 to 7 of 20. Enter goes on.`
fn standing(texts: &[(usize, Clean)], next: Position, n_paragraphs: usize) -> String {
    let (Some((first, _)), Some((last, _))) = (texts.first(), texts.last()) else {
        return wording!("plain-no-text").to_owned();
    };
    let (first, last, total) = (first + 1, last + 1, n_paragraphs);
    let here = if first == last {
        wording!("plain-paragraph", number = first, total = total)
    } else {
        wording!("plain-paragraphs", first = first, last = last, total = total)
    };
    if n_paragraphs <= index(next.paragraph) {
        wording!("plain-then-end", here = here)
    } else if 0 < next.byte {
        wording!("plain-then-rest", here = here)
    } else {
        wording!("plain-then-more", here = here)
    }
}

/// Where the words that were searched for stand.
fn found_in(hits: &[Hit]) -> Option<String> {
    /// More are not of use.
    const MOST: usize = 10;
    let mut paragraphs = hits.chunk_by(|one, two| one.paragraph == two.paragraph);
    let numbers: Vec<String> =
        paragraphs.by_ref().take(MOST).map(|hits| thousands(hits[0].paragraph + 1)).collect();
    let (n, numbers) = (numbers.len(), numbers.join(", "));
    match (n, paragraphs.next()) {
        (0, _) => None,
        (_, None) => Some(wording!("plain-found", n = n, numbers = numbers)),
        (_, Some(_)) => Some(wording!("plain-found-more", numbers = numbers)),
    }
}
