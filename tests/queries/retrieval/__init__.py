"""Tests of `queries/retrieval`."""
