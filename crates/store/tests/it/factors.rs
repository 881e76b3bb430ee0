//! Second factors: the same promises whatever they are kept in.

use crate::contract::each;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use riktning_store::{
    Digest, Factor, FactorProof, FactorTable, PeopleTable, Person, Secret, SqliteJournal, Store,
    TakenFactor, export,
};
use uuid::Uuid;

const SECRET: [u8; 20] = *b"a-secret-of-no-phone";

fn who(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn factor(n: u128, codes: &[u8]) -> Factor {
    Factor {
        person: who(n),
        secret: SECRET,
        step: 100,
        salt: [3; 16],
        codes: codes.iter().map(|code| Digest([*code; 32])).collect(),
    }
}

fn taken(n: u128, by: Option<u128>) -> TakenFactor {
    TakenFactor {
        person: who(n),
        by: by.map(who),
        at: Timestamp::from_microsecond(1_700_000_000_000_001).unwrap(),
    }
}

/// Keeps two people, of whom the first has a factor.
fn two(store: &mut dyn Store) {
    for n in [1, 2] {
        let person = Person {
            id: who(n),
            login: format!("kim{n}"),
            name: "Kim Exempel".to_owned(),
            secret: Secret::None,
        };
        assert!(store.keep_person(&person).unwrap());
    }
    assert!(store.keep_factor(&factor(1, &[7, 8])).unwrap());
}

#[test]
fn a_factor_is_read_as_it_was_kept_and_kept_anew_with_other_codes() {
    each(|store| {
        two(store);
        assert_eq!(store.factors().unwrap(), [factor(1, &[7, 8])]);
        assert!(store.keep_factor(&factor(1, &[9])).unwrap());
        assert_eq!(store.factors().unwrap(), [factor(1, &[9])]);
        assert!(!store.keep_factor(&factor(3, &[9])).unwrap(), "nobody");
        assert_eq!(store.factors().unwrap().len(), 1);
    });
}

#[test]
fn a_step_is_used_once_and_none_before_it_any_more() {
    each(|store| {
        two(store);
        let mut used = |n, step| store.use_factor(who(n), FactorProof::Step(step)).unwrap();
        let steps = [100, 101, 101, 100, 103, 102];
        let steps = steps.map(|step| used(1, step));
        assert_eq!(steps, [false, true, false, false, true, false]);
        assert!(!used(2, 200), "they have none");
        assert_eq!(store.factors().unwrap()[0].step, 103);
    });
}

#[test]
fn a_recovery_code_is_used_once_by_its_owner() {
    each(|store| {
        two(store);
        let code = FactorProof::Code(Digest([7; 32]));
        assert!(!store.use_factor(who(2), code).unwrap());
        assert!(store.use_factor(who(1), code).unwrap());
        assert!(!store.use_factor(who(1), code).unwrap());
        assert_eq!(store.factors().unwrap(), [factor(1, &[8])]);
    });
}

#[test]
fn whose_factor_somebody_took_is_told_until_there_is_another() {
    each(|store| {
        two(store);
        assert!(!store.end_factor(who(2), Some(taken(2, None))).unwrap());
        assert_eq!(store.taken_factors().unwrap(), [], "there was none");
        for by in [Some(2), None] {
            assert!(store.keep_factor(&factor(1, &[7])).unwrap());
            assert_eq!(store.taken_factors().unwrap(), []);
            assert!(store.end_factor(who(1), Some(taken(1, by))).unwrap());
            assert_eq!(store.taken_factors().unwrap(), [taken(1, by)]);
            assert_eq!(store.factors().unwrap(), []);
        }
        assert!(store.keep_factor(&factor(1, &[7])).unwrap());
        assert!(store.end_factor(who(1), None).unwrap());
        assert_eq!(store.taken_factors().unwrap(), [], "by its owner");
        assert!(!store.use_factor(who(1), FactorProof::Step(200)).unwrap());
    });
}

#[test]
fn who_is_erased_leaves_no_factor() {
    each(|store| {
        two(store);
        assert!(store.keep_factor(&factor(2, &[7])).unwrap());
        assert!(store.end_factor(who(2), Some(taken(2, None))).unwrap());
        for n in [1, 2] {
            assert!(store.erase_person(who(n)).unwrap());
        }
        assert_eq!(store.factors().unwrap(), []);
        assert_eq!(store.taken_factors().unwrap(), []);
    });
}

#[test]
fn a_secret_is_in_no_export_and_in_no_file_once_it_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let data = folder.path().join("data");
    let has = |folder: &std::path::Path| {
        let files = std::fs::read_dir(folder).unwrap();
        let files = files
            .map(|file| file.unwrap().path())
            .filter(|p| p.is_file());
        let mut bytes = files.map(|file| std::fs::read(file).unwrap());
        bytes.any(|bytes| bytes.windows(20).any(|part| part == SECRET))
    };
    for erased in [true, false] {
        let mut store = SqliteJournal::open(&data).unwrap();
        two(&mut store);
        assert!(has(&data));
        if erased {
            export(&store, &out, &mut |_| {}).unwrap();
            assert!(!has(&out));
            store.erase_person(who(1)).unwrap();
            store.erase_person(who(2)).unwrap();
        } else {
            store.end_factor(who(1), None).unwrap();
        }
        assert!(!has(&data));
    }
}

#[test]
fn what_is_printed_of_a_factor_is_not_its_secret() {
    let printed = format!("{:?}", factor(1, &[7]));
    assert!(
        !printed.contains("97") && !printed.contains("secret"),
        "{printed}"
    );
}
