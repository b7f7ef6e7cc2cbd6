//! Addresses made to do harm: each is handed to the browser as one argument, or refused.

use std::{fs, os::unix::fs::PermissionsExt, time::Instant};

use portable_pty::CommandBuilder;

use super::{Desk, Terminal, terminal::LIMIT};

/// What an article states as its address.
const REFUSED: &[&str] = &[
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "ftp://a.example/x",
    "mailto:a@a.example",
    "vscode://file/etc/passwd",
    "ssh://-oProxyCommand=touch%20canary/x",
    "about:blank",
    "view-source:https://a.example/",
    "-https://a.example/dash",
    "--new-window=https://a.example/",
    "-h",
    "https:a.example/relative",
    "https:/a.example/one-slash",
    "https:///no-host",
    "https://",
    "http://[::1",
    "https://user@a.example/",
    "https://user:pass@a.example/",
    "https://bank.example@evil.example/",
    "https://a.example/with blank",
    "https://a.example/with\ttab",
    "https://a.example/nul\0rest",
    "https://a.example/esc\x1b[31m",
    "https://a.example/bell\x07",
    "https://a.example/del\x7f",
    "https://a.example/\u{202e}gpj.exe",
    "https://a.example/\u{2066}hidden\u{2069}",
    "https://a.example\\@evil.example/",
    "https://a.example:99999/",
    "https://a .example/",
    "https://%00.example/",
    "javascript://a.example/%0aalert(1)",
    "JaVaScRiPt:alert(1)",
];

/// What is stated, and the one argument that the browser gets.
const OPENED: &[(&str, &str)] = &[
    ("https://a.example/plain", "https://a.example/plain"),
    ("http://a.example", "http://a.example/"),
    ("HTTPS://A.Example/Case", "https://a.example/Case"),
    // Invisible characters are not part of an address.
    ("https://a\u{200b}.example/", "https://a.example/"),
    ("www.a.example/bare", "https://www.a.example/bare"),
    ("https://a.example/'single'", "https://a.example/%27single%27"),
    ("https://a.example/\"double\"", "https://a.example/%22double%22"),
    ("https://a.example/`touch${IFS}canary`", "https://a.example/%60touch%24%7BIFS%7Dcanary%60"),
    (
        "https://a.example/$(touch${IFS}canary)",
        "https://a.example/%24%28touch%24%7BIFS%7Dcanary%29",
    ),
    // A letter of Windows-1252 that was decoded as Latin-1.
    ("https://a.example/\u{9b}31m", "https://a.example/%E2%80%BA31m"),
    ("https://a.example/;touch${IFS}canary;", "https://a.example/%3Btouch%24%7BIFS%7Dcanary%3B"),
    ("https://a.example/|touch${IFS}canary", "https://a.example/%7Ctouch%24%7BIFS%7Dcanary"),
    ("https://a.example/?a=1&touch+canary&", "https://a.example/?a=1&touch+canary&"),
    ("https://a.example/>canary", "https://a.example/%3Ecanary"),
    ("https://a.example/*?*", "https://a.example/%2A?%2A"),
    ("https://a.example/!!", "https://a.example/%21%21"),
    ("https://a.example/%s%d%n", "https://a.example/%s%d%n"),
    ("https://a.example/%0a%0dcanary", "https://a.example/%0a%0dcanary"),
    ("https://a.example/%2e%2e/%2f", "https://a.example/%2f"),
    ("https://a.example/../../etc/passwd", "https://a.example/etc/passwd"),
    ("https://a.example/#--flag", "https://a.example/#--flag"),
    ("https://a.example/-rf", "https://a.example/-rf"),
    ("https://[::1]:8080/six", "https://[::1]:8080/six"),
    ("http://127.0.0.1/four", "http://127.0.0.1/four"),
    ("http://2130706433/number", "http://127.0.0.1/number"),
    ("https://bücher.example/ß", "https://xn--bcher-kva.example/%C3%9F"),
    ("https://аррle.example/", "https://xn--le-6kc8da.example/"),
    ("https://a.example/日本語", "https://a.example/%E6%97%A5%E6%9C%AC%E8%AA%9E"),
    ("https://a.example:8443/port", "https://a.example:8443/port"),
    ("https://a.example/~user/x_y.z", "https://a.example/~user/x_y.z"),
    ("https://a.example/a^b{c}<d>", "https://a.example/a%5Eb%7Bc%7D%3Cd%3E"),
];

#[test]
fn every_address_is_one_argument_or_refused() {
    let desk = Desk::new(0);
    let ours = desk.ours.path();
    let long = format!("https://a.example/{}", "x".repeat(9_000));
    let long_enough = format!("https://a.example/{}", "y".repeat(4_000));
    let mut stated: Vec<(&str, Option<&str>)> = REFUSED.iter().map(|it| (*it, None)).collect();
    stated.push((&long, None));
    stated.extend(OPENED.iter().map(|(stated, given)| (*stated, Some(*given))));
    stated.push((&long_enough, Some(&long_enough)));
    for (number, (address, _)) in stated.iter().enumerate() {
        let text = format!(
            "Address {number}\n{}\n{address}\nA text of some words.\nAnd some more of it.\n",
            20_261_228 - number / 28 * 100 - number % 28
        );
        fs::write(desk.library.path().join(format!("{number:02}.txt")), text).unwrap();
    }
    let (calls, browser) = (ours.join("opened"), ours.join("browser"));
    let script = format!("#!/bin/sh\nprintf '%s|%s\\n' \"$#\" \"$*\" >> '{}'\n", calls.display());
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let room = ours.join("room");
    fs::create_dir(&room).unwrap();

    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), ours));
    command.env("BROWSER", &browser);
    command.cwd(&room);
    let mut terminal = Terminal::run(command, ours, 30, 120);
    let n_addresses = stated.len();
    terminal.wait(&format!("{n_addresses} articles"));
    terminal.wait("Address 0 ");
    for (number, (address, given)) in stated.iter().enumerate() {
        let row = number + 1;
        terminal.press(&format!("{row}G"));
        let is_moved = |screen: &str| {
            screen.contains(&format!(" {row}/{n_addresses}")) && outcome(screen).is_none()
        };
        terminal.wait_until(&format!("row {row}"), is_moved);
        terminal.press("o");
        terminal.wait_until(&format!("an answer to {address:?}"), |it| outcome(it).is_some());
        let is_opened = outcome(&terminal.text()) == Some(true);
        assert_eq!(is_opened, given.is_some(), "{address:?}\n{}", terminal.text());
    }
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);

    let mut expected: Vec<String> =
        stated.iter().filter_map(|(_, given)| given.map(|given| format!("1|{given}"))).collect();
    let begun = Instant::now();
    let mut opened: Vec<String> = Vec::new();
    while opened.len() < expected.len() && begun.elapsed() < LIMIT {
        let text = fs::read_to_string(&calls).unwrap_or_default();
        opened = text.lines().map(str::to_owned).collect();
        std::thread::yield_now();
    }
    opened.sort();
    expected.sort();
    assert_eq!(opened, expected);
    assert_eq!(fs::read_dir(&room).unwrap().count(), 0, "something was run");
}

/// Whether the address was opened, once the screen says.
fn outcome(screen: &str) -> Option<bool> {
    if screen.contains("not opened") || screen.contains("has no link") {
        Some(false)
    } else {
        screen.contains("opened http").then_some(true)
    }
}
