"""When the papers do not answer, and why."""
