"""Sentences of a paragraph, with their places in its text."""

import re
from dataclasses import dataclass
from itertools import pairwise

_ENDS = re.compile(
    r"""
    (?P<line>\s*\n\s*)                                   # a row of a table or a line of a list
    | (?P<stop>[.!?]["'”’)\]]*)(?P<gap>\s+)(?=["'“‘(\[]?[A-Z0-9£#])   # the end of a sentence
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Cllrs?|Dr|Mrs?|Ms|Mx|Prof|Rev|Sir|St|No|Nos|Fig|Sec|para|paras|pp|p|vs|viz|cf|etc|e\.g|i\.e|a\.m|p\.m)"
    r"|\b[A-Z]|^\s*\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\)?)\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, ``start`` to ``end`` (half-open)."""

    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """The sentences of a text in order, without the blanks around them.

    A line is never joined with the next; a stop after an abbreviation, an initial or the
    number of a paragraph ends nothing.
    """
    cuts = [0]
    for match in _ENDS.finditer(text):
        if match["line"] is not None or not _ABBREVIATION.search(
            text[cuts[-1] : match.start("stop") + 1]
        ):
            cuts.append(match.end())
    cuts.append(len(text))
    spans = (_trim(text, start, end) for start, end in pairwise(cuts))
    return [span for span in spans if span.end > span.start]


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
