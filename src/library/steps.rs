//! The articles of a step of the history, in the form that they have now.

use super::{Library, LibraryError};
use crate::{
    base::Bits,
    domain::{ArticleId, Seq},
    query::{Criterion, Node, NodeKind, Query},
};

/// What became of the articles of a step.
#[derive(Debug, Default)]
pub(super) struct StepRows {
    /// The rows of those that are here, as they were or edited.
    pub(super) rows: Bits,
    /// Those that are gone in every form.
    pub(super) n_gone: usize,
}

impl Library {
    /// The articles of a step by its number, wherever they are by now.
    ///
    /// # Errors
    /// If the history has no such step, or the marks cannot be read.
    pub(super) fn step(&self, number: u64) -> Result<StepRows, LibraryError> {
        // Opened for each question: a step is asked for seldom, and marks may be moved meanwhile.
        let marks = self.shared.marks_file.open_to_read()?;
        let ids = marks.articles_of(number)?.ok_or(LibraryError::NoStep(number))?;
        let row = |id: ArticleId| self.with_ids(|known| known.get(id));
        let mut found = StepRows::default();
        let mut gone = Vec::new();
        self.with_ids(|known| {
            for id in &ids {
                match known.get(*id) {
                    Some(Seq(row)) => found.rows.set(row, true),
                    None => gone.push(*id),
                }
            }
        })?;
        if gone.is_empty() {
            return Ok(found);
        }
        let is_here = |id| row(id).is_ok_and(|row| row.is_some());
        for forms in marks.forms_here(&gone, is_here)? {
            found.n_gone += usize::from(forms.is_empty());
            for form in forms {
                if let Some(Seq(row)) = row(form)? {
                    found.rows.set(row, true);
                }
            }
        }
        Ok(found)
    }

    /// How many articles of the steps that a query asks for are gone.
    ///
    /// # Errors
    /// As [`Library::step`].
    pub(super) fn n_gone(&self, query: &Query) -> Result<usize, LibraryError> {
        let mut steps = Vec::new();
        if let Some(root) = query.root() {
            note_steps(root, &mut steps);
        }
        steps.sort_unstable();
        steps.dedup();
        steps.into_iter().map(|step| self.step(step).map(|found| found.n_gone)).sum()
    }
}

/// Adds the steps that articles may belong to; those that they must not belong to are left out.
fn note_steps(node: &Node, steps: &mut Vec<u64>) {
    match &node.kind {
        NodeKind::Criterion(Criterion::Step(step)) => steps.push(*step),
        NodeKind::And(members) | NodeKind::Or(members) => {
            for member in members {
                note_steps(member, steps);
            }
        }
        NodeKind::All
        | NodeKind::Text(_)
        | NodeKind::Near(_)
        | NodeKind::Criterion(_)
        | NodeKind::Not(_) => (),
    }
}
