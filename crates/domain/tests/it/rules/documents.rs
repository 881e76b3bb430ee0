//! Governing documents: drafted, adopted, replaced, expired and still applied.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{Wish, World, dated, day, import, kim};
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::{Adoptable, FindInSource, RecordDecision};
use riktning_domain::document_types::DescribeDocumentType;
use riktning_domain::documents::{DocumentKind, DraftDocument, HandInDocument};
use riktning_domain::elements::{Addressed, Placement};
use riktning_domain::ids::{BodyId, PersonId, WordingId};
use riktning_domain::permissions::{GrantRole, Role, permit};
use riktning_domain::proposals::{Proposable, RecallProposal};
use riktning_domain::published::Validity;
use riktning_domain::refusal::Fact;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::{Refusal, Slug, User};

/// A document for which no body answers.
pub(crate) fn unanswered() -> DraftDocument {
    let mut document = writes(2, "utan-ansvarig");
    document.wording.responsible = None;
    document
}

/// The school plan, for which another body is to answer.
pub(crate) fn taken_over(by: BodyId) -> DraftDocument {
    let mut document = writes(1, "skolplan");
    document.wording_id = wording(101);
    document.wording.responsible = Some(by);
    document
}

/// What a policy is.
pub(crate) fn kind() -> DescribeDocumentType {
    DescribeDocumentType {
        kind: DocumentKind::Policy,
        purpose: "Ett förhållningssätt.".into(),
        time_limited: Some(false),
        adopted_by: Some(BodyKind::Council),
        source: Some(SOURCE),
        since: None,
    }
}

fn plan_with(change: impl FnOnce(&mut DraftDocument)) -> DraftDocument {
    let mut document = writes(1, "skolplan");
    change(&mut document);
    document
}

/// The school plan for 2016–2018, adopted in December 2015.
fn adopted() -> World {
    let plan = plan_with(|d| {
        d.wording.valid_from = Some(dated("2016"));
        d.wording.valid_to = Some(dated("2018"));
    });
    exempelstad().and(kim("2015-11-01"), plan).and(
        kim("2015-12-10"),
        decides(1, "2015-12-10", vec![adopt_document(1, 100)]),
    )
}

fn validity(world: &World, n: u128, on: &str) -> Option<Validity> {
    let published = world.published(on);
    published.document(document(n)).map(|d| d.validity())
}

#[test]
fn it_stands_from_its_first_day_or_from_the_recording_if_that_is_still_to_come() {
    let world = exempelstad();
    let from = |first: &str| plan_with(|d| d.wording.valid_from = Some(dated(first)));
    let now = kim("2017-03-01");
    world.when(now, from("2016-07-01")).then_on("2016-07-01");
    world.when(now, from("2016")).then_on("2016-01-01");
    world.when(now, from("2017-07-01")).then_on("2017-03-01");
    world.when(now, plan_with(|_| ())).then_on("2017-03-01");
    // Decided before its first day and written down after: anybody may say when it was there.
    let since = |day: &str| DraftDocument {
        since: Some(dated(day)),
        ..from("2016-07-01")
    };
    world.when(now, since("2016-05-01")).then_on("2016-05-01");
    world
        .when(now, since("2017-03-02"))
        .then_refused(Refusal::InTheFuture {
            day: day("2017-03-02"),
            today: day("2017-03-01"),
        });
    // Another wording of it stands from the day it is written.
    let world = world.and(now, from("2016-07-01"));
    let again = DraftDocument {
        wording_id: wording(101),
        ..from("2016-07-01")
    };
    world.when(kim("2017-05-01"), again).then_on("2017-05-01");
}

#[test]
fn it_says_what_it_is_and_refers_to_what_is_recorded() {
    let world = exempelstad();
    let now = kim("2017-01-01");
    let refused = |change: &dyn Fn(&mut DraftDocument), refusal: Refusal| {
        world
            .when(now, plan_with(|d| change(d)))
            .then_refused(refusal);
    };
    let blank = |field| Refusal::Blank { field };
    refused(&|d| d.wording.title = " ".into(), blank("wording.title"));
    let other = |d: &mut DraftDocument| d.wording.kind = DocumentKind::Other("".into());
    refused(&other, blank("wording.kind"));
    refused(
        &|d| d.wording.still_applied = true,
        blank("wording.valid_to"),
    );
    let upside_down = |d: &mut DraftDocument| {
        d.wording.valid_from = Some(dated("2018-01-01"));
        d.wording.valid_to = Some(dated("2017"));
    };
    refused(&upside_down, Refusal::EndsBeforeItStarts);
    let unknown = |fact| Refusal::Unknown { fact };
    refused(
        &|d| d.wording.source = Some(source(9)),
        unknown(Fact::Source),
    );
    refused(
        &|d| d.wording.responsible = Some(body(9)),
        unknown(Fact::Body),
    );
    refused(
        &|d| d.wording.replaces = vec![document(9)],
        unknown(Fact::Document),
    );
    let governs = |d: &mut DraftDocument| {
        d.wording.governs = vec![Placement {
            topic: topic(9),
            interpretation: Default::default(),
        }];
    };
    refused(&governs, unknown(Fact::Topic));
    let same_year = |d: &mut DraftDocument| {
        d.wording.valid_from = Some(dated("2016-07-01"));
        d.wording.valid_to = Some(dated("2016"));
    };
    world.when(now, plan_with(same_year)).then_accepted();
}

#[test]
fn a_wording_is_written_once_and_an_address_belongs_to_one() {
    let now = kim("2017-01-01");
    let world = exempelstad()
        .and(now, writes(1, "skolplan"))
        .and(now, law(5, "2015"));
    world.when(now, writes(1, "skolplan")).then_nothing();
    world
        .when(now, plan_with(|d| d.wording.title = "En annan".into()))
        .then_refused(Refusal::TwiceTheSame);
    for taken in ["skolplan", "exempellagen-5"] {
        world
            .when(now, writes(2, taken))
            .then_refused(Refusal::SlugTaken { slug: taken.into() });
    }
    world.when(now, writes(2, "en-till")).then_accepted();
    // A rule from outside is no document of ours.
    world
        .when(now, writes(5, "lagen"))
        .then_refused(Refusal::AlreadyThere {
            fact: Fact::Document,
        });
    let own_law = riktning_domain::external_rules::RecordRule {
        slug: Slug::parse("egen-lag").unwrap(),
        ..law(1, "2015")
    };
    world
        .when(now, own_law)
        .then_refused(Refusal::AlreadyThere {
            fact: Fact::Document,
        });
}

#[test]
fn residents_see_it_from_the_decision_with_its_validity_on_each_day() {
    let world = adopted();
    assert_eq!(validity(&world, 1, "2015-12-09"), None);
    for (on, expected) in [
        ("2015-12-10", Validity::ToCome),
        ("2016-01-01", Validity::InForce),
        ("2018-12-31", Validity::InForce),
        ("2019-01-01", Validity::Expired),
    ] {
        assert_eq!(validity(&world, 1, on), Some(expected), "{on}");
    }
}

#[test]
fn expired_but_applied_is_a_state_of_its_own_until_another_replaces_it() {
    let applied = DraftDocument {
        wording_id: wording(101),
        ..plan_with(|d| {
            d.wording.valid_from = Some(dated("2016"));
            d.wording.valid_to = Some(dated("2018"));
            d.wording.still_applied = true;
        })
    };
    let next = DraftDocument {
        since: Some(dated("2019-09-01")),
        ..writes(2, "ny-skolplan")
    };
    let next = {
        let mut next = next;
        next.wording.replaces = vec![document(1)];
        next.wording.valid_from = Some(dated("2020-01-01"));
        next
    };
    let world = adopted()
        .and(kim("2018-11-01"), applied)
        .and(
            kim("2018-12-01"),
            decides(2, "2018-12-01", vec![adopt_document(1, 101)]),
        )
        .and(kim("2019-09-01"), next)
        .and(
            kim("2019-10-01"),
            decides(3, "2019-10-01", vec![adopt_document(2, 200)]),
        );
    for (on, expected) in [
        ("2018-12-31", Validity::InForce),
        ("2019-01-01", Validity::ExpiredButApplied),
        ("2019-12-31", Validity::ExpiredButApplied),
        ("2020-01-01", Validity::Replaced),
    ] {
        assert_eq!(validity(&world, 1, on), Some(expected), "{on}");
    }
    assert_eq!(validity(&world, 2, "2019-10-01"), Some(Validity::ToCome));
}

#[test]
fn nothing_replaces_itself_by_any_way() {
    let now = kim("2017-01-01");
    let replacing = |n: u128, w: u128, slug: &str, earlier: u128| {
        let mut document_of = writes(n, slug);
        document_of.wording_id = wording(w);
        document_of.wording.replaces = vec![document(earlier)];
        document_of
    };
    let world = exempelstad()
        .and(now, writes(1, "forsta"))
        .and(now, replacing(2, 200, "andra", 1))
        .and(now, replacing(3, 300, "tredje", 2));
    for (n, w, slug, earlier) in [(1, 101, "forsta", 1), (1, 101, "forsta", 3)] {
        world
            .when(now, replacing(n, w, slug, earlier))
            .then_refused(Refusal::ReplacesItself);
    }
    world
        .when(now, replacing(3, 301, "tredje", 1))
        .then_accepted();
}

#[test]
fn an_ended_body_answers_for_no_document() {
    let ended = exempelstad().and(kim("2017-01-01"), ends(SCHOOLS, "2017-06-30"));
    let gone = |on: &str| Refusal::BodyNotAlive {
        on: day(on),
        last_day: Some(day("2017-06-30")),
    };
    ended
        .when(kim("2017-07-01"), writes(1, "skolplan"))
        .then_refused(gone("2017-07-01"));
    let named = |change: &dyn Fn(&mut DraftDocument)| {
        let mut document = unanswered();
        change(&mut document);
        ended
            .when(kim("2017-07-01"), document)
            .then_refused(gone("2017-07-01"));
    };
    named(&|d| d.wording.revised_by = Some(SCHOOLS));
    named(&|d| d.wording.followed_up_by = Some(SCHOOLS));
    named(&|d| d.wording.applies_to = Addressed::To(vec![SCHOOLS]));
    // Written while it was there, decided after it was not.
    let written = exempelstad()
        .and(kim("2017-01-01"), writes(1, "skolplan"))
        .and(kim("2017-01-02"), ends(SCHOOLS, "2017-06-30"));
    written
        .when(
            kim("2017-07-01"),
            decides(1, "2017-07-01", vec![adopt_document(1, 100)]),
        )
        .then_refused(gone("2017-07-01"));
    // And a body that answers for one does not end before that.
    let written = exempelstad().and(kim("2017-01-01"), writes(1, "skolplan"));
    written
        .when(kim("2017-03-01"), ends(SCHOOLS, "2016-12-31"))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-01-01"),
            fact: Fact::WorkGiven,
        });
}

#[test]
fn a_committee_to_come_answers_from_the_first_day() {
    let now = kim("2017-01-01");
    let world = exempelstad().and(now, another_committee(5, "nya-namnden", "2018-01-01"));
    let for_it = |first: &str| {
        plan_with(|d| {
            d.wording.responsible = Some(body(5));
            d.wording.valid_from = Some(dated(first));
        })
    };
    world.when(now, for_it("2018-01-01")).then_accepted();
    world
        .when(now, for_it("2017-12-31"))
        .then_refused(Refusal::TooEarly {
            on: day("2017-12-31"),
            stands_from: day("2018-01-01"),
            fact: Fact::Body,
        });
}

#[test]
fn the_decision_adopts_what_the_registrar_saw() {
    let now = kim("2017-01-01");
    let second = DraftDocument {
        wording_id: wording(101),
        ..plan_with(|d| d.wording.title = "Skolplanen".into())
    };
    let world = exempelstad()
        .and(now, writes(1, "skolplan"))
        .and(kim("2017-02-01"), second);
    let adopts = |w| decides(1, "2017-03-01", vec![adopt_document(1, w)]);
    let now = kim("2017-03-01");
    world
        .when(now, adopts(100))
        .then_refused(Refusal::WordingChanged {
            newest: wording(101),
        });
    world
        .when(now, decides(1, "2017-03-01", vec![adopt_document(9, 100)]))
        .then_refused(Refusal::Unknown {
            fact: Fact::Document,
        });
    world
        .when(now, decides(1, "2016-12-31", vec![adopt_document(1, 100)]))
        .then_refused(Refusal::TooEarly {
            on: day("2016-12-31"),
            stands_from: day("2017-01-01"),
            fact: Fact::Document,
        });
    world.when(now, adopts(101)).then_accepted();
}

#[test]
fn a_body_decides_documents_in_its_own_matters() {
    let world = exempelstad().and(kim("2017-01-01"), writes(1, "skolplan"));
    let by = |body, n: u128| RecordDecision {
        body,
        ..decides(n, "2017-02-01", vec![adopt_document(1, 100)])
    };
    let now = kim("2017-02-01");
    world
        .when(now, by(COMPANY, 1))
        .then_refused(Refusal::NotItsMatter);
    world.when(now, by(SCHOOLS, 1)).then_accepted();
    world.when(now, by(COUNCIL, 1)).then_accepted();
    // Nor does another take over what stands as the school committee's.
    let taken = DraftDocument {
        wording_id: wording(101),
        ..plan_with(|d| d.wording.responsible = Some(COMPANY))
    };
    let world = world.and(now, by(SCHOOLS, 1)).and(kim("2017-03-01"), taken);
    let over = |body| RecordDecision {
        body,
        ..decides(2, "2017-04-01", vec![adopt_document(1, 101)])
    };
    world
        .when(kim("2017-04-01"), over(COMPANY))
        .then_refused(Refusal::NotItsMatter);
    world.when(kim("2017-04-01"), over(COUNCIL)).then_accepted();
}

#[test]
fn a_source_stands_where_the_decision_is_missing() {
    let world = exempelstad().and(import("2017-01-01"), writes(1, "skolplan"));
    let found = || FindInSource {
        source: SOURCE,
        since: dated("2017-01-01"),
        wordings: vec![(Adoptable::Document(document(1)), wording(100))],
    };
    world
        .when(kim("2017-02-01"), found())
        .then_refused(Refusal::DecisionMissing);
    let world = world.and(import("2017-02-01"), found());
    assert_eq!(validity(&world, 1, "2017-01-01"), Some(Validity::InForce));
}

#[test]
fn a_new_address_is_public_from_the_decision_and_the_old_one_leads_on() {
    let renamed = DraftDocument {
        slug: Slug::parse("larplan").unwrap(),
        wording_id: wording(101),
        ..writes(1, "skolplan")
    };
    let world = adopted().and(kim("2017-01-01"), renamed);
    let at = |world: &World, slug: &str| {
        let published = world.published("2018-01-01");
        let id = published.document_at(&Slug::parse(slug).unwrap())?;
        published.document(id).map(|d| d.slug.to_string())
    };
    assert_eq!(at(&world, "larplan"), None);
    assert_eq!(at(&world, "skolplan").as_deref(), Some("skolplan"));
    let world = world.and(
        kim("2017-02-01"),
        decides(2, "2017-02-01", vec![adopt_document(1, 101)]),
    );
    for slug in ["larplan", "skolplan"] {
        assert_eq!(at(&world, slug).as_deref(), Some("larplan"));
    }
}

#[test]
fn an_element_rests_on_a_document_that_is_recorded() {
    let rests = |n: u128| tie(thread(1), element(1), ThreadEnd::Document(document(n)));
    let world = adopted().and(kim("2016-01-01"), goal(1)).and(
        kim("2016-02-01"),
        decides(2, "2016-02-01", vec![adopt(1, 10)]),
    );
    let now = kim("2016-03-01");
    world.when(now, rests(9)).then_refused(Refusal::Unknown {
        fact: Fact::Document,
    });
    let world = world.and(now, rests(1));
    let resting = world.published("2016-03-01").resting_on(document(1));
    assert_eq!(resting.len(), 1);
    assert_eq!(
        world.published("2016-02-29").resting_on(document(1)).len(),
        0
    );
    // To a rule from outside as well, of every level.
    let world = world.and(now, law(5, "2015"));
    world
        .when(
            now,
            tie(thread(2), element(1), ThreadEnd::Document(document(5))),
        )
        .then_accepted();
    world
        .when(
            now,
            tie(thread(2), element(1), ThreadEnd::Document(document(1))),
        )
        .then_refused(Refusal::TwiceTheSame);
}

#[test]
fn a_link_to_a_draft_is_not_shown_before_the_document_is_adopted() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-01-02"),
            decides(2, "2016-01-02", vec![adopt(1, 10)]),
        )
        .and(kim("2016-01-03"), writes(1, "skolplan"))
        .and(
            kim("2016-01-03"),
            tie(thread(1), element(1), ThreadEnd::Document(document(1))),
        );
    assert_eq!(world.published("2016-01-03").supports(element(1)), []);
    let world = world.and(
        kim("2016-02-01"),
        decides(3, "2016-02-01", vec![adopt_document(1, 100)]),
    );
    assert_eq!(world.published("2016-02-01").supports(element(1)).len(), 1);
}

#[test]
fn a_kind_of_document_is_described_in_words() {
    let world = exempelstad();
    let now = kim("2017-01-01");
    let mut blank = kind();
    blank.purpose = " ".into();
    world
        .when(now, blank)
        .then_refused(Refusal::Blank { field: "purpose" });
    let mut dated_back = kind();
    dated_back.since = Some(dated("2016"));
    world
        .when(now, dated_back.clone())
        .then_refused(Refusal::MayNotBackDate);
    world
        .when(import("2017-01-01"), dated_back)
        .then_on("2016-01-01");
    let world = world.and(now, kind());
    world.when(now, kind()).then_nothing();
    let shown = world.published("2017-01-01");
    assert!(shown.document_type(&DocumentKind::Policy).is_some());
    assert!(shown.document_type(&DocumentKind::Plan).is_none());
}

fn sends(n: u128, w: u128) -> HandInDocument {
    HandInDocument {
        document: document(n),
        wording: wording(w),
    }
}

/// The school plan in other words, written instead of some.
fn instead_of(seen: Option<WordingId>) -> DraftDocument {
    DraftDocument {
        wording_id: wording(102),
        instead_of: seen,
        ..plan_with(|d| d.wording.meaning = Some("Alla lär sig läsa.".into()))
    }
}

#[test]
fn a_proposal_is_written_over_no_words_that_nobody_saw() {
    let (first, later) = (kim("2016-01-01"), kim("2016-02-01"));
    let world = exempelstad().and(first, plan_with(|_| ()));
    let second = DraftDocument {
        wording_id: wording(101),
        ..plan_with(|d| d.wording.title = "Skolans plan".into())
    };
    world
        .when(later, instead_of(Some(wording(100))))
        .then_accepted();
    let world = world.and(later, second);
    let newest = wording(101);
    world
        .when(later, instead_of(Some(wording(100))))
        .then_refused(Refusal::WordingChanged { newest });
    world.when(later, instead_of(Some(newest))).then_accepted();
    // Whoever never looked writes as before: a file of facts does.
    world.when(later, instead_of(None)).then_accepted();
}

#[test]
fn a_document_is_sent_once_and_with_the_words_that_were_seen() {
    let now = kim("2016-02-01");
    let unknown = Refusal::Unknown {
        fact: Fact::Document,
    };
    exempelstad().when(now, sends(1, 100)).then_refused(unknown);
    let world = exempelstad().and(kim("2016-01-01"), plan_with(|_| ()));
    let newest = wording(100);
    world
        .when(now, sends(1, 101))
        .then_refused(Refusal::WordingChanged { newest });
    let world = world.and(now, sends(1, 100));
    world.when(kim("2016-02-02"), sends(1, 100)).then_nothing();
    // What waits for a decision is called back before other words are written, but for a file of facts.
    world
        .when(now, instead_of(Some(newest)))
        .then_refused(Refusal::ProposalHandedIn);
    world
        .when(import("2016-02-01"), instead_of(Some(newest)))
        .then_accepted();
    let recall = RecallProposal {
        what: Proposable::Document(document(1)),
        wording: newest,
    };
    let world = world.and(now, recall);
    // Another wording is sent anew, and one that is decided needs nobody's decision.
    let world = world.and(now, instead_of(Some(newest)));
    world.when(now, sends(1, 102)).then_accepted();
    let decided = world.and(
        kim("2016-02-10"),
        decides(1, "2016-02-10", vec![adopt_document(1, 102)]),
    );
    decided
        .when(kim("2016-02-11"), sends(1, 102))
        .then_refused(Refusal::DraftDecided);
}

/// Somebody who holds one role at a body.
fn holding(n: u128, role: Role, body: BodyId) -> (PersonId, GrantRole) {
    let person = PersonId(uuid::Uuid::from_u128(7000 + n));
    let grant = GrantRole {
        person,
        role,
        body,
        from: day("2016-01-01"),
        to: None,
    };
    (person, grant)
}

#[test]
fn a_proposal_is_its_own_bodys_until_it_is_sent_to_whoever_decides() {
    let people = [
        (Role::Contributor, SCHOOLS, true, true),
        (Role::Registrar, SCHOOLS, true, true),
        (Role::Registrar, COUNCIL, false, true),
        (Role::Strategist, COUNCIL, false, true),
        (Role::Auditor, COUNCIL, false, true),
        (Role::Registrar, COMPANY, false, false),
        (Role::Contributor, COMPANY, false, false),
        (Role::Editor, SCHOOLS, false, false),
    ];
    let mut world = exempelstad();
    for (n, (role, body, ..)) in (0..).zip(people) {
        world = world.and(kim("2016-01-01"), holding(n, role, body).1);
    }
    let world = world.and(kim("2016-01-02"), plan_with(|_| ()));
    let sent = world.clone().and(kim("2016-02-01"), sends(1, 100));
    for (n, (role, body, before, after)) in (0..).zip(people) {
        let reads = |world: &World| {
            let inside = world
                .state
                .inside(holding(n, role, body).0, day("2016-03-01"));
            let read = inside.document(document(1));
            assert_eq!(inside.documents().len(), usize::from(read.is_some()));
            read.map(|read| read.handed_in)
        };
        assert_eq!(reads(&world), before.then_some(None), "{role:?} at {body}");
        let on = Some(day("2016-02-01"));
        assert_eq!(reads(&sent), after.then_some(on), "{role:?} at {body}");
        // What is called back, and a wording written after that, is the body's own again.
        let recall = RecallProposal {
            what: Proposable::Document(document(1)),
            wording: wording(100),
        };
        let again = sent.clone().and(kim("2016-02-02"), recall);
        assert_eq!(reads(&again).is_some(), before, "{role:?} at {body}");
        let again = again.and(kim("2016-02-02"), instead_of(None));
        assert_eq!(reads(&again).is_some(), before, "{role:?} at {body}");
    }
}

#[test]
fn nobody_writes_in_a_document_that_another_body_answers_for() {
    let world = exempelstad().and(kim("2016-01-02"), plan_with(|_| ()));
    let (theirs, grant) = holding(1, Role::Contributor, COMPANY);
    let world = world.and(kim("2016-01-02"), grant);
    let (both, grant) = holding(2, Role::Contributor, COMPANY);
    let world = world.and(kim("2016-01-02"), grant);
    let world = world.and(kim("2016-01-02"), holding(2, Role::Contributor, SCHOOLS).1);
    let may = |world: &World, person, on| {
        let command = taken_over(COMPANY).command();
        permit(&world.state, kim(on), &User::Person(person), &command).is_ok()
    };
    assert!(!may(&world, theirs, "2016-02-01"));
    assert!(may(&world, both, "2016-02-01"));
    // Whoever takes over from a body that is no more says so.
    let world = world.and(kim("2016-02-01"), ends(SCHOOLS, "2016-06-30"));
    assert!(!may(&world, theirs, "2016-06-30"));
    assert!(may(&world, theirs, "2016-07-01"));
}

#[test]
fn it_is_to_be_revised_by_the_day_that_is_set_or_before_its_last() {
    let by = |change: &dyn Fn(&mut DraftDocument), on: &str| {
        let plan = plan_with(|d| change(d));
        let world = exempelstad().and(kim("2015-11-01"), plan).and(
            kim("2015-12-10"),
            decides(1, "2015-12-10", vec![adopt_document(1, 100)]),
        );
        let published = world.published(on);
        published.document(document(1)).unwrap().revise_by()
    };
    let set = |d: &mut DraftDocument| d.wording.revise_by = Some(day("2017-06-30"));
    let last = |d: &mut DraftDocument| d.wording.valid_to = Some(dated("2018"));
    assert_eq!(by(&|_| (), "2016-01-01"), None);
    assert_eq!(by(&set, "2016-01-01"), Some(day("2017-06-30")));
    assert_eq!(by(&last, "2016-01-01"), Some(day("2018-12-31")));
    let both = |d: &mut DraftDocument| {
        set(d);
        last(d);
    };
    assert_eq!(by(&both, "2018-12-31"), Some(day("2017-06-30")));
    // It is over on the day after, unless it is applied until another replaces it.
    assert_eq!(by(&both, "2019-01-01"), None);
    let applied = |d: &mut DraftDocument| {
        both(d);
        d.wording.still_applied = true;
    };
    assert_eq!(by(&applied, "2019-01-01"), Some(day("2017-06-30")));
}
