//! The words of a letter, in the reader's language: made when it is sent, of what they may read then.
//! Names of bodies and days, and the titles of decisions that residents see; never a word of a plan.

use super::news::{What, concerns};
use super::{LetterKind, MailSettings, Mailbox};
use crate::app::App;
use crate::links::NewLink;
use crate::work::PlanTime;
use crate::work::{body, silence_word};
use jiff::civil::Date;
use riktning_domain::Inside;
use riktning_domain::ids::{BodyId, DecisionId, PlanId, RoundId};
use riktning_domain::inside::{LastDay, ReportDay, Silence};
use riktning_words::{Language, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Something that is told, and where to read on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    said: String,
    /// The words of the link, and where it leads.
    link: Option<(String, String)>,
}

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mail {
    pub(super) language: Language,
    pub(super) subject: String,
    /// Where one says how much mail one wants.
    pub(super) unsubscribe: String,
    greeting: String,
    lead: Vec<String>,
    items: Vec<Item>,
    foot: Vec<String>,
    account: Option<(String, String)>,
}

/// The words of a letter; nothing if there is nothing that the person may be told any more.
pub(super) fn mail(
    app: &App,
    settings: &MailSettings,
    own: &Mailbox,
    kind: LetterKind,
    whats: &[What],
    links: &BTreeMap<RoundId, NewLink>,
) -> Option<Mail> {
    let words = Words::of(language(&own.language));
    let name = app.name_of(own.person)?;
    let login = app.login_of(own.person)?;
    let town = app.inside(own.person, |i, _| {
        let group = i.published().group();
        group.map(|group| words.typed(&group.name))
    });
    let town = town.unwrap_or_default();
    let url = Links {
        base: &settings.public_url,
        words,
        links,
    };
    let greeting = words.with("mail-greeting", &[("name", &name)]);
    let account = url.to("/arbete/konto");
    let from = words.with("mail-foot-from", &[("town", &town)]);
    let base = Mail {
        language: words.language(),
        subject: String::new(),
        unsubscribe: account.clone(),
        greeting,
        lead: Vec::new(),
        items: Vec::new(),
        foot: vec![from],
        account: None,
    };
    let town = [("town", town.as_str())];
    match kind {
        LetterKind::Digest => {
            let items = app.inside(own.person, |i, _| {
                let told = whats.iter().filter(|what| concerns(i, **what));
                told.filter_map(|what| url.item(i, *what))
                    .collect::<Vec<_>>()
            });
            let count = items.len();
            let mut foot = base.foot.clone();
            foot.push(words.text("mail-foot-digest"));
            (count > 0).then(|| Mail {
                subject: words.count("mail-digest-subject", count, &town),
                lead: vec![words.text("mail-digest-lead")],
                items,
                foot,
                account: Some((words.text("mail-account"), account)),
                ..base
            })
        }
        LetterKind::Reminder => {
            let (round, item) = app.inside(own.person, |i, _| {
                let asked = whats.iter().find_map(|what| match what {
                    What::Asked(round) if concerns(i, *what) => Some(*round),
                    _ => None,
                })?;
                let round = i.round(asked)?.said.names.clone();
                Some((round, url.asked(i, asked)?))
            })?;
            let round = words.typed(words.name(&round).0);
            let args = [("round", round.as_str()), town[0]];
            Some(Mail {
                subject: words.with("mail-asked-subject", &args),
                items: vec![item],
                account: Some((words.text("mail-account"), account)),
                ..base
            })
        }
        LetterKind::Invitation => Some(Mail {
            subject: words.with("mail-invitation-subject", &town),
            lead: vec![
                words.with("mail-invitation-lead", &town),
                words.with("mail-login", &[("login", &login)]),
                words.text("mail-invitation-password"),
            ],
            items: vec![url.sign_in()],
            ..base
        }),
        LetterKind::NewPassword => Some(Mail {
            subject: words.with("mail-new-password-subject", &town),
            lead: vec![
                words.text("mail-new-password-lead"),
                words.text("mail-invitation-password"),
                words.text("mail-not-you"),
            ],
            items: vec![url.sign_in()],
            ..base
        }),
        LetterKind::PasswordChanged => Some(Mail {
            subject: words.with("mail-password-changed-subject", &town),
            lead: vec![
                words.text("mail-password-changed-lead"),
                words.text("mail-not-you"),
            ],
            ..base
        }),
        LetterKind::PasskeysChanged => Some(Mail {
            subject: words.with("mail-passkeys-changed-subject", &town),
            lead: vec![
                words.text("mail-passkeys-changed-lead"),
                words.text("mail-not-you"),
            ],
            ..base
        }),
    }
}

/// The language of a tag; Swedish where there is none such.
pub(super) fn language(tag: &str) -> Language {
    let mut all = Language::ALL.into_iter();
    all.find(|language| language.tag() == tag)
        .unwrap_or(Language::Sv)
}

/// What leads from a letter to the pages.
struct Links<'a> {
    base: &'a str,
    words: Words,
    /// The links by which they report without a password, by round.
    links: &'a BTreeMap<RoundId, NewLink>,
}

impl Links<'_> {
    fn to(&self, path: &str) -> String {
        format!("{}{}{path}", self.base, self.words.language().prefix())
    }

    fn sign_in(&self) -> Item {
        Item {
            said: self.words.text("mail-sign-in-where"),
            link: Some((self.words.text("mail-sign-in"), self.to("/logga-in"))),
        }
    }

    fn item(&self, i: Inside<'_>, what: What) -> Option<Item> {
        match what {
            What::HandedIn(id) => {
                let plan = i.plan(id)?;
                let time = PlanTime::of(plan.period());
                let (name, _) = self.body(i, plan.body())?;
                let day = self.words.day(plan.handed_in()?);
                let args = [
                    ("body", name.as_str()),
                    ("year", &time.to_string()),
                    ("day", &day),
                ];
                let said = self.words.with("mail-handed-in", &args);
                Some(Item {
                    said,
                    link: self.plan(i, plan.body(), time),
                })
            }
            What::Referred(id) => self.referred(i, id, "mail-referred"),
            What::RemindReferral(id, _) => self.referred(i, id, "mail-remind-referral"),
            What::Revise(id, by) => {
                let document = i.published().document(id)?;
                let title = self.words.typed(&document.wording.title);
                let args = [("title", title.as_str()), ("day", &self.words.day(by))];
                Some(Item {
                    said: self.words.with("mail-revise", &args),
                    link: Some((
                        title.clone(),
                        self.to(&format!("/arbete/styrdokument/{}", document.slug)),
                    )),
                })
            }
            What::Mentioned(id) => {
                let plan = i.plan(id)?;
                let time = PlanTime::of(plan.period());
                let (name, _) = self.body(i, plan.body())?;
                let args = [("body", name.as_str()), ("year", &time.to_string())];
                Some(Item {
                    said: self.words.with("mail-mentioned", &args),
                    link: Some((self.words.text("mail-desk"), self.to("/arbete/"))),
                })
            }
            What::Report(day) => self.report(i, day),
            What::Missing(day) => self.missing(i, day),
            What::Asked(round) => self.asked(i, round),
            What::Week(_) => self.week(i),
            What::Decided(id) => self.decided(i, id),
            What::Remind(LastDay {
                body, year, last, ..
            }) => {
                let (name, _) = self.body(i, body)?;
                let left = days_left(i.today(), last);
                let args = [
                    ("body", name.as_str()),
                    ("year", &year.to_string()),
                    ("day", &self.words.day(last)),
                ];
                let said = match left {
                    0 => self.words.with("mail-remind-today", &args),
                    left => self.words.count("mail-remind", left, &args),
                };
                Some(Item {
                    said,
                    link: PlanTime::year(year).and_then(|time| self.plan(i, body, time)),
                })
            }
            What::LetIn | What::NewPassword | What::PasswordChanged | What::PasskeysChanged => None,
        }
    }

    /// That a plan asks what their body says of it, or waits for it still.
    fn referred(&self, i: Inside<'_>, id: PlanId, key: &'static str) -> Option<Item> {
        let plan = i.plan(id)?;
        let time = PlanTime::of(plan.period());
        let (name, _) = self.body(i, plan.body())?;
        let until = self.words.day(plan.referral()?.until?);
        let args = [
            ("body", name.as_str()),
            ("year", &time.to_string()),
            ("day", &until),
        ];
        Some(Item {
            said: self.words.with(key, &args), // words-keys: mail-*
            link: self.plan(i, plan.body(), time),
        })
    }

    /// That rows wait for them in a round, by when, and the way to them.
    fn report(&self, i: Inside<'_>, day: ReportDay) -> Option<Item> {
        let round = i.round(day.round)?;
        let (name, _) = self.body(i, day.body)?;
        let round_name = self.words.typed(self.words.name(&round.said.names).0);
        let left = i.rows_to_report_for(day.round, day.body).len();
        let last = self.words.day(day.last);
        let args = [
            ("round", round_name.as_str()),
            ("body", &name),
            ("day", &last),
        ];
        let key = match day.last < i.today() {
            true => "mail-report-late",
            false => "mail-report",
        };
        let said = self.words.count(key, left, &args); // words-keys: mail-*
        Some(self.to_rows(said, day.round, &round_name))
    }

    /// That a body whose administration they lead has not handed in all.
    fn missing(&self, i: Inside<'_>, day: ReportDay) -> Option<Item> {
        let round = i.round(day.round)?;
        let (name, slug) = self.body(i, day.body)?;
        let round_name = self.words.typed(self.words.name(&round.said.names).0);
        let last = self.words.day(day.last);
        let args = [
            ("round", round_name.as_str()),
            ("body", &name),
            ("day", &last),
        ];
        let left = i.rows_missing(&day);
        let to = format!("/arbete/omgang/{}/oversikt/{slug}", day.round);
        Some(Item {
            said: self.words.count("mail-missing", left, &args),
            link: Some((self.words.text("mail-missing-link"), self.to(&to))),
        })
    }

    /// That whoever leads a round asks for the rows that wait for them.
    fn asked(&self, i: Inside<'_>, id: RoundId) -> Option<Item> {
        let round = i.round(id)?;
        let round_name = self.words.typed(self.words.name(&round.said.names).0);
        let left = i.rows_to_report(id).len();
        let named = [("round", round_name.as_str())];
        let mut said = self.words.count("mail-asked", left, &named);
        if let Some(last) = i.last_day_to_report(id) {
            let key = match last < i.today() {
                true => "mail-asked-was",
                false => "mail-asked-last",
            };
            let day = self.words.day(last);
            let last = self.words.with(key, &[("day", &day)]); // words-keys: mail-*
            said = format!("{said} {last}");
        }
        Some(self.to_rows(said, id, &round_name))
    }

    /// What is said of a round, and the way to one's own rows of it.
    fn to_rows(&self, mut said: String, id: RoundId, round: &str) -> Item {
        let to = match self.links.get(&id) {
            Some(link) => {
                said = format!("{said} {}", self.words.text("mail-report-link-is-yours"));
                self.to(&format!("/lank/{}", link.token))
            }
            None => self.to(&format!("/arbete/omgang/{id}/rapportera")),
        };
        let link = self.words.with("mail-report-link", &[("round", round)]);
        Item {
            said,
            link: Some((link, to)),
        }
    }

    /// How much is silent of what they keep an eye on, and in which ways: counts, and no word of any row.
    fn week(&self, i: Inside<'_>) -> Option<Item> {
        let all = i.silent_by_mail();
        let rows: BTreeSet<_> = all.iter().map(|silent| silent.element).collect();
        let ways = Silence::ALL.into_iter().filter_map(|silence| {
            let count = all.iter().filter(|own| own.silence == silence).count();
            let key = format!("silence-{}", silence_word(silence)); // words-keys: silence-*
            let name = self.words.text(&key);
            (count > 0).then(|| format!("{name}: {}", self.words.whole(count)))
        });
        let ways: Vec<String> = ways.collect();
        let ways = ways.join(". ");
        let said = self
            .words
            .count("mail-week", rows.len(), &[("ways", &ways)]);
        Some(Item {
            said,
            link: Some((self.words.text("mail-week-link"), self.to("/arbete/radar"))),
        })
    }

    /// A decision as residents see it: what is kept back of it is not told here either.
    fn decided(&self, i: Inside<'_>, id: DecisionId) -> Option<Item> {
        let decision = i.published().decision(id)?;
        let (name, _) = self.body(i, decision.body())?;
        let day = self.words.dated(decision.date());
        let args = [("body", name.as_str()), ("day", &day)];
        let mut said = match decision.paragraph().and_then(|p| p.as_str()) {
            Some(paragraph) => {
                let args = [args[0], args[1], ("paragraph", paragraph)];
                self.words.with("mail-decided-paragraph", &args)
            }
            None => self.words.with("mail-decided", &args),
        };
        if let Some(title) = decision.title().and_then(|title| title.as_str()) {
            let titled = self.words.with("mail-titled", &[("title", title)]);
            said = format!("{said} {titled}");
        }
        let plan = i.plan_decided_by(id);
        let link = plan.and_then(|plan| {
            let time = PlanTime::of(plan.period());
            self.plan(i, plan.body(), time)
        });
        let desk = || (self.words.text("mail-desk"), self.to("/arbete/"));
        Some(Item {
            said,
            link: Some(link.unwrap_or_else(desk)),
        })
    }

    fn plan(&self, i: Inside<'_>, of: BodyId, time: PlanTime) -> Option<(String, String)> {
        let (name, slug) = self.body(i, of)?;
        let args = [("body", name.as_str()), ("year", &time.to_string())];
        let words = self.words.with("mail-plan", &args);
        Some((
            words,
            self.to(&format!("/arbete/planer/{}/{slug}", time.address())),
        ))
    }

    fn body(&self, i: Inside<'_>, id: BodyId) -> Option<(String, String)> {
        let (names, slug) = body(i.published(), id)?;
        let (name, _) = self.words.name(&names);
        Some((self.words.typed(name), slug))
    }
}

fn days_left(today: Date, last: Date) -> usize {
    usize::try_from((last - today).get_days()).unwrap_or_default()
}

impl Mail {
    /// The letter as plain text.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.greeting);
        for line in &self.lead {
            let _ = write!(text, "{line}\n\n");
        }
        for item in &self.items {
            let _ = match &item.link {
                Some((words, to)) => write!(text, "* {}\n  {words}: {to}\n\n", item.said),
                None => write!(text, "* {}\n\n", item.said),
            };
        }
        for line in &self.foot {
            let _ = writeln!(text, "{line}");
        }
        if let Some((words, to)) = &self.account {
            let _ = writeln!(text, "{words}: {to}");
        }
        text
    }

    /// The same as a page: headings, lists and links with words, and nothing else.
    pub(super) fn html(&self) -> String {
        let tag = self.language.tag();
        let subject = escaped(&self.subject);
        let mut page = format!(
            "<!doctype html>\n<html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
             <title>{subject}</title></head><body><h1>{subject}</h1>\n"
        );
        let _ = writeln!(page, "<p>{}</p>", escaped(&self.greeting));
        for line in &self.lead {
            let _ = writeln!(page, "<p>{}</p>", escaped(line));
        }
        let _ = writeln!(page, "<ul>");
        for item in &self.items {
            let _ = write!(page, "<li><p>{}</p>", escaped(&item.said));
            if let Some(to) = &item.link {
                let _ = write!(page, "<p>{}</p>", link(to));
            }
            let _ = writeln!(page, "</li>");
        }
        let _ = writeln!(page, "</ul>\n<hr>");
        for line in &self.foot {
            let _ = writeln!(page, "<p>{}</p>", escaped(line));
        }
        if let Some(to) = &self.account {
            let _ = writeln!(page, "<p>{}</p>", link(to));
        }
        page.push_str("</body></html>\n");
        // A list without rows says nothing, and a screen reader would tell of it.
        page.replace("<ul>\n</ul>\n", "")
    }
}

fn link((words, to): &(String, String)) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(to), escaped(words))
}

/// Escaped, without marks that turn the reading direction of what stands around them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}
