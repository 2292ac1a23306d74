"""Reading: the bytes of a file become a document of ordered paragraphs."""
