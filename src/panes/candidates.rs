//! What the word being typed can become, in every line that completes: as far as is certain first,
//! then one after the other.

/// Something the word can become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) text: String,
    pub(super) doc: String,
    /// What follows it if there is nothing else to choose.
    pub(super) end: &'static str,
}

/// All that fit, and which of them is in the line.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// The line before the word.
    before: String,
    word: String,
    all: Vec<Candidate>,
    chosen: Option<usize>,
    /// There is but one that fits, and it is in the line.
    is_settled: bool,
}

impl Candidates {
    pub(super) fn new(before: String, word: String, all: Vec<Candidate>) -> Self {
        Self { before, word, all, chosen: None, is_settled: false }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether nothing is left to choose.
    pub(super) fn is_settled(&self) -> bool {
        self.is_settled
    }

    pub(super) fn all(&self) -> &[Candidate] {
        &self.all
    }

    pub(super) fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// The first one on the screen where `n_lines` of them are.
    pub(super) fn first_shown(&self, n_lines: usize) -> usize {
        self.chosen.map_or(0, |chosen| (chosen + 1).saturating_sub(n_lines))
    }

    /// The line with the word completed as far as is certain; after that, with the next one.
    pub(super) fn advance(&mut self, is_down: bool) -> Option<String> {
        let n_candidates = self.all.len();
        if n_candidates == 1 {
            return self.take(0);
        }
        let common = self.common().to_owned();
        if self.chosen.is_none() && self.word.len() < common.len() {
            self.word.clone_from(&common);
            return Some(format!("{}{common}", self.before));
        }
        let next = match self.chosen {
            None if is_down => 0,
            None => n_candidates.checked_sub(1)?,
            Some(at) if is_down => (at + 1) % n_candidates,
            Some(at) => (at + n_candidates - 1) % n_candidates,
        };
        self.chosen = Some(next);
        Some(format!("{}{}", self.before, self.all.get(next)?.text))
    }

    /// The line with one of them, which settles it.
    pub(super) fn take(&mut self, at: usize) -> Option<String> {
        let Candidate { text, end, .. } = self.all.get(at)?;
        self.is_settled = true;
        Some(format!("{}{text}{end}", self.before))
    }

    /// The line as it was typed, if one of them stands in it.
    pub(super) fn typed(&mut self) -> Option<String> {
        self.chosen.take()?;
        Some(format!("{}{}", self.before, self.word))
    }

    /// What all candidates begin with.
    fn common(&self) -> &str {
        let Some((first, others)) = self.all.split_first() else {
            return "";
        };
        let mut end = first.text.len();
        for other in others {
            let same = first.text.char_indices().zip(other.text.chars());
            let differs = same.into_iter().find(|((_, one), other)| one != other);
            end = end.min(differs.map_or(other.text.len(), |((at, _), _)| at));
        }
        first.text.get(..end).unwrap_or_default()
    }
}
