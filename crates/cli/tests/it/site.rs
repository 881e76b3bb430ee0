//! `site`: an editor publishes from files, with the store at rest and while it is served.

use crate::running::{Server, body, get, run, said, status, text};
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

const FACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../facts/eskilstuna.json");

const NOTICE: &str = r#"
[[notice]]
id = "gas"
severity = "crisis"
title = "Gaslukt i centrum"
text = "Stäng fönster och dörrar."
"#;

fn store(folder: &Path) {
    let output = run(&["import", "facts", FACTS, "--data", text(folder)]);
    assert_eq!(status(&output), 0, "{}", said(&output));
}

fn written(folder: &Path, name: &str, file: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, file).unwrap();
    text(&path).to_owned()
}

fn post(address: SocketAddr, path: &str, form: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_notice_is_on_the_pages_when_the_command_comes_back_while_the_store_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    store(&data);
    let serve = ["serve", "--data", text(&data), "--listen", "127.0.0.1:0"];
    let server = Server::start(&serve, 1);
    let address = server.addresses[0];
    let file = written(folder.path(), "notice.toml", NOTICE);
    let pages = ["/", "/vision", "/fi/kontakt", "/2016-2019/?per=2018-05-01"];
    for page in pages {
        assert!(!get(address, page).contains("Gaslukt"), "{page}");
    }
    let publishing = ["site", "notice", &file, "--data", text(&data)];
    let begun = Instant::now();
    let output = run(&publishing);
    assert_eq!(status(&output), 0, "{}", said(&output));
    for page in pages {
        assert!(
            body(&get(address, page)).contains("Gaslukt i centrum"),
            "{page}"
        );
    }
    // The same file again changes nothing, and nothing is left lying in the folder.
    let again = run(&publishing);
    assert!(said(&again).contains("Nothing changed"), "{}", said(&again));
    let left = || fs::read_dir(data.join("inbox")).unwrap().count();
    while left() > 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "something is left"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    // Faults are told from there as from here, and nothing is done.
    let half = NOTICE.replace("crisis", "grave") + "\n[[notice]]\nid = \"två\"\n";
    let half = written(folder.path(), "half.toml", &half);
    let output = run(&["site", "notice", &half, "--data", text(&data)]);
    assert_eq!(status(&output), 1);
    let told = said(&output);
    assert!(
        told.contains("line 4, notice[0].severity: ") && told.contains("line 8, notice[1].title: "),
        "{told}"
    );
    // What would be right stands beside what is wrong.
    assert!(
        told.contains("may stand here: crisis, warning, information."),
        "{told}"
    );
    assert!(told.contains("Nothing"), "{told}");
    // A refusal of a rule too.
    let over = NOTICE.to_owned() + "from = \"2020-01-02 10:00\"\nto = \"2020-01-01 10:00\"\n";
    let over = written(folder.path(), "over.toml", &over);
    let output = run(&["site", "notice", &over, "--data", text(&data)]);
    assert!(
        said(&output).contains("line 8, notice[0].to: It ends before it begins."),
        "{}",
        said(&output)
    );
    assert_eq!(server.stop(), 0);
    let verified = run(&["verify", "--data", text(&data)]);
    assert_eq!(status(&verified), 0, "{}", said(&verified));
}

#[test]
fn what_is_there_is_listed_changed_and_ended_while_the_store_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    store(&data);
    let site = |task: &str, file: &str| {
        let file = written(folder.path(), "file.toml", file);
        run(&["site", task, &file, "--data", text(&data)])
    };
    let listing = ["site", "list", "--data", text(&data)];
    assert_eq!(status(&site("notice", NOTICE)), 0);
    let at_rest = said(&run(&listing));
    let serve = ["serve", "--data", text(&data), "--listen", "127.0.0.1:0"];
    let server = Server::start(&serve, 1);
    let listed = said(&run(&listing));
    assert_eq!(listed, at_rest);
    let line = |listed: &str, name: &str| {
        let line = listed.lines().find(|line| line.contains(name));
        line.unwrap_or_else(|| panic!("{name} in {listed}"))
            .to_owned()
    };
    let gas = line(&listed, "Gaslukt i centrum");
    assert!(
        gas.starts_with("notice  ") && gas.contains("  stands  "),
        "{gas}"
    );
    // What came with the import is listed too, with ids that a file can name.
    let centre = line(&listed, "  Eskilstuna direkt");
    assert!(centre.starts_with("office  "), "{centre}");
    let id = |line: &str| line.split_whitespace().nth(1).unwrap().to_owned();
    let changed = format!(
        "[[notice]]\nid = \"{}\"\nseverity = \"warning\"\ntitle = \"Gasen är borta\"\n",
        id(&gas)
    );
    assert_eq!(status(&site("notice", &changed)), 0);
    let start = get(server.addresses[0], "/");
    assert!(start.contains("Gasen är borta") && !start.contains("Gaslukt"));
    let ended = format!("[[notice]]\nid = \"{}\"\nended = true\n", id(&gas));
    assert_eq!(status(&site("notice", &ended)), 0);
    assert!(!get(server.addresses[0], "/").contains("Gasen är borta"));
    let over = line(&said(&run(&listing)), "Gasen är borta");
    assert!(over.contains("  over  "), "{over}");
    // A second centre of the name is refused, by the id of the first.
    let second = "[[office]]\nid = \"ny\"\nname = \"Eskilstuna direkt\"\nfrom = \"2026-01-01\"\n";
    let refused = site("office", second);
    assert_eq!(status(&refused), 1);
    assert!(said(&refused).contains(&id(&centre)), "{}", said(&refused));
    // A page that is not there has nobody to answer for it.
    let pages = "[[page]]\npath = \"/kontackt\"\nrole = \"Strateg\"\n\
                 [[page]]\npath = \"/2016-2019/mal/\"\nrole = \"Strateg\"\n\
                 [[page]]\npath = \"/kontakt\"\nrole = \"Strateg\"\n";
    let refused = said(&site("page", pages));
    assert!(refused.contains("line 2, page[0].path: "), "{refused}");
    assert!(refused.contains("one fault"), "{refused}");
    assert_eq!(server.stop(), 0);
}

#[test]
fn an_order_that_was_taken_when_the_program_ended_is_done_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    store(&data);
    let inbox = data.join("inbox");
    fs::create_dir(&inbox).unwrap();
    let order = serde_json::json!({
        "language": "sv",
        "what": { "Publish": { "kind": "Notice", "file": NOTICE } },
    });
    let id = "01890a5d-ac96-774b-bcce-b302099a8057";
    fs::write(inbox.join(format!("{id}.taken")), order.to_string()).unwrap();
    // What is no order is answered and does not stand in the way.
    let odd = "01890a5d-ac96-774b-bcce-b302099a8056";
    fs::write(inbox.join(format!("{odd}.order")), "{}").unwrap();
    fs::write(inbox.join("readme.txt"), "not ours").unwrap();
    let serve = ["serve", "--data", text(&data), "--listen", "127.0.0.1:0"];
    let server = Server::start(&serve, 1);
    let until = Instant::now() + Duration::from_secs(20);
    while !get(server.addresses[0], "/").contains("Gaslukt i centrum") {
        assert!(Instant::now() < until, "the order was lost");
        std::thread::sleep(Duration::from_millis(20));
    }
    while !inbox.join(format!("{odd}.answer")).exists() {
        assert!(Instant::now() < until, "no answer");
        std::thread::sleep(Duration::from_millis(20));
    }
    let answer = fs::read_to_string(inbox.join(format!("{odd}.answer"))).unwrap();
    assert!(answer.contains("Failed"), "{answer}");
    assert!(inbox.join("readme.txt").exists());
}

#[test]
fn with_the_store_at_rest_it_is_done_at_once_and_a_store_is_never_made() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    let file = written(folder.path(), "notice.toml", NOTICE);
    let publishing = ["site", "notice", &file, "--data", text(&data)];
    let nowhere = run(&publishing);
    assert_eq!(status(&nowhere), 1);
    assert!(
        said(&nowhere).contains("there is no store in"),
        "{}",
        said(&nowhere)
    );
    assert!(!data.exists());
    store(&data);
    assert_eq!(status(&run(&publishing)), 0);
    let page = "[[page]]\npath = \"/\"\nrole = \"Kommunstrateg\"\n";
    let page = written(folder.path(), "page.toml", page);
    assert_eq!(
        status(&run(&["site", "page", &page, "--data", text(&data)])),
        0
    );
    let serve = ["serve", "--data", text(&data), "--listen", "127.0.0.1:0"];
    let server = Server::start(&serve, 1);
    let start = get(server.addresses[0], "/");
    assert!(start.contains("Gaslukt i centrum") && start.contains("<p>Kommunstrateg"));
}

#[test]
fn words_that_stand_nowhere_are_not_translated_and_a_note_may_be_what_says_them() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    store(&data);
    let site = |task: &str, file: &str| run(&["site", task, file, "--data", text(&data)]);
    let translation =
        |sv: &str| format!("[[translation]]\nsv = '{sv}'\nfi = 'Teksti'\nby = 'Kim'\n");
    let words = "Kommunen hör till förvaltningsområdet för finska.";
    let right = written(folder.path(), "right.toml", &translation(words));
    let early = site("translation", &right);
    assert_eq!(status(&early), 1);
    let told = "line 2, translation[0].sv: The words stand so in no text of the municipality.";
    assert!(said(&early).contains(told), "{}", said(&early));
    let note = format!(
        "[[note]]\nid = 'finska'\nabout = 'minority-languages'\ntext = '{words}'\nsource = {{ title = 'Sidan', url = 'https://exempel.se/finska' }}\n"
    );
    let note = written(folder.path(), "note.toml", &note);
    assert_eq!(status(&site("note", &note)), 0);
    assert_eq!(status(&site("translation", &right)), 0);
    let wrong = written(
        folder.path(),
        "wrong.toml",
        &translation(words.trim_end_matches('.')),
    );
    assert_eq!(status(&site("translation", &wrong)), 1);
    let list = run(&["site", "list", "--data", text(&data)]);
    let line = |part: &str| {
        said(&list)
            .lines()
            .any(|l| l.starts_with("note") && l.contains(part))
    };
    assert!(line(words) && line("Sidan"), "{}", said(&list));
    let half = written(
        folder.path(),
        "half.toml",
        "[[note]]\nid = 'a'\nabout = 'mars'\nsource = { title = 'b', url = 'c' }\n",
    );
    let half = site("note", &half);
    for told in [
        "line 3, note[0].about",
        "note[0].text",
        "line 4, note[0].source.url",
    ] {
        assert!(said(&half).contains(told), "{told} in {}", said(&half));
    }
}

#[test]
fn what_residents_answered_is_read_as_csv_and_erased_while_the_store_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    store(&data);
    let serve = ["serve", "--data", text(&data), "--listen", "127.0.0.1:0"];
    let server = Server::start(&serve, 1);
    let address = server.addresses[0];
    let answer = post(address, "/tack", "svar=nej&sida=%2Fvision");
    let to = answer
        .split("location: ")
        .nth(1)
        .unwrap()
        .lines()
        .next()
        .unwrap();
    let comment = post(
        address,
        to,
        "text=%3DHYPERLINK%28%22x%22%29%2C+%22hej%22%0D%0Arad+tv%C3%A5",
    );
    assert!(comment.starts_with("HTTP/1.1 303"), "{comment}");
    let reading = ["site", "feedback", "--data", text(&data)];
    let told = said(&run(&reading));
    let id = to.rsplit('/').next().unwrap();
    assert!(
        told.starts_with("\"id\",\"at\",\"page\",\"helped\",\"comment\",\"changed\"\r\n"),
        "{told}"
    );
    assert!(
        told.contains(&format!("\"{id}\"")) && told.contains("\"/vision\",\"no\","),
        "{told}"
    );
    assert!(
        told.contains("\"'=HYPERLINK(\"\"x\"\"), \"\"hej\"\"\nrad två\",\"\"\r\n"),
        "{told}"
    );
    let changed = ["--note", id, "--changed", "Texten är omskriven."];
    let noted = run(&[&reading[..], &changed[..]].concat());
    assert!(said(&noted).contains("Saved"), "{}", said(&noted));
    assert!(said(&run(&reading)).contains("\"Texten är omskriven.\"\r\n"));
    // Nothing is erased without the decision that says so.
    let unnamed = run(&[&reading[..], &["--erase", id]].concat());
    assert_eq!(status(&unnamed), 2, "{}", said(&unnamed));
    let blank = ["--erase", id, "--decision", " ", "--decided", "2018-01-15"];
    let blank = run(&[&reading[..], &blank[..], &["--case-number", "EX/1"]].concat());
    assert_eq!(status(&blank), 1, "{}", said(&blank));
    assert!(said(&run(&reading)).contains(id));
    let under = [
        "--decision",
        "Gallring av svar",
        "--decided",
        "2018-01-15",
        "--case-number",
        "EX/2018:3",
    ];
    let one = ["--erase", id];
    let erased = run(&[&reading[..], &one[..], &under[..]].concat());
    assert!(
        said(&erased).contains("1 answer was erased"),
        "{}",
        said(&erased)
    );
    assert_eq!(said(&run(&reading)).lines().count(), 1);
    post(address, "/tack", "svar=ja&sida=%2F");
    let all = ["--erase-before", "2999-01-01"];
    let erased = run(&[&reading[..], &all[..], &under[..]].concat());
    assert!(
        said(&erased).contains("1 answer was erased"),
        "{}",
        said(&erased)
    );
    drop(server);
}

#[test]
fn a_file_that_is_too_long_is_told_so_wherever_it_is_cut() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    store(&data);
    let long = format!("# {}\n", "å".repeat(2 << 20));
    let file = written(folder.path(), "notice.toml", &long);
    let output = run(&["site", "notice", &file, "--data", text(&data)]);
    assert_eq!(status(&output), 1, "{}", said(&output));
    assert!(!said(&output).contains("UTF-8"), "{}", said(&output));
    assert!(said(&output).contains("too large"), "{}", said(&output));
}

#[test]
fn a_notice_waits_for_a_command_that_holds_the_store_and_does_not_serve_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    store(&data);
    let file = written(folder.path(), "notice.toml", NOTICE);
    let held = riktning_store::SqliteJournal::open(&data).unwrap();
    let holder = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(2500));
        drop(held);
    });
    let output = run(&["site", "notice", &file, "--data", text(&data)]);
    holder.join().unwrap();
    assert_eq!(status(&output), 0, "{}", said(&output));
}
