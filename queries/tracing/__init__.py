"""How a matter is followed: which passages belong, when they tell of, and what is missing."""
