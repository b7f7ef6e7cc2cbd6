//! The user's own keys, presets and macros, and the messages about mistakes in them.

use dateline::{
    app,
    config::{Config, KeysConfig},
    domain::Mark,
    session::Keymap,
};

use super::Script;

/// What was said, oldest first.
fn said(script: &Script) -> Vec<String> {
    script.app.session().said.notices.kept.iter().map(|notice| notice.text.to_string()).collect()
}

#[test]
fn a_key_of_ones_own_runs_and_an_unbound_one_does_not() {
    let text = "[keys.list]\ne = 'last'\nj = ''\n'<c-x>' = ['3 down', 'toggle-star']\n";
    Script::set(text, 60, 12)
        .at("Harbour bridge reopens after nine months of repairs")
        .press("j")
        .at("Harbour bridge reopens after nine months of repairs")
        .press("e")
        .at("Letter without a date")
        .press("gg<c-x>")
        .at("Council votes on harbour fees")
        .press("?/last<space>row<enter>")
        .shows("G End e")
        .press("q");
}

#[test]
fn a_macro_runs_as_often_as_the_number_says_and_stops_where_it_cannot_go_on() {
    let text = "[keys.list]\nx = ['toggle-read', 'down']\nX = ['sort-by-match', 'down']\n";
    let script = Script::set(text, 60, 12).press("3x").at("Council votes on harbour fees");
    let are_read: Vec<bool> =
        script.library.headlines().iter().map(|it| it.has(Mark::Read)).collect();
    assert_eq!(are_read[..4], [true, true, false, false]);
    script
        .press("X")
        .at("Council votes on harbour fees")
        .shows("\"best match\" works only in search results");
}

#[test]
fn every_mistake_is_said_with_its_line_and_the_rest_holds() {
    let text = "[keys]
preset = 'emacs'
[keys.list]
'<entr>' = 'open'
x = 'togle-read'
z = 'reverse'
'ab' = 'down'
'abc' = 'up'
'a b' = 'up'
e = 'down 3'
w = 7
E = 'last'
p = 'percent'
t = 'narrower'
f = 'find.accept'
F = 'accept'
[keys.lits]
a = 'down'
";
    let script = Script::set(text, 60, 12).press("E").at("Letter without a date");
    insta::assert_snapshot!(said(&script).join("\n"));
}

#[test]
fn presets_name_what_there_is_and_contradict_themselves_nowhere() {
    for name in KeysConfig::presets() {
        let mut keys = Config::default().keys;
        // Laid over itself, nothing is hidden but what it binds twice.
        keys.bindings = KeysConfig::preset(name).unwrap().bindings;
        keys.preset.text = name.to_owned();
        let (_, faults) = Keymap::new(&app::commands(), &keys);
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn fingers_find_their_keys() {
    let newsboat = |keys| Script::set("[keys]\npreset = 'newsboat'\n", 60, 12).press(keys);
    newsboat("n").at("Owls return to the city park").press("N").shows("4 unread");
    newsboat("JJK").at("Owls return to the city park");
    newsboat("gt").shows("by title");
    let mutt = |keys| Script::set("[keys]\npreset = 'mutt'\n", 60, 12).press(keys);
    mutt("*").at("Letter without a date").press("=F").shows("★");
    mutt("<space>").shows("First paragraph.").press("j").shows("Owls return");
    let less = |keys| Script::set("[keys]\npreset = 'less'\n", 60, 12).press(keys);
    less("G")
        .at("Letter without a date")
        .press("g")
        .at("Harbour bridge reopens after nine months of repairs");
    less("4g").at("Council votes on harbour fees").press("h").shows("Keys");
}

#[test]
fn keys_that_do_nothing_say_where_to_look() {
    Script::new(80, 24)
        .press("x")
        .shows("x is not bound here · ? shows the keys")
        .press("gy")
        .shows("gy is not bound here")
        .press("j")
        .hides("does nothing")
        .press("<enter>x")
        .shows("x is not bound here");
}
