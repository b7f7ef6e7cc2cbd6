//! The questions to a library: about lists, articles and the selection.

use std::{ffi::OsString, ops::Range, path::PathBuf, sync::Arc};

use super::ProblemsKey;
use crate::{
    base::Bits,
    domain::{
        Article, ArticleId, ContextOrder, Deed, FacetKind, Generation, Listing, Period,
        SelectionChange, Seq, Side,
    },
    query::Query,
};

/// The library keeps what each list shows, so that leaving a search returns to the list as
/// it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ListName {
    #[default]
    Library,
    Results,
}

/// The articles that a deed is weighed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// All rows of a list, those out of sight included.
    All(ListName),
    /// The rows of a list above or below an article.
    Beside(ListName, Side, Seq),
    /// Those that are selected.
    Selected,
}

/// A row to look for in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seek {
    NextUnread,
    PreviousUnread,
    /// The first of a day as people type it, else the nearest before.
    Day(String),
    /// The next whose title begins with a text, else contains it.
    Title(String),
    /// The next of a source with this name, else with this in its name.
    Source(String),
    Article(ArticleId),
}

/// What to do with the row that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Move,
    Open,
    /// As `Move`, but without a message if the row is not found.
    RestorePlace,
}

/// The rows wanted of a list whose size is not known yet: a screen of them, and some above and
/// below. Without lines, no screen is shown yet, and the list is answered once, as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// Instead of the row of the article to keep.
    pub row: Option<usize>,
    /// The line of the screen that this row is to stand on.
    pub line: usize,
    pub n_lines: usize,
    pub margin: usize,
}

impl Window {
    /// The rows, in a list of `n_rows` in which the article that was to be kept stands at `kept`.
    pub fn rows(&self, kept: Option<usize>, n_rows: usize) -> Range<usize> {
        let row = self.row.or(kept).unwrap_or(0).min(n_rows.saturating_sub(1));
        let top = row.saturating_sub(self.line);
        let end = top.saturating_add(self.n_lines).saturating_add(self.margin).min(n_rows);
        top.saturating_sub(self.margin).min(end)..end
    }
}

/// What is to be counted of the articles of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TallyWanted {
    pub has_timeline: bool,
    pub facets: Vec<FacetKind>,
    /// Of each of these facets.
    pub values: FacetWanted,
}

/// The values of a facet that are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetWanted {
    /// Only values that contain this, letters large or small.
    pub contains: String,
    /// At most this many; the answer says how many there are.
    pub n_values: usize,
    /// Parts of a sparkline; without parts, none is made.
    pub n_parts: usize,
    /// Values that the query rules out by a choice of the same kind are counted, too: as if nothing of
    /// that kind had been chosen.
    pub shows_others: bool,
}

/// The lines that are wanted of words in context.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KwicWanted {
    pub order: ContextOrder,
    /// Cells for what stands before the words, and as many for what stands after.
    pub n_cells: usize,
    /// The lines that come with the answer. May change while the generation stays.
    pub lines: Range<usize>,
    /// The lines after these are counted, too, as far as [`KWIC_MOST`](super::KWIC_MOST): another
    /// answer says how many there are.
    pub counts_on: bool,
}

/// The values of a facet that what is being typed may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValuesWanted {
    pub kind: FacetKind,
    /// They contain this, letters large or small.
    pub typed: String,
    /// At most this many.
    pub n_values: usize,
}

/// Something that is asked of a library. Nothing is changed by it but the sets that the library
/// keeps for whoever asks: what each list shows, and what is selected.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Asks what a list shows. Answered twice if the first page is known before the count.
    List {
        list: ListName,
        generation: Generation,
        listing: Listing,
        /// The article under the cursor: the answer says where it stands now.
        keep: Option<ArticleId>,
        /// Rows that were listed before stay although they no longer belong (read meanwhile).
        is_refresh: bool,
        /// The rows that come with the answer.
        window: Window,
    },
    /// Reads rows of a list.
    Rows { list: ListName, generation: Generation, rows: Range<usize> },
    /// Finds a row of a list, starting next to `from`.
    Seek { list: ListName, generation: Generation, from: usize, seek: Seek, then: Then },
    /// Counts the articles of a list, over time and by what they have in common.
    Tally { list: ListName, generation: Generation, wanted: TallyWanted },
    /// Reads each place that the query of a listing finds, with the words around it: a line each.
    /// What is listed, in which order of lines and how wide, belongs to the generation; further lines
    /// are asked for with the same generation.
    Kwic { generation: Generation, listing: Listing, wanted: KwicWanted },
    /// Counts what several queries find, each by itself; by period as well, if one is given.
    Batch { generation: Generation, queries: Arc<[Query]>, by: Option<Period> },
    /// Asks what each part of a query finds, who answers it, and how long that takes.
    Explain { generation: Generation, query: Query },
    /// Reads the passages that match the query of the results.
    Snippets { generation: Generation, rows: Range<usize> },
    /// Reads how articles begin.
    Leads { wanted: Vec<(ArticleId, Seq)> },
    /// Reads an article; `highlight` is the query that led to it. If the library has no such
    /// article any more, the one that its file `path` holds now is meant.
    Article {
        generation: Generation,
        id: ArticleId,
        path: Option<PathBuf>,
        highlight: Option<Query>,
    },
    /// Finds words in an article that has been read.
    Find { generation: Generation, article: Arc<Article>, query: Query },
    /// Changes the selection within the list `list`.
    Select { list: ListName, change: SelectionChange },
    /// Asks for the effect of a deed before it is done.
    Weigh { generation: Generation, deed: Deed, group: Group },
    /// Reads what a deed takes of articles.
    Gather { deed: Deed, chosen: Arc<Bits>, limit: usize },
    /// Offers values that articles of the library have in common, as they are typed into a query.
    Values { generation: Generation, wanted: ValuesWanted },
    /// Counts the articles of each source.
    Sources { generation: Generation },
    /// Reads problems with files, at most `limit` from a given key on.
    Problems { from: ProblemsKey, limit: usize },
    /// Reads the headlines of articles, wherever they are listed.
    Headlines { ids: Vec<ArticleId> },
    /// Reads in which files an article is, at most `limit`.
    Places { id: ArticleId, limit: usize },
    /// Asks which article somebody means: by a path as it is or escaped, an id, or its beginning.
    Named { name: OsString },
    /// Counts articles, marks and problems.
    Counts,
}

/// Where a question waits for its turn. Questions of one lane are answered one after the other, in
/// their order; those of another lane do not wait for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Lists without a query, and their rows: answered at once.
    Browse,
    /// Searches.
    Search,
    /// The beginnings and passages of the rows in view: a file each.
    Passages,
    /// Articles, and words in them.
    Article,
    /// Counts of what a list shows, which follow it.
    Tally,
    /// Words in context, batches and explanations: whoever asks for them waits.
    Report,
    /// What may be a pass over the whole library while the list scrolls on.
    Pass,
}

impl Lane {
    pub const ALL: [Self; 7] = [
        Self::Browse,
        Self::Search,
        Self::Passages,
        Self::Article,
        Self::Tally,
        Self::Report,
        Self::Pass,
    ];
}

impl Question {
    pub fn lane(&self) -> Lane {
        match self {
            Self::List { listing, .. } if listing.query.is_some() => Lane::Search,
            Self::List { .. } | Self::Rows { .. } | Self::Counts => Lane::Browse,
            Self::Seek { seek, .. } => match seek {
                Seek::NextUnread | Seek::PreviousUnread => Lane::Browse,
                Seek::Day(_) | Seek::Title(_) | Seek::Source(_) | Seek::Article(_) => Lane::Pass,
            },
            Self::Snippets { .. } | Self::Leads { .. } => Lane::Passages,
            Self::Article { .. }
            | Self::Find { .. }
            | Self::Headlines { .. }
            | Self::Places { .. } => Lane::Article,
            Self::Tally { .. } | Self::Values { .. } => Lane::Tally,
            Self::Kwic { .. } | Self::Batch { .. } | Self::Explain { .. } => Lane::Report,
            Self::Select { .. }
            | Self::Weigh { .. }
            | Self::Gather { .. }
            | Self::Sources { .. }
            | Self::Problems { .. }
            | Self::Named { .. } => Lane::Pass,
        }
    }

    /// Whether nobody waits for the answer to `earlier` any more once this has been asked. Changes
    /// of what is selected are never overtaken.
    pub fn overtakes(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::List { list: later, is_refresh, listing, .. }, Self::List { list, .. }) => {
                later == list && (!is_refresh || listing.query.is_some())
            }
            (Self::Rows { list: later, .. }, Self::Rows { list, .. })
            | (Self::Tally { list: later, .. }, Self::Tally { list, .. }) => later == list,
            (Self::Seek { .. }, Self::Seek { .. }) => {
                self.lane() == Lane::Pass && earlier.lane() == Lane::Pass
            }
            (Self::Snippets { .. }, Self::Snippets { .. })
            | (Self::Leads { .. }, Self::Leads { .. })
            | (Self::Values { .. }, Self::Values { .. })
            | (Self::Article { .. }, Self::Article { .. })
            | (Self::Find { .. }, Self::Find { .. })
            | (Self::Kwic { .. }, Self::Kwic { .. })
            | (Self::Batch { .. }, Self::Batch { .. })
            | (Self::Explain { .. }, Self::Explain { .. }) => true,
            _ => false,
        }
    }

    /// Whether what is being done for it is to stop once it has been overtaken: it may take long.
    pub fn may_be_stopped(&self) -> bool {
        match self.lane() {
            Lane::Search | Lane::Tally | Lane::Report => true,
            Lane::Pass => matches!(self, Self::Seek { .. }),
            Lane::Browse | Lane::Passages | Lane::Article => false,
        }
    }

    /// The list that it speaks of, if the one who asked waits for nothing else of it.
    pub fn list(&self) -> Option<(ListName, Generation)> {
        match self {
            Self::List { list, generation, .. } | Self::Rows { list, generation, .. } => {
                Some((*list, *generation))
            }
            _ => None,
        }
    }
}
