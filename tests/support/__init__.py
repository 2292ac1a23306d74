"""Invented papers, boards and libraries, and what several tests share."""
