//! Commands that work in the list and in the reader alike. It draws nothing.

mod layout;

use ratatui::{Frame, layout::Rect};

use super::{Pane, history, themes};
use crate::base::wording;
use crate::session::{
    Area, Argument, ArgumentKind, Command, Effect, GLOBAL, HostRequest, IndexRequest, LIST, Notice,
    PaneName, READER, Section, Session, SettingsRequest, TerminalRequest, changed,
    counts_at_the_start, value_of,
};
use crate::ui::Theme;

pub const NAME: PaneName = GLOBAL;

/// Commands that share the screen out.
pub(super) const LAYOUT: &[Command<GlobalPane>] = layout::COMMANDS;

/// Has no state.
#[derive(Debug, Default)]
pub struct GlobalPane;

pub(super) const COMMANDS: &[Command<GlobalPane>] = &[
    Command::when(
        "pipe",
        &["|"],
        "Pipe the article to a program and show its output",
        has_article,
        |_, session| session.pipe(),
    )
    .begins(Section::Programs)
    .also("export save send print share shell speak translate")
    .taking(Argument::required("program", ArgumentKind::Text)),
    Command::when(
        "open-with",
        &[],
        "Start a program with %f (file), %u (link), %t (title); --takeover gives it the terminal",
        has_article,
        |_, session| session.open_with(),
    )
    .also("export editor edit file external save")
    .taking(Argument::required("program", ArgumentKind::Text)),
    Command::new("set", &[], "Show a setting, or change it until you quit", set)
        .begins(Section::Settings)
        .also("option preference configure change")
        .taking(Argument::required("setting", ArgumentKind::Setting)),
    Command::new("keep-settings", &[], "Save settings changed with :set for future starts", keep)
        .also("remember preferences config"),
    Command::when(
        "other-pane",
        &["<tab>"],
        "Switch between list and article",
        |_, session| session.opened().map(|_| ()).ok_or(wording!("reader-nothing-opened")),
        |_, session| {
            session.show(if session.focus() == READER { LIST } else { READER });
            session.load()
        },
    )
    .begins(Section::Panes)
    .also("focus window split"),
    Command::new("undo", &["u"], "Undo the last change to marks", |_, session| session.undo())
        .begins(Section::Undoing)
        .also("revert restore mistake")
        .useful(),
    Command::new("redo", &["<c-r>"], "Redo the last undone change", |_, session| session.redo())
        .also("again restore repeat"),
    Command::new(
        "history",
        &["U"],
        "Show the history of marks and return to any step",
        |_, session| {
            session.show(history::NAME);
            Vec::new()
        },
    )
    .also("log changes undo"),
    Command::new(
        "narrow-back",
        &["<a-left>"],
        "Go back to before the list was narrowed",
        |_, session| session.narrow_back(false),
    )
    .begins(Section::Searching)
    .everywhere(),
    Command::new("narrow-forward", &["<a-right>"], "Narrow the list again", |_, session| {
        session.narrow_back(true)
    })
    .everywhere(),
    Command::new("rescan", &["R"], "Rescan for new and changed files", |_, _| {
        vec![Effect::Index(IndexRequest::Rescan)]
    })
    .begins(Section::Files)
    .also("refresh reload update fetch sync new directory folder")
    .useful(),
    Command::when(
        "stop-scan",
        &["<c-g>"],
        "Stop reading and indexing until the next start",
        |_, session| {
            session
                .said
                .status
                .progress
                .as_ref()
                .map(|_| ())
                .ok_or(wording!("nothing-is-being-read"))
        },
        |_, _| vec![Effect::Index(IndexRequest::Cancel)],
    )
    .also("cancel abort indexing"),
    Command::new("theme", &["T"], "Choose a theme", |_, session| {
        let Some(name) = session.argument().map(str::to_owned) else {
            session.show(themes::NAME);
            return Vec::new();
        };
        match session.display.theme.choose(&name) {
            Ok(()) => session.say(Notice::note(wording!("theme-now", name = name))),
            Err(why) => session.say(Notice::warning(why)),
        }
        Vec::new()
    })
    .begins(Section::Settings)
    .also("dark light night mode colour color appearance contrast scheme background")
    .useful()
    .taking(Argument::optional("theme", ArgumentKind::Theme)),
    Command::new("edit-settings", &[], "Open the settings file in your editor", |_, _| {
        vec![Effect::Host(HostRequest::Settings(SettingsRequest::Edit))]
    })
    .also("preferences configuration config options language locale font")
    .useful(),
    Command::new("reload-settings", &[], "Reload settings and themes", |_, _| {
        vec![Effect::Host(HostRequest::Settings(SettingsRequest::Read))]
    })
    .also("preferences configuration config refresh"),
    Command::new("redraw", &["<c-l>"], "Redraw the screen", |_, session| {
        session.wishes.redraw = true;
        Vec::new()
    })
    .begins(Section::Program)
    .also("refresh repaint clear")
    .everywhere(),
    Command::new("suspend", &["<c-z>"], "Suspend to the shell; fg resumes", |_, _| {
        vec![Effect::Terminal(TerminalRequest::Suspend)]
    })
    .also("shell background terminal")
    .everywhere(),
    Command::new("quit-now", &["<c-c>"], "Quit", |_, session| {
        session.wishes.quit = true;
        Vec::new()
    })
    .also("exit leave close"),
];

fn has_article(_: &GlobalPane, session: &Session) -> Result<(), &'static str> {
    session.article_at_hand().map(|_| ()).ok_or(wording!("list-no-article"))
}

/// `set NAME` says a value, `set NAME VALUE` changes it.
fn set(_: &mut GlobalPane, session: &mut Session) -> Vec<Effect> {
    let told = session.argument().unwrap_or_default().trim();
    let end = told.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(told.len());
    let (name, value) = told.split_at(end);
    let value = value.trim_start();
    let value = value.strip_prefix('=').unwrap_or(value).trim().to_owned();
    // As the settings file has it; people say it shorter.
    let name = if name == "theme" { "theme.name" } else { name }.to_owned();
    let (name, value) = (name.as_str(), value.as_str());
    let said = if value.trim().is_empty() {
        value_of(&session.config, name).map(|value| format!("{name} = {value}"))
    } else {
        changed(&session.config, name, value.trim()).map(|config| {
            session.configure(config);
            let value = value_of(&session.config, name).unwrap_or_default();
            let said = format!("{name} = {value}");
            if counts_at_the_start(name) {
                wording!("set-next-start", set = said)
            } else if session.is_passing(name) {
                wording!("set-until-left", set = said)
            } else {
                said
            }
        })
    };
    session.say(match said {
        Ok(said) => Notice::note(said),
        Err(why) => Notice::warning(why),
    });
    let mut effects = session.load();
    effects.extend(session.ask_background());
    effects
}

fn keep(_: &mut GlobalPane, session: &mut Session) -> Vec<Effect> {
    let names = session.keep_settings();
    session.say(Notice::note(if names.is_empty() {
        wording!("settings-nothing-to-keep").to_owned()
    } else {
        wording!("settings-kept", names = names.join(", "))
    }));
    Vec::new()
}

impl Pane for GlobalPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Nowhere;
    const TITLE: fn() -> &'static str = || wording!("pane-global");
    const COMMANDS: &'static [&'static [Command<Self>]] = super::OPENING;

    fn view(&self, _session: &Session, _theme: &Theme, _frame: &mut Frame, _area: Rect) {}
}
