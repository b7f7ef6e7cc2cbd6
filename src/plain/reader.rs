//! What is read, and the answer to each line. Writes nothing: an answer is lines.

use std::{ops::Range, path::PathBuf, sync::Arc};

use super::{
    commands::{Act, COMMANDS, Sort, parse},
    page::Page,
    sentence,
    store::{MarkResult, Store},
};
use crate::{
    base::{Clean, paths::escaped, wording},
    config::Config,
    domain::{
        Article, ArticleId, ContextOrder, Deed, Generation, Headline, Listing, Mark, Order,
        Position, Targets, View, narrowing,
    },
    host,
    library::{Client, LibraryError, ProblemLine, ProblemsKey},
};

/// Lines to say, or why there is nothing to say.
pub(super) type Answer = Result<Vec<Clean>, String>;

/// What comes after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    Listen,
    Leave,
}

/// The message if no details are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GoingOn {
    List,
    Article,
    /// Steps of the history told so far.
    History(usize),
    Context(InContext),
    /// Problems said so far, and where the next ones begin; `None` after the last.
    Problems(usize, Option<ProblemsKey>),
}

/// Where words in context go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct InContext {
    pub(super) order: ContextOrder,
    pub(super) n_said: usize,
    pub(super) generation: Generation,
}

/// How marks were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    Done,
    Undone,
    Redone,
}

/// Somebody who reads.
pub(super) struct Reader {
    /// The current list; its numbers stay until another one is asked for.
    pub(super) library: Client,
    directory: Directory,
    pub(super) store: Store,
    pub(super) config: Config,
    /// The rows that were said last.
    pub(super) said: Range<usize>,
    /// The row opened last, or the place where what was said last begins: from here the nearest
    /// unread article is sought.
    pub(super) place: Range<usize>,
    pub(super) article: Option<OpenArticle>,
    pub(super) going_on: GoingOn,
    /// Somebody was asked whether this many articles are meant.
    is_asked: bool,
    last: Vec<Clean>,
    /// The background work, in a sentence.
    pub(super) doing: Option<String>,
}

/// The directory of the articles.
pub(super) struct Directory {
    pub(super) name: Clean,
    pub(super) path: PathBuf,
}

/// The article that is being read.
pub(super) struct OpenArticle {
    pub(super) headline: Headline,
    pub(super) article: Arc<Article>,
    /// Its row in the list; `None` if another list does not hold it.
    pub(super) row: Option<usize>,
    /// Where what was said last begins, and where it goes on.
    pub(super) from: Position,
    pub(super) next: Position,
}

impl Reader {
    /// # Errors
    /// If nothing can be listed.
    pub(super) fn new(
        mut library: Client,
        directory: Directory,
        store: Store,
        config: Config,
    ) -> Result<Self, LibraryError> {
        library.list(&Listing::default(), None)?;
        Ok(Self {
            library,
            directory,
            store,
            config,
            said: 0..0,
            place: 0..0,
            article: None,
            going_on: GoingOn::List,
            is_asked: false,
            last: Vec::new(),
            doing: None,
        })
    }

    /// The first lines printed.
    pub(super) fn greeting(&self) -> Vec<Clean> {
        let counted = self.library_line().unwrap_or_else(|why| sentence(&why));
        lines([counted, wording!("plain-greeting").to_owned()])
    }

    /// Opens the article that the command line names, if there is one in that file.
    pub(super) fn begin_at(
        &mut self,
        article: Result<ArticleId, LibraryError>,
        page: Page,
    ) -> Vec<Clean> {
        let answer = article.map_err(|error| error.to_string());
        let answer = answer.and_then(|id| self.open_id(id, page));
        let answer = answer.unwrap_or_else(|why| lines([sentence(&why)]));
        self.last.clone_from(&answer);
        answer
    }

    /// Answers a line. `doing` is the background work.
    pub(super) fn answer(
        &mut self,
        line: &str,
        page: Page,
        doing: Option<String>,
    ) -> (Vec<Clean>, After) {
        // What another instance marked is seen with the next line that works.
        let followed = self.store.follow();
        self.doing = doing;
        let act = match parse(line) {
            Ok(Act::Quit) => return (Vec::new(), After::Leave),
            Ok(Act::Again) => return (self.last.clone(), After::Listen),
            Ok(act) => {
                self.is_asked &= act == Act::MarkAll;
                followed.and_then(|()| self.act(act, page))
            }
            Err(why) => Err(why),
        };
        let answer = act.unwrap_or_else(|why| lines([sentence(&why)]));
        self.last.clone_from(&answer);
        (answer, After::Listen)
    }

    fn act(&mut self, act: Act, page: Page) -> Answer {
        match act {
            Act::List(number) => self.list_anew(number, page),
            Act::More => match self.going_on {
                GoingOn::Article => self.read_on(page),
                GoingOn::List => self.list_on(page),
                GoingOn::History(n_told) => self.history(n_told, page),
                GoingOn::Context(on) => self.context_on(on, page),
                GoingOn::Problems(n_said, Some(next)) => self.problems(n_said, next, page),
                GoingOn::Problems(_, None) => {
                    self.going_on = GoingOn::List;
                    Ok(lines([wording!("plain-last-problem").to_owned()]))
                }
            },
            Act::Earlier if self.going_on == GoingOn::Article => self.read_back(page),
            Act::Earlier => self.list_back(page),
            Act::Open(Some(number)) => self.open_number(number, page),
            Act::Open(None) => Err(wording!("plain-open-which").to_owned()),
            Act::Next => self.open_unread(true, page),
            Act::Previous => self.open_unread(false, page),
            Act::Paragraph(number) => self.read_from(number, page),
            Act::Mark(number) => self.toggle(Mark::Read, number),
            Act::Star(number) => self.toggle(Mark::Starred, number),
            Act::MarkAll => self.mark_all(),
            Act::Undo => {
                let kept = self.store.undo();
                self.told(kept, Course::Undone, wording!("nothing-to-undo"))
            }
            Act::Redo => {
                let kept = self.store.redo();
                self.told(kept, Course::Redone, wording!("nothing-to-redo"))
            }
            Act::History(None) => self.history(0, page),
            Act::History(Some(number)) => self.list_step(number, page),
            Act::Search(words) => self.search(&words, page),
            Act::Filter(words) => self.filter(&words, page),
            Act::View(view) => {
                let now = self.library.shown().listing.clone();
                // All of them are not only those that were searched for.
                let query = now.query.filter(|_| view != View::All);
                self.list(&Listing { view, query, ..now }, page)
            }
            Act::Sort(sort) => self.sort(sort, page),
            Act::Browse(number) => {
                let address = self.address(number)?;
                let opened = host::open(&address).map_err(|error| error.to_string())?;
                Ok(lines([wording!("plain-url-opened", url = opened)]))
            }
            Act::Address(number) => Ok(vec![self.address(number)?]),
            Act::Back => self.back(page),
            Act::Status => self.status(),
            Act::Problems => self.problems(0, ProblemsKey::default(), page),
            Act::Timeline(period) => self.timeline(period, page),
            Act::Facets(kind) => self.facets(kind, page),
            Act::Context(order) => self.context(order, page),
            Act::Explain => self.explain(),
            Act::Batch(path) => self.batch(&path),
            Act::Help => Ok(help()),
            // Answered before.
            Act::Again | Act::Quit => Ok(Vec::new()),
        }
    }

    fn search(&mut self, words: &str, page: Page) -> Answer {
        if words.is_empty() {
            if self.library.shown().listing.query.is_none() {
                return Err(wording!("plain-search-what").to_owned());
            }
            let listing = Listing { query: None, ..self.library.shown().listing.clone() };
            return self.list(&listing, page);
        }
        let query = self.config.vocabulary().strict(words);
        let query =
            query.map_err(|error| wording!("plain-not-searched", why = error.to_string()))?;
        let now = self.library.shown().listing.clone();
        let listing = Listing { query: Some(query), ..now };
        self.list(&listing, page)
    }

    /// Lists only those of the listed articles that match.
    fn filter(&mut self, words: &str, page: Page) -> Answer {
        let now = self.library.shown().listing.query.as_ref();
        let text = now.map_or_else(String::new, ToString::to_string);
        self.search(&narrowing::with(&text, words), page)
    }

    fn sort(&mut self, sort: Sort, page: Page) -> Answer {
        let now = self.library.shown().listing.clone();
        if sort == Sort::By(Order::Relevance) && now.query.is_none() {
            return Err(wording!("list-no-best-match").to_owned());
        }
        // What the query says of the order goes.
        let now = match (now.as_asked(), &now.query) {
            (Ok(asked), Some(query)) if query.showing().sort.is_some() => {
                let text = narrowing::unsorted(&query.to_string());
                let query = query.vocabulary().strict(&text).ok();
                Listing { query, ..asked }
            }
            _ => now,
        };
        let listing = match sort {
            Sort::By(order) => Listing { order, ..now },
            Sort::Reverse => Listing { is_reversed: !now.is_reversed, ..now },
        };
        self.list(&listing, page)
    }

    /// Marks the open article or that of a number, or takes the mark from it.
    fn toggle(&mut self, mark: Mark, number: Option<usize>) -> Answer {
        let headline = self.meant(number)?;
        let value = !headline.has(mark);
        let kept = self.store.mark(mark, value, Targets::These(vec![headline.id]));
        self.told(kept, Course::Done, &wording!("plain-already", mark = mark.said(value)))
    }

    /// Marks the list read: at once where it is short, else when it is asked for again.
    fn mark_all(&mut self) -> Answer {
        let n_articles = self.library.shown().n_rows;
        if self.config.list.ask_above < n_articles && !std::mem::replace(&mut self.is_asked, true) {
            return Ok(lines([wording!("plain-mark-all-again", n = n_articles)]));
        }
        self.is_asked = false;
        let deed = Deed::Mark { mark: Mark::Read, value: Some(true) };
        let unread = self.library.weigh(deed).map_err(|error| error.to_string())?;
        let kept = self.store.mark(Mark::Read, true, Targets::Set(unread));
        self.told(kept, Course::Done, wording!("plain-all-already"))
    }

    /// Says what a change of marks did.
    fn told(&self, kept: MarkResult, course: Course, nothing: &str) -> Answer {
        let Some(applied) = kept.map_err(|why| wording!("not-marked", why = why))? else {
            return Err(nothing.to_owned());
        };
        let what = match applied.ids.as_slice() {
            [id] => match self.library.headline(*id) {
                Ok(headline) => sentence(&headline.title),
                Err(_) => wording!("plain-elsewhere").to_owned(),
            },
            ids => sentence(&wording!("n-articles", n = ids.len())),
        };
        let mark = applied.mark.said(applied.value);
        Ok(lines([match course {
            Course::Done => wording!("plain-done", mark = mark, what = what),
            Course::Undone => wording!("plain-undone", mark = mark, what = what),
            Course::Redone => wording!("plain-redone", mark = mark, what = what),
        }]))
    }

    fn address(&mut self, number: Option<usize>) -> Result<Clean, String> {
        self.meant(number)?.url.ok_or_else(|| wording!("list-no-address").to_owned())
    }

    /// The headline of a number, else of the open article, as it is now.
    fn meant(&mut self, number: Option<usize>) -> Result<Headline, String> {
        match (number, &self.article) {
            (Some(number), _) => self.headline(number),
            (None, Some(open)) => {
                self.library.headline(open.headline.id).map_err(|error| error.to_string())
            }
            (None, None) => Err(wording!("plain-number-too").to_owned()),
        }
    }

    fn back(&mut self, page: Page) -> Answer {
        if let Some(open) = self.article.take() {
            let row = open.row.unwrap_or(self.said.start);
            let start = if self.said.contains(&row) { self.said.start } else { row };
            let answer = self.list_from(start, page);
            self.place = row..row + 1;
            return answer;
        }
        if self.library.shown().listing.query.is_some() {
            return self.search("", page);
        }
        self.list_from(self.said.start, page)
    }

    fn status(&self) -> Answer {
        let listed = self.described();
        let open = match &self.article {
            Some(open) => {
                let title = sentence(&open.headline.title);
                match open.row {
                    Some(row) => wording!("plain-open-number", number = row + 1, title = title),
                    None => wording!("plain-open", title = title),
                }
            }
            None => wording!("plain-none-open").to_owned(),
        };
        let directory = wording!("plain-directory", path = self.directory.path.display());
        let listed = wording!("plain-listed", listed = listed, n = self.library.shown().n_rows);
        let said = [self.library_line()?, directory, listed, open];
        Ok(lines(said.into_iter().chain(self.doing.clone())))
    }

    fn library_line(&self) -> Result<String, String> {
        let counts = self.library.counts().map_err(|error| error.to_string())?;
        let mut parts =
            vec![counts.said_articles(), wording!("plain-n-unread", n = counts.n_unread)];
        if 0 < counts.n_starred {
            parts.push(wording!("plain-n-starred", n = counts.n_starred));
        }
        if 0 < counts.n_changed {
            parts.push(wording!("n-changed", n = counts.n_changed));
        }
        if 0 < counts.n_problems {
            parts.push(wording!("status-problems", n = counts.n_problems));
        }
        let name = &self.directory.name;
        Ok(wording!("plain-library", name = name, counts = parts.join(", ")))
    }

    fn problems(&mut self, n_said: usize, from: ProblemsKey, page: Page) -> Answer {
        let problems = self.library.problems(from, page.n_lines);
        let problems = problems.map_err(|error| error.to_string())?;
        let text = |line: ProblemLine| {
            let (path, detail) = (escaped(&line.path), line.detail);
            match line.spoken_name {
                Some(name) => format!("{path}: {name}: {detail}"),
                None => format!("{path}: {detail}"),
            }
        };
        let mut texts: Vec<String> = problems.lines.into_iter().map(text).collect();
        if texts.is_empty() {
            self.going_on = GoingOn::List;
            return Ok(lines([wording!("plain-no-problem").to_owned()]));
        }
        let last = n_said + texts.len();
        self.going_on = GoingOn::Problems(last, problems.next);
        let here = if texts.len() == 1 {
            wording!("plain-one-problem", number = last)
        } else {
            wording!("plain-problems", first = n_said + 1, last = last)
        };
        texts.push(if problems.next.is_some() {
            wording!("plain-then-more", here = here)
        } else {
            wording!("plain-then-end", here = here)
        });
        Ok(lines(texts))
    }
}

/// All commands, a line each.
fn help() -> Vec<Clean> {
    let commands = COMMANDS.iter().map(|it| format!("{}: {}.", it.usage(), it.spoken_doc()));
    lines(commands.chain([wording!("plain-n-commands", n = COMMANDS.len())]))
}

/// Texts as lines that may be written.
pub(super) fn lines(texts: impl IntoIterator<Item = String>) -> Vec<Clean> {
    texts.into_iter().map(|text| Clean::new(&text)).collect()
}
