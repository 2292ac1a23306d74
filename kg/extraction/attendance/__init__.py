"""Who came to a meeting, and who did not."""
