//! What a search shows before all of its hits are there.

use super::*;
use crate::domain::Extent;

#[test]
fn the_first_page_of_a_search_knows_the_number_of_hits_where_the_index_does() {
    let texts: Vec<(String, String)> = (0..400)
        .map(|nth| {
            let date = format!("2024{:02}{:02}", nth / 28 % 12 + 1, nth % 28 + 1);
            (format!("{nth}.txt"), article(&format!("Tide {nth}"), &date, "high water"))
        })
        .collect();
    let files: Vec<_> = texts.iter().map(|(name, text)| (&**name, &**text)).collect();
    let fixture = Fixture::new(&files);
    let library = fixture.scan();
    let extent = |query: &str| {
        let query = Some(Query::typed(query));
        let listing = Listing { query, ..Listing::default() };
        library.first_page(&listing, &Cancel::never(), &mut |_| ()).unwrap().unwrap().extent
    };
    assert_eq!(extent("ti"), Extent::PageOf(400));
    assert_eq!(extent("water "), Extent::PageOf(400));
    assert_eq!(extent("water ti"), Extent::Page);
    assert_eq!(extent("tide 37"), Extent::Whole);
    fs::remove_file(fixture.path("7.txt")).unwrap();
    let library = fixture.scan();
    let query = Some(Query::typed("water "));
    let listing = Listing { query, ..Listing::default() };
    let page = library.first_page(&listing, &Cancel::never(), &mut |_| ()).unwrap().unwrap();
    assert_eq!(page.extent, Extent::Page, "one that was deleted is not counted");
}
