//! Counts and reports in words.

use super::speech::Speech;
use jiff::civil::Date;
use riktning_app::views::start::Occasion;
use riktning_app::views::tally::Tally;
use riktning_domain::Dated;
use riktning_domain::reports::ReportOccasion;

impl Speech {
    /// "3 av 8 nås, 2 delvis, 1 inte, 1 går inte att bedöma, 2 inte bedömda". What there is none of is left out, apart
    /// from what goes well. When the year has been judged: "3 av 8 uppfyllda, 2 delvis uppfyllda".
    pub(crate) fn goals_tally(&self, tally: &Tally) -> String {
        let keys = if tally.is_final {
            [
                "tally-goals-final",
                "tally-goals-partly-final",
                "tally-goals-not-final",
            ]
        } else {
            ["tally-goals", "tally-goals-partly", "tally-goals-not"]
        };
        self.tally(tally, keys)
    }

    /// "9 av 19 enligt plan, 3 med risk, 1 avviker, 6 inte bedömda", and then "9 av 19 klara".
    pub(crate) fn work_tally(&self, tally: &Tally) -> String {
        let keys = if tally.is_final {
            [
                "tally-work-final",
                "tally-work-partly-final",
                "tally-work-not",
            ]
        } else {
            ["tally-work", "tally-work-partly", "tally-work-not"]
        };
        self.tally(tally, keys)
    }

    fn tally(&self, tally: &Tally, [met, partly, not_met]: [&str; 3]) -> String {
        if tally.all == 0 {
            return self.t("tally-nothing");
        }
        if tally.unknown == tally.all {
            return self.n("tally-none-judged", &tally.all);
        }
        let counts = [("met", tally.met), ("all", tally.all)];
        let first = self.words.with_counts(met, &counts, &[]);
        let rest = [
            (partly, tally.partly),
            (not_met, tally.not_met),
            ("tally-impossible", tally.impossible),
            ("tally-not-judged", tally.unknown),
        ];
        let rest = rest.into_iter().filter(|(_, count)| *count > 0);
        let rest = rest.map(|(key, count)| self.n(key, &count));
        [first]
            .into_iter()
            .chain(rest)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// "Läget den 31 augusti 2018, godkänt den 25 oktober 2018".
    pub(crate) fn state_decided(&self, cut_off: &Date, on: &Date) -> String {
        let (day, on) = (self.day(cut_off), self.day(on));
        let words = [("day", day.as_str()), ("on", on.as_str())];
        self.words.with("report-state-decided", &words)
    }

    /// The same of a report that is known from the day it was published.
    pub(crate) fn state_published(&self, cut_off: &Date, since: &Dated) -> String {
        let (day, on) = (self.day(cut_off), self.dated(since));
        let words = [("day", day.as_str()), ("on", on.as_str())];
        self.words.with("report-state-published", &words)
    }

    /// "från 1 januari 2015 till och med 31 december 2018".
    pub(crate) fn term(&self, from: &Date, to: &Date) -> String {
        let (from, to) = (self.day(from), self.day(to));
        let words = [("from", from.as_str()), ("to", to.as_str())];
        self.words.with("term-days", &words)
    }

    /// An occasion of follow-up, as the municipality calls it, else by the year's report.
    pub(crate) fn occasion(&self, occasion: &Occasion) -> String {
        match (&occasion.round, &occasion.report) {
            (Some(names), _) => self.name(names).plain().to_owned(),
            (None, Some((year, report))) => self.report_name(report, year),
            (None, None) => self.day(&occasion.cut_off),
        }
    }

    /// "Delårsrapport 2, 2018".
    pub(crate) fn report_name(&self, occasion: &ReportOccasion, year: &i16) -> String {
        let key = match occasion {
            ReportOccasion::InterimOne => "report-interim-1",
            ReportOccasion::InterimTwo => "report-interim-2",
            ReportOccasion::Annual => "report-annual",
        };
        self.t1(key, "year", year)
    }
}
