# The lines of plain mode: whole sentences, since only the period shows where one ends. The commands
# are explained in their table.

## The start, and news while reading

plain-library = Library { $name }: { $counts }.
plain-n-unread = { $n } unread
plain-n-starred = { $n } starred
plain-greeting = Type list, next, a number from the list, search and words, or ? for all commands.
plain-welcome-own = To read your own files: dateline --plain DIRECTORY, such as dateline --plain ~/news.
plain-ready = Ready.
plain-no-signals = cannot listen for signals
plain-no-input = cannot read the input
plain-note = Note: { $text }
plain-new = { $n ->
    [one] { $n } new article; type list to see it.
   *[other] { $n } new articles; type list to see them.
 }
plain-changes = { $n ->
    [one] { $n } article changed; type changed to list it.
   *[other] { $n } articles changed; type changed to list them.
 }
plain-work-done = { $n ->
    [one] Finished reading: { $n } article.
   *[other] Finished reading: { $n } articles.
 }
plain-files-of = { $what }: { $n } of { $total } files
plain-files-so-far = { $n ->
    [one] { $what }: { $n } file so far
   *[other] { $what }: { $n } files so far
 }
plain-seconds-left = { $n ->
    [one] { $far }, about { $n } second left.
   *[other] { $far }, about { $n } seconds left.
 }
plain-minutes-left = { $far }, about { $n } minutes left.

## Commands

plain-or = or
plain-unknown = Unknown command: { $word }. Type ? for all commands.
plain-unknown-near = Unknown command: { $word }. Did you mean { $near }? Type ? for all commands.
plain-write = { $why } Usage: { $usage }.
plain-no-argument = This command takes no argument.
plain-no-such-number = “{ $text }” is not a number from the list.
plain-sort-how = Sort by date, source, title, match, or reverse.
plain-n-commands = { $n } commands. The end.

## The list

plain-all = all articles
plain-unread = unread articles
plain-starred = starred articles
plain-changed = changed articles
plain-that-have = { $what } matching { $query }
plain-none-listed = No matches: { $listed }.
plain-number-of = Number { $number } of { $total }: { $listed }.
plain-numbers-of = Numbers { $first } to { $last } of { $total }: { $listed }.
plain-the-end = The end.
plain-goes-on = Press Enter for more.
plain-list-end = That was the end of the list.
plain-list-start = That was the beginning of the list.
plain-no-number = The list has no number { $number }; it ends at { $n }.
plain-no-unread-below = No unread article further down the list.
plain-no-unread-above = No unread article further up the list.
plain-search-what = Type words to search for: search ferry.
plain-not-searched = Cannot search: { $why }.
plain-none-yet = None yet: { $listed }.
plain-so-far = Not everything has been read yet.
plain-stopped = Reading was stopped: not all files were read.
plain-gone = { $n ->
    [one] { $n } more article of this step is no longer in the library.
   *[other] { $n } more articles of this step are no longer in the library.
 }

## The history of marks

plain-step = Step { $number }, { $date }, { $time }: { $what }
plain-step-undone = Step { $number }, { $date }, { $time }, undone: { $what }
plain-no-step = No changes to marks yet.
plain-steps-go-on = Type history and a number to list the articles of that step. Press Enter for older steps.
plain-steps-end = Type history and a number to list the articles of that step. The end.

## An article

plain-number = Number { $number }: { $title }
plain-problem = Problem: { $kind }: { $detail }
plain-found = { $n ->
    [one] Found in paragraph { $numbers }.
   *[other] Found in paragraphs { $numbers }.
 }
plain-found-more = Found in paragraphs { $numbers } and more.
plain-goes-on-at = Continuing at paragraph { $number }; paragraph 1 is the beginning.
plain-paragraph = Paragraph { $number } of { $total }
plain-paragraphs = Paragraphs { $first } to { $last } of { $total }
plain-then-end = { $here }. The end.
plain-then-rest = { $here }, in part. Press Enter for more.
plain-then-more = { $here }. Press Enter for more.
plain-article-end = That was the end of the article. Type next to open another one.
plain-article-start = That was the beginning of the article.
plain-no-paragraph = { $n ->
    [one] The article has no paragraph { $number }; it has { $n } paragraph.
   *[other] The article has no paragraph { $number }; it has { $n } paragraphs.
 }
plain-no-text = The article has no text.
plain-none-open = No article is open.
plain-open-which = Add a number: open 12.
plain-number-too = No article is open. Add a number.
plain-url-opened = Opened in the browser: { $url }

## Marks

plain-done = Done. Now { $mark }: { $what }
plain-undone = Undone. Now { $mark }: { $what }
plain-redone = Redone. Now { $mark }: { $what }
plain-elsewhere = an article that is not in this library.
plain-already = It was already { $mark }.
plain-all-already = All of them were already read.
plain-mark-all-again = { $n ->
    [one] The list has { $n } article. Type mark-all again to mark it read.
   *[other] The list has { $n } articles. Type mark-all again to mark them read.
 }

## The position

plain-directory = Directory: { $path }.
plain-listed = Listing { $listed }: { $n }.
plain-open = Open: { $title }
plain-open-number = Open: number { $number }, { $title }
plain-one-problem = Problem { $number }
plain-problems = Problems { $first } to { $last }
plain-no-problem = No problems.
plain-last-problem = That was the last problem.

plain-counted = { $name }: { $n ->
    [one] { $n } article
   *[other] { $n } articles
 }
plain-burst = , a burst
plain-earlier-periods = { $n } earlier periods are not shown.
plain-undated = Undated: { $n }.
plain-more-values = { $n ->
    [0] The end.
   *[other] { $n } more.
 }
plain-place = { $source }, { $date }: { $passage }
plain-timeline-how = Type timeline, or timeline and day, week, month or year.
plain-facets-how = Type facets and source, folder, year, month, language, state or length.
plain-heading = Heading:
plain-quotation = Quotation:
plain-item = Item:
plain-item-n = Item { $number }:
plain-item-done = Item, done:
plain-item-open = Item, open:
plain-code = Code:
plain-columns = Table, columns:
plain-row = Row:
plain-rule = Break.
plain-context-how = Type context, or context and date, left or right.
plain-batch-what = Name a file with one query per line: batch queries.txt.
plain-between = { $counted }, { $first } to { $last }
plain-no-place = No such place.
plain-places = Places { $first } to { $last }.
plain-places-of = Places { $first } to { $last } of { $n }.
