//! The encoding in which every file is read.

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};

use crate::base::wording;

/// An encoding by one of its WHATWG labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct WrittenEncoding(&'static Encoding);

impl WrittenEncoding {
    pub fn encoding(self) -> &'static Encoding {
        self.0
    }
}

impl TryFrom<String> for WrittenEncoding {
    type Error = String;

    fn try_from(label: String) -> Result<Self, String> {
        let known = Encoding::for_label(label.as_bytes()).map(Self);
        known.ok_or_else(|| wording!("setting-encoding", name = label))
    }
}

impl From<WrittenEncoding> for String {
    fn from(written: WrittenEncoding) -> Self {
        written.0.name().to_owned()
    }
}
