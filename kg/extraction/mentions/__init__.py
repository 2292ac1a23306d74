"""What the text names: bodies, programmes, papers, figures, addresses on the web."""
