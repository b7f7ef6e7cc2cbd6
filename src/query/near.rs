//! Words that stand near each other, in one paragraph or in the title.

use std::ops::Range;

use super::clause::{Clause, Cuts, TextScope};

/// A chain of words or groups of words, each near the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Proximity {
    /// Invariant: at least two, none of them empty, all of the same scope.
    sides: Vec<Vec<Clause>>,
    /// What is asked between each side and the next.
    gaps: Vec<Gap>,
}

/// What is asked of two neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Gap {
    /// Their nearest ends differ by at most so many positions: 1 is side by side.
    pub n: u32,
    /// The first stands before the second.
    pub is_ordered: bool,
}

/// Where a side stands: the numbers of its first and last word, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Occurrence {
    first: usize,
    last: usize,
    bytes: Range<usize>,
}

impl Gap {
    /// Whether two occurrences are as near as asked. Those that share a word are not two.
    fn allows(self, left: &Occurrence, right: &Occurrence) -> bool {
        let n = self.n as usize;
        let follows = left.last < right.first && right.first - left.last <= n;
        let leads = right.last < left.first && left.first - right.last <= n;
        follows || (leads && !self.is_ordered)
    }
}

impl Proximity {
    pub(super) fn new(sides: Vec<Vec<Clause>>, gaps: Vec<Gap>) -> Self {
        debug_assert!(sides.len() == gaps.len() + 1 && !gaps.is_empty());
        Self { sides, gaps }
    }

    /// Each side is any of its words and phrases.
    pub fn sides(&self) -> &[Vec<Clause>] {
        &self.sides
    }

    /// What is asked between each side and the next.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// Where all of it is looked for.
    pub fn scope(&self) -> TextScope {
        self.sides.first().and_then(|side| side.first()).map(Clause::scope).unwrap_or_default()
    }

    /// Whether the index cannot decide alone.
    pub fn needs_text(&self) -> bool {
        self.sides.iter().flatten().any(Clause::needs_text)
    }

    /// Whether words are near enough that stand so: for each side, the numbers of the first and
    /// the last word at each of its places, in order.
    pub fn holds(&self, sides: &[Vec<(usize, usize)>]) -> bool {
        let mut sides = placed(sides);
        self.keep_near(&mut sides);
        sides.last().is_some_and(|last| !last.is_empty())
    }

    /// How many of these places stand near enough, each once.
    pub fn n_places(&self, sides: &[Vec<(usize, usize)>]) -> usize {
        let mut sides = placed(sides);
        self.keep_both(&mut sides);
        let places = sides.into_iter().flatten().map(|it| (it.first, it.last));
        places.collect::<std::collections::BTreeSet<_>>().len()
    }

    /// Keeps of each side what is near something kept of the side before.
    fn keep_near(&self, sides: &mut [Vec<Occurrence>]) {
        for (at, gap) in self.gaps.iter().enumerate() {
            let (before, behind) = sides.split_at_mut(at + 1);
            let left = Occurrences::new(&before[at]);
            behind[0].retain(|right| left.has(right, *gap, |left, right| gap.allows(left, right)));
        }
    }

    /// Keeps of each side what is near something kept of the sides before and behind.
    fn keep_both(&self, sides: &mut [Vec<Occurrence>]) {
        self.keep_near(sides);
        // What leads nowhere further on is taken out, too.
        for (at, gap) in self.gaps.iter().enumerate().rev() {
            let (before, behind) = sides.split_at_mut(at + 1);
            let right = Occurrences::new(&behind[0]);
            before[at].retain(|left| right.has(left, *gap, |right, left| gap.allows(left, right)));
        }
    }

    /// The bytes of what stands near enough to be found, in the order of the text.
    pub(super) fn find(&self, cuts: &Cuts) -> Vec<Range<usize>> {
        let mut sides: Vec<Vec<Occurrence>> =
            self.sides.iter().map(|side| occurrences(cuts, side)).collect();
        self.keep_both(&mut sides);
        let mut found: Vec<Range<usize>> = sides.into_iter().flatten().map(|it| it.bytes).collect();
        found.sort_by_key(|range| (range.start, range.end));
        found.dedup();
        found
    }
}

fn placed(sides: &[Vec<(usize, usize)>]) -> Vec<Vec<Occurrence>> {
    let place =
        |(first, last): &(usize, usize)| Occurrence { first: *first, last: *last, bytes: 0..0 };
    sides.iter().map(|side| side.iter().map(place).collect()).collect()
}

fn occurrences(cuts: &Cuts, side: &[Clause]) -> Vec<Occurrence> {
    let of = |clause: &Clause| {
        let n_words = clause.tokens().len();
        let at = move |(first, bytes)| Occurrence { first, last: first + n_words - 1, bytes };
        cuts.find(clause).map(at).collect::<Vec<_>>()
    };
    let mut found: Vec<Occurrence> = side.iter().flat_map(of).collect();
    found.sort_by_key(|it| (it.first, it.last));
    found.dedup();
    found
}

/// Occurrences among which near ones are looked for, without a look at each.
struct Occurrences<'o> {
    /// In the order of their first words.
    all: &'o [Occurrence],
    longest: usize,
}

impl<'o> Occurrences<'o> {
    fn new(all: &'o [Occurrence]) -> Self {
        let longest = all.iter().map(|it| it.last - it.first).max().unwrap_or(0);
        Self { all, longest }
    }

    fn has(
        &self,
        other: &Occurrence,
        gap: Gap,
        allows: impl Fn(&Occurrence, &Occurrence) -> bool,
    ) -> bool {
        let n = gap.n as usize;
        let least = other.first.saturating_sub(n + self.longest);
        let from = self.all.partition_point(|it| it.first < least);
        let near = self.all[from..].iter().take_while(|it| it.first <= other.last + n);
        near.into_iter().any(|it| allows(it, other))
    }
}
