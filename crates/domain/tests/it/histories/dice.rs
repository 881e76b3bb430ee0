//! Chance, as proptest gives it and can shrink it.

/// Small numbers out of six bytes, over and over.
pub(crate) struct Dice {
    bytes: [u8; 6],
    next: usize,
}

impl Dice {
    pub(crate) fn new(bytes: [u8; 6]) -> Self {
        Dice { bytes, next: 0 }
    }

    pub(crate) fn roll(&mut self, sides: u8) -> u8 {
        let byte = self.bytes[self.next % 6];
        // Another reading of the same byte must not repeat the first.
        let turned = byte.rotate_left(u32::try_from(self.next / 6).unwrap_or(0) * 3);
        self.next += 1;
        turned % sides
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[usize::from(self.roll(u8::try_from(from.len()).unwrap()))].clone()
    }
}
