//! Real libraries for the scripts: files that are read and indexed once, and opened with marks of
//! their own by every script that asks for the same ones.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock, Mutex, mpsc},
};

use dateline::{
    base::Clean,
    domain::{ArticleId, Extent, Headline, Mark, MarkChange},
    library::{
        self, Backend, Cancel, Client, Keeper, KeeperSettings, Local, Looking, OwnFolders, Polling,
        Question, ReadingSettings,
    },
    marks::{MarkBook, MarksFile, Memory, Shelf},
    runtime::{Asker, Marking, MarkingRequest, Told},
    session::{Answer, LibraryStatus, Message, OpenedArticle},
};
use tempfile::TempDir;

/// What the files of a library hold, and which marks their articles carry at the start.
#[derive(Clone)]
pub(super) struct Articles {
    /// Their number is that of the file; what they say of words and ids is not looked at.
    pub headlines: Vec<Headline>,
    /// The text of every article; `{}` stands for its number.
    pub paragraphs: Vec<Clean>,
    /// Further paragraphs of single articles, by their number.
    further: Vec<(u32, &'static str)>,
    /// Files that are empty.
    pub empty: Vec<String>,
    /// What lists say of themselves, if that is something else than the library does.
    pub extent: Option<Extent>,
}

impl Articles {
    pub(super) fn new(headlines: Vec<Headline>) -> Self {
        let paragraphs = ["First paragraph.", "Second paragraph."].map(Clean::new).to_vec();
        let (further, empty) = (Vec::new(), Vec::new());
        Self { headlines, paragraphs, further, empty, extent: None }
    }

    /// With another paragraph in one of them.
    pub(super) fn saying(mut self, number: u32, text: &'static str) -> Self {
        self.further.push((number, text));
        self
    }

    /// With a beginning of its own in each.
    pub(super) fn beginning(mut self) -> Self {
        self.paragraphs.insert(0, Clean::new("Article {} begins like this."));
        self
    }

    /// The same articles, with none of them read.
    pub(super) fn unread(mut self) -> Self {
        self.headlines.iter_mut().for_each(|it| it.marks.set(Mark::Read, false));
        self
    }

    fn write(&self, folder: &Path) {
        for it in &self.headlines {
            fs::write(folder.join(format!("{:05}.txt", it.seq.0)), self.text(it)).unwrap();
        }
        for name in &self.empty {
            fs::write(folder.join(name), "").unwrap();
        }
    }

    /// Title, date, address, and a paragraph a line.
    fn text(&self, headline: &Headline) -> String {
        let date = headline.date.map(|date| date.format("%Y%m%d").to_string());
        let url = headline.url.as_ref().map(Clean::as_str);
        let head = [&*headline.title, &date.unwrap_or_default(), url.unwrap_or_default()];
        let further = self.further.iter().filter(|(number, _)| *number == headline.seq.0);
        let text = self.paragraphs.iter().map(|text| &**text).chain(further.map(|(_, text)| *text));
        let number = headline.seq.0.to_string();
        let text = text.map(|text| text.replace("{}", &number));
        head.map(str::to_owned).into_iter().chain(text).map(|line| line + "\n").collect()
    }

    fn key(&self) -> String {
        let marks = |it: &Headline| {
            format!("{} {} {}\n", it.seq.0, it.has(Mark::Read), it.has(Mark::Starred))
        };
        let articles = self.headlines.iter().map(|it| marks(it) + &self.text(it));
        articles.chain(self.empty.iter().cloned()).collect()
    }
}

/// A folder with the articles, a cache that knows them, and a database with their marks.
struct Made {
    home: PathBuf,
    /// Goes with it, if nobody else opens the same.
    _alone: Option<TempDir>,
}

/// What has been made for all scripts of this process.
static MADE: LazyLock<Mutex<HashMap<String, Arc<Made>>>> = LazyLock::new(|| {
    // What processes that have ended left behind.
    for left in fs::read_dir(scratch()).into_iter().flatten().flatten() {
        let name = left.file_name().into_string().unwrap_or_default();
        let pid = name.strip_prefix(PREFIX);
        if pid.is_some_and(|pid| !Path::new("/proc").join(pid).exists()) {
            // Another process may be doing the same.
            let _ = fs::remove_dir_all(left.path());
        }
    }
    Mutex::default()
});

/// Of the folders of a process, before its number.
const PREFIX: &str = "dateline-scripts-";

/// Where files are written: in memory if the system has a place for that, since every mark waits
/// for the disk.
fn scratch() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}

pub(super) fn scratch_folder() -> TempDir {
    tempfile::tempdir_in(scratch()).unwrap()
}

impl Made {
    fn shared(articles: &Articles) -> Arc<Self> {
        let mut made = MADE.lock().unwrap();
        let n_made = made.len();
        let new = || {
            let all = format!("{PREFIX}{}", std::process::id());
            let home = scratch().join(all).join(n_made.to_string());
            fs::create_dir_all(&home).unwrap();
            Arc::new(Self::make(articles, home, None))
        };
        Arc::clone(made.entry(articles.key()).or_insert_with(new))
    }

    fn alone(articles: &Articles) -> Arc<Self> {
        let folder = scratch_folder();
        Arc::new(Self::make(articles, folder.path().to_owned(), Some(folder)))
    }

    fn make(articles: &Articles, home: PathBuf, alone: Option<TempDir>) -> Self {
        let made = Self { home, _alone: alone };
        fs::create_dir(made.news()).unwrap();
        articles.write(&made.news());
        let own_folders = made.own_folders(&made.home.join("data"));
        let library = made.read(&own_folders, Looking::EveryFile);
        // Marked from elsewhere: the history of this library begins with what its script does.
        let mut marks = MarksFile::of(&own_folders, Path::new("/elsewhere")).open().unwrap().marks;
        let known = headlines(&mut Client::new(Arc::new(Local::new(&library)), Cancel::never()));
        for mark in [Mark::Read, Mark::Starred] {
            let is_marked = |number: u32| {
                articles.headlines.iter().any(|it| it.seq.0 == number && it.has(mark))
            };
            let ids = known.iter().filter(|it| is_marked(number(it))).map(|it| it.id).collect();
            marks.apply(&MarkChange { mark, value: true, ids }).unwrap();
        }
        // That marks are shared has been said.
        let ids: Vec<ArticleId> = known.iter().map(|it| it.id).collect();
        MarkBook::open(&own_folders, library).shows_shared(&ids);
        made
    }

    fn news(&self) -> PathBuf {
        self.home.join("News")
    }

    fn own_folders(&self, data: &Path) -> OwnFolders {
        OwnFolders {
            cache: self.home.join("cache"),
            data: data.to_owned(),
            ..OwnFolders::default()
        }
    }

    fn read(&self, own_folders: &OwnFolders, looking: Looking) -> library::Library {
        let (library, keeper, _) =
            Keeper::open(&self.news(), own_folders, ReadingSettings::default(), settings())
                .unwrap();
        let (_sender, inbox) = mpsc::channel();
        keeper.look_once(looking, &inbox, &mut |_| ());
        library
    }
}

fn settings() -> KeeperSettings {
    KeeperSettings {
        index_memory_bytes: 30 << 20,
        watches: false,
        indexes: true,
        polling: Polling::default(),
        change_unreads: false,
        limits: library::Limits::default(),
    }
}

/// The number of an article's file.
pub(super) fn number(headline: &Headline) -> u32 {
    headline.path.file_stem().unwrap().to_str().unwrap().parse().unwrap()
}

fn headlines(client: &mut Client) -> Vec<Headline> {
    client.list(&dateline::domain::Listing::default(), None).unwrap();
    client.rows(0..usize::MAX).unwrap()
}

/// A library that answers, and keeps marks.
pub(super) struct Library {
    asker: Asker,
    /// Answers what tests want to know; what lists show is not touched by it.
    aside: Arc<dyn Backend>,
    marking: Box<dyn FnMut(Vec<MarkingRequest>) -> Vec<Told>>,
    pub extent: Option<Extent>,
    rescan: Box<dyn Fn(&Articles)>,
    news: PathBuf,
    _data: TempDir,
}

impl Library {
    /// Opens the articles, as any script does.
    pub(super) fn open(articles: &Articles) -> Self {
        Self::of(Made::shared(articles), articles.extent)
    }

    /// Opens the articles in a folder of their own, to which others may be added.
    pub(super) fn open_alone(articles: &Articles) -> Self {
        Self::of(Made::alone(articles), articles.extent)
    }

    fn of(made: Arc<Made>, extent: Option<Extent>) -> Self {
        let data = scratch_folder();
        for file in fs::read_dir(made.home.join("data")).unwrap().flatten() {
            fs::copy(file.path(), data.path().join(file.file_name())).unwrap();
        }
        let own_folders = made.own_folders(data.path());
        let library = made.read(&own_folders, Looking::Folders);
        let (backend, aside) = (Arc::new(Local::new(&library)), Arc::new(Local::new(&library)));
        let mut opened = Self::over(backend, aside, library.clone(), (own_folders.clone(), data));
        opened.extent = extent;
        opened.rescan = Box::new(move |more: &Articles| {
            more.write(&made.news());
            let keeper = Keeper::again(&library, &own_folders, settings()).unwrap();
            let (_sender, inbox) = mpsc::channel();
            keeper.run_once(&inbox, &mut |_| ());
        });
        opened
    }

    /// Asks a backend, and keeps marks in `data`. `aside` answers what tests want to know.
    pub(super) fn over(
        backend: Arc<dyn Backend>,
        aside: Arc<dyn Backend>,
        shelf: impl Shelf + Clone + 'static,
        (own_folders, data): (OwnFolders, TempDir),
    ) -> Self {
        let news = shelf.path().to_owned();
        let memory = Memory::of(&own_folders, &news);
        let asker = Asker::new(Arc::clone(&backend), memory);
        let mut marking = Marking::new(shelf, backend, own_folders);
        Self {
            asker,
            aside,
            marking: Box::new(move |requests| marking.take(requests)),
            extent: None,
            rescan: Box::new(|_| panic!("no articles can be added")),
            news,
            _data: data,
        }
    }

    pub(super) fn ask(&mut self, question: &Question) -> Vec<Message> {
        let (mut messages, extent) = (Vec::new(), self.extent);
        let send = |mut message: Message| {
            if let (Message::Answer(Answer::List(list)), Some(extent)) = (&mut message, extent) {
                list.extent = extent;
            }
            messages.push(message);
        };
        self.asker.ask(question, &Cancel::never(), |_| (), send);
        messages
    }

    pub(super) fn mark(&mut self, request: MarkingRequest) -> Vec<Message> {
        let told = (self.marking)(vec![request]);
        let message = |told| match told {
            Told::Message(message) => message,
            Told::Counts => Message::Status(self.status()),
            Told::Stands(text) | Told::Lifted(text) => panic!("{text}"),
        };
        told.into_iter().map(message).collect()
    }

    /// Writes further articles, and reads them.
    pub(super) fn add(&mut self, headlines: impl IntoIterator<Item = Headline>) {
        (self.rescan)(&Articles::new(headlines.into_iter().collect()));
    }

    /// Writes a file, which is read when articles are added.
    pub(super) fn write(&self, name: &str, text: &str) {
        fs::write(self.news.join(name), text).unwrap();
    }

    /// Removes a file, which is noticed when articles are added.
    pub(super) fn remove(&self, name: &str) {
        fs::remove_file(self.news.join(name)).unwrap();
    }

    /// Answers apart from what lists show.
    pub(super) fn aside(&self) -> Arc<dyn Backend> {
        Arc::clone(&self.aside)
    }

    fn client(&self) -> Client {
        Client::new(Arc::clone(&self.aside), Cancel::never())
    }

    pub(super) fn status(&self) -> LibraryStatus {
        let counts = self.client().counts().unwrap();
        LibraryStatus {
            name: Clean::new("News"),
            n_articles: counts.n_articles,
            n_unread: counts.n_unread,
            n_starred: counts.n_starred,
            n_changed: counts.n_changed,
            n_problems: counts.n_problems,
            ..LibraryStatus::default()
        }
    }

    /// An article as it is opened.
    pub(super) fn opened(&self, id: ArticleId) -> OpenedArticle {
        self.client().article(id, None).unwrap()
    }

    /// All articles as they are now, by the number of their file.
    pub(super) fn headlines(&self) -> Vec<Headline> {
        let mut all = headlines(&mut self.client());
        all.sort_by_key(number);
        all
    }

    /// The numbers of those that are so.
    pub(super) fn numbers(&self, is_so: impl Fn(&Headline) -> bool) -> Vec<u32> {
        self.headlines().iter().filter(|it| is_so(it)).map(number).collect()
    }
}
