//! What the guard costs a gateway: events per second through the example gateway, with the guard
//! on and off in turn, over loopback.
//!
//! `cargo bench --bench relay` (builds the example gateway in release mode first)

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Events in one stream; about 30 MB.
const EVENTS: usize = 100_000;

/// Streams that are measured for each, after one that is not.
const ROUNDS: usize = 9;

fn main() -> Result<(), Failure> {
    let upstream = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", upstream.local_addr()?);
    std::thread::spawn(move || serve(&upstream));
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--example", "gateway"])
        .status()?;
    if !built.success() {
        return Err("the example gateway does not build".into());
    }
    for (name, events) in [("one write per event", 1), ("writes of 16 KB", 55)] {
        let on = Gateway::start(&address, &[])?;
        let off = Gateway::start(&address, &["--unguarded"])?;
        let mut rates = [Vec::new(), Vec::new()];
        for round in 0..=ROUNDS {
            for (gateway, rates) in [&on, &off].into_iter().zip(&mut rates) {
                let rate = gateway.stream(events)?;
                if round > 0 {
                    rates.push(rate);
                }
            }
        }
        let ratios: Vec<f64> = rates[0]
            .iter()
            .zip(&rates[1])
            .map(|(on, off)| on / off)
            .collect();
        let [on, off] = rates.map(median);
        println!(
            "relay  {name:22} guard on {on:>9.0} events/s  off {off:>9.0} events/s  pair by pair {:>5.1} % (median of {ROUNDS})",
            median(ratios) * 100.0
        );
    }
    Ok(())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// A chunk of a chat stream, about 290 bytes.
fn event(number: usize) -> String {
    format!(
        "data: {{\"id\":\"chatcmpl-9f2c1d7e5b\",\"object\":\"chat.completion.chunk\",\"created\":1763690000,\"model\":\"gpt-4.1-mini\",\"system_fingerprint\":\"fp_3b2c1a\",\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\" token{}\"}},\"logprobs\":null,\"finish_reason\":null}}],\"usage\":null}}\n\n",
        number % 97
    )
}

/// Plays an upstream that sends as fast as it is read; the model's name says how many events a
/// write holds.
fn serve(listener: &TcpListener) {
    for stream in listener.incoming().flatten() {
        std::thread::spawn(move || answer(stream));
    }
}

fn answer(mut stream: TcpStream) -> Result<(), Failure> {
    stream.set_nodelay(true)?;
    let mut request = [0; 4096];
    loop {
        let mut seen = Vec::new();
        while !seen.ends_with(b"}") {
            let length = stream.read(&mut request)?;
            if length == 0 {
                return Ok(());
            }
            seen.extend_from_slice(request.get(..length).unwrap_or_default());
        }
        let together = if String::from_utf8_lossy(&seen).contains("\"m55\"") {
            55
        } else {
            1
        };
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n")?;
        let mut sent = 0;
        while sent < EVENTS {
            let count = together.min(EVENTS - sent);
            let body: String = (sent..sent + count).map(event).collect();
            stream.write_all(format!("{:x}\r\n{body}\r\n", body.len()).as_bytes())?;
            sent += count;
        }
        stream.write_all(b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")?;
    }
}

struct Gateway {
    process: Child,
    address: String,
}

impl Gateway {
    fn start(upstream: &str, flags: &[&str]) -> Result<Self, Failure> {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/target/release/examples/gateway"
        );
        let mut process = Command::new(path)
            .args(["--listen", "127.0.0.1:0", "--upstream", upstream])
            .args(flags)
            .stdout(Stdio::piped())
            .spawn()?;
        let out = process.stdout.take().ok_or("no output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let address = line
            .trim()
            .rsplit("http://")
            .next()
            .unwrap_or_default()
            .to_owned();
        Ok(Gateway { process, address })
    }

    /// Reads one stream to its end and returns events per second.
    fn stream(&self, together: usize) -> Result<f64, Failure> {
        let mut stream = TcpStream::connect(&self.address)?;
        let body = format!("{{\"model\":\"m{together}\",\"stream\":true}}");
        let head = format!(
            "POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer k\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let start = Instant::now();
        stream.write_all(head.as_bytes())?;
        let mut buffer = vec![0; 1 << 16];
        let (mut bytes, mut tail) = (0, Vec::new());
        loop {
            let length = stream.read(&mut buffer)?;
            if length == 0 {
                break;
            }
            bytes += length;
            tail.extend_from_slice(buffer.get(..length).unwrap_or_default());
            tail.drain(..tail.len().saturating_sub(64));
        }
        if !tail.windows(6).any(|window| window == b"[DONE]") {
            return Err(format!("the stream broke after {bytes} bytes").into());
        }
        Ok(EVENTS as f64 / start.elapsed().as_secs_f64())
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
