//! A growing set of small numbers, one bit each.

/// Bits by number; those never set are clear.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    pub const fn new() -> Self {
        Self { words: Vec::new() }
    }

    /// Takes bits as [`Bits::words`] gave them.
    pub fn from_words(words: Vec<u64>) -> Self {
        Self { words }
    }

    /// The first `count` numbers.
    pub fn first(count: u32) -> Self {
        let mut words = vec![u64::MAX; count as usize / 64];
        if !count.is_multiple_of(64) {
            words.push((1 << (count % 64)) - 1);
        }
        Self { words }
    }

    pub fn words(&self) -> &[u64] {
        &self.words
    }

    pub fn contains(&self, number: u32) -> bool {
        self.words.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub fn set(&mut self, number: u32, value: bool) {
        let at = number as usize / 64;
        if self.words.len() <= at {
            if !value {
                return;
            }
            self.words.resize(at + 1, 0);
        }
        let bit = 1 << (number % 64);
        if value {
            self.words[at] |= bit;
        } else {
            self.words[at] &= !bit;
        }
    }

    /// How many are set.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The numbers that are set, rising.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0u32..).flat_map(|(word, at)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.checked_sub(1)?;
                Some(at * 64 + bit)
            })
        })
    }

    /// Sets all that `other` has set.
    pub fn add(&mut self, other: &Self) {
        self.combine(other, |one, two| one | two);
    }

    /// Clears all that `other` has not set.
    pub fn keep(&mut self, other: &Self) {
        self.combine(other, |one, two| one & two);
    }

    /// Clears all that `other` has set.
    pub fn remove(&mut self, other: &Self) {
        self.combine(other, |one, two| one & !two);
    }

    /// Turns over all that `other` has set.
    pub fn flip(&mut self, other: &Self) {
        self.combine(other, |one, two| one ^ two);
    }

    fn combine(&mut self, other: &Self, word: fn(u64, u64) -> u64) {
        let n_words = self.words.len().max(other.words.len());
        self.words.resize(n_words, 0);
        let rest = other.words.iter().copied().chain(std::iter::repeat(0));
        for (own, other) in self.words.iter_mut().zip(rest) {
            *own = word(*own, other);
        }
    }

    /// How many are set both here and in `other`.
    pub fn count_common(&self, other: &Self) -> usize {
        let pairs = self.words.iter().zip(&other.words);
        pairs.map(|(one, two)| (one & two).count_ones() as usize).sum()
    }
}

impl FromIterator<u32> for Bits {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut bits = Self::default();
        for number in numbers {
            bits.set(number, true);
        }
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_there_and_nothing_else() {
        let mut bits: Bits = [3, 64, 1000].into_iter().collect();
        assert_eq!((bits.count(), bits.contains(64), bits.contains(65)), (3, true, false));
        bits.set(64, false);
        bits.set(5_000, false);
        assert_eq!((bits.count(), bits.contains(64), bits.contains(5_000)), (2, false, false));
        assert_eq!(bits.iter().collect::<Vec<_>>(), [3, 1000]);
        assert_eq!(bits.count_common(&[3, 4].into_iter().collect()), 1);
        for count in [0, 1, 63, 64, 65, 128, 1000] {
            assert_eq!(Bits::first(count), (0..count).collect());
        }
        let mut both: Bits = [1].into_iter().collect();
        both.add(&bits);
        assert_eq!(both, [1, 3, 1000].into_iter().collect());
        assert_eq!(Bits::from_words(bits.words().to_vec()), bits);
    }

    #[test]
    fn sets_are_combined_whatever_their_lengths() {
        let (short, long): (Bits, Bits) =
            ([1, 2].into_iter().collect(), [2, 700].into_iter().collect());
        let check = |combine: fn(&mut Bits, &Bits), there: &[u32], back: &[u32]| {
            for (one, two, expected) in [(&short, &long, there), (&long, &short, back)] {
                let mut bits = one.clone();
                combine(&mut bits, two);
                assert_eq!(bits.iter().collect::<Vec<_>>(), expected);
            }
        };
        check(Bits::add, &[1, 2, 700], &[1, 2, 700]);
        check(Bits::keep, &[2], &[2]);
        check(Bits::remove, &[1], &[700]);
        check(Bits::flip, &[1, 700], &[1, 700]);
    }
}
