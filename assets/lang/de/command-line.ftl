# Was außerhalb des Bildschirms gesagt wird, und was in eigenen Dateien falsch ist.

## Unterbefehle

cli-no-home = es gibt kein Heimatverzeichnis; --config kann eine Datei nennen
cli-no-settings = es gibt kein { $path }: die Vorgaben gelten
cli-cannot-write = { $path } lässt sich nicht schreiben
cli-cannot-create = { $path } lässt sich nicht anlegen
cli-no-editor = weder VISUAL noch EDITOR sagt, welcher Editor gemeint ist
cli-editor-start = der Editor { $program } lässt sich nicht starten
cli-editor-failed = der Editor { $program } ist gescheitert: { $status }
cli-counts = { $articles }, { $unread } ungelesen
cli-problems = { $n ->
    [one] { $n } Problem; `dateline problems` nennt es
   *[other] { $n } Probleme; `dateline problems` nennt sie
 }
cli-directory-after = das Verzeichnis gehört hinter den Unterbefehl
cli-directory-first = das Verzeichnis { $path } gehört vor die Anfrage
cli-no-directory = { $path } ist kein Verzeichnis
cli-not-there = { $path } gibt es nicht
cli-cannot-open = { $path } lässt sich nicht öffnen: { $why }
cli-no-last = bisher wurde kein Verzeichnis gelesen; bitte eines nennen
cli-unknown-subcommand = unbekannter Unterbefehl: { $name }. Gemeint ist vielleicht { $near }.
cli-query = Anfrage `{ $query }`: { $why }
cli-query-bytes = die Anfrage ist nicht UTF-8
cli-query-missing = { $path } ist ein Verzeichnis: dahinter gehört eine Anfrage; ein Wort steht in Anführungszeichen, etwa '"Wort"'
cli-nothing-in-last = nichts gefunden in { $path }, dem zuletzt gelesenen Verzeichnis
cli-no-article = kein Artikel `{ $name }` in { $path }
cli-several = `{ $name }` ist der Anfang von { $n } Kennungen; mindestens { $least } Zeichen sind nötig: { $beginnings }
terminal-none = die Standardausgabe ist kein Terminal; `dateline --plain` und `dateline list` geben stattdessen aus
terminal-dumb = auf diesem Terminal lässt sich nicht zeichnen (TERM=dumb); siehe `dateline --plain`
terminal-unknown = TERM ist nicht gesetzt, also ist unbekannt, wie zu zeichnen ist; siehe `dateline --plain`
cannot-draw = auf diesem Terminal lässt sich nicht zeichnen
cannot-listen = dem Terminal lässt sich nicht zuhören
cannot-work = die Arbeit im Hintergrund lässt sich nicht beginnen

## Einstellungen

settings-unreadable = die Einstellungen { $path } lassen sich nicht lesen: { $why }
settings-read = die Einstellungen wurden neu gelesen
settings-wrong = { $why }; alles bleibt, wie es war
settings-fault = Einstellungen, Zeile { $line }: { $text }
mistake-at = Zeile { $line }, Spalte { $column }: { $text }
did-you-mean = ; gemeint ist vielleicht `{ $near }`
there-are = ; es gibt: { $names }
set-how = ABSCHNITT.NAME=WERT schreiben
setting-no-name = keine Einstellung heißt `{ $name }`{ $near }
setting-no-choice = `{ $name }` steht hier nicht zur Wahl{ $near }
setting-no-variable = { $name }: keine Einstellung von [{ $section }]{ $near }
setting-near = keine Einstellung heißt `{ $name }`; es gibt `{ $near }`
setting-unknown = keine Einstellung heißt `{ $name }`; Tab nach `set` zeigt sie
setting-cannot-be = { $name } kann nicht { $value } sein: { $why }
setting-language = keine Sprache heißt `{ $name }`; es gibt auto, { $names }
setting-folder = ein Verzeichnis wird ganz oder ab `~/` geschrieben: { $path }
setting-encoding = unbekannte Kodierung: { $name }; zu schreiben ist etwa windows-1252 oder gb18030
setting-keys = Tasten werden in der Datei mit den Einstellungen belegt; hier lässt sich nur keys.preset angeben
setting-locale = kein Gebietsschema heißt `{ $name }`; auto, C oder eines wie de_DE
columns-no-title = zu den Spalten einer Zeile muss "title" gehören
columns-twice = eine Zeile kann jede Spalte nur einmal haben
row-lines = ein Artikel hat 1 Zeile oder 2
date-format = das schreibt kein Datum: "%d. %b %Y" ist 03. Mär 2026

## Tasten

keys-fault = Tasten: { $text }
keys-none = keine Taste ist genannt; die Leertaste heißt `<space>`
keys-neither = `{ $name }` ist weder `preset` noch die Tabelle eines Fensters
keys-neither-near = `{ $name }` ist weder `preset` noch die Tabelle eines Fensters; gemeint ist vielleicht `{ $near }`
keys-no-command = `{ $name }` braucht einen Befehl in Anführungszeichen, oder mehrere in Klammern
keys-twice = `{ $name }` ist schon in Zeile { $line } belegt
keys-clash = `{ $name }` und `{ $other }` aus Zeile { $line } schließen sich aus: eines beginnt das andere
keys-hidden = `{ $keys }` in { $pane } tritt an die Stelle von { $hidden }
key-unknown = keine Taste heißt `{ $name }`
key-near = keine Taste heißt `{ $name }`; es gibt `<{ $near }>`
pane-unknown = kein Fenster heißt `{ $name }`; es gibt { $names }
pane-near = kein Fenster heißt `{ $name }`; es gibt `{ $near }`
preset-unknown = keine Vorlage heißt `{ $name }`; es gibt { $names }

## Farbschemata

theme-unknown = kein Farbschema heißt `{ $name }`{ $near }
theme-unreadable = das Farbschema { $path } lässt sich nicht lesen: { $why }
theme-mistake = Farbschema { $path }: { $mistake }
theme-size = keine Datei von der Größe eines Farbschemas
theme-parent = darauf lässt sich nicht aufbauen: { $why }
theme-empty = darin steht nichts
theme-kinds = `inherits` ist ein Name, die anderen sind Tabellen
theme-no-part = ein Farbschema hat kein `{ $name }`{ $near }
theme-no-slot = nichts heißt `{ $name }`{ $near }
theme-no-style = ein Stil hat kein `{ $name }`{ $near }
theme-no-colour = keine Farbe heißt `{ $name }`{ $near }
theme-colour-how = keine Farbe; etwa "#ffcc00", "bright-blue", "default" oder 0 bis 255
theme-colour-kind = eine Farbe ist ein Text oder 0 bis 255
theme-style-how = ein Stil ist eine Farbe oder {"{"} fg = …, bg = …, bold = true {"}"}
theme-truth = das ist `true` oder `false`
base16-colour = `{ $value }` ist keine Farbe wie "181818"
base16-missing = ein base16-Schema hat sechzehn Farben; es fehlen: { $names }
base16-line = keine Zeile `name: "wert"`
base16-quote = ein Anführungszeichen wird nicht geschlossen
base16-after = nach dem Wert in Anführungszeichen steht noch etwas

## Argumente

usage-heading = Aufruf:
usage-commands = Befehle
usage-options = Optionen
usage-arguments = Argumente
usage-possible = [möglich: { $values }]
usage-default = [Vorgabe: { $value }]
usage-unknown = nichts heißt `{ $argument }`; siehe --help
usage-missing = es fehlt: { $argument }; siehe --help
usage-no-value = { $argument } nimmt keinen Wert an, aber da steht `{ $value }`; siehe --help
usage-conflict = `{ $argument }` passt nicht zum Übrigen; siehe --help
usage-value = `{ $value }` ist nichts für { $argument }: { $values }
cli-n-unread = { $n } ungelesen
cli-more-values = … und { $n } weitere
