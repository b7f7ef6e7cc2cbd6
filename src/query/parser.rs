//! From tokens to the tree, by precedence: `OR`, then `AND` (written or not), then `NOT`, then `NEAR`.
//!
//! There is one way to read a query. What cannot be taken as it stands is left out or mended, and
//! said; the strict reading is an error if anything was said. Only brackets nest, and no deeper than
//! [`MOST_LEVELS`].

use super::{
    clause::{Clause, TextScope},
    fields::QueryField,
    lexer::{Lexed, Token, lex, range},
    limits::{MOST_LEVELS, NEAR_MAX, NEAR_USUAL},
    mistake::{Note, QueryMistake},
    near::{Gap, Proximity},
    showing::Showing,
    span::Span,
    tree::{Node, NodeKind},
    vocabulary::Vocabulary,
};

/// What is said of a part that cannot be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub span: Span,
    pub mistake: QueryMistake,
    /// It was left out; else it was mended.
    pub is_ignored: bool,
}

/// All that was read from a text.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) root: Option<Node>,
    pub(super) showing: Showing,
    pub(super) tokens: Vec<Lexed>,
    pub(super) remarks: Vec<Remark>,
    /// Tokens that say nothing.
    pub(super) idle: Vec<Span>,
    pub(super) notes: Vec<Note>,
    /// `OR` and `AND` met without brackets.
    pub(super) is_mixed: bool,
}

pub(super) fn read(text: &str, is_typing: bool, vocabulary: &Vocabulary) -> Parsed {
    let tokens = lex(text, is_typing);
    let outcome = Parsed { tokens: tokens.clone(), ..Parsed::default() };
    let place = Within::default();
    let mut parser = Parser { text, tokens, at: 0, is_typing, vocabulary, place, outcome };
    parser.outcome.root = parser.either();
    if parser.outcome.root.is_none() && !parser.outcome.showing.says_anything() {
        let spans = parser.outcome.tokens.iter().map(|lexed| lexed.span);
        if let Some(all) = spans.reduce(Span::to).filter(|_| parser.outcome.remarks.is_empty()) {
            parser.fault(all, QueryMistake::NoWord);
        }
    }
    parser.outcome
}

/// What stands around the place that is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Within {
    pub(super) depth: usize,
    pub(super) scope: TextScope,
    /// The field whose values stand in these brackets.
    pub(super) field: Option<QueryField>,
    /// Under a sign or next to `NEAR`.
    pub(super) is_bound: bool,
}

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    tokens: Vec<Lexed>,
    at: usize,
    pub(super) is_typing: bool,
    pub(super) vocabulary: &'t Vocabulary,
    pub(super) place: Within,
    pub(super) outcome: Parsed,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).map(|lexed| lexed.token)
    }

    pub(super) fn take(&mut self) -> Option<Lexed> {
        let lexed = self.tokens.get(self.at)?.clone();
        self.at += 1;
        Some(lexed)
    }

    /// The token that is read next, if nothing stands between it and `end`.
    pub(super) fn adjacent(&self, end: usize) -> Option<Token> {
        self.tokens.get(self.at).filter(|next| next.span.start == end).map(|next| next.token)
    }

    pub(super) fn slice(&self, span: Span) -> &'t str {
        self.text.get(range(span)).unwrap_or_default()
    }

    pub(super) fn scope(&self) -> TextScope {
        self.place.scope
    }

    /// Leaves out what stands at `span`.
    pub(super) fn ignore(&mut self, span: Span, mistake: QueryMistake) {
        self.outcome.remarks.push(Remark { span, mistake, is_ignored: true });
    }

    /// Says what is wrong at `span`, although it could be mended.
    pub(super) fn fault(&mut self, span: Span, mistake: QueryMistake) {
        self.outcome.remarks.push(Remark { span, mistake, is_ignored: false });
    }

    /// Nothing can be typed behind it any more without a blank.
    pub(super) fn is_open_at(&self, end: usize) -> bool {
        self.is_typing && end == self.text.len()
    }

    fn either(&mut self) -> Option<Node> {
        let (mut members, mut operator): (Vec<Node>, Option<Span>) = (Vec::new(), None);
        loop {
            match (self.all(), operator.take()) {
                (Some(member), _) => members.push(member),
                (None, Some(span)) => self.ignore(span, QueryMistake::NothingRight("OR")),
                (None, None) => {}
            }
            if self.peek() != Some(Token::Or) {
                break;
            }
            let Some(lexed) = self.take() else { break };
            if members.is_empty() {
                self.ignore(lexed.span, QueryMistake::NothingLeft("OR"));
            } else {
                operator = Some(lexed.span);
            }
        }
        let is_and = |node: &Node| matches!(node.kind, NodeKind::And(_));
        self.outcome.is_mixed |= 1 < members.len() && members.iter().any(is_and);
        Node::any(members)
    }

    fn all(&mut self) -> Option<Node> {
        let (mut members, mut operator): (Vec<Node>, Option<Span>) = (Vec::new(), None);
        let first = self.at;
        while let Some(token) = self.peek() {
            match token {
                Token::Or => break,
                Token::Close if 0 < self.place.depth => break,
                Token::Close => {
                    if let Some(lexed) = self.take() {
                        self.ignore(lexed.span, QueryMistake::ExtraBracket);
                    }
                }
                Token::And => {
                    let Some(lexed) = self.take() else { break };
                    if let Some(span) = operator.take() {
                        self.ignore(span, QueryMistake::NothingRight("AND"));
                    }
                    if members.is_empty() {
                        self.ignore(lexed.span, QueryMistake::NothingLeft("AND"));
                    } else {
                        operator = Some(lexed.span);
                    }
                }
                _ => {
                    if let Some(member) = self.unary() {
                        members.push(member);
                        operator = None;
                    }
                }
            }
        }
        if let Some(span) = operator {
            self.ignore(span, QueryMistake::NothingRight("AND"));
        }
        self.note_both(first, &members);
        Node::all(members)
    }

    /// An article has one source as a rule: two of them are hardly ever meant.
    fn note_both(&mut self, first: usize, members: &[Node]) {
        let Some(field @ (QueryField::Source | QueryField::Lang | QueryField::Path)) =
            self.place.field
        else {
            return;
        };
        let n_named = members.iter().filter(|it| matches!(it.kind, NodeKind::Criterion(_))).count();
        let is_written = self.tokens[first..self.at].iter().any(|it| it.token == Token::And);
        if 1 < n_named
            && !is_written
            && let (Some(one), Some(two)) = (members.first(), members.last())
        {
            self.outcome.notes.push(Note::Both { span: one.span.to(two.span), field });
        }
    }

    fn unary(&mut self) -> Option<Node> {
        let (mut signs, mut end): (Vec<(Span, QueryMistake)>, Option<usize>) = (Vec::new(), None);
        while let Some(token @ (Token::Not | Token::Minus | Token::Bang)) = self.peek() {
            if end.is_some_and(|end| self.adjacent(end).is_none()) {
                break;
            }
            let lexed = self.take()?;
            let mistake = match token {
                Token::Not => QueryMistake::NothingRight("NOT"),
                _ => QueryMistake::Minus,
            };
            signs.push((lexed.span, mistake));
            // A sign stands right before what it negates.
            end = (token != Token::Not).then_some(lexed.span.end);
        }
        let is_apart = end.is_some_and(|end| self.adjacent(end).is_none());
        let place = self.place;
        self.place.is_bound |= !signs.is_empty();
        let node = match self.peek() {
            _ if is_apart => None,
            Some(Token::Near { .. }) => {
                self.stray_near();
                None
            }
            _ if self.is_operand() => self.near(),
            _ => None,
        };
        self.place = place;
        let Some(node) = node else {
            for (span, mistake) in signs {
                self.ignore(span, mistake);
            }
            return None;
        };
        match signs.first() {
            Some((first, _)) if signs.len() % 2 == 1 => {
                let span = first.to(node.span);
                Some(node.negated(span))
            }
            _ => Some(node),
        }
    }

    /// `NEAR` with nothing on its left.
    fn stray_near(&mut self) {
        let Some(lexed) = self.take() else { return };
        let Token::Near { is_ordered, .. } = lexed.token else { return };
        self.ignore(lexed.span, QueryMistake::NothingLeft(near_name(is_ordered)));
    }

    /// Whether what is read next is something that can be found, or says nothing.
    fn is_operand(&self) -> bool {
        !matches!(
            self.peek(),
            None | Some(
                Token::Close
                    | Token::And
                    | Token::Or
                    | Token::Not
                    | Token::Minus
                    | Token::Bang
                    | Token::Near { .. }
            )
        )
    }

    fn near(&mut self) -> Option<Node> {
        let is_bound = self.place.is_bound;
        let mut sides: Vec<Node> = self.primary().into_iter().collect();
        let mut gaps: Vec<(Span, Gap)> = Vec::new();
        while let Some(Token::Near { n, is_ordered }) = self.peek() {
            let Some(lexed) = self.take() else { break };
            let span = lexed.span;
            if sides.is_empty() {
                self.ignore(span, QueryMistake::NothingLeft(near_name(is_ordered)));
                continue;
            }
            self.place.is_bound = true;
            let right = if self.is_operand() { self.primary() } else { None };
            self.place.is_bound = is_bound;
            let Some(right) = right else {
                self.ignore(span, QueryMistake::NothingRight(near_name(is_ordered)));
                continue;
            };
            let n = n.unwrap_or(NEAR_USUAL);
            if !(1..=NEAR_MAX).contains(&n) {
                self.fault(span, QueryMistake::NearFar);
            }
            gaps.push((span, Gap { n: n.clamp(1, NEAR_MAX), is_ordered }));
            sides.push(right);
        }
        if gaps.is_empty() {
            return sides.pop();
        }
        let clauses: Option<Vec<Vec<Clause>>> = sides.iter().map(side).collect();
        let scopes = |sides: &[Vec<Clause>]| {
            let mut scopes = sides.iter().flatten().map(Clause::scope);
            let first = scopes.next();
            scopes.all(|scope| Some(scope) == first)
        };
        let span = sides.first()?.span.to(sides.last()?.span);
        if let Some(clauses) = clauses.filter(|clauses| scopes(clauses)) {
            let gaps = gaps.into_iter().map(|(_, gap)| gap).collect();
            return Some(Node::new(NodeKind::Near(Proximity::new(clauses, gaps)), span));
        }
        for (span, _) in gaps {
            self.ignore(span, QueryMistake::NearWhat);
        }
        Node::all(sides)
    }

    pub(super) fn primary(&mut self) -> Option<Node> {
        let lexed = self.take()?;
        let span = lexed.span;
        match lexed.token {
            Token::Open => self.group(span, self.place),
            Token::Field(field) => self.field(field, span),
            Token::Word => self.word(span),
            Token::Quoted(quoted) => self.quoted(span, quoted),
            Token::Equals => self.equals(span),
            Token::Regex => self.regex(span),
            Token::Value => {
                let field = self.place.field?;
                self.value(field, span, span)
            }
            Token::Excess => {
                self.ignore(span, QueryMistake::TooLong);
                None
            }
            Token::Close
            | Token::Minus
            | Token::Bang
            | Token::And
            | Token::Or
            | Token::Not
            | Token::Near { .. } => None,
        }
    }

    /// What stands in brackets that `open` has opened.
    pub(super) fn group(&mut self, open: Span, place: Within) -> Option<Node> {
        if MOST_LEVELS <= self.place.depth {
            self.skip_group(open);
            return None;
        }
        let outside = self.place;
        self.place = Within { depth: outside.depth + 1, ..place };
        let n_remarks = self.outcome.remarks.len();
        let node = self.either();
        self.place = outside;
        let close = self.take().map(|close| close.span);
        if node.is_none() && n_remarks == self.outcome.remarks.len() {
            self.ignore(close.map_or(open, |close| open.to(close)), QueryMistake::EmptyBrackets);
        }
        if close.is_none() {
            self.fault(open, QueryMistake::OpenBracket);
        }
        node.map(|node| Node { span: open.to(close.unwrap_or(node.span)), ..node })
    }

    /// Passes over brackets that are too deep.
    fn skip_group(&mut self, open: Span) {
        let (mut n_open, mut span) = (1, open);
        while 0 < n_open {
            let Some(lexed) = self.take() else { break };
            match lexed.token {
                Token::Open => n_open += 1,
                Token::Close => n_open -= 1,
                _ => {}
            }
            span = span.to(lexed.span);
        }
        self.ignore(span, QueryMistake::TooDeep);
    }

    /// The words right before and right after the token read last are words, too.
    pub(super) fn is_between_words(&self) -> bool {
        let is_word = |at: Option<usize>| {
            at.and_then(|at| self.tokens.get(at)).is_some_and(|it| {
                matches!(
                    it.token,
                    Token::Word | Token::Quoted(_) | Token::Field(_) | Token::Close | Token::Open
                )
            })
        };
        is_word(self.at.checked_sub(2)) && is_word(Some(self.at))
    }
}

fn near_name(is_ordered: bool) -> &'static str {
    if is_ordered { "BEFORE" } else { "NEAR" }
}

/// The words of one side of a `NEAR`, if it is one: a word or phrase, or some with `OR`.
fn side(node: &Node) -> Option<Vec<Clause>> {
    match &node.kind {
        NodeKind::Text(clause) => Some(vec![clause.clone()]),
        NodeKind::Or(members) => {
            let sides: Option<Vec<Vec<Clause>>> = members
                .iter()
                .map(|member| match &member.kind {
                    NodeKind::Text(clause) => Some(vec![clause.clone()]),
                    _ => None,
                })
                .collect();
            sides.map(|sides| sides.concat())
        }
        _ => None,
    }
}
