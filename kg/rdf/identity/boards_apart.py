"""Boards of one common name that are not one: "Council" in the papers of two villages.

A name made of words that many bodies have tells none of them. Papers of one name are of one
board unless people say otherwise: two that sit within a year or so of each other, each in
numbers, and have nobody in common, are two boards.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from kg import terms as t
from kg.rdf.identity.board_names import seated
from kg.rdf.identity.merges import Merge, Merges, Use
from kg.rdf.iris import digest, tail_of
from kg.rdf.linking.stated import Stated
from kg.tables.load import table


@dataclass
class _Sitting:
    """Papers that list people of one board: ``days`` are those of its meetings."""

    papers: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    days: set[date] = field(default_factory=set)

    @property
    def order(self) -> tuple[date, str]:
        """What comes first keeps the name."""
        return min(self.days, default=date.max), min(self.papers)

    def join(self, other: "_Sitting") -> None:
        """Take in what is of the same board."""
        self.papers |= other.papers
        self.people |= other.people
        self.days |= other.days

    def is_apart(self, other: "_Sitting") -> bool:
        """Whether the other sits at the same time with other people."""
        evidence = table("identity")["evidence"]
        near = timedelta(days=evidence["boards_apart_in_days"])
        many = min(len(self.people), len(other.people)) >= evidence["people_of_a_board"]
        return many and any(abs(one - two) <= near for one in self.days for two in other.days)


def tell_apart(stated: Stated, merges: Merges, known: Iterable[str]) -> dict[str, str]:
    """Give each further board of a common name an IRI of its own.

    Returns for each of these the IRI of the name.
    """
    apart: dict[str, str] = {}
    boards = sorted(one for one in known if stated.names(one, t.BOARD))
    for board in filter(has_common_name, boards):
        uses = {use.document for use in merges.uses(board) if merges.means(use) == board}
        for iri, papers in _apart(stated, board, uses):
            apart[iri] = board
            for document in papers:
                merges.add(Use(document, board), Merge(iri, "parted"))
    return apart


def _apart(
    stated: Stated, board: str, documents: Collection[str]
) -> Iterator[tuple[str, list[str]]]:
    """The papers that are of another board than the first of a name, with its IRI."""
    sittings = sorted(_sittings(stated, board, documents), key=lambda one: one.order)
    first = sittings[:1]
    for one in sittings[1:]:
        if any(one.is_apart(other) for other in first):
            yield f"{board}-{digest(min(one.papers))}", sorted(one.papers)
        else:
            first.append(one)


def _sittings(stated: Stated, board: str, documents: Collection[str]) -> list[_Sitting]:
    """The papers that list people, those together that have somebody in common."""
    found: dict[str, _Sitting] = defaultdict(_Sitting)
    for document, meeting, person in seated(stated, board):
        if document in documents:
            paper = found[document]
            paper.papers.add(document)
            paper.people.add(person)
            days = stated.values(document, meeting, t.DATE) if meeting else ()
            paper.days |= {day for day in days if isinstance(day, date)}
    together: list[_Sitting] = []
    for _, paper in sorted(found.items()):
        same = [one for one in together if one.people & paper.people]
        for one in same:
            paper.join(one)
        together = [one for one in together if one not in same] + [paper]
    return together


def has_common_name(board: str) -> bool:
    """Whether the name of a board is made of words that many bodies have."""
    return set(tail_of(board).split("-")) <= _common()


@cache
def _common() -> frozenset[str]:
    organs = (*table("organs")["nouns"], *table("organs")["either"])
    said = (*table("identity")["common"], *table("bodies")["common"], *organs)
    return frozenset(word for one in said for word in one.lower().replace("-", " ").split())
