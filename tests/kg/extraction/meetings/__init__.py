"""Tests of `kg/extraction/meetings`."""
