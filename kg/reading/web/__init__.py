"""Pages of the web and meetings as ModernGov gives them, as blocks."""
