"""Papers that yield far less than their kind and length should: a person had better look.

The floors are data (`yields.toml`); what is below one is told, never changed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.extraction.meetings.unnamed_body import UNNAMED
from kg.facts import Facts
from kg.model import Document, Kind
from kg.tables.load import table


@dataclass(frozen=True, slots=True)
class Shape:
    """The length and layout of a paper; ``tables`` is a share of its paragraphs."""

    names: tuple[str, ...]
    paragraphs: int
    pages: int
    rows: int
    tables: float
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The papers it is for, what they yield at least, and the reason for doubt if they do not."""

    reason: str
    kinds: tuple[str, ...] = ()
    named: re.Pattern[str] | None = None
    paragraphs: int = 0
    pages: int = 0
    rows: int = 0
    tables: float = 0.0
    yields: tuple[str, ...] = ()
    at_least: int = 1
    per_page: int | None = None

    def is_for(self, shape: Shape, kind: str) -> bool:
        """Whether a paper is one of those it is for."""
        return (
            (not self.kinds or kind in self.kinds)
            and (self.named is None or any(self.named.search(name) for name in shape.names))
            and shape.paragraphs >= self.paragraphs
            and shape.pages >= self.pages
            and shape.rows >= self.rows
            and shape.tables >= self.tables
        )

    def is_met(self, shape: Shape, facts: Facts) -> bool:
        """Whether a paper that it is for yields enough."""
        if self.per_page is not None:
            return shape.characters >= self.per_page * shape.pages
        found = sum(_count(facts, sort) for sort in self.yields)
        return bool(self.yields) and found >= self.at_least


def doubts(document: Document, facts: Facts) -> tuple[str, ...]:
    """Why a paper with these facts is doubtful, a reason for each floor it falls below."""
    shape = _shape(document)
    words = {"paragraphs": shape.paragraphs, "pages": shape.pages, "rows": shape.rows}
    return tuple(
        floor.reason.format(**words)
        for floor in _floors()
        if floor.is_for(shape, facts.kind) and not floor.is_met(shape, facts)
    )


def _shape(document: Document) -> Shape:
    shown = [p for p in document.paragraphs if p.kind is not Kind.FURNITURE]
    grids = [p for p in shown if p.kind is Kind.TABLE]
    return Shape(
        names=(document.source.name, document.title),
        paragraphs=len(shown),
        pages=document.pages or 0,
        rows=sum(len({cell.row for cell in p.cells}) for p in grids),
        tables=len(grids) / max(1, len(shown)),
        characters=sum(len(p.text) for p in shown),
    )


def _count(facts: Facts, sort: str) -> int:
    """How many facts of a sort there are; the meeting of the paper, or its body, is one or none."""
    if sort == "body":
        return int(facts.meeting is not None and not facts.meeting.board.startswith(UNNAMED))
    found = getattr(facts, sort)
    return len(found) if isinstance(found, tuple) else int(found is not None)


@cache
def _floors() -> tuple[Floor, ...]:
    return tuple(_floor(row) for row in table("yields")["floors"])


def _floor(row: dict[str, Any]) -> Floor:
    read: dict[str, Callable[[Any], Any]] = {"kinds": tuple, "yields": tuple, "named": _pattern}
    return Floor(**{key: read[key](value) if key in read else value for key, value in row.items()})


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)
