//! The pages of the public site, for whoever looks after it: those that it writes itself, who
//! answers for each, and which are to be looked over.

use super::site::unsaved;
use super::{Choice, Unsaved, WorkFrame, body, derived};
use crate::app::App;
use crate::work::looking::Looked;
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_domain::command::Command;
use riktning_domain::ids::{BodyId, PageId, PersonId};
use riktning_domain::published::{PublicPage, PublicWritten};
use riktning_domain::site::pages::DescribePage;
use riktning_domain::site::written::WritePage;
use riktning_domain::{Inside, Names, Slug, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many days before a page is to be looked over it is said.
const DAYS_BEFORE: i32 = 30;
/// Below which address the pages stand that the municipality writes itself.
pub const WRITTEN: &str = "/sidor/";

/// A page on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRow {
    /// Its Swedish address.
    pub path: String,
    /// What it is called, if anybody has said.
    pub title: Option<Names>,
    /// The body that owns it.
    pub owner: Option<Names>,
    /// The responsible role.
    pub role: Option<Names>,
    /// The day by which it is to be looked over.
    pub review_by: Option<Date>,
    /// Whether that is before long or has been.
    pub is_due: bool,
    /// Whether it has been.
    pub is_late: bool,
}

/// A page that the municipality writes itself, on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenRow {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub title: Names,
    /// Whether residents see it.
    pub stands: bool,
    /// Whether some of it is in Swedish only.
    pub untranslated: bool,
    /// Who answers for it, and by when it is to be looked over.
    pub row: PageRow,
}

/// The editor's list of pages.
#[derive(Clone, Debug, PartialEq)]
pub struct PageDesk {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Those that the municipality writes itself.
    pub written: Vec<WrittenRow>,
    /// Everything else that somebody answers for.
    pub others: Vec<PageRow>,
}

fn row(today: Date, path: &str, page: Option<&PublicPage<'_>>) -> PageRow {
    let said = page.map(|page| page.description);
    let review_by = said.and_then(|said| said.review_by);
    let soon = today.checked_add(DAYS_BEFORE.days()).unwrap_or(Date::MAX);
    PageRow {
        path: path.to_owned(),
        title: said.and_then(|said| said.title.clone()),
        owner: page
            .and_then(|page| page.owner)
            .map(|name| name.names.clone()),
        role: said.and_then(|said| said.role.clone()),
        is_due: review_by.is_some_and(|day| day <= soon),
        is_late: review_by.is_some_and(|day| day < today),
        review_by,
    }
}

fn described<'a>(i: Inside<'a>, path: &str) -> Option<PublicPage<'a>> {
    let mut all = i.published().pages().into_iter();
    let found = all.find(|(own, _)| own.as_str() == Some(path));
    found.map(|(_, page)| page)
}

/// The address of a page that the municipality writes itself.
fn address(slug: &str) -> String {
    format!("{WRITTEN}{slug}")
}

fn is_whole(names: &Names) -> bool {
    names.en.is_some() && names.fi.is_some()
}

impl PageDesk {
    /// The list; none for who is no editor.
    pub fn of(i: Inside<'_>) -> Option<PageDesk> {
        if !i.edits_site() {
            return None;
        }
        let p = i.published();
        let written = p.all_written().into_iter().map(|page| {
            let path = address(&page.said.slug.to_string());
            let owner = described(i, &path);
            WrittenRow {
                slug: page.said.slug.to_string(),
                title: page.said.title.clone(),
                stands: page.text.is_some(),
                untranslated: !is_whole(&page.said.title) || !page.text.is_none_or(is_whole),
                row: row(i.today(), &path, owner.as_ref()),
            }
        });
        let written: Vec<WrittenRow> = written.collect();
        let pages = p.pages().into_iter();
        let others = pages.filter_map(|(path, page)| Some((path.as_str()?, page)));
        let others = others.filter(|(path, _)| !written.iter().any(|w| w.row.path == *path));
        Some(PageDesk {
            frame: WorkFrame::of(i),
            others: others
                .map(|(path, page)| row(i.today(), path, Some(&page)))
                .collect(),
            written,
        })
    }

    /// The pages that are to be looked over before long, or should have been, the earliest first.
    pub fn due(&self) -> Vec<&PageRow> {
        let written = self.written.iter().filter(|page| page.stands);
        let all = written.map(|page| &page.row).chain(&self.others);
        let mut due: Vec<&PageRow> = all.filter(|page| page.is_due).collect();
        due.sort_by_key(|page| page.review_by);
        due
    }
}

/// What the form of who answers for a page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnerForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// What was said of it last.
    pub said: Option<DescribePage>,
    /// The bodies that there are.
    pub bodies: Vec<Choice>,
    /// The day it is.
    pub today: Date,
}

fn bodies(i: Inside<'_>) -> Vec<Choice> {
    let p = i.published();
    let there = p.bodies().filter(|body| !body.has_ended());
    let there: Vec<BodyId> = there.map(|body| body.id).collect();
    let named = there.into_iter().filter_map(|id| {
        Some(Choice {
            id: id.0,
            names: body(p, id)?.0,
            under: None,
        })
    });
    named.collect()
}

impl OwnerForm {
    /// The form of a page by its address, or of one that nobody answers for yet; none for who is no
    /// editor.
    pub fn of(i: Inside<'_>, path: &str) -> Option<OwnerForm> {
        i.edits_site().then(|| OwnerForm {
            frame: WorkFrame::of(i),
            said: described(i, path).map(|page| page.description.clone()),
            bodies: bodies(i),
            today: i.today(),
        })
    }
}

/// What the form of a page knows that the municipality writes itself.
#[derive(Clone, Debug, PartialEq)]
pub struct PageForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Its part of the address; none for a new one.
    pub slug: Option<String>,
    /// What was written last.
    pub said: Option<WritePage>,
    /// How often it has been written, or said who answers for it: what another word is written after.
    pub edition: usize,
    /// Who answers for it.
    pub owner: Option<DescribePage>,
    /// The bodies that there are.
    pub bodies: Vec<Choice>,
    /// The day it is.
    pub today: Date,
}

impl PageForm {
    /// The form of a new page, or of the one at an address; none for who is no editor.
    pub fn of(i: Inside<'_>, slug: Option<&str>) -> Option<PageForm> {
        if !i.edits_site() {
            return None;
        }
        let p = i.published();
        let page: Option<PublicWritten<'_>> = match slug {
            None => None,
            Some(slug) => Some(p.written_at(&Slug::parse(slug)?)?),
        };
        let path = slug.map(address);
        let owner = path.and_then(|path| described(i, &path));
        Some(PageForm {
            frame: WorkFrame::of(i),
            slug: page.map(|page| page.said.slug.to_string()),
            said: page.map(|page| page.said.clone()),
            // Also who answers for it is written in the form.
            edition: page.map_or(0, |page| page.edition)
                + owner.as_ref().map_or(0, |page| page.edition),
            owner: owner.map(|page| page.description.clone()),
            bodies: bodies(i),
            today: i.today(),
        })
    }
}

/// A page as its form wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct PageWriting {
    /// Its part of the address; none for a new one.
    pub slug: Option<String>,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The edition that the form showed.
    pub seen: usize,
    /// What it is called.
    pub title: Names,
    /// What it says; none takes it down.
    pub text: Option<Names>,
    /// The body that owns it.
    pub owner: Option<BodyId>,
    /// The responsible role.
    pub role: Option<Names>,
    /// The day by which it is to be looked over.
    pub review_by: Option<Date>,
}

impl PageWriting {
    /// The commands, with its part of the address.
    fn wanted(&self, i: Inside<'_>) -> Result<Looked<String>, Unsaved> {
        let p = i.published();
        let made = PageId(derived(self.key, "page"));
        let made = p.written(made).map(|page| page.said.slug.to_string());
        let slug = self.slug.clone().or(made);
        let form = PageForm::of(i, slug.as_deref()).ok_or(Unsaved::Nowhere)?;
        let page = form.said.as_ref();
        let title = self.title.sv.as_str().unwrap_or_default();
        let slug = page.map_or_else(|| p.free_page_slug(title), |said| said.slug.clone());
        let written = WritePage {
            page: page.map_or(PageId(derived(self.key, "page")), |said| said.page),
            slug,
            title: self.title.clone(),
            text: self.text.clone(),
        };
        let path = address(&written.slug.to_string());
        let owned = DescribePage {
            path: Text::new(path),
            title: Some(self.title.clone()),
            owner: self.owner,
            role: self.role.clone(),
            review_by: self.review_by,
            source: None,
            since: None,
        };
        let says_so = page == Some(&written) && form.owner.as_ref() == Some(&owned);
        if page.is_some() && form.edition != self.seen && !says_so {
            return Err(Unsaved::Changed);
        }
        let slug = written.slug.to_string();
        Ok(match says_so {
            true => Looked::Stands(slug),
            false => {
                let commands = vec![Command::WritePage(written), Command::DescribePage(owned)];
                Looked::Asks(commands, slug)
            }
        })
    }
}

impl App {
    /// The words that the municipality calls its own by, in small letters: no misspellings.
    pub fn own_words(&self) -> BTreeSet<String> {
        let state = self.state();
        let today = self.today();
        let p = state.published(today, today);
        let group = p
            .group()
            .map(|group| [group.name.clone(), group.place.clone()]);
        let bodies = p.bodies().map(|body| body.name.names.sv.clone());
        let offices = p.offices();
        let offices = offices.iter().map(|o| o.description.names.sv.clone());
        let names = group.into_iter().flatten().chain(bodies).chain(offices);
        let words = names.flat_map(|name| {
            let name = name.as_str().unwrap_or_default().to_lowercase();
            let words = name.split(|c: char| !c.is_alphanumeric() && c != '-');
            words.map(str::to_owned).collect::<Vec<_>>()
        });
        words.filter(|word| !word.is_empty()).collect()
    }

    /// Writes a page, or writes it anew after the edition that its form showed; where it stands.
    /// It is public when this comes back.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn write_page(
        &self,
        person: PersonId,
        writing: PageWriting,
    ) -> Result<String, Unsaved> {
        let look = |i: Inside<'_>, _| writing.wanted(i);
        let failed = |_: &String, error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }

    /// Says who answers for a page, if nobody has said otherwise than the form showed.
    ///
    /// # Errors
    /// [`Unsaved`]; then it stands as it stood.
    pub async fn own_page(
        &self,
        person: PersonId,
        wanted: DescribePage,
        seen: Option<DescribePage>,
    ) -> Result<(), Unsaved> {
        let path = wanted.path.as_str().unwrap_or_default();
        let look = |i: Inside<'_>, _| {
            let said = OwnerForm::of(i, path).ok_or(Unsaved::Nowhere)?.said;
            match said.as_ref() == Some(&wanted) {
                true => Ok(Looked::Stands(())),
                false if said != seen => Err(Unsaved::Changed),
                false => Ok(Looked::Asks(
                    vec![Command::DescribePage(wanted.clone())],
                    (),
                )),
            }
        };
        let failed = |(): &(), error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }
}
