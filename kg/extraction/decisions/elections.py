"""Elections told as a list of offices and those who hold them now: "Treasurer: Ann Lowe",
or as no more than who proposed and seconded the only candidate.
"""

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.decisions import motions, sayings
from kg.extraction.decisions.statements import Statement
from kg.extraction.people import names
from kg.model import Kind
from kg.structure.sections import Piece, Section, sentences
from kg.tables.load import alternation, matches

_FEWEST = 2
_PERSON = rf"(?:{alternation('people', 'titles')}\.?[ ]+)?{names.PLAIN.pattern}"


def nominated(parts: Sequence[Section], title: Piece | None) -> list[Statement]:
    """One statement for each office of a list under the title of an election, below which
    stands in a deeper list who was nominated and what became of it.
    """
    if title is None or not matches(title.text, "verbs", "decisions", "elections"):
        return []
    pieces = [piece for part in parts for piece in part.pieces]
    offices = _by_office([p for p in pieces if p.paragraph.kind is Kind.LIST_ITEM])
    return [
        Statement(tuple(office), verdict=office[-1].text)
        for office in offices
        if motions.seconds(office[1].text) and sayings.is_verdict(office[-1].text)
    ]


def _by_office(listed: Sequence[Piece]) -> list[list[Piece]]:
    """The items of a list in groups: an outer one, and those below it; none alone."""
    levels = [piece.paragraph.level or 1 for piece in listed]
    groups: list[list[Piece]] = []
    for piece, level in zip(listed, levels, strict=True):
        if level == min(levels) or not groups:
            groups.append([])
        groups[-1].append(piece)
    return [group for group in groups if len(group) > 1]


def elected(parts: Sequence[Section], title: Piece | None) -> list[Statement]:
    """One statement for each office of a list under the title of an election, or for its only
    candidate.
    """
    if title is None or not matches(title.text, "verbs", "decisions", "elections"):
        return []
    pieces = [piece for part in parts for piece in part.pieces]
    found = [piece for piece in pieces if _holds().fullmatch(piece.text)]
    if len(found) >= _FEWEST:
        return [Statement((line,), verdict="elected") for line in found]
    said = [sentence for piece in pieces for sentence in sentences(piece)]
    stood = [one for one in said if motions.waits(one.text) and motions.seconds(one.text)]
    return [Statement((stood[0],))] if len(stood) == 1 else []


@cache
def _holds() -> re.Pattern[str]:
    """An office and those who hold it: "Treasurer: Ann Lowe"."""
    return re.compile(
        rf"\W*[A-Z][\w’'/() -]{{2,40}}?\s?(?::|\s[–—-])\s+{_PERSON}"
        rf"(?:(?:,|\s+and|\s+&)\s+{_PERSON})*\W*"
    )
