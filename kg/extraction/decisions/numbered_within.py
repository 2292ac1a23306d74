"""Decisions that one sentence counts: "RESOLVED: (a) that the fee be paid; (b) that it be told"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.decisions.statements import Statement
from kg.numbering import ListStyle, counter
from kg.tables.load import alternation

_LEAD = re.compile(
    rf"\b{alternation('verbs', 'decided', 'counting')}\b(?:\s+\w+ly\b)?(?:\s*\([^()]*\))?"
    r"\s*[:–—-]*\s*(?:that|to)?\s*[:–—-]*\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(?P<number>[a-z]|[ivx]{2,4}|\d{1,2})\)\s+(?=\S)")
_ENDS = re.compile(r"[;,.]\s*(?:and\s*)?$|\band\s*$")
_AND = re.compile(r"\s*\b(?:and|&)\s*$")
_STYLES = {"a": ListStyle.LOWER_LETTER, "i": ListStyle.LOWER_ROMAN, "1": ListStyle.DECIMAL}


def apart(statement: Statement) -> Iterator[Statement]:
    """What a statement counts right behind the verb, each entry by itself with its number.

    Where the count does not begin behind the verb or breaks off, the statement stays whole.
    """
    *before, piece = statement.pieces
    entries = list(_entries(piece.text, statement.lead)) if statement.number is None else []
    if len(entries) < 2:
        yield statement
        return
    lead = "\n".join([statement.lead, *(one.text for one in before), piece.text[: entries[0][1]]])
    for number, _, start, end in entries:
        part = piece.part(start, end)
        yield replace(statement, pieces=(part,), number=number, lead=lead.strip())


def _entries(text: str, lead: str) -> Iterator[tuple[str, int, int, int]]:
    """The number of each entry, where it stands, and from where to where its words do."""
    run = _run(list(_NUMBER.finditer(text)), text, lead)
    ends = (*(one.start() for one in run[1:]), len(text))
    for one, end in zip(run, ends, strict=False):
        words = _AND.sub("", text[one.end() : end].rstrip())
        yield one["number"], one.start(), one.end(), one.end() + len(words)


def _run(found: Sequence[re.Match[str]], text: str, lead: str) -> list[re.Match[str]]:
    """The numbers that count on from the first, which stands behind the verb; all, or none."""
    style = _STYLES.get(found[0]["number"]) if found else None
    if style is None or not _LEAD.search(f"{lead} {text[: found[0].start()]}"):
        return []
    run: list[re.Match[str]] = []
    for one in found:
        if one["number"] == counter(style, len(run) + 1):
            run.append(one)
    whole = all(_ENDS.search(text[: one.start()]) for one in run[1:])
    return run if whole else []
