# What is said outside of the screen, and of what the user's own files state wrongly.

## Subcommands

cli-no-home = there is no home directory; name a file by --config
cli-no-settings = no settings file at { $path }; using defaults
cli-cannot-write = cannot write { $path }
cli-cannot-create = cannot create { $path }
cli-no-editor = neither VISUAL nor EDITOR says which editor to use
cli-editor-start = cannot start the editor { $program }
cli-editor-failed = the editor { $program } failed: { $status }
cli-counts = { $articles }, { $unread } unread
cli-problems = { $n ->
    [one] { $n } problem; `dateline problems` lists it
   *[other] { $n } problems; `dateline problems` lists them
 }
cli-directory-after = name the directory after the subcommand
cli-directory-first = name the directory { $path } before the query
cli-no-directory = { $path } is not a directory
cli-not-there = { $path } does not exist
cli-cannot-open = cannot open { $path }: { $why }
cli-no-last = no directory was read before; name one
cli-unknown-subcommand = unknown subcommand: { $name }. Did you mean { $near }?
cli-query = query `{ $query }`: { $why }
cli-query-bytes = the query is not UTF-8
cli-query-missing = { $path } is a directory: a query must follow it, or put the word in quotes, as in '"word"'
cli-nothing-in-last = nothing found in { $path }, the directory read last
cli-no-article = no article `{ $name }` in { $path }
cli-several = `{ $name }` is the beginning of { $n } ids; at least { $least } characters are needed: { $beginnings }
terminal-none = standard output is not a terminal; `dateline --plain` and `dateline list` print instead
terminal-dumb = this terminal cannot be drawn on (TERM=dumb); use `dateline --plain`
terminal-unknown = TERM is not set, so it is unknown how to draw; use `dateline --plain`
cannot-draw = cannot draw on this terminal
cannot-listen = cannot listen to the terminal
cannot-work = cannot start the background work

## Settings

settings-unreadable = cannot read the settings { $path }: { $why }
settings-read = the settings were read again
settings-wrong = { $why }; all stays as it was
settings-fault = settings, line { $line }: { $text }
mistake-at = line { $line }, column { $column }: { $text }
did-you-mean = ; did you mean `{ $near }`?
there-are = ; there are: { $names }
set-how = write SECTION.KEY=VALUE
setting-no-name = no setting is called `{ $name }`{ $near }
setting-no-choice = `{ $name }` cannot be chosen here{ $near }
setting-no-variable = { $name }: no setting of [{ $section }]{ $near }
setting-near = no setting is called `{ $name }`; there is `{ $near }`
setting-unknown = no setting is called `{ $name }`; Tab after `set` lists them
setting-cannot-be = { $name } cannot be { $value }: { $why }
setting-language = no language is called `{ $name }`; there are auto, { $names }
setting-folder = a directory is written in full, or from `~/` on: { $path }
setting-encoding = unknown encoding: { $name }; write a label such as windows-1252 or gb18030
setting-keys = keys are bound in the settings file; only keys.preset can be set here
setting-locale = no locale is called `{ $name }`; write auto, C, or one such as en_GB
columns-no-title = the columns of a row must have "title" among them
columns-twice = a row can have each column only once
row-lines = a row has 1 line or 2
date-format = this writes no date: "%d %b %Y" is 03 Mar 2026

## Keys

keys-fault = keys: { $text }
keys-none = no key is named; the space bar is `<space>`
keys-neither = `{ $name }` is neither `preset` nor the table of a pane
keys-neither-near = `{ $name }` is neither `preset` nor the table of a pane; did you mean `{ $near }`?
keys-no-command = `{ $name }` needs a command in quotes, or several in brackets
keys-twice = `{ $name }` is bound in line { $line } already
keys-clash = `{ $name }` and `{ $other }` of line { $line } cannot both be: one begins the other
keys-hidden = `{ $keys }` in { $pane } takes the place of { $hidden }
key-unknown = no key is called `{ $name }`
key-near = no key is called `{ $name }`; there is `<{ $near }>`
pane-unknown = no pane is called `{ $name }`; there are { $names }
pane-near = no pane is called `{ $name }`; there is `{ $near }`
preset-unknown = no preset is called `{ $name }`; there are { $names }

## Themes

theme-unknown = no theme is called `{ $name }`{ $near }
theme-unreadable = cannot read the theme { $path }: { $why }
theme-mistake = theme { $path }: { $mistake }
theme-size = not a file of a theme's size
theme-parent = cannot build on this: { $why }
theme-empty = it says nothing
theme-kinds = `inherits` is a name, the others are tables
theme-no-part = a theme has no `{ $name }`{ $near }
theme-no-slot = nothing is called `{ $name }`{ $near }
theme-no-style = a style has no `{ $name }`{ $near }
theme-no-colour = no colour is called `{ $name }`{ $near }
theme-colour-how = not a colour; write "#ffcc00", "bright-blue", "default" or 0 to 255
theme-colour-kind = a colour is a text or 0 to 255
theme-style-how = a style is a colour or {"{"} fg = …, bg = …, bold = true {"}"}
theme-truth = this is `true` or `false`
base16-colour = `{ $value }` is not a colour such as "181818"
base16-missing = a base16 scheme has sixteen colours; missing: { $names }
base16-line = not a line `name: "value"`
base16-quote = a quote is not closed
base16-after = something stands after the quoted value

## Arguments

usage-heading = Usage:
usage-commands = Commands
usage-options = Options
usage-arguments = Arguments
usage-possible = [possible: { $values }]
usage-default = [default: { $value }]
usage-unknown = nothing is called `{ $argument }`; see --help
usage-missing = missing: { $argument }; see --help
usage-no-value = { $argument } takes no value, but there is `{ $value }`; see --help
usage-conflict = `{ $argument }` does not go with the rest; see --help
usage-value = `{ $value }` is nothing for { $argument }: { $values }
cli-n-unread = { $n } unread
cli-more-values = … and { $n } more
