"""The conformance harness: real clients against the running example gateway."""
