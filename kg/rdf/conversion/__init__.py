"""Facts of one document become quads."""
