//! The world as the program sees it, in memory: it answers every effect at once and remembers what
//! it was asked.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use dateline::{
    base::{Bits, Clean},
    domain::{
        Applied, Article, ArticleId, Days, Deed, Extent, Field, Headline, Listing, Order,
        PageIndex, Position, Query, SelectionChange, Seq, Side, View,
    },
    library::Selection,
    session::{
        Answer, Effect, Generation, Group, Hit, HostRequest, LibraryStatus, ListAnswer, ListName,
        MarkRequest, Message, Notice, OpenedArticle, PaneMessage, PastStep, Printed,
        ProgramRequest, Question, Seek, Snippet, Targets, Window,
    },
};

pub(super) struct Outside {
    pub headlines: Vec<Headline>,
    /// Indices into `headlines`.
    lists: BTreeMap<u8, Vec<usize>>,
    /// By index into `headlines`: for how many articles of the library's list it stands.
    folded: BTreeMap<usize, usize>,
    done: Vec<Applied>,
    undone: Vec<Applied>,
    selected: BTreeSet<u32>,
    /// The text of every article.
    pub paragraphs: Vec<Clean>,
    /// Whether words are looked for in articles; else the answer never comes.
    pub finds_words: bool,
    /// What lists say of themselves.
    pub extent: Extent,
    pub asked: Vec<Effect>,
}

impl Outside {
    pub(super) fn new(headlines: Vec<Headline>) -> Self {
        Self {
            headlines,
            lists: BTreeMap::new(),
            folded: BTreeMap::new(),
            done: Vec::new(),
            undone: Vec::new(),
            selected: BTreeSet::new(),
            paragraphs: vec![Clean::new("First paragraph."), Clean::new("Second paragraph.")],
            finds_words: false,
            extent: Extent::Whole,
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
            Effect::Ask(Question::List { list, generation, listing, keep, is_refresh, window }) => {
                let rows = self.list(list, &listing, text, is_refresh);
                self.list_answer((list, generation), rows, &listing, (keep, window))
            }
            Effect::Ask(Question::Rows { list, generation, rows }) => {
                let (first, rows) = (rows.start, self.rows(list, rows));
                vec![Message::Answer(Answer::Rows { list, generation, first, rows })]
            }
            Effect::Ask(Question::Snippets { generation, rows }) => {
                let rows = &self.lists[&(ListName::Results as u8)][rows];
                let snippets =
                    rows.iter().map(|row| snippet(&self.headlines[*row], text)).collect();
                vec![Message::Answer(Answer::Snippets { generation, snippets })]
            }
            Effect::Ask(Question::Leads { wanted }) => {
                let lead = |(id, seq): (ArticleId, Seq)| {
                    (id, Clean::new(&format!("Article {} begins like this.", seq.0)))
                };
                vec![Message::Answer(Answer::Leads {
                    leads: wanted.into_iter().map(lead).collect(),
                })]
            }
            Effect::Ask(Question::Seek { list, generation, from, seek, then }) => {
                let (row, said) = self.seek(list, from, &seek);
                vec![Message::Answer(Answer::Sought { list, generation, row, then, said })]
            }
            Effect::Ask(Question::Article { generation, id, highlight }) => {
                let result = self.open_with_hits(id, highlight);
                vec![Message::Answer(Answer::Article { generation, result })]
            }
            Effect::Mark(MarkRequest::Mark { targets, field, value }) => {
                self.mark(&targets, field, value)
            }
            Effect::Ask(Question::Select { list, change }) => {
                vec![Message::Answer(Answer::Selected(self.select(list, &change)))]
            }
            Effect::Ask(Question::Weigh { generation, deed, group }) => {
                let chosen = self.chosen(&group);
                let (deed, chosen) = self.weigh(deed, chosen);
                let n_articles = chosen.len();
                let chosen = Arc::new(chosen.into_iter().collect());
                vec![Message::Answer(Answer::Weighed { generation, deed, chosen, n_articles })]
            }
            Effect::Ask(Question::Gather { deed, chosen, limit }) => {
                let lines = self.gather(deed, &chosen, limit);
                vec![Message::Answer(Answer::Gathered { deed, lines })]
            }
            Effect::Ask(Question::Sources { generation }) => {
                vec![Message::Answer(Answer::Sources { generation, sources: self.sources() })]
            }
            Effect::Ask(Question::Find { generation, article, query }) if self.finds_words => {
                vec![Message::Answer(Answer::Found { generation, hits: hits(&article, &query) })]
            }
            Effect::Mark(MarkRequest::History) => {
                vec![Message::Pane(PaneMessage::History(self.history()))]
            }
            Effect::Mark(MarkRequest::GoTo(number)) => self.go_to_step(number, text),
            Effect::Mark(MarkRequest::Undo) => match self.done.pop() {
                Some(step) => {
                    self.undone.push(step.clone());
                    let value = !step.value;
                    self.commit(Applied { value, ..step })
                }
                None => vec![Message::Notice(Notice::note("nothing to undo"))],
            },
            Effect::Mark(MarkRequest::Redo) => match self.undone.pop() {
                Some(step) => {
                    self.done.push(step.clone());
                    self.commit(step)
                }
                None => vec![Message::Notice(Notice::note("nothing to redo"))],
            },
            Effect::Host(HostRequest::Program(ProgramRequest::Pipe {
                generation,
                program,
                ..
            })) => {
                let lines = program.iter().map(|word| Clean::new(&format!("[{word}]"))).collect();
                let end = Some(Clean::new("done")).filter(|_| program[0] != "sleep");
                let printed = Printed { lines, seconds: 2, end };
                vec![Message::Pane(PaneMessage::Printed { generation, printed })]
            }
            Effect::Ask(_)
            | Effect::Mark(MarkRequest::Shown(_))
            | Effect::Keep(_)
            | Effect::Terminal(_)
            | Effect::Host(_)
            | Effect::Index(_) => Vec::new(),
        }
    }

    fn gather(&self, deed: Deed, chosen: &Bits, limit: usize) -> Vec<Clean> {
        let chosen = self.headlines.iter().filter(|it| chosen.contains(it.seq.0));
        let line = |it: &Headline| match deed {
            Deed::CopyTitles => Some(it.title.clone()),
            _ => it.url.clone(),
        };
        chosen.filter_map(line).take(limit).collect()
    }

    fn go_to_step(&mut self, number: u64, text: &str) -> Vec<Message> {
        let mut messages = Vec::new();
        while self.done.len() as u64 != number {
            let back = number < self.done.len() as u64;
            let effect = if back {
                Effect::Mark(MarkRequest::Undo)
            } else {
                Effect::Mark(MarkRequest::Redo)
            };
            messages.extend(self.answer(&effect, text));
        }
        messages
    }

    fn list_answer(
        &mut self,
        (list, generation): (ListName, Generation),
        rows: Vec<usize>,
        listing: &Listing,
        (keep, window): (Option<ArticleId>, Window),
    ) -> Vec<Message> {
        let all = rows.clone();
        let rows = self.fold(rows, listing);
        let kept = all.iter().find(|row| Some(self.headlines[**row].id) == keep);
        let stands_for = |row: &usize, kept: &usize| {
            row == kept
                || self.folded.contains_key(row)
                    && self.headlines[*row].date == self.headlines[*kept].date
        };
        let kept = kept.and_then(|kept| rows.iter().position(|row| stands_for(row, kept)));
        let n_rows = rows.len();
        self.lists.insert(list as u8, rows);
        let cursor = kept.or(keep.map(|_| 0));
        let (wanted, extent) = (window.rows(cursor, n_rows), self.extent);
        let (first, rows) = (wanted.start, self.rows(list, wanted));
        vec![Message::Answer(Answer::List(ListAnswer {
            list,
            generation,
            n_rows,
            extent,
            cursor,
            first,
            rows,
        }))]
    }

    fn rows(&self, list: ListName, rows: Range<usize>) -> Vec<Headline> {
        self.lists[&(list as u8)][rows]
            .iter()
            .map(|row| {
                let n_folded = self.folded.get(row).copied().unwrap_or(0);
                let first = &self.headlines[*row];
                let hidden = self.headlines.iter().filter(|it| it.date == first.date);
                let n_unread = hidden.filter(|it| !it.is_read).count();
                let n_folded_unread = if n_folded == 0 { 0 } else { n_unread };
                Headline { n_folded, n_folded_unread, ..first.clone() }
            })
            .collect()
    }

    fn fold(&mut self, mut rows: Vec<usize>, listing: &Listing) -> Vec<usize> {
        if listing.query.is_some() {
            return rows;
        }
        self.folded.clear();
        if !listing.has_days() {
            return rows;
        }
        let headlines = &self.headlines;
        let day = |row: usize| headlines[row].date;
        let is_folded = |row: &usize| listing.folds.is_folded(day(*row));
        for row in rows.iter().filter(|row| is_folded(row)) {
            let first = rows.iter().find(|first| day(**first) == day(*row)).unwrap();
            *self.folded.entry(*first).or_default() += 1;
        }
        rows.retain(|row| !is_folded(row) || self.folded.contains_key(row));
        rows
    }

    fn list(&self, list: ListName, listing: &Listing, text: &str, is_refresh: bool) -> Vec<usize> {
        let listed = self.lists.get(&(list as u8));
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
            let is_in_view = match listing.view {
                View::All => true,
                View::Unread => !it.is_read,
                View::Starred => it.is_starred,
                View::Changed => it.is_changed,
            };
            let stays = is_refresh && listed.is_some_and(|listed| listed.contains(row));
            (is_in_view || stays) && words.iter().all(|word| title.contains(word.as_str()))
        };
        let mut rows: Vec<usize> = (0..self.headlines.len()).filter(is_wanted).collect();
        match listing.order {
            Order::Date | Order::Relevance => (),
            Order::Source => rows.sort_by_key(|row| self.headlines[*row].source.clone()),
            Order::Title => rows.sort_by_key(|row| self.headlines[*row].title.clone()),
        }
        if listing.is_reversed {
            rows.reverse();
        }
        rows
    }

    fn open_with_hits(
        &self,
        id: ArticleId,
        highlight: Option<Query>,
    ) -> Result<OpenedArticle, Clean> {
        let mut opened = self.open(id)?;
        if let Some(query) = highlight.filter(|_| self.finds_words) {
            opened.hits = hits(&opened.article, &query);
        }
        Ok(opened)
    }

    pub(super) fn open(&self, id: ArticleId) -> Result<OpenedArticle, Clean> {
        let found = self.headlines.iter().find(|headline| headline.id == id);
        let headline = found.ok_or_else(|| Clean::new("the file is gone"))?.clone();
        let article = Arc::new(Article {
            id,
            title: headline.title.clone(),
            date: headline.date,
            url: headline.url.clone(),
            source: headline.source.clone(),
            paragraphs: self.paragraphs.clone(),
            n_words: 4,
            problems: Vec::new(),
            hints: dateline::domain::Hints::default(),
        });
        let index = Arc::new(PageIndex::new(&article));
        Ok(OpenedArticle {
            places: Arc::default(),
            article,
            headline,
            position: Position::default(),
            hits: [].into(),
            index,
        })
    }

    fn seek(&self, list: ListName, from: usize, seek: &Seek) -> (Option<usize>, Option<String>) {
        let rows = &self.lists[&(list as u8)];
        let headline = |row: usize| &self.headlines[rows[row]];
        let mut all = 0..rows.len();
        let row = match seek {
            Seek::NextUnread => (from + 1..rows.len()).find(|row| !headline(*row).is_read),
            Seek::PreviousUnread => (0..from).rev().find(|row| !headline(*row).is_read),
            Seek::Day(text) => {
                let today = chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
                let Some(days) = Days::parse(text, today) else {
                    return (None, Some("that is no date".to_owned()));
                };
                all.find(|row| headline(*row).date.is_some_and(|it| it <= days.last))
            }
            Seek::Title(text) => {
                let text = text.to_lowercase();
                let mut below = (from + 1..rows.len()).chain(0..=from);
                below.find(|row| headline(*row).title.to_lowercase().contains(&text))
            }
            Seek::Source(text) => {
                let mut below = (from + 1..rows.len()).chain(0..=from);
                below.find(|row| headline(*row).source.contains(text.as_str()))
            }
            Seek::Article(id) => all.find(|row| headline(*row).id == *id),
        };
        (row, None)
    }

    fn sources(&self) -> Vec<(Clean, usize)> {
        let mut sources: Vec<(Clean, usize)> = Vec::new();
        for it in &self.headlines {
            match sources.iter_mut().find(|(name, _)| *name == it.source) {
                Some((_, n_articles)) => *n_articles += 1,
                None => sources.push((it.source.clone(), 1)),
            }
        }
        sources
    }

    fn history(&self) -> Vec<PastStep> {
        let undone = self.undone.iter().map(|step| (step, true));
        let steps = undone.chain(self.done.iter().rev().map(|step| (step, false)));
        let n_steps = (self.done.len() + self.undone.len()) as u64;
        let past = |((step, is_undone), at): ((&Applied, bool), u64)| PastStep {
            number: n_steps - at,
            name: Clean::new(&format!("marked {} read", step.ids.len())),
            at: chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap().and_hms_opt(9, 30, 0).unwrap(),
            is_undone,
        };
        steps.zip(0..).map(past).collect()
    }

    fn select(&mut self, list: ListName, change: &SelectionChange) -> Selection {
        let of_rows = |rows: &[usize]| -> Vec<u32> {
            rows.iter().map(|row| self.headlines[*row].seq.0).collect()
        };
        let rows = &self.lists[&(list as u8)];
        let row_of = |seq: &Seq| rows.iter().position(|row| self.headlines[*row].seq == *seq);
        let mut selected = self.selected.clone();
        match change {
            SelectionChange::Toggle(seq) if selected.remove(&seq.0) => (),
            SelectionChange::Toggle(seq) => selected.extend([seq.0]),
            SelectionChange::Between(from, to) => {
                let (from, to) = (row_of(from).unwrap(), row_of(to).unwrap());
                selected.extend(of_rows(&rows[from.min(to)..=from.max(to)]));
            }
            SelectionChange::Beside(side, seq) => selected.extend(self.beside(list, *side, *seq)),
            SelectionChange::Every => selected.extend(of_rows(rows)),
            SelectionChange::Invert => {
                let rows: BTreeSet<u32> = of_rows(rows).into_iter().collect();
                selected = selected.symmetric_difference(&rows).copied().collect();
            }
            SelectionChange::Matching(query) => {
                let it = self.headlines.iter().filter(|it| !query.matches(&it.title).is_empty());
                selected.extend(it.map(|it| it.seq.0));
            }
            SelectionChange::Nothing => selected.clear(),
            SelectionChange::Restore { set, .. } => selected.extend(set.iter()),
            SelectionChange::Recount => {
                selected.retain(|seq| self.headlines.iter().any(|it| it.seq.0 == *seq));
            }
        }
        self.selected = selected;
        let set = Arc::new(self.selected.iter().copied().collect());
        Selection { set, n_selected: self.selected.len(), ..Selection::default() }
    }

    fn beside(&self, list: ListName, side: Side, seq: Seq) -> Vec<u32> {
        let rows = &self.lists[&(list as u8)];
        let at = rows.iter().position(|row| self.headlines[*row].seq == seq).unwrap();
        let rows = if side == Side::Above { &rows[..at] } else { &rows[at + 1..] };
        rows.iter().map(|row| self.headlines[*row].seq.0).collect()
    }

    fn chosen(&self, group: &Group) -> Vec<u32> {
        match group {
            Group::All(list) => {
                let rows = self.lists[&(*list as u8)].iter();
                rows.map(|row| self.headlines[*row].seq.0).collect()
            }
            Group::Beside(list, side, seq) => self.beside(*list, *side, *seq),
            Group::Selected => self.selected.iter().copied().collect(),
        }
    }

    fn weigh(&self, deed: Deed, mut chosen: Vec<u32>) -> (Deed, Vec<u32>) {
        let Deed::Mark { field, value } = deed else { return (deed, chosen) };
        let is_marked =
            |seq: &u32| self.headlines.iter().any(|it| it.seq.0 == *seq && it.has(field));
        let value = value.unwrap_or(!chosen.iter().all(is_marked));
        chosen.retain(|seq| is_marked(seq) != value);
        (Deed::Mark { field, value: Some(value) }, chosen)
    }

    fn mark(&mut self, targets: &Targets, field: Field, value: bool) -> Vec<Message> {
        let all = self.headlines.iter();
        let mut ids: Vec<ArticleId> = match targets {
            Targets::These(ids) => ids.clone(),
            Targets::Set(chosen) => {
                all.filter(|it| chosen.contains(it.seq.0)).map(|it| it.id).collect()
            }
        };
        ids.retain(|id| self.headlines.iter().any(|it| it.id == *id && it.has(field) != value));
        ids.sort();
        let step = Applied { log: 1, field, value, ids };
        self.done.push(step.clone());
        self.commit(step)
    }

    fn commit(&mut self, step: Applied) -> Vec<Message> {
        for headline in &mut self.headlines {
            if step.ids.contains(&headline.id) {
                headline.set(step.field, step.value);
            }
        }
        let marked = Message::Marked { change: Arc::new(step), is_ours: true };
        vec![marked, Message::Status(self.status())]
    }
}

fn hits(article: &Article, query: &Query) -> Arc<[Hit]> {
    let of = |(paragraph, text): (usize, &Clean)| -> Vec<Hit> {
        let matches = query.matches(text).into_iter();
        matches.map(|bytes| Hit { paragraph, bytes }).collect()
    };
    article.paragraphs.iter().enumerate().flat_map(of).collect()
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
