"""Questions put to a library: search, ask, trace, saved queries and what is made of them."""
