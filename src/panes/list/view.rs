//! Draws the header, the rows that are on the screen, and what is said if there are none.

use ratatui::{Frame, buffer::Buffer, layout::Rect, style::Modifier};

use crate::base::{language::numbers::thousands, wording};
use crate::domain::{Extent, Headline, Order, View};
use crate::session::{Key, LIST, Line, List, ListName, SEARCH, Session};
use crate::ui::{
    Ink, RowColumns, Scrolled, Theme, TitleLook, cut, padded, put, put_cursor_bar, put_day,
    put_folded_day, put_heading, put_headline, put_ordered, put_passage, put_scroll_bar, width,
};

/// Stands before the title of an article that is selected, behind its other marks.
const PICKED: &str = "✓";

/// Of the source that the cursor is at, where the list is by source.
const MOST_PLACE_CELLS: usize = 24;

/// The part of `area` that holds rows: below the header, where there is room for one. The results
/// have none: the prompt above them is their header.
pub(super) fn body(session: &Session, area: Rect) -> Rect {
    let n_lines = u16::from(!session.search.is_open && 2 <= area.height);
    Rect { y: area.y + n_lines, height: area.height - n_lines, ..area }
}

pub(super) fn draw(session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    let body = body(session, area);
    if body.y != area.y {
        header(session, theme, buffer, padded(Rect { height: 1, ..area }));
    }
    let list = session.front();
    if list.n_rows() == 0 {
        empty(session, theme, buffer, padded(body));
        return;
    }
    let (config, has_selection) = (&session.config.list, session.has_selection());
    let today = session.display.today;
    let headed = RowColumns::of(config, body.width, (list.has_days(), has_selection), today);
    let lone = RowColumns::lone(config, body.width, has_selection, today);
    if session.config.layout.scroll_bar {
        scroll_bar(list, theme, buffer, body);
    }
    let mut rest = Rect { width: body.width.saturating_sub(1), ..body };
    for line in list.lines() {
        if rest.is_empty() {
            break;
        }
        let used = match line {
            Line::Day(day) => {
                put_day(buffer, within(Rect { height: 1, ..rest }), day, theme);
                1
            }
            Line::Source(source) => {
                put_heading(buffer, within(Rect { height: 1, ..rest }), source, theme);
                1
            }
            Line::Folded { row, headline } => {
                let area = Rect { height: 1, ..rest };
                let is_selected = session.is_selected(row, headline);
                let theme = row_theme(session, theme, (row, is_selected), buffer, area);
                put_folded_day(buffer, within(area), headline, &theme);
                1
            }
            Line::Row { row, headline, is_lone } => {
                let n_lines = u16::try_from(list.row_lines()).unwrap_or(1).min(rest.height);
                let area = Rect { height: n_lines, ..rest };
                let is_selected = headline.is_some_and(|it| session.is_selected(row, it));
                let theme = row_theme(session, theme, (row, is_selected), buffer, area);
                if let Some(headline) = headline {
                    let columns = if is_lone && list.has_days() { &lone } else { &headed };
                    put_row(session, headline, columns, &theme, buffer, within(area));
                    if is_selected {
                        put_selected(columns.selection_column(), &theme, buffer, within(area));
                    }
                }
                n_lines
            }
        };
        rest = Rect { y: rest.y + used, height: rest.height - used, ..rest };
    }
}

/// Without the cell at the left, where the bar of the cursor stands.
fn within(area: Rect) -> Rect {
    let bar = u16::from(1 < area.width);
    Rect { x: area.x + bar, width: area.width - bar, ..area }
}

fn scroll_bar(list: &List, theme: &Theme, buffer: &mut Buffer, body: Rect) {
    let rows = list.visible();
    let n = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
    let seen = Scrolled { seen: n(rows.start)..n(rows.end), total: n(list.n_rows()) };
    put_scroll_bar(buffer, body, &seen, |_| false, theme);
}

/// Gives a row the style of what is selected, and of the cursor, and returns the theme of what is
/// drawn on it.
fn row_theme(
    session: &Session,
    theme: &Theme,
    (row, is_selected): (usize, bool),
    buffer: &mut Buffer,
    area: Rect,
) -> Theme {
    let has_cursor = row == session.front().cursor();
    // The cursor stands back while another pane takes the keys.
    let is_away = !matches!(session.focus(), LIST | SEARCH);
    let cursor = if is_away { theme.cursor_line } else { theme.selected };
    let styles = [is_selected.then_some(theme.picked), has_cursor.then_some(cursor)];
    let dressed = styles.into_iter().flatten().fold(*theme, |theme, style| {
        // A row that is shown by reversing leaves the cell of the bar alone: it would hide the bar.
        let is_reversed = style.add_modifier.contains(Modifier::REVERSED);
        buffer.set_style(if is_reversed { within(area) } else { area }, style);
        theme.on_row(style)
    });
    if has_cursor {
        let style = if is_away { theme.dim } else { theme.cursor_bar };
        put_cursor_bar(buffer, area, style);
    }
    dressed
}

fn put_row(
    session: &Session,
    headline: &Headline,
    columns: &RowColumns,
    theme: &Theme,
    buffer: &mut Buffer,
    area: Rect,
) {
    let snippet = session.search.snippet(headline.id).filter(|_| session.search.is_open);
    let hits = snippet.map_or(&[][..], |snippet| &snippet.title_hits);
    let reorders = session.config.text.bidi.reorders();
    let lead = session.lists.leads.get(headline.id).filter(|_| !session.search.is_open);
    let list = session.front();
    let beside = lead.filter(|_| list.has_room_for_leads()).map_or("", |lead| lead.as_str());
    let look = TitleLook { hits, shift_cells: list.title_shift, reorders, lead: beside };
    put_headline(buffer, Rect { height: 1, ..area }, headline, columns, look, theme);
    if area.height < 2 {
        return;
    }
    let indent = columns.second_line_column(area.width).min(area.width);
    let below = Rect { x: area.x + indent, y: area.y + 1, width: area.width - indent, height: 1 };
    if headline.length.n_words == 0 {
        put(buffer, below, wording!("no-text"), theme.dim);
    } else if let Some(snippet) = snippet {
        let ink = Ink { style: theme.dim, hits: &snippet.hits, hit_style: theme.hit };
        put_passage(buffer, below, &snippet.text, ink, reorders);
    } else if let Some(lead) = lead {
        let ink = Ink { style: theme.dim, hits: &[], hit_style: theme.hit };
        put_ordered(buffer, below, lead, ink, reorders);
    }
}

/// Says that a row is selected, by a sign in the column of the marks.
fn put_selected(column: u16, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let column = column.min(area.width);
    let sign = Rect { x: area.x + column, width: (area.width - column).min(1), height: 1, ..area };
    put(buffer, sign, PICKED, theme.text);
}

fn header(session: &Session, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let list = session.front();
    let status = &session.said.status;
    let position = match list.n_rows() {
        0 => String::new(),
        _ => format!("{}/{}", thousands(list.cursor() + 1), n_found(session, list)),
    };
    let counts = match list.shown().view {
        View::All => wording!("list-counts", n = status.n_articles, unread = status.n_unread),
        View::Unread | View::Starred | View::Changed => {
            wording!("list-counts-of", n = n_found(session, list), total = status.n_articles)
        }
    };
    let position = match (place(list), area.width) {
        (Some(place), 60..) => format!("{} · {position}", cut(&place, MOST_PLACE_CELLS)),
        _ => position,
    };
    let name: &str = if status.name.is_empty() { "Dateline" } else { &status.name };
    let mut left = format!("{name} · {}", view_name(list.listing.view));
    let order = list.listing.spoken_order();
    let room = usize::from(area.width);
    let mut right = position.clone();
    let with_counts = format!("{counts}   {position}");
    if width(&left) + width(&with_counts) + 2 <= room {
        right = with_counts;
    }
    if width(&left) + width(order) + 3 + width(&right) + 2 <= room {
        left = format!("{left} · {order}");
    }
    let right_cells = u16::try_from(width(&right)).unwrap_or(0).min(area.width);
    let split = area.width - right_cells;
    let left = cut(&left, usize::from(split.saturating_sub(1)));
    // Quieter than the headings of days; the name is lit while the list takes the keys.
    let strong = theme.text.add_modifier(Modifier::BOLD);
    let name = left.strip_prefix(name).map_or(&*left, |rest| &left[..left.len() - rest.len()]);
    let rest = put(buffer, area, name, if session.is_reader_lit() { theme.dim } else { strong });
    put(buffer, rest, &left[name.len()..], theme.dim);
    let right_area = Rect { x: area.x + split, width: right_cells, ..area };
    put(buffer, right_area, &right, theme.dim);
}

/// Where the cursor is in a list that is not by date: no headings say so.
fn place(list: &List) -> Option<String> {
    let headline = list.headline()?;
    match list.listing.order {
        Order::Source => Some(headline.source.to_string()),
        Order::Title => headline.title.chars().next().map(|first| first.to_uppercase().collect()),
        Order::Date | Order::Words | Order::Hits | Order::Relevance => None,
    }
}

/// Files that are compared with the folder in a moment are not worth a sign; those being read are.
fn n_found(session: &Session, list: &List) -> String {
    let (n_found, is_exact) = list.n_found();
    let is_exact = is_exact || list.is_complete() && session.said.status.progress.is_none();
    format!("{}{}", if is_exact { "" } else { "≥ " }, thousands(n_found))
}

fn view_name(view: View) -> &'static str {
    match view {
        View::All => wording!("view-all"),
        View::Unread => wording!("view-unread"),
        View::Starred => wording!("view-starred"),
        View::Changed => wording!("view-changed"),
    }
}

fn empty(session: &Session, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let lines = empty_text(session, session.front());
    let top = area.height / 3;
    for (y, line) in (area.y + top..area.bottom()).zip(lines) {
        let line = cut(&line, usize::from(area.width));
        let indent = (area.width - u16::try_from(width(&line)).unwrap_or(area.width)) / 2;
        let line_area = Rect { x: area.x + indent, y, width: area.width - indent, height: 1 };
        put(buffer, line_area, &line, theme.dim);
    }
}

fn empty_text(session: &Session, list: &List) -> Vec<String> {
    let (first, more) = if list.name() == ListName::Results && session.search.query.is_none() {
        (wording!("results-hint"), wording!("results-hint-more"))
    } else if list.is_waiting() || list.extent().is_being_counted() {
        let is_search = list.name() == ListName::Results;
        (if is_search { wording!("results-searching") } else { wording!("list-opening") }, "")
    } else if let Some(none) = session.none_so_far(list) {
        let more = match (list.extent(), list.name()) {
            (Extent::Stopped, _) => wording!("none-stopped-more"),
            (_, ListName::Results) => wording!("none-yet-results"),
            (_, ListName::Library) => wording!("none-yet-articles"),
        };
        return vec![none, more.to_owned()];
    } else if let Some(source) = session.source_searched_for() {
        let key = session.key_of(LIST, "goto-source").unwrap_or_default();
        let more = wording!("results-source", name = source, key = key);
        return vec![wording!("results-none").to_owned(), more];
    } else if let (ListName::Results, View::All, Some(hint)) =
        (list.name(), session.view(), session.search.hint(&session.config.vocabulary()))
    {
        return vec![wording!("results-none").to_owned(), hint];
    } else if let Some(lines) = empty_directory(session, list) {
        return lines;
    } else {
        none_at_all(list.name(), session.view())
    };
    vec![first.to_owned(), more.to_owned()]
}

/// What an empty directory, or one of other files, is told of.
fn empty_directory(session: &Session, list: &List) -> Option<Vec<String>> {
    let status = &session.said.status;
    let is_whole = list.name() == ListName::Library && list.shown().view == View::All;
    if !is_whole || status.progress.is_some() {
        return None;
    }
    let spoken = |key: Option<String>, name| {
        key.map_or_else(|| format!(":{name}"), |key| Key::spoken_all(&key))
    };
    let quit = spoken(session.key_of(LIST, "quit"), "quit");
    let problems = spoken(session.global_key("problems"), "problems");
    let more = match status.n_problems {
        0 => wording!("list-empty-more").to_owned(),
        n => wording!("list-empty-files", n = n, key = problems),
    };
    let other = wording!("list-empty-other", key = quit);
    Some(vec![wording!("list-empty").to_owned(), more, other])
}

/// The message if it is certain that nothing belongs to the list.
fn none_at_all(list: ListName, view: View) -> (&'static str, &'static str) {
    match (list, view) {
        (ListName::Results, View::All) => (wording!("results-none"), wording!("results-none-more")),
        (ListName::Results, _) => {
            (wording!("results-none-here"), wording!("results-none-here-more"))
        }
        (ListName::Library, View::Unread) => (wording!("list-all-read"), wording!("list-show-all")),
        (ListName::Library, View::Starred) => {
            (wording!("list-no-star"), wording!("list-no-star-more"))
        }
        (ListName::Library, View::Changed) => {
            (wording!("list-none-changed"), wording!("list-show-all"))
        }
        (ListName::Library, View::All) => (wording!("list-reading-files"), ""),
    }
}
