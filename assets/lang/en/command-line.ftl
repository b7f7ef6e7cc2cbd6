# Messages outside the screen, and mistakes in the user's own files.

## Subcommands

cli-no-home = no home directory found; name the settings file with --config
cli-no-settings = no settings file at { $path }; using defaults
cli-cannot-write = cannot write { $path }
cli-cannot-create = cannot create { $path }
cli-no-editor = no editor is set; set VISUAL or EDITOR
cli-editor-start = cannot start the editor { $program }
cli-editor-failed = the editor { $program } failed: { $status }
cli-counts = { $articles }, { $unread } unread
cli-problems = { $n ->
    [one] { $n } problem; `dateline problems` lists it
   *[other] { $n } problems; `dateline problems` lists them
 }
cli-directory-after = the directory must follow the subcommand
cli-no-directory = { $path } is not a directory
cli-not-there = { $path } does not exist
cli-cannot-open = cannot open { $path }: { $why }
cli-no-last = no directory was opened before; name one, such as .
cli-directory-needed = { $why }; before a query, name the directory, such as .
cli-unknown-subcommand = unknown subcommand: { $name }. Did you mean { $near }?
cli-query = query `{ $query }`, column { $column }: { $why }
cli-query-empty = the query is empty
cli-query-bytes = the query is not valid UTF-8
cli-query-missing = { $path } is a directory, so a query must follow it; to search for the word itself, quote it: '"word"'
cli-no-article = no article `{ $name }` in { $path }
cli-several = `{ $name }` matches { $n } ids; give at least { $least } characters: { $beginnings }
terminal-none = standard output is not a terminal; use `dateline --plain` or `dateline list` instead
terminal-dumb = this terminal cannot draw a screen (TERM=dumb); use `dateline --plain`
terminal-unknown = TERM is not set; set it, or use `dateline --plain`
cannot-draw = cannot draw on this terminal
cannot-listen = cannot read from the terminal
cannot-work = cannot start the background workers

## Settings

settings-unreadable = cannot read the settings file { $path }: { $why }
settings-read = settings reloaded
settings-wrong = { $why }; settings unchanged
settings-fault = settings, line { $line }: { $text }
mistake-at = line { $line }, column { $column }: { $text }
did-you-mean = ; did you mean `{ $near }`?
there-are = ; available: { $names }
set-how = expected SECTION.KEY=VALUE
setting-no-name = unknown setting: { $name }{ $near }
setting-no-choice = unknown value: { $name }{ $near }
setting-no-variable = { $name }: unknown setting in [{ $section }]{ $near }
setting-near = unknown setting: { $name }; did you mean `{ $near }`?
setting-unknown = unknown setting: { $name }; Tab after `set` lists them
setting-cannot-be = cannot set { $name } to { $value }: { $why }
setting-language = unknown language: { $name }; available: auto, { $names }
setting-folder = a directory must be an absolute path, or start with `~/`: { $path }
setting-encoding = unknown encoding: { $name }; use a label such as windows-1252 or gb18030
setting-keys = keys are bound in the settings file; only keys.preset can be set here
setting-locale = unknown locale: { $name }; use auto, C, or a name such as en_GB
columns-no-title = the columns must include "title"
columns-twice = each column can be used only once
row-lines = a row has 1 or 2 lines
date-format = this format has no date; "%d %b %Y" gives 03 Mar 2026

## Keys

keys-fault = keys: { $text }
keys-none = no key given; the space bar is `<space>`
keys-neither = `{ $name }` is neither `preset` nor a pane
keys-neither-near = `{ $name }` is neither `preset` nor a pane; did you mean `{ $near }`?
keys-no-command = `{ $name }` needs a command in quotes, or a list of commands in brackets
keys-twice = `{ $name }` is already bound on line { $line }
keys-clash = `{ $name }` conflicts with `{ $other }` on line { $line }: one is the beginning of the other
keys-hidden = `{ $keys }` in { $pane } hides { $hidden }
key-unknown = unknown key: { $name }
key-near = unknown key: { $name }; did you mean `<{ $near }>`?
pane-unknown = unknown pane: { $name }; available: { $names }
pane-near = unknown pane: { $name }; did you mean `{ $near }`?
preset-unknown = unknown preset: { $name }; available: { $names }

## Themes

theme-unknown = unknown theme: { $name }{ $near }
theme-unreadable = cannot read the theme { $path }: { $why }
theme-mistake = theme { $path }: { $mistake }
theme-size = too large for a theme, or not a regular file
theme-parent = cannot inherit from this theme: { $why }
theme-empty = the theme is empty
theme-kinds = `inherits` must be a name, and everything else a table
theme-no-part = unknown theme section: { $name }{ $near }
theme-no-slot = unknown element: { $name }{ $near }
theme-no-style = unknown style attribute: { $name }{ $near }
theme-no-colour = unknown colour: { $name }{ $near }
theme-colour-how = not a colour; use "#ffcc00", "bright-blue", "default", or 0 to 255
theme-colour-kind = a colour must be a string or a number from 0 to 255
theme-style-how = a style must be a colour or {"{"} fg = …, bg = …, bold = true {"}"}
theme-truth = this must be `true` or `false`
base16-colour = `{ $value }` is not a colour such as "181818"
base16-missing = a base16 scheme needs sixteen colours; missing: { $names }
base16-line = expected a line `name: "value"`
base16-quote = missing closing quote
base16-after = unexpected text after the quoted value

## Arguments

usage-heading = Usage:
usage-commands = Commands
usage-options = Options
usage-arguments = Arguments
usage-possible = [possible: { $values }]
usage-default = [default: { $value }]
usage-unknown = unexpected argument `{ $argument }`; see --help
usage-missing = missing argument: { $argument }; see --help
usage-no-value = { $argument } takes no value, but got `{ $value }`; see --help
usage-conflict = `{ $argument }` cannot be combined with the other arguments; see --help
usage-value = invalid value `{ $value }` for { $argument }: { $values }
cli-n-unread = { $n } unread
cli-more-values = … and { $n } more
cli-cannot-read = cannot read { $path }
cli-not-checked = checked the times of folders, but not each of { $n } files: a text that was changed in its file may be missed; --fresh checks every file
cli-stdin = standard input
cli-null-terminal = -0 prints raw paths for other programs; pipe them, as in `| xargs -0`
cli-unread-bodies = { $n ->
    [one] the text of { $n } article could not be read
   *[other] the texts of { $n } articles could not be read
 }
cli-format-open = missing {"}"} after `{ $text }`
cli-format-brace = unexpected {"}"} at `{ $text }`; write {"}}"} for a brace
cli-format-near = unknown field: { $name }. Did you mean { $near }?
cli-format-unknown = unknown field: { $name }; the fields are { $names }
cli-kwic-bound = only the { $n } lines of the newest articles are sorted and printed; there are more
cli-kwic-unreadable = { $n ->
    [one] { $n } article could not be read
   *[other] { $n } articles could not be read
 }
cli-batch-line = { $path }, line { $line }, column { $column }: { $why }
cli-batch-bytes = { $path } is not valid UTF-8
cli-batch-empty = no queries in { $path }
cli-head-query = query
cli-head-hits = hits
cli-head-sources = sources
cli-head-first = first
cli-head-last = last

## Explanations

explain-understood = Understood as: { $query }
explain-everything = every article
explain-index = index
explain-texts = texts
explain-columns = columns
explain-catalogue = catalogue
explain-marks = marks
explain-of-left = { $n ->
    [one] { $by }, of { $n } article left
   *[other] { $by }, of { $n } articles left
 }
explain-also-more = also { $words } and { $n } more
explain-also-many = also { $words } and at least { $n } more
