//! The interface of those who answer questions: the library on this disk, or anything that keeps
//! the promises of [`Backend`].

use std::time::Duration;

use super::{Answer, Cancel, LibraryError, Question, Retry};

/// Answers questions about a library.
///
/// # What a call promises
/// Answers come through `send`, on the thread of the call, before the call returns. There are as
/// many as it takes: none if what the question speaks of has been replaced meanwhile; several if
/// something can be shown before all is known. A later answer to the same question replaces what an
/// earlier one said, and its [`Extent`](crate::domain::Extent) says how final it is.
///
/// A backend keeps what lists show, by their name and the generation of the question that chose
/// it, and what is selected. A question about a generation that was never answered, or is no longer
/// the newest, is not answered.
///
/// # What numbers mean
/// `n_rows` is how many rows can be asked for. It is the number of articles only if the extent says
/// that all are there; otherwise it is a lower bound. A backend that does not count says
/// `Extent::More`, and names more rows as those near the end are asked for: it answers a question
/// for rows with a list that has grown, and says so before it names a row beyond those known. What
/// is meant for all rows of such a list is meant for those not given out, too.
///
/// The numbers of a tally are of the articles that the list shows, under the same terms: exact if
/// the extent of the answer says that all are there, else at least this many. A slow server may
/// leave out values with few articles, may answer in parts, and may answer long after the list is
/// shown: nobody waits for a tally, and one for a list that has been replaced is not answered. A
/// kind that it cannot count is a facet without values.
///
/// Lines of words in context follow the same terms, with the number of lines instead of rows: a
/// backend names as many as it knows, reads on as those near the end are asked for, and sorts by the
/// words around them at most as many as it says in `bound`. The lines of a generation are those of the
/// listing, order and width that came with its first question. A batch is answered in the order of its
/// queries, as far as they are counted; the last answer has all of them, and the periods if it can
/// count by them. An explanation may leave out numbers and times that are not known.
///
/// # Rows and keys
/// Questions speak of rows by number. A backend that pages by key keeps the keys of the pages it has
/// given out next to the list they belong to, so that nobody else has to carry them; a row far from
/// any of these costs it the pages between. It may answer with fewer rows than were wanted, from the
/// first of them on: the rest is asked for again.
///
/// Whoever wants all rows asks for them window by window, from the first on, as
/// [`Client`](super::Client) does: each page is then read once, nobody holds more than a window,
/// and a list that is not counted ends with the window in which nothing came. Problems are paged by
/// key in the question itself, since nobody goes back to them by number.
///
/// A [`Seq`](crate::domain::Seq) is a number that the backend gave out for an article it has shown.
/// It means the same as long as the backend lives.
///
/// # Cost
/// [`Question::lane`] says where a question waits. Those of `Lane::Browse` are asked at every key,
/// and should be answered within a frame; the others may take long, and none of them holds up a
/// question of another lane. No answer has more rows than the window that was asked for. A list that
/// is asked for without a window is answered once, when all is known that will be: a front end that
/// waits has no use for a first page.
///
/// # Threads and cancellation
/// Calls come from several threads at once. A call that may take long looks at `cancel` now and
/// then, and ends with [`LibraryError::Cancelled`] once it has been cancelled; what it has answered
/// until then is dropped by whoever asked.
///
/// # Failure and retry
/// [`LibraryError::retry`] says whether to ask again. A question changes nothing but what the
/// backend keeps for whoever asks, and asking twice leads to the same as asking once, except for
/// [`Question::Select`], which has changed nothing if it fails. What was answered before a failure
/// stands.
pub trait Backend: Send + Sync {
    /// Answers `question` through `send`.
    ///
    /// # Errors
    /// If the question cannot be answered now, or its answer is not whole.
    fn answer(
        &self,
        question: &Question,
        cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError>;
}

/// Pauses before a question that failed is asked again.
const PAUSES: [Duration; 3] =
    [Duration::from_millis(50), Duration::from_millis(200), Duration::from_millis(800)];

/// Asks a question, and again if the failure may be gone in a moment; `pause` waits between.
///
/// # Errors
/// As [`Backend::answer`], once asking again has not helped.
pub fn answer(
    backend: &dyn Backend,
    question: &Question,
    cancel: &Cancel,
    mut pause: impl FnMut(Duration),
    send: &mut dyn FnMut(Answer),
) -> Result<(), LibraryError> {
    for wait in PAUSES {
        match backend.answer(question, cancel, send) {
            Err(error) if error.retry() == Retry::Soon => pause(wait),
            answered => return answered,
        }
        if cancel.is_cancelled() {
            return Err(LibraryError::Cancelled);
        }
    }
    backend.answer(question, cancel, send)
}
