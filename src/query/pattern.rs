//! Regular expressions for names: checked when they are read, compiled when they are used.

use regex::RegexBuilder;

/// A regular expression takes no more memory than this once it is compiled.
const SIZE_LIMIT_BYTES: usize = 1 << 18;

/// What stood between strokes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Regex {
    /// As written; a stroke in it has a backslash before it.
    text: Box<str>,
    ignores_case: bool,
}

impl Regex {
    /// # Errors
    /// What is wrong with it, in the words of the engine.
    pub(super) fn new(text: &str, ignores_case: bool) -> Result<Self, String> {
        let regex = Self { text: text.into(), ignores_case };
        match regex.build() {
            Ok(_) => Ok(regex),
            Err(regex::Error::CompiledTooBig(_)) => Err("too large".to_owned()),
            Err(error) => {
                let said = error.to_string();
                let reason = said.lines().last().unwrap_or_default();
                Err(reason.trim_start_matches("error:").trim().to_owned())
            }
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn ignores_case(&self) -> bool {
        self.ignores_case
    }

    /// For many texts: a match takes time in proportion to its text.
    pub fn compiled(&self) -> impl Fn(&str) -> bool + use<> {
        // It was compiled when it was read.
        let regex = self.build().ok();
        move |text| regex.as_ref().is_some_and(|regex| regex.is_match(text))
    }

    pub fn is_match(&self, text: &str) -> bool {
        self.compiled()(text)
    }

    fn build(&self) -> Result<regex::Regex, regex::Error> {
        RegexBuilder::new(&self.text.replace("\\/", "/"))
            .case_insensitive(self.ignores_case)
            .size_limit(SIZE_LIMIT_BYTES)
            .nest_limit(32)
            .build()
    }
}
