"""Benchmarks: each a command that prints a ratio to a named peer or limit in one run."""
