//! What somebody sees and finds who has read nothing.

use dateline::{
    base::language::{Speech, language, speaking},
    session::{LibraryStatus, Message, MouseAction},
};

use super::{Articles, Script, headline};

fn in_german<T>(work: impl FnOnce() -> T) -> T {
    speaking(Speech::of(language("de").unwrap()), work)
}

/// The small library, opened by somebody who has never opened one.
fn first_start(width: u16, height: u16) -> Script {
    Script::new(width, height).tell(restored(true))
}

/// What a start begins with where nothing has been kept.
fn restored(is_first_start: bool) -> Message {
    let (kept, bookmarks, habits) = (None, String::new(), Box::default());
    Message::Restored { kept, bookmarks, habits, is_first_start }
}

/// The names of the commands that the palette lists, from the top.
fn listed(script: &Script) -> Vec<String> {
    let screen = script.screen();
    let rows = screen.lines().skip_while(|row| !row.contains("> ")).skip(1);
    let boxed = rows.map_while(|row| row.split('│').nth(1));
    let names = boxed.filter_map(|row| row.trim_start_matches(['▌', ' ']).split(' ').next());
    names.map(str::to_owned).collect()
}

const WHAT: &str = "Dateline reads articles from the files in a directory.";

#[test]
fn the_first_start_says_what_this_is_until_something_is_used() {
    let script = first_start(80, 24).shows(WHAT).shows("dateline ~/news");
    insta::assert_snapshot!("first_start_80x24", script.screen());
    insta::assert_snapshot!("first_start_120x40", first_start(120, 40).screen());
    in_german(|| insta::assert_snapshot!("de_first_start_80x24", first_start(80, 24).screen()));
    // Going through the list uses nothing of it, and every row can be reached.
    let script = script.press("G").at("Letter without a date").shows("Letter without a date");
    for keys in ["<enter>", "/", "?", ":", "<c-p>"] {
        first_start(80, 24).press(keys).hides(WHAT).press("<esc>").hides(WHAT);
    }
    script.press("<enter>q").hides(WHAT).shows("Harbour bridge");
}

#[test]
fn no_row_is_hidden_by_what_is_said_at_the_first_start() {
    let rows = (0..60).map(|seq| {
        let day = format!("2026-03-{:02}", 28 - seq / 3);
        headline(seq, &format!("Article {seq}."), super::day(&day), "wire.example")
    });
    let script = Script::with(Articles::new(rows.collect()), 90, 24).tell(restored(true));
    let script = script.shows(WHAT).press("G").shows("Article 59.").press("gg");
    let wheel = MouseAction::Wheel { is_down: true, n_notches: 100 };
    script.mouse(wheel, 10, 5, 1).mouse(wheel, 10, 5, 2).shows(WHAT).shows("Article 59.");
}

#[test]
fn later_starts_and_low_screens_say_nothing_of_it() {
    Script::new(80, 24).tell(restored(false)).hides(WHAT);
    first_start(80, 15).hides(WHAT).resize(80, 16).shows(WHAT).resize(80, 15).hides(WHAT);
}

#[test]
fn first_keys_are_those_that_are_bound() {
    let text = "[keys.list]\n'/' = false\n'F' = 'search'\n[keys.reader]\n'/' = false\n";
    let script = Script::set(text, 80, 24).press("?");
    script.shows("F :find").shows("j k Enter").shows("Space ").shows("m s ");
    Script::set(text, 80, 24)
        .tell(restored(true))
        .shows("Enter read · F search · ^P find a command");
}

#[test]
fn the_palette_opens_with_what_is_useful_and_ends_with_what_cannot_run() {
    let script = Script::new(100, 200).press("<c-p>");
    let all = listed(&script);
    assert_eq!(all[..3], ["search", "toggle-star", "mark-all-read"]);
    let at = |name: &str| all.iter().position(|it| it == name).unwrap();
    assert!(at("theme") < at("down"), "{all:?}");
    // No article is open.
    assert!(all.len() - 60 < at("copy-quote"), "{all:?}");
    let script = script.press("copy").shows("no article is open");
    let all = listed(&script);
    assert_eq!(all[..2], ["copy-url", "copy-title"], "{all:?}");
}

#[test]
fn commands_are_found_by_the_words_that_people_use() {
    let words = [
        ("save", "toggle-star"),
        ("save", "bookmark"),
        ("save", "keep-settings"),
        ("export", "pipe"),
        ("print", "pipe"),
        ("filter", "view-unread"),
        ("filter", "search"),
        ("dark", "theme"),
        ("light", "theme"),
        ("colour", "theme"),
        ("exit", "quit"),
        ("quit", "quit"),
        ("bookmark", "bookmark"),
        ("favourite", "toggle-star"),
        ("favorites", "view-starred"),
        ("unread", "view-unread"),
        ("delete", "mark-read"),
        ("refresh", "rescan"),
        ("reload", "rescan"),
        ("language", "edit-settings"),
        ("preferences", "edit-settings"),
        ("shortcuts", "help"),
        ("errors", "problems"),
        ("browser", "open-url"),
        ("clipboard", "copy-url"),
        ("feed", "goto-source"),
        ("calendar", "goto-date"),
        ("fullscreen", "zen"),
        ("split", "layout"),
        ("collapse", "fold"),
        ("oldest", "reverse"),
        ("margin", "column-width"),
        ("close", "back"),
        ("tag", "select"),
        ("night", "theme"),
        ("dark mode", "theme"),
        ("chart", "timeline"),
        ("statistics", "timeline"),
        ("statistics", "facets"),
        ("category", "facets"),
        ("today", "goto-date"),
        ("highlight", "find"),
        ("read later", "toggle-star"),
        ("bug", "problems"),
        ("folder", "rescan"),
    ];
    for (word, command) in words {
        let typed = word.replace(' ', "<space>");
        let all = listed(&Script::new(100, 100).press("<c-p>").press(&typed));
        assert!(all.iter().take(12).any(|name| name == command), "{word}: {command} in {all:?}");
    }
    in_german(|| {
        for (word, command) in [
            ("speichern", "toggle-star"),
            ("dunkel", "theme"),
            ("beenden", "quit"),
            ("lesezeichen", "bookmark"),
            ("favoriten", "view-starred"),
            ("filter", "view-unread"),
            ("drucken", "pipe"),
            ("hilfe", "help"),
            ("dark", "theme"),
        ] {
            let all = listed(&Script::new(100, 100).press("<c-p>").press(word));
            assert!(all.iter().take(12).any(|name| name == command), "{word}: {all:?}");
        }
    });
}

#[test]
fn words_that_no_command_stands_for_are_answered_in_the_palette_and_in_the_help() {
    let answers = [
        ("delete", "Dateline never deletes or changes files."),
        ("directory", "To open another directory, quit and type: dateline DIRECTORY"),
        ("german", "The language is a setting: edit-settings"),
        ("font", "Your terminal sets font and size."),
        ("export", "dateline list --json"),
        ("subscribe", "fetches nothing"),
        ("mute", "search for -source:NAME"),
    ];
    for (typed, answer) in answers {
        for size in [(80, 24), (120, 40)] {
            let script = Script::new(size.0, size.1).press("<c-p>").press(typed);
            assert!(flat(&script).contains(answer), "{typed}: {}", script.screen());
        }
    }
    Script::new(80, 24).press("?/subscribe").shows("fetches nothing");
    // The help looks into the other words of commands, too.
    Script::new(80, 24).press("?/favourite").shows("Toggle the star");
    Script::new(80, 24).press("<c-p>sort").hides("Dateline");
    in_german(|| {
        let script = Script::new(100, 24).press("<c-p>löschen");
        assert!(flat(&script).contains("Dateline löscht und ändert keine Dateien."));
    });
}

/// What a box shows, as one text without its frame.
fn flat(script: &Script) -> String {
    let screen = script.screen();
    let rows = screen.lines().filter_map(|row| row.split('│').nth(1));
    rows.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_empty_or_foreign_directory_says_what_is_in_it_and_what_to_do() {
    let script = Script::with(Articles::new(Vec::new()), 80, 24);
    let script = script.shows("No articles here.").shows("Add text files").shows("q quits.");
    let script = script.shows("dateline DIRECTORY");
    let status = LibraryStatus { n_problems: 3, ..LibraryStatus::default() };
    let script = script.tell(Message::Status(status.clone()));
    insta::assert_snapshot!("foreign_80x24", script.screen());
    let script = script.shows("None of the 3 files here is an article; gp shows why.");
    script.hides("Add text files");
    in_german(|| {
        let script = Script::with(Articles::new(Vec::new()), 80, 24).tell(Message::Status(status));
        script.shows("Keine der 3 Dateien hier ist ein Artikel; gp zeigt die Gründe.");
    });
}
