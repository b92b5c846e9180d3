//! The keys of a JSON object in the order in which they are written.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

/// The keys of an object, in order.
pub(crate) struct Keys(pub(crate) Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Keys;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some((key, _)) = map.next_entry::<String, IgnoredAny>()? {
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

/// Returns the keys of the object that a top-level member holds.
pub(crate) fn inside(text: &str, member: &str) -> Vec<String> {
    use serde_json::value::RawValue;
    let top: std::collections::BTreeMap<String, Box<RawValue>> =
        serde_json::from_str(text).unwrap();
    let keys: Keys = serde_json::from_str(top[member].get()).unwrap();
    keys.0
}
