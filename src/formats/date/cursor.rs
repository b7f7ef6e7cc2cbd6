//! The unread rest of a line, and how its parts are taken off.

use unicode_normalization::char::is_combining_mark;

use super::{names, number};

/// Words that may stand before a day, in plain letters: who says what happened on it.
const LABELS: &str = "published posted publish publication updated update date dated created \
    modified last first on at added issued released written revised edited filed of the online \
    datum data fecha дата date: tarih dato dags pvm ngay tanggal dátum \
    veroffentlicht publiziert erschienen erstellt aktualisiert stand geandert am den vom der die das \
    publie publiee paru parue mis mise jour a cree modifie le du edition depuis \
    publicado publicada actualizado actualizada atualizado atualizada criado em el la en de \
    pubblicato pubblicata aggiornato aggiornata creato il in del dal \
    gepubliceerd geplaatst bijgewerkt op laatst publicerad uppdaterad publisert oppdatert \
    udgivet opdateret den julkaistu paivitetty \
    опубликовано обновлено дата публикации создано от опубліковано оновлено \
    opublikowano zaktualizowano dodano utworzono dnia data publikacji publikovano zverejneno \
    aktualizovano dne vydano objavljeno azurirano objavljeno \
    yayinlanma yayinlandi guncelleme guncellendi tarihi δημοσιευτηκε δημοσιευση ενημερωθηκε στις \
    dipublikasikan diterbitkan diperbarui pada đang dang luc xuat ban cap nhat publicat actualitzat \
    publicerades megjelent frissitve kozzeteve \
    نشر تاريخ في بتاريخ النشر التحديث اخر پنجشنبه تاریخ انتشار פורסם עודכן ב בתאריך \
    प्रकाशित दिनांक तारीख को 发布 發布 发布于 發佈 发表于 發表於 更新 日期 时间 時間 公開 公開日 投稿日 更新日 \
    配信 掲載日 日付 입력 수정 등록 게시 작성 발행 날짜 게시일 작성일 등록일 วันที่ เผยแพร่ เมื่อ ที่";

/// Words between the parts of a day: `12 de outubro de 2017`, `15th of February`, `năm 2022`.
const BETWEEN: &str = "de del of the da di do d dell den der of nam ngay năm ano año año' m y г г. \
    в year gada lapkricio de' tháng' roku an l' พ.ศ. ค.ศ. เดือน";

/// Words behind a day that add nothing to it: what counts the years, who said it.
const BEHIND: &str = "г год года р року рік roku r yil yili d th ad ce ев uhr an";

/// Words of a time of day; they count only beside a clock.
const CLOCK: &str = "t z at h um uhr kl klo as a alle ore ora min uur om la las les ч в o о ob godz \
    saat pukul wib u hrs hours heure heures luc am pm p m n и de the and";

#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    /// In plain letters.
    rest: &'a str,
    /// The whole line as it is written: zones are known by their capitals.
    line: &'a str,
}

fn is_one_of(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|it| it == word)
}

impl<'a> Cursor<'a> {
    pub(super) fn new(rest: &'a str, line: &'a str) -> Self {
        Self { rest, line }
    }

    fn take(&mut self, is_part: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// A number of up to eight digits, and how many there were.
    pub(super) fn number(&mut self) -> Option<(u32, usize)> {
        let taken = self.take(|c| c.is_ascii_digit());
        Some((number(taken, 1..=8)?, taken.len()))
    }

    /// A number with one of `units` behind it; if there are Chinese numerals, these.
    pub(super) fn number_before(&mut self, units: &[char]) -> Option<u32> {
        self.take(|c| c == ' ');
        let numerals = self.take(|c| c.is_ascii_digit() || numeral(c).is_some() || c == '十');
        self.take(|c| c == ' ');
        self.rest = self.rest.strip_prefix(units)?;
        number(numerals, 1..=4).or_else(|| value(numerals))
    }

    fn word(&mut self) -> &'a str {
        self.take(|c| c.is_alphabetic() || is_combining_mark(c) || c == '\u{200c}')
    }

    /// A sign between numbers, with or without blanks around it.
    pub(super) fn separator(&mut self) -> Option<char> {
        let mut next = *self;
        next.take(|c| c == ' ');
        let separator = next.rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        next.rest = &next.rest[1..];
        next.take(|c| c == ' ');
        *self = next;
        Some(separator)
    }

    pub(super) fn dot(&mut self) {
        self.rest = self.rest.strip_prefix('.').unwrap_or(self.rest);
    }

    fn gap(&mut self) {
        self.take(|c| {
            c.is_whitespace() || matches!(c, '-' | ',' | '.' | '/' | '\'' | '،' | '(' | ')')
        });
    }

    /// What stands between two parts of a day.
    pub(super) fn between(&mut self, is_inside: bool) {
        self.gap();
        for _ in 0..2 {
            let mut next = *self;
            let word = next.word();
            if word.is_empty() || !is_one_of(BETWEEN, word) || !is_inside && word != "ngay" {
                return;
            }
            next.gap();
            *self = next;
        }
    }

    /// Passes over `Published:`, `Publicado em`, `Veröffentlicht am`: up to six words.
    pub(super) fn label(&mut self) {
        for _ in 0..6 {
            let mut next = *self;
            let word = next.word();
            if word.is_empty() || !is_one_of(LABELS, word) || names::months(word).is_some() {
                return;
            }
            next.take(|c| c.is_whitespace() || matches!(c, ':' | '.' | '-' | ',' | '|' | '：'));
            if next.rest.is_empty() {
                return;
            }
            *self = next;
        }
    }

    /// A day of the week, which may be two words, or one with a tail: `thứ hai`, `segunda-feira`.
    pub(super) fn weekday(&mut self) -> Option<u8> {
        let mut next = *self;
        next.take(|c| matches!(c, ' ' | '(' | ',' | '،' | '（'));
        let start = next;
        let first = next.word();
        let mut after = next;
        after.take(|c| matches!(c, ' ' | '\u{200c}'));
        after.word();
        let both = &start.rest[..start.rest.len() - after.rest.len()];
        let days = match (names::weekdays(both), names::weekdays(first)) {
            (Some(days), _) => {
                next = after;
                days
            }
            (None, Some(days)) => days,
            (None, None) => return None,
        };
        next.rest = next.rest.strip_prefix("-feira").unwrap_or(next.rest);
        next.gap();
        *self = next;
        Some(days)
    }

    /// The months that the next word names, and whether it is Thai. Two words may name one.
    pub(super) fn month(&mut self) -> Option<(names::Months, bool)> {
        let start = *self;
        let word = self.word();
        if matches!(word, "thang" | "thg") {
            self.take(|c| c == ' ');
            let (month @ 1..=12, 1..=2) = self.number()? else { return None };
            return Some((1 << (month - 1), false));
        }
        let is_thai = word.contains(|c| matches!(c, '\u{e00}'..='\u{e7f}'));
        // In Hebrew, the preposition is written together with the month.
        let bare = word.strip_prefix('ב').unwrap_or(word);
        if let Some(months) = names::months(word).or_else(|| names::months(bare)) {
            return Some((months, is_thai));
        }
        // `ม.ค.`, `تشرين الأول`.
        let mut next = *self;
        next.take(|c| matches!(c, ' ' | '.'));
        next.word();
        let both = &start.rest[..start.rest.len() - next.rest.len()];
        let months = names::months(both)?;
        *self = next;
        Some((months, is_thai))
    }

    /// Passes over what makes a number the name of a day; true if it is a dot.
    pub(super) fn ordinal(&mut self) -> bool {
        if let Some(rest) = self.rest.strip_prefix('.') {
            self.rest = rest;
            return true;
        }
        let mut next = *self;
        if matches!(
            next.word(),
            "st" | "nd" | "rd" | "th" | "er" | "e" | "o" | "a" | "ro" | "º" | "ª"
        ) {
            *self = next;
        }
        self.rest = self.rest.trim_start_matches(['º', 'ª', '°']);
        false
    }

    /// A clock before the day: `12:01 10 Nov 2020`.
    pub(super) fn clock_before(&mut self) -> Option<()> {
        let clock = self.take(|c| c.is_ascii_digit() || c == ':');
        self.gap();
        clock.contains(':').then_some(())
    }

    /// The year of `15:01:40 PDT 2022`.
    pub(super) fn year_after_clock(&mut self) -> Option<u32> {
        self.clock_before()?;
        self.word();
        self.gap();
        let (year, 4) = self.number()? else { return None };
        Some(year)
    }

    /// A day of the week behind the day, and what comes after it and after words that add nothing.
    pub(super) fn behind(mut self) -> (Option<u8>, Self) {
        self.filler();
        let weekday = self.weekday();
        (weekday, self)
    }

    fn filler(&mut self) {
        let mut next = *self;
        next.gap();
        if is_one_of(BEHIND, next.word()) {
            next.dot();
            *self = next;
        }
    }

    /// Whether nothing more comes than a day of the week, a time with or without a zone, or the
    /// edition that it stood in.
    pub(super) fn is_over(self) -> bool {
        let (_, rest) = self.behind();
        let tail = rest.rest.trim_matches([' ', '.', ',', '|', '·', ')', '）', '(', '（']);
        tail.is_empty()
            || rest.is_time()
            || rest.is_eastern_time()
            || tail.split_whitespace().count() <= 3 && tail.ends_with("edition")
            || is_page(tail)
    }

    /// `(火)`, `星期二 上午10:20`, `오전 10시 20분`.
    fn is_eastern_time(self) -> bool {
        let is_part = |c: char| {
            c.is_ascii_digit()
                || " :.-/()（）上下午前後오전후時时分秒點点시분초星期週周曜月火水木金土日一二三四五六天요월화수목금토일発発行付"
                    .contains(c)
        };
        self.rest.chars().all(is_part) && self.rest.contains(|c: char| !c.is_ascii())
    }

    /// Whether the rest has the shape of a time with or without a zone.
    fn is_time(mut self) -> bool {
        let mut has_clock = self.rest.contains(|c: char| c.is_ascii_digit())
            && self.rest.trim_start().starts_with(|c: char| c.is_alphabetic());
        let mut before = ' ';
        while let Some(c) = self.rest.chars().next() {
            if c.is_ascii_digit() {
                let n_digits = self.take(|c| c.is_ascii_digit()).len();
                let is_long = matches!(before, 't' | '.' | '+' | '-');
                if 2 < n_digits && !is_long {
                    return false;
                }
                has_clock |= before == 't' || self.rest.starts_with([':', 'h']);
                before = '0';
            } else if c.is_alphabetic() {
                let word = self.word();
                let is_zone = word.len() <= 5
                    && word.bytes().all(|byte| byte.is_ascii_lowercase())
                    && self.line.contains(&word.to_ascii_uppercase());
                let is_joint = matches!(word, "t" | "z" | "at" | "h");
                if !is_joint && !(has_clock && (is_zone || is_one_of(CLOCK, word))) {
                    return false;
                }
                before = if word == "t" { 't' } else { 'a' };
            } else if c.is_whitespace()
                || matches!(c, ':' | '.' | ',' | '+' | '-' | '(' | ')' | '|' | '\'' | '·' | '،')
            {
                self.take(|other| other == c);
                before = c;
            } else {
                return false;
            }
        }
        true
    }
}

/// `p. 16`, `page A4`: where it stood.
fn is_page(tail: &str) -> bool {
    let tail = tail.trim_start_matches([',', ' ']);
    let number = ["p.", "pg.", "page", "seite", "s."].iter().find_map(|it| tail.strip_prefix(it));
    number.is_some_and(|number| {
        let number = number.trim();
        number.len() <= 5 && number.contains(|c: char| c.is_ascii_digit())
    })
}

/// A Chinese digit.
fn numeral(c: char) -> Option<u32> {
    let at = "〇一二三四五六七八九".chars().position(|it| it == c);
    if c == '○' { Some(0) } else { u32::try_from(at?).ok() }
}

/// `二〇二二`, `十五`, `二十三`.
fn value(numerals: &str) -> Option<u32> {
    if let Some((tens, ones)) = numerals.split_once('十') {
        let digit = |text: &str, none| if text.is_empty() { Some(none) } else { value(text) };
        return Some(digit(tens, 1)? * 10 + digit(ones, 0)?).filter(|value| *value < 100);
    }
    if numerals.is_empty() || 4 < numerals.chars().count() {
        return None;
    }
    numerals.chars().try_fold(0, |sum, c| Some(sum * 10 + numeral(c)?))
}
