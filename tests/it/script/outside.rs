//! The machine around the program, in memory: browser, clipboard, programs and clock. It remembers
//! all that was asked, of the library too.

use dateline::{
    base::Clean,
    session::{Effect, HostRequest, Message, PaneMessage, Printed, ProgramRequest},
};

#[derive(Default)]
pub(super) struct Outside {
    pub asked: Vec<Effect>,
}

impl Outside {
    /// Remembers an effect, and answers it if it is for the machine.
    pub(super) fn answer(&mut self, effect: &Effect) -> Vec<Message> {
        self.asked.push(effect.clone());
        match effect {
            Effect::Host(HostRequest::Program(ProgramRequest::Pipe {
                generation,
                program,
                ..
            })) => {
                let lines = program.iter().map(|word| Clean::new(&format!("[{word}]"))).collect();
                let end = Some(Clean::new("done")).filter(|_| program[0] != "sleep");
                let (generation, printed) = (*generation, Printed { lines, seconds: 2, end });
                vec![Message::Pane(PaneMessage::Printed { generation, printed })]
            }
            _ => Vec::new(),
        }
    }
}
