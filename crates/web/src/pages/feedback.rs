//! The thanks for an answer, with the box for a comment.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use riktning_app::feedback::MOST_CHARACTERS;
use riktning_app::views::Frame;
use uuid::Uuid;

/// What is to be said of the comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CommentBox {
    /// It may be written.
    Open,
    /// It is kept.
    Kept,
    /// The hour is over.
    Closed,
    /// Nothing was written.
    Empty,
    /// Too much was written.
    TooLong {
        /// How many characters.
        characters: usize,
        /// What was typed.
        typed: String,
    },
    /// It was sent after the hour.
    TooLate {
        /// What was typed.
        typed: String,
    },
}

impl CommentBox {
    /// Whether it can be written, or written again.
    fn is_open(&self) -> bool {
        matches!(
            self,
            CommentBox::Open | CommentBox::Empty | CommentBox::TooLong { .. }
        )
    }

    /// What was typed, which is never lost.
    fn typed(&self) -> &str {
        match self {
            CommentBox::TooLong { typed, .. } | CommentBox::TooLate { typed } => typed,
            CommentBox::Open | CommentBox::Kept | CommentBox::Closed | CommentBox::Empty => "",
        }
    }
}

/// An answer that is thanked for.
#[derive(Debug)]
pub(crate) struct Thanks {
    /// Its id.
    pub(crate) id: Uuid,
    /// The address of the page that it is about, if the answer is still there.
    pub(crate) page: Option<String>,
    /// The box for words.
    pub(crate) shown: CommentBox,
}

#[derive(Template)]
#[template(path = "thanks.html")]
struct ThanksPage<'a> {
    shell: Shell,
    thanks: String,
    action: String,
    back: Option<&'a str>,
    shown: &'a CommentBox,
    /// What is wrong with the comment.
    fault: Option<String>,
}

impl ThanksPage<'_> {
    fn kept(&self) -> bool {
        *self.shown == CommentBox::Kept
    }
}

/// The thanks for an answer.
pub(crate) fn thanks(
    visit: &Visit,
    frame: Frame,
    thanked: &Thanks,
    status: StatusCode,
) -> Result<Response, Failure> {
    let shown = &thanked.shown;
    let s = visit.speech();
    let most = s.words.whole(MOST_CHARACTERS);
    let fault = match shown {
        CommentBox::Empty => Some(s.t("comment-empty")),
        CommentBox::TooLong { characters, .. } => {
            let characters = s.words.whole(*characters);
            let args = [("characters", characters.as_str()), ("most", &most)];
            Some(s.words.with("comment-too-long", &args))
        }
        CommentBox::TooLate { .. } => Some(s.t("comment-too-late")),
        CommentBox::Open | CommentBox::Kept | CommentBox::Closed => None,
    };
    let title = match fault {
        Some(_) => s.t("thanks-title-fault"),
        None => s.t("thanks-title"),
    };
    let municipality = s.words.typed(&frame.municipality);
    let website = s.t1("site-website", "municipality", municipality);
    let shell = Shell::new(visit, frame, title, Place::Elsewhere).without_question();
    let page = ThanksPage {
        thanks: s.t1("helped-thanks", "website", website),
        action: shell.l.thanks(thanked.id),
        back: thanked.page.as_deref(),
        shell,
        shown,
        fault,
    };
    super::passing(status, &page)
}
