//! Normal answers, as an upstream of each protocol gives them.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use serde_json::{Value, json};
use wirefault::Protocol;

use super::Asked;

/// What the model says, delta by delta.
const WORDS: [&str; 4] = ["Hello", " from", " the", " upstream."];

/// Answers as asked: whole or as a stream.
pub fn normal(asked: &Asked) -> Response {
    if !asked.stream {
        return body(whole(asked).to_string().into(), "application/json");
    }
    let pieces = events(asked).into_iter().map(|event| Ok(event.into()));
    super::faults::send(asked, pieces.collect())
}

fn body(body: Body, media: &'static str) -> Response {
    let mut response = Response::new(body);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response
}

/// The whole answer.
pub fn whole(asked: &Asked) -> Value {
    let (model, text) = (&asked.model, WORDS.concat());
    match asked.protocol {
        Protocol::AnthropicMessages => json!({
            "id": "msg_1", "type": "message", "role": "assistant", "model": model,
            "content": [{"type": "text", "text": text}], "stop_reason": "end_turn",
            "stop_sequence": null, "usage": {"input_tokens": 3, "output_tokens": 4},
        }),
        Protocol::OpenAiResponses => response(model, "completed", &[message("completed", &text)]),
        Protocol::Gemini => gemini(&text, true),
        _ if asked.completions => json!({
            "id": "cmpl_1", "object": "text_completion", "created": 1, "model": model,
            "choices": [{"index": 0, "text": text, "finish_reason": "stop", "logprobs": null}],
            "usage": usage(),
        }),
        _ => json!({
            "id": "chatcmpl_1", "object": "chat.completion", "created": 1, "model": model,
            "choices": [{"index": 0, "finish_reason": "stop", "logprobs": null,
                "message": {"role": "assistant", "content": text, "refusal": null}}],
            "usage": usage(),
        }),
    }
}

/// The number of events before the first delta.
pub fn before_deltas(asked: &Asked) -> usize {
    match asked.protocol {
        Protocol::AnthropicMessages => 2,
        Protocol::OpenAiResponses => 4,
        Protocol::Gemini => 0,
        _ if asked.completions => 0,
        _ => 1,
    }
}

/// The events of a stream, in order, as they are on the wire.
pub fn events(asked: &Asked) -> Vec<String> {
    match asked.protocol {
        Protocol::AnthropicMessages => anthropic(asked),
        Protocol::OpenAiResponses => responses(asked),
        Protocol::Gemini => gemini_stream(asked),
        _ => chat(asked),
    }
}

fn chat(asked: &Asked) -> Vec<String> {
    let object = if asked.completions {
        "text_completion"
    } else {
        "chat.completion.chunk"
    };
    let chunk = |choice: Value| {
        format!(
            "data: {}\n\n",
            json!({"id": "chatcmpl_1", "object": object, "created": 1, "model": asked.model, "choices": [choice]})
        )
    };
    let delta = |word: &str| match asked.completions {
        true => chunk(json!({"index": 0, "text": word, "finish_reason": null, "logprobs": null})),
        false => chunk(json!({"index": 0, "delta": {"content": word}, "finish_reason": null})),
    };
    let mut events = Vec::new();
    if !asked.completions {
        events.push(chunk(json!({"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": null})));
    }
    events.extend(WORDS.iter().map(|word| delta(word)));
    events.push(match asked.completions {
        true => chunk(json!({"index": 0, "text": "", "finish_reason": "stop", "logprobs": null})),
        false => chunk(json!({"index": 0, "delta": {}, "finish_reason": "stop"})),
    });
    events.push("data: [DONE]\n\n".to_owned());
    events
}

fn anthropic(asked: &Asked) -> Vec<String> {
    let event = |data: Value| {
        format!(
            "event: {}\ndata: {data}\n\n",
            data["type"].as_str().unwrap_or_default()
        )
    };
    let mut events = vec![
        event(json!({"type": "message_start", "message": {
            "id": "msg_1", "type": "message", "role": "assistant", "model": asked.model, "content": [],
            "stop_reason": null, "stop_sequence": null, "usage": {"input_tokens": 3, "output_tokens": 1}}})),
        event(
            json!({"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}),
        ),
    ];
    events.extend(WORDS.iter().map(|word| {
        event(json!({"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": word}}))
    }));
    events.push(event(json!({"type": "content_block_stop", "index": 0})));
    events.push(event(json!({"type": "message_delta", "delta": {"stop_reason": "end_turn", "stop_sequence": null}, "usage": {"output_tokens": 4}})));
    events.push(event(json!({"type": "message_stop"})));
    events
}

fn responses(asked: &Asked) -> Vec<String> {
    let text = WORDS.concat();
    let part = |text: &str| json!({"type": "output_text", "text": text, "annotations": []});
    let place = json!({"item_id": "msg_1", "output_index": 0, "content_index": 0});
    let with = |mut event: Value| {
        if let (Some(event), Some(place)) = (event.as_object_mut(), place.as_object()) {
            event.extend(place.clone());
        }
        event
    };
    let mut events = vec![
        json!({"type": "response.created", "response": response(&asked.model, "in_progress", &[])}),
        json!({"type": "response.in_progress", "response": response(&asked.model, "in_progress", &[])}),
        json!({"type": "response.output_item.added", "output_index": 0, "item": {"id": "msg_1", "type": "message", "status": "in_progress", "role": "assistant", "content": []}}),
        with(json!({"type": "response.content_part.added", "part": part("")})),
    ];
    events.extend(WORDS.iter().map(|word| {
        with(json!({"type": "response.output_text.delta", "delta": word, "logprobs": []}))
    }));
    events.push(with(
        json!({"type": "response.output_text.done", "text": text, "logprobs": []}),
    ));
    events.push(with(
        json!({"type": "response.content_part.done", "part": part(&text)}),
    ));
    events.push(json!({"type": "response.output_item.done", "output_index": 0, "item": message("completed", &text)}));
    events.push(json!({"type": "response.completed", "response": response(&asked.model, "completed", &[message("completed", &text)])}));
    let numbered = events.into_iter().enumerate().map(|(number, mut event)| {
        if let Some(event) = event.as_object_mut() {
            event.insert("sequence_number".to_owned(), json!(number));
        }
        format!(
            "event: {}\ndata: {event}\n\n",
            event["type"].as_str().unwrap_or_default()
        )
    });
    numbered.collect()
}

fn response(model: &str, status: &str, output: &[Value]) -> Value {
    let usage = match status {
        "completed" => json!({"input_tokens": 3, "output_tokens": 4, "total_tokens": 7,
            "input_tokens_details": {"cached_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 0}}),
        _ => Value::Null,
    };
    json!({
        "id": "resp_1", "object": "response", "created_at": 1, "status": status, "model": model,
        "output": output, "error": null, "incomplete_details": null, "instructions": null,
        "parallel_tool_calls": true, "tool_choice": "auto", "tools": [], "metadata": {},
        "temperature": 1.0, "top_p": 1.0, "usage": usage,
    })
}

fn message(status: &str, text: &str) -> Value {
    json!({"id": "msg_1", "type": "message", "status": status, "role": "assistant",
        "content": [{"type": "output_text", "text": text, "annotations": []}]})
}

fn gemini_stream(asked: &Asked) -> Vec<String> {
    let last = WORDS.len() - 1;
    let chunks = WORDS
        .iter()
        .enumerate()
        .map(|(at, word)| gemini(word, at == last));
    if !asked.array {
        return chunks.map(|chunk| format!("data: {chunk}\n\n")).collect();
    }
    let mut events: Vec<String> = chunks
        .enumerate()
        .map(|(at, chunk)| format!("{}{chunk}", if at == 0 { "[" } else { ",\r\n" }))
        .collect();
    events.push("\n]".to_owned());
    events
}

fn gemini(text: &str, last: bool) -> Value {
    let mut candidate =
        json!({"content": {"role": "model", "parts": [{"text": text}]}, "index": 0});
    if let (true, Some(candidate)) = (last, candidate.as_object_mut()) {
        candidate.insert("finishReason".to_owned(), json!("STOP"));
    }
    json!({"candidates": [candidate], "modelVersion": "echo",
        "usageMetadata": {"promptTokenCount": 3, "candidatesTokenCount": 4, "totalTokenCount": 7}})
}

fn usage() -> Value {
    json!({"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7})
}
