//! Markdown as somebody types it, made into the few kinds of markup that a page has. What looks like
//! markup of the web is shown as it was typed, a picture is its words, and a link leads only where a
//! page may lead.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use riktning_domain::sources::is_web_address;

/// A text in Markdown as it stands on a page, whose own heading is above it.
pub(crate) fn rendered(text: &str) -> String {
    let mut page = String::with_capacity(text.len() * 2);
    html::push_html(&mut page, events(text).into_iter());
    page
}

/// The addresses that a text links to.
pub(crate) fn links(text: &str) -> Vec<String> {
    let found = Parser::new_ext(text, options()).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    });
    found.collect()
}

fn options() -> Options {
    Options::ENABLE_TABLES
}

fn events(text: &str) -> Vec<Event<'_>> {
    let mut open = Vec::new();
    let events = Parser::new_ext(text, options()).filter_map(|event| match event {
        // What somebody wrote as markup is words.
        Event::Html(words) | Event::InlineHtml(words) => Some(Event::Text(words)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below(level)))),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            ..
        }) => {
            let leads = may_lead(link_type, &dest_url);
            open.push(leads);
            let link = Tag::Link {
                link_type,
                dest_url,
                title: "".into(),
                id: "".into(),
            };
            leads.then_some(Event::Start(link))
        }
        Event::End(TagEnd::Link) => {
            let leads = open.pop().unwrap_or(false);
            leads.then_some(Event::End(TagEnd::Link))
        }
        other => Some(other),
    });
    events.collect()
}

/// A heading of the text stands below the page's own.
fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    }
}

/// Whether a link leads to a page of ours, a page of the web, a letter or a telephone.
fn may_lead(kind: LinkType, to: &str) -> bool {
    let ours = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
    let plain = |rest: &str| !rest.contains(|c: char| c.is_control() || c.is_whitespace());
    let reaches = ["mailto:", "tel:"];
    let mut reached = reaches.iter().filter_map(|scheme| to.strip_prefix(scheme));
    ours || is_web_address(to) || reached.any(plain) || kind == LinkType::Email
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_a_text_are_the_markup_of_a_page() {
        let page = rendered("# Så gör du\n\nRing *oss* på [Kontakt](/kontakt).\n\n- ett\n- två\n");
        assert_eq!(
            page,
            "<h2>Så gör du</h2>\n<p>Ring <em>oss</em> på <a href=\"/kontakt\">Kontakt</a>.</p>\n\
             <ul>\n<li>ett</li>\n<li>två</li>\n</ul>\n"
        );
    }

    #[test]
    fn nothing_that_somebody_types_is_markup_or_leads_astray() {
        for (typed, shown) in [
            (
                "<script>alert(1)</script>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
            ),
            (
                "a <b onclick=x>b</b>",
                "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n",
            ),
            ("[hit](javascript:alert(1))", "<p>hit</p>\n"),
            ("[hit](data:text/html,x)", "<p>hit</p>\n"),
            ("[hit](//evil.example/)", "<p>hit</p>\n"),
            ("![bild](https://evil.example/x.png)", "<p>bild</p>\n"),
            ("[hit](/\\evil.example)", "<p>hit</p>\n"),
        ] {
            assert_eq!(rendered(typed), shown, "{typed}");
        }
    }

    #[test]
    fn the_links_of_a_text_are_found() {
        let text = "[a](/kontakt) och [b](https://exempel.invalid/x) <https://exempel.invalid/y>";
        let found = [
            "/kontakt",
            "https://exempel.invalid/x",
            "https://exempel.invalid/y",
        ];
        assert_eq!(links(text), found);
    }
}
