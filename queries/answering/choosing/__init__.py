"""Which of the passages found tell what is asked, and how they are told."""
