//! The sanitiser takes any bytes: no panic, and a second pass finds nothing new.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wirefault::sanitise::Sanitiser;
use wirefault::text::Untrusted;

fuzz_target!(|bytes: &[u8]| {
    let sanitiser = Sanitiser::standard();
    let text = String::from_utf8_lossy(bytes);
    let once = sanitiser.mask(&text).into_owned();
    assert_eq!(sanitiser.mask(&once), once);
    let public = sanitiser.public(&Untrusted::new(text.as_ref()));
    assert!(public.as_str().len() <= wirefault::sanitise::DEFAULT_CAP);
    let masked = sanitiser.mask_json(bytes);
    if serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok() {
        assert!(serde_json::from_slice::<serde::de::IgnoredAny>(&masked).is_ok());
    }
    let _ = sanitiser.mask_sse(bytes);
});
