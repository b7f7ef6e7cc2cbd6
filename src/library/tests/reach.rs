//! Every answer says whether it is final: asked at each step of the keeper, while it waits.

use std::thread;

use super::*;
use crate::domain::Extent;

/// More files than are read at once, so that some are known before others.
const N_FILES: usize = 450;

fn many() -> Fixture {
    let fixture = Fixture::new(&[]);
    for nth in 0..N_FILES {
        let body = if nth % 50 == 7 { "A walrus was seen." } else { "Nothing was seen." };
        let text = article(&format!("Watch {nth}"), "20260301", body);
        fixture.write(&format!("{}/{nth}.txt", nth % 5), &text);
    }
    fixture
}

/// The rows of all articles and of a search, with what the answers say of themselves. `None` if a
/// search cannot be answered yet.
fn answers(library: &Library) -> [Option<(usize, Extent)>; 3] {
    let query = || Some(Query::typed("walrus "));
    let searching = Listing { query: query(), ..Listing::default() };
    let answer = |listing: &Listing| {
        let listed = library.list(listing, None, &Cancel::never()).ok()?;
        Some((listed.len(), listed.extent))
    };
    let page = library.first_page(&searching, &Cancel::never(), &mut |_| ());
    let page = page.unwrap().map(|listed| (listed.len(), listed.extent));
    [answer(&Listing::default()), answer(&searching), page]
}

const FINAL: [Option<(usize, Extent)>; 3] =
    [Some((N_FILES, Extent::Whole)), Some((9, Extent::Whole)), Some((9, Extent::Whole))];

#[test]
fn an_answer_is_called_whole_only_when_it_is_and_every_change_of_that_is_told() {
    let fixture = many();
    let (library, keeper, _) = fixture.open_with(false, Limits::default());
    let so_far = Some((0, Extent::SoFar));
    assert_eq!(answers(&library), [so_far, None, None]);
    let (_sender, inbox) = channel();
    let (mut n_partial, mut told) = (0, Vec::new());
    keeper.run_once(&inbox, &mut |news| {
        let said = answers(&library);
        for (said, whole) in said.into_iter().zip(FINAL) {
            let is_whole = said.is_some_and(|(_, extent)| extent == Extent::Whole);
            assert!(!is_whole || said == whole, "{said:?} at {news:?}");
            n_partial += usize::from(said.is_some_and(|(n, _)| 0 < n) && !is_whole);
        }
        if matches!(news, News::Indexed | News::Published { .. }) {
            told = said.to_vec();
        }
    });
    assert!(0 < n_partial, "nothing was known before everything was");
    assert_eq!(told, FINAL, "whoever asks when told ends with what is final");
    assert_eq!(answers(&library), FINAL);
}

#[test]
fn a_known_library_is_not_final_before_it_has_been_compared_with_its_folder() {
    let fixture = many();
    fixture.scan();
    let (library, keeper, _) = fixture.open_with(false, Limits::default());
    assert_eq!(answers(&library)[0], Some((N_FILES, Extent::SoFar)));
    let (_sender, inbox) = channel();
    keeper.run_once(&inbox, &mut |_| ());
    assert_eq!(answers(&library), FINAL);
}

#[test]
fn reading_that_was_stopped_is_told_from_reading_that_goes_on() {
    let fixture = many();
    let (library, keeper, _) = fixture.open_with(false, Limits::default());
    let (sender, inbox) = channel();
    keeper.run_once(&inbox, &mut |news| {
        if matches!(news, News::Published { .. }) {
            let _ = sender.send(Request::Cancel);
        }
    });
    let [list, search, _] = answers(&library).map(|answer| answer.map(|(_, extent)| extent));
    assert_eq!((list, search), (Some(Extent::Stopped), Some(Extent::Stopped)));
}

#[test]
fn one_who_follows_waits_for_the_writer_to_know_everything() {
    let fixture = many();
    let (_, writer, _) = fixture.open_with(false, Limits::default());
    let (follower, reader, _) = fixture.open_with(false, Limits::default());
    let (start, started) = channel::<()>();
    let reading = thread::spawn(move || {
        let (_sender, inbox) = channel();
        let mut start = Some(start);
        reader.run_once(&inbox, &mut |news| {
            if matches!(news, News::Working(Some(_))) {
                // It waits: only now the writer begins.
                drop(start.take());
            }
        });
    });
    assert!(started.recv_timeout(LIMIT).is_err());
    let (_sender, inbox) = channel();
    writer.run_once(&inbox, &mut |_| ());
    reading.join().unwrap();
    assert_eq!(answers(&follower), FINAL);
}
