//! Cleaning any text leaves no control, and cleaning it again changes nothing.
#![no_main]

use dateline::base::Clean;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = Clean::new(&String::from_utf8_lossy(bytes));
    assert!(!text.contains(|c: char| c.is_control()));
    assert!(!text.contains(['\u{200b}', '\u{202e}', '\u{2066}', '\u{2028}', '\u{feff}']));
    assert_eq!(Clean::counting(&text), (text.clone(), 0));
});
