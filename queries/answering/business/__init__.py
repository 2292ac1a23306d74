"""Questions about business: decisions, motions, actions and responses."""
