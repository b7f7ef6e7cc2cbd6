//! The style of everything that is drawn: what a theme file states, as the terminal can show it.

mod colour;
mod depth;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use ratatui::style::{Color, Modifier, Style};

use crate::config::{
    ColourDepth,
    themes::{self, Colour, Emphasis, Slots, StyleSpec, ThemeSpec},
};
use crate::host::Depth;

/// A style for each slot. Without colours, modifiers alone tell things apart.
pub type Theme = Slots<Style>;

impl Theme {
    /// Sixteen colours of the terminal's own palette, so that it fits any background.
    pub fn terminal() -> Self {
        Self::builtin("terminal")
    }

    /// No colours at all, for `NO_COLOR`.
    pub fn monochrome() -> Self {
        Self::builtin("monochrome")
    }

    fn builtin(name: &str) -> Self {
        // That all of the program's themes can be read is tested.
        themes::builtin(name).map(|theme| Self::of(&theme, Depth::Truecolour)).unwrap_or_default()
    }

    /// A theme as a terminal of this depth shows it.
    pub fn of(theme: &ThemeSpec, depth: Depth) -> Self {
        if depth == Depth::None {
            return Self::monochrome_of(theme);
        }
        let grounds = depth.behind(&grounds(&theme.styles));
        theme.styles.clone().map(|spec| style(&depth.fit(&spec, &grounds)))
    }

    /// The theme of what is drawn on a row in a style of its own, such as that of the cursor. Hits
    /// keep their ground, whatever the row's; if they have none, they add to its style.
    #[must_use]
    pub fn on_row(&self, row: Style) -> Self {
        let mut theme = self.map(|slot| on_plain(slot, row).patch(row));
        let is_block = self.hit.bg.is_some();
        theme.hit = if is_block {
            self.hit.not_reversed().not_dim()
        } else {
            row.patch(on_plain(self.hit, row))
        };
        // The bar stands on the ground of the list, and is the row's sign where that has no ground.
        theme.cursor_bar = self.cursor_bar;
        theme
    }

    /// Without colours every theme is the one that is made for that.
    fn monochrome_of(theme: &ThemeSpec) -> Self {
        if theme.name == "monochrome" {
            return theme
                .styles
                .clone()
                .map(|spec| style(&StyleSpec { fg: None, bg: None, ..spec }));
        }
        Self::monochrome()
    }
}

/// All themes there are, by name, as this terminal shows them. A theme is fitted to the terminal when
/// it is first shown: that compares some ten thousand colours.
#[derive(Debug, Clone)]
pub struct Themes {
    named: Vec<Named>,
    /// As the terminal says of itself.
    detected: Depth,
    /// What is drawn with.
    depth: Depth,
    /// For names that no theme has.
    fallback: OnceLock<Theme>,
}

#[derive(Debug, Clone)]
struct Named {
    spec: ThemeSpec,
    theme: OnceLock<Theme>,
}

impl Themes {
    pub fn new(specs: &[ThemeSpec], detected: Depth, stated: ColourDepth) -> Self {
        let named = |spec: &ThemeSpec| Named { spec: spec.clone(), theme: OnceLock::new() };
        let (named, depth) = (specs.iter().map(named).collect(), detected.or(stated));
        Self { named, detected, depth, fallback: OnceLock::new() }
    }

    /// Other themes, or another depth by the settings.
    pub fn renew(&mut self, specs: &[ThemeSpec], stated: ColourDepth) {
        *self = Self::new(specs, self.detected, stated);
    }

    /// The themes of the program.
    pub fn builtin(depth: Depth) -> Self {
        Self::new(&themes::load_all(None).0, depth, ColourDepth::Auto)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.named.iter().map(|it| it.spec.name.as_str())
    }

    /// The theme of that name, else the one to start with.
    pub fn get(&self, name: &str) -> &Theme {
        let fallback = || {
            let default = self.find(themes::FALLBACK_THEME).copied();
            self.fallback.get_or_init(|| default.unwrap_or_else(Theme::terminal))
        };
        self.find(name).unwrap_or_else(fallback)
    }

    fn find(&self, name: &str) -> Option<&Theme> {
        let named = self.named.iter().find(|it| it.spec.name == name)?;
        Some(named.theme.get_or_init(|| Theme::of(&named.spec, self.depth)))
    }
}

/// One theme and no choice.
impl From<Theme> for Themes {
    fn from(theme: Theme) -> Self {
        let (named, detected) = (Vec::new(), Depth::Truecolour);
        Self { named, detected, depth: detected, fallback: OnceLock::from(theme) }
    }
}

/// A style on a row that is shown by reversing: a colour of a letter would become its ground, and
/// the row a patchwork.
fn on_plain(style: Style, row: Style) -> Style {
    if row.add_modifier.contains(Modifier::REVERSED) {
        Style { fg: None, bg: None, ..style }.not_dim()
    } else {
        style
    }
}

/// The backgrounds of screen, status line, boxes, and of the cursor's row.
fn grounds(styles: &Slots<StyleSpec>) -> Vec<Colour> {
    let rows = [&styles.selected, &styles.cursor_line];
    let plain = [&styles.background, &styles.prompt, &styles.status, &styles.popup];
    let grounds = plain.into_iter().chain(rows);
    grounds.filter_map(|it| it.bg).collect()
}

fn style(spec: &StyleSpec) -> Style {
    let mut style = Style::new();
    style.fg = spec.fg.map(colour);
    style.bg = spec.bg.map(colour);
    for emphasis in &spec.emphasis {
        style = style.add_modifier(match emphasis {
            Emphasis::Bold => Modifier::BOLD,
            Emphasis::Dim => Modifier::DIM,
            Emphasis::Italic => Modifier::ITALIC,
            Emphasis::Underlined => Modifier::UNDERLINED,
            Emphasis::Reversed => Modifier::REVERSED,
            Emphasis::CrossedOut => Modifier::CROSSED_OUT,
        });
    }
    style
}

/// The sixteen by their names, which terminals show as their users chose them.
fn colour(colour: Colour) -> Color {
    const SIXTEEN: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Colour::Default => Color::Reset,
        Colour::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
        Colour::Indexed(index) => {
            SIXTEEN.get(usize::from(index)).copied().unwrap_or(Color::Indexed(index))
        }
    }
}
