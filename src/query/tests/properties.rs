//! What holds for any text. `QUERY_CASES=100000` tries more of them.

use proptest::prelude::*;

use super::*;

fn cases() -> u32 {
    std::env::var("QUERY_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(2_000)
}

/// Pieces that mean something, in any order, and characters that mean nothing.
fn any_query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "a", "bc", "rust", "OR", "AND", "NOT", "NEAR", "NEAR/3", "BEFORE/2", "-", "!", "(", ")",
            "\"", "“", "»", "*", "~", "~2", "=", "/", "/i", "title:", "body:", "source:", "url:",
            "path:", "lang:", "words:", "id:", "date:", "added:", "since:", "is:", "sort:", "limit:",
            "unread", "2022-02", "..", ">5", "\"last week\"", "x.y/z", "http://x.y", "www.", "@", ":",
            "한국에서", "東京", "京", "צה\"ל", "c++", "?", "don't", ".", "\\", "（", "：", "de", "date",
        ]).prop_map(str::to_owned),
        1 => "\\PC",
        5 => Just(" ".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn every_byte_of_what_is_typed_is_accounted_for(text in prop_oneof![any_query(), "\\PC{0,40}".boxed()]) {
        let reading = Query::reading(&text);
        let mut end = 0;
        for part in &reading.parts {
            let between = text.get(end..part.span.start);
            prop_assert!(between.is_some_and(|it| it.trim().is_empty()), "{:?}", reading.parts);
            prop_assert!(text.get(part.span.start..part.span.end).is_some_and(|it| !it.is_empty()));
            end = part.span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
        for Remark { span, mistake, .. } in &reading.remarks {
            prop_assert!(text.get(span.start..span.end).is_some());
            prop_assert!(!mistake.to_string().is_empty());
        }
    }

    #[test]
    fn what_is_printed_reads_back(text in prop_oneof![any_query(), "\\PC{0,20}".boxed()]) {
        let typed = Query::typed(&text);
        let line = typed.as_typed();
        prop_assert_eq!(&Query::typed(&line), &typed, "{} as {}", text, line);
        let Ok(query) = Query::strict(&text) else { return Ok(()) };
        let line = query.to_string();
        let again = Query::strict(&line);
        prop_assert_eq!(again.as_ref(), Ok(&query), "{} as {}", text, line);
        let bracketed = query.bracketed();
        let again = Query::strict(&bracketed);
        prop_assert_eq!(again.as_ref(), Ok(&query), "{} as {}", text, bracketed);
        let line = query.as_typed();
        prop_assert_eq!(&Query::typed(&line), &query, "{} as {}", text, line);
    }

    #[test]
    fn what_is_right_is_typed_to_the_same_tree(text in any_query()) {
        let Ok(query) = Query::strict(&text) else { return Ok(()) };
        let reading = Query::reading(&format!("{text} "));
        prop_assert_eq!(&reading.query, &query);
        prop_assert!(reading.remarks.is_empty(), "{:?}", reading.remarks);
    }

    #[test]
    fn mistakes_have_a_place_in_the_text(text in any_query()) {
        if let Err(error) = Query::strict(&text) {
            prop_assert!(error.column <= text.chars().count());
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn highlights_lie_apart_on_characters(
        query in any_query(), text in "[abé東京+#.한의 \u{301}]{0,16}"
    ) {
        let query = Query::typed(&query);
        let ranges = query.matches(&text, TextPart::Paragraph);
        prop_assert!(ranges.iter().all(|range| range.start < range.end));
        prop_assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()));
        prop_assert!(ranges.is_sorted_by(|a, b| a.end < b.start));
    }
}
