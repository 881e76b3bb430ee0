//! A change of the organisation before it is made: shown whole, with the decision behind it for
//! whoever knows that, and made when somebody says so.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::meeting::{self, Meeting};
use super::organisation::listed;
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::bodies::kind_key;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use riktning_app::work::{
    Behind, Change, ChangePart, ChangeStep, NewAddress, Rehearsal, Unchanged,
};
use riktning_domain::ids::BodyId;
use riktning_domain::{Names, Refusal};
use uuid::Uuid;

/// What stands in a form beside what was typed.
const OWN: [&str; 3] = ["gor", "sett", "nyckel"];

#[derive(Template)]
#[template(path = "work/rehearsal.html")]
struct RehearsalPage {
    shell: Shell,
    view: Rehearsal,
    /// Everything that was typed, which goes on in hidden fields.
    typed: Vec<(String, String)>,
    key: Uuid,
    action: String,
    /// What it touches has changed since it was shown.
    has_changed: bool,
    /// What was typed of the decision behind it.
    decision: Typed,
    faults: Faults,
    /// The day it is.
    today: Date,
}

/// The decision behind a change, as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) organ: String,
    pub(super) meeting: Meeting,
}

impl Typed {
    pub(super) fn read(form: &Form) -> Typed {
        Typed {
            organ: form.typed("organ").to_owned(),
            meeting: Meeting::read(form),
        }
    }

    /// The decision, where anything of it is typed; every fault at once. Who decided is asked only
    /// where there is a choice.
    fn behind(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
        deciders: &[(BodyId, Names)],
    ) -> Option<Behind> {
        if !self.meeting.is_begun() {
            return None;
        }
        if deciders.is_empty() {
            // Somebody has recorded one meanwhile, or it is nobody's matter whom they record for.
            faults.add(WHOLE, s.t("organisation-fault-nobody"));
            return None;
        }
        let body = self.decider(s, faults, deciders);
        let meeting = self.meeting.held(s, faults, form);
        Some(Behind {
            body: body?,
            meeting: meeting?,
        })
    }

    /// The same of a form whose change is made already: whoever sent it said then who decided.
    fn sent_again(&self, s: &Speech, faults: &mut Faults, form: &Form) -> Option<Behind> {
        let body = Uuid::parse_str(&self.organ).ok().map(BodyId);
        if body.is_none() {
            faults.add("organ", s.t("organisation-fault-decider"));
        }
        let meeting = self.meeting.held(s, faults, form);
        Some(Behind {
            body: body?,
            meeting: meeting?,
        })
    }

    /// Who decided, of those who can have.
    pub(super) fn decider(
        &self,
        s: &Speech,
        faults: &mut Faults,
        deciders: &[(BodyId, Names)],
    ) -> Option<BodyId> {
        let mut chosen = deciders.iter();
        let chosen = chosen.find(|(id, _)| id.to_string() == self.organ);
        if chosen.is_none() {
            faults.add("organ", s.t("organisation-fault-decider"));
        }
        chosen.map(|(id, _)| *id)
    }
}

/// Where a form shows what a decision about the organisation is refused for.
pub(super) fn decision_field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotItsMatter | Refusal::NotPermitted => "organ",
        Refusal::Blank { .. } => "paragraf",
        _ => "dag",
    }
}

/// What somebody wants to do with a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To see what it would do.
    See,
    /// To make it.
    Make,
}

impl Wish {
    pub(super) fn of(form: &Form) -> Option<Wish> {
        match form.typed("gor") {
            "granska" => Some(Wish::See),
            "genomfor" => Some(Wish::Make),
            _ => None,
        }
    }
}

/// Where a form says what a part of a change is refused for; without a refusal another has the name.
pub(super) type FieldOf = fn(ChangePart, Option<&Refusal>) -> &'static str;

/// The form of a change: who sent it, what it says, and where it is.
pub(super) struct Sent<'a> {
    pub(super) site: &'a WorkSite,
    pub(super) me: &'a Signed,
    pub(super) form: &'a Form,
    pub(super) key: Uuid,
    /// Its address, in Swedish.
    pub(super) path: &'a str,
    pub(super) field: FieldOf,
}

impl Sent<'_> {
    /// Shows or makes a change. None where it is neither, and the form says why.
    pub(super) async fn go_on(
        &self,
        change: &Change,
        wish: Wish,
        faults: &mut Faults,
    ) -> Result<Option<Response>, Failure> {
        let done = match wish {
            Wish::Make => self.make(change).await,
            Wish::See => Err(Unmade::Unseen),
        };
        let has_changed = match done {
            Ok(()) => {
                let to = WorkPaths(self.site.language).organisation();
                return Ok(Some(see(&format!("{to}?gjort=andrat"))));
            }
            Err(Unmade::Faults(said)) => {
                return match self.see(change) {
                    Ok(view) => self.page(view, false, said).map(Some),
                    Err(error) => {
                        // The change stands, and its decision was not recorded: both are told.
                        let said = said.0.into_iter();
                        said.for_each(|fault| faults.add(WHOLE, fault.text));
                        self.told(faults, error)
                    }
                };
            }
            Err(Unmade::Unseen) => false,
            // What would be made is to be seen first, or anew.
            Err(Unmade::Why(Unchanged::Changed)) => true,
            Err(Unmade::Why(error)) => return self.told(faults, error),
        };
        match self.see(change) {
            Ok(view) => self.page(view, has_changed, Faults::default()).map(Some),
            Err(error) => self.told(faults, error),
        }
    }

    fn told(&self, faults: &mut Faults, error: Unchanged) -> Result<Option<Response>, Failure> {
        let s = speech(self.site);
        told(&s, faults, error, self.field).map(|()| None)
    }

    async fn make(&self, change: &Change) -> Result<(), Unmade> {
        let (app, person) = (&self.site.app, self.me.colleague.person);
        let (s, mut faults) = (speech(self.site), Faults::default());
        let typed = Typed::read(self.form);
        let behind = match typed.meeting.is_begun() {
            false => None,
            true => match self.see(change) {
                Ok(view) => typed.behind(&s, &mut faults, self.form, &view.deciders),
                // A second click: what it asks for is asked of what stands.
                Err(Unchanged::Already) => typed.sent_again(&s, &mut faults, self.form),
                Err(error) => return Err(Unmade::Why(error)),
            },
        };
        if !faults.is_empty() {
            return Err(Unmade::Faults(faults));
        }
        let seen = self.form.typed("sett");
        let made = app.reorganise(person, change, self.key, seen, behind.as_ref());
        made.await.map_err(|error| match error {
            Unchanged::Refused(ChangePart::Decides, refusal) => {
                faults.add(decision_field(&refusal), s.words.refusal(&refusal));
                Unmade::Faults(faults)
            }
            error => Unmade::Why(error),
        })
    }

    fn see(&self, change: &Change) -> Result<Rehearsal, Unchanged> {
        let person = self.me.colleague.person;
        self.site.app.rehearse(person, change, self.key)
    }

    fn page(&self, view: Rehearsal, has_changed: bool, faults: Faults) -> Answer {
        let s = speech(self.site);
        let (fault, title) = faults.headed(&s, &s.t("organisation-rehearsal"));
        let mut decision = Typed::read(self.form);
        if decision.meeting.title.is_empty() {
            decision.meeting.title = proposed(&s, &view.steps);
        }
        let shell = Shell::new(
            self.site,
            Some(self.me),
            view.frame.clone(),
            title,
            self.path,
        );
        let today = view.today;
        let page = RehearsalPage {
            typed: self.hidden(),
            shell,
            view,
            key: self.key,
            action: format!("{}{}", self.site.language.prefix(), self.path),
            has_changed,
            decision,
            faults,
            today,
        };
        let status = match has_changed {
            true => StatusCode::CONFLICT,
            false => fault,
        };
        passing(status, &page)
    }

    /// What was typed of the change, which goes on in hidden fields; what is said of the decision is
    /// on the page.
    fn hidden(&self) -> Vec<(String, String)> {
        let fields = self.form.fields();
        let typed =
            fields.filter(|(name, _)| !OWN.contains(name) && !meeting::FIELDS.contains(name));
        typed
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }
}

/// Why a change is not made, and what is shown then.
enum Unmade {
    /// Nobody has seen it yet.
    Unseen,
    /// What is said of the decision behind it is wrong.
    Faults(Faults),
    /// It cannot be made so.
    Why(Unchanged),
}

/// What a decision about a change would be called: proposed, and written otherwise by whoever knows
/// what the minutes call it. Nothing where it would be too long.
pub(super) fn proposed(s: &Speech, steps: &[ChangeStep]) -> String {
    let named = |of: &dyn Fn(&ChangeStep) -> Option<Names>| -> String {
        listed(s, &steps.iter().filter_map(of).collect::<Vec<_>>())
    };
    let founded = named(&|step| match step {
        ChangeStep::Founds { names, .. } => Some(names.clone()),
        _ => None,
    });
    let ended = named(&|step| match step {
        ChangeStep::Ends { names, .. } => Some(names.clone()),
        _ => None,
    });
    let title = match (founded.is_empty(), ended.is_empty()) {
        (false, false) => {
            let args = [("founded", founded.as_str()), ("ended", ended.as_str())];
            s.words.with("organisation-title-both", &args)
        }
        (false, true) => s.t1("organisation-title-founded", "founded", founded),
        (true, false) => s.t1("organisation-title-ended", "ended", ended),
        (true, true) => steps.first().map(|step| alone(s, step)).unwrap_or_default(),
    };
    match title.chars().count() > meeting::TITLE {
        true => String::new(),
        false => title,
    }
}

/// What a decision that founds and ends nothing would be called.
fn alone(s: &Speech, step: &ChangeStep) -> String {
    let (names, key, other) = match step {
        ChangeStep::Renames { names, new, .. } => (
            names,
            "organisation-title-renamed",
            s.name(new).plain().to_owned(),
        ),
        ChangeStep::Moves { names, above, .. } if above.is_empty() => {
            return s.t1("organisation-title-alone", "name", s.name(names).plain());
        }
        ChangeStep::Moves { names, above, .. } => {
            (names, "organisation-title-moved", listed(s, above))
        }
        ChangeStep::Founds { .. } | ChangeStep::Ends { .. } => return String::new(),
    };
    let name = s.name(names).plain().to_owned();
    s.words
        .with(key, &[("name", name.as_str()), ("other", &other)])
}

/// Says at its field why a change is not made.
fn told(s: &Speech, faults: &mut Faults, error: Unchanged, field: FieldOf) -> Result<(), Failure> {
    match error {
        Unchanged::Nowhere => return Err(Failure::NotFound),
        Unchanged::Unperformed(error) => return Err(unwritten(error)),
        Unchanged::Refused(part, refusal) => {
            faults.add(field(part, Some(&refusal)), s.words.refusal(&refusal));
        }
        Unchanged::NameTaken(part) => {
            faults.add(field(part, None), s.t("organisation-fault-taken"));
        }
        Unchanged::Already => faults.add(WHOLE, s.t("organisation-already")),
        Unchanged::MadeOtherwise | Unchanged::Changed => {
            faults.add(WHOLE, s.t("organisation-made-otherwise"));
        }
    }
    Ok(())
}

/// The id of a form whole, for what is wrong with no single field.
const WHOLE: &str = "andring";

impl RehearsalPage {
    /// A step as a sentence.
    fn said(&self, step: &ChangeStep) -> String {
        said(&self.shell.s, step)
    }

    /// Whether what is said of the decision is in sight: whoever has typed in it looks for it there.
    fn is_open(&self) -> bool {
        self.decision.meeting.is_begun() || !self.faults.is_empty()
    }
}

/// A step of a change as a sentence.
pub(crate) fn said(s: &Speech, step: &ChangeStep) -> String {
    match step {
        ChangeStep::Founds {
            names,
            kind,
            above,
            from,
        } => {
            let key = match above.is_empty() {
                true => "organisation-founds-alone",
                false => "organisation-founds",
            };
            let kind = s.t(kind_key(kind)).to_lowercase();
            sentence(s, key, names, above, *from, &[("kind", &kind)])
        }
        ChangeStep::Moves { names, above, from } => {
            let key = match above.is_empty() {
                true => "organisation-moves-alone",
                false => "organisation-moves",
            };
            sentence(s, key, names, above, *from, &[])
        }
        ChangeStep::Ends {
            names,
            last_day,
            next,
            instead_of,
        } => {
            let next = listed(s, next);
            let key = match next.is_empty() {
                true => "organisation-ends-alone",
                false => "organisation-ends",
            };
            let said = sentence(s, key, names, &[], *last_day, &[("next", &next)]);
            match instead_of {
                None => said,
                Some((day, next)) => format!("{said} {}", instead(s, *day, next)),
            }
        }
        ChangeStep::Renames {
            names,
            new,
            address,
            from,
        } => {
            let key = match address {
                NewAddress::Other(_) => "organisation-renames",
                NewAddress::Same => "organisation-renames-there",
                NewAddress::Unsaid => "organisation-renames-alone",
            };
            let new = s.name(new).plain().to_owned();
            let address = match address {
                NewAddress::Other(address) => address.as_str(),
                NewAddress::Same | NewAddress::Unsaid => "",
            };
            let more = [("new", new.as_str()), ("address", address)];
            sentence(s, key, names, &[], *from, &more)
        }
    }
}

/// What was said before of the end of a body.
fn instead(s: &Speech, day: Date, next: &[Names]) -> String {
    let (day, next) = (s.words.day(day), listed(s, next));
    let key = match next.is_empty() {
        true => "organisation-instead-alone",
        false => "organisation-instead",
    };
    s.words.with(key, &[("day", day.as_str()), ("next", &next)])
}

/// A sentence of what becomes of a body on a day.
fn sentence(
    s: &Speech,
    key: &str,
    names: &Names,
    above: &[Names],
    day: Date,
    more: &[(&str, &str)],
) -> String {
    let (name, day) = (s.name(names).plain().to_owned(), s.words.day(day));
    let above = listed(s, above);
    let own = [("name", name.as_str()), ("day", &day), ("above", &above)];
    s.words.with(key, &[&own[..], more].concat())
}
