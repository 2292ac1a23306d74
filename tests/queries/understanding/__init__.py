"""Tests of `queries/understanding`."""
