"""Tests of `queries/graphs`."""
