//! Values of parameters.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use crate::catalog::{Param, ParamType, Text};
use crate::text::PublicText;

/// The value of an entry's parameter.
///
/// Values are formatted by type, so that languages cannot disagree: durations as plain seconds,
/// money with its currency, lists with commas.
///
/// ```
/// use std::time::Duration;
/// use wirefault::{Money, Value};
///
/// assert_eq!(Value::from(Duration::from_millis(1500)).to_string(), "1.5");
/// assert_eq!(Value::from(Money::cents(500, "USD")).to_string(), "$5.00");
/// assert_eq!(Value::from(vec!["a".to_owned(), "b".to_owned()]).to_string(), "a, b");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// Text.
    Text(Text),
    /// A whole number.
    Int(i64),
    /// An amount of a currency.
    Money(Money),
    /// A span of time.
    Duration(Duration),
    /// Texts.
    List(Vec<String>),
}

impl Value {
    /// Parses a value in the notation of the catalog files: `5`, `5.00 USD`, `2s`, `a, b`.
    ///
    /// # Errors
    ///
    /// Text that is no value of the parameter's type.
    pub fn parse(param: &Param, text: &str) -> Result<Self, ParseValueError> {
        let wrong = || ParseValueError {
            name: param.name.to_string(),
            kind: param.kind,
        };
        Ok(match param.kind {
            ParamType::String | ParamType::Enum => Value::Text(Cow::Owned(text.to_owned())),
            ParamType::Int => Value::Int(text.parse().map_err(|_| wrong())?),
            ParamType::Duration => {
                Value::Duration(humantime::parse_duration(text).map_err(|_| wrong())?)
            }
            ParamType::List => {
                Value::List(text.split(',').map(|item| item.trim().to_owned()).collect())
            }
            ParamType::Money => Value::Money(Money::parse(text).ok_or_else(wrong)?),
        })
    }

    /// Returns the text, if it is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Why a parameter's text is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the parameter `{name}` takes a value of type {kind}")]
pub struct ParseValueError {
    name: String,
    kind: ParamType,
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => f.write_str(text),
            Value::Int(number) => write!(f, "{number}"),
            Value::Money(money) => write!(f, "{money}"),
            Value::Duration(duration) => seconds(*duration, f),
            Value::List(items) => f.write_str(&items.join(", ")),
        }
    }
}

/// Writes whole seconds plainly, and fractions to the millisecond.
fn seconds(duration: Duration, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let millis = duration.as_millis();
    let (whole, rest) = (millis / 1000, millis % 1000);
    if rest == 0 {
        return write!(f, "{whole}");
    }
    let fraction = format!("{rest:03}");
    write!(f, "{whole}.{}", fraction.trim_end_matches('0'))
}

/// An amount of a currency, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    micros: i64,
    currency: [u8; 3],
}

impl Money {
    /// Creates an amount of hundredths. The currency is an ISO 4217 code.
    pub fn cents(cents: i64, currency: &str) -> Self {
        Money::micros(cents.saturating_mul(10_000), currency)
    }

    /// Creates an amount of millionths. The currency is an ISO 4217 code; anything else is `XXX`,
    /// which stands for no currency.
    pub fn micros(micros: i64, currency: &str) -> Self {
        let code = <[u8; 3]>::try_from(currency.as_bytes()).ok();
        let code = code.filter(|code| code.iter().all(u8::is_ascii_alphabetic));
        let mut currency = code.unwrap_or(*b"XXX");
        currency.make_ascii_uppercase();
        Money { micros, currency }
    }

    /// Returns the amount in millionths.
    pub fn as_micros(self) -> i64 {
        self.micros
    }

    fn parse(text: &str) -> Option<Self> {
        let (amount, currency) = text.split_once(' ')?;
        let (sign, amount) = match amount.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, amount),
        };
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        let digits = fraction.get(..fraction.len().min(6))?;
        let scale = 10_i64.checked_pow(6 - u32::try_from(digits.len()).ok()?)?;
        let part: i64 = if digits.is_empty() {
            0
        } else {
            digits.parse().ok()?
        };
        let micros = whole.parse::<i64>().ok()?.checked_mul(1_000_000)?;
        let micros = micros.checked_add(part.checked_mul(scale)?)?;
        let plain = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
        plain.then(|| Money::micros(sign * micros, currency))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.micros < 0 { "-" } else { "" };
        let micros = self.micros.unsigned_abs();
        let (whole, rest) = (micros / 1_000_000, micros % 1_000_000);
        // Two decimals as people write them, more only where there are any.
        let amount = if rest % 10_000 == 0 {
            format!("{whole}.{:02}", rest / 10_000)
        } else {
            format!("{whole}.{rest:06}")
                .trim_end_matches('0')
                .to_owned()
        };
        match &self.currency {
            b"USD" => write!(f, "{sign}${amount}"),
            b"EUR" => write!(f, "{sign}€{amount}"),
            b"GBP" => write!(f, "{sign}£{amount}"),
            b"CNY" | b"JPY" => write!(f, "{sign}¥{amount}"),
            other => write!(f, "{sign}{amount} {}", String::from_utf8_lossy(other)),
        }
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Value::$variant(value.into())
            }
        }
    )*};
}

from! {
    &'static str => Text, String => Text, Text => Text,
    i64 => Int, i32 => Int, u32 => Int, u16 => Int, u8 => Int,
    Money => Money, Duration => Duration, Vec<String> => List,
}

impl From<u64> for Value {
    fn from(value: u64) -> Self {
        Value::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Value {
    /// A value of an enum of `true` and `false`.
    fn from(value: bool) -> Self {
        Value::Text(Cow::Borrowed(if value { "true" } else { "false" }))
    }
}

impl From<PublicText> for Value {
    fn from(text: PublicText) -> Self {
        Value::Text(text.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_and_written() {
        for (text, shown) in [
            ("5.00 USD", "$5.00"),
            ("0.12 USD", "$0.12"),
            ("-1.5 EUR", "-€1.50"),
            ("0.000123 USD", "$0.000123"),
            ("7 CHF", "7.00 CHF"),
        ] {
            assert_eq!(Money::parse(text).unwrap().to_string(), shown, "{text}");
        }
        for bad in [
            "",
            "5",
            "5 usd",
            "x USD",
            "99999999999999999999 USD",
            "5.0.0 USD",
        ] {
            assert!(Money::parse(bad).is_none(), "{bad}");
        }
        assert!(
            Money::cents(i64::MIN, "dollar")
                .to_string()
                .ends_with(" XXX")
        );
    }
}
