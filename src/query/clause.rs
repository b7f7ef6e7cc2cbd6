//! One word or phrase that is looked for in texts.

use std::{iter, ops::Range};

use unicode_normalization::UnicodeNormalization;

use super::{
    quotes::is_quote,
    spelling,
    stems::{Forms, Tongue},
};
use crate::base::signs::is_gershayim;
use crate::base::words::{Cut, Kind, Words, worded, words};

/// One word or phrase.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Clause {
    /// As written; of phrases from the first to the last letter, blanks for stars that ask nothing.
    text: Box<str>,
    // Invariant: not empty. The one word of a pattern has its stars.
    tokens: Box<[Box<str>]>,
    writing: Writing,
    ending: Ending,
    scope: TextScope,
    takes_forms: bool,
}

/// How a clause is written, and thereby what it takes for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Writing {
    /// A word, by its other forms, too; what is written as one word but is several is a phrase.
    Bare,
    /// In quotes: side by side, as it stands.
    Quoted,
    /// After `=`: signs and case as written.
    Exact,
}

/// What the last word of a clause is compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    Whole,
    /// `word*`, and the last word while it is typed: it begins so.
    Begun,
    /// `word~`: so many letters may differ.
    Fuzzy(u8),
    /// `w*rd`, `w?rd`.
    Pattern,
}

/// Where a clause is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TextScope {
    #[default]
    Anywhere,
    Title,
    Body,
}

/// What a text is to its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPart {
    Title,
    Paragraph,
}

impl TextScope {
    /// Whether what is looked for here is looked for in such a text.
    pub fn covers(self, place: TextPart) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Title => place == TextPart::Title,
            Self::Body => place == TextPart::Paragraph,
        }
    }
}

impl Clause {
    /// `None` of a text without words.
    pub(super) fn new(
        text: &str,
        writing: Writing,
        ending: Ending,
        scope: TextScope,
    ) -> Option<Self> {
        let mut cuts: Vec<(Cut, String)> = words(text).collect();
        let n_cuts = cuts.len();
        let ends_in_pair = matches!(cuts.get(n_cuts.wrapping_sub(2)), Some((cut, _))
            if matches!(cut.kind, Kind::Pair { .. }));
        let (first, last) = (cuts.first()?.0.range.start, &cuts.last()?.0);
        let (between, last) = (&text[first..last.range.end], last.kind);
        let ending = match last {
            Kind::Word | Kind::Sign => ending,
            // One character alone is looked up as the beginning of a pair; at the end of a run the
            // last pair says it all, and the run may go on in the article.
            Kind::Last | Kind::Pair { .. } if ends_in_pair => Ending::Whole,
            Kind::Last | Kind::Pair { .. } => Ending::Begun,
        };
        if last == Kind::Last && ends_in_pair {
            cuts.pop();
        }
        let text = match writing {
            Writing::Exact | Writing::Bare => text.into(),
            Writing::Quoted => quotable(between).into(),
        };
        let tokens = cuts.into_iter().map(|(_, folded)| folded.into_boxed_str()).collect();
        Some(Self { text, tokens, writing, ending, scope, takes_forms: false })
    }

    /// A word with stars and question marks; `token` is its folded form.
    pub(super) fn pattern(text: &str, token: String, scope: TextScope) -> Self {
        let (tokens, ending) = ([token.into_boxed_str()].into(), Ending::Pattern);
        let (text, writing) = (text.into(), Writing::Bare);
        Self { text, tokens, writing, ending, scope, takes_forms: false }
    }

    /// The same without other forms of its words.
    #[must_use]
    pub(super) fn quoted(self) -> Self {
        let text = quotable(worded(&self.text)).into();
        Self { text, writing: Writing::Quoted, takes_forms: false, ..self }
    }

    /// The same with other forms of its word, if it is one that can have them: not of words in
    /// quotes, nor of short ones.
    #[must_use]
    pub(super) fn with_forms(self) -> Self {
        let takes_forms = match &*self.tokens {
            [token] => {
                self.writing == Writing::Bare
                    && matches!(self.ending, Ending::Whole | Ending::Begun)
                    && LEAST_LETTERS <= token.chars().count()
                    && token.chars().all(char::is_alphabetic)
            }
            _ => false,
        };
        Self { takes_forms, ..self }
    }

    /// As written, without quotes, stars and tildes.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Folded words that must stand side by side; never empty.
    pub fn tokens(&self) -> &[Box<str>] {
        &self.tokens
    }

    pub fn writing(&self) -> Writing {
        self.writing
    }

    pub fn ending(&self) -> Ending {
        self.ending
    }

    pub fn scope(&self) -> TextScope {
        self.scope
    }

    /// The last token is only the beginning of a word.
    pub fn is_prefix(&self) -> bool {
        self.ending == Ending::Begun
    }

    /// Whether it is only looked for as a word or a phrase, anywhere.
    pub(super) fn is_plain(&self) -> bool {
        self.scope == TextScope::Anywhere
            && self.writing != Writing::Exact
            && matches!(self.ending, Ending::Whole | Ending::Begun)
    }

    /// Whether the index cannot decide alone: signs and case are in the text only.
    pub fn needs_text(&self) -> bool {
        self.writing == Writing::Exact
    }

    /// Whether other forms of its word may be looked for, too.
    pub fn takes_forms(&self) -> bool {
        self.takes_forms
    }

    /// The other forms of its word in a language, if they are looked for: not of a word that is
    /// typed with a capital, which is a name but in German.
    pub fn forms(&self, tongue: Tongue) -> Option<Forms> {
        let [token] = &*self.tokens else { return None };
        let is_name = self.text.starts_with(char::is_uppercase) && !tongue.has_capital_nouns();
        if self.takes_forms && !is_name { tongue.forms(token) } else { None }
    }

    /// The bytes of the text that match, if the words from `first` on are this clause.
    fn matches_at(&self, cuts: &Cuts, first: usize, forms: Option<&Forms>) -> Option<Range<usize>> {
        let found = cuts.words.get(first..first + self.tokens.len())?;
        let (last, before) = self.tokens.split_last()?;
        let folded = |word: &CutWord| &cuts.folded[word.folded.clone()];
        let begins = iter::zip(found, before).all(|(word, token)| folded(word) == &**token);
        let (final_word, start) = (found.last()?, found.first()?.cut.range.start);
        let is_meant =
            |word| self.ends_with(last, word) || forms.is_some_and(|forms| forms.has(word));
        if !begins || !is_meant(folded(final_word)) {
            return None;
        }
        let end = match final_word.cut.kind {
            Kind::Pair { second } if last.len() < final_word.folded.len() => second,
            _ => final_word.cut.range.end,
        };
        match self.writing {
            Writing::Exact => self.is_written_at(cuts.text, start..end),
            Writing::Bare | Writing::Quoted => Some(start..end),
        }
    }

    fn ends_with(&self, token: &str, word: &str) -> bool {
        match self.ending {
            Ending::Whole => word == token,
            Ending::Begun => word.starts_with(token),
            Ending::Fuzzy(distance) => spelling::is_within(token, word, distance),
            Ending::Pattern => spelling::fits(token, word),
        }
    }

    /// Whether the text has the signs and the case of this clause around the words at `found`.
    fn is_written_at(&self, text: &str, found: Range<usize>) -> Option<Range<usize>> {
        let (before, core, behind) = self.parts();
        let start = found.start.checked_sub(before.len())?;
        let end = found.end.checked_add(behind.len())?;
        let is_same = text.get(start..found.start)? == before
            && text.get(found.end..end)? == behind
            && same_writing(core, text.get(found)?);
        is_same.then_some(start..end)
    }

    /// What stands in front of its first word, its words, and what stands behind the last.
    fn parts(&self) -> (&str, &str, &str) {
        let mut cuts = words(&self.text).map(|(cut, _)| cut.range);
        let first = cuts.next().unwrap_or_default();
        let end = cuts.last().map_or(first.end, |last| last.end);
        (&self.text[..first.start], &self.text[first.start..end], &self.text[end..])
    }
}

/// A text as it can stand in quotes: blanks for stars that ask nothing, and for quotes.
fn quotable(text: &str) -> String {
    let without = |(at, c): (usize, char)| {
        let is_sign = c == '*' || is_quote(c) && !is_gershayim(text, at);
        if is_sign { ' ' } else { c }
    };
    text.char_indices().map(without).collect()
}

/// Words with fewer letters have no other forms that are worth their cost.
const LEAST_LETTERS: usize = 3;

/// Whether two texts are written alike, however their letters are composed and blanks are run.
fn same_writing(one: &str, two: &str) -> bool {
    let written = |text: &str| -> Vec<String> {
        text.split_whitespace().map(|word| word.nfc().collect()).collect()
    };
    one == two || written(one) == written(two)
}

/// The words of one text, folded once for all clauses.
pub(super) struct Cuts<'t> {
    text: &'t str,
    /// By which words have other forms.
    tongue: Tongue,
    folded: String,
    words: Vec<CutWord>,
}

struct CutWord {
    cut: Cut,
    /// Bytes of [`Cuts::folded`].
    folded: Range<usize>,
}

impl<'t> Cuts<'t> {
    pub(super) fn of(text: &'t str, tongue: Tongue) -> Self {
        let (mut folded, mut found, mut word) = (String::new(), Vec::new(), String::new());
        let mut words = Words::new(text);
        while let Some(cut) = words.read(&mut word) {
            let start = folded.len();
            folded.push_str(&word);
            found.push(CutWord { cut, folded: start..folded.len() });
        }
        Self { text, tongue, folded, words: found }
    }

    /// Where in this text a clause stands: the number of its first word, and the bytes.
    pub(super) fn find(
        &self,
        clause: &Clause,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + use<'_, 't> {
        let (clause, forms) = (clause.clone(), clause.forms(self.tongue));
        (0..self.words.len())
            .filter_map(move |at| Some((at, clause.matches_at(self, at, forms.as_ref())?)))
    }
}
