//! Themes as they are drawn.

use super::colour::{contrast, rgb};
use super::*;

/// What is drawn in the status line.
const IN_STATUS: [&str; 5] = ["pending", "progress", "warning", "error", "status_key"];
/// What is drawn in boxes.
const IN_BOXES: [&str; 10] =
    ["text", "dim", "source", "heading", "hit", "selected", "disabled", "link", "key", "warning"];
/// What is drawn on the row of the cursor, in lists and boxes.
const ON_ROWS: [&str; 12] = [
    "text",
    "dim",
    "unread",
    "unread_mark",
    "star",
    "source",
    "heading",
    "picked",
    "hit",
    "key",
    "warning",
    "cursor_bar",
];

/// Lines need be seen, not read.
const LINES: [&str; 3] = ["rule", "border", "thumb"];

/// Every slot of a theme on every ground it is drawn on, with the contrast there.
fn contrasts(styles: &Slots<StyleSpec>) -> Vec<(String, f64)> {
    let mut contrasts = Vec::new();
    let grounds = [
        ("background", &styles.background),
        ("status", &styles.status),
        ("popup", &styles.popup),
        ("selected", &styles.selected),
        ("cursor_line", &styles.cursor_line),
    ];
    for (ground, behind) in grounds {
        for (slot, style) in styles.each() {
            let is_there = match ground {
                "status" => IN_STATUS.contains(&slot),
                "popup" => IN_BOXES.contains(&slot),
                "selected" | "cursor_line" => ON_ROWS.contains(&slot),
                _ => ![IN_STATUS[0], IN_STATUS[1], IN_STATUS[4]].contains(&slot),
            };
            if !is_there {
                continue;
            }
            // What is on a row that has only a ground is text.
            let fg = style.fg.or(styles.text.fg).or(behind.fg).and_then(rgb);
            let bg = style.bg.or(behind.bg).or(styles.background.bg).and_then(rgb);
            if let (Some(fg), Some(bg)) = (fg, bg) {
                contrasts.push((format!("{slot} on {ground}"), contrast(fg, bg)));
            }
        }
    }
    contrasts
}

#[test]
fn every_theme_with_a_background_can_be_read_at_every_depth() {
    let mut faults = Vec::new();
    for theme in themes::load_all(None).0 {
        let grounds = grounds(&theme.styles);
        if theme.styles.background.bg.is_none() {
            continue;
        }
        let least = if theme.name == "high-contrast" { 7.0 } else { 4.5 };
        for depth in [Depth::Truecolour, Depth::Indexed, Depth::Sixteen] {
            let behind = depth.behind(&grounds);
            let styles = theme.styles.clone().map(|spec| depth.fit(&spec, &behind));
            for (what, ratio) in contrasts(&styles) {
                let is_line = LINES.iter().any(|line| what.starts_with(line));
                let least = match depth {
                    _ if is_line => 1.8,
                    Depth::Truecolour => least,
                    _ => 4.5,
                };
                if ratio < least {
                    faults.push(format!("{} at {depth:?}: {what} {ratio:.2}", theme.name));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn colours_that_a_terminal_lacks_are_never_sent_to_it() {
    for theme in themes::load_all(None).0 {
        for depth in [Depth::Indexed, Depth::Sixteen, Depth::None] {
            for (slot, style) in Theme::of(&theme, depth).each() {
                for colour in [style.fg, style.bg].into_iter().flatten() {
                    let is_there = match colour {
                        Color::Rgb(..) => false,
                        Color::Indexed(_) => depth == Depth::Indexed,
                        _ => depth != Depth::None,
                    };
                    assert!(is_there, "{} {slot} at {depth:?}: {colour}", theme.name);
                }
            }
        }
    }
}
