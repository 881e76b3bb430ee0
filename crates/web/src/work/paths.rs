//! The addresses of the work area.

use jiff::civil::Date;
use riktning_app::work::{CommentAt, DirectiveStep, HistoryPage, PlanTime, Whose};
use riktning_domain::ids::{
    DecisionId, DirectiveId, LevelId, ModelId, PersonId, RoundId, ScaleId, TopicId, YearlyRoundId,
};
use riktning_words::Language;
use std::borrow::Borrow;

/// What asks for everybody's days of a year.
pub(crate) const ALL_DAYS: &str = "alla";

/// The addresses of the work area in a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WorkPaths(pub(crate) Language);

impl WorkPaths {
    fn to(self, path: &str) -> String {
        format!("{}{path}", self.0.prefix())
    }

    pub(crate) fn desk(self) -> String {
        self.to("/arbete/")
    }

    /// What is missing or left behind.
    pub(crate) fn gaps(self) -> String {
        self.to("/arbete/luckor")
    }

    /// What is silent.
    pub(crate) fn radar(self) -> String {
        self.to("/arbete/radar")
    }

    /// How much every body has been asked to do.
    pub(crate) fn load(self) -> String {
        self.to("/arbete/styrtyngd")
    }

    /// What is reported in a round.
    pub(crate) fn overview(self, round: &RoundId) -> String {
        self.to(&format!("/arbete/omgang/{round}/oversikt"))
    }

    /// The rows of a body in a round.
    pub(crate) fn body_rows(self, round: &RoundId, body: &str) -> String {
        self.to(&format!("/arbete/omgang/{round}/oversikt/{body}"))
    }

    pub(crate) fn remind(self, round: &RoundId) -> String {
        self.to(&format!("/arbete/omgang/{round}/paminn"))
    }

    pub(crate) fn link(self, token: &str) -> String {
        self.to(&format!("/lank/{token}"))
    }

    pub(crate) fn report(self, round: &RoundId) -> String {
        self.to(&format!("/arbete/omgang/{round}/rapportera"))
    }

    /// The outcomes that somebody reports of a year.
    pub(crate) fn outcomes(self, year: &i16) -> String {
        self.to(&format!("/arbete/utfall?ar={year}"))
    }

    /// What waits to be looked at in a round.
    pub(crate) fn review(self, round: &RoundId) -> String {
        self.to(&format!("/arbete/omgang/{round}/granska"))
    }

    /// Where the decision over a body's report is recorded.
    pub(crate) fn decide_report(self, round: &RoundId, body: &str) -> String {
        self.to(&format!("/arbete/omgang/{round}/beslut/{body}"))
    }

    /// The year: the wheel, its days and its rounds.
    pub(crate) fn year(self, year: impl Borrow<i16>) -> String {
        self.to(&format!("/arbete/aret/{}", year.borrow()))
    }

    /// The same with the days of whoever reads, or everybody's.
    pub(crate) fn year_of(self, year: &i16, whose: Whose) -> String {
        match whose {
            Whose::Mine => self.year(year),
            Whose::Everybodys => format!("{}?dagar={ALL_DAYS}", self.year(year)),
        }
    }

    /// The same after something of it was changed.
    pub(crate) fn year_done(self, year: i16) -> String {
        self.to(&format!("/arbete/aret/{year}?gjort=sparat"))
    }

    /// The terms of office.
    pub(crate) fn terms(self) -> String {
        self.to("/arbete/mandattider")
    }

    /// Where the rounds of a year are made of those of the year before.
    pub(crate) fn cycle(self, year: &i16) -> String {
        self.to(&format!("/arbete/aret/{year}/omgangar"))
    }

    /// Where somebody is given an address for their calendar program.
    pub(crate) fn own_calendar(self) -> String {
        self.to("/arbete/konto/kalender")
    }

    /// The calendar that an address leads to.
    pub(crate) fn calendar(self, token: &str) -> String {
        self.to(&format!("/kalender/{token}.ics"))
    }

    pub(crate) fn new_round(self, year: &i16) -> String {
        self.to(&format!("/arbete/omgangar/ny?ar={year}"))
    }

    pub(crate) fn round(self, id: &RoundId) -> String {
        self.to(&format!("/arbete/omgangar/{id}"))
    }

    /// The governance models.
    pub(crate) fn models(self) -> String {
        self.to("/arbete/malmodell")
    }

    pub(crate) fn model(self, id: &ModelId) -> String {
        self.to(&format!("/arbete/malmodell/{id}"))
    }

    /// Where a model is put in force.
    pub(crate) fn model_force(self, id: &ModelId) -> String {
        self.to(&format!("/arbete/malmodell/{id}/galla"))
    }

    pub(crate) fn model_level(self, id: &ModelId, level: &LevelId) -> String {
        self.to(&format!("/arbete/malmodell/{id}/niva/{level}"))
    }

    pub(crate) fn new_level(self, id: &ModelId) -> String {
        self.to(&format!("/arbete/malmodell/{id}/niva/ny"))
    }

    pub(crate) fn model_scale(self, id: &ModelId, scale: &ScaleId) -> String {
        self.to(&format!("/arbete/malmodell/{id}/skala/{scale}"))
    }

    pub(crate) fn new_scale(self, id: &ModelId) -> String {
        self.to(&format!("/arbete/malmodell/{id}/skala/ny"))
    }

    pub(crate) fn model_yearly(self, id: &ModelId, round: &YearlyRoundId) -> String {
        self.to(&format!("/arbete/malmodell/{id}/omgang/{round}"))
    }

    pub(crate) fn new_yearly(self, id: &ModelId) -> String {
        self.to(&format!("/arbete/malmodell/{id}/omgang/ny"))
    }

    /// The indicators, by whoever looks after them.
    pub(crate) fn indicators(self) -> String {
        self.to("/arbete/indikatorer")
    }

    pub(crate) fn new_indicator(self) -> String {
        self.to("/arbete/indikatorer/ny")
    }

    pub(crate) fn own_indicator(self, slug: &str) -> String {
        self.to(&format!("/arbete/indikatorer/{slug}"))
    }

    pub(crate) fn history_of_indicator(self, slug: &str) -> String {
        self.history(&HistoryPage::Indicator(slug.to_owned()))
    }

    /// The topics that models use.
    pub(crate) fn model_topics(self) -> String {
        self.to("/arbete/malmodell/amnen")
    }

    pub(crate) fn model_topic(self, id: &TopicId) -> String {
        self.to(&format!("/arbete/malmodell/amnen/{id}"))
    }

    /// A new topic of a dimension, by its word.
    pub(crate) fn new_topic(self, dimension: &str) -> String {
        self.to(&format!("/arbete/malmodell/amnen/{dimension}"))
    }

    pub(crate) fn plans_of_year(self, year: &i16) -> String {
        self.to(&format!("/arbete/planer/{year}"))
    }

    pub(crate) fn plans(self, time: &PlanTime) -> String {
        self.to(&format!("/arbete/planer/{}", time.address()))
    }

    pub(crate) fn plan(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!("/arbete/planer/{}/{body}", time.address()))
    }

    pub(crate) fn hand_in(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/lamna-in",
            time.address()
        ))
    }

    /// The memorandum over what is proposed.
    pub(crate) fn memorandum(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/tjansteskrivelse",
            time.address()
        ))
    }

    /// Whom a plan asks what they say of it, and what they have answered.
    pub(crate) fn refer(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!("/arbete/planer/{}/{body}/remiss", time.address()))
    }

    /// Where a body answers when it is asked about a plan.
    pub(crate) fn answer_referral(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/remissvar",
            time.address()
        ))
    }

    pub(crate) fn take_back(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/ta-tillbaka",
            time.address()
        ))
    }

    pub(crate) fn decision(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!("/arbete/planer/{}/{body}/beslut", time.address()))
    }

    /// The form of a new element; `order` is the number of the order that it answers.
    pub(crate) fn write(
        self,
        time: &PlanTime,
        body: &str,
        place: &usize,
        order: Option<&u32>,
    ) -> String {
        let order = order.map(|order| format!("&uppdrag={order}"));
        let order = order.unwrap_or_default();
        self.to(&format!(
            "/arbete/planer/{}/{body}/nytt?niva={place}{order}",
            time.address()
        ))
    }

    /// Where an order is accepted as it stands.
    pub(crate) fn accept(self, time: &PlanTime, body: &str, place: &usize, order: &u32) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/anta?niva={place}&uppdrag={order}",
            time.address()
        ))
    }

    /// Where a list is pasted.
    pub(crate) fn paste(self, time: &PlanTime, body: &str, place: &usize) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/lista?niva={place}",
            time.address()
        ))
    }

    /// Where the rows of a plan are put in order.
    pub(crate) fn arrange(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!("/arbete/planer/{}/{body}/ordning", time.address()))
    }

    /// What is said of a plan or of a row of it.
    pub(crate) fn comments(self, at: &CommentAt) -> String {
        let row = at.row.map(|row| format!("?rad={row}"));
        let row = row.unwrap_or_default();
        self.to(&format!(
            "/arbete/planer/{}/{}/kommentarer{row}",
            at.time.address(),
            at.body
        ))
    }

    /// The same with something more in the address.
    pub(crate) fn comments_with(self, at: &CommentAt, more: &str) -> String {
        let joined = if at.row.is_some() { '&' } else { '?' };
        format!("{}{joined}{more}", self.comments(at))
    }

    /// The same after something was done to a comment.
    pub(crate) fn comments_done(self, at: &CommentAt, what: &str, id: uuid::Uuid) -> String {
        let to = self.comments_with(at, &format!("gjort={what}"));
        format!("{to}#k-{id}")
    }

    /// What is said of a plan.
    pub(crate) fn comments_of(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/kommentarer",
            time.address()
        ))
    }

    /// What is said of a row of a plan.
    pub(crate) fn comments_of_row(self, time: &PlanTime, body: &str, row: &u32) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/kommentarer?rad={row}",
            time.address()
        ))
    }

    /// The earlier plan, as a proposal.
    pub(crate) fn earlier(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/tidigare",
            time.address()
        ))
    }

    /// What became of the orders of a year.
    pub(crate) fn orders(self, time: &PlanTime) -> String {
        self.to(&format!("/arbete/uppdrag/{}", time.address()))
    }

    pub(crate) fn element(self, number: &u32) -> String {
        self.to(&format!("/arbete/ataganden/{number}"))
    }

    /// The register of decisions.
    pub(crate) fn decisions(self) -> String {
        self.to("/arbete/beslut")
    }

    /// One decision with what has become of it.
    pub(crate) fn decided(self, id: &DecisionId) -> String {
        self.to(&format!("/arbete/beslut/{id}"))
    }

    /// The form of a decision over what stands of a body.
    pub(crate) fn decide_over(self, body: &str) -> String {
        self.to(&format!("/arbete/beslut/nytt/{body}"))
    }

    /// The same with one row first.
    pub(crate) fn decide_over_row(self, body: &str, number: u32) -> String {
        self.to(&format!("/arbete/beslut/nytt/{body}?rad={number}"))
    }

    /// The bodies of the group.
    pub(crate) fn organisation(self) -> String {
        self.to("/arbete/organisation")
    }

    /// A body with what it carries.
    pub(crate) fn organ(self, slug: &str) -> String {
        self.to(&format!("/arbete/organisation/{slug}"))
    }

    /// The form in which bodies end and are founded.
    pub(crate) fn reorganise(self) -> String {
        self.to("/arbete/omorganisation")
    }

    /// The same for a body that ends.
    pub(crate) fn reorganise_from(self, slug: &str) -> String {
        self.to(&format!("/arbete/omorganisation?organ={slug}"))
    }

    /// The decision behind changes of the organisation that stand.
    pub(crate) fn organised(self) -> String {
        self.to("/arbete/omorganisation/beslut")
    }

    /// The same, beginning with those of a body.
    pub(crate) fn organised_of(self, slug: &str) -> String {
        self.to(&format!("/arbete/omorganisation/beslut?organ={slug}"))
    }

    /// Who did what in the whole journal.
    pub(crate) fn journal(self) -> String {
        self.to("/arbete/historik")
    }

    /// The same, as it was written by the end of a day.
    pub(crate) fn journal_known(self, day: &Date) -> String {
        self.to(&format!("/arbete/historik?kant={day}"))
    }

    /// The history of a thing.
    pub(crate) fn history(self, of: &HistoryPage) -> String {
        self.to(&match of {
            HistoryPage::Element(number) => format!("/arbete/historik/ataganden/{number}"),
            HistoryPage::Indicator(slug) => format!("/arbete/historik/indikatorer/{slug}"),
            HistoryPage::Document(slug) => format!("/arbete/historik/styrdokument/{slug}"),
            HistoryPage::Directive(id) => format!("/arbete/historik/agardirektiv/{id}"),
            HistoryPage::Page(slug) => format!("/arbete/historik/sidor/{slug}"),
            HistoryPage::Rule(slug) => format!("/arbete/historik/lagar/{slug}"),
        })
    }

    pub(crate) fn history_of_element(self, number: &u32) -> String {
        self.history(&HistoryPage::Element(*number))
    }

    /// The governing documents of somebody's work.
    pub(crate) fn own_documents(self) -> String {
        self.to("/arbete/styrdokument")
    }

    pub(crate) fn new_document(self) -> String {
        self.to("/arbete/styrdokument/nytt")
    }

    /// The form of a governing document.
    pub(crate) fn own_document(self, slug: &str) -> String {
        self.to(&format!("/arbete/styrdokument/{slug}"))
    }

    /// The form of the decision over a governing document.
    pub(crate) fn adopt_document(self, slug: &str) -> String {
        self.to(&format!("/arbete/styrdokument/{slug}/beslut"))
    }

    /// Owner directives.
    pub(crate) fn directives(self) -> String {
        self.to("/arbete/agardirektiv")
    }

    pub(crate) fn new_directive(self) -> String {
        self.to("/arbete/agardirektiv/nytt")
    }

    /// The form of an owner directive.
    pub(crate) fn directive(self, id: &DirectiveId) -> String {
        self.to(&format!("/arbete/agardirektiv/{id}"))
    }

    pub(crate) fn history_of_directive(self, id: &DirectiveId) -> String {
        self.history(&HistoryPage::Directive(*id))
    }

    /// The form of a decision over an owner directive.
    pub(crate) fn decide_directive(self, id: &DirectiveId, step: &DirectiveStep) -> String {
        let step = match step {
            DirectiveStep::Council => "beslut",
            DirectiveStep::Meeting => "stamma",
        };
        self.to(&format!("/arbete/agardirektiv/{id}/{step}"))
    }

    /// Laws and other rules from outside.
    pub(crate) fn laws(self) -> String {
        self.to("/arbete/lagar")
    }

    pub(crate) fn new_law(self) -> String {
        self.to("/arbete/lagar/ny")
    }

    /// The form of a law.
    pub(crate) fn law(self, slug: &str) -> String {
        self.to(&format!("/arbete/lagar/{slug}"))
    }

    pub(crate) fn history_of_law(self, slug: &str) -> String {
        self.history(&HistoryPage::Rule(slug.to_owned()))
    }

    pub(crate) fn history_of_document(self, slug: &str) -> String {
        self.history(&HistoryPage::Document(slug.to_owned()))
    }

    /// What a body proposes against what is in force.
    pub(crate) fn proposal(self, time: &PlanTime, body: &str) -> String {
        let time = time.address();
        self.to(&format!("/arbete/planer/{time}/{body}/forslag"))
    }

    /// Who may read a row.
    pub(crate) fn readers(self, number: &u32) -> String {
        self.to(&format!("/arbete/ataganden/{number}/lasare"))
    }

    /// The decision that closes a plan.
    pub(crate) fn closing(self, time: &PlanTime, body: &str) -> String {
        self.to(&format!("/arbete/planer/{}/{body}/avslut", time.address()))
    }

    /// Where a slip of the pen in a decided row is put right.
    pub(crate) fn righting(self, number: &u32) -> String {
        self.to(&format!("/arbete/ataganden/{number}/rattelse"))
    }

    /// Where a draft is taken back.
    pub(crate) fn remove(self, time: &PlanTime, body: &str, number: &u32) -> String {
        self.to(&format!(
            "/arbete/planer/{}/{body}/ta-bort/{number}",
            time.address()
        ))
    }

    /// Where what is typed is kept.
    pub(crate) fn drafts(self) -> String {
        self.to("/arbete/utkast")
    }

    /// Where what was left in a form is thrown away.
    pub(crate) fn throw_draft(self) -> String {
        self.to("/arbete/utkast/slang")
    }

    /// A form that was left, by its address in Swedish.
    pub(crate) fn form(self, form: &str) -> String {
        self.to(form)
    }

    /// The editor's page.
    pub(crate) fn site(self) -> String {
        self.to("/arbete/webbplats")
    }

    /// What residents answered.
    pub(crate) fn answers(self) -> String {
        self.to("/arbete/webbplats/svar")
    }

    /// What lacks a translation.
    pub(crate) fn translations(self) -> String {
        self.to("/arbete/webbplats/oversattningar")
    }

    /// The texts of a thing, in the other languages.
    pub(crate) fn translation(self, address: &str) -> String {
        self.to(&format!("/arbete/webbplats/oversattningar/{address}"))
    }

    /// The pages of the public site, for an editor.
    pub(crate) fn pages(self) -> String {
        self.to("/arbete/webbplats/sidor")
    }

    pub(crate) fn new_page(self) -> String {
        self.to("/arbete/webbplats/sidor/ny")
    }

    /// The form of a page that the municipality writes itself.
    pub(crate) fn page(self, slug: &str) -> String {
        self.to(&format!("/arbete/webbplats/sidor/{slug}"))
    }

    /// Where it is said who answers for a page.
    pub(crate) fn page_owner_form(self) -> String {
        self.to("/arbete/webbplats/ansvar")
    }

    /// The form of who answers for a page, by its Swedish address.
    pub(crate) fn page_owner(self, path: &str) -> String {
        let path = crate::cache::address::escaped(path);
        self.to(&format!("/arbete/webbplats/ansvar?sida={path}"))
    }

    pub(crate) fn history_of_page(self, slug: &str) -> String {
        self.history(&HistoryPage::Page(slug.to_owned()))
    }

    /// Where it is said what was changed because of an answer.
    pub(crate) fn answer(self, id: &uuid::Uuid) -> String {
        self.to(&format!("/arbete/webbplats/svar/{id}"))
    }

    /// Where answers are erased under a decision on disposal.
    pub(crate) fn erase_answers(self) -> String {
        self.to("/arbete/webbplats/svar/gallra")
    }

    pub(crate) fn new_notice(self) -> String {
        self.to("/arbete/webbplats/driftinformation/ny")
    }

    pub(crate) fn notice(self, id: &str) -> String {
        self.to(&format!("/arbete/webbplats/driftinformation/{id}"))
    }

    pub(crate) fn end_notice(self, id: &str) -> String {
        self.to(&format!("/arbete/webbplats/driftinformation/{id}/ta-ner"))
    }

    /// The contact centre, for an editor.
    pub(crate) fn offices(self) -> String {
        self.to("/arbete/webbplats/kontakt")
    }

    pub(crate) fn new_office(self) -> String {
        self.to("/arbete/webbplats/kontakt/nytt")
    }

    /// The form of an office by name and address.
    pub(crate) fn office(self, office: &str) -> String {
        self.to(&format!("/arbete/webbplats/kontakt/{office}"))
    }

    pub(crate) fn hours(self, office: &str, kind: &str) -> String {
        self.to(&format!("/arbete/webbplats/kontakt/{office}/{kind}"))
    }

    pub(crate) fn days(self, office: &str) -> String {
        self.to(&format!("/arbete/webbplats/kontakt/{office}/dagar"))
    }

    /// *Mitt konto*.
    pub(crate) fn account(self) -> String {
        self.to("/arbete/konto")
    }

    /// Where one says where one gets mail.
    pub(crate) fn mailbox(self) -> String {
        self.to("/arbete/konto/post")
    }

    /// What mail waits, has been sent and has come back.
    pub(crate) fn post(self) -> String {
        self.to("/arbete/post")
    }

    /// Where a device is signed out.
    pub(crate) fn devices(self) -> String {
        self.to("/arbete/konto/enheter")
    }

    /// *Inloggning i två steg*, of whoever is signed in.
    pub(crate) fn factor(self) -> String {
        self.to("/arbete/konto/tva-steg")
    }

    /// Where one's own passkeys are added and removed.
    pub(crate) fn passkeys(self) -> String {
        self.to("/arbete/konto/passnycklar")
    }

    /// Everybody, for whoever looks after people.
    pub(crate) fn people(self) -> String {
        self.to("/arbete/personer")
    }

    pub(crate) fn person(self, id: &PersonId) -> String {
        self.to(&format!("/arbete/personer/{id}"))
    }

    pub(crate) fn password(self) -> String {
        self.to("/arbete/losenord")
    }

    pub(crate) fn sign_in(self) -> String {
        self.to("/logga-in")
    }

    /// Where a sign-in through a service begins.
    pub(crate) fn sign_in_through(self, id: &str) -> String {
        self.to(&format!("/logga-in/via/{id}"))
    }

    /// The second step of a sign-in.
    pub(crate) fn second_step(self) -> String {
        self.to("/logga-in/kod")
    }

    /// Where a passkey signs somebody in.
    pub(crate) fn passkey(self) -> String {
        self.to("/logga-in/passnyckel")
    }

    /// Where a browser is asked for one.
    pub(crate) fn ask_for_passkey(self) -> String {
        self.to("/logga-in/passnyckel/fraga")
    }

    pub(crate) fn sign_out(self) -> String {
        self.to("/logga-ut")
    }
}

/// Whether a path is of the work area: its pages are never kept and never anybody else's.
pub(crate) fn is_work(path: &str) -> bool {
    let below = path
        .strip_prefix("/en")
        .or_else(|| path.strip_prefix("/fi"))
        .filter(|below| below.starts_with('/'))
        .unwrap_or(path);
    let first = below.trim_start_matches('/').split('/').next();
    matches!(
        first,
        Some("arbete" | "logga-in" | "logga-ut" | "kalender" | "lank")
    )
}

/// A path as it may be told in a log: what opens a calendar or a report is a secret.
pub(crate) fn without_secret(path: &str) -> &str {
    let secrets = ["/kalender/", "/lank/"].into_iter();
    let mut found = secrets.filter_map(|before| Some(path.find(before)? + before.len()));
    match found.next() {
        Some(end) if is_work(path) => &path[..end],
        _ => path,
    }
}

/// Where somebody wanted to go, if it is a place of the work area and nobody else's site.
pub(crate) fn wanted(path: &str) -> Option<&str> {
    let ours = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/?&=%".contains(&byte);
    let plain = path.split('?').next().unwrap_or_default();
    let good = path.len() <= 500
        && plain.starts_with('/')
        && !plain.contains("//")
        && path.bytes().all(ours)
        && is_work(plain)
        && plain.split('/').any(|part| part == "arbete");
    good.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_secret_is_told_in_a_log() {
        assert_eq!(without_secret("/fi/kalender/0a1b.ics"), "/fi/kalender/");
        assert_eq!(without_secret("/en/lank/0a1b"), "/en/lank/");
        assert_eq!(without_secret("/lank/0a1b"), "/lank/");
        assert_eq!(without_secret("/mal/kalender/x"), "/mal/kalender/x");
    }

    #[test]
    fn only_the_work_area_is_a_place_to_come_back_to() {
        for good in [
            "/arbete/",
            "/fi/arbete/planer/2027/ks/nytt?niva=2&uppdrag=7",
        ] {
            assert_eq!(wanted(good), Some(good));
        }
        for bad in [
            "//evil.example/arbete/",
            "https://evil.example/arbete/",
            "/\\evil.example/arbete",
            "/vision",
            "/logga-in",
            "/arbete/\r\nSet-Cookie: a=b",
            "",
        ] {
            assert_eq!(wanted(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_work_area_is_known_in_each_language() {
        for work in [
            "/arbete/",
            "/arbete",
            "/en/arbete/x",
            "/fi/logga-in",
            "/logga-ut",
        ] {
            assert!(is_work(work), "{work}");
        }
        for public in [
            "/",
            "/arbetet",
            "/2016-2019/arbete",
            "/english/arbete/",
            "/en",
        ] {
            assert!(!is_work(public), "{public}");
        }
    }
}
