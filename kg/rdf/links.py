"""Links that no one paper states, each with its reason, and the order of meetings.

Each link is a triple, and beside it a resource of class ``mb:Link`` (a statement
about that triple) that says by which rule and how surely it holds.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.rdf import terms as t
from kg.rdf.iris import Iris
from kg.rdf.statements import Statements
from kg.store.values import Iri
from kg.tables.load import table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_MEETINGS = """
SELECT DISTINCT ?board ?date ?meeting WHERE { ?meeting mb:heldBy ?board ; dct:date ?date }
"""
_STATED = """
SELECT DISTINCT ?from ?to WHERE {
  GRAPH ?document { ?document a mb:Document . ?from ?relation ?to }
}
"""


@dataclass(frozen=True, slots=True)
class Reason:
    """By which rule a link holds, how surely (0 to 1), and on what basis.

    ``basis`` is "quoted" where a paper says so, "inferred" where reading suggests it.
    """

    rule: str
    confidence: float
    basis: str

    @classmethod
    def of(cls, name: str, basis: str) -> "Reason":
        """The reason that a rule of the table of histories gives."""
        return cls(f"{name.replace('_', '-')}/1", table("histories")["confidence"][name], basis)


def link(out: Statements, iris: Iris, triple: tuple[str, str, str], reason: Reason) -> str:
    """State a triple, and for what reason it holds; the resource that says so."""
    subject, predicate, target = triple
    out.link(subject, predicate, target)
    iri = out.a(iris.link(subject, predicate, target), t.LINK)
    out.link(iri, t.SUBJECT, subject)
    out.link(iri, t.PREDICATE, predicate)
    out.link(iri, t.OBJECT, target)
    out.add(iri, t.RULE, reason.rule)
    out.add(iri, t.CONFIDENCE, reason.confidence)
    out.add(iri, t.BASIS, reason.basis)
    return iri


def add_meetings(out: Statements, graph: "KnowledgeGraph", iris: Iris) -> None:
    """The other side of what a paper says of next and previous meetings, and the order of days."""
    in_order, stated = Reason.of("next_in_order", "inferred"), Reason.of("stated_once", "quoted")
    gap = table("histories")["order"]["longest_gap_in_days"]
    after = _stated(graph, t.NEXT_MEETING)
    after |= {(earlier, later) for later, earlier in _stated(graph, t.PREVIOUS_MEETING)}
    for earlier, later in sorted(after):
        _follow(out, iris, earlier, later, stated)
    has_next, has_previous = {earlier for earlier, _ in after}, {later for _, later in after}
    for meetings in _by_board(graph):
        for (from_day, first), (to_day, second) in pairwise(meetings):
            near = (date.fromisoformat(to_day) - date.fromisoformat(from_day)).days <= gap
            if near and first not in has_next and second not in has_previous:
                _follow(out, iris, first, second, in_order)


def _follow(out: Statements, iris: Iris, earlier: str, later: str, reason: Reason) -> None:
    link(out, iris, (earlier, t.NEXT_MEETING, later), reason)
    link(out, iris, (later, t.PREVIOUS_MEETING, earlier), reason)


def _stated(graph: "KnowledgeGraph", relation: str) -> set[tuple[str, str]]:
    rows = graph.select(_STATED, relation=Iri(relation)).rows
    return {(str(start), str(end)) for start, end in rows}


def _by_board(graph: "KnowledgeGraph") -> list[list[tuple[str, str]]]:
    """For each board its meetings, each after its day, in order."""
    boards: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in graph.select(_MEETINGS).rows:
        board, day, meeting = map(str, row)
        boards[board].append((day, meeting))
    return [sorted(boards[board]) for board in sorted(boards)]
