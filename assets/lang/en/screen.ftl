# What the screen says: headers, prompts, notices, reasons why a command cannot run.

## Articles, dates and lengths

n-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
n-articles-in-files = { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } in { $files } files
n-copies = { $n } copies
in-files = In { $n } files: { $paths }
in-files-more = In { $n } files: { $paths }, and { $more } more
n-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
 }
words-short = { $n }w
n-minutes = { $n } min
minutes-left = { $n } min left
seconds-left = { $n } s left
undated = undated
undated-since = undated: { $why }
heading-undated = Undated
untitled = (no title)
no-text = no text

## The list

list-counts = { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } · { $unread } unread
list-counts-of = { $n } of { $total ->
    [one] { $total } article
   *[other] { $total } articles
 }
view-all = All
view-unread = Unread
view-starred = Starred
view-changed = Changed
order-newest = newest first
order-oldest = oldest first
order-source = by source
order-source-reversed = by source, reversed
order-title = by title
order-title-reversed = by title, reversed
order-best = best match first
order-worst = best match last
list-opening = Opening…
list-reading-files = Reading files…
list-empty = There are no articles here.
list-empty-more = Put text files into the folder: they appear.
list-all-read = All read.
list-show-all = ga shows all articles.
list-no-star = No article has a star.
list-no-star-more = s sets one, ga shows all articles.
list-none-changed = No article that you know has changed.
list-no-article = there is no article here
list-day-folded = this day is folded: zo unfolds it
list-still-reading = the article is still being read
list-no-address = this article states no address
list-no-best-match = only results have a best match
list-no-folding = days fold where all articles are listed by date, with headings
list-no-number = { $text } is no number
list-still-counting = still counting; try again in a moment
list-nothing-selected = nothing is selected
list-first = this is the first article of the list
wanted-not-yet = not in the list yet: it opens once its file has been read
list-last = this is the last article of the list
no-other-unread = no other unread article
no-unread-below = no unread article below
no-unread-above = no unread article above
n-new = { $n } new
n-moved = { $n } moved
n-changed = { $n } changed

## Jumps and bookmarks

no-later-place = there is no later place
no-earlier-place = there is no earlier place
bookmark-none = there is no bookmark: b and a letter sets one
bookmark-here = bookmark { $letter } is here: '{ $letter } comes back
bookmark-missing = there is no bookmark { $letter }
jump-nearest = nothing of { $text }: this is the nearest
jump-no-date = no article here has a date
jump-what-date = { $text } is no date: try yesterday, 15 feb or 2022-02
jump-no-source = no source here is called { $text }
jump-no-title = no title here has { $text }
# Words of days that are typed, each with the English word that it stands for.
date-offered = today, yesterday,
    monday, tuesday, wednesday, thursday, friday, saturday, sunday,
    last week, last month, last year,
    january, february, march, april, may, june, july, august, september, october, november, december
date-words = today=today yesterday=yesterday
jump-no-article = that article is not in this list

## Search

results-hint = Type what you look for: all words must be there.
results-hint-more = "exact words"   -without   Esc goes back
results-searching = Searching…
results-no-fields = There are no fields such as title: yet; words are found in title and text.
results-no-or = There is no OR yet: every word must match, and OR is a word.
results-none = No article matches.
results-none-more = Every word must be in title or text: fewer words find more.
results-source = { $name } is a source: { $key } goes to its articles.
results-none-here = No article matches in this view.
results-none-here-more = ga looks in all.
none-yet = none yet · { $far }
none-yet-results = Matches appear here as files are read.
none-yet-articles = Articles appear here as files are read.
none-stopped = None in the files that were read.
none-stopped-more = Reading was stopped: R reads the rest.
so-far-percent = { $percent } % of the files read
so-far-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
 } read so far
so-far-indexed = { $percent } % of the articles indexed
so-far-looking = looking for files
missing-so-far = { $text } (so far: files are still being read)
missing-stopped = { $text } (not all files were read)
search-keys = Enter goes to the results · ^O best match first · Esc back
search-hits = { $n ->
    [one] { $n } hit
   *[other] { $n } hits
 }
search-unread = unread
search-starred = starred
search-changed = changed
query-no-word = there is no word to look for
query-minus = there is no word behind the minus
query-open-quote = the quote is not closed
query-star = a star counts only at the end of a phrase
query-empty-quotes = there is no word between the quotes

## The article

reader-reading = reading…
reader-unread = unread
reader-found = { $n } found
reader-match-below = { $found } below: { $key } goes to the first match
reader-nothing-opened = no article has been opened
reader-nothing-open = no article is open
reader-number-first = type a number first: 50%
reader-nothing-found = nothing was looked for: / finds words in this article
reader-again-from-top = match { $count }, again from the top
reader-again-from-end = match { $count }, again from the end
reader-no-address-but-links = this article states no address; f opens a link of its text
reader-no-link-here = there is no link on the screen
reader-n-links = { $n ->
    [0] the text has no links
    [one] the text has one link only
   *[other] the text has { $n } links only
 }
hints-no-link = no link has the letters { $letters }
reader-no-paragraph = select a paragraph first: {"}"} and {"{"} move to one
reader-select-more = {"}"} and {"{"} select more paragraphs, y copies, Y quotes
reader-one-selected = one paragraph is selected
reader-copied = { $n ->
    [one] the paragraph
   *[other] { $n } paragraphs
 }
reader-quoted = { $n ->
    [one] the paragraph and where it is from
   *[other] { $n } paragraphs and where they are from
 }
reader-copied-cut = { $copied }, cut after 100 kB: terminals take no more
find-missing = not in this article
find-text-missing = { $text } is not in this article
find-matches = { $n ->
    [one] { $n } match
   *[other] { $n } matches
 }

## How the text is set

column-left = the column stands at the left
column-middle = the column stands in the middle
column-how-wide = say how many cells: column-width 72
column-wide = column of { $cells } cells
column-wide-room = column of { $cells } cells, of which { $room } fit
justified = both edges are straight
not-justified = lines end as they do
hyphenated = words are divided
not-hyphenated = words stay whole
links-numbered = links have numbers: 3f opens the third
links-plain = links have no numbers
bidi-terminal = the terminal puts Arabic and Hebrew in order
bidi-ours = Dateline puts Arabic and Hebrew in order
spacing-none = no empty row between paragraphs
spacing-one = one empty row between paragraphs
spacing-two = two empty rows between paragraphs
not-indented = first lines are not indented
indented = first lines are indented by { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
 }

## Marks and their history

step-read = { $n ->
    [one] marked read
   *[other] { $n } marked read
 }
step-unread = { $n ->
    [one] marked unread
   *[other] { $n } marked unread
 }
step-starred = { $n ->
    [one] starred
   *[other] { $n } starred
 }
step-unstarred = { $n ->
    [one] star removed
   *[other] { $n } stars removed
 }
step-changed = { $n ->
    [one] changed
   *[other] { $n } changed
 }
step-seen = { $n ->
    [one] change seen
   *[other] { $n } changes seen
 }
step-unknown = { $n ->
    [one] changed by a newer dateline
   *[other] { $n } changed by a newer dateline
 }
step-done = { $step } · u to undo
step-undone = undone: { $step }
step-done-again = done again: { $step }
deed-read = mark { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } read
deed-unread = mark { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } unread
deed-star = star { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
deed-unstar = take the star of { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
deed-seen = mark the changes of { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } as seen
deed-open-urls = open { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } in the browser
deed-copy-urls = copy the addresses of { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
deed-copy-titles = copy the titles of { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
ask-deed = { $deed }? (y/N)
ask-set-bookmark = bookmark this article: type a letter
ask-go-to-bookmark = go to the bookmark: { $letters }
ask-nothing-changed = nothing was changed
nothing-to-mark = nothing to mark: all of them are marked so already
nothing-to-undo = nothing to undo
nothing-to-redo = nothing to redo
nothing-to-copy = there is nothing to copy
no-addresses = none of them states an address
too-many = { $n } are too many: at most { $limit } at once
copied = copied { $what }
copied-by-terminal = sent to the terminal's clipboard: { $what }
copied-perhaps = sent to the terminal: { $what }, { $n } kB; terminals may refuse that much
copied-lines = { $n ->
    [one] { $n } line
   *[other] { $n } lines
 }
history-title = History · Enter goes there · q closes
history-and-more = { $title } and { $n } more
history-undone = (undone)
history-empty = nothing has been marked yet
history-start = before all of these

## Status line, messages, help

status-help = { $key } help
status-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
 }
status-problems = { $n ->
    [one] { $n } problem
   *[other] { $n } problems
 }
status-range = range of { $n }
status-selected = { $n } selected
status-files = { $what } { $n ->
    [one] { $n } file…
   *[other] { $n } files…
 }
key-unbound = { $keys } does nothing here · { $help } shows the keys
nothing-is-being-read = nothing is being read
messages-title = Messages · q closes
messages-empty = nothing has been said yet
problems-title = Problems · Enter reads the article · q closes
problems-no-article = this file is no article
problems-none = nothing is wrong with any file
problems-more = and more: dateline problems DIR lists all of them
help-title = Keys · / looks for words · q closes
help-title-more = Keys · j scrolls · / looks for words · q closes
help-title-words = Keys · n shows the next of all with the words · q closes
help-words-first = type / and some words first
help-nothing-fits = no key and no command has these words
palette-title = Commands · Enter runs · Esc back
palette-nothing-fits = no command fits
prompt-history = history `{ $words }`:
pane-list = List
pane-reader = Article
pane-search = Search prompt
pane-find = Find prompt
pane-global = List and article
pane-themes = Themes
pane-help = This help
pane-history = History
pane-ask = Questions
pane-filter = Looking for words in the help
pane-command-line = Command line
pane-palette = Palette
pane-messages = Messages
pane-output = Output of a program
pane-problems = Problems
pane-hints = Choosing a link

## Layout, mouse, themes

layout-now = layout { $name }
layout-unknown = no layout is called `{ $name }`: { $names }
layout-no-divider = list and article are not both on the screen
mouse-works = the mouse works here
mouse-left = the mouse is left to the terminal, to select text with
theme-now = theme { $name }
themes-title = Themes · Enter keeps

## Commands that are typed

typed-which = which { $name }? Tab shows what there is
typed-by-background = By the background
typed-as-it-is = as it is
misnamed-unknown = unknown command: { $name }
misnamed-near = unknown command: { $name }; did you mean `{ $near }`?
misnamed-other = unknown command: { $name }; { $pointer }
misnamed-write = marks are kept at once, and articles are never written
misnamed-edit = `dateline DIR` opens another directory; `edit-settings` edits the settings
misnamed-source = settings are read as soon as they change; `edit-settings` edits them
misnamed-elsewhere = `{ $name }` is a command of { $pane }: write `{ $pane }.{ $name }`
misnamed-told = `{ $name }` takes nothing after its name, and there is `{ $told }`
misnamed-empty = after a number there has to be a command, such as `5 down`
set-next-start = { $set } counts at the start: write it into the settings file
set-until-left = { $set } · :keep-settings keeps it
settings-kept = kept for the next starts: { $names }
settings-nothing-to-keep = the next start has these settings anyway

## Programs and the browser

program-which = which program? Its name, and what it is to be told
program-quotes = a quotation mark in there has no partner
program-none = no program was named
program-no-url = its address is none of the web
program-thread = the program was not started: { $why }
program-not-started = { $name } was not started: { $why }
program-cannot-start = cannot start { $name }: { $why }
program-started = started { $name }
program-failed = { $name } failed: { $status }
program-too-much = stopped, for it printed more than 1 MiB
program-done = done
output-ended = the program has ended; q closes
output-end = { $end } after { $seconds } s · q closes
output-running = running, { $seconds } s · ^C stops it
url-opened = opened { $url }
url-refused = not opened: only http and https addresses are, and this is `{ $url }`
url-no-browser = no browser could be started; name one in $BROWSER
