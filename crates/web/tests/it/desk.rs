//! Somebody at their desk in the work area: a browser with a cookie, and the forms that it sends.

use crate::house::Reply;
use crate::town::Town;
use riktning_app::people::new_person;
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::{Command, Slug};

pub(crate) struct Desk<'a> {
    town: &'a Town,
    pub(crate) cookie: String,
}

impl<'a> Desk<'a> {
    /// Somebody new, with roles at bodies by their addresses, who has just signed in.
    pub(crate) async fn of(town: &'a Town, login: &str, roles: &[(Role, &str)]) -> Desk<'a> {
        let person = new_person();
        for (role, slug) in roles {
            grant(town, person, *role, slug).await;
        }
        Desk::who(town, person, login).await
    }

    /// Somebody whom the town knows, who has just signed in.
    pub(crate) async fn who(town: &'a Town, person: PersonId, login: &str) -> Desk<'a> {
        let name = format!("{login} Exempel");
        town.app.add_person(person, login, &name).await.unwrap();
        Desk::back(town, person, login).await
    }

    /// Somebody who has an account and signs in again.
    pub(crate) async fn back(town: &'a Town, person: PersonId, login: &str) -> Desk<'a> {
        let password = town.app.one_time_password(person).await.unwrap();
        let form = format!("login={login}&losenord={password}&till=");
        let reply = send(town, "/logga-in", "", &form).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        assert_eq!(reply.header("location"), Some("/arbete/"));
        let cookie = reply.header("set-cookie").unwrap().to_owned();
        assert!(
            cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"),
            "{cookie}"
        );
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Desk { town, cookie }
    }

    fn headers(&self) -> String {
        format!("cookie: theme=dark; {}\r\n", self.cookie)
    }

    /// What their browser holds.
    pub(crate) fn session(&self) -> &str {
        &self.cookie
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.town.server.get(path, &self.headers()).await
    }

    pub(crate) async fn page(&self, path: &str) -> String {
        let reply = self.get(path).await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{path}");
        reply.text()
    }

    pub(crate) async fn post(&self, path: &str, form: &str) -> Reply {
        send(self.town, path, &self.headers(), form).await
    }

    /// Sends the form of a page with some fields filled in, as a browser does: with the hidden
    /// fields that stand in it.
    pub(crate) async fn fill(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let page = self.page(path).await;
        self.post(path, &form(&page, fields)).await
    }
}

/// The fields of the one form in `main`, with some filled in.
pub(crate) fn form(page: &str, fields: &[(&str, &str)]) -> String {
    let main = page.split("<main").nth(1).unwrap();
    let form = main.split("<form").nth(1).unwrap();
    let hidden = form.split("<input type=\"hidden\" name=\"").skip(1);
    let hidden = hidden.map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"").unwrap();
        (name, rest.split_once('"').unwrap().0)
    });
    self::fields(hidden.chain(fields.iter().copied()))
}

/// Fields as a browser sends them.
pub(crate) fn fields<'a>(all: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let all = all.into_iter();
    let all = all.map(|(name, value)| format!("{name}={}", encoded(value)));
    all.collect::<Vec<_>>().join("&")
}

/// The one-time password that a page tells.
pub(crate) fn password(page: &str) -> String {
    let told = page.split("<code class=\"engang\">").nth(1).unwrap();
    told.split('<').next().unwrap().to_owned()
}

/// The fields of the one form in `main` as they stand, with some filled in otherwise: what a browser
/// sends of a form that somebody has opened.
pub(crate) fn standing(page: &str, fields: &[(&str, &str)]) -> String {
    let main = page.split("<main").nth(1).unwrap();
    let form = main.split("<form").nth(1).unwrap();
    let form = form.split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        let value = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(plain(value.split('"').next()?))
    };
    let mut all: Vec<(String, String)> = Vec::new();
    for part in form.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let kind = attribute(tag, "type").unwrap_or_default();
        let ticks = matches!(kind.as_str(), "checkbox" | "radio");
        let own = attribute(tag, "name");
        if tag.starts_with("input ") && (!ticks || tag.ends_with(" checked")) {
            all.push((own.unwrap(), attribute(tag, "value").unwrap_or_default()));
        } else if tag.starts_with("select ") {
            all.push((own.unwrap(), String::new()));
        } else if tag.starts_with("textarea ") {
            all.push((own.unwrap(), plain(text)));
        } else if tag.starts_with("option ") && tag.ends_with(" selected") {
            all.last_mut().unwrap().1 = attribute(tag, "value").unwrap();
        }
    }
    all.retain(|(own, _)| fields.iter().all(|(name, _)| name != own));
    let all = all
        .iter()
        .map(|(own, value)| (own.as_str(), value.as_str()));
    self::fields(all.chain(fields.iter().copied()))
}

/// A text without the marks of HTML.
pub(crate) fn plain(text: &str) -> String {
    let marks = [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
    ];
    let marked = |text: String, (mark, plain): &(&str, &str)| text.replace(mark, plain);
    marks.iter().fold(text.to_owned(), marked)
}

/// The form of a page that leads to an address: where, and what stands in it.
pub(crate) fn form_to<'a>(page: &'a str, path: &str) -> (String, &'a str) {
    let forms = page.split("<form method=\"post\" action=\"").skip(1);
    let mut forms = forms.map(|rest| (rest.split('"').next().unwrap().replace("&#38;", "&"), rest));
    let (action, rest) = forms.find(|(action, _)| action.contains(path)).unwrap();
    (action, rest.split("</form>").next().unwrap())
}

/// The fields of a form that is one of several on its page.
pub(crate) fn only(own: &str) -> String {
    form(&format!("<main<form{own}"), &[])
}

/// The number of the row in which a word stands.
pub(crate) fn number(page: &str, word: &str) -> String {
    let before = page.split(word).next().unwrap();
    let id = before.rsplit("id=\"nr-").next().unwrap();
    id.split('"').next().unwrap().to_owned()
}

pub(crate) fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' => encoded.push(char::from(byte)),
            b' ' => encoded.push('+'),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

pub(crate) async fn send(town: &Town, path: &str, headers: &str, form: &str) -> Reply {
    let length = form.len();
    town.server
        .send(format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\
             {headers}\r\n{form}"
        ))
        .await
}

/// Gives somebody a role from today on.
pub(crate) async fn grant(town: &Town, person: PersonId, role: Role, slug: &str) {
    let today = town.app.today();
    town.perform(Command::GrantRole(GrantRole {
        person,
        role,
        body: body(town, slug),
        from: today,
        to: None,
    }))
    .await;
}

pub(crate) fn body(town: &Town, slug: &str) -> BodyId {
    town.app.published(town.app.today(), |p| {
        p.body_at(&Slug::parse(slug).unwrap()).unwrap().id
    })
}
