"""Invented meetings, and the papers that clerks of many habits would write of them."""
