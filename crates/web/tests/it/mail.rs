//! Mail, from what happens in the journal to a real server of mail that the test starts.

mod failing;
mod forms;
mod linked;
mod mentioned;
mod peer;
mod referred;
mod reminded;
mod revised;
mod told;
mod weekly;

use crate::desk::{Desk, grant};
use crate::house::Running;
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::SignedDuration;
use jiff::civil::{Time, date};
use peer::Peer;
use riktning_app::clock::Hands;
use riktning_app::followers::mail::{MailSettings, Mailbox, Protection, Smtp};
use riktning_app::people::new_person;
use riktning_app::{App, Clock};
use riktning_domain::ids::PersonId;
use riktning_domain::local_time::{instant, local};
use riktning_domain::permissions::Role;
use riktning_store::{MemoryJournal, Store};
use riktning_web::{Settings, Site};

const CARE: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const CULTURE: &str = "kultur-och-fritidsnamnden";
const GROUP: &str = "kommunkoncernen";

/// Exempelstad with a clock that is turned, and a server of mail beside it.
struct PostTown {
    town: Town,
    hands: Hands,
    peer: Peer,
}

fn settings(peer: &Peer) -> MailSettings {
    MailSettings {
        smtp: Smtp {
            host: "localhost".to_owned(),
            port: peer.port,
            sign_in: None,
            protection: Protection::StartTls(Some(peer.vouches())),
            hello: "mal.exempelstad.example".to_owned(),
        },
        from: "Exempelstads kommun <styrning@exempelstad.example>"
            .parse()
            .unwrap(),
        reply_to: Some("kansli@exempelstad.example".parse().unwrap()),
        public_url: "https://mal.exempelstad.example".to_owned(),
        quiet: None,
        digest_at: Time::constant(7, 30, 0, 0),
        links: true,
    }
}

impl PostTown {
    /// Ten o'clock on 5 October, with mail set up.
    async fn open() -> Option<PostTown> {
        PostTown::with(Peer::start()?, |_| {}).await
    }

    async fn with(peer: Peer, change: impl FnOnce(&mut MailSettings)) -> Option<PostTown> {
        let store = Box::new(MemoryJournal::new().unwrap());
        PostTown::kept(peer, store, change).await
    }

    async fn kept(
        peer: Peer,
        store: Box<dyn Store + Send>,
        change: impl FnOnce(&mut MailSettings),
    ) -> Option<PostTown> {
        let ten = instant(date(2026, 10, 5).at(10, 0, 0, 0));
        let (clock, hands) = Clock::turned(ten);
        let town = Town::with(clock, store).await;
        let mut settings = settings(&peer);
        change(&mut settings);
        town.app.set_up_mail(settings);
        let post = PostTown { town, hands, peer };
        // It begins where the journal ends.
        post.turn().await;
        Some(post)
    }

    /// The program ends, and begins anew on the same store at the same moment.
    async fn again<T: Store + Send + 'static>(self, open: impl FnOnce() -> Box<T>) -> PostTown {
        let PostTown { town, hands, peer } = self;
        town.app.close().await;
        let (clock, new_hands) = Clock::turned(hands.now());
        let app = App::open(open(), clock, &mut |_| {}).unwrap();
        app.set_up_mail(settings(&peer));
        let server = Running::start(Site::new(&app, &Settings::default())).await;
        PostTown {
            town: Town { app, server },
            hands: new_hands,
            peer,
        }
    }

    async fn turn(&self) {
        self.town.app.mail_turn().await.unwrap();
    }

    /// Turns the clock on and lets mail have its turn.
    async fn after(&self, hours: i64, minutes: i64) {
        self.hands
            .turn(SignedDuration::from_mins(hours * 60 + minutes));
        self.turn().await;
    }

    /// The next morning, at the hour of the digest; what has happened was read the same day.
    async fn next_morning(&self) {
        self.turn().await;
        let now = self.hands.now();
        let tomorrow = local(now).date().tomorrow().unwrap();
        let morning = instant(tomorrow.at(7, 30, 0, 0));
        self.hands.turn(morning.duration_since(now));
        self.turn().await;
    }

    /// Somebody with roles and a mailbox, who reads a language.
    async fn reads(&self, login: &str, roles: &[(Role, &str)], language: &str) -> PersonId {
        let person = new_person();
        let name = format!("{login} Exempel");
        let app = &self.town.app;
        app.add_person(person, login, &name).await.unwrap();
        for (role, slug) in roles {
            grant(&self.town, person, *role, slug).await;
        }
        self.lives_at(person, &format!("{login}@exempelstad.example"), language)
            .await;
        person
    }

    async fn lives_at(&self, person: PersonId, address: &str, language: &str) {
        let mailbox = Mailbox {
            person,
            address: address.to_owned(),
            language: language.to_owned(),
            digest: true,
        };
        let kept = self.town.app.keep_mailbox(person, Some(mailbox));
        kept.await.unwrap();
    }

    /// Somebody writes a row in a body's plan and hands it in.
    async fn hands_in(&self, body: &str, text: &str) {
        let roles = [(Role::Contributor, body), (Role::Approver, body)];
        let login = format!("skriver.{body}");
        let desk = Desk::of(&self.town, &login, &roles).await;
        let plan = format!("/arbete/planer/2027/{body}");
        let path = new(&desk.page(&plan).await, "Åtagande");
        let goal = choice(&desk.page(&path).await, "Processmål");
        let saved = desk.fill(&path, &[("text", text), ("val", &goal)]).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert_eq!(desk.fill_hand_in(&plan).await, 303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_is_handed_in_is_one_letter_the_next_morning() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let roles = [(Role::Registrar, CARE)];
    post.reads("alex", &roles, "sv").await;
    post.hands_in(CARE, "Hemligordet står i planen").await;
    post.turn().await;
    post.turn().await;
    assert!(post.peer.came().is_empty(), "it waits for the morning");
    post.next_morning().await;
    let letter = post.peer.one();
    post.after(0, 10).await;
    assert!(post.peer.came().is_empty(), "and is sent once");

    assert_eq!(letter.to, "alex@exempelstad.example");
    assert!(letter.secure);
    let header = |name| letter.header(name).unwrap_or_default();
    assert_eq!(
        header("From"),
        "\"Exempelstads kommun\" <styrning@exempelstad.example>"
    );
    assert_eq!(header("Reply-To"), "kansli@exempelstad.example");
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("Date"), "Tue, 06 Oct 2026 05:30:00 +0000");
    assert_eq!(
        header("List-Unsubscribe"),
        "<https://mal.exempelstad.example/arbete/konto>"
    );
    says!(header("Message-ID"), "@exempelstad.example>");
    says!(header("Content-Type"), "multipart/alternative");
    let (text, page) = letter.parts();
    let said = "Vård- och omsorgsnämnden har lämnat in sin plan för 2027, den 5 oktober 2026. \
                Den väntar på beslut.";
    let link = format!("https://mal.exempelstad.example{PLAN}");
    says!(text, "Hej alex Exempel!", said, &link);
    says!(
        page,
        "<html lang=\"sv\">",
        said,
        &format!("<a href=\"{link}\">")
    );
    assert!(!letter.raw.contains("Hemligordet"), "no word of a plan");
}
