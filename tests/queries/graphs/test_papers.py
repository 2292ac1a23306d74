"""The papers of a library by their bodies, read once however many questions are asked."""

from pathlib import Path

import pytest

from kg.store.graph import KnowledgeGraph
from queries.ask import answer
from queries.graphs.papers import load_papers
from queries.search import Searcher
from tests.support.invented_graph import BASE
from tests.support.small_library import paragraphs, small_library

FEN, WEIR, LOOSE = (f"{BASE}document/{name * 12}" for name in "789")
BOARDS = {"fen": FEN, "weir": WEIR}


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


def test_papers_stand_under_their_bodies_and_those_of_none_apart(tmp_path: Path) -> None:
    papers = load_papers(small_library(tmp_path / "keywords", _facts()).graph)
    assert papers.by_body[f"{BASE}board/fen"] == [FEN]
    assert LOOSE in papers.by_body[""]
    assert papers.bodies[WEIR] == {f"{BASE}board/weir"}
    assert {FEN, WEIR, LOOSE} <= papers.of_meetings


def test_papers_are_read_once_for_all_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searcher = Searcher(small_library(tmp_path / "keywords", _facts()))
    read: list[KnowledgeGraph] = []

    def counted(graph: KnowledgeGraph) -> object:
        read.append(graph)
        return load_papers(graph)

    monkeypatch.setattr("queries.search.load_papers", counted)
    for question in ("What did Fen Quillage buy?", "What did our board buy at Weir Quillage?"):
        answer(searcher, question)
    assert len(read) == 1
