"""What a paragraph names by number, letter or day: meetings, items, appendices, actions.

Each paper notes what its paragraphs name; which resource is meant is found among all papers
(``kg.rdf.linking.references``).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.dates import days, month_number
from kg.tables.load import alternation, either, pattern, patterns, table

_MONTH = rf"(?P<month>{alternation('dates', 'months')})\.?\s+(?P<year>(?:19|20)\d\d)"
_MONTHLY = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_NEAR = 60
"""How many letters before a date may say what it is the day of."""


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
    if not either("referred", "naming", "hints").search(text):
        return
    yield from _days(text)
    for kind in table("referred")["numbered"]:
        for form in patterns("referred", "numbered", kind):
            for match in form.finditer(text):
                yield Naming(kind, match["number"].casefold(), match[0])


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
    acts = _form("on_day").search(before) and _form("board_did").match(text, end)
    if acts or _form("of_meeting").search(before) or _form("its_meeting").match(text, end):
        return "meeting"
    if _form("its_report").match(text, end) or _form("of_report").search(before):
        return "report"
    return ""


def _form(kind: str) -> re.Pattern[str]:
    """What stands before or behind a date that it is the day of."""
    return pattern("referred", "naming", kind)
