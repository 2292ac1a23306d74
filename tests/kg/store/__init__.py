"""Tests of `kg/store`."""
