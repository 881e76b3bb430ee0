//! Visions, each adopted by the decision that the file names, or found in its source.

use super::super::directions::VisionIn;
use super::super::reader::SourceIn;
use super::{Planner, Reason};
use riktning_domain::decisions::{Act, Adoptable, Authority, FindInSource, RecordDecision};
use riktning_domain::ids::{DecisionId, VisionId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::visions::{DraftVision, VisionWording};
use riktning_domain::{Command, Dated, Period, Text};

impl Planner<'_> {
    /// The day from which a vision stood: of its decision, else the first day of the first
    /// goal period that reaches beyond the horizon of the vision before it.
    fn vision_since(&self, vision: &VisionIn, before: Option<i16>) -> Dated {
        if let Some((_, decided)) = &vision.decided {
            return *decided;
        }
        if let Some((year, _)) = self.decided_elsewhere(vision) {
            return Dated::not_found(year.last_day().min(self.today));
        }
        let mut periods: Vec<Period> = self.facts.periods.iter().map(|p| p.period).collect();
        periods.sort();
        let beyond = periods
            .iter()
            .find(|p| before.is_none_or(|horizon| p.year() > horizon));
        Dated::not_found(beyond.map_or(self.base, |p| p.first_day()))
    }

    /// The year in which another record tells that a vision was decided, and where that stands:
    /// a governing document that is called a vision and names the horizon of this one and of no
    /// other. That the two are one is our reading, so the day is one that stands in.
    fn decided_elsewhere(&self, vision: &VisionIn) -> Option<(Period, &SourceIn)> {
        let horizon = vision.horizon?;
        let visions = self.facts.visions.iter();
        let of_horizon = visions.filter(|other| other.horizon == Some(horizon));
        if of_horizon.count() != 1 {
            return None;
        }
        let mut documents = self.facts.foundation.documents.iter();
        let told = documents.find(|document| {
            document.kind.is_vision()
                && document.title.contains(&horizon.to_string())
                && document.since_is_told
        })?;
        let year = Period::Year(told.since?.day().year());
        (year.first_day() <= self.today).then_some((year, told.source.as_ref()?))
    }

    pub(super) fn visions(&mut self) {
        let mut before = None;
        for vision in &self.facts.visions {
            let since = self.vision_since(vision, before);
            before = vision.horizon.or(before);
            let id = VisionId(self.id("vision", &vision.id));
            let Some(source) = self.source_id(&vision.source) else {
                self.report(&vision.path, Reason::NoSource);
                continue;
            };
            if since.day() > self.today {
                self.report(&vision.path, Reason::NotYet);
                continue;
            }
            let wording = VisionWording {
                title: vision.title.as_str().into(),
                slogan: vision.slogan.as_deref().map(Text::from),
                horizon: vision.horizon,
                statements: vision
                    .statements
                    .iter()
                    .map(|s| s.as_str().into())
                    .collect(),
                source: self.source_id(&vision.text_source).or(Some(source)),
            };
            let wording_id = self.wording_id("vision", &vision.id, &wording);
            let known = self.published.vision(id);
            let changed = known.is_some_and(|known| *known.wording != wording);
            let stands = if changed {
                Dated::day_known(self.today)
            } else {
                since
            };
            let draft = DraftVision {
                vision: id,
                wording_id,
                wording,
                since: Some(stands),
            };
            self.add(&vision.path, Command::DraftVision(draft));
            let what = (Adoptable::Vision(id), wording_id);
            let body = vision
                .decided
                .as_ref()
                .and_then(|(b, _)| self.bodies.get(&b.to_lowercase()).copied());
            if let Some((path, reason)) = &vision.undecided {
                self.report(path, *reason);
            }
            if vision.decided.is_some() && body.is_none() {
                self.report(&format!("{}.decided_by", vision.path), Reason::NotInTheFile);
            }
            let adopt = match body {
                Some((body, _)) if !changed => Command::RecordDecision(RecordDecision {
                    decision: DecisionId(self.id("decision", &format!("vision/{}", vision.id))),
                    body,
                    date: since,
                    authority: Authority::Found {
                        source,
                        paragraph: None,
                        body_interpretation: Interpretation::Stated,
                    },
                    case_number: None,
                    title: Some(vision.title.as_str().into()),
                    acts: vec![Act::Adopt(what.0, what.1)],
                    seen: Vec::new(),
                }),
                _ => Command::FindInSource(FindInSource {
                    // Where the decision is told of, if it is told of elsewhere.
                    source: match self.decided_elsewhere(vision) {
                        Some((_, told)) if vision.decided.is_none() && !changed => {
                            self.source(told)
                        }
                        _ => source,
                    },
                    since: stands,
                    wordings: vec![what],
                }),
            };
            self.add(&vision.path, adopt);
            self.visions.push((since.day(), id));
        }
        self.visions.sort();
    }
}
