//! What the archive answers besides lists and their rows.

use std::{collections::BTreeMap, sync::Arc};

use dateline::{
    base::Clean,
    domain::{ArticleId, Deed, Extent, Facet, Headline, Mark, SelectionChange, Seq, Side},
    library::{
        Answer, Counts, FilePlace, Group, ListName, Named, ProblemLine, Problems, ProblemsKey,
        Question, Seek, Selection, Tally, TallyAnswer, Then,
    },
    query::Days,
};

use super::archive::{Archive, Listed, hits, text_of};

impl Archive {
    pub(super) fn answer_other(&self, question: &Question, send: &mut dyn FnMut(Answer)) {
        match question {
            Question::Seek { list, generation, from, seek, then } => {
                let answers = self.with_list(*list, Some(*generation), |listed| {
                    let row = self.sought(listed, *from, seek);
                    let missing = row.is_none() && *then != Then::RestorePlace;
                    let said = missing.then(|| "the archive does not have it".to_owned());
                    let (list, generation, then) = (*list, *generation, *then);
                    // The list has grown by the pages that were looked through.
                    let near = row.unwrap_or(*from);
                    let grown = self.listed(list, listed, &(near..near + 1), None);
                    [grown, Answer::Sought { list, generation, row, then, said }]
                });
                answers.into_iter().flatten().for_each(send);
            }
            Question::Leads { wanted } => {
                let lead = |(id, seq): &(ArticleId, Seq)| {
                    (*id, Clean::new(&text_of(&self.headline(*seq))))
                };
                send(Answer::Leads { leads: wanted.iter().map(lead).collect() });
            }
            Question::Article { generation, id, highlight, .. } => {
                let opened = self.open(*id, highlight.as_ref());
                let result = opened.ok_or_else(|| Clean::new("gone"));
                send(Answer::Article { generation: *generation, result });
            }
            Question::Find { generation, article, query } => {
                send(Answer::Found { generation: *generation, hits: hits(article, query) });
            }
            Question::Select { list, change } => send(self.select(*list, change)),
            Question::Weigh { generation, deed, group } => {
                send(self.weigh(*generation, *deed, group));
            }
            Question::Gather { deed, chosen, limit } => {
                let articles = self.articles();
                let chosen = articles.iter().filter(|it| chosen.contains(it.seq.0));
                let line = |it: &Headline| match deed {
                    Deed::CopyTitles => Some(it.title.clone()),
                    _ => it.url.clone(),
                };
                let lines = chosen.filter_map(line).take(*limit).collect();
                send(Answer::Gathered { deed: *deed, lines });
            }
            // Nor does it offer anything.
            Question::Values { generation, wanted } => {
                let (generation, kind, values) = (*generation, wanted.kind, Vec::new());
                send(Answer::Values { generation, kind, values });
            }
            Question::Sources { generation } => {
                let mut counts: BTreeMap<Clean, usize> = BTreeMap::new();
                for it in self.articles().iter() {
                    *counts.entry(it.source.clone()).or_default() += 1;
                }
                let sources = counts.into_iter().collect();
                send(Answer::Sources { generation: *generation, sources });
            }
            // It does not count: facets without values, and no timeline.
            Question::Tally { list, generation, wanted } => {
                let (list, generation, extent) = (*list, *generation, Extent::More);
                let facet = |kind: &_| Facet { kind: *kind, values: Vec::new(), n_values: 0 };
                let facets = wanted.facets.iter().map(facet).collect();
                let tally = Tally { timeline: None, facets };
                send(Answer::Tally(TallyAnswer { list, generation, extent, tally }));
            }
            Question::Problems { from, limit } => {
                send(Answer::Problems(self.problems(*from, *limit)));
            }
            Question::Headlines { ids } => {
                let articles = self.articles();
                let known = articles.iter().filter(|it| ids.contains(&it.id)).cloned();
                send(Answer::Headlines(known.collect()));
            }
            Question::Places { id, limit } => {
                let articles = self.articles();
                let places = articles.iter().filter(|it| it.id == *id).take(*limit);
                let place =
                    |it: &Headline| FilePlace { path: it.path.clone(), source: it.source.clone() };
                send(Answer::Places(places.map(place).collect()));
            }
            Question::Named { name } => {
                let articles = self.articles();
                let named = articles.iter().find(|it| it.path.as_os_str() == name);
                send(Answer::Named(named.map_or(Named::Nothing, |it| Named::Article(it.id))));
            }
            Question::Counts => send(Answer::Counts(self.counts())),
            Question::List { .. }
            | Question::Rows { .. }
            | Question::Kwic { .. }
            | Question::Batch { .. }
            | Question::Explain { .. }
            | Question::Snippets { .. } => (),
        }
    }

    fn sought(&self, listed: &mut Listed, from: usize, seek: &Seek) -> Option<usize> {
        let around = |listed: &mut Listed, is_it: &dyn Fn(&Headline) -> bool| {
            self.find(listed, from + 1, is_it).or_else(|| self.find(listed, 0, is_it))
        };
        match seek {
            Seek::NextUnread => self.find(listed, from + 1, |it| !it.has(Mark::Read)),
            Seek::PreviousUnread => {
                self.reach(listed, from);
                (0..from).rev().find(|row| !self.headline(listed.rows[*row]).has(Mark::Read))
            }
            Seek::Day(text) => {
                let days = Days::parse(text, chrono::Local::now().date_naive())?;
                self.find(listed, 0, |it| it.date.is_some_and(|date| date <= days.last))
            }
            Seek::Title(text) => {
                let text = text.to_lowercase();
                around(listed, &|it| it.title.to_lowercase().starts_with(&text))
                    .or_else(|| around(listed, &|it| it.title.to_lowercase().contains(&text)))
            }
            Seek::Source(text) => around(listed, &|it| it.source.contains(text.as_str())),
            Seek::Article(id) => self.row_of(listed, |it| it.id == *id),
        }
    }

    /// The rows of a list that are meant, and in them the row of an article.
    fn rows(&self, list: ListName) -> Vec<Seq> {
        let rows = self.with_list(list, None, |listed| {
            self.reach(listed, usize::MAX);
            listed.rows.clone()
        });
        rows.unwrap_or_default()
    }

    fn beside(&self, list: ListName, side: Side, seq: Seq) -> Vec<Seq> {
        let rows = self.rows(list);
        let Some(at) = rows.iter().position(|it| *it == seq) else { return Vec::new() };
        if side == Side::Above { rows[..at].to_vec() } else { rows[at + 1..].to_vec() }
    }

    fn select(&self, list: ListName, change: &SelectionChange) -> Answer {
        let mut selected = self.kept.selected.lock().unwrap();
        let rows = self.rows(list);
        let row = |seq: &Seq| rows.iter().position(|it| it == seq);
        let mut flip = |seqs: &[Seq]| {
            for seq in seqs {
                if !selected.remove(&seq.0) {
                    selected.insert(seq.0);
                }
            }
        };
        match change {
            SelectionChange::Toggle(seq) => flip(&[*seq]),
            SelectionChange::Invert => flip(&rows),
            SelectionChange::Every => selected.extend(rows.iter().map(|seq| seq.0)),
            SelectionChange::Between(from, to) => {
                if let (Some(from), Some(to)) = (row(from), row(to)) {
                    let range = &rows[from.min(to)..=from.max(to)];
                    selected.extend(range.iter().map(|seq| seq.0));
                }
            }
            SelectionChange::Beside(side, seq) => {
                selected.extend(self.beside(list, *side, *seq).iter().map(|seq| seq.0));
            }
            SelectionChange::Matching(query) => {
                let articles = self.articles();
                let hits = articles.iter().filter(|it| query.is_satisfied_by([&*it.title]));
                selected.extend(hits.map(|it| it.seq.0));
            }
            SelectionChange::Nothing => selected.clear(),
            SelectionChange::Restore { set, .. } => selected.extend(set.iter()),
            SelectionChange::Recount => (),
        }
        let set = Arc::new(selected.iter().copied().collect());
        let n_selected = selected.len();
        Answer::Selected(Selection { set, n_selected, ..Selection::default() })
    }

    fn weigh(&self, generation: dateline::domain::Generation, deed: Deed, group: &Group) -> Answer {
        let mut chosen: Vec<Seq> = match group {
            Group::All(list) => self.rows(*list),
            Group::Beside(list, side, seq) => self.beside(*list, *side, *seq),
            Group::Selected => {
                self.kept.selected.lock().unwrap().iter().copied().map(Seq).collect()
            }
        };
        let mut deed = deed;
        if let Deed::Mark { mark, value } = &mut deed {
            let is_marked = |seq: &Seq| self.headline(*seq).has(*mark);
            let wanted = value.unwrap_or(!chosen.iter().all(is_marked));
            chosen.retain(|seq| is_marked(seq) != wanted);
            *value = Some(wanted);
        }
        let n_articles = chosen.len();
        let chosen = Arc::new(chosen.iter().map(|seq| seq.0).collect());
        Answer::Weighed { generation, deed, chosen, n_articles }
    }

    /// Articles without a date, a page at a time; the key is the number of those before.
    fn problems(&self, from: ProblemsKey, limit: usize) -> Problems {
        let first = usize::try_from(from.0).unwrap();
        let articles = self.articles();
        let undated = articles.iter().filter(|it| it.date.is_none());
        let line = |it: &Headline| ProblemLine {
            path: it.path.clone(),
            id: Some(it.id),
            name: "undated",
            spoken_name: Some("undated"),
            detail: Clean::new("no date in the text or the path"),
        };
        let lines: Vec<_> = undated.clone().skip(first).take(limit).map(line).collect();
        let n_told = first + lines.len();
        let next = (n_told < undated.count()).then_some(ProblemsKey(n_told as u64));
        Problems { lines, next }
    }

    fn counts(&self) -> Counts {
        let articles = self.articles();
        let count = |is_so: fn(&Headline) -> bool| articles.iter().filter(|it| is_so(it)).count();
        Counts {
            n_articles: articles.len(),
            n_copies: 0,
            n_unread: count(|it| !it.has(Mark::Read)),
            n_starred: count(|it| it.has(Mark::Starred)),
            n_changed: count(|it| it.has(Mark::Changed)),
            n_problems: count(|it| it.date.is_none()),
        }
    }
}
