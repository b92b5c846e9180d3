//! Ollama, llama.cpp and LM Studio where they leave the OpenAI shape.

use super::{At, Role, Row, both};

/// `{"error":"text"}` on any status and as an NDJSON line; answers have `done` and `message`.
pub(super) const ROWS: &[Row] = &[both(At::Root, "done", Role::None, At::Skip)];
