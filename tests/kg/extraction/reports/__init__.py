"""Tests of `kg/extraction/reports`."""
