"""Tests of `kg/extraction/decisions`."""
