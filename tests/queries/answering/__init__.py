"""Tests of `queries/answering`."""
