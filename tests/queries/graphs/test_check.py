"""Every kind of damage is found, and nothing is found where there is none."""

import shutil
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from embeddings.library import Library
from kg.store.generations import Generations
from kg.store.graph import KnowledgeGraph
from kg.store.originals import Originals
from kg.store.values import Iri
from kg.terms import DOCUMENT as DOCUMENT_CLASS
from kg.terms import FILE_NAME, IN_DOCUMENT, ORDINAL, SHA256, TEXT, TYPE
from queries.check import (
    Problem,
    check_graph,
    check_indexes,
    check_library,
    check_offsets,
    check_originals,
    check_quotes,
    check_shapes,
)
from tests.support.invented_graph import BASE, MINUTES, graph, quads

FILE = "harbour-2021-03-minutes.html"
DOCUMENT = f"{BASE}document/{MINUTES}"


def damaged(old: str, new: str) -> KnowledgeGraph:
    """The invented graph with words of one paper's graph exchanged in its N-Quads."""
    made = graph()
    changed = []
    for quad in quads():
        if str(quad[3]) == DOCUMENT:
            target = quad[2]
            if isinstance(target, Literal) and str(target) == old:
                target = Literal(new, datatype=target.datatype)
            changed.append((quad[0], quad[1], target, quad[3]))
    made.replace_graph(DOCUMENT, changed)
    return made


def test_nothing_is_wrong_with_the_invented_graph() -> None:
    assert check_graph(graph()) == []


def test_a_value_outside_its_list_breaks_the_shapes() -> None:
    assert check_shapes(damaged("apologies", "sorry")) == [
        Problem(
            "shape", "breaks In at attendanceStatus: 'sorry'", Iri(f"{BASE}attendance/tom"), None
        )
    ]


def test_a_missing_property_breaks_the_shapes() -> None:
    made = graph()
    kept = [q for q in quads() if str(q[3]) == DOCUMENT and str(q[2]) != "noted"]
    made.replace_graph(DOCUMENT, [q for q in kept if not str(q[1]).endswith("decidedAt")])
    found = check_shapes(made)
    assert {(one.about, one.message) for one in found} == {
        (f"{BASE}decision/lend", "breaks MinCount at decidedAt"),
        (f"{BASE}decision/update", "breaks MinCount at decidedAt"),
    }


def test_a_quote_that_is_not_in_its_paragraph_is_found() -> None:
    found = check_quotes(damaged("Cllr Tom Vane", "Cllr Tom Crane"))
    assert found == [
        Problem(
            "quote",
            "the quote is not in the paragraph: 'Cllr Tom Crane'",
            Iri(f"{BASE}attendance/tom"),
            FILE,
        ),
        Problem(
            "quote",
            "nothing in paragraph p1 is quoted for what it states",
            Iri(f"{BASE}attendance/tom"),
            FILE,
        ),
    ]


def test_a_quote_from_another_paragraph_is_not_enough() -> None:
    """The words are in the paper, but not in the paragraph that is said to state the fact."""
    (first, _) = check_quotes(damaged("Cllr Tom Vane", "The Board noted the update."))
    assert first.about == f"{BASE}attendance/tom"


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("23", "24", ["p0"]),
        ("The Board noted the update.", "The Board noted the updates.", ["p4"]),
    ],
    ids=["end", "text"],
)
def test_offsets_that_do_not_follow_from_the_texts_are_found(
    old: str, new: str, places: list[str]
) -> None:
    made = damaged(old, new)
    assert check_offsets(graph()) == []
    found = check_offsets(made)
    assert [str(one.about).rsplit("/", 1)[1] for one in found] == places
    assert {one.file for one in found} == {FILE}


def test_a_missing_paragraph_shifts_all_that_follow() -> None:
    made = graph()
    kept = [q for q in quads() if str(q[3]) == DOCUMENT and str(q[0]) != f"{DOCUMENT}/p2"]
    made.replace_graph(DOCUMENT, kept)
    found = check_offsets(made)
    assert [str(one.about).rsplit("/", 1)[1] for one in found] == ["p3", "p4"]


def test_nothing_is_wrong_with_the_sample(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        assert check_library(library) == []


PAPER = b"The tide gauges are lent.\n\nThe board noted it.\n"


def papers(tmp_path: Path, texts: list[str]) -> tuple[KnowledgeGraph, Originals, str]:
    """A graph that holds a paper with these paragraphs, the store of originals, its digest."""
    originals = Originals(tmp_path)
    sha256 = originals.store(PAPER)
    home = URIRef(f"{BASE}document/{sha256[:12]}")
    statements = [
        (home, TYPE, URIRef(DOCUMENT_CLASS)),
        (home, FILE_NAME, Literal("tides.txt")),
        (home, SHA256, Literal(sha256)),
    ]
    for ordinal, text in enumerate(texts):
        paragraph = URIRef(f"{home}/p{ordinal}")
        statements += [
            (paragraph, IN_DOCUMENT, home),
            (paragraph, ORDINAL, Literal(ordinal)),
            (paragraph, TEXT, Literal(text)),
        ]
    held = KnowledgeGraph.open()
    held.replace_graph(str(home), [(s, URIRef(p), o, home) for s, p, o in statements])
    return held, originals, sha256


def test_an_original_that_reads_as_before_is_well(tmp_path: Path) -> None:
    held, originals, _ = papers(tmp_path, ["The tide gauges are lent.", "The board noted it."])
    assert check_originals(held, originals) == []


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["The tide gauges are lent.", "The board agreed it."], "from paragraph 1, 2 held"),
        (["The tide gauges are lent."], "2 paragraphs, 1 held"),
    ],
    ids=["other words", "fewer"],
)
def test_an_original_that_reads_otherwise_is_found(
    tmp_path: Path, texts: list[str], words: str
) -> None:
    held, originals, sha256 = papers(tmp_path, texts)
    (found,) = check_originals(held, originals)
    assert (found.kind, found.file) == ("original", "tides.txt")
    assert found.about == f"{BASE}document/{sha256[:12]}"
    assert words in found.message


def test_originals_that_are_gone_or_changed_are_found(tmp_path: Path) -> None:
    held, originals, sha256 = papers(tmp_path, ["The tide gauges are lent."])
    (tmp_path / sha256).write_bytes(b"Something else")
    (changed,) = check_originals(held, originals)
    assert "has changed on disk" in changed.message
    (tmp_path / sha256).unlink()
    (gone,) = check_originals(held, originals)
    assert "no original is kept" in gone.message


def test_indexes_of_another_graph_are_found(sample_library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "library"
    shutil.copytree(sample_library, copy)
    generation = Generations(copy).current()
    assert generation is not None
    home = URIRef(f"{BASE}graph/curation")
    with KnowledgeGraph.open(generation / "graph", write=True) as held:
        held.replace_graph(str(home), [(home, URIRef(TEXT), Literal("changed"), home)])
    with Library.open(copy) as library:
        found = check_indexes(library)
    assert [(one.kind, one.message.split(":")[0]) for one in found] == [
        ("index", "keywords"),
        ("index", "vectors"),
        ("index", "tokens"),
        ("index", "facts"),
    ]
