"""Elections told as a list of offices and those who hold them now: "Treasurer: Ann Lowe"."""

import re
from collections.abc import Sequence

from kg.extraction.decisions.told import Statement
from kg.extraction.people import names
from kg.structure.sections import Piece, Section
from kg.tables.load import alternation, matches

_FEWEST = 2
_PERSON = rf"(?:(?:{alternation('people', 'titles')})\.?[ ]+)?{names.PLAIN.pattern}"
_HOLDS = re.compile(
    rf"\W*[A-Z][\w’'/() -]{{2,40}}?\s?(?::|\s[–—-])\s+{_PERSON}"
    rf"(?:(?:,|\s+and|\s+&)\s+{_PERSON})*\W*"
)


def elected(parts: Sequence[Section], title: Piece | None) -> list[Statement]:
    """One statement for each office of a list under the title of an election."""
    if title is None or not matches(title.text, "verbs", "decisions", "elections"):
        return []
    found = [piece for part in parts for piece in part.pieces if _HOLDS.fullmatch(piece.text)]
    return [Statement((line,), verdict="elected") for line in found if len(found) >= _FEWEST]
