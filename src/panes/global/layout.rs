//! Commands that divide the screen between list and article.

use super::GlobalPane;
use crate::base::wording;
use crate::config::LayoutKind;
use crate::session::{
    Argument, ArgumentKind, Command, Effect, LIST, Layout, Notice, READER, Section, Session,
};

pub(super) const COMMANDS: &[Command<GlobalPane>] = &[
    Command::new(
        "layout",
        &[],
        "Choose a layout: auto, list-left, list-top, list-only or reader-only",
        choose,
    )
    .begins(Section::Panes)
    .also("split window view columns")
    .taking(Argument::required("kind", ArgumentKind::Text)),
    Command::new(
        "cycle-layout",
        &["<c-w><space>"],
        "Cycle layouts: list on the left, on top, alone",
        |_, session| change(session, Layout::cycle),
    )
    .also("split window view")
    .useful(),
    Command::new("layout-auto", &["<c-w>a"], "Arrange list and article to fit the screen", {
        |_, session| change(session, |layout| layout.choose(LayoutKind::Auto))
    }),
    Command::new("layout-left", &["<c-w>H"], "Show the list to the left of the article", {
        |_, session| change(session, |layout| layout.choose(LayoutKind::ListLeft))
    }),
    Command::new("layout-top", &["<c-w>K"], "Show the list above the article", {
        |_, session| change(session, |layout| layout.choose(LayoutKind::ListTop))
    }),
    Command::new("layout-single", &["<c-w>o"], "Show list or article, one at a time", {
        |_, session| change(session, |layout| layout.choose(LayoutKind::ListOnly))
    }),
    Command::when(
        "zen",
        &["Z", "<c-w>z"],
        "Toggle the article alone on the screen",
        |_, session| session.opened().map(|_| ()).ok_or(wording!("reader-nothing-opened")),
        |_, session| {
            session.display.layout.toggle_zen();
            if session.display.layout.kind == LayoutKind::ReaderOnly {
                session.show(READER);
            }
            session.load()
        },
    )
    .also("fullscreen maximise maximize focus distraction hide"),
    Command::when("grow-pane", &["<c-w>>", "<c-w>+"], "Enlarge this pane", has_divider, {
        |_, session| move_divider(session, true)
    })
    .also("resize bigger larger"),
    Command::when(
        "shrink-pane",
        &["<c-w><lt>", "<c-w>-"],
        "Shrink this pane",
        has_divider,
        |_, session| move_divider(session, false),
    )
    .also("resize smaller"),
    Command::new("reset-divider", &["<c-w>="], "Reset the divider", |_, session| {
        let Session { display, config, .. } = session;
        display.layout.reset_divider(&config.layout);
        session.load()
    })
    .also("resize equal"),
    Command::new(
        "toggle-mouse",
        &["<c-w>m"],
        "Toggle the mouse; without it, the terminal selects text",
        {
            |_, session| {
                let mouse = &mut session.config.change().mouse;
                mouse.enabled = !mouse.enabled;
                session.say(Notice::note(if session.config.mouse.enabled {
                    wording!("mouse-works")
                } else {
                    wording!("mouse-left")
                }));
                Vec::new()
            }
        },
    )
    .also("click wheel"),
];

fn has_divider(_: &GlobalPane, session: &Session) -> Result<(), &'static str> {
    session.display.layout.side.map(|_| ()).ok_or(wording!("layout-no-divider"))
}

fn change(session: &mut Session, change: impl FnOnce(&mut Layout)) -> Vec<Effect> {
    change(&mut session.display.layout);
    session.say(Notice::note(wording!("layout-now", name = session.display.layout.kind.name())));
    session.load()
}

fn choose(_: &mut GlobalPane, session: &mut Session) -> Vec<Effect> {
    let name = session.argument().unwrap_or_default();
    let Some(kind) = LayoutKind::named(name) else {
        let names = LayoutKind::ALL.map(LayoutKind::name).join(", ");
        session.say(Notice::warning(wording!("layout-unknown", name = name, names = names)));
        return Vec::new();
    };
    change(session, |layout| layout.choose(kind))
}

fn move_divider(session: &mut Session, is_larger: bool) -> Vec<Effect> {
    let n_steps = session.count().unwrap_or(1);
    let is_list = session.focus() == LIST;
    if let Some(side) = session.display.layout.side {
        session.display.layout.move_divider(side, is_larger == is_list, n_steps);
    }
    session.load()
}
