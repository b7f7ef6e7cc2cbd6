# What is said of files, the index, the marks and the work in the background.

## Problems of articles, and files that are none

kind-undated = undated
kind-impossible-date = impossible date
kind-open-date = open date
kind-no-title = no title
kind-damaged-text = damaged text
kind-control-characters = control characters
kind-too-large = too large
kind-no-body = no body
problem-undated = no date in the text or the path
problem-open-date = { $stated } can be read two ways; set library.day-order
day-read-day-first = { $day } (day first)
day-read-month-first = { $day } (month first)
problem-no-title = no title is stated
problem-no-body = no text below the header
problem-damaged-text = { $n ->
    [one] { $n } place does not fit the encoding
   *[other] { $n } places do not fit the encoding
 }
problem-control-characters = { $n ->
    [one] { $n } character replaced or left out
   *[other] { $n } characters replaced or left out
 }
problem-too-large = { $n } bytes, of which the first { $shown } are shown
file-empty = the file is empty
file-binary = the file is not text
file-apple-double = a companion file of macOS, not text
file-special = a pipe, socket or device, not a file
file-unreadable = cannot be read: { $why }
link-dangling = a link to nothing
link-loop = a link that leads back to itself
link-leaves = a link out of the library

## The library

error-folder = cannot open the folder { $path }: { $why }
error-article = cannot read { $path }: { $why }
error-changed = { $path } has changed on disk; it is being read again
error-no-article = there is no article { $id } in this library
error-cache = cannot read the index, which is to be made again: { $why }
error-search-damaged = cannot search, and the search index is to be made again: { $why }
error-no-home = no cache folder is known on this system; name one by --cache-dir
error-search = cannot search: { $why }
error-no-answer = the archive does not answer: { $why }
error-nothing-came = it sent nothing
error-cancelled = given up, since something newer was asked
folder-gone = the folder { $path } is gone or closed: { $why }
catalogue-lost = the list of articles cannot be kept even in memory ({ $why })
catalogue-again = the list is made again from the articles: { $why }
catalogue-damaged = the catalogue is damaged
cache-in-memory = the cache { $path } cannot be written ({ $why }): what is new is read again at each start
work-reading = reading
work-indexing = indexing
watch-partial = not all folders can be watched ({ $why }): they are looked at every few seconds
watch-gone = it is gone, or no folder
watch-settings = the settings allow no more
watch-limit = the limit { $limit } is reached
watch-partial-never = not all folders can be watched ({ $why }): rescan to see what has changed
watch-silent = { $path } is on a file system that does not report all changes ({ $kind }): Dateline checks it every { $n ->
        [one] second
       *[other] { $n } seconds
    }
watch-silent-never = { $path } is on a file system that does not report all changes ({ $kind }): rescan to see what has changed
watch-overflow = more changed at once than the system could tell: all is looked at

## The search index

index-not-ready = the search index is being opened; the hits come by themselves
index-locked = another instance is writing the search index
index-damaged = the search index cannot be used: { $why }
index-io = cannot use the search index: { $why }
index-cancelled = the search was given up
index-built-anew = search is being made ready anew: { $why }
index-none = there is none
index-version = the program is of another version
index-other = the list of files is a new one
index-given-up = search lacks what is new, until the next start: { $why }
index-again = the index is made again: { $why }
index-impossible = search is not possible: { $why }

## The marks

mark-read = read
mark-unread = unread
mark-starred = starred
mark-unstarred = not starred
mark-changed = changed
mark-seen = not changed
marks-read = read the marks
marks-read-log = read the log of changes
marks-read-history = read the history
marks-read-position = read a position
marks-read-setting = read a setting
marks-read-versions = read the versions of an article
marks-keep-position = keep a position
marks-keep-setting = keep a setting
marks-change = change marks
marks-undo = undo
marks-redo = redo
marks-carry = carry marks over to the changed articles
marks-make-room = make room for marks
marks-open = open the marks
marks-split = give the library marks of its own
marks-join = merge the library's own marks with the others
marks-copy = copy the marks from
marks-folder = make the directory of the marks
marks-set-aside = set aside the damaged marks
marks-save = save the damaged marks to
error-marks-read-only = { $path } can only be read; check its permissions, then restart dateline
error-marks-newer = { $path } was written by a newer dateline (format { $found }, this one knows { $known }); update dateline to change marks
error-marks-foreign = { $path } is another program's database, not dateline's marks; move it away or choose another data directory
error-marks-damaged = cannot { $doing }: { $path } is damaged; restart dateline to save what can be read
error-marks-busy = cannot { $doing }: another program keeps { $path } locked; close it and try again
error-marks-full = cannot { $doing }: there is no space left for { $path }; free some and try again
error-marks-disk = cannot { $doing }: the disk refuses { $path } ({ $why }); see that there is space and that it may be written, then try again
error-marks-moved = cannot { $doing }: { $path } was moved, deleted or replaced while dateline had it open; put it back or restart dateline
error-marks-unknown = cannot { $doing }: { $path } holds a mark of a newer dateline, which this one does not know; update dateline
error-marks-sql = cannot { $doing } in { $path }
error-marks-io = cannot { $doing } { $path }
marks-set-aside-as = the marks were damaged: { $n } could be saved, the damaged file is kept as { $path }
marks-read-only = marks cannot be changed: { $why }
marks-in-memory = marks are lost when you quit: { $why }
marks-unknown = a newer dateline changed marks that this one does not know; they are kept, but not shown
marks-shared = some marks here were set in another library: they belong to the text (own-marks)
marks-not-apart = this library's own marks could not be split off or merged: { $why }
marks-not-shown = marks are not shown: { $why }
marks-cannot-be-kept = marks cannot be kept: { $why }
marks-not-kept = some marks could not be kept: the disk did not answer
not-marked = not marked: { $why }
not-marked-at-all = not marked: the marks cannot be opened
not-undone = not undone: { $why }
session-not-kept = not kept for the next start: { $why }
place-not-kept = the place in the article was not kept: { $why }

## Faults of our own

fault-index = something went wrong in the index worker; it starts again
fault-scan = something went wrong while scanning; what has been read is shown, and the next start goes on
fault-worker = something went wrong in the { $name } worker; it goes on

## What articles have in common

facet-source = Sources
facet-folder = Folders
facet-year = Years
facet-month = Months
facet-language = Languages
facet-state = States
facet-length = Lengths
facet-undated = undated
facet-unknown = unknown
facet-none = (none)
facet-copy = in several files
facet-damaged = damaged
facet-words-under = under { $n } words
facet-words = { $first } to { $last } words
facet-words-from = { $n } words and more
