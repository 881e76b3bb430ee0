//! All service notices: those that stand, those to come, those that are over.

use super::frame::Frame;
use super::site::Notice;
use riktning_domain::Published;
use riktning_domain::local_time::{end_of, midnight};

/// What the page of all notices knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Notices {
    /// What every page knows.
    pub frame: Frame,
    /// Those that stand now, or stood on the day.
    pub current: Vec<Notice>,
    /// Those that begin later.
    pub coming: Vec<Notice>,
    /// Those that are over, the latest first.
    pub past: Vec<Notice>,
}

impl Notices {
    /// The notices that had been published by the lens's day.
    pub fn of(p: Published<'_>) -> Notices {
        let mut notices = Notices {
            frame: Frame::of(p),
            current: Vec::new(),
            coming: Vec::new(),
            past: Vec::new(),
        };
        // Today means this moment; a day of the past means any time of it.
        let (first, last) = if p.day() < p.today() {
            (midnight(p.day()), end_of(p.day()))
        } else {
            (p.now(), p.now())
        };
        let mut all = p.notices();
        all.sort_by_key(|n| std::cmp::Reverse((n.starts(), n.said().severity)));
        for notice in &all {
            let view = Notice::of(p, notice);
            match (notice.starts(), notice.ends()) {
                // One that was taken back before it began was never anything to a resident.
                (Some(starts), Some(ends)) if ends <= starts => {}
                (Some(starts), _) if starts > last => notices.coming.push(view),
                (Some(_), ends) if ends.is_none_or(|ends| ends > first) => {
                    notices.current.push(view);
                }
                _ => notices.past.push(view),
            }
        }
        notices.coming.reverse();
        notices
            .current
            .sort_by_key(|n| std::cmp::Reverse(n.severity));
        notices
    }
}
