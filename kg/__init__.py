"""Reading board papers and keeping what they say as a knowledge graph."""
