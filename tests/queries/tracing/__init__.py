"""Tests of `queries/tracing`."""
