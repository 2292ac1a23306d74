"""Links across meetings, matters and their steps."""
