//! `dateline FILE`: the folder of the file, opened at that article.

use dateline::{app::Event, domain::Mark, session::Message};

use super::{Script, list::many};

#[test]
fn the_article_named_on_the_command_line_is_open_and_the_list_stands_at_it() {
    let mut script = Script::with(many(200), 80, 24);
    let id = script.library.headlines()[150].id;
    let effects = script.app.update(Event::Message(Message::Wanted(id)));
    script.settle(effects);
    let script = script.shows("Article 150");
    let title = script.screen().lines().take(6).collect::<String>();
    assert!(title.contains("Article 150"), "{}", script.screen());
    assert!(script.library.numbers(|it| it.has(Mark::Read)).contains(&150), "it counts as opened");
    let script = script.press("q").at("Article 150");
    assert!(script.screen().contains("Article 149"), "{}", script.screen());
}
