//! Themes as they are drawn.

use super::colour::{contrast, rgb};
use super::*;

/// What is drawn in the status line.
const IN_STATUS: [&str; 4] = ["pending", "progress", "warning", "error"];
/// What is drawn in boxes.
const IN_BOXES: [&str; 8] =
    ["text", "dim", "source", "heading", "hit", "selected", "disabled", "link"];

/// Lines need be seen, not read.
const LINES: [&str; 2] = ["rule", "border"];

/// Every slot of a theme on every ground it is drawn on, with the contrast there.
fn contrasts(styles: &Slots<StyleSpec>) -> Vec<(String, f64)> {
    let mut contrasts = Vec::new();
    let grounds =
        [("background", &styles.background), ("status", &styles.status), ("popup", &styles.popup)];
    for (ground, behind) in grounds {
        for (slot, style) in styles.each() {
            let is_there = match ground {
                "status" => IN_STATUS.contains(&slot),
                "popup" => IN_BOXES.contains(&slot),
                _ => !IN_STATUS[..2].contains(&slot),
            };
            if !is_there {
                continue;
            }
            let fg = style.fg.or(behind.fg).or(styles.text.fg).and_then(rgb);
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
            let styles = theme.styles.clone().map(|spec| depth.fit(&spec, &grounds));
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
