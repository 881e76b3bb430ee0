//! The feed of changes (Atom, RFC 4287).

use super::changes::{aimed, compared, elected, granted, measured, owned, what_key};
use super::marked::Spoken;
use super::shell::Visit;
use super::speech::Speech;
use crate::failure::Failure;
use crate::paths::Paths;
use askama::Template;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use riktning_app::changes::{Change, What};
use riktning_app::search::Target;
use riktning_app::views::Frame;
use riktning_app::views::changes::{Decided, Newest, Row, named};
use riktning_app::views::frame::Changed;
use riktning_domain::local_time::midnight;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "changes.xml")]
struct Feed<'a> {
    s: Speech,
    frame: &'a Frame,
    id: String,
    home: String,
    own: String,
    title: String,
    updated: String,
    entries: Vec<Entry>,
}

/// One change in the feed.
struct Entry {
    id: String,
    title: AtomText,
    href: String,
    updated: String,
    summary: AtomText,
}

/// A text of the feed: plain, or markup where some of it is in another language than the feed
/// (RFC 4287, 3.1), so that who has it read aloud hears it right.
struct AtomText(Spoken);

impl AtomText {
    fn is_empty(&self) -> bool {
        self.0.plain().is_empty()
    }

    fn is_markup(&self) -> bool {
        self.0.is_mixed()
    }

    fn content(&self) -> String {
        match self.is_markup() {
            true => self.0.to_string(),
            false => self.0.plain(),
        }
    }
}

/// The newest changes as an Atom feed.
pub(crate) fn feed(
    visit: &Visit,
    Newest {
        frame,
        subject,
        rows,
    }: &Newest,
    current: bool,
) -> Result<Response, Failure> {
    let s = visit.speech();
    let past = (visit.day < visit.today).then_some(visit.day);
    let l = Paths::new(visit.language, past);
    let root = &*visit.root;
    let newest = rows.first().map(|(day, _)| *day);
    let newest = newest.or(frame.changed.map(Changed::day));
    let number = subject.as_ref().map(|subject| subject.number);
    // A feed keeps its name for as long as anybody has it: that of everything is as it was.
    let of = number
        .map(|number| format!("/{number}"))
        .unwrap_or_default();
    let name = format!(
        "andringar/{}/{}{of}",
        s.words.typed(&frame.municipality),
        visit.language.tag()
    );
    let feed = Feed {
        frame,
        id: Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes())
            .urn()
            .to_string(),
        home: format!("{root}{}", l.changes()),
        own: format!("{root}{}", l.feed_of(number)),
        title: match subject {
            Some(of) => s.words.typed(&of.title),
            None => s.t("changes"),
        },
        updated: moment(newest.unwrap_or(visit.day)),
        entries: rows
            .iter()
            .map(|(day, row)| entry(&s, l, root, *day, row))
            .collect(),
        s,
    };
    let xml = feed.render().map_err(Failure::internal)?;
    let content_type = "application/atom+xml; charset=utf-8";
    match current {
        true => Ok(super::kept(content_type, xml)),
        false => Ok(([(CONTENT_TYPE, content_type)], xml).into_response()),
    }
}

fn entry(s: &Speech, l: Paths, root: &str, day: Date, row: &Row) -> Entry {
    let change = &row.change;
    let decision = row.decision.as_ref();
    let about = change.about.as_ref();
    let decided = decision.map(|decided| decided_by(s, decided));
    let title = match (about, decision.and_then(|decided| decided.title.as_ref())) {
        (Some(about), _) => s.name(&about.title).into(),
        (None, Some(title)) => s.written(title).into(),
        (None, None) => decided.clone().unwrap_or_default(),
    };
    let href = match (about, decision) {
        (Some(about), _) => l.target(&about.target),
        (None, Some(decided)) => l.body_of_any_kind(&decided.reference.body_slug),
        (None, None) => l.changes(),
    };
    let parts = [summary(s, &change.what), decided].into_iter().flatten();
    Entry {
        id: name_of(day, row).urn().to_string(),
        title: AtomText(title.after(format!("{}: ", s.t(what_key(&change.what))))),
        href: format!("{root}{href}"),
        updated: moment(day),
        summary: AtomText(Spoken::joined(parts, ". ")),
    }
}

/// Who decided, when, and in which paragraph.
fn decided_by(s: &Speech, decided: &Decided) -> Spoken {
    let reference = &decided.reference;
    let paragraph = reference.paragraph.as_ref().map(|p| s.words.typed(p));
    let paragraph = paragraph.map(|p| format!(", § {p}")).unwrap_or_default();
    let rest = format!(" {}{paragraph}", s.dated(&reference.date));
    Spoken::joined([s.name(&reference.body).into(), rest.into()], "")
}

/// What changed, for whoever reads no page.
fn summary(s: &Speech, what: &What) -> Option<Spoken> {
    Some(match what {
        What::Measured {
            figures,
            latest,
            unit,
        } => measured(s, figures, latest, unit),
        What::Aimed {
            targets,
            latest,
            unit,
        } => aimed(s, targets, latest, unit),
        What::Reworded { now, .. } | What::Righted { now, .. } => s.written(&now.sv).into(),
        What::Granted {
            year,
            account,
            amount,
        } => granted(s, year, account, amount).into(),
        What::Elected { from, to } => elected(s, from, to).into(),
        What::Owned { percent } => owned(s, percent).into(),
        What::Compared { peers, period } => compared(s, peers, period),
        What::Tied(ends) | What::Untied(ends) => {
            let ends = ends.iter().map(|end| s.name(&end.title).into());
            Spoken::joined(ends, "; ")
        }
        What::Answers { owner, role } => {
            let who = [owner, role].into_iter().flatten();
            Spoken::joined(who.map(|names| s.name(names).into()), ", ")
        }
        What::Judged { round, mark, .. } => {
            let mark = mark.as_ref().map(|mark| s.name(&mark.names).into());
            Spoken::joined([s.name(round).into(), mark.unwrap_or_default()], ": ")
        }
        _ => return None,
    })
}

/// The permanent name of a change: the same for ever, wherever the site stands.
fn name_of(day: Date, row: &Row) -> Uuid {
    let change = &row.change;
    let decision = change.decision.map(|id| id.0);
    let of = named(change.thing)
        .or(decision)
        .unwrap_or(Uuid::NAMESPACE_OID);
    let told = match &change.what {
        What::Judged { round, by, .. } => {
            let by = by.as_ref().and_then(|names| names.sv.as_str());
            format!(
                "{}/{}",
                round.sv.as_str().unwrap_or_default(),
                by.unwrap_or_default()
            )
        }
        What::Unjudged { round, by } => {
            let by = by.as_ref().and_then(|names| names.sv.as_str());
            let round = round.sv.as_str().unwrap_or_default();
            format!("{round}/{}", by.unwrap_or_default())
        }
        What::Elected { from, .. } => from.to_string(),
        What::Compared { peers, period } => {
            format!("{}/{period}", peers.sv.as_str().unwrap_or_default())
        }
        // Every page is of the one site.
        What::Answers { .. } => match about_target(change) {
            Some(Target::Page(path)) => path.clone(),
            _ => String::new(),
        },
        What::Directed(title) | What::Bound(title) => title.as_str().unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    let name = format!("{day}/{}/{told}", what_key(&change.what));
    Uuid::new_v5(&of, name.as_bytes())
}

fn about_target(change: &Change) -> Option<&Target> {
    change.about.as_ref().map(|about| &about.target)
}

/// The beginning of a day where the municipality is.
fn moment(day: Date) -> String {
    midnight(day).to_string()
}
