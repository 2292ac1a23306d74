"""Tests of `queries/sparql`."""
