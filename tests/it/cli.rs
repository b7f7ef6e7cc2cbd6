//! Whole commands: arguments in; both streams and the exit code out.

use std::{
    fs,
    io::Read,
    path::Path,
    process::{Command, Output, Stdio},
};

fn dateline(ours: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(arguments).env("HOME", ours).env("LC_ALL", "C.UTF-8");
    command.args([Path::new("--cache-dir"), &ours.join("cache")]);
    command.args([Path::new("--data-dir"), &ours.join("data")]);
    command.env_remove("XDG_CONFIG_HOME");
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
    assert!(text(&missing.stderr).contains("no article is called"));
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
    assert!(text(&wrong.stderr).contains("the quote is not closed"));
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
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("line 2"), "{}", text(&output.stderr));
}
