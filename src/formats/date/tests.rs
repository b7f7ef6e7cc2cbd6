//! Which lines are dates, and of which days.

use proptest::prelude::*;

use super::*;

fn day(year: i32, month: u32, day: u32) -> Scan {
    Scan::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

#[test]
fn every_way_to_write_a_day_is_read() {
    for (line, expected) in [
        ("20220215", day(2022, 2, 15)),
        (" 20220215 ", day(2022, 2, 15)),
        ("20240229", day(2024, 2, 29)),
        ("2022-02-15", day(2022, 2, 15)),
        ("2024-4-09", day(2024, 4, 9)),
        ("2010-02-10T10:50:00+0900", day(2010, 2, 10)),
        ("2014-02-24 12:00:00 +0000", day(2014, 2, 24)),
        ("2017-07-08 3:46:23 -0400", day(2017, 7, 8)),
        ("2015-03-17 14:00:00 -4", day(2015, 3, 17)),
        ("2010-12-02 10:14", day(2010, 12, 2)),
        ("2020-07-07T00:00:00.000Z", day(2020, 7, 7)),
        ("2018-01-06T08:00", day(2018, 1, 6)),
        ("20221001T120000Z", day(2022, 10, 1)),
        ("2020/1/10 14:33:00", day(2020, 1, 10)),
        ("2022-02-15Z", day(2022, 2, 15)),
        ("Tue, 15 Feb 2022 10:00:00 EST", day(2022, 2, 15)),
        ("Tue,  15 Feb 2022 10:00:00 -0500 (EST)", day(2022, 2, 15)),
        ("15 Feb 2022 23:59:59 Z", day(2022, 2, 15)),
        ("26 Nov 2013", day(2013, 11, 26)),
        ("12:01 10 Nov 2020", day(2020, 11, 10)),
        ("15 February 2022", day(2022, 2, 15)),
        ("February 15, 2022", day(2022, 2, 15)),
        ("Saturday, April 4, 2009", day(2009, 4, 4)),
        ("Sept. 3rd, 2021 at 4:15 pm", day(2021, 9, 3)),
        ("3-MAR-1987 09:18:21.26", day(1987, 3, 3)),
        ("Fri Aug  5 15:01:40 PDT 2022", day(2022, 8, 5)),
        ("05.06.2017", day(2017, 6, 5)),
    ] {
        assert_eq!(scan(line), expected, "{line}");
    }
}

#[test]
fn days_are_read_in_many_languages_and_with_what_stands_around_them() {
    for (line, expected) in [
        ("12 de outubro de 2017", day(2017, 10, 12)),
        ("June 17, 2015 Wednesday", day(2015, 6, 17)),
        ("15 de febrero del 2022", day(2022, 2, 15)),
        ("Publicado em 12 de Outubro de 2017 às 09h12", day(2017, 10, 12)),
        ("segunda-feira, 14 de fevereiro de 2022", day(2022, 2, 14)),
        ("Le mardi 1er mars 2022", day(2022, 3, 1)),
        ("mardi 14 mars 2006, p. 16", day(2006, 3, 14)),
        ("Veröffentlicht am 15. Februar 2022 um 10:20 Uhr", day(2022, 2, 15)),
        ("Dienstag, 15. Feb. 2022", day(2022, 2, 15)),
        ("Published: 2022-02-15", day(2022, 2, 15)),
        ("Posted on February 15, 2022 at 4:15 p.m.", day(2022, 2, 15)),
        ("Last updated: Feb 15, 2022 10:00 GMT", day(2022, 2, 15)),
        ("15th of February 2022", day(2022, 2, 15)),
        ("February 15th, 2022 (Tuesday)", day(2022, 2, 15)),
        ("January 11, 2010 Monday Late Edition", day(2010, 1, 11)),
        ("15 février 2022", day(2022, 2, 15)),
        ("15 DE FEBRERO DE 2022", day(2022, 2, 15)),
        ("martedì 15 febbraio 2022", day(2022, 2, 15)),
        ("dinsdag 15 februari 2022", day(2022, 2, 15)),
        ("вторник, 15 февраля 2022 г.", day(2022, 2, 15)),
        ("15 лютого 2022 року", day(2022, 2, 15)),
        ("15 lutego 2022", day(2022, 2, 15)),
        ("wtorek, 15 lutego 2022 r.", day(2022, 2, 15)),
        ("15. února 2022", day(2022, 2, 15)),
        ("15 listopada 2022", day(2022, 11, 15)),
        ("15. listopada 2022.", day(2022, 10, 15)),
        ("15. 2. 2022", day(2022, 2, 15)),
        ("15 Şubat 2022 Salı", day(2022, 2, 15)),
        ("Τρίτη, 15 Φεβρουαρίου 2022", day(2022, 2, 15)),
        ("Thứ ba, 15 tháng 2 năm 2022", day(2022, 2, 15)),
        ("ngày 15 tháng 2 năm 2022", day(2022, 2, 15)),
        ("Selasa, 15 Februari 2022", day(2022, 2, 15)),
        ("2022. február 15.", day(2022, 2, 15)),
        ("2022 m. vasario 15 d.", day(2022, 2, 15)),
        ("tiistai 15. helmikuuta 2022", day(2022, 2, 15)),
        ("15 d’abril de 2022", day(2022, 4, 15)),
        ("١٥ فبراير ٢٠٢٢", day(2022, 2, 15)),
        ("الثلاثاء، 15 شباط 2022", day(2022, 2, 15)),
        ("15 فوریه 2022", day(2022, 2, 15)),
        ("15 בפברואר 2022", day(2022, 2, 15)),
        ("१५ फ़रवरी २०२२", day(2022, 2, 15)),
        ("15 กุมภาพันธ์ 2565", day(2022, 2, 15)),
        ("15 ก.พ. 2565", day(2022, 2, 15)),
        ("2022年2月15日", day(2022, 2, 15)),
        ("２０２２年２月１５日（火）", day(2022, 2, 15)),
        ("2022年02月15日 星期二 10:20", day(2022, 2, 15)),
        ("二〇二二年二月十五日", day(2022, 2, 15)),
        ("2022년 2월 15일 오전 10시 20분", day(2022, 2, 15)),
        ("2022. 2. 15.", day(2022, 2, 15)),
        ("2022‑02‑15", day(2022, 2, 15)),
        ("2022–02–15", day(2022, 2, 15)),
        ("2022−02−15", day(2022, 2, 15)),
        ("٢٠٢٢١٠٠١", day(2022, 10, 1)),
        ("２０２２１００１", day(2022, 10, 1)),
        ("*February 15, 2022*", day(2022, 2, 15)),
        ("2024-05-15T00:42:49 (UTC -05:00)", day(2024, 5, 15)),
    ] {
        assert_eq!(scan(line), expected, "{line}");
    }
}

#[test]
fn numbers_are_a_day_in_the_order_they_are_read_in() {
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let numbers = |day_first, month_first| Scan::Numbers { day_first, month_first };
    for (line, expected) in [
        ("23/12/2017", numbers(date(2017, 12, 23), None)),
        ("22/12/2017 09h12", numbers(date(2017, 12, 22), None)),
        ("12/23/2017", numbers(None, date(2017, 12, 23))),
        ("05/06/2017", numbers(date(2017, 6, 5), date(2017, 5, 6))),
        ("Posted: 5-6-2017", numbers(date(2017, 6, 5), date(2017, 5, 6))),
        ("06/06/2017", day(2017, 6, 6)),
        ("31/13/2017", Scan::Impossible),
    ] {
        assert_eq!(scan(line), expected, "{line}");
    }
}

#[test]
fn what_names_no_day_is_impossible() {
    for line in [
        "20221332",
        "20220010",
        "20221000",
        "20230229",
        "00000000",
        "99999999",
        "99991231",
        "00010101",
        "2022-13-01",
        "2022-02-30T10:00:00Z",
        "31 February 2022",
        "May 45, 2022",
        "Tue, 45 Feb 2022 10:00",
        "2022101",
        "202210011",
        "+2022101",
        "-2022101",
        "2022_1001",
        "2022 1001",
        "18446744073709551616",
        "۱۴۰۰/۱۱/۲۶",
        "2023-01-29 18:30:22 2023 -0800",
    ] {
        assert_eq!(scan(line), Scan::Impossible, "{line}");
    }
    assert_eq!(scan(&"2".repeat(100_000)), Scan::Impossible);
}

#[test]
fn sentences_and_titles_are_no_dates() {
    for line in [
        "",
        "1984",
        "911",
        "24/7",
        "Apollo 13",
        "May 2022",
        "10 May 2022 and after",
        "2022-02-15 Russia pulls back",
        "March for Life",
        "Sunday",
        "12:01",
        "1.2.3",
        "-1",
        "15 February 2022 was a Tuesday",
        "yesterday",
        "A day in 20220215",
        "Updated for 2022",
        "On the 15 of us",
        "12 de outubro",
        "2022 was the year of the mill",
        "Top 10 of 2022",
        "mars 2022",
        "The 15 March Movement 2022 begins",
    ] {
        assert_eq!(scan(line), Scan::NoDate, "{line}");
    }
}

#[test]
fn eight_digits_are_a_day_exactly_when_the_calendar_has_it() {
    for year in (0..=9999).step_by(7).chain(1999..=2030) {
        for month in 0..=99 {
            for of_month in 0..=35 {
                let expected = NaiveDate::from_ymd_opt(year, month, of_month)
                    .filter(|_| (1000..=2999).contains(&year));
                let line = format!("{year:04}{month:02}{of_month:02}");
                assert_eq!(scan(&line), expected.map_or(Scan::Impossible, Scan::Day), "{line}");
            }
        }
    }
}

#[test]
#[ignore = "takes minutes: cargo test --lib every_number -- --ignored"]
fn every_number_of_eight_digits_is_read_as_the_calendar_says() {
    // The calendar by counting days one after the other, with no help from elsewhere.
    let mut next = (1000, 1, 1);
    let mut n_days = 0;
    for number in 0..100_000_000_u32 {
        let (year, month, of_month) = next;
        let is_day = year < 3000 && number == year * 10_000 + month * 100 + of_month;
        match scan(&format!("{number:08}")) {
            Scan::Day(day) => {
                assert!(is_day, "{number}");
                assert_eq!(day.format("%Y%m%d").to_string(), format!("{number:08}"));
            }
            other => assert!(!is_day && other == Scan::Impossible, "{number}"),
        }
        if is_day {
            n_days += 1;
            next = day_after(year, month, of_month);
        }
    }
    // Five times the four hundred years after which the calendar repeats itself.
    assert_eq!(n_days, 5 * 146_097);
    assert_eq!(next, (3000, 1, 1));
}

fn day_after(year: u32, month: u32, of_month: u32) -> (u32, u32, u32) {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let length = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 31,
    };
    match (month, of_month) {
        (12, 31) => (year + 1, 1, 1),
        (_, last) if last == length => (year, month + 1, 1),
        _ => (year, month, of_month + 1),
    }
}

proptest! {
    #[test]
    fn no_line_is_too_strange(line in any::<String>(), numbers in "[0-9TZ:/., a-z+-]{0,40}") {
        let _ = (scan(&line), scan(&numbers));
    }

    #[test]
    fn a_day_reads_back_in_every_form(number in 365_243..1_095_360) {
        let date = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
        for form in ["%Y%m%d", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%d %B %Y", "%b %e, %Y",
            "%a, %d %b %Y %H:%M:%S +0200", "%Y/%m/%d", "%d.%m.%Y"] {
            let line = date.and_hms_opt(23, 59, 59).unwrap().format(form).to_string();
            prop_assert_eq!(scan(&line), Scan::Day(date), "{}", line);
        }
    }
}
