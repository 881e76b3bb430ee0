//! What a page shows of what was taken.

use super::*;

#[test]
fn the_contact_centre_has_the_hours_of_each_version_with_its_source_and_validity() {
    use riktning_app::views::contact::ContactPage;
    use riktning_domain::site::hours::HoursKind;
    let app = app();
    take(&app, INVENTED.as_bytes());
    let on = |day: Date| app.published(day, ContactPage::of);
    assert_eq!(on(date(2015, 12, 31)).offices, []);
    let first = on(date(2017, 5, 5));
    let [centre, hall] = first.offices.as_slice() else {
        panic!("{first:?}")
    };
    assert_eq!(centre.phone, Some("0123-98 76 54".into()));
    assert_eq!(hall.address, Some("Torget 2".into()));
    let hours = hall.kinds[0].hours.as_ref().unwrap();
    assert_eq!(
        (hall.kinds[0].kind, hours.rows.len()),
        (HoursKind::Visiting, 2)
    );
    assert_eq!(
        (hours.from.to_string().as_str(), hours.to),
        ("2016", Some(date(2018, 12, 31)))
    );
    assert_eq!(
        hours.source.as_ref().unwrap().title,
        "Påhittad startsida".into()
    );
    assert_eq!(hours.note, Some("2016–2018".into()));
    // Nobody says what held in 2019.
    let between = on(date(2019, 6, 3));
    assert!(
        between
            .offices
            .iter()
            .all(|o| o.kinds.iter().all(|k| k.hours.is_none()))
    );
    let later = on(TODAY);
    assert_eq!(later.offices.len(), 3);
    let telephone = later.offices[0].kinds[0].hours.as_ref().unwrap();
    assert_eq!(telephone.rows[0].open.to, None);
    assert_eq!(telephone.note, Some("ca 2020".into()));
    // What a source said in 2020 does not open a door today.
    assert!(
        later
            .offices
            .iter()
            .all(|o| o.kinds.iter().all(|k| k.now.is_none()))
    );
}

#[test]
fn a_notice_and_a_role_from_a_source_stand_on_the_days_that_it_names() {
    use riktning_app::views::notices::Notices;
    let app = app();
    take(&app, INVENTED.as_bytes());
    let on = |day: Date| app.published(day, Notices::of);
    let fire = on(date(2023, 9, 25));
    assert_eq!(fire.current.len(), 1);
    assert!(fire.current[0].severity_is_ours && fire.current[0].to.is_none());
    // Above a page of the day it bears the day; in the list of the day it needs none.
    let above = &fire.frame.notices[0];
    assert_eq!(above.then, Some(date(2023, 9, 25)));
    assert_eq!(
        (above.anchor.as_str(), fire.frame.notices.len()),
        (fire.current[0].anchor.as_str(), 1)
    );
    let now = on(TODAY);
    assert_eq!((now.current.len(), now.past.len()), (0, 2));
    assert_eq!(now.frame.notices, []);
    // Each answers for what its own page is about.
    let role = |day, path: &str| {
        let all = on(day).frame.responsible;
        let found = riktning_app::views::site::Responsible::for_page(&all, path);
        found.map(|r| r.role.clone().unwrap().sv)
    };
    assert_eq!(role(date(2015, 1, 1), "/vision"), None);
    assert_eq!(
        role(date(2017, 1, 1), "/rapporter/"),
        Some("Kommunstrateg".into())
    );
    assert_eq!(role(TODAY, "/rapporter/"), Some("Ekonomidirektör".into()));
    assert_eq!(role(TODAY, "/vision"), Some("Kommunstrateg".into()));
}

#[test]
fn the_base_of_a_file_is_shown_as_it_says() {
    let app = app();
    take(&app, INVENTED.as_bytes());
    let slug = |text: &str| riktning_domain::Slug::parse(text).unwrap();
    app.published(TODAY, |p| {
        let document = |text: &str| p.document(p.document_at(&slug(text)).unwrap()).unwrap();
        let river = document("program-for-an");
        let Basis::Decision(decision) = river.basis else {
            panic!("a body and a paragraph are a decision: {:?}", river.basis);
        };
        let decision = p.decision(decision).unwrap();
        assert_eq!(decision.date().to_string(), "2019");
        assert_eq!(decision.paragraph().unwrap().as_str(), Some("41"));
        assert!(river.wording.followed_up_by.is_some());
        let quays = document("plan-for-tysta-bryggor");
        // "Till ny plan": whether there is one is not found, so nothing says that it is applied.
        assert_eq!(quays.validity(), Validity::PerhapsReplaced);
        // A day in words stays words.
        let note = quays.wording.note.as_ref().unwrap().as_str().unwrap();
        assert_eq!(note, "Gäller från: första helgen i maj (året anges inte)");
        let handbook = document("handbok-for-brooppning");
        assert!(matches!(handbook.basis, Basis::Source(_, since) if since.to_string() == "2017"));
        let laws: Vec<_> = p
            .rules()
            .map(|r| (r.rule.slug.to_string(), r.validity()))
            .collect();
        assert!(laws.contains(&("exempellagen-2001-1".to_owned(), Validity::Expired)));
        assert!(laws.contains(&("exempellagen-2018-2".to_owned(), Validity::InForce)));
        assert!(p.rules().all(|r| r.checked.is_none()), "nobody has checked");
        let company = p.body_at(&slug("exempelbryggor-ab")).unwrap();
        let directives = p.directives_of(company.id);
        assert_eq!(directives.len(), 1);
        assert_eq!(directives[0].bound_by, None);
    });
    app.published(date(2010, 1, 1), |p| {
        let laws: Vec<_> = p
            .rules()
            .map(|r| (r.rule.slug.to_string(), r.last_day()))
            .collect();
        assert_eq!(laws, [("exempellagen-2001-1".to_owned(), None)]);
    });
}
