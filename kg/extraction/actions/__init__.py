"""Who is to do what by when, and how it stands."""
