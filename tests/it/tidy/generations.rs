//! Whether an answer is stale is decided in one place.

use std::path::Path;

use syn::{
    BinOp, Expr, ExprBinary, ExprMatch, ItemMod, Pat,
    visit::{self, Visit},
};

use super::{is_test, sources};

/// Compares generations for all others.
const TICKET: &str = "domain/generation.rs";

#[test]
fn generations_are_compared_by_their_ticket_alone() {
    let mut faults = Vec::new();
    let mut n_of_ticket = 0;
    for (path, text) in sources() {
        let found = Comparisons::of(&path, &text);
        if path == Path::new(TICKET) { n_of_ticket = found.len() } else { faults.extend(found) }
    }
    assert!(faults.is_empty(), "\n{faults:#?}\ntake the answer by a `Ticket` instead");
    assert!(0 < n_of_ticket, "{TICKET} compares nothing");
}

#[test]
fn a_comparison_of_generations_is_found_however_it_is_written() {
    let text = "fn f() {
        if generation == self.newest {}
        if self.newest != generation {}
        rows.filter(|it| *it.generation == *other);
        if list.generation() < earlier {}
        if (&asked).opened_generation().eq(&other) {}
        if shown.ticket.newest() == other {}
        match generation { Generation(3) => (), _ => () }
        if rows == n_rows && ticket.take(generation, rows).is_some() {}
        let generation = other == 3;
    }

    #[cfg(test)]
    mod tests {
        fn t(generation: u64) { assert!(generation == 2); }
    }";
    assert_eq!(Comparisons::of(Path::new("a.rs"), text).len(), 7);
}

/// Finds what compares generations in a file.
struct Comparisons {
    path: String,
    faults: Vec<String>,
}

impl Comparisons {
    fn of(path: &Path, text: &str) -> Vec<String> {
        let file = syn::parse_file(text).unwrap();
        let mut found = Self { path: path.display().to_string(), faults: Vec::new() };
        if !is_test(&file.attrs) {
            found.visit_file(&file);
        }
        found.faults
    }

    fn note(&mut self, what: &str) {
        self.faults.push(format!("{}: {what} a generation", self.path));
    }
}

/// Whether an expression is a generation, by its name.
fn is_generation(expr: &Expr) -> bool {
    let named = |name: &str| name.ends_with("generation");
    match expr {
        Expr::Reference(it) => is_generation(&it.expr),
        Expr::Unary(it) => is_generation(&it.expr),
        Expr::Paren(it) => is_generation(&it.expr),
        Expr::Path(it) => it.path.segments.last().is_some_and(|it| named(&it.ident.to_string())),
        Expr::MethodCall(it) => {
            // A ticket gives its newest generation away.
            named(&it.method.to_string()) || it.method == "newest" && it.args.is_empty()
        }
        Expr::Field(it) => match &it.member {
            syn::Member::Named(name) => named(&name.to_string()),
            // The number in it.
            syn::Member::Unnamed(_) => is_generation(&it.base),
        },
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Comparisons {
    fn visit_item_mod(&mut self, it: &'ast ItemMod) {
        if !is_test(&it.attrs) {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_expr_binary(&mut self, it: &'ast ExprBinary) {
        let compares = matches!(
            it.op,
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_)
        );
        if compares && (is_generation(&it.left) || is_generation(&it.right)) {
            self.note("compares");
        }
        visit::visit_expr_binary(self, it);
    }

    fn visit_expr_method_call(&mut self, it: &'ast syn::ExprMethodCall) {
        let compares = matches!(
            it.method.to_string().as_str(),
            "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "cmp" | "partial_cmp"
        );
        if compares && (is_generation(&it.receiver) || it.args.iter().any(is_generation)) {
            self.note("compares");
        }
        visit::visit_expr_method_call(self, it);
    }

    fn visit_expr_match(&mut self, it: &'ast ExprMatch) {
        let is_bound = |pat: &Pat| matches!(pat, Pat::Ident(_) | Pat::Wild(_));
        if is_generation(&it.expr) && !it.arms.iter().all(|arm| is_bound(&arm.pat)) {
            self.note("matches on");
        }
        visit::visit_expr_match(self, it);
    }
}
