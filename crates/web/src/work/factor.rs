//! *Inloggning i två steg*: what whoever is signed in has beside their password.

use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::qr::Qr;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::sign_in::wait;
use super::{WorkSite, through};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use riktning_app::people::{FactorState, NewFactor, NotProved, Taken};
use riktning_app::work::WorkFrame;

/// Bytes of a form without texts.
const SMALL: usize = 4 << 10;
/// So few recovery codes are worth a word.
const FEW: usize = 3;

#[derive(Template)]
#[template(path = "work/factor.html")]
struct FactorPage {
    shell: Shell,
    state: FactorState,
    /// The sign-in service that they came through, if they did, and how it stands there.
    service: Option<(String, String)>,
    /// Whether they go nowhere else before it is on.
    is_owed: bool,
    /// Whether a passkey would do instead.
    may_have_passkey: bool,
    faults: Faults,
    /// Recovery codes, told this once.
    codes: Vec<String>,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

/// The page of whoever is signed in.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let done = match query.as_deref() {
        Some("gjort=av") => Some(speech(&site).t("second-done-off")),
        _ => None,
    };
    page(&site, &me, Faults::default(), Vec::new(), done)
}

/// Begins, turns on or off, or makes new recovery codes.
pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, SMALL)?;
    let (app, person) = (&site.app, me.colleague.person);
    let proof = (form.typed("losenord"), form.typed("kod"));
    let done = match form.typed("gor") {
        "borja" => app.begin_factor(person).map(|()| Vec::new()),
        "avbryt" => {
            app.leave_factor(person);
            Ok(Vec::new())
        }
        "pa" => app.turn_on_factor(person, proof, &me.token).await,
        "nya" => app.new_codes(person, proof).await,
        "av" => match app.turn_off_factor(person, proof, &me.token).await {
            Ok(()) => return Ok(see(&format!("{}?gjort=av", at(&site)))),
            Err(why) => Err(why),
        },
        _ => return Err(Failure::NoDeed),
    };
    answer(&site, &me, done)
}

fn answer(site: &WorkSite, me: &Signed, done: Result<Vec<String>, NotProved>) -> Answer {
    let s = speech(site);
    let mut faults = Faults::default();
    match done {
        Ok(codes) if !codes.is_empty() => return page(site, me, faults, codes, None),
        // The same form a second time: the page says how it stands.
        Ok(_) | Err(NotProved::Nothing) => return Ok(see(&at(site))),
        Err(NotProved::Password) => faults.add("losenord", s.t("password-not-yours")),
        Err(NotProved::Code) => faults.add("kod", s.t("second-wrong")),
        Err(NotProved::Wait(left)) => faults.add("kod", wait(&s, left)),
        Err(NotProved::Busy) => return Err(Failure::Busy),
        Err(NotProved::Unperformed(error)) => return Err(unwritten(error)),
    }
    page(site, me, faults, Vec::new(), None)
}

fn at(site: &WorkSite) -> String {
    WorkPaths(site.language).factor()
}

fn page(
    site: &WorkSite,
    me: &Signed,
    faults: Faults,
    codes: Vec<String>,
    done: Option<String>,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("second"));
    let person = me.colleague.person;
    let frame = site.app.inside(person, |i, _| WorkFrame::of(i));
    let told = || told(site, &s, me);
    let page = FactorPage {
        service: through::service(site, me).map(|service| (service, told())),
        state: site.app.factor(person),
        may_have_passkey: site.passkeys.origin().is_ok(),
        is_owed: site.second_step && site.app.lacks_factor(&me.colleague),
        shell: Shell::new(site, Some(me), frame, title, "/arbete/konto/tva-steg"),
        faults,
        codes,
        done,
    };
    passing(status, &page)
}

/// How it stands with the second step of whoever is signed in. Of whoever came through a sign-in
/// service it is the service that asks for one.
pub(crate) fn told(site: &WorkSite, s: &Speech, me: &Signed) -> String {
    let Some((service, through)) = through::service(site, me).zip(me.colleague.through.as_ref())
    else {
        return stands(s, &site.app.factor(me.colleague.person));
    };
    let key = match through.two_steps {
        true => "through-two-steps",
        false => "through-one-step",
    };
    s.t1(key, "name", service)
}

/// When something of a person's was taken away, and by whom if a colleague did it.
pub(crate) fn taken(s: &Speech, taken: &Taken, (key, by_key): (&str, &str)) -> String {
    let at = s.moment(&taken.at);
    match &taken.by {
        None => s.t1(key, "at", at),
        Some(by) => s
            .words
            .with(by_key, &[("name", &**by), ("at", at.as_str())]),
    }
}

/// How it stands with a second factor, in a sentence or two.
fn stands(s: &Speech, state: &FactorState) -> String {
    match state {
        FactorState::Off(None) => s.t("second-off"),
        FactorState::New(_) => s.t("second-new"),
        FactorState::On(0) => s.t("second-on-none"),
        FactorState::On(left) if *left > FEW => s.n("second-on", left),
        FactorState::On(left) => s.n("second-on-few", left),
        FactorState::Off(Some(of)) => taken(s, of, ("second-taken", "second-taken-by")),
    }
}

impl FactorPage {
    fn stands(&self) -> String {
        stands(&self.shell.s, &self.state)
    }

    fn qr(&self, new: &NewFactor) -> Option<Qr> {
        let municipality = self.shell.frame.municipality.as_str();
        Qr::of(&new.uri(municipality.unwrap_or("Riktning")))
    }
}
