"""Tests of `queries/following`."""
