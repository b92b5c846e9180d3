wirefault::error_codes! {
    pub enum Acme {
        ToolLoopLimit {
            key: "tool_loop_limit", status: 422, category: InvalidRequest, retry: never, fault: client,
            title: "Too many tool calls",
            message: "Stopped after {iterations} tool calls.",
            params: { iterations: int },
            description: "The limit of the tool loop was reached.",
            remediation: ["Split the task."],
        },
    }
}

fn main() {
    ToolLoopLimit::new().iteration(3);
}
