//! A text with a shape: what is a heading, a quotation, an item, code or a table looks like one.

use std::path::Path;

use super::*;
use crate::formats::{FileContext, Habits, read};

const TEXT: &str = "\
---
title: What the weir taught the town
date: 2024-03-05
source: https://tide.example/weir
---

The weir **held**, but *barely*, and ~~nobody~~ few were surprised. The report is \
[on the town's page](https://tide.example/report.pdf) and runs to `214` pages.

## What the engineers said

> The gates were painted in the year of the flood, and not once since. We had said so.
>
> > And we wrote it down.

1. Close the lower gate.
2. Drain the basin, which takes four days if the river is low and nine if it is not.
   - the sill
   - the apron
- [x] survey booked
- [ ] money found

| day | level | remark |
|-----|-------|--------|
| Mon | 2.14 | rain in the hills |
| Tue | **3.02** | gate 2 shut |

```
while level > 3 { wait }

close(gate)
```

![The weir at noon](https://tide.example/w.jpg)

---

> יש כאן **מילים** מימין לשמאל, והן נמשכות עד סוף השורה ועוד קצת מעבר לה.
";

fn weir() -> OpenedArticle {
    let (path, size, habits) = (Path::new("weir.md"), TEXT.len() as u64, &Habits::default());
    let context = FileContext { path, size, library: "news", encoding: None, habits };
    opened(read(TEXT.as_bytes(), &context).unwrap())
}

#[test]
fn a_text_is_set_as_its_markup_asks() {
    insta::assert_snapshot!("80x24", Desk::with(weir(), 80, 24).screen());
    insta::assert_snapshot!("80x24_end", Desk::with(weir(), 80, 24).press("G").screen());
    insta::assert_snapshot!("120x40", Desk::with(weir(), 120, 40).screen());
    insta::assert_snapshot!("40x12_end", Desk::with(weir(), 40, 12).press("G").screen());
}

#[test]
fn every_size_of_a_text_with_a_shape_is_drawn() {
    let mut desk = Desk::with(weir(), 80, 24).press("/the<enter>n");
    for (width, height) in (0..45).flat_map(|width| (0..6).map(move |height| (width, height))) {
        desk = desk.resize(width, height).press("j n G N gg <space>");
        desk.screen();
    }
    desk.resize(200, 60).press("gg").shows("What the engineers said");
}

#[test]
fn words_that_lead_somewhere_are_links_and_are_found_without_their_signs() {
    let desk = Desk::with(weir(), 80, 40);
    let addresses: Vec<_> = super::super::links::on_screen(desk.reader.shown.as_ref().unwrap())
        .into_iter()
        .map(|(_, address)| address.to_string())
        .collect();
    let expected = ["https://tide.example/weir", "https://tide.example/report.pdf"];
    assert_eq!(addresses[..2], expected);
    desk.press("/barely<enter>").shows("1/1");
}
