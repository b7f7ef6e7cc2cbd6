//! Texts, numbers and days in several languages.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use chrono::NaiveDate;

use super::{
    dates::{self, First, Form},
    environment::{Wish, speech},
    numbers::thousands,
    texts::{name_of, sources},
    *,
};

fn in_language<T>(tag: &str, work: impl FnOnce() -> T) -> T {
    speaking(Speech::of(language(tag).unwrap()), work)
}

fn in_locale<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let locale = Locale::try_from(name).unwrap();
    speaking(Speech { language: english(), dates: locale, numbers: locale }, work)
}

/// Every text of a language, with the names of its arguments.
fn texts_of(language: &Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts = BTreeMap::new();
    for source in sources(language) {
        if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(source.to_owned()) {
            panic!("{}: {errors:?}", language.tag);
        }
        let mut name = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(own) = name_of(line) {
                own.clone_into(&mut name);
                assert!(
                    texts.insert(name.clone(), BTreeSet::new()).is_none(),
                    "{name} is there twice"
                );
            }
            let told: &mut BTreeSet<String> = texts.entry(name.clone()).or_default();
            let ends = |c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-';
            let variables = line.match_indices("{ $").map(|(at, start)| &line[at + start.len()..]);
            told.extend(variables.map(|it| it.split(ends).next().unwrap_or_default().to_owned()));
        }
    }
    texts.remove("");
    texts
}

/// Every text that the program asks for, with the names of what it tells it.
fn texts_asked_for() -> BTreeMap<String, BTreeSet<String>> {
    let mut asked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.to_string_lossy().contains("base/language") {
                let text = fs::read_to_string(&path).unwrap();
                for call in text.split("wording!(").skip(1) {
                    let (name, told) = call_of(call);
                    if let Some(before) = asked.insert(name.clone(), told.clone()) {
                        assert_eq!(before, told, "{name} is told different things");
                    }
                }
            }
        }
    }
    asked
}

/// The name and the arguments of a call, from after its bracket on.
fn call_of(call: &str) -> (String, BTreeSet<String>) {
    let mut depth = 0;
    let (mut parts, mut is_text) = (vec![String::new()], false);
    for character in call.chars() {
        match character {
            '"' => is_text = !is_text,
            '(' | '[' | '{' if !is_text => depth += 1,
            ')' | ']' | '}' if !is_text && depth == 0 => break,
            ')' | ']' | '}' if !is_text => depth -= 1,
            ',' if !is_text && depth == 0 => parts.push(String::new()),
            _ => (),
        }
        parts.last_mut().unwrap().push(character);
    }
    let names = parts[1..].iter().filter_map(|part| part.split_once(" = "));
    let names = names.map(|(name, _)| name.trim_matches([',', ' ', '\n']).to_owned());
    (parts[0].trim().trim_matches('"').to_owned(), names.collect())
}

#[test]
fn english_has_a_text_for_everything_that_is_said_and_no_other() {
    let (there, asked) = (texts_of(english()), texts_asked_for());
    assert!(300 < asked.len(), "{}", asked.len());
    for (name, told) in &asked {
        assert_eq!(there.get(name), Some(told), "{name} in assets/lang/en");
    }
    let unused: Vec<_> = there.keys().filter(|name| !asked.contains_key(*name)).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn every_language_has_the_texts_of_english_and_tells_no_more() {
    for language in &LANGUAGES[1..] {
        let (own, english) = (texts_of(language), texts_of(english()));
        for (name, told) in &english {
            assert_eq!(own.get(name), Some(told), "{name} in assets/lang/{}", language.tag);
        }
        // What English has where it is declared: commands and the command line.
        let is_declared = |name: &str| {
            let kinds =
                "command- also- argument- option- subcommand- after- choice- line- name- value-";
            kinds.split(' ').any(|kind| name.starts_with(kind))
        };
        let more = own.keys().filter(|name| !english.contains_key(*name) && !is_declared(name));
        assert_eq!(more.collect::<Vec<_>>(), Vec::<&String>::new(), "in {}", language.tag);
    }
}

#[test]
fn a_text_is_said_in_the_language_chosen_and_one_is_one() {
    assert_eq!(wording!("list-all-read"), "All read.");
    assert_eq!(wording!("find-matches", n = 1_usize), "1 match");
    assert_eq!(wording!("find-matches", n = 1_234_usize), "1,234 matches");
    in_language("de", || {
        assert_eq!(wording!("list-all-read"), "Alles gelesen.");
        assert_eq!(wording!("n-words", n = 1_u32), "1 Wort");
        assert_eq!(wording!("n-words", n = 12_345_u32), "12.345 Wörter");
    });
    assert_eq!(wording!("list-all-read"), "All read.");
}

#[test]
fn what_a_text_is_told_stays_as_it_is() {
    let told = "{ $name } 1234 \u{2068}";
    assert_eq!(wording!("theme-now", name = told), format!("theme {told}"));
}

#[test]
fn numbers_are_grouped_as_the_locale_has_it() {
    let numbers = || [0, 999, 1_000, 1_234_567].map(thousands);
    assert_eq!(numbers(), ["0", "999", "1,000", "1,234,567"]);
    assert_eq!(in_locale("de_DE", numbers), ["0", "999", "1.000", "1.234.567"]);
    assert_eq!(in_locale("de_CH", numbers)[3], "1’234’567");
}

#[test]
fn days_are_written_as_the_locale_has_them() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 7).unwrap();
    let written = || {
        [Form::Full, Form::Short, Form::Numbers, Form::WithoutYear].map(|it| dates::day(day, it))
    };
    assert_eq!(written(), ["Saturday 7 March 2026", "Sat 7 Mar 2026", "2026-03-07", "07 Mar"]);
    assert_eq!(
        in_locale("de_DE", written),
        ["Samstag, 7. März 2026", "Sa, 7. Mär 2026", "07.03.2026", "07. Mär"]
    );
    assert_eq!(
        in_locale("en_US", written),
        ["Saturday, March 7, 2026", "Sat, Mar 7, 2026", "03/07/2026", "Mar 07"]
    );
    let with_year = || dates::day(day, Form::WithYear);
    assert_eq!(with_year(), "07 Mar 2026");
    assert_eq!(
        ["de_DE", "en_US", "hu_HU", "ja_JP", "ko_KR"].map(|it| in_locale(it, with_year)),
        ["07. Mär 2026", "Mar 07, 2026", "2026. márc 07.", "2026年3月7日", "2026년 3월 7일"]
    );
    let long = || dates::day(day, Form::WithoutWeekday);
    assert_eq!(long(), "7 March 2026");
    assert_eq!(in_locale("de_DE", long), "7. März 2026");
    assert_eq!(in_locale("en_US", long), "March 7, 2026");
    assert_eq!(in_locale("hu_HU", long), "2026. március 7.");
    assert_eq!(in_locale("en_GB", written)[2], "07/03/2026");
    assert_eq!(in_locale("ja_JP", written)[0], "2026年3月7日 土曜日");
}

#[test]
fn locales_say_what_comes_first_in_the_numbers_of_a_day() {
    assert_eq!(dates::first(), First::Year);
    for (name, first) in [
        ("de_DE", First::Day),
        ("en_GB", First::Day),
        ("pt_BR", First::Day),
        ("en_US", First::Month),
        ("sv_SE", First::Year),
        ("ja_JP", First::Year),
        // With the day of the week and the name of the month before it; with letters before names.
        ("en_HK", First::Day),
        ("my_MM", First::Year),
        ("fa_IR", First::Year),
    ] {
        assert_eq!(in_locale(name, dates::first), first, "{name}");
    }
}

#[test]
fn days_of_every_locale_can_be_written_and_fit_into_a_list() {
    for name in ["fa_IR", "th_TH", "cmn_TW", "ar_SA", "eu_ES", "my_MM", "pl_PL", "bo_CN"] {
        let width = in_locale(name, || dates::width_cells(Form::Numbers));
        assert!((8..=12).contains(&width), "{name}: {width}");
    }
}

#[test]
fn the_environment_says_the_language_unless_the_settings_do() {
    let de = language("de");
    let tag = |wish: Option<&'static Language>, variables: &[(&str, &str)]| {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let speech = speech(Wish { language: wish, locale: None }, variable);
        (speech.language.tag, speech.dates.to_string(), speech.numbers.to_string())
    };
    let is = |tag, dates: &str, numbers: &str| (tag, dates.to_owned(), numbers.to_owned());
    assert_eq!(tag(None, &[]), is("en", "POSIX", "POSIX"));
    assert_eq!(tag(None, &[("LANG", "C.UTF-8"), ("LANGUAGE", "de")]), is("en", "POSIX", "POSIX"));
    assert_eq!(tag(None, &[("LANG", "de_AT.UTF-8")]), is("de", "de_AT", "de_AT"));
    assert_eq!(tag(None, &[("LANG", "de_DE"), ("LC_ALL", "C")]), is("en", "POSIX", "POSIX"));
    assert_eq!(tag(None, &[("LANG", "de_DE"), ("LC_ALL", "")]), is("de", "de_DE", "de_DE"));
    assert_eq!(
        tag(None, &[("LANG", "en_US.UTF-8"), ("LC_TIME", "en_GB.UTF-8")]),
        is("en", "en_GB", "en_US")
    );
    assert_eq!(tag(None, &[("LANG", "de"), ("LC_MESSAGES", "en_US")]), is("en", "de_DE", "de_DE"));
    assert_eq!(
        tag(None, &[("LANG", "fr_FR.UTF-8"), ("LANGUAGE", "nds:de_CH:en")]),
        is("de", "fr_FR", "fr_FR")
    );
    assert_eq!(tag(None, &[("LANG", "tlh_QO")]), is("en", "POSIX", "POSIX"));
    assert_eq!(tag(de, &[("LANG", "en_US.UTF-8")]), is("de", "de_DE", "de_DE"));
    assert_eq!(tag(de, &[("LANG", "de_CH.UTF-8")]), is("de", "de_CH", "de_CH"));
    assert_eq!(tag(Some(english()), &[("LANG", "de_DE")]), is("en", "POSIX", "POSIX"));
}
