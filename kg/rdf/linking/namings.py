"""What a paragraph names by number, letter or day: meetings, items, appendices, actions.

Each paper notes what its paragraphs name; which resource is meant is found among all papers
(``kg.rdf.linking.references``).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.dates import days, month_number
from kg.tables.load import alternation

_MONTH = rf"(?P<month>{alternation('dates', 'months')})\.?\s+(?P<year>(?:19|20)\d\d)"
_MONTHLY = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:meetings?|minutes|notes?)(?:\s+(?:of|on|in|held|from|for|at|the|that|took|place|meeting))*\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s*,?\s*(?:(?:council|{alternation('referred', 'boards')})\s+)?(?:meeting|minutes)\b",
    re.IGNORECASE,
)
_BOARD_DID = re.compile(
    rf"\s*,?\s*(?:the|this)\s+{alternation('referred', 'boards')}\s+(?:had\s+|also\s+)?"
    rf"{alternation('referred', 'acts')}\b",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:in|on)\s+$", re.IGNORECASE)
_REPORT_BEFORE = re.compile(
    r"\b(?:report|paper)\s+(?:of|in|from|to the board in)\s*$", re.IGNORECASE
)
_REPORT_AFTER = re.compile(r"\s+(?:board\s+)?(?:report|paper)\b(?!s)", re.IGNORECASE)
_NEAR = 60
"""How many letters before a date may say what it is the day of."""
_HINT = re.compile(alternation("referred", "hints"), re.IGNORECASE)
_NUMBERED = {
    "paragraph": re.compile(
        r"\bparagraphs?\s+(?P<number>\d{1,3}(?:\.\d{1,2}){0,2})\s+(?:of|in)\s+(?:the|this)\s+"
        r"(?:report|paper)\b",
        re.IGNORECASE,
    ),
    "item": re.compile(
        r"\b(?:agenda\s+item\s+(?:no\.?\s+)?(?P<number>\d{1,2}[a-z]?)\b(?!\s*[:.]\d)"
        r"|item\s+(?:no\.?\s+)?(?P<this>\d{1,2}[a-z]?)\s+(?:of|on|in)\s+(?:this|the|today['’]s)\s+agenda\b)",
        re.IGNORECASE,
    ),
    "appendix": re.compile(r"\b(?:Appendix|Annex)\s+(?P<number>\d{0,2}[A-Z]|\d{1,2})\b"),
    "recommendation": re.compile(
        r"\brecommendation\s+(?P<number>\d{1,2})\b(?!\s+(?:of|in)\b)", re.IGNORECASE
    ),
    "action": re.compile(
        r"\baction\s+(?:point\s+|item\s+)?(?:no\.?\s+|number\s+|ref\.?\s+)?"
        r"(?P<number>\d{1,4}(?:[/.-]\d{1,4}){1,2}|\d{2,4}[a-z]?)\b"
        r"(?!\s*[%:])(?!\s+(?:weeks?|days?|months?|years?|hours?|times?)\b)",
        re.IGNORECASE,
    ),
}
"""How a paragraph names what has a number or a letter."""


class Naming(NamedTuple):
    """What a text names: its kind, its number (a letter, a day, a month), and the words."""

    kind: str
    number: str
    quote: str

    @property
    def key(self) -> str:
        """Kind and number as one text: "item 9", "meeting 2022-10"."""
        return f"{self.kind} {self.number}"


def namings(text: str) -> Iterator[Naming]:
    """What a text names, by kind and in order."""
    if _HINT.search(text) is None:
        return
    yield from _days(text)
    for kind, pattern in _NUMBERED.items():
        for match in pattern.finditer(text):
            number = match["number"] or match.groupdict().get("this") or ""
            yield Naming(kind, number.casefold(), match[0])


def _days(text: str) -> Iterator[Naming]:
    """The days and months that a text calls those of a meeting or of a report."""
    full = sorted((found for found in days(text) if found.complete), key=lambda one: one.start)
    starts = [found.start for found in full]
    for found in full:
        kind = _kind(text, found.start, found.end)
        if kind:
            yield Naming(kind, found.day.isoformat(), text[found.start : found.end])
    for match in _MONTHLY.finditer(text):
        before = bisect_left(starts, match.end())
        within = before > 0 and match.start() < full[before - 1].end
        kind = "" if within else _kind(text, match.start(), match.end())
        if kind:
            yield Naming(kind, f"{match['year']}-{month_number(match['month']):02d}", match[0])


def _kind(text: str, start: int, end: int) -> str:
    """Of what a text says that a date is the day: a meeting, a report, or nothing."""
    before = text[max(start - _NEAR, 0) : start]
    if _BEFORE.search(before) or _AFTER.match(text, end):
        return "meeting"
    if _AT.search(before) and _BOARD_DID.match(text, end):
        return "meeting"
    if _REPORT_AFTER.match(text, end) or _REPORT_BEFORE.search(before):
        return "report"
    return ""
