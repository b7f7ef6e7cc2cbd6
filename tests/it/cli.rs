//! Whole commands: arguments in; both streams and the exit code out.

mod asking;
mod counting;
mod schema;

use std::{
    fs,
    io::Read,
    path::Path,
    process::{Command, Output, Stdio},
};

fn dateline(ours: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args([Path::new("--cache-dir"), &ours.join("cache")]);
    command.args([Path::new("--data-dir"), &ours.join("data")]);
    command.args(arguments).env("HOME", ours).env("LC_ALL", "C.UTF-8");
    // A directory without articles.
    command.env_remove("XDG_CONFIG_HOME").current_dir("/");
    command
}

fn run(ours: &Path, arguments: &[&str]) -> Output {
    dateline(ours, arguments).stdin(Stdio::null()).output().unwrap()
}

fn sample() -> String {
    format!("{}/assets/sample", env!("CARGO_MANIFEST_DIR"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn list_prints_a_line_an_article_and_json_has_every_field() {
    let ours = tempfile::tempdir().unwrap();
    let output = run(ours.path(), &["list", &sample(), "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(50 < lines.len(), "{}", lines.len());
    let fields = [
        "id",
        "path",
        "title",
        "date",
        "url",
        "source",
        "paths",
        "sources",
        "words",
        "paragraphs",
        "read",
        "starred",
        "problems",
    ];
    for field in fields {
        assert!(lines.iter().all(|line| line.get(field).is_some()), "{field}");
    }
    let plain = text(&run(ours.path(), &["list", &sample()]).stdout);
    assert_eq!(plain.lines().count(), lines.len());
}

#[test]
fn show_prints_the_article_named_by_path_or_beginning_of_its_id() {
    let ours = tempfile::tempdir().unwrap();
    let list = text(&run(ours.path(), &["list", &sample(), "--json"]).stdout);
    let first: serde_json::Value = serde_json::from_str(list.lines().next().unwrap()).unwrap();
    let id = first["id"].as_str().unwrap();
    let by_id = run(ours.path(), &["show", &sample(), &id[..12], "--json"]);
    let by_path = run(ours.path(), &["show", &sample(), first["path"].as_str().unwrap(), "--json"]);
    assert_eq!(text(&by_id.stdout), text(&by_path.stdout));
    let shown: serde_json::Value = serde_json::from_slice(&by_id.stdout).unwrap();
    let n_paragraphs = shown["body"].as_array().unwrap().len();
    assert_eq!(shown["paragraphs"].as_u64(), Some(n_paragraphs as u64));
    let missing = run(ours.path(), &["show", &sample(), "no-such-article"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stderr).contains("no article `no-such-article` in "));
}

#[test]
fn an_article_in_several_files_is_shown_by_the_path_of_any_and_names_all() {
    let ours = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    for path in ["politics/b.txt", "business/a.txt"] {
        fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
        fs::write(folder.path().join(path), "A headline\n20260301\n\nSome text.\n").unwrap();
    }
    let folder = folder.path().to_str().unwrap();
    let list = run(ours.path(), &["list", folder, "--json"]);
    let listed: serde_json::Value = serde_json::from_slice(&list.stdout).unwrap();
    assert_eq!(listed["path"], "business/a.txt");
    assert_eq!(listed["paths"], serde_json::json!(["business/a.txt", "politics/b.txt"]));
    assert_eq!(listed["source"], "business");
    assert_eq!(listed["sources"], serde_json::json!(["business", "politics"]));
    for path in ["business/a.txt", "politics/b.txt"] {
        let shown = run(ours.path(), &["show", folder, path]);
        assert_eq!(shown.status.code(), Some(0), "{path}");
        let said = text(&shown.stdout);
        assert!(said.contains("In 2 files: business/a.txt, politics/b.txt"), "{said}");
    }
    let counts = text(&run(ours.path(), &["index", folder]).stdout);
    assert!(counts.starts_with("1 article in 2 files, 1 unread"), "{counts}");
}

#[test]
fn search_finds_nothing_with_1_and_explains_a_mistake_with_2() {
    let ours = tempfile::tempdir().unwrap();
    assert_eq!(run(ours.path(), &["search", &sample(), "ferry"]).status.code(), Some(0));
    let nothing = run(ours.path(), &["search", &sample(), "xyzzyplugh"]);
    assert_eq!((nothing.status.code(), nothing.stdout.len()), (Some(1), 0));
    let wrong = run(ours.path(), &["search", &sample(), "\"ferry"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("missing closing quote"));
}

#[test]
fn problems_lists_what_is_wrong_and_says_1_where_nothing_is() {
    let ours = tempfile::tempdir().unwrap();
    let output = run(ours.path(), &["problems", &sample(), "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("\"impossible-date\""));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "Title\n20260301\nhttps://a.example\nText.\n").unwrap();
    let fine = run(ours.path(), &["problems", folder.path().to_str().unwrap()]);
    assert_eq!((fine.status.code(), fine.stdout.len()), (Some(1), 0));
}

#[test]
fn without_a_terminal_or_a_directory_one_is_told_and_nothing_is_drawn() {
    let ours = tempfile::tempdir().unwrap();
    for arguments in [&[sample().as_str()][..], &[], &["/no/such/dir"], &["--nonsense"]] {
        let output = run(ours.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty() && !text(&output.stderr).contains("panicked"));
        assert!(!output.stdout.contains(&0x1b));
    }
}

#[test]
fn a_reader_of_our_output_that_leaves_is_no_failure() {
    let ours = tempfile::tempdir().unwrap();
    let mut command = dateline(ours.path(), &["list", &sample(), "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn a_mistake_in_the_settings_is_named_with_its_line() {
    let ours = tempfile::tempdir().unwrap();
    let config = ours.path().join("config.toml");
    fs::write(&config, "[list]\nscrol-off = 3\n").unwrap();
    let output = run(ours.path(), &["list", &sample(), "--config", config.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("line 2"), "{}", text(&output.stderr));
}

/// The whole error of a run that has to end with 2.
#[track_caller]
fn refusal(ours: &Path, arguments: &[&str]) -> String {
    let output = run(ours, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stderr));
    assert_eq!(output.stdout.len(), 0);
    text(&output.stderr)
}

#[test]
fn what_cannot_be_opened_is_told_in_one_way_by_all() {
    let ours = tempfile::tempdir().unwrap();
    let file = ours.path().join("file.txt");
    fs::write(&file, "Title\n20260301\nhttps://a.example\nText.\n").unwrap();
    let with_query = ["search", "kwic", "explain", "show"];
    for subcommand in ["list", "index", "problems"].into_iter().chain(with_query) {
        let more: &[&str] = if with_query.contains(&subcommand) { &["x"] } else { &[] };
        let with = |dir: &'static str| [&[subcommand, dir][..], more].concat();
        let said = refusal(ours.path(), &with("/no/such/dir"));
        assert_eq!(said, "dateline: /no/such/dir does not exist\n", "{subcommand}");
        if subcommand == "show" {
            // Both are articles.
            continue;
        }
        let path = file.to_str().unwrap();
        let said = refusal(ours.path(), &[&[subcommand, path][..], more].concat());
        assert_eq!(said, format!("dateline: {path} is not a directory\n"), "{subcommand}");
    }
    assert_eq!(refusal(ours.path(), &["/no/such/dir"]), "dateline: /no/such/dir does not exist\n");
    assert!(refusal(ours.path(), &["list"]).contains("no directory was opened before"));
}

#[test]
fn a_slip_in_a_subcommand_is_understood_unless_a_directory_has_that_name() {
    let ours = tempfile::tempdir().unwrap();
    let expected = "dateline: unknown subcommand: serach. Did you mean search?\n";
    for arguments in [&["serach"][..], &["serach", &sample(), "x"], &["serach", "--json"]] {
        assert_eq!(refusal(ours.path(), arguments), expected, "{arguments:?}");
    }
    fs::create_dir(ours.path().join("serach")).unwrap();
    let mut command = dateline(ours.path(), &["serach"]);
    let output = command.current_dir(ours.path()).stdin(Stdio::null()).output().unwrap();
    assert!(text(&output.stderr).contains("not a terminal"), "{}", text(&output.stderr));
}

/// How many articles of the sample a query finds.
fn n_found(ours: &Path, query: &str) -> usize {
    let output = run(ours, &["search", &sample(), query]);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{query}: {}", text(&output.stderr));
    text(&output.stdout).lines().count()
}

#[test]
fn operators_and_fields_choose_what_is_found() {
    let ours = tempfile::tempdir().unwrap();
    let n = |query: &str| n_found(ours.path(), query);
    let (ferry, strike) = (n("ferry"), n("strike"));
    let (both, either) = (n("ferry strike"), n("ferry OR strike"));
    assert!(0 < both && both < ferry.min(strike), "{ferry} {strike} {both}");
    assert_eq!(either, ferry + strike - both);
    assert_eq!(n("NOT (ferry OR strike)") + either, n("*"));
    assert_eq!(n("title:ferry") + n("ferry -title:ferry"), ferry);
    assert_eq!(n("is:read") + n("is:unread"), n("*"));
    assert_eq!(n("date:none") + n("date:.."), n("*"));
    assert_eq!(n("* limit:3"), 3);
    let near = n("ferry NEAR/5 strike");
    assert!(near <= both && n("\"ferry strike\"") <= near, "{near}");
    assert_eq!(n("source:evening* OR source:hull*"), n("source:evening*") + n("source:hull*"));
}

#[test]
fn a_mistake_in_a_query_is_told_with_its_column() {
    let ours = tempfile::tempdir().unwrap();
    for (query, expected) in [
        ("ferry OR", "query `ferry OR`, column 7: OR has nothing on its right"),
        ("a is:unred", "column 3: is: unknown value unred. Did you mean unread?"),
        ("date:1/2/2022", "column 1: ambiguous date: write 2022-02-01 or 2022-01-02"),
        ("(ferry", "column 1: missing closing bracket"),
        ("added:today", "added is not supported yet"),
    ] {
        let said = refusal(ours.path(), &["search", &sample(), query]);
        assert!(said.contains(expected), "{query}: {said}");
    }
}

#[test]
fn groups_of_sources_and_other_forms_follow_the_settings() {
    let ours = tempfile::tempdir().unwrap();
    let config = ours.path().join("groups.toml");
    std::fs::write(&config, "[groups]\nnear = [\"*\"]\nnone = []\n").unwrap();
    let config = config.to_str().unwrap();
    let found = |arguments: &[&str]| {
        let out = run(ours.path(), &[&["--config", config], arguments].concat());
        text(&out.stdout).lines().count()
    };
    let all = found(&["list", &sample()]);
    assert_eq!(found(&["search", &sample(), "source:@near"]), all);
    assert_eq!(found(&["search", &sample(), "source:@none"]), 0);
    let out = run(ours.path(), &["--config", config, "search", &sample(), "source:@nera"]);
    let said = text(&out.stderr);
    assert!(out.status.code() == Some(2) && said.contains("near"), "{said}");
    let forms = found(&["search", &sample(), "ferries -\"ferries\""]);
    assert!(0 < forms, "no article has only the other form");
    assert_eq!(
        found(&["--set", "search.stems=false", "search", &sample(), "ferries -\"ferries\""]),
        0
    );
}

#[test]
fn a_query_needs_a_directory_before_it() {
    let ours = tempfile::tempdir().unwrap();
    for subcommand in ["search", "kwic", "explain"] {
        let said = refusal(ours.path(), &[subcommand, &sample()]);
        assert!(said.contains("a query must follow it"), "{said}");
        let said = refusal(ours.path(), &[subcommand, &sample(), " "]);
        assert_eq!(said, "dateline: the query is empty\n");
    }
    for subcommand in ["list", "search", "count", "timeline", "kwic", "explain"] {
        let said = refusal(ours.path(), &[subcommand, "ferry", &sample()]);
        assert!(
            said.contains("ferry does not exist; before a query, name the directory"),
            "{said}"
        );
    }
}

/// A library of four articles whose ids are known, read once by the reader for lines.
fn read_before(ours: &Path) -> std::path::PathBuf {
    let dir = ours.join("news");
    fs::create_dir(&dir).unwrap();
    for (name, day) in [("a.txt", 1), ("b.txt", 2), ("c.txt", 3), ("d.txt", 4)] {
        let text =
            format!("Title {name}\n2026030{day}\nhttps://{name}.example\nWords of {name}.\n");
        fs::write(dir.join(name), text).unwrap();
    }
    let output = run(ours, &[dir.to_str().unwrap(), "--plain"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    dir
}

#[test]
fn without_a_directory_it_is_the_one_that_was_read_last() {
    let ours = tempfile::tempdir().unwrap();
    let dir = read_before(ours.path());
    let dir = dir.to_str().unwrap();
    let same = |without: &[&str], with: &[&str]| {
        let (without, with) = (run(ours.path(), without), run(ours.path(), with));
        assert_eq!((without.status.code(), text(&without.stderr)), (Some(0), String::new()));
        assert_eq!(text(&without.stdout), text(&with.stdout));
    };
    same(&["list"], &["list", dir]);
    same(&["show", "b.txt"], &["show", dir, "b.txt"]);
    same(&["show", &format!("{dir}/b.txt")], &["show", dir, "b.txt"]);
}

#[test]
fn without_a_directory_the_current_one_is_meant_if_it_holds_articles() {
    let ours = tempfile::tempdir().unwrap();
    let last = read_before(ours.path());
    let other = tempfile::tempdir().unwrap();
    let n_listed = |dir: &Path| {
        let output = dateline(ours.path(), &["count"]).current_dir(dir).output().unwrap();
        text(&output.stdout).trim().to_owned()
    };
    fs::write(other.path().join("notes.txt"), "Just a note\n").unwrap();
    assert_eq!(n_listed(other.path()), "4", "that one holds none");
    fs::write(other.path().join("a.txt"), "Title\n20260301\nhttps://a.example\nText.\n").unwrap();
    assert_eq!(n_listed(other.path()), "2");
    assert_eq!(n_listed(&last), "4");
    fs::create_dir(other.path().join("below")).unwrap();
    assert_eq!(n_listed(&other.path().join("below")), "4", "what is above does not count");
}

#[test]
fn an_article_elsewhere_is_shown_from_its_own_folder() {
    let ours = tempfile::tempdir().unwrap();
    read_before(ours.path());
    let other = ours.path().join("other.txt");
    fs::write(&other, "Elsewhere\n20260301\nhttps://a.example\nText.\n").unwrap();
    assert!(
        text(&run(ours.path(), &["show", other.to_str().unwrap()]).stdout).starts_with("Elsewhere")
    );
}

#[test]
fn an_id_is_known_by_any_beginning_that_no_other_has() {
    let ours = tempfile::tempdir().unwrap();
    let list = text(&run(ours.path(), &["list", &sample(), "--json"]).stdout);
    let ids: Vec<String> = list
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["id"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let of = |beginning: &str| ids.iter().filter(|id| id.starts_with(beginning)).count();
    // More articles than digits: some begin alike, and each is alone after a few digits.
    let shared = ids.iter().map(|id| &id[..1]).find(|it| 1 < of(it)).unwrap();
    let said = refusal(ours.path(), &["show", &sample(), shared]);
    assert!(said.contains(&format!("matches {} ids", of(shared))), "{said}");
    assert!(said.contains("give at least 2 characters"), "{said}");
    let alone = said.trim_end().rsplit(", ").map(|it| it.rsplit(' ').next().unwrap());
    for beginning in alone.filter(|it| *it != "…") {
        assert_eq!((of(beginning), of(&beginning[..beginning.len() - 1]) != 1), (1, true));
        let shown = run(ours.path(), &["show", &sample(), beginning, "--json"]);
        assert!(text(&shown.stdout).contains(&format!("\"id\":\"{beginning}")), "{beginning}");
    }
}

#[test]
fn what_is_listed_can_be_chosen_sorted_and_limited() {
    let ours = tempfile::tempdir().unwrap();
    let dir = read_before(ours.path());
    let titles = |arguments: &[&str]| -> Vec<String> {
        let output = run(ours.path(), &[&["list", dir.to_str().unwrap()][..], arguments].concat());
        let column = |line: &str| line.split('\t').nth(5).unwrap()[6..7].to_owned();
        text(&output.stdout).lines().map(column).collect()
    };
    assert_eq!(titles(&[]), ["d", "c", "b", "a"]);
    assert_eq!(titles(&["--reverse", "--limit", "3"]), ["a", "b", "c"]);
    assert_eq!(titles(&["--sort", "title", "--limit=2"]), ["a", "b"]);
    assert_eq!(titles(&["--starred"]), Vec::<String>::new());
    assert_eq!(titles(&["--unread", "--limit", "1"]), ["d"]);
}

#[test]
fn what_is_printed_is_so_though_no_folder_tells() {
    let ours = tempfile::tempdir().unwrap();
    let dir = read_before(ours.path());
    let path = dir.join("a.txt");
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    run(ours.path(), &["index", dir.to_str().unwrap()]);
    let rewrite = |words: &str| {
        // In place: the folder keeps its time, and the file its size and its time.
        fs::write(&path, format!("Title a.txt\n20260301\nhttps://a.txt.example\n{words}\n"))
            .unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
    };
    rewrite("Texts of a.txt.");
    let shown = text(&run(ours.path(), &["show", dir.to_str().unwrap(), "a.txt"]).stdout);
    assert!(shown.contains("Texts of a.txt."), "{shown}");
    rewrite("Words in a.txt, and more of them.");
    let found = run(ours.path(), &["search", dir.to_str().unwrap(), "--no-scan", "texts"]);
    assert_eq!((found.status.code(), text(&found.stdout)), (Some(1), String::new()));
}

#[test]
fn with_no_scan_only_the_files_that_are_printed_are_looked_at() {
    let ours = tempfile::tempdir().unwrap();
    let dir = read_before(ours.path());
    run(ours.path(), &["index", dir.to_str().unwrap()]);
    fs::write(dir.join("new.txt"), "New\n20200301\nhttps://n.example\nWords.\n").unwrap();
    let n_lines = |more: &[&str]| {
        let output = run(ours.path(), &[&["list", dir.to_str().unwrap()][..], more].concat());
        text(&output.stdout).lines().count()
    };
    assert_eq!(n_lines(&["--no-scan"]), 4);
    fs::remove_file(dir.join("a.txt")).unwrap();
    assert_eq!(n_lines(&["--no-scan", "--limit", "3"]), 3);
    // The last one is gone, so all is looked at.
    assert_eq!(n_lines(&["--no-scan"]), 4);
}

#[test]
fn a_file_is_read_in_its_folder() {
    let ours = tempfile::tempdir().unwrap();
    let dir = read_before(ours.path());
    let path = dir.join("b.txt");
    let output = run(ours.path(), &["--plain", path.to_str().unwrap()]);
    let said = text(&output.stdout);
    assert!(said.contains("4 articles") && said.contains("Words of b.txt."), "{said}");
}
