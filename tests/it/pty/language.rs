//! The real program in German, as the environment asks for it.

use std::{fs, process::Command};

use portable_pty::CommandBuilder;

use super::{Desk, terminal::Terminal};

const GERMAN: (&str, &str) = ("LC_ALL", "de_DE.UTF-8");

fn german(desk: &Desk) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    command.env(GERMAN.0, GERMAN.1);
    Terminal::run(command, desk.ours.path(), 30, 100)
}

#[test]
fn list_reader_help_and_notices_speak_the_language_of_the_environment() {
    let desk = Desk::new(12);
    let words = vec!["Wasser"; 1_500].join(" ");
    let text = format!("Langer Bericht\n20260401\nhttps://tide.example/lang\n{words}\n");
    for name in ["lang.txt", "nochmal.txt"] {
        fs::write(desk.library.path().join(name), format!("{text}{name}\n")).unwrap();
    }
    let mut terminal = german(&desk);
    terminal.wait("14 Artikel · 14 ungelesen");
    terminal.wait("Mittwoch, 1. April 2026");
    terminal.wait("? Hilfe");
    terminal.press("?");
    terminal.wait("Tasten · j blättern");
    terminal.wait("Weiterlesen; am Ende den nächsten ungelesenen Artikel öffnen");
    terminal.press("q");
    terminal.press("\r");
    terminal.wait("Mittwoch, 1. April 2026 · 7 Min.");
    terminal.press("qM");
    terminal.wait("13 als gelesen markiert · u macht rückgängig");
    terminal.press("u");
    terminal.wait("rückgängig: 13 als gelesen markiert");
    terminal.press("U");
    terminal.wait("Verlauf · Enter Artikel");
    terminal.press("q:downn\r");
    terminal.wait("unbekannter Befehl: downn; gemeint vielleicht `down`");
    terminal.press("\x1b\x1bq");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn settings_go_before_the_environment_and_programs_read_the_same_everywhere() {
    let desk = Desk::new(2);
    fs::write(desk.library.path().join("empty.txt"), "").unwrap();
    let run = |locale: &str, arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(arguments)
            .args(["--cache-dir".as_ref(), desk.ours.path().join("cache").as_os_str()])
            .args(["--data-dir".as_ref(), desk.ours.path().join("data").as_os_str()])
            .env("HOME", desk.ours.path())
            .env("LC_ALL", locale)
            .output()
            .unwrap();
        let both = [output.stdout, output.stderr].concat();
        String::from_utf8(both).unwrap()
    };
    let library = desk.library.path().to_str().unwrap();
    let (c, de) = ("C.UTF-8", GERMAN.1);
    assert!(run(de, &["index", library]).contains("2 Artikel, 2 ungelesen"));
    let english = run(de, &["index", library, "--set", "text.language=en"]);
    assert!(english.contains("2 articles, 2 unread"), "{english}");
    let german = run(c, &["--set=text.language=de", "index", library]);
    assert!(german.contains("2 Artikel, 2 ungelesen"), "{german}");
    assert!(run(de, &["problems", library]).contains("die Datei ist leer"));
    for json in [["list", library, "--json"], ["problems", library, "--json"]] {
        assert_eq!(run(de, &json), run(c, &json));
    }
    assert_eq!(run(de, &["man"]), run(c, &["man"]));
    let help = run(de, &["list", "--help"]);
    assert!(help.contains("Aufruf: dateline list") && help.contains("neueste zuerst"), "{help}");
    assert!(!help.contains("Print") && !help.contains("Options"), "{help}");
    let wrong = run(de, &["list", library, "--jsno"]);
    assert!(wrong.contains("unerwartetes Argument `--jsno`"), "{wrong}");
    assert!(
        run(c, &["--set", "text.language=fr", "list", library]).contains("available: auto, en, de")
    );
}
