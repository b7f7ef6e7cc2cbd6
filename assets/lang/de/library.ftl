# Meldungen zu Dateien, Index, Markierungen und der Arbeit im Hintergrund.

## Probleme von Artikeln, und Dateien, die keine Artikel sind

kind-undated = undatiert
kind-impossible-date = unmögliches Datum
kind-open-date = mehrdeutiges Datum
kind-no-title = ohne Titel
kind-damaged-text = beschädigter Text
kind-control-characters = Steuerzeichen
kind-too-large = zu groß
kind-no-body = ohne Text
problem-undated = kein Datum im Text oder im Pfad
problem-open-date = { $stated } ist mehrdeutig; library.day-order festlegen
day-read-day-first = { $day } (Tag zuerst)
day-read-month-first = { $day } (Monat zuerst)
problem-no-title = kein Titel gefunden
problem-no-body = kein Text unter dem Kopf
problem-damaged-text = { $n ->
    [one] { $n } Stelle konnte nicht dekodiert werden
   *[other] { $n } Stellen konnten nicht dekodiert werden
 }
problem-control-characters = { $n ->
    [one] { $n } Zeichen ersetzt oder entfernt
   *[other] { $n } Zeichen ersetzt oder entfernt
 }
problem-too-large = { $n } Byte; nur die ersten { $shown } werden gezeigt
file-empty = die Datei ist leer
file-binary = die Datei ist kein Text
file-apple-double = macOS-Metadaten, kein Text
file-special = eine Pipe, ein Socket oder ein Gerät, keine normale Datei
file-unreadable = nicht lesbar: { $why }
link-dangling = ein defekter Symlink
link-loop = eine Symlink-Schleife
link-leaves = ein Symlink aus der Bibliothek hinaus

## Die Bibliothek

error-folder = das Verzeichnis { $path } kann nicht geöffnet werden: { $why }
error-article = { $path } kann nicht gelesen werden: { $why }
error-changed = { $path } hat sich geändert und wird neu gelesen
error-no-article = kein Artikel { $id } in dieser Bibliothek
error-cache = der Index kann nicht gelesen werden und wird neu aufgebaut: { $why }
error-search-damaged = Suche nicht möglich; der Suchindex wird neu aufgebaut: { $why }
error-no-home = auf diesem System ist kein Cache-Verzeichnis bekannt; mit --cache-dir eines angeben
error-search = Suche nicht möglich: { $why }
error-no-answer = das Archiv antwortet nicht: { $why }
error-nothing-came = es kam nichts zurück
error-not-asked = { $field } wird noch nicht unterstützt
error-no-step = der Verlauf hat keinen Schritt { $number }
error-cancelled = durch eine neuere Anfrage abgebrochen
folder-gone = das Verzeichnis { $path } wurde entfernt oder ist nicht lesbar: { $why }
catalogue-lost = die Artikelliste kann nicht einmal im Speicher gehalten werden ({ $why })
catalogue-again = die Artikelliste wird neu aufgebaut: { $why }
catalogue-damaged = der Katalog ist beschädigt
cache-in-memory = der Cache { $path } kann nicht geschrieben werden ({ $why }): neue Artikel werden bei jedem Start erneut gelesen
work-reading = lese
work-indexing = indiziere
watch-partial = nicht alle Verzeichnisse können überwacht werden ({ $why }); sie werden alle paar Sekunden geprüft
watch-gone = es wurde entfernt oder ist kein Verzeichnis
watch-settings = die Grenze in den Einstellungen ist erreicht
watch-limit = die Grenze { $limit } ist erreicht
watch-partial-never = nicht alle Verzeichnisse können überwacht werden ({ $why }); Änderungen erscheinen erst nach erneutem Einlesen
watch-silent = { $path } liegt auf einem Dateisystem, das nicht alle Änderungen meldet ({ $kind }): Dateline prüft es alle { $n ->
        [one] Sekunde
       *[other] { $n } Sekunden
    }
watch-silent-never = { $path } liegt auf einem Dateisystem, das nicht alle Änderungen meldet ({ $kind }); Änderungen erscheinen erst nach erneutem Einlesen
watch-overflow = zu viele Änderungen auf einmal für das System; alles wird erneut eingelesen

## Der Suchindex

index-not-ready = der Suchindex wird noch geöffnet; die Treffer erscheinen danach
index-locked = eine andere Instanz aktualisiert gerade den Suchindex
index-damaged = der Suchindex ist unbrauchbar: { $why }
index-io = der Suchindex kann nicht verwendet werden: { $why }
index-cancelled = Suche abgebrochen
index-rebuilt = der Suchindex wird neu aufgebaut: { $why }
index-none = es gibt noch keinen
index-version = er stammt von einer anderen dateline-Version
index-other = die Artikelliste wurde neu aufgebaut
index-given-up = neue Artikel sind bis zum nächsten Start nicht durchsuchbar: { $why }
index-again = der Suchindex wird neu aufgebaut: { $why }
index-impossible = die Suche ist nicht verfügbar: { $why }

## Die Markierungen; „doing“ ist eine Nennform mit „zu“

mark-read = gelesen
mark-unread = ungelesen
mark-starred = mit Stern
mark-unstarred = ohne Stern
mark-changed = geändert
mark-seen = nicht geändert
marks-read = die Markierungen zu lesen
marks-read-log = das Änderungsprotokoll zu lesen
marks-read-history = den Verlauf zu lesen
marks-read-position = eine Lesestelle zu lesen
marks-read-setting = eine Einstellung zu lesen
marks-read-versions = die Fassungen eines Artikels zu lesen
marks-keep-position = eine Lesestelle zu speichern
marks-keep-setting = eine Einstellung zu speichern
marks-change = Markierungen zu ändern
marks-undo = rückgängig zu machen
marks-redo = wiederherzustellen
marks-carry = Markierungen auf geänderte Artikel zu übertragen
marks-make-room = Platz für Markierungen zu schaffen
marks-open = die Markierungen zu öffnen
marks-split = der Bibliothek eigene Markierungen zu geben
marks-join = die eigenen Markierungen der Bibliothek mit den übrigen zusammenzuführen
marks-copy = die Markierungen zu kopieren
marks-folder = das Verzeichnis der Markierungen anzulegen
marks-set-aside = die beschädigten Markierungen beiseitezulegen
marks-save = die beschädigten Markierungen zu retten
error-marks-read-only = { $path } ist schreibgeschützt; Zugriffsrechte prüfen, dann Dateline neu starten
error-marks-newer = { $path } stammt von einem neueren Dateline (Format { $found }; diese Version kennt { $known }); Dateline aktualisieren, um Markierungen zu ändern
error-marks-foreign = { $path } ist die Datenbank eines anderen Programms, nicht die der Markierungen; sie verschieben oder ein anderes Datenverzeichnis wählen
error-marks-damaged = nicht möglich, { $doing }: { $path } ist beschädigt; Dateline neu starten, um zu retten, was lesbar ist
error-marks-busy = nicht möglich, { $doing }: ein anderes Programm sperrt { $path }; dieses Programm schließen und erneut versuchen
error-marks-full = nicht möglich, { $doing }: kein Speicherplatz mehr für { $path }; Platz schaffen und erneut versuchen
error-marks-disk = nicht möglich, { $doing }: Festplattenfehler bei { $path } ({ $why }); Speicherplatz und Zugriffsrechte prüfen, dann erneut versuchen
error-marks-moved = nicht möglich, { $doing }: { $path } wurde verschoben, gelöscht oder ersetzt, während Dateline die Datei geöffnet hatte; sie zurücklegen oder Dateline neu starten
error-marks-unknown = nicht möglich, { $doing }: { $path } enthält eine Markierung eines neueren Dateline; Dateline aktualisieren
error-marks-sql = nicht möglich, { $doing }, in { $path }
error-marks-io = nicht möglich, { $doing }: { $path }
marks-set-aside-as = die Markierungen waren beschädigt: { $n } gerettet; die beschädigte Datei liegt jetzt unter { $path }
marks-read-only = Markierungen können nicht geändert werden: { $why }
marks-in-memory = Markierungen gehen beim Beenden verloren: { $why }
marks-unknown = ein neueres Dateline hat Markierungen gesetzt, die diese Version nicht kennt; sie bleiben erhalten, werden aber nicht gezeigt
marks-shared = einige Markierungen stammen aus einer anderen Bibliothek mit demselben Text (siehe own-marks)
marks-not-apart = eigene Markierungen dieser Bibliothek konnten nicht abgetrennt oder zusammengeführt werden: { $why }
marks-not-shown = Markierungen werden nicht gezeigt: { $why }
marks-cannot-be-kept = Markierungen können nicht gespeichert werden: { $why }
marks-not-kept = einige Markierungen konnten nicht gespeichert werden: keine Antwort von der Festplatte
not-marked = nicht markiert: { $why }
not-marked-at-all = nicht markiert: die Markierungen können nicht geöffnet werden
not-undone = nicht rückgängig gemacht: { $why }
session-not-kept = nicht für den nächsten Start gespeichert: { $why }
place-not-kept = Lesestelle im Artikel nicht gespeichert: { $why }

## Interne Fehler

fault-index = interner Fehler beim Indizieren; Neustart
fault-scan = interner Fehler beim Einlesen; bisher gelesene Artikel werden gezeigt, der nächste Start macht weiter
fault-worker = interner Fehler ({ $name }); es geht weiter

## Facetten

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
