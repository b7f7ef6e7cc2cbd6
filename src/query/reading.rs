//! The two readings of a text, by a vocabulary.

use super::{
    Piece, PieceRole, Query, QueryError, TypedQuery,
    lexer::{Lexed, Token},
    parser::{self, Parsed},
    span::Span,
    vocabulary::Vocabulary,
};

impl Vocabulary {
    /// As [`Query::typed`].
    pub fn typed(&self, text: &str) -> Query {
        self.reading(text).query
    }

    /// As [`Query::reading`].
    pub fn reading(&self, text: &str) -> TypedQuery {
        let outcome = parser::read(text, true, self);
        let parts = outcome
            .tokens
            .iter()
            .map(|lexed| Piece { span: lexed.span, role: role_at(&outcome, lexed) });
        let parts = parts.collect();
        TypedQuery {
            query: Query::new(outcome.root, outcome.showing, self),
            parts,
            remarks: outcome.remarks,
            notes: outcome.notes,
            is_mixed: outcome.is_mixed,
        }
    }

    /// As [`Query::strict`].
    ///
    /// # Errors
    /// The first thing that a typed text would have been mended by.
    pub fn strict(&self, text: &str) -> Result<Query, QueryError> {
        let outcome = parser::read(text, false, self);
        if let Some(remark) = outcome.remarks.into_iter().next() {
            let before = text.get(..remark.span.start).unwrap_or(text);
            return Err(QueryError { mistake: remark.mistake, column: before.chars().count() });
        }
        Ok(Query::new(outcome.root, outcome.showing, self))
    }
}

/// What a token was taken for in the end.
fn role_at(outcome: &Parsed, lexed: &Lexed) -> PieceRole {
    let holds = |span: &Span| span.start <= lexed.span.start && lexed.span.end <= span.end;
    let mut ignored = outcome.remarks.iter().filter(|remark| remark.is_ignored);
    if ignored.any(|remark| holds(&remark.span)) || outcome.idle.iter().any(holds) {
        return PieceRole::Ignored;
    }
    match lexed.token {
        Token::Open | Token::Close => PieceRole::Bracket,
        Token::Minus
        | Token::Bang
        | Token::Equals
        | Token::And
        | Token::Or
        | Token::Not
        | Token::Near { .. } => PieceRole::Operator,
        Token::Quoted(_) | Token::Word => PieceRole::Text,
        Token::Field(_) => PieceRole::Field,
        Token::Value | Token::Regex => PieceRole::Value,
        Token::Excess => PieceRole::Ignored,
    }
}
