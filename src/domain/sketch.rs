//! A sketch of an article's words: tells an edited article from a different one once the old text
//! is gone.
//!
//! It keeps those distinct folded words whose hash ends in enough zero bits for all of them to fit
//! in [`MAX_WORDS`], 16 bits of the hash each. A short article is kept whole, and the sample of a
//! long one holds the same words wherever they occur, so two sketches can be compared. Sketches are
//! stored in the marks database, so the hash must never change.

use super::{Article, Problem};
use crate::base::{
    codec::{Put, Take},
    words::Words,
};

/// Words kept at most: two samples of this size tell a half from a third.
const MAX_WORDS: usize = 96;

/// Sorted and cut down whenever so many hashes have come together.
const MAX_GATHERED: usize = 4096;

/// Sketches whose samples are further apart have sizes that are further apart than any edit.
const MAX_LEVELS_APART: u8 = 4;

/// Texts of fewer words are not taken for the beginning of another.
const MIN_FRAGMENT: usize = 4;

/// What is remembered of an article's words and title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sketch {
    /// Hash of the folded title; 0 where the article states none.
    title: u32,
    /// The zero bits at the end of the hashes kept.
    level: u8,
    /// The bits above those. Invariant: sorted, none twice.
    words: Vec<u16>,
}

impl Sketch {
    pub fn of(article: &Article) -> Self {
        let states_title = article.problems.iter().all(|it| *it != Problem::NoTitle);
        let mut title = 0;
        let (mut folded, mut hashes, mut level) = (String::new(), Vec::new(), 0);
        for (n, text) in std::iter::once(&article.title).chain(&article.paragraphs).enumerate() {
            let mut words = Words::new(text);
            while words.read(&mut folded).is_some() {
                let check = crc32fast::hash(folded.as_bytes());
                if n == 0 && states_title {
                    title = mixed(title ^ check).max(1);
                }
                // The title is compared apart, unless it is all there is.
                if n == 0 && !article.paragraphs.is_empty() {
                    continue;
                }
                let hash = mixed(check);
                if u32::from(level) <= hash.trailing_zeros() {
                    hashes.push(hash);
                }
                if MAX_GATHERED <= hashes.len() {
                    level = thin(&mut hashes, level);
                }
            }
        }
        let level = thin(&mut hashes, level);
        let mut words: Vec<u16> = hashes.iter().map(|hash| low_bits(hash >> level)).collect();
        words.sort_unstable();
        words.dedup();
        Self { title, level, words }
    }

    /// Whether one text is an edited form of the other: the titles are the same, or at least half
    /// of the words are shared.
    pub fn is_same_article(&self, other: &Self) -> bool {
        self.has_same_title(other) || 0.5 <= self.share(other)
    }

    /// Whether both state a title, and the same one.
    pub fn has_same_title(&self, other: &Self) -> bool {
        self.title != 0 && self.title == other.title
    }

    /// Whether, below the same title, two of three words of the shorter text are in the longer one:
    /// it was being written when it was read, or has been cut off since.
    pub fn is_fragment(&self, other: &Self) -> bool {
        let Some([n_both, n_one, n_two]) = self.in_common(other) else { return false };
        let n_least = n_one.min(n_two);
        self.has_same_title(other) && MIN_FRAGMENT <= n_least && 2 * n_least <= 3 * n_both
    }

    /// The share of the words that both have, from 0 to 1: exact for short texts, else estimated.
    pub fn share(&self, other: &Self) -> f64 {
        let Some([n_both, n_one, n_two]) = self.in_common(other) else { return 0.0 };
        let n_all = n_one + n_two;
        if n_all == 0 { 0.0 } else { ratio(2 * n_both, n_all) }
    }

    /// Of samples of the same density: the words that both have, those of one, those of the other.
    fn in_common(&self, other: &Self) -> Option<[usize; 3]> {
        let level = self.level.max(other.level);
        let (one, two) = (self.words_at(level)?, other.words_at(level)?);
        // Both with as many bits as the one with fewer has.
        let n_bits = 16 - (level - self.level.min(other.level));
        let cut = |words: Vec<u16>| -> Vec<u16> {
            let mask = low_bits((1_u32 << n_bits) - 1);
            let mut words: Vec<u16> = words.into_iter().map(|word| word & mask).collect();
            words.sort_unstable();
            words
        };
        let (one, two) = (cut(one), cut(two));
        let n_both = one.iter().filter(|word| two.binary_search(word).is_ok()).count();
        Some([n_both, one.len(), two.len()])
    }

    /// Keys of which two sketches with many words in common have one in common.
    pub fn keys(&self) -> Vec<u32> {
        // Texts that share half of their words differ in size by less than four times.
        let levels = self.level..=self.level + 2;
        let mut keys: Vec<u32> = levels
            .flat_map(|level| {
                let mut words = self.words_at(level).unwrap_or_default();
                for word in &mut words {
                    *word &= 0x0fff;
                }
                words.sort_unstable();
                words.truncate(16);
                words.into_iter().map(move |word| u32::from(level) << 16 | u32::from(word))
            })
            .collect();
        if self.title != 0 {
            keys.push(self.title | 1 << 31);
        }
        keys
    }

    /// The sample as it would be with more zero bits; `None` if that is too far.
    fn words_at(&self, level: u8) -> Option<Vec<u16>> {
        let apart = level - self.level;
        let is_kept = |word: &&u16| u32::from(apart) <= word.trailing_zeros();
        (apart <= MAX_LEVELS_APART)
            .then(|| self.words.iter().filter(is_kept).map(|word| word >> apart).collect())
    }

    pub fn encode(&self, out: &mut Vec<u8>) {
        out.put_u32(self.title);
        out.push(self.level);
        out.push(u8::try_from(self.words.len()).unwrap_or(u8::MAX));
        out.extend(self.words.iter().flat_map(|word| word.to_le_bytes()));
    }

    /// Reads back [`Sketch::encode`]; `None` for anything else.
    pub fn decode(take: &mut Take<'_>) -> Option<Self> {
        let (title, level, n_words) = (take.u32()?, take.u8()?, take.u8()?);
        let (words, _) = take.raw(2 * usize::from(n_words))?.as_chunks();
        let words = words.iter().map(|word| u16::from_le_bytes(*word)).collect();
        (level <= 32).then_some(Self { title, level, words })
    }
}

/// Asks for more zero bits until few enough are left.
fn thin(hashes: &mut Vec<u32>, mut level: u8) -> u8 {
    hashes.sort_unstable();
    hashes.dedup();
    while MAX_WORDS < hashes.len() {
        level += 1;
        hashes.retain(|hash| u32::from(level) <= hash.trailing_zeros());
    }
    level
}

/// Spreads a checksum over all bits, of which samples look at the last ones.
fn mixed(mut bits: u32) -> u32 {
    bits = (bits ^ bits >> 16).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ bits >> 13).wrapping_mul(0xc2b2_ae35);
    bits ^ bits >> 16
}

fn low_bits(bits: u32) -> u16 {
    let [low, high, ..] = bits.to_le_bytes();
    u16::from_le_bytes([low, high])
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    number(part) / number(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ArticleId;

    fn sketch(title: &str, words: std::ops::Range<u32>) -> Sketch {
        let body: Vec<String> = words.map(|n| format!("word{n}")).collect();
        of(title, &body.join(" "), Vec::new())
    }

    fn of(title: &str, body: &str, problems: Vec<Problem>) -> Sketch {
        Sketch::of(&Article {
            id: ArticleId([0; 16]),
            title: title.into(),
            date: None,
            url: None,
            source: "".into(),
            paragraphs: body.lines().map(Into::into).collect(),
            shapes: Vec::new(),
            n_words: 0,
            problems,
            hints: crate::domain::Hints::default(),
        })
    }

    #[test]
    fn a_short_text_is_compared_word_by_word() {
        let old = sketch("Harbour", 0..40);
        assert!(old.is_same_article(&sketch("Port", 20..60)), "half of the words are shared");
        assert!(!old.is_same_article(&sketch("Port", 22..62)), "less than half");
        assert!(old.is_same_article(&sketch("harbour", 90..99)), "the title is the same");
        assert!(!old.is_same_article(&sketch("Port", 0..0)));
    }

    #[test]
    fn long_texts_are_told_apart_by_samples() {
        for n_words in [200, 1_000, 30_000] {
            let old = sketch("Harbour", 0..n_words);
            let shifted = |by: u32| sketch("Port", n_words * by / 100..n_words * (100 + by) / 100);
            assert!(old.is_same_article(&shifted(25)), "{n_words}: three quarters are shared");
            assert!(!old.is_same_article(&shifted(75)), "{n_words}: one quarter is");
            assert!(old.is_same_article(&sketch("Port", 0..n_words * 2)), "{n_words}: grown");
            assert!(!old.is_same_article(&sketch("Port", 0..n_words * 20)));
            assert!(0.9 < old.share(&old));
        }
    }

    #[test]
    fn the_beginning_of_a_text_is_known_below_the_same_title() {
        let (short, long) = (sketch("Harbour", 0..6), sketch("Harbour", 0..40));
        assert!(short.is_fragment(&long) && long.is_fragment(&short));
        assert!(!short.is_fragment(&sketch("Port", 0..40)), "another title");
        assert!(short.is_fragment(&sketch("Harbour", 2..40)), "two of three words");
        assert!(!short.is_fragment(&sketch("Harbour", 3..40)), "half of its words");
        assert!(!sketch("Harbour", 0..2).is_fragment(&long), "too short to say anything");
        assert!(!sketch("Harbour", 0..0).is_fragment(&long));
    }

    #[test]
    fn a_title_taken_from_the_text_or_from_nothing_says_nothing() {
        let untitled = |body| of("News", body, vec![Problem::NoTitle]);
        assert!(!untitled("wind and rain").is_same_article(&untitled("markets fall today")));
        assert!(!of("", "", vec![]).is_same_article(&of("", "", vec![])));
    }

    #[test]
    fn scripts_without_blanks_are_compared_by_pairs() {
        let old = of("港", "渡船今天早上因大风停航乘客改乘火车", vec![]);
        assert!(old.is_same_article(&of("船", "渡船今天早上因大风停航乘客改乘汽车", vec![])));
        assert!(!old.is_same_article(&of("船", "股市周二收低投资者等待央行决定", vec![])));
    }

    #[test]
    fn a_sketch_reads_back_as_it_was_written() {
        for n_words in [0, 5, 5_000] {
            let sketch = sketch("Harbour", 0..n_words);
            let mut bytes = Vec::new();
            sketch.encode(&mut bytes);
            assert!(bytes.len() <= 6 + 2 * MAX_WORDS);
            assert_eq!(Sketch::decode(&mut Take::new(&bytes)), Some(sketch));
            assert_eq!(Sketch::decode(&mut Take::new(&bytes[..bytes.len() - 1])), None);
        }
    }

    #[test]
    fn texts_that_share_half_of_their_words_share_a_key() {
        for n_words in [10, 90, 400, 9_000] {
            let old = sketch("Harbour", 0..n_words).keys();
            for (from, to) in [(n_words / 2, n_words * 3 / 2), (0, n_words * 3)] {
                let new = sketch("Port", from..to).keys();
                assert!(new.iter().any(|key| old.contains(key)), "{n_words}: {from} to {to}");
            }
        }
    }
}
