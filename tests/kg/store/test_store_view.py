"""The union of all graphs: one IRI for one thing, corrections in force, whatever came first."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from kg import terms as t
from kg.rdf.conversion.statements import Quad
from kg.store.digests import Digests
from kg.store.graph import KnowledgeGraph
from tests.support.union import union_of

EX = "https://ex.example/"
THINGS = [EX + name for name in ("ann", "a-reed", "bob", "meeting")]
PAPERS = [EX + "paper/1", EX + "paper/2"]
DECIDING = [EX + "graph/identity", EX + "graph/curation"]
LIKES = EX + "likes"


def quad(subject: str, predicate: str, target: str | int, graph: str) -> Quad:
    value = URIRef(target) if isinstance(target, str) else Literal(target)
    return URIRef(subject), URIRef(predicate), value, URIRef(graph)


things = st.sampled_from(THINGS)
plain = st.tuples(things, st.sampled_from([LIKES, EX + "age"]), things | st.integers(1, 2))
papers = st.lists(plain, max_size=5).map(lambda found: [("plain", *one) for one in found])


def link(graph: str, number: int, subject: str, target: str, paper: str) -> list[Quad]:
    iri = f"{EX}link/{number}"
    return [
        quad(iri, t.SUBJECT, subject, graph),
        quad(iri, t.OBJECT, target, graph),
        quad(iri, t.WITHIN, paper, graph),
    ]


@st.composite
def deciding(draw: st.DrawFn) -> list[tuple[str | int, ...]]:
    """What a graph may say of how the others are to be read: each thing is decided on once."""
    said = []
    for thing in draw(st.lists(things, unique=True)):
        kind = draw(st.sampled_from(["merged", "within", "withheld", "settled"]))
        value = draw(things | st.integers(1, 2) if kind == "settled" else things)
        said.append((kind, thing, value, draw(st.sampled_from(PAPERS))))
    return said


def quads_of(graph: str, said: list[tuple[str, ...]]) -> list[Quad]:
    found: list[Quad] = []
    for number, (kind, thing, *rest) in enumerate(said):
        if kind == "plain":
            found.append(quad(thing, rest[0], rest[1], graph))
        elif kind == "merged":
            found.append(quad(thing, t.MERGED_INTO, rest[0], graph))
        elif kind == "within":
            found += link(graph, number, thing, rest[0], rest[1])
        elif kind == "withheld":
            found.append(quad(thing, t.WITHHELD_BY, f"{EX}ruling/{number}", graph))
        else:
            ruling = f"{EX}ruling/{number}"
            found.append(quad(ruling, t.VERDICT, 1, graph))
            found.append(quad(ruling, t.SUBJECT, thing, graph))
            found.append(quad(ruling, t.PREDICATE, LIKES, graph))
            if rest[1] == PAPERS[0]:
                found.append(quad(ruling, t.OBJECT, rest[0], graph))
    return found


steps = st.lists(
    st.tuples(st.sampled_from(PAPERS), papers) | st.tuples(st.just(DECIDING[0]), deciding()),
    max_size=8,
)


def shown(graph: KnowledgeGraph) -> set[ox.Triple]:
    return {
        one.triple for one in graph._store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    }


def stated(graph: KnowledgeGraph) -> list[ox.Quad]:
    return [one for one in graph._store if one.graph_name != ox.DefaultGraph()]


@settings(deadline=None)
@given(steps)
def test_the_union_is_what_the_graphs_ask_for_after_each_change_by_a_new_writer(
    changes: list[tuple[str, list[tuple[str, ...]]]],
) -> None:
    with KnowledgeGraph.open() as graph:
        for name, said in changes:
            again = KnowledgeGraph(graph._store, Digests())  # knows nothing of the changes before
            again.replace_graph(name, quads_of(name, said))
            assert shown(graph) == union_of(stated(graph))


@settings(deadline=None)
@given(steps)
def test_the_union_follows_the_changes_of_one_writer(
    changes: list[tuple[str, list[tuple[str, ...]]]],
) -> None:
    with KnowledgeGraph.open() as graph:
        for name, said in changes:
            graph.replace_graph(name, quads_of(name, said))
        assert shown(graph) == union_of(stated(graph))


def test_a_graph_opened_again_reads_its_view_anew(tmp_path: Path) -> None:
    ann, reed, paper = THINGS[0], THINGS[1], PAPERS[0]
    with KnowledgeGraph.open(tmp_path, write=True) as graph:
        graph.replace_graph(DECIDING[0], [quad(reed, t.MERGED_INTO, ann, DECIDING[0])])
    with KnowledgeGraph.open(tmp_path, write=True) as graph:
        graph.replace_graph(paper, [quad(reed, LIKES, THINGS[2], paper)])
        (row,) = graph.select(f"SELECT ?who {{ ?who <{LIKES}> ?whom }}").rows
        assert row == (ann,)
        (row,) = graph.select(f"SELECT ?who {{ GRAPH ?g {{ ?who <{LIKES}> ?whom }} }}").rows
        assert row == (reed,)


def test_a_link_that_names_another_thing_is_followed() -> None:
    ann, reed, bob = THINGS[:3]
    with KnowledgeGraph.open() as graph:
        graph.replace_graph(PAPERS[0], [quad(ann, LIKES, bob, PAPERS[0])])
        for whole in (bob, reed):
            graph.replace_graph(DECIDING[0], link(DECIDING[0], 0, ann, whole, PAPERS[0]))
        assert graph.select(f"SELECT ?who {{ ?who <{LIKES}> ?whom }}").rows == [(reed,)]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_merge_within_one_paper_leaves_the_others_alone(paper: str) -> None:
    ann, reed = THINGS[:2]
    with KnowledgeGraph.open() as graph:
        for name in PAPERS:
            graph.replace_graph(name, [quad(reed, LIKES, int(name[-1]), name)])
        graph.replace_graph(DECIDING[0], link(DECIDING[0], 0, reed, ann, paper))
        rows = graph.select(f"SELECT ?who ?n {{ ?who <{LIKES}> ?n }} ORDER BY ?n").rows
        assert rows == [(ann if name == paper else reed, int(name[-1])) for name in PAPERS]


def test_a_ruled_value_is_shown_where_nothing_else_is_decided() -> None:
    ann = THINGS[0]
    identity, curation = DECIDING
    with KnowledgeGraph.open() as graph:
        graph.replace_graph(PAPERS[0], [quad(ann, LIKES, 1, PAPERS[0])])
        ruling = [("settled", ann, 2, PAPERS[0])]
        graph.replace_graph(curation, quads_of(curation, ruling))
        graph.replace_graph(identity, [quad(ann, LIKES, 2, identity)])
        rows = graph.select(f"SELECT ?n {{ ?who <{LIKES}> ?n }}").rows
        assert rows == [(2,)]
