"""What follows when people or bodies are one: their meetings, attendances and business are.

IRIs of these are made of the names of what they belong to, so that the one that
follows is found by putting one name in the place of another.
"""

from typing import TYPE_CHECKING

from kg.rdf.merges import FOLLOWS, Merge, Merges, Use
from kg.store.values import Iri

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_MEETINGS = """
SELECT DISTINCT ?document ?meeting ?board WHERE {
  GRAPH ?document { ?document a mb:Document . ?meeting mb:heldBy ?board }
}
"""
_BUSINESS = """
SELECT DISTINCT ?thing WHERE {
  GRAPH ?document {
    { ?thing ?property ?meeting } UNION { ?one ?property ?meeting ; ?other ?thing }
    FILTER(ISIRI(?thing))
  }
}
"""
_ATTENDANCE = """
SELECT DISTINCT ?document ?row ?meeting ?person WHERE {
  GRAPH ?document { ?document a mb:Document . ?row mb:atMeeting ?meeting ; mb:person ?person }
}
"""
_MEMBERSHIPS = """
SELECT DISTINCT ?document ?row ?body ?person WHERE {
  GRAPH ?document { ?document a mb:Document . ?row org:organization ?body ; org:member ?person }
}
"""


def follow(graph: "KnowledgeGraph", merges: Merges) -> None:
    """Add what follows from the merges of people and bodies."""
    for document, meeting, board in graph.select(_MEETINGS).rows:
        use, of = Use(str(document), str(meeting)), Use(str(document), str(board))
        moved = _replaced(_tail(use.iri), f"{_tail(of.iri)}-", f"{_tail(merges.means(of))}-")
        merges.add(use, Merge(_named(use.iri, moved), FOLLOWS))
        if merges.means(use) != use.iri:
            _business(graph, merges, use)
    for row in graph.select(_ATTENDANCE).rows:
        _row(merges, *map(str, row))
    for row in graph.select(_MEMBERSHIPS).rows:
        _row(merges, *map(str, row))


def _business(graph: "KnowledgeGraph", merges: Merges, meeting: Use) -> None:
    """The items, decisions and so on whose IRIs begin as that of the meeting does."""
    old, new = f"{_tail(meeting.iri)}-", f"{_tail(merges.means(meeting))}-"
    given = {"document": Iri(meeting.document), "meeting": Iri(meeting.iri)}
    for (thing,) in graph.select(_BUSINESS, **given).rows:
        tail = _tail(str(thing))
        if tail.startswith(old):
            moved = _named(str(thing), _replaced(tail, old, new))
            merges.add(Use(meeting.document, str(thing)), Merge(moved, FOLLOWS))


def _row(merges: Merges, document: str, row: str, place: str, person: str) -> None:
    """An attendance or membership: its IRI begins with its place, and the person stands in it."""
    old, new = _tail(place), _tail(merges.means(Use(document, place)))
    tail = _tail(row)
    head, rest = (new, tail.removeprefix(old)) if tail.startswith(f"{old}-") else ("", f"-{tail}")
    mine, theirs = _tail(person), _tail(merges.means(Use(document, person)))
    rest = f"{rest}-".replace(f"-{mine}-", f"-{theirs}-", 1)
    moved = f"{head}{rest}".strip("-")
    merges.add(Use(document, row), Merge(_named(row, moved), FOLLOWS))


def _replaced(text: str, old: str, new: str) -> str:
    return new + text.removeprefix(old) if text.startswith(old) else text


def _tail(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _named(iri: str, tail: str) -> str:
    return f"{iri.rsplit('/', 1)[0]}/{tail}"
