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
    pub message: &'static str,
    /// Characters of the text before the mistake.
    pub column: usize,
}

impl Query {
    /// Understands `text`; while `typing`, its last word may be unfinished.
    ///
    /// # Errors
    /// Where a quotation mark is left open, unless still typing.
    pub fn parse(text: &str, typing: bool) -> Result<Self, QueryError> {
        if !typing && text.matches('"').count() % 2 == 1 {
            let column = text.chars().take_while(|c| *c != '"').count();
            return Err(QueryError { message: "the quote is not closed", column });
        }
        Ok(Self { text: text.trim().to_owned() })
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
