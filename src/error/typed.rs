//! The macro behind the typed constructors.

/// Writes a constructor per entry: a struct with one method per parameter.
macro_rules! typed {
    ($(
        $(#[$meta:meta])*
        $name:ident { $( $(#[$doc:meta])* $param:ident: $kind:ident, )* }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[must_use]
        pub struct $name(crate::GatewayError);

        impl $name {
            /// Creates the error without parameters.
            pub fn new() -> Self {
                $name(crate::GatewayError::new(crate::ErrorCode::$name))
            }

            $(
                $(#[$doc])*
                pub fn $param(self, value: $crate::error::typed::arg!($kind)) -> Self {
                    let value = $crate::error::typed::value!($kind, value);
                    $name(self.0.with(stringify!($param), value))
                }
            )*

            /// Returns the error.
            pub fn build(self) -> crate::GatewayError {
                self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $name::new()
            }
        }

        impl From<$name> for crate::GatewayError {
            fn from(typed: $name) -> Self {
                typed.0
            }
        }
    )*};
}

macro_rules! arg {
    (string) => { impl Into<std::borrow::Cow<'static, str>> };
    (int) => { i64 };
    (money) => { crate::Money };
    (duration) => { std::time::Duration };
    (list) => { impl IntoIterator<Item = impl Into<String>> };
    (redacted) => { crate::text::PublicText };
}

macro_rules! value {
    (string, $value:ident) => {
        crate::Value::Text($value.into())
    };
    (list, $value:ident) => {
        crate::Value::List($value.into_iter().map(Into::into).collect())
    };
    ($kind:ident, $value:ident) => {
        crate::Value::from($value)
    };
}

pub(crate) use {arg, typed, value};
