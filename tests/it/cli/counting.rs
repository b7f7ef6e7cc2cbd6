//! Counts: `count`, `facets` and `timeline`.

use super::*;

/// Three outlets over two years: the harbour grows, and a text has no date.
fn news() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let long = "A long report on the harbour. ".repeat(60);
    let files = [
        (
            "mill/harbour/1.txt",
            "Crane\n20210310\nhttps://mill.example/1\nThe harbour has a crane.\n",
        ),
        ("mill/harbour/2.txt", "Quay\n20210312\nhttps://mill.example/2\nThe harbour has a quay.\n"),
        ("mill/3.txt", "Bread\n20210601\nhttps://mill.example/3\nBread is dearer.\n"),
        ("mast/4.txt", "Mole\n20220105\nhttps://mast.example/4\nThe harbour has a mole.\n"),
        ("mast/5.txt", "Report\n20220106\nhttps://mast.example/5\n"),
        ("loose/6.txt", "No day\n\nThe harbour, some day.\n"),
    ];
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let more = if text.starts_with("Report") { &*long } else { "" };
        fs::write(path, format!("{text}{more}")).unwrap();
    }
    // The same article in a second place.
    let copy = folder.path().join("mast/1.txt");
    fs::copy(folder.path().join("mill/harbour/1.txt"), copy).unwrap();
    folder
}

fn said(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn count_says_how_many_articles_match_and_1_if_none_does() {
    let (ours, news) = (tempfile::tempdir().unwrap(), news());
    let news = news.path().to_str().unwrap();
    assert_eq!(said(&run(ours.path(), &["count", news])), "6\n");
    assert_eq!(said(&run(ours.path(), &["count", news, "harbour -crane"])), "4\n");
    assert_eq!(said(&run(ours.path(), &["count", news, "harbour", "--no-scan"])), "5\n");
    let nothing = run(ours.path(), &["count", news, "xyzzy"]);
    assert_eq!((nothing.status.code(), text(&nothing.stdout)), (Some(1), "0\n".to_owned()));
    let wrong = run(ours.path(), &["count", news, "\"harbour"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert_eq!(run(ours.path(), &["count", "/no/such/folder"]).status.code(), Some(2));
}

#[test]
fn facets_count_every_place_of_an_article_and_folders_with_all_below_them() {
    let (ours, news) = (tempfile::tempdir().unwrap(), news());
    let news = news.path().to_str().unwrap();
    let facets = |more: &[&str]| {
        let arguments: Vec<&str> = ["facets", news].iter().chain(more).copied().collect();
        said(&run(ours.path(), &arguments))
    };
    assert_eq!(
        facets(&["--by", "source"]),
        "mill.example\t3\t3\nmast.example\t2\t2\nloose\t1\t1\n",
        "the copy has the same address"
    );
    assert_eq!(
        facets(&["harbour", "--by", "folder"]),
        "mast/\t3\t3\nmill/\t2\t2\nmill/harbour/\t2\t2\nloose/\t1\t1\n"
    );
    assert_eq!(
        facets(&["--by", "folder", "--limit", "1", "--csv"]),
        "value,count,unread\nmast/,3,3\n"
    );
    let by_year = facets(&["harbour", "--by", "year", "--json"]);
    let lines: Vec<serde_json::Value> =
        by_year.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let line = |value: &str, n: u32| serde_json::json!({"value": value, "count": n, "unread": n});
    assert_eq!(lines, [line("2022", 2), line("2021", 2), line("none", 1)]);
    let of_2021 = facets(&["harbour date:2021", "--by", "year"]);
    assert_eq!(of_2021, "2021\t2\t2\n", "just what the query finds");
    assert_eq!(facets(&["--by", "month"]).lines().next(), Some("2022-01\t2\t2"));
    assert_eq!(facets(&["--by", "lang"]), "none\t5\t5\nen\t1\t1\n");
    assert_eq!(facets(&["--by", "length"]), "..99\t5\t5\n300..599\t1\t1\n");
    let by_state = facets(&["--by", "state"]);
    for state in ["unread\t6\t6", "undated\t1\t1", "copy\t1\t1"] {
        assert!(by_state.lines().any(|line| line == state), "{state} in {by_state}");
    }
    assert_eq!(run(ours.path(), &["facets", news, "xyzzy", "--by", "year"]).status.code(), Some(1));
    assert_eq!(run(ours.path(), &["facets", news]).status.code(), Some(2), "by what?");
}

#[test]
fn a_timeline_shows_empty_periods_and_the_undated_last() {
    let (ours, news) = (tempfile::tempdir().unwrap(), news());
    let news = news.path().to_str().unwrap();
    let timeline = |more: &[&str]| {
        let arguments: Vec<&str> = ["timeline", news].iter().chain(more).copied().collect();
        said(&run(ours.path(), &arguments))
    };
    let by_month = timeline(&["harbour"]);
    assert_eq!(by_month.lines().count(), 12, "{by_month}");
    assert!(by_month.starts_with("2021-03\t2\n2021-04\t0\n"), "{by_month}");
    assert!(by_month.ends_with("2022-01\t2\nundated\t1\n"), "{by_month}");
    let by_year = "period,count,share\n2021,2,0.6667\n2022,2,1\nundated,1,1\n";
    assert_eq!(timeline(&["harbour", "--by", "year", "--share", "--csv"]), by_year);
    let by_week = timeline(&["mole", "--by", "week", "--json"]);
    assert_eq!(by_week, "{\"period\":\"2022-W01\",\"count\":1}\n");
    assert_eq!(timeline(&["mole", "--by", "day"]), "2022-01-05\t1\n");
    assert_eq!(run(ours.path(), &["timeline", news, "xyzzy"]).status.code(), Some(1));
}
