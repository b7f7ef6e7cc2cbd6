//! Plain mode by a pipe: the same lines in, the same lines out, and nothing but text.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

struct Desk {
    library: tempfile::TempDir,
    ours: tempfile::TempDir,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Self {
        let desk =
            Self { library: tempfile::tempdir().unwrap(), ours: tempfile::tempdir().unwrap() };
        fs::create_dir(desk.library.path().join("news")).unwrap();
        for (name, text) in files {
            fs::write(desk.library.path().join("news").join(name), text).unwrap();
        }
        desk
    }

    fn run(&self, lines: &str, options: &[&str]) -> Output {
        let mut child = self.command(options).spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    fn command(&self, options: &[&str]) -> Command {
        let ours = |name: &str| self.ours.path().join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.arg("--plain").arg(self.library.path().join("news"));
        command
            .args([
                Path::new("--cache-dir"),
                &ours("cache"),
                Path::new("--data-dir"),
                &ours("data"),
            ])
            .args(options)
            .env("HOME", self.ours.path())
            .env_remove("TERM")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// The whole output in German, with the library in `/there`.
    fn said_in_german(&self, lines: &str) -> String {
        let mut command = self.command(&[]);
        let mut child = command.env("LC_ALL", "de_DE.UTF-8").spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        text(&output.stdout).replace(self.library.path().to_str().unwrap(), "/there")
    }

    /// What is answered, without the greeting.
    fn said(&self, lines: &str) -> String {
        let output = self.run(lines, &[]);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        let said = text(&output.stdout);
        let (_, answers) = said.split_once("? for all commands.\n").unwrap();
        answers.to_owned()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Three articles, newest first: the ferry, the dam, the seal.
fn three() -> Desk {
    Desk::new(&[
        (
            "a.txt",
            "Ferry sails again\n20260312\nhttps://tide.example/1\nIt left at six.\nA band played.\n",
        ),
        (
            "b.txt",
            "Who painted the gauge?\n20260310\nhttps://dam.example/2\nNobody knows.\nThe ferry brought the paint.\n",
        ),
        ("c.txt", "A seal in the lido\n\nhttps://tide.example/3\nHe has paid nothing.\n"),
    ])
}

#[test]
fn articles_are_counted_over_time_and_by_what_they_have_in_common() {
    let desk = three();
    let said = desk.said("timeline day\nfacets source\n/ferry\nfacets state\ntimeline month\n");
    insta::assert_snapshot!(said, @r"
    2026-03-12: 1 article
    2026-03-11: 0 articles
    2026-03-10: 1 article
    Undated: 1.
    tide.example: 2 articles
    dam.example: 1 article
    The end.
    1. Ferry sails again. tide.example, 12 March 2026, unread
    2. Who painted the gauge? dam.example, 10 March 2026, unread
    Numbers 1 to 2 of 2: all articles matching ferry, newest first. The end.
    unread: 2 articles
    The end.
    2026-03: 2 articles
    Undated: 0.
    ");
    assert!(desk.said("facets colour\n").contains("Type facets and source"));
}

#[test]
fn a_filter_narrows_the_list_and_an_order_gives_way_to_another() {
    let desk = three();
    let said = desk.said("/ferry OR lido sort:title\nfilter -lido\nsort date\n& (\n&\n");
    assert!(
        said.contains("articles matching (ferry OR lido) -lido sort:title, by title"),
        "{said}"
    );
    assert!(said.contains("matching (ferry OR lido) -lido, newest first"), "{said}");
    assert!(said.contains("nothing between the brackets") && said.contains("Type words"), "{said}");
}

#[test]
fn places_are_shown_in_context_and_a_query_is_explained() {
    let desk = three();
    let said = desk.said("context\n/ferry\ncontext\nexplain\n");
    assert!(said.contains("Type words to search for"), "{said}");
    assert!(
        said.contains("dam.example, Tuesday 10 March 2026: The ferry brought the paint."),
        "{said}"
    );
    assert!(said.contains("Understood as: ferry\nferry  2  "), "{said}");
}

#[test]
fn places_are_sorted_by_the_words_around_and_each_is_told_once() {
    let desk = three();
    let sorted = desk.said("/ferry\ncontext right\ncontext up\n");
    let of = |place: &str| sorted.find(place).unwrap_or_else(|| panic!("{place}: {sorted}"));
    assert!(of("The ferry brought the paint.") < of(": Ferry sails again"), "{sorted}");
    assert!(sorted.contains("Places 1 to 2 of 2. The end."), "{sorted}");
    assert!(sorted.contains("Type context, or context and date, left or right."), "{sorted}");
    let many = "A ferry came.\n".repeat(130);
    let desk = Desk::new(&[("a.txt", &format!("Harbour\n20260312\n\n{many}"))]);
    let said = desk.said("/ferry\ncontext\n\n\n\n\n\n\n\n\n");
    let n_told = said.matches(": A ferry came.").count();
    assert_eq!(n_told, 130, "each once: {said}");
    assert!(said.contains("130 of 130. The end."), "{said}");
}

#[test]
fn the_queries_of_a_file_are_counted() {
    let desk = three();
    let queries = desk.ours.path().join("queries.txt");
    fs::write(&queries, "ferry\n# seals\n(seal lido) OR dam\n").unwrap();
    let batch = format!("batch {}\n", queries.display());
    assert_eq!(
        desk.said(&batch),
        "ferry: 2 articles, 2026-03-10 to 2026-03-12\n(seal lido) OR dam: 1 article\n"
    );
    fs::write(&queries, "ferry\n  (seal\n").unwrap();
    let wrong = desk.said(&batch);
    assert!(wrong.contains("line 2, column 3: missing closing bracket."), "{wrong}");
    assert!(desk.said("batch\n").contains("Name a file with one query per line"));
    let german = desk.said_in_german("suche ferry\nzusammenhang links\nstapel\n");
    assert!(german.contains("Stelle 1 bis 2 von 2. Ende."), "{german}");
    assert!(german.contains("Eine Datei mit einer Suchanfrage je Zeile angeben"), "{german}");
}

#[test]
fn the_same_lines_get_the_same_answers() {
    let desk = three();
    let output = desk.run(
        "list\n2\n\nm\nn\ns 1\nu\nr\n/ferry\nback\nunread\nsort title\nstatus\nlsit\nopen 9\n",
        &[],
    );
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let said = text(&output.stdout).replace(desk.library.path().to_str().unwrap(), "/there");
    insta::assert_snapshot!(said, @r"
    Library news: 3 articles, 3 unread, 1 problem.
    Type list, next, a number from the list, search and words, or ? for all commands.
    1. Ferry sails again. tide.example, 12 March 2026, unread
    2. Who painted the gauge? dam.example, 10 March 2026, unread
    3. A seal in the lido. tide.example, undated, unread
    Numbers 1 to 3 of 3: all articles, newest first. The end.
    Number 2: Who painted the gauge?
    dam.example, 10 March 2026, unread, 7 words.
    Nobody knows.
    The ferry brought the paint.
    Paragraphs 1 to 2 of 2. The end.
    That was the end of the article. Type next to open another one.
    Done. Now unread: Who painted the gauge?
    Number 3: A seal in the lido.
    tide.example, undated, unread, 4 words.
    Problem: undated: No date in the text or the path.
    He has paid nothing.
    Paragraph 1 of 1. The end.
    Done. Now starred: Ferry sails again.
    Undone. Now not starred: Ferry sails again.
    Redone. Now starred: Ferry sails again.
    1. Ferry sails again. tide.example, 12 March 2026, unread, starred
    2. Who painted the gauge? dam.example, 10 March 2026, unread
    Numbers 1 to 2 of 2: all articles matching ferry, newest first. The end.
    1. Ferry sails again. tide.example, 12 March 2026, unread, starred
    2. Who painted the gauge? dam.example, 10 March 2026, unread
    3. A seal in the lido. tide.example, undated
    Numbers 1 to 3 of 3: all articles, newest first. The end.
    1. Ferry sails again. tide.example, 12 March 2026, unread, starred
    2. Who painted the gauge? dam.example, 10 March 2026, unread
    Numbers 1 to 2 of 2: unread articles, newest first. The end.
    1. Ferry sails again. tide.example, 12 March 2026, unread, starred
    2. Who painted the gauge? dam.example, 10 March 2026, unread
    Numbers 1 to 2 of 2: unread articles, by title. The end.
    Library news: 3 articles, 2 unread, 1 starred, 1 problem.
    Directory: /there/news.
    Listing unread articles, by title: 2.
    No article is open.
    Unknown command: lsit. Did you mean list? Type ? for all commands.
    The list has no number 9; it ends at 2.
    ");
}

#[test]
fn a_mark_is_kept_for_the_next_start_and_for_the_screen() {
    let desk = three();
    assert!(desk.said("s 2\nm 3\n").ends_with("Done. Now read: A seal in the lido.\n"));
    let said = desk.said("list\nundo\nundo\nundo\n");
    assert!(
        said.contains("2. Who painted the gauge? dam.example, 10 March 2026, unread, starred\n"),
        "{said}"
    );
    assert!(said.contains("3. A seal in the lido. tide.example, undated\n"), "{said}");
    assert!(said.ends_with("Nothing to undo.\n"), "{said}");
}

#[test]
fn many_articles_are_marked_when_it_is_said_twice_and_one_undo_takes_it_back() {
    let said = three().said("mark-all\nu\n/ferry\nM\n");
    assert!(said.starts_with("Done. Now read: 3 articles.\nUndone. Now unread: 3 articles.\n"));
    assert!(said.ends_with("Done. Now read: 2 articles.\n"), "{said}");
    let many: Vec<(String, String)> = (0..30)
        .map(|number| (format!("{number}.txt"), format!("Tide {number}\n20260301\n\nText.\n")))
        .collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (&**name, &**text)).collect();
    let said = Desk::new(&many).said("mark-all\nstatus\nmark-all\nmark-all\n");
    let asked = "The list has 30 articles. Type mark-all again to mark them read.\n";
    assert_eq!(said.matches(asked).count(), 2, "{said}");
    assert!(said.ends_with("Done. Now read: 30 articles.\n"), "{said}");
}

#[test]
fn the_history_lists_its_steps_and_the_articles_of_one() {
    let desk = three();
    assert_eq!(desk.said("history\n"), "No changes to marks yet.\n");
    let said = desk.said("1\nb\nm 2\nm 3\nu\nhistory\n");
    let steps: Vec<&str> = said.lines().filter(|line| line.starts_with("Step ")).collect();
    assert_eq!(steps.len(), 3, "{said}");
    let number = |step: &str| step["Step ".len()..].split(',').next().unwrap().to_owned();
    assert!(steps[0].contains(", undone: Marked read · A seal"), "{said}");
    assert!(!steps[1].contains("undone"), "{said}");
    assert!(said.contains("Type history and a number to list the articles of that step. The end."));
    let listed = desk.said(&format!("U {}\nhistory 999\n", number(steps[1])));
    let query = format!("matching step:{}", number(steps[1]));
    assert!(listed.contains(&format!("Number 1 of 1: all articles {query}")), "{listed}");
    assert!(listed.contains("The history has no step 999."), "{listed}");
    fs::remove_file(desk.library.path().join("news/b.txt")).unwrap();
    let listed = desk.said(&format!("history {}\n", number(steps[1])));
    assert!(
        listed.contains("1 more article of this step is no longer in the library."),
        "{listed}"
    );
}

#[test]
fn reading_goes_on_where_it_stopped() {
    let body: Vec<String> = (1..=50).map(|number| format!("Paragraph {number} of it.")).collect();
    let text = format!("Long\n20260301\nhttps://tide.example/1\n{}\n", body.join("\n"));
    let desk = Desk::new(&[("a.txt", &text)]);
    let said = desk.said("1\n\nearlier\nparagraph 41\nparagraph 51\n");
    let stands: Vec<&str> = said.lines().filter(|line| line.starts_with("Paragraphs ")).collect();
    assert_eq!(
        stands,
        [
            "Paragraphs 1 to 20 of 50. Press Enter for more.",
            "Paragraphs 21 to 40 of 50. Press Enter for more.",
            "Paragraphs 1 to 20 of 50. Press Enter for more.",
            "Paragraphs 41 to 50 of 50. The end."
        ]
    );
    assert!(said.ends_with("The article has no paragraph 51; it has 50 paragraphs.\n"));
    desk.said("1\n\n");
    let said = desk.said("1\n");
    assert!(said.contains("Continuing at paragraph 21; paragraph 1 is the beginning.\n"), "{said}");
    assert!(said.contains("Paragraphs 21 to 40 of 50"), "{said}");
}

#[test]
fn nothing_of_an_article_nor_of_a_line_is_a_command_to_the_terminal() {
    let desk = Desk::new(&[(
        "a\u{1b}[31m.txt",
        "Red \u{1b}[31malert\u{202e}\n20260301\nhttps://tide.example/\u{1b}]0;x\u{7}\n\
         \u{1b}[2Jgone\u{9b}31m\u{8}\u{7}\u{202e}evil\n",
    )]);
    let output = desk.run("l\n1\nproblems\naddress\n\u{1b}[A\n/\u{1b}x\nm\n", &[]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stdout);
    let is_odd = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
    assert_eq!(said.find(is_odd), None, "{said:?}");
    assert!(said.contains("1. Red ␛[31malert"), "{said}");
    assert!(said.contains("Unknown command: ␛[A."), "{said}");
}

#[test]
fn the_settings_say_when_an_article_counts_as_read() {
    let by = |how: &str| {
        let output = three().run("2\nl\n", &["--set", how]);
        text(&output.stdout).contains("10 March 2026, unread\n")
    };
    assert!(!by("reader.mark-read=opening"));
    assert!(!by("reader.mark-read=end"));
    assert!(by("reader.mark-read=by-hand"));
}

#[test]
fn who_leaves_without_a_word_or_stops_listening_is_no_failure() {
    let desk = three();
    assert_eq!(desk.run("", &[]).status.code(), Some(0));
    assert_eq!(desk.run("q\nlist\n", &[]).status.code(), Some(0));
    let mut command = desk.command(&[]);
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(b"list\nlist\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let missing = desk.run("", &["--config", "/no/such/file"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_panic_while_files_are_read_is_said_and_they_are_read_again() {
    let desk = three();
    let mut command = desk.command(&[]);
    let mut child = command.env("DATELINE_FAULT", "index").spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"/ferry\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let said = text(&output.stdout);
    assert!(said.contains("Library news: 3 articles, 3 unread, 1 problem.\n"), "{said}");
    let why = "Internal error in the index worker; restarting it.\n";
    assert!(said.contains(why), "{said}");
    assert!(said.contains("Numbers 1 to 2 of 2: all articles matching ferry"), "{said}");
}

#[test]
fn in_german_everything_is_german_and_english_words_are_understood() {
    let said = three().said_in_german(
        "liste\n2\n\nmarkieren\nnächster\ns 1\nu\nr\nsuche ferry\n1\nzurück\nungelesen\n\
         ordnen titel\nstatus\nprobleme\nhelp\n",
    );
    insta::assert_snapshot!(said, @r"
    Bibliothek news: 3 Artikel, 3 ungelesen, 1 Problem.
    Mögliche Eingaben: liste, nächster, eine Nummer aus der Liste, suche mit Wörtern, oder ? für alle Befehle.
    1. Ferry sails again. tide.example, 12. März 2026, ungelesen
    2. Who painted the gauge? dam.example, 10. März 2026, ungelesen
    3. A seal in the lido. tide.example, undatiert, ungelesen
    Nummer 1 bis 3 von 3: alle Artikel, neueste zuerst. Ende.
    Nummer 2: Who painted the gauge?
    dam.example, 10. März 2026, ungelesen, 7 Wörter.
    Nobody knows.
    The ferry brought the paint.
    Absatz 1 bis 2 von 2. Ende.
    Das war das Ende des Artikels. „nächster“ öffnet einen anderen.
    Erledigt. Jetzt ungelesen: Who painted the gauge?
    Nummer 3: A seal in the lido.
    tide.example, undatiert, ungelesen, 4 Wörter.
    Problem: undatiert: Kein Datum im Text oder im Pfad.
    He has paid nothing.
    Absatz 1 von 1. Ende.
    Erledigt. Jetzt mit Stern: Ferry sails again.
    Rückgängig gemacht. Jetzt ohne Stern: Ferry sails again.
    Wiederholt. Jetzt mit Stern: Ferry sails again.
    1. Ferry sails again. tide.example, 12. März 2026, ungelesen, mit Stern
    2. Who painted the gauge? dam.example, 10. März 2026, ungelesen
    Nummer 1 bis 2 von 2: alle Artikel mit ferry, neueste zuerst. Ende.
    Nummer 1: Ferry sails again.
    tide.example, 12. März 2026, ungelesen, mit Stern, 7 Wörter.
    It left at six.
    A band played.
    Absatz 1 bis 2 von 2. Ende.
    1. Ferry sails again. tide.example, 12. März 2026, mit Stern
    2. Who painted the gauge? dam.example, 10. März 2026, ungelesen
    Nummer 1 bis 2 von 2: alle Artikel mit ferry, neueste zuerst. Ende.
    1. Who painted the gauge? dam.example, 10. März 2026, ungelesen
    Nummer 1 von 1: ungelesene Artikel mit ferry, neueste zuerst. Ende.
    1. Who painted the gauge? dam.example, 10. März 2026, ungelesen
    Nummer 1 von 1: ungelesene Artikel mit ferry, nach Titel. Ende.
    Bibliothek news: 3 Artikel, 1 ungelesen, 1 mit Stern, 1 Problem.
    Verzeichnis: /there/news.
    Aufgelistet sind ungelesene Artikel mit ferry, nach Titel: 1.
    Kein Artikel ist geöffnet.
    c.txt: undatiert: kein Datum im Text oder im Pfad
    Problem 1. Ende.
    liste oder list oder l [NUMMER]: Artikel von oben oder ab einer Nummer auflisten, auch neue.
    weiter oder more oder Enter: Weiter in der Liste oder im Artikel.
    vorher oder earlier oder -: Eine Seite zurück, in der Liste oder im Artikel.
    nochmal oder again oder .: Die letzte Antwort wiederholen.
    öffnen oder open NUMMER: Einen Artikel nach seiner Nummer öffnen; die Nummer allein genügt.
    nächster oder next oder n: Den nächsten ungelesenen Artikel öffnen.
    voriger oder previous oder p oder N: Den vorigen ungelesenen Artikel öffnen.
    absatz oder paragraph oder g NUMMER: Zu einem Absatz des geöffneten Artikels.
    markieren oder mark oder m [NUMMER]: Gelesen umschalten, für den geöffneten Artikel oder eine Nummer der Liste.
    stern oder star oder s [NUMMER]: Stern umschalten, für den geöffneten Artikel oder eine Nummer der Liste.
    alle-gelesen oder mark-all oder M oder A: Alle Artikel der Liste als gelesen markieren; bei vielen zur Bestätigung wiederholen.
    rückgängig oder undo oder u: Letzte Änderung an Markierungen rückgängig machen.
    wiederherstellen oder redo oder r: Rückgängig gemachte Änderung wiederherstellen.
    verlauf oder history oder U [NUMMER]: Die Änderungen an Markierungen auflisten, oder die Artikel einer davon nach ihrer Nummer.
    suche oder search oder / [WÖRTER]: Artikel mit diesen Wörtern auflisten; ohne Wörter die Suche schließen.
    filtern oder filter oder & WÖRTER: Von den aufgelisteten Artikeln nur die mit diesen Wörtern auflisten.
    alle oder all oder ga: Alle Artikel auflisten.
    ungelesen oder unread oder gu: Ungelesene Artikel auflisten.
    mit-stern oder starred oder gs: Artikel mit Stern auflisten.
    geändert oder changed oder gm: Artikel auflisten, deren Dateien sich seit dem Lesen geändert haben.
    ordnen oder sort oder , ORDNUNG: Nach datum, quelle, titel oder treffer ordnen; „umgekehrt“ kehrt die Reihenfolge um.
    browser oder browse oder o [NUMMER]: Den Link im Browser öffnen.
    adresse oder address oder a [NUMMER]: Den Link zeigen.
    zurück oder back oder b oder h: Den Artikel schließen und zurück zur Liste.
    status: Zeigen, was geöffnet ist und was gerade geschieht.
    probleme oder problems: Übersprungene Dateien und Artikel mit Problemen auflisten.
    zeitleiste oder timeline [ZEITRAUM]: Die Artikel der Liste nach Tag, Woche, Monat oder Jahr zählen.
    facetten oder facets ART: Sie nach Quelle, Ordner, Jahr, Monat, Sprache, Zustand oder Länge zählen.
    zusammenhang oder context oder gw [ORDNUNG]: Jede Stelle, die die Suche findet, mit den Wörtern um sie herum zeigen: nach Datum, oder nach den Wörtern links oder rechts.
    erklären oder explain oder gx: Erklären, wie die Suchanfrage verstanden wird und was jeder Teil findet.
    stapel oder batch DATEI: Zählen, was jede Suchanfrage einer Datei findet, eine je Zeile.
    hilfe oder help oder ?: Alle Befehle auflisten.
    ende oder quit oder q: Beenden.
    33 Befehle. Ende.
    ");
}

#[test]
fn what_is_wrong_is_told_in_german() {
    let desk = three();
    fs::write(desk.library.path().join("news/empty.txt"), "").unwrap();
    let said = desk.said_in_german(
        "lsite\nliste 9\nöffnen\nabsatz x\n9\nvorher\n/\n/\"\n/zebra\n/\nordnen treffer\nmarkieren\n\
         undo\nstern 1\nstern 1\nalle-gelesen\nalle-gelesen\nnächster\n3\nabsatz 7\nadresse\n\
         probleme\n\nall 3\n",
    );
    insta::assert_snapshot!(said, @r"
    Bibliothek news: 3 Artikel, 3 ungelesen, 2 Probleme.
    Mögliche Eingaben: liste, nächster, eine Nummer aus der Liste, suche mit Wörtern, oder ? für alle Befehle.
    Unbekannter Befehl: lsite. Gemeint vielleicht liste? ? zeigt alle Befehle.
    Die Liste hat keine Nummer 9; sie endet bei 3.
    Eine Nummer angeben: öffnen 12.
    „x“ ist keine Nummer aus der Liste. Aufruf: absatz oder paragraph oder g NUMMER.
    Die Liste hat keine Nummer 9; sie endet bei 3.
    Das war der Anfang der Liste.
    Suchwörter angeben: suche Fähre.
    Suche nicht möglich: schließendes Anführungszeichen fehlt.
    Keine: alle Artikel mit zebra, neueste zuerst.
    1. Ferry sails again. tide.example, 12. März 2026, ungelesen
    2. Who painted the gauge? dam.example, 10. März 2026, ungelesen
    3. A seal in the lido. tide.example, undatiert, ungelesen
    Nummer 1 bis 3 von 3: alle Artikel, neueste zuerst. Ende.
    „beste Treffer“ gibt es nur in Suchergebnissen.
    Kein Artikel ist geöffnet. Eine Nummer angeben.
    Nichts rückgängig zu machen.
    Erledigt. Jetzt mit Stern: Ferry sails again.
    Erledigt. Jetzt ohne Stern: Ferry sails again.
    Erledigt. Jetzt gelesen: 3 Artikel.
    Alle waren bereits gelesen.
    Kein ungelesener Artikel weiter unten in der Liste.
    Nummer 3: A seal in the lido.
    tide.example, undatiert, 4 Wörter.
    Problem: undatiert: Kein Datum im Text oder im Pfad.
    He has paid nothing.
    Absatz 1 von 1. Ende.
    Der Artikel hat keinen Absatz 7, sondern 1 Absatz.
    https://tide.example/3
    empty.txt: die Datei ist leer
    c.txt: undatiert: kein Datum im Text oder im Pfad
    Probleme 1 bis 2. Ende.
    Das war das letzte Problem.
    Dieser Befehl hat kein Argument. Aufruf: alle oder all oder ga.
    ");
}

#[test]
fn an_article_in_several_files_is_one_number_and_names_them() {
    let text_of = "The ferry sails\n20260301\nhttps://gull.example/1\nIt is late.\n";
    let desk = Desk::new(&[("10.txt", text_of), ("2.txt", text_of)]);
    let said = text(&desk.run("list\n1\n", &[]).stdout);
    assert!(said.contains("1 article in 2 files"), "{said}");
    assert!(said.contains("unread, 2 copies"), "{said}");
    assert!(said.contains("In 2 files: 2.txt, 10.txt."), "{said}");
}
