"""Tests of `kg/extraction/actions`."""
