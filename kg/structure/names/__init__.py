"""The names of bodies in title lines."""
