"""A library through its life: papers added, skipped, removed, and indexes that are damaged."""

import json
import os
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from embeddings import ingest
from embeddings.gather import passages
from embeddings.library import Library
from embeddings.papers import find_papers, program_digest
from embeddings.passages import TELLING
from kg.errors import IndexMismatch, LibraryBusy, LibraryMissing, NotFound, StoreError
from kg.store.generations import Generations
from tests.places import ROOT
from tests.support.harbour_papers import PAPERS, add, state
from tests.support.letters import Letters


@pytest.fixture
def papers(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in PAPERS.items():
        (folder / name).write_text(text, "utf-8")
    return {name.partition(".")[0]: folder / name for name in PAPERS}


def test_what_was_added_is_found(tmp_path: Path, papers: dict[str, Path]) -> None:
    outcome = add(tmp_path / "lib", *papers.values())
    assert (outcome.added, outcome.skipped, outcome.failed) == (tuple(PAPERS), (), ())
    assert outcome.documents == 3
    with Library.open(tmp_path / "lib") as library:
        (hit, *_) = library.keywords.search("lend gauges to Northmoor", 5)
        table = library.graph.select(
            "SELECT ?text ?file WHERE { ?p mb:text ?text ; mb:inDocument/mb:fileName ?file }",
            p=library.graph.select("SELECT ?p WHERE { ?p a mb:Paragraph }").rows[0][0],
        )
        assert table.rows[0][1] in PAPERS
        assert "eight gauges" in text_of(library, hit.id)
        nearest = library.vectors.search(Letters().encode(["bbbb"])[0], 3)
        assert len(nearest) == 3


def text_of(library: Library, paragraph: str) -> str:
    for document in library.graph.documents():
        for passage in passages(library.graph, document):
            if passage.id == paragraph:
                return passage.text
    raise AssertionError(f"{paragraph} is no passage")


def test_passages_know_their_place(tmp_path: Path, papers: dict[str, Path]) -> None:
    add(tmp_path / "lib", papers["march"])
    with Library.open(tmp_path / "lib") as library:
        (document,) = library.graph.documents()
        found = passages(library.graph, document)
    (decided,) = [one for one in found if "eight gauges" in one.text]
    assert decided.dated == date(2021, 3, 3)
    assert decided.board == "https://minutebook.example/id/board/harbour-towns-board"
    assert decided.document == document
    assert {"minutes", "decision"} <= set(decided.kinds)
    assert "3 March 2021" in decided.place
    (introduced,) = [one for one in found if "introduced" in one.text]
    assert introduced.headings[-1].endswith("Tide gauges")


VISITORS = """# Harbour Towns Board

Agenda, 3 March 2021

## Information for visitors

Cloakrooms

In the event of the fire alarm sounding, gather by the slipway.

Swipe card access

Ask the porter for a swipe card, please.

Ask the porter for a swipe card, please.

1. Apologies for absence
"""


def test_of_furniture_only_what_is_said_once_as_a_sentence_is_a_passage(tmp_path: Path) -> None:
    (tmp_path / "visitors.md").write_text(VISITORS, "utf-8")
    add(tmp_path / "lib", tmp_path / "visitors.md")
    with Library.open(tmp_path / "lib") as library:
        (document,) = library.graph.documents()
        held = library.graph.select("SELECT ?text WHERE { ?p mb:text ?text ; mb:kind 'furniture' }")
        furniture = [str(text) for (text,) in held.rows]
        found = [one for one in passages(library.graph, document) if one.text in furniture]
    assert "Cloakrooms" in furniture
    assert furniture.count("Ask the porter for a swipe card, please.") == 2
    assert [(one.text, one.form) for one in found] == [
        ("In the event of the fire alarm sounding, gather by the slipway.", "guidance")
    ]


def test_the_same_papers_again_change_nothing(tmp_path: Path, papers: dict[str, Path]) -> None:
    add(tmp_path / "lib", *papers.values())
    before = Generations(tmp_path / "lib").current()
    embedder = Letters()
    begun = time.perf_counter()
    outcome = ingest.add(tmp_path / "lib", list(papers.values()), embedder=embedder)
    assert time.perf_counter() - begun < 2
    assert (outcome.added, outcome.skipped, outcome.embedded) == ((), tuple(PAPERS), 0)
    assert embedder.asked == []
    assert Generations(tmp_path / "lib").current() == before


AGAIN = """
import sys
from pathlib import Path
from embeddings.ingest import add
outcome = add(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
heavy = {"torch", "transformers", "sentence_transformers", "rdflib", "pdfplumber", "onnxruntime"}
print(len(outcome.skipped), outcome.embedded, sorted(heavy & set(sys.modules)))
"""


def test_adding_again_imports_no_model_and_no_reader(
    tmp_path: Path, papers: dict[str, Path]
) -> None:
    program_digest.cache_clear()  # somebody may be editing the program while tests run
    add(tmp_path / "lib", *papers.values())
    arguments = [str(tmp_path / "lib"), *map(str, papers.values())]
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, *arguments], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout == "3 0 []\n", done.stderr


def test_the_same_bytes_twice_are_one_document(tmp_path: Path, papers: dict[str, Path]) -> None:
    copy = shutil.copy(papers["june"], tmp_path / "copy.md")
    outcome = add(tmp_path / "lib", papers["june"], Path(copy))
    assert (outcome.added, outcome.skipped, outcome.documents) == (("june.md",), ("copy.md",), 1)


def test_the_order_of_adding_leaves_no_trace(tmp_path: Path, papers: dict[str, Path]) -> None:
    march, june, autumn = papers.values()
    for paper in (march, june, autumn):
        add(tmp_path / "1", paper)
    add(tmp_path / "2", autumn, march)
    add(tmp_path / "2", june)
    add(tmp_path / "3", june, autumn, march)
    assert state(tmp_path / "1") == state(tmp_path / "2") == state(tmp_path / "3")


def test_a_removed_paper_was_never_there(tmp_path: Path, papers: dict[str, Path]) -> None:
    march, june, autumn = papers.values()
    add(tmp_path / "1", march, june, autumn)
    with Library.open(tmp_path / "1") as library:
        (gone,) = [i for i, one in library.generation.documents.items() if one.file == "june.md"]
        assert len(library.originals.names()) == 3
    outcome = ingest.remove(tmp_path / "1", [gone], embedder=Letters())
    assert (outcome.removed, outcome.documents, outcome.embedded) == ((gone,), 2, 0)
    add(tmp_path / "2", autumn, march)
    assert state(tmp_path / "1") == state(tmp_path / "2")
    with Library.open(tmp_path / "1") as library:
        assert len(library.originals.names()) == 2


def test_all_papers_can_be_removed(tmp_path: Path, papers: dict[str, Path]) -> None:
    add(tmp_path / "lib", *papers.values())
    with Library.open(tmp_path / "lib") as library:
        documents = list(library.generation.documents)
    assert ingest.remove(tmp_path / "lib", documents, embedder=Letters()).passages == 0
    assert state(tmp_path / "lib")[1:3] == ([], [])
    assert add(tmp_path / "lib", papers["march"]).documents == 1


def test_what_is_not_held_cannot_be_removed(tmp_path: Path, papers: dict[str, Path]) -> None:
    add(tmp_path / "lib", papers["march"])
    before = state(tmp_path / "lib")
    with Library.open(tmp_path / "lib") as library:
        (held,) = library.generation.documents
    with pytest.raises(NotFound, match="nothing was removed"):
        ingest.remove(tmp_path / "lib", [held, "https://x.example/none"], embedder=Letters())
    assert state(tmp_path / "lib") == before


def test_a_bad_paper_does_not_stop_the_others(tmp_path: Path, papers: dict[str, Path]) -> None:
    (tmp_path / "empty.md").write_text("", "utf-8")
    bad = [tmp_path / "empty.md", tmp_path / "missing.md", tmp_path]
    outcome = add(tmp_path / "lib", bad[0], papers["march"], *bad[1:])
    assert outcome.added == ("march.md",)
    assert {failed.file for failed in outcome.failed} == {path.name for path in bad}
    assert all("\n" not in failed.reason for failed in outcome.failed)
    assert state(tmp_path / "lib")[1]


def test_a_file_with_a_name_in_an_older_encoding_is_added(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.md")
    file.write_text("The lease of the quay was renewed.", "utf-8")
    outcome = add(tmp_path / "lib", file)
    assert (outcome.added, outcome.failed) == (("caf\ufffd.md",), ())
    with Library.open(tmp_path / "lib") as library:
        (held,) = library.graph.select("SELECT ?file WHERE { ?p mb:fileName ?file }").rows
        assert held == ("caf\ufffd.md",)


def test_bad_papers_alone_make_no_generation(tmp_path: Path, papers: dict[str, Path]) -> None:
    (tmp_path / "empty.md").write_text("", "utf-8")
    assert len(add(tmp_path / "new", tmp_path / "empty.md").failed) == 1
    with pytest.raises(LibraryMissing), Library.open(tmp_path / "new"):
        pass
    add(tmp_path / "lib", papers["march"])
    before = Generations(tmp_path / "lib").current()
    add(tmp_path / "lib", tmp_path / "empty.md")
    assert Generations(tmp_path / "lib").current() == before


def test_a_reader_keeps_what_it_began_with(tmp_path: Path, papers: dict[str, Path]) -> None:
    add(tmp_path / "lib", papers["march"])
    with Library.open(tmp_path / "lib") as library:
        add(tmp_path / "lib", papers["june"])
        assert len(library.graph.documents()) == 1
        assert len(library.keywords) == library.generation.passages
        assert len(library.vectors) == len(library.keywords.matching(TELLING))
    with Library.open(tmp_path / "lib") as library:
        assert len(library.graph.documents()) == 2


def test_two_cannot_write_at_once(tmp_path: Path, papers: dict[str, Path]) -> None:
    add(tmp_path / "lib", papers["march"])
    with (
        pytest.raises(LibraryBusy, match="another process"),
        Generations(tmp_path / "lib").drafting(),
    ):
        add(tmp_path / "lib", papers["june"])
    assert add(tmp_path / "lib", papers["june"]).documents == 2


@pytest.mark.parametrize("part", ["keywords", "vectors", "tokens"])
def test_an_index_of_another_generation_is_refused(
    tmp_path: Path, papers: dict[str, Path], part: str
) -> None:
    add(tmp_path / "1", papers["march"])
    add(tmp_path / "2", papers["june"], papers["autumn"])
    one, other = (Generations(tmp_path / name).current() for name in "12")
    assert one is not None
    assert other is not None
    shutil.rmtree(one / part)
    shutil.copytree(other / part, one / part)
    with Library.open(tmp_path / "1") as library, pytest.raises(IndexMismatch, match="add"):
        getattr(library, part)


@pytest.mark.parametrize(
    "file",
    ["vectors/vectors.faiss", "tokens/starts.npy", "facts/meta.json", "keywords/meta.json"],
)
def test_damaged_indexes_are_made_again_with_a_new_paper(
    tmp_path: Path, papers: dict[str, Path], file: str
) -> None:
    add(tmp_path / "lib", papers["march"])
    current = Generations(tmp_path / "lib").current()
    assert current is not None
    (current / file).write_bytes(b"")
    assert file.partition("/")[0] in add(tmp_path / "lib", papers["june"]).rebuilt
    add(tmp_path / "whole", papers["march"], papers["june"])
    assert state(tmp_path / "lib") == state(tmp_path / "whole")


def test_an_index_of_another_library_is_made_again_without_a_new_paper(
    tmp_path: Path, papers: dict[str, Path]
) -> None:
    add(tmp_path / "lib", papers["march"])
    add(tmp_path / "other", papers["june"], papers["autumn"])
    before = state(tmp_path / "lib")
    one, other = (Generations(tmp_path / name).current() for name in ("lib", "other"))
    assert one is not None
    assert other is not None
    for index in ("keywords", "tokens"):
        shutil.rmtree(one / index)
        shutil.copytree(other / index, one / index)
    assert add(tmp_path / "lib").rebuilt == ("keywords", "tokens")
    assert state(tmp_path / "lib") == before
    assert add(tmp_path / "lib").rebuilt == ()


def test_facts_that_are_missing_are_made_again(tmp_path: Path, papers: dict[str, Path]) -> None:
    add(tmp_path / "lib", papers["march"])
    current = Generations(tmp_path / "lib").current()
    assert current is not None
    shutil.rmtree(current / "facts")
    add(tmp_path / "lib", papers["june"])
    add(tmp_path / "whole", papers["march"], papers["june"])
    assert state(tmp_path / "lib") == state(tmp_path / "whole")


def test_a_damaged_manifest_is_refused(tmp_path: Path, papers: dict[str, Path]) -> None:
    add(tmp_path / "lib", papers["march"])
    current = Generations(tmp_path / "lib").current()
    assert current is not None
    (current / "manifest.json").write_text(json.dumps({"format": 9}), "utf-8")
    with Library.open(tmp_path / "lib") as library, pytest.raises(StoreError, match="format 9"):
        _ = library.generation


def test_papers_are_found_in_folders(tmp_path: Path) -> None:
    for name in ("b.md", "a.PDF", "deep/er/c.txt", ".hidden/d.md", ".e.md", "f.exe"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in find_papers([tmp_path])]
    assert [name for name in found if not name.endswith("PDF")] == ["b.md", "deep/er/c.txt"]
    assert find_papers([tmp_path / "f.exe", tmp_path / "f.exe"]) == [tmp_path / "f.exe"]


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_where_no_papers_are_that_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotFound, match=name):
        find_papers([tmp_path / name])
