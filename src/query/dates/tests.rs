//! What ranges of days mean.

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

#[track_caller]
fn check(text: &str, first: &str, last: &str) {
    let some = |text: &str| (!text.is_empty()).then(|| date(text));
    let period = Period::parse(text).unwrap();
    // A Thursday.
    let days = period.days(date("2022-02-17"));
    assert_eq!(days, DaySpan::Between(some(first), some(last)), "{text}");
    assert_eq!(Period::parse(&period.to_string()), Ok(period), "{text}");
}

#[test]
fn both_ends_are_included_at_their_own_precision() {
    check("2022", "2022-01-01", "2022-12-31");
    check("2022-02", "2022-02-01", "2022-02-28");
    check("2022-02-15", "2022-02-15", "2022-02-15");
    check("20220215", "2022-02-15", "2022-02-15");
    check("2022-02..03", "2022-02-01", "2022-03-31");
    check("2022-02-10..15", "2022-02-10", "2022-02-15");
    check("2022-02-10..03-15", "2022-02-10", "2022-03-15");
    check("2020..2022", "2020-01-01", "2022-12-31");
    check("2020..22", "2020-01-01", "2022-12-31");
    check("2022-02..2022-03-05", "2022-02-01", "2022-03-05");
}

#[test]
fn ends_may_be_open() {
    check("..2022-03", "", "2022-03-31");
    check("2022..", "2022-01-01", "");
    check("..", "", "");
    check("all", "", "");
    check(">2022", "2023-01-01", "");
    check(">=2022", "2022-01-01", "");
    check("<2022-02", "", "2022-01-31");
    check("<=2022-02", "", "2022-02-28");
}

#[test]
fn days_are_meant_from_today() {
    check("today", "2022-02-17", "2022-02-17");
    check("\"last week\"", "2022-02-07", "2022-02-13");
    check("\"3 days ago\"..", "2022-02-14", "");
    check("\"3 days ago\"..yesterday", "2022-02-14", "2022-02-16");
    check("\"3 days ago\"..\"a day ago\"", "2022-02-14", "2022-02-16");
    check("monday..", "2022-02-14", "");
    check("P1W", "2022-02-11", "2022-02-17");
    check("P1M", "2022-01-18", "2022-02-17");
    check("p1Y2M3D", "2020-12-15", "2022-02-17");
    check("2014-02/04", "2014-02-01", "2014-04-30");
    check("2014-02/2014-04", "2014-02-01", "2014-04-30");
    check("2022/02", "2022-02-01", "2022-02-28");
    check("2022/2/15", "2022-02-15", "2022-02-15");
    check("15.2.2022", "2022-02-15", "2022-02-15");
    check("15/2/2022", "2022-02-15", "2022-02-15");
    check("2/15/2022", "2022-02-15", "2022-02-15");
    check("3/3/2022", "2022-03-03", "2022-03-03");
}

#[test]
fn what_can_be_read_in_two_ways_is_refused() {
    let two = |one: &str, two: &str| Err(QueryMistake::TwoDays(one.to_owned(), two.to_owned()));
    assert_eq!(Period::parse("1/2/2022"), two("2022-02-01", "2022-01-02"));
    assert_eq!(Period::parse("1-2-22"), two("2022-02-01", "2022-01-02"));
    assert_eq!(Period::parse("1/2"), two("1 feb", "2 jan"));
    assert_eq!(Period::parse("..1/2/2022"), two("2022-02-01", "2022-01-02"));
    assert_eq!(Period::parse("2022-03..2022-02"), Err(QueryMistake::Reversed));
    for text in ["soon", "2022-13", "2022..soon", "P", "P1X", "31/31/2022", ">"] {
        assert!(matches!(Period::parse(text), Err(QueryMistake::NotADay(_))), "{text}");
    }
}

#[test]
fn days_are_understood_in_the_language_chosen() {
    use crate::base::language::{Speech, language, speaking};
    let german = Speech::of(language("de").unwrap());
    let days = speaking(german, || {
        Period::parse("\"vor 3 Tagen\"..gestern").unwrap().days(date("2022-02-17"))
    });
    assert_eq!(days, DaySpan::Between(Some(date("2022-02-14")), Some(date("2022-02-16"))));
}

proptest! {
    #[test]
    fn any_text_is_a_period_or_a_mistake(
        text in "[0-9a-z ./,\"-]{0,16}|P[0-9]{0,12}[YMWD]|[0-9]{1,10} (day|year)s ago|\\PC*",
    ) {
        if let Ok(period) = Period::parse(&text) {
            period.days(date("2022-02-17"));
            prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
        }
    }

    #[test]
    fn a_range_of_days_holds_its_ends(first in 700_000i32..740_000, length in 0i32..3000) {
        let day = |number| NaiveDate::from_num_days_from_ce_opt(number).unwrap();
        let (first, last) = (day(first), day(first + length));
        let span = Period::parse(&format!("{first}..{last}")).unwrap().days(date("2022-02-17"));
        for (date, expected) in [
            (first.pred_opt(), false),
            (Some(first), true),
            (Some(last), true),
            (last.succ_opt(), false),
            (None, false),
        ] {
            prop_assert_eq!(span.contains(date), expected);
        }
    }
}
