//! The program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    give_memory_back();
    dateline::cli::run(std::env::args_os())
}

/// Has large blocks go back to the system as soon as they are freed. By itself the allocator of
/// glibc learns to keep them, each thread its own: after a merge of the index and a few searches
/// in a million articles that was twice what is in use.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn give_memory_back() {
    const LARGE_BYTES: libc::c_int = 256 << 10;
    // SAFETY: takes two numbers; no other thread runs yet. If it is refused, nothing changes.
    #[expect(unsafe_code, reason = "no safe crate offers it; the library forbids unsafe code")]
    let _ = unsafe { libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE_BYTES) };
}
