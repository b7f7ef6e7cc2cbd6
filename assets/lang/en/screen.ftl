# Texts of the screen: headers, prompts, notices, reasons why a command cannot run.

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
order-words = shortest first
order-words-reversed = longest first
order-hits = most hits first
order-hits-reversed = fewest hits first
order-best = best match first
order-worst = best match last
list-opening = Opening…
list-reading-files = Reading files…
list-empty = No articles here.
list-empty-more = Add text files to this directory and they will show up here.
list-empty-files = { $n ->
    [one] The one file here is not an article
   *[other] None of the { $n } files here is an article
 }; { $key } shows why.
list-empty-other = To read another directory: dateline DIRECTORY. { $key } quits.
list-all-read = All read.
list-show-all = ga shows all articles.
list-no-star = No starred articles.
list-no-star-more = s stars an article; ga shows all articles.
list-none-changed = No article has changed since you read it.
list-no-article = no article here
list-day-folded = this day is folded; zo unfolds it
list-still-reading = the article is still being read
list-no-address = this article has no link
list-no-best-match = "best match" works only in search results
list-no-folding = folding needs all articles listed by date, with headings
list-no-number = not a number: { $text }
list-still-counting = still counting; try again in a moment
list-nothing-selected = nothing is selected
list-first = this is the first article of the list
wanted-not-yet = not in the list yet; it will open once its file has been read
list-last = this is the last article of the list
no-other-unread = no other unread article
no-unread-below = no unread article below
no-unread-above = no unread article above
n-new = { $n } new
n-moved = { $n } moved
n-changed = { $n } changed

## Jumps and bookmarks

no-later-place = no later position to go forward to
no-earlier-place = no earlier position to go back to
bookmark-none = no bookmarks; b and a letter set one
bookmark-here = bookmark { $letter } set; '{ $letter } comes back here
bookmark-missing = no bookmark { $letter }
jump-nearest = no articles for { $text }; showing the nearest
jump-no-date = no article here has a date
jump-what-date = not a date: { $text }; try yesterday, 15 feb or 2022-02
jump-no-source = no source matches { $text }
jump-no-title = no title matches { $text }
# Words for days that can be typed, each with the English word that it stands for.
date-offered = today, yesterday,
    monday, tuesday, wednesday, thursday, friday, saturday, sunday,
    last week, last month, last year,
    january, february, march, april, may, june, july, august, september, october, november, december
date-words = today=today yesterday=yesterday
jump-no-article = that article is not in this list

## Search

results-hint = Type words to search. Every word must match.
results-hint-more = "exact phrase"   -without   Esc goes back
results-searching = Searching…
results-none = No matching articles.
results-none-more = Every word must be in the title or text. Try fewer words.
results-source = { $name } is a source; { $key } goes to its articles.
results-none-here = No matching articles in this view.
results-none-here-more = ga searches all articles.
none-yet = none yet · { $far }
none-yet-results = Results appear here as files are read.
none-yet-articles = Articles appear here as files are read.
none-stopped = None in the files that were read.
none-stopped-more = Reading was stopped; R reads the rest.
so-far-percent = { $percent }% of the files read
so-far-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
 } read so far
so-far-indexed = { $percent }% of the articles indexed
so-far-looking = looking for files
missing-so-far = { $text } (so far: files are still being read)
missing-stopped = { $text } (not all files were read)
search-tab = Tab: { $name }
search-syntax = "exact words"  -without
search-also = also { $words }
search-hits = { $n ->
    [one] { $n } hit
   *[other] { $n } hits
 }
search-gone = { $n } gone
search-hit-of = { $at } of { $n ->
    [one] { $count } hit
   *[other] { $count } hits
 }
query-with = with { $words }
query-without = without { $words }

## The article

reader-reading = reading…
reader-unread = unread
reader-found = { $n } found
reader-match-below = { $found } below: { $key } goes to the first match
reader-nothing-opened = no article has been opened yet
reader-nothing-open = no article is open
reader-number-first = type a number first: 50%
reader-nothing-found = no search to repeat; / finds words in this article
reader-again-from-top = match { $count }, continued from the top
reader-again-from-end = match { $count }, continued from the end
reader-no-address-but-links = this article has no link of its own; f opens a link in its text
reader-no-link-here = no links on the screen
reader-n-links = { $n ->
    [0] the text has no links
    [one] the text has only one link
   *[other] the text has only { $n } links
 }
hints-no-link = no link is labelled { $letters }
reader-no-paragraph = select a paragraph first with {"}"} or {"{"}
reader-select-more = {"}"} and {"{"} select more paragraphs, y copies, Y quotes
reader-one-selected = one paragraph selected
reader-copied = { $n ->
    [one] the paragraph
   *[other] { $n } paragraphs
 }
reader-quoted = { $n ->
    [one] the paragraph and its source
   *[other] { $n } paragraphs and their source
 }
reader-copied-cut = { $copied }, cut at 100 kB, the limit of terminals
find-missing = not in this article
find-text-missing = not in this article: { $text }
find-matches = { $n ->
    [one] { $n } match
   *[other] { $n } matches
 }

## Typography

column-left = text column on the left
column-middle = text column centred
column-how-wide = give a width: column-width 72
column-wide = text width: { $cells }
column-wide-room = text width: { $cells }, of which { $room } fit
justified = text justified
not-justified = text not justified
hyphenated = hyphenation on
not-hyphenated = hyphenation off
links-numbered = links numbered: 3f opens the third
links-plain = links not numbered
bidi-terminal = the terminal reorders Arabic and Hebrew
bidi-ours = Dateline reorders Arabic and Hebrew
spacing-none = no blank lines between paragraphs
spacing-one = one blank line between paragraphs
spacing-two = two blank lines between paragraphs
not-indented = first lines not indented
indented = first lines indented by { $cells ->
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
step-done-again = redone: { $step }
deed-read = Mark { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } as read
deed-unread = Mark { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } as unread
deed-star = Star { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
deed-unstar = Unstar { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
deed-seen = Mark the changes to { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } as seen
deed-open-urls = Open { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } in the browser
deed-copy-urls = Copy the links of { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
deed-copy-titles = Copy the titles of { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
ask-deed = { $deed }? (y/N)
# The letter that answers yes.
ask-yes = y
ask-set-bookmark = bookmark this article: type a letter
ask-go-to-bookmark = go to a bookmark: { $letters }
ask-nothing-changed = nothing changed
nothing-to-mark = nothing to change: all of them are marked that way already
nothing-to-undo = nothing to undo
nothing-to-redo = nothing to redo
nothing-to-copy = nothing to copy
no-addresses = none of them has a link
too-many = { $n } is too many at once (limit { $limit })
copied = copied { $what }
copied-by-terminal = sent to the terminal's clipboard: { $what }
copied-perhaps = sent to the terminal: { $what }, { $n } kB; it may refuse that much
copied-lines = { $n ->
    [one] { $n } line
   *[other] { $n } lines
 }
history-title = History · Enter articles · r return · q close
history-and-more = { $title } and { $n } more
history-undone = (undone)
history-empty = no changes to marks yet
history-start = before all changes

## Status line, messages, help

key-space = Space
offer-back = back
offer-choose = choose
offer-exclude = exclude
offer-narrow = narrow
offer-zoom-in = zoom in
offer-close-results = close results
offer-find = find
offer-help = help
offer-mark-read = mark read
offer-next-result = next hit
offer-order = order
offer-quit = quit
offer-read = read
offer-read-on = read on
offer-results = results
offer-search = search
offer-star = star
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
key-unbound = { $keys } is not bound here · { $help } shows the keys
nothing-is-being-read = nothing is being read
messages-title = Messages · q close
messages-empty = no messages yet
problems-title = Problems · Enter read the article · q close
problems-no-article = this file is not an article
problems-none = no problems
problems-more = and more: `dateline problems DIR` lists all of them
help-title = Keys · / filter · q close
help-title-more = Keys · j scroll · / filter · q close
help-title-words = Keys · n next match · q close
help-words-first = type / and some words first
help-nothing-fits = no matching keys or commands
help-first = First steps
help-first-read = Move in the list; read the article at the cursor
help-first-read-on = Read on; at the end, open the next unread article
help-first-search = Search all articles; in an article, find words
help-first-mark = Mark as read; star
help-first-leave = Go back; in the list, quit
help-more-keys = More keys
section-moving = Moving
section-reading = Reading
section-leaving = Leaving
section-searching = Searching
section-marking = Marking
section-links = Links and copying
section-viewing = Views and order
section-selecting = Selecting
section-jumping = Jumps and bookmarks
section-folding = Days
section-typography = Text
section-help = Help and messages
section-programs = Other programs
section-settings = Settings
section-panes = Layout
section-undoing = Undo
section-files = Files
section-program = Screen and quitting
section-editing = Editing the line
welcome-what = Dateline reads articles from the files in a directory. It never changes them.
welcome-keys = { $open } read · { $search } search · { $palette } find a command · { $help } all keys · { $quit } quit
welcome-own = To read your own files: dateline DIRECTORY, such as dateline ~/news
palette-title = Commands · Enter run · Esc close
palette-nothing-fits = no matching command
prompt-history = history `{ $words }`:
pane-list = List
pane-reader = Article
pane-search = Search prompt
pane-find = Find prompt
pane-global = List and article
pane-themes = Themes
pane-help = Help
pane-history = History
pane-ask = Questions
pane-filter = Help filter
pane-command-line = Command line
pane-palette = Palette
pane-messages = Messages
pane-output = Program output
pane-problems = Problems
pane-hints = Link hints

## Layout, mouse, themes

layout-now = layout { $name }
layout-unknown = unknown layout: { $name }; available: { $names }
layout-no-divider = list and article are not both on the screen
mouse-works = mouse on
mouse-left = mouse off: the terminal uses it to select text
theme-now = theme { $name }
themes-title = Themes · Enter select

## The command line

typed-which = which { $name }? Tab lists them
typed-by-background = Follow the terminal's background
typed-as-it-is = as it is
misnamed-unknown = unknown command: { $name }
misnamed-near = unknown command: { $name }; did you mean `{ $near }`?
misnamed-other = unknown command: { $name }; { $pointer }
misnamed-write = marks are saved at once, and articles are never changed
misnamed-edit = `dateline DIR` opens another directory; `edit-settings` edits the settings
misnamed-source = settings are read as soon as they change; `edit-settings` edits them
misnamed-elsewhere = `{ $name }` is a command of { $pane }: write `{ $pane }.{ $name }`
misnamed-told = `{ $name }` takes no argument, but got `{ $told }`
misnamed-empty = a command must follow the number, as in `5 down`
set-next-start = { $set } takes effect at the next start: add it to the settings file
set-until-left = { $set } · :keep-settings saves it
settings-kept = saved for future starts: { $names }
settings-nothing-to-keep = nothing to save: these settings apply at the next start anyway

## Programs and the browser

program-which = which program? Type its name and arguments
program-quotes = unbalanced quote
program-none = no program given
program-no-url = its link is not a web address
program-thread = program not started: { $why }
program-not-started = { $name } not started: { $why }
program-cannot-start = cannot start { $name }: { $why }
program-started = started { $name }
program-failed = { $name } failed: { $status }
program-too-much = stopped: more than 1 MiB of output
program-done = done
output-ended = the program has ended · q close
output-end = { $end } after { $seconds } s · q close
output-running = running, { $seconds } s · ^C stop
url-opened = opened { $url }
url-refused = not opened: only http and https links are opened, not `{ $url }`
url-no-browser = cannot start a browser; name one in $BROWSER

## Timeline and facets

pane-timeline = Timeline
pane-facets = In common
timeline-counting = counting …
timeline-none = no article to show over time
timeline-at = { $period }: { $count } ({ $unread } unread)
timeline-share = { $period }: { $percent } % ({ $n } of { $all })
timeline-undated = { $n } undated
timeline-before = { $n } before
timeline-after = { $n } after
timeline-burst = burst
timeline-by-day = by day
timeline-by-week = by week
timeline-by-month = by month
timeline-by-year = by year
facets-none = no value with these letters
facets-more = … { $n } more
narrow-all = all articles again
narrow-now = back to: { $query }
narrow-no-earlier = the list was not narrowed before
narrow-no-later = nothing to narrow again

## Words in context

pane-context = Words in context
context-title = { $bound }{ $n ->
    [one] { $n } place
   *[other] { $n } places
 } in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
 } · { $order }
context-by-left = by the words on the left
context-by-right = by the words on the right
context-no-words = search for words first; then each place is shown in context
context-reading = reading articles…
context-none = no place that could be shown
context-bound = only the { $n } places in the newest articles are sorted
context-unreadable = { $n ->
    [one] { $n } article
   *[other] { $n } articles
 } cannot be read now
context-read = { $n } of { $all } articles read

## Batches and explanations

pane-batch = Batch
batch-title = { $n ->
    [one] { $n } query
   *[other] { $n } queries
 } · Enter search · R count again · q close
batch-counting = counting…
pane-explanation = Explanation
explain-title = Explanation · q close
explain-asking = asking…
explain-no-query = search first; then the query is explained
## What the palette and the help say to words that no command stands for

advice-delete-for = delete remove trash erase rename move
advice-delete = Dateline never deletes or changes files. view-unread hides what you have read.
advice-open-for = open another other different directory folder library path change switch
advice-open = To open another directory, quit and type: dateline DIRECTORY
advice-language-for = language german english deutsch translation locale
advice-language = The language is a setting: edit-settings, or start with --set language=de
advice-font-for = font size text bigger smaller zoom larger
advice-font = Your terminal sets font and size. column-width sets the width of the text.
advice-fetch-for = add new subscribe import download fetch feed rss
advice-fetch = Dateline reads files in a directory and fetches nothing. New files appear by themselves.
advice-note-for = note notes comment comments annotate tag tags label labels
advice-note = Dateline has no notes or tags. toggle-star and bookmark mark an article.
advice-export-for = export save csv json
advice-export = Marks are saved at once. For other programs: pipe, or dateline list --json
advice-hide-for = hide mute ignore block exclude blacklist
advice-hide = To leave a source out, search for -source:NAME, or press - in the facets.
advice-image-for = image images picture pictures photo photos video videos
advice-image = Dateline shows text only. open-url opens the article in the browser.
advice-query-for = regex regexp regular expression case sensitive wildcard operators syntax
advice-query = The query language is explained by: dateline man query
advice-program-for = version about author licence license website
advice-program = The version: dateline --version. All commands and options: dateline --help
advice-duplicates-for = duplicates duplicate copies same
advice-duplicates = Identical files are one article; the list shows their number, the article their paths.
advice-email-for = email mail send share forward
advice-email = pipe gives an article to another program; copy-url copies its link.
