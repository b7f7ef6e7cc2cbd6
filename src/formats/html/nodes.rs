//! The nodes of a page as paragraphs with shapes.

use dom_query::{Document, NodeRef};

use crate::{
    base::Clean,
    domain::{Block, SpanKind},
    formats::composer::{Body, Composer},
};

/// How a break between two parts is written.
const RULE: &str = "* * *";

/// Elements whose content is not text.
const HIDDEN: [&str; 14] = [
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "form",
    "button", "select", "nav", "textarea",
];

/// Elements that words run on through.
const INLINE: [&str; 30] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "u",
];

/// All text of a page, or of a part of one.
pub(super) fn body(document: &Document) -> Body {
    let root = document.body().unwrap_or_else(|| document.root());
    let mut walk = Walk { composer: Composer::default(), n_preformatted: 0, n_cells: 0 };
    let mut node = root.first_child();
    let mut depth = 0_usize;
    // Steps from node to node: a walk by calls would need as much stack as the page is deep.
    while let Some(here) = node {
        if walk.enter(&here)
            && let Some(child) = here.first_child()
        {
            depth += 1;
            node = Some(child);
            continue;
        }
        let mut left = here;
        node = loop {
            walk.leave(&left);
            if let Some(next) = left.next_sibling() {
                break Some(next);
            }
            if depth == 0 {
                break None;
            }
            depth -= 1;
            match left.parent() {
                Some(parent) => left = parent,
                None => break None,
            }
        };
    }
    walk.composer.finish()
}

struct Walk {
    composer: Composer,
    /// Elements around the text whose blanks count.
    n_preformatted: usize,
    /// Cells of tables around the text.
    n_cells: usize,
}

impl Walk {
    /// Begins a node; whether its children are text.
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            self.text(&node.text());
            return false;
        }
        let Some(name) = node.node_name() else { return true };
        let name = &*name;
        if HIDDEN.contains(&name) {
            return false;
        }
        let composer = &mut self.composer;
        match name {
            "b" | "strong" => composer.open(Some(SpanKind::Strong)),
            "i" | "em" | "cite" => composer.open(Some(SpanKind::Emphasis)),
            "s" | "strike" | "del" => composer.open(Some(SpanKind::Strike)),
            "code" | "kbd" | "samp" => composer.open(Some(SpanKind::Code)),
            "a" => composer.open(node.attr("href").and_then(|it| web_address(&it))),
            name if INLINE.contains(&name) => composer.open(None),
            "br" => composer.end_line(true),
            "img" => self.image(node),
            // A cell holds lines of text; what else is in it would break its row.
            _ if 0 < self.n_cells && !matches!(name, "td" | "th") => composer.text(" "),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                composer.begin(Block::Heading(name.as_bytes()[1] - b'0'));
            }
            "blockquote" => composer.begin_quote(),
            "ul" | "menu" => composer.begin_list(None),
            "ol" => {
                let first = node.attr("start").and_then(|start| start.parse().ok());
                composer.begin_list(Some(first.unwrap_or(1)));
            }
            "li" => composer.begin_item(),
            "pre" => {
                composer.begin(Block::Code);
                self.n_preformatted += 1;
            }
            "hr" => composer.add(Block::Rule, RULE),
            "table" => composer.begin_table(),
            "tr" => composer.begin_row(),
            "td" | "th" => self.n_cells += 1,
            _ => composer.end(),
        }
        true
    }

    /// Ends a node that was entered.
    fn leave(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            return;
        }
        let Some(name) = node.node_name() else { return };
        let name = &*name;
        if HIDDEN.contains(&name) || matches!(name, "br" | "img" | "hr") {
            return;
        }
        let composer = &mut self.composer;
        match name {
            name if INLINE.contains(&name) => composer.close(),
            "td" | "th" => {
                self.n_cells = self.n_cells.saturating_sub(1);
                if self.n_cells == 0 {
                    composer.end_cell();
                }
            }
            _ if 0 < self.n_cells => composer.text(" "),
            "blockquote" => composer.end_quote(),
            "ul" | "ol" | "menu" => composer.end_list(),
            "li" => composer.end_item(),
            "pre" => {
                self.n_preformatted = self.n_preformatted.saturating_sub(1);
                composer.end();
            }
            "table" => composer.end_table(),
            "tr" => (),
            _ => composer.end(),
        }
    }

    fn text(&mut self, text: &str) {
        if 0 < self.n_preformatted && self.n_cells == 0 {
            for line in text.split_inclusive('\n') {
                self.composer.text(line.trim_end_matches(['\n', '\r']));
                if line.ends_with('\n') {
                    self.composer.end_line(true);
                }
            }
            return;
        }
        let mut is_blank = self.composer.written().is_empty()
            || self.composer.written().ends_with(char::is_whitespace);
        let mut collapsed = String::with_capacity(text.len());
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if !is_space {
                collapsed.push(c);
            } else if !is_blank {
                collapsed.push(' ');
            }
            is_blank = is_space;
        }
        self.composer.text(&collapsed);
    }

    fn image(&mut self, node: &NodeRef<'_>) {
        let Some(description) = node.attr("alt").filter(|alt| !alt.trim().is_empty()) else {
            return;
        };
        self.composer.open(node.attr("src").and_then(|it| web_address(&it)));
        self.text(&format!("[image: {}]", description.trim()));
        self.composer.close();
    }
}

fn web_address(address: &str) -> Option<SpanKind> {
    let starts = ["http://", "https://", "mailto:"];
    let is_web = starts.iter().any(|start| address.starts_with(start));
    is_web.then(|| SpanKind::Link(Clean::showing_gaps(address).0))
}
