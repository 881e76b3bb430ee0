//! An address as somebody types it, and as a server of mail knows it.

use lettre::Address;
use riktning_domain::texts::is_invisible;

/// What was typed is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not an address of mail")]
pub struct NotAnAddress;

/// The most bytes of an address, and of the part before the sign (RFC 5321 §4.5.3.1).
const MOST: usize = 254;
const MOST_BEFORE: usize = 64;

/// An address of mail, its domain in small letters of the network: what stands to the left of the
/// sign is the receiver's own matter and is left as it was typed.
///
/// # Errors
/// [`NotAnAddress`] for what is none: a list, a name, two lines.
pub fn address(typed: &str) -> Result<String, NotAnAddress> {
    let typed = typed.trim();
    let (user, domain) = typed.rsplit_once('@').ok_or(NotAnAddress)?;
    let domain = idna::domain_to_ascii(domain).map_err(|_| NotAnAddress)?;
    let odd = |c: char| {
        c.is_control() || c.is_whitespace() || is_invisible(c) || "@<>,;:\"\\()[]".contains(c)
    };
    let whole = domain.contains('.') || domain == "localhost";
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if user.is_empty() || user.chars().any(odd) || !domain.chars().all(plain) || !whole {
        return Err(NotAnAddress);
    }
    let address = format!("{user}@{domain}");
    let fits = user.len() <= MOST_BEFORE && address.len() <= MOST;
    match fits && address.parse::<Address>().is_ok() {
        true => Ok(address),
        false => Err(NotAnAddress),
    }
}

/// The domain of an address.
pub(super) fn domain(address: &str) -> &str {
    address.rsplit_once('@').map_or("", |(_, domain)| domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_its_domain_is_written_as_the_network_writes_it() {
        let read = |typed| address(typed).unwrap();
        assert_eq!(
            read(" Kim.Exempel@Exempelstad.SE "),
            "Kim.Exempel@exempelstad.se"
        );
        assert_eq!(read("kim@skärgård.example"), "kim@xn--skrgrd-cuak.example");
        assert_eq!(read("åsa@exempelstad.se"), "åsa@exempelstad.se");
        assert_eq!(domain("kim@exempelstad.se"), "exempelstad.se");
    }

    #[test]
    fn what_is_none_or_more_than_one_is_refused() {
        for typed in [
            "",
            "kim",
            "kim@",
            "@exempelstad.se",
            "kim@exempelstad",
            "kim@exempelstad.se, alex@exempelstad.se",
            "Kim <kim@exempelstad.se>",
            "kim@exempelstad.se\r\nBcc: alla@exempelstad.se",
            "kim exempel@exempelstad.se",
            "kim@exempel stad.se",
            "kim@-.se",
            "kim@@exempelstad.se",
            "kim@exempel@stad.se",
            "\"kim exempel\"@exempelstad.se",
            "\"kim\"@exempelstad.se",
            ".kim@exempelstad.se",
            "kim.@exempelstad.se",
            "kim..exempel@exempelstad.se",
            "kim@exempelstad..se",
            "kim@.exempelstad.se",
            "kim@[192.0.2.1]",
            "kim\u{0}@exempelstad.se",
            "kim\u{202e}@exempelstad.se",
            "ki\u{200b}m@exempelstad.se",
            "kim@exempelstad.se%0d%0aRCPT",
            "mailto:kim@exempelstad.se",
        ] {
            assert_eq!(address(typed), Err(NotAnAddress), "{typed:?}");
        }
        let long = |before: usize, domain: usize| {
            let domain = vec!["d".repeat(60); domain].join(".");
            address(&format!("{}@{domain}.se", "k".repeat(before)))
        };
        assert!(long(64, 2).is_ok());
        for (before, domain) in [(65, 2), (300, 1), (64, 4), (1, 5)] {
            assert_eq!(long(before, domain), Err(NotAnAddress), "{before} {domain}");
        }
        // Bytes, and not letters, are counted on the line.
        let wide = format!("{}@exempelstad.se", "å".repeat(33));
        assert_eq!(address(&wide), Err(NotAnAddress));
    }
}
