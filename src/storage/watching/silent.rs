//! File systems that do not report changes by others: a watch is accepted but stays silent.

use std::{io, path::Path};

/// A file system that does not tell of all changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silent {
    /// As its users know it.
    pub name: &'static str,
    /// Names come and go in a folder without a change of the folder's time.
    pub hides_names: bool,
}

/// By the numbers of `linux/magic.h` and of the modules that are not part of the kernel. Those that
/// are on a network, in another system, behind a program, or put together of others.
#[cfg(any(target_os = "linux", test))]
const SILENT: &[(u64, &str)] = &[
    (0x6969, "NFS"),
    (0x517B, "SMB"),
    (0xFE53_4D42, "SMB"),
    (0xFF53_4D42, "SMB"),
    (0x6573_5546, "FUSE"),
    (0x794C_7630, OVERLAY),
    (0x6175_6673, AUFS),
    (0x0102_1997, "9p"),
    (0x5346_414F, "AFS"),
    (0x6B41_4653, "AFS"),
    (0x7375_7245, "Coda"),
    (0x00C3_6400, "Ceph"),
    (0x564C, "NCP"),
    (0x786F_4256, "vboxsf"),
    (0xBACB_ACBC, "vmhgfs"),
    (0x7C7C_6673, "Parallels"),
    (0xF15F, "eCryptfs"),
    (0x0116_1970, "GFS2"),
    (0x7461_636F, "OCFS2"),
    (0x0BD0_0BD0, "Lustre"),
    (0x4750_4653, "GPFS"),
    (0x1983_0326, "BeeGFS"),
    (0xAAD7_AAEA, "PanFS"),
    (0x6163_6673, "ACFS"),
    (0xBEEF_DEAD, "StorNext"),
];

#[cfg(any(target_os = "linux", test))]
const OVERLAY: &str = "overlay";
#[cfg(any(target_os = "linux", test))]
const AUFS: &str = "aufs";

/// Whether the file system at `path` keeps changes to itself.
///
/// # Errors
/// If there is nothing at this path.
#[cfg(target_os = "linux")]
pub fn silence_of(path: &Path) -> io::Result<Option<Silent>> {
    let kind = rustix::fs::statfs(path)?.f_type;
    // The number is one of 32 bits; if the field is signed, it comes with a sign.
    #[allow(clippy::cast_sign_loss, reason = "the bits are what counts")]
    let kind = kind as u64 & 0xFFFF_FFFF;
    Ok(silence_of_kind(kind))
}

/// Elsewhere this is not known; the setting can say so.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub fn silence_of(_path: &Path) -> io::Result<Option<Silent>> {
    Ok(None)
}

#[cfg(any(target_os = "linux", test))]
fn silence_of_kind(kind: u64) -> Option<Silent> {
    let (_, name) = SILENT.iter().find(|(number, _)| *number == kind)?;
    Some(Silent { name, hides_names: matches!(*name, OVERLAY | AUFS) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_and_stacks_are_silent_and_disks_are_not() {
        let name = |kind| silence_of_kind(kind).map(|silent| silent.name);
        assert_eq!(name(0x6969), Some("NFS"));
        assert_eq!(name(0xFF53_4D42), Some("SMB"));
        // ext4, xfs, btrfs, tmpfs, zfs, f2fs.
        for disk in [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x2FC1_2FC1, 0xF2F5_2010] {
            assert_eq!(name(disk), None);
        }
        assert!(silence_of_kind(0x794C_7630).unwrap().hides_names);
        assert!(silence_of(Path::new("/proc")).unwrap().is_none());
        assert!(silence_of(Path::new("/nowhere")).is_err());
    }
}
