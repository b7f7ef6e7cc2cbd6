//! Pictures of numbers, by blocks that fill a cell in eighths.

/// A cell filled from the bottom by none to all of its eighths.
const HEIGHTS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// This many eighths of `n_cells` stand for `n`, where all of them stand for `most`. Only nothing
/// is nothing: the smallest number is seen.
pub fn eighths(n: usize, most: usize, n_cells: usize) -> usize {
    if n == 0 || most == 0 {
        return 0;
    }
    let all = n_cells.saturating_mul(8);
    let part = n as u128 * all as u128 / most as u128;
    usize::try_from(part).unwrap_or(all).clamp(1.min(all), all)
}

/// A cell filled from the bottom by this many eighths; more fill it.
pub fn filled(n_eighths: usize) -> char {
    HEIGHTS[n_eighths.min(8)]
}

/// A cell a number, as high as it is against the largest.
pub fn sparkline(numbers: &[u32]) -> String {
    let most = numbers.iter().copied().max().unwrap_or(0) as usize;
    numbers.iter().map(|n| filled(eighths(*n as usize, most, 1))).collect()
}

/// A bar from the left, in steps of half a cell: shorter ones look alike in many fonts.
pub fn bar(n: usize, most: usize, n_cells: usize) -> String {
    let halves = eighths(n, most, n_cells).div_ceil(4);
    let half = if halves.is_multiple_of(2) { "" } else { "▌" };
    "█".repeat(halves / 2) + half
}

/// Pictures of this module by letters that every font has.
pub fn in_ascii(picture: &str) -> String {
    let letter = |c: char| match c {
        '▁' => '_',
        '▂' => '.',
        '▃' => ':',
        '▄' => '-',
        '▅' => '=',
        '▆' => '+',
        '▇' => '*',
        '█' => '#',
        '▌' => '|',
        other => other,
    };
    picture.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_number_and_only_nothing_is_empty() {
        assert_eq!((eighths(0, 9, 1), eighths(1, 10_000, 1), eighths(9, 9, 2)), (0, 1, 16));
        assert_eq!((eighths(5, 10, 1), eighths(20, 10, 1), eighths(1, 0, 1)), (4, 8, 0));
        assert_eq!((eighths(usize::MAX, usize::MAX, 4), eighths(1, 1, 0)), (32, 0));
        assert_eq!(sparkline(&[0, 1, 4, 8, 100]), " ▁▁▁█");
        assert_eq!(sparkline(&[0, 0]), "  ");
        let bars = [0, 1, 4, 5, 8].map(|n| bar(n, 8, 4));
        assert_eq!(bars, ["", "▌", "██", "██▌", "████"]);
        assert!(in_ascii(&(HEIGHTS.iter().collect::<String>() + "▌")).is_ascii());
    }
}
