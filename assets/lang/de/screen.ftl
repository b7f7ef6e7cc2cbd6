# Was auf dem Bildschirm steht: Kopfzeilen, Eingabezeilen, Meldungen, Gründe.

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
order-best = beste Treffer zuerst
order-worst = beste Treffer zuletzt
list-opening = Wird geöffnet…
list-reading-files = Dateien werden gelesen…
list-empty = Hier gibt es keine Artikel.
list-empty-more = Textdateien, die in den Ordner gelegt werden, erscheinen hier.
list-all-read = Alles gelesen.
list-show-all = ga zeigt alle Artikel.
list-no-star = Kein Artikel hat einen Stern.
list-no-star-more = s setzt einen, ga zeigt alle Artikel.
list-none-changed = Kein bekannter Artikel hat sich geändert.
list-no-article = hier ist kein Artikel
list-day-folded = dieser Tag ist zugeklappt: zo klappt ihn auf
list-still-reading = der Artikel wird noch gelesen
list-no-address = dieser Artikel nennt keine Adresse
list-no-best-match = nur Suchergebnisse haben beste Treffer
list-no-folding = Tage klappen zu, wo alle Artikel nach Datum und mit Überschriften stehen
list-no-number = { $text } ist keine Zahl
list-still-counting = es wird noch gezählt; gleich noch einmal versuchen
list-nothing-selected = nichts ist ausgewählt
list-first = das ist der erste Artikel der Liste
wanted-not-yet = noch nicht in der Liste: der Artikel öffnet sich, sobald seine Datei gelesen ist
list-last = das ist der letzte Artikel der Liste
no-other-unread = kein anderer ungelesener Artikel
no-unread-below = kein ungelesener Artikel darunter
no-unread-above = kein ungelesener Artikel darüber
n-new = { $n } neu
n-moved = { $n } verschoben
n-changed = { $n } geändert

## Sprünge und Lesezeichen

no-later-place = es gibt keine spätere Stelle
no-earlier-place = es gibt keine frühere Stelle
bookmark-none = es gibt kein Lesezeichen: b und ein Buchstabe setzt eines
bookmark-here = Lesezeichen { $letter } ist hier: '{ $letter } kommt zurück
bookmark-missing = es gibt kein Lesezeichen { $letter }
jump-nearest = nichts von { $text }: dies ist am nächsten
jump-no-date = kein Artikel hier hat ein Datum
jump-what-date = { $text } ist kein Datum: etwa gestern, 15.2.2022 oder Februar 2022
jump-no-source = keine Quelle hier heißt { $text }
jump-no-title = kein Titel hier enthält { $text }
# Wörter für Tage, die getippt werden, jedes mit dem englischen, für das es steht.
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

results-hint = Suchwörter eingeben: alle müssen vorkommen.
results-hint-more = "genau diese Wörter"   -ohne   Esc geht zurück
results-searching = Suche läuft…
results-none-more = Jedes Wort muss in Titel oder Text stehen: weniger Wörter finden mehr.
results-source = { $name } ist eine Quelle: { $key } geht zu ihren Artikeln.
results-no-fields = Felder wie title: gibt es noch nicht; gesucht wird in Titel und Text.
results-no-or = OR gibt es noch nicht: alle Wörter müssen vorkommen, auch OR.
results-none = Kein Artikel passt.
results-none-here = In dieser Ansicht passt kein Artikel.
results-none-here-more = ga sucht in allen.
none-yet = noch keine · { $far }
none-yet-results = Treffer erscheinen hier, sobald Dateien gelesen sind.
none-yet-articles = Artikel erscheinen hier, sobald Dateien gelesen sind.
none-stopped = Keine in den Dateien, die gelesen wurden.
none-stopped-more = Das Lesen wurde abgebrochen: R liest den Rest.
so-far-percent = { $percent } % der Dateien gelesen
so-far-files = bisher { $n ->
    [one] { $n } Datei
   *[other] { $n } Dateien
 } gelesen
so-far-indexed = { $percent } % der Artikel indiziert
so-far-looking = suche Dateien
missing-so-far = { $text } (bisher: es werden noch Dateien gelesen)
missing-stopped = { $text } (nicht alle Dateien wurden gelesen)
search-keys = Enter geht zu den Ergebnissen · ^O beste Treffer zuerst · Esc zurück
search-hits = { $n } Treffer
search-unread = ungelesen
search-starred = mit Stern
search-changed = geändert
query-no-word = es gibt kein Wort, das gesucht werden soll
query-minus = hinter dem Minus steht kein Wort
query-open-quote = das Anführungszeichen wird nicht geschlossen
query-star = ein Stern zählt nur am Ende einer Wortfolge
query-empty-quotes = zwischen den Anführungszeichen steht kein Wort

## Der Artikel

reader-reading = wird gelesen…
reader-unread = ungelesen
reader-found = { $n } gefunden
reader-match-below = { $found } weiter unten: { $key } geht zur ersten Stelle
reader-nothing-opened = noch kein Artikel wurde geöffnet
reader-nothing-open = kein Artikel ist geöffnet
reader-number-first = erst eine Zahl: 50%
reader-nothing-found = nichts wurde gesucht: / findet Wörter in diesem Artikel
reader-again-from-top = Treffer { $count }, wieder von oben
reader-again-from-end = Treffer { $count }, wieder von unten
reader-no-address-but-links = dieser Artikel nennt keine Adresse; f öffnet einen Link aus dem Text
reader-no-link-here = auf dem Bildschirm ist kein Link
reader-n-links = { $n ->
    [0] der Text hat keine Links
    [one] der Text hat nur einen Link
   *[other] der Text hat nur { $n } Links
 }
hints-no-link = kein Link hat die Buchstaben { $letters }
reader-no-paragraph = erst einen Absatz auswählen: {"}"} und {"{"} gehen zu einem
reader-select-more = {"}"} und {"{"} wählen mehr Absätze aus, y kopiert, Y zitiert
reader-one-selected = ein Absatz ist ausgewählt
reader-copied = { $n ->
    [one] der Absatz
   *[other] { $n } Absätze
 }
reader-quoted = { $n ->
    [one] der Absatz mit Quelle
   *[other] { $n } Absätze mit Quelle
 }
reader-copied-cut = { $copied }, nach 100 kB abgeschnitten: mehr nehmen Terminals nicht an
find-missing = nicht in diesem Artikel
find-text-missing = { $text } steht nicht in diesem Artikel
find-matches = { $n } Treffer

## Der Satz des Textes

column-left = die Spalte steht links
column-middle = die Spalte steht in der Mitte
column-how-wide = wie viele Zellen? column-width 72
column-wide = Spalte von { $cells } Zellen
column-wide-room = Spalte von { $cells } Zellen, davon passen { $room }
justified = beide Ränder sind gerade
not-justified = Zeilen enden, wie sie enden
hyphenated = Wörter werden getrennt
not-hyphenated = Wörter bleiben ganz
links-numbered = Links haben Nummern: 3f öffnet den dritten
links-plain = Links haben keine Nummern
bidi-terminal = das Terminal ordnet Arabisch und Hebräisch
bidi-ours = Dateline ordnet Arabisch und Hebräisch
spacing-none = keine Leerzeile zwischen Absätzen
spacing-one = eine Leerzeile zwischen Absätzen
spacing-two = zwei Leerzeilen zwischen Absätzen
not-indented = erste Zeilen sind nicht eingerückt
indented = erste Zeilen sind um { $cells ->
    [one] { $cells } Zelle
   *[other] { $cells } Zellen
 } eingerückt

## Markierungen und ihre Geschichte

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
step-done-again = wiederholt: { $step }
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
deed-copy-urls = die Adressen von { $n } Artikeln kopieren
deed-copy-titles = die Titel von { $n } Artikeln kopieren
ask-deed = { $deed }? (y/N)
ask-set-bookmark = Lesezeichen für diesen Artikel: ein Buchstabe
ask-go-to-bookmark = zum Lesezeichen: { $letters }
ask-nothing-changed = nichts wurde geändert
nothing-to-mark = nichts zu markieren: alle sind schon so markiert
nothing-to-undo = nichts rückgängig zu machen
nothing-to-redo = nichts zu wiederholen
nothing-to-copy = nichts zu kopieren
no-addresses = keiner von ihnen nennt eine Adresse
too-many = { $n } sind zu viele: höchstens { $limit } auf einmal
copied = kopiert: { $what }
copied-by-terminal = an die Zwischenablage des Terminals gesendet: { $what }
copied-perhaps = an das Terminal gesendet: { $what }, { $n } kB; so viel nehmen Terminals nicht immer an
copied-lines = { $n ->
    [one] { $n } Zeile
   *[other] { $n } Zeilen
 }
history-title = Verlauf · Enter geht dorthin · q schließt
history-and-more = { $title } und { $n } weitere
history-undone = (rückgängig)
history-empty = noch nichts wurde markiert
history-start = vor all dem

## Statuszeile, Meldungen, Hilfe

status-help = { $key } Hilfe
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
key-unbound = { $keys } bewirkt hier nichts · { $help } zeigt die Tasten
nothing-is-being-read = es wird gerade nichts gelesen
messages-title = Meldungen · q schließt
messages-empty = noch wurde nichts gemeldet
problems-title = Probleme · Enter liest den Artikel · q schließt
problems-no-article = diese Datei ist kein Artikel
problems-none = alle Dateien sind in Ordnung
problems-more = und mehr: dateline problems ORDNER nennt alle
help-title = Tasten · / sucht Wörter · q schließt
help-title-more = Tasten · j blättert · / sucht Wörter · q schließt
help-title-words = Tasten · n zeigt das Nächste von allem mit den Wörtern · q schließt
help-words-first = erst / und ein paar Wörter tippen
help-nothing-fits = keine Taste und kein Befehl hat diese Wörter
palette-title = Befehle · Enter führt aus · Esc zurück
palette-nothing-fits = kein Befehl passt
prompt-history = Verlauf `{ $words }`:
pane-list = Liste
pane-reader = Artikel
pane-search = Suchzeile
pane-find = Suche im Artikel
pane-global = Liste und Artikel
pane-themes = Farbschemata
pane-help = Diese Hilfe
pane-history = Verlauf
pane-ask = Fragen
pane-filter = Wörter in der Hilfe suchen
pane-command-line = Befehlszeile
pane-palette = Palette
pane-messages = Meldungen
pane-output = Ausgabe eines Programms
pane-problems = Probleme
pane-hints = Einen Link wählen

## Aufteilung, Maus, Farben

layout-now = Aufteilung { $name }
layout-unknown = keine Aufteilung heißt `{ $name }`: { $names }
layout-no-divider = Liste und Artikel sind nicht beide auf dem Bildschirm
mouse-works = die Maus wirkt hier
mouse-left = die Maus bleibt dem Terminal, um Text auszuwählen
theme-now = Farbschema { $name }
themes-title = Farben · Enter wählt

## Befehle, die getippt werden

typed-which = was ({ $name })? Tab zeigt, was es gibt
typed-by-background = Nach dem Hintergrund
typed-as-it-is = wie es ist
misnamed-unknown = kein Befehl heißt `{ $name }`
misnamed-near = kein Befehl heißt `{ $name }`; es gibt `{ $near }`
misnamed-other = unbekannter Befehl: { $name }; { $pointer }
misnamed-write = Markierungen sind sofort gespeichert, und Artikel werden nie geschrieben
misnamed-edit = `dateline DIR` öffnet ein anderes Verzeichnis; `edit-settings` bearbeitet die Einstellungen
misnamed-source = Einstellungen werden gelesen, sobald sie sich ändern; `edit-settings` bearbeitet sie
misnamed-elsewhere = `{ $name }` ist ein Befehl von { $pane }: `{ $pane }.{ $name }`
misnamed-told = nach `{ $name }` kommt nichts, aber da steht `{ $told }`
misnamed-empty = nach einer Zahl muss ein Befehl stehen, etwa `5 down`
set-next-start = { $set } gilt vom Start an: in die Einstellungsdatei schreiben
set-until-left = { $set } · :keep-settings behält es
settings-kept = behalten für die nächsten Starts: { $names }
settings-nothing-to-keep = der nächste Start hat diese Einstellungen ohnehin

## Programme und der Browser

program-which = welches Programm? Sein Name, und was ihm gesagt werden soll
program-quotes = ein Anführungszeichen darin hat kein Gegenstück
program-none = kein Programm wurde genannt
program-no-url = seine Adresse ist keine des Webs
program-thread = das Programm wurde nicht gestartet: { $why }
program-not-started = { $name } wurde nicht gestartet: { $why }
program-cannot-start = { $name } lässt sich nicht starten: { $why }
program-started = { $name } gestartet
program-failed = { $name } ist gescheitert: { $status }
program-too-much = angehalten, denn es hat mehr als 1 MiB ausgegeben
program-done = fertig
output-ended = das Programm ist zu Ende; q schließt
output-end = { $end } nach { $seconds } s · q schließt
output-running = läuft, { $seconds } s · ^C hält es an
url-opened = { $url } geöffnet
url-refused = nicht geöffnet: nur http- und https-Adressen, und dies ist `{ $url }`
url-no-browser = kein Browser ließ sich starten; $BROWSER kann einen nennen
