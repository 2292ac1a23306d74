"""From a document to the facts it states, each with the words that state it."""
