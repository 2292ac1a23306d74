"""The body of a paper "of the above Council" that has no name above: what letters it goes by."""

import re
from collections import Counter
from collections.abc import Iterable

from kg.model import Document
from kg.structure.names import body_names
from kg.tables.load import pattern

_LEAST = 3
"""So many times letters are written that are the paper's own body."""
_HALF_WRITTEN = re.compile(r"(?<!\w)(?:[A-Z][a-z’'-]+ ){1,4}[A-Z]{2,4}(?!\w)")


def acronym_above(document: Document, titles: Iterable[str]) -> str | None:
    """The acronym by which a paper "of the above Council" speaks of it most: "MFCC".

    It meets, decides or has members somewhere in the paper, and no other is written as often,
    unless the paper writes it out by half too: the "Marl Ferry CC".
    """
    said = _letters(document, noun_above(titles)).most_common()
    acting = [name for name, count in said if count >= _LEAST and _acts(name, document)]
    halves = [half for name in acting if (half := _half_written_out(name, document))]
    if halves:
        return halves[0]
    first = [name for name, count in said if count == said[0][1]]
    return first[0] if len(first) == 1 and first[0] in acting else None


def noun_above(titles: Iterable[str]) -> str | None:
    """What a title line says that the body is: "a meeting of the above Council"."""
    said = map(pattern("meetings", "above").search, titles)
    return next((match["noun"] for match in said if match), None)


def _letters(document: Document, noun: str | None) -> Counter[str]:
    """The acronyms of a paper that end as a noun begins, with how often each is written."""
    if noun is None:
        return Counter()
    return Counter(re.findall(rf"(?<!\w)[A-Z]{{2,5}}{noun[0].upper()}(?!\w)", document.text))


def _acts(letters: str, document: Document) -> bool:
    """Whether a body that is called by letters meets, decides or has members in a paper."""
    return pattern("meetings", "acts", letters=letters).search(document.text) is not None


def _half_written_out(letters: str, document: Document) -> str | None:
    """The name of which letters are the first, itself letters at its end: "Marl Ferry CC"."""
    names = _HALF_WRITTEN.findall(document.text)
    return next((name for name in names if body_names.are_initials(letters, name)), None)
