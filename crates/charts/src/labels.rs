//! Labels that stand at their lines and never on each other.

/// An upright rectangle in the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    /// Around a point.
    pub(crate) fn around(x: f64, y: f64, width: f64, height: f64) -> Area {
        Area {
            left: x - width / 2.0,
            top: y - height / 2.0,
            right: x + width / 2.0,
            bottom: y + height / 2.0,
        }
    }

    pub(crate) fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(crate) fn is_within(&self, other: &Area) -> bool {
        other.left <= self.left
            && self.right <= other.right
            && other.top <= self.top
            && self.bottom <= other.bottom
    }

    /// Whether a straight line between two points passes through it (Liang and Barsky).
    pub(crate) fn is_crossed(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let sides = [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ];
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (along, distance) in sides {
            if along == 0.0 {
                if distance < 0.0 {
                    return false;
                }
            } else if along < 0.0 {
                enters = enters.max(distance / along);
            } else {
                leaves = leaves.min(distance / along);
            }
        }
        enters <= leaves
    }
}

/// Where labels in a column stand, so that none overlaps another and each is as near as can be
/// to where it wants to be. `wanted` and `heights` are in the same order as the answer, which
/// stays within `top` and `bottom` as long as the heights together do.
pub(crate) fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]).then(a.cmp(b)));
    // Labels that would overlap become one block, centred on what its members want; blocks that
    // then overlap join in turn.
    let mut blocks: Vec<Block> = Vec::new();
    for index in order {
        let height = heights[index];
        let mut block = Block {
            members: vec![index],
            height,
            middle: wanted[index],
        };
        block.keep_within(top, bottom);
        while let Some(above) = blocks.pop_if(|above| above.overlaps(&block)) {
            block = above.join(block, wanted);
            block.keep_within(top, bottom);
        }
        blocks.push(block);
    }
    let mut placed = vec![0.0; wanted.len()];
    for block in blocks {
        let mut y = block.middle - block.height / 2.0;
        for member in block.members {
            placed[member] = y + heights[member] / 2.0;
            y += heights[member];
        }
    }
    placed
}

struct Block {
    members: Vec<usize>,
    height: f64,
    middle: f64,
}

impl Block {
    fn overlaps(&self, below: &Block) -> bool {
        self.middle + self.height / 2.0 > below.middle - below.height / 2.0
    }

    fn join(mut self, below: Block, wanted: &[f64]) -> Block {
        self.members.extend(below.members);
        self.height += below.height;
        // A block has members, so the division is by at least one.
        let sum: f64 = self.members.iter().map(|member| wanted[*member]).sum();
        let count = u32::try_from(self.members.len()).unwrap_or(u32::MAX);
        self.middle = sum / f64::from(count.max(1));
        self
    }

    fn keep_within(&mut self, top: f64, bottom: f64) {
        let half = self.height / 2.0;
        self.middle = self.middle.min(bottom - half).max(top + half);
    }
}

/// Which of the labels along an axis are written: every one, every second, every third … counted
/// from the last, or where that would waste room on uneven periods, as many as fit. `places` are
/// the left and right ends of each, from left to right.
pub(crate) fn thin(places: &[(f64, f64)], air: f64) -> Vec<usize> {
    let fits = |kept: &[usize]| {
        kept.windows(2)
            .all(|pair| places[pair[1]].1 + air <= places[pair[0]].0)
    };
    let every = |stride: usize| (0..places.len()).rev().step_by(stride).collect::<Vec<_>>();
    let mut kept = (1..=places.len())
        .map(every)
        .find(|kept| fits(kept))
        .unwrap_or_default();
    let mut most: Vec<usize> = Vec::new();
    for index in (0..places.len()).rev() {
        if most.last().is_none_or(|last| fits(&[*last, index])) {
            most.push(index);
        }
    }
    if kept.len() * 3 < most.len() * 2 {
        kept = most;
    }
    // The first tells where the series begins: it is worth more than the one after it.
    if let [.., second, leftmost] = kept[..]
        && leftmost != 0
    {
        if fits(&[leftmost, 0]) {
            kept.push(0);
        } else if fits(&[second, 0]) {
            kept.pop();
            kept.push(0);
        }
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        assert_eq!(
            spread(&[50.0, 100.0], &[16.0, 16.0], 0.0, 200.0),
            [50.0, 100.0]
        );
    }

    #[test]
    fn labels_that_want_the_same_place_share_the_way() {
        assert_eq!(
            spread(&[50.0, 50.0], &[16.0, 16.0], 0.0, 200.0),
            [42.0, 58.0]
        );
    }

    #[test]
    fn a_line_through_a_corner_crosses() {
        let area = Area::around(50.0, 50.0, 20.0, 20.0);
        assert!(area.is_crossed((0.0, 0.0), (100.0, 100.0)));
        assert!(!area.is_crossed((0.0, 0.0), (100.0, 10.0)));
        assert!(!area.is_crossed((0.0, 0.0), (10.0, 10.0)));
    }

    #[test]
    fn the_first_and_the_last_label_are_kept() {
        let places: Vec<(f64, f64)> = (0..10)
            .map(|i| f64::from(i) * 20.0)
            .map(|x| (x, x + 30.0))
            .collect();
        let kept = thin(&places, 8.0);
        assert_eq!((kept.first(), kept.last()), (Some(&0), Some(&9)));
    }

    proptest! {
        #[test]
        fn spread_labels_never_overlap_and_stay_within(
            wanted in prop::collection::vec(-50.0..450.0_f64, 1..9),
            height in 10.0..34.0_f64,
        ) {
            let heights = vec![height; wanted.len()];
            let mut placed = spread(&wanted, &heights, 20.0, 340.0);
            placed.sort_by(f64::total_cmp);
            for pair in placed.windows(2) {
                prop_assert!(pair[1] - pair[0] >= height - 1e-6);
            }
            prop_assert!(placed[0] >= 20.0 + height / 2.0 - 1e-6);
            prop_assert!(placed[placed.len() - 1] <= 340.0 - height / 2.0 + 1e-6);
        }

        #[test]
        fn thinned_labels_never_collide(steps in prop::collection::vec(0.0..60.0_f64, 1..40), width in 5.0..90.0_f64) {
            let mut x = 0.0;
            let places: Vec<(f64, f64)> = steps.iter().map(|step| { x += step; (x, x + width) }).collect();
            let kept = thin(&places, 8.0);
            for pair in kept.windows(2) {
                prop_assert!(places[pair[0]].1 + 8.0 <= places[pair[1]].0 + 1e-9);
            }
            prop_assert_eq!(kept.last(), Some(&(places.len() - 1)));
        }
    }
}
