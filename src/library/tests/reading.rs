//! Settings decide how files are read, and another choice reads them again.

use std::sync::mpsc::channel;

use super::*;
use crate::domain::DayOrder;

#[test]
fn the_order_of_day_and_month_is_the_users_and_another_one_reads_again() {
    let fixture = Fixture::new(&[("a.txt", &article("One", "05/06/2017", "The ferry sails."))]);
    let day = |day_order| {
        let settings = Fixture::settings(false, Limits::default());
        let reading = ReadingSettings { day_order, ..ReadingSettings::default() };
        let folder = fixture.folder.path();
        let (library, keeper, _) =
            Keeper::open(folder, &fixture.own_folders(), reading, settings).unwrap();
        let (_sender, inbox) = channel();
        keeper.run_once(&inbox, &mut |_| ());
        let listed = all(&library);
        let shown = library.article(listed[0].id).unwrap();
        assert_eq!(shown.date, listed[0].date, "the reader shows what the list says");
        listed[0].date.map(|date| date.to_string())
    };
    assert_eq!(day(None), None);
    assert_eq!(day(Some(DayOrder::DayFirst)).as_deref(), Some("2017-06-05"));
    assert_eq!(day(Some(DayOrder::MonthFirst)).as_deref(), Some("2017-05-06"));
    assert_eq!(day(None), None);
}
