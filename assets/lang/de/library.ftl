# Was zu Dateien, Index, Markierungen und der Arbeit im Hintergrund gesagt wird.

## Probleme von Artikeln, und Dateien, die keine sind

kind-undated = undatiert
kind-impossible-date = unmögliches Datum
kind-open-date = offenes Datum
kind-no-title = ohne Titel
kind-damaged-text = beschädigter Text
kind-control-characters = Steuerzeichen
kind-too-large = zu groß
kind-no-body = ohne Text
problem-undated = kein Datum im Text oder im Pfad
problem-open-date = { $stated } lässt sich auf zwei Arten lesen; library.day-order legt es fest
day-read-day-first = { $day } (Tag zuerst)
day-read-month-first = { $day } (Monat zuerst)
problem-no-title = kein Titel ist angegeben
problem-no-body = kein Text unter dem Kopf
problem-damaged-text = { $n ->
    [one] { $n } Stelle passt nicht zur Kodierung
   *[other] { $n } Stellen passen nicht zur Kodierung
 }
problem-control-characters = { $n ->
    [one] { $n } Zeichen ersetzt oder weggelassen
   *[other] { $n } Zeichen ersetzt oder weggelassen
 }
problem-too-large = { $n } Byte, von denen die ersten { $shown } gezeigt werden
file-empty = die Datei ist leer
file-binary = die Datei ist kein Text
file-apple-double = eine Begleitdatei von macOS, kein Text
file-special = eine Pipe, ein Socket oder Gerät, keine Datei
file-unreadable = nicht lesbar: { $why }
link-dangling = ein Verweis ins Leere
link-loop = ein Verweis, der zu sich selbst zurückführt
link-leaves = ein Verweis aus der Bibliothek hinaus

## Die Bibliothek

error-folder = der Ordner { $path } lässt sich nicht öffnen: { $why }
error-article = { $path } lässt sich nicht lesen: { $why }
error-changed = { $path } hat sich auf der Platte geändert; die Datei wird neu gelesen
error-no-article = in dieser Bibliothek gibt es keinen Artikel { $id }
error-cache = der Index lässt sich nicht lesen und wird neu aufgebaut: { $why }
error-search-damaged = Suche nicht möglich; der Suchindex wird neu aufgebaut: { $why }
error-no-home = auf diesem System ist kein Cache-Ordner bekannt; --cache-dir kann einen nennen
error-search = Suche nicht möglich: { $why }
error-no-answer = das Archiv antwortet nicht: { $why }
error-nothing-came = es kam nichts zurück
error-cancelled = aufgegeben, denn Neueres wurde verlangt
folder-gone = der Ordner { $path } ist fort oder verschlossen: { $why }
catalogue-lost = die Liste der Artikel lässt sich nicht einmal im Speicher halten ({ $why })
catalogue-again = die Liste wird aus den Artikeln neu gemacht: { $why }
catalogue-damaged = der Katalog ist beschädigt
cache-in-memory = der Cache { $path } ist nicht beschreibbar ({ $why }): Neues wird bei jedem Start wieder gelesen
work-reading = lese
work-indexing = indiziere
watch-partial = nicht alle Ordner können überwacht werden ({ $why }): alle paar Sekunden wird nachgesehen
watch-gone = er ist fort oder kein Ordner
watch-settings = die Einstellungen erlauben nicht mehr
watch-limit = die Grenze { $limit } ist erreicht
watch-partial-never = nicht alle Ordner können überwacht werden ({ $why }): erst ein neuer Durchgang zeigt, was sich geändert hat
watch-silent = { $path } liegt auf einem Dateisystem, das nicht alle Änderungen meldet ({ $kind }): Dateline sieht alle { $n ->
        [one] Sekunde
       *[other] { $n } Sekunden
    } nach
watch-silent-never = { $path } liegt auf einem Dateisystem, das nicht alle Änderungen meldet ({ $kind }): erst ein neuer Durchgang zeigt, was sich geändert hat
watch-overflow = mehr hat sich auf einmal geändert, als das System melden konnte: alles wird angesehen

## Der Suchindex

index-not-ready = der Suchindex wird noch geöffnet; die Treffer kommen von selbst
index-locked = eine andere Instanz schreibt gerade den Suchindex
index-damaged = der Suchindex ist nicht zu gebrauchen: { $why }
index-io = der Suchindex lässt sich nicht benutzen: { $why }
index-cancelled = die Suche wurde aufgegeben
index-built-anew = die Suche wird neu vorbereitet: { $why }
index-none = es gibt keinen
index-version = das Programm ist von einer anderen Version
index-other = die Liste der Dateien ist eine neue
index-given-up = der Suche fehlt bis zum nächsten Start, was neu ist: { $why }
index-again = der Index wird neu aufgebaut: { $why }
index-impossible = Suche ist nicht möglich: { $why }

## Die Markierungen; „doing“ ist eine Nennform mit „zu“

mark-read = gelesen
mark-unread = ungelesen
mark-starred = mit Stern
mark-unstarred = ohne Stern
mark-changed = geändert
mark-seen = nicht geändert
marks-read = die Markierungen zu lesen
marks-read-log = die Liste der Änderungen zu lesen
marks-read-history = den Verlauf zu lesen
marks-read-position = eine Lesestelle zu lesen
marks-read-setting = eine Einstellung zu lesen
marks-read-versions = die Fassungen eines Artikels zu lesen
marks-keep-position = eine Lesestelle zu sichern
marks-keep-setting = eine Einstellung zu sichern
marks-change = Markierungen zu ändern
marks-undo = rückgängig zu machen
marks-redo = zu wiederholen
marks-carry = Markierungen auf die geänderten Artikel zu übertragen
marks-make-room = Platz für Markierungen zu schaffen
marks-open = die Markierungen zu öffnen
marks-split = der Bibliothek eigene Markierungen zu geben
marks-join = die eigenen Markierungen der Bibliothek mit den übrigen zusammenzuführen
marks-copy = die Markierungen zu kopieren
marks-folder = den Ordner der Markierungen anzulegen
marks-set-aside = die beschädigten Markierungen beiseitezulegen
marks-save = die beschädigten Markierungen zu retten
error-marks-read-only = { $path } lässt sich nur lesen; Rechte prüfen, dann dateline neu starten
error-marks-newer = { $path } stammt von einem neueren dateline (Format { $found }, dieses kennt { $known }); dateline aktualisieren, um Markierungen zu ändern
error-marks-foreign = { $path } ist die Datenbank eines anderen Programms, nicht die Markierungen von dateline; sie verschieben oder einen anderen Datenordner wählen
error-marks-damaged = nicht möglich, { $doing }: { $path } ist beschädigt; dateline neu starten, um zu retten, was lesbar ist
error-marks-busy = nicht möglich, { $doing }: ein anderes Programm sperrt { $path }; es schließen und noch einmal versuchen
error-marks-full = nicht möglich, { $doing }: für { $path } ist kein Platz mehr; Platz schaffen und noch einmal versuchen
error-marks-disk = nicht möglich, { $doing }: die Platte verweigert { $path } ({ $why }); prüfen, ob Platz ist und geschrieben werden darf, dann noch einmal versuchen
error-marks-moved = nicht möglich, { $doing }: { $path } wurde verschoben, gelöscht oder ersetzt, während dateline es geöffnet hatte; es zurücklegen oder dateline neu starten
error-marks-unknown = nicht möglich, { $doing }: { $path } enthält eine Markierung eines neueren dateline, die dieses nicht kennt; dateline aktualisieren
error-marks-sql = nicht möglich, { $doing }, in { $path }
error-marks-io = nicht möglich, { $doing }: { $path }
marks-set-aside-as = die Markierungen waren beschädigt: { $n } konnten gerettet werden, die beschädigte Datei bleibt als { $path }
marks-read-only = Markierungen lassen sich nicht ändern: { $why }
marks-in-memory = Markierungen gehen beim Beenden verloren: { $why }
marks-unknown = ein neueres dateline hat Markierungen geändert, die dieses nicht kennt; sie bleiben erhalten, werden aber nicht gezeigt
marks-shared = manche Markierung stammt aus einer anderen Bibliothek: sie gilt dem Text (own-marks)
marks-not-apart = eigene Markierungen dieser Bibliothek ließen sich nicht abtrennen oder zusammenführen: { $why }
marks-not-shown = Markierungen werden nicht gezeigt: { $why }
marks-cannot-be-kept = Markierungen lassen sich nicht sichern: { $why }
marks-not-kept = einige Markierungen konnten nicht gesichert werden: die Platte antwortete nicht
not-marked = nicht markiert: { $why }
not-marked-at-all = nicht markiert: die Markierungen lassen sich nicht öffnen
not-undone = nicht rückgängig gemacht: { $why }
session-not-kept = für den nächsten Start nicht gesichert: { $why }
place-not-kept = die Stelle im Artikel wurde nicht gesichert: { $why }

## Eigene Fehler

fault-index = beim Indizieren ist etwas schiefgegangen; es beginnt von vorn
fault-scan = beim Einlesen ist etwas schiefgegangen; was gelesen wurde, ist zu sehen, und der nächste Start macht weiter
fault-worker = etwas ist schiefgegangen ({ $name }); es geht weiter

## Was Artikel gemeinsam haben

facet-source = Quellen
facet-folder = Ordner
facet-year = Jahre
facet-month = Monate
facet-language = Sprachen
facet-state = Zustände
facet-length = Längen
facet-undated = undatiert
facet-unknown = unbekannt
facet-none = (ohne)
facet-copy = in mehreren Dateien
facet-damaged = beschädigt
facet-words-under = unter { $n } Wörter
facet-words = { $first } bis { $last } Wörter
facet-words-from = { $n } Wörter und mehr
