//! An address as somebody types it, and as a server of mail knows it.

use lettre::Address;

/// What was typed is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not an address of mail")]
pub struct NotAnAddress;

/// The most characters of an address (RFC 5321 §4.5.3.1.3).
const MOST: usize = 254;

/// An address of mail, its domain in small letters of the network: what stands to the left of the
/// sign is the receiver's own matter and is left as it was typed.
///
/// # Errors
/// [`NotAnAddress`] for what is none: a list, a name, two lines.
pub fn address(typed: &str) -> Result<String, NotAnAddress> {
    let typed = typed.trim();
    let (user, domain) = typed.rsplit_once('@').ok_or(NotAnAddress)?;
    let domain = idna::domain_to_ascii(domain).map_err(|_| NotAnAddress)?;
    let odd = |c: char| c.is_control() || c.is_whitespace() || "<>,;:\"\\()[]".contains(c);
    let whole = domain.contains('.') || domain == "localhost";
    if user.is_empty() || user.chars().any(odd) || domain.chars().any(odd) || !whole {
        return Err(NotAnAddress);
    }
    let address = format!("{user}@{domain}");
    match address.chars().count() <= MOST && address.parse::<Address>().is_ok() {
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
        ] {
            assert_eq!(address(typed), Err(NotAnAddress), "{typed:?}");
        }
        let long = format!("{}@exempelstad.se", "k".repeat(300));
        assert_eq!(address(&long), Err(NotAnAddress));
    }
}
