//! Articles to measure with: made up, always the same for the same number, in the house format.
//!
//! Words follow Zipf's law, so that some stand in every article and most hardly anywhere; articles
//! come from many outlets and lie in a folder a day (`2019/03/07`), about 2.9 KB each.

// Each bench uses its own part of this.
#![allow(dead_code, reason = "shared by several benches")]

pub(crate) mod library;

use std::{
    env,
    fmt::Write as _,
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

const COMMON: &str = "the of to and in a is that for it was on with as his they be at one have this \
    from or had by but what some we can out other were all there when up use your how said an each \
    she which do their time if will way about many then them would write like so these her long \
    make thing see him two has look more day could go come did number sound no most people my over \
    know water than call first who may down side been now find any new work part take get place \
    made live where after back little only round man year came show every good me give our under \
    name very through just form sentence great think say help low line differ turn cause much mean \
    before move right boy old too same tell does set three want air well also play small end put \
    home read hand port large spell add even land here must big high such follow act why ask men \
    change went light kind off need house picture try us again animal point mother world near \
    build self earth father";
const SYLLABLES: &[&str] = &[
    "ba", "ko", "ti", "re", "mo", "sa", "lu", "ven", "dor", "pi", "gra", "ne", "shi", "tol", "qua",
    "fer", "min", "ola", "est", "und", "cor", "bel", "hay", "zim", "ran", "wo", "cla", "pre", "al",
];
const OUTLETS: &[&str] =
    &["daily", "city", "metro", "north", "harbour", "valley", "evening", "river", "old", "free"];
const PAPERS: &[&str] =
    &["times", "mirror", "wire", "journal", "press", "record", "echo", "globe", "observer", "post"];

/// Different words of all articles together.
const N_WORDS: usize = 120_000;
/// Days that articles are spread over.
const N_DAYS: u64 = 4_000;

/// What files need.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Size {
    pub(crate) bytes: u64,
    /// In whole blocks.
    pub(crate) disk_bytes: u64,
}

impl Size {
    pub(crate) fn add(&mut self, file: &fs::Metadata) {
        self.bytes += file.len();
        self.disk_bytes += file.blocks() * 512;
    }
}

/// A folder of articles.
pub(crate) struct Corpus {
    folder: PathBuf,
    /// Where the articles were made for this run; removed with it.
    made: Option<tempfile::TempDir>,
    pub(crate) n_articles: usize,
    pub(crate) n_folders: usize,
    pub(crate) size: Size,
}

impl Corpus {
    /// The articles of `DATELINE_BENCH_DIR`, else as many as `DATELINE_BENCH_ARTICLES` says, else
    /// 2,000.
    pub(crate) fn of_environment() -> Self {
        if let Some(folder) = env::var_os("DATELINE_BENCH_DIR") {
            return Self::at(Path::new(&folder)).expect("DATELINE_BENCH_DIR names a folder");
        }
        let n_articles = env::var("DATELINE_BENCH_ARTICLES").ok();
        let n_articles = n_articles.map(|text| text.parse().expect("a number of articles"));
        Self::make(n_articles.unwrap_or(2_000)).expect("articles can be written")
    }

    /// Makes articles in a folder of their own.
    pub(crate) fn make(n_articles: usize) -> io::Result<Self> {
        let made = tempfile::Builder::new().prefix("dateline-bench-").tempdir()?;
        let folder = made.path().join("articles");
        let mut maker = Maker::new();
        for number in 0..n_articles {
            maker.write(&folder, number)?;
        }
        let corpus = Self::at(&folder)?;
        Ok(Self { made: Some(made), ..corpus })
    }

    /// Articles that are there already. Nothing is written to them.
    pub(crate) fn at(folder: &Path) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        let mut corpus = Self {
            folder: folder.clone(),
            made: None,
            n_articles: 0,
            n_folders: 0,
            size: Size::default(),
        };
        let mut folders = vec![folder];
        while let Some(folder) = folders.pop() {
            corpus.n_folders += 1;
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    folders.push(entry.path());
                } else {
                    corpus.n_articles += 1;
                    corpus.size.add(&entry.metadata()?);
                }
            }
        }
        Ok(corpus)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.folder
    }

    /// Whether the articles were made for this run, so that some may be added.
    pub(crate) fn is_ours(&self) -> bool {
        self.made.is_some()
    }

    /// Adds an article of today that has `word` in its title; the caller removes it.
    pub(crate) fn add(&self, word: &str) -> io::Result<PathBuf> {
        let path = self.folder.join(format!("dateline-bench-{word}.txt"));
        let text = format!(
            "{word} comes in\n20991231\nhttps://www.dailywire.example/{word}\n{word} is here.\n"
        );
        fs::write(&path, text)?;
        Ok(path)
    }
}

/// Makes one article after the other.
struct Maker {
    random: Random,
    words: Vec<String>,
    /// Of the words up to each, in parts of one.
    shares: Vec<f64>,
    last_folder: PathBuf,
}

impl Maker {
    fn new() -> Self {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        let mut words: Vec<String> = COMMON.split_whitespace().map(str::to_owned).collect();
        while words.len() < N_WORDS {
            let n_syllables = 1 + random.below(4);
            let mut word = String::new();
            (0..n_syllables).for_each(|_| word.push_str(random.one_of(SYLLABLES)));
            words.push(word);
        }
        let mut shares = Vec::with_capacity(N_WORDS);
        let mut sum = 0.0;
        for nth in 1..=u32::try_from(N_WORDS).expect("fits") {
            sum += f64::from(nth).powf(-1.05);
            shares.push(sum);
        }
        for share in &mut shares {
            *share /= sum;
        }
        Self { random, words, shares, last_folder: PathBuf::new() }
    }

    fn write(&mut self, folder: &Path, number: usize) -> io::Result<()> {
        let day = self.random.below(N_DAYS);
        // Months of 28 days are days enough.
        let (year, month, day) = (2015 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
        let folder = folder.join(format!("{year}/{month:02}/{day:02}"));
        if folder != self.last_folder {
            fs::create_dir_all(&folder)?;
            self.last_folder.clone_from(&folder);
        }
        let mut text = String::with_capacity(4 << 10);
        let n_words = 6 + number % 7;
        self.sentence(&mut text, n_words);
        let (outlet, paper) = (self.random.one_of(OUTLETS), self.random.one_of(PAPERS));
        let address = format!("https://www.{outlet}{paper}.example/news/{number}");
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{year}{month:02}{day:02}\n{address}\n");
        for _ in 0..12 + self.random.below(24) {
            let n_words = 10 + usize::try_from(self.random.below(22)).unwrap_or(0);
            self.sentence(&mut text, n_words);
            text.push_str(".\n");
        }
        fs::write(folder.join(format!("{number:07}.txt")), text)
    }

    fn sentence(&mut self, text: &mut String, n_words: usize) {
        for nth in 0..n_words {
            let share = self.random.share();
            let at = self.shares.partition_point(|it| *it < share).min(N_WORDS - 1);
            let word = self.words[at].as_str();
            if nth == 0 {
                text.push_str(&word[..1].to_uppercase());
                text.push_str(&word[1..]);
            } else {
                text.push(' ');
                text.push_str(word);
            }
        }
    }
}

/// Numbers that look random and are the same each time (`SplitMix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(words.len() as u64)).unwrap_or(0);
        words[at]
    }

    /// From 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
