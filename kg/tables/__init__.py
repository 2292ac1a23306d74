"""Words and patterns that vary between councils, kept as readable TOML tables."""
