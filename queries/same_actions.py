"""One action told by several papers, known by its words.

Minutes say "Ann Lowe to repaint the railings by 31 May", the log of the next
meeting "Repaint the railings". Their words agree once the owner and the date
are taken away. Two actions of one paper are never the same.
"""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from kg.store.values import Iri
from queries.fold import Record

ALIKE = 92
_FEWEST_WORDS = 3
_BY = re.compile(r"\s+(?:by|before|for the meeting on)\s+[^,;]*\d{4}$")


def same_actions(
    records: Mapping[Iri, Record], entries: Mapping[Iri, Sequence[Record]]
) -> list[list[Iri]]:
    """The actions in groups of one and the same, the first told first in each.

    :param records: what is known of each action, with its ``text`` and ``board``.
    :param entries: what each paper says of each action, with its ``document``.
    """
    groups: dict[str, list[list[Iri]]] = {}
    for iri in sorted(records, key=lambda iri: (_first_day(entries[iri]), iri)):
        of_board = groups.setdefault(records[iri].text("board") or "", [])
        group = next((g for g in of_board if _same(iri, g, records, entries)), None)
        if group is None:
            of_board.append([iri])
        else:
            group.append(iri)
    return [group for of_board in groups.values() for group in of_board]


def bare_words(text: str, owner: str | None) -> str:
    """The words of an action without who is to do it and by when."""
    text = _BY.sub("", text.strip().rstrip("."))
    if owner and text.startswith(f"{owner} to "):
        text = text.removeprefix(f"{owner} to ")
    return " ".join(re.findall(r"\w+", text.casefold()))


def _same(
    iri: Iri,
    group: Sequence[Iri],
    records: Mapping[Iri, Record],
    entries: Mapping[Iri, Sequence[Record]],
) -> bool:
    papers = _papers(entries[iri])
    if any(papers & _papers(entries[other]) for other in group):
        return False
    words, first = _words(iri, records, entries), _words(group[0], records, entries)
    long = len(words.split()) >= _FEWEST_WORDS
    return words == first or (long and fuzz.token_sort_ratio(words, first) >= ALIKE)


def _words(iri: Iri, records: Mapping[Iri, Record], entries: Mapping[Iri, Sequence[Record]]) -> str:
    owner = next((name for e in entries[iri] if (name := e.text("assignee"))), None)
    return bare_words(records[iri].text("text") or "", owner)


def _papers(entries: Sequence[Record]) -> set[str]:
    return {document for entry in entries if (document := entry.text("document"))}


def _first_day(entries: Sequence[Record]) -> str:
    return min((str(day) for entry in entries if (day := entry.day("day"))), default="")
