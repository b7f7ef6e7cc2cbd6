//! What the terminal can do, guessed once from the environment: the only place that reads `TERM`
//! and the variables that terminals and multiplexers set.
//!
//! A multiplexer draws by itself, whatever terminal it runs in, so its variables count first.

use crate::config::{Bidi, ColourDepth};

/// What a terminal can do, as far as the environment tells.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    pub depth: Depth,
    /// Whether it understands more than text; `None` if it does not say what it is.
    pub can_draw: Option<bool>,
    /// Whether it puts Arabic and Hebrew into reading order itself.
    pub reorders: bool,
    /// Whether it turns addresses into links to click (OSC 8). Others might print the address.
    pub has_hyperlinks: bool,
    /// Whether it can be asked for its background: a console would print the question.
    pub can_be_asked: bool,
    /// As `COLORFGBG` says, which some terminals set. Dark if it is not set.
    pub has_light_background: bool,
    pub is_in_tmux: bool,
}

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    None,
    Sixteen,
    Indexed,
    Truecolour,
}

impl Depth {
    /// The depth that the settings state, or else this one.
    #[must_use]
    pub fn or(self, stated: ColourDepth) -> Self {
        match stated {
            ColourDepth::None => Self::None,
            ColourDepth::Sixteen => Self::Sixteen,
            ColourDepth::Indexed => Self::Indexed,
            ColourDepth::Truecolour => Self::Truecolour,
            ColourDepth::Auto => self,
        }
    }
}

impl Capabilities {
    /// Those of the terminal that this program runs in.
    pub fn here() -> Self {
        Self::of(super::variable)
    }

    /// Those of a terminal with the environment that `variable` reads.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let around = Environment::read(&variable);
        Self {
            depth: around.depth(),
            can_draw: match around.term.as_str() {
                "dumb" => Some(false),
                "" => None,
                _ => Some(true),
            },
            reorders: around.reorders(),
            has_hyperlinks: around.has_hyperlinks(),
            can_be_asked: !around.is_plain() && !around.is_screen(),
            has_light_background: around.has_light_background(),
            is_in_tmux: around.is_set("TMUX"),
        }
    }

    /// `setting`, or who reorders in this terminal if it leaves that open.
    #[must_use]
    pub fn bidi(self, setting: Bidi) -> Bidi {
        match setting {
            Bidi::Auto if self.reorders => Bidi::Terminal,
            Bidi::Auto => Bidi::Reorder,
            stated => stated,
        }
    }
}

/// The environment of a terminal.
struct Environment<'v> {
    variable: &'v dyn Fn(&str) -> Option<String>,
    term: String,
    program: String,
}

impl<'v> Environment<'v> {
    fn read(variable: &'v dyn Fn(&str) -> Option<String>) -> Self {
        let said = |name: &str| variable(name).unwrap_or_default();
        Self { variable, term: said("TERM"), program: said("TERM_PROGRAM") }
    }

    fn said(&self, name: &str) -> String {
        (self.variable)(name).unwrap_or_default()
    }

    fn is_set(&self, name: &str) -> bool {
        !self.said(name).is_empty()
    }

    fn is_any_set(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.is_set(name))
    }

    fn number(&self, name: &str) -> Option<u32> {
        self.said(name).parse().ok()
    }

    /// It can only print, or shows escape sequences as text.
    fn is_plain(&self) -> bool {
        ["", "dumb", "linux"].contains(&self.term.as_str())
    }

    /// GNU screen, whose `TERM` tmux uses, too.
    fn is_screen(&self) -> bool {
        self.term.starts_with("screen") && !self.is_set("TMUX")
    }

    fn depth(&self) -> Depth {
        let has = |words: &[&str]| words.iter().any(|word| self.term.contains(word));
        let is_colourless = self.term.starts_with("vt") || ["", "dumb"].contains(&&*self.term);
        if self.is_set("NO_COLOR") || is_colourless {
            return Depth::None;
        }
        // It passes no more than 256 on, whatever the terminal around it says.
        if self.is_screen() && !has(&["direct"]) {
            return Depth::Indexed;
        }
        let is_known = ["kitty", "alacritty", "ghostty", "wezterm", "foot", "direct", "truecolor"];
        if ["truecolor", "24bit"].contains(&&*self.said("COLORTERM")) || has(&is_known) {
            Depth::Truecolour
        } else if has(&["256"]) || self.is_set("WT_SESSION") {
            Depth::Indexed
        } else {
            Depth::Sixteen
        }
    }

    fn reorders(&self) -> bool {
        let is_inside = self.is_any_set(&["TMUX", "STY", "ZELLIJ"]);
        let is_known = self.is_any_set(&["VTE_VERSION", "KONSOLE_VERSION", "MLTERM"])
            || self.term.starts_with("mlterm")
            || self.program == "Apple_Terminal";
        is_known && !is_inside
    }

    fn has_hyperlinks(&self) -> bool {
        if self.is_set("TMUX") {
            // Of the multiplexers, tmux tells its version.
            return self.program == "tmux" && is_since(&self.said("TERM_PROGRAM_VERSION"), (3, 4));
        }
        if self.is_any_set(&["STY", "ZELLIJ", "INSIDE_EMACS"])
            || self.is_screen()
            || self.is_plain()
        {
            return false;
        }
        let terms = ["xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "wezterm", "alacritty"];
        terms.contains(&self.term.as_str())
            || ["iTerm.app", "WezTerm", "ghostty", "kitty"].contains(&self.program.as_str())
            || self.is_any_set(&["KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WT_SESSION"])
            || self.number("VTE_VERSION").is_some_and(|version| 5000 <= version)
            || self.number("KONSOLE_VERSION").is_some_and(|version| 201_200 <= version)
    }

    /// `15;0` or `15;default;0`: the last of two or three colours is the background.
    fn has_light_background(&self) -> bool {
        let said = self.said("COLORFGBG");
        matches!(said.rsplit(';').next().map(str::parse), Some(Ok(7u8 | 9..=15)))
    }
}

/// Whether a version such as `3.4a` or `next-3.6` is that one or a later one.
fn is_since(version: &str, (major, minor): (u32, u32)) -> bool {
    let mut numbers = version
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u32>().ok());
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    (major, minor) <= found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Capabilities {
        Capabilities::of(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    const XTERM: (&str, &str) = ("TERM", "xterm-256color");

    #[test]
    fn terminals_with_hyperlinks_are_known_by_name_or_version() {
        for known in [
            vec![("TERM", "xterm-kitty")],
            vec![("TERM", "foot")],
            vec![("TERM", "alacritty")],
            vec![XTERM, ("TERM_PROGRAM", "iTerm.app")],
            vec![XTERM, ("TERM_PROGRAM", "WezTerm")],
            vec![XTERM, ("VTE_VERSION", "7600")],
            vec![XTERM, ("KONSOLE_VERSION", "230401")],
            vec![XTERM, ("WT_SESSION", "1f2e")],
        ] {
            assert!(of(&known).has_hyperlinks, "{known:?}");
        }
        for unknown in [
            vec![],
            vec![XTERM],
            vec![XTERM, ("VTE_VERSION", "4999")],
            vec![XTERM, ("KONSOLE_VERSION", "200800")],
            vec![("TERM", "linux"), ("VTE_VERSION", "7600")],
            vec![("TERM", "dumb"), ("KITTY_WINDOW_ID", "1")],
            vec![("TERM", "screen-256color"), ("VTE_VERSION", "7600")],
            vec![XTERM, ("STY", "1.x"), ("KITTY_WINDOW_ID", "1")],
        ] {
            assert!(!of(&unknown).has_hyperlinks, "{unknown:?}");
        }
    }

    #[test]
    fn of_tmux_the_version_counts_and_not_what_is_around_it() {
        let inside = |program, version| {
            let tmux = [("TERM", "tmux-256color"), ("TMUX", "socket,1,0"), ("VTE_VERSION", "7600")];
            let said = [("TERM_PROGRAM", program), ("TERM_PROGRAM_VERSION", version)];
            of(&[tmux.as_slice(), &said].concat()).has_hyperlinks
        };
        assert!(["3.4", "3.5a", "4.0", "next-3.6"].iter().all(|version| inside("tmux", version)));
        assert!(!["", "3.3a", "2.9", "3"].iter().any(|version| inside("tmux", version)));
        assert!(!inside("WezTerm", "20240203"));
    }

    #[test]
    fn terminals_that_reorder_are_known_and_a_multiplexer_hides_them() {
        let decided = |setting, variables: &[_]| of(variables).bidi(setting);
        assert_eq!(decided(Bidi::Auto, &[]), Bidi::Reorder);
        assert_eq!(decided(Bidi::Auto, &[("VTE_VERSION", "7600")]), Bidi::Terminal);
        assert_eq!(decided(Bidi::Auto, &[("TERM", "mlterm-256color")]), Bidi::Terminal);
        let inside = [("VTE_VERSION", "7600"), ("TMUX", "socket,1,0")];
        assert_eq!(decided(Bidi::Auto, &inside), Bidi::Reorder);
        assert_eq!(decided(Bidi::Reorder, &[("VTE_VERSION", "7600")]), Bidi::Reorder);
        assert_eq!(decided(Bidi::Terminal, &[]), Bidi::Terminal);
    }

    #[test]
    fn the_terminal_says_how_many_colours_it_has_and_the_settings_overrule_it() {
        let depth = |variables: &[_]| of(variables).depth;
        assert_eq!(depth(&[XTERM]), Depth::Indexed);
        assert_eq!(depth(&[XTERM, ("COLORTERM", "truecolor")]), Depth::Truecolour);
        assert_eq!(depth(&[XTERM, ("COLORTERM", "24bit"), ("NO_COLOR", "1")]), Depth::None);
        assert_eq!(depth(&[XTERM, ("NO_COLOR", "")]), Depth::Indexed);
        assert_eq!(depth(&[("TERM", "xterm-kitty")]), Depth::Truecolour);
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Sixteen);
        assert_eq!(depth(&[("TERM", "vt100")]), Depth::None);
        assert_eq!(depth(&[("TERM", "screen"), ("COLORTERM", "truecolor")]), Depth::Indexed);
        assert_eq!(Depth::None.or(ColourDepth::Indexed), Depth::Indexed);
        assert_eq!(Depth::Sixteen.or(ColourDepth::Auto), Depth::Sixteen);
    }

    #[test]
    fn consoles_and_screen_are_not_asked() {
        let asked = |variables: &[_]| of(variables).can_be_asked;
        assert!(asked(&[XTERM]));
        assert!(asked(&[("TERM", "screen-256color"), ("TMUX", "socket,1,0")]));
        assert!(!asked(&[("TERM", "screen")]) && !asked(&[("TERM", "linux")]) && !asked(&[]));
    }

    #[test]
    fn the_background_is_the_last_of_two_or_three_colours() {
        let said = ["0;15", "0;default;15", "0;7", "15;0", "12;8", "0;default", "", "0;"];
        let light = said.map(|said| of(&[("COLORFGBG", said)]).has_light_background);
        assert_eq!(light, [true, true, true, false, false, false, false, false]);
    }

    #[test]
    fn only_a_terminal_that_says_what_it_is_can_be_drawn_on() {
        let can_draw = |term| of(&[("TERM", term)]).can_draw;
        assert_eq!(
            [can_draw("dumb"), can_draw(""), can_draw("vt100")],
            [Some(false), None, Some(true)]
        );
    }
}
