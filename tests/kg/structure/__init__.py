"""Tests of `kg/structure`."""
