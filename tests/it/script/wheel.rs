//! The wheel over rows that have not come yet.

use std::collections::VecDeque;

use dateline::{
    domain::Extent,
    session::{Answer, ListAnswer, Mouse, MouseAction, Question},
};

use super::*;

const N_ROWS: usize = 1_000_000;
const SIZE: (u16, u16) = (100, 30);

fn row(at: usize) -> Headline {
    headline(u32::try_from(at).unwrap() % 4_000, &format!("Row {at}."), None, "x")
}

fn answer(effect: &Effect) -> Option<Message> {
    let answer = match effect {
        Effect::Ask(Question::List { list, generation, window, .. }) => {
            let rows = window.rows(None, N_ROWS);
            Answer::List(ListAnswer {
                list: *list,
                generation: *generation,
                n_rows: N_ROWS,
                n_gone: 0,
                extent: Extent::Whole,
                cursor: None,
                first: rows.start,
                rows: rows.map(row).collect(),
                forms: Vec::new(),
            })
        }
        Effect::Ask(Question::Rows { list, generation, rows }) => Answer::Rows {
            list: *list,
            generation: *generation,
            first: rows.start,
            rows: rows.clone().map(row).collect(),
        },
        _ => return None,
    };
    Some(Message::Answer(answer))
}

/// The numbers of the rows on the screen.
fn shown(app: &App) -> Vec<usize> {
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
    terminal.draw(|frame| drop(app.view(frame))).unwrap();
    let screen = terminal.backend().to_string();
    let after =
        |line: &str| line.split("Row ").nth(1).map(|rest| rest.split('.').next().unwrap().parse());
    screen.lines().filter_map(after).map(Result::unwrap).collect()
}

/// Rows fill the screen below the header, each following the one before.
fn check_whole(rows: &[usize]) {
    assert!(27 <= rows.len(), "{rows:?}");
    assert!(rows.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{rows:?}");
}

#[test]
fn a_fling_past_rows_that_have_not_come_shows_rows_all_the_time() {
    let (mut app, mut effects) = App::new(Config::default(), Theme::monochrome(), SIZE);
    while let Some(effect) = effects.pop() {
        let message = answer(&effect);
        effects.extend(message.into_iter().flat_map(|it| app.update(Event::Message(it))));
    }
    let mut waiting = VecDeque::new();
    let mut top = 0;
    for is_down in [true, false] {
        for at in 0..300 {
            let action = MouseAction::Wheel { is_down, n_notches: 1 };
            let at = std::time::Duration::from_millis(at);
            let mouse = Mouse { action, column: 10, row: 5, at };
            waiting.extend(app.update(Event::Mouse(mouse)));
            let rows = shown(&app);
            check_whole(&rows);
            assert!(if is_down { top <= rows[0] } else { rows[0] <= top }, "{top} {rows:?}");
            top = rows[0];
        }
        assert!(if is_down { top < 200 } else { 400 < top }, "nothing has come: {top}");
        while let Some(effect) = waiting.pop_front() {
            if let Some(message) = answer(&effect) {
                waiting.extend(app.update(Event::Message(message)));
            }
            check_whole(&shown(&app));
        }
        top = shown(&app)[0];
        assert_eq!(top, if is_down { 900 } else { 0 });
    }
}
