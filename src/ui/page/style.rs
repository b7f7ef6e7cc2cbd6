//! How a page looks, its size left out.

use hypher::Lang;

use crate::config::{Config, HyphenLanguage, LinkStyle};

/// More spaces before a paragraph are not typography.
const MAX_INDENT: u8 = 8;
/// As far apart as paragraphs can be.
const MAX_SPACING: u8 = 2;

/// What the settings say of the look of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageStyle {
    pub words_per_minute: u32,
    /// Empty rows between two paragraphs.
    pub n_blank: usize,
    /// Before the first line of a paragraph.
    pub indent_cells: usize,
    pub justifies: bool,
    pub(super) hyphens: Option<Lang>,
    pub numbers_links: bool,
    /// Text from right to left is put into order here, not by the terminal.
    pub reorders: bool,
}

impl PageStyle {
    pub fn of(config: &Config) -> Self {
        let reader = &config.reader;
        Self {
            words_per_minute: reader.words_per_minute,
            n_blank: usize::from(reader.paragraph_spacing.min(MAX_SPACING)),
            indent_cells: usize::from(reader.indent_cells.min(MAX_INDENT)),
            justifies: reader.justify,
            hyphens: reader.hyphenate.then(|| patterns(reader.language)),
            numbers_links: reader.links == LinkStyle::Numbered,
            reorders: config.text.bidi.reorders(),
        }
    }
}

fn patterns(language: HyphenLanguage) -> Lang {
    match language {
        HyphenLanguage::Danish => Lang::Danish,
        HyphenLanguage::Dutch => Lang::Dutch,
        HyphenLanguage::English => Lang::English,
        HyphenLanguage::Finnish => Lang::Finnish,
        HyphenLanguage::French => Lang::French,
        HyphenLanguage::German => Lang::German,
        HyphenLanguage::Italian => Lang::Italian,
        HyphenLanguage::Polish => Lang::Polish,
        HyphenLanguage::Portuguese => Lang::Portuguese,
        HyphenLanguage::Russian => Lang::Russian,
        HyphenLanguage::Spanish => Lang::Spanish,
        HyphenLanguage::Swedish => Lang::Swedish,
        HyphenLanguage::Ukrainian => Lang::Ukrainian,
    }
}
