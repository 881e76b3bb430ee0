//! Bodies: capped, in time, and never read as the next request.

use crate::house::{Client, House, Running, blocking};
use riktning_web::Limits;
use std::time::Duration;

#[tokio::test(flavor = "multi_thread")]
async fn a_body_up_to_the_cap_arrives() {
    let limits = Limits {
        body_bytes: 1000,
        ..Limits::default()
    };
    let server = Running::with_limits(&House::new(), limits).await;
    for (length, status) in [(0, 200), (1000, 200), (1001, 413)] {
        let body = "x".repeat(length);
        let head = format!(
            "POST /form HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
        );
        let reply = server.send(head + &body).await;
        assert_eq!(reply.status, status, "{length}");
        if status == 200 {
            assert_eq!(reply.text(), format!("{length} bytes"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_never_says_how_long_it_is_is_capped_too() {
    let limits = Limits {
        body_bytes: 1000,
        ..Limits::default()
    };
    let server = Running::with_limits(&House::new(), limits).await;
    let chunk = format!("100\r\n{}\r\n", "x".repeat(256));
    let head = "POST /form HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n".to_owned();
    // The rest of a large upload is still sent when the answer is there, and the answer is read.
    let reply = server.send(head + &chunk.repeat(300)).await;
    assert_eq!(
        (reply.status, reply.header("connection")),
        (413, Some("close"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_does_not_come_is_given_up() {
    let limits = Limits {
        body: Duration::from_millis(200),
        ..Limits::default()
    };
    let server = Running::with_limits(&House::new(), limits).await;
    let reply = server
        .send("POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc")
        .await;
    assert_eq!(
        (reply.status, reply.header("connection")),
        (408, Some("close"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_follows_a_refused_body_is_no_request() {
    let limits = Limits {
        body_bytes: 10,
        ..Limits::default()
    };
    let server = Running::with_limits(&House::new(), limits).await;
    let smuggled = "GET /vision HTTP/1.1\r\nhost: x\r\n\r\n";
    let head = format!(
        "POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n",
        smuggled.len()
    );
    let reply = server.send(head + smuggled).await;
    assert_eq!(reply.status, 413);
    assert!(!reply.text().contains("HTTP/1.1"), "{}", reply.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_get_with_a_body_gets_its_page() {
    let server = Running::start(House::new().site()).await;
    let address = server.address;
    blocking(move || {
        let mut client = Client::connect(address);
        for _ in 0..2 {
            client.write(b"GET /vision HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nhello");
            assert_eq!(client.reply().status, 200);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_refused_in_the_middle_of_an_upload_gets_the_answer() {
    let limits = Limits {
        body_bytes: 1000,
        ..Limits::default()
    };
    let server = Running::with_limits(&House::new(), limits).await;
    let address = server.address;
    blocking(move || {
        let mut client = Client::connect(address);
        client.write(b"POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: 200000\r\n\r\n");
        // As a browser does: it goes on sending for a while after the answer has come.
        for _ in 0..4 {
            client.write(&[b'x'; 25_000]);
            std::thread::sleep(Duration::from_millis(50));
        }
        client.0.shutdown(std::net::Shutdown::Write).unwrap();
        assert_eq!(client.rest().status, 413);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_bodies_together_are_capped_and_leave_room_when_they_are_done() {
    let limits = Limits {
        all_bodies: 1500,
        ..Limits::default()
    };
    let server = Running::with_limits(&House::new(), limits).await;
    let address = server.address;
    let post = |body: &str| {
        let length = body.len();
        format!(
            "POST /form HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        )
    };
    let body = "x".repeat(1000);
    // One that has sent nearly all of its body, and waits.
    let first = post(&body);
    let begin = || {
        let mut slow = Client::connect(address);
        slow.write(&first.as_bytes()[..first.len() - 1]);
        slow.0.set_nonblocking(true).unwrap();
        slow
    };
    let mut slow = begin();
    let refused = loop {
        // Until the server has read what the slow one sent, another still has room.
        let reply = server.send(post(&body)).await;
        if reply.status != 200 {
            break reply;
        }
        // Then the slow one may be the one for whom there is none.
        if slow.0.peek(&mut [0]).is_ok() {
            slow = begin();
        }
    };
    let told = (refused.status, refused.header("retry-after"));
    assert_eq!(told, (503, Some("2")));
    drop(slow);
    while server.send(post(&body)).await.status != 200 {}
}
