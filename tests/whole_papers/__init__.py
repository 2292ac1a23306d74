"""Tests of whole papers: the sample, gold, formats, habits."""
