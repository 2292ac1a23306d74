"""What the parts of a document are: agenda, minutes, reports, lists of people."""
