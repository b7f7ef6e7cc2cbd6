//! The machine around the program, in memory: browser, clipboard, programs and clock. It remembers
//! all that was asked, of the library too.

use dateline::{
    base::Clean,
    query::QueryFile,
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
            Effect::Host(HostRequest::Queries { generation, path, vocabulary }) => {
                let name = Clean::new(&path.to_string_lossy());
                // The name of the file is what it says, lines divided by strokes.
                let bytes = path.to_string_lossy().replace('|', "\n").into_bytes();
                let result =
                    QueryFile::of_bytes(bytes, &name, vocabulary).map_err(|why| Clean::new(&why));
                vec![Message::Pane(PaneMessage::Queries { generation: *generation, result })]
            }
            _ => Vec::new(),
        }
    }
}
