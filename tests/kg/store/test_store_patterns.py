"""Look-ups by pattern: a graph that is only read remembers them, one that changes does not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from kg.store.graph import Iri, KnowledgeGraph

EX = "http://ex.example/"
PAPER, BOAT, NAME, HOME, QUAY = (EX + name for name in ("paper", "boat", "name", "home", "quay"))


def say(graph: KnowledgeGraph, name: str) -> None:
    """Make the one paper call the boat by a name, and lie at the quay."""
    boat, paper = URIRef(BOAT), URIRef(PAPER)
    named = (boat, URIRef(NAME), Literal(name), paper)
    graph.replace_graph(PAPER, [named, (boat, URIRef(HOME), URIRef(QUAY), paper)])


ASKED: list[tuple[Callable[[KnowledgeGraph], object], object]] = [
    (lambda graph: graph.values_of([BOAT], NAME), {BOAT: "Gull"}),
    (lambda graph: graph.described([BOAT], {NAME, HOME}), {BOAT: {NAME: ["Gull"], HOME: [QUAY]}}),
    (lambda graph: graph.objects(BOAT, HOME), [Iri(QUAY)]),
    (lambda graph: graph.objects(BOAT, NAME), []),
    (lambda graph: graph.subjects(HOME, QUAY), [Iri(BOAT)]),
]


@pytest.mark.parametrize(("ask", "answer"), ASKED)
def test_a_graph_that_is_only_read_is_looked_into_once(
    ask: Callable[[KnowledgeGraph], object],
    answer: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with KnowledgeGraph.open(tmp_path, write=True) as graph:
        say(graph, "Gull")
    with KnowledgeGraph.open(tmp_path) as graph:
        assert ask(graph) == answer
        monkeypatch.setattr(graph, "_store", None)
        assert ask(graph) == answer


def test_what_is_asked_for_does_not_change_what_is_remembered(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path, write=True) as graph:
        say(graph, "Gull")
    with KnowledgeGraph.open(tmp_path) as graph:
        graph.described([BOAT], {NAME})[BOAT][NAME].append("Tern")
        graph.subjects(HOME, QUAY).clear()
        assert graph.described([BOAT], {NAME}) == {BOAT: {NAME: ["Gull"]}}
        assert graph.subjects(HOME, QUAY) == [Iri(BOAT)]


def test_a_graph_that_changes_says_what_it_holds_now() -> None:
    graph = KnowledgeGraph.open()
    say(graph, "Gull")
    assert graph.values_of([BOAT], NAME) == {BOAT: "Gull"}
    say(graph, "Tern")
    assert graph.values_of([BOAT], NAME) == {BOAT: "Tern"}
    graph.close()
    assert graph.values_of([BOAT], NAME) == {}
