"""Headings and numbered items among the blocks of a paper, whatever its format."""
