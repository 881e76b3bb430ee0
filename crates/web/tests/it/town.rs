//! Exempelstad on a port: the real router over the real scenario, in memory.

use crate::house::Running;
use jiff::civil::Date;
use riktning_app::{App, Clock, scenario};
use riktning_domain::{Command, User};
use riktning_store::{MemoryJournal, Store};
use riktning_web::{Settings, Site};

pub(crate) struct Town {
    pub(crate) app: App,
    pub(crate) server: Running,
}

impl Town {
    /// Exempelstad as it stands on a day on which the clock stands still.
    pub(crate) async fn on(today: Date) -> Self {
        let journal = MemoryJournal::new().unwrap();
        Town::with(Clock::Fixed(today), Box::new(journal)).await
    }

    /// An invented town of other files, as it stands on a day.
    pub(crate) async fn of(files: &[&str], today: Date) -> Self {
        let journal = MemoryJournal::new().unwrap();
        let app = App::open(Box::new(journal), Clock::Fixed(today), &mut |_| {}).unwrap();
        let steps = scenario::read_all(files).unwrap();
        app.live_through(steps).await.unwrap();
        let server = Running::start(Site::new(&app, &Settings::default())).await;
        Town { app, server }
    }

    /// Exempelstad now.
    pub(crate) async fn now() -> Self {
        let journal = MemoryJournal::new().unwrap();
        Town::with(Clock::stockholm(), Box::new(journal)).await
    }

    pub(crate) async fn with(clock: Clock, store: Box<dyn Store + Send>) -> Self {
        let app = App::open(store, clock, &mut |_| {}).unwrap();
        let steps = scenario::read_all(&scenario::EXEMPELSTAD).unwrap();
        let lived = steps.into_iter().filter(|s| s.now.today <= app.today());
        app.live_through(lived.collect()).await.unwrap();
        let server = Running::start(Site::new(&app, &Settings::default())).await;
        Town { app, server }
    }

    pub(crate) async fn page(&self, path: &str) -> String {
        let reply = self.server.get(path, "").await;
        assert_eq!(reply.status, 200, "{path}");
        reply.text()
    }

    /// An editor at the command line.
    pub(crate) async fn perform(&self, command: Command) {
        let done = self.app.perform(User::Import, command).await.unwrap();
        assert_eq!(done.events, 1);
    }
}
