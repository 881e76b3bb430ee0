//! A real sign-in service beside a town, started by the test that needs it, and a browser that
//! goes from the one to the other.

use crate::desk::encoded;
use crate::house::{Reply, Running};
use crate::town::Town;
use riktning_app::Clock;
use riktning_app::clock::Hands;
use riktning_app::providers::{
    GroupRule, ProviderSettings, Providers, ServiceName, ServiceSecret, TwoSteps,
};
use riktning_domain::Slug;
use riktning_domain::permissions::Role;
use riktning_store::MemoryJournal;
use riktning_web::{Settings, Site};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The address that residents know the town by. Nothing listens there: the browser of a test goes
/// to the town's own port instead.
pub(crate) const PUBLIC: &str = "http://127.0.0.1:9";
pub(crate) const SECRET: &str = "known-to-the-service-and-the-program";

/// oidc-provider in a process of its own, which ends with the test.
pub(crate) struct Service {
    child: Child,
    pub(crate) address: String,
    pub(crate) id: &'static str,
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Service {
    /// A service that knows the program; none where this machine has no Node.
    pub(crate) fn start(id: &'static str) -> Option<Service> {
        let browser = concat!(env!("CARGO_MANIFEST_DIR"), "/../../browser");
        let redirect = format!("{PUBLIC}/logga-in/via/{id}");
        let client = json!([{ "id": "riktning", "secret": SECRET, "redirect": redirect }]);
        let there = Path::new(browser)
            .join("node_modules/oidc-provider")
            .is_dir();
        let child = Command::new("node")
            .args(["provider.mjs", &client.to_string()])
            .current_dir(browser)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Some(mut child) = child.ok().filter(|_| there) else {
            assert!(
                std::env::var_os("RIKTNING_CHECK").is_none(),
                "check needs node, and oidc-provider from npm below browser/"
            );
            eprintln!("SKIPPED: signing in through a service needs node and npm's oidc-provider");
            return None;
        };
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        // The first line that is its address: before it, it may speak of itself.
        let address = said.find_map(|line| line.ok().filter(|line| line.starts_with("http://")));
        let address = address.expect("the service starts");
        // It goes on speaking, and must not wait for a reader.
        std::thread::spawn(move || said.for_each(drop));
        Some(Service { child, address, id })
    }

    /// What the municipality says of it.
    pub(crate) fn settings(&self) -> ProviderSettings {
        ProviderSettings {
            id: self.id.to_owned(),
            name: ServiceName::Plain(format!("Tjänsten {}", self.id)),
            issuer: self.address.clone(),
            client_id: "riktning".to_owned(),
            client_secret: Some(ServiceSecret(SECRET.to_owned())),
            scopes: vec!["groups".to_owned()],
            person: "sub".to_owned(),
            groups: "groups".to_owned(),
            two_steps: TwoSteps::Told,
            rules: vec![
                rule("skribenter", Role::Contributor, "vard-och-omsorgsnamnden"),
                rule("chefer", Role::Approver, "vard-och-omsorgsnamnden"),
                rule("uppslagsverk", Role::Reader, "en-namnd-som-inte-finns"),
            ],
        }
    }

    /// Tells it what it says of somebody from now on.
    pub(crate) async fn says(&self, person: &str, claims: Value) {
        let mut people = serde_json::Map::new();
        people.insert(person.to_owned(), claims);
        self.told(json!({ "people": people })).await;
    }

    /// Lets it play a trick on the tokens that follow.
    pub(crate) async fn plays(&self, trick: &str) {
        self.told(json!({ "trick": trick })).await;
    }

    pub(crate) async fn told(&self, what: Value) {
        let told = reqwest::Client::new().post(format!("{}/_test", self.address));
        let answer = told.body(what.to_string()).send().await.unwrap();
        assert_eq!(answer.status(), 200);
    }
}

pub(crate) fn rule(group: &str, role: Role, body: &str) -> GroupRule {
    GroupRule {
        group: group.to_owned(),
        role,
        body: Slug::parse(body).unwrap(),
    }
}

/// Exempelstad with some services, on a clock whose hands the test turns.
pub(crate) async fn town(services: Vec<ProviderSettings>, second_step: bool) -> (Town, Hands) {
    let (clock, hands) = Clock::turned("2026-10-05T08:00:00Z".parse().unwrap());
    let journal = MemoryJournal::new().unwrap();
    let app = Town::with(clock, Box::new(journal)).await.app;
    let settings = Settings {
        public_url: Some(PUBLIC.to_owned()),
        second_step,
        providers: Providers::new(services, PUBLIC).unwrap(),
        ..Settings::default()
    };
    let server = Running::start(Site::new(&app, &settings)).await;
    (Town { app, server }, hands)
}

/// A browser that goes to the town and to services, and keeps what each gives it.
pub(crate) struct Browser<'a> {
    town: &'a Town,
    /// Of the town.
    pub(crate) cookies: RefCell<BTreeMap<String, String>>,
    /// Of the services, by address.
    abroad: RefCell<BTreeMap<String, BTreeMap<String, String>>>,
}

impl<'a> Browser<'a> {
    pub(crate) fn new(town: &'a Town) -> Self {
        Browser {
            town,
            cookies: RefCell::default(),
            abroad: RefCell::default(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        let reply = self.town.server.get(path, &self.headers()).await;
        self.keep(reply)
    }

    pub(crate) async fn post(&self, path: &str, form: &str) -> Reply {
        let reply = crate::desk::send(self.town, path, &self.headers(), form).await;
        self.keep(reply)
    }

    fn headers(&self) -> String {
        let cookies = self.cookies.borrow();
        let pairs: Vec<String> = cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        format!(
            "cookie: {}\r\nuser-agent: Firefox/140.0\r\n",
            pairs.join("; ")
        )
    }

    fn keep(&self, reply: Reply) -> Reply {
        let set = reply.head.lines();
        for cookie in set.filter_map(|line| line.strip_prefix("set-cookie: ")) {
            put(&mut self.cookies.borrow_mut(), cookie);
        }
        reply
    }

    /// Presses the button of a service: the address that the browser is sent to.
    pub(crate) async fn begin(&self, id: &str, form: &str) -> String {
        let reply = self.post(&format!("/logga-in/via/{id}"), form).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        leads_to(&reply.text())
    }

    /// Signs in at a service as somebody: the address of ours that it sends the browser back to.
    pub(crate) async fn abroad(&self, address: &str, person: &str) -> String {
        let origin: String = address.split('/').take(3).collect::<Vec<_>>().join("/");
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        let client = client.build().unwrap();
        let mut at = address.to_owned();
        let mut form = None;
        for _ in 0..10 {
            let request = match form.take() {
                None => client.get(&at),
                Some(form) => client
                    .post(&at)
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body::<String>(form),
            };
            let cookies = self
                .abroad
                .borrow()
                .get(&origin)
                .cloned()
                .unwrap_or_default();
            let pairs: Vec<String> = cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            let answer = request.header("cookie", pairs.join("; ")).send().await;
            let answer = answer.unwrap();
            for cookie in answer.headers().get_all("set-cookie") {
                let mut abroad = self.abroad.borrow_mut();
                let own = abroad.entry(origin.clone()).or_default();
                put(own, cookie.to_str().unwrap());
            }
            let Some(to) = answer.headers().get("location") else {
                let page = answer.text().await.unwrap();
                assert!(page.contains("name=\"login\""), "{page}");
                form = Some(format!("prompt=login&login={}&password=x", encoded(person)));
                continue;
            };
            let to = to.to_str().unwrap();
            if let Some(back) = to.strip_prefix(PUBLIC) {
                return back.to_owned();
            }
            at = match to.starts_with('/') {
                true => format!("{origin}{to}"),
                false => to.to_owned(),
            };
        }
        panic!("it leads nowhere: {at}");
    }

    /// Signs in through a service as somebody who wants to get somewhere.
    pub(crate) async fn sign_in(&self, id: &str, person: &str, till: &str) -> Reply {
        let away = self.begin(id, &format!("till={}", encoded(till))).await;
        let back = self.abroad(&away, person).await;
        self.get(&back).await
    }

    /// The same, and it goes well.
    pub(crate) async fn comes_in(&self, id: &str, person: &str) {
        let reply = self.sign_in(id, person, "").await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        assert_eq!(reply.header("location"), Some("/arbete/"));
    }

    /// A page of the work area.
    pub(crate) async fn page(&self, path: &str) -> String {
        let reply = self.get(path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.head);
        reply.text()
    }

    pub(crate) async fn is_in(&self) -> bool {
        self.get("/arbete/").await.status == 200
    }
}

fn put(cookies: &mut BTreeMap<String, String>, cookie: &str) {
    let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
    match value {
        "" => cookies.remove(name),
        value => cookies.insert(name.to_owned(), value.to_owned()),
    };
}

/// Where a page leads by itself.
pub(crate) fn leads_to(page: &str) -> String {
    let to = page.split("content=\"0; url=").nth(1).unwrap();
    to.split('"').next().unwrap().replace("&#38;", "&")
}

/// An address with another value of one of its fields, or without it.
pub(crate) fn with(address: &str, name: &str, value: Option<&str>) -> String {
    let (path, query) = address.split_once('?').unwrap();
    let fields = query.split('&').filter_map(|field| {
        match (field.split_once('=').unwrap().0 == name, value) {
            (true, None) => None,
            (true, Some(value)) => Some(format!("{name}={value}")),
            (false, _) => Some(field.to_owned()),
        }
    });
    format!("{path}?{}", fields.collect::<Vec<_>>().join("&"))
}

/// The value of a field of an address.
pub(crate) fn field(address: &str, name: &str) -> String {
    let query = address.split_once('?').unwrap().1;
    let mut fields = query.split('&').filter_map(|field| field.split_once('='));
    fields.find(|(own, _)| *own == name).unwrap().1.to_owned()
}
