"""Tests of `kg/rdf`."""
