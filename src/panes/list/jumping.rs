//! Jumps of the list: to a row, a day, a title, a bookmark, and back.
//!
//! Terminals send the same byte for `<c-i>` and Tab, and Tab switches panes: going forward again
//! is `<a-o>`, beside the `<c-o>` that goes back.

use super::{
    ListPane,
    commands::{has_article, has_rows},
};
use crate::base::wording;
use crate::session::{
    Argument, ArgumentKind, Command, Effect, Notice, Section, Seek, Session, UserQuestion,
};

pub(super) const COMMANDS: &[Command<ListPane>] = &[
    Command::when("goto-row", &[], "Go to a row by its number", has_rows, |_, session| {
        go_to_row(session)
    })
    .begins(Section::Jumping)
    .also("line number jump")
    .taking(Argument::required("number", ArgumentKind::Number)),
    Command::when(
        "goto-date",
        &["gd"],
        "Go to a day: yesterday, 15 feb, 2022-02, 3 days ago",
        has_rows,
        |_, session| told(session, "goto-date", Seek::Day),
    )
    .also("day today jump calendar when time month year")
    .useful()
    .taking(Argument::required("date", ArgumentKind::Date)),
    Command::when(
        "goto-title",
        &["gt"],
        "Go to the next title with these words",
        has_rows,
        |_, session| told(session, "goto-title", Seek::Title),
    )
    .also("headline jump name")
    .taking(Argument::required("text", ArgumentKind::Text)),
    Command::when(
        "goto-source",
        &["gS"],
        "Go to the next article of a source; Tab lists them",
        has_rows,
        |_, session| told(session, "goto-source", Seek::Source),
    )
    .also("feed outlet newspaper publisher filter jump author")
    .useful()
    .taking(Argument::required("source", ArgumentKind::Source)),
    Command::new("jump-back", &["<c-o>"], "Go back to the position before the last jump", {
        |_, session| session.jump_back(false)
    })
    .also("previous return"),
    Command::new("jump-forward", &["<a-o>"], "Go forward in the jump history", |_, session| {
        session.jump_back(true)
    }),
    Command::when("bookmark", &["b"], "Bookmark the article with a letter", has_article, {
        |_, session| match letter(session) {
            Some(letter) => session.set_bookmark(letter),
            None => session.ask_letter(UserQuestion::SetBookmark),
        }
    })
    .also("save remember place position")
    .taking(Argument::optional("letter", ArgumentKind::Text)),
    Command::when("goto-bookmark", &["'"], "Go to a bookmark by its letter", has_rows, {
        |_, session| match letter(session) {
            Some(letter) => session.go_to_bookmark(letter),
            None => session.ask_letter(UserQuestion::GoToBookmark),
        }
    })
    .also("bookmarks favourites favorites saved jump")
    .taking(Argument::optional("letter", ArgumentKind::Text)),
];

fn letter(session: &Session) -> Option<char> {
    session.argument()?.chars().next()
}

fn go_to_row(session: &mut Session) -> Vec<Effect> {
    let Some(text) = session.argument() else {
        return session.ask_for("goto-row");
    };
    let Ok(number) = text.parse::<usize>() else {
        let notice = Notice::warning(wording!("list-no-number", text = text));
        session.say(notice);
        return Vec::new();
    };
    session.leave_place();
    session.front_mut().move_to(number.saturating_sub(1));
    session.load()
}

fn told(session: &mut Session, name: &str, seek: fn(String) -> Seek) -> Vec<Effect> {
    match session.argument().map(str::to_owned) {
        Some(text) => session.jump(seek(text)),
        None => session.ask_for(name),
    }
}
