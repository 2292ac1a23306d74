"""Plain text and Markdown as blocks."""
