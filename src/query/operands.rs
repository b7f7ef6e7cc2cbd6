//! What stands behind a field, an equals sign, or between strokes.

use super::{
    clause::TextScope,
    criterion::Criterion,
    fields::QueryField,
    lexer::Token,
    mistake::QueryMistake,
    parser::{Parser, Within},
    span::Span,
    tree::{Node, NodeKind},
    values,
};

impl Parser<'_> {
    pub(super) fn equals(&mut self, sign: Span) -> Option<Node> {
        if let Some(token @ (Token::Word | Token::Quoted(_))) = self.adjacent(sign.end) {
            let operand = self.take()?.span;
            return self.exact(sign, operand, token);
        }
        self.ignore(sign, QueryMistake::NoWord);
        None
    }

    pub(super) fn field(&mut self, field: QueryField, name: Span) -> Option<Node> {
        let Some(next) = self.adjacent(name.end) else {
            self.ignore(name, QueryMistake::NoValue(field));
            return None;
        };
        let place = self.place;
        let scope = match field {
            QueryField::Title => TextScope::Title,
            QueryField::Body => TextScope::Body,
            _ => place.scope,
        };
        let within = Within { scope, field: (!field.takes_text()).then_some(field), ..place };
        let node = match next {
            Token::Open => {
                let open = self.take()?.span;
                self.group(open, within)
            }
            Token::Value => {
                let value = self.take()?.span;
                self.value(field, value, name.to(value))
            }
            Token::Word | Token::Quoted(_) | Token::Equals | Token::Regex if field.takes_text() => {
                self.place = within;
                let node = self.primary();
                self.place = place;
                node
            }
            _ => {
                self.ignore(name, QueryMistake::NoValue(field));
                None
            }
        };
        node.map(|node| Node { span: name.to(node.span), ..node })
    }

    /// The value of a field; `span` with the name of the field, if it stands there.
    pub(super) fn value(&mut self, field: QueryField, value: Span, span: Span) -> Option<Node> {
        if let QueryField::Sort | QueryField::Limit = field {
            let is_on_top = self.place.depth == 0 && !self.place.is_bound;
            let text = self.slice(value);
            let shown = if is_on_top {
                self.outcome.showing.take(field, text)
            } else {
                Err(QueryMistake::NotOnTop(field))
            };
            if let Err(mistake) = shown {
                self.ignore(span, mistake);
            }
            return None;
        }
        match values::read(self, field, value) {
            Ok(column) => Some(Node::new(NodeKind::Criterion(column), span)),
            Err(mistake) => {
                self.ignore(span, mistake);
                None
            }
        }
    }

    pub(super) fn regex(&mut self, span: Span) -> Option<Node> {
        let regex = values::regex(self.slice(span));
        let column = regex.and_then(|regex| match self.place.scope {
            TextScope::Anywhere => Ok(Criterion::Any(regex)),
            TextScope::Title => Ok(Criterion::Title(regex)),
            TextScope::Body => Err(QueryMistake::RegexWhere),
        });
        match column {
            Ok(column) => Some(Node::new(NodeKind::Criterion(column), span)),
            Err(mistake) => {
                self.ignore(span, mistake);
                None
            }
        }
    }
}
