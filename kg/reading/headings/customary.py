"""Business that most meetings have, and labels that most papers have."""

from kg.tables.load import matches, table


def is_customary(words: str) -> bool:
    """Whether words name business that most meetings have."""
    return matches(words, "sections", "items", "routine")


def labels_section(words: str) -> bool:
    """Whether words, in any letters, label a section, such as "Resolved" or "Action"."""
    plain = words.lower().replace("’", "'")
    return any(plain in labels for labels in table("sections")["labels"].values())


def labels_actions(words: str) -> bool:
    """Whether words, in any letters, label a list of actions."""
    return words.lower() in table("sections")["labels"]["action"]
