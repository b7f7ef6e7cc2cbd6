# Meldungen außerhalb des Bildschirms, und Fehler in eigenen Dateien.

## Unterbefehle

cli-no-home = kein Home-Verzeichnis gefunden; mit --config eine Datei angeben
cli-no-settings = keine Einstellungsdatei { $path }; die Vorgaben gelten
cli-cannot-write = { $path } kann nicht geschrieben werden
cli-cannot-create = { $path } kann nicht angelegt werden
cli-no-editor = kein Editor festgelegt; VISUAL oder EDITOR setzen
cli-editor-start = der Editor { $program } kann nicht gestartet werden
cli-editor-failed = Fehler im Editor { $program }: { $status }
cli-counts = { $articles }, { $unread } ungelesen
cli-problems = { $n ->
    [one] { $n } Problem; siehe `dateline problems`
   *[other] { $n } Probleme; siehe `dateline problems`
 }
cli-directory-after = das Verzeichnis gehört hinter den Unterbefehl
cli-no-directory = { $path } ist kein Verzeichnis
cli-not-there = { $path } existiert nicht
cli-cannot-open = { $path } kann nicht geöffnet werden: { $why }
cli-no-last = bisher wurde kein Verzeichnis geöffnet; bitte eines angeben, etwa .
cli-directory-needed = { $why }; vor einer Suchanfrage muss das Verzeichnis stehen, etwa .
cli-unknown-subcommand = unbekannter Unterbefehl: { $name }. Gemeint vielleicht { $near }?
cli-query = Suchanfrage `{ $query }`, Spalte { $column }: { $why }
cli-query-empty = die Suchanfrage ist leer
cli-query-bytes = die Suchanfrage ist kein gültiges UTF-8
cli-query-missing = { $path } ist ein Verzeichnis; danach fehlt eine Suchanfrage. Um das Wort selbst zu suchen, in Anführungszeichen setzen: '"Wort"'
cli-no-article = kein Artikel `{ $name }` in { $path }
cli-several = `{ $name }` passt auf { $n } Kennungen; mindestens { $least } Zeichen angeben: { $beginnings }
terminal-none = die Standardausgabe ist kein Terminal; stattdessen `dateline --plain` oder `dateline list` verwenden
terminal-dumb = dieses Terminal kann keinen Bildschirm darstellen (TERM=dumb); `dateline --plain` verwenden
terminal-unknown = TERM ist nicht gesetzt; TERM setzen oder `dateline --plain` verwenden
cannot-draw = Darstellung auf diesem Terminal nicht möglich
cannot-listen = Eingaben des Terminals können nicht gelesen werden
cannot-work = die Hintergrundarbeit kann nicht gestartet werden

## Einstellungen

settings-unreadable = die Einstellungsdatei { $path } kann nicht gelesen werden: { $why }
settings-read = Einstellungen neu geladen
settings-wrong = { $why }; Einstellungen unverändert
settings-fault = Einstellungen, Zeile { $line }: { $text }
mistake-at = Zeile { $line }, Spalte { $column }: { $text }
did-you-mean = ; gemeint vielleicht `{ $near }`?
there-are = ; verfügbar: { $names }
set-how = erwartet: ABSCHNITT.NAME=WERT
setting-no-name = unbekannte Einstellung: { $name }{ $near }
setting-no-choice = unbekannter Wert: { $name }{ $near }
setting-no-variable = { $name }: unbekannte Einstellung in [{ $section }]{ $near }
setting-near = unbekannte Einstellung: { $name }; gemeint vielleicht `{ $near }`?
setting-unknown = unbekannte Einstellung: { $name }; Tab nach `set` listet alle auf
setting-cannot-be = { $name } kann nicht auf { $value } gesetzt werden: { $why }
setting-language = unbekannte Sprache: { $name }; verfügbar: auto, { $names }
setting-folder = ein Verzeichnis muss ein absoluter Pfad sein oder mit `~/` beginnen: { $path }
setting-encoding = unbekannte Kodierung: { $name }; erwartet wird ein Name wie windows-1252 oder gb18030
setting-keys = Tasten werden in der Einstellungsdatei belegt; hier kann nur keys.preset gesetzt werden
setting-locale = unbekanntes Gebietsschema: { $name }; möglich sind auto, C oder ein Name wie de_DE
columns-no-title = die Spalten müssen "title" enthalten
columns-twice = jede Spalte kann nur einmal vorkommen
row-lines = ein Artikel hat 1 oder 2 Zeilen
date-format = dieses Format enthält kein Datum; "%d. %b %Y" ergibt 03. Mär 2026

## Tasten

keys-fault = Tasten: { $text }
keys-none = keine Taste angegeben; die Leertaste heißt `<space>`
keys-neither = `{ $name }` ist weder `preset` noch ein Fenster
keys-neither-near = `{ $name }` ist weder `preset` noch ein Fenster; gemeint vielleicht `{ $near }`?
keys-no-command = `{ $name }` braucht einen Befehl in Anführungszeichen oder eine Liste von Befehlen in Klammern
keys-twice = `{ $name }` ist bereits in Zeile { $line } belegt
keys-clash = `{ $name }` steht in Konflikt mit `{ $other }` in Zeile { $line }: das eine ist der Anfang des anderen
keys-hidden = `{ $keys }` in { $pane } verdeckt { $hidden }
key-unknown = unbekannte Taste: { $name }
key-near = unbekannte Taste: { $name }; gemeint vielleicht `<{ $near }>`?
pane-unknown = unbekanntes Fenster: { $name }; verfügbar: { $names }
pane-near = unbekanntes Fenster: { $name }; gemeint vielleicht `{ $near }`?
preset-unknown = unbekannte Vorlage: { $name }; verfügbar: { $names }

## Farbschemata

theme-unknown = unbekanntes Farbschema: { $name }{ $near }
theme-unreadable = das Farbschema { $path } kann nicht gelesen werden: { $why }
theme-mistake = Farbschema { $path }: { $mistake }
theme-size = zu groß für ein Farbschema oder keine normale Datei
theme-parent = dieses Farbschema kann nicht als Grundlage dienen: { $why }
theme-empty = das Farbschema ist leer
theme-kinds = `inherits` muss ein Name sein, alles andere eine Tabelle
theme-no-part = unbekannter Abschnitt des Farbschemas: { $name }{ $near }
theme-no-slot = unbekanntes Element: { $name }{ $near }
theme-no-style = unbekanntes Stilattribut: { $name }{ $near }
theme-no-colour = unbekannte Farbe: { $name }{ $near }
theme-colour-how = keine Farbe; möglich sind "#ffcc00", "bright-blue", "default" oder 0 bis 255
theme-colour-kind = eine Farbe muss ein Text oder eine Zahl von 0 bis 255 sein
theme-style-how = ein Stil muss eine Farbe sein oder {"{"} fg = …, bg = …, bold = true {"}"}
theme-truth = erwartet: `true` oder `false`
base16-colour = `{ $value }` ist keine Farbe wie "181818"
base16-missing = ein base16-Schema braucht sechzehn Farben; es fehlen: { $names }
base16-line = erwartet: eine Zeile `name: "wert"`
base16-quote = schließendes Anführungszeichen fehlt
base16-after = unerwarteter Text nach dem Wert in Anführungszeichen

## Argumente

usage-heading = Aufruf:
usage-commands = Befehle
usage-options = Optionen
usage-arguments = Argumente
usage-possible = [möglich: { $values }]
usage-default = [Vorgabe: { $value }]
usage-unknown = unerwartetes Argument `{ $argument }`; siehe --help
usage-missing = fehlendes Argument: { $argument }; siehe --help
usage-no-value = { $argument } nimmt keinen Wert an, erhielt aber `{ $value }`; siehe --help
usage-conflict = `{ $argument }` lässt sich nicht mit den übrigen Argumenten kombinieren; siehe --help
usage-value = ungültiger Wert `{ $value }` für { $argument }: { $values }
cli-n-unread = { $n } ungelesen
cli-more-values = … und { $n } weitere
cli-cannot-read = { $path } kann nicht gelesen werden
cli-not-checked = die Zeiten der Ordner wurden geprüft, aber nicht jede von { $n } Dateien: ein Text, der in seiner Datei geändert wurde, kann übersehen sein; --fresh prüft jede Datei
cli-stdin = die Standardeingabe
cli-null-terminal = -0 gibt rohe Pfade für andere Programme aus; weiterleiten, etwa mit `| xargs -0`
cli-unread-bodies = { $n ->
    [one] der Text von { $n } Artikel konnte nicht gelesen werden
   *[other] die Texte von { $n } Artikeln konnten nicht gelesen werden
 }
cli-format-open = schließende Klammer {"}"} fehlt nach `{ $text }`
cli-format-brace = unerwartete Klammer {"}"} bei `{ $text }`; als Zeichen {"}}"} schreiben
cli-format-near = unbekanntes Feld: { $name }. Gemeint vielleicht { $near }?
cli-format-unknown = unbekanntes Feld: { $name }; verfügbar: { $names }
cli-kwic-bound = nur die { $n } Zeilen der neuesten Artikel sind sortiert und ausgegeben; es gibt mehr
cli-kwic-unreadable = { $n ->
    [one] { $n } Artikel konnte nicht gelesen werden
   *[other] { $n } Artikel konnten nicht gelesen werden
 }
cli-batch-line = { $path }, Zeile { $line }, Spalte { $column }: { $why }
cli-batch-bytes = { $path } ist kein gültiges UTF-8
cli-batch-empty = keine Suchanfragen in { $path }
cli-head-query = Suchanfrage
cli-head-hits = Treffer
cli-head-sources = Quellen
cli-head-first = erster
cli-head-last = letzter

## Erklärungen von Suchanfragen

explain-understood = Verstanden als: { $query }
explain-everything = alle Artikel
explain-index = Index
explain-texts = Texte
explain-columns = Spalten
explain-catalogue = Katalog
explain-marks = Markierungen
explain-of-left = { $n ->
    [one] { $by }, von { $n } verbliebenen Artikel
   *[other] { $by }, von { $n } verbliebenen Artikeln
 }
explain-also-more = auch { $words } und { $n } weitere
explain-also-many = auch { $words } und mindestens { $n } weitere
