//! The language, tried: what is written means, what is wrong is said, and any text is read.

mod cases;
mod matching;
mod properties;

use super::*;

/// The tree of a query as others write trees: `(and a (not b))`.
pub(super) fn sketch(query: &Query) -> String {
    let mut said: Vec<String> = query.root().map(of).into_iter().collect();
    let showing = query.showing();
    if let Some(sort) = showing.sort {
        let turned = if sort.is_reversed { " reversed" } else { "" };
        said.push(format!("sort {:?}{turned}", sort.by));
    }
    said.extend(showing.limit.map(|limit| format!("limit {limit}")));
    said.join(" ")
}

fn of(node: &Node) -> String {
    let list = |name: &str, members: &[Node]| {
        let members: Vec<String> = members.iter().map(of).collect();
        format!("({name} {})", members.join(" "))
    };
    match &node.kind {
        NodeKind::All => "*".to_owned(),
        NodeKind::Text(clause) => words_of(clause),
        NodeKind::Near(near) => {
            let words = |side: &[Clause]| side.iter().map(words_of).collect::<Vec<_>>().join("|");
            let mut said = vec!["(near".to_owned()];
            for (nth, side) in near.sides().iter().enumerate() {
                let gap = nth.checked_sub(1).map(|before| near.gaps()[before]);
                let sign = |gap: Gap| if gap.is_ordered { "<" } else { "" };
                said.extend(gap.map(|gap| format!("{}{}", sign(gap), gap.n)));
                said.push(words(side));
            }
            said.join(" ") + ")"
        }
        NodeKind::Criterion(_) => {
            Query::new(Some(node.clone()), Showing::default(), &Vocabulary::default()).to_string()
        }
        NodeKind::Not(inner) => format!("(not {})", of(inner)),
        NodeKind::And(members) => list("and", members),
        NodeKind::Or(members) => list("or", members),
    }
}

/// The folded words of a clause, with signs for how they are compared.
fn words_of(clause: &Clause) -> String {
    let scope = match clause.scope() {
        TextScope::Anywhere => "",
        TextScope::Title => "title:",
        TextScope::Body => "body:",
    };
    let form = match clause.writing() {
        Writing::Bare => "",
        Writing::Quoted => "'",
        Writing::Exact => "=",
    };
    let ending = match clause.ending() {
        Ending::Whole => String::new(),
        Ending::Begun => "*".to_owned(),
        Ending::Fuzzy(distance) => format!("~{distance}"),
        Ending::Pattern => "?".to_owned(),
    };
    format!("{scope}{form}{}{ending}", clause.tokens().join("+"))
}
