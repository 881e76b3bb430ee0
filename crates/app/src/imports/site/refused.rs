//! What the rules say of a whole file before any of it is done.

use super::Planned;
use riktning_domain::command::Now;
use riktning_domain::{Command, Refusal, State, User};

/// Every refusal, with the path of the field that it is about. The commands are decided one
/// after another on a State of their own, so that an entry may rest on one before it; nothing
/// is written. `faulty`: some entry could not be read, so that what seems to be missing may not be.
pub(super) fn all(
    state: &State,
    now: Now,
    planned: &[Planned],
    faulty: bool,
) -> Vec<(String, Refusal)> {
    let mut state = state.clone();
    let mut refused = Vec::new();
    for (path, command) in planned {
        match state.carry_out(&User::Import, now, command.clone()) {
            Ok(_) => {}
            // What it rests on is perhaps an entry that is told of already.
            Err(Refusal::Unknown { .. }) if faulty || !refused.is_empty() => {}
            Err(refusal) => refused.push((at_field(path, command, &refusal), refusal)),
        }
    }
    refused
}

/// The path of the field that a refusal is about, as the file names it; of the whole entry if it
/// is about no single one.
fn at_field(path: &str, command: &Command, refusal: &Refusal) -> String {
    let field = match (refusal, command) {
        (Refusal::EndsBeforeItStarts | Refusal::NoticeAlreadyOver, _) => "to",
        (Refusal::NotAPhone { .. }, _) => "phone",
        (Refusal::NotAnAddress { .. }, _) => "link.url",
        (Refusal::OfficeUnderItself, _) => "part_of",
        (Refusal::OfficeNameTaken { .. }, _) => "name",
        (Refusal::NotAPath { .. }, _) => "path",
        (Refusal::NotTranslated, _) => "fi",
        (Refusal::OwnerMissing, _) => "owner",
        (Refusal::BodyNotAlive { .. }, Command::DescribePage(_)) => "owner",
        (Refusal::Unknown { .. }, Command::EndNotice(_)) => "id",
        (Refusal::Unknown { .. }, Command::DescribeOffice(_)) => "part_of",
        (Refusal::HoursUpsideDown | Refusal::HoursOverlap, Command::SetHours(_)) => "days",
        (Refusal::Blank { field: "rows" }, Command::SetHours(_)) => "days",
        (Refusal::HoursUpsideDown | Refusal::HoursOverlap, Command::SetException(_)) => "open",
        _ => return path.to_owned(),
    };
    format!("{path}.{field}")
}
