//! Whatever happens to its files, the index reports it or answers as before; it never panics.

use std::{fs, path::Path};

use super::{super::*, Model, open, texts, typed, writer};
use crate::domain::Seq;

const KEY: &str = "some catalogue";
const QUERIES: [&str; 6] = ["", "wor", "alpha ", "\"alpha word", "alpha -word3 ", "w"];

/// An index with two segments, and some articles deleted in one of them.
fn build(dir: &Path) {
    let index = open(dir);
    let (mut writer, mut model) = (writer(&index), Model::default());
    for seq in 0..400_u32 {
        let body = format!("alpha word{} beta", seq % 50);
        model.add(&mut writer, seq, seq, &["alpha title", &body]);
        if seq == 200 {
            writer.commit(seq).unwrap();
        }
    }
    for seq in 0..20 {
        writer.delete(Seq(seq));
    }
    writer.commit(400).unwrap();
}

fn answers(index: &Index) -> Result<Vec<Vec<Seq>>, IndexError> {
    let (searcher, never) = (index.searcher(), Cancel::never());
    let ask = |text: &str| {
        searcher.newest(&texts(&typed(text)), (10, 10), &never, |_| true, |_| ())?;
        let found = searcher.all(&texts(&typed(text)), &never)?;
        searcher.best(&typed(text).scored(), &found, 10, |seq| seq.0, &never)?;
        Ok((0..1000).filter(|seq| found.contains(*seq)).map(Seq).collect())
    };
    QUERIES.into_iter().map(ask).collect()
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Opens what is left, asks it, writes to it, and if any of it fails builds it anew.
fn survives(dir: &Path, expected: &[Vec<Seq>], what: &str) {
    let opened = Index::open(dir, KEY).unwrap();
    if opened.watermark.is_none() {
        assert!(opened.notice.is_some() || !dir.join("meta.json").exists() || is_new(&opened));
        return;
    }
    let is_sound = opened.index.verify().is_ok();
    match answers(&opened.index) {
        Ok(found) if is_sound => assert_eq!(found, expected, "{what}"),
        _ => {}
    }
    let written = Writer::open(&opened.index, 0, 1).and_then(|mut writer| {
        writer.delete(Seq(21));
        writer.delete(Seq(301));
        let mut model = Model::default();
        model.add(&mut writer, 500, 1, &["alpha"]);
        writer.commit(501)
    });
    let after = written.and_then(|()| opened.index.reload()).and_then(|()| answers(&opened.index));
    if let (Ok(found), true) = (after, is_sound) {
        assert_eq!(found[0].len(), expected[0].len() - 1, "{what}");
    }
    wipe(dir).unwrap();
    assert_eq!(Index::open(dir, KEY).unwrap().watermark, None, "{what}");
}

fn is_new(opened: &OpenedIndex) -> bool {
    opened.index.searcher().n_articles() == 0
}

#[test]
fn damage_to_any_file_is_survived() {
    let whole = tempfile::tempdir().unwrap();
    build(whole.path());
    let expected = answers(&open(whole.path())).unwrap();
    assert!(expected.iter().all(|found| !found.is_empty()));
    let names: Vec<_> =
        fs::read_dir(whole.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().any(|name| name.to_string_lossy().ends_with(".del")));
    for name in names {
        let bytes = fs::read(whole.path().join(&name)).unwrap();
        let flip = |at: usize, bits: u8| {
            let mut bytes = bytes.clone();
            bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= bits);
            bytes
        };
        let mut damages = vec![None, Some(Vec::new()), Some(bytes[..bytes.len() / 2].to_vec())];
        damages.push(Some(bytes[..bytes.len().saturating_sub(1)].to_vec()));
        damages.push(Some(vec![0; bytes.len()]));
        for part in 0..8 {
            damages.push(Some(flip(bytes.len() * part / 8, 1 << part)));
        }
        for (nth, damage) in damages.into_iter().enumerate() {
            let dir = tempfile::tempdir().unwrap();
            copy(whole.path(), dir.path());
            let path = dir.path().join(&name);
            match damage {
                None => fs::remove_file(path).unwrap(),
                Some(bytes) => fs::write(path, bytes).unwrap(),
            }
            survives(dir.path(), &expected, &format!("{} {nth}", name.display()));
        }
    }
}

/// Files of deletions under the names that the next commits would give.
fn leave_deletions(index: &Index) {
    let opstamp = index.inner.load_metas().unwrap().opstamp;
    for segment in index.inner.searchable_segment_ids().unwrap() {
        for later in 1..9 {
            let name = format!("{}.{}.del", segment.uuid_string(), opstamp + later);
            fs::write(index.dir.join(name), "half").unwrap();
        }
    }
}

#[test]
fn files_that_a_crash_left_are_not_in_the_way_of_the_next_writer() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path());
    let index = open(dir.path());
    let before = answers(&index).unwrap();
    leave_deletions(&index);
    fs::write(dir.path().join("0123456789abcdef0123456789abcdef.idx"), "half").unwrap();
    fs::write(dir.path().join(".tmpHalf"), "half").unwrap();
    let mut writer = writer(&index);
    writer.delete(Seq(21));
    writer.delete(Seq(301));
    writer.commit(401).unwrap();
    drop(writer);
    let opened = Index::open(dir.path(), KEY).unwrap();
    assert_eq!((opened.watermark, opened.notice), (Some(401), None));
    opened.index.verify().unwrap();
    assert_eq!(answers(&opened.index).unwrap()[0].len(), before[0].len() - 2);
    let is_left = |name: &str| name.starts_with("0123") || name.starts_with(".tmp");
    let names = fs::read_dir(dir.path()).unwrap();
    let left =
        names.filter(|entry| is_left(&entry.as_ref().unwrap().file_name().to_string_lossy()));
    assert_eq!(left.count(), 0);
}

#[test]
fn a_name_that_is_taken_while_one_writes_is_damage() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path());
    let index = open(dir.path());
    let mut writer = writer(&index);
    leave_deletions(&index);
    writer.delete(Seq(21));
    writer.delete(Seq(301));
    assert!(matches!(writer.commit(401), Err(IndexError::Damaged(_))));
    drop(writer);
    wipe(dir.path()).unwrap();
    assert_eq!(Index::open(dir.path(), KEY).unwrap().index.searcher().n_articles(), 0);
}

#[test]
fn a_file_in_place_of_the_directory_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("index");
    fs::write(&path, "").unwrap();
    assert!(Index::open(&path, KEY).is_err());
    assert!(Index::open(&dir.path().join("not/yet/there"), KEY).is_ok());
}
