"""The papers of a library, and the bodies whose meetings they are of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.store.graph import KnowledgeGraph

_PAPERS = """SELECT DISTINCT ?document ?board
WHERE { ?document a mb:Document . OPTIONAL { ?document mb:ofMeeting/mb:heldBy ?board } }
ORDER BY ?document ?board"""
_OF_MEETINGS = """SELECT DISTINCT ?document
WHERE { VALUES ?kind { "minutes" "agenda pack" } ?document a mb:Document ; mb:kind ?kind }
ORDER BY ?document"""


@dataclass(frozen=True, slots=True)
class Papers:
    """All papers (IRIs): ``bodies`` are those of each, ``of_meetings`` agendas and minutes.

    Those of no known body stand under "" in ``by_body``.
    """

    bodies: Mapping[str, set[str]]
    by_body: Mapping[str, Sequence[str]]
    of_meetings: frozenset[str]


def load_papers(graph: KnowledgeGraph) -> Papers:
    """The papers that a graph holds, in the order of their IRIs."""
    bodies: dict[str, set[str]] = {}
    by_body: dict[str, list[str]] = {}
    for document, board in graph.select(_PAPERS).rows:
        bodies.setdefault(str(document), set()).update([str(board)] if board else [])
        by_body.setdefault(str(board or ""), []).append(str(document))
    minuted = frozenset(str(document) for (document,) in graph.select(_OF_MEETINGS).rows)
    return Papers(bodies, by_body, minuted)
