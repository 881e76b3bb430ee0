//! What changed of the public site's own things: notices, offices, and who answers for a page.

use super::told::Told;
use super::what::What;
use crate::search::Target;
use riktning_domain::decisions::Basis;
use riktning_domain::ids::{NoticeId, OfficeId};
use riktning_domain::site::hours::HoursKind;
use riktning_domain::{Dated, Names, Published};

/// That a notice was given an end.
pub(super) fn notice(told: &mut Told<'_>, id: NoticeId) {
    let ends = |p: Published<'_>| p.notice(id).and_then(|notice| notice.ends());
    let now = ends(told.after);
    if now.is_some() && ends(told.before) != now {
        told.tell(What::Ended);
    }
}

/// That an office has other hours.
pub(super) fn office(told: &mut Told<'_>, id: OfficeId) {
    let hours = |p: Published<'_>| {
        let office = p.office(id)?;
        let of = |kind| office.hours(kind).cloned();
        Some([of(HoursKind::Visiting), of(HoursKind::Telephone)])
    };
    if hours(told.before) != hours(told.after) {
        told.tell(What::Hours);
    }
}

/// That somebody answers for a page who did not before.
pub(super) fn pages(told: &mut Told<'_>) {
    let then = told.before.pages();
    for (path, page) in told.after.pages() {
        let said = page.description;
        let was = then.iter().find(|(old, _)| *old == path);
        let was = was.map(|(_, was)| (was.description.owner, &was.description.role));
        if was == Some((said.owner, &said.role)) {
            continue;
        }
        let Some(address) = path.as_str() else {
            continue;
        };
        let title = said.title.clone();
        told.about.title = title.unwrap_or_else(|| Names::swedish(path.clone()));
        told.about.target = Target::Page(address.to_owned());
        let since = said.since.unwrap_or(Dated::day_known(page.on));
        let basis = said.source.map(|source| Basis::Source(source, since));
        let owner = page.owner.map(|owner| owner.names.clone());
        let role = said.role.clone();
        told.tell_by(What::Answers { owner, role }, basis);
    }
}
