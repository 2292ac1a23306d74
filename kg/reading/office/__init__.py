"""Word and OpenDocument papers as blocks."""
