// @generated from catalog/ by the generator in src/codegen. Do not edit by hand:
// WIREFAULT_UPDATE=1 cargo test --test it fresh

use super::entry::text as t;
use super::entry::{Category, Entry, Exposure, Fault, Kind, MessageContract, NoticeRow, Param, ParamType, Retry, Row, Stability, Status, WordingRow};
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

pub(crate) static ENTRIES: [Entry; 90] = [
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
        notice: Some(NoticeRow { event: Some("wirefault.tool-cap"), payload: const { &[t("code"), t("iterations"), t("synth_called")] }, body_field: Some("notice_code"), header: None, header_value: None }),
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
        notice: Some(NoticeRow { event: Some("wirefault.tool-anti-loop"), payload: const { &[t("code"), t("iterations"), t("synth_called")] }, body_field: Some("notice_code"), header: None, header_value: None }),
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

pub(crate) const SEED: u64 = 0x68a97234bb8c4b69;

pub(crate) static INDEX: [u16; 1024] = [
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 10, 65535, 65535,
    65535, 65535, 65535, 65535, 51, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 9, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 75, 65535, 18, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 57,
    65535, 65535, 67, 28, 65535, 65535, 48, 74, 65535, 65535, 65535, 65535, 31, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 77, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 49, 60, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 16, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 84, 65535, 65535, 65535, 65535, 87, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 19, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 0, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 58, 65535, 65535, 12, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 13, 65535, 65535, 65535, 65535, 65535, 41, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 5, 65535, 53, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 88, 65535, 65535, 65535, 65535, 65535, 65535, 3, 65535, 65535, 65535, 65535, 65535,
    65535, 50, 65535, 20, 65535, 65535, 11, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 62, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    1, 65535, 65535, 65535, 78, 79, 65535, 65535, 65535, 65535, 65535, 15, 65535, 65535, 65535, 65535,
    65535, 55, 65535, 65535, 65535, 81, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 56, 65535,
    45, 65535, 65535, 65535, 65535, 65535, 65535, 26, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 32, 65535, 65535, 65535, 65535, 80, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 59, 65535, 65535, 65535, 83, 65535, 65535, 65535, 44, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 35, 65535, 65535, 65535, 65535, 69, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 52, 65535, 65535, 65535, 70, 14, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 46, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    4, 65535, 65535, 65535, 65535, 65535, 65535, 82, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 22, 65535, 65535, 65535, 65535, 89,
    65535, 61, 17, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 86, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 36, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 21, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 2, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 34,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 6, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65, 65535, 65535, 66, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 54,
    65535, 65535, 65535, 65535, 30, 47, 65535, 65535, 65535, 7, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 71, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 40, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 24, 65535, 33, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 37, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 85, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 72, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    76, 29, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 73, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 27, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 68, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 42, 65535, 65535, 65535, 65535, 65535, 43, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 39, 65535, 65535, 65535, 65535,
    65535, 65535, 65535, 63, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 38, 65535, 65535, 65535,
    65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535,
    65535, 25, 23, 64, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 8, 65535,
];

pub(crate) static LANGUAGES: [(&str, &[WordingRow]); 0] = [
];
