//! What those who are new here need first: a few keys, as they are bound now.

use crate::base::wording;
use crate::session::{GLOBAL, Key, LIST, PaneName, READER, Session};

/// The lines that the help begins with: keys, and what they do.
pub(super) fn lines(session: &Session) -> impl Iterator<Item = (String, &'static str)> {
    let lines: [(&[(PaneName, &str)], _); 5] = [
        (&[(LIST, "down"), (LIST, "up"), (LIST, "open")], wording!("help-first-read")),
        (&[(READER, "read-on")], wording!("help-first-read-on")),
        (&[(LIST, "search"), (READER, "find")], wording!("help-first-search")),
        (&[(LIST, "toggle-read"), (LIST, "toggle-star")], wording!("help-first-mark")),
        (&[(LIST, "quit"), (READER, "back")], wording!("help-first-leave")),
    ];
    lines.map(|(commands, text)| (keys(session, commands), text)).into_iter()
}

/// What is said at the very first start: what this is, the main keys, how to open a directory of
/// one's own.
pub(super) fn welcome(session: &Session) -> [String; 3] {
    let key = |pane, name| keys(session, &[(pane, name)]);
    let main_keys = wording!(
        "welcome-keys",
        open = key(LIST, "open"),
        search = key(LIST, "search"),
        palette = key(GLOBAL, "palette"),
        help = key(GLOBAL, "help"),
        quit = key(LIST, "quit"),
    );
    [wording!("welcome-what").to_owned(), main_keys, wording!("welcome-own").to_owned()]
}

/// The first key of each command, unless a key said already runs it; how to type one without keys.
fn keys(session: &Session, commands: &[(PaneName, &str)]) -> String {
    let mut said: Vec<String> = Vec::new();
    for (pane, name) in commands {
        let all = session.keys_of(*pane, name);
        if all.iter().any(|keys| said.contains(keys)) {
            continue;
        }
        said.push(all.into_iter().next().unwrap_or_else(|| format!(":{name}")));
    }
    let spoken = |keys: String| {
        if keys.starts_with(':') && 1 < keys.len() { keys } else { Key::spoken_all(&keys) }
    };
    said.into_iter().map(spoken).collect::<Vec<_>>().join(" ")
}
