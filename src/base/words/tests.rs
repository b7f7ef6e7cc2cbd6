//! Where words begin and end, and what they fold to.

use proptest::prelude::*;

use super::*;

fn folded(text: &str) -> Vec<String> {
    words(text).map(|(_, folded)| folded).collect()
}

#[test]
fn case_accents_width_and_ligatures_do_not_count() {
    assert_eq!(
        folded("Straße CAFÉ cafe\u{301} ﬁn Ｗｉｄｅ"),
        ["strasse", "cafe", "cafe", "fin", "wide"]
    );
    assert_eq!(
        folded("Øre Łódź Đà IĞDIR İzmir ısı Æon"),
        ["ore", "lodz", "da", "igdir", "izmir", "isi", "aeon"]
    );
    assert_eq!(folded("ΟΔΥΣΣΕΎΣ οδυσσευς"), ["οδυσσευσ", "οδυσσευσ"]);
    assert_eq!(folded("co\u{ad}op"), ["coop"]);
}

#[test]
fn points_and_variants_of_arabic_and_hebrew_do_not_count() {
    assert_eq!(folded("أَحْمَد احمد"), ["احمد", "احمد"]);
    assert_eq!(folded("مدرســة مدرسه ١٢٣"), ["مدرسه", "مدرسه", "123"]);
    assert_eq!(folded("שָׁלוֹם שלום"), ["שלום", "שלום"]);
}

#[test]
fn vowel_signs_and_viramas_stay_inside_the_word() {
    assert_eq!(folded("हिन्दी में"), ["हिन्दी", "में"]);
    assert_eq!(folded("தமிழ்"), ["தமிழ்"]);
    assert_ne!(folded("कि"), folded("की"));
}

#[test]
fn hangul_comes_out_whole_however_it_was_composed() {
    assert_eq!(folded("한국어"), ["한국어"]);
    assert_eq!(folded("\u{1112}\u{1161}\u{11ab}"), ["한"]);
}

#[test]
fn scripts_without_blanks_are_cut_into_overlapping_pairs() {
    assert_eq!(folded("iPhone東京。都"), ["iphone", "東京", "京", "都"]);
    assert_eq!(folded("ガｶﾞカ\u{3099}"), ["ガガ", "ガガ", "ガ"]);
    assert_eq!(folded("กรุง"), ["กร", "รุ", "ุง", "ง"]);
    let cuts: Vec<Cut> = words("東京").map(|(cut, _)| cut).collect();
    assert_eq!(cuts[0], Cut { range: 0..6, kind: Kind::Pair { second: 3 } });
    assert_eq!(cuts[1], Cut { range: 3..6, kind: Kind::Last });
}

#[test]
fn whatever_serves_as_an_apostrophe_is_one_sign() {
    for apostrophe in "'’‘ʼʻʹ＇՚׳´`".chars() {
        assert_eq!(folded(&format!("об{apostrophe}ява")), ["об", "ява"], "{apostrophe}");
    }
}

#[test]
fn gershayim_are_inside_an_acronym_and_a_quote_is_not() {
    assert_eq!(folded("צה\"ל צה״ל ארה״ב."), ["צהל", "צהל", "ארהב"]);
    assert_eq!(folded("ב\"הארץ\" \"שלום\""), ["ב", "הארץ", "שלום"]);
}

#[test]
fn signs_that_touch_a_word_are_words() {
    assert_eq!(folded("C++ and C#, .NET"), ["c", "++", "and", "c", "#", ".", "net"]);
    assert_eq!(
        folded("AT&T @name #tag ＃ＴＡＧ"),
        ["at", "&", "t", "@", "name", "#", "tag", "#", "tag"]
    );
    assert_eq!(folded("$5, 50% €3"), ["$", "5", "50", "%", "€", "3"]);
    assert_eq!(
        folded("a & b + c # d. e ... f...g 3.5 # %"),
        ["a", "b", "c", "d", "e", "f", "g", "3", "5"]
    );
}

#[test]
fn hangul_ends_where_other_letters_begin() {
    assert_eq!(folded("LG는 코로나19의 한국에서"), ["lg", "는", "코로나", "19", "의", "한국에서"]);
}

#[test]
fn marks_without_a_letter_are_no_word() {
    assert_eq!(folded("\u{1dd3}\u{1daa1} \u{640}\u{1daa1}"), Vec::<String>::new());
}

#[test]
fn a_sign_beside_what_is_no_word_is_punctuation() {
    for text in ["\u{13447}¢", "\u{301}+", "\u{640}#", "$\u{640}", "#\u{301}a", ".ʼ", "¢\u{640} a"]
    {
        let signs = words(text).filter(|(cut, _)| cut.kind == Kind::Sign);
        assert_eq!(signs.count(), 0, "{text:?}");
    }
    assert_eq!(folded("$\u{640}a b\u{301}+"), ["$", "a", "b", "+"]);
}

#[test]
fn endless_words_are_cut() {
    let long = "é".repeat(5000);
    assert_eq!(folded(&long), ["e".repeat(WORD_MAX_BYTES)]);
}

#[test]
fn folding_what_is_folded_changes_nothing() {
    for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
        let (mut once, mut twice) = (String::new(), String::new());
        fold(c, |c| push_composed(c, &mut once));
        once.chars().for_each(|c| fold(c, |c| push_composed(c, &mut twice)));
        assert_eq!(once, twice, "{c:?} {:x}", u32::from(c));
    }
}

#[test]
fn a_letter_beside_itself_or_another_folds_to_what_stays_one_word() {
    for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
        if !matches!(Entry::of(c).class(), Class::Letter | Class::Mark) {
            continue;
        }
        let text = format!("{c}{c}b");
        for (_, once) in words(&text).filter(|(cut, _)| cut.kind == Kind::Word) {
            assert_eq!(folded(&once), [once.as_str()], "{text} {:x}", u32::from(c));
        }
    }
}

proptest! {
    #[test]
    fn words_lie_on_characters_and_in_order(text in "[a-zÀ-ž+#.&\"צהל״\u{300}-\u{303} '東京ガﾞกุ한\u{1161}\u{11a8}]{0,40}|\\PC{0,40}") {
        let mut at = 0;
        for (cut, folded) in words(&text) {
            prop_assert!(at <= cut.range.start && cut.range.start < cut.range.end);
            prop_assert!(text.get(cut.range.clone()).is_some());
            prop_assert!(!folded.is_empty() && folded.len() <= 2 * WORD_MAX_BYTES);
            at = match cut.kind {
                Kind::Pair { second } => second,
                Kind::Word | Kind::Sign | Kind::Last => cut.range.end,
            };
        }
    }

    #[test]
    fn a_folded_word_is_a_word_and_folds_to_itself(text in "\\PC{0,40}") {
        for (cut, once) in words(&text).filter(|(cut, _)| cut.kind == Kind::Word) {
            let again: String = words(&once).filter(|(cut, _)| !matches!(cut.kind, Kind::Pair { .. })).map(|(_, word)| word).collect();
            prop_assert_eq!(&again, &once, "{:?}", &text[cut.range]);
        }
    }

    #[test]
    fn from_its_first_word_to_its_last_a_text_has_the_same_words(
        text in "[ab東한+#.$¢\u{640}\u{301}\u{93f}\u{13447}ʼ \"צה]{0,12}|\\PC{0,12}"
    ) {
        let cuts: Vec<_> = words(&text).collect();
        let (Some((first, _)), Some((last, _))) = (cuts.first(), cuts.last()) else { return Ok(()) };
        prop_assert_eq!(folded(&text[first.range.start..last.range.end]), folded(&text));
    }
}
