//! What the public site has of its own, as an editor needs it: each notice, office, page
//! and translation with its id, so that a file can change or end it.

use jiff::Timestamp;
use riktning_domain::command::Now;
use riktning_domain::local_time::local;
use riktning_domain::notes::TakeNote;
use riktning_domain::published::PublicNotice;
use riktning_domain::{Published, State, Text};

/// How a thing stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is to come.
    Coming,
    /// It stands.
    Stands,
    /// It is over.
    Over,
    /// No source says on which day it stood.
    Undated,
}

/// One thing of the site's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What a file names it by: an id, or a page's path; of a translation its languages, since a
    /// file names it by the Swedish words.
    pub id: String,
    /// How it stands.
    pub standing: Standing,
    /// From when, as a file writes it.
    pub from: Option<String>,
    /// Until when.
    pub to: Option<String>,
    /// Its title or name, in Swedish; of a page the role.
    pub name: Option<Text>,
    /// The id of the contact centre that an office is a place of; the body that owns a page.
    pub of: Option<String>,
}

/// Everything of the site's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteList {
    /// The notices, the gravest and newest first.
    pub notices: Vec<Listed>,
    /// The contact centres, each before its places.
    pub offices: Vec<Listed>,
    /// The pages and sections that somebody answers for, by their address.
    pub pages: Vec<Listed>,
    /// The texts that are translated, by their Swedish words.
    pub translations: Vec<Listed>,
    /// What sources say, by its id.
    pub notes: Vec<Listed>,
}

impl SiteList {
    /// The list of now.
    pub fn of(state: &State, now: Now) -> SiteList {
        let p = state.published(now.today, now.today).at(now.at);
        SiteList {
            notices: notices(p),
            offices: offices(p),
            pages: pages(p),
            translations: translations(state),
            notes: notes(p),
        }
    }
}

/// A local time as a file writes it: 2026-11-24 13:00.
fn moment(at: Timestamp) -> String {
    local(at).strftime("%Y-%m-%d %H:%M").to_string()
}

impl Standing {
    /// How a notice stands at the moment.
    pub(crate) fn of(p: Published<'_>, notice: &PublicNotice<'_>) -> Standing {
        let now = p.now();
        match (notice.starts(), notice.ends()) {
            (None, _) => Standing::Undated,
            (_, Some(ends)) if ends <= now => Standing::Over,
            (Some(starts), _) if starts > now => Standing::Coming,
            _ => Standing::Stands,
        }
    }
}

fn notices(p: Published<'_>) -> Vec<Listed> {
    let listed = p.notices().into_iter().map(|notice| Listed {
        id: notice.id.to_string(),
        standing: Standing::of(p, &notice),
        from: notice.starts().map(moment),
        to: notice.ends().map(moment),
        name: Some(notice.said().title.sv.clone()),
        of: None,
    });
    listed.collect()
}

fn offices(p: Published<'_>) -> Vec<Listed> {
    let mut offices = p.known_offices();
    let place = |id| offices.iter().position(|o| o.id == id);
    let centre = |o: &riktning_domain::published::KnownOffice<'_>| {
        place(o.description.part_of.unwrap_or(o.id))
    };
    let order: Vec<_> = offices
        .iter()
        .map(|o| {
            let d = o.description;
            (o.id, (centre(o), d.part_of.is_some(), d.order))
        })
        .collect();
    offices.sort_by_key(|o| {
        order
            .iter()
            .find(|(id, _)| *id == o.id)
            .map(|(_, key)| *key)
    });
    let listed = offices.into_iter().map(|office| {
        let d = office.description;
        Listed {
            id: office.id.to_string(),
            standing: if d.to.is_some_and(|to| to < p.day()) {
                Standing::Over
            } else if d.from.day() > p.day() {
                Standing::Coming
            } else {
                Standing::Stands
            },
            from: Some(d.from.to_string()),
            to: d.to.map(|to| to.to_string()),
            name: Some(d.names.sv.clone()),
            of: d.part_of.map(|centre| centre.to_string()),
        }
    });
    listed.collect()
}

fn translations(state: &State) -> Vec<Listed> {
    let made = state
        .translated()
        .filter(|t| t.text.en.is_some() || t.text.fi.is_some());
    let listed = made.map(|translation| {
        let text = &translation.text;
        let languages = [("en", &text.en), ("fi", &text.fi)];
        let there = languages.iter().filter(|(_, said)| said.is_some());
        Listed {
            id: there.map(|(tag, _)| *tag).collect::<Vec<_>>().join(" "),
            standing: Standing::Stands,
            from: None,
            to: None,
            name: Some(text.sv.clone()),
            of: translation.by.as_str().map(str::to_owned),
        }
    });
    listed.collect()
}

fn notes(p: Published<'_>) -> Vec<Listed> {
    let listed = p.notes().into_iter().map(|note| Listed {
        id: note.note.to_string(),
        standing: Standing::Stands,
        from: note.since.map(|since| since.to_string()),
        to: None,
        name: note.heading.as_ref().or(note.text.as_ref()).cloned(),
        of: source_of(p, note),
    });
    listed.collect()
}

fn source_of(p: Published<'_>, note: &TakeNote) -> Option<String> {
    let source = p.source(note.source)?;
    source.title.as_str().map(str::to_owned)
}

fn pages(p: Published<'_>) -> Vec<Listed> {
    let listed = p.pages().into_iter().filter_map(|(path, page)| {
        let d = page.description;
        let owner = d.owner.and_then(|id| p.body(id));
        Some(Listed {
            id: path.as_str()?.to_owned(),
            standing: Standing::Stands,
            from: Some(page.on.to_string()),
            to: None,
            name: d.role.as_ref().map(|role| role.sv.clone()),
            of: owner.map(|body| body.name.slug.to_string()),
        })
    });
    listed.collect()
}
