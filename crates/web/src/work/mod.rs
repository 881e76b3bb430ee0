//! The work area: sign-in, the desk, plans and decisions.
//!
//! Nothing of it is kept or given to anybody else: its pages are made for one person. Every address
//! says who is let in ([`ROUTES`]), and all but that of signing in stand behind `session::gate`.

mod account;
mod answers;
mod arrange;
mod body_rows;
mod calendar;
mod choosing;
pub(crate) mod closing;
mod comments;
mod cycle;
mod days;
mod decision;
pub(crate) mod decisions;
mod directive;
pub(crate) mod directives;
mod document;
mod documents;
mod drafts;
mod earlier;
mod element;
mod factor;
pub(crate) mod gaps;
pub(crate) mod history;
pub(crate) mod inbox;
pub(crate) mod indicators;
mod kept;
mod late;
mod laws;
mod link;
mod list;
pub(crate) mod load;
mod mailbox;
mod meeting;
mod memorandum;
mod missing;
pub(crate) mod models;
mod notice;
mod odd;
mod office;
mod offices;
mod orders;
pub(crate) mod organisation;
mod organised;
mod outcomes;
mod over;
mod overview;
mod owner;
pub(crate) mod page;
mod passkey;
mod passkeys;
mod pasted;
mod paths;
mod people;
mod plans;
mod points;
mod post;
mod proposal;
mod proposing;
mod qr;
mod radar;
mod readers;
pub(crate) mod refer;
mod referral_answer;
mod rehearsal;
mod reorganise;
pub(crate) mod reporting;
mod righting;
mod round;
mod round_fields;
mod second_step;
mod session;
mod shell;
mod sign_in;
mod site;
mod terms;
mod through;
mod translating;
mod typed;
pub(crate) mod year;

pub(crate) use element::{lacking, point};
pub(crate) use paths::{is_work, without_secret};
pub(crate) use plans::said_quantity;

use crate::pages::speech::Speech;
use crate::server::Settings;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::MethodRouter;
use riktning_app::App;
use riktning_app::passkeys::Passkeys;
use riktning_app::providers::Providers;
use riktning_words::Language;
use std::sync::Arc;

/// The work area in one language.
#[derive(Clone, Debug)]
pub(crate) struct WorkSite {
    pub(crate) app: App,
    pub(crate) language: Language,
    /// Whether residents know the site by an address that is https: then a cookie goes nowhere
    /// else.
    pub(crate) https: bool,
    /// Whether whoever decides or administers turns on a second factor before all else.
    pub(crate) second_step: bool,
    /// The address by which residents know the site, without a last slash; empty if nobody said.
    pub(crate) root: Arc<str>,
    /// The services that somebody may sign in through.
    pub(crate) providers: Providers,
    /// The passkeys that they may sign in with.
    pub(crate) passkeys: Passkeys,
}

/// Who is let in at an address. What they then may read and do is asked of `may_read` and `permit`
/// by the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Whoever comes: only to sign in.
    Anybody,
    /// Somebody who is signed in.
    SignedIn,
    /// The same, where what they send is shown to nobody again: a password or a code is carried nowhere,
    /// whoever leaves has left, and a script that keeps what is typed tells whoever types.
    OnesOwn,
    /// Whoever looks after people and sign-in; it is there for nobody else.
    Administrator,
}

/// An address of the work area, without the prefix of a language.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// As the router has it.
    pub path: &'static str,
    /// Who is let in.
    pub policy: Policy,
    /// `get`, `post`.
    pub methods: &'static [&'static str],
}

/// The one list of addresses: the router is made of it, and the test that knocks at every address
/// as every role walks it. An address without a policy does not compile.
macro_rules! addresses {
    ($($path:literal $policy:ident { $($method:ident $handler:path),+ })+) => {
        /// Every address of the work area.
        pub const ROUTES: &[Route] = &[$(Route {
            path: $path,
            policy: Policy::$policy,
            methods: &[$(stringify!($method)),+],
        }),+];

        fn handlers() -> Vec<(Route, MethodRouter<WorkSite>)> {
            let handlers = [$(MethodRouter::new()$(.$method($handler))+),+];
            ROUTES.iter().copied().zip(handlers).collect()
        }
    };
}

addresses! {
    "/arbete" Anybody { get plans::to_desk }
    "/arbete/{*rest}" SignedIn { get missing::nowhere }
    "/logga-in" Anybody { get sign_in::show, post sign_in::sign_in }
    "/logga-in/kod" Anybody { get second_step::show, post second_step::take }
    "/logga-in/passnyckel" Anybody { get sign_in::show, post passkey::take }
    "/logga-in/passnyckel/fraga" Anybody { post passkey::ask }
    "/logga-in/via/{provider}" Anybody { get through::back, post through::begin }
    "/logga-ut" OnesOwn { post sign_in::leave }
    "/arbete/" SignedIn { get plans::desk }
    "/arbete/luckor" SignedIn { get gaps::show, post gaps::mend }
    "/arbete/radar" SignedIn { get radar::show }
    "/arbete/styrtyngd" SignedIn { get load::show }
    "/arbete/aret/{year}" SignedIn { get year::show }
    "/arbete/aret/{year}/omgangar" SignedIn { get cycle::show, post cycle::open }
    "/arbete/omgangar/ny" SignedIn { get round::new, post round::create }
    "/arbete/omgangar/{round}" SignedIn { get round::show, post round::change }
    "/arbete/utfall" SignedIn { get outcomes::show, post outcomes::save }
    "/arbete/omgang/{round}/rapportera" SignedIn { get reporting::show, post reporting::save }
    "/arbete/omgang/{round}/granska" SignedIn {
        get reporting::review, post reporting::answer_review
    }
    "/arbete/omgang/{round}/oversikt" SignedIn { get overview::show }
    "/arbete/omgang/{round}/oversikt/{body}" SignedIn { get body_rows::show }
    "/arbete/omgang/{round}/paminn" SignedIn { get overview::remind, post overview::send }
    "/arbete/omgang/{round}/beslut/{body}" SignedIn {
        get reporting::decision, post reporting::record
    }
    "/arbete/konto" SignedIn { get account::show }
    "/arbete/konto/kalender" SignedIn { post calendar::change }
    "/kalender/{calendar}" Anybody { get calendar::show }
    "/lank/{token}" Anybody { get link::show, post link::exchange }
    "/arbete/konto/enheter" SignedIn { post account::end }
    "/arbete/konto/post" SignedIn { post mailbox::save }
    "/arbete/konto/tva-steg" OnesOwn { get factor::show, post factor::change }
    "/arbete/konto/passnycklar" OnesOwn { get passkeys::show, post passkeys::change }
    "/arbete/mandattider" SignedIn { get terms::show, post terms::change }
    "/arbete/organisation" SignedIn { get organisation::list }
    "/arbete/omorganisation" SignedIn { get reorganise::show, post reorganise::change }
    "/arbete/omorganisation/beslut" SignedIn { get organised::show, post organised::record }
    "/arbete/organisation/{organ}" SignedIn { get organisation::show, post organisation::change }
    "/arbete/post" SignedIn { get post::show, post post::change }
    "/arbete/indikatorer" SignedIn { get indicators::list }
    "/arbete/indikatorer/ny" SignedIn { get indicators::new, post indicators::create }
    "/arbete/indikatorer/{indicator}" SignedIn { get indicators::show, post indicators::change }
    "/arbete/malmodell" SignedIn { get models::list, post models::begin }
    "/arbete/malmodell/amnen" SignedIn { get models::topics }
    "/arbete/malmodell/amnen/{topic}" SignedIn { get models::topic, post models::change_topic }
    "/arbete/malmodell/{model}" SignedIn { get models::show, post models::change }
    "/arbete/malmodell/{model}/galla" SignedIn { get models::force, post models::put }
    "/arbete/malmodell/{model}/niva/{level}" SignedIn {
        get models::level, post models::change_level
    }
    "/arbete/malmodell/{model}/skala/{scale}" SignedIn {
        get models::scale, post models::change_scale
    }
    "/arbete/malmodell/{model}/omgang/{yearly}" SignedIn {
        get models::yearly, post models::change_yearly
    }
    "/arbete/personer" Administrator { get people::list, post people::add }
    "/arbete/personer/{person}" Administrator { get people::show, post people::change }
    "/arbete/historik" SignedIn { get history::journal }
    "/arbete/historik/ataganden/{number}" SignedIn { get history::element }
    "/arbete/historik/indikatorer/{indicator}" SignedIn { get history::indicator }
    "/arbete/historik/styrdokument/{document}" SignedIn { get history::document }
    "/arbete/historik/agardirektiv/{directive}" SignedIn { get history::directive }
    "/arbete/historik/sidor/{page}" SignedIn { get history::page }
    "/arbete/historik/lagar/{law}" SignedIn { get history::rule }
    "/arbete/losenord" OnesOwn { get sign_in::password, post sign_in::choose }
    "/arbete/beslut" SignedIn { get decisions::register }
    "/arbete/beslut/{decision}" SignedIn { get decisions::show, post decisions::mark }
    "/arbete/beslut/nytt/{body}" SignedIn { get over::new, post over::record }
    "/arbete/planer/{year}" SignedIn { get plans::plans }
    "/arbete/planer/{year}/{body}" SignedIn { get plans::plan }
    "/arbete/planer/{year}/{body}/lamna-in" SignedIn { post plans::hand_in }
    "/arbete/planer/{year}/{body}/tjansteskrivelse" SignedIn { get memorandum::show }
    "/arbete/planer/{year}/{body}/tjansteskrivelse.txt" SignedIn { get memorandum::text }
    "/arbete/planer/{year}/{body}/ta-tillbaka" SignedIn { post plans::take_back }
    "/arbete/planer/{year}/{body}/forslag" SignedIn { get proposal::show }
    "/arbete/planer/{year}/{body}/remiss" SignedIn { get refer::show, post refer::ask }
    "/arbete/planer/{year}/{body}/remissvar" SignedIn {
        get referral_answer::show, post referral_answer::answer
    }
    "/arbete/planer/{year}/{body}/ta-bort/{number}" SignedIn { post element::remove }
    "/arbete/planer/{year}/{body}/nytt" SignedIn { get element::new, post element::create }
    "/arbete/planer/{year}/{body}/anta" SignedIn { post orders::accept }
    "/arbete/planer/{year}/{body}/lista" SignedIn { get list::show, post list::save }
    "/arbete/planer/{year}/{body}/kommentarer" SignedIn {
        get comments::show, post comments::change
    }
    "/arbete/planer/{year}/{body}/ordning" SignedIn { get arrange::show, post arrange::arrange }
    "/arbete/planer/{year}/{body}/tidigare" SignedIn { get earlier::show, post earlier::go_on }
    "/arbete/uppdrag/{year}" SignedIn { get orders::show }
    "/arbete/planer/{year}/{body}/beslut" SignedIn { get decision::show, post decision::record }
    "/arbete/planer/{year}/{body}/avslut" SignedIn { get closing::show, post closing::close }
    "/arbete/ataganden/{number}" SignedIn { get element::show, post element::change }
    "/arbete/ataganden/{number}/lasare" SignedIn { get readers::show, post readers::say }
    "/arbete/ataganden/{number}/rattelse" SignedIn { get righting::show, post righting::right }
    "/arbete/styrdokument" SignedIn { get documents::desk }
    "/arbete/styrdokument/nytt" SignedIn { get document::new, post document::create }
    "/arbete/styrdokument/{document}" SignedIn { get document::show, post document::change }
    "/arbete/styrdokument/{document}/{step}" SignedIn { post proposing::document }
    "/arbete/styrdokument/{document}/beslut" SignedIn {
        get documents::to_adopt, post documents::adopt
    }
    "/arbete/agardirektiv" SignedIn { get directives::desk }
    "/arbete/agardirektiv/nytt" SignedIn { get directive::new, post directive::create }
    "/arbete/agardirektiv/{directive}" SignedIn { get directive::show, post directive::change }
    "/arbete/agardirektiv/{directive}/{step}" SignedIn { post proposing::directive }
    "/arbete/agardirektiv/{directive}/beslut" SignedIn {
        get directives::by_council, post directives::council_decided
    }
    "/arbete/agardirektiv/{directive}/stamma" SignedIn {
        get directives::by_meeting, post directives::meeting_adopted
    }
    "/arbete/lagar" SignedIn { get laws::desk }
    "/arbete/lagar/ny" SignedIn { get laws::new, post laws::create }
    "/arbete/lagar/{law}" SignedIn { get laws::show, post laws::change }
    "/arbete/utkast" OnesOwn { post drafts::keep }
    "/arbete/utkast/slang" SignedIn { post drafts::throw }
    "/arbete/webbplats" SignedIn { get site::desk }
    "/arbete/webbplats/sidor" SignedIn { get page::desk }
    "/arbete/webbplats/sidor/ny" SignedIn { get page::new, post page::create }
    "/arbete/webbplats/sidor/{page}" SignedIn { get page::show, post page::change }
    "/arbete/webbplats/oversattningar" SignedIn { get translating::desk }
    "/arbete/webbplats/oversattningar/{thing}" SignedIn {
        get translating::show, post translating::change
    }
    "/arbete/webbplats/ansvar" SignedIn { get owner::owner, post owner::own }
    "/arbete/webbplats/svar" SignedIn { get inbox::answers }
    "/arbete/webbplats/svar/gallra" SignedIn { get inbox::to_erase, post inbox::erase }
    "/arbete/webbplats/svar/{answer}" SignedIn { post inbox::note }
    "/arbete/webbplats/kontakt" SignedIn { get offices::offices }
    "/arbete/webbplats/kontakt/nytt" SignedIn { get office::new, post office::create }
    "/arbete/webbplats/kontakt/{office}" SignedIn { get office::show, post office::change }
    "/arbete/webbplats/kontakt/{office}/dagar" SignedIn { get days::days, post days::set_days }
    "/arbete/webbplats/kontakt/{office}/{kind}" SignedIn {
        get offices::hours, post offices::set_hours
    }
    "/arbete/webbplats/driftinformation/ny" SignedIn { get notice::new, post notice::create }
    "/arbete/webbplats/driftinformation/{id}" SignedIn { get notice::show, post notice::change }
    "/arbete/webbplats/driftinformation/{id}/ta-ner" SignedIn { post notice::end }
}

/// The routes of the work area, under the prefix of a language.
pub(crate) fn routes(app: &App, language: Language, settings: &Settings) -> Router {
    let public_url = settings.public_url.as_deref();
    let site = WorkSite {
        app: app.clone(),
        language,
        https: public_url.is_some_and(|url| url.starts_with("https://")),
        root: public_url.unwrap_or_default().trim_end_matches('/').into(),
        second_step: settings.second_step,
        providers: settings.providers.clone(),
        passkeys: settings.passkeys.clone(),
    };
    let router = Router::new();
    let router = handlers().into_iter().fold(router, |router, (route, own)| {
        let is_ones_own = route.policy == Policy::OnesOwn;
        let gate = from_fn_with_state((site.clone(), is_ones_own), session::gate);
        let own = match route.policy {
            Policy::Anybody => own,
            // What is sent where nobody reads it is shown to whoever sent it, as anywhere else.
            Policy::SignedIn | Policy::OnesOwn => own.fallback(missing::nowhere).layer(gate),
            // The last layer is asked first: who is there, and then whether they look after people.
            Policy::Administrator => {
                let inner = from_fn_with_state(site.clone(), session::administrators);
                own.fallback(missing::nowhere).layer(inner).layer(gate)
            }
        };
        router.route(&format!("{}{}", language.prefix(), route.path), own)
    });
    router.with_state(site)
}

/// How many of the bodies have handed in, as the heading of the plans says it.
pub(crate) fn handed_in(s: &Speech, handed_in: &usize, all: &usize) -> String {
    let counts = [("count", *handed_in), ("all", *all)];
    if *handed_in == 0 {
        return s
            .words
            .with_counts("work-handed-in-none", &counts[1..], &[]);
    }
    s.words.with_counts("work-handed-in-of", &counts, &[])
}

/// How many of all there are to choose are shown.
pub(crate) fn shown_of(s: &Speech, shown: &usize, all: &usize) -> String {
    let counts = [("count", *shown), ("all", *all)];
    s.words.with_counts("choose-shown", &counts, &[])
}

/// What a row continues, by its number and its year.
pub(crate) fn continues(s: &Speech, number: &u32, year: &i16) -> String {
    let (number, year) = (number.to_string(), year.to_string());
    let args = [("number", number.as_str()), ("year", &year)];
    s.words.with("earlier-continues", &args)
}

/// How many lines a field wants for a text.
pub(crate) fn lines(text: &str) -> usize {
    let lines = text.lines().map(|line| line.chars().count() / 60 + 1);
    lines.sum::<usize>().clamp(1, 12)
}

/// How many rows there are in a plan.
pub(crate) fn rows(s: &Speech, count: &usize) -> String {
    match count {
        0 => s.t("work-items-none"),
        count => s.n("work-items", count),
    }
}
