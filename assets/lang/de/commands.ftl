# Befehle: je ein Text nach Fenster und Namen, oder nach dem Namen allein, wo mehrere Fenster ihn
# gemeinsam haben. Das Englische steht in den Tabellen der Fenster.

## Was einem Befehl gesagt werden kann

argument-query = Anfrage
argument-number = Nummer
argument-date = Datum
argument-text = Text
argument-letter = Buchstabe
argument-cells = Zellen
argument-rows = Zeilen
argument-program = Programm
argument-setting = Einstellung
argument-theme = Farbschema
argument-source = Quelle
argument-kind = Art

## Was mehrere Fenster gemeinsam haben

command-cancel = Zurück, wo man war
command-start = Zum Anfang der Zeile
command-end = Zum Ende der Zeile
command-left = Ein Zeichen zurück
command-right = Ein Zeichen vor
command-word-left = Ein Wort zurück
command-word-right = Ein Wort vor
command-backspace = Das Zeichen davor löschen
command-delete = Das Zeichen löschen
command-delete-word = Das Wort davor löschen
command-delete-next-word = Das nächste Wort löschen
command-delete-to-start = Bis zum Anfang löschen
command-delete-to-end = Bis zum Ende löschen
command-yank = Das zuletzt Gelöschte einfügen
command-transpose = Die Zeichen um den Cursor vertauschen
command-search-history = Eine frühere Zeile suchen; noch einmal eine ältere
command-close = Zurück
command-down = Nach unten
command-up = Nach oben
command-half-page-down = Einen halben Bildschirm nach unten
command-half-page-up = Einen halben Bildschirm nach oben
command-page-down = Einen Bildschirm nach unten
command-page-up = Einen Bildschirm nach oben
command-first = Zum Anfang
command-last = Zum Ende
command-toggle-read = Als gelesen oder ungelesen markieren
command-next-unread = Nächster ungelesener Artikel
command-previous-unread = Voriger ungelesener Artikel
command-redo = Wiederholen, was rückgängig gemacht wurde

## Die Liste

command-list-first = Zur ersten Zeile; nach einer Nummer zu dieser
command-list-last = Zur letzten Zeile; nach einer Nummer zu dieser
command-list-screen-top = Zum oberen Rand des Bildschirms
command-list-screen-middle = Zur Mitte des Bildschirms
command-list-screen-bottom = Zum unteren Rand des Bildschirms
command-list-scroll-top = Den Artikel nach oben rollen
command-list-scroll-middle = Den Artikel in die Mitte rollen
command-list-scroll-bottom = Den Artikel nach unten rollen
command-list-titles-left = Lange Titel zurückschieben
command-list-titles-right = Lange Titel schieben, um ihr Ende zu sehen
command-list-next = Nächster ungelesener Artikel; in Ergebnissen der nächste Treffer
command-list-previous = Voriger ungelesener Artikel; in Ergebnissen der vorige Treffer
command-list-open = Den Artikel lesen
command-list-back = Die Ergebnisse verlassen
command-list-clear = Bereich oder Auswahl vergessen; dann die Ergebnisse verlassen
command-list-quit = Die Ergebnisse oder das Programm verlassen
command-list-search = Alle Artikel durchsuchen
command-list-toggle-read = Auswahl oder Artikel als gelesen oder ungelesen markieren
command-list-toggle-star = Auswahl oder Artikel einen Stern geben oder nehmen
command-list-mark-all-read = Alle Artikel der Liste als gelesen markieren
command-list-open-url = Die Adresse oder die der Auswahl im Browser öffnen
command-list-copy-url = Die Adresse oder die der Auswahl kopieren
command-list-cycle-view = Reihum alle, ungelesene, solche mit Stern oder geänderte zeigen
command-list-view-all = Alle Artikel zeigen
command-list-view-unread = Ungelesene Artikel zeigen
command-list-view-starred = Artikel mit Stern zeigen
command-list-view-changed = Geänderte Artikel zeigen
command-list-sort-by-date = Nach Datum ordnen, neueste zuerst
command-list-sort-by-source = Nach Quelle ordnen
command-list-sort-by-title = Nach Titel ordnen
command-list-sort-by-match = Ergebnisse nach bestem Treffer ordnen
command-list-reverse = Die Reihenfolge umkehren
command-list-select = Auswählen oder nicht mehr, und nach unten
command-list-select-range = Einen Bereich beginnen; noch einmal beendet ihn
command-list-select-all = Jeden Artikel der Liste auswählen
command-list-select-invert = Die Auswahl in der Liste umkehren
command-list-select-above = Die Artikel über dem Cursor auswählen
command-list-select-below = Die Artikel unter dem Cursor auswählen
command-list-select-none = Nichts auswählen
command-list-select-query = Alle Artikel auswählen, die passen
command-list-mark-read = Auswahl oder Artikel als gelesen markieren
command-list-mark-unread = Auswahl oder Artikel als ungelesen markieren
command-list-star = Auswahl oder Artikel einen Stern geben
command-list-unstar = Auswahl oder Artikel den Stern nehmen
command-list-mark-read-above = Die Artikel über dem Cursor als gelesen markieren
command-list-mark-read-below = Die Artikel unter dem Cursor als gelesen markieren
command-list-copy-title = Den Titel oder die der Auswahl kopieren
command-list-goto-row = Zur Zeile mit dieser Nummer
command-list-goto-date = Zu einem Tag; gestern, 15 feb, 2022-02, vor 3 Tagen
command-list-goto-title = Zum nächsten Titel mit diesen Wörtern
command-list-goto-source = Zum nächsten Artikel einer Quelle; Tab zeigt sie
command-list-jump-back = Zurück vor den letzten Sprung
command-list-jump-forward = Wieder vor
command-list-bookmark = Dem Artikel einen Buchstaben als Lesezeichen geben
command-list-goto-bookmark = Zum Lesezeichen eines Buchstabens
command-list-toggle-fold = Diesen Tag zu- oder aufklappen
command-list-fold = Diesen Tag in seine Überschrift klappen
command-list-unfold = Diesen Tag aufklappen
command-list-fold-all = Alle Tage zuklappen
command-list-unfold-all = Alle Tage aufklappen

## Der Artikel

command-reader-read-on = Einen Bildschirm weiter; am Ende den nächsten ungelesenen Artikel öffnen
command-reader-top = Zum Titel
command-reader-bottom = Zum Ende
command-reader-percent = Zu so viel Prozent des Textes, wie davor getippt
command-reader-find = Wörter in diesem Artikel finden
command-reader-next-match = Nächster Treffer
command-reader-previous-match = Voriger Treffer
command-reader-next-article = Nächster Artikel
command-reader-previous-article = Voriger Artikel
command-reader-toggle-star = Den Stern setzen oder entfernen
command-reader-open-url = Die Adresse im Browser öffnen
command-reader-copy = Die ausgewählten Absätze kopieren, sonst die Adresse
command-reader-copy-quote = Die ausgewählten Absätze mit ihrer Quelle kopieren
command-reader-next-paragraph = Den nächsten Absatz auswählen
command-reader-previous-paragraph = Den Absatz davor auswählen
command-reader-select-paragraphs = Mehrere Absätze auswählen
command-reader-open-link = Einen Link des Textes öffnen, nach Buchstaben oder der Nummer davor
command-reader-copy-link = Einen Link des Textes kopieren, nach Buchstaben oder der Nummer davor
command-reader-back = Zurück zur Liste
command-reader-clear = Vergessen, was ausgewählt oder gefunden war; dann zurück
command-reader-narrower = Die Spalte schmaler machen
command-reader-wider = Die Spalte breiter machen
command-reader-column-width = Die Breite der Spalte setzen
command-reader-align = Die Spalte in die Mitte oder nach links stellen
command-reader-paragraph-spacing = Die Leerzeilen zwischen Absätzen ändern
command-reader-indent = Erste Zeilen von Absätzen einrücken oder nicht
command-reader-justify = Beide Ränder gerade machen oder nicht
command-reader-hyphenate = Wörter an Zeilenenden trennen oder nicht
command-reader-number-links = Die Nummern der Links zeigen oder nicht
command-reader-bidi = Arabisch und Hebräisch dem Terminal überlassen oder nicht

## Eingabezeilen

command-find-accept = Die Treffer behalten: n und N gehen sie durch
command-older = Früher gesuchte Wörter
command-newer = Später gesuchte Wörter
command-hints-cancel = Keinen Link wählen
command-hints-delete = Den letzten Buchstaben zurücknehmen
command-search-accept = Zu den Ergebnissen
command-search-next-result = Nächstes Ergebnis
command-search-previous-result = Voriges Ergebnis; bei leerer Zeile eine frühere Suche
command-search-toggle-order = Neueste oder beste Treffer zuerst
command-command-line-accept = Den Befehl ausführen
command-command-line-complete = Ergänzen; noch einmal für das Nächste
command-command-line-complete-back = Mit dem davor ergänzen
command-command-line-older = Früherer Befehl
command-command-line-newer = Späterer Befehl
command-palette-accept = Den Befehl ausführen
command-palette-next = Nächster Befehl
command-palette-previous = Voriger Befehl
command-filter-accept = Die passenden Zeilen behalten
command-ask-cancel = Die Frage verlassen

## Andere Fenster

command-output-stop = Das Programm anhalten
command-help-close = Die Hilfe schließen
command-help-filter = Nur Zeilen mit bestimmten Wörtern zeigen
command-help-next-match = Wieder alle Zeilen zeigen, und zur nächsten mit den Wörtern
command-help-previous-match = Wieder alle Zeilen zeigen, und zur vorigen mit den Wörtern
command-themes-cancel = Zurück zum Farbschema, wie es war
command-themes-choose = Dieses Farbschema behalten
command-themes-down = Das nächste Farbschema zeigen
command-themes-up = Das Farbschema davor zeigen
command-themes-first = Das erste Farbschema zeigen
command-themes-last = Das letzte Farbschema zeigen
command-problems-open = Den Artikel lesen
command-history-go-to = Vor oder zurück zu diesem Schritt
command-history-undo = Den neuesten Schritt rückgängig machen
command-history-close = Den Verlauf schließen

## Überall

command-global-help = Alle Tasten zeigen
command-global-command-line = Einen Befehl nach seinem Namen tippen
command-global-palette = Einen Befehl unter allen finden
command-global-messages = Alles zeigen, was gemeldet wurde
command-global-problems = Zeigen, was mit Dateien nicht stimmt
command-global-pipe = Den Artikel einem Programm geben und zeigen, was es ausgibt
command-global-open-with = Ein Programm mit %f (Datei), %u (Adresse), %t (Titel) starten; --takeover gibt ihm das Terminal
command-global-set = Eine Einstellung zeigen oder bis zum Ende des Programms ändern
command-global-keep-settings = Für die nächsten Starts behalten, was :set geändert hat
command-global-other-pane = Zwischen Liste und Artikel wechseln
command-global-undo = Die letzte Änderung der Markierungen rückgängig machen
command-global-history = Die Änderungen der Markierungen zeigen; geht zu jeder zurück
command-global-rescan = Jetzt nach neuen und geänderten Dateien sehen
command-global-stop-scan = Bis zum nächsten Start nicht mehr lesen und indizieren
command-global-theme = Alles in einem anderen Farbschema zeigen
command-global-edit-settings = Die Einstellungsdatei im Editor öffnen
command-global-reload-settings = Einstellungen und Farbschemata neu lesen
command-global-redraw = Den Bildschirm neu zeichnen
command-global-suspend = Zur Shell; fg kommt zurück
command-global-quit-now = Das Programm verlassen
command-global-layout = auto, list-left, list-top, list-only oder reader-only wählen
command-global-cycle-layout = Die Liste reihum links, oben oder allein zeigen
command-global-layout-auto = Liste und Artikel zeigen, wie Platz ist
command-global-layout-left = Die Liste links vom Artikel zeigen
command-global-layout-top = Die Liste über dem Artikel zeigen
command-global-layout-single = Liste oder Artikel zeigen, eines nach dem anderen
command-global-zen = Den Artikel allein zeigen; noch einmal geht zurück
command-global-grow-pane = Dieses Fenster größer machen
command-global-shrink-pane = Dieses Fenster kleiner machen
command-global-reset-divider = Die Trennlinie zurücksetzen
command-global-toggle-mouse = Die Maus nehmen oder dem Terminal lassen
