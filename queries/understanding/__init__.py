"""What a question means: whom, what and when it asks about, in whose words."""
