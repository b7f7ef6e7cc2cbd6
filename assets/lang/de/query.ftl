## Fehler in einer Suchanfrage

query-no-word = mindestens ein Suchwort eingeben
query-minus = nach dem Minus muss ein Wort folgen
query-open-quote = schließendes Anführungszeichen fehlt
query-star = in einer Wortfolge steht der Stern nur am Ende
query-empty-quotes = keine Wörter zwischen den Anführungszeichen
query-pattern = ein Stern oder Fragezeichen im Wort braucht mindestens drei Buchstaben um sich und keine anderen Zeichen
query-open-bracket = schließende Klammer fehlt
query-extra-bracket = keine Klammer zu schließen
query-empty-brackets = nichts zwischen den Klammern
query-too-deep = Klammern lassen sich höchstens 64-fach verschachteln
query-too-long = eine Suchanfrage kann höchstens 4096 Bytes lang sein
query-nothing-left = links von { $operator } steht nichts
query-nothing-right = rechts von { $operator } steht nichts
query-no-value = { $field }: braucht einen Wert
query-bad-value = { $field }: unbekannter Wert { $value }
query-bad-value-nearest = { $field }: unbekannter Wert { $value }. Ist { $nearest } gemeint?
query-no-group = unbekannte Gruppe von Quellen: { $name }
query-no-group-nearest = unbekannte Gruppe von Quellen: { $name }. Ist { $nearest } gemeint?
query-not-on-top = { $field }: gilt für die ganze Suchanfrage und kann nicht in einem Teil davon stehen
query-twice = { $field }: kann nur einmal angegeben werden
query-not-a-day = { $text } ist kein Datum: etwa 2022-02, "letzte Woche" oder "vor 3 Tagen"
query-two-days = mehrdeutiges Datum: { $one } oder { $two } schreiben
query-reversed = der Zeitraum endet, bevor er beginnt
query-open-regex = schließender Schrägstrich des regulären Ausdrucks fehlt; Text mit Schrägstrich am Anfang in Anführungszeichen setzen
query-empty-regex = nichts zwischen den Schrägstrichen
query-regex = ungültiger regulärer Ausdruck: { $why }
query-regex-where = reguläre Ausdrücke gelten für Titel, Quellen, Pfade und Adressen, nicht für Texte
query-near-what = NEAR und BEFORE verbinden nur Wörter, Wortfolgen und Gruppen davon mit OR
query-near-far = der Abstand muss zwischen 1 und { $most } Wörtern liegen
query-fuzzy-short = ~ braucht ein Wort mit vier Buchstaben, ~2 eines mit acht
query-fuzzy-what = ~ gilt nur für ein einzelnes Wort aus Buchstaben; Chinesisch, Japanisch und Thailändisch werden nach Zeichenpaaren gesucht
query-fuzzy-far = höchstens zwei Buchstaben können abweichen: ~ oder ~2

## Hinweise zu einer Suchanfrage

note-dropped = gesucht wird { $kept }; ="{ $text }" berücksichtigt die Zeichen
note-nearly-field = ist { $meant }: gemeint?
note-small-operator = { $word } wird als Wort gesucht; { $operator } findet eines von beiden
note-both = ein Artikel hat selten zwei Werte für { $field }: mit OR verbinden

## Felder

field-title = Wörter im Titel.
field-body = Wörter im Text unter dem Titel.
field-source = Artikel einer Quelle: ihr ganzer Name, ein Anfang mit * oder @Gruppe für eine Gruppe aus den Einstellungen.
field-url = Artikel, deren Adresse diesen Host hat und mit diesem Pfad beginnt.
field-path = Eine Datei oder alles in einem Verzeichnis und darunter.
field-lang = Artikel in einer Sprache, nach ihrem Kürzel oder englischen Namen; none, wenn sie nicht bekannt ist.
field-words = Artikel dieser Länge in Wörtern; auch >800 und ..300.
field-id = Der Artikel, dessen Kennung so beginnt.
field-step = Die Artikel eines Schritts im Verlauf der Markierungen, wie sie jetzt sind.
field-date = Artikel eines Tages, Monats, Jahres oder Zeitraums, beide Enden eingeschlossen; none für Artikel ohne Datum.
field-added = Artikel, die damals zum ersten Mal gesehen wurden.
field-since = Artikel ab diesem Tag.
field-until = Artikel bis einschließlich dieses Tages.
field-is = Artikel, die gelesen (read), ungelesen (unread), mit Stern (starred), ohne Datum (undated), geändert (changed), mehrfach vorhanden (copy) oder beschädigt (damaged) sind.
field-sort = Die Sortierung: date, relevance, source, title, words, added oder hits; ein Minus kehrt sie um.
field-limit = Höchstens so viele Artikel.

## Syntax

written-all = Artikel mit beiden Wörtern, irgendwo in Titel und Text.
written-forms = Artikel mit dem Wort oder einer anderen Form davon (Wahl, Wahlen), nach den Endungen der Sprache des Artikels. Anführungszeichen und, außer im Deutschen, ein großer Anfangsbuchstabe verhindern das.
written-phrase = Artikel, in denen beide Wörter nebeneinander stehen, im Titel oder in einem Absatz.
written-any = Artikel mit mindestens einem davon. AND, ausdrücklich oder nicht, bindet stärker als OR.
written-not = Artikel ohne das Wort. Eine Suche kann auch nur aus Ausschlüssen bestehen.
written-begun = Artikel mit einem Wort, das so beginnt; das gilt auch für das letzte Wort in der Suchzeile.
written-pattern = Artikel mit einem Wort nach diesem Muster: * steht für beliebige Buchstaben, ? für einen.
written-fuzzy = Artikel mit einem Wort, das um höchstens einen Buchstaben abweicht, oder um zwei; der erste muss stimmen.
written-near = Artikel, in denen beide höchstens 5 Wörter voneinander in einem Absatz stehen; BEFORE verlangt auch die Reihenfolge. Ohne Zahl sind es 10 Wörter.
written-exact = Artikel mit genau diesen Zeichen und dieser Großschreibung.
written-regex = Artikel, deren Titel, Quelle, Pfad oder Adresse zu einem regulären Ausdruck passt; i ignoriert die Großschreibung.
written-everything = Alle Artikel.
