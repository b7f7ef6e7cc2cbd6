//! Words as the search sees them: where they begin and end, and their folded form.
//!
//! Index, query and highlighter all cut text here, so that what was found is what is shown.
