//! Words of closed lists in the files of upstream's rules: a misspelt one is refused where it stands.

use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error};
use strum::VariantArray;

use crate::catalog::nearest;

/// Reads a word of a closed list.
pub(super) fn word<'de, D, T>(deserializer: D) -> Result<String, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr + VariantArray + AsRef<str>,
{
    check::<D::Error, T>(String::deserialize(deserializer)?)
}

/// Reads such a word where there may be none.
pub(super) fn option<'de, D, T>(deserializer: D) -> Result<Option<String>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr + VariantArray + AsRef<str>,
{
    word::<D, T>(deserializer).map(Some)
}

/// Reads a list of such words.
pub(super) fn words<'de, D, T>(deserializer: D) -> Result<Vec<String>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr + VariantArray + AsRef<str>,
{
    let words = Vec::<String>::deserialize(deserializer)?;
    words.into_iter().map(check::<D::Error, T>).collect()
}

fn check<E, T>(word: String) -> Result<String, E>
where
    E: Error,
    T: FromStr + VariantArray + AsRef<str>,
{
    if word.parse::<T>().is_ok() {
        return Ok(word);
    }
    let known = || T::VARIANTS.iter().map(AsRef::as_ref);
    let advice = match nearest(&word, known(), 1).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("use one of {}", known().collect::<Vec<_>>().join(", ")),
    };
    Err(E::custom(format!("`{word}` is not known; {advice}")))
}
