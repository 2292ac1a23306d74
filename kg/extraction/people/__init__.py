"""People: their names, lists of them, where they belong, how to reach them."""
