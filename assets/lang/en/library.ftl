# Messages about files, the index, the marks and background work.

## Problems of articles, and files that are not articles

kind-undated = undated
kind-impossible-date = impossible date
kind-open-date = ambiguous date
kind-no-title = no title
kind-damaged-text = damaged text
kind-control-characters = control characters
kind-too-large = too large
kind-no-body = no body
problem-undated = no date in the text or the path
problem-open-date = { $stated } can be read two ways; set library.day-order
day-read-day-first = { $day } (day first)
day-read-month-first = { $day } (month first)
problem-no-title = no title found
problem-no-body = no text below the header
problem-damaged-text = { $n ->
    [one] { $n } place could not be decoded
   *[other] { $n } places could not be decoded
 }
problem-control-characters = { $n ->
    [one] { $n } character replaced or removed
   *[other] { $n } characters replaced or removed
 }
problem-too-large = { $n } bytes; only the first { $shown } are shown
file-empty = the file is empty
file-binary = the file is not text
file-apple-double = macOS metadata file, not text
file-special = a pipe, socket or device, not a regular file
file-unreadable = cannot be read: { $why }
link-dangling = a broken symlink
link-loop = a symlink loop
link-leaves = a symlink out of the library

## The library

error-folder = cannot open the directory { $path }: { $why }
error-article = cannot read { $path }: { $why }
error-changed = { $path } has changed on disk and is being read again
error-no-article = no article { $id } in this library
error-cache = cannot read the index; it will be rebuilt: { $why }
error-search-damaged = cannot search; the search index will be rebuilt: { $why }
error-no-home = no cache directory is known on this system; name one with --cache-dir
error-search = cannot search: { $why }
error-no-answer = the archive does not respond: { $why }
error-nothing-came = it sent nothing
error-not-asked = { $field } is not supported yet
error-no-step = the history has no step { $number }
error-cancelled = cancelled by a newer request
folder-gone = the directory { $path } was removed or cannot be read: { $why }
catalogue-lost = cannot keep the list of articles even in memory ({ $why })
catalogue-again = rebuilding the list of articles: { $why }
catalogue-damaged = the catalogue is damaged
cache-in-memory = cannot write to the cache { $path } ({ $why }): new articles are read again at each start
work-reading = reading
work-indexing = indexing
watch-partial = cannot watch every directory ({ $why }); checking them every few seconds
watch-gone = it was removed or is not a directory
watch-settings = the limit in the settings is reached
watch-limit = the limit { $limit } is reached
watch-partial-never = cannot watch every directory ({ $why }); rescan to see changes
watch-silent = { $path } is on a file system that does not report all changes ({ $kind }): Dateline checks it every { $n ->
        [one] second
       *[other] { $n } seconds
    }
watch-silent-never = { $path } is on a file system that does not report all changes ({ $kind }); rescan to see changes
watch-overflow = too many changes at once for the system to report; rescanning everything

## The search index

index-not-ready = the search index is still opening; results will appear once it is ready
index-locked = another instance is updating the search index
index-damaged = the search index cannot be used: { $why }
index-io = cannot use the search index: { $why }
index-cancelled = search cancelled
index-rebuilt = rebuilding the search index: { $why }
index-none = none exists yet
index-version = it was made by another version of Dateline
index-other = the list of articles was rebuilt
index-given-up = new articles cannot be searched until the next start: { $why }
index-again = rebuilding the search index: { $why }
index-impossible = search is unavailable: { $why }

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
marks-keep-position = save a position
marks-keep-setting = save a setting
marks-change = change marks
marks-undo = undo
marks-redo = redo
marks-carry = carry marks over to changed articles
marks-make-room = make room for marks
marks-open = open the marks
marks-split = give the library its own marks
marks-join = merge the library's own marks with the others
marks-copy = copy the marks from
marks-folder = create the marks directory
marks-set-aside = set aside the damaged marks
marks-save = save the damaged marks to
error-marks-read-only = { $path } is read-only; check its permissions, then restart Dateline
error-marks-newer = { $path } was written by a newer Dateline (format { $found }; this version knows { $known }); update Dateline to change marks
error-marks-foreign = { $path } is another program's database, not Dateline's marks; move it or choose another data directory
error-marks-damaged = cannot { $doing }: { $path } is damaged; restart Dateline to recover the readable marks
error-marks-busy = cannot { $doing }: another program has locked { $path }; close that program and try again
error-marks-full = cannot { $doing }: no space left for { $path }; free some space and try again
error-marks-disk = cannot { $doing }: disk error on { $path } ({ $why }); check free space and permissions, then try again
error-marks-moved = cannot { $doing }: { $path } was moved, deleted or replaced while Dateline had it open; put it back or restart Dateline
error-marks-unknown = cannot { $doing }: { $path } holds a mark from a newer Dateline; update Dateline
error-marks-sql = cannot { $doing } in { $path }
error-marks-io = cannot { $doing } { $path }
marks-set-aside-as = the marks were damaged: { $n } recovered; the damaged file is kept as { $path }
marks-read-only = cannot change marks: { $why }
marks-in-memory = marks will be lost when you quit: { $why }
marks-unknown = a newer Dateline set marks that this version does not know; they are kept but not shown
marks-shared = some marks here were set in another library that has the same text (see own-marks)
marks-not-apart = cannot split off or merge this library's own marks: { $why }
marks-not-shown = marks are not shown: { $why }
marks-cannot-be-kept = cannot save marks: { $why }
marks-not-kept = some marks could not be saved: the disk did not respond
not-marked = not marked: { $why }
not-marked-at-all = not marked: cannot open the marks
not-undone = not undone: { $why }
session-not-kept = not saved for the next start: { $why }
place-not-kept = position in the article not saved: { $why }

## Internal errors

fault-index = internal error in the index worker; restarting it
fault-scan = internal error while scanning; the articles read so far are shown, and the next start continues
fault-worker = internal error in the { $name } worker; it continues

## Facets

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
facet-words-from = { $n } words or more
