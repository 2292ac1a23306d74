"""Tests of `queries/evaluation`."""
