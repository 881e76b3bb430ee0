//! What somebody is asked about a figure that looks wrong.

use crate::pages::speech::Speech;
use riktning_domain::Figure;
use riktning_domain::odd::Odd;

/// What is asked of a figure. Whoever says that it is right has it saved.
pub(super) fn question(s: &Speech, figure: &Figure, odd: &Odd) -> String {
    let said = s.plain(figure);
    let with = |key: &str, more: &[(&str, &str)]| {
        let args: Vec<_> = [("figure", said.as_str())]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        s.words.with(key, &args)
    };
    match odd {
        Odd::OutsideRange(low, high) => {
            let (low, high) = (s.plain(low), s.plain(high));
            with("odd-outside", &[("low", &low), ("high", &high)])
        }
        Odd::OtherSign(last) => with("odd-sign", &[("last", &s.plain(last))]),
        Odd::TooLarge(last, times) => {
            let (last, times) = (s.plain(last), s.words.whole(usize::from(*times)));
            with("odd-large", &[("last", &last), ("times", &times)])
        }
        Odd::TooSmall(last, times) => {
            let (last, times) = (s.plain(last), s.words.whole(usize::from(*times)));
            with("odd-small", &[("last", &last), ("times", &times)])
        }
        Odd::Leap(last) => with("odd-leap", &[("last", &s.plain(last))]),
    }
}
