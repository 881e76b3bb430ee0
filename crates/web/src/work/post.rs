//! *Post*: what mail waits, has been sent and has come back, by receiving domain, and the notice that
//! tells residents when much of it does not arrive.

use super::WorkSite;
use super::answers::{Answer, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use riktning_app::followers::mail::{Flow, LetterKind, LetterStanding, Trouble};
use riktning_app::work::{LetterDeed, LetterRow, NoticeDraft, PostPage};
use riktning_words::{Language, Words};
use uuid::Uuid;

/// Bytes of a form without texts.
const SMALL: usize = 4 << 10;

#[derive(Template)]
#[template(path = "work/post.html")]
struct Page {
    shell: Shell,
    view: PostPage,
    /// What has just been done, in a sentence.
    done: Option<String>,
    key: Uuid,
}

/// The page.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = site.app.post_page(me.colleague.person).await;
    let view = view.map_err(unwritten)?.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let done = match query.as_deref() {
        Some("gjort=igen") => Some(s.t("post-done-retry")),
        Some("gjort=uppgivet") => Some(s.t("post-done-given-up")),
        _ => None,
    };
    let (title, path) = (s.t("post"), "/arbete/post");
    let page = Page {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
        done,
        key: Uuid::new_v4(),
    };
    passing(StatusCode::OK, &page)
}

/// Sends a letter once more, or gives it up.
pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, SMALL)?;
    let (deed, done) = match form.typed("gor") {
        "igen" => (Some(LetterDeed::Retry), "igen"),
        "ge-upp" => (Some(LetterDeed::GiveUp), "uppgivet"),
        _ => (None, ""),
    };
    let id = Uuid::parse_str(form.typed("brev")).unwrap_or_default();
    let changed = site.app.change_letter(me.colleague.person, id, deed).await;
    match (changed.map_err(unwritten)?, deed) {
        (false, _) => Err(Failure::NotFound),
        (true, None) => Err(Failure::NoDeed),
        (true, Some(_)) => {
            let to = WorkPaths(site.language).post();
            Ok(see(&format!("{to}?gjort={done}")))
        }
    }
}

impl Page {
    fn kind(&self, row: &LetterRow) -> String {
        self.shell.s.t(match row.kind {
            LetterKind::Digest => "post-kind-digest",
            LetterKind::Invitation => "post-kind-invitation",
            LetterKind::NewPassword => "post-kind-new-password",
            LetterKind::PasswordChanged => "post-kind-password-changed",
            LetterKind::PasskeysChanged => "post-kind-passkeys-changed",
            LetterKind::Reminder => "post-kind-reminder",
        })
    }

    /// What a letter is called: its kind and where it goes.
    fn about(&self, row: &LetterRow) -> String {
        let (kind, domain) = (self.kind(row), self.domain(&row.domain));
        let args = [("kind", kind.as_str()), ("domain", &domain)];
        self.shell.s.words.with("post-about", &args)
    }

    fn domain(&self, domain: &str) -> String {
        match domain {
            "" => self.shell.s.t("post-no-domain"),
            domain => domain.to_owned(),
        }
    }

    fn standing(&self, row: &LetterRow) -> String {
        self.shell.s.t(match row.standing {
            LetterStanding::Bounced => "post-standing-bounced",
            LetterStanding::Expired => "post-standing-expired",
            _ => "post-standing-deferred",
        })
    }

    /// What is wrong with the server and what to do, and what it answered.
    fn trouble(&self, trouble: &Trouble) -> (String, String) {
        let s = &self.shell.s;
        let (said, answer) = match trouble {
            Trouble::NotReached(answer) => (s.t("post-trouble-reached"), answer.as_str()),
            Trouble::NotNow(answer) => (s.t("post-trouble-now"), answer.as_str()),
            Trouble::NoStartTls => (s.t("post-trouble-starttls"), ""),
            Trouble::NotTrusted(answer) => (
                s.t1("post-trouble-trusted", "option", "--smtp-ca"),
                answer.as_str(),
            ),
            Trouble::NotSignedIn(answer) => (
                s.t1("post-trouble-signed-in", "option", "--smtp-user"),
                answer.as_str(),
            ),
            Trouble::NotOurs(answer) => (
                s.t1("post-trouble-ours", "option", "--mail-from"),
                answer.as_str(),
            ),
        };
        (said, answer.to_owned())
    }

    fn none_help(&self) -> String {
        self.shell.s.t1("post-none-help", "option", "--smtp-host")
    }

    /// How many letters to a domain are over without having arrived.
    fn over(&self, flow: &Flow) -> usize {
        flow.expired + flow.given_up
    }

    /// The draft of a notice as the fields of its own form: their names and what stands in them.
    fn fields(&self, draft: &NoticeDraft) -> Vec<(String, String)> {
        let mut fields = vec![
            ("nyckel".to_owned(), self.key.to_string()),
            ("allvar".to_owned(), "storning".to_owned()),
        ];
        for said in languages() {
            let tag = said.words.language().tag();
            let mut ways: Vec<String> = draft
                .phone
                .iter()
                .map(|phone| said.t1("post-notice-phone", "phone", said.typed(phone).plain()))
                .collect();
            ways.push(said.t("post-notice-other"));
            for (name, value) in [
                ("rubrik", said.t("post-notice-title")),
                ("text", said.t("post-notice-text")),
                ("beror", draft.domains.join("\n")),
                ("satt", ways.join("\n")),
            ] {
                fields.push((format!("{name}-{tag}"), value));
            }
        }
        fields
    }

    /// What residents will read, in the language of the page.
    fn said(&self, draft: &NoticeDraft) -> Vec<String> {
        let tag = self.shell.s.words.language().tag();
        let own = ["rubrik", "text", "beror", "satt"].map(|name| format!("{name}-{tag}"));
        let fields = self.fields(draft);
        let value = |name: &String| {
            let found = fields.iter().find(|(own, _)| own == name);
            found.map_or(String::new(), |(_, value)| value.replace('\n', ", "))
        };
        own.iter().map(value).collect()
    }
}

/// A notice is written in every language.
fn languages() -> [Speech; 3] {
    Language::ALL.map(|language| Speech::of(Words::of(language)))
}
