"""Facts as RDF: terms, IRIs, conversion, identity and histories."""
