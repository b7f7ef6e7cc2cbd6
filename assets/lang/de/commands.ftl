# Befehle: je ein Text nach Fenster und Namen, oder nach dem Namen allein, wenn mehrere Fenster ihn
# teilen. Das Englische steht in den Tabellen der Fenster.

## Argumente von Befehlen

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

## Befehle mehrerer Fenster

command-cancel = Abbrechen und zurück
command-start = Zum Zeilenanfang
command-end = Zum Zeilenende
command-left = Ein Zeichen zurück
command-right = Ein Zeichen vor
command-word-left = Ein Wort zurück
command-word-right = Ein Wort vor
command-backspace = Das vorige Zeichen löschen
command-delete = Das Zeichen am Cursor löschen
command-delete-word = Das vorige Wort löschen
command-delete-next-word = Das nächste Wort löschen
command-delete-to-start = Bis zum Zeilenanfang löschen
command-delete-to-end = Bis zum Zeilenende löschen
command-yank = Zuletzt gelöschten Text einfügen
command-transpose = Die zwei Zeichen am Cursor vertauschen
command-search-history = Frühere Eingaben durchsuchen; erneut für ältere
command-close = Zurück
command-down = Nach unten
command-up = Nach oben
command-half-page-down = Einen halben Bildschirm nach unten
command-half-page-up = Einen halben Bildschirm nach oben
command-page-down = Einen Bildschirm nach unten
command-page-up = Einen Bildschirm nach oben
command-first = Zum Anfang
command-last = Zum Ende
command-toggle-read = Gelesen umschalten
command-next-unread = Nächster ungelesener Artikel
command-previous-unread = Voriger ungelesener Artikel
command-redo = Rückgängig gemachte Änderung wiederherstellen

## Die Liste

command-list-first = Zur ersten Zeile; mit einer Nummer zu dieser
command-list-last = Zur letzten Zeile; mit einer Nummer zu dieser
command-list-screen-top = Zum oberen Rand des Bildschirms
command-list-screen-middle = Zur Mitte des Bildschirms
command-list-screen-bottom = Zum unteren Rand des Bildschirms
command-list-scroll-top = Diese Zeile an den oberen Rand rollen
command-list-scroll-middle = Diese Zeile in die Mitte rollen
command-list-scroll-bottom = Diese Zeile an den unteren Rand rollen
command-list-titles-left = Lange Titel nach links rollen
command-list-titles-right = Lange Titel nach rechts rollen
command-list-next = Nächster ungelesener Artikel; in Ergebnissen der nächste Treffer
command-list-previous = Voriger ungelesener Artikel; in Ergebnissen der vorige Treffer
command-list-open = Den Artikel lesen
command-list-back = Die Ergebnisse schließen
command-list-clear = Bereich oder Auswahl aufheben; dann die Ergebnisse schließen
command-list-quit = Die Ergebnisse schließen oder beenden
command-list-search = Alle Artikel durchsuchen
command-list-toggle-read = Gelesen umschalten, für Artikel oder Auswahl
command-list-toggle-star = Stern umschalten, für Artikel oder Auswahl
command-list-mark-all-read = Alle Artikel der Liste als gelesen markieren
command-list-open-url = Den Link oder die ausgewählten im Browser öffnen
command-list-copy-url = Den Link oder die ausgewählten kopieren
command-list-cycle-view = Ansicht wechseln: alle, ungelesen, mit Stern, geändert
command-list-view-all = Alle Artikel zeigen
command-list-view-unread = Ungelesene Artikel zeigen
command-list-view-starred = Artikel mit Stern zeigen
command-list-view-changed = Geänderte Artikel zeigen
command-list-sort-by-date = Nach Datum ordnen, neueste zuerst
command-list-sort-by-source = Nach Quelle ordnen
command-list-sort-by-title = Nach Titel ordnen
command-list-sort-by-match = Ergebnisse nach bestem Treffer ordnen
command-list-reverse = Die Reihenfolge umkehren
command-list-select = Auswahl umschalten und nach unten
command-list-select-range = Einen Bereich beginnen; erneut beendet ihn
command-list-select-all = Alle Artikel der Liste auswählen
command-list-select-invert = Die Auswahl umkehren
command-list-select-above = Die Artikel über dem Cursor auswählen
command-list-select-below = Die Artikel unter dem Cursor auswählen
command-list-select-none = Die Auswahl aufheben
command-list-select-query = Alle Artikel auswählen, die zu einer Anfrage passen
command-list-mark-read = Artikel oder Auswahl als gelesen markieren
command-list-mark-unread = Artikel oder Auswahl als ungelesen markieren
command-list-star = Artikel oder Auswahl einen Stern geben
command-list-unstar = Artikel oder Auswahl den Stern nehmen
command-list-mark-read-above = Die Artikel über dem Cursor als gelesen markieren
command-list-mark-read-below = Die Artikel unter dem Cursor als gelesen markieren
command-list-copy-title = Den Titel oder die ausgewählten kopieren
command-list-goto-row = Zu einer Zeile nach ihrer Nummer
command-list-goto-date = Zu einem Tag: gestern, 15 feb, 2022-02, vor 3 Tagen
command-list-goto-title = Zum nächsten Titel mit diesen Wörtern
command-list-goto-source = Zum nächsten Artikel einer Quelle; Tab zeigt sie
command-list-jump-back = Zurück zur Stelle vor dem letzten Sprung
command-list-jump-forward = Vor zum nächsten Sprung
command-list-bookmark = Ein Lesezeichen mit einem Buchstaben setzen
command-list-goto-bookmark = Zu einem Lesezeichen nach seinem Buchstaben
command-list-toggle-fold = Diesen Tag zu- oder aufklappen
command-list-fold = Diesen Tag in seine Überschrift klappen
command-list-unfold = Diesen Tag aufklappen
command-list-fold-all = Alle Tage zuklappen
command-list-unfold-all = Alle Tage aufklappen

## Der Artikel

command-reader-read-on = Einen Bildschirm weiter; am Ende den nächsten ungelesenen Artikel öffnen
command-reader-top = Zum Titel
command-reader-bottom = Zum Ende
command-reader-percent = Zu N% des Textes; die Zahl vorher eingeben
command-reader-find = Wörter in diesem Artikel finden
command-reader-next-match = Nächster Treffer
command-reader-previous-match = Voriger Treffer
command-reader-next-article = Nächster Artikel
command-reader-previous-article = Voriger Artikel
command-reader-toggle-star = Stern umschalten
command-reader-open-url = Den Link im Browser öffnen
command-reader-copy = Die ausgewählten Absätze kopieren, sonst den Link
command-reader-copy-quote = Die ausgewählten Absätze mit ihrer Quelle kopieren
command-reader-next-paragraph = Den nächsten Absatz auswählen
command-reader-previous-paragraph = Den vorigen Absatz auswählen
command-reader-select-paragraphs = Mehrere Absätze auswählen
command-reader-open-link = Einen Link im Text öffnen, nach Buchstaben oder Nummer: 3f
command-reader-copy-link = Einen Link im Text kopieren, nach Buchstaben oder Nummer: 3F
command-reader-back = Zurück zur Liste
command-reader-clear = Auswahl oder Treffer aufheben; dann zurück
command-reader-narrower = Die Textspalte schmaler machen
command-reader-wider = Die Textspalte breiter machen
command-reader-column-width = Die Breite der Textspalte festlegen
command-reader-align = Textspalte umschalten: zentriert oder links
command-reader-paragraph-spacing = Leerzeilen zwischen Absätzen wechseln
command-reader-indent = Einzug der ersten Zeilen umschalten
command-reader-justify = Blocksatz umschalten
command-reader-hyphenate = Silbentrennung umschalten
command-reader-number-links = Nummern der Links umschalten
command-reader-bidi = Umschalten, wer Arabisch und Hebräisch ordnet: Dateline oder das Terminal

## Eingabezeilen

command-find-accept = Die Treffer behalten; n und N gehen zum nächsten und vorigen
command-older = Eine frühere Suche
command-newer = Eine spätere Suche
command-hints-cancel = Abbrechen
command-hints-delete = Den letzten Buchstaben löschen
command-search-accept = Zu den Ergebnissen
command-search-next-result = Nächstes Ergebnis
command-search-previous-result = Voriges Ergebnis; bei leerer Zeile eine frühere Anfrage
command-search-toggle-order = Ordnung umschalten: neueste oder beste Treffer zuerst
command-command-line-accept = Den Befehl ausführen
command-command-line-complete = Ergänzen; erneut für die nächste Möglichkeit
command-command-line-complete-back = Mit der vorigen Möglichkeit ergänzen
command-command-line-older = Früherer Befehl
command-command-line-newer = Späterer Befehl
command-palette-accept = Den Befehl ausführen
command-palette-next = Nächster Befehl
command-palette-previous = Voriger Befehl
command-filter-accept = Die passenden Zeilen behalten
command-ask-cancel = Abbrechen

## Andere Fenster

command-output-stop = Das Programm anhalten
command-help-close = Die Hilfe schließen
command-help-filter = Die Tasten filtern
command-help-next-match = Alle Zeilen zeigen und zum nächsten Treffer
command-help-previous-match = Alle Zeilen zeigen und zum vorigen Treffer
command-themes-cancel = Das vorige Farbschema wiederherstellen
command-themes-choose = Dieses Farbschema verwenden
command-themes-down = Vorschau des nächsten Farbschemas
command-themes-up = Vorschau des vorigen Farbschemas
command-themes-first = Vorschau des ersten Farbschemas
command-themes-last = Vorschau des letzten Farbschemas
command-problems-open = Den Artikel lesen
command-history-go-to = Zu diesem Schritt
command-history-undo = Den letzten Schritt rückgängig machen
command-history-close = Den Verlauf schließen

## Überall

command-global-help = Alle Tasten zeigen
command-global-command-line = Die Befehlszeile öffnen
command-global-palette = Einen Befehl suchen
command-global-messages = Meldungen zeigen
command-global-problems = Probleme mit Dateien zeigen
command-global-pipe = Den Artikel an ein Programm leiten und dessen Ausgabe zeigen
command-global-open-with = Ein Programm mit %f (Datei), %u (Link), %t (Titel) starten; --takeover gibt ihm das Terminal
command-global-set = Eine Einstellung zeigen oder bis zum Beenden ändern
command-global-keep-settings = Mit :set geänderte Einstellungen für künftige Starts speichern
command-global-other-pane = Zwischen Liste und Artikel wechseln
command-global-undo = Letzte Änderung an Markierungen rückgängig machen
command-global-history = Verlauf der Markierungen zeigen, um zu einem Schritt zurückzugehen
command-global-rescan = Nach neuen und geänderten Dateien suchen
command-global-stop-scan = Lesen und Indizieren bis zum nächsten Start anhalten
command-global-theme = Ein Farbschema auswählen
command-global-edit-settings = Die Einstellungsdatei im Editor öffnen
command-global-reload-settings = Einstellungen und Farbschemata neu laden
command-global-redraw = Den Bildschirm neu zeichnen
command-global-suspend = In die Shell wechseln; fg kommt zurück
command-global-quit-now = Beenden
command-global-layout = Aufteilung wählen: auto, list-left, list-top, list-only oder reader-only
command-global-cycle-layout = Aufteilung wechseln: Liste links, oben, allein
command-global-layout-auto = Liste und Artikel nach dem Platz anordnen
command-global-layout-left = Die Liste links vom Artikel zeigen
command-global-layout-top = Die Liste über dem Artikel zeigen
command-global-layout-single = Liste oder Artikel zeigen, eines nach dem anderen
command-global-zen = Den Artikel allein zeigen, umschalten
command-global-grow-pane = Dieses Fenster vergrößern
command-global-shrink-pane = Dieses Fenster verkleinern
command-global-reset-divider = Die Trennlinie zurücksetzen
command-global-toggle-mouse = Maus umschalten; ohne sie wählt das Terminal Text aus
