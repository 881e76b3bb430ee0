//! Notices, offices and pages with default values; a test changes what it is about.

use crate::world::{dated, day};
use riktning_domain::ids::{ErasureId, NoticeId, OfficeId, PageId};
use riktning_domain::site::answers::{EraseAnswers, ErasedOfPage};
use riktning_domain::site::hours::{HoursKind, HoursRow, Opening, Weekday};
use riktning_domain::site::notices::{PublishNotice, Severity};
use riktning_domain::site::offices::{DescribeOffice, SetException, SetHours, TakeBackException};
use riktning_domain::site::pages::DescribePage;
use riktning_domain::site::translations::TranslateText;
use riktning_domain::site::written::WritePage;
use riktning_domain::{Names, Slug};
use uuid::Uuid;

pub(crate) fn notice_id(n: u128) -> NoticeId {
    NoticeId(Uuid::from_u128(9_000 + n))
}

pub(crate) fn office_id(n: u128) -> OfficeId {
    OfficeId(Uuid::from_u128(9_100 + n))
}

/// Notice `n`: a warning from the moment of recording until it is ended.
pub(crate) fn notice(n: u128) -> PublishNotice {
    PublishNotice {
        notice: notice_id(n),
        severity: Severity::Warning,
        severity_is_ours: false,
        title: Names::swedish("Problem med viss e-post"),
        text: None,
        alternatives: vec![],
        affects: vec![],
        from: None,
        to: None,
        link: None,
        updated: None,
        source: None,
        since: None,
    }
}

/// Office `n`, of no centre.
pub(crate) fn office(n: u128) -> DescribeOffice {
    DescribeOffice {
        office: office_id(n),
        names: Names::swedish(match n {
            1 => "Exempelstad direkt".to_owned(),
            n => format!("Exempelstad direkt {n}"),
        }),
        part_of: None,
        address: None,
        phone: Some("0123-45 67 89".into()),
        order: 0,
        from: dated("2016"),
        to: None,
        source: None,
    }
}

pub(crate) fn opening(from: &str, to: &str) -> Opening {
    Opening {
        from: from.parse().unwrap(),
        to: Some(to.parse().unwrap()),
    }
}

/// Office `n` is open for visits on working days from 8 to 16.30.
pub(crate) fn hours(n: u128) -> SetHours {
    SetHours {
        office: office_id(n),
        kind: HoursKind::Visiting,
        rows: vec![HoursRow {
            first: Weekday::Monday,
            last: Weekday::Friday,
            open: opening("08:00", "16:30"),
        }],
        on_eves: None,
        from: dated("2016"),
        to: None,
        note: None,
        source: None,
    }
}

/// Office `n` is closed on 27 and 28 December 2018.
pub(crate) fn exception(n: u128) -> SetException {
    SetException {
        office: office_id(n),
        kind: None,
        from: "2018-12-27".parse().unwrap(),
        to: "2018-12-28".parse().unwrap(),
        open: vec![],
        reason: Names::swedish("Flytt"),
    }
}

/// The days of [`exception`], taken back.
pub(crate) fn taken_back(n: u128) -> TakeBackException {
    let said = exception(n);
    TakeBackException {
        office: said.office,
        kind: said.kind,
        from: said.from,
        to: said.to,
    }
}

/// A page with a responsible role.
pub(crate) fn page(path: &str) -> DescribePage {
    DescribePage {
        path: path.into(),
        title: None,
        owner: None,
        role: Some(Names::swedish("Kommunstrateg")),
        review_by: None,
        source: None,
        since: None,
    }
}

/// What people translate in random histories.
pub(crate) const TRANSLATED: [&str; 2] = ["Kvalitet", "Miljö"];

/// Page `n` of the municipality's own.
pub(crate) fn written(n: u128, title: &str) -> WritePage {
    WritePage {
        page: PageId(Uuid::from_u128(9_200 + n)),
        slug: Slug::from_title(title),
        title: Names::swedish(title),
        text: Some(Names::swedish("Ring [oss](/kontakt).")),
    }
}

/// Twelve answers are erased, three of which had words.
pub(crate) fn erased() -> EraseAnswers {
    EraseAnswers {
        erasure: ErasureId(Uuid::from_u128(9_300)),
        decision: "Gallring av svar".into(),
        decided: day("2016-01-01"),
        case_number: "EX/2016:3".into(),
        erased: vec![ErasedOfPage {
            page: "/kontakt".into(),
            answers: 12,
            comments: 3,
        }],
    }
}

/// The goal of Exempelstad in Finnish.
pub(crate) fn translation() -> TranslateText {
    TranslateText {
        text: Names {
            fi: Some("Yhä useampi saavuttaa koulun tavoitteet".into()),
            ..Names::swedish("Fler når målen i skolan")
        },
        by: "Kommunens översättare".into(),
    }
}
