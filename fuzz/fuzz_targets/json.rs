//! Any bytes end the scanner; on valid JSON it sees the names and strings that `serde_json` sees.
#![no_main]

use std::fmt;

use libfuzzer_sys::fuzz_target;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use wirefault::json::{Event, Scanner};

#[derive(Debug, PartialEq)]
enum Seen {
    Key(String),
    String(String),
    Number,
    Bool(bool),
    Null,
}

fn scan(mut scanner: Scanner<'_>) -> (Vec<Seen>, bool) {
    let mut seen = Vec::new();
    let mut at = 0;
    while let Some(event) = scanner.next_event() {
        assert!(scanner.offset() > at);
        at = scanner.offset();
        match event {
            Event::Key(text) => seen.push(Seen::Key(text.to_str().into_owned())),
            Event::String(text) => seen.push(Seen::String(text.to_str().into_owned())),
            Event::Number(_) => seen.push(Seen::Number),
            Event::Bool(value) => seen.push(Seen::Bool(value)),
            Event::Null => seen.push(Seen::Null),
            Event::Begin(_) | Event::End(_) => {}
        }
    }
    (seen, scanner.is_complete())
}

/// Collects what `serde_json` reads, repeated names included.
struct Collect<'s>(&'s mut Vec<Seen>);

impl<'de> DeserializeSeed<'de> for Collect<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Collect<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.push(Seen::Null);
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.0.push(Seen::Bool(value));
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        self.0.push(Seen::Number);
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        self.0.push(Seen::Number);
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        self.0.push(Seen::Number);
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.push(Seen::String(text.to_owned()));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        while array.next_element_seed(Collect(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(name) = object.next_key::<String>()? {
            self.0.push(Seen::Key(name));
            object.next_value_seed(Collect(self.0))?;
        }
        Ok(())
    }
}

fuzz_target!(|bytes: &[u8]| {
    let _ = scan(Scanner::relaxed(bytes));
    let (ours, complete) = scan(Scanner::new(bytes));
    let mut theirs = Vec::new();
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let valid = Collect(&mut theirs).deserialize(&mut reader).is_ok() && reader.end().is_ok();
    if valid {
        assert_eq!(ours, theirs);
        assert!(complete);
    }
});
