//! The lines typed in a prompt, for the up key.

/// Lines kept for the up key, in each prompt.
const N_HISTORY: usize = 100;

/// Longer ones are pasted, and not worth keeping.
const MAX_LINE_BYTES: usize = 4 << 10;

/// Keeps a line that was entered: at the end, and once.
pub fn remember(history: &mut Vec<String>, line: &str) {
    let line = line.trim();
    if !line.is_empty() && line.len() <= MAX_LINE_BYTES {
        history.retain(|earlier| earlier != line);
        history.push(line.to_owned());
        let n_over = history.len().saturating_sub(N_HISTORY);
        history.drain(..n_over);
    }
}
