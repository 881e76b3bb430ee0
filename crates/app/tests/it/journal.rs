//! A municipality's journal, from the first command to the verified replay.

use jiff::civil::{Date, date};
use riktning_app::views::goal::Goal;
use riktning_app::{App, Clock, Found, Unperformed, scenario};
use riktning_domain::group::DescribeGroup;
use riktning_domain::permissions::User;
use riktning_domain::{Command, Refusal};
use riktning_store::{Journal as _, MemoryJournal, SqliteJournal, Store, StoreError, verify};
use std::path::Path;

const TODAY: Date = date(2018, 11, 1);

fn open(journal: impl Store + Send + 'static) -> Result<App, StoreError> {
    open_on(TODAY, journal)
}

pub(crate) fn open_on(
    today: Date,
    journal: impl Store + Send + 'static,
) -> Result<App, StoreError> {
    App::open(Box::new(journal), Clock::Fixed(today), &mut |_| {})
}

pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(future)
}

/// What has been lived through on the day of an App.
fn lived(app: &App) -> Vec<scenario::Step> {
    let steps = scenario::read_all(&scenario::EXEMPELSTAD).unwrap();
    let lived = steps.into_iter().filter(|s| s.now.today <= app.today());
    lived.collect()
}

fn exempelstad(app: &App) -> u64 {
    block_on(app.live_through(lived(app))).unwrap().position
}

fn goal(app: &App, day: Date) -> Found<Goal, riktning_app::views::goal::GoalNotYet> {
    let period = "2016..2019".parse().unwrap();
    app.published(day, |p| Goal::of(p, period, "hojd-utbildningsniva"))
}

fn file(folder: &Path) -> std::path::PathBuf {
    folder.join("riktning.sqlite")
}

#[test]
fn what_was_performed_is_there_after_a_new_start() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(SqliteJournal::open(folder.path()).unwrap()).unwrap();
    let position = exempelstad(&app);
    let live = [TODAY, date(2017, 6, 1), date(2015, 1, 1)].map(|day| goal(&app, day));
    assert!(matches!(
        live,
        [Found::Here(_), Found::Here(_), Found::NotYet(_)]
    ));
    block_on(app.close());
    let journal = SqliteJournal::open(folder.path()).expect("the store is let go");
    assert_eq!(journal.head().unwrap().position, position);
    let again = open(journal).unwrap();
    for (day, live) in [TODAY, date(2017, 6, 1), date(2015, 1, 1)]
        .into_iter()
        .zip(live)
    {
        assert_eq!(goal(&again, day), live, "{day}");
    }
}

#[test]
fn a_word_changed_in_the_file_is_found_and_not_served() {
    let folder = tempfile::tempdir().unwrap();
    {
        let app = open(SqliteJournal::open(folder.path()).unwrap()).unwrap();
        exempelstad(&app);
        block_on(app.close());
    }
    let read = || SqliteJournal::open_to_read(folder.path()).unwrap();
    verify(&read(), &mut |_| {}).expect("sound before anybody touched it");
    let mut bytes = std::fs::read(file(folder.path())).unwrap();
    let word = "Trygghetsteam".as_bytes();
    let at = bytes
        .windows(word.len())
        .position(|window| window == word)
        .expect("the word is there");
    bytes[at] = b'F';
    std::fs::write(file(folder.path()), bytes).unwrap();
    assert!(matches!(
        verify(&read(), &mut |_| {}),
        Err(StoreError::Broken(_))
    ));
    let opened = open(SqliteJournal::open(folder.path()).unwrap());
    assert!(matches!(opened, Err(StoreError::Broken(_))));
}

#[test]
fn a_refused_list_stores_nothing() {
    let app = open(MemoryJournal::new().unwrap()).unwrap();
    let describe = |name: &str| {
        let command = DescribeGroup {
            name: name.into(),
            place: "Exempelstad".into(),
            code: None,
            invented: true,
        };
        Command::DescribeGroup(command)
    };
    let commands = vec![describe("Exempelstads kommun"), describe(" ")];
    let refused = block_on(app.perform_all(User::Import, commands, None));
    let Err(Unperformed::Refused { place: 1, refusal }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(refusal, Refusal::Blank { field: "name" });
    assert_eq!(app.position(), 0);
    let resident = block_on(app.perform(User::Resident, describe("Exempelstads kommun")));
    assert!(matches!(
        resident,
        Err(Unperformed::Refused {
            refusal: Refusal::NotPermitted,
            ..
        })
    ));
}

#[test]
fn the_same_token_answers_the_same_and_another_content_is_refused() {
    let app = open(MemoryJournal::new().unwrap()).unwrap();
    let describe = |name: &str| {
        vec![Command::DescribeGroup(DescribeGroup {
            name: name.into(),
            place: "Exempelstad".into(),
            code: None,
            invented: true,
        })]
    };
    let token = Some("a-token-of-16-or-more".to_owned());
    let ask = |name| block_on(app.perform_all(User::Import, describe(name), token.clone()));
    let first = ask("Exempelstads kommun").unwrap();
    assert_eq!(ask("Exempelstads kommun").unwrap(), first);
    assert!(matches!(
        ask("Annanstads kommun"),
        Err(Unperformed::Store(StoreError::TokenReused { position: 1 }))
    ));
    assert_eq!(app.position(), 1);
}

#[test]
fn a_shown_day_is_the_day_of_the_pages_and_never_the_time_of_recording() {
    let folder = tempfile::tempdir().unwrap();
    let before = jiff::Timestamp::now();
    for (shown, wanted) in [
        (date(2018, 11, 1), Some(date(2018, 11, 1))),
        // Nothing may be said to have stood from a day that has not been.
        (date(2999, 1, 1), None),
    ] {
        let store = folder.path().join(shown.to_string());
        let journal = SqliteJournal::open(&store).unwrap();
        let app = App::open(Box::new(journal), Clock::showing(shown), &mut |_| {}).unwrap();
        assert_eq!(app.today(), shown);
        let command = Command::DescribeGroup(DescribeGroup {
            name: "Exempelstads kommun".into(),
            place: "Exempelstad".into(),
            code: None,
            invented: true,
        });
        block_on(app.perform(User::Import, command)).unwrap();
        block_on(app.close());
        let journal = SqliteJournal::open_to_read(&store).unwrap();
        let read = journal.read(0, &mut |row| {
            assert!(row.recorded_at.as_microsecond() >= before.as_microsecond());
            assert!(row.on < shown || Some(row.on) == wanted, "{}", row.on);
            Ok(())
        });
        read.unwrap();
    }
}

#[test]
fn a_scenario_is_lived_through_from_the_beginning_only() {
    let app = open(MemoryJournal::new().unwrap()).unwrap();
    let position = exempelstad(&app);
    let again = block_on(app.live_through(lived(&app)));
    assert!(matches!(again, Err(Unperformed::NotEmpty)), "{again:?}");
    assert_eq!(app.position(), position);
}
