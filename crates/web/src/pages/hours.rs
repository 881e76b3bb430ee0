//! Hours and moments in words.

use super::speech::Speech;
use jiff::civil::{Date, DateTime, Time};
use riktning_app::views::contact::WhyOther;
use riktning_domain::Text;
use riktning_domain::published::Openness;
use riktning_domain::site::hours::{HoursKind, HoursRow, Opening, Weekday};
use riktning_domain::site::notices::Severity;
use riktning_words::Language;

impl Speech {
    /// A time on the clock, alone: 08.00, 08:00, 8.00.
    pub(crate) fn clock(&self, time: &Time) -> String {
        let hour = match self.words.language() {
            Language::Fi => time.hour().to_string(),
            Language::Sv | Language::En => format!("{:02}", time.hour()),
        };
        let minute = format!("{:02}", time.minute());
        self.words
            .with("site-clock", &[("hour", &hour), ("minute", &minute)])
    }

    /// A day and a time: 26 oktober 2018 kl. 09.00.
    pub(crate) fn moment(&self, at: &DateTime) -> String {
        let (day, time) = (self.day(&at.date()), self.clock(&at.time()));
        self.words
            .with("site-moment", &[("day", &day), ("time", &time)])
    }

    /// A time, with its day when it is not the day that is shown.
    pub(crate) fn moment_from(&self, at: &DateTime, today: &Date) -> String {
        if at.date() == *today {
            let time = self.clock(&at.time());
            return self.t1("site-moment-today", "time", time);
        }
        let weekday = self.weekday(Weekday::of(at.date()));
        let (day, time) = (self.day(&at.date()), self.clock(&at.time()));
        let args = [
            ("weekday", weekday.as_str()),
            ("day", &day),
            ("time", &time),
        ];
        self.words.with("site-moment-weekday", &args)
    }

    pub(crate) fn weekday(&self, day: Weekday) -> String {
        self.t(match day {
            Weekday::Monday => "weekday-monday",
            Weekday::Tuesday => "weekday-tuesday",
            Weekday::Wednesday => "weekday-wednesday",
            Weekday::Thursday => "weekday-thursday",
            Weekday::Friday => "weekday-friday",
            Weekday::Saturday => "weekday-saturday",
            Weekday::Sunday => "weekday-sunday",
        })
    }

    /// The days of a row: Måndag–torsdag.
    pub(crate) fn days(&self, row: &HoursRow) -> String {
        let first = self.weekday(row.first);
        let days = if row.first == row.last {
            first
        } else {
            format!("{first}–{}", self.weekday(row.last))
        };
        self.words.capital(&days)
    }

    /// From when to when: 08.00–16.30.
    pub(crate) fn opening(&self, open: &Opening) -> String {
        let from = self.clock(&open.from);
        match &open.to {
            Some(to) => format!("{from}–{}", self.clock(to)),
            None => self.t1("hours-no-end", "from", from),
        }
    }

    /// The openings of a day, or that it is closed.
    pub(crate) fn openings(&self, open: &[Opening]) -> String {
        if open.is_empty() {
            return self.t("hours-closed");
        }
        let said: Vec<String> = open.iter().map(|o| self.opening(o)).collect();
        said.join(", ")
    }

    pub(crate) fn hours_kind(&self, kind: &HoursKind) -> String {
        self.t(match kind {
            HoursKind::Visiting => "hours-visiting",
            HoursKind::Telephone => "hours-telephone",
        })
    }

    /// Whether somebody answers now.
    pub(crate) fn openness(&self, now: &Openness, today: &Date, kind: &HoursKind) -> String {
        let (open, closed, for_long) = match kind {
            HoursKind::Visiting => ("open-visiting", "closed-visiting", "closed-long-visiting"),
            HoursKind::Telephone => (
                "open-telephone",
                "closed-telephone",
                "closed-long-telephone",
            ),
        };
        // words-keys: open-* closed-*
        match now {
            Openness::OpenUntil(at) => self.t1(open, "time", self.clock(&at.time())),
            Openness::Closed(Some(at)) => self.t1(closed, "moment", self.moment_from(at, today)),
            Openness::Closed(None) => self.t(for_long),
        }
    }

    pub(crate) fn severity(&self, severity: &Severity) -> String {
        self.t(match severity {
            Severity::Crisis => "notice-crisis",
            Severity::Warning => "notice-warning",
            Severity::Information => "notice-information",
        })
    }

    /// Why a day differs.
    pub(crate) fn why_other(&self, why: &WhyOther) -> super::speech::Said {
        match why {
            WhyOther::Said(names) => self.name(names),
            // words-keys: holiday-*
            WhyOther::Holiday(holiday) => {
                let name = self.t(holiday.key());
                self.own(self.words.capital(&name))
            }
            WhyOther::Eve => self.own(self.t("hours-eve")),
        }
    }

    /// A telephone number as a link takes it: a Swedish number from abroad too.
    pub(crate) fn tel(&self, phone: &Text) -> String {
        let typed = phone.as_str().unwrap_or_default();
        let digits: String = typed
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        match digits.strip_prefix('0') {
            Some(rest) if digits.len() >= 7 && !rest.starts_with('0') => format!("tel:+46{rest}"),
            Some(_) | None => format!("tel:{digits}"),
        }
    }
}
