"""Who and what is meant across papers: names that are one, each with its reason."""
