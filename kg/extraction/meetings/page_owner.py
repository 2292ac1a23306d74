"""Whose the page on the web is that a paper was taken from, by the line of rights at its foot."""

import re

from kg.model import Document
from kg.structure.names import bodies
from kg.tables.load import pattern

_FOOT = 3
"""How many last paragraphs of a paper may be the foot of its page."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def page_owner(document: Document) -> str | None:
    """The owner that the foot of a page names: "© 2015 by Marl Allotments".

    The paper speaks of it by a word of its name, as it does not of the maker of the site.
    """
    foot = [line for p in document.paragraphs[-_FOOT:] for line in p.text.split("\n")]
    signed = filter(None, map(pattern("meetings", "rights").search, foot))
    name = next(filter(None, (bodies.owner(match["name"]) for match in signed)), None)
    return name if name and _speaks_of(name, document) else None


def _speaks_of(name: str, document: Document) -> bool:
    """Whether a paper has a word of a name above the foot of its page."""
    told = " ".join(p.text for p in document.paragraphs[:-_FOOT]).lower()
    return any(word.lower().rstrip("s") in told for word in _WORD.findall(name))
