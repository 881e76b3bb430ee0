//! Slow, many, impolite and patient connections. The deadlines are small and configured; no test
//! says how fast anything is.

use crate::house::{Client, House, Running, blocking, until};
use crate::town::Town;
use jiff::civil::date;
use riktning_web::Limits;
use std::io::Read as _;
use std::time::Duration;

const SOON: Duration = Duration::from_millis(200);

#[tokio::test(flavor = "multi_thread")]
async fn who_says_nothing_is_cut_off() {
    let server = Running::with_limits(
        &House::new(),
        Limits {
            first_byte: SOON,
            ..Limits::default()
        },
    )
    .await;
    let address = server.address;
    assert!(blocking(move || Client::connect(address).is_cut()).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_in_drops_is_cut_off() {
    let server = Running::with_limits(
        &House::new(),
        Limits {
            head: SOON,
            ..Limits::default()
        },
    )
    .await;
    let address = server.address;
    let sent = blocking(move || {
        let mut client = Client::connect(address);
        client
            .0
            .set_read_timeout(Some(Duration::from_millis(20)))
            .unwrap();
        client.write(b"GET /vision HTTP/1.1\r\nx: ");
        // A letter each twentieth of a second: always something new, never an end.
        for letters in 1..400 {
            match client.0.read(&mut [0; 10]) {
                Ok(0) => return letters,
                Ok(_) => panic!("an answer to half a question"),
                Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {
                    return letters;
                }
                Err(_) => {}
            }
            if std::io::Write::write_all(&mut client.0, b"a").is_err() {
                return letters;
            }
        }
        panic!("the server is still listening");
    })
    .await;
    assert!(sent > 1, "cut before the deadline");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_connection_is_closed_but_not_before_its_time() {
    let server = Running::with_limits(
        &House::new(),
        Limits {
            idle: SOON,
            head: SOON,
            ..Limits::default()
        },
    )
    .await;
    let address = server.address;
    blocking(move || {
        let mut client = Client::connect(address);
        // The deadline of the head is of each head, not of the connection.
        for _ in 0..8 {
            client.write(b"GET /vision HTTP/1.1\r\nhost: x\r\n\r\n");
            assert_eq!(client.reply().status, 200);
            std::thread::sleep(SOON / 4);
        }
        assert!(client.is_cut());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_may_take_longer_than_any_deadline_of_the_reader() {
    let house = House::new();
    let limits = Limits {
        idle: SOON,
        head: SOON,
        first_byte: SOON,
        body: SOON,
        stalled: SOON,
        ..Limits::default()
    };
    let server = Running::with_limits(&house, limits).await;
    let gate = std::sync::Arc::clone(&house);
    tokio::spawn(async move {
        tokio::time::sleep(SOON * 4).await;
        gate.gate.add_permits(1);
    });
    assert_eq!(server.get("/slow", "").await.text(), "slow at 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_read_is_cut_off() {
    let server = Running::with_limits(
        &House::new(),
        Limits {
            stalled: SOON,
            ..Limits::default()
        },
    )
    .await;
    let address = server.address;
    let read = blocking(move || {
        let mut client = Client::connect(address);
        client.write(b"GET /big HTTP/1.1\r\nhost: x\r\n\r\n");
        // Eight megabytes are more than the kernel holds between us. We stop reading when the
        // answer has begun: until then the page is being made, which may take its time.
        let mut bytes = vec![0];
        client.0.read_exact(&mut bytes).unwrap();
        std::thread::sleep(Duration::from_millis(1500));
        let _ = client.0.read_to_end(&mut bytes);
        bytes.len()
    })
    .await;
    assert!(read < 8 << 20, "all {read} bytes came");
    let whole = server.get("/big", "").await;
    assert_eq!(whole.body.len(), 8 << 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn those_beyond_the_cap_wait_until_there_is_room() {
    let limits = Limits {
        connections: 2,
        first_byte: Duration::from_secs(5),
        ..Limits::default()
    };
    let server = Running::with_limits(&House::new(), limits).await;
    let address = server.address;
    blocking(move || {
        let mut first = Client::connect(address);
        let second = Client::connect(address);
        first.write(b"GET /vision HTTP/1.1\r\nhost: x\r\n\r\n");
        assert_eq!(first.reply().status, 200);
        let mut third = Client::connect(address);
        third.write(b"GET /vision HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        third
            .0
            .set_read_timeout(Some(Duration::from_millis(300)))
            .unwrap();
        let waited = third
            .0
            .read(&mut [0; 10])
            .expect_err("served beyond the cap");
        assert!(matches!(
            waited.kind(),
            std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
        ));
        third
            .0
            .set_read_timeout(Some(Duration::from_secs(5)))
            .unwrap();
        drop(second);
        assert_eq!(third.rest().status, 200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn idle_connections_make_room_when_connections_run_short() {
    let limits = Limits {
        connections: 1,
        idle: Duration::from_secs(600),
        // Connections look at their watches as often as the shortest deadline.
        stalled: SOON,
        ..Limits::default()
    };
    let server = Running::with_limits(&House::new(), limits).await;
    let address = server.address;
    let idle = blocking(move || {
        let mut client = Client::connect(address);
        client.write(b"GET /vision HTTP/1.1\r\nhost: x\r\n\r\n");
        client.reply();
        client
    })
    .await;
    assert_eq!(server.get("/vision", "").await.status, 200);
    drop(idle);
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_that_come_together_are_answered_in_order() {
    let server = Running::start(House::new().site()).await;
    let address = server.address;
    blocking(move || {
        let mut client = Client::connect(address);
        let targets = [
            "/mal/a",
            "/vision",
            "/nothing-here",
            "/mal/b",
            "/healthz",
            "/vision",
            "/mal/c",
        ];
        let all: String = targets
            .iter()
            .map(|target| format!("GET {target} HTTP/1.1\r\nhost: x\r\n\r\n"))
            .collect();
        client.write(all.as_bytes());
        let replies = targets.map(|_| client.reply());
        assert_eq!(
            replies.each_ref().map(|reply| reply.status),
            [200, 200, 404, 200, 200, 200, 200]
        );
        assert_eq!(
            [0, 3, 6].map(|at: usize| replies[at].text()),
            ["a", "b", "c"]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_beyond_all_measure_is_refused_and_closed() {
    let server = Running::start(House::new().site()).await;
    let endless = format!(
        "GET /vision HTTP/1.1\r\nhost: x\r\nx: {}",
        "a".repeat(200_000)
    );
    assert_eq!(server.send(endless).await.status, 431);
    let many: String = (0..300).map(|number| format!("x{number}: y\r\n")).collect();
    assert_eq!(
        server
            .send(format!("GET /vision HTTP/1.1\r\n{many}\r\n"))
            .await
            .status,
        431
    );
    assert_eq!(
        server
            .send("\u{16}\u{3}\u{1} hello, is this TLS?\r\n\r\n")
            .await
            .status,
        400
    );
    assert_eq!(server.get("/vision", "").await.status, 200);
}

/// What no browser sends, but a script does: the HTTP library refuses it before we are asked.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_cannot_be_read_at_all_gets_the_page_that_says_so() {
    let town = Town::on(date(2018, 11, 1)).await;
    let end = "HTTP/1.1\r\nhost: x\r\n\r\n";
    for raw in ["/<script>", "/a b", "/a\u{1}", "/{a}|\\^`", "/mål<"] {
        let reply = town.server.send(format!("GET {raw} {end}")).await;
        assert_eq!(reply.status, 400, "{raw}");
        let page = reply.text();
        says!(
            page,
            "Adressen går inte att förstå",
            "Till startsidan",
            "<html lang=\"sv\""
        );
        assert!(!page.contains("script>"), "{raw}");
        assert_eq!(reply.header("connection"), Some("close"));
        assert!(reply.header("date").is_some(), "{raw}");
        says!(
            reply.header("content-security-policy").unwrap(),
            "default-src 'none'"
        );
    }
    let endless = format!(
        "GET /vision HTTP/1.1\r\nhost: x\r\nx: {}",
        "a".repeat(200_000)
    );
    let reply = town.server.send(endless).await;
    assert_eq!(reply.status, 431);
    says!(reply.text(), "<html lang=\"sv\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_lets_what_is_under_way_finish_and_closes_the_idle() {
    let house = House::new();
    let mut server = Running::start(house.site()).await;
    let address = server.address;
    let mut idle = Client::connect(address);
    idle.write(b"GET /vision HTTP/1.1\r\nhost: x\r\n\r\n");
    let mut idle = blocking(move || {
        idle.reply();
        idle
    })
    .await;
    let mut silent = Client::connect(address);
    let mut busy = Client::connect(address);
    busy.write(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n");
    until(|| house.made() == 2).await;
    server.order_stop();
    assert!(blocking(move || idle.is_cut() && silent.is_cut()).await);
    // The door is shut while the last answer is on its way.
    assert!(std::net::TcpStream::connect(address).is_err());
    house.gate.add_permits(1);
    let last = blocking(move || busy.rest()).await;
    assert_eq!((last.status, last.text().as_str()), (200, "slow at 1"));
    server.stopped().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_grace_what_is_left_is_cut_off() {
    let house = House::new();
    let mut server = Running::with_limits(
        &house,
        Limits {
            grace: SOON,
            ..Limits::default()
        },
    )
    .await;
    let mut busy = Client::connect(server.address);
    busy.write(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n");
    until(|| house.made() == 1).await;
    server.order_stop();
    server.stopped().await;
    assert!(blocking(move || busy.is_cut()).await);
    // Lets the page's thread end, so that the test's runtime can.
    house.gate.add_permits(1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_says_once_whom_it_is_for() {
    let server = Running::start(House::new().site()).await;
    let end = "connection: close\r\n\r\n";
    for (head, status) in [
        ("GET /vision HTTP/1.1\r\nhost: a\r\n", 200),
        ("GET /vision HTTP/1.1\r\n", 400),
        ("GET /vision HTTP/1.1\r\nhost: a\r\nhost: b\r\n", 400),
        ("GET /vision HTTP/1.0\r\n", 200),
        ("POST /en HTTP/1.1\r\nhost: a\r\n", 405),
        ("POST /healthz HTTP/1.1\r\nhost: a\r\n", 405),
        ("POST /readyz HTTP/1.1\r\nhost: a\r\n", 405),
    ] {
        let reply = server.send(format!("{head}{end}")).await;
        assert_eq!(reply.status, status, "{head}");
    }
    let large = format!("x: {}\r\n", "y".repeat(20_000));
    assert_eq!(server.get("/vision", &large).await.status, 431);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_tells_a_failure_waits_for_no_slow_page() {
    let house = House::new();
    let server = Running::start(house.site()).await;
    let address = server.address;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let readers: Vec<Client> = (0..threads)
        .map(|number| {
            let mut reader = Client::connect(address);
            reader.write(format!("GET /gated/{number} HTTP/1.1\r\nhost: x\r\n\r\n").as_bytes());
            reader
        })
        .collect();
    until(|| house.made() == threads).await;
    // The gate opens only after the failures are told, so waiting for a thread would be seen.
    for (asked, status) in [("GET /no%ZZ", 400), ("POST /healthz", 405)] {
        let asked = format!("{asked} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        let told = tokio::time::timeout(Duration::from_secs(2), server.send(asked)).await;
        let told = told.expect("told while every thread makes a page");
        assert_eq!(told.status, status);
        let allowed = (status == 405).then_some("GET, HEAD");
        assert_eq!(told.header("allow"), allowed);
    }
    house.gate.add_permits(threads);
    for mut reader in readers {
        assert_eq!(blocking(move || reader.reply()).await.status, 200);
    }
}
