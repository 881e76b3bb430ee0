//! Every address of the work area, knocked at as every role and as nobody, by form and by guessed
//! id: what `DESIGN.md` §2 says of roles, asked from outside.

mod forms;

use crate::desk::{Desk, body, form, form_to, number, only, send, standing};
use crate::plan_and_decide::choice;
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;
use riktning_web::work::{Policy, ROUTES};
use std::fmt::Write as _;

/// The body at which each role is held.
const OWN: &str = "vard-och-omsorgsnamnden";
/// Another authority, which has not handed in.
const OTHER: &str = "kommunstyrelsen";
/// A third one, which has.
const SENT: &str = "kultur-och-fritidsnamnden";
/// Council, for which the strategist writes.
const COUNCIL: &str = "kommunfullmaktige";
/// The group: where the roles of the whole are held.
const GROUP: &str = "kommunkoncernen";

/// A word that stands in one row and nowhere else, and where the row is.
const WORDS: [(&str, &str); 4] = [
    ("egenordet", OWN),
    ("annanordet", OTHER),
    ("inlämnadordet", SENT),
    ("fullmäktigordet", COUNCIL),
];

const OFFICES: &str = "/arbete/webbplats/kontakt";
/// What could stand in a letter, and stands in none.
const LINK: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
const NEW_NOTICE: &str = "/arbete/webbplats/driftinformation/ny";
const NEW_PAGE: &str = "/arbete/webbplats/sidor/ny";
const PAGE: [(&str, &str); 3] = [
    ("rubrik-sv", "Så gör du"),
    ("text-sv", "Ring oss."),
    ("roll-sv", "webbredaktör"),
];
const NOTICE: [(&str, &str); 3] = [
    ("allvar", "information"),
    ("rubrik-sv", "Telefonen är lagad"),
    ("text-sv", "Ring som vanligt."),
];

/// Whether a role at a body reads what another one has written and not decided: `DESIGN.md` §2,
/// said here a second time and not asked of the program.
fn reads(role: Role, at: &str, whose: &str) -> bool {
    let handed_in = whose == SENT;
    match role {
        Role::Contributor | Role::Approver | Role::ProcessOwner => at == whose,
        // Who records for a body reads what is handed in to it, and the group is above all
        // (decision 061).
        Role::Registrar | Role::Controller => at == whose || (handed_in && at == GROUP),
        Role::Strategist => at == whose || handed_in || whose == COUNCIL,
        Role::Auditor => handed_in,
        Role::Reader | Role::Editor | Role::Administrator => false,
    }
}

struct Somebody<'a> {
    role: Role,
    at: &'static str,
    desk: Desk<'a>,
}

impl Somebody<'_> {
    fn name(&self) -> String {
        format!("{:?} at {}", self.role, self.at)
    }
}

struct Walk<'a> {
    town: &'a Town,
    /// Every role at the own body and at the group.
    everybody: Vec<Somebody<'a>>,
    /// The numbers of the four rows.
    numbers: Vec<String>,
    /// The id of a notice that stands.
    notice: String,
    /// Where the page stands that an editor has written.
    written: String,
    /// What the address of an office has.
    office: String,
    /// The id of the latest decision of the body that has handed in.
    decision: String,
    /// The id of a round.
    round: String,
    /// A model in force, one of its levels, one of its scales, and a topic: each by its id.
    model: [String; 4],
    /// The id of an owner directive.
    directive: String,
}

fn plan(body: &str) -> String {
    format!("/arbete/planer/2027/{body}")
}

/// The address of the form of the first new row that a plan leads to.
fn new_row(page: &str) -> String {
    let at = page.split("/nytt?niva=").next().unwrap();
    let start = at.rsplit("href=\"").next().unwrap();
    let rest = page.split("/nytt?niva=").nth(1).unwrap();
    let place = rest.split('"').next().unwrap();
    format!("{start}/nytt?niva={place}")
}

impl<'a> Walk<'a> {
    async fn begin(town: &'a Town) -> Walk<'a> {
        let mut everybody = Vec::new();
        for (place, at) in [OWN, GROUP].into_iter().enumerate() {
            for (n, role) in Role::ALL.into_iter().enumerate() {
                let login = format!("p{place}.{n}");
                let desk = Desk::of(town, &login, &[(role, at)]).await;
                everybody.push(Somebody { role, at, desk });
            }
        }
        let mut numbers = Vec::new();
        for (word, body) in WORDS {
            let roles = match body {
                COUNCIL => vec![(Role::Strategist, GROUP)],
                body => vec![(Role::Contributor, body), (Role::Approver, body)],
            };
            let writer = Desk::of(town, &format!("skriver.{body}"), &roles).await;
            let path = new_row(&writer.page(&plan(body)).await);
            let page = writer.page(&path).await;
            let goal = page.split("Processmål").nth(1);
            let goal = goal.and_then(|kind| kind.split("name=\"val\" value=\"").nth(1));
            let goal = goal.and_then(|value| value.split('"').next());
            // Council's first row is an order, which goes to somebody.
            let fields = [
                ("text", word),
                ("val", goal.unwrap_or_default()),
                ("alla", "1"),
            ];
            let saved = writer.post(&path, &form(&page, &fields)).await;
            assert_eq!(saved.status, 303, "{}", saved.text());
            numbers.push(number(&writer.page(&plan(body)).await, word));
            if body == SENT {
                let page = writer.page(&plan(body)).await;
                let (to, own) = form_to(&page, "/lamna-in");
                let sent = writer.post(&to, &only(own)).await;
                assert_eq!(sent.status, 303);
            }
        }
        Walk {
            town,
            everybody,
            numbers,
            notice: notice(town).await,
            written: written(town).await,
            office: office(town).await,
            decision: decision(town).await,
            round: round(town).await,
            model: model(town).await,
            directive: directive(town).await,
        }
    }

    /// Every address that a route stands for, with what can be guessed in place of what varies.
    fn addresses(&self, route: &str) -> Vec<String> {
        let mut all = vec![route.to_owned()];
        while all[0].contains('{') {
            let what = all[0].split('{').nth(1).unwrap();
            let what = what.split('}').next().unwrap().to_owned();
            let guesses = self.guesses(&what);
            let each = all.iter().flat_map(|path| {
                let name = format!("{{{what}}}");
                guesses.iter().map(move |guess| path.replace(&name, guess))
            });
            all = each.collect();
        }
        let in_plan = route.starts_with("/arbete/planer/");
        if in_plan && (route.ends_with("/nytt") || route.ends_with("/lista")) {
            let levels = |path: &String| (0..6).map(|n| format!("{path}?niva={n}")).collect();
            all = all.iter().flat_map::<Vec<_>, _>(levels).collect();
        }
        all
    }

    fn guesses(&self, what: &str) -> Vec<String> {
        let known: Vec<&str> = match what {
            "year" => vec!["2027", "2026", "0"],
            "body" => vec![OWN, OTHER, SENT, COUNCIL, "ingen-namnd"],
            "number" => {
                let numbers = self.numbers.iter().map(String::as_str);
                numbers.chain(["1", "999999"]).collect()
            }
            "id" => vec![&self.notice, "00000000-0000-0000-0000-000000000001"],
            "person" => return self.people(),
            "calendar" => vec!["00000000.ics", "kalender"],
            "token" => vec![LINK, "lank"],
            "round" => vec![&self.round, "00000000-0000-0000-0000-000000000001"],
            "organ" => vec![OWN, "ingen-namnd"],
            "office" => vec![&self.office, "00000000-0000-0000-0000-000000000001"],
            "decision" => vec![&self.decision, "00000000-0000-0000-0000-000000000001"],
            "kind" => vec!["telefon", "annat"],
            "provider" => vec!["ingen-tjanst"],
            "model" => vec![&self.model[0], "00000000-0000-0000-0000-000000000001"],
            "level" => vec![&self.model[1], "ny", "ingen-niva"],
            "scale" => vec![&self.model[2], "ny", "ingen-skala"],
            "yearly" => vec!["ny", "ingen-omgang"],
            "topic" => vec![&self.model[3], "processer", "inget-amne"],
            "indicator" => vec!["trivs-i-skolan-arskurs-8", "ingen-indikator"],
            "*rest" => vec!["finns-inte", "planer/2027/a/b/c"],
            "step" => vec!["lamna-in", "ta-tillbaka", "ta-bort", "inget-steg"],
            "thing" => vec!["balansen", "rad-00000000-0000-0000-0000-000000000001"],
            "page" => vec!["sa-gor-du", "ingen-sida"],
            "answer" => vec!["00000000-0000-0000-0000-000000000001"],
            "law" => vec!["exempelskollagen", "ingen-lag"],
            "document" => vec!["klimatplan", "ingen-policy"],
            "directive" => vec![&self.directive, "00000000-0000-0000-0000-000000000001"],
            other => panic!("say what stands for {{{other}}} here"),
        };
        known.into_iter().map(str::to_owned).collect()
    }
}

/// Publishes a notice as an editor does; its id.
async fn notice(town: &Town) -> String {
    let editor = Desk::of(town, "redaktor", &[(Role::Editor, GROUP)]).await;
    let saved = editor.fill(NEW_NOTICE, &NOTICE).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let page = editor.page("/arbete/webbplats").await;
    let id = page
        .split("/driftinformation/")
        .find(|rest| rest.starts_with(char::is_alphanumeric) && !rest.starts_with("ny"));
    id.unwrap()
        .split(['"', '/', '?'])
        .next()
        .unwrap()
        .to_owned()
}

/// Publishes a page as an editor does; its form.
async fn written(town: &Town) -> String {
    let editor = Desk::of(town, "redaktor3", &[(Role::Editor, GROUP)]).await;
    let saved = editor.fill(NEW_PAGE, &PAGE).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let to = saved.header("location").unwrap();
    to.split('?').next().unwrap().to_owned()
}

/// What the address of an office has, as the editor's page leads to it.
async fn office(town: &Town) -> String {
    let editor = Desk::of(town, "redaktor2", &[(Role::Editor, GROUP)]).await;
    let page = editor.page(OFFICES).await;
    let begins = format!("{OFFICES}/");
    let mut offices = page.split(&begins).skip(1);
    let office = offices.find(|rest| !rest.starts_with("nytt")).unwrap();
    office.split(['/', '"']).next().unwrap().to_owned()
}

/// The id of a decision, as the register leads to it.
async fn decision(town: &Town) -> String {
    let registrar = Desk::of(town, "registrator", &[(Role::Registrar, SENT)]).await;
    let page = registrar.page("/arbete/beslut").await;
    let all = page.split("id=\"alla-h\"").nth(1).unwrap();
    let id = all.split("href=\"/arbete/beslut/").nth(1).unwrap();
    id.split('"').next().unwrap().to_owned()
}

/// The id of a round, as the page of the year leads the strategist to it.
async fn round(town: &Town) -> String {
    let strategist = Desk::of(town, "strateg2", &[(Role::Strategist, GROUP)]).await;
    let page = strategist.page("/arbete/aret/2026").await;
    let links = page.split("href=\"/arbete/omgangar/").skip(1);
    let mut ids = links.filter_map(|rest| rest.split('"').next());
    ids.find(|id| !id.starts_with("ny")).unwrap().to_owned()
}

/// The ids of the model in force, of its first level and scale, and of a topic.
async fn model(town: &Town) -> [String; 4] {
    let strategist = Desk::of(town, "strateg3", &[(Role::Strategist, GROUP)]).await;
    let id = |page: &str, before: &str| {
        let rest = page.split(before).nth(1).unwrap();
        rest.split(['"', '/']).next().unwrap().to_owned()
    };
    let list = strategist.page("/arbete/malmodell").await;
    let own = id(&list, "<h3><a href=\"/arbete/malmodell/");
    let page = strategist.page(&format!("/arbete/malmodell/{own}")).await;
    let (level, scale) = (id(&page, "/niva/"), id(&page, "/skala/"));
    let topics = strategist.page("/arbete/malmodell/amnen").await;
    let topic = id(&topics, "<h3><a href=\"/arbete/malmodell/amnen/");
    [own, level, scale, topic]
}

/// The id of an owner directive, as the strategist is led to it.
async fn directive(town: &Town) -> String {
    let strategist = Desk::of(town, "strateg4", &[(Role::Strategist, GROUP)]).await;
    let page = strategist.page("/arbete/agardirektiv").await;
    let mut links = page.split("href=\"/arbete/agardirektiv/").skip(1);
    let id = links.find(|rest| !rest.starts_with("nytt")).unwrap();
    id.split('"').next().unwrap().to_owned()
}

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_opens_any_address_of_the_work_area() {
    let town = town().await;
    let walk = Walk::begin(&town).await;
    let position = town.app.position();
    for route in ROUTES {
        for path in walk.addresses(route.path) {
            for method in route.methods {
                let reply = match *method {
                    "get" => town.server.get(&path, "").await,
                    "post" => send(&town, &path, "", "text=x&nyckel=y").await,
                    other => panic!("{other} {path} is tried nowhere"),
                };
                let to = reply.header("location").unwrap_or_default().to_owned();
                let asks = to.starts_with("/logga-in")
                    || (reply.status == 422 && reply.text().contains("name=\"losenord\""));
                let is_open = route.policy == Policy::Anybody;
                assert!(is_open || asks, "{method} {path}: {}", reply.status);
                for (word, _) in WORDS {
                    assert!(!reply.text().contains(word), "{method} {path}");
                }
            }
        }
    }
    assert_eq!(town.app.position(), position, "nothing was written");
    let open = ROUTES.iter().filter(|r| r.policy == Policy::Anybody);
    let open: Vec<_> = open.map(|route| route.path).collect();
    let known = [
        "/arbete",
        "/logga-in",
        "/logga-in/kod",
        "/logga-in/passnyckel",
        "/logga-in/passnyckel/fraga",
        "/logga-in/via/{provider}",
        "/kalender/{calendar}",
        "/lank/{token}",
    ];
    assert_eq!(open, known);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_reads_at_every_address_what_is_its_own_and_no_word_more() {
    let town = town().await;
    let walk = Walk::begin(&town).await;
    let mut table = String::new();
    for route in ROUTES.iter().filter(|r| r.methods.contains(&"get")) {
        for path in walk.addresses(route.path) {
            let mut open = Vec::new();
            for one in &walk.everybody {
                let reply = one.desk.get(&path).await;
                let is_shown = reply.status == 200;
                let goes_on = route.path == "/arbete" && reply.status == 301;
                // Whoever has not just given a name and a password gives them first.
                let to = reply.header("location").unwrap_or_default();
                let first = route.path == "/logga-in/kod" && to.starts_with("/logga-in?");
                // A link of no letter is said to have ended, whoever asks.
                let ended = route.path == "/lank/{token}" && reply.status == 410;
                let hidden = reply.status == 404 || ended;
                // What has been decided is no form any more: it leads to the plan.
                let of = path.rsplit_once('/').map_or("", |(of, _)| of);
                let decided = (path.ends_with("/beslut") && to == of)
                    || (path.ends_with("/ordning") && to == format!("{of}?ordning=beslutad"))
                    || (of.starts_with("/arbete/agardirektiv/") && to == "/arbete/agardirektiv")
                    || (path.ends_with("/kommentarer")
                        && to == format!("{of}?kommentarer=raderade"));
                assert!(
                    is_shown || goes_on || first || decided || hidden,
                    "{path}: {}",
                    reply.status
                );
                let page = reply.text();
                for (word, whose) in WORDS {
                    let may = reads(one.role, one.at, whose);
                    let told = page.contains(word);
                    assert!(!told || may, "{}: {word} on {path}", one.name());
                    // Whoever may, reads it on the page of the plan.
                    assert!(
                        told || !may || path != plan(whose),
                        "{}: {path}",
                        one.name()
                    );
                }
                if is_shown {
                    open.push(one.name());
                }
            }
            let shown = match open.len() {
                all if all == walk.everybody.len() => "everybody".to_owned(),
                _ => open.join(", "),
            };
            let path = walk.named(&path);
            writeln!(table, "{path}: {shown}").unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

impl<'a> Walk<'a> {
    /// An address without what is another in each run.
    fn named(&self, path: &str) -> String {
        let numbers = self.numbers.iter().zip(WORDS);
        let named = numbers.map(|(number, (_, body))| {
            (
                format!("/ataganden/{number}"),
                format!("/ataganden/(a row of {body})"),
            )
        });
        let mut named: Vec<_> = named.collect();
        named.push((self.office.clone(), "(an office)".to_owned()));
        named.push((self.notice.clone(), "(a notice)".to_owned()));
        named.push((self.decision.clone(), "(a decision)".to_owned()));
        named.push((self.directive.clone(), "(a directive)".to_owned()));
        named.push((self.people()[0].clone(), "(a person)".to_owned()));
        let of_model = ["(a model)", "(a level)", "(a scale)", "(a topic)"];
        let of_model = self.model.iter().cloned().zip(of_model.map(str::to_owned));
        named.extend(of_model);
        let named = named
            .into_iter()
            .filter(|(own, _)| match own.starts_with('/') {
                true => path.ends_with(own),
                false => path.contains(own),
            });
        named.fold(path.to_owned(), |path, (own, name)| {
            path.replace(&own, &name)
        })
    }

    /// The same address of what never was.
    fn nowhere(&self, path: &str) -> String {
        let mut path = path.to_owned();
        for body in [OWN, OTHER, SENT, COUNCIL] {
            path = path.replace(body, "ingen-namnd");
        }
        match path.strip_prefix("/arbete/ataganden/") {
            Some(own) => {
                let step = own.split_once('/').map(|(_, step)| format!("/{step}"));
                format!("/arbete/ataganden/999999{}", step.unwrap_or_default())
            }
            None => path,
        }
    }

    fn people(&self) -> Vec<String> {
        let everybody = self.town.app.everybody();
        let known = everybody.iter().find(|p| p.login == "redaktor").unwrap();
        vec![
            known.id.to_string(),
            "00000000-0000-0000-0000-000000000001".to_owned(),
        ]
    }

    async fn somebody(&self, roles: &[(Role, &str)], login: &str) -> Desk<'a> {
        Desk::of(self.town, login, roles).await
    }
}
