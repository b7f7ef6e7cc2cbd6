# Werte von Einstellungen, nach Abschnitt, Namen und Wert. Das Englische steht in der Beschreibung
# der Einstellungen.

choice-layout-kind-auto = Passend zum Bildschirm: nebeneinander, übereinander oder nacheinander.
choice-layout-kind-list-only = Nacheinander: die Liste füllt den Bildschirm, bis ein Artikel geöffnet wird.
choice-layout-kind-reader-only = Der Artikel allein, mit einer Statuszeile nur für Meldungen.
choice-library-polling-always = Alle.
choice-library-polling-auto = Die, deren Änderungen das System nicht meldet: im Netz, in einem Container oder ohne Überwachung.
choice-library-polling-never = Keine: nur erneutes Einlesen zeigt Änderungen.
choice-list-mark-read-on-scroll-keys = Nur mit der Tastatur: ein Mausrad dreht sich zu leicht.
choice-reader-links-numbered = Mit einer Nummer nach jedem, etwa `[1]`.
choice-reader-mark-read-after = Wenn der Artikel einige Sekunden auf dem Bildschirm war.
choice-reader-mark-read-by-hand = Nur per Tastendruck.
choice-reader-mark-read-end = Wenn die letzte Zeile auf dem Bildschirm war.
choice-text-bidi-auto = Dateline, sofern nicht bekannt ist, dass das Terminal es tut.
choice-text-hyperlinks-auto = In Terminals, die sie bekanntermaßen unterstützen.
choice-theme-depth-auto = So viele, wie das Terminal meldet.
choice-theme-glyphs-ascii = Für Schriften und Terminals ohne andere Zeichen.
