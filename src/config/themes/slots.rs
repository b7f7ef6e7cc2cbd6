//! Theme slots: what an element is, not which colour it has. Declared only here.

/// Declares the slots: a field each, and the list of all of them.
macro_rules! slots {
    ($($(#[doc = $doc:literal])* $slot:ident,)+) => {
        /// Something of each kind of thing that is drawn: a style as a file states it, or as it is
        /// drawn.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Slots<S> {
            $($(#[doc = $doc])* pub $slot: S,)+
        }

        /// The names of all slots, with `_` for `-`.
        const FIELDS: &[&str] = &[$(stringify!($slot)),+];

        impl<S> Slots<S> {
            /// The same with every style changed by `change`.
            pub fn map<T>(self, mut change: impl FnMut(S) -> T) -> Slots<T> {
                Slots { $($slot: change(self.$slot)),+ }
            }

            /// All slots in order.
            pub fn each(&self) -> Vec<(&'static str, &S)> {
                vec![$((stringify!($slot), &self.$slot)),+]
            }

            fn field(&mut self, field: &str) -> Option<&mut S> {
                match field {
                    $(stringify!($slot) => Some(&mut self.$slot),)+
                    _ => None,
                }
            }
        }
    };
}

slots! {
    /// The whole screen, before anything is drawn on it.
    background,
    /// What has no slot of its own.
    text,
    /// Dates, counts, and dimmed text.
    dim,
    /// The title of an unread article.
    unread,
    /// The mark of an unread article.
    unread_mark,
    star,
    source,
    /// Keys, where commands are told.
    key,
    /// Of a day, of a list, of a group of keys.
    heading,
    /// The title of the article that is read.
    title,
    /// The row under the cursor.
    selected,
    /// The row under the cursor while another pane takes the keys.
    cursor_line,
    /// The bar at the left of the row under the cursor.
    cursor_bar,
    /// A row that is selected for the next command.
    picked,
    /// Text that was selected.
    selection,
    /// A matched word: coloured letters, since many of them share a screen.
    hit,
    /// The match the cursor is on.
    current_hit,
    /// The line of a prompt.
    prompt,
    /// The place in a prompt where typing goes on.
    caret,
    /// The status line.
    status,
    /// Keys in the status line.
    status_key,
    /// Keys typed so far and what may follow them.
    pending,
    /// The background work.
    progress,
    warning,
    error,
    link,
    /// The letters that follow a link when they are typed.
    link_hint,
    /// A text that is quoted.
    quote,
    /// The title of a section.
    section,
    /// Code, and other text whose blanks count.
    code,
    /// The mark next to the paragraph under the cursor.
    paragraph_cursor,
    bookmark,
    /// What cannot be chosen now.
    disabled,
    /// Lines between panes.
    rule,
    /// Lines around the pane that takes the keys.
    focus,
    /// The scroll bar.
    thumb,
    /// The frame of a box.
    border,
    /// The inside of a box.
    popup,
}

impl<S> Slots<S> {
    /// The slot that files call `name`: `current-hit`.
    pub fn named(&mut self, name: &str) -> Option<&mut S> {
        if name.contains('_') {
            return None;
        }
        self.field(&name.replace('-', "_"))
    }
}

/// The names of all slots as files state them.
pub fn slot_names() -> impl Iterator<Item = String> {
    FIELDS.iter().map(|field| field.replace('_', "-"))
}
