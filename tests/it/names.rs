//! Files with odd names on the command line: any bytes in, one line out, and back to the file.

use std::{
    ffi::{OsStr, OsString},
    fs,
    os::unix::ffi::{OsStrExt, OsStringExt},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;

/// Names that a file system allows, and what `list` writes for them.
const NAMES: [(&[u8], &str); 13] = [
    (b"plain.txt", "plain.txt"),
    (b"two\nlines.txt", "two\\nlines.txt"),
    (b"a\ttab.txt", "a\\ttab.txt"),
    (b"\x1b[31mred\x07.txt", "\\x1b[31mred\\x07.txt"),
    (b"latin-\xe9.txt", "latin-\\xe9.txt"),
    (b"--json", "--json"),
    (b"-", "-"),
    (b"blank at the end ", "blank at the end\\x20"),
    (b"a..txt", "a..txt"),
    (b"~", "~"),
    (b"back\\nslash.txt", "back\\\\nslash.txt"),
    ("turned\u{202e}txt.exe".as_bytes(), "turned\\u{202e}txt.exe"),
    ("c1\u{9b}31m.txt".as_bytes(), "c1\\u{9b}31m.txt"),
];

fn run<A: AsRef<OsStr>>(ours: &Path, arguments: &[A]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.env("HOME", ours).env("LC_ALL", "C.UTF-8").env_remove("XDG_CONFIG_HOME");
    command.arg("--cache-dir").arg(ours.join("cache")).arg("--data-dir").arg(ours.join("data"));
    command.args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A library in a folder whose own name is not UTF-8, an article to a name, and one more in a
/// folder with a line end in its name.
fn library(home: &Path) -> PathBuf {
    let dir = home.join(OsStr::from_bytes(b"libr\xe4ry\nof -- names"));
    let inner = dir.join("fol\nder");
    fs::create_dir_all(&inner).unwrap();
    for (number, name) in NAMES.iter().map(|(name, _)| *name).chain([&[b'x'; 255][..]]).enumerate()
    {
        let text = format!(
            "Article {number}\n2022031{}\nhttps://a.example/{number}\nText.\n",
            number % 10
        );
        fs::write(dir.join(OsStr::from_bytes(name)), text).unwrap();
    }
    fs::write(inner.join("in\rner.txt"), "Inner\n20220401\nhttps://a.example/i\nText.\n").unwrap();
    dir
}

fn bytes_of(line: &Value) -> Vec<u8> {
    match line.get("path_bytes") {
        Some(bytes) => STANDARD.decode(bytes.as_str().unwrap()).unwrap(),
        None => line["path"].as_str().unwrap().as_bytes().to_vec(),
    }
}

#[test]
fn what_json_prints_leads_back_to_every_file() {
    let home = tempfile::tempdir().unwrap();
    let dir = library(home.path());
    let output = run(home.path(), &[OsStr::new("list"), dir.as_os_str(), OsStr::new("--json")]);
    let text = said(&output);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'));
    let lines: Vec<Value> = text.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(lines.len(), NAMES.len() + 2);
    for line in &lines {
        let path = dir.join(OsString::from_vec(bytes_of(line)));
        let title = fs::read_to_string(&path).unwrap();
        assert!(title.starts_with(line["title"].as_str().unwrap()), "{line}");
        assert_eq!(line.get("path_bytes").is_some(), path.file_name().unwrap().to_str().is_none());
    }
}

#[test]
fn text_has_one_line_for_an_article_whatever_it_is_called() {
    let home = tempfile::tempdir().unwrap();
    let dir = library(home.path());
    let text = said(&run(home.path(), &[OsStr::new("list"), dir.as_os_str()]));
    assert!(!text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
    let paths: Vec<&str> = text.lines().map(|line| line.split('\t').nth(4).unwrap()).collect();
    assert_eq!(paths.len(), NAMES.len() + 2);
    for (_, written) in NAMES {
        assert!(paths.contains(&written), "{written} in {paths:#?}");
    }
    assert!(paths.contains(&"fol\\nder/in\\rner.txt"), "{paths:#?}");
}

#[test]
fn show_takes_a_name_byte_by_byte_or_as_it_was_written() {
    let home = tempfile::tempdir().unwrap();
    let dir = library(home.path());
    let show = |name: &OsStr| {
        let arguments = [OsStr::new("show"), OsStr::new("--"), dir.as_os_str(), name];
        said(&run(home.path(), &arguments)).lines().next().unwrap().to_owned()
    };
    for (number, (name, written)) in NAMES.iter().enumerate() {
        let title = format!("Article {number}");
        assert_eq!(show(OsStr::from_bytes(name)), title, "{written}");
        assert_eq!(show(dir.join(OsStr::from_bytes(name)).as_os_str()), title, "{written}");
        // `--json` and `-` are written as they are.
        assert_eq!(show(written.as_ref()), title, "{written}");
    }
    assert_eq!(show(OsStr::from_bytes(&[b'x'; 255])), format!("Article {}", NAMES.len()));
    assert_eq!(show("fol\nder/in\rner.txt".as_ref()), "Inner");
    assert_eq!(show("fol\\nder/./in\\rner.txt".as_ref()), "Inner");
}

#[test]
fn a_name_as_it_is_goes_before_what_it_could_be_written_for() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("news");
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join("a\nb"), "Line end\n20220301\nhttps://a.example/1\nText.\n").unwrap();
    fs::write(dir.join("a\\nb"), "Backslash\n20220301\nhttps://a.example/2\nText.\n").unwrap();
    let show = |name: &str| said(&run(home.path(), &["show", dir.to_str().unwrap(), name]));
    assert!(show("a\\nb").starts_with("Backslash"));
    assert!(show("a\\\\nb").starts_with("Backslash"));
    assert!(show("a\nb").starts_with("Line end"));
}

#[test]
fn problems_are_told_a_line_each_and_lead_back_too() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join(OsStr::from_bytes(b"n\xfcws"));
    fs::create_dir(&dir).unwrap();
    let name = b"no\n\xffdate.txt";
    fs::write(dir.join(OsStr::from_bytes(name)), "Title\nno day\nhttps://a.example\nText.\n")
        .unwrap();
    let arguments = [OsStr::new("problems"), dir.as_os_str(), OsStr::new("--json")];
    let json = said(&run(home.path(), &arguments));
    for line in json.lines() {
        assert_eq!(bytes_of(&serde_json::from_str(line).unwrap()), name);
    }
    let text = said(&run(home.path(), &arguments[..2]));
    assert_eq!(text.lines().count(), json.lines().count());
    assert!(text.contains(" no\\n\\xffdate.txt: "), "{text}");
}
