//! The world as the program sees it, in memory: it answers every effect at once and remembers what
//! it was asked.

use std::{collections::BTreeMap, sync::Arc};

use dateline::{
    base::Clean,
    domain::{
        Applied, Article, ArticleId, Field, Headline, Order, PageIndex, Position, Selecting, Seq,
        View,
    },
    session::{
        Effect, LibraryStatus, ListName, Message, Notice, OpenedArticle, Seek, Snippet, Targets,
    },
};

pub(super) struct Outside {
    pub headlines: Vec<Headline>,
    /// Indices into `headlines`.
    selections: BTreeMap<u8, Vec<usize>>,
    /// By index into `headlines`: for how many articles of the library's list it stands.
    folded: BTreeMap<usize, usize>,
    done: Vec<Applied>,
    undone: Vec<Applied>,
    pub asked: Vec<Effect>,
}

impl Outside {
    pub(super) fn new(headlines: Vec<Headline>) -> Self {
        Self {
            headlines,
            selections: BTreeMap::new(),
            folded: BTreeMap::new(),
            done: Vec::new(),
            undone: Vec::new(),
            asked: Vec::new(),
        }
    }

    pub(super) fn status(&self) -> LibraryStatus {
        LibraryStatus {
            name: Clean::new("News"),
            n_articles: self.headlines.len(),
            n_unread: self.headlines.iter().filter(|it| !it.is_read).count(),
            n_starred: self.headlines.iter().filter(|it| it.is_starred).count(),
            ..LibraryStatus::default()
        }
    }

    /// `text` is what is searched for: the query itself cannot be asked.
    pub(super) fn answer(&mut self, effect: &Effect, text: &str) -> Vec<Message> {
        self.asked.push(effect.clone());
        match effect.clone() {
            Effect::Select { list, generation, selecting, keep, is_refresh } => {
                let rows = self.select(list, &selecting, text, is_refresh);
                let all = rows.clone();
                let rows = self.fold(rows, &selecting);
                let kept = all.iter().find(|row| Some(self.headlines[**row].id) == keep);
                let stands_for = |row: &usize, kept: &usize| {
                    row == kept
                        || self.folded.contains_key(row)
                            && self.headlines[*row].date == self.headlines[*kept].date
                };
                let kept = kept.and_then(|kept| rows.iter().position(|row| stands_for(row, kept)));
                let n_rows = rows.len();
                self.selections.insert(list as u8, rows);
                let cursor = kept.or(keep.map(|_| 0));
                vec![Message::Selected { list, generation, n_rows, is_complete: true, cursor }]
            }
            Effect::LoadRows { list, generation, rows } => {
                let first = rows.start;
                let rows = self.selections[&(list as u8)][rows]
                    .iter()
                    .map(|row| {
                        let n_folded = self.folded.get(row).copied().unwrap_or(0);
                        Headline { n_folded, ..self.headlines[*row].clone() }
                    })
                    .collect();
                vec![Message::Rows { list, generation, first, rows }]
            }
            Effect::LoadSnippets { generation, rows } => {
                let rows = &self.selections[&(ListName::Results as u8)][rows];
                let snippets =
                    rows.iter().map(|row| snippet(&self.headlines[*row], text)).collect();
                vec![Message::Snippets { generation, snippets }]
            }
            Effect::LoadLeads { wanted } => {
                let lead = |(id, seq): (ArticleId, Seq)| {
                    (id, Clean::new(&format!("Article {} begins like this.", seq.0)))
                };
                vec![Message::Leads { leads: wanted.into_iter().map(lead).collect() }]
            }
            Effect::Seek { list, generation, from, seek, then } => {
                let rows = &self.selections[&(list as u8)];
                let is_unread = |row: &usize| !self.headlines[rows[*row]].is_read;
                let row = match seek {
                    Seek::NextUnread => (from + 1..rows.len()).find(is_unread),
                    Seek::PreviousUnread => (0..from).rev().find(is_unread),
                };
                vec![Message::Sought { list, generation, row, then }]
            }
            Effect::LoadArticle { generation, id, .. } => {
                vec![Message::Opened { generation, result: self.open(id) }]
            }
            Effect::Mark { targets, field, value } => self.mark(targets, field, value),
            Effect::Undo => match self.done.pop() {
                Some(step) => {
                    self.undone.push(step.clone());
                    let value = !step.value;
                    self.commit(Applied { value, ..step })
                }
                None => vec![Message::Notice(Notice::note("nothing to undo"))],
            },
            Effect::Redo => match self.undone.pop() {
                Some(step) => {
                    self.done.push(step.clone());
                    self.commit(step)
                }
                None => vec![Message::Notice(Notice::note("nothing to redo"))],
            },
            Effect::Find { .. }
            | Effect::SavePosition { .. }
            | Effect::OpenUrl(_)
            | Effect::Copy(_)
            | Effect::Rescan
            | Effect::CancelScan
            | Effect::Suspend => Vec::new(),
        }
    }

    fn fold(&mut self, mut rows: Vec<usize>, selecting: &Selecting) -> Vec<usize> {
        if selecting.query.is_some() {
            return rows;
        }
        self.folded.clear();
        if !selecting.has_days() {
            return rows;
        }
        let headlines = &self.headlines;
        let day = |row: usize| headlines[row].date;
        let is_folded = |row: &usize| selecting.folds.is_folded(day(*row));
        for row in rows.iter().filter(|row| is_folded(row)) {
            let first = rows.iter().find(|first| day(**first) == day(*row)).unwrap();
            *self.folded.entry(*first).or_default() += 1;
        }
        rows.retain(|row| !is_folded(row) || self.folded.contains_key(row));
        rows
    }

    fn select(
        &self,
        list: ListName,
        selecting: &Selecting,
        text: &str,
        is_refresh: bool,
    ) -> Vec<usize> {
        let listed = self.selections.get(&(list as u8));
        let words: Vec<String> = match list {
            ListName::Library => Vec::new(),
            ListName::Results => {
                let words = text.split(|c: char| !c.is_alphanumeric());
                words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
            }
        };
        let is_wanted = |row: &usize| {
            let it = &self.headlines[*row];
            let title = it.title.to_lowercase();
            let is_in_view = match selecting.view {
                View::All => true,
                View::Unread => !it.is_read,
                View::Starred => it.is_starred,
            };
            let stays = is_refresh && listed.is_some_and(|listed| listed.contains(row));
            (is_in_view || stays) && words.iter().all(|word| title.contains(word.as_str()))
        };
        let mut rows: Vec<usize> = (0..self.headlines.len()).filter(is_wanted).collect();
        match selecting.order {
            Order::Date | Order::Relevance => (),
            Order::Source => rows.sort_by_key(|row| self.headlines[*row].source.clone()),
            Order::Title => rows.sort_by_key(|row| self.headlines[*row].title.clone()),
        }
        if selecting.is_reversed {
            rows.reverse();
        }
        rows
    }

    fn open(&self, id: ArticleId) -> Result<OpenedArticle, Clean> {
        let found = self.headlines.iter().find(|headline| headline.id == id);
        let headline = found.ok_or_else(|| Clean::new("the file is gone"))?.clone();
        let article = Arc::new(Article {
            id,
            title: headline.title.clone(),
            date: headline.date,
            url: headline.url.clone(),
            source: headline.source.clone(),
            paragraphs: vec![Clean::new("First paragraph."), Clean::new("Second paragraph.")],
            n_words: 4,
            problems: Vec::new(),
        });
        let index = Arc::new(PageIndex::new(&article));
        Ok(OpenedArticle {
            article,
            headline,
            position: Position::default(),
            hits: [].into(),
            index,
        })
    }

    fn mark(&mut self, targets: Targets, field: Field, value: bool) -> Vec<Message> {
        let mut ids = match targets {
            Targets::These(ids) => ids,
            Targets::All(list) => {
                let rows = self.selections[&(list as u8)].iter();
                rows.map(|row| self.headlines[*row].id).collect()
            }
        };
        ids.retain(|id| self.headlines.iter().any(|it| it.id == *id && is_set(it, field) != value));
        ids.sort();
        let step =
            Applied { log: 1, name: format!("marked {} read", ids.len()), field, value, ids };
        self.done.push(step.clone());
        self.commit(step)
    }

    fn commit(&mut self, step: Applied) -> Vec<Message> {
        for headline in &mut self.headlines {
            if step.ids.contains(&headline.id) {
                match step.field {
                    Field::Read => headline.is_read = step.value,
                    Field::Starred => headline.is_starred = step.value,
                }
            }
        }
        let marked = Message::Marked { change: Arc::new(step), is_ours: true };
        vec![marked, Message::Status(self.status())]
    }
}

fn is_set(headline: &Headline, field: Field) -> bool {
    match field {
        Field::Read => headline.is_read,
        Field::Starred => headline.is_starred,
    }
}

fn snippet(headline: &Headline, text: &str) -> Snippet {
    let word = text.split_whitespace().next().unwrap_or_default();
    let start = headline.title.to_lowercase().find(&word.to_lowercase());
    let snippet = format!("… said that the {word} had been expected …");
    let at = "… said that the ".len();
    Snippet {
        id: headline.id,
        text: Clean::new(&snippet),
        hits: std::iter::once(at..at + word.len()).collect(),
        title_hits: start.map(|start| start..start + word.len()).into_iter().collect(),
    }
}
