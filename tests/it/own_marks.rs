//! Two libraries that hold the same text: they share its marks, or one keeps them to itself, and
//! the screen, plain mode and the command line all see the same.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

struct Two {
    folder: tempfile::TempDir,
}

impl Two {
    /// The same article in `news` and in `private`.
    fn new() -> Self {
        let two = Self { folder: tempfile::tempdir().unwrap() };
        for library in ["news", "private"] {
            fs::create_dir(two.path(library)).unwrap();
            let text =
                "Kiosk opens by the canal\n20260312\nhttps://quay.example/1\nIt sells tea.\n";
            fs::write(two.path(library).join("a.txt"), text).unwrap();
        }
        two
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(arguments).env("HOME", self.folder.path()).env("LC_ALL", "C.UTF-8");
        command.args([Path::new("--cache-dir"), &self.path("cache")]);
        command.args([Path::new("--data-dir"), &self.path("data")]);
        command.env_remove("XDG_CONFIG_HOME").env_remove("TERM");
        command
    }

    /// What plain mode answers to some lines.
    fn talk(&self, library: &str, lines: &str) -> String {
        let path = self.path(library);
        let mut command = self.command(&["--plain", path.to_str().unwrap()]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Whether `list` says that the article is starred.
    fn is_starred(&self, library: &str) -> bool {
        let path = self.path(library);
        let output = self.command(&["list", path.to_str().unwrap(), "--json"]).output().unwrap();
        let line: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        line["starred"].as_bool().unwrap()
    }

    fn set(&self, settings: &str) {
        let folder = self.path(".config/dateline");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("config.toml"), settings).unwrap();
    }
}

const SHARED: &str = "set in another library";

#[test]
fn that_marks_are_shared_is_said_the_first_time_it_shows() {
    let two = Two::new();
    assert!(!two.talk("news", "list\nstar 1\nlist\n").contains(SHARED));
    let said = two.talk("private", "list\nlist\n");
    assert_eq!(said.matches(SHARED).count(), 1, "{said}");
    assert!(two.is_starred("private"));
    assert!(!two.talk("private", "list\n").contains(SHARED));
}

#[test]
fn a_library_keeps_its_marks_to_itself_until_the_setting_is_taken_away() {
    let two = Two::new();
    two.set("[library]\nown-marks = [\"~/private\"]\n");
    two.talk("private", "star 1\n");
    assert!(two.is_starred("private") && !two.is_starred("news"));
    assert!(!two.talk("news", "list\n").contains("starred"));
    two.set("");
    assert!(two.is_starred("private") && two.is_starred("news"));
    let names = fs::read_dir(two.path("data")).unwrap().map(|it| it.unwrap().file_name());
    let names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    assert!(names.iter().any(|name| name.contains(".merged-")), "{names:?}");
}
