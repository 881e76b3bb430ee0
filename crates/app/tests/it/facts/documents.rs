//! From when documents of a file stand, who decided them, and what has become of them.

use super::*;
use riktning_domain::Slug;
use riktning_domain::published::PublicDocument;

fn source(title: &str) -> Value {
    json!({ "title": title, "url": "https://exempel.invalid/kalla" })
}

/// The invented file with documents alone in its list of them.
fn with(documents: Value) -> App {
    let mut file = parsed(INVENTED);
    file["governing_documents"] = documents;
    let app = app();
    let taken = take(&app, &bytes(&file));
    assert_eq!(taken.refused, []);
    assert_eq!(take(&app, &bytes(&file)).events, 0);
    app
}

fn document<T>(app: &App, on: Date, slug: &str, ask: impl FnOnce(PublicDocument<'_>) -> T) -> T {
    app.published(on, |p| {
        let id = p.document_at(&Slug::parse(slug).unwrap()).unwrap();
        ask(p.document(id).unwrap())
    })
}

/// Whether it stands on a day.
fn stands(app: &App, on: Date, slug: &str) -> bool {
    app.published(on, |p| {
        let id = p.document_at(&Slug::parse(slug).unwrap());
        id.is_some_and(|id| p.document(id).is_some())
    })
}

#[test]
fn a_decision_has_the_year_of_its_own_words_and_never_that_of_its_sources_title() {
    let policy = |more: Value| {
        let mut policy = json!({
            "title": "Policy för bryggor", "type": "Policy", "decided_by": "kommunfullmäktige",
            "paragraph": "52", "case_number": "EXK/2015:9", "source": source("Ärenden januari 2018"),
        });
        let fields = more.as_object().unwrap().clone();
        policy.as_object_mut().unwrap().extend(fields);
        with(json!([policy]))
    };
    let slug = "policy-for-bryggor";
    let decided = |app: &App| {
        let basis = document(app, TODAY, slug, |d| d.basis);
        app.published(TODAY, |p| match basis {
            Basis::Decision(id) => Some(p.decision(id).unwrap().date().to_string()),
            Basis::Source(..) => None,
        })
    };
    let read = json!({ "valid_from": "1 december (året ej utskrivet, 2017 enligt sammanhang)" });
    assert_eq!(decided(&policy(read)), Some("2017-12-01?".to_owned()));
    let stated = json!({ "adopted_year": 2016 });
    assert_eq!(decided(&policy(stated)), Some("2016".to_owned()));
    let note = json!({ "note": "beslutad vintern 2017" });
    assert_eq!(decided(&policy(note)), Some("2017".to_owned()));
    // Nothing but the title of its source: the decision is quoted and not dated.
    let none = policy(json!({}));
    assert_eq!(decided(&none), None);
    document(&none, TODAY, slug, |d| {
        let note = d.wording.note.as_ref().unwrap().as_str().unwrap();
        let expected = "Beslutat av kommunfullmäktige (§ 52); när säger källan inte";
        assert_eq!(note, expected);
        assert!(matches!(d.basis, Basis::Source(_, since) if since.to_string() == "2018-01-01?"));
    });
}

#[test]
fn a_body_and_a_season_are_a_decision_of_which_the_day_is_not_found() {
    let app = with(json!([
        { "title": "Riktlinjer för bryggor", "type": "Riktlinje", "note": "beslutad av kommunfullmäktige hösten 2018", "source": source("Ärenden december 2018") },
    ]));
    let slug = "riktlinjer-for-bryggor";
    let basis = document(&app, TODAY, slug, |d| d.basis);
    let Basis::Decision(id) = basis else {
        panic!("the decision is not told of")
    };
    let told = app.published(TODAY, |p| p.decision(id).unwrap().date().to_string());
    assert_eq!(told, "2018-09-01?");
    let stands = |on| stands(&app, on, slug);
    assert!(!stands(date(2018, 8, 31)) && stands(date(2018, 9, 1)));
}

#[test]
fn nothing_stands_before_the_year_of_its_case() {
    let app = with(json!([
        { "title": "Riktlinje för bryggor", "type": "Riktlinje", "case_number": "EXK/2019:106", "source": source("Delårsrapport 2, 2018") },
    ]));
    let stands = |on| stands(&app, on, "riktlinje-for-bryggor");
    assert!(!stands(date(2018, 12, 31)) && stands(date(2019, 1, 1)));
}

#[test]
fn a_first_day_in_words_is_called_that_and_nothing_stands_before_it() {
    let app = with(json!([
        { "title": "Policy för bryggor", "type": "Policy", "valid_from": "1 december (året ej utskrivet, 2017 enligt sammanhang)", "source": source("Ärenden januari 2018") },
    ]));
    let slug = "policy-for-bryggor";
    let note = document(&app, TODAY, slug, |d| d.wording.note.clone());
    let note = note.unwrap();
    let expected = "Gäller från: 1 december (året ej utskrivet, 2017 enligt sammanhang)";
    assert_eq!(note.as_str(), Some(expected));
    let stands = |on| stands(&app, on, slug);
    assert!(!stands(date(2017, 11, 30)) && stands(date(2017, 12, 1)));
}

#[test]
fn a_document_that_held_until_a_new_one_does_not_claim_to_be_applied() {
    let app = with(json!([
        { "title": "Klimatplan för ån", "type": "Plan", "adopted_year": 2012, "note": "gällde tills ny plan antagits", "source": source("Sida") },
        { "title": "Plan för bryggor", "type": "Plan", "valid": "2011–2015, fortsatt tillämpad", "source": source("Sida") },
        { "title": "Ny plan för bryggor", "type": "Plan", "valid": "2018–2024", "replaces": "Plan för bryggor (EXK/2011:3)", "source": source("Sida") },
    ]));
    let validity = |on, slug| document(&app, on, slug, |d| d.validity());
    let (before, later) = (date(2017, 6, 1), date(2018, 6, 1));
    assert_eq!(
        validity(TODAY, "klimatplan-for-an"),
        Validity::PerhapsReplaced
    );
    // Applied still, until the day of the one that replaced it.
    assert_eq!(
        validity(date(2014, 1, 1), "plan-for-bryggor"),
        Validity::InForce
    );
    assert_eq!(
        validity(before, "plan-for-bryggor"),
        Validity::ExpiredButApplied
    );
    assert_eq!(validity(later, "plan-for-bryggor"), Validity::Replaced);
    assert_eq!(validity(TODAY, "plan-for-bryggor"), Validity::Replaced);
}

#[test]
fn a_vision_stands_from_the_year_in_which_a_document_tells_that_it_was_decided() {
    let visions = |title: &str, note: &str| {
        let app = with(json!([
            { "title": title, "type": "Vision", "note": note, "source": source("Ärenden januari 2018") },
        ]));
        move |on| {
            app.published(on, |p| {
                let visions = p.visions().into_iter();
                let new = visions.filter(|v| v.wording.horizon == Some(2040));
                new.map(|v| v.basis).next()
            })
        }
    };
    let told = visions(
        "Vision och målbild 2040",
        "beslut i fullmäktige vintern 2017",
    );
    assert_eq!(told(date(2017, 12, 30)), None);
    let Some(Basis::Source(_, since)) = told(date(2018, 1, 1)) else {
        panic!("told of in 2017")
    };
    assert_eq!(since.to_string(), "2017-12-31?");
    // One of another horizon, or without a year of its own, tells nothing of it.
    for other in [
        visions("Vision 2050", "beslut i fullmäktige vintern 2017"),
        visions("Vision och målbild 2040", "beslutad"),
    ] {
        assert_eq!(other(date(2018, 1, 1)), None);
    }
}
