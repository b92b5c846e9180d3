// @generated from catalog/ by the generator in src/codegen. Do not edit by hand:
// WIREFAULT_UPDATE=1 cargo test --test it fresh

#[allow(unused_imports)]
use super::row::text as t;
#[allow(unused_imports)]
use super::entry::{Category, Entry, Exposure, Fault, Kind, MessageContract, Param, ParamType, Retry, Stability, Status};
#[allow(unused_imports)]
use super::row::{NoticeRow, Row, WordingRow};
use std::time::Duration;

/// The code of a standard entry.
///
/// New codes come with minor versions; the open type is [`Code`](super::Code).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, strum::AsRefStr, strum::Display,
    strum::EnumCount, strum::EnumIter, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
    strum::VariantNames, serde::Serialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorCode {
    /// API key missing (401).
    ///
    /// The request carried no API key in any place where the gateway looks for one: the
    /// `Authorization` header, `x-api-key`, `x-goog-api-key` or the query parameter `key`. The
    /// request was not forwarded.
    MissingApiKey,
    /// API key not valid (401).
    ///
    /// An API key was sent, and the gateway knows no key with this value. Keys are compared as a
    /// whole, so a single missing character is enough.
    InvalidApiKey,
    /// API key expired (401).
    ///
    /// The key is known to the gateway, and its expiry date has passed. Expired keys stay refused
    /// until the date is changed or a new key takes their place.
    ApiKeyExpired,
    /// API key disabled (401).
    ///
    /// The key exists and has been switched off by its owner or by an administrator. It keeps its
    /// settings and works again once it is enabled.
    ApiKeyDisabled,
    /// User account inactive (401).
    ///
    /// The key itself is in order, and the account behind it is not active. All keys of that
    /// account are refused in the same way.
    UserInactive,
    /// Insufficient balance (402).
    ///
    /// The gateway reserves the estimated cost of a request before it forwards the request, and
    /// the balance of the caller's account does not cover this sum. Nothing was forwarded, and
    /// nothing was charged. The estimate includes the longest answer that the request permits.
    InsufficientBalance,
    /// Client closed the request (499).
    ///
    /// The connection to the client ended while the gateway was still working on the request. As a
    /// rule no one reads this answer; the entry exists so that logs and statistics do not count it
    /// as a failure of the gateway or of the upstream provider.
    ClientClosedRequest,
    /// Same request already in progress (409).
    ///
    /// An earlier request with this idempotency key has not finished. Once it has, repeating the
    /// request returns its result without a second execution.
    RequestInProgress,
    /// Conflict upstream (409).
    ///
    /// The upstream provider could not carry out the request because the object concerned was
    /// being changed, or was in a state that excludes the operation.
    UpstreamConflict,
    /// Content refused by a safety policy (400).
    ///
    /// The upstream provider refused the request because of its content and produced no answer. A
    /// refusal that the model writes as its answer is a success and does not lead here.
    ContentFiltered,
    /// Content blocked by a gateway rule (400).
    ///
    /// The gateway checks requests against rules of its own, and one of these rules matched. No
    /// upstream provider received the content.
    ContentBlocked,
    /// Internal error (500).
    ///
    /// Something went wrong inside the gateway that it does not expect in normal operation.
    /// Details are in its log under the request id; the answer contains none of them.
    InternalError,
    /// Storage failed (500).
    ///
    /// The request needed stored data, such as a conversation, and the gateway's storage did not
    /// work. It is not known whether a change was saved.
    StorageError,
    /// Gateway not configured for this request (500).
    ///
    /// The configuration of the gateway contradicts itself or is incomplete at a point that this
    /// request needs. Each repetition fails in the same way until the configuration is corrected.
    ConfigurationError,
    /// Request body is not valid JSON (400).
    ///
    /// The body was received completely, and it cannot be read as a JSON object of the expected
    /// shape. Nothing was forwarded.
    InvalidJson,
    /// Request body is empty (400).
    ///
    /// The route needs a JSON body, and the request had none: its length was zero.
    EmptyBody,
    /// Request body could not be read (400).
    ///
    /// The gateway began to read the body and did not get it whole: it ended before the announced
    /// length, or its transfer coding was broken.
    UnreadableBody,
    /// Required field missing (400).
    ///
    /// The body is valid JSON and lacks a field without which the request has no meaning. The
    /// `param` of the answer names the field.
    MissingField,
    /// Field value not valid (400).
    ///
    /// A field is present, and its value has the wrong type, lies outside its range, or is none of
    /// the allowed values. The same holds for header and query values. The `param` of the answer
    /// names the field.
    InvalidField,
    /// Parameter not supported (400).
    ///
    /// The parameter is known in this protocol, and the chosen model or the way to it cannot
    /// honour it. The gateway refuses the request rather than drop the parameter in silence.
    UnsupportedParameter,
    /// Capability not supported by the model (400).
    ///
    /// The request uses a capability, such as tools, images, audio, streaming or structured
    /// output, that the model or its upstream route does not have.
    CapabilityNotSupported,
    /// Model not served by this endpoint (400).
    ///
    /// The model exists and may be used by this key, though not through the endpoint that was
    /// called. It is served by another protocol or another kind of endpoint.
    ModelEndpointMismatch,
    /// Context length exceeded (400).
    ///
    /// The tokens of the input, together with those reserved for the answer, exceed the context
    /// window of the model. Clients recognise this error by the words `prompt is too long` and
    /// start to shorten the conversation, so the message is never changed or translated.
    ContextLengthExceeded,
    /// Input exceeds the limit of the key (400).
    ///
    /// The key has a limit on input tokens per request, and the estimate for this request lies
    /// above it. The context window of the model is a separate limit and may be larger.
    InputTooLarge,
    /// Output limit below the minimum (400).
    ///
    /// The request allows fewer output tokens than the model accepts. Reasoning models spend part
    /// of the output on hidden thought, so their minimum can reach several hundred tokens.
    MaxTokensBelowMinimum,
    /// Image URL not supported (400).
    ///
    /// The request refers to an image by an http or https address. Neither the gateway nor the
    /// model behind it loads images from the network.
    ImageUrlNotSupported,
    /// Image could not be decoded (400).
    ///
    /// The image was sent inline, and either its data URI is malformed, the media type is missing,
    /// or the decoded bytes are no image of that type.
    ImageDecodeError,
    /// Image data is not valid base64 (400).
    ///
    /// The part of the data URI after `base64,` contains characters outside the base64 alphabet,
    /// or its length or padding is wrong.
    ImageBase64Invalid,
    /// Media not accepted (400).
    ///
    /// The request contains a media part that the model cannot use: of a type it does not take,
    /// larger than it allows, damaged, or not retrievable.
    UnsupportedMedia,
    /// Tool call arguments are not valid JSON (400).
    ///
    /// A tool call in the message history carries its arguments as a JSON text inside a string,
    /// and this text cannot be parsed.
    ToolCallArgumentsInvalid,
    /// Tool definition or tool call not accepted (400).
    ///
    /// Something about the tools of the request is wrong: the schema of a tool, the choice of a
    /// tool, or the way calls and results follow one another.
    InvalidToolCall,
    /// Tool result without its call (400).
    ///
    /// A tool result refers to a call that the gateway finds neither among the items of the
    /// request nor in an earlier response which the request continues.
    ToolResultUnmatched,
    /// Request rejected upstream (400).
    ///
    /// The request passed the checks of the gateway, and the upstream provider found a fault in
    /// it. The text of the provider is passed on after confidential parts were removed.
    UpstreamBadRequest,
    /// Idempotency key used for another request (422).
    ///
    /// The idempotency key is stored together with an earlier request, and the two requests
    /// differ. The gateway answers neither with the old result nor with a new one.
    IdempotencyKeyReused,
    /// Method not allowed (405).
    ///
    /// The path exists, and it does not answer the HTTP method that was used. The `allow` header
    /// lists the methods it does answer.
    MethodNotAllowed,
    /// No acceptable representation (406).
    ///
    /// The `accept` header excludes every format in which this endpoint can answer.
    NotAcceptable,
    /// Content length required (411).
    ///
    /// The body was sent without a known length, and the gateway or a proxy before it accepts
    /// bodies of known length only.
    LengthRequired,
    /// Content type not supported (415).
    ///
    /// The `content-type` or `content-encoding` header names a format which this endpoint does not
    /// read. The body was not looked at.
    UnsupportedMediaType,
    /// Expectation not met (417).
    ///
    /// The request carries an `expect` header with a demand that the gateway, or a proxy before
    /// it, does not fulfil.
    ExpectationFailed,
    /// Request does not match the schema (422).
    ///
    /// The body is well-formed JSON, and taken as a whole it does not fit the data model of the
    /// endpoint, so no single field could be named.
    UnprocessableRequest,
    /// Precondition required (428).
    ///
    /// The endpoint changes a stored object and accepts the change only if the client states which
    /// version of the object it knows. This keeps two clients from overwriting each other.
    PreconditionRequired,
    /// Request refused (400).
    ///
    /// A part of the gateway answered with a bare 4xx status and said nothing more. The status of
    /// the answer is the one that this part chose; what lies behind it is known to that part
    /// alone.
    RequestRefused,
    /// Not implemented (501).
    ///
    /// The route is known as part of the protocol, and this gateway does not offer the function
    /// behind it. This does not change until the gateway is extended.
    NotImplemented,
    /// Model not found (404).
    ///
    /// No model with this id can be reached through the gateway. Ids are compared exactly; a
    /// version or date suffix is part of the id.
    ModelNotFound,
    /// Model not available here (404).
    ///
    /// The model exists, and the gateway has no access to it. No change to the request makes this
    /// model answer; the rights of the caller's own key play no part.
    ModelNotAvailable,
    /// Route not found (404).
    ///
    /// The gateway serves nothing under this path. The request was answered by the gateway itself,
    /// and no upstream provider saw it.
    RouteNotFound,
    /// Conversation not found (404).
    ///
    /// The request continues a stored conversation which the gateway cannot find for this user.
    /// Conversations of other users are reported in the same way, so the answer does not tell
    /// whether the id exists.
    ConversationNotFound,
    /// Resource not found (404).
    ///
    /// The route is right, and the object it points to is missing: a file, a batch, a stored
    /// response or something similar.
    ResourceNotFound,
    /// Tool loop ended at its limit (200).
    ///
    /// The gateway runs tools on behalf of the model, and the model was still asking for more when
    /// the limit of iterations per request was reached. The model was then called once more
    /// without tools, to write a complete answer from the results at hand.
    ToolLoopMaxIterations,
    /// Repeated tool call stopped (200).
    ///
    /// The model requested a tool with the same name and the same arguments twice in succession.
    /// The gateway ended the loop, since the result would have been the same, and had the answer
    /// written without further tools.
    ToolLoopAntiLoopSynthesised,
    /// Request adjusted (200).
    ///
    /// A value in the request would have been rejected upstream, and the gateway replaced it with
    /// the nearest permitted one instead of refusing the request. The header names the adjustment
    /// and the value that was used.
    RequestAdjusted,
    /// Gateway overloaded (503).
    ///
    /// The gateway refuses new requests at the door to keep those in progress healthy. It applies
    /// to all callers alike and says nothing about the quota of any one of them.
    ServiceOverloaded,
    /// Upstream overloaded (503).
    ///
    /// The upstream provider reported that it, or this one model, is at capacity. It is neither a
    /// limit of the caller nor one of the gateway.
    UpstreamOverloaded,
    /// Not permitted (403).
    ///
    /// The key is valid, and its rights do not cover the operation. The same request succeeds with
    /// a key that has the right.
    Forbidden,
    /// Model not allowed for this key (403).
    ///
    /// The gateway serves the model, and the list of models allowed to this key does not contain
    /// it. Other keys may use it.
    ModelNotAllowed,
    /// Network address not allowed (403).
    ///
    /// The key accepts requests only from listed network addresses, and the address that the
    /// gateway saw is not among them.
    IpNotAllowed,
    /// Subscription required (403).
    ///
    /// The group to which the key or the model belongs is open to subscribers only, and the
    /// account has no active subscription to it. Prepaid balance does not replace the
    /// subscription.
    SubscriptionRequired,
    /// Key quota exhausted (429).
    ///
    /// The key has a spending limit of its own, and that limit is reached. It is separate from the
    /// balance of the account: either can be used up while the other is not. The limit does not
    /// reset by itself.
    QuotaExhausted,
    /// Daily quota exhausted (429).
    ///
    /// A budget counted per calendar day (UTC) is used up. Requests that count towards it are
    /// refused until midnight UTC; models outside this budget are not affected.
    DailyQuotaExhausted,
    /// Model quota exhausted (429).
    ///
    /// A token, cost or request budget behind this one model is used up. The model comes back when
    /// that budget resets or is raised; all other models keep working.
    ModelQuotaExhausted,
    /// Subscription limit reached (429).
    ///
    /// The subscription includes a fixed amount of usage per window of time, and the amount for
    /// the current window is used up. When several windows apply, the strictest one decides.
    SubscriptionWindowExhausted,
    /// Upstream usage window exhausted (429).
    ///
    /// The upstream provider counts usage over hours or days, and the amount for the current
    /// window is used up. The caller's own quota is not touched. Where the provider names no time,
    /// one hour is assumed.
    UpstreamQuotaExhausted,
    /// Rate limit exceeded (429).
    ///
    /// Within a short time the caller has sent more requests or tokens than the gateway allows.
    /// The limit belongs to the gateway, not to an upstream provider. It refills continuously, so
    /// seconds are usually enough.
    RateLimitExceeded,
    /// Too many parallel requests (429).
    ///
    /// The caller already has as many requests in progress as it may have. A place becomes free as
    /// soon as one of them ends; streams count until their last event.
    ConcurrencyLimitExceeded,
    /// Waiting queue full (429).
    ///
    /// Requests above the concurrency limit wait in a queue, and the caller's queue is full. The
    /// request was refused at once instead of waiting without a prospect.
    QueueFull,
    /// Upstream rate limit (429).
    ///
    /// The upstream provider refused the request because too many arrive within a short time. The
    /// limit is shared by all callers of the gateway for this model, so a single caller can meet
    /// it with few requests of its own.
    UpstreamRateLimited,
    /// Request not received in time (408).
    ///
    /// The gateway waited for the rest of the request, and it did not arrive in time. Nothing was
    /// forwarded, so repeating the request cannot cause a second execution.
    RequestTimeout,
    /// Time limit of the gateway reached (504).
    ///
    /// The gateway limits the total time of a request, including waiting in a queue and all
    /// attempts at upstream providers. That time ran out before there was an answer.
    DeadlineExceeded,
    /// Upstream timeout (504).
    ///
    /// The request was forwarded, and no answer arrived before the time limit. Whether the
    /// provider went on working on it is unknown.
    UpstreamTimeout,
    /// Upstream stream stalled (504).
    ///
    /// The answer had begun, and the connection stayed open without any further data until the
    /// time limit between two events ran out. What was received before is incomplete.
    UpstreamStreamStalled,
    /// Request too large (413).
    ///
    /// The body has more bytes than the gateway or the upstream provider accepts. This limit
    /// counts bytes, not tokens; a request with few tokens can exceed it through its images.
    RequestTooLarge,
    /// Request address too long (414).
    ///
    /// Path and query of the request together exceed what the gateway reads.
    UriTooLong,
    /// Request headers too large (431).
    ///
    /// One header field, or all of them together, exceed what the gateway reads.
    HeadersTooLarge,
    /// Gateway not in service (503).
    ///
    /// This instance of the gateway takes no requests because it is starting, shutting down or
    /// under maintenance. Requests already in progress are completed where possible.
    ServiceUnavailable,
    /// No channel available (503).
    ///
    /// The gateway knows the model, and every channel that leads to it is switched off, cooling
    /// down or marked as unhealthy. No upstream provider was asked.
    NoChannelAvailable,
    /// Upstream unavailable (503).
    ///
    /// An answer came back from the upstream side, and it says that the service behind it cannot
    /// be used: a maintenance notice, a bad-gateway page, or a relay that has nothing to forward
    /// to.
    UpstreamUnavailable,
    /// Upstream unreachable (503).
    ///
    /// No connection came about: the name could not be resolved, the connection was refused, or no
    /// TLS session could be agreed. The provider never received the request, so a repetition
    /// cannot execute it twice.
    UpstreamUnreachable,
    /// Upstream declines to serve (503).
    ///
    /// The upstream provider declined to serve the gateway. The cause lies between gateway and
    /// provider; nothing is wrong with the request or with the caller's rights here.
    UpstreamBalanceExhausted,
    /// Billing service unavailable (503).
    ///
    /// Before a request is forwarded, the gateway checks whether it is covered, and this check is
    /// not working. Requests are refused until it works again, since they could not be accounted
    /// for.
    BillingServiceUnavailable,
    /// Authentication service unavailable (503).
    ///
    /// The store in which the gateway looks up API keys does not answer. Whether the key is valid
    /// is unknown, so the gateway does not call it invalid.
    AuthServiceUnavailable,
    /// Upstream error (502).
    ///
    /// The upstream provider received the request and reported a failure of its own. The text of
    /// that failure stays in the gateway's log.
    UpstreamError,
    /// Gateway not recognised upstream (502).
    ///
    /// The upstream provider did not accept the gateway as its client. The caller's own access to
    /// the gateway is in order and plays no part in this.
    UpstreamAuthFailed,
    /// Operation not permitted upstream (502).
    ///
    /// The upstream provider knows the gateway and refuses it this particular operation. The
    /// rights that the caller has at the gateway are sufficient.
    UpstreamPermissionDenied,
    /// Gateway blocked upstream (502).
    ///
    /// The request was turned away on the upstream side because of where it came from, before any
    /// model saw it. Where the caller is located does not matter.
    UpstreamBlocked,
    /// Upstream has stopped its service (502).
    ///
    /// The upstream provider refuses all requests of the gateway on this route, whatever they
    /// contain. The refusal lasts until the operator has resolved it with the provider.
    UpstreamAccountDisabled,
    /// Endpoint missing upstream (502).
    ///
    /// The caller's path was right, and the path which the gateway derived from it does not exist
    /// at the upstream provider.
    UpstreamEndpointNotFound,
    /// Cancelled upstream (502).
    ///
    /// The upstream provider ended the operation by cancelling it, although neither the caller nor
    /// the gateway had asked for that.
    UpstreamCancelled,
    /// All upstream candidates failed (502).
    ///
    /// The gateway tried one upstream candidate after another, and none gave a usable answer. The
    /// failures differed, so no single one of them is reported in place of all.
    AllCandidatesFailed,
    /// Upstream stream interrupted (502).
    ///
    /// The connection to the upstream provider closed without the end marker of its protocol, or
    /// within an event. What was delivered up to that point is unchanged, and the rest is missing.
    UpstreamStreamInterrupted,
    /// Upstream event too large (502).
    ///
    /// Streams are passed on event by event, and each event has to fit into a buffer of fixed
    /// size. One event exceeded it, so the stream was ended instead of growing without bound.
    UpstreamEventTooLarge,
    /// Upstream response not understood (502).
    ///
    /// The upstream provider reported success, and what it sent is no answer in its protocol: an
    /// HTML page, an empty body, broken JSON, or plain JSON where a stream was requested.
    UpstreamInvalidResponse,
}

impl super::Code {
    /// API key missing.
    pub const MISSING_API_KEY: super::Code = super::Code::standard(ErrorCode::MissingApiKey);
    /// API key not valid.
    pub const INVALID_API_KEY: super::Code = super::Code::standard(ErrorCode::InvalidApiKey);
    /// API key expired.
    pub const API_KEY_EXPIRED: super::Code = super::Code::standard(ErrorCode::ApiKeyExpired);
    /// API key disabled.
    pub const API_KEY_DISABLED: super::Code = super::Code::standard(ErrorCode::ApiKeyDisabled);
    /// User account inactive.
    pub const USER_INACTIVE: super::Code = super::Code::standard(ErrorCode::UserInactive);
    /// Insufficient balance.
    pub const INSUFFICIENT_BALANCE: super::Code = super::Code::standard(ErrorCode::InsufficientBalance);
    /// Client closed the request.
    pub const CLIENT_CLOSED_REQUEST: super::Code = super::Code::standard(ErrorCode::ClientClosedRequest);
    /// Same request already in progress.
    pub const REQUEST_IN_PROGRESS: super::Code = super::Code::standard(ErrorCode::RequestInProgress);
    /// Conflict upstream.
    pub const UPSTREAM_CONFLICT: super::Code = super::Code::standard(ErrorCode::UpstreamConflict);
    /// Content refused by a safety policy.
    pub const CONTENT_FILTERED: super::Code = super::Code::standard(ErrorCode::ContentFiltered);
    /// Content blocked by a gateway rule.
    pub const CONTENT_BLOCKED: super::Code = super::Code::standard(ErrorCode::ContentBlocked);
    /// Internal error.
    pub const INTERNAL_ERROR: super::Code = super::Code::standard(ErrorCode::InternalError);
    /// Storage failed.
    pub const STORAGE_ERROR: super::Code = super::Code::standard(ErrorCode::StorageError);
    /// Gateway not configured for this request.
    pub const CONFIGURATION_ERROR: super::Code = super::Code::standard(ErrorCode::ConfigurationError);
    /// Request body is not valid JSON.
    pub const INVALID_JSON: super::Code = super::Code::standard(ErrorCode::InvalidJson);
    /// Request body is empty.
    pub const EMPTY_BODY: super::Code = super::Code::standard(ErrorCode::EmptyBody);
    /// Request body could not be read.
    pub const UNREADABLE_BODY: super::Code = super::Code::standard(ErrorCode::UnreadableBody);
    /// Required field missing.
    pub const MISSING_FIELD: super::Code = super::Code::standard(ErrorCode::MissingField);
    /// Field value not valid.
    pub const INVALID_FIELD: super::Code = super::Code::standard(ErrorCode::InvalidField);
    /// Parameter not supported.
    pub const UNSUPPORTED_PARAMETER: super::Code = super::Code::standard(ErrorCode::UnsupportedParameter);
    /// Capability not supported by the model.
    pub const CAPABILITY_NOT_SUPPORTED: super::Code = super::Code::standard(ErrorCode::CapabilityNotSupported);
    /// Model not served by this endpoint.
    pub const MODEL_ENDPOINT_MISMATCH: super::Code = super::Code::standard(ErrorCode::ModelEndpointMismatch);
    /// Context length exceeded.
    pub const CONTEXT_LENGTH_EXCEEDED: super::Code = super::Code::standard(ErrorCode::ContextLengthExceeded);
    /// Input exceeds the limit of the key.
    pub const INPUT_TOO_LARGE: super::Code = super::Code::standard(ErrorCode::InputTooLarge);
    /// Output limit below the minimum.
    pub const MAX_TOKENS_BELOW_MINIMUM: super::Code = super::Code::standard(ErrorCode::MaxTokensBelowMinimum);
    /// Image URL not supported.
    pub const IMAGE_URL_NOT_SUPPORTED: super::Code = super::Code::standard(ErrorCode::ImageUrlNotSupported);
    /// Image could not be decoded.
    pub const IMAGE_DECODE_ERROR: super::Code = super::Code::standard(ErrorCode::ImageDecodeError);
    /// Image data is not valid base64.
    pub const IMAGE_BASE64_INVALID: super::Code = super::Code::standard(ErrorCode::ImageBase64Invalid);
    /// Media not accepted.
    pub const UNSUPPORTED_MEDIA: super::Code = super::Code::standard(ErrorCode::UnsupportedMedia);
    /// Tool call arguments are not valid JSON.
    pub const TOOL_CALL_ARGUMENTS_INVALID: super::Code = super::Code::standard(ErrorCode::ToolCallArgumentsInvalid);
    /// Tool definition or tool call not accepted.
    pub const INVALID_TOOL_CALL: super::Code = super::Code::standard(ErrorCode::InvalidToolCall);
    /// Tool result without its call.
    pub const TOOL_RESULT_UNMATCHED: super::Code = super::Code::standard(ErrorCode::ToolResultUnmatched);
    /// Request rejected upstream.
    pub const UPSTREAM_BAD_REQUEST: super::Code = super::Code::standard(ErrorCode::UpstreamBadRequest);
    /// Idempotency key used for another request.
    pub const IDEMPOTENCY_KEY_REUSED: super::Code = super::Code::standard(ErrorCode::IdempotencyKeyReused);
    /// Method not allowed.
    pub const METHOD_NOT_ALLOWED: super::Code = super::Code::standard(ErrorCode::MethodNotAllowed);
    /// No acceptable representation.
    pub const NOT_ACCEPTABLE: super::Code = super::Code::standard(ErrorCode::NotAcceptable);
    /// Content length required.
    pub const LENGTH_REQUIRED: super::Code = super::Code::standard(ErrorCode::LengthRequired);
    /// Content type not supported.
    pub const UNSUPPORTED_MEDIA_TYPE: super::Code = super::Code::standard(ErrorCode::UnsupportedMediaType);
    /// Expectation not met.
    pub const EXPECTATION_FAILED: super::Code = super::Code::standard(ErrorCode::ExpectationFailed);
    /// Request does not match the schema.
    pub const UNPROCESSABLE_REQUEST: super::Code = super::Code::standard(ErrorCode::UnprocessableRequest);
    /// Precondition required.
    pub const PRECONDITION_REQUIRED: super::Code = super::Code::standard(ErrorCode::PreconditionRequired);
    /// Request refused.
    pub const REQUEST_REFUSED: super::Code = super::Code::standard(ErrorCode::RequestRefused);
    /// Not implemented.
    pub const NOT_IMPLEMENTED: super::Code = super::Code::standard(ErrorCode::NotImplemented);
    /// Model not found.
    pub const MODEL_NOT_FOUND: super::Code = super::Code::standard(ErrorCode::ModelNotFound);
    /// Model not available here.
    pub const MODEL_NOT_AVAILABLE: super::Code = super::Code::standard(ErrorCode::ModelNotAvailable);
    /// Route not found.
    pub const ROUTE_NOT_FOUND: super::Code = super::Code::standard(ErrorCode::RouteNotFound);
    /// Conversation not found.
    pub const CONVERSATION_NOT_FOUND: super::Code = super::Code::standard(ErrorCode::ConversationNotFound);
    /// Resource not found.
    pub const RESOURCE_NOT_FOUND: super::Code = super::Code::standard(ErrorCode::ResourceNotFound);
    /// Tool loop ended at its limit.
    pub const TOOL_LOOP_MAX_ITERATIONS: super::Code = super::Code::standard(ErrorCode::ToolLoopMaxIterations);
    /// Repeated tool call stopped.
    pub const TOOL_LOOP_ANTI_LOOP_SYNTHESISED: super::Code = super::Code::standard(ErrorCode::ToolLoopAntiLoopSynthesised);
    /// Request adjusted.
    pub const REQUEST_ADJUSTED: super::Code = super::Code::standard(ErrorCode::RequestAdjusted);
    /// Gateway overloaded.
    pub const SERVICE_OVERLOADED: super::Code = super::Code::standard(ErrorCode::ServiceOverloaded);
    /// Upstream overloaded.
    pub const UPSTREAM_OVERLOADED: super::Code = super::Code::standard(ErrorCode::UpstreamOverloaded);
    /// Not permitted.
    pub const FORBIDDEN: super::Code = super::Code::standard(ErrorCode::Forbidden);
    /// Model not allowed for this key.
    pub const MODEL_NOT_ALLOWED: super::Code = super::Code::standard(ErrorCode::ModelNotAllowed);
    /// Network address not allowed.
    pub const IP_NOT_ALLOWED: super::Code = super::Code::standard(ErrorCode::IpNotAllowed);
    /// Subscription required.
    pub const SUBSCRIPTION_REQUIRED: super::Code = super::Code::standard(ErrorCode::SubscriptionRequired);
    /// Key quota exhausted.
    pub const QUOTA_EXHAUSTED: super::Code = super::Code::standard(ErrorCode::QuotaExhausted);
    /// Daily quota exhausted.
    pub const DAILY_QUOTA_EXHAUSTED: super::Code = super::Code::standard(ErrorCode::DailyQuotaExhausted);
    /// Model quota exhausted.
    pub const MODEL_QUOTA_EXHAUSTED: super::Code = super::Code::standard(ErrorCode::ModelQuotaExhausted);
    /// Subscription limit reached.
    pub const SUBSCRIPTION_WINDOW_EXHAUSTED: super::Code = super::Code::standard(ErrorCode::SubscriptionWindowExhausted);
    /// Upstream usage window exhausted.
    pub const UPSTREAM_QUOTA_EXHAUSTED: super::Code = super::Code::standard(ErrorCode::UpstreamQuotaExhausted);
    /// Rate limit exceeded.
    pub const RATE_LIMIT_EXCEEDED: super::Code = super::Code::standard(ErrorCode::RateLimitExceeded);
    /// Too many parallel requests.
    pub const CONCURRENCY_LIMIT_EXCEEDED: super::Code = super::Code::standard(ErrorCode::ConcurrencyLimitExceeded);
    /// Waiting queue full.
    pub const QUEUE_FULL: super::Code = super::Code::standard(ErrorCode::QueueFull);
    /// Upstream rate limit.
    pub const UPSTREAM_RATE_LIMITED: super::Code = super::Code::standard(ErrorCode::UpstreamRateLimited);
    /// Request not received in time.
    pub const REQUEST_TIMEOUT: super::Code = super::Code::standard(ErrorCode::RequestTimeout);
    /// Time limit of the gateway reached.
    pub const DEADLINE_EXCEEDED: super::Code = super::Code::standard(ErrorCode::DeadlineExceeded);
    /// Upstream timeout.
    pub const UPSTREAM_TIMEOUT: super::Code = super::Code::standard(ErrorCode::UpstreamTimeout);
    /// Upstream stream stalled.
    pub const UPSTREAM_STREAM_STALLED: super::Code = super::Code::standard(ErrorCode::UpstreamStreamStalled);
    /// Request too large.
    pub const REQUEST_TOO_LARGE: super::Code = super::Code::standard(ErrorCode::RequestTooLarge);
    /// Request address too long.
    pub const URI_TOO_LONG: super::Code = super::Code::standard(ErrorCode::UriTooLong);
    /// Request headers too large.
    pub const HEADERS_TOO_LARGE: super::Code = super::Code::standard(ErrorCode::HeadersTooLarge);
    /// Gateway not in service.
    pub const SERVICE_UNAVAILABLE: super::Code = super::Code::standard(ErrorCode::ServiceUnavailable);
    /// No channel available.
    pub const NO_CHANNEL_AVAILABLE: super::Code = super::Code::standard(ErrorCode::NoChannelAvailable);
    /// Upstream unavailable.
    pub const UPSTREAM_UNAVAILABLE: super::Code = super::Code::standard(ErrorCode::UpstreamUnavailable);
    /// Upstream unreachable.
    pub const UPSTREAM_UNREACHABLE: super::Code = super::Code::standard(ErrorCode::UpstreamUnreachable);
    /// Upstream declines to serve.
    pub const UPSTREAM_BALANCE_EXHAUSTED: super::Code = super::Code::standard(ErrorCode::UpstreamBalanceExhausted);
    /// Billing service unavailable.
    pub const BILLING_SERVICE_UNAVAILABLE: super::Code = super::Code::standard(ErrorCode::BillingServiceUnavailable);
    /// Authentication service unavailable.
    pub const AUTH_SERVICE_UNAVAILABLE: super::Code = super::Code::standard(ErrorCode::AuthServiceUnavailable);
    /// Upstream error.
    pub const UPSTREAM_ERROR: super::Code = super::Code::standard(ErrorCode::UpstreamError);
    /// Gateway not recognised upstream.
    pub const UPSTREAM_AUTH_FAILED: super::Code = super::Code::standard(ErrorCode::UpstreamAuthFailed);
    /// Operation not permitted upstream.
    pub const UPSTREAM_PERMISSION_DENIED: super::Code = super::Code::standard(ErrorCode::UpstreamPermissionDenied);
    /// Gateway blocked upstream.
    pub const UPSTREAM_BLOCKED: super::Code = super::Code::standard(ErrorCode::UpstreamBlocked);
    /// Upstream has stopped its service.
    pub const UPSTREAM_ACCOUNT_DISABLED: super::Code = super::Code::standard(ErrorCode::UpstreamAccountDisabled);
    /// Endpoint missing upstream.
    pub const UPSTREAM_ENDPOINT_NOT_FOUND: super::Code = super::Code::standard(ErrorCode::UpstreamEndpointNotFound);
    /// Cancelled upstream.
    pub const UPSTREAM_CANCELLED: super::Code = super::Code::standard(ErrorCode::UpstreamCancelled);
    /// All upstream candidates failed.
    pub const ALL_CANDIDATES_FAILED: super::Code = super::Code::standard(ErrorCode::AllCandidatesFailed);
    /// Upstream stream interrupted.
    pub const UPSTREAM_STREAM_INTERRUPTED: super::Code = super::Code::standard(ErrorCode::UpstreamStreamInterrupted);
    /// Upstream event too large.
    pub const UPSTREAM_EVENT_TOO_LARGE: super::Code = super::Code::standard(ErrorCode::UpstreamEventTooLarge);
    /// Upstream response not understood.
    pub const UPSTREAM_INVALID_RESPONSE: super::Code = super::Code::standard(ErrorCode::UpstreamInvalidResponse);
}

pub(crate) static ENTRIES: [Entry; 91] = [
    Row {
        key: "missing_api_key", category: Category::Authentication, status: Status::Fixed(401), retry: Retry::Never, fault: Fault::Client,
        title: "API key missing",
        message: const { &[t("No API key was sent with the request.")] },
        description: "The request carried no API key in any place where the gateway looks for one: the `Authorization` header, `x-api-key`, `x-goog-api-key` or the query parameter `key`. The request was not forwarded.",
        causes: const { &[t("The client was created without a key, or the environment variable it reads is empty."), t("A proxy or a redirect to another host removed the `Authorization` header."), t("The header lacks the word `Bearer` before the key.")] },
        remediation: const { &[t("Send the key in the header of the protocol in use: `Authorization: Bearer KEY`, `x-api-key: KEY` or `x-goog-api-key: KEY`."), t("Check that the variable which holds the key is set in the process that sends the request."), t("If a proxy lies between client and gateway, let it pass this header on."), t("Create a key at {@dashboard_url} if you have none.")] },
        operator_action: const { &[t("If many clients are affected at once, look for a load balancer or a CDN rule that strips authentication headers.")] },
        typical_param: Some("headers.authorization"),
        headers: const { &[(t("www-authenticate"), t("Bearer"))] },
        related: const { &[t("invalid_api_key")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "invalid_api_key", category: Category::Authentication, status: Status::Fixed(401), retry: Retry::Never, fault: Fault::Client,
        title: "API key not valid",
        message: const { &[t("The API key is not valid.")] },
        description: "An API key was sent, and the gateway knows no key with this value. Keys are compared as a whole, so a single missing character is enough.",
        causes: const { &[t("The key was copied incompletely, or with a space, a quotation mark or a line break."), t("The key was deleted or replaced by a new one."), t("The key belongs to another service, or to another environment of this one."), t("The key is bound to a tenant other than the one the request names.")] },
        remediation: const { &[t("Compare the length and the first characters of the key with the one that was issued."), t("Keys of this gateway begin with `{@key_prefix}`."), t("Check that the base URL belongs to the service that issued the key."), t("Create a new key and replace the old one wherever it is configured."), t("Issued keys are listed at {@dashboard_url}.")] },
        operator_action: const { &[t("If valid keys are refused, check that this instance reads the same key store as the one which issues them.")] },
        typical_param: Some("headers.authorization"),
        headers: const { &[(t("www-authenticate"), t("Bearer error=\"invalid_token\""))] },
        related: const { &[t("missing_api_key"), t("api_key_expired"), t("api_key_disabled")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "api_key_expired", category: Category::Authentication, status: Status::Fixed(401), retry: Retry::Never, fault: Fault::Client,
        title: "API key expired",
        message: const { &[t("The API key expired at {expired_at}."), t("The API key has expired.")] },
        description: "The key is known to the gateway, and its expiry date has passed. Expired keys stay refused until the date is changed or a new key takes their place.",
        causes: const { &[t("The key was issued with an expiry date, and that date is over."), t("The key belonged to a trial or to a temporary grant.")] },
        remediation: const { &[t("Create a new key, or extend the expiry date of this one."), t("Put the new key into every service that used the old one, then delete the old one."), t("The expiry date of each key is shown at {@dashboard_url}.")] },
        typical_param: Some("headers.authorization"),
        params: const { &[Param { name: t("expired_at"), kind: ParamType::String, exposure: Exposure::Public, example: t("2030-01-31T00:00:00Z"), description: t("The moment of expiry, as an RFC 3339 timestamp."), values: std::borrow::Cow::Borrowed(&[]) }] },
        headers: const { &[(t("www-authenticate"), t("Bearer error=\"invalid_token\""))] },
        related: const { &[t("invalid_api_key"), t("api_key_disabled")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "api_key_disabled", category: Category::Authentication, status: Status::Fixed(401), retry: Retry::Never, fault: Fault::Client,
        title: "API key disabled",
        message: const { &[t("The API key is disabled.")] },
        description: "The key exists and has been switched off by its owner or by an administrator. It keeps its settings and works again once it is enabled.",
        causes: const { &[t("The owner paused the key."), t("An administrator switched the key off, for example after it appeared in public.")] },
        remediation: const { &[t("Ask the owner of the key why it was switched off."), t("Enable the key again, or use another one."), t("Keys are enabled and disabled at {@dashboard_url}.")] },
        operator_action: const { &[t("If the key was disabled because it leaked, have a new one issued instead of enabling it again.")] },
        typical_param: Some("headers.authorization"),
        headers: const { &[(t("www-authenticate"), t("Bearer error=\"invalid_token\""))] },
        related: const { &[t("api_key_expired"), t("user_inactive")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "user_inactive", category: Category::Authentication, status: Status::Fixed(401), retry: Retry::Never, fault: Fault::Client,
        title: "User account inactive",
        message: const { &[t("The user account that owns this API key is not active.")] },
        description: "The key itself is in order, and the account behind it is not active. All keys of that account are refused in the same way.",
        causes: const { &[t("The account was never activated, for example because an e-mail address is still unconfirmed."), t("The account was suspended or closed."), t("The person left the organisation that the account belongs to.")] },
        remediation: const { &[t("Sign in to the account and complete any step that is still open."), t("If the account was suspended, ask its administrator or the operator of the gateway to activate it."), t("Account questions are answered at {@support_url}.")] },
        operator_action: const { &[t("Look up the state of the account and when it last changed; activate it if the suspension was a mistake.")] },
        typical_param: Some("headers.authorization"),
        headers: const { &[(t("www-authenticate"), t("Bearer error=\"invalid_token\""))] },
        related: const { &[t("api_key_disabled"), t("forbidden")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "insufficient_balance", category: Category::Billing, status: Status::Fixed(402), retry: Retry::Never, fault: Fault::Client,
        title: "Insufficient balance",
        message: const { &[t("Insufficient balance. Current: {current}, Required: {required}"), t("Insufficient balance. Current: {current}"), t("Insufficient balance.")] },
        description: "The gateway reserves the estimated cost of a request before it forwards the request, and the balance of the caller's account does not cover this sum. Nothing was forwarded, and nothing was charged. The estimate includes the longest answer that the request permits.",
        causes: const { &[t("The balance is used up."), t("The balance is positive but smaller than the estimate, often because `max_tokens` is large."), t("Other requests of the same account hold reservations at this moment.")] },
        remediation: const { &[t("Top up the account."), t("Lower `max_tokens` or shorten the input, so that the estimate fits into the balance."), t("If many requests run at once, let some of them finish; unused reservations are returned."), t("Payments are made at {@dashboard_url}.")] },
        operator_action: const { &[t("If the balance shown to the user would suffice, look for reservations that were never released.")] },
        params: const { &[Param { name: t("current"), kind: ParamType::Money, exposure: Exposure::Public, example: t("0.12 USD"), description: t("The balance at the time of the request."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("required"), kind: ParamType::Money, exposure: Exposure::Public, example: t("0.50 USD"), description: t("The estimated cost of the request."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("quota_exhausted"), t("subscription_required"), t("billing_service_unavailable")] },
        responses_stop_code: Some("insufficient_quota"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "client_closed_request", category: Category::Cancelled, status: Status::Fixed(499), retry: Retry::Never, fault: Fault::Client,
        title: "Client closed the request",
        message: const { &[t("The client closed the connection before the answer was complete.")] },
        description: "The connection to the client ended while the gateway was still working on the request. As a rule no one reads this answer; the entry exists so that logs and statistics do not count it as a failure of the gateway or of the upstream provider.",
        causes: const { &[t("The user cancelled, or closed the window."), t("The timeout of the client is shorter than the answer takes."), t("A proxy between client and gateway closed an idle connection.")] },
        remediation: const { &[t("If the client did not mean to stop, raise its timeout."), t("Use streaming, so that data keeps flowing over the connection.")] },
        operator_action: const { &[t("If many requests end after the same number of seconds, look for a proxy with that timeout.")] },
        related: const { &[t("upstream_timeout"), t("upstream_cancelled")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "request_in_progress", category: Category::Conflict, status: Status::Fixed(409), retry: Retry::After(Some(Duration::from_millis(2000))), fault: Fault::Client,
        title: "Same request already in progress",
        message: const { &[t("A request with the same idempotency key is still in progress.")] },
        description: "An earlier request with this idempotency key has not finished. Once it has, repeating the request returns its result without a second execution.",
        causes: const { &[t("The client gave up waiting and retried while the first attempt was still running."), t("Two processes took the same job from a queue.")] },
        remediation: const { &[t("Wait a few seconds and repeat the request with the same idempotency key."), t("Set the timeout of the client above the usual duration of an answer.")] },
        typical_param: Some("headers.idempotency-key"),
        related: const { &[t("idempotency_key_reused"), t("upstream_conflict")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_conflict", category: Category::Conflict, status: Status::Fixed(409), retry: Retry::After(Some(Duration::from_millis(1000))), fault: Fault::Upstream,
        title: "Conflict upstream",
        message: const { &[t("The request conflicts with another operation upstream: {detail}"), t("The request conflicts with another operation upstream.")] },
        description: "The upstream provider could not carry out the request because the object concerned was being changed, or was in a state that excludes the operation.",
        causes: const { &[t("Two requests changed the same stored object at once."), t("The object is still being created or deleted."), t("A conversation received a new message before the previous answer was complete.")] },
        remediation: const { &[t("Repeat the request after a second."), t("Send operations on one object one after another."), t("If the conflict stays, read the current state of the object before changing it.")] },
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("Another run of this thread is still active."), description: t("What the upstream provider said about the conflict."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("request_in_progress"), t("precondition_required")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "content_filtered", category: Category::ContentPolicy, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Content refused by a safety policy",
        message: const { &[t("The request was refused by a content policy: {detail}"), t("The request was refused by a content policy of the upstream provider.")] },
        description: "The upstream provider refused the request because of its content and produced no answer. A refusal that the model writes as its answer is a success and does not lead here.",
        causes: const { &[t("The prompt, an image or an earlier message falls under a category that the provider blocks."), t("Harmless text resembles blocked content, for example in medical, legal or security topics."), t("A document or tool result that was pasted into the conversation contains such content.")] },
        remediation: const { &[t("Find the part that is refused by sending the messages one at a time."), t("Rephrase or remove that part."), t("If the use is legitimate, try a model with another policy.")] },
        operator_action: const { &[t("Check whether the content filter of the channel can be set to a milder level for this kind of use.")] },
        typical_param: Some("messages"),
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("The prompt was flagged in the category 'violence'."), description: t("What the upstream provider said about the refusal."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("content_blocked"), t("upstream_bad_request")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "content_blocked", category: Category::ContentPolicy, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Content blocked by a gateway rule",
        message: const { &[t("The request was blocked by a content rule of this gateway: {rule}."), t("The request was blocked by a content rule of this gateway.")] },
        description: "The gateway checks requests against rules of its own, and one of these rules matched. No upstream provider received the content.",
        causes: const { &[t("The text contains something the operator does not want to leave the organisation, such as personal data or secrets."), t("The topic is excluded by the terms of this gateway."), t("A rule is wider than intended and matched harmless text.")] },
        remediation: const { &[t("Remove the part of the content that the rule is about."), t("If you believe the match to be wrong, report it together with the request id.")] },
        operator_action: const { &[t("Look up the matching rule in the log, and narrow it if the match was wrong.")] },
        typical_param: Some("messages"),
        params: const { &[Param { name: t("rule"), kind: ParamType::String, exposure: Exposure::Public, example: t("payment card numbers"), description: t("A name for the rule that may be shown to callers."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("content_filtered"), t("forbidden")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "internal_error", category: Category::Internal, status: Status::Fixed(500), retry: Retry::After(Some(Duration::from_millis(2000))), fault: Fault::Gateway,
        title: "Internal error",
        message: const { &[t("The gateway failed to process the request because of an internal error.")] },
        description: "Something went wrong inside the gateway that it does not expect in normal operation. Details are in its log under the request id; the answer contains none of them.",
        causes: const { &[t("A defect in the gateway was met by this request."), t("The instance ran out of memory, threads or open files.")] },
        remediation: const { &[t("Repeat the request at most twice, with a pause before each attempt."), t("If it keeps failing, report the request id and the time to the operator."), t("Reports are accepted at {@support_url}.")] },
        operator_action: const { &[t("Find the request id in the log; a panic is logged with its place in the code."), t("Check memory and open file descriptors of the instance.")] },
        related: const { &[t("storage_error"), t("configuration_error")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "storage_error", category: Category::Internal, status: Status::Fixed(500), retry: Retry::After(Some(Duration::from_millis(2000))), fault: Fault::Gateway,
        title: "Storage failed",
        message: const { &[t("The gateway could not read or write its storage.")] },
        description: "The request needed stored data, such as a conversation, and the gateway's storage did not work. It is not known whether a change was saved.",
        causes: const { &[t("The disk is full or read-only."), t("The database is down, locked or overloaded."), t("The gateway lacks the right to write to its data directory.")] },
        remediation: const { &[t("Wait a few seconds, then repeat a request that only reads."), t("Before repeating something that changes data, check whether the first attempt was saved.")] },
        operator_action: const { &[t("Check free space, owner and permissions of the data directory."), t("Check that the database accepts connections, and look for long-running locks.")] },
        related: const { &[t("internal_error"), t("conversation_not_found")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "configuration_error", category: Category::Internal, status: Status::Fixed(500), retry: Retry::Never, fault: Fault::Operator,
        title: "Gateway not configured for this request",
        message: const { &[t("The gateway is not configured correctly for this request.")] },
        description: "The configuration of the gateway contradicts itself or is incomplete at a point that this request needs. Each repetition fails in the same way until the configuration is corrected.",
        causes: const { &[t("A model is listed, and no usable channel is defined for it."), t("A referenced setting, file or environment variable is missing."), t("A change of the configuration reached only some of the instances.")] },
        remediation: const { &[t("Tell the operator which model and which request id are concerned."), t("Use another model in the meantime; most configuration faults concern only one.")] },
        operator_action: const { &[t("Read the log entry of this request, which names the setting."), t("Validate the configuration before it is loaded, and load it on all instances.")] },
        related: const { &[t("internal_error"), t("no_channel_available")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "invalid_json", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Request body is not valid JSON",
        message: const { &[t("The request body is not valid JSON: {detail}"), t("The request body is not valid JSON.")] },
        description: "The body was received completely, and it cannot be read as a JSON object of the expected shape. Nothing was forwarded.",
        causes: const { &[t("The JSON was put together by hand, and a quotation mark or a line break inside a text was not escaped."), t("The shell removed or replaced quotation marks before the HTTP client saw the body."), t("The body is form data, or JSON encoded twice."), t("Trailing commas or comments were left in.")] },
        remediation: const { &[t("Build the body with a JSON library instead of string concatenation."), t("Run the exact bytes that are sent through a JSON validator."), t("With curl, read the body from a file: `--data-binary @body.json`.")] },
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("expected `,` or `}` at line 3 column 14"), description: t("What the JSON parser found, and where."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("empty_body"), t("invalid_field"), t("unsupported_media_type")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "empty_body", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Request body is empty",
        message: const { &[t("The request body is empty.")] },
        description: "The route needs a JSON body, and the request had none: its length was zero.",
        causes: const { &[t("The client library was given the payload under the wrong argument, so it sent nothing."), t("A redirect turned the request into one without a body."), t("The file from which the body is read is empty.")] },
        remediation: const { &[t("Send the parameters as a JSON object in the body, with `content-type: application/json`."), t("Use the final URL directly, without a redirect from http to https or to another path.")] },
        related: const { &[t("invalid_json"), t("missing_field"), t("length_required")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "unreadable_body", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Request body could not be read",
        message: const { &[t("The request body could not be read to its end.")] },
        description: "The gateway began to read the body and did not get it whole: it ended before the announced length, or its transfer coding was broken.",
        causes: const { &[t("The `content-length` header does not agree with the number of bytes sent."), t("The connection broke during the upload."), t("A proxy cut the body short.")] },
        remediation: const { &[t("Leave `content-length` to the HTTP client instead of setting it by hand."), t("Reduce the size of the body if the connection is slow or unstable."), t("Try without the proxy to find out which side cuts the body.")] },
        operator_action: const { &[t("If it affects many clients, compare the body limits and timeouts of the load balancer with those of the gateway.")] },
        related: const { &[t("request_timeout"), t("invalid_json"), t("request_too_large")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "missing_field", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Required field missing",
        message: const { &[t("The required field '{field}' is missing."), t("A required field is missing.")] },
        description: "The body is valid JSON and lacks a field without which the request has no meaning. The `param` of the answer names the field.",
        causes: const { &[t("The field was left out, or its value was dropped because it was empty."), t("The name of the field is misspelt or belongs to another protocol, such as `max_tokens` against `max_output_tokens`."), t("The field stands at the wrong level of the body.")] },
        remediation: const { &[t("Add the field that `param` names."), t("Compare the names of the fields with the reference of the protocol in use.")] },
        typical_param: Some("messages"),
        params: const { &[Param { name: t("field"), kind: ParamType::String, exposure: Exposure::Public, example: t("messages"), description: t("The path of the missing field."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("invalid_field"), t("unsupported_parameter")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "invalid_field", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Field value not valid",
        message: const { &[t("The value of '{field}' is not valid: {reason}"), t("The value of '{field}' is not valid."), t("A field of the request has a value that is not valid.")] },
        description: "A field is present, and its value has the wrong type, lies outside its range, or is none of the allowed values. The same holds for header and query values. The `param` of the answer names the field.",
        causes: const { &[t("A number or a truth value was sent as text, for example `\"stream\": \"true\"`."), t("A number lies outside its limits, such as a temperature of 3."), t("The value is allowed for other models only.")] },
        remediation: const { &[t("Look up type and range of the field that `param` names, and correct the value."), t("Remove the field if its default is acceptable.")] },
        typical_param: Some("temperature"),
        params: const { &[Param { name: t("field"), kind: ParamType::String, exposure: Exposure::Public, example: t("temperature"), description: t("The path of the field."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("reason"), kind: ParamType::String, exposure: Exposure::Public, example: t("it must lie between 0 and 2"), description: t("What is wrong with the value."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("missing_field"), t("unsupported_parameter"), t("unprocessable_request")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "unsupported_parameter", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Parameter not supported",
        message: const { &[t("The parameter '{parameter}' is not supported by the model '{model}'."), t("The parameter '{parameter}' is not supported here."), t("A parameter of the request is not supported here.")] },
        description: "The parameter is known in this protocol, and the chosen model or the way to it cannot honour it. The gateway refuses the request rather than drop the parameter in silence.",
        causes: const { &[t("The model takes no sampling parameters, as many reasoning models do."), t("The upstream provider speaks another protocol, which has no counterpart for the parameter."), t("The parameter was withdrawn in a newer version of the model.")] },
        remediation: const { &[t("Remove the parameter, or make it depend on the model."), t("If the result depends on it, choose a model that supports it.")] },
        operator_action: const { &[t("Decide per channel whether to drop such parameters and announce that in a response header, or to keep refusing them.")] },
        typical_param: Some("logit_bias"),
        params: const { &[Param { name: t("model"), kind: ParamType::String, exposure: Exposure::Public, example: t("gpt-9"), description: t("The model id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("parameter"), kind: ParamType::String, exposure: Exposure::Public, example: t("logit_bias"), description: t("The path of the parameter."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("capability_not_supported"), t("invalid_field"), t("request_adjusted")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "capability_not_supported", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Capability not supported by the model",
        message: const { &[t("The model '{model}' does not support {capability}."), t("The requested model does not support {capability}."), t("The requested model lacks a capability that this request needs.")] },
        description: "The request uses a capability, such as tools, images, audio, streaming or structured output, that the model or its upstream route does not have.",
        causes: const { &[t("A text-only model received an image or a file."), t("The model cannot call tools, and the request defines some."), t("The operation does not exist for this model, for example counting tokens or streaming.")] },
        remediation: const { &[t("Choose a model with this capability."), t("Or leave out the part of the request that needs it.")] },
        operator_action: const { &[t("Publish the capabilities of each model with the list of models, so that clients can choose.")] },
        typical_param: Some("model"),
        params: const { &[Param { name: t("capability"), kind: ParamType::String, exposure: Exposure::Public, example: t("tool calls"), description: t("The missing capability, as a plural or a mass noun."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("model"), kind: ParamType::String, exposure: Exposure::Public, example: t("gpt-9"), description: t("The model id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("unsupported_parameter"), t("unsupported_media"), t("model_endpoint_mismatch")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "model_endpoint_mismatch", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Model not served by this endpoint",
        message: const { &[t("The model '{model}' is not served by this endpoint."), t("The requested model is not served by this endpoint.")] },
        description: "The model exists and may be used by this key, though not through the endpoint that was called. It is served by another protocol or another kind of endpoint.",
        causes: const { &[t("A model of one vendor was requested through the native protocol of another."), t("An embedding, image or speech model was sent to a chat endpoint, or the reverse."), t("The model is offered through the Responses protocol only.")] },
        remediation: const { &[t("Look up which endpoints serve the model."), t("Call one of these, or keep the endpoint and choose a model that it serves.")] },
        typical_param: Some("model"),
        params: const { &[Param { name: t("model"), kind: ParamType::String, exposure: Exposure::Public, example: t("gpt-9"), description: t("The model id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("model_not_found"), t("route_not_found"), t("capability_not_supported")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "context_length_exceeded", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Context length exceeded",
        message: const { &[t("prompt is too long: {used} tokens > {limit} maximum"), t("prompt is too long: {detail}"), t("prompt is too long for the context window of the model")] },
        description: "The tokens of the input, together with those reserved for the answer, exceed the context window of the model. Clients recognise this error by the words `prompt is too long` and start to shorten the conversation, so the message is never changed or translated.",
        causes: const { &[t("The conversation has grown with every turn and was never shortened."), t("Large files or tool results were put into the messages as a whole."), t("`max_tokens` reserves so much for the answer that too little is left for the input."), t("The upstream provider runs the model with a smaller window than its maker names.")] },
        remediation: const { &[t("Remove or summarise older messages and long tool results."), t("Lower `max_tokens` if input and answer share one window."), t("Use a model with a larger context window.")] },
        operator_action: const { &[t("If the limit lies below the one documented for the model, check the context setting of the upstream or of the channel.")] },
        typical_param: Some("messages"),
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("This model's maximum context length is 200000 tokens."), description: t("What the upstream provider said, where it gave no figures that could be read."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("limit"), kind: ParamType::Int, exposure: Exposure::Public, example: t("200000"), description: t("The context window of the model, in tokens."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("used"), kind: ParamType::Int, exposure: Exposure::Public, example: t("250000"), description: t("The tokens that the request needs."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("input_too_large"), t("request_too_large"), t("max_tokens_below_minimum")] },
        markers: const { &[t("prompt is too long")] },
        message_contract: MessageContract::Verbatim,
        responses_stop_code: Some("context_length_exceeded"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "input_too_large", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Input exceeds the limit of the key",
        message: const { &[t("The input of about {used} tokens exceeds the limit of {limit} tokens per request for this API key."), t("The input exceeds the limit of {limit} tokens per request for this API key."), t("The input exceeds the number of tokens per request that this API key allows.")] },
        description: "The key has a limit on input tokens per request, and the estimate for this request lies above it. The context window of the model is a separate limit and may be larger.",
        causes: const { &[t("The message history or the system prompt has become long."), t("The limit of the key was set for short requests."), t("Images or files count as many tokens in the estimate.")] },
        remediation: const { &[t("Shorten the message history or the system prompt."), t("Raise the limit on input tokens in the settings of the key."), t("The settings of the key are found at {@dashboard_url}.")] },
        typical_param: Some("messages"),
        params: const { &[Param { name: t("limit"), kind: ParamType::Int, exposure: Exposure::Public, example: t("50000"), description: t("The most input tokens that the key allows in one request."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("used"), kind: ParamType::Int, exposure: Exposure::Public, example: t("64000"), description: t("The estimated input tokens of the request."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("context_length_exceeded"), t("request_too_large")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "max_tokens_below_minimum", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Output limit below the minimum",
        message: const { &[t("The output limit of {requested} tokens is below the minimum of {minimum} for this model."), t("The output limit is below the minimum of {minimum} tokens for this model."), t("The output limit is below the minimum for this model.")] },
        description: "The request allows fewer output tokens than the model accepts. Reasoning models spend part of the output on hidden thought, so their minimum can reach several hundred tokens.",
        causes: const { &[t("A connectivity test asks for one token only."), t("The value was computed from what is left of the context window, and little was left."), t("The value suits another model, whose minimum is lower.")] },
        remediation: const { &[t("Raise the output limit to the minimum or above."), t("Leave the limit out to use the default of the model.")] },
        operator_action: const { &[t("Consider raising low values to the minimum and reporting that as an adjustment, instead of refusing them.")] },
        typical_param: Some("max_tokens"),
        params: const { &[Param { name: t("minimum"), kind: ParamType::Int, exposure: Exposure::Public, example: t("16"), description: t("The lowest output limit that the model accepts."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("requested"), kind: ParamType::Int, exposure: Exposure::Public, example: t("8"), description: t("The output limit in the request."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("invalid_field"), t("context_length_exceeded"), t("request_adjusted")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "image_url_not_supported", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Image URL not supported",
        message: const { &[t("Images must be sent inline as base64 data; image URLs are not fetched.")] },
        description: "The request refers to an image by an http or https address. Neither the gateway nor the model behind it loads images from the network.",
        causes: const { &[t("The client was written for a provider that fetches image URLs."), t("The image lies in a storage which only the client can reach.")] },
        remediation: const { &[t("Download the image on your side."), t("Send it as a data URI: `data:image/png;base64,...`.")] },
        typical_param: Some("messages[0].content[0].image_url.url"),
        related: const { &[t("image_decode_error"), t("image_base64_invalid"), t("unsupported_media")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "image_decode_error", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Image could not be decoded",
        message: const { &[t("The image data URI could not be decoded: {reason}"), t("The image data URI could not be decoded as an image.")] },
        description: "The image was sent inline, and either its data URI is malformed, the media type is missing, or the decoded bytes are no image of that type.",
        causes: const { &[t("The data URI lacks `data:image/TYPE;base64,` at its beginning."), t("The stated media type differs from the actual format of the file."), t("The file was cut off, or is an HTML page saved under the name of an image.")] },
        remediation: const { &[t("Open the file in an image viewer to see whether it is intact."), t("Write the data URI as `data:image/png;base64,...` with the type that the file really has."), t("Convert unusual formats to PNG or JPEG first.")] },
        typical_param: Some("messages[0].content[0].image_url.url"),
        params: const { &[Param { name: t("reason"), kind: ParamType::String, exposure: Exposure::Public, example: t("the media type is missing"), description: t("What prevented the decoding."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("image_base64_invalid"), t("image_url_not_supported"), t("unsupported_media")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "image_base64_invalid", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Image data is not valid base64",
        message: const { &[t("The image payload is not valid base64.")] },
        description: "The part of the data URI after `base64,` contains characters outside the base64 alphabet, or its length or padding is wrong.",
        causes: const { &[t("Binary data was read as text before it was encoded, which corrupts every byte outside ASCII."), t("The encoder wrapped lines, and the line breaks stayed in the payload."), t("The URL-safe alphabet with `-` and `_` was used.")] },
        remediation: const { &[t("Read the file as bytes and encode these bytes."), t("Turn line wrapping off, for example with `base64 -w 0`."), t("Use the standard alphabet with `+`, `/` and `=` as padding.")] },
        typical_param: Some("messages[0].content[0].image_url.url"),
        related: const { &[t("image_decode_error"), t("image_url_not_supported")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "unsupported_media", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Media not accepted",
        message: const { &[t("An image, audio, video or file in the request was not accepted: {detail}"), t("An image, audio, video or file in the request was not accepted.")] },
        description: "The request contains a media part that the model cannot use: of a type it does not take, larger than it allows, damaged, or not retrievable.",
        causes: const { &[t("The format is not among those the model accepts."), t("The file has too many bytes or pixels, or lasts too long."), t("The model takes no media of this kind at all."), t("The upstream provider could not download the file from the address given.")] },
        remediation: const { &[t("Convert the file to a common format, such as PNG, JPEG, MP3, WAV or PDF."), t("Reduce its resolution, length or size."), t("Send the data inline if an address was given."), t("Choose a model that accepts this kind of media.")] },
        typical_param: Some("messages[0].content[0]"),
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("The image exceeds the maximum of 8000 pixels per side."), description: t("What the upstream provider said about the media part."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("image_decode_error"), t("capability_not_supported"), t("request_too_large")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "tool_call_arguments_invalid", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Tool call arguments are not valid JSON",
        message: const { &[t("The arguments of the tool call '{call_id}' are not valid JSON."), t("The arguments of a tool call in the message history are not valid JSON.")] },
        description: "A tool call in the message history carries its arguments as a JSON text inside a string, and this text cannot be parsed.",
        causes: const { &[t("The answer of the model was cut off by its output limit, in the middle of the arguments."), t("Pieces of a streamed tool call were joined incompletely or in the wrong order."), t("The arguments were stored as an object in a notation other than JSON, for example with single quotation marks.")] },
        remediation: const { &[t("Check that the arguments parse before the message is added to the history."), t("Encode the arguments with a JSON library, then put the resulting text into the string."), t("If the model itself produced the broken call, drop that message and ask again with a higher output limit.")] },
        typical_param: Some("messages[1].tool_calls[0].function.arguments"),
        params: const { &[Param { name: t("call_id"), kind: ParamType::String, exposure: Exposure::Public, example: t("call_1"), description: t("The id of the tool call."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("invalid_tool_call"), t("tool_result_unmatched")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "invalid_tool_call", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Tool definition or tool call not accepted",
        message: const { &[t("A tool definition or tool call in the request was not accepted: {detail}"), t("A tool definition or tool call in the request was not accepted.")] },
        description: "Something about the tools of the request is wrong: the schema of a tool, the choice of a tool, or the way calls and results follow one another.",
        causes: const { &[t("The schema of a tool uses keywords that the model does not support."), t("`tool_choice` names a tool that is not defined, or a mode the model does not take."), t("A tool call is not followed by its result, or a result has no call before it."), t("The name of a tool contains characters that are not allowed, or occurs twice.")] },
        remediation: const { &[t("Reduce the schema of the tool to types, properties and required fields, then add the rest step by step."), t("Check that each tool call in the history is followed by exactly one result with the same id."), t("Make `tool_choice` name a tool that the same request defines.")] },
        typical_param: Some("tools"),
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("The schema of the tool 'lookup' must be an object."), description: t("What the upstream provider said about the tool or the call."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("tool_call_arguments_invalid"), t("tool_result_unmatched"), t("capability_not_supported")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "tool_result_unmatched", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Tool result without its call",
        message: const { &[t("The tool result '{call_id}' belongs to no tool call in this request or in the response it continues."), t("A tool result belongs to no tool call in this request or in the response it continues.")] },
        description: "A tool result refers to a call that the gateway finds neither among the items of the request nor in an earlier response which the request continues.",
        causes: const { &[t("The result carries no call id, or one that was changed."), t("The client sends results only and relies on stored history, while the earlier response was not stored."), t("`previous_response_id` is missing, or names a response of another upstream.")] },
        remediation: const { &[t("Send the tool call together with its result, both with the same id."), t("Or set `previous_response_id` to a response that was created with storage switched on.")] },
        typical_param: Some("input[0].call_id"),
        params: const { &[Param { name: t("call_id"), kind: ParamType::String, exposure: Exposure::Public, example: t("call_1"), description: t("The call id of the result."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("invalid_tool_call"), t("resource_not_found")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_bad_request", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Request rejected upstream",
        message: const { &[t("The upstream provider rejected the request: {detail}"), t("The upstream provider rejected the request as not valid.")] },
        description: "The request passed the checks of the gateway, and the upstream provider found a fault in it. The text of the provider is passed on after confidential parts were removed.",
        causes: const { &[t("A field has a value that this model or provider does not accept."), t("Two fields contradict each other."), t("The messages are in an order that the model does not allow.")] },
        remediation: const { &[t("Read the text after the colon; it usually names the field."), t("Remove optional fields one after another until the request passes."), t("Compare the request with the documentation of this model.")] },
        operator_action: const { &[t("If many callers meet the same rejection, check what the gateway adds to or changes in requests on this channel.")] },
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("The first message must have the role 'user'."), description: t("What the upstream provider said about the request."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("invalid_field"), t("unsupported_parameter"), t("upstream_error")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "idempotency_key_reused", category: Category::InvalidRequest, status: Status::Fixed(422), retry: Retry::Never, fault: Fault::Client,
        title: "Idempotency key used for another request",
        message: const { &[t("This idempotency key was already used for a request with a different body.")] },
        description: "The idempotency key is stored together with an earlier request, and the two requests differ. The gateway answers neither with the old result nor with a new one.",
        causes: const { &[t("The client derives the key from something that does not change with the request."), t("The request was altered between two attempts, for example by a timestamp in the prompt.")] },
        remediation: const { &[t("Create a new idempotency key for each request."), t("Repeat exactly the same bytes when you retry with the same key.")] },
        typical_param: Some("headers.idempotency-key"),
        related: const { &[t("request_in_progress")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "method_not_allowed", category: Category::InvalidRequest, status: Status::Fixed(405), retry: Retry::Never, fault: Fault::Client,
        title: "Method not allowed",
        message: const { &[t("The method {method} is not allowed here. Allowed: {allowed}."), t("The method {method} is not allowed here."), t("This HTTP method is not allowed here.")] },
        description: "The path exists, and it does not answer the HTTP method that was used. The `allow` header lists the methods it does answer.",
        causes: const { &[t("An endpoint that needs POST was opened in a browser, which sends GET."), t("A redirect turned a POST into a GET."), t("A health check calls an inference endpoint.")] },
        remediation: const { &[t("Use one of the methods in the `allow` header."), t("Call the final URL directly, so that no redirect changes the method.")] },
        params: const { &[Param { name: t("allowed"), kind: ParamType::List, exposure: Exposure::Public, example: t("POST"), description: t("The methods that the path answers."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("method"), kind: ParamType::String, exposure: Exposure::Public, example: t("GET"), description: t("The HTTP method of the request."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("route_not_found")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "not_acceptable", category: Category::InvalidRequest, status: Status::Fixed(406), retry: Retry::Never, fault: Fault::Client,
        title: "No acceptable representation",
        message: const { &[t("None of the formats in the accept header can be produced; this endpoint answers with {available}."), t("None of the formats in the accept header can be produced here.")] },
        description: "The `accept` header excludes every format in which this endpoint can answer.",
        causes: const { &[t("The header asks for HTML or XML."), t("The header allows event streams only, and the request does not ask for streaming; or the reverse.")] },
        remediation: const { &[t("Send `accept: application/json`, and `accept: text/event-stream` for streams."), t("Or leave the header out.")] },
        typical_param: Some("headers.accept"),
        params: const { &[Param { name: t("available"), kind: ParamType::List, exposure: Exposure::Public, example: t("application/json, text/event-stream"), description: t("The formats that the endpoint can produce."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("unsupported_media_type")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "length_required", category: Category::InvalidRequest, status: Status::Fixed(411), retry: Retry::Never, fault: Fault::Client,
        title: "Content length required",
        message: const { &[t("The request needs a content-length header.")] },
        description: "The body was sent without a known length, and the gateway or a proxy before it accepts bodies of known length only.",
        causes: const { &[t("The client streams its body with chunked transfer coding."), t("A proxy removed the `content-length` header.")] },
        remediation: const { &[t("Build the whole body before sending, so that the HTTP client can state its length."), t("Switch chunked uploads off in the client.")] },
        typical_param: Some("headers.content-length"),
        related: const { &[t("empty_body"), t("unreadable_body")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "unsupported_media_type", category: Category::InvalidRequest, status: Status::Fixed(415), retry: Retry::Never, fault: Fault::Client,
        title: "Content type not supported",
        message: const { &[t("The content type '{content_type}' is not supported; send {expected}."), t("The content type of the request body is not supported; send {expected}."), t("The content type or encoding of the request body is not supported.")] },
        description: "The `content-type` or `content-encoding` header names a format which this endpoint does not read. The body was not looked at.",
        causes: const { &[t("The header is missing, and the HTTP client chose form encoding by itself."), t("The body is compressed in a way that the gateway does not unpack."), t("A file upload was sent to an endpoint that takes JSON, or the reverse.")] },
        remediation: const { &[t("Set `content-type: application/json` for JSON bodies."), t("For file uploads, let the HTTP client set `multipart/form-data` with its boundary."), t("Send the body without compression.")] },
        typical_param: Some("headers.content-type"),
        params: const { &[Param { name: t("content_type"), kind: ParamType::String, exposure: Exposure::Public, example: t("text/plain"), description: t("The content type of the request."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("expected"), kind: ParamType::String, exposure: Exposure::Public, example: t("application/json"), description: t("The content type that the endpoint reads."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("invalid_json"), t("not_acceptable")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "expectation_failed", category: Category::InvalidRequest, status: Status::Fixed(417), retry: Retry::Never, fault: Fault::Client,
        title: "Expectation not met",
        message: const { &[t("The expectation in the expect header cannot be met.")] },
        description: "The request carries an `expect` header with a demand that the gateway, or a proxy before it, does not fulfil.",
        causes: const { &[t("The HTTP client adds `Expect: 100-continue` to large bodies, and a proxy in between does not support it."), t("The header holds a value other than `100-continue`.")] },
        remediation: const { &[t("Send the request without the header; with curl: `-H 'Expect:'`.")] },
        typical_param: Some("headers.expect"),
        related: const { &[t("request_too_large")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "unprocessable_request", category: Category::InvalidRequest, status: Status::Fixed(422), retry: Retry::Never, fault: Fault::Client,
        title: "Request does not match the schema",
        message: const { &[t("The request does not match the schema of this endpoint: {detail}"), t("The request does not match the schema of this endpoint.")] },
        description: "The body is well-formed JSON, and taken as a whole it does not fit the data model of the endpoint, so no single field could be named.",
        causes: const { &[t("The body was written for another endpoint or another protocol."), t("A list was sent where an object is expected, or the reverse."), t("A part of a message has a `type` that this endpoint does not know.")] },
        remediation: const { &[t("Compare the body with an example from the documentation of this endpoint."), t("Check that the client is set to the protocol of the base URL.")] },
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("input[0] has none of the known item types"), description: t("What the deserialiser reported."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("invalid_json"), t("invalid_field"), t("model_endpoint_mismatch")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "precondition_required", category: Category::InvalidRequest, status: Status::Fixed(428), retry: Retry::Never, fault: Fault::Client,
        title: "Precondition required",
        message: const { &[t("This request must be conditional; send an {header} header."), t("This request must be conditional, and it carries no condition.")] },
        description: "The endpoint changes a stored object and accepts the change only if the client states which version of the object it knows. This keeps two clients from overwriting each other.",
        causes: const { &[t("The client writes without having read the object first."), t("The client drops the `etag` header of the earlier answer.")] },
        remediation: const { &[t("Read the object and keep the value of its `etag` header."), t("Send the change with this value in the `if-match` header.")] },
        typical_param: Some("headers.if-match"),
        params: const { &[Param { name: t("header"), kind: ParamType::String, exposure: Exposure::Public, example: t("if-match"), description: t("The header that has to carry the condition."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("upstream_conflict")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "request_refused", category: Category::InvalidRequest, status: Status::Fixed(400), retry: Retry::Never, fault: Fault::Client,
        title: "Request refused",
        message: const { &[t("The gateway refused this request: {reason}."), t("The gateway refused this request.")] },
        description: "A part of the gateway answered with a bare 4xx status and said nothing more. The status of the answer is the one that this part chose; what lies behind it is known to that part alone.",
        causes: const { &[t("The request does not fit the state of what it is aimed at, such as an object that was changed or removed in the meantime."), t("A condition in a header of the request was not met."), t("A component in front of the handlers refuses requests of this kind.")] },
        remediation: const { &[t("Look up the meaning of the status, and compare the request with the documentation of this endpoint."), t("If nothing looks wrong, report the request id to the operator of the gateway.")] },
        operator_action: const { &[t("Find the component that answered with a bare status, and let it return an entry of its own.")] },
        params: const { &[Param { name: t("reason"), kind: ParamType::String, exposure: Exposure::Public, example: t("Conflict"), description: t("The name of the HTTP status."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("unprocessable_request"), t("precondition_required"), t("internal_error")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "not_implemented", category: Category::InvalidRequest, status: Status::Fixed(501), retry: Retry::Never, fault: Fault::Client,
        title: "Not implemented",
        message: const { &[t("{feature} is not implemented by this gateway."), t("This function is not implemented by this gateway.")] },
        description: "The route is known as part of the protocol, and this gateway does not offer the function behind it. This does not change until the gateway is extended.",
        causes: const { &[t("The client uses a part of the protocol that goes beyond inference, such as files, batches or fine-tuning."), t("The HTTP method is one that the gateway does not know for any path.")] },
        remediation: const { &[t("Switch the feature off in the client."), t("Call the provider directly for this function, if you have access of your own.")] },
        params: const { &[Param { name: t("feature"), kind: ParamType::String, exposure: Exposure::Public, example: t("Batch processing"), description: t("The missing function, as it may begin a sentence."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("route_not_found"), t("capability_not_supported")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "model_not_found", category: Category::NotFound, status: Status::Fixed(404), retry: Retry::Never, fault: Fault::Client,
        title: "Model not found",
        message: const { &[t("The model '{model}' was not found: {detail}"), t("The model '{model}' does not exist or is not served here."), t("The requested model was not found: {detail}"), t("The requested model does not exist or is not served here.")] },
        description: "No model with this id can be reached through the gateway. Ids are compared exactly; a version or date suffix is part of the id.",
        causes: const { &[t("The model id is misspelt, or its date suffix is missing."), t("The model was retired, or renamed by its maker."), t("The upstream provider that the gateway chose does not know the model."), t("A client sends its built-in default model, which this gateway does not serve.")] },
        remediation: const { &[t("Fetch the list of models (`GET /v1/models`) and copy an id from it."), t("Set the model in the client's configuration, so that it does not fall back to a default of its own."), t("If the model was retired, move to its successor.")] },
        operator_action: const { &[t("If the model should be served, check the model mapping of the channels: an upstream may know it under another id.")] },
        typical_param: Some("model"),
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("No deployment of this model exists in the region."), description: t("What the upstream provider said about the model."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("model"), kind: ParamType::String, exposure: Exposure::Public, example: t("gpt-9"), description: t("The model id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("model_not_available"), t("model_not_allowed"), t("model_endpoint_mismatch")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "model_not_available", category: Category::NotFound, status: Status::Fixed(404), retry: Retry::Never, fault: Fault::Operator,
        title: "Model not available here",
        message: const { &[t("The model '{model}' is not available through this gateway: {detail}"), t("The model '{model}' exists but is not available through this gateway."), t("The requested model is not available through this gateway: {detail}"), t("The requested model exists but is not available through this gateway.")] },
        description: "The model exists, and the gateway has no access to it. No change to the request makes this model answer; the rights of the caller's own key play no part.",
        causes: const { &[t("The gateway is not enabled for this model at the upstream provider."), t("The provider offers the model only in other regions, or only for certain kinds of use."), t("The model is in a preview that the gateway does not take part in.")] },
        remediation: const { &[t("Choose another model from the list of models (`GET /v1/models`)."), t("Ask the operator of the gateway whether the model is planned.")] },
        operator_action: const { &[t("Request access to the model from the provider, or accept its terms there."), t("Take the model out of the list of models until at least one channel can serve it.")] },
        typical_param: Some("model"),
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("This model is limited to participants of the preview."), description: t("What the upstream provider said about access to the model."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("model"), kind: ParamType::String, exposure: Exposure::Public, example: t("gpt-9"), description: t("The model id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("model_not_found"), t("model_not_allowed")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "route_not_found", category: Category::NotFound, status: Status::Fixed(404), retry: Retry::Never, fault: Fault::Client,
        title: "Route not found",
        message: const { &[t("There is no route for {method} {path}."), t("There is no route for this path.")] },
        description: "The gateway serves nothing under this path. The request was answered by the gateway itself, and no upstream provider saw it.",
        causes: const { &[t("The base URL lacks its version part, or contains it twice, as in `/v1/v1/chat/completions`."), t("The client speaks a protocol that this gateway serves under another path, or not at all."), t("The path has a trailing slash or a spelling error.")] },
        remediation: const { &[t("Compare the complete URL that the client sends with the documented one; most clients add the last part themselves."), t("Check which protocol the client speaks, and use the base URL of that protocol.")] },
        operator_action: const { &[t("If the path belongs to a protocol you want to serve, add the route; clients of the same family may use `/v1` and `/v1beta` alike.")] },
        params: const { &[Param { name: t("method"), kind: ParamType::String, exposure: Exposure::Public, example: t("POST"), description: t("The HTTP method of the request."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("path"), kind: ParamType::String, exposure: Exposure::Public, example: t("/v1/v1/chat/completions"), description: t("The path of the request, without its query."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("method_not_allowed"), t("model_endpoint_mismatch")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "conversation_not_found", category: Category::NotFound, status: Status::Fixed(404), retry: Retry::Never, fault: Fault::Client,
        title: "Conversation not found",
        message: const { &[t("The conversation '{conversation}' does not exist or belongs to another user."), t("The conversation does not exist or belongs to another user.")] },
        description: "The request continues a stored conversation which the gateway cannot find for this user. Conversations of other users are reported in the same way, so the answer does not tell whether the id exists.",
        causes: const { &[t("The conversation was deleted, or its storage time is over."), t("The first request of the conversation was never stored."), t("The id was created under another user or another key.")] },
        remediation: const { &[t("Leave the conversation id out to start a new conversation."), t("List the conversations of this user and take the id from there."), t("Send the earlier messages again in the request, if they matter for the answer.")] },
        operator_action: const { &[t("If conversations vanish early, check how long they are kept and whether all instances share one store.")] },
        typical_param: Some("conversation_id"),
        params: const { &[Param { name: t("conversation"), kind: ParamType::String, exposure: Exposure::Public, example: t("conv_example"), description: t("The conversation id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("resource_not_found"), t("storage_error")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "resource_not_found", category: Category::NotFound, status: Status::Fixed(404), retry: Retry::Never, fault: Fault::Client,
        title: "Resource not found",
        message: const { &[t("The {kind} '{id}' does not exist or is not visible to this API key."), t("The requested resource does not exist or is not visible to this API key.")] },
        description: "The route is right, and the object it points to is missing: a file, a batch, a stored response or something similar.",
        causes: const { &[t("The object was deleted or has expired."), t("The object was created with a key of another project or user."), t("The object lives at another upstream provider than the one which received this request.")] },
        remediation: const { &[t("Check the id for completeness, including its prefix."), t("Use the key with which the object was created."), t("Create the object again if it has expired.")] },
        operator_action: const { &[t("For objects that exist only at one provider, route all requests that name them to the channel on which they were created.")] },
        params: const { &[Param { name: t("id"), kind: ParamType::String, exposure: Exposure::Public, example: t("file_example"), description: t("The id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("kind"), kind: ParamType::String, exposure: Exposure::Public, example: t("file"), description: t("What kind of object was looked for."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("conversation_not_found"), t("route_not_found")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "tool_loop_max_iterations", category: Category::Notice, status: Status::Fixed(200), retry: Retry::Never, fault: Fault::Gateway,
        title: "Tool loop ended at its limit",
        message: const { &[t("The tool loop reached its limit of {iterations} iterations; the answer was written from the results gathered so far."), t("The tool loop reached its limit of iterations; the answer was written from the results gathered so far.")] },
        description: "The gateway runs tools on behalf of the model, and the model was still asking for more when the limit of iterations per request was reached. The model was then called once more without tools, to write a complete answer from the results at hand.",
        causes: const { &[t("The task needs more tool calls than one request may make."), t("The model takes many small steps where one larger call would do.")] },
        remediation: const { &[t("Read the answer with the possibility in mind that some look-ups are missing."), t("Continue with a follow-up question about what is missing, or split the task.")] },
        kind: Kind::Notice,
        operator_action: const { &[t("Raise the limit of iterations if complete answers are regularly cut off by it.")] },
        params: const { &[Param { name: t("iterations"), kind: ParamType::Int, exposure: Exposure::Public, example: t("10"), description: t("How many iterations the loop made."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("synth_called"), kind: ParamType::Enum, exposure: Exposure::Public, example: t("true"), description: t("Whether the model was called once more to write the answer."), values: std::borrow::Cow::Borrowed(const { &[t("true"), t("false")] }) }] },
        related: const { &[t("tool_loop_anti_loop_synthesised")] },
        notice: Some(NoticeRow { event: None, payload: const { &[t("code"), t("iterations"), t("synth_called")] }, body_field: Some("notice_code"), header: Some("x-gateway-notice"), header_value: Some("{code}") }),
        ..Row::BASE
    }.entry(),
    Row {
        key: "tool_loop_anti_loop_synthesised", category: Category::Notice, status: Status::Fixed(200), retry: Retry::Never, fault: Fault::Gateway,
        title: "Repeated tool call stopped",
        message: const { &[t("The model repeated the same tool call, so the loop was ended after {iterations} iterations and the answer was written from the results gathered so far."), t("The model repeated the same tool call, so the loop was ended and the answer was written from the results gathered so far.")] },
        description: "The model requested a tool with the same name and the same arguments twice in succession. The gateway ended the loop, since the result would have been the same, and had the answer written without further tools.",
        causes: const { &[t("The model did not recognise the result of the tool as an answer to its question."), t("The tool returned an empty result or an error which the model tried to get past.")] },
        remediation: const { &[t("Check what the tool returns for these arguments."), t("Describe in the tool's definition what its results mean, also when they are empty.")] },
        kind: Kind::Notice,
        operator_action: const { &[t("If one model does this often, prefer another one for requests with tools.")] },
        params: const { &[Param { name: t("iterations"), kind: ParamType::Int, exposure: Exposure::Public, example: t("2"), description: t("How many iterations the loop made."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("synth_called"), kind: ParamType::Enum, exposure: Exposure::Public, example: t("true"), description: t("Whether the model was called once more to write the answer."), values: std::borrow::Cow::Borrowed(const { &[t("true"), t("false")] }) }] },
        related: const { &[t("tool_loop_max_iterations")] },
        notice: Some(NoticeRow { event: None, payload: const { &[t("code"), t("iterations"), t("synth_called")] }, body_field: Some("notice_code"), header: Some("x-gateway-notice"), header_value: Some("{code}") }),
        ..Row::BASE
    }.entry(),
    Row {
        key: "request_adjusted", category: Category::Notice, status: Status::Fixed(200), retry: Retry::Never, fault: Fault::Gateway,
        title: "Request adjusted",
        message: const { &[t("The gateway adjusted the request before forwarding it: {adjustment}={value}."), t("The gateway adjusted the request before forwarding it.")] },
        description: "A value in the request would have been rejected upstream, and the gateway replaced it with the nearest permitted one instead of refusing the request. The header names the adjustment and the value that was used.",
        causes: const { &[t("An output limit lay below the minimum of the model."), t("A parameter lay outside the range of the model, or is unknown to it.")] },
        remediation: const { &[t("Log the header, so that adjustments are noticed."), t("Send the permitted value yourself to make the adjustment unnecessary.")] },
        kind: Kind::Notice,
        params: const { &[Param { name: t("adjustment"), kind: ParamType::String, exposure: Exposure::Public, example: t("max_tokens_floored"), description: t("What was adjusted."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("value"), kind: ParamType::String, exposure: Exposure::Public, example: t("200"), description: t("The value that was used."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("max_tokens_below_minimum"), t("unsupported_parameter")] },
        notice: Some(NoticeRow { event: None, payload: &[], body_field: None, header: Some("x-gateway-applied"), header_value: Some("{adjustment}={value}") }),
        ..Row::BASE
    }.entry(),
    Row {
        key: "service_overloaded", category: Category::Overloaded, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(5000))), fault: Fault::Gateway,
        title: "Gateway overloaded",
        message: const { &[t("The gateway is handling as many requests as it can. Please try again in {retry_after}s."), t("The gateway is handling as many requests as it can.")] },
        description: "The gateway refuses new requests at the door to keep those in progress healthy. It applies to all callers alike and says nothing about the quota of any one of them.",
        causes: const { &[t("Traffic exceeds the capacity of the running instances."), t("Slow upstream answers hold connections for longer than usual."), t("An instance has just started, or several have just stopped.")] },
        remediation: const { &[t("Repeat the request after a pause, and lengthen the pause with each attempt."), t("Postpone work that can wait.")] },
        operator_action: const { &[t("Add instances, or raise the limit if processor and memory have room."), t("Look for a slow upstream that fills all slots.")] },
        params: const { &[Param { name: t("retry_after"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("5s"), description: t("The time after which a new attempt is worthwhile."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("queue_full"), t("upstream_overloaded"), t("service_unavailable")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_overloaded", category: Category::Overloaded, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(5000))), fault: Fault::Upstream,
        title: "Upstream overloaded",
        message: const { &[t("The upstream provider has no free capacity for this model. Please try again in {retry_after}s."), t("The upstream provider has no free capacity for this model at the moment.")] },
        description: "The upstream provider reported that it, or this one model, is at capacity. It is neither a limit of the caller nor one of the gateway.",
        causes: const { &[t("Demand for the model exceeds what the provider runs."), t("The model is being loaded or scaled up."), t("The provider's hardware ran out of memory for this request.")] },
        remediation: const { &[t("Repeat the request after a few seconds, then in growing intervals."), t("Use another model if the overload persists."), t("Incidents that are already known are listed at {@status_page}.")] },
        operator_action: const { &[t("Send part of the traffic to another channel for this model."), t("For models of your own that load on demand, keep one instance warm.")] },
        params: const { &[Param { name: t("retry_after"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("5s"), description: t("The waiting time that the provider asks for."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("upstream_unavailable"), t("upstream_rate_limited"), t("service_overloaded")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "forbidden", category: Category::Permission, status: Status::Fixed(403), retry: Retry::Never, fault: Fault::Client,
        title: "Not permitted",
        message: const { &[t("This API key may not {action}."), t("This API key does not have permission for this request.")] },
        description: "The key is valid, and its rights do not cover the operation. The same request succeeds with a key that has the right.",
        causes: const { &[t("The object belongs to another account."), t("The key is limited to certain operations, for example to inference without administration."), t("The role of the user does not include the operation.")] },
        remediation: const { &[t("Check the rights of the key against the operation."), t("Use a key of the account which owns the object."), t("Ask an administrator of the account to grant the right.")] },
        operator_action: const { &[t("Look up which rule refused the request; the log has it under the request id.")] },
        params: const { &[Param { name: t("action"), kind: ParamType::String, exposure: Exposure::Public, example: t("delete files"), description: t("What was refused, in the infinitive and without \"to\"."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("model_not_allowed"), t("ip_not_allowed")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "model_not_allowed", category: Category::Permission, status: Status::Fixed(403), retry: Retry::Never, fault: Fault::Client,
        title: "Model not allowed for this key",
        message: const { &[t("This API key may not use the model '{model}'."), t("This API key may not use the requested model.")] },
        description: "The gateway serves the model, and the list of models allowed to this key does not contain it. Other keys may use it.",
        causes: const { &[t("The key has a list of allowed models, and this one is missing from it."), t("The group or plan of the key contains other models only."), t("The client switched to a second model by itself, for example to a small one for background work.")] },
        remediation: const { &[t("Add the model to the list of allowed models of the key."), t("Or use a key without such a list."), t("If the client chose the model by itself, set all of its models in its configuration."), t("The list of allowed models is edited at {@dashboard_url}.")] },
        operator_action: const { &[t("Some coding assistants show every 403 as a failed sign-in; a layer can give this entry the status 404 for them.")] },
        typical_param: Some("model"),
        params: const { &[Param { name: t("model"), kind: ParamType::String, exposure: Exposure::Public, example: t("gpt-9"), description: t("The model id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("model_not_available"), t("model_not_found"), t("forbidden")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "ip_not_allowed", category: Category::Permission, status: Status::Fixed(403), retry: Retry::Never, fault: Fault::Client,
        title: "Network address not allowed",
        message: const { &[t("Requests from the address {address} are not allowed for this API key."), t("Requests from this network address are not allowed for this API key.")] },
        description: "The key accepts requests only from listed network addresses, and the address that the gateway saw is not among them.",
        causes: const { &[t("The client moved to another network, or its provider assigned it a new address."), t("Traffic leaves through a VPN, a proxy or a NAT gateway with another public address."), t("The client connects over IPv6, and the list contains IPv4 addresses only.")] },
        remediation: const { &[t("Find out the public address from which the requests leave."), t("Add this address, or its range, to the allow list of the key."), t("The allow list of each key is edited at {@dashboard_url}.")] },
        operator_action: const { &[t("If every client appears under the same address, configure the gateway to take the client address from your load balancer, and to trust no one else for it.")] },
        params: const { &[Param { name: t("address"), kind: ParamType::String, exposure: Exposure::Public, example: t("192.0.2.10"), description: t("The client's address as the gateway saw it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("forbidden")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "subscription_required", category: Category::Permission, status: Status::Fixed(403), retry: Retry::Never, fault: Fault::Client,
        title: "Subscription required",
        message: const { &[t("This request needs an active subscription to '{plan}'."), t("This request needs an active subscription.")] },
        description: "The group to which the key or the model belongs is open to subscribers only, and the account has no active subscription to it. Prepaid balance does not replace the subscription.",
        causes: const { &[t("The account never subscribed to this group."), t("The subscription has ended and was not renewed."), t("The key belongs to another group than the one subscribed to.")] },
        remediation: const { &[t("Check which group the key belongs to."), t("Subscribe to that group, or renew the subscription."), t("Or create a key in a group that is billed by usage."), t("Subscriptions are managed at {@dashboard_url}.")] },
        params: const { &[Param { name: t("plan"), kind: ParamType::String, exposure: Exposure::Public, example: t("Standard"), description: t("The name of the plan or group that is needed."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("subscription_window_exhausted"), t("insufficient_balance"), t("model_not_allowed")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "quota_exhausted", category: Category::Quota, status: Status::Fixed(429), retry: Retry::Never, fault: Fault::Client,
        title: "Key quota exhausted",
        message: const { &[t("Key quota exhausted (used: {used} / total: {total})."), t("The quota of this API key is exhausted.")] },
        description: "The key has a spending limit of its own, and that limit is reached. It is separate from the balance of the account: either can be used up while the other is not. The limit does not reset by itself.",
        causes: const { &[t("The requests sent with this key have cost as much as the key may spend."), t("The limit was set low for a trial and was never raised."), t("Someone else uses the same key.")] },
        remediation: const { &[t("Raise the quota of the key, or create a new key with a quota of its own."), t("If the usage is higher than expected, replace the key, since it may have leaked."), t("Quotas are set per key at {@dashboard_url}.")] },
        params: const { &[Param { name: t("total"), kind: ParamType::Money, exposure: Exposure::Public, example: t("5.00 USD"), description: t("What the key may spend."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("used"), kind: ParamType::Money, exposure: Exposure::Public, example: t("5.00 USD"), description: t("What the key has spent."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("insufficient_balance"), t("daily_quota_exhausted"), t("subscription_window_exhausted")] },
        gemini: [None, None, Some("SpendPerDayPerKey"), Some("spend")],
        responses_stop_code: Some("insufficient_quota"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "daily_quota_exhausted", category: Category::Quota, status: Status::Fixed(429), retry: Retry::UntilUtcMidnight, fault: Fault::Client,
        title: "Daily quota exhausted",
        message: const { &[t("The daily quota is used up and resets at 00:00 UTC. Still available: {available_fallbacks}."), t("The daily quota is used up and resets at 00:00 UTC.")] },
        description: "A budget counted per calendar day (UTC) is used up. Requests that count towards it are refused until midnight UTC; models outside this budget are not affected.",
        causes: const { &[t("The requests of this day have reached the daily budget."), t("Several clients share the budget, and together they have used it."), t("A loop or a batch job sent far more requests than usual.")] },
        remediation: const { &[t("Use one of the models that the answer names as still available."), t("Send the request again after 00:00 UTC."), t("Spread large jobs over several days, or ask for a higher daily budget.")] },
        operator_action: const { &[t("Check whether the budget of the day was spent by one caller; if so, give that caller a share of its own."), t("Raise the daily budget of the tenant, or add a fallback model for it.")] },
        typical_param: Some("model"),
        params: const { &[Param { name: t("available_fallbacks"), kind: ParamType::List, exposure: Exposure::Public, example: t("large-text, small-text"), description: t("Ids of models that this caller can use at once."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("model_quota_exhausted"), t("quota_exhausted"), t("upstream_quota_exhausted")] },
        gemini: [None, None, Some("RequestsPerDay"), Some("requests")],
        responses_stop_code: Some("insufficient_quota"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "model_quota_exhausted", category: Category::Quota, status: Status::Fixed(429), retry: Retry::After(Some(Duration::from_millis(3600000))), fault: Fault::Operator,
        title: "Model quota exhausted",
        message: const { &[t("The model '{model}' is out of quota for now. Still available: {available_fallbacks}."), t("The model '{model}' is out of quota for now."), t("The requested model is out of quota for now.")] },
        description: "A token, cost or request budget behind this one model is used up. The model comes back when that budget resets or is raised; all other models keep working.",
        causes: const { &[t("The callers of this model have together used up what is set aside for it."), t("The tenant has a budget of its own for this model, and it is spent.")] },
        remediation: const { &[t("Use another model in the meantime."), t("Come back after the budget window has reset, which usually takes hours."), t("If you need this model regularly, ask for a larger budget.")] },
        operator_action: const { &[t("Raise the budget of the tenant, or top up at the upstream provider."), t("Configure a fallback for the model, so that callers need not choose one themselves.")] },
        typical_param: Some("model"),
        params: const { &[Param { name: t("available_fallbacks"), kind: ParamType::List, exposure: Exposure::Public, example: t("large-text, small-text"), description: t("Ids of models that this caller can use at once."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("model"), kind: ParamType::String, exposure: Exposure::Public, example: t("gpt-9"), description: t("The model id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("daily_quota_exhausted"), t("upstream_quota_exhausted"), t("no_channel_available")] },
        gemini: [None, None, Some("UsagePerDayPerModel"), Some("usage")],
        responses_stop_code: Some("insufficient_quota"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "subscription_window_exhausted", category: Category::Quota, status: Status::Fixed(429), retry: Retry::After(Some(Duration::from_millis(3600000))), fault: Fault::Client,
        title: "Subscription limit reached",
        message: const { &[t("The {window} limit of the subscription is reached; it resets at {resets_at}."), t("The {window} limit of the subscription is reached."), t("The usage limit of the subscription is reached.")] },
        description: "The subscription includes a fixed amount of usage per window of time, and the amount for the current window is used up. When several windows apply, the strictest one decides.",
        causes: const { &[t("The usage in this window has reached what the plan includes."), t("Several people or programs share the subscription.")] },
        remediation: const { &[t("Wait for the window to reset."), t("Move to a larger plan, or use a key that is billed by usage for the rest of the window."), t("Usage per window is shown at {@dashboard_url}.")] },
        params: const { &[Param { name: t("resets_at"), kind: ParamType::String, exposure: Exposure::Public, example: t("2030-01-31T00:00:00Z"), description: t("The moment at which the window resets, as an RFC 3339 timestamp."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("window"), kind: ParamType::Enum, exposure: Exposure::Public, example: t("weekly"), description: t("Which window is used up."), values: std::borrow::Cow::Borrowed(const { &[t("hourly"), t("daily"), t("weekly"), t("monthly")] }) }] },
        related: const { &[t("quota_exhausted"), t("subscription_required"), t("rate_limit_exceeded")] },
        gemini: [None, None, Some("UsagePerDayPerSubscription"), Some("usage")],
        responses_stop_code: Some("insufficient_quota"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_quota_exhausted", category: Category::Quota, status: Status::Fixed(429), retry: Retry::After(Some(Duration::from_millis(3600000))), fault: Fault::Upstream,
        title: "Upstream usage window exhausted",
        message: const { &[t("This model has reached a usage limit upstream; the limit resets in {retry_after}s."), t("This model has reached a usage limit upstream and comes back when the limit resets.")] },
        description: "The upstream provider counts usage over hours or days, and the amount for the current window is used up. The caller's own quota is not touched. Where the provider names no time, one hour is assumed.",
        causes: const { &[t("All callers of the gateway together have reached the provider's limit for this window."), t("The provider lowered its limits for this model.")] },
        remediation: const { &[t("Use another model until the limit resets."), t("Do not retry in short intervals; the answer stays the same until then.")] },
        operator_action: const { &[t("Add capacity at the provider, or a second channel for the model."), t("Check the cooldown of the channel: it should last until the window resets.")] },
        params: const { &[Param { name: t("retry_after"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("3600s"), description: t("The time until the limit resets, where the provider names it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("upstream_rate_limited"), t("model_quota_exhausted")] },
        gemini: [None, None, Some("UsagePerDayPerModel"), Some("usage")],
        responses_stop_code: Some("insufficient_quota"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "rate_limit_exceeded", category: Category::RateLimit, status: Status::Fixed(429), retry: Retry::After(Some(Duration::from_millis(2000))), fault: Fault::Client,
        title: "Rate limit exceeded",
        message: const { &[t("Rate limit exceeded ({limit}). Please try again in {retry_after}s."), t("Rate limit exceeded. Please try again in {retry_after}s."), t("Rate limit exceeded ({limit})."), t("Rate limit exceeded.")] },
        description: "Within a short time the caller has sent more requests or tokens than the gateway allows. The limit belongs to the gateway, not to an upstream provider. It refills continuously, so seconds are usually enough.",
        causes: const { &[t("A burst of requests came faster than the limit refills."), t("Several processes share one key, and thus one limit."), t("Few but long prompts used up a limit that counts tokens."), t("Failed requests were repeated at once and without a pause.")] },
        remediation: const { &[t("Wait for the time given in the `retry-after` header, then send the request again."), t("Let the waiting time grow with each further attempt, and add some randomness to it."), t("Limit the number of parallel requests in the client."), t("If the limit is too low for normal work, ask for a higher one.")] },
        operator_action: const { &[t("Check the limit of this key against its usual load before you raise it.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::String, exposure: Exposure::Public, example: t("60 requests per minute"), description: t("The limit that was reached, with its unit."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("retry_after"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("2s"), description: t("The time after which the request passes."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("concurrency_limit_exceeded"), t("queue_full"), t("upstream_rate_limited"), t("quota_exhausted")] },
        gemini: [None, None, Some("RequestsPerMinutePerKey"), Some("requests")],
        responses_stop_code: Some("rate_limit_exceeded"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "concurrency_limit_exceeded", category: Category::RateLimit, status: Status::Fixed(429), retry: Retry::After(Some(Duration::from_millis(2000))), fault: Fault::Client,
        title: "Too many parallel requests",
        message: const { &[t("Too many requests in progress; at most {limit} may run at the same time."), t("Too many requests of this caller are in progress at the same time.")] },
        description: "The caller already has as many requests in progress as it may have. A place becomes free as soon as one of them ends; streams count until their last event.",
        causes: const { &[t("The client starts more requests in parallel than its limit allows."), t("Streams that nobody reads any more are still open."), t("Several programs use the same account at once.")] },
        remediation: const { &[t("Wait until one of your requests has finished, then send this one again."), t("Run requests through a pool whose size is at most the limit."), t("Close streams that you do not read to the end.")] },
        operator_action: const { &[t("If places stay taken without traffic, look for slots that were not released after a client had disconnected.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Int, exposure: Exposure::Public, example: t("5"), description: t("How many requests the caller may have in progress."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("queue_full"), t("rate_limit_exceeded")] },
        responses_stop_code: Some("rate_limit_exceeded"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "queue_full", category: Category::RateLimit, status: Status::Fixed(429), retry: Retry::After(Some(Duration::from_millis(5000))), fault: Fault::Client,
        title: "Waiting queue full",
        message: const { &[t("Too many requests of this caller are waiting already; the queue holds {limit}."), t("Too many requests of this caller are waiting already.")] },
        description: "Requests above the concurrency limit wait in a queue, and the caller's queue is full. The request was refused at once instead of waiting without a prospect.",
        causes: const { &[t("The client keeps adding requests while earlier ones still wait."), t("Slow answers hold all places, so the queue does not move.")] },
        remediation: const { &[t("Stop sending new requests until some of the waiting ones are answered."), t("Keep a queue on your own side, and take from it as answers arrive.")] },
        operator_action: const { &[t("Compare the length of the queue with the number of slots; a long queue in front of few slots only delays refusals.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Int, exposure: Exposure::Public, example: t("20"), description: t("How many requests may wait."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("concurrency_limit_exceeded"), t("service_overloaded")] },
        responses_stop_code: Some("rate_limit_exceeded"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_rate_limited", category: Category::RateLimit, status: Status::Fixed(429), retry: Retry::After(Some(Duration::from_millis(10000))), fault: Fault::Upstream,
        title: "Upstream rate limit",
        message: const { &[t("The upstream provider limits the rate of requests to this model. Please try again in {retry_after}s."), t("The upstream provider limits the rate of requests to this model at the moment.")] },
        description: "The upstream provider refused the request because too many arrive within a short time. The limit is shared by all callers of the gateway for this model, so a single caller can meet it with few requests of its own.",
        causes: const { &[t("All callers together send more requests or tokens per minute than the provider accepts."), t("The provider reduces its limits while it is under heavy load."), t("The request is so long that it alone takes most of the tokens per minute.")] },
        remediation: const { &[t("Wait for the time given in the `retry-after` header, or ten seconds, and send the request again."), t("Use another model if the limit persists."), t("Shorten very long prompts, since these limits usually count tokens as well.")] },
        operator_action: const { &[t("Spread the load of this model over more channels."), t("Request higher limits from the provider if this occurs every day.")] },
        params: const { &[Param { name: t("retry_after"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("10s"), description: t("The waiting time that the provider asks for."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("rate_limit_exceeded"), t("upstream_overloaded"), t("upstream_quota_exhausted")] },
        gemini: [None, None, Some("RequestsPerMinutePerModel"), Some("requests")],
        responses_stop_code: Some("rate_limit_exceeded"),
        ..Row::BASE
    }.entry(),
    Row {
        key: "request_timeout", category: Category::Timeout, status: Status::Fixed(408), retry: Retry::Now, fault: Fault::Client,
        title: "Request not received in time",
        message: const { &[t("The request was not received completely within {limit}s."), t("The request was not received completely in time.")] },
        description: "The gateway waited for the rest of the request, and it did not arrive in time. Nothing was forwarded, so repeating the request cannot cause a second execution.",
        causes: const { &[t("The upload is slow, and the body is large."), t("The client opened the connection and then paused before sending the body."), t("The network lost packets, or a device was suspended during the upload.")] },
        remediation: const { &[t("Send the request again."), t("If it happens often, reduce the size of the body, above all of inline images.")] },
        operator_action: const { &[t("If clients on slow connections are expected, allow more time for reading the body.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("30s"), description: t("How long the gateway waited."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("unreadable_body"), t("upstream_timeout"), t("deadline_exceeded")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "deadline_exceeded", category: Category::Timeout, status: Status::Fixed(504), retry: Retry::After(None), fault: Fault::Gateway,
        title: "Time limit of the gateway reached",
        message: const { &[t("The request could not be completed within the {limit}s that the gateway allows."), t("The request could not be completed within the time that the gateway allows.")] },
        description: "The gateway limits the total time of a request, including waiting in a queue and all attempts at upstream providers. That time ran out before there was an answer.",
        causes: const { &[t("Several upstream candidates failed slowly, one after another."), t("The request waited for a free slot for most of the time."), t("The answer is long and was requested without streaming.")] },
        remediation: const { &[t("Send the request again; waiting times differ from moment to moment."), t("Request the answer as a stream."), t("Ask for a shorter answer, or split the task.")] },
        operator_action: const { &[t("Compare the total limit with the sum of the timeouts of all attempts; it should leave room for at least two.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("300s"), description: t("The total time that the gateway allows."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("upstream_timeout"), t("queue_full"), t("all_candidates_failed")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_timeout", category: Category::Timeout, status: Status::Fixed(504), retry: Retry::After(None), fault: Fault::Upstream,
        title: "Upstream timeout",
        message: const { &[t("The upstream provider did not answer within {limit}s."), t("The upstream provider did not answer in time.")] },
        description: "The request was forwarded, and no answer arrived before the time limit. Whether the provider went on working on it is unknown.",
        causes: const { &[t("Reasoning models and image models can need minutes for one answer."), t("A long answer was requested without streaming, so nothing arrives until it is complete."), t("The provider is under heavy load.")] },
        remediation: const { &[t("Request the answer as a stream: its first piece arrives long before its last."), t("Lower `max_tokens`, or split the task into several requests."), t("Use a faster model for this task."), t("Set the timeout of your own client above that of the gateway.")] },
        operator_action: const { &[t("Raise the limit for models that are known to be slow."), t("If only one channel is affected, take it out of the rotation for a while.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("120s"), description: t("How long the gateway waited."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("upstream_stream_stalled"), t("deadline_exceeded"), t("upstream_overloaded")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_stream_stalled", category: Category::Timeout, status: Status::Fixed(504), retry: Retry::After(None), fault: Fault::Upstream,
        title: "Upstream stream stalled",
        message: const { &[t("The stream from the upstream provider sent nothing for {limit}s."), t("The stream from the upstream provider stopped sending.")] },
        description: "The answer had begun, and the connection stayed open without any further data until the time limit between two events ran out. What was received before is incomplete.",
        causes: const { &[t("The provider stopped generating without closing the connection."), t("A proxy on the way buffers the stream."), t("The model thinks for longer than the limit between two events.")] },
        remediation: const { &[t("Discard the partial answer, or mark it as incomplete."), t("Send the whole request again; a stalled stream cannot be continued.")] },
        operator_action: const { &[t("Set the limit between two events above the longest thinking pause of the model."), t("Switch response buffering off in proxies between gateway and provider.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Duration, exposure: Exposure::Public, example: t("60s"), description: t("The longest pause that the gateway allows between two events."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("upstream_stream_interrupted"), t("upstream_timeout")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "request_too_large", category: Category::TooLarge, status: Status::Fixed(413), retry: Retry::Never, fault: Fault::Client,
        title: "Request too large",
        message: const { &[t("The request body of {size} bytes exceeds the limit of {limit} bytes."), t("The request body exceeds the limit of {limit} bytes."), t("The request is too large: {detail}"), t("The request body is too large.")] },
        description: "The body has more bytes than the gateway or the upstream provider accepts. This limit counts bytes, not tokens; a request with few tokens can exceed it through its images.",
        causes: const { &[t("Images or files are contained as base64, which makes them a third larger."), t("The conversation repeats the same large attachments in every turn."), t("A proxy in front of the gateway has a lower limit.")] },
        remediation: const { &[t("Scale images down before encoding them."), t("Remove attachments of earlier turns that are no longer needed."), t("Upload files separately and refer to them, where the protocol offers that.")] },
        operator_action: const { &[t("Keep the limits of load balancer, gateway and upstream in step, with the gateway's being the lowest.")] },
        params: const { &[Param { name: t("detail"), kind: ParamType::String, exposure: Exposure::Redacted, example: t("Request exceeds the maximum allowed number of bytes."), description: t("What the upstream provider said about the size."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("limit"), kind: ParamType::Int, exposure: Exposure::Public, example: t("33554432"), description: t("The largest accepted body in bytes."), values: std::borrow::Cow::Borrowed(&[]) }, Param { name: t("size"), kind: ParamType::Int, exposure: Exposure::Public, example: t("41943040"), description: t("The size of the body in bytes, where it is known."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("context_length_exceeded"), t("input_too_large"), t("headers_too_large")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "uri_too_long", category: Category::TooLarge, status: Status::Fixed(414), retry: Retry::Never, fault: Fault::Client,
        title: "Request address too long",
        message: const { &[t("The address of the request is longer than {limit} bytes."), t("The address of the request is too long.")] },
        description: "Path and query of the request together exceed what the gateway reads.",
        causes: const { &[t("Data that belongs into the body was put into the query."), t("A redirect loop extends the address each time.")] },
        remediation: const { &[t("Send the data in the body of a POST request."), t("Shorten lists of ids in the query, and fetch them in several requests.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Int, exposure: Exposure::Public, example: t("8192"), description: t("The longest accepted address in bytes."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("headers_too_large"), t("request_too_large")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "headers_too_large", category: Category::TooLarge, status: Status::Fixed(431), retry: Retry::Never, fault: Fault::Client,
        title: "Request headers too large",
        message: const { &[t("The request headers are larger than {limit} bytes."), t("The request headers are too large.")] },
        description: "One header field, or all of them together, exceed what the gateway reads.",
        causes: const { &[t("Cookies of other sites on the same domain are sent along."), t("Tracing or metadata headers carry long values."), t("A key or token was pasted several times in a row.")] },
        remediation: const { &[t("Clear the cookies, or send API requests without any."), t("Remove headers that the gateway does not need.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Int, exposure: Exposure::Public, example: t("16384"), description: t("The largest accepted size of all headers in bytes."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("uri_too_long"), t("request_too_large")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "service_unavailable", category: Category::Unavailable, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(10000))), fault: Fault::Gateway,
        title: "Gateway not in service",
        message: const { &[t("The gateway is not in service at the moment: {reason}."), t("The gateway is not in service at the moment.")] },
        description: "This instance of the gateway takes no requests because it is starting, shutting down or under maintenance. Requests already in progress are completed where possible.",
        causes: const { &[t("A new version is being rolled out."), t("Maintenance was announced, or became necessary."), t("Something that the gateway needs in order to start is missing.")] },
        remediation: const { &[t("Repeat the request after ten seconds; another instance may answer already."), t("Announcements are found at {@status_page}.")] },
        operator_action: const { &[t("Let the load balancer follow the readiness check, so that stopping instances receive no new requests.")] },
        params: const { &[Param { name: t("reason"), kind: ParamType::String, exposure: Exposure::Public, example: t("maintenance until 04:00 UTC"), description: t("Why the gateway takes no requests."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("service_overloaded"), t("no_channel_available")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "no_channel_available", category: Category::Unavailable, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(30000))), fault: Fault::Gateway,
        title: "No channel available",
        message: const { &[t("No channel for the model '{model}' is available at the moment."), t("No channel for the requested model is available at the moment.")] },
        description: "The gateway knows the model, and every channel that leads to it is switched off, cooling down or marked as unhealthy. No upstream provider was asked.",
        causes: const { &[t("Earlier failures put all channels of the model into a cooldown."), t("Health checks fail for all of them."), t("The channels of the model were switched off.")] },
        remediation: const { &[t("Repeat the request after half a minute, when channels have been checked again."), t("Use another model, which may be served through other channels.")] },
        operator_action: const { &[t("Look at the last failure of each channel of this model; it explains the cooldown."), t("Add a channel at a second provider for models that matter.")] },
        typical_param: Some("model"),
        params: const { &[Param { name: t("model"), kind: ParamType::String, exposure: Exposure::Public, example: t("gpt-9"), description: t("The model id as the client sent it."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("all_candidates_failed"), t("upstream_unavailable"), t("model_not_available")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_unavailable", category: Category::Unavailable, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(5000))), fault: Fault::Upstream,
        title: "Upstream unavailable",
        message: const { &[t("The upstream provider is unavailable at the moment.")] },
        description: "An answer came back from the upstream side, and it says that the service behind it cannot be used: a maintenance notice, a bad-gateway page, or a relay that has nothing to forward to.",
        causes: const { &[t("The provider has an outage or is under maintenance."), t("A relay or CDN in front of the provider cannot reach it.")] },
        remediation: const { &[t("Try again after five seconds, then in growing intervals."), t("If it lasts for minutes, use a model of another provider."), t("Current incidents are listed at {@status_page}.")] },
        operator_action: const { &[t("Read the provider's status page, and direct traffic to other channels until the incident is over.")] },
        related: const { &[t("upstream_unreachable"), t("upstream_overloaded"), t("upstream_error")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_unreachable", category: Category::Unavailable, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(5000))), fault: Fault::Upstream,
        title: "Upstream unreachable",
        message: const { &[t("The gateway could not connect to the upstream provider.")] },
        description: "No connection came about: the name could not be resolved, the connection was refused, or no TLS session could be agreed. The provider never received the request, so a repetition cannot execute it twice.",
        causes: const { &[t("The provider, or the network on the way to it, is down."), t("Name resolution failed or returned an outdated address."), t("A certificate has expired or is not trusted."), t("A model server run by the operator has stopped.")] },
        remediation: const { &[t("Repeat the request; since the first one was never delivered, this is safe."), t("Use another model if the failure persists.")] },
        operator_action: const { &[t("Try to connect from the machine of the gateway: resolve the name, open the port, complete the TLS handshake, in this order."), t("Check firewall and proxy settings for outgoing traffic."), t("For local model servers, check that the process runs and listens on the configured port.")] },
        related: const { &[t("upstream_unavailable"), t("upstream_timeout"), t("all_candidates_failed")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_balance_exhausted", category: Category::Unavailable, status: Status::Fixed(503), retry: Retry::Never, fault: Fault::Operator,
        title: "Upstream declines to serve",
        message: const { &[t("The upstream provider is not serving this model to the gateway, and the operator has to act before it does.")] },
        description: "The upstream provider declined to serve the gateway. The cause lies between gateway and provider; nothing is wrong with the request or with the caller's rights here.",
        causes: const { &[t("The provider withholds its service from the gateway until the operator has settled a matter with it.")] },
        remediation: const { &[t("Use another model; repeating the request does not help."), t("If the model is still out of service after some hours, tell the operator.")] },
        operator_action: const { &[t("Pay the provider's account, or raise its spending limit."), t("Switch on automatic top-up, or an alert at a low balance."), t("Give the model a second channel that is paid for separately.")] },
        related: const { &[t("upstream_quota_exhausted"), t("upstream_account_disabled"), t("no_channel_available")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "billing_service_unavailable", category: Category::Unavailable, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(5000))), fault: Fault::Gateway,
        title: "Billing service unavailable",
        message: const { &[t("The gateway cannot check balances and quotas at the moment.")] },
        description: "Before a request is forwarded, the gateway checks whether it is covered, and this check is not working. Requests are refused until it works again, since they could not be accounted for.",
        causes: const { &[t("The store of balances and quotas is down or slow."), t("A cache of balances was lost and is being rebuilt.")] },
        remediation: const { &[t("Send the request again when a few seconds have passed."), t("There is no need to top up or to change the key; neither has anything to do with this.")] },
        operator_action: const { &[t("Check the billing database, its cache, and the connections to both."), t("Decide whether requests may pass unchecked for a short time when the check fails.")] },
        related: const { &[t("insufficient_balance"), t("auth_service_unavailable")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "auth_service_unavailable", category: Category::Unavailable, status: Status::Fixed(503), retry: Retry::After(Some(Duration::from_millis(5000))), fault: Fault::Gateway,
        title: "Authentication service unavailable",
        message: const { &[t("The gateway cannot check API keys at the moment.")] },
        description: "The store in which the gateway looks up API keys does not answer. Whether the key is valid is unknown, so the gateway does not call it invalid.",
        causes: const { &[t("The key store or the identity provider is down or slow."), t("The network between the gateway and its key store is interrupted.")] },
        remediation: const { &[t("Repeat the request after a few seconds."), t("Keep the key as it is; replacing it changes nothing.")] },
        operator_action: const { &[t("Check that the key store is running and reachable from every instance."), t("Cache successful look-ups for some minutes, so that short interruptions go unnoticed.")] },
        related: const { &[t("invalid_api_key"), t("billing_service_unavailable")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_error", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::After(Some(Duration::from_millis(2000))), fault: Fault::Upstream,
        title: "Upstream error",
        message: const { &[t("The upstream provider failed with status {status}."), t("The upstream provider failed to process the request.")] },
        description: "The upstream provider received the request and reported a failure of its own. The text of that failure stays in the gateway's log.",
        causes: const { &[t("The provider has a fault that may concern only one of its servers."), t("The request triggers a defect at the provider, for example through a rare combination of parameters.")] },
        remediation: const { &[t("Repeat the request once or twice."), t("If the same request always fails and others pass, simplify it to find the part that matters."), t("Use another model if the fault lasts.")] },
        operator_action: const { &[t("Read the original error in the log under the request id."), t("Compare the failure rate of this channel with that of the others.")] },
        params: const { &[Param { name: t("status"), kind: ParamType::Int, exposure: Exposure::Public, example: t("500"), description: t("The HTTP status that the provider answered with."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("upstream_unavailable"), t("upstream_bad_request"), t("all_candidates_failed")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_auth_failed", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::Never, fault: Fault::Operator,
        title: "Gateway not recognised upstream",
        message: const { &[t("The upstream provider did not recognise the gateway, and the operator has to correct this.")] },
        description: "The upstream provider did not accept the gateway as its client. The caller's own access to the gateway is in order and plays no part in this.",
        causes: const { &[t("What the gateway presents to the provider is missing, outdated or mistyped.")] },
        remediation: const { &[t("Use another model, or wait until the operator has corrected the fault."), t("Leave your own settings as they are; the fault is not among them."), t("Report the model and the request id to the operator.")] },
        operator_action: const { &[t("Check the credential of this channel: present, not expired, not revoked, meant for this provider and region."), t("For tokens that are renewed automatically, look for the last failed renewal in the log."), t("Replace the credential and re-enable the channel.")] },
        related: const { &[t("upstream_permission_denied"), t("upstream_account_disabled"), t("invalid_api_key")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_permission_denied", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::Never, fault: Fault::Operator,
        title: "Operation not permitted upstream",
        message: const { &[t("The upstream provider does not permit the gateway this operation.")] },
        description: "The upstream provider knows the gateway and refuses it this particular operation. The rights that the caller has at the gateway are sufficient.",
        causes: const { &[t("The gateway was not granted the operation at the provider."), t("A policy at the provider excludes this kind of request.")] },
        remediation: const { &[t("Use another model, or do without the operation."), t("Tell the operator which operation you need.")] },
        operator_action: const { &[t("Grant the missing scope, role or project permission to the credential of this channel."), t("Check the organisation's policies at the provider.")] },
        related: const { &[t("upstream_auth_failed"), t("model_not_available"), t("forbidden")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_blocked", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::Never, fault: Fault::Operator,
        title: "Gateway blocked upstream",
        message: const { &[t("The upstream provider blocks requests from this gateway.")] },
        description: "The request was turned away on the upstream side because of where it came from, before any model saw it. Where the caller is located does not matter.",
        causes: const { &[t("The provider does not serve the place or the network in which the gateway runs."), t("Protection against automated traffic took the gateway for an attacker.")] },
        remediation: const { &[t("Use a model that is reached through another provider."), t("Report the failure to the operator; no setting on your side changes it.")] },
        operator_action: const { &[t("Compare the outgoing address of the gateway with the allow list and the supported countries of the provider."), t("Route the channel through a permitted region, or replace it."), t("If the answer was a challenge page, ask the provider to exempt API traffic.")] },
        related: const { &[t("upstream_permission_denied"), t("ip_not_allowed")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_account_disabled", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::Never, fault: Fault::Operator,
        title: "Upstream has stopped its service",
        message: const { &[t("The upstream provider has stopped serving this gateway, and the operator has to resolve this.")] },
        description: "The upstream provider refuses all requests of the gateway on this route, whatever they contain. The refusal lasts until the operator has resolved it with the provider.",
        causes: const { &[t("The provider has suspended its service to the gateway, or waits for a confirmation from the operator.")] },
        remediation: const { &[t("Use a model of another provider."), t("Ask the operator when the model will be back.")] },
        operator_action: const { &[t("Sign in to the account at the provider and read its notices: suspension, missing verification, terms to be accepted."), t("Take the channel out of rotation until the account works again.")] },
        related: const { &[t("upstream_auth_failed"), t("upstream_balance_exhausted")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_endpoint_not_found", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::Never, fault: Fault::Operator,
        title: "Endpoint missing upstream",
        message: const { &[t("The upstream provider does not offer the endpoint that the gateway called for this request.")] },
        description: "The caller's path was right, and the path which the gateway derived from it does not exist at the upstream provider.",
        causes: const { &[t("The gateway's address for the provider lacks a version part or contains it twice."), t("The provider does not offer this kind of request, for example embeddings or reranking."), t("The provider withdrew an old version of its interface.")] },
        remediation: const { &[t("Use another model for this kind of request."), t("Report the path you called and the model to the operator.")] },
        operator_action: const { &[t("Compare the base URL of the channel with the documentation of the provider, above all its version part."), t("Restrict the channel to the endpoints that it really has.")] },
        related: const { &[t("route_not_found"), t("model_endpoint_mismatch"), t("configuration_error")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_cancelled", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::After(Some(Duration::from_millis(2000))), fault: Fault::Upstream,
        title: "Cancelled upstream",
        message: const { &[t("The upstream provider cancelled the request before it was complete.")] },
        description: "The upstream provider ended the operation by cancelling it, although neither the caller nor the gateway had asked for that.",
        causes: const { &[t("A server of the provider was shut down or replaced during the request."), t("The provider gave its capacity to other requests.")] },
        remediation: const { &[t("Repeat the request."), t("If long answers are affected most, ask for shorter ones.")] },
        operator_action: const { &[t("Check in the log that the gateway did not close the connection itself; that is reported in the same way by some providers.")] },
        related: const { &[t("client_closed_request"), t("upstream_error"), t("upstream_stream_interrupted")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "all_candidates_failed", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::After(Some(Duration::from_millis(5000))), fault: Fault::Upstream,
        title: "All upstream candidates failed",
        message: const { &[t("All {attempts} upstream candidates for this request failed."), t("All upstream candidates for this request failed.")] },
        description: "The gateway tried one upstream candidate after another, and none gave a usable answer. The failures differed, so no single one of them is reported in place of all.",
        causes: const { &[t("Several providers have trouble at the same time."), t("The candidates depend on one common part, such as a network path or a relay.")] },
        remediation: const { &[t("Repeat the request after some seconds."), t("Use another model if it fails again."), t("Quote the request id when you report it, since the log lists every attempt under it.")] },
        operator_action: const { &[t("Read the list of attempts under the request id; the first failure is often the one that matters."), t("Choose fallback candidates that share as little as possible with the first one.")] },
        params: const { &[Param { name: t("attempts"), kind: ParamType::Int, exposure: Exposure::Public, example: t("3"), description: t("How many candidates were tried."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("no_channel_available"), t("upstream_error"), t("deadline_exceeded")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_stream_interrupted", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::After(Some(Duration::from_millis(1000))), fault: Fault::Upstream,
        title: "Upstream stream interrupted",
        message: const { &[t("The answer of the upstream provider ended before it was complete.")] },
        description: "The connection to the upstream provider closed without the end marker of its protocol, or within an event. What was delivered up to that point is unchanged, and the rest is missing.",
        causes: const { &[t("A server of the provider crashed or was restarted."), t("The network or a proxy between gateway and provider cut the connection."), t("A time limit for connections ran out on the way.")] },
        remediation: const { &[t("Treat the partial answer as incomplete, in particular any tool call in it."), t("Send the request again; the new answer starts from the beginning.")] },
        operator_action: const { &[t("If interruptions come after the same time again and again, look for a connection limit in proxies on the way.")] },
        related: const { &[t("upstream_stream_stalled"), t("upstream_invalid_response"), t("upstream_cancelled")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_event_too_large", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::Never, fault: Fault::Upstream,
        title: "Upstream event too large",
        message: const { &[t("The upstream provider sent a single event larger than {limit} bytes."), t("The upstream provider sent a single event larger than the gateway accepts.")] },
        description: "Streams are passed on event by event, and each event has to fit into a buffer of fixed size. One event exceeded it, so the stream was ended instead of growing without bound.",
        causes: const { &[t("The answer carries an image, audio or a file within one event."), t("The provider repeats the whole answer in its final event, and the answer is very long."), t("The provider sent something other than an event stream.")] },
        remediation: const { &[t("Request the answer without streaming."), t("Ask for smaller output, such as an image of lower resolution.")] },
        operator_action: const { &[t("Raise the buffer limit for models that return media.")] },
        params: const { &[Param { name: t("limit"), kind: ParamType::Int, exposure: Exposure::Public, example: t("8388608"), description: t("The largest accepted event in bytes."), values: std::borrow::Cow::Borrowed(&[]) }] },
        related: const { &[t("upstream_invalid_response"), t("upstream_stream_interrupted")] },
        ..Row::BASE
    }.entry(),
    Row {
        key: "upstream_invalid_response", category: Category::Upstream, status: Status::Fixed(502), retry: Retry::After(Some(Duration::from_millis(2000))), fault: Fault::Upstream,
        title: "Upstream response not understood",
        message: const { &[t("The upstream provider sent a response that the gateway could not understand: {reason}."), t("The upstream provider sent a response that the gateway could not understand.")] },
        description: "The upstream provider reported success, and what it sent is no answer in its protocol: an HTML page, an empty body, broken JSON, or plain JSON where a stream was requested.",
        causes: const { &[t("A login, maintenance or challenge page was sent in place of an answer."), t("The provider changed its format, or speaks another protocol than the one configured."), t("A server of the provider failed after it had sent its status line.")] },
        remediation: const { &[t("Repeat the request once."), t("If the failure is limited to streaming or to its opposite, use the other form.")] },
        operator_action: const { &[t("Look at the beginning of the body in the log, and at its content type."), t("Check protocol and base URL of the channel: a web page usually means that the path of the interface is missing.")] },
        params: const { &[Param { name: t("reason"), kind: ParamType::Enum, exposure: Exposure::Public, example: t("HTML page"), description: t("What the response was instead of an answer."), values: std::borrow::Cow::Borrowed(const { &[t("HTML page"), t("empty body"), t("malformed JSON"), t("unexpected content type"), t("unknown shape")] }) }] },
        related: const { &[t("upstream_error"), t("upstream_stream_interrupted"), t("upstream_event_too_large")] },
        ..Row::BASE
    }.entry(),
];

pub(crate) const SEED: u64 = 0xe9d1f598cfac1909;

pub(crate) static INDEX: [u16; 1024] = [
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 24, 65535, 65535, 65535, 33, 6, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 54, 65535, 65535, 65535, 65535,
    65535, 3, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 89, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 47, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 70, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 5, 65535, 65535, 65535, 65535, 65535, 65535, 79, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 59, 65535, 65535, 65535, 65535, 65535, 37, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 44, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 68, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 58, 65535,
    65535, 65535, 65535, 39, 65535, 62, 76, 65535, 65535, 51, 65535, 65535, 65535, 87, 65535, 65535,
    65535, 65535, 73, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 64, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 50, 65535,
    65535, 65535, 65535, 65535, 65535, 14, 34, 65535, 65535, 65535, 36, 65535, 65535, 55, 65535, 65535,
    74, 65535, 65535, 65535, 41, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 77, 65535, 65535,
    66, 65535, 65535, 65535, 65535, 84, 65535, 25, 65535, 65535, 65535, 65535, 65535, 78, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 10, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 32,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 12, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 21, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 86, 65535, 43, 65535, 65535,
    81, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 69, 23, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 26, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 11,
    65535, 65535, 65535, 2, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 13, 65535, 65535, 65535,
    65535, 65535, 65535, 1, 65535, 65535, 83, 65535, 65535, 65535, 65535, 65535, 65535, 85, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    38, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 80, 22, 65535, 65535,
    65535, 65535, 65535, 65535, 31, 65535, 65535, 65535, 17, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 18, 65535, 65535, 82,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 30,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 29, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 4,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 7, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 63, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 27, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 46, 65535, 65535, 65535, 65535, 67, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 15, 65535, 65535, 90, 65535, 65535, 65535, 65535, 40,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 60, 65535, 65535, 35,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 61, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 45, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 48, 65535, 65535, 65535, 65535, 19, 65535, 65535, 65535,
    56, 65535, 65535, 88, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 28, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    8, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 57, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 53, 65535,
    65535, 65535, 65535, 65535, 49, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 72, 65535, 65535, 65535, 65535, 65535, 65535, 52, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 20, 75, 71, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    16, 65535, 65535, 65535, 65535, 65535, 65535, 0, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 9, 65535, 65535, 65535, 65535, 65535, 42,
];

pub(crate) static LANGUAGES: [(&str, &[WordingRow]); 2] = [
    ("de", &[
        WordingRow { title: "API-Schlüssel fehlt", message: const { &[t("Die Anfrage enthält keinen API-Schlüssel.")] }, description: "An keiner Stelle, an der das Gateway nach einem API-Schlüssel sucht, war einer vorhanden: weder im Header `Authorization`, `x-api-key` oder `x-goog-api-key` noch im Query-Parameter `key`. Die Anfrage wurde nicht weitergeleitet.", causes: const { &[t("Der Client wurde ohne Schlüssel eingerichtet, oder die Umgebungsvariable, aus der er ihn liest, ist leer."), t("Ein Proxy oder eine Weiterleitung auf einen anderen Host hat den Header `Authorization` entfernt."), t("Im Header fehlt das Wort `Bearer` vor dem Schlüssel.")] }, remediation: const { &[t("Den Schlüssel im Header des verwendeten Protokolls senden: `Authorization: Bearer KEY`, `x-api-key: KEY` oder `x-goog-api-key: KEY`."), t("Prüfen, ob die Variable mit dem Schlüssel in dem Prozess gesetzt ist, der die Anfrage sendet."), t("Einen Proxy zwischen Client und Gateway so einstellen, dass er diesen Header durchlässt."), t("Falls noch kein Schlüssel vorhanden ist, unter {@dashboard_url} einen anlegen.")] } },
        WordingRow { title: "API-Schlüssel ungültig", message: const { &[t("Der API-Schlüssel ist ungültig.")] }, description: "Es wurde ein API-Schlüssel gesendet, aber das Gateway kennt keinen Schlüssel mit diesem Wert. Verglichen wird der Schlüssel als Ganzes; schon ein fehlendes Zeichen führt zur Ablehnung.", causes: const { &[t("Der Schlüssel wurde unvollständig oder mit Leerzeichen, Anführungszeichen oder Zeilenumbruch kopiert."), t("Der Schlüssel wurde gelöscht oder durch einen neuen ersetzt."), t("Der Schlüssel gehört zu einem anderen Dienst oder zu einer anderen Umgebung dieses Dienstes."), t("Der Schlüssel ist an einen anderen Mandanten gebunden als den in der Anfrage genannten.")] }, remediation: const { &[t("Länge und Anfang des Schlüssels mit dem ausgestellten Schlüssel vergleichen."), t("Schlüssel dieses Gateways beginnen mit `{@key_prefix}`."), t("Prüfen, ob die Basis-URL zu dem Dienst gehört, der den Schlüssel ausgestellt hat."), t("Einen neuen Schlüssel anlegen und den alten überall ersetzen, wo er eingetragen ist."), t("Ausgestellte Schlüssel sind unter {@dashboard_url} aufgeführt.")] } },
        WordingRow { title: "API-Schlüssel abgelaufen", message: const { &[t("Der API-Schlüssel ist am {expired_at} abgelaufen."), t("Der API-Schlüssel ist abgelaufen.")] }, description: "Das Gateway kennt den Schlüssel, sein Ablaufdatum ist jedoch überschritten. Er bleibt gesperrt, bis das Datum geändert wird oder ein neuer Schlüssel an seine Stelle tritt.", causes: const { &[t("Der Schlüssel wurde mit einem Ablaufdatum ausgestellt, das inzwischen überschritten ist."), t("Der Schlüssel gehörte zu einem Testzugang oder einer befristeten Freigabe.")] }, remediation: const { &[t("Einen neuen Schlüssel anlegen oder das Ablaufdatum des bisherigen verlängern."), t("Den neuen Schlüssel in allen Diensten eintragen, die den alten verwendet haben, und diesen danach löschen."), t("Das Ablaufdatum jedes Schlüssels ist unter {@dashboard_url} zu sehen.")] } },
        WordingRow { title: "API-Schlüssel deaktiviert", message: const { &[t("Der API-Schlüssel ist deaktiviert.")] }, description: "Der Schlüssel existiert, wurde aber vom Inhaber oder von der Administration abgeschaltet. Seine Einstellungen bleiben erhalten; sobald er wieder aktiviert ist, funktioniert er wie zuvor.", causes: const { &[t("Der Inhaber hat den Schlüssel vorübergehend abgeschaltet."), t("Die Administration hat den Schlüssel abgeschaltet, zum Beispiel weil er öffentlich bekannt wurde.")] }, remediation: const { &[t("Beim Inhaber des Schlüssels nach dem Grund der Abschaltung fragen."), t("Den Schlüssel wieder aktivieren oder einen anderen verwenden."), t("Schlüssel lassen sich unter {@dashboard_url} aktivieren und deaktivieren.")] } },
        WordingRow { title: "Benutzerkonto nicht aktiv", message: const { &[t("Das Benutzerkonto, zu dem dieser API-Schlüssel gehört, ist nicht aktiv.")] }, description: "Der Schlüssel selbst ist in Ordnung, das zugehörige Konto jedoch nicht aktiv. Alle Schlüssel dieses Kontos werden auf dieselbe Weise abgelehnt.", causes: const { &[t("Das Konto wurde nie aktiviert, zum Beispiel weil eine E-Mail-Adresse noch nicht bestätigt ist."), t("Das Konto wurde gesperrt oder geschlossen."), t("Die Person gehört der Organisation, der das Konto zugeordnet ist, nicht mehr an.")] }, remediation: const { &[t("Im Konto anmelden und noch offene Schritte abschließen."), t("Ist das Konto gesperrt, die zuständige Administration oder den Betreiber des Gateways um Freischaltung bitten."), t("Fragen zum Konto werden unter {@support_url} beantwortet.")] } },
        WordingRow { title: "Guthaben reicht nicht aus", message: const { &[t("Das Guthaben reicht nicht aus. Vorhanden: {current}, benötigt: {required}"), t("Das Guthaben reicht nicht aus. Vorhanden: {current}"), t("Das Guthaben reicht nicht aus.")] }, description: "Vor dem Weiterleiten reserviert das Gateway die geschätzten Kosten der Anfrage; das Guthaben des Kontos deckt diesen Betrag nicht. Es wurde nichts weitergeleitet und nichts berechnet. Die Schätzung geht von der längsten Antwort aus, die die Anfrage zulässt.", causes: const { &[t("Das Guthaben ist aufgebraucht."), t("Es ist noch Guthaben vorhanden, aber weniger als der geschätzte Betrag, oft wegen eines hohen Werts für `max_tokens`."), t("Andere Anfragen desselben Kontos haben zurzeit Beträge reserviert.")] }, remediation: const { &[t("Das Konto aufladen."), t("`max_tokens` verringern oder die Eingabe kürzen, sodass die Schätzung vom Guthaben gedeckt ist."), t("Bei vielen gleichzeitigen Anfragen einige abschließen lassen; nicht verbrauchte Reservierungen werden wieder freigegeben."), t("Zahlungen sind unter {@dashboard_url} möglich.")] } },
        WordingRow { title: "Client hat die Anfrage abgebrochen", message: const { &[t("Der Client hat die Verbindung geschlossen, bevor die Antwort vollständig war.")] }, description: "Die Verbindung zum Client endete, während das Gateway die Anfrage noch bearbeitete. In der Regel liest niemand diese Antwort; der Eintrag sorgt dafür, dass Logs und Statistiken den Vorgang nicht als Fehler des Gateways oder des vorgelagerten Anbieters zählen.", causes: const { &[t("Der Benutzer hat abgebrochen oder das Fenster geschlossen."), t("Das Zeitlimit des Clients ist kürzer als die Dauer der Antwort."), t("Ein Proxy zwischen Client und Gateway hat eine Verbindung ohne Datenverkehr geschlossen.")] }, remediation: const { &[t("War der Abbruch nicht beabsichtigt, das Zeitlimit des Clients erhöhen."), t("Streaming verwenden, damit laufend Daten über die Verbindung fließen.")] } },
        WordingRow { title: "Gleiche Anfrage wird bereits bearbeitet", message: const { &[t("Eine Anfrage mit demselben Idempotenzschlüssel wird noch bearbeitet.")] }, description: "Eine frühere Anfrage mit diesem Idempotenzschlüssel ist noch nicht abgeschlossen. Danach liefert eine Wiederholung deren Ergebnis, ohne die Anfrage ein zweites Mal auszuführen.", causes: const { &[t("Der Client hat nicht länger gewartet und die Anfrage wiederholt, während der erste Versuch noch lief."), t("Zwei Prozesse haben denselben Auftrag aus einer Warteschlange entnommen.")] }, remediation: const { &[t("Einige Sekunden warten und die Anfrage mit demselben Idempotenzschlüssel erneut senden."), t("Das Zeitlimit des Clients höher ansetzen als die übliche Dauer einer Antwort.")] } },
        WordingRow { title: "Konflikt beim Anbieter", message: const { &[t("Die Anfrage steht im Konflikt mit einem anderen Vorgang beim vorgelagerten Anbieter: {detail}"), t("Die Anfrage steht im Konflikt mit einem anderen Vorgang beim vorgelagerten Anbieter.")] }, description: "Der vorgelagerte Anbieter konnte die Anfrage nicht ausführen, weil das betroffene Objekt gerade geändert wurde oder sein Zustand den Vorgang nicht zuließ.", causes: const { &[t("Zwei Anfragen haben dasselbe gespeicherte Objekt gleichzeitig geändert."), t("Das Objekt wird noch angelegt oder gelöscht."), t("In einer Konversation traf eine neue Nachricht ein, bevor die vorherige Antwort vollständig war.")] }, remediation: const { &[t("Die Anfrage nach einer Sekunde erneut senden."), t("Vorgänge an demselben Objekt nacheinander senden."), t("Bleibt der Konflikt bestehen, vor der Änderung den aktuellen Zustand des Objekts lesen.")] } },
        WordingRow { title: "Inhalt aufgrund einer Sicherheitsrichtlinie abgelehnt", message: const { &[t("Die Anfrage wurde aufgrund einer Inhaltsrichtlinie abgelehnt: {detail}"), t("Die Anfrage wurde aufgrund einer Inhaltsrichtlinie des vorgelagerten Anbieters abgelehnt.")] }, description: "Der vorgelagerte Anbieter hat die Anfrage wegen ihres Inhalts abgelehnt und keine Antwort erzeugt. Formuliert das Modell selbst eine Ablehnung als Antwort, gilt das als Erfolg und führt nicht zu diesem Fehler.", causes: const { &[t("Der Prompt, ein Bild oder eine frühere Nachricht fällt in eine Kategorie, die der Anbieter sperrt."), t("Ein harmloser Text ähnelt gesperrten Inhalten, zum Beispiel bei Themen aus Medizin, Recht oder Sicherheit."), t("Ein in die Konversation eingefügtes Dokument oder Tool-Ergebnis enthält solche Inhalte.")] }, remediation: const { &[t("Die Nachrichten einzeln senden, um den abgelehnten Teil zu finden."), t("Diesen Teil umformulieren oder entfernen."), t("Bei legitimer Nutzung ein Modell mit einer anderen Richtlinie versuchen.")] } },
        WordingRow { title: "Inhalt durch eine Regel des Gateways gesperrt", message: const { &[t("Die Anfrage wurde durch eine Inhaltsregel dieses Gateways gesperrt: {rule}."), t("Die Anfrage wurde durch eine Inhaltsregel dieses Gateways gesperrt.")] }, description: "Das Gateway prüft Anfragen anhand eigener Regeln, und eine davon hat angeschlagen. Der Inhalt wurde an keinen Anbieter weitergegeben.", causes: const { &[t("Der Text enthält etwas, das nach dem Willen des Betreibers die Organisation nicht verlassen soll, etwa personenbezogene Daten oder Geheimnisse."), t("Das Thema ist nach den Nutzungsbedingungen dieses Gateways ausgeschlossen."), t("Eine Regel ist zu weit gefasst und hat bei harmlosem Text angeschlagen.")] }, remediation: const { &[t("Den Teil des Inhalts entfernen, auf den sich die Regel bezieht."), t("Eine vermutlich falsche Sperrung zusammen mit der Anfrage-ID melden.")] } },
        WordingRow { title: "Interner Fehler", message: const { &[t("Das Gateway konnte die Anfrage wegen eines internen Fehlers nicht verarbeiten.")] }, description: "Im Gateway ist ein Fehler aufgetreten, der im normalen Betrieb nicht vorgesehen ist. Einzelheiten stehen unter der Anfrage-ID im Log des Gateways, nicht in der Antwort.", causes: const { &[t("Die Anfrage hat einen Softwarefehler im Gateway ausgelöst."), t("Der Instanz standen nicht genug Arbeitsspeicher, Threads oder offene Dateien zur Verfügung.")] }, remediation: const { &[t("Die Anfrage höchstens zweimal wiederholen, jeweils nach einer Pause."), t("Schlägt sie weiterhin fehl, dem Betreiber Anfrage-ID und Uhrzeit melden."), t("Meldungen werden unter {@support_url} entgegengenommen.")] } },
        WordingRow { title: "Speicherfehler", message: const { &[t("Das Gateway konnte nicht auf seinen Datenspeicher zugreifen.")] }, description: "Für die Anfrage wurden gespeicherte Daten benötigt, etwa eine Konversation, aber der Datenspeicher des Gateways war gestört. Ob eine Änderung gespeichert wurde, ist nicht bekannt.", causes: const { &[t("Der Datenträger ist voll oder schreibgeschützt."), t("Die Datenbank ist ausgefallen, gesperrt oder überlastet."), t("Dem Gateway fehlt das Schreibrecht für sein Datenverzeichnis.")] }, remediation: const { &[t("Reine Leseanfragen nach einigen Sekunden erneut senden."), t("Vor dem Wiederholen einer Änderung prüfen, ob der erste Versuch gespeichert wurde.")] } },
        WordingRow { title: "Gateway für diese Anfrage nicht eingerichtet", message: const { &[t("Das Gateway ist für diese Anfrage nicht richtig konfiguriert.")] }, description: "Die Konfiguration des Gateways ist an einer Stelle, die diese Anfrage benötigt, widersprüchlich oder unvollständig. Jede Wiederholung schlägt auf dieselbe Weise fehl, bis die Konfiguration berichtigt ist.", causes: const { &[t("Für ein aufgeführtes Modell ist kein nutzbarer Kanal definiert."), t("Eine Einstellung, Datei oder Umgebungsvariable, auf die verwiesen wird, fehlt."), t("Eine Änderung der Konfiguration hat nur einen Teil der Instanzen erreicht.")] }, remediation: const { &[t("Dem Betreiber das betroffene Modell und die Anfrage-ID mitteilen."), t("Vorübergehend ein anderes Modell verwenden; die meisten Konfigurationsfehler betreffen nur ein einziges.")] } },
        WordingRow { title: "Body der Anfrage ist kein gültiges JSON", message: const { &[t("Der Body der Anfrage ist kein gültiges JSON: {detail}"), t("Der Body der Anfrage ist kein gültiges JSON.")] }, description: "Der Body wurde vollständig empfangen, lässt sich aber nicht als JSON-Objekt der erwarteten Form lesen. Es wurde nichts weitergeleitet.", causes: const { &[t("Das JSON wurde von Hand zusammengesetzt, und ein Anführungszeichen oder Zeilenumbruch innerhalb eines Textes wurde nicht maskiert."), t("Die Shell hat Anführungszeichen entfernt oder ersetzt, bevor der HTTP-Client den Body erhielt."), t("Der Body enthält Formulardaten oder doppelt codiertes JSON."), t("Überzählige Kommas am Ende oder Kommentare sind stehen geblieben.")] }, remediation: const { &[t("Den Body mit einer JSON-Bibliothek erzeugen, statt Zeichenketten zu verketten."), t("Genau die gesendeten Bytes mit einem JSON-Validator prüfen."), t("Bei curl den Body aus einer Datei lesen: `--data-binary @body.json`.")] } },
        WordingRow { title: "Body der Anfrage ist leer", message: const { &[t("Der Body der Anfrage ist leer.")] }, description: "Die Route erwartet einen JSON-Body, die Anfrage hatte jedoch keinen: Seine Länge betrug null.", causes: const { &[t("Der Client-Bibliothek wurden die Daten unter dem falschen Argument übergeben, sodass sie nichts gesendet hat."), t("Eine Weiterleitung hat aus der Anfrage eine ohne Body gemacht."), t("Die Datei, aus der der Body gelesen wird, ist leer.")] }, remediation: const { &[t("Die Parameter als JSON-Objekt im Body senden, mit `content-type: application/json`."), t("Die endgültige URL direkt aufrufen, ohne Weiterleitung von http auf https oder auf einen anderen Pfad.")] } },
        WordingRow { title: "Body der Anfrage nicht lesbar", message: const { &[t("Der Body der Anfrage konnte nicht bis zum Ende gelesen werden.")] }, description: "Das Gateway hat begonnen, den Body zu lesen, ihn aber nicht vollständig erhalten: Er endete vor der angekündigten Länge, oder seine Übertragungscodierung war fehlerhaft.", causes: const { &[t("Der Header `content-length` stimmt nicht mit der Anzahl der gesendeten Bytes überein."), t("Die Verbindung ist während des Hochladens abgebrochen."), t("Ein Proxy hat den Body abgeschnitten.")] }, remediation: const { &[t("`content-length` vom HTTP-Client setzen lassen statt von Hand."), t("Bei langsamer oder instabiler Verbindung den Body verkleinern."), t("Ohne Proxy testen, um herauszufinden, welche Seite den Body abschneidet.")] } },
        WordingRow { title: "Pflichtfeld fehlt", message: const { &[t("Das Pflichtfeld „{field}“ fehlt."), t("Ein Pflichtfeld fehlt.")] }, description: "Der Body ist gültiges JSON, aber ihm fehlt ein Feld, ohne das die Anfrage keinen Sinn ergibt. `param` in der Antwort nennt das Feld.", causes: const { &[t("Das Feld wurde weggelassen, oder sein Wert ging verloren, weil er leer war."), t("Der Feldname ist falsch geschrieben oder gehört zu einem anderen Protokoll, etwa `max_tokens` statt `max_output_tokens`."), t("Das Feld steht auf der falschen Ebene des Body.")] }, remediation: const { &[t("Das in `param` genannte Feld ergänzen."), t("Die Feldnamen mit der Referenz des verwendeten Protokolls vergleichen.")] } },
        WordingRow { title: "Feldwert ungültig", message: const { &[t("Der Wert von „{field}“ ist ungültig: {reason}"), t("Der Wert von „{field}“ ist ungültig."), t("Ein Feld der Anfrage hat einen ungültigen Wert.")] }, description: "Ein Feld ist vorhanden, aber sein Wert hat den falschen Typ, liegt außerhalb des zulässigen Bereichs oder gehört nicht zu den erlaubten Werten. Dasselbe gilt für Werte in Headern und Query-Parametern. `param` in der Antwort nennt das Feld.", causes: const { &[t("Eine Zahl oder ein Wahrheitswert wurde als Text gesendet, zum Beispiel `\"stream\": \"true\"`."), t("Eine Zahl liegt außerhalb ihrer Grenzen, zum Beispiel eine Temperatur von 3."), t("Der Wert ist nur für andere Modelle zulässig.")] }, remediation: const { &[t("Typ und Wertebereich des in `param` genannten Feldes nachschlagen und den Wert berichtigen."), t("Das Feld weglassen, wenn der Standardwert genügt.")] } },
        WordingRow { title: "Parameter nicht unterstützt", message: const { &[t("Der Parameter „{parameter}“ wird vom Modell „{model}“ nicht unterstützt."), t("Der Parameter „{parameter}“ wird hier nicht unterstützt."), t("Ein Parameter der Anfrage wird hier nicht unterstützt.")] }, description: "Der Parameter ist in diesem Protokoll bekannt, aber das gewählte Modell oder der Weg dorthin kann ihn nicht umsetzen. Das Gateway lehnt die Anfrage ab, statt den Parameter stillschweigend zu verwerfen.", causes: const { &[t("Das Modell nimmt keine Sampling-Parameter an, wie viele Reasoning-Modelle."), t("Der vorgelagerte Anbieter spricht ein anderes Protokoll, das keine Entsprechung für den Parameter hat."), t("Der Parameter wurde in einer neueren Version des Modells abgeschafft.")] }, remediation: const { &[t("Den Parameter entfernen oder vom Modell abhängig setzen."), t("Hängt das Ergebnis davon ab, ein Modell wählen, das ihn unterstützt.")] } },
        WordingRow { title: "Fähigkeit vom Modell nicht unterstützt", message: const { &[t("Das Modell „{model}“ unterstützt diese Fähigkeit nicht: {capability}."), t("Das angeforderte Modell unterstützt diese Fähigkeit nicht: {capability}."), t("Dem angeforderten Modell fehlt eine Fähigkeit, die diese Anfrage benötigt.")] }, description: "Die Anfrage nutzt eine Fähigkeit wie Tools, Bilder, Audio, Streaming oder strukturierte Ausgabe, die das Modell oder der Weg dorthin nicht bietet.", causes: const { &[t("Ein reines Textmodell hat ein Bild oder eine Datei erhalten."), t("Das Modell kann keine Tools aufrufen, die Anfrage definiert aber welche."), t("Den Vorgang gibt es für dieses Modell nicht, zum Beispiel das Zählen von Tokens oder das Streaming.")] }, remediation: const { &[t("Ein Modell mit dieser Fähigkeit wählen."), t("Alternativ den Teil der Anfrage weglassen, der sie benötigt.")] } },
        WordingRow { title: "Modell an diesem Endpunkt nicht verfügbar", message: const { &[t("Das Modell „{model}“ ist an diesem Endpunkt nicht verfügbar."), t("Das angeforderte Modell ist an diesem Endpunkt nicht verfügbar.")] }, description: "Das Modell existiert und darf mit diesem Schlüssel verwendet werden, nur nicht über den aufgerufenen Endpunkt. Es ist über ein anderes Protokoll oder eine andere Art von Endpunkt erreichbar.", causes: const { &[t("Ein Modell des einen Herstellers wurde über das eigene Protokoll eines anderen angefordert."), t("Ein Embedding-, Bild- oder Sprachmodell wurde an einen Chat-Endpunkt gesendet oder umgekehrt."), t("Das Modell wird nur über das Responses-Protokoll angeboten.")] }, remediation: const { &[t("Nachschlagen, welche Endpunkte das Modell bereitstellen."), t("Einen davon aufrufen oder den Endpunkt beibehalten und ein dort verfügbares Modell wählen.")] } },
        WordingRow { title: "Kontextlänge überschritten", message: const { &[t("prompt is too long: {used} tokens > {limit} maximum"), t("prompt is too long: {detail}"), t("prompt is too long for the context window of the model")] }, description: "Die Tokens der Eingabe überschreiten zusammen mit den für die Antwort reservierten das Kontextfenster des Modells. Clients erkennen diesen Fehler an den Wörtern `prompt is too long` und beginnen daraufhin, die Konversation zu kürzen; deshalb wird die Meldung nie geändert oder übersetzt.", causes: const { &[t("Die Konversation ist mit jeder Runde gewachsen und wurde nie gekürzt."), t("Große Dateien oder Tool-Ergebnisse wurden ungekürzt in die Nachrichten übernommen."), t("`max_tokens` reserviert so viel für die Antwort, dass für die Eingabe zu wenig übrig bleibt."), t("Der vorgelagerte Anbieter betreibt das Modell mit einem kleineren Kontextfenster, als der Hersteller angibt.")] }, remediation: const { &[t("Ältere Nachrichten und lange Tool-Ergebnisse entfernen oder zusammenfassen."), t("`max_tokens` verringern, wenn sich Eingabe und Antwort ein Kontextfenster teilen."), t("Ein Modell mit größerem Kontextfenster verwenden.")] } },
        WordingRow { title: "Eingabe überschreitet das Limit des Schlüssels", message: const { &[t("Die Eingabe von etwa {used} Tokens überschreitet das Limit dieses API-Schlüssels von {limit} Tokens pro Anfrage."), t("Die Eingabe überschreitet das Limit dieses API-Schlüssels von {limit} Tokens pro Anfrage."), t("Die Eingabe überschreitet die Anzahl an Tokens, die dieser API-Schlüssel pro Anfrage zulässt.")] }, description: "Für den Schlüssel gilt ein Limit an Eingabe-Tokens pro Anfrage, und die Schätzung für diese Anfrage liegt darüber. Das Kontextfenster des Modells ist eine davon unabhängige Grenze und kann größer sein.", causes: const { &[t("Der Nachrichtenverlauf oder der System-Prompt ist lang geworden."), t("Das Limit des Schlüssels wurde für kurze Anfragen festgelegt."), t("Bilder oder Dateien zählen in der Schätzung als viele Tokens.")] }, remediation: const { &[t("Den Nachrichtenverlauf oder den System-Prompt kürzen."), t("In den Einstellungen des Schlüssels das Limit für Eingabe-Tokens erhöhen."), t("Die Einstellungen des Schlüssels sind unter {@dashboard_url} zu finden.")] } },
        WordingRow { title: "Ausgabelimit unter dem Mindestwert", message: const { &[t("Das Ausgabelimit von {requested} Tokens liegt unter dem Mindestwert von {minimum} für dieses Modell."), t("Das Ausgabelimit liegt unter dem Mindestwert von {minimum} Tokens für dieses Modell."), t("Das Ausgabelimit liegt unter dem Mindestwert für dieses Modell.")] }, description: "Die Anfrage lässt weniger Ausgabe-Tokens zu, als das Modell akzeptiert. Reasoning-Modelle verwenden einen Teil der Ausgabe für verborgene Denkschritte; ihr Mindestwert kann deshalb mehrere Hundert Tokens betragen.", causes: const { &[t("Ein Verbindungstest fordert nur ein einziges Token an."), t("Der Wert wurde aus dem Rest des Kontextfensters berechnet, und es war nur wenig übrig."), t("Der Wert passt zu einem anderen Modell mit niedrigerem Mindestwert.")] }, remediation: const { &[t("Das Ausgabelimit mindestens auf den Mindestwert erhöhen."), t("Das Limit weglassen, um den Standardwert des Modells zu verwenden.")] } },
        WordingRow { title: "Bild-URL nicht unterstützt", message: const { &[t("Bilder müssen direkt in der Anfrage als Base64-Daten gesendet werden; Bild-URLs werden nicht abgerufen.")] }, description: "Die Anfrage verweist über eine http- oder https-Adresse auf ein Bild. Weder das Gateway noch das Modell dahinter lädt Bilder aus dem Netz.", causes: const { &[t("Der Client wurde für einen Anbieter geschrieben, der Bild-URLs abruft."), t("Das Bild liegt in einem Speicher, den nur der Client erreicht.")] }, remediation: const { &[t("Das Bild auf der eigenen Seite herunterladen."), t("Das Bild als Data-URI senden: `data:image/png;base64,...`.")] } },
        WordingRow { title: "Bild konnte nicht decodiert werden", message: const { &[t("Die Data-URI des Bildes konnte nicht decodiert werden: {reason}"), t("Die Data-URI des Bildes konnte nicht als Bild decodiert werden.")] }, description: "Das Bild wurde direkt in der Anfrage gesendet, aber die Data-URI ist fehlerhaft aufgebaut, der Medientyp fehlt, oder die decodierten Bytes sind kein Bild dieses Typs.", causes: const { &[t("Am Anfang der Data-URI fehlt `data:image/TYPE;base64,`."), t("Der angegebene Medientyp weicht vom tatsächlichen Format der Datei ab."), t("Die Datei wurde abgeschnitten oder ist eine HTML-Seite, die unter einem Bildnamen gespeichert wurde.")] }, remediation: const { &[t("Die Datei in einem Bildbetrachter öffnen und prüfen, ob sie intakt ist."), t("Die Data-URI in der Form `data:image/png;base64,...` schreiben, mit dem tatsächlichen Typ der Datei."), t("Ungewöhnliche Formate vorher in PNG oder JPEG umwandeln.")] } },
        WordingRow { title: "Bilddaten sind kein gültiges Base64", message: const { &[t("Die Bilddaten sind kein gültiges Base64.")] }, description: "Der Teil der Data-URI nach `base64,` enthält Zeichen, die nicht zum Base64-Alphabet gehören, oder seine Länge oder Auffüllung ist falsch.", causes: const { &[t("Binärdaten wurden vor dem Codieren als Text gelesen; dadurch wird jedes Byte außerhalb von ASCII verfälscht."), t("Der Encoder hat Zeilen umbrochen, und die Zeilenumbrüche sind in den Daten geblieben."), t("Das URL-sichere Alphabet mit `-` und `_` wurde verwendet.")] }, remediation: const { &[t("Die Datei als Bytes lesen und diese Bytes codieren."), t("Den Zeilenumbruch abschalten, zum Beispiel mit `base64 -w 0`."), t("Das Standardalphabet mit `+`, `/` und `=` als Auffüllzeichen verwenden.")] } },
        WordingRow { title: "Mediendaten nicht akzeptiert", message: const { &[t("Ein Bild, Audio, Video oder eine Datei in der Anfrage wurde nicht akzeptiert: {detail}"), t("Ein Bild, Audio, Video oder eine Datei in der Anfrage wurde nicht akzeptiert.")] }, description: "Die Anfrage enthält Mediendaten, die das Modell nicht verwenden kann: Ihr Typ wird nicht angenommen, sie sind größer als erlaubt, beschädigt oder nicht abrufbar.", causes: const { &[t("Das Format gehört nicht zu denen, die das Modell akzeptiert."), t("Die Datei hat zu viele Bytes oder Pixel oder ist zu lang."), t("Das Modell nimmt Medien dieser Art überhaupt nicht an."), t("Der vorgelagerte Anbieter konnte die Datei nicht von der angegebenen Adresse herunterladen.")] }, remediation: const { &[t("Die Datei in ein gängiges Format wie PNG, JPEG, MP3, WAV oder PDF umwandeln."), t("Auflösung, Länge oder Größe verringern."), t("Wurde eine Adresse angegeben, die Daten stattdessen direkt in der Anfrage senden."), t("Ein Modell wählen, das diese Art von Medien akzeptiert.")] } },
        WordingRow { title: "Argumente des Tool-Aufrufs sind kein gültiges JSON", message: const { &[t("Die Argumente des Tool-Aufrufs „{call_id}“ sind kein gültiges JSON."), t("Die Argumente eines Tool-Aufrufs im Nachrichtenverlauf sind kein gültiges JSON.")] }, description: "Ein Tool-Aufruf im Nachrichtenverlauf enthält seine Argumente als JSON-Text in einer Zeichenkette, und dieser Text lässt sich nicht parsen.", causes: const { &[t("Die Antwort des Modells wurde durch ihr Ausgabelimit mitten in den Argumenten abgeschnitten."), t("Teile eines gestreamten Tool-Aufrufs wurden unvollständig oder in falscher Reihenfolge zusammengefügt."), t("Die Argumente wurden als Objekt in einer anderen Schreibweise als JSON gespeichert, zum Beispiel mit einfachen Anführungszeichen.")] }, remediation: const { &[t("Vor dem Hinzufügen der Nachricht zum Verlauf prüfen, ob sich die Argumente parsen lassen."), t("Die Argumente mit einer JSON-Bibliothek codieren und den entstandenen Text in die Zeichenkette setzen."), t("Stammt der fehlerhafte Aufruf vom Modell selbst, diese Nachricht verwerfen und mit höherem Ausgabelimit erneut anfragen.")] } },
        WordingRow { title: "Tool-Definition oder Tool-Aufruf nicht akzeptiert", message: const { &[t("Eine Tool-Definition oder ein Tool-Aufruf in der Anfrage wurde nicht akzeptiert: {detail}"), t("Eine Tool-Definition oder ein Tool-Aufruf in der Anfrage wurde nicht akzeptiert.")] }, description: "Mit den Tools der Anfrage stimmt etwas nicht: mit dem Schema eines Tools, mit der Auswahl eines Tools oder mit der Abfolge von Aufrufen und Ergebnissen.", causes: const { &[t("Das Schema eines Tools verwendet Schlüsselwörter, die das Modell nicht unterstützt."), t("`tool_choice` nennt ein nicht definiertes Tool oder einen Modus, den das Modell nicht annimmt."), t("Auf einen Tool-Aufruf folgt kein Ergebnis, oder einem Ergebnis geht kein Aufruf voraus."), t("Der Name eines Tools enthält unzulässige Zeichen oder kommt zweimal vor.")] }, remediation: const { &[t("Das Schema des Tools auf Typen, Eigenschaften und Pflichtfelder reduzieren und den Rest schrittweise wieder hinzufügen."), t("Prüfen, ob auf jeden Tool-Aufruf im Verlauf genau ein Ergebnis mit derselben ID folgt."), t("In `tool_choice` ein Tool nennen, das dieselbe Anfrage definiert.")] } },
        WordingRow { title: "Tool-Ergebnis ohne zugehörigen Aufruf", message: const { &[t("Das Tool-Ergebnis „{call_id}“ gehört zu keinem Tool-Aufruf in dieser Anfrage oder in der Antwort, die sie fortsetzt."), t("Ein Tool-Ergebnis gehört zu keinem Tool-Aufruf in dieser Anfrage oder in der Antwort, die sie fortsetzt.")] }, description: "Ein Tool-Ergebnis bezieht sich auf einen Aufruf, den das Gateway weder unter den Elementen der Anfrage noch in einer früheren Antwort findet, die sie fortsetzt.", causes: const { &[t("Das Ergebnis enthält keine Aufruf-ID oder eine veränderte."), t("Der Client sendet nur Ergebnisse und verlässt sich auf den gespeicherten Verlauf, die frühere Antwort wurde aber nicht gespeichert."), t("`previous_response_id` fehlt oder nennt eine Antwort eines anderen Anbieters.")] }, remediation: const { &[t("Den Tool-Aufruf zusammen mit seinem Ergebnis senden, beide mit derselben ID."), t("Alternativ `previous_response_id` auf eine Antwort setzen, die mit eingeschalteter Speicherung erzeugt wurde.")] } },
        WordingRow { title: "Anfrage vom Anbieter abgelehnt", message: const { &[t("Der vorgelagerte Anbieter hat die Anfrage abgelehnt: {detail}"), t("Der vorgelagerte Anbieter hat die Anfrage als ungültig abgelehnt.")] }, description: "Die Anfrage hat die Prüfungen des Gateways bestanden, aber der vorgelagerte Anbieter hat darin einen Fehler gefunden. Der Text des Anbieters wird weitergegeben, nachdem vertrauliche Teile entfernt wurden.", causes: const { &[t("Ein Feld hat einen Wert, den dieses Modell oder dieser Anbieter nicht akzeptiert."), t("Zwei Felder widersprechen einander."), t("Die Reihenfolge der Nachrichten ist für das Modell nicht zulässig.")] }, remediation: const { &[t("Den Text nach dem Doppelpunkt lesen; er nennt meist das Feld."), t("Optionale Felder nacheinander entfernen, bis die Anfrage angenommen wird."), t("Die Anfrage mit der Dokumentation dieses Modells vergleichen.")] } },
        WordingRow { title: "Idempotenzschlüssel bereits für andere Anfrage verwendet", message: const { &[t("Dieser Idempotenzschlüssel wurde bereits für eine Anfrage mit einem anderen Body verwendet.")] }, description: "Der Idempotenzschlüssel ist zusammen mit einer früheren Anfrage gespeichert, und die beiden Anfragen unterscheiden sich. Das Gateway liefert weder das alte noch ein neues Ergebnis.", causes: const { &[t("Der Client leitet den Schlüssel aus etwas ab, das sich nicht mit der Anfrage ändert."), t("Die Anfrage wurde zwischen zwei Versuchen verändert, zum Beispiel durch einen Zeitstempel im Prompt.")] }, remediation: const { &[t("Für jede Anfrage einen neuen Idempotenzschlüssel erzeugen."), t("Beim Wiederholen mit demselben Schlüssel genau dieselben Bytes senden.")] } },
        WordingRow { title: "Methode nicht erlaubt", message: const { &[t("Die Methode {method} ist hier nicht erlaubt. Erlaubt: {allowed}."), t("Die Methode {method} ist hier nicht erlaubt."), t("Diese HTTP-Methode ist hier nicht erlaubt.")] }, description: "Der Pfad existiert, beantwortet die verwendete HTTP-Methode aber nicht. Der Header `allow` führt die Methoden auf, die er beantwortet.", causes: const { &[t("Ein Endpunkt, der POST erwartet, wurde im Browser geöffnet, der GET sendet."), t("Eine Weiterleitung hat aus POST ein GET gemacht."), t("Eine Zustandsprüfung ruft einen Inferenz-Endpunkt auf.")] }, remediation: const { &[t("Eine der im Header `allow` genannten Methoden verwenden."), t("Die endgültige URL direkt aufrufen, damit keine Weiterleitung die Methode ändert.")] } },
        WordingRow { title: "Kein akzeptables Antwortformat", message: const { &[t("Keines der im Header accept genannten Formate kann erzeugt werden; dieser Endpunkt antwortet mit {available}."), t("Keines der im Header accept genannten Formate kann hier erzeugt werden.")] }, description: "Der Header `accept` schließt alle Formate aus, in denen dieser Endpunkt antworten kann.", causes: const { &[t("Der Header verlangt HTML oder XML."), t("Der Header lässt nur Event-Streams zu, die Anfrage fordert aber kein Streaming an, oder umgekehrt.")] }, remediation: const { &[t("`accept: application/json` senden, für Streams `accept: text/event-stream`."), t("Alternativ den Header weglassen.")] } },
        WordingRow { title: "Längenangabe erforderlich", message: const { &[t("Die Anfrage benötigt den Header content-length.")] }, description: "Der Body wurde ohne bekannte Länge gesendet; das Gateway oder ein davorliegender Proxy nimmt nur einen Body mit bekannter Länge an.", causes: const { &[t("Der Client überträgt den Body in Blöcken (Chunked Transfer Coding)."), t("Ein Proxy hat den Header `content-length` entfernt.")] }, remediation: const { &[t("Den Body vor dem Senden vollständig aufbauen, damit der HTTP-Client seine Länge angeben kann."), t("Die blockweise Übertragung (Chunked Encoding) im Client abschalten.")] } },
        WordingRow { title: "Content-Type nicht unterstützt", message: const { &[t("Der Content-Type „{content_type}“ wird nicht unterstützt; erwartet wird {expected}."), t("Der Content-Type des Body wird nicht unterstützt; erwartet wird {expected}."), t("Der Content-Type oder die Codierung des Body wird nicht unterstützt.")] }, description: "Der Header `content-type` oder `content-encoding` nennt ein Format, das dieser Endpunkt nicht liest. Der Body wurde nicht ausgewertet.", causes: const { &[t("Der Header fehlt, und der HTTP-Client hat von sich aus die Formularcodierung gewählt."), t("Der Body ist mit einem Verfahren komprimiert, das das Gateway nicht entpackt."), t("Eine Datei wurde an einen Endpunkt hochgeladen, der JSON erwartet, oder umgekehrt.")] }, remediation: const { &[t("Für einen JSON-Body `content-type: application/json` setzen."), t("Beim Hochladen von Dateien den HTTP-Client `multipart/form-data` samt Boundary setzen lassen."), t("Den Body unkomprimiert senden.")] } },
        WordingRow { title: "Erwartung nicht erfüllbar", message: const { &[t("Die Erwartung im Header expect kann nicht erfüllt werden.")] }, description: "Die Anfrage enthält einen Header `expect` mit einer Forderung, die das Gateway oder ein davorliegender Proxy nicht erfüllt.", causes: const { &[t("Der HTTP-Client fügt bei großem Body `Expect: 100-continue` hinzu, und ein Proxy auf dem Weg unterstützt das nicht."), t("Der Header enthält einen anderen Wert als `100-continue`.")] }, remediation: const { &[t("Die Anfrage ohne diesen Header senden; mit curl: `-H 'Expect:'`.")] } },
        WordingRow { title: "Anfrage passt nicht zum Schema", message: const { &[t("Die Anfrage passt nicht zum Schema dieses Endpunkts: {detail}"), t("Die Anfrage passt nicht zum Schema dieses Endpunkts.")] }, description: "Der Body ist wohlgeformtes JSON, passt aber insgesamt nicht zum Datenmodell des Endpunkts; ein einzelnes Feld ließ sich daher nicht nennen.", causes: const { &[t("Der Body wurde für einen anderen Endpunkt oder ein anderes Protokoll geschrieben."), t("Statt des erwarteten Objekts wurde eine Liste gesendet oder umgekehrt."), t("Ein Teil einer Nachricht hat einen Wert für `type`, den dieser Endpunkt nicht kennt.")] }, remediation: const { &[t("Den Body mit einem Beispiel aus der Dokumentation dieses Endpunkts vergleichen."), t("Prüfen, ob der Client auf das Protokoll der Basis-URL eingestellt ist.")] } },
        WordingRow { title: "Vorbedingung erforderlich", message: const { &[t("Diese Anfrage muss an eine Bedingung geknüpft sein; dafür den Header {header} senden."), t("Diese Anfrage muss an eine Bedingung geknüpft sein, enthält aber keine.")] }, description: "Der Endpunkt ändert ein gespeichertes Objekt und nimmt die Änderung nur an, wenn der Client angibt, welche Version des Objekts er kennt. So überschreiben zwei Clients nicht gegenseitig ihre Änderungen.", causes: const { &[t("Der Client schreibt, ohne das Objekt vorher gelesen zu haben."), t("Der Client verwirft den Header `etag` der früheren Antwort.")] }, remediation: const { &[t("Das Objekt lesen und den Wert des Headers `etag` aufbewahren."), t("Die Änderung mit diesem Wert im Header `if-match` senden.")] } },
        WordingRow { title: "Anfrage abgelehnt", message: const { &[t("Das Gateway hat diese Anfrage abgelehnt: {reason}."), t("Das Gateway hat diese Anfrage abgelehnt.")] }, description: "Ein Teil des Gateways hat mit einem bloßen 4xx-Status geantwortet und nichts weiter gesagt. Der Status der Antwort ist der, den dieser Teil gewählt hat; was dahintersteht, weiß nur er.", causes: const { &[t("Die Anfrage passt nicht zum Zustand dessen, worauf sie zielt, etwa weil ein Objekt inzwischen geändert oder gelöscht wurde."), t("Eine Bedingung in einem Header der Anfrage war nicht erfüllt."), t("Eine Komponente vor den Handlern lehnt Anfragen dieser Art ab.")] }, remediation: const { &[t("Die Bedeutung des Status nachschlagen und die Anfrage mit der Dokumentation dieses Endpunkts vergleichen."), t("Ist kein Fehler zu erkennen, dem Betreiber des Gateways die Request-ID nennen.")] } },
        WordingRow { title: "Nicht implementiert", message: const { &[t("{feature} ist in diesem Gateway nicht implementiert."), t("Diese Funktion ist in diesem Gateway nicht implementiert.")] }, description: "Die Route ist als Teil des Protokolls bekannt, aber dieses Gateway bietet die zugehörige Funktion nicht an. Daran ändert sich nichts, solange das Gateway nicht erweitert wird.", causes: const { &[t("Der Client nutzt einen Teil des Protokolls, der über Inferenz hinausgeht, etwa Dateien, Batches oder Fine-Tuning."), t("Das Gateway kennt die HTTP-Methode für keinen Pfad.")] }, remediation: const { &[t("Die Funktion im Client abschalten."), t("Den Anbieter für diese Funktion direkt aufrufen, sofern ein eigener Zugang besteht.")] } },
        WordingRow { title: "Modell nicht gefunden", message: const { &[t("Das Modell „{model}“ wurde nicht gefunden: {detail}"), t("Das Modell „{model}“ existiert nicht oder wird hier nicht angeboten."), t("Das angeforderte Modell wurde nicht gefunden: {detail}"), t("Das angeforderte Modell existiert nicht oder wird hier nicht angeboten.")] }, description: "Über das Gateway ist kein Modell mit dieser ID erreichbar. IDs werden exakt verglichen; eine Versions- oder Datumsangabe am Ende gehört zur ID.", causes: const { &[t("Die Modell-ID ist falsch geschrieben, oder die Datumsangabe am Ende fehlt."), t("Das Modell wurde eingestellt oder vom Hersteller umbenannt."), t("Der vom Gateway gewählte Anbieter kennt das Modell nicht."), t("Ein Client sendet sein eingebautes Standardmodell, das dieses Gateway nicht anbietet.")] }, remediation: const { &[t("Die Modellliste abrufen (`GET /v1/models`) und eine ID daraus übernehmen."), t("Das Modell in der Konfiguration des Clients festlegen, damit er nicht auf einen eigenen Standard zurückfällt."), t("Wurde das Modell eingestellt, auf seinen Nachfolger umsteigen.")] } },
        WordingRow { title: "Modell hier nicht verfügbar", message: const { &[t("Das Modell „{model}“ ist über dieses Gateway nicht verfügbar: {detail}"), t("Das Modell „{model}“ existiert, ist aber über dieses Gateway nicht verfügbar."), t("Das angeforderte Modell ist über dieses Gateway nicht verfügbar: {detail}"), t("Das angeforderte Modell existiert, ist aber über dieses Gateway nicht verfügbar.")] }, description: "Das Modell existiert, aber das Gateway hat keinen Zugang dazu. Keine Änderung an der Anfrage führt zu einer Antwort dieses Modells; die Rechte des eigenen Schlüssels spielen keine Rolle.", causes: const { &[t("Das Gateway ist beim vorgelagerten Anbieter nicht für dieses Modell freigeschaltet."), t("Der Anbieter stellt das Modell nur in anderen Regionen oder nur für bestimmte Nutzungsarten bereit."), t("Das Modell befindet sich in einer Vorschauphase, an der das Gateway nicht teilnimmt.")] }, remediation: const { &[t("Ein anderes Modell aus der Modellliste wählen (`GET /v1/models`)."), t("Beim Betreiber des Gateways nachfragen, ob das Modell geplant ist.")] } },
        WordingRow { title: "Route nicht gefunden", message: const { &[t("Für {method} {path} gibt es keine Route."), t("Für diesen Pfad gibt es keine Route.")] }, description: "Das Gateway stellt unter diesem Pfad nichts bereit. Die Antwort stammt vom Gateway selbst; die Anfrage hat keinen Anbieter erreicht.", causes: const { &[t("In der Basis-URL fehlt der Versionsteil, oder er ist doppelt enthalten, wie in `/v1/v1/chat/completions`."), t("Der Client spricht ein Protokoll, das dieses Gateway unter einem anderen Pfad oder gar nicht anbietet."), t("Der Pfad endet mit einem Schrägstrich oder enthält einen Schreibfehler.")] }, remediation: const { &[t("Die vollständige URL, die der Client sendet, mit der dokumentierten vergleichen; die meisten Clients ergänzen den letzten Teil selbst."), t("Prüfen, welches Protokoll der Client spricht, und dessen Basis-URL verwenden.")] } },
        WordingRow { title: "Konversation nicht gefunden", message: const { &[t("Die Konversation „{conversation}“ existiert nicht oder gehört einem anderen Benutzer."), t("Die Konversation existiert nicht oder gehört einem anderen Benutzer.")] }, description: "Die Anfrage setzt eine gespeicherte Konversation fort, die das Gateway für diesen Benutzer nicht findet. Bei Konversationen anderer Benutzer lautet die Antwort gleich; sie verrät daher nicht, ob die ID existiert.", causes: const { &[t("Die Konversation wurde gelöscht, oder ihre Aufbewahrungsfrist ist abgelaufen."), t("Die erste Anfrage der Konversation wurde nie gespeichert."), t("Die ID wurde unter einem anderen Benutzer oder mit einem anderen Schlüssel erzeugt.")] }, remediation: const { &[t("Die Konversations-ID weglassen, um eine neue Konversation zu beginnen."), t("Die Konversationen dieses Benutzers auflisten und die ID von dort übernehmen."), t("Die früheren Nachrichten in der Anfrage erneut senden, wenn die Antwort darauf aufbauen soll.")] } },
        WordingRow { title: "Ressource nicht gefunden", message: const { &[t("Die Ressource „{id}“ (Art: {kind}) existiert nicht oder ist für diesen API-Schlüssel nicht sichtbar."), t("Die angeforderte Ressource existiert nicht oder ist für diesen API-Schlüssel nicht sichtbar.")] }, description: "Die Route stimmt, aber das Objekt, auf das sie verweist, fehlt: eine Datei, ein Batch, eine gespeicherte Antwort oder Ähnliches.", causes: const { &[t("Das Objekt wurde gelöscht oder ist abgelaufen."), t("Das Objekt wurde mit dem Schlüssel eines anderen Projekts oder Benutzers angelegt."), t("Das Objekt liegt bei einem anderen Anbieter als dem, der diese Anfrage erhalten hat.")] }, remediation: const { &[t("Prüfen, ob die ID einschließlich ihres Präfixes vollständig ist."), t("Den Schlüssel verwenden, mit dem das Objekt angelegt wurde."), t("Das Objekt neu anlegen, falls es abgelaufen ist.")] } },
        WordingRow { title: "Tool-Schleife am Limit beendet", message: const { &[t("Die Tool-Schleife hat ihr Limit von {iterations} Durchläufen erreicht; die Antwort beruht auf den bis dahin gesammelten Ergebnissen."), t("Die Tool-Schleife hat ihr Limit an Durchläufen erreicht; die Antwort beruht auf den bis dahin gesammelten Ergebnissen.")] }, description: "Das Gateway führt im Auftrag des Modells Tools aus; als das Limit an Durchläufen pro Anfrage erreicht war, forderte das Modell noch weitere Aufrufe an. Daraufhin wurde es ein letztes Mal ohne Tools aufgerufen, um aus den vorliegenden Ergebnissen eine vollständige Antwort zu schreiben.", causes: const { &[t("Die Aufgabe erfordert mehr Tool-Aufrufe, als eine Anfrage ausführen darf."), t("Das Modell geht in vielen kleinen Schritten vor, wo ein größerer Aufruf genügen würde.")] }, remediation: const { &[t("Beim Lesen der Antwort berücksichtigen, dass einzelne Abfragen fehlen können."), t("Mit einer Anschlussfrage nach dem Fehlenden fortfahren oder die Aufgabe aufteilen.")] } },
        WordingRow { title: "Wiederholter Tool-Aufruf gestoppt", message: const { &[t("Das Modell hat denselben Tool-Aufruf wiederholt; die Schleife wurde daher nach {iterations} Durchläufen beendet und die Antwort aus den bis dahin gesammelten Ergebnissen geschrieben."), t("Das Modell hat denselben Tool-Aufruf wiederholt; die Schleife wurde daher beendet und die Antwort aus den bis dahin gesammelten Ergebnissen geschrieben.")] }, description: "Das Modell hat zweimal nacheinander ein Tool mit demselben Namen und denselben Argumenten angefordert. Da das Ergebnis dasselbe gewesen wäre, hat das Gateway die Schleife beendet und die Antwort ohne weitere Tools schreiben lassen.", causes: const { &[t("Das Modell hat das Ergebnis des Tools nicht als Antwort auf seine Frage erkannt."), t("Das Tool hat ein leeres Ergebnis oder einen Fehler zurückgegeben, den das Modell zu umgehen versuchte.")] }, remediation: const { &[t("Prüfen, was das Tool bei diesen Argumenten zurückgibt."), t("In der Definition des Tools beschreiben, was seine Ergebnisse bedeuten, auch wenn sie leer sind.")] } },
        WordingRow { title: "Anfrage angepasst", message: const { &[t("Das Gateway hat die Anfrage vor dem Weiterleiten angepasst: {adjustment}={value}."), t("Das Gateway hat die Anfrage vor dem Weiterleiten angepasst.")] }, description: "Ein Wert in der Anfrage wäre vom vorgelagerten Anbieter abgelehnt worden; das Gateway hat ihn durch den nächstliegenden zulässigen Wert ersetzt, statt die Anfrage abzulehnen. Der Header nennt die Anpassung und den verwendeten Wert.", causes: const { &[t("Ein Ausgabelimit lag unter dem Mindestwert des Modells."), t("Ein Parameter lag außerhalb des Wertebereichs des Modells oder ist ihm unbekannt.")] }, remediation: const { &[t("Den Header mitprotokollieren, damit Anpassungen auffallen."), t("Den zulässigen Wert selbst senden, damit keine Anpassung nötig ist.")] } },
        WordingRow { title: "Gateway überlastet", message: const { &[t("Das Gateway bearbeitet bereits so viele Anfragen, wie es kann. Anfrage in {retry_after} s erneut senden."), t("Das Gateway bearbeitet bereits so viele Anfragen, wie es kann.")] }, description: "Das Gateway weist neue Anfragen sofort ab, damit die laufenden nicht beeinträchtigt werden. Das betrifft alle Aufrufer gleichermaßen und sagt nichts über das Kontingent einzelner aus.", causes: const { &[t("Der Datenverkehr übersteigt die Kapazität der laufenden Instanzen."), t("Langsame Antworten vorgelagerter Anbieter belegen Verbindungen länger als üblich."), t("Eine Instanz ist gerade erst gestartet, oder mehrere wurden soeben beendet.")] }, remediation: const { &[t("Die Anfrage nach einer Pause erneut senden und die Pause mit jedem Versuch verlängern."), t("Nicht dringende Arbeiten verschieben.")] } },
        WordingRow { title: "Anbieter überlastet", message: const { &[t("Der vorgelagerte Anbieter hat keine freie Kapazität für dieses Modell. Anfrage in {retry_after} s erneut senden."), t("Der vorgelagerte Anbieter hat zurzeit keine freie Kapazität für dieses Modell.")] }, description: "Der vorgelagerte Anbieter hat gemeldet, dass er selbst oder nur dieses eine Modell ausgelastet ist. Es handelt sich weder um ein Limit des Aufrufers noch um eines des Gateways.", causes: const { &[t("Die Nachfrage nach dem Modell übersteigt die Kapazität des Anbieters."), t("Das Modell wird gerade geladen oder hochskaliert."), t("Der Hardware des Anbieters fehlte der Arbeitsspeicher für diese Anfrage.")] }, remediation: const { &[t("Die Anfrage nach einigen Sekunden erneut senden, danach in wachsenden Abständen."), t("Bei anhaltender Überlastung ein anderes Modell verwenden."), t("Bereits bekannte Störungen sind unter {@status_page} aufgeführt.")] } },
        WordingRow { title: "Nicht erlaubt", message: const { &[t("Mit diesem API-Schlüssel ist dieser Vorgang nicht erlaubt: {action}."), t("Dieser API-Schlüssel hat keine Berechtigung für diese Anfrage.")] }, description: "Der Schlüssel ist gültig, seine Rechte decken den Vorgang aber nicht ab. Mit einem Schlüssel, der das Recht besitzt, gelingt dieselbe Anfrage.", causes: const { &[t("Das Objekt gehört einem anderen Konto."), t("Der Schlüssel ist auf bestimmte Vorgänge beschränkt, zum Beispiel auf Inferenz ohne Verwaltung."), t("Die Rolle des Benutzers umfasst den Vorgang nicht.")] }, remediation: const { &[t("Die Rechte des Schlüssels mit dem Vorgang abgleichen."), t("Einen Schlüssel des Kontos verwenden, dem das Objekt gehört."), t("Das Recht bei der Administration des Kontos beantragen.")] } },
        WordingRow { title: "Modell für diesen Schlüssel nicht freigegeben", message: const { &[t("Dieser API-Schlüssel darf das Modell „{model}“ nicht verwenden."), t("Dieser API-Schlüssel darf das angeforderte Modell nicht verwenden.")] }, description: "Das Gateway bietet das Modell an, es steht aber nicht auf der Liste der für diesen Schlüssel erlaubten Modelle. Andere Schlüssel dürfen es möglicherweise verwenden.", causes: const { &[t("Für den Schlüssel gilt eine Liste erlaubter Modelle, auf der dieses fehlt."), t("Die Gruppe oder der Tarif des Schlüssels enthält nur andere Modelle."), t("Der Client ist von sich aus auf ein zweites Modell gewechselt, zum Beispiel auf ein kleines für Hintergrundaufgaben.")] }, remediation: const { &[t("Das Modell in die Liste der erlaubten Modelle des Schlüssels aufnehmen."), t("Alternativ einen Schlüssel ohne eine solche Liste verwenden."), t("Hat der Client das Modell selbst gewählt, alle seine Modelle in seiner Konfiguration festlegen."), t("Die Liste der erlaubten Modelle lässt sich unter {@dashboard_url} bearbeiten.")] } },
        WordingRow { title: "Netzwerkadresse nicht zugelassen", message: const { &[t("Anfragen von der Adresse {address} sind für diesen API-Schlüssel nicht zugelassen."), t("Anfragen von dieser Netzwerkadresse sind für diesen API-Schlüssel nicht zugelassen.")] }, description: "Der Schlüssel nimmt nur Anfragen von eingetragenen Netzwerkadressen an; die Adresse, die das Gateway gesehen hat, gehört nicht dazu.", causes: const { &[t("Der Client befindet sich in einem anderen Netz, oder sein Internetanbieter hat ihm eine neue Adresse zugewiesen."), t("Der Datenverkehr verlässt das Netz über ein VPN, einen Proxy oder ein NAT-Gateway mit einer anderen öffentlichen Adresse."), t("Der Client verbindet sich über IPv6, die Liste enthält aber nur IPv4-Adressen.")] }, remediation: const { &[t("Die öffentliche Adresse ermitteln, von der die Anfragen ausgehen."), t("Diese Adresse oder ihren Bereich in die Liste zugelassener Adressen des Schlüssels aufnehmen."), t("Die Adressliste jedes Schlüssels lässt sich unter {@dashboard_url} bearbeiten.")] } },
        WordingRow { title: "Abonnement erforderlich", message: const { &[t("Diese Anfrage erfordert ein aktives Abonnement für „{plan}“."), t("Diese Anfrage erfordert ein aktives Abonnement.")] }, description: "Die Gruppe, zu der der Schlüssel oder das Modell gehört, steht nur Abonnenten offen, und das Konto hat kein aktives Abonnement dafür. Vorausbezahltes Guthaben ersetzt das Abonnement nicht.", causes: const { &[t("Das Konto hat diese Gruppe nie abonniert."), t("Das Abonnement ist abgelaufen und wurde nicht verlängert."), t("Der Schlüssel gehört zu einer anderen Gruppe als der abonnierten.")] }, remediation: const { &[t("Prüfen, zu welcher Gruppe der Schlüssel gehört."), t("Diese Gruppe abonnieren oder das Abonnement verlängern."), t("Alternativ einen Schlüssel in einer Gruppe anlegen, die nach Verbrauch abgerechnet wird."), t("Abonnements lassen sich unter {@dashboard_url} verwalten.")] } },
        WordingRow { title: "Kontingent des Schlüssels aufgebraucht", message: const { &[t("Das Kontingent des Schlüssels ist aufgebraucht (verbraucht: {used} / gesamt: {total})."), t("Das Kontingent dieses API-Schlüssels ist aufgebraucht.")] }, description: "Für den Schlüssel gilt ein eigenes Ausgabenlimit, und dieses ist erreicht. Es ist vom Guthaben des Kontos unabhängig: Eines kann aufgebraucht sein, während das andere noch ausreicht. Das Limit setzt sich nicht von selbst zurück.", causes: const { &[t("Die mit diesem Schlüssel gesendeten Anfragen haben so viel gekostet, wie der Schlüssel ausgeben darf."), t("Das Limit wurde für einen Test niedrig angesetzt und nie erhöht."), t("Derselbe Schlüssel wird auch von anderen verwendet.")] }, remediation: const { &[t("Das Kontingent des Schlüssels erhöhen oder einen neuen Schlüssel mit eigenem Kontingent anlegen."), t("Ist der Verbrauch höher als erwartet, den Schlüssel ersetzen, da er bekannt geworden sein kann."), t("Kontingente lassen sich je Schlüssel unter {@dashboard_url} festlegen.")] } },
        WordingRow { title: "Tageskontingent aufgebraucht", message: const { &[t("Das Tageskontingent ist aufgebraucht und wird um 00:00 UTC zurückgesetzt. Noch verfügbar: {available_fallbacks}."), t("Das Tageskontingent ist aufgebraucht und wird um 00:00 UTC zurückgesetzt.")] }, description: "Ein Budget, das pro Kalendertag (UTC) gezählt wird, ist aufgebraucht. Anfragen, die darauf angerechnet werden, werden bis Mitternacht UTC abgelehnt; Modelle außerhalb dieses Budgets sind nicht betroffen.", causes: const { &[t("Die Anfragen dieses Tages haben das Tagesbudget erreicht."), t("Mehrere Clients teilen sich das Budget und haben es gemeinsam aufgebraucht."), t("Eine Schleife oder ein Batch-Auftrag hat weit mehr Anfragen gesendet als üblich.")] }, remediation: const { &[t("Eines der Modelle verwenden, die in der Antwort als noch verfügbar genannt sind."), t("Die Anfrage nach 00:00 UTC erneut senden."), t("Große Aufträge auf mehrere Tage verteilen oder ein höheres Tagesbudget beantragen.")] } },
        WordingRow { title: "Kontingent des Modells aufgebraucht", message: const { &[t("Das Kontingent des Modells „{model}“ ist vorerst aufgebraucht. Noch verfügbar: {available_fallbacks}."), t("Das Kontingent des Modells „{model}“ ist vorerst aufgebraucht."), t("Das Kontingent des angeforderten Modells ist vorerst aufgebraucht.")] }, description: "Ein Token-, Kosten- oder Anfragebudget für dieses eine Modell ist aufgebraucht. Das Modell ist wieder verfügbar, sobald das Budget zurückgesetzt oder erhöht wird; alle anderen Modelle funktionieren weiterhin.", causes: const { &[t("Die Aufrufer dieses Modells haben gemeinsam verbraucht, was dafür vorgesehen ist."), t("Der Mandant hat für dieses Modell ein eigenes Budget, und es ist ausgeschöpft.")] }, remediation: const { &[t("Vorübergehend ein anderes Modell verwenden."), t("Die Anfrage erneut senden, sobald der Budgetzeitraum abgelaufen ist, was meist Stunden dauert."), t("Wird dieses Modell regelmäßig benötigt, ein größeres Budget beantragen.")] } },
        WordingRow { title: "Limit des Abonnements erreicht", message: const { &[t("Das Limit des Abonnements (Zeitraum: {window}) ist erreicht; es wird am {resets_at} zurückgesetzt."), t("Das Limit des Abonnements (Zeitraum: {window}) ist erreicht."), t("Das Nutzungslimit des Abonnements ist erreicht.")] }, description: "Das Abonnement umfasst pro Zeitraum eine feste Nutzungsmenge, und die des laufenden Zeitraums ist aufgebraucht. Gelten mehrere Zeiträume, ist der strengste maßgeblich.", causes: const { &[t("Die Nutzung in diesem Zeitraum hat die im Tarif enthaltene Menge erreicht."), t("Mehrere Personen oder Programme teilen sich das Abonnement.")] }, remediation: const { &[t("Warten, bis der Zeitraum zurückgesetzt wird."), t("Auf einen größeren Tarif wechseln oder für den Rest des Zeitraums einen Schlüssel verwenden, der nach Verbrauch abgerechnet wird."), t("Die Nutzung je Zeitraum ist unter {@dashboard_url} zu sehen.")] } },
        WordingRow { title: "Nutzungskontingent beim Anbieter aufgebraucht", message: const { &[t("Dieses Modell hat beim vorgelagerten Anbieter ein Nutzungslimit erreicht; das Limit wird in {retry_after} s zurückgesetzt."), t("Dieses Modell hat beim vorgelagerten Anbieter ein Nutzungslimit erreicht und ist wieder verfügbar, sobald das Limit zurückgesetzt wird.")] }, description: "Der vorgelagerte Anbieter zählt die Nutzung über Stunden oder Tage, und die Menge für den laufenden Zeitraum ist aufgebraucht. Das eigene Kontingent des Aufrufers ist nicht betroffen. Nennt der Anbieter keine Dauer, wird eine Stunde angenommen.", causes: const { &[t("Alle Aufrufer des Gateways haben zusammen das Limit des Anbieters für diesen Zeitraum erreicht."), t("Der Anbieter hat seine Limits für dieses Modell gesenkt.")] }, remediation: const { &[t("Bis zum Zurücksetzen des Limits ein anderes Modell verwenden."), t("Nicht in kurzen Abständen wiederholen; bis dahin bleibt die Antwort dieselbe.")] } },
        WordingRow { title: "Ratenbegrenzung überschritten", message: const { &[t("Die Ratenbegrenzung ist überschritten ({limit}). Anfrage in {retry_after} s erneut senden."), t("Die Ratenbegrenzung ist überschritten. Anfrage in {retry_after} s erneut senden."), t("Die Ratenbegrenzung ist überschritten ({limit})."), t("Die Ratenbegrenzung ist überschritten.")] }, description: "Der Aufrufer hat innerhalb kurzer Zeit mehr Anfragen oder Tokens gesendet, als das Gateway zulässt. Die Begrenzung ist eine des Gateways, nicht eines vorgelagerten Anbieters. Sie füllt sich laufend wieder auf; meist genügen daher einige Sekunden.", causes: const { &[t("Viele Anfragen kamen schneller hintereinander, als sich das Limit wieder auffüllt."), t("Mehrere Prozesse teilen sich einen Schlüssel und damit ein Limit."), t("Wenige, aber lange Prompts haben ein Limit ausgeschöpft, das Tokens zählt."), t("Fehlgeschlagene Anfragen wurden sofort und ohne Pause wiederholt.")] }, remediation: const { &[t("Die im Header `retry-after` genannte Zeit abwarten und die Anfrage dann erneut senden."), t("Die Wartezeit mit jedem weiteren Versuch verlängern und um einen zufälligen Anteil ergänzen."), t("Die Anzahl paralleler Anfragen im Client begrenzen."), t("Ist das Limit für die normale Arbeit zu niedrig, ein höheres beantragen.")] } },
        WordingRow { title: "Zu viele parallele Anfragen", message: const { &[t("Zu viele Anfragen werden gleichzeitig bearbeitet; höchstens {limit} sind zulässig."), t("Von diesem Aufrufer werden zu viele Anfragen gleichzeitig bearbeitet.")] }, description: "Der Aufrufer hat bereits so viele laufende Anfragen, wie ihm zustehen. Ein Platz wird frei, sobald eine davon endet; Streams zählen bis zu ihrem letzten Ereignis.", causes: const { &[t("Der Client startet mehr parallele Anfragen, als sein Limit zulässt."), t("Streams, die niemand mehr liest, sind noch offen."), t("Mehrere Programme verwenden dasselbe Konto gleichzeitig.")] }, remediation: const { &[t("Warten, bis eine der eigenen Anfragen abgeschlossen ist, und diese dann erneut senden."), t("Anfragen über einen Pool senden, der höchstens so groß ist wie das Limit."), t("Streams schließen, die nicht zu Ende gelesen werden.")] } },
        WordingRow { title: "Warteschlange voll", message: const { &[t("Von diesem Aufrufer warten bereits zu viele Anfragen; die Warteschlange fasst {limit}."), t("Von diesem Aufrufer warten bereits zu viele Anfragen.")] }, description: "Anfragen oberhalb des Limits für parallele Anfragen kommen in eine Warteschlange, und die des Aufrufers ist voll. Die Anfrage wurde sofort abgelehnt, statt ohne Aussicht zu warten.", causes: const { &[t("Der Client stellt weitere Anfragen, während frühere noch warten."), t("Langsame Antworten belegen alle Plätze, sodass die Warteschlange nicht vorankommt.")] }, remediation: const { &[t("Keine neuen Anfragen senden, bis einige der wartenden beantwortet sind."), t("Eine Warteschlange auf der eigenen Seite führen und daraus senden, sobald Antworten eintreffen.")] } },
        WordingRow { title: "Ratenbegrenzung beim Anbieter", message: const { &[t("Der vorgelagerte Anbieter begrenzt die Anfragerate für dieses Modell. Anfrage in {retry_after} s erneut senden."), t("Der vorgelagerte Anbieter begrenzt zurzeit die Anfragerate für dieses Modell.")] }, description: "Der vorgelagerte Anbieter hat die Anfrage abgelehnt, weil innerhalb kurzer Zeit zu viele eintreffen. Alle Aufrufer des Gateways teilen sich das Limit für dieses Modell; ein einzelner kann daher schon mit wenigen eigenen Anfragen darauf stoßen.", causes: const { &[t("Alle Aufrufer zusammen senden pro Minute mehr Anfragen oder Tokens, als der Anbieter annimmt."), t("Der Anbieter senkt bei hoher Last seine Limits."), t("Die Anfrage ist so lang, dass sie allein den größten Teil der Tokens pro Minute beansprucht.")] }, remediation: const { &[t("Die im Header `retry-after` genannte Zeit oder zehn Sekunden abwarten und die Anfrage erneut senden."), t("Bei anhaltender Begrenzung ein anderes Modell verwenden."), t("Sehr lange Prompts kürzen, da solche Limits meist auch Tokens zählen.")] } },
        WordingRow { title: "Anfrage nicht rechtzeitig empfangen", message: const { &[t("Die Anfrage wurde nicht innerhalb von {limit} s vollständig empfangen."), t("Die Anfrage wurde nicht rechtzeitig vollständig empfangen.")] }, description: "Das Gateway hat auf den Rest der Anfrage gewartet, der nicht rechtzeitig eintraf. Es wurde nichts weitergeleitet; eine Wiederholung kann daher keine doppelte Ausführung verursachen.", causes: const { &[t("Die Daten werden langsam hochgeladen, und der Body ist groß."), t("Der Client hat die Verbindung geöffnet und vor dem Senden des Body pausiert."), t("Im Netz gingen Pakete verloren, oder ein Gerät wechselte während des Hochladens in den Ruhezustand.")] }, remediation: const { &[t("Die Anfrage erneut senden."), t("Tritt der Fehler häufig auf, den Body verkleinern, vor allem eingebettete Bilder.")] } },
        WordingRow { title: "Zeitlimit des Gateways erreicht", message: const { &[t("Die Anfrage konnte nicht innerhalb der {limit} s abgeschlossen werden, die das Gateway zulässt."), t("Die Anfrage konnte nicht innerhalb der Zeit abgeschlossen werden, die das Gateway zulässt.")] }, description: "Das Gateway begrenzt die Gesamtdauer einer Anfrage einschließlich der Wartezeit in einer Warteschlange und aller Versuche bei vorgelagerten Anbietern. Diese Zeit ist abgelaufen, bevor eine Antwort vorlag.", causes: const { &[t("Mehrere vorgelagerte Kandidaten sind nacheinander jeweils erst nach längerer Zeit fehlgeschlagen."), t("Die Anfrage hat die meiste Zeit auf einen freien Platz gewartet."), t("Die Antwort ist lang und wurde ohne Streaming angefordert.")] }, remediation: const { &[t("Die Anfrage erneut senden; die Wartezeiten ändern sich laufend."), t("Die Antwort als Stream anfordern."), t("Eine kürzere Antwort anfordern oder die Aufgabe aufteilen.")] } },
        WordingRow { title: "Zeitüberschreitung beim Anbieter", message: const { &[t("Der vorgelagerte Anbieter hat nicht innerhalb von {limit} s geantwortet."), t("Der vorgelagerte Anbieter hat nicht rechtzeitig geantwortet.")] }, description: "Die Anfrage wurde weitergeleitet, aber vor Ablauf des Zeitlimits traf keine Antwort ein. Ob der Anbieter sie weiter bearbeitet hat, ist nicht bekannt.", causes: const { &[t("Reasoning- und Bildmodelle können für eine Antwort Minuten benötigen."), t("Eine lange Antwort wurde ohne Streaming angefordert, sodass nichts eintrifft, bis sie vollständig ist."), t("Der Anbieter ist stark ausgelastet.")] }, remediation: const { &[t("Die Antwort als Stream anfordern: Ihr erster Teil trifft lange vor dem letzten ein."), t("`max_tokens` verringern oder die Aufgabe auf mehrere Anfragen aufteilen."), t("Für diese Aufgabe ein schnelleres Modell verwenden."), t("Das Zeitlimit des eigenen Clients höher ansetzen als das des Gateways.")] } },
        WordingRow { title: "Stream des Anbieters stockt", message: const { &[t("Über den Stream des vorgelagerten Anbieters kamen {limit} s lang keine Daten."), t("Über den Stream des vorgelagerten Anbieters kommen keine Daten mehr.")] }, description: "Die Antwort hatte begonnen, und die Verbindung blieb ohne weitere Daten offen, bis das Zeitlimit zwischen zwei Ereignissen ablief. Der bereits empfangene Teil ist unvollständig.", causes: const { &[t("Der Anbieter hat die Erzeugung eingestellt, ohne die Verbindung zu schließen."), t("Ein Proxy auf dem Weg puffert den Stream."), t("Das Modell denkt länger nach, als das Limit zwischen zwei Ereignissen zulässt.")] }, remediation: const { &[t("Die Teilantwort verwerfen oder als unvollständig kennzeichnen."), t("Die gesamte Anfrage erneut senden; ein stockender Stream lässt sich nicht fortsetzen.")] } },
        WordingRow { title: "Anfrage zu groß", message: const { &[t("Der Body der Anfrage überschreitet mit {size} Bytes das Limit von {limit} Bytes."), t("Der Body der Anfrage überschreitet das Limit von {limit} Bytes."), t("Die Anfrage ist zu groß: {detail}"), t("Der Body der Anfrage ist zu groß.")] }, description: "Der Body hat mehr Bytes, als das Gateway oder der vorgelagerte Anbieter annimmt. Dieses Limit zählt Bytes, nicht Tokens; durch Bilder kann es auch eine Anfrage mit wenigen Tokens überschreiten.", causes: const { &[t("Bilder oder Dateien sind als Base64 enthalten und dadurch um ein Drittel größer."), t("Die Konversation wiederholt in jeder Runde dieselben großen Anhänge."), t("Für einen Proxy vor dem Gateway gilt ein niedrigeres Limit.")] }, remediation: const { &[t("Bilder vor dem Codieren verkleinern."), t("Nicht mehr benötigte Anhänge früherer Runden entfernen."), t("Dateien getrennt hochladen und darauf verweisen, sofern das Protokoll das vorsieht.")] } },
        WordingRow { title: "Adresse der Anfrage zu lang", message: const { &[t("Die Adresse der Anfrage ist länger als {limit} Bytes."), t("Die Adresse der Anfrage ist zu lang.")] }, description: "Pfad und Query-Teil der Anfrage sind zusammen länger, als das Gateway liest.", causes: const { &[t("Daten, die in den Body gehören, wurden in den Query-Teil geschrieben."), t("Eine Weiterleitungsschleife verlängert die Adresse bei jedem Durchlauf.")] }, remediation: const { &[t("Die Daten im Body einer POST-Anfrage senden."), t("Listen von IDs im Query-Teil kürzen und auf mehrere Anfragen verteilen.")] } },
        WordingRow { title: "Header der Anfrage zu groß", message: const { &[t("Die Header der Anfrage sind größer als {limit} Bytes."), t("Die Header der Anfrage sind zu groß.")] }, description: "Ein einzelner Header oder alle zusammen sind größer, als das Gateway liest.", causes: const { &[t("Cookies anderer Websites derselben Domain werden mitgesendet."), t("Tracing- oder Metadaten-Header enthalten lange Werte."), t("Ein Schlüssel oder Token wurde mehrmals hintereinander eingefügt.")] }, remediation: const { &[t("Cookies löschen oder API-Anfragen ohne Cookies senden."), t("Header entfernen, die das Gateway nicht benötigt.")] } },
        WordingRow { title: "Gateway nicht in Betrieb", message: const { &[t("Das Gateway ist zurzeit nicht in Betrieb: {reason}."), t("Das Gateway ist zurzeit nicht in Betrieb.")] }, description: "Diese Instanz des Gateways nimmt keine Anfragen an, weil sie gerade startet, herunterfährt oder gewartet wird. Bereits laufende Anfragen werden nach Möglichkeit abgeschlossen.", causes: const { &[t("Eine neue Version wird eingespielt."), t("Eine Wartung war angekündigt oder wurde erforderlich."), t("Etwas, das das Gateway zum Starten benötigt, fehlt.")] }, remediation: const { &[t("Die Anfrage nach zehn Sekunden erneut senden; möglicherweise antwortet dann bereits eine andere Instanz."), t("Ankündigungen sind unter {@status_page} zu finden.")] } },
        WordingRow { title: "Kein Kanal verfügbar", message: const { &[t("Für das Modell „{model}“ ist zurzeit kein Kanal verfügbar."), t("Für das angeforderte Modell ist zurzeit kein Kanal verfügbar.")] }, description: "Das Gateway kennt das Modell, aber jeder Kanal dorthin ist abgeschaltet, vorübergehend gesperrt oder als gestört markiert. Kein vorgelagerter Anbieter wurde angefragt.", causes: const { &[t("Nach früheren Fehlern sind alle Kanäle des Modells vorübergehend gesperrt."), t("Die Zustandsprüfungen schlagen für alle Kanäle fehl."), t("Die Kanäle des Modells wurden abgeschaltet.")] }, remediation: const { &[t("Die Anfrage nach einer halben Minute erneut senden, wenn die Kanäle wieder geprüft wurden."), t("Ein anderes Modell verwenden, das möglicherweise über andere Kanäle erreichbar ist.")] } },
        WordingRow { title: "Anbieter nicht verfügbar", message: const { &[t("Der vorgelagerte Anbieter ist zurzeit nicht verfügbar.")] }, description: "Von der Seite des Anbieters kam eine Antwort, die besagt, dass der Dienst dahinter nicht nutzbar ist: ein Wartungshinweis, eine Bad-Gateway-Seite oder ein Relay ohne Ziel zum Weiterleiten.", causes: const { &[t("Beim Anbieter liegt ein Ausfall vor, oder er führt eine Wartung durch."), t("Ein Relay oder CDN vor dem Anbieter erreicht ihn nicht.")] }, remediation: const { &[t("Die Anfrage nach fünf Sekunden erneut senden, danach in wachsenden Abständen."), t("Dauert die Störung mehrere Minuten, ein Modell eines anderen Anbieters verwenden."), t("Aktuelle Störungen sind unter {@status_page} aufgeführt.")] } },
        WordingRow { title: "Anbieter nicht erreichbar", message: const { &[t("Das Gateway konnte keine Verbindung zum vorgelagerten Anbieter herstellen.")] }, description: "Es kam keine Verbindung zustande: Der Name ließ sich nicht auflösen, die Verbindung wurde abgelehnt, oder es konnte keine TLS-Sitzung ausgehandelt werden. Der Anbieter hat die Anfrage nie erhalten; eine Wiederholung führt daher zu keiner doppelten Ausführung.", causes: const { &[t("Der Anbieter oder das Netz auf dem Weg dorthin ist ausgefallen."), t("Die Namensauflösung ist fehlgeschlagen oder hat eine veraltete Adresse geliefert."), t("Ein Zertifikat ist abgelaufen oder gilt nicht als vertrauenswürdig."), t("Ein vom Betreiber selbst betriebener Modellserver läuft nicht mehr.")] }, remediation: const { &[t("Die Anfrage erneut senden; da die erste nie zugestellt wurde, ist das gefahrlos möglich."), t("Bei anhaltendem Fehler ein anderes Modell verwenden.")] } },
        WordingRow { title: "Anbieter verweigert den Dienst", message: const { &[t("Der vorgelagerte Anbieter stellt dem Gateway dieses Modell nicht bereit, bis der Betreiber tätig wird.")] }, description: "Der vorgelagerte Anbieter hat es abgelehnt, das Gateway zu bedienen. Die Ursache liegt zwischen Gateway und Anbieter; weder an der Anfrage noch an den Rechten des Aufrufers ist etwas falsch.", causes: const { &[t("Der Anbieter hält seinen Dienst gegenüber dem Gateway zurück, bis der Betreiber eine Angelegenheit mit ihm geklärt hat.")] }, remediation: const { &[t("Ein anderes Modell verwenden; die Anfrage zu wiederholen hilft nicht."), t("Ist das Modell nach einigen Stunden noch immer nicht verfügbar, den Betreiber informieren.")] } },
        WordingRow { title: "Abrechnungsdienst nicht verfügbar", message: const { &[t("Das Gateway kann Guthaben und Kontingente zurzeit nicht prüfen.")] }, description: "Vor dem Weiterleiten prüft das Gateway, ob die Anfrage gedeckt ist, und diese Prüfung ist gestört. Bis sie wieder funktioniert, werden Anfragen abgelehnt, da sie sich nicht abrechnen ließen.", causes: const { &[t("Der Speicher für Guthaben und Kontingente ist ausgefallen oder langsam."), t("Ein Cache mit Guthabenständen ging verloren und wird neu aufgebaut.")] }, remediation: const { &[t("Die Anfrage nach einigen Sekunden erneut senden."), t("Das Konto nicht aufladen und den Schlüssel nicht wechseln; beides hat mit diesem Fehler nichts zu tun.")] } },
        WordingRow { title: "Authentifizierungsdienst nicht verfügbar", message: const { &[t("Das Gateway kann API-Schlüssel zurzeit nicht prüfen.")] }, description: "Der Speicher, in dem das Gateway API-Schlüssel nachschlägt, antwortet nicht. Ob der Schlüssel gültig ist, lässt sich nicht feststellen; das Gateway bezeichnet ihn deshalb nicht als ungültig.", causes: const { &[t("Der Schlüsselspeicher oder der Identitätsanbieter ist ausgefallen oder langsam."), t("Das Netz zwischen dem Gateway und seinem Schlüsselspeicher ist unterbrochen.")] }, remediation: const { &[t("Die Anfrage nach einigen Sekunden erneut senden."), t("Den Schlüssel beibehalten; ihn zu ersetzen ändert nichts.")] } },
        WordingRow { title: "Fehler beim Anbieter", message: const { &[t("Beim vorgelagerten Anbieter ist ein Fehler mit Status {status} aufgetreten."), t("Der vorgelagerte Anbieter konnte die Anfrage nicht verarbeiten.")] }, description: "Der vorgelagerte Anbieter hat die Anfrage erhalten und einen eigenen Fehler gemeldet. Der Text dieses Fehlers bleibt im Log des Gateways.", causes: const { &[t("Beim Anbieter liegt ein Fehler vor, der möglicherweise nur einen seiner Server betrifft."), t("Die Anfrage löst beim Anbieter einen Softwarefehler aus, zum Beispiel durch eine seltene Kombination von Parametern.")] }, remediation: const { &[t("Die Anfrage ein- oder zweimal wiederholen."), t("Schlägt dieselbe Anfrage immer fehl, während andere gelingen, sie vereinfachen, um den entscheidenden Teil zu finden."), t("Bei anhaltendem Fehler ein anderes Modell verwenden.")] } },
        WordingRow { title: "Gateway vom Anbieter nicht anerkannt", message: const { &[t("Der vorgelagerte Anbieter hat das Gateway nicht anerkannt; das muss der Betreiber beheben.")] }, description: "Der vorgelagerte Anbieter hat das Gateway nicht als Client akzeptiert. Der eigene Zugang des Aufrufers zum Gateway ist in Ordnung und spielt dabei keine Rolle.", causes: const { &[t("Die Angaben, mit denen sich das Gateway beim Anbieter ausweist, fehlen, sind veraltet oder enthalten einen Tippfehler.")] }, remediation: const { &[t("Ein anderes Modell verwenden oder warten, bis der Betreiber den Fehler behoben hat."), t("Die eigenen Einstellungen unverändert lassen; der Fehler liegt nicht dort."), t("Dem Betreiber das Modell und die Anfrage-ID melden.")] } },
        WordingRow { title: "Vorgang beim Anbieter nicht erlaubt", message: const { &[t("Der vorgelagerte Anbieter erlaubt dem Gateway diesen Vorgang nicht.")] }, description: "Der vorgelagerte Anbieter kennt das Gateway, verweigert ihm aber genau diesen Vorgang. Die Rechte des Aufrufers am Gateway reichen aus.", causes: const { &[t("Der Vorgang ist für das Gateway beim Anbieter nicht freigegeben."), t("Eine Richtlinie beim Anbieter schließt diese Art von Anfrage aus.")] }, remediation: const { &[t("Ein anderes Modell verwenden oder auf den Vorgang verzichten."), t("Dem Betreiber mitteilen, welcher Vorgang benötigt wird.")] } },
        WordingRow { title: "Gateway vom Anbieter blockiert", message: const { &[t("Der vorgelagerte Anbieter blockiert Anfragen von diesem Gateway.")] }, description: "Die Anfrage wurde auf der Seite des Anbieters wegen ihrer Herkunft abgewiesen, bevor ein Modell sie erhielt. Der Standort des Aufrufers spielt keine Rolle.", causes: const { &[t("Der Anbieter bedient den Standort oder das Netz des Gateways nicht."), t("Ein Schutz vor automatisiertem Datenverkehr hat das Gateway für einen Angreifer gehalten.")] }, remediation: const { &[t("Ein Modell verwenden, das über einen anderen Anbieter erreichbar ist."), t("Den Fehler dem Betreiber melden; keine eigene Einstellung ändert daran etwas.")] } },
        WordingRow { title: "Anbieter hat den Dienst eingestellt", message: const { &[t("Der vorgelagerte Anbieter bedient dieses Gateway nicht mehr; das muss der Betreiber klären.")] }, description: "Der vorgelagerte Anbieter lehnt auf diesem Weg alle Anfragen des Gateways ab, unabhängig von ihrem Inhalt. Die Ablehnung dauert an, bis der Betreiber sie mit dem Anbieter geklärt hat.", causes: const { &[t("Der Anbieter hat seinen Dienst für das Gateway ausgesetzt oder wartet auf eine Bestätigung des Betreibers.")] }, remediation: const { &[t("Ein Modell eines anderen Anbieters verwenden."), t("Beim Betreiber nachfragen, wann das Modell wieder verfügbar ist.")] } },
        WordingRow { title: "Endpunkt beim Anbieter nicht vorhanden", message: const { &[t("Der vorgelagerte Anbieter bietet den Endpunkt nicht an, den das Gateway für diese Anfrage aufgerufen hat.")] }, description: "Der vom Aufrufer verwendete Pfad war richtig, aber der daraus abgeleitete Pfad existiert beim vorgelagerten Anbieter nicht.", causes: const { &[t("In der Adresse, die das Gateway für den Anbieter verwendet, fehlt der Versionsteil, oder er ist doppelt enthalten."), t("Der Anbieter bietet diese Art von Anfrage nicht an, zum Beispiel Embeddings oder Reranking."), t("Der Anbieter hat eine alte Version seiner Schnittstelle abgeschaltet.")] }, remediation: const { &[t("Für diese Art von Anfrage ein anderes Modell verwenden."), t("Dem Betreiber den aufgerufenen Pfad und das Modell melden.")] } },
        WordingRow { title: "Vom Anbieter abgebrochen", message: const { &[t("Der vorgelagerte Anbieter hat die Anfrage abgebrochen, bevor sie abgeschlossen war.")] }, description: "Der vorgelagerte Anbieter hat den Vorgang abgebrochen, obwohl weder der Aufrufer noch das Gateway das verlangt hatte.", causes: const { &[t("Ein Server des Anbieters wurde während der Anfrage heruntergefahren oder ersetzt."), t("Der Anbieter hat seine Kapazität anderen Anfragen zugeteilt.")] }, remediation: const { &[t("Die Anfrage erneut senden."), t("Sind vor allem lange Antworten betroffen, kürzere anfordern.")] } },
        WordingRow { title: "Alle vorgelagerten Kandidaten fehlgeschlagen", message: const { &[t("Diese Anfrage ist bei allen {attempts} vorgelagerten Kandidaten fehlgeschlagen."), t("Diese Anfrage ist bei allen vorgelagerten Kandidaten fehlgeschlagen.")] }, description: "Das Gateway hat einen vorgelagerten Kandidaten nach dem anderen versucht, und keiner lieferte eine brauchbare Antwort. Die Fehler waren unterschiedlich; deshalb wird kein einzelner stellvertretend für alle gemeldet.", causes: const { &[t("Mehrere Anbieter sind gleichzeitig gestört."), t("Die Kandidaten hängen von einem gemeinsamen Teil ab, etwa einem Netzwerkpfad oder einem Relay.")] }, remediation: const { &[t("Die Anfrage nach einigen Sekunden erneut senden."), t("Schlägt sie wieder fehl, ein anderes Modell verwenden."), t("Bei einer Meldung die Anfrage-ID angeben, da das Log darunter jeden Versuch aufführt.")] } },
        WordingRow { title: "Stream des Anbieters unterbrochen", message: const { &[t("Die Antwort des vorgelagerten Anbieters endete, bevor sie vollständig war.")] }, description: "Die Verbindung zum vorgelagerten Anbieter wurde ohne die Endmarke seines Protokolls oder mitten in einem Ereignis geschlossen. Was bis dahin ausgeliefert wurde, ist unverändert; der Rest fehlt.", causes: const { &[t("Ein Server des Anbieters ist abgestürzt oder wurde neu gestartet."), t("Das Netz oder ein Proxy zwischen Gateway und Anbieter hat die Verbindung getrennt."), t("Auf dem Weg ist ein Zeitlimit für Verbindungen abgelaufen.")] }, remediation: const { &[t("Die Teilantwort als unvollständig behandeln, insbesondere darin enthaltene Tool-Aufrufe."), t("Die Anfrage erneut senden; die neue Antwort beginnt von vorn.")] } },
        WordingRow { title: "Ereignis des Anbieters zu groß", message: const { &[t("Der vorgelagerte Anbieter hat ein einzelnes Ereignis mit mehr als {limit} Bytes gesendet."), t("Der vorgelagerte Anbieter hat ein einzelnes Ereignis gesendet, das größer ist, als das Gateway annimmt.")] }, description: "Streams werden Ereignis für Ereignis weitergegeben, und jedes Ereignis muss in einen Puffer fester Größe passen. Ein Ereignis hat ihn überschritten; der Stream wurde daher beendet, statt den Puffer unbegrenzt wachsen zu lassen.", causes: const { &[t("Die Antwort enthält ein Bild, Audio oder eine Datei innerhalb eines Ereignisses."), t("Der Anbieter wiederholt die gesamte Antwort in seinem letzten Ereignis, und die Antwort ist sehr lang."), t("Der Anbieter hat etwas anderes als einen Event-Stream gesendet.")] }, remediation: const { &[t("Die Antwort ohne Streaming anfordern."), t("Eine kleinere Ausgabe anfordern, zum Beispiel ein Bild mit geringerer Auflösung.")] } },
        WordingRow { title: "Antwort des Anbieters nicht verstanden", message: const { &[t("Der vorgelagerte Anbieter hat eine Antwort gesendet, die das Gateway nicht verstehen konnte: {reason}."), t("Der vorgelagerte Anbieter hat eine Antwort gesendet, die das Gateway nicht verstehen konnte.")] }, description: "Der vorgelagerte Anbieter hat Erfolg gemeldet, aber das Gesendete ist keine Antwort in seinem Protokoll: eine HTML-Seite, ein leerer Body, fehlerhaftes JSON oder einfaches JSON, obwohl ein Stream angefordert war.", causes: const { &[t("Statt einer Antwort wurde eine Anmelde-, Wartungs- oder Prüfseite (Challenge) gesendet."), t("Der Anbieter hat sein Format geändert oder spricht ein anderes Protokoll als das konfigurierte."), t("Bei einem Server des Anbieters trat nach dem Senden der Statuszeile ein Fehler auf.")] }, remediation: const { &[t("Die Anfrage einmal wiederholen."), t("Tritt der Fehler nur mit oder nur ohne Streaming auf, die jeweils andere Form verwenden.")] } },
    ]),
    ("zh-Hans", &[
        WordingRow { title: "缺少 API 密钥", message: const { &[t("请求未携带 API 密钥。")] }, description: "网关会在 `Authorization`、`x-api-key`、`x-goog-api-key` 请求头以及查询参数 `key` 中查找 API 密钥，而该请求在这些位置均未携带。请求未被转发。", causes: const { &[t("创建客户端时没有传入密钥，或者客户端读取的环境变量为空。"), t("代理或跨主机重定向去掉了 `Authorization` 请求头。"), t("请求头中密钥之前缺少 `Bearer`。")] }, remediation: const { &[t("按所用协议在对应的请求头中发送密钥：`Authorization: Bearer KEY`、`x-api-key: KEY` 或 `x-goog-api-key: KEY`。"), t("确认在实际发送请求的进程中，保存密钥的变量已经设置。"), t("如果客户端与网关之间有代理，让代理保留并转发该请求头。"), t("如果还没有密钥，请前往 {@dashboard_url} 创建。")] } },
        WordingRow { title: "API 密钥无效", message: const { &[t("API 密钥无效。")] }, description: "请求携带了 API 密钥，但网关中没有与之相符的密钥。密钥按完整内容比对，缺少一个字符即不匹配。", causes: const { &[t("复制密钥时不完整，或者多带了空格、引号或换行符。"), t("密钥已被删除，或已被新密钥取代。"), t("密钥属于其他服务，或属于本服务的另一个环境。"), t("密钥绑定的租户与请求中指定的租户不一致。")] }, remediation: const { &[t("将密钥的长度和开头几个字符与签发时的密钥核对。"), t("本网关的密钥以 `{@key_prefix}` 开头。"), t("确认 base URL 属于签发该密钥的服务。"), t("创建新密钥，并在所有配置了旧密钥的地方完成替换。"), t("已签发的密钥可在 {@dashboard_url} 查看。")] } },
        WordingRow { title: "API 密钥已过期", message: const { &[t("API 密钥已于 {expired_at} 过期。"), t("API 密钥已过期。")] }, description: "网关能识别该密钥，但它已超过有效期。在修改有效期或换用新密钥之前，使用该密钥的请求会一直被拒绝。", causes: const { &[t("密钥签发时设有有效期，现已到期。"), t("密钥属于试用或临时授权。")] }, remediation: const { &[t("创建新密钥，或延长该密钥的有效期。"), t("在所有使用旧密钥的服务中换上新密钥，然后删除旧密钥。"), t("各密钥的有效期可在 {@dashboard_url} 查看。")] } },
        WordingRow { title: "API 密钥已停用", message: const { &[t("API 密钥已停用。")] }, description: "密钥存在，但已被其所有者或管理员停用。密钥的设置仍然保留，重新启用后即可使用。", causes: const { &[t("所有者暂停了该密钥。"), t("管理员停用了该密钥，例如发现密钥已公开泄露。")] }, remediation: const { &[t("向密钥的所有者了解停用原因。"), t("重新启用该密钥，或改用其他密钥。"), t("可在 {@dashboard_url} 启用或停用密钥。")] } },
        WordingRow { title: "用户账户未启用", message: const { &[t("该 API 密钥所属的用户账户不处于启用状态。")] }, description: "密钥本身没有问题，但其所属账户不处于启用状态。该账户下的所有密钥都会同样被拒绝。", causes: const { &[t("账户从未激活，例如邮箱地址尚未验证。"), t("账户已被停用或注销。"), t("用户已离开账户所属的组织。")] }, remediation: const { &[t("登录账户，完成尚未完成的步骤。"), t("如果账户已被停用，请联系账户管理员或网关运营方重新启用。"), t("账户相关问题可通过 {@support_url} 咨询。")] } },
        WordingRow { title: "余额不足", message: const { &[t("余额不足。当前余额：{current}，所需金额：{required}"), t("余额不足。当前余额：{current}"), t("余额不足。")] }, description: "网关在转发请求前会按预估费用预扣金额，而调用方账户的余额不足以支付。请求未被转发，也未产生费用。预估费用按请求允许的最长回答计算。", causes: const { &[t("余额已用完。"), t("余额仍有剩余，但低于预估费用，通常是因为 `max_tokens` 设得过大。"), t("同一账户的其他请求此刻正占用预扣金额。")] }, remediation: const { &[t("为账户充值。"), t("调低 `max_tokens` 或缩短输入，使预估费用不超过余额。"), t("如果有大量请求同时运行，等待其中一部分完成；未用完的预扣金额会退回。"), t("可在 {@dashboard_url} 付款。")] } },
        WordingRow { title: "客户端关闭了请求", message: const { &[t("回答完成之前，客户端关闭了连接。")] }, description: "网关仍在处理请求时，与客户端的连接已经断开。这一响应通常无人接收；设立此条目，是为了避免日志和统计将其计为网关或上游服务商的故障。", causes: const { &[t("用户取消了请求，或关闭了窗口。"), t("客户端的超时时间短于生成回答所需的时间。"), t("客户端与网关之间的代理关闭了空闲连接。")] }, remediation: const { &[t("如果客户端并非有意中断，调大其超时时间。"), t("使用流式传输，使连接上持续有数据传输。")] } },
        WordingRow { title: "相同的请求正在处理中", message: const { &[t("使用相同幂等键的请求仍在处理中。")] }, description: "此前使用该幂等键的请求尚未结束。待其结束后再次发送，会直接返回其结果，不会重复执行。", causes: const { &[t("客户端不再等待并发起重试，而第一次请求仍在运行。"), t("两个进程从队列中取到了同一个任务。")] }, remediation: const { &[t("等待几秒，再用相同的幂等键重发请求。"), t("将客户端的超时时间设为高于回答的通常耗时。")] } },
        WordingRow { title: "上游发生冲突", message: const { &[t("该请求与上游的另一项操作冲突：{detail}"), t("该请求与上游的另一项操作冲突。")] }, description: "相关对象正在被修改，或其当前状态不允许执行该操作，上游服务商因此无法处理请求。", causes: const { &[t("两个请求同时修改了同一个已存储的对象。"), t("该对象仍在创建或删除过程中。"), t("上一条回答尚未完成，会话就收到了新消息。")] }, remediation: const { &[t("一秒后重发请求。"), t("对同一对象的操作逐个依次发送。"), t("如果冲突持续存在，先读取对象的当前状态，再进行修改。")] } },
        WordingRow { title: "内容被安全策略拒绝", message: const { &[t("请求被内容策略拒绝：{detail}"), t("请求被上游服务商的内容策略拒绝。")] }, description: "上游服务商因内容问题拒绝了请求，未生成回答。如果是模型在回答中自行表示拒绝，则属于成功响应，不会触发此错误。", causes: const { &[t("提示词、图片或先前的消息属于服务商禁止的类别。"), t("无害文本与被禁内容相似，例如涉及医疗、法律或安全话题。"), t("粘贴到会话中的文档或工具结果含有此类内容。")] }, remediation: const { &[t("逐条发送消息，找出被拒绝的部分。"), t("改写或删除这一部分。"), t("如果用途正当，可尝试采用其他策略的模型。")] } },
        WordingRow { title: "内容被网关规则拦截", message: const { &[t("请求被本网关的内容规则拦截：{rule}。"), t("请求被本网关的内容规则拦截。")] }, description: "网关按自身规则检查请求，其中一条规则命中。内容未发送给任何上游服务商。", causes: const { &[t("文本含有运营方不希望流出组织的内容，例如个人数据或机密信息。"), t("本网关的使用条款不允许该话题。"), t("规则范围过宽，误中了无害文本。")] }, remediation: const { &[t("删除规则所针对的内容。"), t("如果认为属于误判，请附上请求 ID 进行反馈。")] } },
        WordingRow { title: "内部错误", message: const { &[t("网关发生内部错误，未能处理请求。")] }, description: "网关内部出现了正常运行中不应出现的问题。详细信息按请求 ID 记录在网关日志中，响应中不包含这些信息。", causes: const { &[t("该请求触发了网关的缺陷。"), t("实例的内存、线程或可打开文件数已耗尽。")] }, remediation: const { &[t("最多重试两次，每次重试前间隔一段时间。"), t("如果仍然失败，请将请求 ID 和发生时间告知运营方。"), t("可通过 {@support_url} 提交反馈。")] } },
        WordingRow { title: "存储故障", message: const { &[t("网关无法读写其存储。")] }, description: "请求需要用到已存储的数据（例如会话），而网关的存储出现故障。修改是否已经保存尚不确定。", causes: const { &[t("磁盘已满或为只读。"), t("数据库宕机、被锁定或过载。"), t("网关没有数据目录的写权限。")] }, remediation: const { &[t("如果是只读请求，等待几秒后重试。"), t("如果请求会修改数据，重试前先确认第一次的修改是否已经保存。")] } },
        WordingRow { title: "网关未针对该请求正确配置", message: const { &[t("网关的配置不正确，无法处理该请求。")] }, description: "网关配置中与该请求相关的部分自相矛盾或不完整。在配置修正之前，每次重试都会以同样的方式失败。", causes: const { &[t("模型已列出，但没有为其配置可用的渠道。"), t("配置引用的设置项、文件或环境变量不存在。"), t("配置变更只在部分实例上生效。")] }, remediation: const { &[t("将涉及的模型和请求 ID 告知运营方。"), t("在此期间改用其他模型；多数配置问题只影响一个模型。")] } },
        WordingRow { title: "请求体不是有效的 JSON", message: const { &[t("请求体不是有效的 JSON：{detail}"), t("请求体不是有效的 JSON。")] }, description: "请求体已完整接收，但无法解析为符合预期结构的 JSON 对象。请求未被转发。", causes: const { &[t("JSON 由手工拼接而成，文本中的引号或换行符没有转义。"), t("HTTP 客户端读取请求体之前，shell 已去掉或替换了引号。"), t("请求体是表单数据，或是经过两次编码的 JSON。"), t("残留了多余的尾随逗号或注释。")] }, remediation: const { &[t("使用 JSON 库生成请求体，不要拼接字符串。"), t("用 JSON 校验工具检查实际发送的原始字节。"), t("使用 curl 时，从文件读取请求体：`--data-binary @body.json`。")] } },
        WordingRow { title: "请求体为空", message: const { &[t("请求体为空。")] }, description: "该路由需要 JSON 请求体，而请求体的长度为零。", causes: const { &[t("传给客户端库的参数名不正确，内容没有实际发出。"), t("重定向把请求变成了没有请求体的请求。"), t("用作请求体的文件为空。")] }, remediation: const { &[t("在请求体中以 JSON 对象发送参数，并设置 `content-type: application/json`。"), t("直接使用最终 URL，避免从 http 重定向到 https 或重定向到其他路径。")] } },
        WordingRow { title: "无法读取请求体", message: const { &[t("无法完整读取请求体。")] }, description: "网关已开始读取请求体，但未能读取完整：数据在达到声明的长度之前就已结束，或者传输编码有误。", causes: const { &[t("`content-length` 请求头与实际发送的字节数不符。"), t("上传过程中连接中断。"), t("代理截断了请求体。")] }, remediation: const { &[t("由 HTTP 客户端自动设置 `content-length`，不要手动指定。"), t("如果网络较慢或不稳定，减小请求体。"), t("绕过代理再试一次，确认请求体是在哪一侧被截断的。")] } },
        WordingRow { title: "缺少必填字段", message: const { &[t("缺少必填字段“{field}”。"), t("缺少必填字段。")] }, description: "请求体是有效的 JSON，但缺少必不可少的字段。响应中的 `param` 指明了该字段。", causes: const { &[t("漏填了该字段，或者字段因值为空而被丢弃。"), t("字段名拼写有误，或属于其他协议，例如混淆了 `max_tokens` 与 `max_output_tokens`。"), t("字段在请求体中的层级不正确。")] }, remediation: const { &[t("补上 `param` 指明的字段。"), t("将字段名与所用协议的参考文档核对。")] } },
        WordingRow { title: "字段值无效", message: const { &[t("字段“{field}”的值无效：{reason}"), t("字段“{field}”的值无效。"), t("请求中有字段的值无效。")] }, description: "字段存在，但其值的类型不正确、超出取值范围，或不在允许的取值之列。请求头和查询参数的值同样适用。响应中的 `param` 指明了该字段。", causes: const { &[t("数字或布尔值被作为文本发送，例如 `\"stream\": \"true\"`。"), t("数值超出限制，例如 temperature 为 3。"), t("该值仅适用于其他模型。")] }, remediation: const { &[t("查阅 `param` 指明的字段的类型和取值范围，并更正其值。"), t("如果可以使用默认值，删除该字段。")] } },
        WordingRow { title: "不支持该参数", message: const { &[t("模型“{model}”不支持参数“{parameter}”。"), t("此处不支持参数“{parameter}”。"), t("请求中有此处不支持的参数。")] }, description: "该参数在此协议中有定义，但所选模型或通往它的路径无法支持。网关会拒绝请求，而不会悄悄丢弃参数。", causes: const { &[t("模型不接受采样参数，许多推理模型都是如此。"), t("上游服务商使用另一种协议，其中没有对应的参数。"), t("模型的较新版本已取消该参数。")] }, remediation: const { &[t("删除该参数，或根据模型决定是否发送。"), t("如果结果依赖该参数，选用支持它的模型。")] } },
        WordingRow { title: "模型不支持该能力", message: const { &[t("模型“{model}”不支持以下能力：{capability}。"), t("请求的模型不支持以下能力：{capability}。"), t("请求的模型缺少该请求所需的能力。")] }, description: "请求用到了模型或其上游线路不具备的能力，例如工具、图片、音频、流式传输或结构化输出。", causes: const { &[t("向纯文本模型发送了图片或文件。"), t("模型无法调用工具，而请求中定义了工具。"), t("该模型没有这项操作，例如计算 token 数或流式传输。")] }, remediation: const { &[t("选用具备该能力的模型。"), t("或者去掉请求中需要该能力的部分。")] } },
        WordingRow { title: "该端点不提供此模型", message: const { &[t("该端点不提供模型“{model}”。"), t("该端点不提供请求的模型。")] }, description: "模型存在，该密钥也有权使用，但不能通过所调用的端点访问。此模型由其他协议或其他类型的端点提供。", causes: const { &[t("通过一家厂商的原生协议请求了另一家厂商的模型。"), t("把嵌入、图像或语音模型的请求发到了对话端点，或者反过来。"), t("该模型仅通过 Responses 协议提供。")] }, remediation: const { &[t("查询哪些端点提供该模型。"), t("改为调用这些端点，或者保留当前端点并换用它所提供的模型。")] } },
        WordingRow { title: "超出上下文长度", message: const { &[t("prompt is too long: {used} tokens > {limit} maximum"), t("prompt is too long: {detail}"), t("prompt is too long for the context window of the model")] }, description: "输入的 token 数加上为回答预留的 token 数，超出了模型的上下文窗口。客户端通过 `prompt is too long` 这几个词识别此错误并开始压缩会话，因此消息文本从不更改或翻译。", causes: const { &[t("会话随每一轮对话增长，且从未压缩。"), t("大文件或工具结果被整个放入了消息。"), t("`max_tokens` 为回答预留过多，留给输入的空间不足。"), t("上游服务商运行该模型时使用的窗口小于模型厂商公布的大小。")] }, remediation: const { &[t("删除或概括较早的消息和冗长的工具结果。"), t("如果输入与回答共用一个窗口，调低 `max_tokens`。"), t("使用上下文窗口更大的模型。")] } },
        WordingRow { title: "输入超出密钥的限制", message: const { &[t("输入约 {used} 个 token，超出该 API 密钥单次请求 {limit} 个 token 的限制。"), t("输入超出该 API 密钥单次请求 {limit} 个 token 的限制。"), t("输入超出该 API 密钥单次请求允许的 token 数。")] }, description: "该密钥限制了单次请求的输入 token 数，而此请求的估算值超出了这一限制。模型的上下文窗口是另一项限制，可能更大。", causes: const { &[t("消息历史或系统提示词过长。"), t("密钥的限制是按短请求设置的。"), t("图片或文件在估算中计为大量 token。")] }, remediation: const { &[t("缩短消息历史或系统提示词。"), t("在密钥设置中调高输入 token 数的限制。"), t("密钥设置位于 {@dashboard_url}。")] } },
        WordingRow { title: "输出上限低于最小值", message: const { &[t("输出上限为 {requested} 个 token，低于该模型的最小值 {minimum}。"), t("输出上限低于该模型的最小值 {minimum} 个 token。"), t("输出上限低于该模型的最小值。")] }, description: "请求允许的输出 token 数少于模型可接受的最小值。推理模型会把部分输出用于不可见的思考过程，因此最小值可能达到数百个 token。", causes: const { &[t("连通性测试只请求一个 token。"), t("该值按上下文窗口的剩余空间计算得出，而剩余空间很少。"), t("该值适用于另一个最小值更低的模型。")] }, remediation: const { &[t("将输出上限调高到最小值或以上。"), t("不设置该上限，使用模型的默认值。")] } },
        WordingRow { title: "不支持图片 URL", message: const { &[t("图片必须以 base64 数据内嵌发送；不支持通过 URL 获取图片。")] }, description: "请求通过 http 或 https 地址引用图片。网关及其后端模型都不会从网络加载图片。", causes: const { &[t("客户端是针对会自行获取图片 URL 的服务商编写的。"), t("图片位于只有客户端才能访问的存储中。")] }, remediation: const { &[t("在本地下载图片。"), t("以 data URI 形式发送：`data:image/png;base64,...`。")] } },
        WordingRow { title: "无法解码图片", message: const { &[t("无法解码图片的 data URI：{reason}"), t("无法将图片的 data URI 解码为图片。")] }, description: "图片以内嵌方式发送，但其 data URI 格式不正确、缺少媒体类型，或者解码后的字节不是该类型的图片。", causes: const { &[t("data URI 开头缺少 `data:image/TYPE;base64,`。"), t("声明的媒体类型与文件的实际格式不一致。"), t("文件被截断，或者实际上是以图片名保存的 HTML 页面。")] }, remediation: const { &[t("用图片查看器打开文件，确认其完好。"), t("按文件的实际类型，将 data URI 写成 `data:image/png;base64,...` 的形式。"), t("先将不常见的格式转换为 PNG 或 JPEG。")] } },
        WordingRow { title: "图片数据不是有效的 base64", message: const { &[t("图片数据不是有效的 base64。")] }, description: "data URI 中 `base64,` 之后的部分含有 base64 字母表以外的字符，或者长度、填充不正确。", causes: const { &[t("编码前将二进制数据当作文本读取，导致 ASCII 以外的所有字节损坏。"), t("编码器进行了自动换行，换行符留在了数据中。"), t("使用了含 `-` 和 `_` 的 URL 安全字母表。")] }, remediation: const { &[t("以字节方式读取文件，并对这些字节编码。"), t("关闭自动换行，例如使用 `base64 -w 0`。"), t("使用含 `+`、`/` 的标准字母表，并以 `=` 填充。")] } },
        WordingRow { title: "媒体内容未被接受", message: const { &[t("请求中的图片、音频、视频或文件未被接受：{detail}"), t("请求中的图片、音频、视频或文件未被接受。")] }, description: "请求包含模型无法使用的媒体内容：类型不受支持、超出大小限制、已损坏，或无法获取。", causes: const { &[t("文件格式不在模型接受的范围内。"), t("文件的字节数、像素数或时长超出限制。"), t("模型完全不接受这类媒体。"), t("上游服务商无法从所给地址下载文件。")] }, remediation: const { &[t("将文件转换为常见格式，例如 PNG、JPEG、MP3、WAV 或 PDF。"), t("降低分辨率，缩短时长，或减小文件。"), t("如果原先提供的是地址，改为内嵌发送数据。"), t("选用接受这类媒体的模型。")] } },
        WordingRow { title: "工具调用的参数不是有效的 JSON", message: const { &[t("工具调用“{call_id}”的参数不是有效的 JSON。"), t("消息历史中有工具调用的参数不是有效的 JSON。")] }, description: "消息历史中的工具调用以字符串形式携带 JSON 参数，而这段 JSON 文本无法解析。", causes: const { &[t("模型的回答达到输出上限，在参数中间被截断。"), t("拼接流式工具调用的分片时有遗漏或顺序错误。"), t("参数以非 JSON 的写法存储，例如使用了单引号。")] }, remediation: const { &[t("将消息加入历史之前，确认参数能够解析。"), t("用 JSON 库对参数编码，再把得到的文本放入字符串。"), t("如果是模型自身生成了损坏的调用，丢弃该消息，并以更高的输出上限重新请求。")] } },
        WordingRow { title: "工具定义或工具调用未被接受", message: const { &[t("请求中的工具定义或工具调用未被接受：{detail}"), t("请求中的工具定义或工具调用未被接受。")] }, description: "请求中与工具相关的内容有误：工具的 schema、工具的选择，或调用与结果的先后顺序。", causes: const { &[t("工具的 schema 使用了模型不支持的关键字。"), t("`tool_choice` 指定了未定义的工具，或模型不接受的模式。"), t("工具调用之后没有对应的结果，或者结果之前没有对应的调用。"), t("工具名称含有不允许的字符，或者重复出现。")] }, remediation: const { &[t("将工具的 schema 精简为类型、属性和必填字段，再逐步加回其余部分。"), t("确认历史中每个工具调用之后都有且仅有一个 ID 相同的结果。"), t("让 `tool_choice` 指向同一请求中已定义的工具。")] } },
        WordingRow { title: "工具结果没有对应的调用", message: const { &[t("工具结果“{call_id}”在此请求及其所接续的响应中没有对应的工具调用。"), t("有工具结果在此请求及其所接续的响应中没有对应的工具调用。")] }, description: "工具结果所引用的调用，既不在请求的条目中，也不在请求所接续的先前响应中。", causes: const { &[t("结果没有携带调用 ID，或者调用 ID 被改动过。"), t("客户端只发送结果，依赖已存储的历史，而先前的响应并未存储。"), t("缺少 `previous_response_id`，或其指向另一个上游的响应。")] }, remediation: const { &[t("将工具调用与其结果一起发送，两者使用相同的 ID。"), t("或者将 `previous_response_id` 设为开启存储时创建的响应。")] } },
        WordingRow { title: "请求被上游拒绝", message: const { &[t("上游服务商拒绝了请求：{detail}"), t("上游服务商认为请求无效，已拒绝。")] }, description: "请求通过了网关的检查，但上游服务商发现其中有误。服务商返回的文本在去除机密内容后转达给调用方。", causes: const { &[t("某个字段的值不为该模型或服务商所接受。"), t("两个字段相互矛盾。"), t("消息的顺序不为模型所允许。")] }, remediation: const { &[t("阅读冒号之后的文本，其中通常会指出有问题的字段。"), t("逐个删除可选字段，直到请求通过。"), t("将请求与该模型的文档核对。")] } },
        WordingRow { title: "幂等键已用于其他请求", message: const { &[t("该幂等键已用于另一个请求体不同的请求。")] }, description: "该幂等键已与先前的请求一同存储，而两个请求的内容不同。网关既不返回旧结果，也不执行新请求。", causes: const { &[t("客户端生成幂等键所依据的内容不随请求变化。"), t("两次尝试之间请求发生了改动，例如提示词中含有时间戳。")] }, remediation: const { &[t("为每个请求生成新的幂等键。"), t("使用相同的幂等键重试时，发送完全相同的字节。")] } },
        WordingRow { title: "不允许使用该方法", message: const { &[t("此处不允许使用方法 {method}。允许的方法：{allowed}。"), t("此处不允许使用方法 {method}。"), t("此处不允许使用该 HTTP 方法。")] }, description: "路径存在，但不支持所用的 HTTP 方法。`allow` 响应头列出了该路径支持的方法。", causes: const { &[t("在浏览器中打开了需要 POST 的端点，而浏览器发送的是 GET。"), t("重定向把 POST 变成了 GET。"), t("健康检查调用了推理端点。")] }, remediation: const { &[t("使用 `allow` 响应头中列出的方法。"), t("直接调用最终 URL，避免重定向改变方法。")] } },
        WordingRow { title: "没有可接受的响应格式", message: const { &[t("无法生成 accept 请求头中的任何格式；该端点可返回 {available}。"), t("此处无法生成 accept 请求头中的任何格式。")] }, description: "`accept` 请求头排除了该端点能够返回的所有格式。", causes: const { &[t("该请求头要求 HTML 或 XML。"), t("该请求头只接受事件流，而请求并未要求流式传输；或者反过来。")] }, remediation: const { &[t("发送 `accept: application/json`；流式请求发送 `accept: text/event-stream`。"), t("或者去掉该请求头。")] } },
        WordingRow { title: "必须提供内容长度", message: const { &[t("请求需要携带 content-length 请求头。")] }, description: "请求体发送时长度未知，而网关或其前面的代理只接受长度已知的请求体。", causes: const { &[t("客户端以分块传输编码流式发送请求体。"), t("代理去掉了 `content-length` 请求头。")] }, remediation: const { &[t("发送前先生成完整的请求体，使 HTTP 客户端能够给出其长度。"), t("在客户端中关闭分块上传。")] } },
        WordingRow { title: "不支持该内容类型", message: const { &[t("不支持内容类型“{content_type}”，请发送 {expected}。"), t("不支持请求体的内容类型，请发送 {expected}。"), t("不支持请求体的内容类型或编码。")] }, description: "`content-type` 或 `content-encoding` 请求头指定的格式无法由该端点读取。请求体未经读取。", causes: const { &[t("缺少该请求头，HTTP 客户端自行选择了表单编码。"), t("请求体采用了网关无法解压的压缩方式。"), t("向接收 JSON 的端点上传了文件，或者反过来。")] }, remediation: const { &[t("请求体为 JSON 时，设置 `content-type: application/json`。"), t("上传文件时，由 HTTP 客户端设置带有 boundary 的 `multipart/form-data`。"), t("发送未经压缩的请求体。")] } },
        WordingRow { title: "无法满足 expect 要求", message: const { &[t("无法满足 expect 请求头中的要求。")] }, description: "请求带有 `expect` 请求头，而网关或其前面的代理无法满足其中的要求。", causes: const { &[t("HTTP 客户端在请求体较大时会添加 `Expect: 100-continue`，而中间的代理不支持。"), t("该请求头的值不是 `100-continue`。")] }, remediation: const { &[t("发送请求时去掉该请求头；使用 curl 时：`-H 'Expect:'`。")] } },
        WordingRow { title: "请求不符合 schema", message: const { &[t("请求不符合该端点的 schema：{detail}"), t("请求不符合该端点的 schema。")] }, description: "请求体是格式正确的 JSON，但整体上不符合该端点的数据模型，因此无法指明具体字段。", causes: const { &[t("请求体是为其他端点或其他协议编写的。"), t("在应为对象的位置发送了列表，或者反过来。"), t("消息中某一部分的 `type` 不为该端点所识别。")] }, remediation: const { &[t("将请求体与该端点文档中的示例核对。"), t("确认客户端设置的协议与 base URL 对应的协议一致。")] } },
        WordingRow { title: "必须提供前提条件", message: const { &[t("该请求必须带有前提条件，请发送 {header} 请求头。"), t("该请求必须带有前提条件，但未提供。")] }, description: "该端点会修改已存储的对象，只有客户端说明其所知的对象版本时才接受修改，以避免两个客户端互相覆盖。", causes: const { &[t("客户端没有先读取对象就直接写入。"), t("客户端丢弃了先前响应中的 `etag` 响应头。")] }, remediation: const { &[t("读取对象，并保存其 `etag` 响应头的值。"), t("提交修改时，在 `if-match` 请求头中带上该值。")] } },
        WordingRow { title: "请求被拒绝", message: const { &[t("网关拒绝了该请求：{reason}。"), t("网关拒绝了该请求。")] }, description: "网关的某个组件只返回了 4xx 状态码，没有给出其他说明。响应的状态码即该组件所选的状态码，具体原因只有该组件知道。", causes: const { &[t("请求与其目标的当前状态不符，例如对象已被修改或删除。"), t("请求头中的条件未得到满足。"), t("处理程序之前的某个组件拒绝这类请求。")] }, remediation: const { &[t("查阅该状态码的含义，并将请求与该端点的文档进行对照。"), t("如果看不出问题，请将请求 ID 告知网关运营者。")] } },
        WordingRow { title: "功能未实现", message: const { &[t("本网关未实现以下功能：{feature}。"), t("本网关未实现该功能。")] }, description: "该路由属于协议的一部分，但本网关不提供其对应的功能。在网关扩展之前，这一情况不会改变。", causes: const { &[t("客户端使用了协议中推理以外的部分，例如文件、批处理或微调。"), t("网关的任何路径都不支持该 HTTP 方法。")] }, remediation: const { &[t("在客户端中关闭该功能。"), t("如果自己有访问权限，可直接向服务商调用该功能。")] } },
        WordingRow { title: "未找到模型", message: const { &[t("未找到模型“{model}”：{detail}"), t("模型“{model}”不存在，或此处不提供该模型。"), t("未找到请求的模型：{detail}"), t("请求的模型不存在，或此处不提供该模型。")] }, description: "通过本网关无法访问具有该 ID 的模型。ID 需完全一致，版本或日期后缀也是 ID 的一部分。", causes: const { &[t("模型 ID 拼写有误，或缺少日期后缀。"), t("模型已下线，或已被厂商更名。"), t("网关选择的上游服务商没有该模型。"), t("客户端发送的是其内置默认模型，而本网关不提供该模型。")] }, remediation: const { &[t("获取模型列表（`GET /v1/models`），从中复制 ID。"), t("在客户端配置中指定模型，避免其回退到自带的默认模型。"), t("如果模型已下线，改用其后继模型。")] } },
        WordingRow { title: "此处无法使用该模型", message: const { &[t("无法通过本网关使用模型“{model}”：{detail}"), t("模型“{model}”存在，但无法通过本网关使用。"), t("无法通过本网关使用请求的模型：{detail}"), t("请求的模型存在，但无法通过本网关使用。")] }, description: "模型存在，但网关没有访问权限。无论怎样修改请求，都无法使用该模型；这与调用方自己密钥的权限无关。", causes: const { &[t("上游服务商没有为网关开通该模型。"), t("服务商仅在其他区域或仅针对特定用途提供该模型。"), t("模型处于预览阶段，而网关未参与预览。")] }, remediation: const { &[t("从模型列表（`GET /v1/models`）中选择其他模型。"), t("询问网关运营方是否计划提供该模型。")] } },
        WordingRow { title: "未找到路由", message: const { &[t("没有与 {method} {path} 对应的路由。"), t("没有与该路径对应的路由。")] }, description: "网关在该路径下不提供任何服务。该响应由网关直接返回，请求未到达任何上游服务商。", causes: const { &[t("base URL 缺少版本部分，或重复包含版本部分，例如 `/v1/v1/chat/completions`。"), t("客户端使用的协议在本网关位于其他路径，或者本网关不支持该协议。"), t("路径末尾多了斜杠，或有拼写错误。")] }, remediation: const { &[t("将客户端发送的完整 URL 与文档核对；多数客户端会自行补上最后一部分。"), t("确认客户端使用的协议，并采用该协议的 base URL。")] } },
        WordingRow { title: "未找到会话", message: const { &[t("会话“{conversation}”不存在，或属于其他用户。"), t("会话不存在，或属于其他用户。")] }, description: "请求接续一个已存储的会话，但网关在该用户名下找不到它。其他用户的会话也以同样的方式返回，因此无法从该响应判断 ID 是否存在。", causes: const { &[t("会话已被删除，或已超过保存期限。"), t("会话的第一个请求从未存储。"), t("该 ID 是在其他用户或其他密钥下创建的。")] }, remediation: const { &[t("不带会话 ID 发送请求，开始新会话。"), t("列出该用户的会话，从中获取 ID。"), t("如果先前的消息对回答很重要，在请求中重新发送这些消息。")] } },
        WordingRow { title: "未找到资源", message: const { &[t("资源“{id}”（类型：{kind}）不存在，或该 API 密钥无权查看。"), t("请求的资源不存在，或该 API 密钥无权查看。")] }, description: "路由正确，但其指向的对象不存在，例如文件、批处理任务或已存储的响应。", causes: const { &[t("对象已被删除或已过期。"), t("对象是用其他项目或其他用户的密钥创建的。"), t("对象位于另一个上游服务商，而不是接收此请求的服务商。")] }, remediation: const { &[t("检查 ID 是否完整，包括其前缀。"), t("使用创建该对象时所用的密钥。"), t("如果对象已过期，重新创建。")] } },
        WordingRow { title: "工具循环达到上限后结束", message: const { &[t("工具循环已达到 {iterations} 次迭代的上限，回答根据已收集的结果生成。"), t("工具循环已达到迭代次数上限，回答根据已收集的结果生成。")] }, description: "网关代模型运行工具。达到单次请求的迭代上限时，模型仍在请求调用工具。随后网关在不提供工具的情况下再调用一次模型，根据已有结果生成完整的回答。", causes: const { &[t("任务所需的工具调用次数超过单次请求允许的次数。"), t("模型分成许多小步骤执行，而一次较大的调用即可完成。")] }, remediation: const { &[t("阅读回答时应注意，其中可能缺少部分查询结果。"), t("针对缺少的内容继续追问，或拆分任务。")] } },
        WordingRow { title: "已停止重复的工具调用", message: const { &[t("模型重复发起相同的工具调用，循环在 {iterations} 次迭代后结束，回答根据已收集的结果生成。"), t("模型重复发起相同的工具调用，循环已结束，回答根据已收集的结果生成。")] }, description: "模型连续两次以相同的名称和参数请求同一个工具。再次调用只会得到相同的结果，因此网关结束了循环，并让模型在不使用更多工具的情况下生成回答。", causes: const { &[t("模型没有意识到工具返回的结果就是问题的答案。"), t("工具返回了空结果或错误，模型试图绕过。")] }, remediation: const { &[t("检查工具针对这些参数返回的内容。"), t("在工具定义中说明其结果的含义，包括结果为空时的含义。")] } },
        WordingRow { title: "请求已调整", message: const { &[t("网关在转发前调整了请求：{adjustment}={value}。"), t("网关在转发前调整了请求。")] }, description: "请求中有一个值会被上游拒绝，网关没有拒绝请求，而是将其替换为最接近的允许值。响应头中给出了所作的调整和实际使用的值。", causes: const { &[t("输出上限低于模型的最小值。"), t("参数超出模型的取值范围，或不为模型所识别。")] }, remediation: const { &[t("将该响应头记入日志，以便及时发现调整。"), t("直接发送允许的值，即可避免调整。")] } },
        WordingRow { title: "网关过载", message: const { &[t("网关正在处理的请求已达上限。请在 {retry_after} 秒后重试。"), t("网关正在处理的请求已达上限。")] }, description: "为保证处理中的请求正常完成，网关在入口处拒绝新请求。所有调用方同样受此影响，与任何一方的配额无关。", causes: const { &[t("流量超过运行中实例的处理能力。"), t("上游响应缓慢，连接占用时间比平时更长。"), t("某个实例刚刚启动，或有多个实例刚刚停止。")] }, remediation: const { &[t("间隔一段时间后重试，并逐次延长间隔。"), t("推迟不紧急的任务。")] } },
        WordingRow { title: "上游过载", message: const { &[t("上游服务商目前没有可用于该模型的容量。请在 {retry_after} 秒后重试。"), t("上游服务商目前没有可用于该模型的容量。")] }, description: "上游服务商报告其整体或该模型的容量已满。这既不是调用方的限制，也不是网关的限制。", causes: const { &[t("该模型的需求超过服务商的运行容量。"), t("模型正在加载或扩容。"), t("服务商的硬件内存不足，无法处理该请求。")] }, remediation: const { &[t("几秒后重试，之后逐次延长间隔。"), t("如果持续过载，改用其他模型。"), t("已知的故障可在 {@status_page} 查看。")] } },
        WordingRow { title: "没有权限", message: const { &[t("该 API 密钥无权执行以下操作：{action}。"), t("该 API 密钥没有执行此请求的权限。")] }, description: "密钥有效，但其权限不包含该操作。使用具备权限的密钥发送同样的请求即可成功。", causes: const { &[t("对象属于其他账户。"), t("密钥仅限于特定操作，例如只能推理，不能管理。"), t("用户的角色不包含该操作。")] }, remediation: const { &[t("对照该操作检查密钥的权限。"), t("使用对象所属账户的密钥。"), t("请账户管理员授予该权限。")] } },
        WordingRow { title: "该密钥不能使用此模型", message: const { &[t("该 API 密钥无权使用模型“{model}”。"), t("该 API 密钥无权使用请求的模型。")] }, description: "网关提供该模型，但它不在此密钥的允许模型列表中。其他密钥可能有权使用。", causes: const { &[t("密钥设有允许模型列表，其中没有该模型。"), t("密钥所属的分组或套餐只包含其他模型。"), t("客户端自行切换到了另一个模型，例如用于后台任务的小模型。")] }, remediation: const { &[t("将该模型加入密钥的允许模型列表。"), t("或者使用没有设置该列表的密钥。"), t("如果模型由客户端自行选择，在其配置中指定它会用到的全部模型。"), t("允许模型列表可在 {@dashboard_url} 编辑。")] } },
        WordingRow { title: "网络地址不在允许范围内", message: const { &[t("该 API 密钥不允许来自地址 {address} 的请求。"), t("该 API 密钥不允许来自此网络地址的请求。")] }, description: "密钥只接受来自指定网络地址的请求，而网关看到的地址不在其中。", causes: const { &[t("客户端更换了网络，或其网络运营商分配了新地址。"), t("流量经由 VPN、代理或 NAT 网关，以另一个公网地址发出。"), t("客户端通过 IPv6 连接，而列表中只有 IPv4 地址。")] }, remediation: const { &[t("查明请求发出时的公网地址。"), t("将该地址或其所在网段加入密钥的白名单。"), t("各密钥的白名单可在 {@dashboard_url} 编辑。")] } },
        WordingRow { title: "需要订阅", message: const { &[t("该请求需要“{plan}”的有效订阅。"), t("该请求需要有效订阅。")] }, description: "密钥或模型所属的分组仅对订阅用户开放，而该账户没有该分组的有效订阅。预付余额不能代替订阅。", causes: const { &[t("账户从未订阅该分组。"), t("订阅已到期且未续订。"), t("密钥所属的分组与已订阅的分组不同。")] }, remediation: const { &[t("查看密钥属于哪个分组。"), t("订阅该分组，或续订。"), t("或者在按量计费的分组中创建密钥。"), t("可在 {@dashboard_url} 管理订阅。")] } },
        WordingRow { title: "密钥配额已用尽", message: const { &[t("密钥配额已用尽（已用：{used} / 总额：{total}）。"), t("该 API 密钥的配额已用尽。")] }, description: "该密钥设有单独的消费限额，现已达到。限额与账户余额相互独立，其中一个用尽时，另一个可能仍有剩余。该限额不会自动重置。", causes: const { &[t("使用该密钥的请求产生的费用已达到密钥的消费限额。"), t("限额是为试用设置的，数值较低，之后未曾调高。"), t("有其他人在使用同一个密钥。")] }, remediation: const { &[t("调高该密钥的配额，或创建有独立配额的新密钥。"), t("如果用量高于预期，密钥可能已经泄露，请更换密钥。"), t("各密钥的配额可在 {@dashboard_url} 设置。")] } },
        WordingRow { title: "每日配额已用尽", message: const { &[t("每日配额已用尽，将于 00:00 UTC 重置。仍可使用：{available_fallbacks}。"), t("每日配额已用尽，将于 00:00 UTC 重置。")] }, description: "按自然日（UTC）计算的配额已用尽。在 UTC 零点之前，计入该配额的请求都会被拒绝；不计入该配额的模型不受影响。", causes: const { &[t("当日的请求已达到每日配额。"), t("多个客户端共用该配额，合计已用完。"), t("循环或批处理任务发送的请求远多于平时。")] }, remediation: const { &[t("改用响应中列出的仍可使用的模型。"), t("在 00:00 UTC 之后重新发送请求。"), t("将大型任务分散到多天，或申请提高每日配额。")] } },
        WordingRow { title: "模型配额已用尽", message: const { &[t("模型“{model}”的配额暂时用尽。仍可使用：{available_fallbacks}。"), t("模型“{model}”的配额暂时用尽。"), t("请求的模型配额暂时用尽。")] }, description: "该模型单独的 token、费用或请求数配额已用尽。配额重置或提高后即可恢复使用；其他模型均不受影响。", causes: const { &[t("该模型的所有调用方合计已用完为其划定的配额。"), t("租户为该模型单独设置的配额已用完。")] }, remediation: const { &[t("在此期间改用其他模型。"), t("待配额周期重置后再使用，通常需要数小时。"), t("如果经常需要使用该模型，申请提高配额。")] } },
        WordingRow { title: "订阅用量已达上限", message: const { &[t("订阅的周期用量（{window}）已达上限，将于 {resets_at} 重置。"), t("订阅的周期用量（{window}）已达上限。"), t("订阅用量已达上限。")] }, description: "订阅在每个时间周期内包含固定的用量，当前周期的用量已用完。如果同时适用多个周期，以最严格的为准。", causes: const { &[t("当前周期的用量已达到套餐包含的额度。"), t("多人或多个程序共用该订阅。")] }, remediation: const { &[t("等待周期重置。"), t("升级到更大的套餐，或在本周期剩余时间内使用按量计费的密钥。"), t("各周期的用量可在 {@dashboard_url} 查看。")] } },
        WordingRow { title: "上游周期用量已用尽", message: const { &[t("该模型已达到上游的用量限制，限制将在 {retry_after} 秒后重置。"), t("该模型已达到上游的用量限制，限制重置后恢复可用。")] }, description: "上游服务商按小时或按天统计用量，当前周期的额度已用完。这与调用方自己的配额无关。服务商没有给出时间时，按一小时计。", causes: const { &[t("网关的所有调用方合计已达到服务商在本周期的限制。"), t("服务商调低了该模型的限制。")] }, remediation: const { &[t("在限制重置之前改用其他模型。"), t("不要频繁重试；在限制重置之前，结果不会改变。")] } },
        WordingRow { title: "超出速率限制", message: const { &[t("超出速率限制（{limit}）。请在 {retry_after} 秒后重试。"), t("超出速率限制。请在 {retry_after} 秒后重试。"), t("超出速率限制（{limit}）。"), t("超出速率限制。")] }, description: "调用方在短时间内发送的请求数或 token 数超过了网关的允许值。该限制属于网关，而非上游服务商。额度会持续恢复，通常等待几秒即可。", causes: const { &[t("突发请求的速度超过了额度恢复的速度。"), t("多个进程共用一个密钥，因而共用同一个限制。"), t("请求虽少但提示词很长，用完了按 token 计算的额度。"), t("请求失败后未作间隔立即重试。")] }, remediation: const { &[t("按 `retry-after` 响应头给出的时间等待，然后重新发送请求。"), t("每次重试逐步延长等待时间，并加入随机抖动。"), t("在客户端限制并发请求数。"), t("如果该限制无法满足正常使用，申请提高限制。")] } },
        WordingRow { title: "并发请求过多", message: const { &[t("处理中的请求过多，最多允许同时运行 {limit} 个。"), t("该调用方同时处理中的请求过多。")] }, description: "调用方处理中的请求数已达允许的上限。其中任何一个结束后，就会空出名额；流式请求在最后一个事件到达之前始终占用名额。", causes: const { &[t("客户端并行发起的请求数超过了限制。"), t("已无人读取的流仍未关闭。"), t("多个程序同时使用同一个账户。")] }, remediation: const { &[t("等待一个请求结束，再重新发送此请求。"), t("通过请求池发送请求，池的大小不超过该限制。"), t("不打算读完的流，及时关闭。")] } },
        WordingRow { title: "等待队列已满", message: const { &[t("该调用方等待中的请求过多，队列最多容纳 {limit} 个。"), t("该调用方等待中的请求过多。")] }, description: "超出并发限制的请求会进入队列等待，而该调用方的队列已满。继续等待也难以得到处理，因此请求被立即拒绝。", causes: const { &[t("先前的请求仍在等待，客户端却不断加入新请求。"), t("响应缓慢的请求占满了名额，队列无法前进。")] }, remediation: const { &[t("暂停发送新请求，直到部分等待中的请求得到响应。"), t("在自己一侧维护队列，收到响应后再取出下一个请求。")] } },
        WordingRow { title: "上游速率限制", message: const { &[t("上游服务商限制了对该模型的请求速率。请在 {retry_after} 秒后重试。"), t("上游服务商目前限制了对该模型的请求速率。")] }, description: "短时间内到达的请求过多，上游服务商因此拒绝了请求。该限制由网关中使用该模型的所有调用方共用，因此即使单个调用方请求很少，也可能遇到。", causes: const { &[t("所有调用方每分钟发送的请求数或 token 数合计超过服务商的接受上限。"), t("服务商在高负载时调低了限制。"), t("请求过长，仅此一个就占用了每分钟 token 额度的大部分。")] }, remediation: const { &[t("按 `retry-after` 响应头给出的时间等待（没有则等待十秒），然后重新发送请求。"), t("如果限制持续存在，改用其他模型。"), t("缩短很长的提示词，因为这类限制通常也按 token 计算。")] } },
        WordingRow { title: "未及时收到请求", message: const { &[t("未能在 {limit} 秒内完整收到请求。"), t("未能及时完整收到请求。")] }, description: "网关等待请求的剩余部分，但未在时限内收到。请求未被转发，因此重试不会造成重复执行。", causes: const { &[t("上传速度慢，而请求体较大。"), t("客户端建立连接后，停顿了一段时间才发送请求体。"), t("网络丢包，或设备在上传过程中进入休眠。")] }, remediation: const { &[t("重新发送请求。"), t("如果经常发生，减小请求体，尤其是内嵌图片。")] } },
        WordingRow { title: "达到网关的时间上限", message: const { &[t("未能在网关允许的 {limit} 秒内完成请求。"), t("未能在网关允许的时间内完成请求。")] }, description: "网关限制请求的总时长，其中包括排队等待和对上游服务商的所有尝试。时限已到，仍未得到回答。", causes: const { &[t("多个上游候选依次失败，且每次都耗时较长。"), t("大部分时间用在了等待空闲名额上。"), t("回答较长，而请求未使用流式传输。")] }, remediation: const { &[t("重新发送请求；等待时间会随时变化。"), t("以流式方式请求回答。"), t("请求较短的回答，或拆分任务。")] } },
        WordingRow { title: "上游超时", message: const { &[t("上游服务商未在 {limit} 秒内响应。"), t("上游服务商未及时响应。")] }, description: "请求已转发，但在时限内没有收到响应。服务商是否仍在继续处理，无从得知。", causes: const { &[t("推理模型和图像模型生成一次回答可能需要数分钟。"), t("请求长回答时未使用流式传输，在生成完毕之前不会收到任何数据。"), t("服务商负载过高。")] }, remediation: const { &[t("以流式方式请求回答：第一段数据会远早于最后一段到达。"), t("调低 `max_tokens`，或将任务拆分为多个请求。"), t("为该任务选用更快的模型。"), t("将客户端的超时时间设为高于网关的超时时间。")] } },
        WordingRow { title: "上游流停滞", message: const { &[t("上游服务商的流已有 {limit} 秒未发送任何数据。"), t("上游服务商的流已停止发送数据。")] }, description: "回答已经开始，连接也保持打开，但一直没有新数据，直到超过事件间隔的时限。此前收到的内容不完整。", causes: const { &[t("服务商停止了生成，但没有关闭连接。"), t("途中的代理缓冲了流。"), t("模型的思考时间超过了事件间隔的时限。")] }, remediation: const { &[t("丢弃不完整的回答，或将其标记为不完整。"), t("重新发送整个请求；停滞的流无法续传。")] } },
        WordingRow { title: "请求过大", message: const { &[t("请求体为 {size} 字节，超出 {limit} 字节的限制。"), t("请求体超出 {limit} 字节的限制。"), t("请求过大：{detail}"), t("请求体过大。")] }, description: "请求体的字节数超过网关或上游服务商的接受上限。该限制按字节而非 token 计算；token 很少的请求也可能因图片而超出。", causes: const { &[t("图片或文件以 base64 形式内嵌，体积增大三分之一。"), t("会话在每一轮中都重复携带相同的大附件。"), t("网关前面的代理限制更低。")] }, remediation: const { &[t("编码前先缩小图片。"), t("删除先前轮次中不再需要的附件。"), t("如果协议支持，单独上传文件并在请求中引用。")] } },
        WordingRow { title: "请求地址过长", message: const { &[t("请求地址超过 {limit} 字节。"), t("请求地址过长。")] }, description: "请求的路径与查询参数的总长度超过网关可读取的上限。", causes: const { &[t("应放入请求体的数据被放到了查询参数中。"), t("循环重定向使地址不断变长。")] }, remediation: const { &[t("在 POST 请求的请求体中发送这些数据。"), t("缩短查询参数中的 ID 列表，分多次请求获取。")] } },
        WordingRow { title: "请求头过大", message: const { &[t("请求头超过 {limit} 字节。"), t("请求头过大。")] }, description: "某个请求头字段，或全部请求头的总大小，超过网关可读取的上限。", causes: const { &[t("同一域名下其他站点的 Cookie 被一并发送。"), t("链路追踪或元数据请求头的值过长。"), t("密钥或令牌被连续粘贴了多次。")] }, remediation: const { &[t("清除 Cookie，或发送 API 请求时不带 Cookie。"), t("删除网关不需要的请求头。")] } },
        WordingRow { title: "网关暂停服务", message: const { &[t("网关目前暂停服务：{reason}。"), t("网关目前暂停服务。")] }, description: "该网关实例正在启动、关闭或维护，因此不接受请求。已在处理中的请求会尽可能完成。", causes: const { &[t("正在发布新版本。"), t("正在进行计划内维护或临时维护。"), t("缺少网关启动所需的条件。")] }, remediation: const { &[t("十秒后重试，届时可能已有其他实例可以响应。"), t("相关公告可在 {@status_page} 查看。")] } },
        WordingRow { title: "没有可用渠道", message: const { &[t("模型“{model}”目前没有可用渠道。"), t("请求的模型目前没有可用渠道。")] }, description: "网关支持该模型，但通往它的所有渠道都已关闭、处于冷却期或被标记为不健康。网关未向任何上游服务商发出请求。", causes: const { &[t("此前的失败使该模型的所有渠道都进入了冷却期。"), t("所有渠道的健康检查均未通过。"), t("该模型的渠道已被关闭。")] }, remediation: const { &[t("半分钟后重试，届时渠道会重新接受检查。"), t("改用其他模型，其渠道可能不同。")] } },
        WordingRow { title: "上游不可用", message: const { &[t("上游服务商目前不可用。")] }, description: "上游一侧返回的响应表明其后端服务无法使用：维护公告、Bad Gateway 页面，或没有可用后端的中转服务。", causes: const { &[t("服务商发生故障或正在维护。"), t("服务商前面的中转服务或 CDN 无法访问服务商。")] }, remediation: const { &[t("五秒后重试，之后逐次延长间隔。"), t("如果持续数分钟，改用其他服务商的模型。"), t("当前的故障可在 {@status_page} 查看。")] } },
        WordingRow { title: "无法连接上游", message: const { &[t("网关无法连接到上游服务商。")] }, description: "未能建立连接：域名无法解析、连接被拒绝，或 TLS 会话协商失败。服务商并未收到请求，因此重试不会造成重复执行。", causes: const { &[t("服务商宕机，或通往服务商的网络中断。"), t("域名解析失败，或返回了过时的地址。"), t("证书已过期或不受信任。"), t("运营方自行运行的模型服务器已停止。")] }, remediation: const { &[t("重新发送请求；第一次请求并未送达，因此重试是安全的。"), t("如果故障持续，改用其他模型。")] } },
        WordingRow { title: "上游拒绝提供服务", message: const { &[t("上游服务商目前不向网关提供该模型的服务，需由运营方处理后才能恢复。")] }, description: "上游服务商拒绝为网关提供服务。原因出在网关与服务商之间，与请求本身以及调用方在此处的权限无关。", causes: const { &[t("在运营方与服务商解决相关事宜之前，服务商暂不向网关提供服务。")] }, remediation: const { &[t("改用其他模型；重复发送请求没有作用。"), t("如果数小时后模型仍未恢复，请告知运营方。")] } },
        WordingRow { title: "计费服务不可用", message: const { &[t("网关目前无法核查余额和配额。")] }, description: "网关在转发请求前会核查余额和配额是否足够，而这项核查目前无法进行。由于无法记账，在恢复之前请求都会被拒绝。", causes: const { &[t("存储余额和配额的服务宕机或响应缓慢。"), t("余额缓存丢失，正在重建。")] }, remediation: const { &[t("等待几秒后重新发送请求。"), t("无需充值或更换密钥，问题与两者无关。")] } },
        WordingRow { title: "身份验证服务不可用", message: const { &[t("网关目前无法验证 API 密钥。")] }, description: "网关用于查询 API 密钥的存储没有响应。由于无法得知密钥是否有效，网关不会将其判为无效。", causes: const { &[t("密钥存储或身份提供方宕机或响应缓慢。"), t("网关与密钥存储之间的网络中断。")] }, remediation: const { &[t("几秒后重试。"), t("保留现有密钥，更换密钥不会有任何作用。")] } },
        WordingRow { title: "上游错误", message: const { &[t("上游服务商处理失败，状态码为 {status}。"), t("上游服务商未能处理该请求。")] }, description: "上游服务商收到请求后报告了其自身的故障。故障文本只保留在网关日志中。", causes: const { &[t("服务商出现故障，可能只涉及其中一台服务器。"), t("请求触发了服务商的缺陷，例如罕见的参数组合。")] }, remediation: const { &[t("重试一到两次。"), t("如果同一请求总是失败而其他请求正常，逐步简化请求，找出引发问题的部分。"), t("如果故障持续，改用其他模型。")] } },
        WordingRow { title: "上游不认可网关", message: const { &[t("上游服务商不认可网关，需由运营方处理。")] }, description: "上游服务商未接受网关作为其客户端。调用方对网关的访问没有问题，与此无关。", causes: const { &[t("网关向服务商出示的信息缺失、过时或有误。")] }, remediation: const { &[t("改用其他模型，或等待运营方解决。"), t("保持自己的设置不变，问题不在其中。"), t("将模型和请求 ID 告知运营方。")] } },
        WordingRow { title: "上游不允许该操作", message: const { &[t("上游服务商不允许网关执行该操作。")] }, description: "上游服务商认可网关，但拒绝了这一项操作。调用方在网关的权限是足够的。", causes: const { &[t("服务商未授予网关该操作的权限。"), t("服务商的某项策略不允许这类请求。")] }, remediation: const { &[t("改用其他模型，或不使用该操作。"), t("将所需的操作告知运营方。")] } },
        WordingRow { title: "网关被上游拦截", message: const { &[t("上游服务商拦截了来自本网关的请求。")] }, description: "请求因其来源在上游一侧被拒绝，未到达任何模型。这与调用方所在的位置无关。", causes: const { &[t("服务商不为网关所在的地区或网络提供服务。"), t("针对自动化流量的防护将网关误认为攻击者。")] }, remediation: const { &[t("改用通过其他服务商提供的模型。"), t("将该故障告知运营方；调用方无法通过修改设置解决。")] } },
        WordingRow { title: "上游已停止服务", message: const { &[t("上游服务商已停止为本网关提供服务，需由运营方解决。")] }, description: "上游服务商拒绝网关在该线路上的所有请求，与请求内容无关。在运营方与服务商解决之前，拒绝会一直持续。", causes: const { &[t("服务商已暂停为网关提供服务，或正在等待运营方确认。")] }, remediation: const { &[t("改用其他服务商的模型。"), t("向运营方询问模型何时恢复。")] } },
        WordingRow { title: "上游缺少该端点", message: const { &[t("上游服务商不提供网关为该请求调用的端点。")] }, description: "调用方使用的路径正确，但网关由此得出的上游路径在上游服务商处不存在。", causes: const { &[t("网关中服务商的地址缺少版本部分，或重复包含版本部分。"), t("服务商不支持这类请求，例如嵌入或重排序。"), t("服务商已下线旧版 API。")] }, remediation: const { &[t("为这类请求改用其他模型。"), t("将所调用的路径和模型告知运营方。")] } },
        WordingRow { title: "被上游取消", message: const { &[t("请求完成之前被上游服务商取消。")] }, description: "调用方和网关都未要求取消，但上游服务商取消并终止了该操作。", causes: const { &[t("服务商的服务器在请求处理期间关闭或被替换。"), t("服务商将容量让给了其他请求。")] }, remediation: const { &[t("重新发送请求。"), t("如果受影响的主要是长回答，改为请求较短的回答。")] } },
        WordingRow { title: "所有上游候选均失败", message: const { &[t("该请求的 {attempts} 个上游候选均失败。"), t("该请求的所有上游候选均失败。")] }, description: "网关依次尝试了各个上游候选，均未得到可用的回答。各次失败的原因不同，因此不以其中任何一个代表全部。", causes: const { &[t("多个服务商同时出现问题。"), t("各候选依赖同一个公共环节，例如同一条网络路径或同一个中转服务。")] }, remediation: const { &[t("几秒后重试。"), t("如果再次失败，改用其他模型。"), t("反馈问题时附上请求 ID，日志中按该 ID 记录了每次尝试。")] } },
        WordingRow { title: "上游流中断", message: const { &[t("上游服务商的回答在完成之前中断。")] }, description: "与上游服务商的连接在收到协议的结束标记之前关闭，或在某个事件中途关闭。此前已发送的内容未受影响，其余部分缺失。", causes: const { &[t("服务商的服务器崩溃或重启。"), t("网关与服务商之间的网络或代理切断了连接。"), t("途中某处的连接时限已到。")] }, remediation: const { &[t("将已收到的部分视为不完整，尤其是其中的工具调用。"), t("重新发送请求；新的回答会从头开始。")] } },
        WordingRow { title: "上游事件过大", message: const { &[t("上游服务商发送了一个超过 {limit} 字节的事件。"), t("上游服务商发送了一个超出网关接受上限的事件。")] }, description: "流按事件逐个转发，每个事件都必须能放入固定大小的缓冲区。有一个事件超出了该大小，为避免占用无限增长，网关结束了流。", causes: const { &[t("回答在一个事件中携带了图片、音频或文件。"), t("服务商在最后一个事件中重复整个回答，而回答很长。"), t("服务商发送的不是事件流。")] }, remediation: const { &[t("以非流式方式请求回答。"), t("请求更小的输出，例如分辨率较低的图片。")] } },
        WordingRow { title: "无法理解上游响应", message: const { &[t("上游服务商返回了网关无法理解的响应：{reason}。"), t("上游服务商返回了网关无法理解的响应。")] }, description: "上游服务商报告成功，但返回的内容不是其协议中的回答，而是 HTML 页面、空响应体、损坏的 JSON，或在请求流式传输时返回了普通 JSON。", causes: const { &[t("返回的是登录页、维护页或验证页，而非回答。"), t("服务商更改了格式，或使用的协议与配置不符。"), t("服务商的服务器在发送状态行之后发生故障。")] }, remediation: const { &[t("重试一次。"), t("如果故障只出现在流式或非流式方式下，改用另一种方式。")] } },
    ]),
];
