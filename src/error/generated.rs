// @generated from catalog/ by the generator in src/codegen. Do not edit by hand:
// WIREFAULT_UPDATE=1 cargo test --test it fresh

use super::typed::typed;

typed! {
    /// API key missing.
    ///
    /// The request carried no API key in any place where the gateway looks for one: the
    /// `Authorization` header, `x-api-key`, `x-goog-api-key` or the query parameter `key`. The
    /// request was not forwarded.
    MissingApiKey {
    }
    /// API key not valid.
    ///
    /// An API key was sent, and the gateway knows no key with this value. Keys are compared as a
    /// whole, so a single missing character is enough.
    InvalidApiKey {
    }
    /// API key expired.
    ///
    /// The key is known to the gateway, and its expiry date has passed. Expired keys stay refused
    /// until the date is changed or a new key takes their place.
    ApiKeyExpired {
        /// The moment of expiry, as an RFC 3339 timestamp.
        expired_at: string,
    }
    /// API key disabled.
    ///
    /// The key exists and has been switched off by its owner or by an administrator. It keeps its
    /// settings and works again once it is enabled.
    ApiKeyDisabled {
    }
    /// User account inactive.
    ///
    /// The key itself is in order, and the account behind it is not active. All keys of that
    /// account are refused in the same way.
    UserInactive {
    }
    /// Insufficient balance.
    ///
    /// The gateway reserves the estimated cost of a request before it forwards the request, and
    /// the balance of the caller's account does not cover this sum. Nothing was forwarded, and
    /// nothing was charged. The estimate includes the longest answer that the request permits.
    InsufficientBalance {
        /// The balance at the time of the request.
        current: money,
        /// The estimated cost of the request.
        required: money,
    }
    /// Client closed the request.
    ///
    /// The connection to the client ended while the gateway was still working on the request. As a
    /// rule no one reads this answer; the entry exists so that logs and statistics do not count it
    /// as a failure of the gateway or of the upstream provider.
    ClientClosedRequest {
    }
    /// Same request already in progress.
    ///
    /// An earlier request with this idempotency key has not finished. Once it has, repeating the
    /// request returns its result without a second execution.
    RequestInProgress {
    }
    /// Conflict upstream.
    ///
    /// The upstream provider could not carry out the request because the object concerned was
    /// being changed, or was in a state that excludes the operation.
    UpstreamConflict {
        /// What the upstream provider said about the conflict.
        detail: redacted,
    }
    /// Content refused by a safety policy.
    ///
    /// The upstream provider refused the request because of its content and produced no answer. A
    /// refusal that the model writes as its answer is a success and does not lead here.
    ContentFiltered {
        /// What the upstream provider said about the refusal.
        detail: redacted,
    }
    /// Content blocked by a gateway rule.
    ///
    /// The gateway checks requests against rules of its own, and one of these rules matched. No
    /// upstream provider received the content.
    ContentBlocked {
        /// A name for the rule that may be shown to callers.
        rule: string,
    }
    /// Internal error.
    ///
    /// Something went wrong inside the gateway that it does not expect in normal operation.
    /// Details are in its log under the request id; the answer contains none of them.
    InternalError {
    }
    /// Storage failed.
    ///
    /// The request needed stored data, such as a conversation, and the gateway's storage did not
    /// work. It is not known whether a change was saved.
    StorageError {
    }
    /// Gateway not configured for this request.
    ///
    /// The configuration of the gateway contradicts itself or is incomplete at a point that this
    /// request needs. Each repetition fails in the same way until the configuration is corrected.
    ConfigurationError {
    }
    /// Request body is not valid JSON.
    ///
    /// The body was received completely, and it cannot be read as a JSON object of the expected
    /// shape. Nothing was forwarded.
    InvalidJson {
        /// What the JSON parser found, and where.
        detail: redacted,
    }
    /// Request body is empty.
    ///
    /// The route needs a JSON body, and the request had none: its length was zero.
    EmptyBody {
    }
    /// Request body could not be read.
    ///
    /// The gateway began to read the body and did not get it whole: it ended before the announced
    /// length, or its transfer coding was broken.
    UnreadableBody {
    }
    /// Required field missing.
    ///
    /// The body is valid JSON and lacks a field without which the request has no meaning. The
    /// `param` of the answer names the field.
    MissingField {
        /// The path of the missing field.
        field: string,
    }
    /// Field value not valid.
    ///
    /// A field is present, and its value has the wrong type, lies outside its range, or is none of
    /// the allowed values. The same holds for header and query values. The `param` of the answer
    /// names the field.
    InvalidField {
        /// The path of the field.
        field: string,
        /// What is wrong with the value.
        reason: string,
    }
    /// Parameter not supported.
    ///
    /// The parameter is known in this protocol, and the chosen model or the way to it cannot
    /// honour it. The gateway refuses the request rather than drop the parameter in silence.
    UnsupportedParameter {
        /// The model id as the client sent it.
        model: string,
        /// The path of the parameter.
        parameter: string,
    }
    /// Capability not supported by the model.
    ///
    /// The request uses a capability, such as tools, images, audio, streaming or structured
    /// output, that the model or its upstream route does not have.
    CapabilityNotSupported {
        /// The missing capability, as a plural or a mass noun.
        capability: string,
        /// The model id as the client sent it.
        model: string,
    }
    /// Model not served by this endpoint.
    ///
    /// The model exists and may be used by this key, though not through the endpoint that was
    /// called. It is served by another protocol or another kind of endpoint.
    ModelEndpointMismatch {
        /// The model id as the client sent it.
        model: string,
    }
    /// Context length exceeded.
    ///
    /// The tokens of the input, together with those reserved for the answer, exceed the context
    /// window of the model. Clients recognise this error by the words `prompt is too long` and
    /// start to shorten the conversation, so the message is never changed or translated.
    ContextLengthExceeded {
        /// What the upstream provider said, where it gave no figures that could be read.
        detail: redacted,
        /// The context window of the model, in tokens.
        limit: int,
        /// The tokens that the request needs.
        used: int,
    }
    /// Input exceeds the limit of the key.
    ///
    /// The key has a limit on input tokens per request, and the estimate for this request lies
    /// above it. The context window of the model is a separate limit and may be larger.
    InputTooLarge {
        /// The most input tokens that the key allows in one request.
        limit: int,
        /// The estimated input tokens of the request.
        used: int,
    }
    /// Output limit below the minimum.
    ///
    /// The request allows fewer output tokens than the model accepts. Reasoning models spend part
    /// of the output on hidden thought, so their minimum can reach several hundred tokens.
    MaxTokensBelowMinimum {
        /// The lowest output limit that the model accepts.
        minimum: int,
        /// The output limit in the request.
        requested: int,
    }
    /// Image URL not supported.
    ///
    /// The request refers to an image by an http or https address. Neither the gateway nor the
    /// model behind it loads images from the network.
    ImageUrlNotSupported {
    }
    /// Image could not be decoded.
    ///
    /// The image was sent inline, and either its data URI is malformed, the media type is missing,
    /// or the decoded bytes are no image of that type.
    ImageDecodeError {
        /// What prevented the decoding.
        reason: string,
    }
    /// Image data is not valid base64.
    ///
    /// The part of the data URI after `base64,` contains characters outside the base64 alphabet,
    /// or its length or padding is wrong.
    ImageBase64Invalid {
    }
    /// Media not accepted.
    ///
    /// The request contains a media part that the model cannot use: of a type it does not take,
    /// larger than it allows, damaged, or not retrievable.
    UnsupportedMedia {
        /// What the upstream provider said about the media part.
        detail: redacted,
    }
    /// Tool call arguments are not valid JSON.
    ///
    /// A tool call in the message history carries its arguments as a JSON text inside a string,
    /// and this text cannot be parsed.
    ToolCallArgumentsInvalid {
        /// The id of the tool call.
        call_id: string,
    }
    /// Tool definition or tool call not accepted.
    ///
    /// Something about the tools of the request is wrong: the schema of a tool, the choice of a
    /// tool, or the way calls and results follow one another.
    InvalidToolCall {
        /// What the upstream provider said about the tool or the call.
        detail: redacted,
    }
    /// Tool result without its call.
    ///
    /// A tool result refers to a call that the gateway finds neither among the items of the
    /// request nor in an earlier response which the request continues.
    ToolResultUnmatched {
        /// The call id of the result.
        call_id: string,
    }
    /// Request rejected upstream.
    ///
    /// The request passed the checks of the gateway, and the upstream provider found a fault in
    /// it. The text of the provider is passed on after confidential parts were removed.
    UpstreamBadRequest {
        /// What the upstream provider said about the request.
        detail: redacted,
    }
    /// Idempotency key used for another request.
    ///
    /// The idempotency key is stored together with an earlier request, and the two requests
    /// differ. The gateway answers neither with the old result nor with a new one.
    IdempotencyKeyReused {
    }
    /// Method not allowed.
    ///
    /// The path exists, and it does not answer the HTTP method that was used. The `allow` header
    /// lists the methods it does answer.
    MethodNotAllowed {
        /// The methods that the path answers.
        allowed: list,
        /// The HTTP method of the request.
        method: string,
    }
    /// No acceptable representation.
    ///
    /// The `accept` header excludes every format in which this endpoint can answer.
    NotAcceptable {
        /// The formats that the endpoint can produce.
        available: list,
    }
    /// Content length required.
    ///
    /// The body was sent without a known length, and the gateway or a proxy before it accepts
    /// bodies of known length only.
    LengthRequired {
    }
    /// Content type not supported.
    ///
    /// The `content-type` or `content-encoding` header names a format which this endpoint does not
    /// read. The body was not looked at.
    UnsupportedMediaType {
        /// The content type of the request.
        content_type: string,
        /// The content type that the endpoint reads.
        expected: string,
    }
    /// Expectation not met.
    ///
    /// The request carries an `expect` header with a demand that the gateway, or a proxy before
    /// it, does not fulfil.
    ExpectationFailed {
    }
    /// Request does not match the schema.
    ///
    /// The body is well-formed JSON, and taken as a whole it does not fit the data model of the
    /// endpoint, so no single field could be named.
    UnprocessableRequest {
        /// What the deserialiser reported.
        detail: redacted,
    }
    /// Precondition required.
    ///
    /// The endpoint changes a stored object and accepts the change only if the client states which
    /// version of the object it knows. This keeps two clients from overwriting each other.
    PreconditionRequired {
        /// The header that has to carry the condition.
        header: string,
    }
    /// Request refused.
    ///
    /// A part of the gateway answered with a bare 4xx status and said nothing more. The status of
    /// the answer is the one that this part chose; what lies behind it is known to that part
    /// alone.
    RequestRefused {
        /// The name of the HTTP status.
        reason: string,
    }
    /// Not implemented.
    ///
    /// The route is known as part of the protocol, and this gateway does not offer the function
    /// behind it. This does not change until the gateway is extended.
    NotImplemented {
        /// The missing function, as it may begin a sentence.
        feature: string,
    }
    /// Model not found.
    ///
    /// No model with this id can be reached through the gateway. Ids are compared exactly; a
    /// version or date suffix is part of the id.
    ModelNotFound {
        /// What the upstream provider said about the model.
        detail: redacted,
        /// The model id as the client sent it.
        model: string,
    }
    /// Model not available here.
    ///
    /// The model exists, and the gateway has no access to it. No change to the request makes this
    /// model answer; the rights of the caller's own key play no part.
    ModelNotAvailable {
        /// What the upstream provider said about access to the model.
        detail: redacted,
        /// The model id as the client sent it.
        model: string,
    }
    /// Route not found.
    ///
    /// The gateway serves nothing under this path. The request was answered by the gateway itself,
    /// and no upstream provider saw it.
    RouteNotFound {
        /// The HTTP method of the request.
        method: string,
        /// The path of the request, without its query.
        path: string,
    }
    /// Conversation not found.
    ///
    /// The request continues a stored conversation which the gateway cannot find for this user.
    /// Conversations of other users are reported in the same way, so the answer does not tell
    /// whether the id exists.
    ConversationNotFound {
        /// The conversation id as the client sent it.
        conversation: string,
    }
    /// Resource not found.
    ///
    /// The route is right, and the object it points to is missing: a file, a batch, a stored
    /// response or something similar.
    ResourceNotFound {
        /// The id as the client sent it.
        id: string,
        /// What kind of object was looked for.
        kind: string,
    }
    /// Gateway overloaded.
    ///
    /// The gateway refuses new requests at the door to keep those in progress healthy. It applies
    /// to all callers alike and says nothing about the quota of any one of them.
    ServiceOverloaded {
        /// The time after which a new attempt is worthwhile.
        retry_after: duration,
    }
    /// Upstream overloaded.
    ///
    /// The upstream provider reported that it, or this one model, is at capacity. It is neither a
    /// limit of the caller nor one of the gateway.
    UpstreamOverloaded {
        /// The waiting time that the provider asks for.
        retry_after: duration,
    }
    /// Not permitted.
    ///
    /// The key is valid, and its rights do not cover the operation. The same request succeeds with
    /// a key that has the right.
    Forbidden {
        /// What was refused, in the infinitive and without "to".
        action: string,
    }
    /// Model not allowed for this key.
    ///
    /// The gateway serves the model, and the list of models allowed to this key does not contain
    /// it. Other keys may use it.
    ModelNotAllowed {
        /// The model id as the client sent it.
        model: string,
    }
    /// Network address not allowed.
    ///
    /// The key accepts requests only from listed network addresses, and the address that the
    /// gateway saw is not among them.
    IpNotAllowed {
        /// The client's address as the gateway saw it.
        address: string,
    }
    /// Subscription required.
    ///
    /// The group to which the key or the model belongs is open to subscribers only, and the
    /// account has no active subscription to it. Prepaid balance does not replace the
    /// subscription.
    SubscriptionRequired {
        /// The name of the plan or group that is needed.
        plan: string,
    }
    /// Key quota exhausted.
    ///
    /// The key has a spending limit of its own, and that limit is reached. It is separate from the
    /// balance of the account: either can be used up while the other is not. The limit does not
    /// reset by itself.
    QuotaExhausted {
        /// What the key may spend.
        total: money,
        /// What the key has spent.
        used: money,
    }
    /// Daily quota exhausted.
    ///
    /// A budget counted per calendar day (UTC) is used up. Requests that count towards it are
    /// refused until midnight UTC; models outside this budget are not affected.
    DailyQuotaExhausted {
        /// Ids of models that this caller can use at once.
        available_fallbacks: list,
    }
    /// Model quota exhausted.
    ///
    /// A token, cost or request budget behind this one model is used up. The model comes back when
    /// that budget resets or is raised; all other models keep working.
    ModelQuotaExhausted {
        /// Ids of models that this caller can use at once.
        available_fallbacks: list,
        /// The model id as the client sent it.
        model: string,
    }
    /// Subscription limit reached.
    ///
    /// The subscription includes a fixed amount of usage per window of time, and the amount for
    /// the current window is used up. When several windows apply, the strictest one decides.
    SubscriptionWindowExhausted {
        /// The moment at which the window resets, as an RFC 3339 timestamp.
        resets_at: string,
        /// Which window is used up.
        window: string,
    }
    /// Upstream usage window exhausted.
    ///
    /// The upstream provider counts usage over hours or days, and the amount for the current
    /// window is used up. The caller's own quota is not touched. Where the provider names no time,
    /// one hour is assumed.
    UpstreamQuotaExhausted {
        /// The time until the limit resets, where the provider names it.
        retry_after: duration,
    }
    /// Rate limit exceeded.
    ///
    /// Within a short time the caller has sent more requests or tokens than the gateway allows.
    /// The limit belongs to the gateway, not to an upstream provider. It refills continuously, so
    /// seconds are usually enough.
    RateLimitExceeded {
        /// The limit that was reached, with its unit.
        limit: string,
        /// The time after which the request passes.
        retry_after: duration,
    }
    /// Too many parallel requests.
    ///
    /// The caller already has as many requests in progress as it may have. A place becomes free as
    /// soon as one of them ends; streams count until their last event.
    ConcurrencyLimitExceeded {
        /// How many requests the caller may have in progress.
        limit: int,
    }
    /// Waiting queue full.
    ///
    /// Requests above the concurrency limit wait in a queue, and the caller's queue is full. The
    /// request was refused at once instead of waiting without a prospect.
    QueueFull {
        /// How many requests may wait.
        limit: int,
    }
    /// Upstream rate limit.
    ///
    /// The upstream provider refused the request because too many arrive within a short time. The
    /// limit is shared by all callers of the gateway for this model, so a single caller can meet
    /// it with few requests of its own.
    UpstreamRateLimited {
        /// The waiting time that the provider asks for.
        retry_after: duration,
    }
    /// Request not received in time.
    ///
    /// The gateway waited for the rest of the request, and it did not arrive in time. Nothing was
    /// forwarded, so repeating the request cannot cause a second execution.
    RequestTimeout {
        /// How long the gateway waited.
        limit: duration,
    }
    /// Time limit of the gateway reached.
    ///
    /// The gateway limits the total time of a request, including waiting in a queue and all
    /// attempts at upstream providers. That time ran out before there was an answer.
    DeadlineExceeded {
        /// The total time that the gateway allows.
        limit: duration,
    }
    /// Upstream timeout.
    ///
    /// The request was forwarded, and no answer arrived before the time limit. Whether the
    /// provider went on working on it is unknown.
    UpstreamTimeout {
        /// How long the gateway waited.
        limit: duration,
    }
    /// Upstream stream stalled.
    ///
    /// The answer had begun, and the connection stayed open without any further data until the
    /// time limit between two events ran out. What was received before is incomplete.
    UpstreamStreamStalled {
        /// The longest pause that the gateway allows between two events.
        limit: duration,
    }
    /// Request too large.
    ///
    /// The body has more bytes than the gateway or the upstream provider accepts. This limit
    /// counts bytes, not tokens; a request with few tokens can exceed it through its images.
    RequestTooLarge {
        /// What the upstream provider said about the size.
        detail: redacted,
        /// The largest accepted body in bytes.
        limit: int,
        /// The size of the body in bytes, where it is known.
        size: int,
    }
    /// Request address too long.
    ///
    /// Path and query of the request together exceed what the gateway reads.
    UriTooLong {
        /// The longest accepted address in bytes.
        limit: int,
    }
    /// Request headers too large.
    ///
    /// One header field, or all of them together, exceed what the gateway reads.
    HeadersTooLarge {
        /// The largest accepted size of all headers in bytes.
        limit: int,
    }
    /// Gateway not in service.
    ///
    /// This instance of the gateway takes no requests because it is starting, shutting down or
    /// under maintenance. Requests already in progress are completed where possible.
    ServiceUnavailable {
        /// Why the gateway takes no requests.
        reason: string,
    }
    /// No channel available.
    ///
    /// The gateway knows the model, and every channel that leads to it is switched off, cooling
    /// down or marked as unhealthy. No upstream provider was asked.
    NoChannelAvailable {
        /// The model id as the client sent it.
        model: string,
    }
    /// Upstream unavailable.
    ///
    /// An answer came back from the upstream side, and it says that the service behind it cannot
    /// be used: a maintenance notice, a bad-gateway page, or a relay that has nothing to forward
    /// to.
    UpstreamUnavailable {
    }
    /// Upstream unreachable.
    ///
    /// No connection came about: the name could not be resolved, the connection was refused, or no
    /// TLS session could be agreed. The provider never received the request, so a repetition
    /// cannot execute it twice.
    UpstreamUnreachable {
    }
    /// Upstream declines to serve.
    ///
    /// The upstream provider declined to serve the gateway. The cause lies between gateway and
    /// provider; nothing is wrong with the request or with the caller's rights here.
    UpstreamBalanceExhausted {
    }
    /// Billing service unavailable.
    ///
    /// Before a request is forwarded, the gateway checks whether it is covered, and this check is
    /// not working. Requests are refused until it works again, since they could not be accounted
    /// for.
    BillingServiceUnavailable {
    }
    /// Authentication service unavailable.
    ///
    /// The store in which the gateway looks up API keys does not answer. Whether the key is valid
    /// is unknown, so the gateway does not call it invalid.
    AuthServiceUnavailable {
    }
    /// Upstream error.
    ///
    /// The upstream provider received the request and reported a failure of its own. The text of
    /// that failure stays in the gateway's log.
    UpstreamError {
        /// The HTTP status that the provider answered with.
        status: int,
    }
    /// Gateway not recognised upstream.
    ///
    /// The upstream provider did not accept the gateway as its client. The caller's own access to
    /// the gateway is in order and plays no part in this.
    UpstreamAuthFailed {
    }
    /// Operation not permitted upstream.
    ///
    /// The upstream provider knows the gateway and refuses it this particular operation. The
    /// rights that the caller has at the gateway are sufficient.
    UpstreamPermissionDenied {
    }
    /// Gateway blocked upstream.
    ///
    /// The request was turned away on the upstream side because of where it came from, before any
    /// model saw it. Where the caller is located does not matter.
    UpstreamBlocked {
    }
    /// Upstream has stopped its service.
    ///
    /// The upstream provider refuses all requests of the gateway on this route, whatever they
    /// contain. The refusal lasts until the operator has resolved it with the provider.
    UpstreamAccountDisabled {
    }
    /// Endpoint missing upstream.
    ///
    /// The caller's path was right, and the path which the gateway derived from it does not exist
    /// at the upstream provider.
    UpstreamEndpointNotFound {
    }
    /// Cancelled upstream.
    ///
    /// The upstream provider ended the operation by cancelling it, although neither the caller nor
    /// the gateway had asked for that.
    UpstreamCancelled {
    }
    /// All upstream candidates failed.
    ///
    /// The gateway tried one upstream candidate after another, and none gave a usable answer. The
    /// failures differed, so no single one of them is reported in place of all.
    AllCandidatesFailed {
        /// How many candidates were tried.
        attempts: int,
    }
    /// Upstream stream interrupted.
    ///
    /// The connection to the upstream provider closed without the end marker of its protocol, or
    /// within an event. What was delivered up to that point is unchanged, and the rest is missing.
    UpstreamStreamInterrupted {
    }
    /// Upstream event too large.
    ///
    /// Streams are passed on event by event, and each event has to fit into a buffer of fixed
    /// size. One event exceeded it, so the stream was ended instead of growing without bound.
    UpstreamEventTooLarge {
        /// The largest accepted event in bytes.
        limit: int,
    }
    /// Upstream response not understood.
    ///
    /// The upstream provider reported success, and what it sent is no answer in its protocol: an
    /// HTML page, an empty body, broken JSON, or plain JSON where a stream was requested.
    UpstreamInvalidResponse {
        /// What the response was instead of an answer.
        reason: string,
    }
}
