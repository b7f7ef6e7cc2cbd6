## Mistakes in a query

query-no-word = add at least one word to search for
query-minus = a word must follow the minus
query-open-quote = missing closing quote
query-star = in a phrase, a star works only at the end
query-empty-quotes = no words between the quotes
query-pattern = a word with a star or question mark needs at least three letters and no other symbols
query-open-bracket = missing closing bracket
query-extra-bracket = no bracket to close
query-empty-brackets = nothing between the brackets
query-too-deep = brackets can be nested at most 64 deep
query-too-long = a query can be at most 4096 bytes long
query-nothing-left = { $operator } has nothing on its left
query-nothing-right = { $operator } has nothing on its right
query-no-value = { $field }: needs a value
query-bad-value = { $field }: unknown value { $value }
query-bad-value-nearest = { $field }: unknown value { $value }. Did you mean { $nearest }?
query-no-group = unknown group of sources: { $name }
query-no-group-nearest = unknown group of sources: { $name }. Did you mean { $nearest }?
query-not-on-top = { $field }: applies to the whole query and cannot be inside a part of it
query-twice = { $field }: can appear only once
query-not-a-day = { $text } is not a date: try 2022-02, "last week" or "3 days ago"
query-two-days = ambiguous date: write { $one } or { $two }
query-reversed = the range ends before it begins
query-open-regex = missing closing slash of the regular expression; quote text that begins with a slash
query-empty-regex = nothing between the slashes
query-regex = invalid regular expression: { $why }
query-regex-where = regular expressions work on titles, sources, paths and links, not on the text
query-near-what = NEAR and BEFORE join only words, phrases, and groups of them with OR
query-near-far = the distance must be from 1 to { $most } words
query-fuzzy-short = ~ needs a word of at least four letters, ~2 one of at least eight
query-fuzzy-what = ~ works only on a single word of letters, not on Chinese, Japanese or Thai, which are searched by pairs of characters
query-fuzzy-far = at most two letters can differ: use ~ or ~2

## Notes on a query

note-dropped = searching for { $kept }; ="{ $text }" includes the symbols
note-nearly-field = did you mean { $meant }:?
note-small-operator = { $word } is searched as a word; { $operator } finds either
note-both = an article rarely has two values of { $field }: use OR between them

## Fields

field-title = Words in the title.
field-body = Words in the text below the title.
field-source = Articles from a source: its full name, the start of a name with *, or @group for a group in the settings.
field-url = Articles whose link has this host and starts with this path.
field-path = A file, or everything in a directory and below it.
field-lang = Articles in a language, by its code or English name; none if it is unknown.
field-words = Articles of this length in words; also >800 and ..300.
field-id = The article whose id starts with these digits.
field-step = The articles of a step in the history of marks, as they are now.
field-date = Articles of a day, month, year or range, both ends included; none for undated articles.
field-added = Articles that were first seen then.
field-since = Articles of that day and later.
field-until = Articles up to that day, that day included.
field-is = Articles that are read, unread, starred, undated, changed, copy or damaged.
field-sort = The order: date, relevance, source, title, words, added or hits; a minus reverses it.
field-limit = At most this many articles.

## Syntax

written-all = Articles with both words, anywhere in the title or the text.
written-forms = Articles with the word or another form of it (elections, elected), by the endings of the article's language. Quotes and a capital letter (except in German) turn that off.
written-phrase = Articles with both words next to each other, in the title or in one paragraph.
written-any = Articles with at least one of them. AND, explicit or implied, binds tighter than OR.
written-not = Articles without it. A query may consist only of exclusions.
written-begun = Articles with a word that starts with these letters; the last word typed into a prompt matches like that, too.
written-pattern = Articles with a word of this pattern: * stands for any letters, ? for one letter.
written-fuzzy = Articles with a word that differs by at most one letter, or two; the first letter must match.
written-near = Articles with both at most 5 words apart in one paragraph; BEFORE also requires the order. Without a number, 10 words.
written-exact = Articles with exactly these symbols and this case.
written-regex = Articles whose title, source, path or link matches a regular expression; i ignores case.
written-everything = All articles.
