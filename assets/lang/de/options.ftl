# Die Hilfe der Befehlszeile: Unterbefehle und Optionen nach ihren Namen. Das Englische steht, wo sie
# erklärt werden.

subcommand-dateline = Nachrichten lesen, die als Dateien vorliegen: ein Verzeichnis mit Artikeln öffnen, lesen, durchsuchen und markieren.
subcommand-list = Die Artikel eines Verzeichnisses auflisten, neueste zuerst
subcommand-show = Einen Artikel ausgeben, nach seinem Pfad, seiner Kennung oder deren Anfang
subcommand-search = Die Artikel ausgeben, die zu einer Anfrage passen, neueste zuerst
subcommand-count = Die Zahl aller oder der zu einer Anfrage passenden Artikel ausgeben
subcommand-facets = Artikel nach Quelle, Ordner, Zeit, Sprache, Zustand oder Länge zählen
subcommand-timeline = Artikel im Zeitverlauf zählen
subcommand-index = Ein Verzeichnis lesen und indizieren, wie sonst im Hintergrund
subcommand-problems = Übersprungene Dateien und Artikel mit Problemen auflisten
subcommand-config = Einstellungen finden, erklären, prüfen oder bearbeiten
subcommand-edit = Die Einstellungen in $VISUAL oder $EDITOR öffnen und danach prüfen
subcommand-completions = Die Ergänzungen für eine Shell ausgeben
subcommand-man = Eine Handbuchseite ausgeben (auf Englisch)
subcommand-help = Diese Hilfe oder die eines Unterbefehls ausgeben
after-dateline = Exit-Codes: 0 Erfolg; 1 nichts gefunden, oder `config --check` fand Fehler; 2 ein Fehler, etwa falscher Aufruf, eine Datei, die sich nicht öffnen, lesen oder schreiben lässt, oder kein Terminal; 128+n durch Signal n beendet.
after-list = Spalten: der Anfang der Kennung, Markierungen (* ungelesen, + Stern), Datum, Quelle, Pfad, Titel; durch Tabulatoren getrennt, wenn die Standardausgabe kein Terminal ist. In Pfaden steht \\ für einen Backslash, \n für ein Zeilenende, \t für einen Tabulator, \xff für ein Byte, das nicht UTF-8 ist, und \u{"{"}202e{"}"} für ein unsichtbares Zeichen; `show` versteht solche Pfade. In JSON ist `path` der Pfad; `path_bytes` enthält seine Bytes in Base64, wenn sie nicht UTF-8 sind.
after-search = { after-list }
after-timeline = Auch leere Zeiträume werden gezeigt; eine Woche beginnt am Montag. Undatierte Artikel kommen zuletzt, als `undated`. Auf einem Terminal steht ! für einen Ausschlag: mehr Artikel in einem Zeitraum, oder an einem Tag darin, als e + 4-mal die Wurzel aus e; e (mindestens 1) ist die Zahl, die nach denselben Wochentagen der acht Wochen davor und nach der Zahl aller Artikel zu erwarten ist.
after-config = Jede Einstellung kommt von der ersten dieser Stellen, die sie setzt: 1. --set ABSCHNITT.NAME=WERT, 2. die Variable DATELINE_ABSCHNITT_NAME, etwa DATELINE_READER_WIDTH_CELLS=72, 3. die Einstellungsdatei, 4. die Vorgabe.
option-help = Hilfe ausgeben
option-version = Version ausgeben
option-dir = Das Verzeichnis mit den Artikeln (Vorgabe: das letzte)
option-dateline-path = Das Verzeichnis mit den Artikeln, oder ein Artikel, der in seinem Verzeichnis geöffnet wird (Vorgabe: das letzte Verzeichnis, sonst die Beispielbibliothek)
option-unread = Nur ungelesene Artikel ausgeben
option-starred = Nur Artikel mit Stern ausgeben
option-sort = Auf diese Weise sortieren
option-reverse = Die Sortierung umkehren
option-limit = Höchstens so viele Artikel ausgeben
option-no-scan = Ohne erneutes Einlesen aus dem Cache antworten; nur die Dateien ausgegebener Artikel werden geprüft
option-no-restore = Am Anfang der Liste beginnen statt dort, wo die letzte Sitzung endete
option-plain = Zeilenweise lesen, für Screenreader und einfache Terminals: nichts wird gezeichnet, und Befehle sind Wörter; Vorgabe bei TERM=dumb
option-cache-dir = Das Verzeichnis für den Index, der jederzeit gelöscht werden kann
option-data-dir = Das Verzeichnis für die Markierungen
option-config = Die Einstellungen aus dieser Datei lesen
option-set = Eine Einstellung aus Umgebung und Datei ersetzen; siehe `dateline config --help`
option-json = JSON Lines ausgeben
option-show-json = JSON ausgeben
option-names = Das Verzeichnis mit den Artikeln (Vorgabe: das der genannten Datei, sonst das letzte), dann der Artikel: sein Pfad, wie er ist oder wie `list` ihn ausgibt, oder der Anfang seiner Kennung
option-words = Das Verzeichnis mit den Artikeln (Vorgabe: das letzte), dann die Anfrage: Wörter, die alle vorkommen müssen, "Wortfolgen", -Wörter, die nicht vorkommen dürfen, Anfänge*; vor eine Anfrage, die mit - beginnt, gehört --
option-query = Nur Artikel zählen, die zu dieser Anfrage passen, in der Syntax von `search`
option-by = Wonach gezählt wird
option-csv = Durch Kommas getrennte Werte ausgeben
option-share = Auch den Anteil an allen Artikeln des Zeitraums ausgeben
option-facets-limit = Höchstens so viele Werte ausgeben
option-count-no-scan = Ohne erneutes Einlesen der Dateien aus dem Cache antworten
option-facets-no-scan = { option-count-no-scan }
option-timeline-no-scan = { option-count-no-scan }
option-relevance = Die besten Treffer zuerst ausgeben
option-default = Jede Einstellung mit ihrer Erklärung und Vorgabe ausgeben
option-path = Den Pfad der Einstellungsdatei ausgeben
option-check = Alle Fehler in den Einstellungen oder in DATEI melden
option-schema = Das JSON-Schema der Einstellungen für Editoren ausgeben
option-shell = Die Shell, für die ergänzt wird
option-page = Die Seite: das Programm und seine Tasten, ein Unterbefehl, die Einstellungen oder die Anfragesprache
option-man-dir = Stattdessen alle Seiten in dieses Verzeichnis schreiben

# Platzhalter für Werte
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
