//! Writes cells: moves, styles and links are sent only where they differ from the cell before.

use std::{
    io::{self, Write},
    rc::Rc,
};

use crossterm::{
    cursor::{MoveTo, MoveToColumn},
    queue,
    style::{Attribute, Colors, SetAttribute, SetColors, SetUnderlineColor},
};
use ratatui::{
    backend::IntoCrossterm,
    buffer::Cell,
    style::{Color, Modifier},
};

use crate::runtime::hyperlinks::{END, Target};

const ATTRIBUTES: [(Modifier, Attribute); 8] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

/// What the terminal writes with.
pub(super) struct Pen<'a, W: Write> {
    out: &'a mut W,
    fg: Color,
    bg: Color,
    underline: Color,
    modifier: Modifier,
    link: Option<Rc<Target>>,
}

impl<'a, W: Write> Pen<'a, W> {
    /// A pen without a style.
    pub(super) fn new(out: &'a mut W) -> Self {
        let (fg, bg, underline) = (Color::Reset, Color::Reset, Color::Reset);
        Self { out, fg, bg, underline, modifier: Modifier::empty(), link: None }
    }

    pub(super) fn move_to(&mut self, x: usize, y: usize) -> io::Result<()> {
        queue!(self.out, MoveTo(number(x), number(y)))
    }

    /// Moves within the row.
    pub(super) fn move_to_column(&mut self, x: usize) -> io::Result<()> {
        queue!(self.out, MoveToColumn(number(x)))
    }

    /// Writes a cell, in its style and as part of its link.
    pub(super) fn write(&mut self, cell: &Cell, link: Option<&Rc<Target>>) -> io::Result<()> {
        self.set_link(link)?;
        self.set_style(cell)?;
        self.out.write_all(cell.symbol().as_bytes())
    }

    /// Writes a blank in the style of a cell.
    pub(super) fn write_blank(&mut self, cell: &Cell) -> io::Result<()> {
        self.set_link(None)?;
        self.set_style(cell)?;
        self.out.write_all(b" ")
    }

    /// Ends the link, if there is one.
    pub(super) fn end_link(&mut self) -> io::Result<()> {
        self.set_link(None)
    }

    /// Leaves the terminal without a style.
    pub(super) fn lay_down(mut self) -> io::Result<()> {
        self.set_link(None)?;
        self.set_style(&Cell::EMPTY)
    }

    fn set_link(&mut self, link: Option<&Rc<Target>>) -> io::Result<()> {
        if self.link.as_ref() == link {
            return Ok(());
        }
        if self.link.is_some() {
            self.out.write_all(END)?;
        }
        if let Some(link) = link {
            self.out.write_all(link.start().as_bytes())?;
        }
        self.link = link.cloned();
        Ok(())
    }

    fn set_style(&mut self, cell: &Cell) -> io::Result<()> {
        if !cell.modifier.contains(self.modifier) {
            // Attributes are taken back all at once: bold and dim have no end of their own.
            queue!(self.out, SetAttribute(Attribute::Reset))?;
            (self.fg, self.bg, self.underline) = (Color::Reset, Color::Reset, Color::Reset);
            self.modifier = Modifier::empty();
        }
        if (cell.fg, cell.bg) != (self.fg, self.bg) {
            let colours = Colors::new(cell.fg.into_crossterm(), cell.bg.into_crossterm());
            queue!(self.out, SetColors(colours))?;
            (self.fg, self.bg) = (cell.fg, cell.bg);
        }
        if cell.underline_color != self.underline {
            queue!(self.out, SetUnderlineColor(cell.underline_color.into_crossterm()))?;
            self.underline = cell.underline_color;
        }
        let added = cell.modifier - self.modifier;
        for (_, attribute) in ATTRIBUTES.iter().filter(|(modifier, _)| added.contains(*modifier)) {
            queue!(self.out, SetAttribute(*attribute))?;
        }
        self.modifier = cell.modifier;
        Ok(())
    }
}

fn number(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
