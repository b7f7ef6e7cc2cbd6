//! What somebody sees and finds who has read nothing.

use dateline::{
    app,
    base::language::{Speech, language, speaking},
    library::Progressing,
    session::Message,
};

use super::{Articles, Script, corpus};
