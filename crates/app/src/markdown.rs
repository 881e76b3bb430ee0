//! The words of a text in Markdown, for whoever looks for them or reads them through. How a text
//! stands on a page is the web's.

use pulldown_cmark::{Event, Options, Parser, TagEnd};

/// The words of a text without its marks, each paragraph and each point of a list by itself.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            // What somebody wrote as markup is words on the page too.
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => plain.push_str(&words),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::HtmlBlock
                | TagEnd::CodeBlock
                | TagEnd::Item
                | TagEnd::TableCell,
            ) => plain.push_str("\n\n"),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_text_are_read_without_its_marks() {
        let text = "# Rubrik\n\nLäs *mer* [här](/kontakt)\noch nu.\n\n- ett\n- `två`";
        assert_eq!(
            plain(text),
            "Rubrik\n\nLäs mer här och nu.\n\nett\n\ntvå\n\n"
        );
    }
}
