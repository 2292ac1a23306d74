"""The command line: one thin command for each use of a library."""
