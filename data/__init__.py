"""Data that comes with Minutebook: councils, the papers of an invented board, and their gold."""
