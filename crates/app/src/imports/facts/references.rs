//! What the records of a file say of each other: ids stand once, and what is referred to is there.

use super::indicators::IndicatorIn;
use super::json::Json;
use super::reader::{At, FaultKind, Reader, SourceIn};
use super::sections::Sections;
use riktning_domain::Period;
use std::collections::{BTreeMap, BTreeSet};

impl Sections {
    pub(super) fn check_references(&self, reader: &Reader, root: &At<'_>) {
        self.check_ids(reader);
        // Also of the records that have a fault of their own: only that is to be mended.
        let periods = ids(root, "mandate_periods");
        let perspectives = ids(root, "perspectives");
        let goals = ids(root, "strategic_goals");
        let unknown = |path: &str| reader.fault(path, FaultKind::UnknownReference);
        for goal in &self.goals {
            if !periods.contains(&goal.period) {
                unknown(&format!("{}.mandate", goal.path));
            }
            let perspective = goal.perspective.as_ref();
            if perspective.is_some_and(|p| !perspectives.contains(p)) {
                unknown(&format!("{}.perspective", goal.path));
            }
        }
        let measured = self.indicators.iter().filter_map(|i| i.goal.as_ref());
        let undertaken = self.commitments.iter().filter_map(|c| c.goal.as_ref());
        for (goal, path, _) in measured.chain(undertaken) {
            if !goals.contains(goal) {
                unknown(path);
            }
        }
        for path in self.foundation.unknown_goals(&goals) {
            unknown(&path);
        }
        let mut years: BTreeMap<Period, &str> = BTreeMap::new();
        for period in &self.periods {
            if years.insert(period.period, &period.path).is_some() {
                reader.fault(&period.path, FaultKind::Twice);
            }
        }
    }

    fn check_ids(&self, reader: &Reader) {
        let periods = self.periods.iter().map(|r| (&r.id, &r.path));
        let perspectives = self.perspectives.iter().map(|r| (&r.id, &r.path));
        let goals = self.goals.iter().map(|r| (&r.id, &r.path));
        let visions = self.visions.iter().map(|r| (&r.id, &r.path));
        let indicators = self.indicators.iter().map(|r| (&r.id, &r.path));
        let commitments = self.commitments.iter().map(|r| (&r.id, &r.path));
        let twice = |path: &str| reader.fault(&format!("{path}.id"), FaultKind::Twice);
        again(periods).for_each(twice);
        again(perspectives).for_each(twice);
        again(goals).for_each(twice);
        again(visions).for_each(twice);
        again(indicators).for_each(twice);
        again(commitments).for_each(twice);
    }

    /// The sources of what is taken, and those that the file lists.
    pub(super) fn cite_sources(&mut self, root: &At<'_>) {
        let listed = root.records("sources").into_iter();
        // The file's own name for a source is asked for and not kept: nothing refers to it.
        let listed = listed.inspect(|source| drop(source.get("id")));
        self.sources.extend(listed.filter_map(|at| at.as_source()));
        let named = [
            &self.values,
            &self.processes,
            &self.internal,
            &self.committees,
            &self.companies,
            &self.administrations,
        ];
        let mut all: Vec<Option<SourceIn>> = Vec::new();
        all.extend(named.into_iter().flatten().map(|n| n.source.clone()));
        all.extend(
            self.visions
                .iter()
                .flat_map(|v| [v.source.clone(), v.text_source.clone()]),
        );
        all.extend(self.periods.iter().map(|p| p.source.clone()));
        all.extend(self.perspectives.iter().map(|p| p.source.clone()));
        all.extend(self.goals.iter().map(|g| g.source.clone()));
        all.extend(self.subprocesses.iter().map(|s| s.source.clone()));
        let judged = self.judged.goals.iter().chain(&self.judged.processes);
        all.extend(judged.map(|a| a.source.clone()));
        all.extend(
            self.judged
                .financial_management
                .iter()
                .map(|a| a.source.clone()),
        );
        all.extend(self.services.iter().map(|s| s.source.clone()));
        all.extend(self.calendar.reports.iter().map(|r| r.source.clone()));
        all.extend(self.calendar.decisions.iter().map(|d| d.source.clone()));
        let versions = self.centre.iter().flat_map(|c| &c.versions);
        all.extend(versions.map(|v| v.source.clone()));
        all.extend(self.notices.iter().map(|n| n.source.clone()));
        all.extend(self.roles.iter().map(|r| r.source.clone()));
        all.extend(self.commitments.iter().map(|c| c.source.clone()));
        all.extend(self.money.iter().map(|table| table.source.clone()));
        all.extend(self.notes.taken.iter().map(|note| note.source.clone()));
        all.extend(self.foundation.sources());
        all.extend(self.indicators.iter().flat_map(IndicatorIn::sources));
        self.sources.extend(all.into_iter().flatten());
    }
}

/// The paths of records whose id another before them has.
fn again<'a>(
    records: impl Iterator<Item = (&'a String, &'a String)>,
) -> impl Iterator<Item = &'a str> {
    let mut seen = BTreeSet::new();
    records.filter_map(move |(id, path)| (!seen.insert(id)).then_some(path.as_str()))
}

/// The ids of a section's records, sound or not.
fn ids(root: &At<'_>, section: &str) -> BTreeSet<String> {
    let items = root.value.get(section).and_then(Json::as_list);
    let ids = items.into_iter().flatten();
    let ids = ids.filter_map(|item| item.get("id")?.as_text());
    ids.map(|id| id.trim().to_owned()).collect()
}
