//! Which links may be opened, and with which program.
//!
//! An address comes from a file that nobody here controls, and openers are often shell scripts that
//! evaluate their argument. So: only http and https, only with a host, rewritten by the parser,
//! with everything a shell might read percent-encoded, as one argument of a program that is started
//! directly.

use std::{
    env,
    fmt::Write,
    os::unix::process::CommandExt,
    process::{Command, Stdio},
    thread,
};

use url::Url;

use crate::base::{Clean, wording};

/// Longer ones are attacks or accidents.
const MAX_BYTES: usize = 8 << 10;

/// Why an address is not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{}", wording!("url-refused", url = .0))]
    Refused(Clean),
    #[error("{}", wording!("url-no-browser"))]
    NoBrowser,
}

/// Opens an address as an article states it. Returns what was handed to the browser.
///
/// # Errors
/// If it is not an address of the web, or no browser starts.
pub fn open(stated: &str) -> Result<Clean, OpenError> {
    let url = checked(stated).ok_or_else(|| OpenError::Refused(Clean::new(&shortened(stated))))?;
    for mut command in browsers(&url) {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        if let Ok(mut child) = command.spawn() {
            // Somebody has to take in its exit code; whoever cannot be started is not needed.
            let waiting = move || drop(child.wait());
            let _ = thread::Builder::new().name("browser".to_owned()).spawn(waiting);
            return Ok(Clean::new(&url));
        }
    }
    Err(OpenError::NoBrowser)
}

fn shortened(stated: &str) -> String {
    match stated.char_indices().nth(80) {
        Some((cut, _)) => format!("{}…", &stated[..cut]),
        None => stated.to_owned(),
    }
}

/// The address as it may be opened, or `None`.
pub fn checked(stated: &str) -> Option<String> {
    let stated = stated.trim();
    // Pictures of control characters stand where the file had such characters.
    let is_picture = |c: char| ('\u{2400}'..='\u{2426}').contains(&c) || c == '\u{FFFD}';
    let has_odd = |c: char| c.is_control() || c.is_whitespace() || c == '\\' || is_picture(c);
    if MAX_BYTES < stated.len() || stated.contains(has_odd) || Clean::new(stated).as_str() != stated
    {
        return None;
    }
    let with_scheme =
        if stated.starts_with("www.") { format!("https://{stated}") } else { stated.to_owned() };
    // The parser forgives `http:host` and `http:/host`; an article has no reason to write so.
    let lower = with_scheme.to_ascii_lowercase();
    let after = lower.strip_prefix("http://").or_else(|| lower.strip_prefix("https://"))?;
    if after.starts_with('/') {
        return None;
    }
    let url = Url::parse(&with_scheme).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https");
    let has_host = url.host_str().is_some_and(|host| !host.is_empty());
    // A name before the host is there to mislead.
    let is_plain = url.username().is_empty() && url.password().is_none();
    (is_web && has_host && is_plain).then(|| encoded(url.as_str()))
}

/// Percent-encodes what a shell or a careless opener might read as its own.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '"' | '\'' | '`' | '<' | '>' | '{' | '}' | '|' | '\\' | '^' | '$' | ';' | '(' | ')'
            | '*' | '!' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{:02X}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out
}

/// The programs to try: those of `$BROWSER`, else the system's opener.
fn browsers(url: &str) -> Vec<Command> {
    match env::var("BROWSER") {
        Ok(list) if !list.trim().is_empty() => {
            list.split(':').filter_map(|template| from_template(template, url)).collect()
        }
        _ => open::commands(url),
    }
}

/// A program with its arguments as `$BROWSER` writes them: split first, so that nothing in the
/// address can become an argument of its own.
fn from_template(template: &str, url: &str) -> Option<Command> {
    let mut words = template.split_whitespace();
    let mut command = Command::new(words.next()?);
    let mut is_placed = false;
    for word in words {
        is_placed |= word.contains("%s");
        command.arg(word.replace("%s", url));
    }
    if !is_placed {
        command.arg(url);
    }
    Some(command)
}

/// The bytes that make the terminal keep `text` in the clipboard (OSC 52), inside tmux too.
pub fn clipboard_bytes(text: &str, is_in_tmux: bool) -> Vec<u8> {
    use base64::Engine;
    let encoded = base64::engine::general_purpose::STANDARD.encode(text);
    let plain = format!("\x1b]52;c;{encoded}\x07");
    // tmux takes the plain form where it may; the wrapped one goes to the terminal around it.
    if is_in_tmux { format!("{plain}\x1bPtmux;\x1b{plain}\x1b\\") } else { plain }.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        for refused in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "--flag",
            "http:relative",
            "http:///nohost",
            "https://user@evil.example",
            "https://a.example/ b",
            "https://a.example/\u{202e}txt",
            "https://a.example\\@b.example",
            "ftp://a.example",
            "https://a.example/␀rest",
            "",
        ] {
            assert_eq!(checked(refused), None, "{refused}");
        }
        assert!(checked(&format!("https://a.example/{}", "a".repeat(9000))).is_none());
    }

    #[test]
    fn what_a_shell_might_read_is_encoded() {
        let url = checked("https://a.example/$(reboot)`x`?a=b&c='d'").unwrap();
        assert_eq!(url, "https://a.example/%24%28reboot%29%60x%60?a=b&c=%27d%27");
        assert_eq!(checked("www.a.example/x").as_deref(), Some("https://www.a.example/x"));
        assert_eq!(
            checked("https://bücher.example/ü").unwrap(),
            "https://xn--bcher-kva.example/%C3%BC"
        );
    }

    #[test]
    fn the_address_stays_one_argument() {
        let command = from_template("browser --new %s --flag", "https://a.example/?b c").unwrap();
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(arguments, ["--new", "https://a.example/?b c", "--flag"]);
        let command = from_template("browser", "https://a.example").unwrap();
        assert_eq!(command.get_args().collect::<Vec<_>>(), ["https://a.example"]);
    }
}
