"""Tests of `kg/extraction`."""
