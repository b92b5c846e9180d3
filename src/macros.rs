//! The macro door: a gateway's own codes, written beside its handlers.

mod rules;

pub use self::rules::{
    SecretParameter, has, key, key_free, no_notice, no_secret, param, status, templates, texts,
    title, unknown, used,
};

/// Declares a gateway's own codes: a closed enum, its entries in static memory, and a typed
/// constructor for each.
///
/// The enum can be matched exhaustively, turns into a [`GatewayError`](crate::GatewayError), and
/// its `ENTRIES` make a [`Layer`](crate::catalog::Layer). Beside it stands one struct per code,
/// named as the variant, with a method per parameter; put the invocation into a module of its own
/// if the names would collide.
///
/// ```
/// use wirefault::catalog::{Catalog, Layer};
/// use wirefault::{GatewayError, Protocol, Renderer, error_codes};
///
/// error_codes! {
///     /// Codes of Acme's gateway.
///     pub enum Acme {
///         ToolLoopLimit {
///             key: "tool_loop_limit", status: 422, category: InvalidRequest, retry: never, fault: client,
///             title: "Too many tool calls",
///             message: "Stopped after {iterations} tool calls.",
///             params: { iterations: int = 25 },
///             description: "The model kept calling tools, and the limit of the gateway was reached.",
///             remediation: ["Split the task."],
///         },
///         GpuQueueFull {
///             key: "gpu_queue_full", status: 503, category: Overloaded, retry: after(20), fault: gateway,
///             title: "GPU queue full", message: "All GPUs are busy.",
///             description: "The queue before the GPUs has no free place.",
///             remediation: ["Send the request again a little later."],
///         },
///     }
/// }
///
/// let error: GatewayError = ToolLoopLimit::new().iterations(25).into();
/// assert_eq!(error.to_string(), "tool_loop_limit: Stopped after 25 tool calls.");
///
/// let layer = Layer::from_entries("acme", Acme::ENTRIES);
/// let renderer = Renderer::new(Catalog::builder().layer(layer).build()?)?;
/// let response: http::Response<Vec<u8>> =
///     renderer.response(&error, Protocol::OpenAiChat, &Default::default());
/// assert_eq!(response.status(), 422);
///
/// // Exhaustive: a sixth code does not compile until it is handled.
/// let page = match Acme::from_key(error.key()).unwrap() {
///     Acme::ToolLoopLimit => "loops",
///     Acme::GpuQueueFull => "queue",
/// };
/// assert_eq!(page, "loops");
/// # Ok::<(), wirefault::catalog::Problems>(())
/// ```
///
/// # Fields
///
/// `key` comes first; the others follow in any order.
///
/// | field | value |
/// |---|---|
/// | `key`, `title`, `description` | text |
/// | `status` | a number from 400 to 599, or `upstream_4xx` |
/// | `category` | a variant of [`Category`](crate::Category) |
/// | `retry` | `never`, `now`, `after`, `after(SECONDS)` or `until_utc_midnight` |
/// | `fault` | `client`, `gateway`, `upstream` or `operator` |
/// | `message` | a template, or a list of them with the fullest first |
/// | `remediation` | a list of texts |
/// | `params` (optional) | `{ NAME: TYPE }` or `{ NAME: TYPE = EXAMPLE }` |
/// | `causes`, `operator_action`, `related`, `aliases`, `markers` (optional) | a list of texts |
/// | `message_contract` (optional) | `free` or `verbatim` |
/// | `typical_param`, `anchor`, `since`, `gemini_reason`, `gemini_status`, `gemini_quota_id`, `gemini_quota_metric`, `responses_stop_code`, `anthropic_error_code` (optional) | text |
/// | `headers`, `extensions` (optional) | `{ "NAME": "TEMPLATE" }` |
///
/// The type of a parameter is `string`, `int`, `money`, `duration`, `list` or `enum["a", "b"]`,
/// with `redacted` or `secret` before it. Notices, and messages with gateway variables
/// (`{@name}`), belong into a catalog file.
///
/// # Compile errors
///
/// A misspelt placeholder (inside the template), a secret parameter in a template, a key that is
/// declared twice or stands in the standard catalog, a key or status that is not valid, a missing
/// or unknown field.
#[macro_export]
macro_rules! error_codes {
    (
        $(#[$meta:meta])*
        $vis:vis enum $Codes:ident {$(
            $(#[$doc:meta])*
            $Name:ident {
                key: $key:literal
                $(, $field:ident: $value:tt $(($($arg:tt)*))?)* $(,)?
            }
        ),+ $(,)?}
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $Codes {$(
            $(#[$doc])*
            #[doc = concat!("`", $key, "`.")]
            $Name,
        )+}

        impl $Codes {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$($Codes::$Name),+];

            /// The entries, in the order of the codes.
            pub const ENTRIES: &'static [$crate::catalog::Entry] = {
                static ENTRIES: &[$crate::catalog::Entry] = &[$($Name::ROW.entry()),+];
                ENTRIES
            };

            /// Returns the key.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($Codes::$Name => $key,)+
                }
            }

            /// Returns the entry.
            pub const fn entry(self) -> &'static $crate::catalog::Entry {
                &Self::ENTRIES[self as usize]
            }

            /// Returns the code with this key.
            pub fn from_key(key: &str) -> ::core::option::Option<Self> {
                // The same key twice is refused here, at the second one.
                #[deny(unreachable_patterns)]
                match key {
                    $($key => ::core::option::Option::Some($Codes::$Name),)+
                    _ => ::core::option::Option::None,
                }
            }
        }

        impl ::core::fmt::Display for $Codes {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::convert::AsRef<str> for $Codes {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::str::FromStr for $Codes {
            type Err = $crate::catalog::LookupError;

            fn from_str(key: &str) -> ::core::result::Result<Self, Self::Err> {
                Self::from_key(key).ok_or_else(|| $crate::macros::unknown(key, Self::ENTRIES))
            }
        }

        impl ::core::convert::From<$Codes> for $crate::GatewayError {
            fn from(code: $Codes) -> Self {
                code.entry().into()
            }
        }

        impl ::core::convert::From<$Codes> for $crate::Code {
            fn from(code: $Codes) -> Self {
                $crate::Code::own(code.as_str())
            }
        }

        $(
            $(#[$doc])*
            #[doc = concat!("`", $key, "`, with its parameters.")]
            #[derive(Clone, Debug)]
            #[must_use]
            $vis struct $Name($crate::GatewayError);

            impl $Name {
                const FIELDS: &'static [&'static str] = &[$(::core::stringify!($field)),*];

                const ROW: $crate::catalog::Row = {
                    #[allow(unused_mut)]
                    let mut row = $crate::catalog::Row::BASE;
                    row.key = $key;
                    $($crate::__error_codes!(@set row $field $value $(($($arg)*))?);)*
                    row
                };

                /// Creates the error without parameters.
                pub fn new() -> Self {
                    $Name($crate::GatewayError::from($Codes::$Name))
                }

                $($crate::__error_codes! { @methods $Name $field $value })*

                /// Returns the error.
                pub fn build(self) -> $crate::GatewayError {
                    self.0
                }
            }

            impl ::core::default::Default for $Name {
                fn default() -> Self {
                    $Name::new()
                }
            }

            impl ::core::convert::From<$Name> for $crate::GatewayError {
                fn from(typed: $Name) -> Self {
                    typed.0
                }
            }

            $crate::__error_codes! { @check $Name }

            const _: () = {
                // The compiler reads the templates, so a misspelt name is underlined in place.
                #[allow(dead_code, unused_variables)]
                fn templates() {
                    $($crate::__error_codes!(@bind $field $value);)*
                    $($crate::__error_codes!(@template $field $value);)*
                }
            };
        )+
    };
}

/// The parts of [`error_codes!`]: how each field is written into a row, and what is checked.
#[doc(hidden)]
#[macro_export]
macro_rules! __error_codes {
    // Fields, one rule per form of value.
    (@set $row:ident status upstream_4xx) => { $row.status = $crate::catalog::Status::Upstream4xx };
    (@set $row:ident status $status:literal) => { $row.status = $crate::catalog::Status::Fixed($status) };
    (@set $row:ident category $category:ident) => { $row.category = $crate::Category::$category };
    (@set $row:ident retry never) => { $row.retry = $crate::catalog::Retry::Never };
    (@set $row:ident retry now) => { $row.retry = $crate::catalog::Retry::Now };
    (@set $row:ident retry after) => {
        $row.retry = $crate::catalog::Retry::After(::core::option::Option::None)
    };
    (@set $row:ident retry after ($seconds:literal)) => {
        $row.retry = $crate::catalog::Retry::After(::core::option::Option::Some(
            ::core::time::Duration::from_secs($seconds),
        ))
    };
    (@set $row:ident retry until_utc_midnight) => { $row.retry = $crate::catalog::Retry::UntilUtcMidnight };
    (@set $row:ident fault client) => { $row.fault = $crate::catalog::Fault::Client };
    (@set $row:ident fault gateway) => { $row.fault = $crate::catalog::Fault::Gateway };
    (@set $row:ident fault upstream) => { $row.fault = $crate::catalog::Fault::Upstream };
    (@set $row:ident fault operator) => { $row.fault = $crate::catalog::Fault::Operator };
    (@set $row:ident title $text:literal) => { $row.title = $text };
    (@set $row:ident description $text:literal) => { $row.description = $text };
    (@set $row:ident message $text:literal) => { $crate::__error_codes!(@list $row message $text) };
    (@set $row:ident message [$($text:literal),* $(,)?]) => { $crate::__error_codes!(@list $row message $($text)*) };
    (@set $row:ident remediation [$($text:literal),* $(,)?]) => { $crate::__error_codes!(@list $row remediation $($text)*) };
    (@set $row:ident causes [$($text:literal),* $(,)?]) => { $crate::__error_codes!(@list $row causes $($text)*) };
    (@set $row:ident operator_action [$($text:literal),* $(,)?]) => { $crate::__error_codes!(@list $row operator_action $($text)*) };
    (@set $row:ident related [$($text:literal),* $(,)?]) => { $crate::__error_codes!(@list $row related $($text)*) };
    (@set $row:ident aliases [$($text:literal),* $(,)?]) => { $crate::__error_codes!(@list $row aliases $($text)*) };
    (@set $row:ident markers [$($text:literal),* $(,)?]) => { $crate::__error_codes!(@list $row markers $($text)*) };
    (@set $row:ident message_contract free) => { $row.message_contract = $crate::catalog::MessageContract::Free };
    (@set $row:ident message_contract verbatim) => { $row.message_contract = $crate::catalog::MessageContract::Verbatim };
    (@set $row:ident typical_param $text:literal) => { $row.typical_param = ::core::option::Option::Some($text) };
    (@set $row:ident anchor $text:literal) => { $row.anchor = $text };
    (@set $row:ident since $text:literal) => { $row.since = $text };
    (@set $row:ident gemini_reason $text:literal) => { $row.gemini[0] = ::core::option::Option::Some($text) };
    (@set $row:ident gemini_status $text:literal) => { $row.gemini[1] = ::core::option::Option::Some($text) };
    (@set $row:ident gemini_quota_id $text:literal) => { $row.gemini[2] = ::core::option::Option::Some($text) };
    (@set $row:ident gemini_quota_metric $text:literal) => { $row.gemini[3] = ::core::option::Option::Some($text) };
    (@set $row:ident responses_stop_code $text:literal) => { $row.responses_stop_code = ::core::option::Option::Some($text) };
    (@set $row:ident anthropic_error_code $text:literal) => { $row.anthropic_error_code = ::core::option::Option::Some($text) };
    (@set $row:ident headers {$($name:literal: $text:literal),* $(,)?}) => { $crate::__error_codes!(@pairs $row headers $($name $text)*) };
    (@set $row:ident extensions {$($name:literal: $text:literal),* $(,)?}) => { $crate::__error_codes!(@pairs $row extensions $($name $text)*) };
    (@set $row:ident params {$($param:tt)*}) => {
        $crate::__error_codes! { @params $row [] $($param)* , }
    };
    (@set $row:ident $field:ident $($value:tt)*) => {
        ::core::compile_error!(::core::concat!(
            "`", ::core::stringify!($field), ": ", ::core::stringify!($($value)*), "` is no field of an error code, or no value for it; the documentation of `error_codes!` lists both"
        ))
    };

    // Lists are constants of their own: values with destructors are not promoted otherwise.
    (@list $row:ident $field:ident $($text:literal)*) => {
        $row.$field = const { &[$($crate::catalog::text($text)),*] }
    };
    (@pairs $row:ident $field:ident $($name:literal $text:literal)*) => {
        $row.$field = const { &[$(($crate::catalog::text($name), $crate::catalog::text($text))),*] }
    };

    // Parameters, one after the other, into a list of constants.
    (@params $row:ident [$($done:expr,)*] $(,)?) => { $row.params = const { &[$($done),*] } };
    (@params $row:ident [$($done:expr,)*] $name:ident: redacted $kind:ident $([$($of:literal),*])? $(= $example:literal)?, $($rest:tt)*) => {
        $crate::__error_codes! { @params $row [$($done,)* $crate::__error_codes!(@param Redacted $name $kind [$($($of)*)?] $($example)?),] $($rest)* }
    };
    (@params $row:ident [$($done:expr,)*] $name:ident: secret $kind:ident $([$($of:literal),*])? $(= $example:literal)?, $($rest:tt)*) => {
        $crate::__error_codes! { @params $row [$($done,)* $crate::__error_codes!(@param Secret $name $kind [$($($of)*)?] $($example)?),] $($rest)* }
    };
    (@params $row:ident [$($done:expr,)*] $name:ident: $kind:ident $([$($of:literal),*])? $(= $example:literal)?, $($rest:tt)*) => {
        $crate::__error_codes! { @params $row [$($done,)* $crate::__error_codes!(@param Public $name $kind [$($($of)*)?] $($example)?),] $($rest)* }
    };
    (@param $exposure:ident $name:ident $kind:ident [$($of:literal)*] $($example:literal)?) => {
        $crate::macros::param(
            ::core::stringify!($name),
            $crate::__error_codes!(@kind $kind),
            $crate::catalog::Exposure::$exposure,
            &[$(::core::concat!($example))?],
            const { &[$($crate::catalog::text($of)),*] },
        )
    };
    (@kind string) => { $crate::catalog::ParamType::String };
    (@kind int) => { $crate::catalog::ParamType::Int };
    (@kind money) => { $crate::catalog::ParamType::Money };
    (@kind duration) => { $crate::catalog::ParamType::Duration };
    (@kind list) => { $crate::catalog::ParamType::List };
    (@kind enum) => { $crate::catalog::ParamType::Enum };
    (@kind $other:ident) => {
        ::core::compile_error!(::core::concat!(
            "`", ::core::stringify!($other), "` is no type of a parameter: write `string`, `int`, `money`, `duration`, `list` or `enum[...]`"
        ))
    };

    // A method per parameter; a secret has none, since no text may hold it.
    (@methods $Name:ident params {$($param:tt)*}) => { $crate::__error_codes! { @method $Name $($param)* , } };
    (@methods $Name:ident $field:ident $value:tt) => {};
    (@method $Name:ident $(,)?) => {};
    (@method $Name:ident $name:ident: secret $kind:ident $([$($of:tt)*])? $(= $example:literal)?, $($rest:tt)*) => {
        $crate::__error_codes! { @method $Name $($rest)* }
    };
    (@method $Name:ident $name:ident: redacted $kind:ident $([$($of:tt)*])? $(= $example:literal)?, $($rest:tt)*) => {
        /// Sets the parameter; text from outside becomes public through the sanitiser alone.
        pub fn $name(self, value: $crate::text::PublicText) -> Self {
            $Name(self.0.with(::core::stringify!($name), value))
        }
        $crate::__error_codes! { @method $Name $($rest)* }
    };
    (@method $Name:ident $name:ident: $kind:ident $([$($of:tt)*])? $(= $example:literal)?, $($rest:tt)*) => {
        #[doc = ::core::concat!("Sets `", ::core::stringify!($name), "`.")]
        pub fn $name(self, value: $crate::__error_codes!(@arg $kind)) -> Self {
            $Name(self.0.with(::core::stringify!($name), $crate::__error_codes!(@value $kind value)))
        }
        $crate::__error_codes! { @method $Name $($rest)* }
    };
    (@arg int) => { i64 };
    (@arg money) => { $crate::Money };
    (@arg duration) => { ::core::time::Duration };
    (@arg list) => { impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<::std::string::String>> };
    (@arg $text:ident) => { impl ::core::convert::Into<::std::borrow::Cow<'static, str>> };
    (@value int $value:ident) => { $crate::Value::Int($value) };
    (@value money $value:ident) => { $crate::Value::Money($value) };
    (@value duration $value:ident) => { $crate::Value::Duration($value) };
    (@value list $value:ident) => {
        $crate::Value::List($value.into_iter().map(::core::convert::Into::into).collect())
    };
    (@value $text:ident $value:ident) => { $crate::Value::Text($value.into()) };

    // Templates: every parameter is a local, and every message a format string.
    (@bind params {$($param:tt)*}) => { $crate::__error_codes! { @local $($param)* , } };
    (@bind $field:ident $value:tt) => {};
    (@local $(,)?) => {};
    (@local $name:ident: secret $kind:ident $([$($of:tt)*])? $(= $example:literal)?, $($rest:tt)*) => {
        let $name = $crate::macros::SecretParameter;
        $crate::__error_codes! { @local $($rest)* }
    };
    (@local $name:ident: $($kind:ident)+ $([$($of:tt)*])? $(= $example:literal)?, $($rest:tt)*) => {
        let $name = "";
        $crate::__error_codes! { @local $($rest)* }
    };
    (@template message [$($text:literal),* $(,)?]) => { $(let _ = ::core::format_args!($text);)* };
    (@template message $text:literal) => { let _ = ::core::format_args!($text); };
    (@template $field:ident $value:tt) => {};

    // What must hold of a row, one constant per rule, so that all are reported.
    (@check $Name:ident) => {
        $crate::__error_codes! { @present $Name status category retry fault title message description remediation }
        $crate::__error_codes! { @holds $Name key "the key is not `[a-z][a-z0-9_]{{1,60}}[a-z0-9]`" }
        $crate::__error_codes! { @holds $Name key_free "the standard catalog has this key, or it is reserved" }
        $crate::__error_codes! { @holds $Name status "the status is outside 400 to 599, or one that clients never see (407, 421)" }
        $crate::__error_codes! { @holds $Name no_notice "the category `Notice` belongs into a catalog file" }
        $crate::__error_codes! { @holds $Name title "the title is empty, over 80 characters, or ends with a period" }
        $crate::__error_codes! { @holds $Name texts "a message, the description or the remediation is empty" }
        $crate::__error_codes! { @holds $Name templates "a message holds a brace that is neither doubled nor around a declared parameter" }
        $crate::__error_codes! { @holds $Name no_secret "a text holds a secret parameter" }
        $crate::__error_codes! { @holds $Name used "a parameter stands in no text" }
    };
    (@present $Name:ident $($wanted:ident)*) => {$(
        const _: () = ::core::assert!(
            $crate::macros::has($Name::FIELDS, ::core::stringify!($wanted)),
            ::core::concat!("error code `", ::core::stringify!($Name), "`: the field `", ::core::stringify!($wanted), "` is missing, or stands there twice")
        );
    )*};
    (@holds $Name:ident $rule:ident $why:literal) => {
        const _: () = ::core::assert!(
            $crate::macros::$rule(&$Name::ROW),
            ::core::concat!("error code `", ::core::stringify!($Name), "`: ", $why)
        );
    };
}
