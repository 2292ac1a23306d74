"""Words of questions and of papers: how they compare, and which part is worth quoting."""
