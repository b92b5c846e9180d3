// @generated from catalog/ by the generator in src/codegen. Do not edit by hand:
// WIREFAULT_UPDATE=1 cargo test --test it fresh

pub(super) const LONGEST: usize = 24;

pub(super) const MESSAGES: &[(&str, u8)] = &[
    ("message", 6),
    ("msg", 6),
    ("detail", 5),
    ("descr", 4),
    ("desc", 4),
    ("error", 3),
    ("reason", 3),
    ("cause", 3),
    ("exception", 3),
    ("fault", 3),
    ("text", 2),
    ("info", 2),
];

pub(super) const PERHAPS: &[&str] = &[
    "err",
    "result",
    "body",
    "response",
    "status",
    "title",
];

pub(super) const CODES: &[&str] = &[
    "code",
    "errorcode",
    "errcode",
    "error_code",
];

