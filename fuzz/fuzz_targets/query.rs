//! Any text is understood as a query or explained; every piece of it is accounted for, what is
//! printed reads back, and whatever a query finds lies within the text.
#![no_main]

use dateline::query::{Query, TextPart};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str)| {
    let (asked, text) = texts;
    let reading = Query::reading(asked);
    let mut end = 0;
    for part in &reading.parts {
        assert!(asked[end..part.span.start].trim().is_empty(), "left out before {part:?}");
        end = part.span.end;
    }
    assert!(asked[end..].trim().is_empty(), "left out at the end");
    let strict = Query::strict(asked);
    for query in strict.iter().chain([&reading.query]) {
        assert_eq!(&Query::typed(&query.as_typed()), query);
        for part in [TextPart::Title, TextPart::Paragraph] {
            let mut last = 0;
            for found in query.matches(text, part) {
                assert!(last <= found.start && found.start < found.end);
                assert!(text.get(found.clone()).is_some());
                last = found.end;
            }
        }
        query.plan();
        query.is_satisfied_by([text, text]);
    }
    match strict {
        Ok(query) => assert_eq!(Query::strict(&query.to_string()), Ok(query)),
        Err(error) => assert!(error.column <= asked.chars().count()),
    }
});
