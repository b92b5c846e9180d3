//! The guard around a byte stream: a `Stream` and an `http_body::Body` (feature `stream`).

use super::ending::{End, Failure, Report};
use super::gate::Opened;
use super::guard::Guard;
use super::state::Delivery;
use super::step::Step;
use crate::protocol::{StreamFailure, StreamState};
use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame};
use pin_project_lite::pin_project;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep};

/// What a gateway does when a guarded stream fails or ends.
pub trait Watcher {
    /// Says what the client is to read of a failure, at an event boundary.
    ///
    /// Usually [`Renderer::stream_failure`](crate::Renderer::stream_failure) of the error that
    /// the upstream reader made of it. `None` aborts the response, which a server turns into a
    /// reset.
    fn failure(&mut self, failure: &Failure, state: &StreamState) -> Option<StreamFailure>;

    /// Takes note of how the stream ended. Called once, also when the client has gone.
    fn ended(&mut self, report: &Report) {
        let _ = report;
    }
}

/// The error that makes a server reset the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the stream failed and its protocol has no way to say so")]
pub struct Aborted;

pin_project! {
    /// A byte stream behind a [`Guard`].
    ///
    /// It reads only when it is read (back-pressure), and drops the upstream as soon as it has
    /// failed or the client has gone (cancellation). The bytes of a failure come from the
    /// [`Watcher`]; the pause that some of them need is kept.
    ///
    /// ```
    /// use futures_util::{StreamExt as _, stream};
    /// use wirefault::stream::{Dialect, Failure, Guard, GuardOptions, GuardedStream, Report, Watcher};
    /// use wirefault::upstream::{Answer, stream_error};
    /// use wirefault::{Catalog, Context, Protocol, Renderer, StreamFailure, StreamState, sanitise::Sanitiser};
    ///
    /// struct Told;
    ///
    /// impl Watcher for Told {
    ///     fn failure(&mut self, failure: &Failure, state: &StreamState) -> Option<StreamFailure> {
    ///         let answer = Answer { provider: Some("openai"), ..Answer::default() };
    ///         let error = stream_error(failure, &answer, Catalog::standard(), Sanitiser::standard());
    ///         let renderer = Renderer::standard();
    ///         renderer.stream_failure(&error, Protocol::OpenAiChat, state, &Context::new())
    ///     }
    ///
    ///     fn ended(&mut self, report: &Report) {
    ///         println!("{:?} after {} bytes", report.ending, report.bytes_out);
    ///     }
    /// }
    ///
    /// # futures_util::future::FutureExt::now_or_never(async {
    /// // The upstream closes without its terminator: the client is told, and then the stream ends.
    /// let chunk: Result<bytes::Bytes, std::io::Error> = Ok("data: {\"choices\":[]}\n\n".into());
    /// let guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
    /// let stream = GuardedStream::new(stream::iter([chunk]), guard, Told);
    /// let sent: Vec<_> = stream.collect().await;
    /// let last = sent.last().unwrap().as_ref().unwrap();
    /// assert!(last.starts_with(b"data: {\"error\":"));
    /// # }).unwrap();
    /// ```
    pub struct GuardedStream<S, W: Watcher> {
        #[pin]
        upstream: Option<S>,
        guard: Guard,
        watcher: W,
        queue: VecDeque<Bytes>,
        then: Option<(Duration, Bytes)>,
        pause: Option<Pin<Box<Sleep>>>,
        idle: Option<Idle>,
        state: State,
    }

    impl<S, W: Watcher> PinnedDrop for GuardedStream<S, W> {
        fn drop(this: Pin<&mut Self>) {
            let this = this.project();
            if *this.state == State::Open {
                let report = this.guard.finish(End::ClientGone);
                this.watcher.ended(&report);
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Open,
    Ended,
    Aborted,
}

#[derive(Debug)]
struct Idle {
    limit: Duration,
    timer: Pin<Box<Sleep>>,
    /// Something came since the timer was set. Setting it anew for every chunk would cost more
    /// than guarding the chunk.
    busy: bool,
}

impl<S, W: Watcher> GuardedStream<S, W> {
    /// Guards a response whose status is out, or about to be.
    pub fn new(upstream: S, mut guard: Guard, watcher: W) -> Self {
        guard.mark_opened();
        GuardedStream {
            upstream: Some(upstream),
            guard,
            watcher,
            queue: VecDeque::new(),
            then: None,
            pause: None,
            idle: None,
            state: State::Open,
        }
    }

    /// Goes on where a [`Gate`](super::Gate) opened: with what it held, then with the rest.
    pub fn resume(opened: Box<Opened>, upstream: S, watcher: W) -> Self {
        let mut stream = GuardedStream::new(upstream, opened.guard, watcher);
        stream.queue.extend(opened.held);
        if let Some(failure) = opened.failure {
            stream.upstream = None;
            Parts::of(&mut stream).fail(Some(&failure), End::Clean);
        }
        stream
    }

    /// Gives up on an upstream that sends nothing for so long, at the latest after twice that time.
    /// Needs a Tokio runtime.
    #[must_use]
    pub fn idle_limit(mut self, limit: Duration) -> Self {
        let timer = Box::pin(sleep(limit));
        self.idle = Some(Idle {
            limit,
            timer,
            busy: false,
        });
        self
    }
}

impl Idle {
    /// Ready once nothing came for a whole round of the timer.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            ready!(self.timer.as_mut().poll(cx));
            if !std::mem::take(&mut self.busy) {
                return Poll::Ready(());
            }
            let next = Instant::now().checked_add(self.limit);
            // A limit beyond the clock's end is none.
            let Some(next) = next else {
                return Poll::Pending;
            };
            self.timer.as_mut().reset(next);
        }
    }
}

/// All but the upstream.
struct Parts<'a, W> {
    guard: &'a mut Guard,
    watcher: &'a mut W,
    queue: &'a mut VecDeque<Bytes>,
    then: &'a mut Option<(Duration, Bytes)>,
    state: &'a mut State,
}

impl<'a, W: Watcher> Parts<'a, W> {
    fn of<S>(stream: &'a mut GuardedStream<S, W>) -> Self {
        Parts {
            guard: &mut stream.guard,
            watcher: &mut stream.watcher,
            queue: &mut stream.queue,
            then: &mut stream.then,
            state: &mut stream.state,
        }
    }

    /// Takes what the guard says of a chunk; returns true if it was the last one.
    fn take(&mut self, step: Step) -> bool {
        let (parts, failure) = step.into_parts();
        self.queue.extend(parts);
        if failure.is_some() {
            self.fail(failure.as_ref(), End::Clean);
        }
        failure.is_some()
    }

    /// Ends the stream, with a failure that is known or with what the guard finds.
    fn fail(&mut self, failure: Option<&Failure>, end: End) {
        let report = self.guard.finish(end);
        if !report.release.is_empty() {
            self.queue.push_back(report.release.clone());
        }
        *self.state = State::Ended;
        if let Some(failure) = failure.or(report.failure.as_ref()) {
            match report.delivery {
                Delivery::Nothing => {}
                Delivery::Reset => *self.state = State::Aborted,
                Delivery::Response | Delivery::Event => self.write(failure),
            }
        }
        self.watcher.ended(&report);
    }

    fn write(&mut self, failure: &Failure) {
        match self.watcher.failure(failure, &self.guard.state()) {
            None => *self.state = State::Aborted,
            Some(written) => {
                self.queue.push_back(written.bytes.into());
                *self.then = written.then.map(|(pause, bytes)| (pause, bytes.into()));
            }
        }
    }
}

impl<S, E, W> Stream for GuardedStream<S, W>
where
    S: Stream<Item = Result<Bytes, E>>,
    W: Watcher,
{
    type Item = Result<Bytes, Aborted>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut this = self.project();
        loop {
            if let Some(bytes) = this.queue.pop_front() {
                return Poll::Ready(Some(Ok(bytes)));
            }
            if *this.state != State::Open {
                return match (this.then.as_ref(), *this.state) {
                    (Some((wait, _)), _) => {
                        let wait = *wait;
                        let pause = this.pause.get_or_insert_with(|| Box::pin(sleep(wait)));
                        ready!(pause.as_mut().poll(cx));
                        let last = this.then.take().map(|(_, bytes)| Ok(bytes));
                        Poll::Ready(last)
                    }
                    (None, State::Aborted) => {
                        *this.state = State::Ended;
                        Poll::Ready(Some(Err(Aborted)))
                    }
                    (None, _) => Poll::Ready(None),
                };
            }
            let Some(upstream) = this.upstream.as_mut().as_pin_mut() else {
                return Poll::Ready(None);
            };
            let mut parts = Parts {
                guard: &mut *this.guard,
                watcher: &mut *this.watcher,
                queue: &mut *this.queue,
                then: &mut *this.then,
                state: &mut *this.state,
            };
            let over = match upstream.poll_next(cx) {
                Poll::Ready(Some(Ok(chunk))) => {
                    if let Some(idle) = this.idle.as_mut() {
                        idle.busy = true;
                    }
                    match parts.guard.push(chunk) {
                        // By far the most: no detour over the queue.
                        Step::Pass(events) => return Poll::Ready(Some(Ok(events))),
                        Step::Wait => continue,
                        step => parts.take(step),
                    }
                }
                Poll::Ready(Some(Err(_))) => {
                    parts.fail(None, End::Reset);
                    true
                }
                Poll::Ready(None) => {
                    parts.fail(None, End::Clean);
                    true
                }
                Poll::Pending => {
                    match this.idle.as_mut() {
                        None => return Poll::Pending,
                        Some(idle) => ready!(idle.poll(cx)),
                    }
                    parts.fail(None, End::IdleTimeout);
                    true
                }
            };
            if over {
                // The upstream learns at once that nobody reads on.
                this.upstream.set(None);
            }
        }
    }
}

impl<S, E, W> Body for GuardedStream<S, W>
where
    S: Stream<Item = Result<Bytes, E>>,
    W: Watcher,
{
    type Data = Bytes;
    type Error = Aborted;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Aborted>>> {
        self.poll_next(cx)
            .map(|item| item.map(|bytes| bytes.map(Frame::data)))
    }
}

impl<S, W: Watcher> std::fmt::Debug for GuardedStream<S, W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GuardedStream")
            .field("guard", &self.guard)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}
