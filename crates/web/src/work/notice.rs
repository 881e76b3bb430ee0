//! The form of a service notice: written, looked at as residents will see it, published, taken down.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::drafts::{self, Keeping, Left, scripted};
use super::paths::WorkPaths;
use super::points::{Asks, Points};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use jiff::civil::DateTime;
use riktning_app::views::site::Notice;
use riktning_app::work::{NoticeForm, Unsaved, new_notice};
use riktning_domain::ids::NoticeId;
use riktning_domain::site::notices::{NoticeLink, PublishNotice, Severity};
use riktning_domain::{Names, Refusal, Text};
use riktning_words::{Language, Words};
use uuid::Uuid;

/// The most characters of each text, and the most lines of each list.
const TITLE: usize = 150;
const TEXT: usize = 2_000;
const LINES: (usize, usize) = (20, 200);
const ADDRESS: usize = 500;

/// The fields of one language: their names in the form.
struct Fields {
    language: Language,
    title: &'static str,
    text: &'static str,
    affects: &'static str,
    alternatives: &'static str,
    link: &'static str,
}

/// The languages in which a notice is written, Swedish first.
const LANGUAGES: [Fields; 3] = [
    Fields {
        language: Language::Sv,
        title: "rubrik-sv",
        text: "text-sv",
        affects: "beror-sv",
        alternatives: "satt-sv",
        link: "lanktext-sv",
    },
    Fields {
        language: Language::En,
        title: "rubrik-en",
        text: "text-en",
        affects: "beror-en",
        alternatives: "satt-en",
        link: "lanktext-en",
    },
    Fields {
        language: Language::Fi,
        title: "rubrik-fi",
        text: "text-fi",
        affects: "beror-fi",
        alternatives: "satt-fi",
        link: "lanktext-fi",
    },
];

/// What was typed in one language.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    title: String,
    text: String,
    affects: String,
    alternatives: String,
    link: String,
}

impl Said {
    fn is_empty(&self) -> bool {
        let all = [&self.title, &self.text, &self.affects, &self.alternatives];
        all.iter().all(|typed| typed.trim().is_empty()) && self.link.trim().is_empty()
    }
}

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    severity: String,
    said: [Said; 3],
    from: String,
    to: String,
    url: String,
    seen: usize,
    /// The keys of the form under which this was typed, the last one first.
    keys: Vec<Uuid>,
}

/// What the address of each gravity is in the form.
const SEVERITIES: [(&str, Severity, &str); 3] = [
    (
        "information",
        Severity::Information,
        "work-notice-information",
    ),
    ("storning", Severity::Warning, "work-notice-warning"),
    ("kris", Severity::Crisis, "work-notice-crisis"),
];

#[derive(Template)]
#[template(path = "work/notice.html")]
struct NoticePage {
    shell: Shell,
    view: NoticeForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
    heading: String,
    /// The notice as residents will see it, in each language in which anything is written.
    preview: Vec<(Speech, Notice)>,
    /// What stands now, where somebody else said otherwise while this was typed.
    stands_now: Option<Notice>,
    keeping: Keeping,
    points: Points,
}

pub(crate) async fn new(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    open(&site, &me, None).await
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Answer {
    open(&site, &me, Some(notice_id(&id)?)).await
}

pub(crate) async fn create(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    save(&site, &me, None, &Form::read(&body, form::TEXTS)?).await
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    let id = notice_id(&id)?;
    save(&site, &me, Some(id), &Form::read(&body, form::TEXTS)?).await
}

/// Takes a notice down.
pub(crate) async fn end(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Answer {
    let id = notice_id(&id)?;
    form_of(&site, &me, Some(id))?;
    match site.app.end_notice(me.colleague.person, id).await {
        Ok(()) => {
            let to = WorkPaths(site.language).site();
            Ok(see(&format!("{to}?gjort=nedtagen")))
        }
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(_) => Err(Failure::NotFound),
    }
}

fn notice_id(typed: &str) -> Result<NoticeId, Failure> {
    let id = Uuid::parse_str(typed).map_err(|_| Failure::NotFound)?;
    Ok(NoticeId(id))
}

/// The form as the notice stands, or as whoever opens it left it.
async fn open(site: &WorkSite, me: &Signed, id: Option<NoticeId>) -> Answer {
    let view = form_of(site, me, id)?;
    let left = drafts::left(site, me, &address(id)).await;
    let (stands, mut shown) = (Typed::of(&view), Shown::default());
    let was_left = left.is_some();
    let Some(left) = left.filter(|left| !Typed::read(&left.form).says_as(&stands)) else {
        if was_left {
            drafts::undone(site, me, &address(id)).await;
        }
        return page(site, me, view, stands, Faults::default(), shown).await;
    };
    let mut typed = Typed::read(&left.form);
    if typed.seen != view.edition {
        // From here on they have seen both.
        typed.seen = view.edition;
        shown.stands_now = view.notice.as_ref().map(|row| row.shown.clone());
    }
    shown.left = Some(left);
    page(site, me, view, typed, Faults::default(), shown).await
}

/// The address of the form, in Swedish.
fn address(id: Option<NoticeId>) -> String {
    let swedish = WorkPaths(Language::Sv);
    match id {
        None => swedish.new_notice(),
        Some(id) => swedish.notice(&id.to_string()),
    }
}

fn form_of(site: &WorkSite, me: &Signed, id: Option<NoticeId>) -> Result<NoticeForm, Failure> {
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| NoticeForm::of(i, id));
    view.ok_or(Failure::NotFound)
}

async fn save(site: &WorkSite, me: &Signed, id: Option<NoticeId>, form: &Form) -> Answer {
    let view = form_of(site, me, id)?;
    let (s, mut typed, mut faults) = (speech(site), Typed::read(form), Faults::default());
    let mut shown = Shown::default();
    let said = typed.to_said(&s, &mut faults, id, form);
    let Some(said) = said.filter(|_| faults.is_empty()) else {
        return page(site, me, view, typed, faults, shown).await;
    };
    if form.once("granska").is_some() {
        shown.preview = preview(&said, view.now, &typed);
        return page(site, me, view, typed, faults, shown).await;
    }
    let (person, notice) = (me.colleague.person, said.notice);
    match site.app.publish_notice(person, said, typed.seen).await {
        Ok(()) => {
            drafts::sent(site, me, &address(id), form).await;
            let to = WorkPaths(site.language).site();
            let look = match Points::of(site, typed.asks()).await.count() {
                0 => String::new(),
                count => format!("&titta={notice}&saker={count}"),
            };
            return Ok(see(&format!("{to}?gjort=publicerad{look}")));
        }
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            faults.add(field_of(&refusal), s.words.refusal(&refusal));
        }
        Err(Unsaved::Changed) => {
            faults.add("rubrik-sv", s.t("work-notice-changed-by-other"));
            let now = form_of(site, me, id)?;
            // From here on they have seen both.
            typed.seen = now.edition;
            shown.stands_now = now.notice.map(|row| row.shown);
        }
    }
    page(site, me, view, typed, faults, shown).await
}

/// The field that a rule's answer is about.
fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::EndsBeforeItStarts | Refusal::NoticeAlreadyOver => "till",
        Refusal::NotAnAddress { .. } => "lank",
        _ => "rubrik-sv",
    }
}

/// What a page shows beside its fields.
#[derive(Default)]
struct Shown {
    preview: Vec<(Speech, Notice)>,
    stands_now: Option<Notice>,
    left: Option<Left>,
}

fn preview(said: &PublishNotice, now: DateTime, typed: &Typed) -> Vec<(Speech, Notice)> {
    let written = LANGUAGES.iter().zip(&typed.said);
    let written = written.filter(|(_, said)| !said.is_empty());
    let shown = written.map(|(fields, _)| {
        let words = Words::of(fields.language);
        (Speech::of(words), Notice::to_be(said, now))
    });
    shown.collect()
}

async fn page(
    site: &WorkSite,
    me: &Signed,
    view: NoticeForm,
    typed: Typed,
    faults: Faults,
    shown: Shown,
) -> Answer {
    let (s, w) = (speech(site), WorkPaths(site.language));
    let id = view.notice.as_ref().map(|row| row.id);
    let heading = match id {
        None => s.t("work-notice-new"),
        Some(_) => s.t("work-notice-change"),
    };
    let path = address(id);
    let (status, title) = faults.headed(&s, &heading);
    let points = Points::of(site, typed.asks()).await;
    let page = NoticePage {
        points,
        keeping: Keeping::of(
            site,
            &path,
            &heading,
            shown.left.as_ref(),
            typed.keys.clone(),
        ),
        action: w.form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        key: Uuid::new_v4(),
        heading,
        preview: shown.preview,
        stands_now: shown.stands_now,
    };
    passing(status, &page).map(scripted)
}

impl Typed {
    /// What is looked at for a reader's sake.
    fn asks(&self) -> Vec<Asks<'_>> {
        let mut asks = vec![Asks::address("lank", &self.url)];
        for (fields, said) in LANGUAGES.iter().zip(&self.said) {
            let texts = [
                (fields.title, &said.title),
                (fields.text, &said.text),
                (fields.affects, &said.affects),
                (fields.alternatives, &said.alternatives),
                (fields.link, &said.link),
            ];
            let texts = texts.into_iter();
            asks.extend(texts.map(|(field, text)| Asks::plain(field, fields.language, text)));
        }
        asks
    }

    /// Whether it says what another says, whichever edition was on the page.
    fn says_as(&self, other: &Typed) -> bool {
        Typed {
            seen: other.seen,
            keys: other.keys.clone(),
            ..self.clone()
        } == *other
    }

    /// The fields as the notice stands.
    fn of(view: &NoticeForm) -> Typed {
        let Some(said) = &view.said else {
            return Typed {
                severity: "information".to_owned(),
                ..Typed::default()
            };
        };
        let mut rows = SEVERITIES.iter();
        let row = rows.find(|(_, severity, _)| *severity == said.severity);
        let time = |at: Option<DateTime>| {
            at.map_or(String::new(), |at| {
                at.strftime("%Y-%m-%dT%H:%M").to_string()
            })
        };
        Typed {
            severity: row.map_or("", |(name, _, _)| name).to_owned(),
            said: LANGUAGES
                .each_ref()
                .map(|fields| Said::of(said, fields.language)),
            from: time(said.from),
            to: time(said.to),
            url: said
                .link
                .as_ref()
                .map_or(String::new(), |link| plain(Some(&link.url))),
            seen: view.edition,
            keys: Vec::new(),
        }
    }

    fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            severity: one("allvar"),
            said: LANGUAGES.each_ref().map(|fields| Said {
                title: one(fields.title),
                text: one(fields.text),
                affects: one(fields.affects),
                alternatives: one(fields.alternatives),
                link: one(fields.link),
            }),
            from: one("fran"),
            to: one("till"),
            url: one("lank"),
            seen: form.typed("sedd").parse().unwrap_or_default(),
            keys: drafts::keys_of(form),
        }
    }

    /// The fields as domain types; every fault at once.
    fn to_said(
        &self,
        s: &Speech,
        faults: &mut Faults,
        id: Option<NoticeId>,
        form: &Form,
    ) -> Option<PublishNotice> {
        let mut rows = SEVERITIES.iter();
        let severity = rows.find(|(name, _, _)| *name == self.severity);
        if severity.is_none() {
            faults.add("allvar", s.t("work-fault-severity"));
        }
        let title = self.in_languages(s, faults, |f| f.title, |said| &said.title, (TITLE, false));
        if title.is_none() && faults.at("rubrik-sv").is_none() {
            faults.add("rubrik-sv", s.t("work-fault-title"));
        }
        let text = self.in_languages(s, faults, |f| f.text, |said| &said.text, (TEXT, true));
        let affects = self.listed(s, faults, |f| f.affects, |said| &said.affects);
        let alternatives = self.listed(s, faults, |f| f.alternatives, |said| &said.alternatives);
        let from = typed::moment(s, faults, "fran", &self.from);
        let to = typed::moment(s, faults, "till", &self.to);
        let link = self.link(s, faults);
        let key = key(form);
        if key.is_none() {
            // A form of ours has one; without it a double click would be two.
            faults.add("rubrik-sv", s.t("work-fault-form"));
        }
        Some(PublishNotice {
            notice: id.unwrap_or(new_notice(key?)),
            severity: severity?.1,
            severity_is_ours: false,
            title: title?,
            text,
            alternatives,
            affects,
            from,
            to,
            link,
            updated: None,
            source: None,
            since: None,
        })
    }

    /// A text in Swedish, and in the other languages where it is typed. What is typed in another
    /// language alone would be seen by those who read that and by nobody else.
    fn in_languages(
        &self,
        s: &Speech,
        faults: &mut Faults,
        field: impl Fn(&Fields) -> &'static str,
        typed: impl Fn(&Said) -> &str,
        (most, breaks): (usize, bool),
    ) -> Option<Names> {
        let mut read = LANGUAGES
            .iter()
            .zip(&self.said)
            .map(|(fields, said)| typed::text(s, faults, field(fields), typed(said), most, breaks));
        let (sv, en, fi) = (read.next()?, read.next()?, read.next()?);
        drop(read);
        if sv.is_none() && (en.is_some() || fi.is_some()) {
            faults.add(field(&LANGUAGES[0]), s.t("work-fault-swedish"));
        }
        Some(Names { sv: sv?, en, fi })
    }

    /// A list in Swedish, and line by line in the other languages.
    fn listed(
        &self,
        s: &Speech,
        faults: &mut Faults,
        field: impl Fn(&Fields) -> &'static str,
        typed: impl Fn(&Said) -> &str,
    ) -> Vec<Names> {
        let [sv, en, fi] = [0, 1, 2]
            .map(|n| typed::lines(s, faults, field(&LANGUAGES[n]), typed(&self.said[n]), LINES));
        for (fields, other) in LANGUAGES[1..].iter().zip([&en, &fi]) {
            if !other.is_empty() && other.len() != sv.len() {
                faults.add(field(fields), s.t1("work-fault-as-many", "count", sv.len()));
            }
        }
        let lines = sv.into_iter().enumerate().map(|(n, sv)| Names {
            sv,
            en: en.get(n).cloned(),
            fi: fi.get(n).cloned(),
        });
        lines.collect()
    }

    /// Where to read more: an address with words, or neither.
    fn link(&self, s: &Speech, faults: &mut Faults) -> Option<NoticeLink> {
        let url = typed::text(s, faults, "lank", &self.url, ADDRESS, false);
        let names = self.in_languages(s, faults, |f| f.link, |said| &said.link, (TITLE, false));
        match (&url, &names) {
            (Some(_), None) => faults.add("lanktext-sv", s.t("work-fault-link-words")),
            (None, Some(_)) => faults.add("lank", s.t("work-fault-link")),
            _ => {}
        }
        let (url, names) = (url?, names?);
        Some(NoticeLink { url, names })
    }
}

impl Said {
    /// What a notice says in one language.
    fn of(said: &PublishNotice, language: Language) -> Said {
        let own = |names: &Names| match language {
            Language::Sv => plain(Some(&names.sv)),
            Language::En => plain(names.en.as_ref()),
            Language::Fi => plain(names.fi.as_ref()),
        };
        let lines = |all: &[Names]| {
            let lines: Vec<_> = all
                .iter()
                .map(own)
                .filter(|line| !line.is_empty())
                .collect();
            lines.join("\n")
        };
        Said {
            title: own(&said.title),
            text: said.text.as_ref().map_or(String::new(), own),
            affects: lines(&said.affects),
            alternatives: lines(&said.alternatives),
            link: said
                .link
                .as_ref()
                .map_or(String::new(), |link| own(&link.names)),
        }
    }
}

fn plain(text: Option<&Text>) -> String {
    text.and_then(Text::as_str).unwrap_or_default().to_owned()
}

impl NoticePage {
    /// The fields of each language, with what stands in them, and whether they are open: Swedish
    /// always, another where it says anything or something is wrong with it.
    fn languages(&self) -> Vec<(&'static Fields, &Said, bool)> {
        let all = LANGUAGES.iter().zip(&self.typed.said);
        let all = all.map(|(fields, said)| {
            let own = [
                fields.title,
                fields.text,
                fields.affects,
                fields.alternatives,
                fields.link,
            ];
            let wrong = own.iter().any(|field| self.faults.at(field).is_some());
            (fields, said, wrong || !said.is_empty())
        });
        all.collect()
    }

    fn severities(&self) -> [(&'static str, &'static str); 3] {
        SEVERITIES.map(|(name, _, key)| (name, key))
    }

    /// Whether the notice can be taken down.
    fn can_end(&self) -> bool {
        use riktning_app::views::listed::Standing;
        let standing = self.view.notice.as_ref().map(|row| row.standing);
        matches!(standing, Some(Standing::Stands | Standing::Coming))
    }
}
