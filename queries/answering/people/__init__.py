"""Questions about people: who holds which office, for whom they sit, how to reach them."""
