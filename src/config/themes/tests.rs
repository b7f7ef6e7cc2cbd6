//! Themes as written in their files.

use super::*;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[track_caller]
fn check_wrong(name: &str, text: &str, expected: &str) {
    let folder = folder(&[(name, text)]);
    let (themes, errors) = load_all(Some(folder.path()));
    assert_eq!(themes.len(), builtin_names().len());
    let [error] = &errors[..] else { panic!("{errors:?}") };
    let said = error.to_string();
    assert!(said.contains(name) && said.contains(expected), "{said}");
}

#[test]
fn every_file_of_the_program_is_a_theme_that_states_every_slot_it_needs() {
    let (themes, errors) = load_all(None);
    assert_eq!(errors, []);
    assert_eq!(themes.len(), fs::read_dir("assets/themes").unwrap().count());
    for theme in &themes {
        let stated = theme.styles.each().into_iter().filter(|(_, it)| **it != StyleSpec::default());
        assert!(15 < stated.count(), "{} says little", theme.name);
    }
    for name in [FALLBACK_THEME, "dark", "light", "high-contrast", "monochrome", "gruvbox"] {
        assert!(builtin_names().contains(&name), "{name}");
    }
}

#[test]
fn a_theme_of_the_user_builds_on_another_and_its_palette_recolours_it() {
    let own = "inherits = \"dark\"\n[palette]\nyellow = \"#ffff01\"\n[styles]\nlink = 208\n";
    let folder = folder(&[("mine.toml", own), ("dark.toml", "inherits = \"dark\"\n")]);
    let (themes, errors) = load_all(Some(folder.path()));
    assert_eq!(errors, []);
    let mine = &themes.iter().find(|it| it.name == "mine").unwrap().styles;
    assert_eq!(mine.star.fg, Some(Colour::Rgb(255, 255, 1)));
    assert_eq!(mine.link, StyleSpec { fg: Some(Colour::Indexed(208)), ..StyleSpec::default() });
    assert_eq!(mine.text, builtin("dark").unwrap().styles.text);
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_what_was_probably_meant() {
    check_wrong(
        "a.toml",
        "[styles]\nunraed = \"red\"\n",
        "line 2, column 1: unknown element: unraed; did you mean `unread`?",
    );
    check_wrong(
        "a.toml",
        "[styles]\ndim = \"greeen\"\n",
        "line 2, column 7: unknown colour: greeen",
    );
    check_wrong("a.toml", "[styles]\ndim = { bolt = true }\n", "did you mean `bold`?");
    check_wrong("a.toml", "[palette]\nred = \"#12345\"\n", "line 2, column 7: not a colour");
    check_wrong("a.toml", "[palette]\nred = 256\n", "line 2, column 7: not a colour");
    check_wrong("a.toml", "[styles\n", "line 1");
    check_wrong(
        "a.toml",
        "inherits = \"drak\"\n",
        "line 1, column 12: cannot inherit from this theme: unknown theme: drak; did you mean `dark`?",
    );
    check_wrong(
        "a.toml",
        "inherits = \"a\"\n",
        "line 1, column 12: cannot inherit from this theme",
    );
    check_wrong("a.yaml", "base00: \"18181\"\n", "line 1, column 1: `18181` is not a colour");
    check_wrong("a.yaml", "base00: \"181818\"\n", "missing: base01");
}

/// A scheme whose colours are easy to tell: `base0A` is `#0a0a0a`.
fn scheme(indent: &str, hash: &str) -> String {
    let line = |it: u8| {
        let hex = format!("{it:02x}").repeat(3);
        format!("{indent}base{it:02X}: \"{hash}{hex}\" # comment")
    };
    (0..16).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn base16_schemes_are_read_in_their_old_and_new_form_by_name_and_by_path() {
    let old = format!("scheme: \"Old: one\"\nauthor: 'Nobody'\n{}", scheme("", ""));
    let new = format!("system: base16\nname: New\nvariant: dark\npalette:\n{}", scheme("  ", "#"));
    let folder = folder(&[("old.yaml", &old), ("new.yml", &new)]);
    let (themes, errors) = load_all(Some(folder.path()));
    assert_eq!(errors, []);
    let of = |name: &str| themes.iter().find(|it| it.name == name).unwrap().styles.clone();
    assert_eq!(of("old"), of("new"));
    assert_eq!(of("old").background.bg, Some(Colour::Rgb(0, 0, 0)));
    assert_eq!(of("old").star.fg, Some(Colour::Rgb(10, 10, 10)));
    let by_path = load_file(&folder.path().join("new.yml"), None).unwrap();
    assert_eq!(by_path.styles, of("old"));
}
