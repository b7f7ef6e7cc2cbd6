//! The interface that all formats share.

use std::{path::Path, sync::Arc};

use chrono::NaiveDate;
use encoding_rs::Encoding;

use super::{composer::Body, date::Scan};
use crate::{
    base::Clean,
    domain::{DayOrder, Hints, Orders, Shape},
};

/// What is known of a file besides its bytes.
#[derive(Debug, Clone, Copy)]
pub struct FileContext<'a> {
    /// Relative to the library.
    pub path: &'a Path,
    /// Of the whole file, in bytes; more than the bytes given when only its head was read.
    pub size: u64,
    /// The name of the library's folder: the source of last resort.
    pub library: &'a str,
    /// The encoding that the user says the file has; `None` to find out.
    pub encoding: Option<&'static Encoding>,
    pub habits: &'a Habits,
}

/// What is known of the library beforehand, for files that are ambiguous.
#[derive(Debug, Clone, Default)]
pub struct Habits {
    /// Which number of `05/06/2017` is the day, as the user says.
    pub day_order: Option<DayOrder>,
    /// The same, as other files show.
    pub shown_orders: Arc<Orders>,
}

impl Habits {
    /// Which number is the day in the files of `source`.
    pub(super) fn order_of(&self, source: &Clean) -> Option<DayOrder> {
        self.day_order.or_else(|| self.shown_orders.of(source))
    }
}

/// One way to write an article down.
pub(super) struct Format {
    /// For people and tests; one word.
    #[cfg_attr(not(test), expect(dead_code, reason = "said where a format is chosen by hand"))]
    pub(super) name: &'static str,
    /// Whether a file is of this format, from its path and its decoded text.
    pub(super) recognises: fn(&Path, &str) -> bool,
    pub(super) parse: fn(&Path, &str) -> Parsed,
}

/// What a format found in a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// `None` if none is stated. Never empty.
    pub(super) title: Option<Clean>,
    pub(super) date: Stated,
    /// The day on which it was changed last, for what states no other.
    pub(super) updated: Option<NaiveDate>,
    pub(super) url: Option<Clean>,
    /// Never blank.
    pub(super) paragraphs: Vec<Clean>,
    /// One for each paragraph; empty if all are plain.
    pub(super) shapes: Vec<Shape>,
    /// Dangerous characters that were replaced or dropped.
    pub(super) n_dangerous: usize,
}

impl Parsed {
    /// A part of the text, cleaned; dangerous characters are counted.
    pub(super) fn counted(&mut self, text: &str) -> Clean {
        let (cleaned, n_dangerous) = Clean::counting(text);
        self.n_dangerous += n_dangerous;
        cleaned
    }

    /// Adds those of `paragraphs` that show something, cleaned.
    pub(super) fn take_paragraphs(&mut self, paragraphs: impl IntoIterator<Item: AsRef<str>>) {
        for paragraph in paragraphs {
            let paragraph = self.counted(paragraph.as_ref().trim_end()).trim_end();
            if !paragraph.trim().is_empty() {
                self.paragraphs.push(paragraph);
                if !self.shapes.is_empty() {
                    self.shapes.push(Shape::default());
                }
            }
        }
    }

    /// Adds paragraphs that have shapes.
    pub(super) fn take_body(&mut self, body: Body) {
        self.n_dangerous += body.n_dangerous;
        if body.shapes.iter().any(|shape| shape != Shape::PLAIN) {
            self.shapes.resize(self.paragraphs.len(), Shape::default());
            self.shapes.extend(body.shapes);
        } else if !self.shapes.is_empty() {
            self.shapes.extend(body.shapes);
        }
        self.paragraphs.extend(body.paragraphs);
    }

    /// Whether nothing at all was found.
    pub(super) fn is_empty(&self) -> bool {
        self.title.is_none()
            && self.date == Stated::Nothing
            && self.url.is_none()
            && self.paragraphs.is_empty()
    }
}

/// What a text says about its day.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Stated {
    #[default]
    Nothing,
    Day(NaiveDate),
    /// Numbers that may be read in two orders; one of them may name no day.
    Numbers {
        day_first: Option<NaiveDate>,
        month_first: Option<NaiveDate>,
        stated: Clean,
    },
    /// Numbers that stay open, since nothing says in which order they are.
    Open(Clean),
    /// What stands where the date should be.
    Impossible(Clean),
}

impl Stated {
    /// What `scan` made of a text that stands where the date should be.
    pub(super) fn of(scan: Scan, stated: Clean) -> Self {
        match scan {
            Scan::Day(day) => Self::Day(day),
            Scan::Numbers { day_first, month_first } => {
                Self::Numbers { day_first, month_first, stated }
            }
            Scan::Impossible | Scan::NoDate => Self::Impossible(stated),
        }
    }

    /// The day, where numbers stand in `order`, if that must be known; what they show, whatever the
    /// order, is in `hints`.
    pub(super) fn settled(self, order: Option<DayOrder>, hints: &mut Hints) -> Self {
        let Self::Numbers { day_first, month_first, stated } = self else { return self };
        let day = match (day_first, month_first) {
            (Some(day), None) => {
                hints.shows_order = Some(DayOrder::DayFirst);
                Some(day)
            }
            (None, Some(day)) => {
                hints.shows_order = Some(DayOrder::MonthFirst);
                Some(day)
            }
            (day_first, month_first) => {
                hints.needs_order = true;
                hints.took_order = order;
                match order {
                    Some(DayOrder::DayFirst) => day_first,
                    Some(DayOrder::MonthFirst) => month_first,
                    None => None,
                }
            }
        };
        day.map_or(Self::Open(stated), Self::Day)
    }
}
