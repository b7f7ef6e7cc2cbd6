# Was der zeilenweise Modus sagt, Zeile für Zeile: Sätze, denn nichts anderes sagt, wo einer endet.

## Der Anfang, und was unterdessen geschieht

plain-library = Bibliothek { $name }: { $counts }.
plain-n-unread = { $n } ungelesen
plain-n-starred = { $n } mit Stern
plain-greeting = Zu tippen sind liste, nächster, eine Nummer der Liste, suche und Wörter, oder ? für alle Befehle.
plain-ready = Bereit.
plain-no-signals = auf Signale lässt sich nicht hören
plain-no-input = auf die Eingabe lässt sich nicht hören
plain-note = Achtung: { $text }
plain-new = { $n ->
    [one] { $n } neuer Artikel; liste zeigt ihn.
   *[other] { $n } neue Artikel; liste zeigt sie.
 }
plain-changes = { $n ->
    [one] { $n } Artikel hat sich geändert; geändert listet ihn auf.
   *[other] { $n } Artikel haben sich geändert; geändert listet sie auf.
 }
plain-work-done = { $n ->
    [one] Die Arbeit ist getan: { $n } Artikel ist da.
   *[other] Die Arbeit ist getan: { $n } Artikel sind da.
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
plain-unknown = Es gibt keinen Befehl „{ $word }“. ? zeigt alle Befehle.
plain-unknown-near = Es gibt keinen Befehl „{ $word }“. Ist { $near } gemeint? ? zeigt alle Befehle.
plain-write = { $why } Zu schreiben ist: { $usage }.
plain-no-argument = Hinter diesem Befehl steht nichts.
plain-no-such-number = „{ $text }“ ist keine Nummer der Liste.
plain-sort-how = Ordnen lässt sich nach datum, quelle, titel oder treffer; umgekehrt dreht um.
plain-n-commands = { $n } Befehle, Ende.

## Was hinter einem Befehl steht

value-number = NUMMER
value-words = WÖRTER
value-order = ORDNUNG

## Die Befehle: was sie tun

line-list = Artikel von oben an auflisten, oder von dieser Nummer an; auch neue
line-more = Weiter, in der Liste oder im Artikel
line-earlier = Eine Seite zurück, in der Liste oder im Artikel
line-again = Die letzte Antwort noch einmal sagen
line-open = Den Artikel dieser Nummer öffnen; die Nummer allein tut es auch
line-next = Den nächsten ungelesenen Artikel öffnen
line-previous = Den ungelesenen Artikel davor öffnen
line-paragraph = Zu einem Absatz des offenen Artikels
line-mark = Den offenen Artikel, oder den dieser Nummer, als gelesen oder ungelesen markieren
line-star = Ihm einen Stern geben oder nehmen
line-mark-all = Alle Artikel der Liste als gelesen markieren; viele nur, wenn es zweimal gesagt wird
line-undo = Die letzte Änderung der Markierungen rückgängig machen
line-redo = Wiederholen, was rückgängig gemacht wurde
line-search = Die Artikel auflisten, in denen diese Wörter stehen; ohne Wörter die Suche verlassen
line-all = Alle Artikel auflisten
line-unread = Ungelesene Artikel auflisten
line-starred = Artikel mit Stern auflisten
line-changed = Artikel auflisten, deren Datei sich seit dem Lesen geändert hat
line-sort = Nach datum, quelle, titel oder treffer ordnen; umgekehrt dreht die Ordnung um
line-browse = Die Adresse im Browser öffnen
line-address = Die Adresse sagen
line-back = Vom Artikel zurück zur Liste
line-status = Sagen, wo man ist und was gerade geschieht
line-problems = Dateien auflisten, die keine Artikel sind, und Artikel, an denen etwas nicht stimmt
line-help = Alle Befehle auflisten
line-quit = Das Programm verlassen

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
name-redo = wiederholen
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
plain-that-have = { $what }, in denen { $query } steht
plain-none-listed = Keine: { $listed }.
plain-number-of = Nummer { $number } von { $total }: { $listed }.
plain-numbers-of = Nummer { $first } bis { $last } von { $total }: { $listed }.
plain-the-end = Ende.
plain-goes-on = Weiter mit Enter.
plain-list-end = Das war das Ende der Liste.
plain-list-start = Das war der Anfang der Liste.
plain-no-number = Es gibt keine Nummer { $number }: die Liste hat { $n }.
plain-no-unread-below = Weiter unten in der Liste ist kein ungelesener Artikel.
plain-no-unread-above = Weiter oben in der Liste ist kein ungelesener Artikel.
plain-search-what = Dazusagen, wonach gesucht werden soll: suche Fähre.
plain-not-searched = Nicht gesucht: { $why }.
plain-none-yet = Noch keine: { $listed }.
plain-so-far = Noch ist nicht alles gelesen.
plain-stopped = Das Lesen wurde abgebrochen: Nicht alle Dateien wurden gelesen.

## Ein Artikel

plain-number = Nummer { $number }: { $title }
plain-problem = Problem: { $kind }: { $detail }
plain-found = { $n ->
    [one] Gefunden in Absatz { $numbers }.
   *[other] Gefunden in den Absätzen { $numbers }.
 }
plain-found-more = Gefunden in den Absätzen { $numbers } und weiteren.
plain-goes-on-at = Weiter geht es bei Absatz { $number }; „absatz 1“ ist der Anfang.
plain-paragraph = Absatz { $number } von { $total }
plain-paragraphs = Absatz { $first } bis { $last } von { $total }
plain-then-end = { $here }, Ende.
plain-then-rest = { $here }, nicht ganz. Weiter mit Enter.
plain-then-more = { $here }. Weiter mit Enter.
plain-article-end = Das war das Ende des Artikels. „nächster“ öffnet einen anderen.
plain-article-start = Das war der Anfang des Artikels.
plain-no-paragraph = { $n ->
    [one] Es gibt keinen Absatz { $number }: der Artikel hat { $n } Absatz.
   *[other] Es gibt keinen Absatz { $number }: der Artikel hat { $n } Absätze.
 }
plain-no-text = Unter dem Kopf steht kein Text.
plain-none-open = Kein Artikel ist offen.
plain-open-which = Dazusagen, welcher: öffnen 12.
plain-number-too = Kein Artikel ist offen: die Nummer dazusagen.
plain-url-opened = Im Browser geöffnet: { $url }

## Markierungen

plain-done = Getan. Jetzt { $mark }: { $what }
plain-undone = Rückgängig gemacht. Jetzt { $mark }: { $what }
plain-redone = Wiederholt. Jetzt { $mark }: { $what }
plain-elsewhere = ein Artikel, der nicht hier ist.
plain-already = Der Artikel war schon { $mark }.
plain-all-already = Alle waren schon gelesen.
plain-mark-all-again = { $n ->
    [one] Die Liste hat { $n } Artikel. alle-gelesen noch einmal tippen, um ihn als gelesen zu markieren.
   *[other] Die Liste hat { $n } Artikel. alle-gelesen noch einmal tippen, um sie als gelesen zu markieren.
 }

## Wo man ist

plain-directory = Es ist das Verzeichnis { $path }.
plain-listed = Aufgelistet: { $listed }: { $n }.
plain-open = Offen ist { $title }
plain-open-number = Offen ist Nummer { $number }, { $title }
plain-one-problem = Problem { $number }
plain-problems = Probleme { $first } bis { $last }
plain-no-problem = Alles ist in Ordnung.
plain-last-problem = Das war das letzte Problem.
