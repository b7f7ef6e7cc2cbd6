# Texte des Bildschirms: Kopfzeilen, Eingabezeilen, Meldungen, Gründe.

## Artikel, Tage und Längen

n-articles = { $n } Artikel
n-articles-in-files = { $n } Artikel in { $files } Dateien
n-copies = { $n } Kopien
in-files = In { $n } Dateien: { $paths }
in-files-more = In { $n } Dateien: { $paths } und { $more } weiteren
n-words = { $n ->
    [one] { $n } Wort
   *[other] { $n } Wörter
 }
words-short = { $n }W
n-minutes = { $n } Min.
minutes-left = noch { $n } Min.
seconds-left = noch { $n } s
undated = undatiert
undated-since = undatiert: { $why }
heading-undated = Undatiert
untitled = (ohne Titel)
no-text = kein Text

## Die Liste

list-counts = { $n } Artikel · { $unread } ungelesen
list-counts-of = { $n } von { $total } Artikeln
view-all = Alle
view-unread = Ungelesen
view-starred = Mit Stern
view-changed = Geändert
order-newest = neueste zuerst
order-oldest = älteste zuerst
order-source = nach Quelle
order-source-reversed = nach Quelle, umgekehrt
order-title = nach Titel
order-title-reversed = nach Titel, umgekehrt
order-words = kürzeste zuerst
order-words-reversed = längste zuerst
order-hits = meiste Treffer zuerst
order-hits-reversed = wenigste Treffer zuerst
order-best = beste Treffer zuerst
order-worst = beste Treffer zuletzt
list-opening = Wird geöffnet…
list-reading-files = Dateien werden gelesen…
list-empty = Keine Artikel.
list-empty-more = Textdateien in diesem Verzeichnis erscheinen hier.
list-empty-files = { $n ->
    [one] Die einzige Datei hier ist kein Artikel
   *[other] Keine der { $n } Dateien hier ist ein Artikel
 }; { $key } zeigt die Gründe.
list-empty-other = Ein anderes Verzeichnis lesen: dateline VERZEICHNIS. { $key } beendet.
list-all-read = Alles gelesen.
list-show-all = ga zeigt alle Artikel.
list-no-star = Keine Artikel mit Stern.
list-no-star-more = s setzt einen Stern; ga zeigt alle Artikel.
list-none-changed = Kein gelesener Artikel hat sich geändert.
list-no-article = hier ist kein Artikel
list-day-folded = dieser Tag ist zugeklappt; zo klappt ihn auf
list-still-reading = der Artikel wird noch gelesen
list-no-address = dieser Artikel hat keinen Link
list-no-best-match = „beste Treffer“ gibt es nur in Suchergebnissen
list-no-folding = zuklappen lassen sich Tage nur, wenn alle Artikel nach Datum und mit Überschriften aufgelistet sind
list-no-number = keine Zahl: { $text }
list-still-counting = wird noch gezählt; gleich erneut versuchen
list-nothing-selected = nichts ausgewählt
list-first = dies ist der erste Artikel der Liste
wanted-not-yet = noch nicht in der Liste; der Artikel öffnet sich, sobald seine Datei gelesen ist
list-last = dies ist der letzte Artikel der Liste
no-other-unread = kein anderer ungelesener Artikel
no-unread-below = kein ungelesener Artikel darunter
no-unread-above = kein ungelesener Artikel darüber
n-new = { $n } neu
n-moved = { $n } verschoben
n-changed = { $n } geändert

## Sprünge und Lesezeichen

no-later-place = keine spätere Stelle
no-earlier-place = keine frühere Stelle
bookmark-none = keine Lesezeichen; b und ein Buchstabe setzt eines
bookmark-here = Lesezeichen { $letter } gesetzt; '{ $letter } kommt hierher zurück
bookmark-missing = kein Lesezeichen { $letter }
jump-nearest = keine Artikel für { $text }; hier ist der nächstgelegene
jump-no-date = kein Artikel hier hat ein Datum
jump-what-date = kein Datum: { $text }; möglich sind etwa gestern, 15.2.2022 oder Februar 2022
jump-no-source = keine Quelle passt zu { $text }
jump-no-title = kein Titel passt zu { $text }
# Wörter für Tage, die eingegeben werden können, jedes mit dem englischen, für das es steht.
date-offered = heute, gestern,
    montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag,
    letzte woche, letzten monat, letztes jahr,
    januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember
date-words = heute=today gestern=yesterday morgen=tomorrow vor=ago einem=a einer=a
    tag=day tage=days tagen=days woche=week wochen=weeks monat=month monate=months monaten=months jahr=year jahre=years jahren=years
    letzten=last letzte=last letzter=last letztes=last diesen=this diese=this dieser=this dieses=this
    montag=monday dienstag=tuesday mittwoch=wednesday donnerstag=thursday freitag=friday samstag=saturday sonntag=sunday
    januar=january februar=february märz=march mär=march mai=may juni=june juli=july oktober=october okt=october dezember=december dez=december
jump-no-article = dieser Artikel ist nicht in der Liste

## Suche

results-hint = Suchwörter eingeben. Jedes Wort muss vorkommen.
results-hint-more = "genaue Wortfolge"   -ohne   Esc geht zurück
results-searching = Suche läuft…
results-none-more = Jedes Wort muss in Titel oder Text stehen. Weniger Wörter finden mehr.
results-source = { $name } ist eine Quelle; { $key } geht zu ihren Artikeln.
results-none = Keine passenden Artikel.
results-none-here = Keine passenden Artikel in dieser Ansicht.
results-none-here-more = ga sucht in allen Artikeln.
none-yet = noch keine · { $far }
none-yet-results = Treffer erscheinen hier, sobald Dateien gelesen sind.
none-yet-articles = Artikel erscheinen hier, sobald Dateien gelesen sind.
none-stopped = Keine in den bisher gelesenen Dateien.
none-stopped-more = Das Lesen wurde abgebrochen; R liest den Rest.
so-far-percent = { $percent } % der Dateien gelesen
so-far-files = bisher { $n ->
    [one] { $n } Datei
   *[other] { $n } Dateien
 } gelesen
so-far-indexed = { $percent } % der Artikel indiziert
so-far-looking = suche Dateien
missing-so-far = { $text } (bisher: es werden noch Dateien gelesen)
missing-stopped = { $text } (nicht alle Dateien wurden gelesen)
search-tab = Tab: { $name }
search-syntax = "genaue Wörter"  -ohne
search-also = auch { $words }
search-hits = { $n } Treffer
search-gone = { $n } nicht mehr da
search-hit-of = { $at } von { $n ->
    [one] { $count } Treffer
   *[other] { $count } Treffern
 }
query-with = mit { $words }
query-without = ohne { $words }

## Der Artikel

reader-reading = wird gelesen…
reader-unread = ungelesen
reader-found = { $n } gefunden
reader-match-below = { $found } weiter unten: { $key } geht zur ersten Stelle
reader-nothing-opened = noch kein Artikel geöffnet
reader-nothing-open = kein Artikel geöffnet
reader-number-first = erst eine Zahl eingeben: 50%
reader-nothing-found = keine Suche zum Wiederholen; / findet Wörter in diesem Artikel
reader-again-from-top = Treffer { $count }, weiter am Anfang
reader-again-from-end = Treffer { $count }, weiter am Ende
reader-no-address-but-links = dieser Artikel hat selbst keinen Link; f öffnet einen Link aus dem Text
reader-no-link-here = keine Links auf dem Bildschirm
reader-n-links = { $n ->
    [0] der Text hat keine Links
    [one] der Text hat nur einen Link
   *[other] der Text hat nur { $n } Links
 }
hints-no-link = kein Link mit den Buchstaben { $letters }
reader-no-paragraph = erst mit {"}"} oder {"{"} einen Absatz auswählen
reader-select-more = {"}"} und {"{"} wählen weitere Absätze aus, y kopiert, Y zitiert
reader-one-selected = ein Absatz ausgewählt
reader-copied = { $n ->
    [one] der Absatz
   *[other] { $n } Absätze
 }
reader-quoted = { $n ->
    [one] der Absatz mit Quelle
   *[other] { $n } Absätze mit Quelle
 }
reader-copied-cut = { $copied }, bei 100 kB abgeschnitten, der Grenze von Terminals
find-missing = nicht in diesem Artikel
find-text-missing = nicht in diesem Artikel: { $text }
find-matches = { $n } Treffer

## Typografie

column-left = Textspalte links
column-middle = Textspalte zentriert
column-how-wide = eine Breite angeben: column-width 72
column-wide = Textbreite: { $cells }
column-wide-room = Textbreite: { $cells }, davon passen { $room }
justified = Blocksatz
not-justified = Flattersatz
hyphenated = Silbentrennung an
not-hyphenated = Silbentrennung aus
links-numbered = Links nummeriert: 3f öffnet den dritten
links-plain = Links nicht nummeriert
bidi-terminal = das Terminal ordnet Arabisch und Hebräisch
bidi-ours = Dateline ordnet Arabisch und Hebräisch
spacing-none = keine Leerzeilen zwischen Absätzen
spacing-one = eine Leerzeile zwischen Absätzen
spacing-two = zwei Leerzeilen zwischen Absätzen
not-indented = erste Zeilen nicht eingerückt
indented = erste Zeilen um { $cells ->
    [one] { $cells } Zelle
   *[other] { $cells } Zellen
 } eingerückt

## Markierungen und ihr Verlauf

step-read = { $n ->
    [one] als gelesen markiert
   *[other] { $n } als gelesen markiert
 }
step-unread = { $n ->
    [one] als ungelesen markiert
   *[other] { $n } als ungelesen markiert
 }
step-starred = { $n ->
    [one] Stern gesetzt
   *[other] { $n } Sterne gesetzt
 }
step-unstarred = { $n ->
    [one] Stern entfernt
   *[other] { $n } Sterne entfernt
 }
step-changed = { $n ->
    [one] geändert
   *[other] { $n } geändert
 }
step-seen = { $n ->
    [one] Änderung gesehen
   *[other] { $n } Änderungen gesehen
 }
step-unknown = { $n ->
    [one] von einem neueren dateline geändert
   *[other] { $n } von einem neueren dateline geändert
 }
step-done = { $step } · u macht rückgängig
step-undone = rückgängig: { $step }
step-done-again = wiederhergestellt: { $step }
deed-read = { $n } Artikel als gelesen markieren
deed-unread = { $n } Artikel als ungelesen markieren
deed-star = { $n ->
    [one] { $n } Artikel
   *[other] { $n } Artikeln
 } einen Stern geben
deed-unstar = { $n ->
    [one] { $n } Artikel
   *[other] { $n } Artikeln
 } den Stern nehmen
deed-seen = die Änderungen von { $n ->
    [one] { $n } Artikel
   *[other] { $n } Artikeln
 } als gesehen markieren
deed-open-urls = { $n } Artikel im Browser öffnen
deed-copy-urls = die Links von { $n } Artikeln kopieren
deed-copy-titles = die Titel von { $n } Artikeln kopieren
ask-deed = { $deed }? (j/N)
ask-yes = j
ask-set-bookmark = Lesezeichen für diesen Artikel: Buchstaben eingeben
ask-go-to-bookmark = zu einem Lesezeichen: { $letters }
ask-nothing-changed = nichts geändert
nothing-to-mark = nichts zu ändern: alle sind bereits so markiert
nothing-to-undo = nichts rückgängig zu machen
nothing-to-redo = nichts wiederherzustellen
nothing-to-copy = nichts zu kopieren
no-addresses = keiner von ihnen hat einen Link
too-many = { $n } auf einmal sind zu viele (Grenze { $limit })
copied = kopiert: { $what }
copied-by-terminal = an die Zwischenablage des Terminals gesendet: { $what }
copied-perhaps = an das Terminal gesendet: { $what }, { $n } kB; möglicherweise nimmt es nicht so viel an
copied-lines = { $n ->
    [one] { $n } Zeile
   *[other] { $n } Zeilen
 }
history-title = Verlauf · Enter Artikel · r dorthin · q schließen
history-and-more = { $title } und { $n } weitere
history-undone = (rückgängig)
history-empty = noch keine Änderungen an Markierungen
history-start = vor allen Änderungen

## Statuszeile, Meldungen, Hilfe

key-space = Leertaste
offer-back = zurück
offer-choose = wählen
offer-exclude = ausschließen
offer-narrow = eingrenzen
offer-zoom-in = vergrößern
offer-close-results = Ergebnisse schließen
offer-find = finden
offer-help = Hilfe
offer-mark-read = gelesen
offer-next-result = nächster Treffer
offer-order = Sortierung
offer-quit = beenden
offer-read = lesen
offer-read-on = weiterlesen
offer-results = Ergebnisse
offer-search = suchen
offer-star = Stern
status-messages = { $n ->
    [one] { $n } Meldung
   *[other] { $n } Meldungen
 }
status-problems = { $n ->
    [one] { $n } Problem
   *[other] { $n } Probleme
 }
status-range = Bereich von { $n }
status-selected = { $n } ausgewählt
status-files = { $what } { $n ->
    [one] { $n } Datei…
   *[other] { $n } Dateien…
 }
key-unbound = { $keys } ist hier nicht belegt · { $help } zeigt die Tasten
nothing-is-being-read = es wird gerade nichts gelesen
messages-title = Meldungen · q schließen
messages-empty = noch keine Meldungen
problems-title = Probleme · Enter Artikel lesen · q schließen
problems-no-article = diese Datei ist kein Artikel
problems-none = keine Probleme
problems-more = und mehr: `dateline problems VERZEICHNIS` listet alle auf
help-title = Tasten · / filtern · q schließen
help-title-more = Tasten · j blättern · / filtern · q schließen
help-title-words = Tasten · n nächster Treffer · q schließen
help-words-first = erst / und einige Wörter eingeben
help-nothing-fits = keine passenden Tasten oder Befehle
help-first = Erste Schritte
help-first-read = In der Liste bewegen; den Artikel am Cursor lesen
help-first-read-on = Weiterlesen; am Ende den nächsten ungelesenen Artikel öffnen
help-first-search = Alle Artikel durchsuchen; im Artikel Wörter finden
help-first-mark = Als gelesen markieren; mit Stern markieren
help-first-leave = Zurück; in der Liste beenden
help-more-keys = Weitere Tasten
section-moving = Bewegen
section-reading = Lesen
section-leaving = Verlassen
section-searching = Suchen
section-marking = Markieren
section-links = Links und Kopieren
section-viewing = Ansichten und Reihenfolge
section-selecting = Auswählen
section-jumping = Sprünge und Lesezeichen
section-folding = Tage
section-typography = Text
section-help = Hilfe und Meldungen
section-programs = Andere Programme
section-settings = Einstellungen
section-panes = Aufteilung
section-undoing = Rückgängig machen
section-files = Dateien
section-program = Bildschirm und Beenden
section-editing = Zeile bearbeiten
welcome-what = Dateline liest die Artikel eines Verzeichnisses und ändert dort nie etwas.
welcome-keys = { $open } lesen · { $search } suchen · { $palette } Befehl finden · { $help } alle Tasten · { $quit } beenden
welcome-own = Eigene Dateien lesen: dateline VERZEICHNIS, etwa dateline ~/news
palette-title = Befehle · Enter ausführen · Esc schließen
palette-nothing-fits = kein passender Befehl
prompt-history = Verlauf `{ $words }`:
pane-list = Liste
pane-reader = Artikel
pane-search = Suchzeile
pane-find = Suchzeile im Artikel
pane-global = Liste und Artikel
pane-themes = Farbschemata
pane-help = Hilfe
pane-history = Verlauf
pane-ask = Fragen
pane-filter = Filter der Hilfe
pane-command-line = Befehlszeile
pane-palette = Palette
pane-messages = Meldungen
pane-output = Programmausgabe
pane-problems = Probleme
pane-hints = Link-Buchstaben

## Aufteilung, Maus, Farben

layout-now = Aufteilung { $name }
layout-unknown = unbekannte Aufteilung: { $name }; verfügbar: { $names }
layout-no-divider = Liste und Artikel sind nicht beide auf dem Bildschirm
mouse-works = Maus an
mouse-left = Maus aus: das Terminal wählt damit Text aus
theme-now = Farbschema { $name }
themes-title = Farben · Enter auswählen

## Die Befehlszeile

typed-which = welche Angabe ({ $name })? Tab zeigt die Auswahl
typed-by-background = Nach dem Hintergrund des Terminals
typed-as-it-is = wie es ist
misnamed-unknown = unbekannter Befehl: { $name }
misnamed-near = unbekannter Befehl: { $name }; gemeint vielleicht `{ $near }`?
misnamed-other = unbekannter Befehl: { $name }; { $pointer }
misnamed-write = Markierungen werden sofort gespeichert, Artikel nie geändert
misnamed-edit = `dateline DIR` öffnet ein anderes Verzeichnis; `edit-settings` bearbeitet die Einstellungen
misnamed-source = Einstellungen werden gelesen, sobald sie sich ändern; `edit-settings` bearbeitet sie
misnamed-elsewhere = `{ $name }` ist ein Befehl von { $pane }: `{ $pane }.{ $name }` eingeben
misnamed-told = `{ $name }` hat kein Argument, erhielt aber `{ $told }`
misnamed-empty = nach der Zahl muss ein Befehl folgen, etwa `5 down`
set-next-start = { $set } gilt ab dem nächsten Start: in die Einstellungsdatei eintragen
set-until-left = { $set } · :keep-settings speichert es
settings-kept = für künftige Starts gespeichert: { $names }
settings-nothing-to-keep = nichts zu speichern: diese Einstellungen gelten beim nächsten Start ohnehin

## Programme und der Browser

program-which = welches Programm? Name und Argumente eingeben
program-quotes = unpaariges Anführungszeichen
program-none = kein Programm angegeben
program-no-url = der Link ist keine Web-Adresse
program-thread = Programm nicht gestartet: { $why }
program-not-started = { $name } nicht gestartet: { $why }
program-cannot-start = { $name } kann nicht gestartet werden: { $why }
program-started = { $name } gestartet
program-failed = { $name } fehlgeschlagen: { $status }
program-too-much = angehalten: mehr als 1 MiB Ausgabe
program-done = fertig
output-ended = das Programm ist beendet · q schließen
output-end = { $end } nach { $seconds } s · q schließen
output-running = läuft, { $seconds } s · ^C anhalten
url-opened = { $url } geöffnet
url-refused = nicht geöffnet: nur http- und https-Links werden geöffnet, nicht `{ $url }`
url-no-browser = kein Browser konnte gestartet werden; in $BROWSER einen angeben

## Zeitleiste und Facetten

pane-timeline = Zeitleiste
pane-facets = Gemeinsam
timeline-counting = es wird gezählt …
timeline-none = kein Artikel, der sich zeitlich zeigen ließe
timeline-at = { $period }: { $count } ({ $unread } ungelesen)
timeline-share = { $period }: { $percent } % ({ $n } von { $all })
timeline-undated = { $n } undatiert
timeline-before = { $n } davor
timeline-after = { $n } danach
timeline-burst = Ausschlag
timeline-by-day = nach Tagen
timeline-by-week = nach Wochen
timeline-by-month = nach Monaten
timeline-by-year = nach Jahren
facets-none = kein Wert mit diesen Buchstaben
facets-more = … { $n } weitere
narrow-all = wieder alle Artikel
narrow-now = zurück zu: { $query }
narrow-no-earlier = die Liste war vorher nicht eingegrenzt
narrow-no-later = nichts, was sich wieder eingrenzen ließe

## Wörter im Zusammenhang

pane-context = Wörter im Zusammenhang
context-title = { $bound }{ $n ->
    [one] { $n } Stelle
   *[other] { $n } Stellen
 } in { $articles } Artikeln · { $order }
context-by-left = nach den Wörtern links
context-by-right = nach den Wörtern rechts
context-no-words = erst nach Wörtern suchen; dann steht jede Stelle in ihrem Zusammenhang
context-reading = Artikel werden gelesen …
context-none = keine Stelle, die sich zeigen ließe
context-bound = nur die { $n } Stellen in den neuesten Artikeln sind sortiert
context-unreadable = { $n ->
    [one] { $n } Artikel ist
   *[other] { $n } Artikel sind
 } gerade nicht lesbar
context-read = { $n } von { $all } Artikeln gelesen

## Stapel und Erklärungen

pane-batch = Stapel
batch-title = { $n ->
    [one] { $n } Suchanfrage
   *[other] { $n } Suchanfragen
 } · Enter suchen · R neu zählen · q schließen
batch-counting = wird gezählt …
pane-explanation = Erklärung
explain-title = Erklärung · q schließen
explain-asking = wird gefragt …
explain-no-query = erst suchen; dann wird die Suchanfrage erklärt
## Was Palette und Hilfe zu Wörtern sagen, für die kein Befehl steht

advice-delete-for = löschen entfernen wegwerfen papierkorb umbenennen verschieben delete remove trash rename move
advice-delete = Dateline löscht und ändert keine Dateien. view-unread blendet Gelesenes aus.
advice-open-for = öffnen anderes anderer verzeichnis ordner bibliothek pfad wechseln open another directory folder
advice-open = Ein anderes Verzeichnis öffnen: beenden, dann dateline VERZEICHNIS
advice-language-for = sprache deutsch englisch übersetzung language german english
advice-language = Die Sprache ist eine Einstellung: edit-settings, oder Start mit --set language=en
advice-font-for = schrift schriftart schriftgröße größe größer kleiner zoom font size
advice-font = Schrift und Größe bestimmt das Terminal. column-width ändert die Textbreite.
advice-fetch-for = hinzufügen neu abonnieren importieren herunterladen holen feed rss add subscribe import download
advice-fetch = Dateline liest Dateien eines Verzeichnisses und lädt nichts herunter. Neue Dateien erscheinen von selbst.
advice-note-for = notiz notizen kommentar anmerkung schlagwort schlagwörter etikett note tag
advice-note = Dateline hat keine Notizen oder Schlagwörter. toggle-star und bookmark markieren Artikel.
advice-export-for = exportieren speichern csv json export save
advice-export = Markierungen werden sofort gespeichert. Für andere Programme: pipe oder dateline list --json
advice-hide-for = ausblenden stummschalten ignorieren sperren ausschließen hide mute ignore
advice-hide = Eine Quelle auslassen: nach -source:NAME suchen oder in den Gemeinsamkeiten - drücken.
advice-image-for = bild bilder foto fotos video videos image picture
advice-image = Dateline zeigt nur Text. open-url öffnet den Artikel im Browser.
advice-query-for = regex regulärer ausdruck großschreibung platzhalter operatoren syntax
advice-query = Die Sprache der Suchanfragen erklärt: dateline man query
advice-program-for = version über autor lizenz webseite about
advice-program = Die Version: dateline --version. Alle Befehle und Optionen: dateline --help
advice-duplicates-for = duplikate doppelte kopien gleiche duplicates
advice-duplicates = Gleiche Dateien sind ein Artikel; die Liste zeigt ihre Anzahl, der Artikel ihre Pfade.
advice-email-for = mail senden teilen weiterleiten schicken email share
advice-email = pipe gibt einen Artikel an ein anderes Programm; copy-url kopiert seinen Link.
