"""The papers of a library looked up by their bodies and by the words that they open with."""

from collections.abc import Collection
from pathlib import Path

import pytest

from embeddings.facts import FactIndex
from embeddings.openings import Opening, openings
from queries.ask import answer
from queries.graphs.papers import Papers
from queries.search import Searcher
from tests.support.invented_graph import BASE, graph
from tests.support.small_library import paragraphs, small_library

FEN, WEIR, LOOSE = (f"{BASE}document/{name * 12}" for name in "789")
BOARDS = {"fen": FEN, "weir": WEIR}
BOARDS_AS_IRIS = {f"{BASE}board/{name}" for name in BOARDS}


def _facts() -> str:
    """The minutes of two boards, and an agenda that names none, as TriG."""
    loose = [
        f'<{LOOSE}> a mb:Document ; mb:fileName "loose.txt" ; mb:kind "agenda pack" .',
        *paragraphs(LOOSE, ["Eels"]),
    ]
    graphs = [f"<{LOOSE}> {{ {' '.join(loose)} }}"]
    for name, paper in BOARDS.items():
        meeting = f"<{BASE}meeting/{name}>"
        facts = [
            f'<{paper}> a mb:Document ; mb:fileName "{name}.txt" ; mb:kind "minutes" ;',
            f'  dct:date "2022-05-04"^^xsd:date ; mb:ofMeeting {meeting} .',
            f'{meeting} a mb:Meeting ; dct:date "2022-05-04"^^xsd:date ;',
            f"  mb:heldBy <{BASE}board/{name}> .",
            f'<{BASE}board/{name}> a mb:Board ; skos:prefLabel "{name.title()} Quillage Board" .',
            *paragraphs(paper, [f"The {name.title()} Quillage Board bought a punt."]),
        ]
        graphs.append(f"<{paper}> {{ {' '.join(facts)} }}")
    return "\n".join(graphs)


@pytest.fixture
def papers(tmp_path: Path) -> Papers:
    library = small_library(tmp_path / "keywords", _facts())
    return Papers(library.graph, library.facts)


def test_papers_are_found_by_their_bodies_and_those_of_none_apart(papers: Papers) -> None:
    assert papers.of([f"{BASE}board/fen"]) == {FEN}
    assert papers.of(BOARDS_AS_IRIS) == {FEN, WEIR}
    assert papers.boards >= BOARDS_AS_IRIS
    assert papers.of([]) == set()
    loose = {one.iri: one for one in papers.of_none}
    assert loose[LOOSE].of_meeting
    assert loose[LOOSE].boards == ()
    assert FEN not in loose


def test_papers_are_found_by_the_words_that_they_open_with(papers: Papers) -> None:
    assert [one.iri for one in papers.opening_with(["quillage", "punt"])] == [FEN, WEIR]
    assert [one.iri for one in papers.opening_with(["eels"])] == [LOOSE]
    assert papers.open_with(["fen", "quillage"])
    assert not papers.open_with(["fen", "eels"])
    (weir,) = papers.openings([WEIR])
    assert weir.words == ("a", "board", "bought", "punt", "quillage", "the", "weir")


def test_lines_about_the_file_open_no_paper() -> None:
    lines = ["Page 1", "Printed at noon", "Page 2", "Otter Committee", "An otter was seen."]
    told = [f"<{LOOSE}> a mb:Document .", *paragraphs(LOOSE, lines)]
    for at in range(3):
        told[at + 1] = told[at + 1].replace('"text"', '"furniture"')
    with graph(more=f"<{LOOSE}> {{ {' '.join(told)} }}") as held:
        (opening,) = openings(held, [LOOSE])
    assert {"otter", "committee", "noon"} <= set(opening.words)
    assert "seen" not in opening.words


def test_no_question_reads_all_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = small_library(tmp_path / "keywords", _facts())
    read = set[str]()
    telling = FactIndex.openings

    def counted(index: FactIndex, *any_of: tuple[str, Collection[str]]) -> list[Opening]:
        found = telling(index, *any_of)
        read.update(one.iri for one in found)
        return found

    monkeypatch.setattr(FactIndex, "openings", counted)
    answer(Searcher(library), "What did Fen buy?")
    assert FEN in read
    assert WEIR not in read
