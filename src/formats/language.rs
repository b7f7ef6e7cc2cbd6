//! The language of an article, by the first letters of its body.
//!
//! Most texts are told apart by their commonest words, which costs a twentieth of what whatlang's
//! trigrams do; whatlang decides about the rest, and about languages whose words are not known here.
//! What is not reliable is unknown.

use std::{collections::HashMap, sync::LazyLock};

use whatlang::Lang;

use crate::{
    base::{Clean, words::words},
    domain::ArticleLanguage,
};

/// Characters of the body that are looked at.
const MOST_CHARS: usize = 500;

/// Fewer letters say nothing.
const LEAST_LETTERS: usize = 20;

/// The weight of a common word that only one language has; one that several have counts for each of
/// them, but less.
const WEIGHT: u32 = 12;

/// The weight from which on common words decide, if no other language has half of it.
const DECISIVE: u32 = 4 * WEIGHT;

/// The commonest words of some languages.
static COMMON: [(&str, &str); 25] = [
    ("en", "the of and to that is was for it with as by are from have has be not they this at"),
    ("de", "der die und den das von zu mit sich des auf für ist im dem nicht ein eine als auch"),
    ("fr", "le la les des et du un une est pour dans que qui sur par pas au plus avec ce sont"),
    ("es", "el la que y los las del se por con para una es su al lo como más pero sus un en"),
    ("pt", "o que e do da em um para com não uma os no se na por mais as dos ao foi são é"),
    ("it", "il di che la e un per è del della non sono con si una le dei da alla nel anche ha"),
    ("nl", "de het een van en dat op te met voor zijn niet aan er om ook bij wordt naar uit maar"),
    ("sv", "och att det som en på är av för med den till inte om har ett de var från kan"),
    ("fi", "ja on ei että se oli hän mutta ovat myös kun joka jossa sekä mukaan ole"),
    ("pl", "w i na z do nie się że to jest o jak przez od po za ale są oraz dla"),
    ("ro", "și de în a la cu din pe să este o care nu un mai pentru fost sau lui au"),
    ("hu", "a az és hogy nem is egy volt meg csak de ez szerint van már még után"),
    ("tr", "ve bir bu da için ile olarak çok daha olan ne gibi sonra kadar göre en"),
    ("id", "yang dan di dengan untuk dari ini pada dalam tidak itu akan juga oleh ke"),
    ("ca", "el la i els les que en del per amb una un és no al dels són ha aquest més"),
    ("cs", "a v se na je že s z do i o ve pro by ale jako po jsou také podle"),
    ("da", "og i at det er en til på som af for med de den der ikke et har fra blev"),
    ("nb", "og i det er en som på til av for med at de ikke den har et fra ble også"),
    ("hr", "i u je na da se za su od koji s o ne kao što iz će bi nije kako"),
    ("lt", "ir į kad su tai yra bet iš jo nuo dėl apie po buvo ar kaip už tik"),
    ("ru", "и в не на что с по как это из у за от его но для был хотя будет было он так"),
    ("uk", "і в не на що з та до як це із за від його але для був у про він буде є"),
    ("bg", "и в не на че с за от се да са е по към като но при това ще беше са"),
    ("ar", "في من على أن إلى عن مع هذا التي الذي هذه ما لا قد كان بعد"),
    ("fa", "و در به از که این را با است برای آن یک خود تا بر شده"),
];

/// Of each common word, the languages that have it.
static WORDS: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut found: HashMap<String, Vec<usize>> = HashMap::new();
    for (language, (_, common)) in COMMON.iter().enumerate() {
        for (_, word) in words(common) {
            let languages = found.entry(word).or_default();
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
    }
    found
});

/// The language of a body.
pub fn of(paragraphs: &[Clean]) -> ArticleLanguage {
    let text = head(paragraphs);
    if text.chars().filter(|c| c.is_alphabetic()).take(LEAST_LETTERS).count() < LEAST_LETTERS {
        return ArticleLanguage::UNKNOWN;
    }
    if let Some(code) = by_common_words(&text) {
        return ArticleLanguage::of(code);
    }
    let reliable = whatlang::detect(&text).filter(whatlang::Info::is_reliable);
    reliable.map_or(ArticleLanguage::UNKNOWN, |it| ArticleLanguage::of(code(it.lang())))
}

/// The first words, without addresses and markup.
fn head(paragraphs: &[Clean]) -> String {
    let mut text = String::new();
    let mut left = MOST_CHARS;
    let pieces = paragraphs.iter().flat_map(|paragraph| paragraph.split_whitespace());
    for piece in pieces.filter(|piece| !is_markup(piece)) {
        let before = text.len();
        text.extend(piece.chars().take(left));
        left -= text[before..].chars().count();
        if left == 0 {
            break;
        }
        text.push(' ');
    }
    text
}

fn is_markup(piece: &str) -> bool {
    const SIGNS: [&str; 5] = ["://", "=\"", "{{", "}}", "]("];
    piece.starts_with('<') || SIGNS.iter().any(|sign| piece.contains(sign))
}

fn by_common_words(text: &str) -> Option<&'static str> {
    let mut weights = [0; COMMON.len()];
    for (_, word) in words(text) {
        let Some(languages) = WORDS.get(&word) else { continue };
        let weight = WEIGHT / u32::try_from(languages.len()).unwrap_or(WEIGHT);
        for language in languages {
            weights[*language] += weight;
        }
    }
    let (most, weight) = weights.iter().enumerate().max_by_key(|(_, weight)| **weight)?;
    let others = weights.iter().enumerate().filter(|(language, _)| *language != most);
    let second = others.map(|(_, weight)| *weight).max().unwrap_or(0);
    (DECISIVE <= *weight && 2 * second < *weight).then_some(COMMON[most].0)
}

/// The code by which queries name a language; nothing where they do not.
fn code(language: Lang) -> &'static str {
    match language {
        Lang::Afr => "af",
        Lang::Amh => "am",
        Lang::Ara => "ar",
        Lang::Aze => "az",
        Lang::Bel => "be",
        Lang::Bul => "bg",
        Lang::Ben => "bn",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Epo => "eo",
        Lang::Spa => "es",
        Lang::Est => "et",
        Lang::Pes => "fa",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Guj => "gu",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Jav => "jv",
        Lang::Kat => "ka",
        Lang::Khm => "km",
        Lang::Kan => "kn",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Mkd => "mk",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Mya => "my",
        Lang::Nob => "nb",
        Lang::Nep => "ne",
        Lang::Nld => "nl",
        Lang::Pan => "pa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Sin => "si",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tha => "th",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Vie => "vi",
        Lang::Yid => "yi",
        Lang::Cmn => "zh",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart() {
        for (expected, text) in [
            (
                "en",
                "The mayor said that the bridge would not be closed, although the river had risen.",
            ),
            (
                "de",
                "Die Bürgermeisterin sagte, dass die Brücke nicht gesperrt werde, obwohl der Fluss gestiegen ist.",
            ),
            (
                "fr",
                "La maire a dit que le pont ne serait pas fermé, bien que les eaux de la rivière soient montées.",
            ),
            (
                "es",
                "La alcaldesa dijo que el puente no se cerrará, aunque las aguas del río han subido mucho esta noche.",
            ),
            (
                "pt",
                "A prefeita disse que a ponte não será fechada, embora as águas do rio tenham subido muito nesta noite.",
            ),
            (
                "it",
                "La sindaca ha detto che il ponte non sarà chiuso, anche se le acque del fiume sono salite nella notte.",
            ),
            (
                "nl",
                "De burgemeester zei dat de brug niet wordt gesloten, hoewel het water van de rivier is gestegen.",
            ),
            (
                "pl",
                "Burmistrz powiedziała, że most nie zostanie zamknięty, chociaż woda w rzece podniosła się w nocy.",
            ),
            (
                "ru",
                "Мэр заявила, что мост не будет закрыт, хотя вода в реке за ночь поднялась почти на метр.",
            ),
            (
                "el",
                "Η δήμαρχος είπε ότι η γέφυρα δεν θα κλείσει, παρόλο που τα νερά του ποταμού ανέβηκαν.",
            ),
            ("ja", "市長は、川の水位が上がったものの、橋は閉鎖しないと述べた。"),
            ("zh", "市长表示，尽管河水上涨，大桥仍将保持开放，交通不受影响。"),
            ("ko", "시장은 강물이 불어났지만 다리는 폐쇄하지 않을 것이라고 말했다."),
            (
                "ar",
                "قالت رئيسة البلدية إن الجسر لن يغلق على الرغم من ارتفاع مياه النهر في المدينة بعد أن هطلت الأمطار عن غير عادتها في هذا الشهر",
            ),
            ("he", "ראש העיר אמרה כי הגשר לא ייסגר אף שמי הנהר עלו במהלך הלילה"),
        ] {
            assert_eq!(of(&[text.into()]).code(), Some(expected), "{text}");
        }
    }

    #[test]
    fn markup_and_addresses_say_nothing() {
        let text = "<div dir=\"rtl\"> <img src=\"https://the.of.example/and/to/that/is\"> \
                    [the](https://of.example) Мэр заявила, что мост не будет закрыт вечером.";
        assert_eq!(of(&[text.into()]).code(), Some("ru"));
    }

    #[test]
    fn too_little_is_unknown() {
        for text in ["", "Ferry late", "1 2 3 4 5 6 7 8 9 10 11 12", "zzz zzz zzz zzz zzz zzz zzz"]
        {
            assert_eq!(of(&[text.into()]).code(), None, "{text}");
        }
    }

    #[test]
    fn every_code_is_one_that_queries_know() {
        for language in Lang::all() {
            let code = code(*language);
            assert!(code.is_empty() || ArticleLanguage::of(code).code() == Some(code), "{code}");
        }
        for (code, _) in COMMON {
            assert_eq!(ArticleLanguage::of(code).code(), Some(code));
        }
    }
}
