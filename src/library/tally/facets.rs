//! The values that articles have in common, with their numbers and how these run over time.

use super::{ByClass, Counted, Counting, gather};
use crate::{
    base::{Bits, Clean},
    domain::{
        ArticleLanguage, Facet, FacetKind, FacetValue, LENGTHS, Mark, Period, State, bulk,
        written_length,
    },
    library::{Cancel, LibraryError, mark_bits::MarkBits, question::FacetWanted},
};

/// A value, its class, and its numbers.
struct Found {
    value: Clean,
    class: usize,
    n_hits: usize,
    n_unread: usize,
}

impl Counting {
    /// The values of a kind that some of the articles have.
    ///
    /// # Errors
    /// If `cancel` was cancelled.
    pub(in crate::library) fn facet(
        &self,
        kind: FacetKind,
        counted: &Counted,
        marks: &MarkBits,
        wanted: &FacetWanted,
        cancel: &Cancel,
    ) -> Result<Facet, LibraryError> {
        let mut found = match kind {
            FacetKind::Source => self.sources(&self.by_source(counted, cancel)?),
            FacetKind::Folder => self.folders(&self.by_folder(counted, cancel)?),
            FacetKind::Year => self.periods(Period::Year, counted, cancel)?,
            FacetKind::Month => self.periods(Period::Month, counted, cancel)?,
            FacetKind::Language => self.languages(counted, cancel)?,
            FacetKind::State => self.states(counted, marks),
            FacetKind::Length => lengths(&self.by_length(counted, cancel)?),
        };
        let filter = wanted.contains.to_lowercase();
        found.retain(|it| {
            let is_meant = || {
                let said = kind.said_value(&it.value);
                [&it.value, &said].iter().any(|text| text.to_lowercase().contains(&filter))
            };
            0 < it.n_hits && (filter.is_empty() || is_meant())
        });
        if matches!(kind, FacetKind::Source | FacetKind::Folder | FacetKind::Language) {
            found.sort_by(|one, two| {
                two.n_hits.cmp(&one.n_hits).then_with(|| one.value.as_str().cmp(two.value.as_str()))
            });
        }
        let n_values = found.len();
        found.truncate(wanted.n_values);
        let sparklines = self.sparklines(kind, &found, counted, (marks, wanted.n_parts), cancel)?;
        let values = found.into_iter().zip(sparklines).map(|(found, sparkline)| {
            let Found { value, n_hits, n_unread, .. } = found;
            FacetValue { value, n_hits, n_unread, sparkline }
        });
        Ok(Facet { kind, values: values.collect(), n_values })
    }

    fn sources(&self, numbers: &ByClass) -> Vec<Found> {
        let names = &self.snapshot.state().sources.names;
        names.iter().enumerate().map(|(class, name)| found(name.clone(), class, numbers)).collect()
    }

    fn folders(&self, numbers: &ByClass) -> Vec<Found> {
        let state = self.snapshot.state();
        let folders = (1..state.folders.len()).filter(|folder| 0 < numbers.of(*folder).0);
        let path = |folder: usize| {
            let path = state.folder_path(u32::try_from(folder).unwrap_or(0));
            Clean::new(&format!("{}/", path.to_string_lossy()))
        };
        folders.map(|folder| found(path(folder), folder, numbers)).collect()
    }

    /// Newest first, the undated last. The class is the place of the first day.
    fn periods(
        &self,
        period: Period,
        counted: &Counted,
        cancel: &Cancel,
    ) -> Result<Vec<Found>, LibraryError> {
        let timeline = self.timeline(counted, cancel)?;
        let bars = timeline.span().into_iter().flat_map(|span| timeline.bars(period, span));
        let mut periods: Vec<Found> = bars
            .map(|bar| Found {
                value: Clean::new(&period.written(bar.start)),
                class: usize::try_from(period.number(bar.start)).unwrap_or(0),
                n_hits: bar.amount.n_hits as usize,
                n_unread: bar.amount.n_unread as usize,
            })
            .collect();
        periods.reverse();
        periods.push(Found {
            value: FacetKind::none(),
            class: usize::MAX,
            n_hits: timeline.undated.n_hits as usize,
            n_unread: timeline.undated.n_unread as usize,
        });
        Ok(periods)
    }

    fn languages(&self, counted: &Counted, cancel: &Cancel) -> Result<Vec<Found>, LibraryError> {
        let n_languages = ArticleLanguage::N;
        let of = |row: usize| usize::from(self.columns.languages[row]);
        let numbers = ByClass {
            hits: gather(&counted.hits, n_languages, &of, cancel)?,
            unread: gather(&counted.unread, n_languages, &of, cancel)?,
        };
        let value = |class: usize| {
            let number = u8::try_from(class).ok().and_then(ArticleLanguage::from_number);
            let code = number.and_then(ArticleLanguage::code);
            code.map_or_else(FacetKind::none, Clean::from)
        };
        let classes = 0..n_languages;
        Ok(classes.map(|class| found(value(class), class, &numbers)).collect())
    }

    fn states(&self, counted: &Counted, marks: &MarkBits) -> Vec<Found> {
        let states = State::ALL.into_iter().enumerate();
        states
            .map(|(class, state)| {
                let of_state = self.of_state(state, &counted.hits, marks);
                Found {
                    value: state.name().into(),
                    class,
                    n_hits: of_state.count(),
                    n_unread: of_state.count_common(&counted.unread),
                }
            })
            .collect()
    }

    /// The articles of `rows` in a state.
    fn of_state(&self, state: State, rows: &Bits, marks: &MarkBits) -> Bits {
        let mut of_state = rows.clone();
        match state {
            State::Unread => of_state.remove(marks.of(Mark::Read)),
            State::Read => of_state.keep(marks.of(Mark::Read)),
            State::Starred => of_state.keep(marks.of(Mark::Starred)),
            State::Changed => of_state.keep(marks.of(Mark::Changed)),
            State::Undated => {
                let ranks = self.snapshot.ranks();
                let undated = &ranks[super::dated(&self.snapshot).len()..];
                of_state.keep(&undated.iter().map(|rank| rank.seq().0).collect());
            }
            State::Copy => {
                let copies = &self.snapshot.state().copies;
                of_state.keep(&copies.iter().map(|copy| copy.article).collect());
            }
            State::Damaged => of_state.keep(&self.columns.damaged),
        }
        of_state
    }

    /// Of each value that was found, its hits in `n_parts` equal parts of the time of most hits.
    fn sparklines(
        &self,
        kind: FacetKind,
        found: &[Found],
        counted: &Counted,
        (marks, n_parts): (&MarkBits, usize),
        cancel: &Cancel,
    ) -> Result<Vec<Vec<u32>>, LibraryError> {
        let Some(parts) = self.parts(counted, n_parts, cancel)? else {
            return Ok(vec![Vec::new(); found.len()]);
        };
        let part_of = |row: usize| parts.of(self.columns.days[row]);
        if kind == FacetKind::State {
            let of_state = |it: &Found| {
                let state = State::ALL.get(it.class).copied().unwrap_or(State::Unread);
                let rows = self.of_state(state, &counted.hits, marks);
                gather(&rows, n_parts, &part_of, cancel)
            };
            return found.iter().map(of_state).collect();
        }
        let class_of = |row: usize| match kind {
            FacetKind::Source => self.columns.sources[row] as usize,
            FacetKind::Folder => self.columns.folders[row] as usize,
            FacetKind::Language => usize::from(self.columns.languages[row]),
            FacetKind::Length => self.length_of(row),
            FacetKind::Year | FacetKind::Month | FacetKind::State => 0,
        };
        let n_classes = match kind {
            FacetKind::Source => self.snapshot.state().sources.names.len(),
            FacetKind::Folder => self.snapshot.state().folders.len(),
            FacetKind::Language => ArticleLanguage::N,
            FacetKind::Length => LENGTHS.len(),
            // They are times themselves.
            FacetKind::Year | FacetKind::Month | FacetKind::State => {
                return Ok(vec![Vec::new(); found.len()]);
            }
        };
        let cell = |row: usize| {
            let part = part_of(row);
            if part < n_parts { class_of(row) * n_parts + part } else { usize::MAX }
        };
        let hits = gather(&counted.hits, n_classes * n_parts, &cell, cancel)?;
        let mut cells = ByClass { hits, unread: Vec::new() };
        if kind == FacetKind::Folder {
            self.roll_up(&mut cells.hits, n_parts);
        }
        self.each_copied(counted, &mut cells, |rows, own| {
            let part = part_of(own);
            let further = self.further(kind, rows, own).into_iter().filter(|_| part < n_parts);
            further.map(|class| class * n_parts + part).collect()
        });
        let line = |it: &Found| {
            let start = it.class * n_parts;
            cells.hits.get(start..start + n_parts).unwrap_or_default().to_vec()
        };
        Ok(found.iter().map(line).collect())
    }

    /// Equal parts of the time of most hits, as [`bulk`] has it; `None` if there are no parts or no hit has a date.
    fn parts(
        &self,
        counted: &Counted,
        n_parts: usize,
        cancel: &Cancel,
    ) -> Result<Option<Parts>, LibraryError> {
        let Some(days) = self.days.filter(|_| 0 < n_parts) else { return Ok(None) };
        let by_day = self.by_day(counted, cancel)?.hits;
        let last = i32::try_from(by_day.len()).unwrap_or(i32::MAX);
        let of_day = |day: i32| usize::try_from(day).ok().and_then(|at| by_day.get(at)).copied();
        let bulk = bulk((0..last).map(|day| (day, of_day(day).unwrap_or(0))));
        let number = |day: i32| u32::try_from(day).unwrap_or(0);
        Ok(bulk.map(|(first, last)| Parts {
            first: days.first + number(first),
            n_days: number(last - first) as usize + 1,
            n: n_parts,
        }))
    }
}

/// A run of days in equal parts.
struct Parts {
    first: u32,
    n_days: usize,
    n: usize,
}

impl Parts {
    /// The part of a day; beyond the last one for undated articles.
    fn of(&self, day: u32) -> usize {
        let at = day.wrapping_sub(self.first) as usize;
        if at < self.n_days { at * self.n / self.n_days } else { usize::MAX }
    }
}

fn lengths(numbers: &ByClass) -> Vec<Found> {
    let classes = 0..LENGTHS.len();
    classes.map(|class| found(Clean::new(&written_length(class)), class, numbers)).collect()
}

fn found(value: Clean, class: usize, numbers: &ByClass) -> Found {
    let (n_hits, n_unread) = numbers.of(class);
    Found { value, class, n_hits, n_unread }
}
