//! The user's own programs, each on a thread of its own: started directly, never through a shell,
//! with what comes from an article as whole arguments.

use std::{
    ffi::OsString,
    fmt::Write as _,
    io::{Read, Write},
    os::unix::process::CommandExt,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    },
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process_group};

use super::Outbox;
use crate::{
    base::{Clean, wording},
    domain::{Article, ArticleId},
    host,
    library::Library,
    runtime::wake::Wake,
    session::{Generation, Message, Notice, PaneMessage, Printed, ProgramRequest},
};

/// More than that of what a program prints is not shown.
const MOST_BYTES: usize = 1 << 20;
/// Longer lines are shown in pieces.
const MOST_LINE_BYTES: usize = 1_000;
/// How often the screen is told of new output, at most.
const PAUSE: Duration = Duration::from_millis(150);

pub(super) struct Programs {
    library: Library,
    outbox: Outbox,
    running: Arc<Group>,
}

/// The process group of the program that prints, while it does.
#[derive(Default)]
struct Group {
    state: Mutex<GroupState>,
}

#[derive(Default)]
struct GroupState {
    id: Option<Pid>,
    /// It was asked to stop, perhaps before it had started.
    is_stopped: bool,
}

impl Group {
    fn set(&self, id: Option<Pid>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.id = id;
        state.end_if_asked();
    }

    fn stop(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.is_stopped = true;
        state.end_if_asked();
    }
}

impl GroupState {
    fn end_if_asked(&self) {
        if let Some(id) = self.id.filter(|_| self.is_stopped) {
            // It may have ended just now.
            let _ = kill_process_group(id, Signal::TERM);
        }
    }
}

impl Drop for Programs {
    fn drop(&mut self) {
        self.running.stop();
    }
}

impl Programs {
    pub(super) fn new(library: &Library, outbox: &Outbox) -> Self {
        Self { library: library.clone(), outbox: outbox.clone(), running: Arc::default() }
    }

    pub(super) fn perform(&mut self, request: ProgramRequest) {
        let (library, outbox) = (self.library.clone(), self.outbox.clone());
        let work: Box<dyn FnOnce() + Send> = match request {
            ProgramRequest::Pipe { generation, id, program } => {
                self.running.stop();
                self.running = Arc::default();
                let group = Arc::clone(&self.running);
                Box::new(move || {
                    let printer = Printer::new(generation, outbox);
                    let article = library.article(id).map_err(|error| error.to_string());
                    let command = command(&program, id, &library);
                    match article.and_then(|article| Ok((article, command?))) {
                        Ok((article, command)) => {
                            pipe(command, &program[0], &house(&article), &group, printer);
                        }
                        Err(why) => printer.end(&why),
                    }
                })
            }
            ProgramRequest::Launch { id, program, takes_over } => {
                Box::new(move || launch(&program, id, takes_over, &library, &outbox))
            }
            ProgramRequest::Stop => return self.running.stop(),
        };
        if let Err(error) = thread::Builder::new().name("program".to_owned()).spawn(work) {
            let text = wording!("program-thread", why = error.to_string());
            self.outbox.send(Message::Notice(Notice::error(text)));
        }
    }
}

/// The program with its arguments; what comes from the article stays one argument and cannot be
/// taken for an option.
fn command(program: &[String], id: ArticleId, library: &Library) -> Result<Command, String> {
    let Some((name, arguments)) = program.split_first() else {
        return Err(wording!("program-none").to_owned());
    };
    let failed = |error: crate::library::LibraryError| error.to_string();
    let mut command = Command::new(name);
    for argument in arguments {
        let argument: OsString = match argument.as_str() {
            "%f" => library.file_of(id).map_err(failed)?.into(),
            "%u" => {
                let stated = library.headline(id).map_err(failed)?.url;
                let stated = stated.ok_or(wording!("list-no-address"))?;
                host::checked(&stated).ok_or(wording!("program-no-url"))?.into()
            }
            "%t" => {
                let title = library.headline(id).map_err(failed)?.title;
                let is_like_option = title.starts_with('-');
                if is_like_option { format!(" {title}").into() } else { title.to_string().into() }
            }
            _ => argument.into(),
        };
        command.arg(argument);
    }
    Ok(command)
}

/// The article as a file of the house format.
fn house(article: &Article) -> String {
    let date = article.date.map(|date| date.format("%Y%m%d").to_string()).unwrap_or_default();
    let url = article.url.as_ref().map_or("", Clean::as_str);
    let mut text = format!("{}\n{date}\n{url}\n", article.title);
    for paragraph in &article.paragraphs {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{paragraph}");
    }
    text
}

fn launch(program: &[String], id: ArticleId, takes_over: bool, library: &Library, outbox: &Outbox) {
    let name = program.first().map_or("", String::as_str);
    let say = |notice| outbox.send(Message::Notice(notice));
    let mut command = match command(program, id, library) {
        Ok(command) => command,
        Err(why) => {
            return say(Notice::error(wording!("program-not-started", name = name, why = why)));
        }
    };
    if takes_over {
        // A send fails only when the loop has ended.
        let _ = outbox.wakes.send(Wake::TakeOver(Box::new(command)));
        return;
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    match command.spawn() {
        Ok(mut child) => {
            say(Notice::note(wording!("program-started", name = name)));
            if let Some(why) = child.wait().ok().and_then(|status| failure_of(name, status)) {
                say(Notice::warning(why));
            }
        }
        Err(error) => say(Notice::error(wording!(
            "program-cannot-start",
            name = name,
            why = error.to_string()
        ))),
    }
}

/// How a program failed, if it did.
pub(in crate::runtime) fn failure_of(name: &str, status: ExitStatus) -> Option<String> {
    (!status.success())
        .then(|| wording!("program-failed", name = name, status = status.to_string()))
}

/// Sends what a program prints, in clean lines.
struct Printer {
    generation: Generation,
    outbox: Outbox,
    started: Instant,
    told: Instant,
    lines: Vec<Clean>,
    /// The beginnings of lines that have not ended, of output and errors.
    open: [Vec<u8>; 2],
}

impl Printer {
    fn new(generation: Generation, outbox: Outbox) -> Self {
        let now = Instant::now();
        let (lines, open) = (Vec::new(), [Vec::new(), Vec::new()]);
        Self { generation, outbox, started: now, told: now, lines, open }
    }

    fn take(&mut self, stream: usize, bytes: &[u8]) {
        let open = &mut self.open[stream];
        for byte in bytes {
            match byte {
                b'\n' => self.lines.push(line(open)),
                _ => open.push(*byte),
            }
            // Not within a character.
            if MOST_LINE_BYTES <= open.len() && byte.is_ascii() {
                self.lines.push(line(open));
            }
        }
        self.tell_at_times();
    }

    fn tell_at_times(&mut self) {
        if PAUSE <= self.told.elapsed() {
            self.tell(None);
        }
    }

    fn tell(&mut self, end: Option<Clean>) {
        self.told = Instant::now();
        let (lines, seconds) = (std::mem::take(&mut self.lines), self.started.elapsed().as_secs());
        let printed = Printed { lines, seconds, end };
        self.outbox
            .send(Message::Pane(PaneMessage::Printed { generation: self.generation, printed }));
    }

    fn end(mut self, how: &str) {
        for open in &mut self.open {
            if !open.is_empty() {
                self.lines.push(line(open));
            }
        }
        self.tell(Some(Clean::new(how)));
    }
}

/// Takes a line; of what was written over itself the last is kept.
fn line(open: &mut Vec<u8>) -> Clean {
    let text = String::from_utf8_lossy(open);
    let text = text.trim_end_matches('\r');
    let clean = Clean::new(text.rsplit('\r').next().unwrap_or_default());
    open.clear();
    clean
}

/// Runs a program on `text` until it ends, is stopped, or has printed too much.
fn pipe(mut command: Command, name: &str, text: &str, group: &Group, mut printer: Printer) {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
    // Colours would be shown as the bytes that they are.
    command.env("TERM", "dumb").env("NO_COLOR", "1");
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => {
            return printer.end(&wording!(
                "program-cannot-start",
                name = name,
                why = error.to_string()
            ));
        }
    };
    group.set(i32::try_from(child.id()).ok().and_then(Pid::from_raw));
    let output = connect(&mut child, text.to_owned());
    let is_cut = listen(&output, &mut child, &mut printer);
    if is_cut {
        group.stop();
    }
    drop(output);
    let status = child.wait();
    group.set(None);
    printer.end(&match status {
        _ if is_cut => wording!("program-too-much").to_owned(),
        Ok(status) => {
            failure_of(name, status).unwrap_or_else(|| wording!("program-done").to_owned())
        }
        Err(error) => error.to_string(),
    });
}

/// Feeds a program and listens to it, on threads that end with it.
fn connect(child: &mut Child, text: String) -> Receiver<(usize, Vec<u8>)> {
    let (send, output) = sync_channel(4);
    if let Some(mut input) = child.stdin.take() {
        // A program need not read all of it.
        detach(move || drop(input.write_all(text.as_bytes())));
    }
    if let Some(stdout) = child.stdout.take() {
        let send = send.clone();
        detach(move || read_all(0, stdout, &send));
    }
    if let Some(stderr) = child.stderr.take() {
        detach(move || read_all(1, stderr, &send));
    }
    output
}

fn detach(work: impl FnOnce() + Send + 'static) {
    // Without it nothing is shown, and the program is stopped by hand.
    let _ = thread::Builder::new().name("pipe".to_owned()).spawn(work);
}

fn read_all(stream: usize, mut from: impl Read, to: &SyncSender<(usize, Vec<u8>)>) {
    let mut buffer = [0; 1 << 13];
    while let Ok(n_bytes) = from.read(&mut buffer) {
        if n_bytes == 0 || to.send((stream, buffer[..n_bytes].to_vec())).is_err() {
            return;
        }
    }
}

/// Reads the output to its end. True if it was too long.
fn listen(output: &Receiver<(usize, Vec<u8>)>, child: &mut Child, printer: &mut Printer) -> bool {
    let mut n_bytes = 0;
    loop {
        match output.recv_timeout(PAUSE) {
            Ok((stream, bytes)) => {
                let n_left = MOST_BYTES - n_bytes;
                printer.take(stream, &bytes[..bytes.len().min(n_left)]);
                n_bytes += bytes.len().min(n_left);
                if n_left <= bytes.len() {
                    return true;
                }
            }
            Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => {
                printer.tell_at_times();
                // What it left running in the background may keep its output open for ever.
                if !matches!(child.try_wait(), Ok(None)) {
                    return false;
                }
            }
        }
    }
}
