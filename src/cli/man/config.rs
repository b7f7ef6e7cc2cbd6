//! dateline-config(5): the explained settings file as a page.

use roff::{Roff, bold, roman};

use super::tagged;
use crate::config::EXPLAINED;

pub(super) fn page() -> Roff {
    let mut roff = Roff::new();
    roff.control("TH", ["dateline-config", "5"]);
    roff.control("SH", ["NAME"]);
    roff.text([roman("dateline-config - the settings of dateline")]);
    roff.control("SH", ["DESCRIPTION"]);
    roff.text([
        roman("Settings are kept in "),
        bold("~/.config/dateline/config.toml"),
        roman(
            ", which is TOML; all of them are optional. A setting is taken from the option --set \
             SECTION.KEY=VALUE, else from the variable DATELINE_SECTION_KEY, else from the file, \
             else from its default. Changes to the file take effect while Dateline runs.",
        ),
    ]);
    roff.control("SH", ["SETTINGS"]);
    let mut words: Vec<&str> = Vec::new();
    for line in EXPLAINED.lines().skip_while(|line| !line.starts_with('[')) {
        if let Some(section) = line.strip_prefix('[') {
            roff.control("SS", [format!("[{section}").as_str()]);
            words.clear();
        } else if let Some(setting) = stated(line) {
            tagged(&mut roff, setting, &words.join(" "));
            words.clear();
        } else if let Some(text) = line.strip_prefix('#') {
            words.push(text.trim());
        } else {
            words.clear();
        }
    }
    roff.control("SH", ["SEE ALSO"]);
    roff.text([bold("dateline"), roman("(1)")]);
    roff
}

/// A line that states a setting, or would if it were no comment.
fn stated(line: &str) -> Option<&str> {
    let line = line.strip_prefix("# ").unwrap_or(line);
    let (key, _) = line.split_once(" = ")?;
    key.bytes()
        .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
        .then_some(line)
}
