"""Tests of `kg/extraction/agenda`."""
