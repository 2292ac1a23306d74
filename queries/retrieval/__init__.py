"""Finding paragraphs: signals, their fusion, the facts matched, and lists without repeats."""
