//! What a query asks besides marks: an article that was listed stays although it has been read.

use super::{
    Query,
    criterion::Criterion,
    fields::ArticleState,
    tree::{Node, NodeKind},
};

impl Query {
    /// The query if marks never stood in the way of an article; `None` if it asks for no marks.
    ///
    /// ```
    /// use dateline::query::Query;
    /// let lasting = |text: &str| Query::strict(text).unwrap().lasting().map(|it| it.to_string());
    /// assert_eq!(lasting("ferry is:unread").as_deref(), Some("ferry *"));
    /// assert_eq!(lasting("ferry -is:read").as_deref(), Some("ferry -(-*)"));
    /// assert_eq!(lasting("ferry is:copy"), None);
    /// ```
    pub fn lasting(&self) -> Option<Self> {
        let root = self.root().filter(|root| asks_marks(root))?;
        let root = Some(freed(root, true));
        Some(Self::new(root, self.showing(), self.vocabulary()))
    }
}

fn is_mark(node: &Node) -> bool {
    use ArticleState::{Changed, Read, Starred, Unread};
    matches!(node.kind, NodeKind::Criterion(Criterion::Is(Read | Unread | Starred | Changed)))
}

fn asks_marks(node: &Node) -> bool {
    is_mark(node) || node.children().iter().any(asks_marks)
}

/// The node with marks that are as it wants them, or does not want them.
fn freed(node: &Node, is_wanted: bool) -> Node {
    let all = || Node::new(NodeKind::All, node.span);
    let members = |members: &[Node]| members.iter().map(|it| freed(it, is_wanted)).collect();
    let kind = match &node.kind {
        _ if is_mark(node) && is_wanted => NodeKind::All,
        _ if is_mark(node) => NodeKind::Not(Box::new(all())),
        NodeKind::Not(inner) => NodeKind::Not(Box::new(freed(inner, !is_wanted))),
        NodeKind::And(parts) => NodeKind::And(members(parts)),
        NodeKind::Or(parts) => NodeKind::Or(members(parts)),
        other => other.clone(),
    };
    Node::new(kind, node.span)
}
