"""PDF papers as blocks."""
