"""What is told of an action or a recommendation over its papers."""
