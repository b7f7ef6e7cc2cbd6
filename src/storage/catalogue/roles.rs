//! What each live row stands for: an article, a further place of one, or a file that is none.

use std::{io, sync::Arc};

use super::{
    Files, State,
    copies::Copies,
    order::{Names, Ordered, SortKey},
    record::Kind,
};
use crate::{base::Bits, domain::Seq};

/// What a live row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The first place of an article.
    Article,
    /// A further place of an article.
    Copy,
    NotAnArticle,
}

/// The live rows as the writer holds them; what the state says of them is as old as the last
/// [`Roles::settle`].
#[derive(Debug)]
pub(super) struct Roles {
    articles: Ordered,
    alive: Bits,
    others: Ordered,
    refused: Bits,
    /// Read off the state when first needed.
    copies: Option<Copies>,
}

impl Roles {
    pub(super) fn of(state: &State) -> Self {
        Self {
            articles: Ordered::known(Arc::clone(&state.ranks)),
            alive: state.alive(),
            others: Ordered::known(Arc::clone(&state.others)),
            refused: state.others.iter().map(|rank| rank.seq().0).collect(),
            copies: None,
        }
    }

    /// The articles as bits by [`Seq`].
    pub(super) fn alive(&self) -> &Bits {
        &self.alive
    }

    /// More than the live rows, if some have gone.
    pub(super) fn n_most(&self, state: &State) -> usize {
        self.articles.n_most() + self.others.n_most() + state.copies.len()
    }

    /// What a row stands for; `None` of one that is not live.
    pub(super) fn of_row(&mut self, seq: Seq, state: &State) -> Option<Role> {
        if self.alive.contains(seq.0) {
            Some(Role::Article)
        } else if self.refused.contains(seq.0) {
            Some(Role::NotAnArticle)
        } else {
            self.copies(state).has(seq).then_some(Role::Copy)
        }
    }

    pub(super) fn copies(&mut self, state: &State) -> &mut Copies {
        self.copies.get_or_insert_with(|| Copies::read(&state.copies))
    }

    pub(super) fn enter(
        &mut self,
        place: SortKey<'_>,
        (kind, copy_of): (Kind, Option<Seq>),
        state: &mut State,
    ) {
        let seq = place.rank.seq().0;
        match (kind, copy_of) {
            (Kind::NotAnArticle, _) => {
                self.refused.set(seq, true);
                self.others.enter(place);
            }
            (Kind::Article | Kind::FlawedArticle, Some(article)) => {
                self.copies(state).enter(place, article);
            }
            (Kind::Article | Kind::FlawedArticle, None) => {
                self.alive.set(seq, true);
                self.articles.enter(place);
                state.n_flawed += u32::from(kind == Kind::FlawedArticle);
            }
        }
    }

    /// Takes a row out, whatever it stands for; says what it stood for.
    pub(super) fn remove(&mut self, seq: Seq, kind: Kind, state: &mut State) -> Option<Role> {
        let role = self.of_row(seq, state)?;
        match role {
            Role::Article => {
                self.take_article(seq, kind, state);
                self.copies(state).orphan(seq);
            }
            Role::Copy => self.copies(state).remove(seq),
            Role::NotAnArticle => {
                self.refused.set(seq.0, false);
                self.others.leave();
            }
        }
        Some(role)
    }

    /// Makes an article a copy of another.
    pub(super) fn demote(&mut self, place: SortKey<'_>, kind: Kind, to: Seq, state: &mut State) {
        let seq = place.rank.seq();
        self.take_article(seq, kind, state);
        let copies = self.copies(state);
        copies.hand_over(seq, to);
        copies.enter(place, to);
    }

    fn take_article(&mut self, seq: Seq, kind: Kind, state: &mut State) {
        self.alive.set(seq.0, false);
        self.articles.leave();
        if kind == Kind::FlawedArticle {
            state.n_flawed = state.n_flawed.saturating_sub(1);
        }
    }

    /// Brings the state up to date. False if it was.
    ///
    /// # Errors
    /// If the rows cannot be read.
    pub(super) fn settle(&mut self, files: &Files, state: &mut State) -> io::Result<bool> {
        let mut is_changed = !self.articles.is_settled() || !self.others.is_settled();
        let mut names = Names::new(files, state.text_len, &state.folders);
        let ranks = self.articles.settle(|seq| self.alive.contains(seq.0), &mut names)?;
        let others = self.others.settle(|seq| self.refused.contains(seq.0), &mut names)?;
        let copies = match &mut self.copies {
            Some(copies) => copies.settle(&mut names)?,
            None => None,
        };
        (state.ranks, state.others) = (ranks, others);
        if let Some(copies) = copies {
            state.copies = Arc::new(copies);
            is_changed = true;
        }
        state.revision += u32::from(is_changed);
        Ok(is_changed)
    }
}
