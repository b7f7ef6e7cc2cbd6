# Die Hilfe der Befehlszeile: Unterbefehle und Optionen nach ihren Namen. Das Englische steht, wo sie
# erklärt werden.

subcommand-dateline = Nachrichten lesen, die als Dateien vorliegen: ein Verzeichnis von Artikeln öffnen, lesen, durchsuchen und markieren.
subcommand-list = Die Artikel eines Verzeichnisses auflisten, neueste zuerst
subcommand-show = Einen Artikel ausgeben, nach seiner Kennung, ihrem Anfang oder seinem Pfad
subcommand-search = Die Artikel ausgeben, die zu einer Anfrage passen, neueste zuerst
subcommand-count = Die Zahl der Artikel ausgeben, oder derer, die zu einer Anfrage passen
subcommand-facets = Artikel nach Quelle, Ordner, Zeit, Sprache, Zustand oder Länge zählen
subcommand-timeline = Artikel im Lauf der Zeit zählen
subcommand-index = Ein Verzeichnis lesen und indizieren, wie es beim Öffnen im Hintergrund geschieht
subcommand-problems = Dateien auflisten, die keine Artikel sind, und Artikel, an denen etwas nicht stimmt
subcommand-config = Sagen, wo die Einstellungen sind, was sie sein können und was an ihnen falsch ist
subcommand-edit = Die Einstellungen in $VISUAL oder $EDITOR öffnen und danach prüfen
subcommand-completions = Ausgeben, was eine Shell braucht, um unsere Optionen zu ergänzen
subcommand-man = Eine Seite des Handbuchs ausgeben (auf Englisch)
subcommand-help = Diese Hilfe oder die eines Unterbefehls ausgeben
after-dateline = Exit-Codes: 0 getan; 1 nichts gefunden, oder `config --check` fand Fehler; 2 ein Fehler: falscher Aufruf, etwas lässt sich nicht öffnen, lesen oder schreiben, kein Terminal; 128+n durch Signal n beendet.
after-list = Spalten: der Anfang der Kennung, Markierungen (* ungelesen, + Stern), Datum, Quelle, Pfad, Titel; durch Tabulatoren getrennt, wo die Standardausgabe kein Terminal ist. In Pfaden steht für einen Backslash \\, für ein Zeilenende \n, für einen Tabulator \t, für ein Byte, das nicht UTF-8 ist, \xff, für ein unsichtbares Zeichen \u{"{"}202e{"}"}; `show` nimmt auch so geschriebene Pfade. In JSON ist `path` der Pfad, und `path_bytes` sind seine Bytes in Base64, wo sie nicht UTF-8 sind.
after-search = { after-list }
after-timeline = Die Zeiträume folgen lückenlos aufeinander; eine Woche beginnt am Montag. Undatierte Artikel kommen zuletzt, als `undated`. Auf einem Terminal steht ! für einen Ausschlag: die n Artikel eines Zeitraums, oder eines Tages darin, sind mehr als e + 4-mal die Wurzel aus e, wobei e ist, was dieselben Wochentage der acht Wochen davor und die Zahl aller Artikel erwarten lassen, mindestens aber 1.
after-config = Jede Einstellung gilt, wie die erste dieser Stellen sie nennt: 1. --set ABSCHNITT.NAME=WERT, 2. die Variable DATELINE_ABSCHNITT_NAME, etwa DATELINE_READER_WIDTH_CELLS=72, 3. die Datei mit den Einstellungen, 4. die Vorgabe.
option-help = Hilfe ausgeben
option-version = Version ausgeben
option-dir = Das Verzeichnis mit den Artikeln; ohne Angabe das letzte
option-dateline-path = Das Verzeichnis mit den Artikeln, oder ein Artikel, der in seinem Verzeichnis geöffnet wird; ohne Angabe das letzte Verzeichnis, sonst die Beispielbibliothek
option-unread = Nur ungelesene Artikel
option-starred = Nur Artikel mit Stern
option-sort = Danach ordnen
option-reverse = Die Reihenfolge umkehren
option-limit = Höchstens so viele Artikel
option-no-scan = Gleich aus dem Cache antworten: nur die Dateien, die ausgegeben werden, werden angesehen
option-no-restore = Oben in der Liste beginnen, nicht, wo die letzte Sitzung endete
option-plain = Zeilenweise lesen, für Screenreader und einfache Terminals: nichts wird gezeichnet, und Befehle sind Wörter; mit TERM=dumb von selbst
option-cache-dir = Den Index, der jederzeit gelöscht werden kann, in diesem Verzeichnis halten
option-data-dir = Die Markierungen in diesem Verzeichnis halten
option-config = Die Einstellungen aus dieser Datei lesen
option-set = Eine Einstellung angeben, was auch Umgebung und Datei sagen; siehe `dateline config --help`
option-json = JSON Lines ausgeben
option-show-json = JSON ausgeben
option-names = Das Verzeichnis mit den Artikeln, ohne Angabe das der genannten Datei, sonst das letzte; dann der Artikel: sein Pfad, wie er ist oder wie `list` ihn schreibt, oder der Anfang seiner Kennung
option-words = Das Verzeichnis mit den Artikeln, ohne Angabe das letzte; dann Wörter, die alle vorkommen müssen, "Wortfolgen", -Wörter, die es nicht dürfen, Anfänge*; eine Anfrage, die mit - beginnt, kommt nach --
option-query = Nur Artikel, die zu dieser Anfrage passen, wie `search` sie nimmt
option-by = Danach zählen
option-csv = Durch Kommas getrennte Werte ausgeben
option-share = Auch den Anteil an allen Artikeln des Zeitraums ausgeben
option-facets-limit = Höchstens so viele Werte
option-count-no-scan = Gleich aus dem Cache antworten, ohne die Dateien anzusehen
option-facets-no-scan = { option-count-no-scan }
option-timeline-no-scan = { option-count-no-scan }
option-relevance = Beste Treffer zuerst
option-default = Jede Einstellung mit ihrer Erklärung und Vorgabe ausgeben
option-path = Ausgeben, wo die Datei mit den Einstellungen ist
option-check = Alles sagen, was an den Einstellungen falsch ist, oder an DATEI
option-schema = Das JSON-Schema der Einstellungen für Editoren ausgeben
option-shell = Die Shell
option-page = Welche Seite: das Programm und seine Tasten, ein Unterbefehl, die Einstellungen, oder was gesucht werden kann
option-man-dir = Stattdessen alle Seiten in dieses Verzeichnis schreiben

# Was für Werte steht, die einzusetzen sind
value-options = OPTIONEN
value-command = BEFEHL
value-dir = VERZEICHNIS
value-file = DATEI
value-section-key-value = ABSCHNITT.NAME=WERT
value-article = ARTIKEL
value-query = ANFRAGE
value-shell = SHELL
value-page = SEITE
value-path = PFAD
value-n = N
value-kind = ART
value-period = ZEITRAUM
