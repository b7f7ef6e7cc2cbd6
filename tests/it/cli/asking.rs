//! Queries on the command line: what is listed and how it is printed, words in context, batches and
//! explanations.

use std::{ffi::OsStr, io::Write, os::unix::ffi::OsStrExt};

use super::*;

/// Four articles: two of ferries, a tram, and one without a date.
fn news() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("a.txt", "Old ferry\n20260301\nhttps://mill.example/1\nThe blue ferry sails.\nA ferry.\n"),
        ("b.txt", "Tram, new\n20260302\nhttps://mast.example/2\nThe tram is \"late\".\n"),
        ("c.txt", "Ferry ferry ferry\n20260303\nhttps://mast.example/3\nThe amber ferry.\n"),
        ("d.txt", "No day\n\nNothing of ships.\n"),
    ] {
        fs::write(folder.path().join(path), text).unwrap();
    }
    folder
}

struct Desk {
    ours: tempfile::TempDir,
    news: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { ours: tempfile::tempdir().unwrap(), news: news() }
    }

    fn dir(&self) -> &str {
        self.news.path().to_str().unwrap()
    }

    /// Runs a subcommand in the directory.
    fn run(&self, subcommand: &str, more: &[&str]) -> Output {
        run(self.ours.path(), &[&[subcommand, self.dir()][..], more].concat())
    }

    #[track_caller]
    fn said(&self, subcommand: &str, more: &[&str]) -> String {
        let output = self.run(subcommand, more);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    }

    fn code(&self, subcommand: &str, more: &[&str]) -> Option<i32> {
        self.run(subcommand, more).status.code()
    }

    #[track_caller]
    fn refused(&self, subcommand: &str, more: &[&str]) -> String {
        refusal(self.ours.path(), &[&[subcommand, self.dir()][..], more].concat())
    }

    fn json(&self, subcommand: &str, more: &[&str]) -> Vec<serde_json::Value> {
        let said = self.said(subcommand, &[more, &["--json"]].concat());
        said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Runs a subcommand with a text on standard input.
    fn fed(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut command = dateline(self.ours.path(), arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        child.wait_with_output().unwrap()
    }
}

#[test]
fn list_takes_the_whole_language_and_prints_it_in_any_form() {
    let desk = Desk::new();
    let titles = |more: &[&str]| desk.said("list", &[&["--format", "{title}"], more].concat());
    assert_eq!(titles(&[]), "Ferry ferry ferry\nTram, new\nOld ferry\nNo day\n");
    assert_eq!(titles(&[""]), titles(&[]), "the empty query asks nothing");
    assert_eq!(titles(&["ferry", "NOT", "amber"]), "Old ferry\n", "arguments are joined");
    assert_eq!(titles(&["--", "-ferry", "date:2026"]), "Tram, new\n");
    assert_eq!(titles(&["ferry sort:-date"]), "Old ferry\nFerry ferry ferry\n");
    assert_eq!(titles(&["--sort", "title", "--limit", "2"]), "Ferry ferry ferry\nNo day\n");
    assert_eq!(titles(&["--sort", "source", "ferry"]), "Ferry ferry ferry\nOld ferry\n");
    let said = desk.said("list", &["tram", "--format", "{date}\\t{source} {{{url}}} {marks}"]);
    assert_eq!(said, "2026-03-02\tmast.example {https://mast.example/2} *\n");
    let undated = desk.said("list", &["date:none", "--format", "[{date}]"]);
    assert_eq!(undated, "[]\n");
    let csv = desk.said("list", &["tram", "--csv", "--body"]);
    let (names, row) = csv.split_once('\n').unwrap();
    assert!(names.starts_with("id,date,source,title,path,url,words,"), "{names}");
    assert!(row.contains(",2026-03-02,mast.example,\"Tram, new\",b.txt,"), "{row}");
    assert!(row.ends_with(",\"The tram is \"\"late\"\".\"\n"), "{row}");
    let bodies = desk.json("list", &["ferry", "--body"]);
    assert_eq!(bodies[1]["body"], serde_json::json!(["The blue ferry sails.", "A ferry."]));
    let paths = desk.said("list", &["ferry", "-0"]);
    assert_eq!(paths, format!("{0}/c.txt\0{0}/a.txt\0", desk.dir()));
    let lit = desk.said("list", &["tram", "--color", "always"]);
    assert!(lit.ends_with("\t\x1b[1;31mTram\x1b[0m, new\n"), "{lit:?}");
    assert!(!desk.said("list", &["tram"]).contains('\x1b'));
}

#[test]
fn search_prints_passages_by_relevance_where_whole_words_tell() {
    let desk = Desk::new();
    fs::write(
        desk.news.path().join("e.txt"),
        "Late\n20260309\n\nThe ferry, once among many other words.\n",
    )
    .unwrap();
    let titles = |more: &[&str]| desk.said("search", &[more, &["--format", "{title}"]].concat());
    assert_eq!(titles(&["ferry"]).lines().last(), Some("Late"), "the poorest match");
    assert_eq!(titles(&["ferr*"]).lines().next(), Some("Late"), "the newest");
    assert_eq!(titles(&["ferry", "--sort", "date"]).lines().next(), Some("Late"));
    let said = desk.said("search", &["amber"]);
    assert!(said.ends_with("\tFerry ferry ferry\tThe amber ferry.\n"), "{said}");
    let found = desk.json("search", &["amber"]);
    assert_eq!(found[0]["snippet"], "The amber ferry.");
    assert_eq!(found[0]["hits"], serde_json::json!([[4, 9]]));
    assert_eq!(desk.said("search", &["amber", "--format", "{snippet}"]), "The amber ferry.\n");
}

#[test]
fn exit_codes_are_0_found_1_nothing_found_2_a_failure_everywhere() {
    let desk = Desk::new();
    let queries = ["list", "search", "count", "timeline", "kwic", "explain"];
    for subcommand in queries {
        assert_eq!(desk.code(subcommand, &["ferry"]), Some(0), "{subcommand}");
        assert_eq!(desk.code(subcommand, &["xyzzyplugh"]), Some(1), "{subcommand}");
        assert_eq!(desk.code(subcommand, &["(ferry"]), Some(2), "{subcommand}");
        let long = "ferry ".repeat(1000);
        let said = desk.refused(subcommand, &[&long]);
        assert!(said.contains("4096 bytes") && said.len() < 400, "{subcommand}: {said}");
        let deep = format!("{}ferry{}", "(".repeat(99), ")".repeat(99));
        assert_eq!(desk.code(subcommand, &[&deep]), Some(2), "{subcommand}");
        let bytes = OsStr::from_bytes(b"\xff\xfe");
        let output = dateline(desk.ours.path(), &[subcommand, desk.dir()]).arg(bytes).output();
        assert_eq!(output.unwrap().status.code(), Some(2), "{subcommand}");
        // Without a word that is looked for, there is no place to print.
        let others = if subcommand == "kwic" { "-xyzzyplugh OR ferry" } else { "-xyzzyplugh" };
        assert_eq!(desk.code(subcommand, &["--", others]), Some(0), "{subcommand}");
    }
    assert_eq!(desk.code("facets", &["ferry", "--by", "year"]), Some(0));
    assert_eq!(desk.code("facets", &["xyzzyplugh", "--by", "year"]), Some(1));
    assert_eq!(desk.code("facets", &["ferry", "--by", "shoe"]), Some(2));
    assert_eq!(desk.code("show", &["a.txt"]), Some(0));
    assert_eq!(desk.code("show", &["a.txt", "z.txt"]), Some(1));
}

#[test]
fn what_cannot_be_printed_is_said_with_what_was_meant() {
    let desk = Desk::new();
    let said = desk.refused("list", &["--format", "{titel}"]);
    assert_eq!(said, "dateline: unknown field: titel. Did you mean title?\n");
    assert!(desk.refused("list", &["--format", "{date"]).contains("missing }"));
    for pair in [["--json", "--csv"], ["-0", "--json"], ["--format=x", "--csv"]] {
        assert_eq!(desk.code("list", &pair), Some(2), "{pair:?}");
    }
}

#[test]
fn paths_that_are_not_utf_8_are_listed_and_shown() {
    let desk = Desk::new();
    let name = OsStr::from_bytes(b"e\xff.txt");
    fs::write(desk.news.path().join(name), "Odd\n20260309\n\nOdd name.\n").unwrap();
    assert_eq!(desk.said("list", &["odd", "--format", "{path}"]), "e\\xff.txt\n");
    let output = desk.run("list", &["odd", "-0"]);
    assert!(output.stdout.ends_with(b"/e\xff.txt\0"));
    let shown = desk.fed(&["show", "-"], &output.stdout);
    assert!(text(&shown.stdout).starts_with("Odd\n"), "{}", text(&shown.stderr));
    assert_eq!(desk.json("kwic", &["odd name"])[0]["path_bytes"], "Zf8udHh0");
}

#[test]
fn several_articles_are_shown_and_names_come_from_standard_input() {
    let desk = Desk::new();
    let said = desk.said("show", &["a.txt", "b.txt"]);
    assert!(said.starts_with("Old ferry\n") && said.contains("\n\nTram, new\n"), "{said}");
    let shown = desk.fed(&["show", desk.dir(), "-", "--json"], b"a.txt\nb.txt\n\nz.txt\n");
    assert_eq!(shown.status.code(), Some(1));
    assert_eq!(text(&shown.stdout).lines().count(), 2);
    assert!(text(&shown.stderr).contains("no article `z.txt`"));
    assert_eq!(desk.fed(&["show", desk.dir(), "-"], b"").status.code(), Some(1));
    let lit = desk.said("show", &["a.txt", "--highlight", "ferry", "--color=always"]);
    assert!(lit.starts_with("Old \x1b[1;31mferry\x1b[0m\n"), "{lit:?}");
    assert!(lit.contains("A \x1b[1;31mferry\x1b[0m."), "{lit:?}");
    let marked = desk.json("show", &["a.txt", "--highlight", "ferry"]);
    let first = serde_json::json!({"paragraph": 1, "start": 9, "end": 14});
    assert_eq!(marked[0]["highlights"][0], first);
    assert!(desk.refused("show", &["a.txt", "--highlight", "(x"]).contains("column 1"));
}

#[test]
fn words_in_context_are_printed_a_line_each() {
    let desk = Desk::new();
    let lines = |more: &[&str]| -> Vec<String> {
        let said = desk.said("kwic", more);
        let words = said.lines().map(|line| line.split('\t').skip(4).collect::<Vec<_>>().join("|"));
        words.collect()
    };
    let by_date = lines(&["ferry"]);
    assert_eq!(by_date.len(), 7);
    assert_eq!(by_date[3], "The amber|ferry|.");
    assert_eq!(by_date[5], "The blue|ferry|sails.");
    assert_eq!(
        lines(&["ferry", "--sort", "left", "--limit", "2"]),
        ["|Ferry|ferry ferry", "A|ferry|."]
    );
    assert_eq!(lines(&["ferry", "--sort", "right"])[6], "The blue|ferry|sails.");
    assert_eq!(lines(&["blue", "--width", "3"]), ["The|blue|fer"]);
    let found = desk.json("kwic", &["blue"]);
    assert_eq!(found[0]["left"], "The");
    assert_eq!((&found[0]["paragraph"], &found[0]["title"]), (&1.into(), &"Old ferry".into()));
    let csv = desk.said("kwic", &["late", "--csv"]);
    assert!(
        csv.starts_with("date,source,id,path,left,word,right\n2026-03-02,mast.example,"),
        "{csv}"
    );
    assert!(csv.ends_with(",\"The tram is \"\"\",late,\"\"\".\"\n"), "{csv}");
    fs::remove_file(desk.news.path().join("a.txt")).unwrap();
    let output = desk.run("kwic", &["ferry", "--no-scan"]);
    assert!(text(&output.stderr).contains("1 article could not be read"));
}

#[test]
fn a_batch_counts_every_query_of_a_file_or_of_standard_input() {
    let desk = Desk::new();
    let fed = |more: &[&str], input: &str| {
        desk.fed(&[&["batch", desk.dir(), "-"][..], more].concat(), input.as_bytes())
    };
    let file = "# ships\nferry\n\n  tram OR day\nxyzzyplugh\n-ferry\n";
    let table = fed(&[], file);
    assert_eq!(
        text(&table.stdout),
        "ferry\t2\t2\t2026-03-01\t2026-03-03\ntram OR day\t2\t2\t2026-03-02\t2026-03-02\n\
         xyzzyplugh\t0\t0\t\t\n-ferry\t2\t2\t2026-03-02\t2026-03-02\n"
    );
    let path = desk.ours.path().join("queries.txt");
    fs::write(&path, "ferry\r\ntram\r\n").unwrap();
    let by_month = desk.said("batch", &[path.to_str().unwrap(), "--by", "month", "--csv"]);
    assert_eq!(
        by_month,
        "query,period,hits,total,share\nferry,2026-03,2,3,0.6667\nferry,undated,0,1,0\n\
         tram,2026-03,1,3,0.3333\ntram,undated,0,1,0\n"
    );
    let lines = text(&fed(&["--json"], "tram\n").stdout);
    assert_eq!(
        lines,
        "{\"query\":\"tram\",\"hits\":1,\"sources\":1,\"first\":\"2026-03-02\",\"last\":\"2026-03-02\"}\n"
    );
    let wrong = fed(&[], "ferry\n\n  \"tram\n");
    assert_eq!(wrong.status.code(), Some(2));
    assert_eq!(
        text(&wrong.stderr),
        "dateline: standard input, line 3, column 3: missing closing quote\n"
    );
    assert_eq!(fed(&[], "xyzzyplugh\n").status.code(), Some(1));
    assert_eq!(text(&fed(&[], "# none\n").stderr), "dateline: no queries in standard input\n");
    assert_eq!(desk.fed(&["batch", desk.dir(), "-"], b"\xff\n").status.code(), Some(2));
    assert!(desk.refused("batch", &["/no/such/file"]).contains("cannot read /no/such/file"));
}

#[test]
fn an_explanation_prints_the_tree_with_what_each_part_finds() {
    let desk = Desk::new();
    let said = desk.said("explain", &["old ferry OR =\"Tram\" -is:read"]);
    let mut lines = said.lines();
    assert_eq!(lines.next(), Some("Understood as: (old ferry) OR (=\"Tram\" -is:read)"));
    let parts: Vec<&str> = lines.skip(1).map(str::trim_end).collect();
    assert_eq!(parts.len(), 8, "{said}");
    assert!(parts[0].starts_with("OR") && parts[1].starts_with("  AND"), "{said}");
    assert!(parts[2].contains("    old ") && parts[2].ends_with("index"), "{said}");
    assert!(said.contains("texts, of 4 articles left"), "{said}");
    let json = desk.json("explain", &["ferry date:2026"]);
    assert_eq!(json[0]["tree"]["answered_by"], "and");
    assert_eq!(json[0]["tree"]["parts"][1]["text"], "date:2026");
    assert_eq!(json[0]["tree"]["parts"][1]["found"], 3);
    assert_eq!((&json[0]["found"], &json[0]["articles"]), (&2.into(), &4.into()));
    // Other words that are found have a line of their own.
    let widened = desk.said("explain", &["ferries OR tra*"]);
    let lines: Vec<&str> = widened.lines().collect();
    assert_eq!((lines[4], lines[6]), ("    also ferry (2)", "    also tram (1)"), "{widened}");
    let json = desk.json("explain", &["ferries"]);
    let also = serde_json::json!([{"word": "ferry", "articles": 2, "form": true}]);
    assert_eq!(json[0]["tree"]["also"], also);
    assert_eq!(json[0]["tree"]["also_complete"], true);
    let quoted = desk.json("explain", &["\"ferry\""]);
    assert_eq!(quoted[0]["tree"]["also"], serde_json::json!(null));
}

#[test]
fn every_one_of_these_speaks_german() {
    let desk = Desk::new();
    let german = |arguments: &[&str]| {
        let mut command = dateline(desk.ours.path(), arguments);
        let output = command.env("LC_ALL", "de_DE.UTF-8").stdin(Stdio::null()).output().unwrap();
        text(&output.stdout) + &text(&output.stderr)
    };
    let dir = desk.dir();
    assert!(
        german(&["list", dir, "--format", "{titel}"]).contains("unbekanntes Feld: titel. Gemeint")
    );
    assert!(german(&["kwic", dir, ""]).contains("die Suchanfrage ist leer"));
    assert!(german(&["batch", dir, "-"]).contains("keine Suchanfragen in die Standardeingabe"));
    let explained = german(&["explain", dir, "=Tram is:unread"]);
    assert!(explained.starts_with("Verstanden als: =\"Tram\" is:unread\n"), "{explained}");
    assert!(explained.contains("Texte, von 4 verbliebenen Artikeln"), "{explained}");
    assert!(
        german(&["search", "ferry", "x"]).contains("vor einer Suchanfrage muss das Verzeichnis")
    );
    for subcommand in ["list", "search", "show", "kwic", "batch", "explain", "schema"] {
        let help = german(&[subcommand, "--help"]);
        assert!(help.contains("Aufruf: dateline"), "{help}");
    }
}
