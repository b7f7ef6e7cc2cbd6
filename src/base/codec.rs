//! Little-endian numbers and length-prefixed bytes, for files of our own.

/// Appends to a buffer.
pub trait Put {
    fn put_u32(&mut self, number: u32);
    fn put_u64(&mut self, number: u64);
    /// Length, then the bytes.
    fn put_bytes(&mut self, bytes: &[u8]);
}

impl Put for Vec<u8> {
    fn put_u32(&mut self, number: u32) {
        self.extend_from_slice(&number.to_le_bytes());
    }

    fn put_u64(&mut self, number: u64) {
        self.extend_from_slice(&number.to_le_bytes());
    }

    fn put_bytes(&mut self, bytes: &[u8]) {
        self.put_u32(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        self.extend_from_slice(&bytes[..bytes.len().min(u32::MAX as usize)]);
    }
}

/// Takes from the front of `bytes`; `None` if they end too early.
#[derive(Debug, Clone, Copy)]
pub struct Take<'a> {
    bytes: &'a [u8],
}

impl<'a> Take<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub fn raw(&mut self, n_bytes: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(n_bytes)?;
        self.bytes = rest;
        Some(taken)
    }

    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.raw(N)?.try_into().ok()
    }

    pub fn u8(&mut self) -> Option<u8> {
        Some(self.array::<1>()?[0])
    }

    pub fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub fn i64(&mut self) -> Option<i64> {
        self.array().map(i64::from_le_bytes)
    }

    /// What [`Put::put_bytes`] wrote.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let n_bytes = self.u32()? as usize;
        self.raw(n_bytes)
    }

    /// What [`Put::put_bytes`] wrote of a text.
    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// `count` numbers, which all must be there.
    pub fn u32s(&mut self, count: usize) -> Option<Vec<u32>> {
        let (chunks, _) = self.raw(count.checked_mul(4)?)?.as_chunks();
        Some(chunks.iter().map(|chunk| u32::from_le_bytes(*chunk)).collect())
    }

    /// `count` numbers, which all must be there.
    pub fn u64s(&mut self, count: usize) -> Option<Vec<u64>> {
        let (chunks, _) = self.raw(count.checked_mul(8)?)?.as_chunks();
        Some(chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_can_be_taken_and_no_more() {
        let mut buffer = Vec::new();
        buffer.put_u32(7);
        buffer.put_bytes("é".as_bytes());
        buffer.put_u64(9);
        let mut take = Take::new(&buffer);
        assert_eq!((take.u32(), take.text(), take.u64s(1)), (Some(7), Some("é"), Some(vec![9])));
        assert_eq!((take.u32(), Take::new(&buffer).u64s(usize::MAX)), (None, None));
    }
}
