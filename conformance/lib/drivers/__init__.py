"""Drivers: they call a client and report what it did. They judge nothing."""
