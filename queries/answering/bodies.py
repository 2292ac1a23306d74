"""Bodies that a question calls by their kind alone: "the parish council", "our board"."""

from collections.abc import Mapping
from dataclasses import replace

from kg.store.graph import KnowledgeGraph
from queries.answering.asking import Asking, without
from queries.answering.scope import Scope, with_parts
from queries.texts.wording import found, small_words, stems

_PAPERS = """SELECT DISTINCT ?board ?document
WHERE { ?document a mb:Document . OPTIONAL { ?document mb:ofMeeting/mb:heldBy ?board } }
ORDER BY ?board ?document"""
_NOBODY = ""
"""What stands for the body of papers of no known one."""


def of_kind(asking: Asking) -> Asking:
    """A question whose subject is free of the kind of body that it calls one by whose papers are
    held; where there is one body of that kind alone, it is asked of that one.
    """
    papers = papers_of_bodies(asking.graph)
    called = [
        (phrase, boards)
        for phrase in found(asking.question.text, "called")
        if (boards := _of(asking, phrase, papers))
    ]
    if not called:
        return asking
    said = {stem for phrase, _ in called for stem in stems(phrase)}
    boards = set.intersection(*(boards for _, boards in called))
    if len(boards) == 1 and len(papers) > 1 and asking.within is None:
        own = with_parts(boards, {board: asking.searcher.names.labels(board) for board in papers})
        held = tuple(one for some in (*sorted(own), _NOBODY) for one in papers.get(some, ()))
        asking = replace(asking, within=Scope(frozenset(own), held))
    return without(asking, said)


def _of(asking: Asking, phrase: str, papers: Mapping[str, list[str]]) -> set[str]:
    """The bodies with papers of whose name the words of a phrase are a part."""
    said = small_words(phrase)
    labels = asking.searcher.names.labels
    return {board for board in papers if any(said <= small_words(one) for one in labels(board))}


def papers_of_bodies(graph: KnowledgeGraph) -> dict[str, list[str]]:
    """The papers by the body whose meeting they are of."""
    held: dict[str, list[str]] = {}
    for board, document in graph.select(_PAPERS).rows:
        held.setdefault(str(board or _NOBODY), []).append(str(document))
    return held
