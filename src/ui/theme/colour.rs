//! How colours look: how far apart two are, and how well one is read on another.

use std::sync::LazyLock;

use crate::config::themes::Colour;

/// The sixteen as xterm has them; what a user has chosen instead cannot be known.
const SIXTEEN: [(u8, u8, u8); 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

/// Red, green and blue, where they are known.
pub(super) fn rgb(colour: Colour) -> Option<(u8, u8, u8)> {
    match colour {
        Colour::Default => None,
        Colour::Rgb(red, green, blue) => Some((red, green, blue)),
        Colour::Indexed(index) => Some(indexed(index)),
    }
}

fn indexed(index: u8) -> (u8, u8, u8) {
    if let Some(colour) = SIXTEEN.get(usize::from(index)) {
        return *colour;
    }
    if 232 <= index {
        let grey = 8 + 10 * (index - 232);
        return (grey, grey, grey);
    }
    let step = |it: u8| if it == 0 { 0 } else { 55 + 40 * it };
    let cube = index - 16;
    (step(cube / 36), step(cube / 6 % 6), step(cube % 6))
}

/// How well one colour is read on another, from 1 to 21, as WCAG 2 counts it.
pub(super) fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: (u8, u8, u8)) -> f64 {
    let (red, green, blue) = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn linear((red, green, blue): (u8, u8, u8)) -> (f64, f64, f64) {
    let one = |value: u8| LINEAR[usize::from(value)];
    (one(red), one(green), one(blue))
}

/// The light of each value of a colour. All themes are fitted to the terminal before the first
/// picture, which compares some hundred thousand colours: powers would take a tenth of a second.
static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
    std::array::from_fn(|value| {
        let share = f64::from(u8::try_from(value).unwrap_or(u8::MAX)) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
});

/// A colour as it looks: its lightness and the two axes of CIE Lab.
pub(super) type Lab = (f64, f64, f64);

/// How the colours of a terminal look, by their numbers.
static LOOKS: LazyLock<Vec<Lab>> =
    LazyLock::new(|| (0..=255).map(|index| lab(indexed(index))).collect());

/// How the colour of a number looks.
pub(super) fn look(index: u8) -> Lab {
    LOOKS[usize::from(index)]
}

/// How far apart two colours look: the square of their distance.
pub(super) fn distance(one: Lab, other: Lab) -> f64 {
    (one.0 - other.0).powi(2) + (one.1 - other.1).powi(2) + (one.2 - other.2).powi(2)
}

/// Lightness and the two colour axes, under daylight (D65).
pub(super) fn lab(colour: (u8, u8, u8)) -> Lab {
    let (red, green, blue) = linear(colour);
    let curve = |it: f64| {
        if 0.008_856 < it { it.cbrt() } else { 7.787 * it + 16.0 / 116.0 }
    };
    let x = curve((0.412_453 * red + 0.357_58 * green + 0.180_423 * blue) / 0.950_456);
    let y = curve(0.212_671 * red + 0.715_16 * green + 0.072_169 * blue);
    let z = curve((0.019_334 * red + 0.119_193 * green + 0.950_227 * blue) / 1.088_754);
    (116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_and_distance_are_those_of_the_books() {
        let ratio = contrast((0x77, 0x77, 0x77), (255, 255, 255));
        assert!((ratio - 4.48).abs() < 0.01, "{ratio}");
        assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 0.001);
        let (lightness, a, b) = lab((255, 0, 0));
        assert!((lightness - 53.2).abs() < 0.2 && (a - 80.1).abs() < 0.3 && (b - 67.2).abs() < 0.3);
        let dark = lab((9, 9, 9));
        assert!(distance(dark, lab((10, 10, 10))) < distance(dark, lab((9, 40, 9))));
        assert_eq!(look(208), lab((255, 135, 0)));
        assert_eq!((LINEAR[0], LINEAR[255]), (0.0, 1.0));
    }

    #[test]
    fn the_fixed_colours_are_where_terminals_have_them() {
        assert_eq!(indexed(16), (0, 0, 0));
        assert_eq!(indexed(208), (255, 135, 0));
        assert_eq!(indexed(231), (255, 255, 255));
        assert_eq!((indexed(232), indexed(255)), ((8, 8, 8), (238, 238, 238)));
    }
}
