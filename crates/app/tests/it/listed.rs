//! What a list says of a goal is what the goal's own page says.

use crate::search::both;
use jiff::civil::date;
use riktning_app::views::Found;
use riktning_app::views::direction::{Direction, Perspective};
use riktning_app::views::frame::GoalLink;
use riktning_app::views::goal::Goal;
use riktning_domain::assessments::Subject;
use riktning_domain::indicators::Class;
use riktning_domain::published::PublicAssessment;

fn goals(direction: &Direction) -> impl Iterator<Item = &GoalLink> {
    let perspectives = direction.perspectives.iter();
    let placed = perspectives.flat_map(|Perspective { goals, parts, .. }| {
        goals
            .iter()
            .chain(parts.iter().flat_map(|(_, goals)| goals))
    });
    placed.chain(&direction.unplaced)
}

/// A list reckons no more of an indicator than what it shows.
#[tokio::test]
async fn a_goal_in_a_list_is_told_as_on_its_own_page() {
    let mut told = 0;
    for app in both().await {
        let today = app.today();
        app.published(today, |p| {
            let year_ends = (2012..=2026).map(|year| date(year, 12, 31));
            for p in year_ends.chain([today]).map(|day| p.on(day)) {
                for model in p.models() {
                    let Found::Here(direction) = Direction::of(p, model.definition.period) else {
                        continue;
                    };
                    for link in goals(&direction) {
                        let Found::Here(page) = Goal::of(p, link.period, &link.slug) else {
                            panic!("{} has no page on {}", link.slug, p.day());
                        };
                        let drawn = page.chart.as_ref().map(|chart| &chart.slug);
                        let mut cards = page.indicators.iter();
                        let card = cards.find(|card| Some(&card.slug) == drawn);
                        assert!(card.is_none_or(|c| c.class == Class::Organisation));
                        let card = card.filter(|card| card.latest.is_some());
                        let said = card.map(|card| (card.latest, &card.forecast, card.trend));
                        let message = link.message.as_ref();
                        let listed = message.map(|m| (Some(m.latest), &m.forecast, m.trend));
                        assert_eq!(listed, said, "{} on {}", link.slug, p.day());
                        let curve = card.and_then(|card| card.sparkline.as_ref());
                        assert_eq!(link.sparkline.as_ref(), curve, "{}", link.slug);
                        let last = page.verdict.as_ref();
                        assert_eq!(link.verdict.as_ref(), last.map(|v| &v.for_year));
                        told += usize::from(said.is_some());
                    }
                }
            }
        });
    }
    assert!(told > 100, "{told}");
}

/// Nothing is put in order for it, and the verdict is the one that stands first.
#[tokio::test]
async fn the_last_word_on_each_is_the_first_of_its_verdicts() {
    let (mut told, mut of_many) = (0, 0);
    for app in both().await {
        let today = app.today();
        app.published(today, |p| {
            let days = (2012..=2026).map(|year| date(year, 6, 30)).chain([today]);
            for p in days.map(|day| p.on(day)) {
                let models = p.models();
                for element in models.iter().flat_map(|model| p.elements_of(model.id)) {
                    let all = p.assessments(Subject::Element(element.id()));
                    let same = |a: Option<PublicAssessment<'_>>| {
                        a.map(|a| (a.round.round, a.body, a.on, a.leads, a.verdict.clone()))
                    };
                    let first = all.first().filter(|a| a.leads && !a.is_after_period);
                    assert_eq!(same(p.last_word(&element)), same(first.copied()));
                    for round in all.iter().map(|a| a.round.round) {
                        let mut leads = all.iter().filter(|a| a.leads && a.round.round == round);
                        let word = p.word_at(&element, round);
                        assert_eq!(same(word), same(leads.next().copied()));
                    }
                    told += usize::from(first.is_some());
                    of_many += usize::from(all.len() > 1);
                }
            }
        });
    }
    assert!(told > 100 && of_many > 50, "{told} {of_many}");
}
