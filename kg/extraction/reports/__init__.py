"""Reports and what they recommend."""
