"""Questions about a matter: how many, what changed, what became of it, what its name stands for."""
