//! The payload of a commit of the index: which catalogue it belongs to, and how far it goes.

use std::fmt::Write as _;

use super::FORMAT;

/// What a commit says about itself.
pub(super) fn payload(key: &str, watermark: u32) -> String {
    let mut payload = String::new();
    // Writing into a string cannot fail.
    let _ = write!(payload, "{FORMAT} {watermark} {key}");
    payload
}

/// The watermark, if the commit belongs to `key`.
pub(super) fn read_payload(payload: &str, key: &str) -> Option<u32> {
    let (format, rest) = payload.split_once(' ')?;
    let (watermark, its_key) = rest.split_once(' ')?;
    (format.parse() == Ok(FORMAT) && its_key == key).then(|| watermark.parse().ok())?
}
