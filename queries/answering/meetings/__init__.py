"""Questions about meetings: when and where, what was on the agenda."""
