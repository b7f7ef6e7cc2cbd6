//! Hard cases, one a line, in both readings.

use super::*;

/// What is written, what it is while it is typed (with a blank behind it), and what it is strictly:
/// the same, or a mistake and its column.
type Case = (&'static str, &'static str, Result<&'static str, (QueryMistake, usize)>);

const SAME: Result<&str, (QueryMistake, usize)> = Ok("same");

/// As settings with a group have it.
fn vocabulary() -> Vocabulary {
    Vocabulary::new(true, &[("tabloids".to_owned(), vec!["The Mast".to_owned()])].into())
}

#[track_caller]
fn check(cases: Vec<Case>) {
    for (text, typed, strict) in cases {
        let line = format!("{text} ");
        assert_eq!(sketch(&vocabulary().typed(&line)), typed, "typed: {text}");
        let read = vocabulary().strict(text).map(|query| sketch(&query));
        let read = read.map_err(|error| (error.mistake, error.column));
        let expected = match strict {
            Ok("same") => Ok(typed.to_owned()),
            Ok(other) => Ok(other.to_owned()),
            Err(error) => Err(error),
        };
        assert_eq!(read, expected, "strict: {text}");
    }
}

#[test]
fn words_and_what_joins_them() {
    check(vec![
        ("rust belt", "(and rust belt)", SAME),
        ("rust AND belt", "(and rust belt)", SAME),
        ("rust OR belt", "(or rust belt)", SAME),
        ("rust belt OR ohio", "(or (and rust belt) ohio)", SAME),
        ("rust (belt OR ohio)", "(and rust (or belt ohio))", SAME),
        ("(rust) ((belt))", "(and rust belt)", SAME),
        ("a -b OR c", "(or (and a (not b)) c)", SAME),
        ("-a", "(not a)", SAME),
        ("!a", "(not a)", SAME),
        ("NOT a", "(not a)", SAME),
        ("NOT (a OR b)", "(not (or a b))", SAME),
        ("-(a b)", "(not (and a b))", SAME),
        ("-\"press release\"", "(not 'press+release)", SAME),
        ("NOT NOT a", "a", SAME),
        ("--foo bar", "(and (not foo) bar)", SAME),
        ("\"OR\"", "'or", SAME),
        ("not or and", "(and not or and)", SAME),
        ("Or", "or", SAME),
        ("*", "*", SAME),
        ("a -*", "(and a (not *))", SAME),
        ("foo & bar", "(and foo bar)", SAME),
        ("", "", SAME),
    ]);
}

#[test]
fn what_says_nothing_is_left_out_or_explained() {
    let right = |operator| QueryMistake::NothingRight(operator);
    let left = |operator| QueryMistake::NothingLeft(operator);
    check(vec![
        ("-", "", Err((QueryMistake::Minus, 0))),
        ("--", "", Err((QueryMistake::Minus, 0))),
        ("a - b", "(and a b)", Err((QueryMistake::Minus, 2))),
        ("a -!", "a", Err((QueryMistake::Minus, 2))),
        ("\"\"", "", Err((QueryMistake::EmptyQuotes, 0))),
        ("a -\"!\"", "a", Err((QueryMistake::EmptyQuotes, 3))),
        ("adapter\"\"", "adapter", Err((QueryMistake::EmptyQuotes, 7))),
        (">>>", "", Err((QueryMistake::NoWord, 0))),
        ("a >>> b", "(and a b)", SAME),
        ("Hello ! world", "(and hello world)", SAME),
        ("OR a", "a", Err((left("OR"), 0))),
        ("a OR", "a", Err((right("OR"), 2))),
        ("a OR OR b", "(or a b)", Err((right("OR"), 2))),
        ("a AND", "a", Err((right("AND"), 2))),
        ("AND a", "a", Err((left("AND"), 0))),
        ("a AND OR b", "(or a b)", Err((right("AND"), 2))),
        ("a NOT", "a", Err((right("NOT"), 2))),
        ("OR", "", Err((left("OR"), 0))),
        ("\"abc", "'abc", Err((QueryMistake::OpenQuote, 0))),
        ("añb \"c", "(and anb 'c)", Err((QueryMistake::OpenQuote, 4))),
        ("(a b", "(and a b)", Err((QueryMistake::OpenBracket, 0))),
        ("a b)", "(and a b)", Err((QueryMistake::ExtraBracket, 3))),
        ("a) OR b", "(or a b)", Err((QueryMistake::ExtraBracket, 1))),
        ("a ()", "a", Err((QueryMistake::EmptyBrackets, 2))),
        ("a (>>) b", "(and a b)", Err((QueryMistake::EmptyBrackets, 2))),
        ("\"b* c\"", "'b+c", Err((QueryMistake::Star, 2))),
        ("a \"b* c\"", "(and a 'b+c)", Err((QueryMistake::Star, 4))),
    ]);
}

#[test]
fn words_with_signs_in_them() {
    check(vec![
        ("covid-19", "covid+19", SAME),
        ("-covid-19", "(not covid+19)", SAME),
        ("don't", "don+t", SAME),
        ("U.S.", "u+s", SAME),
        ("ab-cd", "ab+cd", SAME),
        ("C++", "c+++", SAME),
        ("C#", "c+#", SAME),
        (".NET", ".+net", SAME),
        ("$5bn", "$+5bn", SAME),
        ("=\"C++\"", "=c+++", SAME),
        ("=C++", "=c+++", SAME),
        ("=US", "=us", SAME),
        ("US", "us", SAME),
        ("a = b", "(and a b)", SAME),
        ("a => b", "(and a b)", SAME),
        ("=\"\"", "", Err((QueryMistake::EmptyQuotes, 0))),
        ("=\"!\"", "", Err((QueryMistake::EmptyQuotes, 0))),
        ("12:30", "12+30", SAME),
        ("foo:bar", "foo+bar", SAME),
        ("sorce:bar", "sorce+bar", SAME),
        ("http://x.y/z", "url:x.y/z", SAME),
        ("https://www.x.y/z", "url:x.y/z", SAME),
        ("www.x.y", "url:x.y", SAME),
        ("-www.x.y", "(not url:x.y)", SAME),
        ("\"http://x.y/z\"", "'http+x+y+z", SAME),
        ("http://", "http", SAME),
        ("foo(bar)", "(and foo bar)", SAME),
        (":-)", "", Err((QueryMistake::ExtraBracket, 2))),
    ]);
}

#[test]
fn quotes_brackets_and_colons_of_every_kind() {
    check(vec![
        ("“rust belt”", "'rust+belt", SAME),
        ("„rust belt“", "'rust+belt", SAME),
        ("«rust belt»", "'rust+belt", SAME),
        ("＂rust belt＂", "'rust+belt", SAME),
        ("（a OR b） c", "(and (or a b) c)", SAME),
        ("东京", "东京", SAME),
        ("東京 OR 大阪", "(or 東京 大阪)", SAME),
        ("東京\u{3000}大阪", "(and 東京 大阪)", SAME),
        ("title：东京", "title:东京", SAME),
        ("京", "京*", SAME),
        ("한국에서", "한국*", SAME),
        ("東\u{640}의", "東*", SAME),
        ("\"한국에서\"", "'한국에서", SAME),
        ("LG는", "lg", SAME),
        ("צה\"ל", "צהל", SAME),
        ("(צה\"ל)", "צהל", SAME),
    ]);
}

#[test]
fn words_that_are_not_whole() {
    check(vec![
        ("a*", "a*", SAME),
        ("ab*", "ab*", SAME),
        ("\"white ho*\"", "'white+ho*", SAME),
        ("\"white ho\"*", "'white+ho*", SAME),
        ("*ing", "*ing?", SAME),
        ("w?rd", "w?rd?", SAME),
        ("colo*r", "colo*r?", SAME),
        ("COLO**R", "colo*r?", SAME),
        ("*in", "", Err((QueryMistake::Pattern, 0))),
        ("a w?r", "a", Err((QueryMistake::Pattern, 2))),
        ("a*b-cde", "'a+b+cde", Err((QueryMistake::Pattern, 0))),
        ("why?", "why", SAME),
        ("election~", "election~1", SAME),
        ("election~1", "election~1", SAME),
        ("election~2", "election~2", SAME),
        ("vote~2", "vote", Err((QueryMistake::FuzzyShort, 4))),
        ("wor~", "wor", Err((QueryMistake::FuzzyShort, 3))),
        ("election~3", "election", Err((QueryMistake::FuzzyFar, 8))),
        ("covid19~", "covid19", Err((QueryMistake::FuzzyWhat, 7))),
        ("東京~", "東京", Err((QueryMistake::FuzzyWhat, 2))),
        ("ab-cdef~", "ab+cdef", Err((QueryMistake::FuzzyWhat, 7))),
        ("~", "", Err((QueryMistake::NoWord, 0))),
    ]);
}

#[test]
fn words_near_each_other() {
    check(vec![
        ("a NEAR b", "(near a 10 b)", SAME),
        ("a NEAR/5 b", "(near a 5 b)", SAME),
        ("a BEFORE/5 b", "(near a <5 b)", SAME),
        ("\"a b\"~3", "(near 'a 3 'b)", SAME),
        ("\"ab\"~3", "'ab", SAME),
        (
            "(terror* OR jihad*) NEAR/15 (migr* OR refugee*)",
            "(near terror*|jihad* 15 migr*|refugee*)",
            SAME,
        ),
        ("a NEAR/5 \"b c\" NEAR/2 d", "(near a 5 'b+c 2 d)", SAME),
        ("x a NEAR/5 b y", "(and x (near a 5 b) y)", SAME),
        ("-a NEAR/5 b", "(not (near a 5 b))", SAME),
        ("title:(a NEAR/5 b)", "(near title:a 5 title:b)", SAME),
        ("a NEAR", "a", Err((QueryMistake::NothingRight("NEAR"), 2))),
        ("NEAR/3 a", "a", Err((QueryMistake::NothingLeft("NEAR"), 0))),
        ("a NEAR/3 OR b", "(or a b)", Err((QueryMistake::NothingRight("NEAR"), 2))),
        ("a NEAR -b", "(and a (not b))", Err((QueryMistake::NothingRight("NEAR"), 2))),
        ("a NEAR (b c)", "(and a b c)", Err((QueryMistake::NearWhat, 2))),
        ("title:a NEAR b", "(and title:a b)", Err((QueryMistake::NearWhat, 8))),
        ("a NEAR is:read", "(and a is:read)", Err((QueryMistake::NearWhat, 2))),
        ("a NEAR/0 b", "(near a 1 b)", Err((QueryMistake::NearFar, 2))),
        ("a NEAR/900 b", "(near a 30 b)", Err((QueryMistake::NearFar, 2))),
        ("NEARLY a", "(and nearly a)", SAME),
        ("NEAR/x a", "(and near+x a)", SAME),
    ]);
}

#[test]
fn fields_of_texts() {
    check(vec![
        ("title:a b", "(and title:a b)", SAME),
        ("title:(a b)", "(and title:a title:b)", SAME),
        ("TITLE:a", "title:a", SAME),
        ("title:\"a b\"", "title:'a+b", SAME),
        ("title:=US", "title:=us", SAME),
        ("body:(a -b)", "(and body:a (not body:b))", SAME),
        ("-title:a", "(not title:a)", SAME),
        ("title:OR", "title:or", SAME),
        ("title:", "", Err((QueryMistake::NoValue(QueryField::Title), 0))),
        ("a title:", "a", Err((QueryMistake::NoValue(QueryField::Title), 2))),
        ("title: a", "a", Err((QueryMistake::NoValue(QueryField::Title), 0))),
        ("title:()", "", Err((QueryMistake::EmptyBrackets, 6))),
        ("title:body:a", "body:a", Err((QueryMistake::NoValue(QueryField::Title), 0))),
        ("title:/re/", "title:/re/", SAME),
        ("body:/re/", "", Err((QueryMistake::RegexWhere, 5))),
    ]);
}

#[test]
fn fields_of_columns() {
    let bad =
        |field, value: &str, nearest| QueryMistake::BadValue(field, value.to_owned(), nearest);
    let no_group = |name: &str, nearest: Option<&str>| {
        QueryMistake::NoGroup(name.to_owned(), nearest.map(str::to_owned))
    };
    check(vec![
        ("source:guardian", "source:guardian", SAME),
        ("source:\"Evening Whistle\"", "source:\"Evening Whistle\"", SAME),
        ("source:(a OR \"b c\" OR d*)", "(or source:a source:\"b c\" source:d*)", SAME),
        ("-source:(a OR b)", "(not (or source:a source:b))", SAME),
        ("source:@tabloids", "source:@tabloids", SAME),
        ("source:@TABLOIDS", "source:@tabloids", SAME),
        ("source:(@tabloids OR a)", "(or source:@tabloids source:a)", SAME),
        ("source:@tablods a ", "a", Err((no_group("tablods", Some("tabloids")), 0))),
        ("source:@x", "", Err((no_group("x", None), 0))),
        ("source:@", "", Err((QueryMistake::NoValue(QueryField::Source), 0))),
        ("source:/^eve/i", "source:/^eve/i", SAME),
        ("source:", "", Err((QueryMistake::NoValue(QueryField::Source), 0))),
        ("source:*", "source:*", SAME),
        ("path:politics/", "path:politics/", SAME),
        ("path:\"my news/\"", "path:\"my news/\"", SAME),
        ("url:x.y/a_(b)", "url:x.y/a_(b)", SAME),
        ("(url:x.y/a)", "url:x.y/a", SAME),
        ("url:politics", "url:\"politics\"", SAME),
        ("url:http://localhost", "url:http://localhost", SAME),
        ("/terr.*ism/i", "/terr.*ism/i", SAME),
        ("/a b/ c", "(and /a b/ c)", SAME),
        ("/a", "", Err((QueryMistake::OpenRegex, 0))),
        ("//", "", Err((QueryMistake::EmptyRegex, 0))),
        ("and / or", "(and and or)", SAME),
        ("lang:DE", "lang:de", SAME),
        ("lang:german", "lang:de", SAME),
        ("lang:none", "lang:none", SAME),
        ("lang:germn", "", Err((bad(QueryField::Lang, "germn", Some("german")), 0))),
        ("words:>800", "words:801..", SAME),
        ("words:300..600", "words:300..600", SAME),
        ("words:<=5", "words:..5", SAME),
        ("words:many", "", Err((bad(QueryField::Words, "many", None), 0))),
        ("id:0F3A", "id:0f3a", SAME),
        ("id:xyz", "", Err((bad(QueryField::Id, "xyz", None), 0))),
        ("step:x", "", Err((bad(QueryField::Step, "x", None), 0))),
        ("is:unread", "is:unread", SAME),
        ("is:(unread -starred)", "(and is:unread (not is:starred))", SAME),
        ("is:unred", "", Err((bad(QueryField::Is, "unred", Some("unread")), 0))),
        ("x is:unr", "x", Err((bad(QueryField::Is, "unr", Some("unread")), 2))),
    ]);
}

#[test]
fn days() {
    let two = QueryMistake::TwoDays("2022-02-01".to_owned(), "2022-01-02".to_owned());
    check(vec![
        ("date:2022-02..03", "date:2022-02..2022-03", SAME),
        ("date:..2022", "date:..2022", SAME),
        ("date:2022..", "date:2022..", SAME),
        ("date:none", "date:none", SAME),
        ("date:all", "date:..", SAME),
        ("date:\"last week\"", "date:\"last week\"", SAME),
        ("date:\"3 days ago\"..", "date:\"3 days ago\"..", SAME),
        ("date:P1W", "date:P7D", SAME),
        ("date:2014-02/04", "date:2014-02..2014-04", SAME),
        ("date:(2020 OR 2022)", "(or date:2020 date:2022)", SAME),
        ("since:monday", "date:monday..", SAME),
        ("until:2022-03", "date:..2022-03", SAME),
        ("added:today", "added:today", SAME),
        ("date:1/2/2022", "", Err((two, 0))),
        ("a date:soon", "a", Err((QueryMistake::NotADay("soon".to_owned()), 2))),
        ("date:2022..2021", "", Err((QueryMistake::Reversed, 0))),
        ("date:\"last week", "date:\"last week\"", Err((QueryMistake::OpenQuote, 5))),
    ]);
}

#[test]
fn how_hits_are_shown() {
    let bad = QueryMistake::BadValue(QueryField::Sort, "dat".to_owned(), Some("date"));
    check(vec![
        ("a sort:date", "a sort Date", SAME),
        ("sort:-date a", "a sort Date reversed", SAME),
        ("a OR b limit:50", "(or a b) limit 50", SAME),
        ("sort:hits", "sort Hits", SAME),
        ("(a sort:date)", "a", Err((QueryMistake::NotOnTop(QueryField::Sort), 3))),
        ("-sort:date a", "a", Err((QueryMistake::NotOnTop(QueryField::Sort), 1))),
        ("a sort:dat", "a", Err((bad, 2))),
        ("limit:0", "", Err((QueryMistake::BadValue(QueryField::Limit, "0".to_owned(), None), 0))),
        ("sort:date sort:title", "sort Date", Err((QueryMistake::Twice(QueryField::Sort), 10))),
    ]);
}

#[test]
fn the_last_word_stays_open_while_it_is_typed() {
    for (text, expected) in [
        ("vot", "vot*"),
        ("a vot", "(and a vot*)"),
        ("-x vot", "(and (not x) vot*)"),
        ("(a OR vot", "(or a vot*)"),
        ("title:vot", "title:vot*"),
        ("a NEAR/3 vot", "(near a 3 vot*)"),
        ("vot'", "vot*"),
        ("vot’", "vot*"),
        ("\"white ho", "'white+ho*"),
        ("\"white ho ", "'white+ho"),
        ("vot.", "vot"),
        ("vot)", "vot"),
        ("vot-", "vot"),
        ("\"vot\"", "'vot"),
        ("vot \"", "vot"),
        ("vot -", "vot"),
        ("c++", "c+++"),
        ("source:gua", "source:gua*"),
        ("source:\"The Gua", "source:\"The Gua\"*"),
        ("source:\"The Gua\"", "source:\"The Gua\""),
        ("path:pol", "path:pol*"),
        ("is:unr", ""),
        ("date:202", ""),
        ("x date:2022-0", "x"),
        ("x OR", "x"),
        ("x title:", "x"),
        ("x /re", "x"),
        ("x *in", "x"),
    ] {
        assert_eq!(sketch(&Query::typed(text)), expected, "{text}");
    }
}

#[test]
fn what_was_left_out_is_shown_where_it_stands() {
    let shown = |text: &str| -> Vec<(String, PieceRole)> {
        let of = |part: &Piece| (text[part.span.start..part.span.end].to_owned(), part.role);
        Query::reading(text).parts.iter().map(of).collect()
    };
    let part = |text: &str, role| (text.to_owned(), role);
    assert_eq!(
        shown("(a -title:b OR"),
        [
            part("(", PieceRole::Bracket),
            part("a", PieceRole::Text),
            part("-", PieceRole::Operator),
            part("title:", PieceRole::Field),
            part("b", PieceRole::Text),
            part("OR", PieceRole::Ignored),
        ]
    );
    assert_eq!(
        shown("is:unr >> x"),
        [
            part("is:", PieceRole::Ignored),
            part("unr", PieceRole::Ignored),
            part(">>", PieceRole::Ignored),
            part("x", PieceRole::Text),
        ]
    );
}

#[test]
fn brackets_are_shown_where_operators_meet() {
    for (text, expected, is_mixed) in [
        ("rust belt OR ohio", "(rust belt) OR ohio", true),
        ("a -b OR c", "(a -b) OR c", true),
        ("a OR b", "a OR b", false),
        ("a (b OR c)", "a (b OR c)", false),
        ("(a b) OR c", "(a b) OR c", true),
    ] {
        let reading = Query::reading(text);
        assert_eq!(
            (reading.query.bracketed().replace('*', ""), reading.is_mixed),
            (expected.to_owned(), is_mixed)
        );
    }
}

#[test]
fn what_is_worth_knowing_is_said() {
    let said = |text: &str| -> Vec<String> {
        Query::reading(text).notes.iter().map(ToString::to_string).collect()
    };
    assert_eq!(said("covid-19 x"), ["searching for covid 19; =\"covid-19\" includes the symbols"]);
    assert_eq!(said("C++ x"), Vec::<String>::new());
    assert_eq!(said("sorce:bar x")[0], "did you mean source:?");
    assert_eq!(said("cats or dogs or mice"), ["or is searched as a word; OR finds either"]);
    assert_eq!(said("or x"), Vec::<String>::new());
    assert_eq!(
        said("source:(a b)"),
        ["an article rarely has two values of source: use OR between them"]
    );
    assert_eq!(said("source:(a OR b)"), Vec::<String>::new());
}

#[test]
fn examples_are_read_as_they_stand() {
    for written in &WRITTEN {
        for example in written.examples {
            let query = Query::strict(example).unwrap();
            assert!(!query.is_empty() && !(written.finds)().is_empty(), "{example}");
        }
    }
    for info in &FIELDS {
        let query = Query::strict(info.example).unwrap();
        assert!(!query.is_empty() && !(info.help)().is_empty(), "{}", info.name);
    }
}

#[test]
fn limits_are_said_and_nothing_runs_over() {
    let nested = |levels: usize| format!("{}a{}", "(".repeat(levels), ")".repeat(levels));
    assert!(Query::strict(&nested(MOST_LEVELS)).is_ok());
    let error = Query::strict(&nested(MOST_LEVELS + 1)).unwrap_err();
    assert_eq!((error.mistake, error.column), (QueryMistake::TooDeep, MOST_LEVELS));
    assert!(Query::typed(&format!("{} b", nested(2_000))).to_string() == "b*");
    let long = format!("{} b", "a".repeat(QUERY_MAX_BYTES - 1));
    assert_eq!(Query::strict(&long).unwrap_err().mistake, QueryMistake::TooLong);
    assert_eq!(Query::typed(&long).to_string().len(), QUERY_MAX_BYTES - 1);
    for text in
        ["-!".repeat(2_000), "NOT ".repeat(1_000), "title:(".repeat(580), "\"".repeat(4_001)]
    {
        Query::typed(&text);
        assert!(Query::strict(&text).is_err());
    }
}
