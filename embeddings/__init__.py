"""Paragraphs as vectors and as keywords, and the library that keeps both beside the graph."""
