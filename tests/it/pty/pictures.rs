//! The pictures of the documents, taken of the real program with the sample library. They are
//! drawn again with `UPDATE_DOCS=1`.
//!
//! `PICTURES_OF=DIR PICTURES_TO=DIR cargo test --test it pictures` draws every screen of any library
//! in several sizes and themes, for whoever wants to look at all of them.

use std::{fs, path::Path};

use portable_pty::CommandBuilder;

use super::{
    svg::{self, Ground},
    take_first_steps,
    terminal::Terminal,
};

const DARK: Ground = Ground { letters: "#e5e5e5", ground: "#000000" };
const LIGHT: Ground = Ground { letters: "#000000", ground: "#ffffff" };

/// One picture of the documents.
struct Shot {
    name: &'static str,
    title: &'static str,
    theme: &'static str,
    /// Columns and rows.
    size: (u16, u16),
    /// What is typed, and what then stands on the screen.
    steps: &'static [(&'static str, &'static str)],
}

const SHOTS: [Shot; 5] = [
    Shot {
        name: "list",
        title: "The list of articles: unread titles bold, a bar at the cursor, days as headings",
        theme: "dark",
        size: (110, 28),
        steps: &[("jjj", "4/72")],
    },
    Shot {
        name: "article",
        title: "An article beside the list; the article has the keys",
        theme: "dark",
        size: (130, 32),
        steps: &[("3j", "4/72"), ("\r", "71 unread")],
    },
    Shot {
        name: "search",
        title: "A search as it is typed: passages around the words found",
        theme: "dark",
        size: (110, 24),
        steps: &[("/ferry", " hits · newest first")],
    },
    Shot {
        name: "found",
        title: "A match in its article, in the light theme",
        theme: "light",
        size: (130, 32),
        steps: &[("/strike", " hits"), ("\r", "Enter read"), ("\r", "read on")],
    },
    Shot {
        name: "timeline",
        title: "The hits of a search over time, and what they have in common",
        theme: "dark",
        size: (130, 32),
        steps: &[("/harbour", " hits"), ("\r", "Enter read"), ("t", "by day"), ("qgf", "Sources")],
    },
];

fn open(library: &Path, ours: &Path, theme: &str, (columns, rows): (u16, u16)) -> Terminal {
    let mut command = CommandBuilder::new("env");
    command.args(["-u", "NO_COLOR", "COLORTERM=truecolor"]);
    command.arg(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(library, ours));
    // Dates that look the same in any year.
    for setting in [&format!("theme.name={theme}"), "list.date-format=%d %b %y"] {
        command.args(["--set", setting]);
    }
    Terminal::run(command, ours, rows, columns)
}

/// Nothing goes on in the background any more.
fn is_quiet(screen: &str) -> bool {
    let busy = ["indexing", "reading", "searching", "Searching", "≥", "files…"];
    !busy.iter().any(|busy| screen.contains(busy)) && screen.contains("problems")
}

fn ground(theme: &str) -> Ground {
    if theme.contains("light") { LIGHT } else { DARK }
}

#[test]
fn the_pictures_of_the_documents_are_what_the_program_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    for Shot { name, title, theme, size, steps } in SHOTS {
        let place = format!("docs/pictures/{name}.svg");
        assert!(readme.contains(&place), "the README does not show {place}");
        let ours = tempfile::tempdir().unwrap();
        let mut terminal = open(&root.join("assets/sample"), ours.path(), theme, size);
        take_first_steps(&mut terminal);
        terminal.wait_until("everything is indexed", is_quiet);
        for (keys, seen) in steps {
            terminal.press(keys);
            terminal.wait_until(seen, |screen| is_quiet(screen) && screen.contains(seen));
        }
        // All at once: where the parser counts the cells of an emoji in its own way, what it shows
        // depends on what it showed before.
        terminal.press("\x0c");
        let draw = |terminal: &Terminal| svg::draw(terminal.screen(), ground(theme), title);
        if std::env::var_os("UPDATE_DOCS").is_some() {
            // What comes last changes no number: passages, the beginnings of texts.
            terminal.wait_until_still();
            fs::create_dir_all(root.join("docs/pictures")).unwrap();
            fs::write(root.join(place), draw(&terminal)).unwrap();
        } else {
            let expected = fs::read_to_string(root.join(&place)).unwrap_or_default();
            let what = format!("{place}; UPDATE_DOCS=1 draws it again");
            // On a busy machine the status line tells of folders that cannot be watched.
            let above = |picture: &str| svg::above_row(picture, size.1 - 1);
            terminal.wait_for_screen(&what, |screen| {
                above(&svg::draw(screen, ground(theme), title)) == above(&expected)
            });
        }
    }
}

#[test]
fn pictures_of_any_library_on_request() {
    let (Some(library), Some(folder)) =
        (std::env::var_os("PICTURES_OF"), std::env::var_os("PICTURES_TO"))
    else {
        return;
    };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();
    let ours = tempfile::tempdir().unwrap();
    let screens = [
        ("list", "jjj"),
        ("article", "jjj\r"),
        ("search", "/the"),
        ("found", "/the\r\r"),
        ("help", "?"),
        ("palette", "\x10"),
    ];
    for (name, keys) in screens {
        for size in [(80, 24), (120, 40), (200, 60)] {
            for theme in ["dark", "light"] {
                let mut terminal = open(Path::new(&library), ours.path(), theme, size);
                terminal.wait_until("everything is indexed", |screen| {
                    !screen.contains("indexing") && screen.contains("articles")
                });
                terminal.press(keys);
                terminal.wait_until_still();
                let title = format!("{name}, {theme}");
                let picture = svg::draw(terminal.screen(), ground(theme), &title);
                let file = format!("{name}-{theme}-{}x{}.svg", size.0, size.1);
                fs::write(folder.join(file), picture).unwrap();
            }
        }
    }
}
