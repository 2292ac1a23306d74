"""Tests of `kg`."""
