"""Ways of answering, one module for each kind of question."""
