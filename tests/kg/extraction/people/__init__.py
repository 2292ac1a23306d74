"""Tests of `kg/extraction/people`."""
