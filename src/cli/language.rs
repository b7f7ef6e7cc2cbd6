//! The language of the command line: chosen before the arguments are parsed, since help and error
//! messages use it. The English texts are the doc comments of the options.

use std::{
    ffi::{OsStr, OsString},
    os::unix::ffi::OsStrExt,
    path::Path,
};

use clap::{Arg, Command, CommandFactory, FromArgMatches, Parser, error::ErrorKind};

use super::{Cli, PathOptions, start};
use crate::base::{
    language::{self, Wish, placeholder, translated},
    nearest, wording,
};

/// Speaks as settings and environment ask.
pub(super) fn choose(arguments: &[OsString]) {
    let paths = PathOptions {
        cache_dir: None,
        data_dir: None,
        config: values("--config", arguments).next().map(Into::into),
        set: values("--set", arguments).filter_map(|it| it.into_string().ok()).collect(),
    };
    // Settings that cannot be read are spoken of later.
    let wish = start::source(&paths).read().map_or(Wish::default(), |(it, _)| it.text.wish());
    language::choose(language::speech(wish, |name| std::env::var(name).ok()));
}

/// The values of an option, wherever it stands: `--set a=b` or `--set=a=b`.
fn values<'a>(name: &'a str, arguments: &'a [OsString]) -> impl Iterator<Item = OsString> + 'a {
    let before = || arguments.iter().take_while(|it| *it != "--");
    before().enumerate().filter_map(move |(at, argument)| {
        match argument.as_bytes().strip_prefix(name.as_bytes())? {
            [] => before().nth(at + 1).cloned(),
            [b'=', value @ ..] => Some(OsStr::from_bytes(value).to_owned()),
            _ => None,
        }
    })
}

/// What the arguments ask for.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<Cli, clap::Error> {
    if is_english() {
        return Cli::try_parse_from(arguments);
    }
    let matches = command().try_get_matches_from(arguments)?;
    Cli::from_arg_matches(&matches)
}

/// The command line with its help in the language chosen.
pub(super) fn command() -> Command {
    let mut command = Cli::command();
    if is_english() {
        return command;
    }
    command.build();
    spoken(command, "dateline")
}

fn is_english() -> bool {
    language::spoken().language == language::english()
}

fn spoken(command: Command, name: &str) -> Command {
    let about = translated(&format!("subcommand-{name}"));
    let after = translated(&format!("after-{name}"));
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        wording!("usage-heading")
    );
    let commands = placeholder("COMMAND").unwrap_or("COMMAND");
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(wording!("usage-commands"))
        .subcommand_value_name(commands)
        .mut_args(|argument| spoken_argument(argument, name))
        .mut_subcommands(|inner| {
            let name = inner.get_name().to_owned();
            spoken(inner, &name)
        });
    let usage = usage(&mut command);
    let command = command.override_usage(usage);
    let command = about.into_iter().fold(command, Command::about);
    after.into_iter().fold(command, Command::after_help)
}

fn spoken_argument(argument: Arg, command: &str) -> Arg {
    let id = argument.get_id().as_str().replace('_', "-");
    let own = translated(&format!("option-{command}-{id}"));
    let mut help =
        own.or_else(|| translated(&format!("option-{id}"))).unwrap_or_default().to_owned();
    let is_named = argument.get_long().is_some();
    let heading = if is_named { wording!("usage-options") } else { wording!("usage-arguments") };
    let argument = argument.help_heading(heading);
    if !argument.get_action().takes_values() {
        return argument.help(help.clone()).long_help(help);
    }
    // What clap itself would say of the values, it would say in English.
    let possible: Vec<String> =
        argument.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
    if !possible.is_empty() {
        help = format!("{help} {}", wording!("usage-possible", values = possible.join(", ")));
    }
    let usual: Vec<_> =
        argument.get_default_values().iter().map(|it| it.to_string_lossy()).collect();
    if !usual.is_empty() {
        help = format!("{help} {}", wording!("usage-default", value = usual.join(", ")));
    }
    let help = help.trim().to_owned();
    let value = argument.get_value_names().and_then(|names| placeholder(names.first()?));
    let argument = value.into_iter().fold(argument, Arg::value_name);
    argument.hide_possible_values(true).hide_default_value(true).help(help.clone()).long_help(help)
}

/// `dateline list [OPTIONS] <DIR>`, of which clap itself says the options in English.
fn usage(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
    match placeholder("OPTIONS") {
        Some(own) => usage.replace("[OPTIONS]", &format!("[{own}]")),
        None => usage,
    }
}

/// What is wrong with the arguments, where clap does not say it as it should be said.
pub(super) fn complaint(error: &clap::Error) -> Option<String> {
    use clap::error::ContextKind::{InvalidArg, InvalidSubcommand, InvalidValue, ValidValue};
    let about = |kind| error.get(kind).map(ToString::to_string);
    if error.kind() == ErrorKind::InvalidSubcommand {
        // The first argument is a directory, and something follows it.
        return Some(wording!("usage-unknown", argument = about(InvalidSubcommand)?));
    }
    let is_listed = error.kind() == ErrorKind::MissingRequiredArgument
        && about(InvalidArg).is_some_and(|argument| values_of(&argument).is_some());
    if is_english() && !is_listed {
        return None;
    }
    Some(match error.kind() {
        ErrorKind::UnknownArgument => wording!("usage-unknown", argument = about(InvalidArg)?),
        ErrorKind::MissingRequiredArgument => {
            let argument = about(InvalidArg)?;
            let possible = values_of(&argument);
            let possible = possible.map(|values| wording!("usage-possible", values = values));
            let missing = wording!("usage-missing", argument = argument);
            [missing].into_iter().chain(possible).collect::<Vec<_>>().join(" ")
        }
        ErrorKind::ArgumentConflict => wording!("usage-conflict", argument = about(InvalidArg)?),
        ErrorKind::TooManyValues => {
            wording!("usage-no-value", argument = about(InvalidArg)?, value = about(InvalidValue)?,)
        }
        ErrorKind::InvalidValue if about(InvalidValue)?.is_empty() => {
            wording!("usage-missing", argument = about(InvalidArg)?)
        }
        ErrorKind::InvalidValue => wording!(
            "usage-value",
            value = about(InvalidValue)?,
            argument = about(InvalidArg)?,
            values = about(ValidValue).unwrap_or_default(),
        ),
        _ => return None,
    })
}

/// The values that can stand for a required argument, such as `<SHELL>`.
fn values_of(argument: &str) -> Option<String> {
    let command = command();
    let named = |it: &&Arg| it.is_positional() && it.to_string() == argument;
    let known = command.get_subcommands().find_map(|it| it.get_arguments().find(named).cloned())?;
    let values: Vec<String> =
        known.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// What to say where the first argument, taken for a directory, is a subcommand with a slip in it.
pub(super) fn mistyped(first: &OsStr) -> Option<String> {
    let name = first.to_str().filter(|_| !Path::new(first).exists())?;
    let command = Cli::command();
    let near = nearest(name, command.get_subcommands().map(Command::get_name))?;
    (near != name).then(|| wording!("cli-unknown-subcommand", name = name, near = near))
}

/// The first argument that is neither an option nor the value of one.
pub(super) fn first_argument(arguments: &[OsString]) -> Option<&OsString> {
    const WITH_VALUE: [&str; 4] = ["--cache-dir", "--data-dir", "--config", "--set"];
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        if argument == "--" {
            return None;
        }
        if WITH_VALUE.iter().any(|option| argument == option) {
            rest.next();
        } else if !argument.as_bytes().starts_with(b"-") {
            return Some(argument);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Speech;

    #[test]
    fn an_option_is_found_in_both_ways_of_writing_it_and_not_behind_the_dashes() {
        let arguments = ["x", "--set", "a.b=c", "--set=d.e=f", "--settle", "--", "--set", "g.h=i"];
        let arguments = arguments.map(OsString::from);
        assert_eq!(values("--set", &arguments).collect::<Vec<_>>(), ["a.b=c", "d.e=f"]);
        let odd = [OsStr::from_bytes(b"\xff").to_owned(), "--config".into(), "x".into()];
        assert_eq!(values("--config", &odd).collect::<Vec<_>>(), ["x"]);
    }

    #[test]
    fn the_first_argument_is_found_behind_options_and_their_values() {
        let first = |arguments: &[&str]| {
            let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
            first_argument(&arguments).map(|it| it.to_str().unwrap().to_owned())
        };
        assert_eq!(first(&["d", "--set", "a.b=c", "--plain", "serach"]).unwrap(), "serach");
        assert_eq!(first(&["d", "--set=a.b=c", "--", "serach"]), None);
    }

    #[test]
    fn what_clap_says_of_its_own_is_said_in_german_too() {
        let said = |name: &str| {
            let german = Speech::of(language::language("de").unwrap());
            language::speaking(german, || {
                let mut command = command();
                let inner = command.find_subcommand_mut(name).unwrap();
                let error = |arguments: &[&str]| {
                    let error = Cli::command().try_get_matches_from(arguments).unwrap_err();
                    complaint(&error).unwrap()
                };
                let errors = ["--set", "--help=1"].map(|it| error(&["dateline", name, it]));
                (inner.render_long_help().to_string(), errors)
            })
        };
        let (help, [missing, too_many]) = said("man");
        assert!(help.contains("Aufruf: dateline man [OPTIONEN] [SEITE]\n"), "{help}");
        let values = "[möglich: dateline, list, show, search, count, facets, timeline, kwic, batch, explain, index, problems, config, schema, completions, man, dateline-config, dateline-query] [Vorgabe: dateline]";
        let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(values), "{help}");
        for english in ["Usage", "Options", "OPTIONS", "Possible", "possible", "default", "Print"] {
            assert!(!help.contains(english), "{english}: {help}");
        }
        assert!(said("config").0.contains("dateline config [OPTIONEN] [BEFEHL]\n"));
        assert!(missing.starts_with("fehlendes Argument: --set <"), "{missing}");
        assert!(too_many.contains("nimmt keinen Wert an, erhielt aber `1`"), "{too_many}");
    }

    #[test]
    fn everything_in_the_help_is_said_in_every_language() {
        fn check(command: &Command, english: &Command) {
            let name = command.get_name();
            assert_ne!(
                command.get_about().map(ToString::to_string),
                english.get_about().map(ToString::to_string),
                "subcommand-{name}"
            );
            for (own, theirs) in command.get_arguments().zip(english.get_arguments()) {
                if theirs.get_help().is_some() {
                    let id = own.get_id();
                    assert_ne!(own.get_help(), theirs.get_help(), "option-{name}-{id}");
                }
                let values =
                    theirs.get_value_names().filter(|_| theirs.get_action().takes_values());
                for value in values.into_iter().flatten() {
                    let own = own.get_value_names().and_then(|names| names.first());
                    let text = placeholder(value);
                    assert!(text.is_some() && own.map(|it| &**it) == text, "value of {value}");
                }
            }
            for (own, theirs) in command.get_subcommands().zip(english.get_subcommands()) {
                // Its subcommands stand for the others, with their texts.
                if own.get_name() != "help" {
                    check(own, theirs);
                }
            }
        }
        let mut english = command();
        english.build();
        for language in &language::LANGUAGES[1..] {
            language::speaking(Speech::of(language), || check(&command(), &english));
        }
    }
}
