//! The one step that ends a silence: what exists already, and whoever looks may do.

use super::gap;
use crate::work::body;
use crate::work::gaps::GapId;
use crate::work::writing::{Place as Form, Target};
use riktning_domain::Inside;
use riktning_domain::command::{Command, Now};
use riktning_domain::elements::LookAfter;
use riktning_domain::ids::{BodyId, RoundId};
use riktning_domain::inside::{InsideElement, Silence, Silent};
use riktning_domain::permissions::Role;

/// What ends a silence.
#[derive(Clone, Debug, PartialEq)]
pub enum RadarStep {
    /// It is handed over in the list of gaps.
    Gap(GapId),
    /// The row is opened and given to somebody, or changed.
    Open(u32),
    /// It is reported in a round.
    Report(RoundId),
    /// Whoever reports is reminded of a round.
    Remind(RoundId),
    /// What a meeting decides over the row is recorded: the address of the body, and the row's number.
    Decide(String, u32),
    /// Somebody of the body can.
    Ask,
}

/// What whoever looks may do, asked once.
pub(super) struct Steps<'a> {
    i: Inside<'a>,
    now: Now,
    writes_for: Vec<BodyId>,
    registrar_of: Vec<BodyId>,
    reminds: bool,
    /// The rounds that take reports, the latest first.
    open: Vec<RoundId>,
}

impl<'a> Steps<'a> {
    pub(super) fn of(i: Inside<'a>, now: Now) -> Steps<'a> {
        let rounds = i.rounds().into_iter().rev();
        let open = rounds.filter(|round| round.takes_reports(i.today()));
        Steps {
            open: open.map(|round| round.said.round).collect(),
            writes_for: i.writes_for(),
            registrar_of: i.holds(Role::Registrar),
            reminds: i.sets_rounds(),
            i,
            now,
        }
    }

    pub(super) fn step(&self, silent: &Silent, row: &InsideElement<'a>) -> RadarStep {
        // The list of gaps is of what goes on.
        let goes_on = row.wording.period.last_day() >= self.i.today();
        if let Some(gap) = gap(silent).filter(|_| goes_on) {
            return RadarStep::Gap(gap);
        }
        let step = match silent.silence {
            Silence::NobodyLooksAfter | Silence::OwnerLeft => self.hand_over(row),
            Silence::NeverReported | Silence::Stale => self.report(silent, row),
            _ => self.retire(silent, row),
        };
        step.unwrap_or(RadarStep::Ask)
    }

    /// A colleague is chosen in the row's own form.
    fn hand_over(&self, row: &InsideElement<'_>) -> Option<RadarStep> {
        let command = Command::LookAfter(LookAfter {
            element: row.id,
            person: None,
            instead_of: None,
        });
        let may = self.i.may(self.now, &command);
        self.open(row).filter(|_| may)
    }

    fn open(&self, row: &InsideElement<'_>) -> Option<RadarStep> {
        let form = Form::of(self.i, &Target::Change(row.number));
        form.map(|_| RadarStep::Open(row.number))
    }

    /// It is reported in the newest round that asks for it and is open: by whoever writes there; else they are
    /// reminded.
    fn report(&self, silent: &Silent, row: &InsideElement<'_>) -> Option<RadarStep> {
        let mut open = self.open.iter().filter_map(|id| self.i.round(*id));
        let round = open.find(|round| {
            let said = round.said;
            said.model == row.model && row.wording.period.contains(said.cut_off)
        })?;
        let round = round.said.round;
        if self.writes_for.contains(&silent.body) {
            return Some(RadarStep::Report(round));
        }
        self.reminds.then_some(RadarStep::Remind(round))
    }

    /// A decision closes it, of whoever records one; else its own words are changed by whoever writes them.
    fn retire(&self, silent: &Silent, row: &InsideElement<'_>) -> Option<RadarStep> {
        let mut registrars = self.registrar_of.iter();
        let by = registrars.find(|own| self.i.decides_for(**own, silent.body));
        let by = by.and_then(|own| body(self.i.published(), *own));
        let decide = by.map(|(_, slug)| RadarStep::Decide(slug, row.number));
        decide.or_else(|| self.open(row))
    }
}
