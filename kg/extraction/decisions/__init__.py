"""What a body decided, under a label or in sentences, and who moved it."""
