//! Any text is understood as a query or explained, and whatever it finds lies within the text.
#![no_main]

use dateline::domain::Query;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str)| {
    let (asked, text) = texts;
    let typed = Query::parse(asked, true).expect("while typing nothing is a mistake");
    for query in Query::parse(asked, false).into_iter().chain([typed]) {
        let mut last = 0;
        for found in query.matches(text) {
            assert!(last <= found.start && found.start < found.end);
            assert!(text.get(found.clone()).is_some());
            last = found.end;
        }
        let needs_nothing = query.clauses().iter().all(|clause| clause.is_negative());
        if query.is_satisfied_by([text]) && !needs_nothing {
            assert!(0 < last, "satisfied, but nothing to highlight");
        }
    }
    if let Err(error) = Query::parse(asked, false) {
        assert!(error.column <= asked.chars().count());
    }
});
