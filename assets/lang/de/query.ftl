## Fehler in einer Anfrage

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
query-too-long = eine Anfrage kann höchstens 4096 Bytes lang sein
query-nothing-left = links von { $operator } steht nichts
query-nothing-right = rechts von { $operator } steht nichts
query-no-value = { $field }: braucht einen Wert
query-bad-value = { $field }: unbekannter Wert { $value }
query-bad-value-nearest = { $field }: unbekannter Wert { $value }. Ist { $nearest } gemeint?
query-not-on-top = { $field }: gilt für die ganze Anfrage und kann nicht in einem Teil davon stehen
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

## Hinweise zu einer Anfrage

note-dropped = gesucht wird { $kept }; ="{ $text }" berücksichtigt die Zeichen
note-nearly-field = ist { $meant }: gemeint?
note-small-operator = { $word } wird als Wort gesucht; { $operator } findet eines von beiden
note-both = ein Artikel hat selten zwei Werte für { $field }: mit OR verbinden

## Felder

field-title = Wörter im Titel.
field-body = Wörter im Text unter dem Titel.
field-source = Artikel einer Quelle: ihr ganzer Name, ein Anfang mit * oder @Gruppe für eine Gruppe aus den Einstellungen.
field-url = Artikel, deren Adresse diesen Host hat und mit diesem Pfad beginnt.
field-path = Eine Datei, oder alles in einem Ordner und darunter.
field-lang = Artikel in einer Sprache, nach ihrem Kürzel oder englischen Namen; none, wo sie nicht bekannt ist.
field-words = Die Zahl der Wörter: >800, 300..600.
field-id = Der Artikel, dessen Kennung so beginnt.
field-date = Ein Tag, ein Monat, ein Jahr oder ein Zeitraum, beide Enden eingeschlossen; none für Artikel ohne Datum.
field-added = Wann der Artikel zum ersten Mal gesehen wurde.
field-since = Von diesem Tag an.
field-until = Bis zu diesem Tag und mit ihm.
field-is = read, unread, starred, undated, changed, copy oder damaged.
field-sort = Die Ordnung: date, relevance, source, title, words, added oder hits; mit - umgekehrt.
field-limit = Höchstens so viele Artikel.

## Syntax

written-all = Beide Wörter, irgendwo in Titel und Text.
written-phrase = Wörter nebeneinander, im Titel oder in einem Absatz.
written-any = Eines davon; AND, geschrieben oder nicht, bindet stärker als OR.
written-not = Nicht das. Eine Suche kann aus nichts anderem bestehen.
written-begun = Ein Wort, das so beginnt; so auch das letzte Wort in der Eingabe, bis ihm etwas folgt.
written-pattern = Ein Wort, das so aussieht: * steht für beliebige Buchstaben, ? für einen.
written-fuzzy = Ein Wort, das um einen Buchstaben abweicht, oder um zwei; der erste ist gleich.
written-near = Höchstens 5 Wörter vom einen zum anderen, nach BEFORE in dieser Reihenfolge; ohne Zahl sind es 10.
written-exact = Zeichen und Großschreibung wie geschrieben, nicht nur die Buchstaben.
written-regex = Ein Titel, eine Quelle, ein Pfad oder eine Adresse, die zu einem regulären Ausdruck passt; nach i ohne Großschreibung.
written-everything = Jeder Artikel.
