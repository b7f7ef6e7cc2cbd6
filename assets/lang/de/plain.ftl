# Die Zeilen des zeilenweisen Modus: ganze Sätze, denn nur der Punkt zeigt, wo einer endet.

## Der Anfang, und Neues beim Lesen

plain-library = Bibliothek { $name }: { $counts }.
plain-n-unread = { $n } ungelesen
plain-n-starred = { $n } mit Stern
plain-greeting = Mögliche Eingaben: liste, nächster, eine Nummer aus der Liste, suche mit Wörtern, oder ? für alle Befehle.
plain-welcome-own = Eigene Dateien lesen: dateline --plain VERZEICHNIS, etwa dateline --plain ~/news.
plain-ready = Bereit.
plain-no-signals = Signale können nicht empfangen werden
plain-no-input = die Eingabe kann nicht gelesen werden
plain-note = Hinweis: { $text }
plain-new = { $n ->
    [one] { $n } neuer Artikel; „liste“ zeigt ihn.
   *[other] { $n } neue Artikel; „liste“ zeigt sie.
 }
plain-changes = { $n ->
    [one] { $n } Artikel hat sich geändert; „geändert“ listet ihn auf.
   *[other] { $n } Artikel haben sich geändert; „geändert“ listet sie auf.
 }
plain-work-done = { $n ->
    [one] Fertig gelesen: { $n } Artikel.
   *[other] Fertig gelesen: { $n } Artikel.
 }
plain-files-of = { $what }: { $n } von { $total } Dateien
plain-files-so-far = { $n ->
    [one] { $what }: bisher { $n } Datei
   *[other] { $what }: bisher { $n } Dateien
 }
plain-seconds-left = { $n ->
    [one] { $far }, noch etwa { $n } Sekunde.
   *[other] { $far }, noch etwa { $n } Sekunden.
 }
plain-minutes-left = { $far }, noch etwa { $n } Minuten.

## Befehle

plain-or = oder
plain-unknown = Unbekannter Befehl: { $word }. ? zeigt alle Befehle.
plain-unknown-near = Unbekannter Befehl: { $word }. Gemeint vielleicht { $near }? ? zeigt alle Befehle.
plain-write = { $why } Aufruf: { $usage }.
plain-no-argument = Dieser Befehl hat kein Argument.
plain-no-such-number = „{ $text }“ ist keine Nummer aus der Liste.
plain-sort-how = Mögliche Ordnungen: datum, quelle, titel, treffer oder umgekehrt.
plain-n-commands = { $n } Befehle. Ende.

## Argumente von Befehlen

value-number = NUMMER
value-words = WÖRTER
value-order = ORDNUNG

## Beschreibungen der Befehle

line-list = Artikel von oben oder ab einer Nummer auflisten, auch neue
line-more = Weiter in der Liste oder im Artikel
line-earlier = Eine Seite zurück, in der Liste oder im Artikel
line-again = Die letzte Antwort wiederholen
line-open = Einen Artikel nach seiner Nummer öffnen; die Nummer allein genügt
line-next = Den nächsten ungelesenen Artikel öffnen
line-previous = Den vorigen ungelesenen Artikel öffnen
line-paragraph = Zu einem Absatz des geöffneten Artikels
line-mark = Gelesen umschalten, für den geöffneten Artikel oder eine Nummer der Liste
line-star = Stern umschalten, für den geöffneten Artikel oder eine Nummer der Liste
line-mark-all = Alle Artikel der Liste als gelesen markieren; bei vielen zur Bestätigung wiederholen
line-undo = Letzte Änderung an Markierungen rückgängig machen
line-redo = Rückgängig gemachte Änderung wiederherstellen
line-history = Die Änderungen an Markierungen auflisten, oder die Artikel einer davon nach ihrer Nummer
line-filter = Von den aufgelisteten Artikeln nur die mit diesen Wörtern auflisten
line-search = Artikel mit diesen Wörtern auflisten; ohne Wörter die Suche schließen
line-all = Alle Artikel auflisten
line-unread = Ungelesene Artikel auflisten
line-starred = Artikel mit Stern auflisten
line-changed = Artikel auflisten, deren Dateien sich seit dem Lesen geändert haben
line-sort = Nach datum, quelle, titel oder treffer ordnen; „umgekehrt“ kehrt die Reihenfolge um
line-browse = Den Link im Browser öffnen
line-address = Den Link zeigen
line-back = Den Artikel schließen und zurück zur Liste
line-status = Zeigen, was geöffnet ist und was gerade geschieht
line-problems = Übersprungene Dateien und Artikel mit Problemen auflisten
line-help = Alle Befehle auflisten
line-quit = Beenden

## Ihre deutschen Namen: der erste wird genannt, alle können getippt werden, auch die englischen

name-list = liste
name-more = weiter
name-earlier = vorher
name-again = nochmal
name-open = öffnen oeffnen
name-next = nächster naechster
name-previous = voriger
name-paragraph = absatz
name-mark = markieren
name-star = stern
name-mark-all = alle-gelesen
name-undo = rückgängig rueckgaengig
name-redo = wiederherstellen
name-history = verlauf
name-filter = filtern einschränken
name-search = suche suchen
name-all = alle
name-unread = ungelesen ungelesene
name-starred = mit-stern
name-changed = geändert
name-sort = ordnen
name-browse = browser
name-address = adresse
name-back = zurück zurueck
name-problems = probleme
name-help = hilfe
name-quit = ende
name-order-date = datum
name-order-source = quelle
name-order-title = titel
name-order-match = treffer
name-order-reverse = umgekehrt

## Die Liste

plain-all = alle Artikel
plain-unread = ungelesene Artikel
plain-starred = Artikel mit Stern
plain-changed = geänderte Artikel
plain-that-have = { $what } mit { $query }
plain-none-listed = Keine: { $listed }.
plain-number-of = Nummer { $number } von { $total }: { $listed }.
plain-numbers-of = Nummer { $first } bis { $last } von { $total }: { $listed }.
plain-the-end = Ende.
plain-goes-on = Weiter mit Enter.
plain-list-end = Das war das Ende der Liste.
plain-list-start = Das war der Anfang der Liste.
plain-no-number = Die Liste hat keine Nummer { $number }; sie endet bei { $n }.
plain-no-unread-below = Kein ungelesener Artikel weiter unten in der Liste.
plain-no-unread-above = Kein ungelesener Artikel weiter oben in der Liste.
plain-search-what = Suchwörter angeben: suche Fähre.
plain-not-searched = Suche nicht möglich: { $why }.
plain-none-yet = Noch keine: { $listed }.
plain-so-far = Noch sind nicht alle Dateien gelesen.
plain-stopped = Das Lesen wurde abgebrochen: nicht alle Dateien wurden gelesen.
plain-gone = { $n ->
    [one] { $n } weiterer Artikel dieses Schritts ist nicht mehr in der Bibliothek.
   *[other] { $n } weitere Artikel dieses Schritts sind nicht mehr in der Bibliothek.
 }

## Der Verlauf der Markierungen

plain-step = Schritt { $number }, { $date }, { $time }: { $what }
plain-step-undone = Schritt { $number }, { $date }, { $time }, rückgängig gemacht: { $what }
plain-no-step = Noch keine Änderungen an Markierungen.
plain-steps-go-on = Tippen Sie verlauf und eine Nummer, um die Artikel dieses Schritts aufzulisten. Enter zeigt ältere Schritte.
plain-steps-end = Tippen Sie verlauf und eine Nummer, um die Artikel dieses Schritts aufzulisten. Ende.

## Ein Artikel

plain-number = Nummer { $number }: { $title }
plain-problem = Problem: { $kind }: { $detail }
plain-found = { $n ->
    [one] Gefunden in Absatz { $numbers }.
   *[other] Gefunden in den Absätzen { $numbers }.
 }
plain-found-more = Gefunden in den Absätzen { $numbers } und weiteren.
plain-goes-on-at = Weiter bei Absatz { $number }; „absatz 1“ ist der Anfang.
plain-paragraph = Absatz { $number } von { $total }
plain-paragraphs = Absatz { $first } bis { $last } von { $total }
plain-then-end = { $here }. Ende.
plain-then-rest = { $here }, teilweise. Weiter mit Enter.
plain-then-more = { $here }. Weiter mit Enter.
plain-article-end = Das war das Ende des Artikels. „nächster“ öffnet einen anderen.
plain-article-start = Das war der Anfang des Artikels.
plain-no-paragraph = { $n ->
    [one] Der Artikel hat keinen Absatz { $number }, sondern { $n } Absatz.
   *[other] Der Artikel hat keinen Absatz { $number }, sondern { $n } Absätze.
 }
plain-no-text = Der Artikel hat keinen Text.
plain-none-open = Kein Artikel ist geöffnet.
plain-open-which = Eine Nummer angeben: öffnen 12.
plain-number-too = Kein Artikel ist geöffnet. Eine Nummer angeben.
plain-url-opened = Im Browser geöffnet: { $url }

## Markierungen

plain-done = Erledigt. Jetzt { $mark }: { $what }
plain-undone = Rückgängig gemacht. Jetzt { $mark }: { $what }
plain-redone = Wiederholt. Jetzt { $mark }: { $what }
plain-elsewhere = ein Artikel, der nicht in dieser Bibliothek ist.
plain-already = Der Artikel war bereits { $mark }.
plain-all-already = Alle waren bereits gelesen.
plain-mark-all-again = { $n ->
    [one] Die Liste hat { $n } Artikel. Noch einmal „alle-gelesen“ eingeben, um ihn als gelesen zu markieren.
   *[other] Die Liste hat { $n } Artikel. Noch einmal „alle-gelesen“ eingeben, um sie als gelesen zu markieren.
 }

## Die Stelle

plain-directory = Verzeichnis: { $path }.
plain-listed = Aufgelistet sind { $listed }: { $n }.
plain-open = Geöffnet: { $title }
plain-open-number = Geöffnet: Nummer { $number }, { $title }
plain-one-problem = Problem { $number }
plain-problems = Probleme { $first } bis { $last }
plain-no-problem = Keine Probleme.
plain-last-problem = Das war das letzte Problem.

plain-counted = { $name }: { $n } Artikel
plain-burst = , ein Ausschlag
plain-earlier-periods = { $n } frühere Zeiträume werden nicht gezeigt.
plain-undated = Undatiert: { $n }.
plain-more-values = { $n ->
    [0] Ende.
   *[other] { $n } weitere.
 }
plain-place = { $source }, { $date }: { $passage }
plain-timeline-how = Tippen Sie timeline, oder timeline und tag, woche, monat oder jahr.
plain-facets-how = Tippen Sie facets und quelle, ordner, jahr, monat, sprache, zustand oder länge.
line-context = Jede Stelle, die die Suche findet, mit den Wörtern um sie herum zeigen: nach Datum, oder nach den Wörtern links oder rechts
line-explain = Erklären, wie die Suchanfrage verstanden wird und was jeder Teil findet
line-timeline = Die Artikel der Liste nach Tag, Woche, Monat oder Jahr zählen
line-facets = Sie nach Quelle, Ordner, Jahr, Monat, Sprache, Zustand oder Länge zählen
name-context = zusammenhang
name-explain = erklären erklaeren
name-timeline = zeitleiste
name-facets = facetten
name-by-day = tag
name-by-week = woche
name-by-month = monat
name-by-year = jahr
name-by-source = quelle
name-by-folder = ordner
name-by-language = sprache
name-by-state = zustand
name-by-length = länge
plain-heading = Überschrift:
plain-quotation = Zitat:
plain-item = Punkt:
plain-item-n = Punkt { $number }:
plain-item-done = Punkt, erledigt:
plain-item-open = Punkt, offen:
plain-code = Code:
plain-columns = Tabelle, Spalten:
plain-row = Zeile:
plain-rule = Trennlinie.
plain-context-how = Möglich sind zusammenhang, oder zusammenhang und datum, links oder rechts.
plain-batch-what = Eine Datei mit einer Suchanfrage je Zeile angeben: stapel anfragen.txt.
plain-between = { $counted }, { $first } bis { $last }
plain-no-place = Keine solche Stelle.
plain-places = Stelle { $first } bis { $last }.
plain-places-of = Stelle { $first } bis { $last } von { $n }.
line-batch = Zählen, was jede Suchanfrage einer Datei findet, eine je Zeile
name-batch = stapel
name-by-date = datum
name-by-left = links
name-by-right = rechts
