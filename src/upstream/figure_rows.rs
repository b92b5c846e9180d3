// @generated from catalog/ by the generator in src/codegen. Do not edit by hand:
// WIREFAULT_UPDATE=1 cargo test --test it fresh

pub(super) const LIMIT_LEADS: &[&str] = &[
    "maximum context length is ",
    "maximum context length of ",
    "context length of ",
    "limit of ",
    "context window of ",
    "context length is only ",
    "Limit: ",
    "Limit ",
    "limit is ",
    "Max size: ",
    "model is ",
    "allowed (",
    "maximum allowed: ",
    "context limit of ",
    "context size (",
    "maximum number of tokens allowed (",
    "maximum of ",
    "up to ",
];

pub(super) const LIMIT_TAILS: &[&str] = &[
    " maximum",
];

pub(super) const USED_LEADS: &[&str] = &[
    "you requested ",
    "Requested ",
    "requested ",
    "your messages resulted in ",
    "token count (",
    "token count of ",
    "prompt contains ",
    "input length is ",
    "request (",
    "tokens (actual/limit): ",
    "resulted in ",
    "at least ",
];

pub(super) const USED_TAILS: &[&str] = &[
    " tokens >",
];

pub(super) const CODE_LEADS: &[&str] = &[
    "error code: ",
    "Error code: ",
    "error code ",
];

pub(super) const QUOTED_LEADS: &[&str] = &[
    "model",
    "models",
    "model id",
    "name",
    "names",
    "parameter",
    "parameters",
    "param",
    "value",
    "value for",
    "values",
    "field",
    "fields",
    "property",
    "properties",
    "argument",
    "arguments",
    "option",
    "file",
    "filename",
    "data",
    "function",
    "tool",
    "role",
    "type",
    "key",
    "invalid",
    "unknown",
    "unsupported",
    "unrecognized",
    "unexpected",
    "deployment",
    "engine",
    "voice",
    "tag",
    "enum",
    "format",
    "language",
    "input",
    "模型",
    "参数",
    "字段",
    "名称",
    "文件",
    "值",
];

pub(super) const OPEN_LEADS: &[&str] = &[
    "model: ",
    "invalid model: ",
    "invalid model id: ",
    "invalid model name: ",
    "unknown model: ",
    "model not found: ",
    "no such model: ",
    "unknown parameter: ",
    "unsupported parameter: ",
    "unrecognized request argument supplied: ",
    "模型不存在：",
    "模型不存在: ",
];

