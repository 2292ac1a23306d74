"""Tests of `kg/reading`."""
