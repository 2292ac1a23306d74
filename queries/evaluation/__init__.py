"""Scoring a library against what a careful reader found in the same papers."""
