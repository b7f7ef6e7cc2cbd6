//! Names of months and days of the week in the languages that news are written in, from the CLDR.

use std::{collections::HashMap, sync::LazyLock};

use pure_rust_locales::{Locale, locale_match};

use super::plain::plain;

/// Whose names are known. If two languages call different months the same, the word is both, and
/// only what stands around it can decide.
const LOCALES: [Locale; 51] = [
    Locale::en_US,
    Locale::de_DE,
    Locale::de_AT,
    Locale::fr_FR,
    Locale::es_ES,
    Locale::pt_BR,
    Locale::pt_PT,
    Locale::it_IT,
    Locale::nl_NL,
    Locale::ru_RU,
    Locale::uk_UA,
    Locale::be_BY,
    Locale::pl_PL,
    Locale::cs_CZ,
    Locale::sk_SK,
    Locale::sl_SI,
    Locale::hr_HR,
    Locale::sr_RS,
    Locale::sr_RS_latin,
    Locale::bg_BG,
    Locale::mk_MK,
    Locale::ro_RO,
    Locale::hu_HU,
    Locale::tr_TR,
    Locale::az_AZ,
    Locale::el_GR,
    Locale::sv_SE,
    Locale::nb_NO,
    Locale::da_DK,
    Locale::fi_FI,
    Locale::et_EE,
    Locale::lv_LV,
    Locale::lt_LT,
    Locale::is_IS,
    Locale::ca_ES,
    Locale::gl_ES,
    Locale::id_ID,
    Locale::ms_MY,
    Locale::ar_EG,
    Locale::ar_SY,
    Locale::ar_MA,
    Locale::fa_IR,
    Locale::he_IL,
    Locale::hi_IN,
    Locale::bn_BD,
    Locale::ta_IN,
    Locale::ur_PK,
    Locale::th_TH,
    Locale::hy_AM,
    Locale::ka_GE,
    Locale::sq_AL,
];

/// Forms that the tables lack, a line a month: the nominative where they have the genitive, the
/// other way round, and short forms that people write.
const FURTHER: [&str; 12] = [
    "enero styczeń leden januára январь січень ιανουάριος tammikuuta januari جانفي",
    "luty únor februára февраль февр лютий φεβρουάριος helmikuuta فيفري شباط",
    "marz märz marzec březen март березень μάρτιος maaliskuuta",
    "kwiecień duben apríla апрель квітень απρίλιος huhtikuuta",
    "květen mája май травень μάιος toukokuuta",
    "czerwiec červen júna июнь червень ιούνιος kesäkuuta junij",
    "lipiec červenec júla июль липень ιούλιος heinäkuuta julij",
    "sierpień srpen augusta август серпень αύγουστος elokuuta agustus ogos אוג",
    "sept setiembre wrzesień septembra сентябрь сент вересень σεπτέμβριος syyskuuta",
    "październik říjen októbra октябрь жовтень οκτώβριος lokakuuta",
    "novembra ноябрь нояб νοέμβριος marraskuuta",
    "grudzień prosinec decembra декабрь грудень δεκέμβριος joulukuuta",
];

/// The months that a word names: a bit each, January the lowest.
pub(super) type Months = u16;

static MONTHS: LazyLock<HashMap<String, Months>> = LazyLock::new(|| {
    let mut months = HashMap::new();
    let mut add = |name: &str, month: usize| {
        let name = spelled(name);
        // Numbers are read as numbers, and one letter names no month.
        if 1 < name.chars().count() && !name.contains(|c: char| c.is_ascii_digit()) {
            *months.entry(name).or_insert(0) |= 1 << month;
        }
    };
    for locale in LOCALES {
        let full = locale_match!(locale => LC_TIME::MON);
        let short = locale_match!(locale => LC_TIME::ABMON);
        for names in [full, short] {
            names.iter().enumerate().for_each(|(month, name)| add(name, month));
        }
    }
    for (month, names) in FURTHER.into_iter().enumerate() {
        names.split(' ').for_each(|name| add(name, month));
    }
    months
});

static WEEKDAYS: LazyLock<HashMap<String, u8>> = LazyLock::new(|| {
    let mut days = HashMap::new();
    for locale in LOCALES.into_iter().chain([Locale::vi_VN]) {
        let full = locale_match!(locale => LC_TIME::DAY);
        let short = locale_match!(locale => LC_TIME::ABDAY);
        for names in [full, short] {
            for (day, name) in (0..7).zip(names) {
                let name = spelled(name);
                if 1 < name.chars().count() {
                    *days.entry(name).or_insert(0) |= 1 << day;
                }
            }
        }
    }
    days
});

/// A name as the table has it: in plain letters, without what binds it to the day before.
fn spelled(name: &str) -> String {
    let name = plain(name);
    let name = ["de ", "d'"].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(&name);
    name.trim_end_matches(['.', '॰', ' ']).to_owned()
}

/// The months that `word` names; `word` is plain. In English, three letters and more will do.
pub(super) fn months(word: &str) -> Option<Months> {
    if let Some(months) = MONTHS.get(word) {
        return Some(*months);
    }
    let is_short = |name: &&str| 3 <= word.len() && name.to_ascii_lowercase().starts_with(word);
    let month = crate::base::language::dates::MONTHS.iter().position(is_short)?;
    Some(1 << month)
}

/// The days of the week that `word` names: a bit each, Sunday the lowest; `word` is plain.
pub(super) fn weekdays(word: &str) -> Option<u8> {
    const ENGLISH: [&str; 7] =
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    if let Some(days) = WEEKDAYS.get(word) {
        return Some(*days);
    }
    let is_short = |name: &&str| 3 <= word.len() && name.starts_with(word);
    ENGLISH.iter().position(is_short).map(|day| 1 << day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_languages_are_known() {
        for (word, month) in [
            ("fevereiro", 2),
            ("Février", 2),
            ("février", 2),
            ("Февраля", 2),
            ("lutego", 2),
            ("února", 2),
            ("şubat", 2),
            ("Φεβρουαρίου", 2),
            ("فبراير", 2),
            ("شباط", 2),
            ("فوریه", 2),
            ("פברואר", 2),
            ("फ़रवरी", 2),
            ("helmikuuta", 2),
            ("Feb", 2),
            ("janv", 1),
            ("Jänner", 1),
            ("gener", 1),
            ("กุมภาพันธ์", 2),
            ("septe", 9),
            ("липня", 7),
        ] {
            assert_eq!(months(&plain(word)), Some(1 << (month - 1)), "{word}");
        }
        assert_eq!(months("listopada"), Some(1 << 9 | 1 << 10), "October, or November");
        for (word, day) in
            [("Mittwoch", 3), ("segunda", 1), ("среда", 3), ("Wed", 3), ("الثلاثاء", 2)]
        {
            assert_eq!(weekdays(&plain(word)).map(|days| days >> day & 1), Some(1), "{word}");
        }
    }
}
