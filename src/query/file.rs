//! Files of queries, one a line.

use super::{Query, QueryError, Vocabulary};
use crate::base::{Clean, wording};

/// The queries of a file, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueryFile {
    pub queries: Vec<QueryLine>,
}

/// A query and the line that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryLine {
    /// From 1.
    pub line: usize,
    /// As written, without blanks at its ends.
    pub text: String,
    pub query: Query,
}

/// A line that cannot be read as a query.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{error}")]
pub struct QueryFileError {
    /// From 1.
    pub line: usize,
    /// Its column counts from the beginning of the line.
    pub error: QueryError,
}

impl QueryFile {
    /// As [`QueryFile::read`], of the bytes of a file with this name.
    ///
    /// # Errors
    /// In words, with the line and the column; also if there is no query.
    pub fn of_bytes(bytes: Vec<u8>, name: &Clean, vocabulary: &Vocabulary) -> Result<Self, String> {
        let path = || name.to_string();
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| wording!("cli-batch-bytes", path = path()))?;
        let file = Self::read(&text, vocabulary).map_err(|wrong| {
            let (line, column) = (wrong.line, wrong.error.column + 1);
            let why = wrong.error.to_string();
            wording!("cli-batch-line", path = path(), line = line, column = column, why = why)
        })?;
        if file.queries.is_empty() {
            return Err(wording!("cli-batch-empty", path = path()));
        }
        Ok(file)
    }

    /// Reads a query from each line, strictly. Blank lines are ignored, and those that are `#` or begin
    /// with `#` and a blank.
    ///
    /// # Errors
    /// The first mistake, and its line.
    ///
    /// ```
    /// use dateline::query::{QueryFile, Vocabulary};
    /// let read = |text| QueryFile::read(text, &Vocabulary::default());
    /// let file = read("# ships\nferry\n\n#trams\n").unwrap();
    /// let lines: Vec<_> = file.queries.iter().map(|it| (it.line, it.text.as_str())).collect();
    /// assert_eq!(lines, [(2, "ferry"), (4, "#trams")]);
    /// let wrong = read("ferry\n  \"tram").unwrap_err();
    /// assert_eq!((wrong.line, wrong.error.column), (2, 2));
    /// ```
    pub fn read(text: &str, vocabulary: &Vocabulary) -> Result<Self, QueryFileError> {
        let mut queries = Vec::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (line, written) in (1..).zip(text.lines()) {
            let text = written.trim();
            if text.is_empty() || text == "#" || text.starts_with("# ") {
                continue;
            }
            let n_before = written.chars().take_while(|c| c.is_whitespace()).count();
            let query = vocabulary.strict(text).map_err(|error| {
                let column = error.column + n_before;
                QueryFileError { line, error: QueryError { column, ..error } }
            })?;
            queries.push(QueryLine { line, text: text.to_owned(), query });
        }
        Ok(Self { queries })
    }
}
