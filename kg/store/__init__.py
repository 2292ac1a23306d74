"""The graph on disk, the generations of a library, and the stored originals."""
