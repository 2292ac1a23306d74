"""What marks a passage as telling what is asked ("Absent:" for who was absent)."""

from kg.tables.load import table
from queries.answering.asking import Asking
from queries.place import Place
from queries.wording import says


def marked(asking: Asking, place: Place, text: str) -> bool:
    """Whether a text, or the heading right above it, has a mark of what is asked."""
    way, above = asking.question.way, (place.heading or "").rpartition("›")[2]
    return way in table("questions")["marks"] and says(f"{above}\n{text}", "marks", way)
