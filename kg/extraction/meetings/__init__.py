"""Which meeting a paper is of: its body and its day; others that it speaks of."""
