//! What the rows of a list show.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_width::UnicodeWidthStr;

use crate::base::{Clean, language::dates::written, wording};

/// A column of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// Unread and starred.
    Marks,
    Date,
    Source,
    /// Takes the space that the others leave.
    Title,
    Words,
}

/// The columns of a row, in order. A narrow list leaves out those that do not fit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "Vec<Column>", into = "Vec<Column>")]
pub struct Columns(Vec<Column>);

impl Columns {
    pub fn all(&self) -> &[Column] {
        &self.0
    }
}

impl TryFrom<Vec<Column>> for Columns {
    type Error = &'static str;

    fn try_from(columns: Vec<Column>) -> Result<Self, Self::Error> {
        if !columns.contains(&Column::Title) {
            return Err(wording!("columns-no-title"));
        }
        if columns.iter().enumerate().any(|(at, column)| columns[..at].contains(column)) {
            return Err(wording!("columns-twice"));
        }
        Ok(Self(columns))
    }
}

impl From<Columns> for Vec<Column> {
    fn from(columns: Columns) -> Self {
        columns.0
    }
}

/// Lines of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum RowLines {
    #[default]
    One,
    /// The second shows how the article begins.
    Two,
}

impl TryFrom<u8> for RowLines {
    type Error = &'static str;

    fn try_from(n_lines: u8) -> Result<Self, Self::Error> {
        match n_lines {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            _ => Err(wording!("row-lines")),
        }
    }
}

impl From<RowLines> for u8 {
    fn from(lines: RowLines) -> Self {
        match lines {
            RowLines::One => 1,
            RowLines::Two => 2,
        }
    }
}

/// How dates are written, in the letters of `strftime`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct DateFormat {
    text: Clean,
    width_cells: u16,
}

impl DateFormat {
    /// Cells that the widest date takes.
    pub fn width_cells(&self) -> u16 {
        self.width_cells
    }

    pub fn write(&self, date: NaiveDate) -> String {
        written(&self.text, date).unwrap_or_default()
    }
}

impl TryFrom<String> for DateFormat {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        /// Every weekday of every month, and more.
        const N_DAYS: u64 = 400;
        let text = Clean::new(&text);
        let first = NaiveDate::default();
        let days = (0..N_DAYS).filter_map(|n| first.checked_add_days(Days::new(n)));
        let dates: Option<Vec<String>> = days.map(|day| written(&text, day)).collect();
        let dates = dates.ok_or(wording!("date-format"))?;
        let width = dates.iter().map(|date| date.width()).max().unwrap_or(0);
        Ok(Self { text, width_cells: u16::try_from(width).unwrap_or(u16::MAX).min(40) })
    }
}

impl From<DateFormat> for String {
    fn from(format: DateFormat) -> Self {
        format.text.to_string()
    }
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, ListConfig};

    fn parse(text: &str) -> Result<ListConfig, String> {
        let config = Config::parse(&format!("[list]\n{text}"));
        config.map(|config| config.list).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn what_a_row_cannot_show_is_refused_in_words() {
        for (text, words) in [
            ("columns = [\"date\"]", "must include \"title\""),
            ("columns = [\"title\", \"title\"]", "only once"),
            ("columns = [\"colour\"]", "colour"),
            ("row-lines = 3", "1 or 2 lines"),
            ("date-format = \"%H:%M\"", "has no date"),
            ("date-format = \"%Q\"", "has no date"),
        ] {
            let message = parse(text).unwrap_err();
            assert!(message.contains(words), "{text}: {message}");
        }
    }

    #[test]
    fn a_date_is_as_wide_as_its_widest_day() {
        let format = parse("date-format = \"%A\"").unwrap().date_format.unwrap();
        assert_eq!(usize::from(format.width_cells()), "Wednesday".len());
        assert_eq!(format.write(chrono::NaiveDate::default()), "Thursday");
        let format = parse("date-format = \"\\u001b[2J%d\"").unwrap().date_format.unwrap();
        assert!(!format.write(chrono::NaiveDate::default()).contains('\u{1b}'));
    }
}
