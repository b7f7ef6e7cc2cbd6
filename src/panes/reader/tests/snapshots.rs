//! Whole pictures.

use super::*;
use crate::ui::page::Row;

#[test]
fn an_article_in_many_scripts() {
    insta::assert_snapshot!("80x24", Desk::with(ferry(), 80, 24).screen());
    insta::assert_snapshot!("120x40", Desk::with(ferry(), 120, 40).screen());
    insta::assert_snapshot!("40x12", Desk::with(ferry(), 40, 12).screen());
    insta::assert_snapshot!("40x12_end", Desk::with(ferry(), 40, 12).press("G").screen());
}

#[test]
fn every_size_is_drawn() {
    let mut desk = Desk::with(ferry(), 80, 24).press("/ferry<enter>n");
    for (width, height) in (0..45).flat_map(|width| (0..6).map(move |height| (width, height))) {
        desk = desk.resize(width, height).press("j n G N gg <space>");
        desk.screen();
    }
    desk.resize(500, 200).press("jG").shows("Last ferry leaves");
}

#[test]
fn the_column_is_centred_and_can_be_changed() {
    let left = |desk: &Desk| {
        let screen = desk.screen();
        screen.lines().find_map(|line| line.find("Last ferry")).unwrap()
    };
    let desk = Desk::with(ferry(), 120, 40);
    assert_eq!(left(&desk), 20);
    let desk = desk.press("<lt><lt>").says("text width: 72");
    assert_eq!(left(&desk), 24);
    let desk = desk.press(">>>>");
    assert_eq!(left(&desk), 16);
    assert_eq!(left(&desk.resize(40, 12)), 1);
}

/// Arabic, Hebrew, Japanese, Chinese, Hindi, Thai, emoji, and an address without end.
fn scripts() -> OpenedArticle {
    let mut article = Article::clone(&ferry().article);
    article.title = Clean::new("فتح الجسر الجديد (الميناء) أبوابه بعد تسعة أشهر 2026");
    article.source = Clean::new("minaa.example");
    article.url = Some(Clean::new("https://minaa.example/2026/03/04/jisr"));
    article.problems = Vec::new();
    let paragraphs = [
        "أعيد فتح جسر الميناء (الذي بني عام 1911) أمام المارة يوم الأربعاء، وقال المهندس إن الأعمال كلفت 12,5 مليون كرون. للمزيد: https://minaa.example/news?id=7 أو على موقع BBC Arabic.",
        "המעבורת האחרונה (הקו הישן) יצאה בשעה 18:30 בין ערביים, ועל הסיפון ניגנה תזמורת \"Harbour Brass\" עד שעות הלילה.",
        "最終便には、地元の高校生やかつての乗組員など約三百人が乗り込んだ。「さびしいけれど、橋ができて便利になる。」と、船長は話した。乗客は手を振りながら岸を離れた。ちょっと待って！",
        "大桥在维修九个月后重新开放。“这是我们的桥，”市长说，“它属于大家。”第一天就有三千多人步行过桥（包括不少孩子）。",
        "पुल नौ महीने की मरम्मत के बाद फिर से खुल गया है। मुख्यमंत्री ने कहा कि क्षेत्र के लोगों को इससे बहुत लाभ होगा।",
        "สะพานท่าเรือเปิดใหม่หลังจากซ่อมแซมเก้าเดือนและมีผู้คนจำนวนมากเดินข้ามในวันแรก",
        "Families 👩‍👩‍👧‍👦👨‍👩‍👧 waved flags 🇳🇴🇫🇷 and hearts ❤️ in the Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft; see www.harbour.example (or https://very-long.example/archive/2026/03/04/the-reopening-of-the-harbour-bridge-after-nine-months-of-international-negotiations?utm_source=newsletter&utm_medium=email#comments) for extraordinary internationalization considerations.",
    ];
    article.paragraphs = paragraphs.iter().map(|text| Clean::new(text)).collect();
    opened(article)
}

#[test]
fn scripts_of_all_kinds_in_all_settings() {
    let desk = Desk::with(scripts(), 80, 36);
    insta::assert_snapshot!("scripts_80x36", desk.screen());
    let desk = desk.press(",j,h,i,l,s,s");
    insta::assert_snapshot!("scripts_80x36_set", desk.screen());
    let desk = desk.resize(80, 24).press("Gk");
    insta::assert_snapshot!("scripts_80x24_end", desk.screen());
    insta::assert_snapshot!("scripts_40x12", desk.resize(40, 12).press("gg").screen());
}

#[test]
fn what_is_found_is_marked_where_its_letters_are_drawn() {
    let desk = Desk::with(scripts(), 80, 36).press("/ערביים<enter>").shows("1/1");
    let theme = Theme::monochrome();
    let mut terminal = Terminal::new(TestBackend::new(80, 36)).unwrap();
    let draw = |frame: &mut ratatui::Frame| {
        AnyPane::view(&desk.reader, &desk.session, &theme, frame, frame.area());
    };
    terminal.draw(draw).unwrap();
    let buffer = terminal.backend().buffer();
    let mut marked = String::new();
    for cell in &buffer.content {
        if cell.modifier == theme.current_hit.add_modifier {
            marked.push_str(cell.symbol());
        }
    }
    assert_eq!(marked, "םייברע");
}

/// Every setting that the keys reach.
const TYPOGRAPHY: [&str; 8] = ["<lt>", ">", ",a", ",s", ",i", ",j", ",h", ",l"];

#[test]
fn each_setting_is_seen_and_can_be_taken_back() {
    let desk = Desk::with(ferry(), 120, 40);
    let plain = desk.screen();
    for (keys, back) in
        [(",a", ",a"), (",s", ",s,s"), (",i", ",i"), (",j", ",j"), (",h", ",h"), (",b", ",b")]
    {
        let desk = Desk::with(ferry(), 120, 40).press("<lt><lt><lt><lt><lt>");
        let before = desk.screen();
        let desk = desk.press(keys);
        assert_ne!(desk.screen(), before, "{keys}");
        assert_eq!(desk.press(back).screen(), before, "{back}");
    }
    assert_eq!(desk.press(",a,a").screen(), plain);
}

#[test]
fn settings_and_sizes_in_any_order_keep_the_place() {
    let mut seed = 1_u32;
    let mut random = |n: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % n
    };
    let mut article = Article::clone(&ferry().article);
    article.paragraphs = vec![article.paragraphs; 20].concat();
    let mut desk = Desk::with(opened(article), 80, 24).press("50%");
    let top = desk.reader.shown.as_ref().unwrap().page.top();
    for _ in 0..500 {
        let keys = TYPOGRAPHY[random(8) as usize];
        let (width, height) = (random(130), random(50));
        desk = desk.press(keys);
        desk = desk.resize(u16::try_from(width).unwrap(), u16::try_from(height).unwrap());
        desk.screen();
        let page = &desk.reader.shown.as_ref().unwrap().page;
        assert!(height < 4 || page.row_of(top).is_some(), "{keys} at {width}x{height}");
        for row in page.rows() {
            let Row::Text(line) = row else { continue };
            let glyphs = page.glyphs(line);
            let end = glyphs.iter().map(|glyph| glyph.x + glyph.cells).max().unwrap_or(0);
            let is_alone = glyphs.iter().filter(|glyph| 0 < glyph.cells).count() <= 1;
            assert!(is_alone || end <= desk.reader.page_size(&desk.session).0);
        }
    }
}
