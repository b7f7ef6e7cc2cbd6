//! JSON that is safe on a terminal: characters that it would obey or not show are escaped.

use std::{
    io::{self, Write},
    path::Path,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{
    Serializer,
    ser::{CompactFormatter, Formatter},
};

use crate::base::paths::is_shown;

/// The path of a file: as text, and byte by byte where the text is not all of it.
#[derive(Serialize, JsonSchema)]
pub(super) struct JsonPath {
    /// The path in the directory; bytes that are not UTF-8 are replaced.
    path: String,
    /// The bytes of the path in base64, if they are not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    path_bytes: Option<String>,
}

impl JsonPath {
    pub(super) fn new(path: &Path) -> Self {
        let bytes = path.to_str().is_none();
        Self {
            path: path.to_string_lossy().into_owned(),
            path_bytes: bytes.then(|| STANDARD.encode(path.as_os_str().as_encoded_bytes())),
        }
    }
}

/// The paths of several files; their bytes, too, where one of them is not UTF-8.
#[derive(Serialize, JsonSchema)]
pub(super) struct JsonPaths {
    /// The paths of all files that hold it.
    paths: Vec<String>,
    /// Their bytes in base64, if those of one are not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    paths_bytes: Option<Vec<String>>,
}

impl JsonPaths {
    pub(super) fn new(paths: &[&Path]) -> Self {
        let is_text = paths.iter().all(|path| path.to_str().is_some());
        let bytes = |path: &&Path| STANDARD.encode(path.as_os_str().as_encoded_bytes());
        Self {
            paths: paths.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
            paths_bytes: (!is_text).then(|| paths.iter().map(bytes).collect()),
        }
    }
}

/// Writes one JSON object on a line of its own.
pub(super) fn write_json(out: &mut impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, Escaping);
    value.serialize(&mut serializer).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Compact, and escapes more than JSON has to: C1 controls, and signs that turn a line around.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        let mut rest = fragment;
        while let Some(at) = rest.find(|c| !is_shown(c)) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let c = rest[at..].chars().next().unwrap_or_default();
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        CompactFormatter.write_string_fragment(writer, rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left_and_all_of_it_reads_back() {
        let text = "a\n\t\x1b[31m\u{9b}31m\u{202e}\u{7f}e\u{301} 👩\u{200d}🚀 \u{e0041}";
        let mut out = Vec::new();
        write_json(&mut out, &text).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert!(written.trim_end().chars().all(|c| is_shown(c) && !c.is_control()), "{written}");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
