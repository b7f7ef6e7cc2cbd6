//! Which of the old encodings of East Asia a short text is in: the one in which it has the most
//! characters that everybody writes.
//!
//! The same pairs of bytes are letters in all of them. A long text shows which by its statistics; in
//! a few words these err, and then Chinese is read as rare Korean syllables.

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS};

/// Of bytes that are not ASCII: texts with more are judged by statistics.
const MAX_BYTES: usize = 400;

/// By this much, another encoding must be better than the one that statistics suggest.
const MARGIN: f32 = 0.08;

/// A score that no text in another script comes to, and the characters that it takes.
const SURE: f32 = 0.75;
const SURE_LETTERS: usize = 4;

/// Frequent characters of Chinese in the People's Republic.
const SIMPLIFIED: &str = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运京闻百六七八九亿元府企股银价济增率台港湾读旧灯推荐城县村镇车路铁机票桥河江湖雨雪风春夏秋冬早晚夜父母亲友校园医药病费钱买卖店铺茶饭菜花草树木鱼鸟";

/// Frequent characters of Chinese in Taiwan and Hong Kong.
const TRADITIONAL: &str = "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運京聞百六七八九億元府企股銀價濟增率台港灣臺讀舊燈推薦城縣村鎮車鐵票橋河江湖雨雪風春夏秋冬早晚夜父母親友校園醫藥病費錢買賣店鋪茶飯菜花草樹木魚鳥";

/// Frequent characters of Japanese beside its kana.
const KANJI: &str = "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服飲鳥飯冬昼茶牛魚犬政党選議首相経済市県府区村株価表関係決定報告伝降橋船港灯記的性化合成対全部実現面情当最初所点戦約束回取引調査内閣総理氏";

/// Frequent syllables of Korean.
const SYLLABLES: &str = "이다의는에을가고하지한로은를도사기어서아있시자인나그해대들일리정과으라전스원수장부상보제여니구만주것조거안성게면었할공된중마유동방관없오국소적경신모위학우실세계문용무년발비재연회물선진내생미까했였되습간입업분당민추바레개반양행치통심화외트드려말강던월판단결금체설감타와야며때및각또속등더본후작노러권영직차법표파불식산운석력점울련최확약배현평령북남뉴늘립렸갔왔졌받번째명천백억름람음임김박희색술책집길밤낮밥찾앞뒤새옛큰많좋났터써피토크태초청출충취층친품풍필함합항향형호혼활황획효훈린럼른를날낸냈널눈느놓달답데돌두둘뒷따떠른막맞매먼며몇못밝별복볼봄빛빠쓰씨알않약얼없열온올옷왜요움웃으잘잡저절족종좌죽준줄즈집쪽차참처카코키탁트특편폭프플";

/// The best encoding of a text: one of these if a first guess is one of them, or beyond doubt.
pub(super) fn best(bytes: &[u8], guess: &'static Encoding) -> &'static Encoding {
    let candidates = [GB18030, BIG5, SHIFT_JIS, EUC_JP, EUC_KR];
    let guess = if guess == GBK { GB18030 } else { guess };
    let n_bytes = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let is_east_asian = candidates.contains(&guess);
    if MAX_BYTES < n_bytes || !is_east_asian && n_bytes < 2 * SURE_LETTERS {
        return guess;
    }
    let scored = candidates.map(|it| (it, score(bytes, it).unwrap_or(f32::MIN)));
    let of_guess = scored.iter().find(|(it, _)| *it == guess).map_or(f32::MIN, |(_, score)| *score);
    let best = scored.into_iter().max_by(|(_, one), (_, two)| one.total_cmp(two));
    let least = if is_east_asian { of_guess + MARGIN } else { SURE };
    best.filter(|(_, score)| least < *score).map_or(guess, |(best, _)| best)
}

/// How common the characters are that the bytes stand for in an encoding; `None` if they are not in
/// it.
fn score(bytes: &[u8], encoding: &'static Encoding) -> Option<f32> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (mut sum, mut n_letters) = (0.0, 0.0);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        sum += if matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}' | '“' | '”' | '…')
        {
            0.4
        } else {
            of_letter(c, encoding)
        };
        n_letters += 1.0;
    }
    Some(if n_letters == 0.0 { 0.0 } else { sum / n_letters })
}

fn of_letter(c: char, encoding: &'static Encoding) -> f32 {
    const FREQUENT: f32 = 1.0;
    const ODD: f32 = -0.5;
    let is_japanese = encoding == SHIFT_JIS || encoding == EUC_JP;
    let frequent = if is_japanese {
        KANJI
    } else if encoding == EUC_KR {
        SYLLABLES
    } else if encoding == BIG5 {
        TRADITIONAL
    } else {
        SIMPLIFIED
    };
    match c {
        'ぁ'..='ヿ' if is_japanese => FREQUENT,
        _ if frequent.contains(c) => FREQUENT,
        '가'..='힣' | '一'..='鿿' if is_common(c, encoding) => 0.2,
        '가'..='힣' | '一'..='鿿' => -0.2,
        _ => ODD,
    }
}

/// Whether a standard counts the character among those for daily use.
fn is_common(c: char, encoding: &'static Encoding) -> bool {
    let mut letter = [0; 4];
    let (bytes, ..) = encoding.encode(c.encode_utf8(&mut letter));
    let &[lead, trail] = &*bytes else { return false };
    let leads = if encoding == EUC_KR {
        0xb0..=0xc8
    } else if encoding == EUC_JP {
        0xb0..=0xcf
    } else if encoding == SHIFT_JIS {
        0x88..=0x98
    } else if encoding == BIG5 {
        0xa4..=0xc6
    } else {
        0xb0..=0xd7
    };
    let is_first_plane = encoding == BIG5 || encoding == SHIFT_JIS || 0xa1 <= trail;
    leads.contains(&lead) && is_first_plane
}

#[cfg(test)]
mod tests {
    use encoding_rs::{KOI8_R, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253};

    use super::*;
    use crate::formats::decode::decode;

    const CHINESE: [&str; 5] = [
        "图书馆的门开着，里面没有人说话，只有一只猫在窗边看雨。",
        "昨天晚上河水又高了，村里的老人把船拉到了桥的下面。",
        "市政府说，新的车站明年春天开放，票价和现在一样。",
        "他读过旧灯的每一页，也记得最后的那句话。",
        "医生让她多走路，少喝茶，早一点回家休息。",
    ];
    const TAIWANESE: [&str; 5] = [
        "圖書館的門開著，裡面沒有人說話，只有一隻貓在窗邊看雨。",
        "昨天晚上河水又高了，村裡的老人把船拉到了橋的下面。",
        "市政府說，新的車站明年春天開放，票價和現在一樣。",
        "他讀過舊燈的每一頁，也記得最後的那句話。",
        "醫生讓她多走路，少喝茶，早一點回家休息。",
    ];
    const JAPANESE: [&str; 5] = [
        "図書館の扉は開いていたが、中では誰も話していなかった。",
        "昨夜また川の水が増え、村の老人たちは船を橋の下へ引いた。",
        "市によると、新しい駅は来年の春に開き、料金は今と同じだ。",
        "彼は古い灯の本を何度も読み、最後の言葉まで覚えている。",
        "医者は彼女に、もっと歩いて早く家に帰るように言った。",
    ];
    const KOREAN: [&str; 5] = [
        "도서관 문은 열려 있었지만 안에서는 아무도 말하지 않았다.",
        "어젯밤 강물이 다시 불어나 마을 노인들은 배를 다리 아래로 끌었다.",
        "시는 새 역이 내년 봄에 문을 열고 요금은 지금과 같다고 밝혔다.",
        "그는 오래된 등불 이야기를 여러 번 읽고 마지막 말까지 외웠다.",
        "의사는 그녀에게 더 걷고 일찍 집에 돌아가라고 말했다.",
    ];

    #[track_caller]
    fn is_read(text: &str, encoding: &'static Encoding) {
        let (bytes, _, is_lossy) = encoding.encode(text);
        assert!(!is_lossy, "{text}");
        let decoded = decode(&bytes, false, None).unwrap();
        assert_eq!(decoded.text, text, "{}", encoding.name());
    }

    #[test]
    fn any_ten_letters_are_read_as_they_were_written() {
        for (texts, encodings) in [
            (CHINESE, &[GBK][..]),
            (TAIWANESE, &[BIG5]),
            (JAPANESE, &[SHIFT_JIS, EUC_JP]),
            (KOREAN, &[EUC_KR]),
        ] {
            for text in texts {
                let letters: Vec<char> = text.chars().collect();
                for length in 10..=letters.len() {
                    for window in letters.windows(length) {
                        let text: String = window.iter().collect();
                        for encoding in encodings {
                            is_read(&text, encoding);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_title_of_a_few_letters_is_read() {
        is_read("读过《旧灯》 2011\n", GBK);
        is_read("2011好灯推荐神话", GBK);
        is_read("新しい駅が開く", SHIFT_JIS);
        is_read("새 역이 문을 열다", EUC_KR);
        is_read("新的車站開放了", BIG5);
    }

    #[test]
    fn short_texts_in_other_scripts_are_left_to_statistics() {
        for (encoding, text) in [
            (KOI8_R, "Вчера вечером река снова поднялась, и старики оттащили лодки под мост."),
            (WINDOWS_1251, "Библиотека открыта, но внутри никто не говорил, только кот у окна."),
            (
                WINDOWS_1252,
                "Élodie a vu à l’été où l’âne « dépité » mâchait çà et là près du hêtre.",
            ),
            (WINDOWS_1253, "Η βιβλιοθήκη ήταν ανοιχτή, αλλά μέσα κανείς δεν μιλούσε."),
        ] {
            let letters: Vec<char> = text.chars().collect();
            for length in 4..=letters.len() {
                for window in letters.windows(length) {
                    let text: String = window.iter().collect();
                    let (bytes, ..) = encoding.encode(&text);
                    assert_eq!(best(&bytes, encoding), encoding, "{window:?}");
                }
            }
        }
    }

    #[test]
    fn statistics_decide_where_there_is_enough_text() {
        let text = CHINESE.concat().repeat(4);
        let (bytes, ..) = GBK.encode(&text);
        assert_eq!(best(&bytes, EUC_KR), EUC_KR);
        assert_eq!(best(b"caf\xe9", encoding_rs::WINDOWS_1252), encoding_rs::WINDOWS_1252);
    }
}
