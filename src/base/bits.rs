//! A growing set of small numbers, one bit each.

/// Bits by number; those never set are clear.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
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

    /// Sets those that are set in `other`.
    pub fn add(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// How many are set.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
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
        assert_eq!(bits.count_common(&[3, 4].into_iter().collect()), 1);
        for count in [0, 1, 63, 64, 65, 128, 1000] {
            assert_eq!(Bits::first(count), (0..count).collect());
        }
        let mut both: Bits = [1].into_iter().collect();
        both.add(&bits);
        assert_eq!(both, [1, 3, 1000].into_iter().collect());
        assert_eq!(Bits::from_words(bits.words().to_vec()), bits);
    }
}
