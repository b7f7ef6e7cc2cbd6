# What plain mode says, line by line: sentences, since nothing else tells where one ends. Its
# commands are explained in their table.

## The beginning, and what happens meanwhile

plain-library = Library { $name }: { $counts }.
plain-n-unread = { $n } unread
plain-n-starred = { $n } starred
plain-greeting = Type list, next, a number of the list, search and words, or ? for all commands.
plain-ready = Ready.
plain-no-signals = cannot listen to signals
plain-no-input = cannot listen to the input
plain-note = Look: { $text }
plain-new = { $n ->
    [one] { $n } new article; type list to see it.
   *[other] { $n } new articles; type list to see them.
 }
plain-changes = { $n ->
    [one] { $n } article changed; type changed to list it.
   *[other] { $n } articles changed; type changed to list them.
 }
plain-work-done = { $n ->
    [one] The work is done: { $n } article is here.
   *[other] The work is done: { $n } articles are here.
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
plain-unknown = There is no command “{ $word }”. Type ? for all commands.
plain-unknown-near = There is no command “{ $word }”. Did you mean { $near }? Type ? for all commands.
plain-write = { $why } Write: { $usage }.
plain-no-argument = Nothing stands behind this command.
plain-no-such-number = “{ $text }” is not a number of the list.
plain-sort-how = Sort by date, source, title, match, or reverse.
plain-n-commands = { $n } commands, the end.

## The list

plain-all = all articles
plain-unread = unread articles
plain-starred = starred articles
plain-changed = changed articles
plain-that-have = { $what } that have { $query }
plain-none-listed = None: { $listed }.
plain-number-of = Number { $number } of { $total }: { $listed }.
plain-numbers-of = Numbers { $first } to { $last } of { $total }: { $listed }.
plain-the-end = The end.
plain-goes-on = Enter goes on.
plain-list-end = That was the end of the list.
plain-list-start = That was the beginning of the list.
plain-no-number = There is no number { $number }: the list has { $n }.
plain-no-unread-below = No unread article is further down in the list.
plain-no-unread-above = No unread article is further up in the list.
plain-search-what = Say what to search for: search ferry.
plain-not-searched = Not searched: { $why }.
plain-none-yet = None yet: { $listed }.
plain-so-far = Not everything has been read yet.
plain-stopped = Reading was stopped: not all files were read.

## An article

plain-number = Number { $number }: { $title }
plain-problem = Problem: { $kind }: { $detail }
plain-found = { $n ->
    [one] Found in paragraph { $numbers }.
   *[other] Found in paragraphs { $numbers }.
 }
plain-found-more = Found in paragraphs { $numbers } and more.
plain-goes-on-at = It goes on at paragraph { $number }; paragraph 1 is the beginning.
plain-paragraph = Paragraph { $number } of { $total }
plain-paragraphs = Paragraphs { $first } to { $last } of { $total }
plain-then-end = { $here }, the end.
plain-then-rest = { $here }, not all of it. Enter goes on.
plain-then-more = { $here }. Enter goes on.
plain-article-end = That was the end of the article. Next opens another one.
plain-article-start = That was the beginning of the article.
plain-no-paragraph = { $n ->
    [one] There is no paragraph { $number }: the article has { $n } paragraph.
   *[other] There is no paragraph { $number }: the article has { $n } paragraphs.
 }
plain-no-text = There is no text below the header.
plain-none-open = No article is open.
plain-open-which = Say which: open 12.
plain-number-too = No article is open: say the number, too.
plain-url-opened = Opened in the browser: { $url }

## Marks

plain-done = Done. Now { $mark }: { $what }
plain-undone = Undone. Now { $mark }: { $what }
plain-redone = Redone. Now { $mark }: { $what }
plain-elsewhere = an article that is not here.
plain-already = It was { $mark } already.
plain-all-already = All of them were read already.
plain-mark-all-again = { $n ->
    [one] The list has { $n } article. Type mark-all again to mark it read.
   *[other] The list has { $n } articles. Type mark-all again to mark them read.
 }

## Where one is

plain-directory = It is the directory { $path }.
plain-listed = Listed: { $listed }: { $n }.
plain-open = Open is { $title }
plain-open-number = Open is number { $number }, { $title }
plain-one-problem = Problem { $number }
plain-problems = Problems { $first } to { $last }
plain-no-problem = Nothing is wrong.
plain-last-problem = That was the last problem.
