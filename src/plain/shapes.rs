//! Says in words what the screen shows by its looks: headings, quotations, items, code, tables.

use crate::{
    base::{Clean, wording},
    domain::{Block, Marker, Shape},
};

/// A paragraph with what it is before it, unless it is an ordinary one or goes on from the one
/// above.
pub(super) fn told(text: &Clean, shape: &Shape) -> Clean {
    let kind = match (shape.block, shape.marker) {
        (Block::Heading(_), _) => wording!("plain-heading"),
        (_, Some(marker)) => return item(text, marker),
        (Block::Code | Block::Paragraph, None) if shape.goes_on => return text.clone(),
        (Block::Code, _) => wording!("plain-code"),
        (Block::TableHead, _) => wording!("plain-columns"),
        (Block::TableRow, _) => wording!("plain-row"),
        (Block::Rule, _) => return Clean::new(wording!("plain-rule")),
        (Block::Paragraph, None) if 0 < shape.n_quotes => wording!("plain-quotation"),
        (Block::Image | Block::Paragraph, None) => return text.clone(),
    };
    Clean::new(&format!("{kind} {text}"))
}

fn item(text: &Clean, marker: Marker) -> Clean {
    let kind = match marker {
        Marker::Bullet => wording!("plain-item").to_owned(),
        Marker::Number(number) => wording!("plain-item-n", number = number),
        Marker::Task { is_done: true } => wording!("plain-item-done").to_owned(),
        Marker::Task { is_done: false } => wording!("plain-item-open").to_owned(),
    };
    Clean::new(&format!("{kind} {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_would_show_is_said_once() {
        let text = Clean::new("The weir");
        let plain = Shape::default();
        let code = Shape { block: Block::Code, ..Shape::default() };
        for (shape, expected) in [
            (plain.clone(), "The weir"),
            (Shape { block: Block::Heading(2), ..plain.clone() }, "Heading: The weir"),
            (Shape { n_quotes: 1, ..plain.clone() }, "Quotation: The weir"),
            (Shape { marker: Some(Marker::Bullet), ..plain.clone() }, "Item: The weir"),
            (Shape { marker: Some(Marker::Number(1001)), ..plain.clone() }, "Item 1,001: The weir"),
            (
                Shape { marker: Some(Marker::Task { is_done: true }), ..plain },
                "Item, done: The weir",
            ),
            (Shape { goes_on: true, ..code.clone() }, "The weir"),
            (code, "Code: The weir"),
        ] {
            assert_eq!(told(&text, &shape).as_str(), expected);
        }
    }
}
