//! Bytes to text: which encoding, and whether it is text at all.
//!
//! In this order: the setting, a byte order mark, UTF-16 by its pattern of zeros, UTF-8, a guess. A
//! text that is mostly valid UTF-8 stays UTF-8 with holes: guessing another encoding for it would
//! turn every accent into two wrong letters to save one.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::east_asian;

/// How many bytes decide whether a file is text, and which encoding a guess comes to.
const SAMPLE: usize = 256 * 1024;

/// Zero bytes that a text may contain by accident; past that, one in [`NUL_SHARE`].
const MAX_STRAY_NULS: usize = 8;
const NUL_SHARE: usize = 200;

/// Files that are not text whatever their bytes look like, by how they begin.
const MAGIC: [&[u8]; 23] = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh91AY&SY",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf\x27\x1c",
    b"\x7fELF",
    b"SQLite format 3\0",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\0asm",
    b"OggS",
    b"fLaC",
    b"ID3\x03",
    b"ID3\x04",
    b"!<arch>\n",
];

/// A file as text.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// Places where bytes did not fit the encoding and U+FFFD stands now.
    pub(super) n_damaged: usize,
}

/// The text of `bytes`, without a byte order mark; `None` if it is not text. With `is_cut` the file
/// goes on after `bytes`, so that half a character at the end is not damage.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    is_cut: bool,
    forced: Option<&'static Encoding>,
) -> Option<Decoded<'a>> {
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return None;
    }
    if let Some(encoding) = forced {
        let body = match Encoding::for_bom(bytes) {
            Some((marked, length)) if marked == encoding => &bytes[length..],
            _ => bytes,
        };
        let is_text = encoding == UTF_16LE || encoding == UTF_16BE || !has_many_nuls(body);
        return is_text.then(|| by(encoding, body, is_cut));
    }
    if let Some(body) = bytes.strip_prefix(b"\xff\xfe\0\0") {
        return Some(utf32(body, u32::from_le_bytes));
    }
    if let Some(body) = bytes.strip_prefix(b"\0\0\xfe\xff") {
        return Some(utf32(body, u32::from_be_bytes));
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let body = &bytes[length..];
        let is_text = encoding != UTF_8 || !has_many_nuls(body);
        return is_text.then(|| by(encoding, body, is_cut));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Some(by(encoding, bytes, is_cut));
    }
    if has_many_nuls(bytes) { None } else { unmarked(bytes, is_cut) }
}

fn unmarked(bytes: &[u8], is_cut: bool) -> Option<Decoded<'_>> {
    if let Ok(text) = str::from_utf8(bytes) {
        let japanese = text.contains("\x1b$").then(|| by(ISO_2022_JP, bytes, is_cut));
        return japanese
            .filter(|decoded| decoded.n_damaged == 0)
            .or(Some(Decoded { text: Cow::Borrowed(text), n_damaged: 0 }));
    }
    if has_many_controls(bytes) {
        return None;
    }
    if is_mostly_utf8(bytes, is_cut) {
        return Some(by(UTF_8, bytes, is_cut));
    }
    Some(by(guess(bytes), bytes, is_cut))
}

fn by<'a>(encoding: &'static Encoding, bytes: &'a [u8], is_cut: bool) -> Decoded<'a> {
    if encoding == UTF_8 {
        return utf8(bytes, is_cut);
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len());
    let mut text = String::with_capacity(room);
    let (_, _, is_damaged) = decoder.decode_to_string(bytes, &mut text, !is_cut);
    let n_damaged = if is_damaged { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
    Decoded { text: Cow::Owned(text), n_damaged }
}

fn utf8(bytes: &[u8], is_cut: bool) -> Decoded<'_> {
    let bytes = if is_cut { without_half_character(bytes) } else { bytes };
    let text = String::from_utf8_lossy(bytes);
    let n_damaged = match &text {
        Cow::Borrowed(_) => 0,
        Cow::Owned(_) => bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count(),
    };
    Decoded { text, n_damaged }
}

/// `bytes` without the beginning of a character whose end is missing.
fn without_half_character(bytes: &[u8]) -> &[u8] {
    let tail = bytes.len().saturating_sub(4);
    let is_half = |at: &usize| {
        str::from_utf8(&bytes[*at..])
            .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
    };
    let half = (tail..bytes.len()).find(is_half);
    &bytes[..half.unwrap_or(bytes.len())]
}

fn utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> Decoded<'static> {
    let mut n_damaged = 0;
    let text = bytes
        .chunks_exact(4)
        .map(|chunk| {
            char::from_u32(unit([chunk[0], chunk[1], chunk[2], chunk[3]])).unwrap_or_else(|| {
                n_damaged += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect::<String>();
    Decoded { text: Cow::Owned(text), n_damaged }
}

/// UTF-16 of a mostly Latin text: every second byte zero, the others not.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    if !sample.contains(&0) {
        return None;
    }
    let pairs = sample.chunks_exact(2);
    let n_pairs = pairs.len();
    let (n_high, n_low) = pairs.fold((0, 0), |(high, low), pair| {
        (high + usize::from(pair[0] == 0), low + usize::from(pair[1] == 0))
    });
    match (n_high, n_low) {
        (0, low) if 2 < n_pairs && n_pairs < low * 2 => Some(UTF_16LE),
        (high, 0) if 2 < n_pairs && n_pairs < high * 2 => Some(UTF_16BE),
        _ => None,
    }
}

fn has_many_nuls(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if !sample.contains(&0) {
        return false;
    }
    let n_nuls = sample.iter().map(|&byte| usize::from(byte == 0)).sum();
    MAX_STRAY_NULS.max(sample.len() / NUL_SHARE) < n_nuls || n_nuls == sample.len()
}

/// Asked only of bytes that are not UTF-8: more than one in twenty is a control that texts do
/// not use.
fn has_many_controls(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let is_odd = |byte: u8| matches!(byte, 0..=7 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    let n_odd = sample.iter().filter(|&&byte| is_odd(byte)).count();
    sample.len() < n_odd * 20
}

fn is_mostly_utf8(bytes: &[u8], is_cut: bool) -> bool {
    let bytes = if is_cut { without_half_character(bytes) } else { bytes };
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut n_good, mut n_bad) = (0, 0);
    for chunk in sample.utf8_chunks() {
        n_good += chunk.valid().bytes().filter(|&byte| 0xc0 <= byte).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    n_bad == 0 || 0 < n_good && n_bad * 4 <= n_good
}

/// The most likely encoding of `bytes`, judged from where they stop being ASCII.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let start = first.saturating_sub(1024);
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, start + sample.len() == bytes.len());
    east_asian::best(sample, detector.guess(None, Utf8Detection::Deny))
}

#[cfg(test)]
mod tests {
    use encoding_rs::{
        BIG5, EUC_JP, EUC_KR, GB18030, KOI8_R, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252,
    };
    use proptest::prelude::*;

    use super::*;

    /// The text and the number of damaged places; not text at all is `None`.
    fn text(bytes: &[u8]) -> Option<(String, usize)> {
        decode(bytes, false, None).map(|it| (it.text.into_owned(), it.n_damaged))
    }

    fn text_is_whole(bytes: &[u8], expected: &str) {
        assert_eq!(text(bytes), Some((expected.to_owned(), 0)));
    }

    #[test]
    fn byte_order_marks_decide() {
        let units =
            |units: fn(u16) -> [u8; 2]| "Grüße 日本".encode_utf16().flat_map(units).collect();
        let little: Vec<u8> = units(u16::to_le_bytes);
        let big: Vec<u8> = units(u16::to_be_bytes);
        text_is_whole("\u{feff}Grüße 日本".as_bytes(), "Grüße 日本");
        text_is_whole(&[b"\xff\xfe", &*little].concat(), "Grüße 日本");
        text_is_whole(&[b"\xfe\xff", &*big].concat(), "Grüße 日本");
        let wide: Vec<u8> = "Grüße".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        text_is_whole(&[b"\xff\xfe\0\0", &*wide].concat(), "Grüße");
    }

    #[test]
    fn utf16_is_known_without_a_mark() {
        let bytes: Vec<u8> =
            "Grüße aus Köln, 日本\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        text_is_whole(&bytes, "Grüße aus Köln, 日本\n");
    }

    #[test]
    fn old_encodings_are_guessed() {
        for (encoding, written) in [
            (GB18030, "北京新闻：今天的天气很好，我们去公园散步。经济增长率达到百分之六。"),
            (SHIFT_JIS, "今日のニュースをお伝えします。東京では雨が降っています。"),
            (EUC_JP, "今日のニュースをお伝えします。東京では雨が降っています。"),
            (EUC_KR, "오늘의 뉴스를 전해 드립니다. 서울에는 비가 내리고 있습니다."),
            (BIG5, "今天的新聞報導，台北市下雨了。我們明天再去公園散步吧。"),
            (KOI8_R, "Сегодня в Москве прошёл дождь, сообщает агентство новостей."),
            (WINDOWS_1251, "Сегодня в Москве прошёл дождь, сообщает агентство новостей."),
            (WINDOWS_1252, "The café charged £5 for “naïve” — a dash too far…"),
        ] {
            let (bytes, _, _) = encoding.encode(written);
            text_is_whole(&bytes, written);
        }
    }

    #[test]
    fn the_users_word_wins() {
        let (bytes, _, _) = KOI8_R.encode("мир");
        let decoded = decode(&bytes, false, Some(WINDOWS_1251)).unwrap();
        assert_eq!(decoded.text, WINDOWS_1251.decode(&bytes).0);
    }

    #[test]
    fn japanese_mail_is_read_though_it_is_full_of_escapes() {
        let (bytes, _, _) = ISO_2022_JP.encode("題名: 日本");
        text_is_whole(b"a \x1b$B no text", "a \x1b$B no text");
        let bytes =
            if bytes.contains(&0x1b) { bytes.into_owned() } else { b"\x1b$BF|K\\\x1b(B".to_vec() };
        assert!(text(&bytes).unwrap().0.contains("日本"));
    }

    #[test]
    fn a_hole_in_utf8_is_counted_and_the_rest_stays() {
        assert_eq!(
            text("Grüße aus Köln für Jürgen é\u{20ac}".as_bytes().strip_suffix(b"\xac").unwrap()),
            Some(("Grüße aus Köln für Jürgen é\u{fffd}".to_owned(), 1))
        );
    }

    #[test]
    fn a_character_cut_by_the_limit_is_no_damage() {
        for cut in 1..="日".len() {
            let all = "a日本日".as_bytes();
            let decoded = decode(&all[..all.len() - cut], true, None).unwrap();
            assert_eq!((&*decoded.text, decoded.n_damaged), ("a日本", 0));
        }
    }

    #[test]
    fn pictures_and_programs_are_no_text() {
        assert_eq!(text(b"\x89PNG\r\n\x1a\nrest"), None);
        assert_eq!(text(b"\x7fELF"), None);
        assert_eq!(text(&[0; 100]), None);
        assert_eq!(text(&[0; 2]), None);
        assert_eq!(text(&(0..=255).collect::<Vec<u8>>().repeat(16)), None);
    }

    #[test]
    fn a_few_controls_are_still_text() {
        text_is_whole(b"a\0b\x07", "a\0b\x07");
        text_is_whole(&b"\x07".repeat(1000), &"\x07".repeat(1000));
    }

    proptest! {
        #[test]
        fn utf8_is_never_taken_for_something_else(written in "\\PC{0,200}") {
            prop_assume!(!MAGIC.iter().any(|magic| written.as_bytes().starts_with(magic)));
            prop_assume!(!written.starts_with('\u{feff}'));
            text_is_whole(written.as_bytes(), &written);
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..300), is_cut in any::<bool>()) {
            let _ = decode(&bytes, is_cut, None);
            for encoding in [UTF_8, GB18030, SHIFT_JIS, UTF_16LE, ISO_2022_JP] {
                let _ = decode(&bytes, is_cut, Some(encoding));
            }
        }
    }
}
