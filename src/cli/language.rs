//! The language of the command line: chosen before anything is parsed, since help and complaints
//! are said in it, too. The English stands where options are declared.

use std::ffi::OsString;

use clap::{Command, CommandFactory, FromArgMatches, Parser, error::ErrorKind};

use super::{Cli, PlaceOptions, start};
use crate::base::{
    language::{self, Wish, translated},
    wording,
};

/// Speaks as settings and environment ask.
pub(super) fn choose(arguments: &[OsString]) {
    let places = PlaceOptions {
        cache_dir: None,
        data_dir: None,
        config: values("--config", arguments).next().map(Into::into),
        set: values("--set", arguments).collect(),
    };
    // Settings that cannot be read are spoken of later.
    let wish = start::source(&places).read().map_or(Wish::default(), |(it, _)| it.text.wish());
    language::choose(language::speech(wish, |name| std::env::var(name).ok()));
}

/// The values of an option, wherever it stands: `--set a=b` or `--set=a=b`.
fn values<'a>(name: &'a str, arguments: &'a [OsString]) -> impl Iterator<Item = String> + 'a {
    let texts = || arguments.iter().map_while(|it| it.to_str()).take_while(|it| *it != "--");
    texts().enumerate().filter_map(move |(at, text)| match text.strip_prefix(name)? {
        "" => texts().nth(at + 1).map(str::to_owned),
        rest => rest.strip_prefix('=').map(str::to_owned),
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
    let command = command
        .help_template(template)
        .subcommand_help_heading(wording!("usage-commands"))
        .mut_args(|argument| {
            let id = argument.get_id().as_str().replace('_', "-");
            let own = translated(&format!("option-{name}-{id}"));
            let help = own.or_else(|| translated(&format!("option-{id}")));
            let is_named = argument.get_long().is_some();
            let heading =
                if is_named { wording!("usage-options") } else { wording!("usage-arguments") };
            let argument = argument.help_heading(heading);
            help.into_iter().fold(argument, clap::Arg::help)
        })
        .mut_subcommands(|inner| {
            let name = inner.get_name().to_owned();
            spoken(inner, &name)
        });
    let command = about.into_iter().fold(command, Command::about);
    after.into_iter().fold(command, Command::after_help)
}

/// What is wrong with the arguments, where it is not said in English.
pub(super) fn complaint(error: &clap::Error) -> Option<String> {
    use clap::error::ContextKind::{InvalidArg, InvalidSubcommand, InvalidValue, ValidValue};
    if is_english() {
        return None;
    }
    let about = |kind| error.get(kind).map(ToString::to_string);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => wording!("usage-unknown", argument = about(InvalidArg)?),
        ErrorKind::InvalidSubcommand => {
            wording!("usage-no-subcommand", name = about(InvalidSubcommand)?)
        }
        ErrorKind::MissingRequiredArgument => {
            wording!("usage-missing", argument = about(InvalidArg)?)
        }
        ErrorKind::ArgumentConflict => wording!("usage-conflict", argument = about(InvalidArg)?),
        ErrorKind::InvalidValue => wording!(
            "usage-value",
            value = about(InvalidValue)?,
            argument = about(InvalidArg)?,
            values = about(ValidValue).unwrap_or_default(),
        ),
        _ => return None,
    })
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
