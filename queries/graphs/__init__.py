"""Reading the graph: terms of queries, rows gathered by resource, and where a fact is said."""
