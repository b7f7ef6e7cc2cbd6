# Was Einstellungen sein können, nach Abschnitt, Namen und Wert. Das Englische steht, wo sie erklärt
# werden.

choice-layout-kind-auto = Wie Platz ist: nebeneinander, übereinander, eines nach dem anderen.
choice-layout-kind-list-only = Eines nach dem anderen: der Liste gehört der Bildschirm, bis ein Artikel geöffnet wird.
choice-layout-kind-reader-only = Der Artikel allein, ohne Statuszeile, solange nichts zu sagen ist.
choice-library-polling-always = Alle.
choice-library-polling-auto = Die, deren Änderungen das System nicht meldet: im Netz, in einem Container, ohne Überwachung.
choice-library-polling-never = Keine: erst ein neuer Durchgang zeigt, was sich geändert hat.
choice-list-mark-read-on-scroll-keys = Nur mit der Tastatur: ein Rad dreht sich zu leicht.
choice-reader-links-numbered = Mit einer Nummer hinter jedem, `[1]`.
choice-reader-mark-read-after = Wenn er einige Sekunden auf dem Bildschirm war.
choice-reader-mark-read-by-hand = Nur durch die Taste.
choice-reader-mark-read-end = Wenn sein Ende auf dem Bildschirm war.
choice-text-bidi-auto = Das Programm, wenn nicht bekannt ist, dass das Terminal es tut.
choice-text-hyperlinks-auto = In Terminals, von denen bekannt ist, dass sie welche haben.
choice-theme-depth-auto = So viele, wie das Terminal zu haben angibt.
choice-theme-glyphs-ascii = Für Schriften und Terminals, die nichts anderes haben.
