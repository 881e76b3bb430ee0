//! What holds of every history, whatever was tried.

use crate::checker;
use crate::dump;
use crate::histories::{History, days_of, histories};
use crate::world::{World, import};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use riktning_domain::assessments::Subject;
use riktning_domain::comments::{Audience, CommentOn, Matter, MayClose};
use riktning_domain::elements::{DropDraft, TakeBackProposal};
use riktning_domain::ids::{ElementId, PlanId};
use riktning_domain::permissions::User;
use riktning_domain::plans::PlaceInPlan;
use riktning_domain::published::{PublicAssessment, PublicElement};
use riktning_domain::threads::ThreadEnd;
use riktning_domain::{Command, Event, Period, Recorded, State, decide};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// `TRY_HARDER=20 cargo test` tries twenty times as many histories.
fn cases(cases: u32) -> Config {
    let harder = std::env::var("TRY_HARDER")
        .ok()
        .and_then(|n| n.parse().ok());
    Config {
        cases: cases * harder.unwrap_or(1),
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..Config::default()
    }
}

/// Runs a property over histories, and what it counts over all of them together.
fn over(count: u32, most: usize, check: impl Fn(&History) -> Result<(), TestCaseError>) {
    let mut runner = TestRunner::new(cases(count));
    runner
        .run(&histories(most), |history| check(&history))
        .unwrap_or_else(|failure| panic!("{}", shown(failure)));
}

/// The shortest history that fails, as what was accepted in it: the rest is noise.
fn shown(failure: proptest::test_runner::TestError<History>) -> String {
    use proptest::test_runner::TestError;
    let TestError::Fail(reason, history) = failure else {
        return failure.to_string();
    };
    let steps = history.tried.iter().filter_map(|tried| {
        let events = tried
            .outcome
            .as_ref()
            .ok()
            .filter(|events| !events.is_empty())?;
        Some(format!(
            "{} {:?}: {} {:?}\n",
            tried.now.today, tried.now.hand, events[0].on, tried.command
        ))
    });
    format!("{reason}\n{}", steps.collect::<String>())
}

const TODAY: Date = date(2030, 12, 31);

#[test]
fn what_is_decided_applies_and_a_second_decision_changes_nothing() {
    let (tried, accepted) = (Cell::new(0usize), Cell::new(0usize));
    let refused = std::cell::RefCell::new(BTreeMap::<String, usize>::new());
    over(150, 120, |history| {
        tried.set(tried.get() + history.tried.len());
        // Lived once more, so that each command can be asked twice.
        let mut world = World::default();
        for recorded in &history.world.journal[..history.founding] {
            world.state.apply(recorded);
        }
        for step in &history.tried {
            let first = world.perform(step.now, step.command.clone());
            prop_assert_eq!(&first, &step.outcome);
            match first {
                Ok(events) => {
                    accepted.set(accepted.get() + usize::from(!events.is_empty()));
                    let again = decide(&world.state, step.now, step.command.clone());
                    prop_assert!(
                        !again.as_ref().is_ok_and(|events| !events.is_empty()),
                        "{:?} a second time gave {:?}",
                        step.command,
                        again
                    );
                }
                Err(refusal) => {
                    let name = format!("{} {refusal:?}", step.command.name());
                    *refused.borrow_mut().entry(name).or_default() += 1;
                }
            }
        }
        Ok(())
    });
    // A property over histories in which nothing happens would show nothing.
    let (accepted, tried) = (accepted.get(), tried.get());
    if std::env::var_os("SHOW_REFUSED").is_some() {
        let mut all: Vec<_> = refused
            .into_inner()
            .into_iter()
            .map(|(k, n)| (n, k))
            .collect();
        all.sort();
        all.iter()
            .rev()
            .take(60)
            .for_each(|(n, k)| println!("{n} {k}"));
        println!("{accepted} of {tried}");
    }
    assert!(
        accepted * 3 >= tried,
        "only {accepted} of {tried} were accepted"
    );
}

#[test]
fn every_accepted_history_keeps_every_rule_on_every_day() {
    over(250, 140, |history| {
        let broken = checker::broken(&history.world);
        prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
        Ok(())
    });
}

#[test]
fn replay_from_the_bytes_of_the_journal_equals_the_live_state() {
    over(60, 120, |history| {
        let days = days_of(&history.world);
        let mut replayed = State::default();
        for recorded in &history.world.journal {
            let (body, texts) = recorded.event.to_body().unwrap();
            let event = Event::from_body(recorded.event.kind(), &body, Some(texts));
            let event = event.expect("a known kind").unwrap();
            prop_assert_eq!(&event, &recorded.event);
            replayed.apply(&Recorded {
                event,
                ..recorded.clone()
            });
        }
        let live = &history.world.state;
        prop_assert_eq!(replayed.position(), live.position());
        prop_assert_eq!(replayed.public_position(), live.public_position());
        prop_assert_eq!(
            dump::everything(&replayed, &days, TODAY),
            dump::everything(live, &days, TODAY)
        );
        Ok(())
    });
}

#[test]
fn a_journal_whose_texts_were_redacted_still_folds_and_is_read() {
    over(40, 120, |history| {
        let mut redacted = State::default();
        for recorded in &history.world.journal {
            let (body, _) = recorded.event.to_body().unwrap();
            let event = Event::from_body(recorded.event.kind(), &body, None);
            redacted.apply(&Recorded {
                event: event.expect("a known kind").unwrap(),
                ..recorded.clone()
            });
        }
        let shown = dump::everything(&redacted, &days_of(&history.world), TODAY);
        for typed in [
            "Exempelstad",
            "Element 1",
            "lydelse",
            "Skolnämnden",
            "målen",
        ] {
            prop_assert!(!shown.contains(typed), "{typed} is still shown");
        }
        Ok(())
    });
}

#[test]
fn whenever_residents_see_something_else_the_public_position_moves() {
    over(60, 60, |history| {
        let days = [
            date(2015, 6, 1),
            date(2016, 6, 1),
            date(2017, 6, 1),
            date(2018, 6, 1),
            date(2019, 12, 31),
            date(2020, 12, 31),
        ];
        let shown = |state: &State| -> String {
            days.iter()
                .map(|day| dump::published(state, *day, TODAY))
                .collect()
        };
        let mut state = State::default();
        let mut before = shown(&state);
        for recorded in &history.world.journal {
            state.apply(recorded);
            let after = shown(&state);
            if after != before {
                prop_assert_eq!(
                    state.public_position(),
                    recorded.position,
                    "unseen: {:?}",
                    recorded.event
                );
                let changed = state.published(TODAY, TODAY).changed();
                prop_assert_eq!(
                    changed,
                    Some(
                        recorded
                            .recorded_at
                            .to_zoned(jiff::tz::TimeZone::UTC)
                            .date()
                    )
                );
            }
            before = after;
        }
        Ok(())
    });
}

#[test]
fn the_elements_of_a_level_and_a_period_are_those_of_the_model_that_stand_there() {
    let (found, moved) = (Cell::new(0usize), Cell::new(0usize));
    over(100, 160, |history| {
        for day in days_of(&history.world) {
            let lens = history.world.state.published(day, TODAY);
            for model in lens.models() {
                let all: Vec<_> = lens.elements_of(model.id).collect();
                let places: BTreeSet<_> = all.iter().map(|e| (e.level().id, e.period())).collect();
                for (level, period) in places {
                    let here =
                        |e: &PublicElement<'_>| (e.level().id, e.period()) == (level, period);
                    let walked: BTreeSet<_> = all.iter().filter(|e| here(e)).map(id_of).collect();
                    let wanted =
                        lens.elements_where(model.id, |l, of| (l.id, of) == (level, period));
                    prop_assert_eq!(wanted.iter().map(id_of).collect::<BTreeSet<_>>(), walked);
                    found.set(found.get() + wanted.len());
                }
                let each = lens.elements_where(model.id, |_, _| true);
                let ids: BTreeSet<_> = each.iter().map(id_of).collect();
                prop_assert_eq!(each.len(), ids.len(), "one is there twice on {}", day);
                prop_assert_eq!(ids, all.iter().map(id_of).collect::<BTreeSet<_>>());
            }
        }
        moved.set(moved.get() + usize::from(moves_an_element(history)));
        Ok(())
    });
    let (found, moved) = (found.get(), moved.get());
    assert!(found > 1_000, "only {found} elements were found");
    assert!(moved > 0, "no history moved an element to another period");
}

/// Whoever erases comments after an event asks no more than where it says that it may have closed
/// their matter. At the end every row is taken back, and placed in every plan, to see what that closes.
#[test]
fn what_an_event_closes_lies_where_it_says_that_it_may() {
    let (by_decisions, by_others) = (Cell::new(0usize), Cell::new(0usize));
    over(300, 200, |history| {
        let matters = matters(&history.world.journal);
        let closes = |before: &State, recorded: &Recorded| {
            let mut state = before.clone();
            state.apply(recorded);
            let may = state.may_close(&recorded.event);
            let open = matters.iter().filter(|on| is_open(before, on));
            for on in open.filter(|on| !is_open(&state, on)) {
                let (is_named, count) = match &may {
                    MayClose::In(plans) => (plans.contains(&on.plan), &by_others),
                    MayClose::Anywhere => (true, &by_decisions),
                };
                prop_assert!(is_named, "{:?} closes {:?}", recorded.event, on);
                count.set(count.get() + 1);
            }
            Ok(state)
        };
        let mut state = State::default();
        for recorded in &history.world.journal {
            state = closes(&state, recorded)?;
        }
        for command in afterwards(&matters) {
            let user = User::Import;
            let tried = state
                .clone()
                .carry_out(&user, import("2025-01-01"), command);
            for recorded in tried.into_iter().flatten() {
                closes(&state, &recorded)?;
            }
        }
        Ok(())
    });
    let (by_decisions, by_others) = (by_decisions.get(), by_others.get());
    assert!(by_decisions > 20, "decisions closed only {by_decisions}");
    assert!(
        by_others > 20,
        "what is no decision closed only {by_others}"
    );
}

/// Every row taken back, what is proposed beside it too, and placed in every plan.
fn afterwards(matters: &BTreeSet<CommentOn>) -> Vec<Command> {
    let rows: BTreeSet<ElementId> = matters.iter().filter_map(|on| on.row).collect();
    let plans: BTreeSet<PlanId> = matters.iter().map(|on| on.plan).collect();
    let placed = plans.iter().flat_map(|plan| {
        let places = |row: &ElementId| PlaceInPlan {
            plan: *plan,
            elements: vec![*row],
            since: None,
        };
        rows.iter()
            .map(move |row| Command::PlaceInPlan(places(row)))
    });
    let dropped = rows
        .iter()
        .map(|row| Command::DropDraft(DropDraft { element: *row }));
    let taken_back = rows
        .iter()
        .map(|row| Command::TakeBackProposal(TakeBackProposal { element: *row }));
    dropped.chain(taken_back).chain(placed).collect()
}

/// Everything of a history that can be commented on: its plans, and what ever lay in one.
fn matters(journal: &[Recorded]) -> BTreeSet<CommentOn> {
    let of = |plan, row| CommentOn {
        plan,
        row,
        audience: Audience::Inside,
    };
    let mut all = BTreeSet::new();
    for recorded in journal {
        match &recorded.event {
            Event::PlanDrafted(drafted) => {
                all.insert(of(drafted.plan, None));
            }
            Event::PlacedInPlan(placed) => {
                let rows = placed.elements.iter();
                all.extend(rows.map(|row| of(placed.plan, Some(*row))));
            }
            _ => {}
        }
    }
    all
}

fn is_open(state: &State, on: &CommentOn) -> bool {
    state.matter(on, Date::MAX) == Matter::Open
}

fn id_of(element: &PublicElement<'_>) -> ElementId {
    element.id()
}

/// Whether an adopted element of a history was for one period on one day and for another on
/// another day: it is then in the index in two places.
fn moves_an_element(history: &History) -> bool {
    let mut seen: BTreeMap<ElementId, Period> = BTreeMap::new();
    days_of(&history.world).into_iter().any(|day| {
        let lens = history.world.state.published(day, TODAY);
        let models = lens.models();
        let mut all = models.iter().flat_map(|model| lens.elements_of(model.id));
        all.any(|e| {
            seen.insert(e.id(), e.period())
                .is_some_and(|before| before != e.period())
        })
    })
}

/// What an event corrects, or would be corrected by: a correction is one only after what was said
/// first under its id (decision record 058).
fn corrected(event: &Event) -> Option<String> {
    match event {
        Event::TermSet(e) => Some(e.term.to_string()),
        Event::ReportFiled(e) => Some(e.report.to_string()),
        Event::FinancialManagementGuided(e) => Some(e.guidance.to_string()),
        _ => None,
    }
}

/// The ids in a command: two commands that share none say nothing about the same value.
fn ids(event: &Event) -> Vec<String> {
    let (body, _) = event.to_body().unwrap();
    let parts = body
        .split('"')
        .filter(|part| part.len() == 36 && part.as_bytes()[8] == b'-');
    let mut ids: Vec<String> = parts.map(str::to_owned).collect();
    // Two guidances of a year are about the same value, whatever decisions they come from.
    if let Event::FinancialManagementGuided(guided) = event {
        ids.push(format!("the guidance of {}", guided.year));
    }
    // Two translations of the same words are about the same value.
    if let Event::TextTranslated(translated) = event {
        ids.push(format!("the words {:?}", translated.text.sv));
    }
    ids
}

/// A page that lists hundreds asks the short way; each answer is that of the long one.
#[test]
fn what_a_list_asks_of_each_is_what_its_own_page_says() {
    let (turned, judged, placed) = (Cell::new(0usize), Cell::new(0usize), Cell::new(0usize));
    over(150, 200, |history| {
        let days = days_of(&history.world);
        let today = history.world.state.published(TODAY, TODAY);
        for thing in today.things() {
            let (all, turning) = (today.turning_days(thing), today.turning(thing));
            prop_assert_eq!(&all, &turning.days, "{:?}", thing);
            prop_assert!(turning.measured.keys().all(|day| all.contains(day)));
            for day in &days {
                let last = all.range(..=*day).next_back().copied();
                prop_assert_eq!(today.turned_last(thing, *day), last, "{:?}", thing);
                turned.set(turned.get() + usize::from(last.is_some()));
            }
        }
        for lens in days.iter().map(|day| today.on(*day)) {
            let models = lens.models();
            for element in models.iter().flat_map(|model| lens.elements_of(model.id)) {
                let all = lens.assessments(Subject::Element(element.id()));
                let told = |a: Option<PublicAssessment<'_>>| a.map(|a| format!("{a:?}"));
                let first = all.first().filter(|a| a.leads && !a.is_after_period);
                prop_assert_eq!(told(lens.last_word(&element)), told(first.copied()));
                for then in &all {
                    let round = then.round.round;
                    let mut leading = all.iter().filter(|a| a.leads && a.round.round == round);
                    let word = lens.word_at(&element, round);
                    prop_assert_eq!(told(word), told(leading.next().copied()));
                }
                judged.set(judged.get() + all.len());
                let above = lens.supports(element.id()).into_iter();
                let above = above.filter_map(|(end, _)| match end {
                    ThreadEnd::Element(id) => Some(id),
                    ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
                });
                let above: BTreeSet<ElementId> = above.collect();
                let short = lens.above(&element);
                prop_assert!(short.is_sorted_by_key(PublicElement::number));
                prop_assert_eq!(short.len(), above.len());
                prop_assert_eq!(short.iter().map(id_of).collect::<BTreeSet<_>>(), above);
                placed.set(placed.get() + short.len());
            }
        }
        Ok(())
    });
    let told = (turned.get(), judged.get(), placed.get());
    assert!(told.0 > 50_000 && told.1 > 0 && told.2 > 500, "{told:?}");
}

#[test]
fn whose_figures_tell_of_an_indicator_is_found_without_looking_at_all_of_them() {
    let (whole, bodies) = (Cell::new(0usize), Cell::new(0usize));
    over(100, 200, |history| {
        for day in days_of(&history.world) {
            let lens = history.world.state.published(day, TODAY);
            let models = lens.models();
            let elements = models.iter().flat_map(|model| lens.elements_of(model.id));
            let serving = elements.flat_map(|element| lens.indicators_of(element.id()));
            let serving = serving.map(|(indicator, _)| indicator);
            for indicator in lens.indicators().chain(serving) {
                let all = indicator.measurements();
                let first = all.iter().map(|m| (m.key.period, m.key.body)).min();
                let of_the_whole = all.iter().any(|m| m.key.body.is_none());
                let expected = first.filter(|_| !of_the_whole).and_then(|(_, body)| body);
                prop_assert_eq!(
                    indicator.told_by(),
                    expected,
                    "{} on {}",
                    indicator.slug,
                    day
                );
                whole.set(whole.get() + usize::from(of_the_whole));
                bodies.set(bodies.get() + usize::from(expected.is_some()));
            }
        }
        Ok(())
    });
    let told = (whole.get(), bodies.get());
    assert!(told.0 > 100 && told.1 > 100, "{told:?}");
}

#[test]
fn the_same_events_in_any_accepted_order_of_recording_give_the_same_lens() {
    let (whole, all) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(cases(120));
    let shuffled = (histories(70), proptest::collection::vec(any::<u16>(), 70));
    let result = runner.run(&shuffled, |(history, order)| {
        all.set(all.get() + 1);
        if let Some(world) = in_another_order(&history, &order) {
            whole.set(whole.get() + 1);
            let days = days_of(&history.world);
            let (this, that) = (&history.world.state, &world.state);
            for day in &days {
                let lens = |state: &State| {
                    dump::published(state, *day, TODAY) + &dump::at_work(state, *day)
                };
                prop_assert_eq!(lens(this), lens(that), "on {}", day);
            }
        }
        Ok(())
    });
    if let Err(proptest::test_runner::TestError::Fail(reason, (history, order))) = &result {
        let other = in_another_order(history, order).unwrap();
        let told = |world: &World| -> String {
            let random = &world.journal[history.founding..];
            random
                .iter()
                .map(|r| format!("{} {:?}\n", r.on, r.event))
                .collect()
        };
        panic!(
            "{reason}\n{}--- and\n{}",
            told(&history.world),
            told(&other)
        );
    }
    result.unwrap();
    let (whole, all) = (whole.get(), all.get());
    assert!(
        whole * 3 >= all,
        "only {whole} of {all} could be told in another order"
    );
}

/// The accepted commands of a history given in another order, each by its own hand and on
/// its own day, so that each gives the same event; `None` if some never come to be accepted.
/// Events about the same value on the same day keep their order.
fn in_another_order(history: &History, order: &[u16]) -> Option<World> {
    let mut world = World::default();
    for recorded in &history.world.journal[..history.founding] {
        world.state.apply(recorded);
        world.journal.push(recorded.clone());
    }
    let accepted = history
        .tried
        .iter()
        .zip(order)
        .filter_map(|(tried, priority)| {
            let events = tried.outcome.as_ref().ok()?;
            let happened = events.first()?;
            Some((*priority, tried, happened, ids(&happened.event)))
        });
    let mut waiting: Vec<_> = accepted.collect();
    while !waiting.is_empty() {
        let ready = |at: usize| {
            let (_, _, happened, named) = &waiting[at];
            let corrects = corrected(&happened.event);
            waiting[..at].iter().all(|(_, _, earlier, ids)| {
                let shared = ids.iter().any(|id| named.contains(id));
                let says_first = corrects.is_some() && corrects == corrected(&earlier.event);
                !says_first && (earlier.on != happened.on || !shared)
            })
        };
        let mut candidates: Vec<usize> = (0..waiting.len()).filter(|at| ready(*at)).collect();
        candidates.sort_by_key(|at| waiting[*at].0);
        let taken = candidates.into_iter().find(|at| {
            let (_, tried, happened, _) = &waiting[*at];
            let again = decide(&world.state, tried.now, tried.command.clone());
            again.is_ok_and(|events| events.first() == Some(*happened))
        })?;
        let (_, tried, happened, _) = waiting.remove(taken);
        world.record(tried.now, happened);
    }
    Some(world)
}
