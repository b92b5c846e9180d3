//! The example gateway over real HTTP, with upstreams that this test plays.
// A test that cannot go on says so by panicking.
#![allow(clippy::unwrap_used)]

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

/// The gateway's process; it ends with the test.
struct Gateway {
    child: Child,
    url: String,
}

impl Gateway {
    fn start(arguments: &[&str], upstreams: &[&Upstream]) -> Self {
        let mut command = Command::new(executable());
        command.args(["--listen", "127.0.0.1:0"]).args(arguments);
        for upstream in upstreams {
            command.args(["--upstream", &upstream.url]);
        }
        command.current_dir(env!("CARGO_MANIFEST_DIR"));
        command.env("UPSTREAM_API_KEY", KEY);
        if arguments.contains(&"--log") {
            command.stderr(Stdio::piped());
        }
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let url = line.trim().rsplit(' ').next().unwrap().to_owned();
        assert!(url.starts_with("http://127.0.0.1:"), "{line}");
        Gateway { child, url }
    }

    async fn post(&self, path: &str, body: &str) -> Told {
        self.post_as("any", path, body).await
    }

    async fn post_as(&self, key: &str, path: &str, body: &str) -> Told {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let response = client
            .post(format!("{}{path}", self.url))
            .header("authorization", format!("Bearer {key}"))
            .header("content-type", "application/json")
            .body(body.to_owned())
            .send()
            .await
            .unwrap();
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let text = response.text().await.unwrap();
        Told {
            status,
            headers,
            text,
        }
    }

    /// Returns the first lines on stderr.
    fn log(&mut self, lines: usize) -> Vec<String> {
        let log = BufReader::new(self.child.stderr.take().unwrap());
        log.lines().take(lines).map(Result::unwrap).collect()
    }

    async fn chat(&self) -> Told {
        self.post("/v1/chat/completions", CHAT).await
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A plain `cargo test` builds the examples too, into a folder beside the tests; with `--test` it
/// does not, and takes the one that was built last.
fn executable() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let profile = own.ancestors().nth(2).unwrap();
    let name = format!("gateway{}", std::env::consts::EXE_SUFFIX);
    let path: &Path = &profile.join("examples").join(name);
    assert!(
        path.exists(),
        "{}: cargo build --example gateway",
        path.display()
    );
    path.to_owned()
}

/// What the client got.
struct Told {
    status: u16,
    headers: reqwest::header::HeaderMap,
    text: String,
}

impl Told {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Status, code, and whether the client should try again.
    fn error(&self) -> (u16, String, bool) {
        let all = format!("{} {:?}", self.text, self.headers);
        assert!(
            !all.contains(KEY) && !all.contains("internal-host"),
            "{all}"
        );
        let code = self.json()["error"]["code"]
            .as_str()
            .unwrap_or("")
            .to_owned();
        (
            self.status,
            code,
            self.header("x-should-retry") == Some("true"),
        )
    }
}

const KEY: &str = "sk-proj-q7Zk2LwXr9TnB4vMhS8dQe";
const CHAT: &str = r#"{"model":"gpt-4o","messages":[]}"#;
const STREAM: &str = r#"{"model":"gpt-4o","stream":true,"messages":[]}"#;
const FINE: &str = r#"{"id":"c1","object":"chat.completion","choices":[]}"#;

const CHUNK: &str = "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"}}]}\n\n";

/// An upstream that gives its answers in order, the last one for ever.
struct Upstream {
    url: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Upstream {
    fn new(answers: impl IntoIterator<Item = String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let log = seen.clone();
        let mut answers: VecDeque<String> = answers.into_iter().collect();
        std::thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                let answer = match answers.len() {
                    1 => answers[0].clone(),
                    _ => answers.pop_front().unwrap(),
                };
                serve(stream, &answer, &log);
            }
        });
        Upstream { url, seen }
    }

    fn calls(&self) -> usize {
        self.seen.lock().unwrap().len()
    }
}

fn serve(mut stream: TcpStream, answer: &str, log: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut part = [0; 4096];
    while !is_whole(&request) {
        match stream.read(&mut part) {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend_from_slice(&part[..read]),
        }
    }
    let text = String::from_utf8_lossy(&request).into_owned();
    log.lock().unwrap().push(text);
    let _ = stream.write_all(answer.as_bytes());
    let _ = stream.shutdown(Shutdown::Write);
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().unwrap())
    });
    body.len() >= length.unwrap_or(0)
}

fn answer(status: u16, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
         {headers}connection: close\r\n\r\n{body}"
    )
}

fn page(status: u16) -> String {
    let body = "<html><head><title>502 Bad Gateway</title></head><body>nginx/1.25 on internal-host</body></html>";
    answer(status, "", body).replace("application/json", "text/html")
}

fn events(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{body}")
}

fn always(answer: String) -> Upstream {
    Upstream::new([answer])
}

#[tokio::test]
async fn a_failing_upstream_is_passed_over() {
    let a = always(answer(503, "", r#"{"error":{"message":"overloaded"}}"#));
    let b = always(answer(200, "", FINE));
    let gateway = Gateway::start(&[], &[&a, &b]);
    let told = gateway.chat().await;
    assert_eq!((told.status, told.text.as_str()), (200, FINE));
    assert_eq!((a.calls(), b.calls()), (1, 1));
}

#[tokio::test]
async fn a_rate_limited_upstream_cools_down() {
    let limited = r#"{"error":{"message":"Rate limit reached","type":"rate_limit_error"}}"#;
    let a = always(answer(429, "retry-after: 60\r\n", limited));
    let b = always(answer(200, "", FINE));
    let gateway = Gateway::start(&[], &[&a, &b]);
    for _ in 0..3 {
        assert_eq!(gateway.chat().await.status, 200);
    }
    assert_eq!((a.calls(), b.calls()), (1, 3));
}

#[tokio::test]
async fn a_model_that_is_missing_cools_down_alone() {
    let missing =
        r#"{"error":{"message":"The model `gpt-4oo` does not exist","code":"model_not_found"}}"#;
    let a = Upstream::new([answer(404, "", missing), answer(200, "", FINE)]);
    let b = always(answer(200, "", FINE));
    let gateway = Gateway::start(&[], &[&a, &b]);
    let mistyped = CHAT.replace("gpt-4o", "gpt-4oo");
    for (body, calls) in [(&*mistyped, (1, 1)), (CHAT, (2, 1)), (&mistyped, (2, 2))] {
        let told = gateway.post("/v1/chat/completions", body).await;
        assert_eq!(told.status, 200, "{}", told.text);
        assert_eq!((a.calls(), b.calls()), calls, "{body}");
    }
}

#[tokio::test]
async fn a_stream_that_breaks_cools_its_upstream_down() {
    let error = r#"{"error":{"message":"Overloaded","type":"overloaded_error"}}"#;
    let broken = [
        events(CHUNK),
        events(&format!("{CHUNK}data: {error}\n\n")),
        events(CHUNK).replace("connection", "content-length: 999\r\nconnection"),
    ];
    for sent in broken {
        let (a, b) = (always(sent.clone()), always(answer(200, "", FINE)));
        let gateway = Gateway::start(&[], &[&a, &b]);
        let told = gateway.post("/v1/chat/completions", STREAM).await;
        assert!(told.text.contains("\"error\""), "{sent}: {}", told.text);
        assert_eq!((a.calls(), b.calls()), (1, 0), "{sent}");
        assert_eq!(gateway.chat().await.status, 200);
        assert_eq!((a.calls(), b.calls()), (1, 1), "{sent}");
    }
}

#[tokio::test]
async fn when_all_fail_the_table_concludes() {
    let limited = answer(
        429,
        "retry-after: 40\r\n",
        r#"{"error":{"message":"Rate limit reached"}}"#,
    );
    let refused = answer(401, "", r#"{"error":{"message":"bad key"}}"#);
    let broken = answer(500, "", r#"{"error":{"message":"boom at internal-host"}}"#);
    let busy = answer(
        529,
        "",
        r#"{"error":{"type":"overloaded_error","message":"Overloaded"}}"#,
    );
    let rows = [
        (
            &limited,
            &broken,
            429,
            "upstream_rate_limited",
            true,
            Some("40"),
        ),
        (
            &broken,
            &limited,
            429,
            "upstream_rate_limited",
            true,
            Some("40"),
        ),
        (&refused, &busy, 503, "upstream_overloaded", true, None),
        (&broken, &broken, 502, "all_candidates_failed", true, None),
        (
            &refused,
            &refused,
            502,
            "all_candidates_failed",
            false,
            None,
        ),
    ];
    for (first, second, status, code, retry, wait) in rows {
        let (a, b) = (always(first.clone()), always(second.clone()));
        let gateway = Gateway::start(&[], &[&a, &b]);
        let told = gateway.chat().await;
        assert_eq!(
            told.error(),
            (status, code.to_owned(), retry),
            "{}",
            told.text
        );
        if wait.is_some() {
            assert_eq!(told.header("retry-after"), wait);
        }
    }
}

#[tokio::test]
async fn the_upstreams_refusal_of_our_key_is_no_401() {
    let text = format!(
        r#"{{"error":{{"message":"Incorrect API key provided: {KEY}. See internal-host.example.com","code":"invalid_api_key"}}}}"#
    );
    let a = always(answer(401, "www-authenticate: Bearer\r\n", &text));
    let gateway = Gateway::start(&[], &[&a]);
    let told = gateway.chat().await;
    assert_eq!(
        told.error(),
        (502, "upstream_auth_failed".to_owned(), false)
    );
    assert_eq!(told.header("x-should-retry"), Some("false"));
    assert!(told.header("www-authenticate").is_none());
    // The upstream did get the gateway's key.
    assert!(a.seen.lock().unwrap()[0].contains(KEY));
}

#[tokio::test]
async fn what_looks_like_an_answer_and_is_none() {
    let rows = [
        (
            answer(
                200,
                "",
                r#"{"error":{"message":"Rate limit reached","code":429}}"#,
            ),
            429,
            "upstream_rate_limited",
        ),
        (page(502), 503, "upstream_unavailable"),
        (
            answer(200, "", r#"{"id":"c1","choices":[{"mess"#),
            502,
            "upstream_stream_interrupted",
        ),
        (answer(200, "", ""), 502, "upstream_stream_interrupted"),
    ];
    for (sent, status, code) in rows {
        let a = always(sent.clone());
        let alone = Gateway::start(&[], &[&a]).chat().await;
        let (got, name, _) = alone.error();
        assert_eq!((got, name.as_str()), (status, code), "{sent}");
        // With a second upstream the client never hears of it.
        let (a, b) = (always(sent.clone()), always(answer(200, "", FINE)));
        let told = Gateway::start(&[], &[&a, &b]).chat().await;
        assert_eq!(told.status, 200, "{sent}");
    }
}

#[tokio::test]
async fn no_answer_is_named_alike_streamed_or_not() {
    let site = "<!doctype html><html><head><title>Acme</title></head><body>Welcome</body></html>";
    let site = answer(200, "", site).replace("application/json", "text/html");
    let text = answer(200, "", "Welcome to Acme").replace("application/json", "text/plain");
    let cut = answer(200, "", r#"{"id":"c1","choices":[{"mess"#);
    let empty = answer(200, "", "");
    for sent in [&site, &page(200), &text, &cut, &empty] {
        let a = always(sent.clone());
        let plain = Gateway::start(&[], &[&a]).chat().await;
        let streamed = Gateway::start(&[], &[&a])
            .post("/v1/chat/completions", STREAM)
            .await;
        assert_eq!(streamed.error(), plain.error(), "{sent}");
        let (_, code, retry) = plain.error();
        if *sent == site {
            assert_eq!((&*code, retry), ("upstream_endpoint_not_found", false));
        }
    }
    // What answers whole where a stream was asked for does so the next time too.
    let a = always(answer(200, "", FINE));
    let told = Gateway::start(&[], &[&a])
        .post("/v1/chat/completions", STREAM)
        .await;
    let (status, code, retry) = told.error();
    assert_eq!(
        (status, &*code, retry),
        (502, "upstream_invalid_response", false)
    );
    assert_eq!(told.header("x-should-retry"), Some("false"));
}

#[tokio::test]
async fn a_stream_that_begins_with_an_error_fails_over() {
    let bad =
        events("data: {\"error\":{\"message\":\"Overloaded\",\"type\":\"overloaded_error\"}}\n\n");
    let good = "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    let (a, b) = (always(bad.clone()), always(events(good)));
    let told = Gateway::start(&[], &[&a, &b])
        .post("/v1/chat/completions", STREAM)
        .await;
    assert_eq!((told.status, told.text.as_str()), (200, good));
    assert_eq!((a.calls(), b.calls()), (1, 1));
    // Alone it is a real status, not an event under 200.
    let a = always(bad);
    let told = Gateway::start(&[], &[&a])
        .post("/v1/chat/completions", STREAM)
        .await;
    assert_eq!(told.error(), (503, "upstream_overloaded".to_owned(), true));
}

#[tokio::test]
async fn a_mistake_of_the_client_stops_at_once() {
    let bad = r#"{"error":{"message":"temperature must be at most 2","type":"invalid_request_error","param":"temperature"}}"#;
    let (a, b) = (always(answer(400, "", bad)), always(answer(200, "", FINE)));
    let gateway = Gateway::start(&[], &[&a, &b]);
    let told = gateway.chat().await;
    assert_eq!(
        told.error(),
        (400, "upstream_bad_request".to_owned(), false)
    );
    assert!(
        told.text.contains("temperature must be at most 2"),
        "{}",
        told.text
    );
    assert_eq!((a.calls(), b.calls()), (1, 0));
}

#[tokio::test]
async fn path_query_and_body_go_on_unchanged() {
    let a = always(answer(200, "", FINE));
    let gateway = Gateway::start(&[], &[&a]);
    let body = r#"{ "model":"gpt-4o",  "messages":[], "x":"\u00e9 1.0e5" }"#;
    gateway
        .post("/v1/chat/completions?api-version=2024%2D10&x=", body)
        .await;
    let seen = a.seen.lock().unwrap()[0].clone();
    assert!(
        seen.starts_with("POST /v1/chat/completions?api-version=2024%2D10&x= HTTP/1.1\r\n"),
        "{seen}"
    );
    assert!(seen.ends_with(&format!("\r\n\r\n{body}")), "{seen}");
    assert!(!seen.contains("Bearer any"), "{seen}");
}

#[tokio::test]
async fn only_the_right_key_is_accepted() {
    let a = always(answer(200, "", FINE));
    let gateway = Gateway::start(&["--key", "right"], &[&a]);
    let told = gateway.post_as("wrong", "/v1/chat/completions", CHAT).await;
    assert_eq!(told.error(), (401, "invalid_api_key".to_owned(), false));
    assert_eq!(a.calls(), 0);
    let told = gateway.post_as("right", "/v1/chat/completions", CHAT).await;
    assert_eq!(told.status, 200);
}

#[tokio::test]
async fn the_key_is_found_wherever_it_is() {
    let a = always(answer(200, "", FINE));
    let gateway = Gateway::start(&["--key", "ri/ght +1"], &[&a]);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let encoded = "?alt=sse&key=ri%2Fght%20%2B1";
    for (query, headers, status) in [
        ("", &[("authorization", "Bearer ri/ght +1")][..], 200),
        ("", &[("x-api-key", "ri/ght +1")], 200),
        (
            "",
            &[("x-api-key", ""), ("x-goog-api-key", "ri/ght +1")],
            200,
        ),
        (
            "",
            &[("authorization", "Bearer "), ("x-api-key", "ri/ght +1")],
            200,
        ),
        (encoded, &[], 200),
        ("?key=ri%2Fght+%2B1", &[], 200),
        (encoded, &[("x-goog-api-key", " ")], 200),
        ("?key=&key=ri%2Fght%20%2B1", &[], 200),
        ("?key=ri/ght+1", &[], 401),
        (encoded, &[("x-api-key", "wrong")], 401),
        ("?key=", &[("x-api-key", "")], 401),
        ("?key=%ff", &[], 401),
    ] {
        let url = format!("{}/v1/chat/completions{query}", gateway.url);
        let mut request = client.post(url).header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let told = request.body(CHAT).send().await.unwrap();
        assert_eq!(told.status().as_u16(), status, "{query} {headers:?}");
    }
}

#[tokio::test]
async fn a_layer_changes_every_answer() {
    let a = always(answer(401, "", r#"{"error":{"message":"bad key"}}"#));
    let gateway = Gateway::start(&["--catalog", "examples/gateways/dgx/layer.toml"], &[&a]);
    let told = gateway.chat().await;
    assert_eq!(
        (told.status, &told.json()["error"]["code"]),
        (502, &json!("upstream_error"))
    );
    // DGX's envelope on a route of OpenAI's, without a null.
    let envelope = r#"{"error":{"type":"upstream_error","code":"upstream_error","message":"#;
    assert!(told.text.starts_with(envelope), "{}", told.text);
    let id = told.header("x-request-id");
    assert!(id.is_some() && id == told.header("request-id"));
    let told = gateway.post("/v1/chat/completions", "{").await;
    assert_eq!(
        (told.status, &told.json()["error"]["code"]),
        (400, &json!("invalid_json"))
    );
}

#[tokio::test]
async fn a_layers_rules_decide_for_bodies_and_streams() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("passthrough-layer.json");
    let layer = json!({"name": "acme", "rule": [{
        "id": "credit",
        "match": {"statuses": [402], "protocols": ["openai-chat"]},
        "answer": {"status": 418, "code": "pool_empty", "type": "pool_error", "message": "Pool: {message}"},
    }]});
    std::fs::write(&file, layer.to_string()).unwrap();
    let arguments = ["--catalog", file.to_str().unwrap()];
    let error = format!(
        r#"{{"error":{{"message":"Insufficient Balance for {KEY}","code":"insufficient_balance"}}}}"#
    );
    let body = always(answer(402, "", &error));
    let stream = always(events(&format!("data: {error}\n\n")));
    for (upstream, request) in [(&body, CHAT), (&stream, STREAM)] {
        let told = Gateway::start(&arguments, &[upstream])
            .post("/v1/chat/completions", request)
            .await;
        let (status, code, _) = told.error();
        assert_eq!(
            (status, code.as_str()),
            (418, "pool_empty"),
            "{}",
            told.text
        );
        assert_eq!(told.json()["error"]["type"], "pool_error");
        assert_eq!(
            told.json()["error"]["message"],
            "Pool: Insufficient Balance for [redacted]"
        );
    }
}

#[test]
fn a_catalog_that_is_refused_says_what_to_do() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused-layer.json");
    std::fs::write(
        &file,
        "{\n\"nmae\": \"acme\",\n\"entry\": [{\"key\": \"a b\"}]}",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    for (path, status, said) in [
        (
            file,
            1,
            format!(
                "{file}:2: error[unknown-field]: field `nmae`: there is no field `nmae`; did you mean `name`?"
            ),
        ),
        (
            "no-such-layer.json",
            2,
            "error: no-such-layer.json: ".to_owned(),
        ),
    ] {
        let mut command = Command::new(executable());
        let done = command.args(["--catalog", path]).output().unwrap();
        let err = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(status), "{err}");
        assert!(err.contains(&said) && !err.contains("Problem {"), "{err}");
    }
}

#[tokio::test]
async fn the_log_knows_the_codes_of_a_layer() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("log-layer.json");
    let layer = json!({
        "name": "acme",
        "entry": [{
            "key": "acme_pool_busy", "category": "overloaded", "http_status": 503,
            "retry": "after 5s", "fault": "upstream", "title": "Pool busy",
            "message": "The pool is busy.", "description": "All channels of the pool are busy.",
            "causes": ["Many requests."], "remediation": ["Wait."],
        }],
        "mapping": [{"condition": "rate_limited", "entry": "acme_pool_busy"}],
    });
    std::fs::write(&file, layer.to_string()).unwrap();
    let a = always(answer(
        429,
        "",
        r#"{"error":{"message":"Rate limit reached"}}"#,
    ));
    let mut gateway = Gateway::start(&["--catalog", file.to_str().unwrap(), "--log"], &[&a]);
    let told = gateway.chat().await;
    assert_eq!(told.error(), (503, "acme_pool_busy".to_owned(), true));
    let id = told.header("x-request-id").unwrap();
    assert_eq!(
        gateway.log(2)[1],
        format!(
            "warn status=503 key=acme_pool_busy category=overloaded fault=upstream request_id={id}"
        )
    );
}

#[tokio::test]
async fn the_log_tells_the_operator_of_each_candidate() {
    let said = r#"{"error":{"message":"No capacity\non internal-host","type":"overloaded_error"}}"#;
    let a = always(answer(529, "", said));
    let b = always(answer(401, "", r#"{"error":{"message":"bad key"}}"#));
    let c = always(answer(200, "", FINE));
    let mut gateway = Gateway::start(&["--log"], &[&a, &b, &c]);
    let told = gateway.chat().await;
    assert_eq!((told.status, told.text.as_str()), (200, FINE));
    let log = gateway.log(3);
    let (a, b, c) = (&a.url, &b.url, &c.url);
    let wanted = [
        format!(
            "warn upstream_failed upstream={a} model=\"gpt-4o\" status=529 \
             condition=upstream_overloaded next=other_channel cooldown=model:30s \
             said=\"No capacity\\non internal-host\" request_id="
        ),
        format!(
            "warn upstream_failed upstream={b} model=\"gpt-4o\" status=401 \
             condition=invalid_api_key next=other_key cooldown=key:3600s \
             said=\"bad key\" request_id="
        ),
        format!("info failed_over upstream={c} model=\"gpt-4o\" failed=2 request_id="),
    ];
    for (line, wanted) in log.iter().zip(&wanted) {
        assert!(line.starts_with(wanted.as_str()), "{line}\n{wanted}");
    }
    let ids: Vec<&str> = log
        .iter()
        .filter_map(|line| line.split("request_id=").nth(1))
        .collect();
    assert!(
        ids[0].starts_with("req_") && ids.iter().all(|id| id == &ids[0]),
        "{ids:?}"
    );
}

#[tokio::test]
async fn an_answer_without_an_end_is_not_read_to_it() {
    let huge = answer(200, "", &format!(r#"{{"id":"{}"}}"#, "x".repeat(40 << 20)));
    // More of the same, and nothing says how much there will be.
    let endless = huge.replace("content-length", "x-length");
    for sent in [huge, endless] {
        let (a, b) = (always(sent), always(answer(200, "", FINE)));
        let gateway = Gateway::start(&[], &[&a, &b]);
        let told = gateway.chat().await;
        assert_eq!(
            told.error(),
            (502, "upstream_event_too_large".to_owned(), false)
        );
        assert!(told.text.contains("33554432 bytes"), "{}", told.text);
        assert_eq!((a.calls(), b.calls()), (1, 0));
    }
    // Large answers, pictures among them, pass.
    let large = format!(r#"{{"id":"{}"}}"#, "x".repeat(4 << 20));
    let a = always(answer(200, "", &large));
    let told = Gateway::start(&[], &[&a]).chat().await;
    assert_eq!((told.status, told.text == large), (200, true));
}
