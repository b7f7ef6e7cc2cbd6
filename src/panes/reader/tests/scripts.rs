//! Keys, answers, and what follows.

use super::*;
use crate::base::language::{Speech, language, speaking};
use crate::domain::{Arrivals, Mark};
use crate::session::{HostRequest, TerminalRequest};

#[test]
fn the_title_scrolls_away_and_is_named_in_the_last_line() {
    let desk = Desk::with(long(1, 40), 60, 12).shows("undated: no date in the text or the path");
    let desk = desk.hides("─ Article number 1").press("5j").shows("─ Article number 1");
    assert_eq!(desk.saved(), Some(Position { paragraph: 1, byte: 0 }));
    desk.press("3k").shows("word 0.").press("gg").hides("─ Article number 1");
}

#[test]
fn reading_starts_where_it_stopped_and_at_the_top_after_the_end() {
    let desk = Desk::with(long(1, 40), 60, 12).press("<space><space>");
    let position = desk.saved().unwrap();
    assert!(Position::default() < position);
    let desk = desk.open(OpenedArticle { position, ..long(1, 40) });
    let first = format!("word {}.", position.paragraph);
    assert!(desk.screen().trim_start().starts_with(&first), "{}", desk.screen());
    let position = desk.press("G").saved().unwrap();
    let desk = Desk::with(OpenedArticle { position, ..long(1, 40) }, 60, 12);
    desk.shows("undated").hides("100%");
}

#[test]
fn the_first_match_of_a_search_stands_a_third_down() {
    let opened = long(1, 40);
    let hits = hits(&opened.article, "word 30");
    let desk = Desk::with(OpenedArticle { hits, ..opened }, 60, 13);
    assert_eq!(desk.screen().lines().nth(4), Some(" word 30."));
    desk.shows("1/1");
}

#[test]
fn space_at_the_end_goes_on_to_the_next_unread_article() {
    let desk = Desk::with(long(1, 10), 60, 12).press("<space>");
    assert!(
        !desk.effects.iter().any(|effect| matches!(effect, Effect::Ask(Question::Seek { .. })))
    );
    let desk = desk.press("G<space>");
    assert!(matches!(desk.effects.last(), Some(Effect::Ask(Question::Seek { .. }))));
}

#[test]
fn words_are_found_while_they_are_typed_and_escape_returns() {
    let desk = Desk::with(long(1, 40), 60, 12).press("6j");
    let before = desk.screen();
    let desk =
        desk.press("/word<space>2").shows("word 2.").shows("1/11").press("5").shows("word 25.");
    let desk = desk.shows("1/1 ").press("<bs><bs><bs><bs><bs><bs><bs>");
    assert_eq!(desk.screen(), before);
    let desk = desk.press("word<space>39<esc>");
    assert_eq!(desk.screen(), before);
    assert_eq!(desk.session.focus(), READER);
    desk.press("n").says("no search to repeat");
}

#[test]
fn enter_keeps_what_was_found_and_n_goes_round() {
    let desk = Desk::with(long(1, 40), 60, 12).press("/word<space>3<enter>").shows("1/11");
    let desk = desk.press("n").shows("2/11").shows("word 30.").press("N").shows("1/11");
    let desk = desk.press("N").shows("11/11").says("continued from the end");
    let desk = desk.press("3n").shows("3/11").says("continued from the top");
    let desk = desk.press("ggn").shows("1/11").press("Gn").shows("6/11");
    let desk = desk.press("<esc>").hides("/11");
    assert_eq!(desk.session.focus(), READER);
    assert_ne!(desk.press("<esc>").session.focus(), READER);
}

#[test]
fn words_that_are_not_there_move_nothing() {
    let desk = Desk::with(long(1, 40), 60, 12).press("9j");
    let before = desk.screen();
    let desk = desk.press("/zebra<enter>").says("not in this article: zebra");
    assert_eq!(desk.screen(), before);
}

#[test]
fn words_that_turn_out_not_to_be_there_are_told_in_the_language_chosen() {
    let desk = Desk::with(long(1, 40), 60, 12).press("/word<enter>");
    let generation = desk.session.finding.ticket.newest();
    let found = Message::Answer(Answer::Found { generation, hits: [].into() });
    let german = Speech::of(language("de").unwrap());
    speaking(german, || desk.tell(&found).says("nicht in diesem Artikel: word"));
}

#[test]
fn a_stale_answer_changes_nothing() {
    let desk = Desk::with(long(1, 40), 60, 12).press("/word<enter>");
    let before = desk.screen();
    let found = Message::Answer(Answer::Found { generation: STALE, hits: [].into() });
    let opened = Message::Answer(Answer::Article { generation: STALE, result: Ok(long(2, 5)) });
    let desk = desk.tell(&found).tell(&opened);
    assert_eq!(desk.screen(), before);
}

#[test]
fn an_article_that_cannot_be_read_says_why() {
    let mut desk = Desk::with(long(1, 40), 60, 12);
    desk.session.open(ArticleId([2; 16]));
    let generation = desk.session.opened_ticket().newest();
    let desk = desk.shows("word 0.").shows("reading…");
    let result = Err(Clean::new("cannot read a.txt: it is gone; R looks for it anew"));
    let desk = desk.tell(&Message::Answer(Answer::Article { generation, result }));
    let desk = desk.shows("cannot read a.txt").hides("word 0.").press("j").says("no article");
    desk.open(long(3, 4)).shows("word 3.").hides("cannot read");
}

#[test]
fn the_old_article_does_not_flash_up_when_another_is_opened_from_the_list() {
    let mut desk = Desk::with(long(1, 40), 60, 12).press("q");
    desk.session.open(ArticleId([2; 16]));
    desk.shows("reading…").hides("word 0.");
}

#[test]
fn marks_made_anywhere_show_and_the_keys_ask_for_the_opposite() {
    let desk = Desk::new(config(MarkRead::ByHand), 60, 12).open(long(1, 40)).shows("unread");
    let desk = desk.tell(&marked(2, Mark::Read, true)).shows("unread");
    let desk = desk.tell(&marked(1, Mark::Read, true)).hides("unread");
    let desk = desk.tell(&marked(1, Mark::Starred, true)).shows("★").press("ms");
    let asked = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Mark(MarkRequest::Mark { mark, value, .. }) => Some((*mark, *value)),
        _ => None,
    });
    assert_eq!(asked.collect::<Vec<_>>(), [(Mark::Read, false), (Mark::Starred, false)]);
}

#[test]
fn the_sign_of_a_change_stays_while_the_article_is_looked_at() {
    let mut opened = long(1, 40);
    opened.headline.marks.set(Mark::Changed, true);
    let desk = Desk::new(config(MarkRead::ByHand), 60, 12).open(opened).shows("changed");
    let desk = desk.tell(&marked(1, Mark::Changed, false)).shows("changed");
    let generation = desk.session.opened_ticket().newest();
    let mut again = long(1, 40);
    again.headline.marks.set(Mark::Starred, true);
    let desk = desk.tell(&Message::Answer(Answer::Article { generation, result: Ok(again) }));
    desk.shows("changed").shows("★").open(long(2, 40)).hides("changed");
}

#[test]
fn the_end_marks_an_article_read_once_and_only_if_so_configured() {
    let by_end = |mark_read| Desk::new(config(mark_read), 60, 12).open(long(1, 40)).press("jj");
    let desk = by_end(MarkRead::End);
    assert_eq!(desk.n_marks(), 0);
    assert_eq!(desk.press("GkkG").n_marks(), 1);
    assert_eq!(by_end(MarkRead::ByHand).press("G").n_marks(), 0);
    let short = Desk::new(config(MarkRead::End), 60, 12).open(long(1, 2));
    assert_eq!(short.n_marks(), 1);
}

#[test]
fn news_of_the_library_does_not_disturb_what_is_read() {
    let desk = Desk::with(ferry(), 80, 24).press("3j");
    let before = desk.screen();
    let desk = desk.tell(&Message::Changed(Arrivals { n_new: 3, ..Arrivals::default() }));
    assert_eq!(desk.screen(), before);
}

#[test]
fn the_address_is_opened_and_copied_as_stated_or_the_lack_is_said() {
    let desk = Desk::with(ferry(), 80, 24).press("oy");
    let url = Clean::new("https://tidewater.example/2026/03/04/last-ferry");
    assert_eq!(
        desk.effects[desk.effects.len() - 2..],
        [
            Effect::Host(HostRequest::Open(url.clone())),
            Effect::Terminal(TerminalRequest::Copy(url))
        ]
    );
    Desk::with(long(1, 4), 80, 24).press("o").says("this article has no link");
}

#[test]
fn a_number_and_percent_goes_there() {
    let desk = Desk::with(long(1, 100), 60, 12).press("50%");
    assert_eq!(desk.saved().unwrap().paragraph, 50);
    desk.press("%").says("type a number");
}

#[test]
fn space_held_down_passes_no_article_that_nobody_has_seen() {
    let mut desk = Desk::with(long(1, 2), 60, 12);
    desk.session.open(ArticleId([2; 16]));
    let n_effects = desk.effects.len();
    let desk = desk.press("<space><space>");
    assert_eq!(desk.effects.len(), n_effects);
}

#[test]
fn matches_are_drawn_and_the_current_one_differs() {
    let desk = Desk::with(ferry(), 80, 24).press("/ferry<enter>n");
    let (theme, area) = (Theme::monochrome(), Rect::new(0, 0, 80, 24));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let draw = |frame: &mut ratatui::Frame| {
        AnyPane::view(&desk.reader, &desk.session, &theme, frame, area);
    };
    terminal.draw(draw).unwrap();
    let buffer = terminal.backend().buffer();
    let modifier = |x, y| buffer[(x, y)].modifier;
    let screen = desk.screen();
    let rows = |text: &str| {
        let all = screen.lines().enumerate().filter(|(_, row)| row.contains(text));
        all.map(|(y, _)| u16::try_from(y).unwrap()).collect::<Vec<_>>()
    };
    // The first line of the text has one, a line further down has the current one.
    let first = rows("The last ferry")[0];
    assert!((10..15).all(|x| modifier(x, first) == theme.hit.add_modifier));
    assert!([9, 15].iter().all(|x| modifier(*x, first) == theme.text.add_modifier));
    let below = (0..80).flat_map(|x| (first + 1..24).map(move |y| (x, y)));
    let is_current = |at: &(u16, u16)| modifier(at.0, at.1) == theme.current_hit.add_modifier;
    assert_eq!(below.filter(is_current).count(), "ferry".len());
}

#[test]
fn a_prompt_that_is_open_when_the_article_comes_looks_in_that_article() {
    let mut desk = Desk::with(long(1, 40), 60, 12).press("20j");
    desk.session.open(ArticleId([2; 16]));
    let generation = desk.session.opened_ticket().newest();
    let desk = desk.press("/");
    let desk = desk.tell(&Message::Answer(Answer::Article { generation, result: Ok(long(2, 60)) }));
    desk.press("word<space>55<enter>").shows("word 55.").shows("1/1").hides("not in");
}
