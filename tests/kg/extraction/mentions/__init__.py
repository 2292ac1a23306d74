"""Tests of `kg/extraction/mentions`."""
